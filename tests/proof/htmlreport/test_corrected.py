"""Corrections in the report: each where it lies, those that lie nowhere once, and counts."""

from pathlib import Path

import pytest

from layout.geometry import Rect
from layout.proof.corrections import ReadCorrection, counted
from layout.proof.htmlreport.corrected import correction_row, corrections_of_all, listed
from layout.proof.layers.layer import CorrectionMark
from layout.proof.standing import State
from layout.proof.wordchange import change_of
from layout.spec.model.corrections import WordCorrection
from tests import toypage
from tests.conftest import Project

SPOT = (Rect(60, 84, 9, 9),)


def read(
    number: int, state: State, *, marked: bool = False, stands: bool = False
) -> ReadCorrection:
    entry = WordCorrection(story="a.md", words="旧字", should_be="新字")
    mark = CorrectionMark(number=number, mark="replace", spots=SPOT, words="新")
    return ReadCorrection(
        number=number, entry=entry, change=change_of(entry), state=state, of="a.md", by="",
        reading="", marked=mark if marked else None, stands=SPOT if stands or marked else (),
        paragraph=3,
    )  # fmt: skip


def test_each_is_listed_on_the_page_on_which_it_lies() -> None:
    first = [
        read(1, "open", marked=True), read(2, "open"), read(3, "lost"), read(4, "done"),
        read(5, "done"),
    ]  # fmt: skip
    second = [
        read(1, "open"), read(2, "open", marked=True), read(3, "lost"),
        read(4, "done", stands=True), read(5, "done"),
    ]  # fmt: skip
    every = [first[0], second[1], first[2], second[3], first[4], read(6, "absent")]
    found = listed([first, second], every)
    assert [[one.number for one in page] for page in found.pages] == [[1, 5], [2, 4]]
    assert [one.number for one in found.nowhere] == [3]
    assert [counted(page).words("zh") for page in found.pages] == [
        "共2处：已改1、未改1、找不到或不明0", "共2处：已改1、未改1、找不到或不明0",
    ]  # fmt: skip
    told = corrections_of_all(found, every, (), "zh")
    assert told is not None
    assert told["told"] == "共6处：已改2、未改2、找不到或不明1、不在这几版1"
    assert [row["number"] for row in told["rows"]] == [3]


def test_places_that_may_be_meant_on_two_pages_are_listed_on_both() -> None:
    pages = [[read(1, "doubt", marked=True)], [read(1, "doubt", marked=True)]]
    found = listed(pages)
    assert [[one.number for one in page] for page in found.pages] == [[1], [1]]
    assert found.nowhere == ()


def test_a_row_says_columns_lines_and_the_paragraph() -> None:
    row = correction_row(read(1, "done", stands=True), toypage.page(), "zh")
    assert row["on_page"] == "第1栏 第3行"
    assert row["of"] == "a.md 第3段"
    assert row["rect"] is not None
    lost = correction_row(read(1, "lost"), None, "zh")
    assert (lost["on_page"], lost["rect"]) == ("", None)


def test_without_corrections_nothing_is_said() -> None:
    assert corrections_of_all(listed([[]]), (), (), "zh") is None


def test_a_report_of_two_pages_lists_each_once(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from layout.cli import main

    page = project.path("T1.yaml").read_text("utf-8")
    project.write("T2.yaml", page.replace("T1", "T2").replace("two.md", "three.md"))
    project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml]")
    project.write("stories/two.md", "---\ntitle: 题\n---\n\n株州高新区。\n")
    project.write("stories/three.md", "---\ntitle: 题\n---\n\n末班公交。\n")
    rows = (
        "  - {story: two.md, words: 株州, should_be: 株洲}\n"
        "  - {story: three.md, words: 末班, should_be: 尾班}\n"
        "  - {story: three.md, words: 不见的字, should_be: 看见的字}\n"
        "  - {story: two.md, words: 株州, delete: true, should_be: 甲}\n"
    )
    project.write("corrections.yaml", f"corrections:\n{rows}")
    words = ["--dpi", "20", "-q", "--lang", "zh", "--without", "full,plates,preflight,pdf"]
    main(["proof", str(project.edition), "-o", str(tmp_path), *words])
    (file,) = tmp_path.glob("*-proof.html")
    html = file.read_text("utf-8")
    assert html.count("“株州”改为“株洲”") == html.count("“末班”改为“尾班”") == 2  # list and place
    assert html.count("“不见的字”改为“看见的字”") == 1
    assert html.count("共1处：已改0、未改1") == 2
    assert "共3处：已改0、未改2、找不到或不明1" in html
    assert "should_be和delete只能写一样" in html
    capsys.readouterr()
    # One page alone: what is of the other is no fault, what is of none is.
    project.write(
        "corrections.yaml", "corrections:\n  - {story: three.md, words: 末班, delete: true}\n"
    )
    main(["proof", str(project.spec), "-o", str(tmp_path / "b"), *words])
    assert "CORRECTION" not in capsys.readouterr().err
    project.write(
        "corrections.yaml",
        "corrections:\n"
        "  - {story: tree.md, words: 末班, delete: true}\n"
        "  - {page: T7, words: 末班, delete: true}\n",
    )
    main(["proof", str(project.spec), "-o", str(tmp_path / "c"), *words])
    told = capsys.readouterr().err
    assert "tree.md" in told
    assert "three.md" in told  # the nearest
    assert "T7" in told
