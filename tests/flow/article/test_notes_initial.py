"""首字下沉: a number or a word is taken whole, or told."""

from pathlib import Path

import pytest

from layout.api import Session
from layout.diagnostics import Diagnostic
from layout.display.items import GlyphRun
from layout.units import EM_ASCENT
from tests.conftest import Project

TEXT = "的春天来得很早，编辑部的人都在忙着排版，一行一行地看过去，直到天亮也没有停下来。" * 3
PAGE = """\
page: A1
format: tabloid
blocks:
  - {id: a, story: s.md, initial: 3, columns: COUNT, at: {cols: 1-2, lines: 1-30}}
"""
VARIANT = "葛\U000e0100"


def made(
    project: Project, text: str, count: int = 1, page: str = PAGE
) -> tuple[list[GlyphRun], list[Diagnostic]]:
    """The runs of a page with one story, and what is said of it but that its columns are short."""
    project.write("s.md", text)
    found = Session().page(Path(project.write("A1.yaml", page.replace("COUNT", str(count)))))
    runs = [item for item in found.display.items if isinstance(item, GlyphRun)]
    return runs, [d for d in found.diagnostics if d.code not in ("UNDERSET", "LOOSE")]


@pytest.mark.parametrize(
    ("begins", "initial"),
    [
        ("今年", "今"), ("2026年", "2026"), ("3.5%的", "3.5%"), ("1,301人", "1,301"),
        ("5G时代", "5G"), ("AI技术", "AI"), ("A股", "A"), ("G20峰会", "G20"), ("１２月", "１２"),
        (f"{VARIANT}字", VARIANT), ("2026. 甲", "2026."),
        ("**问：**您好", "问："), ("好。", "好。"), ("好！！", "好！！"), ("啊，", "啊，"),
        ("3·15的", "3·15"), ("佐々木", "佐々"), ("12：30开会", "12：30"), ("10:30开会", "10:30"),
        ("5）甲", "5）"), ("甲”。", "甲”。"), ("甲、。”）乙", "甲、。”"), ("甲——乙", "甲"),
    ],
)  # fmt: skip
def test_what_an_initial_takes(project: Project, begins: str, initial: str) -> None:
    runs, told = made(project, begins + TEXT)
    first, *rest = [r for r in runs if r.node.endswith("#p1")]
    assert first.text == initial
    assert first.size > 2 * rest[0].size
    assert rest[0].x >= first.x + first.width
    words = first.text + "".join(r.text for r in rest)
    assert words.replace(" ", "") == (begins + TEXT).replace(" ", "").replace("*", "")
    assert [d for d in told if d.code == "INITIAL"] == []


@pytest.mark.parametrize("lines", [2, 3, 4])
def test_an_initial_is_as_high_as_its_lines_which_stand_beside_it(
    project: Project, lines: int
) -> None:
    """From the head of the first line to the foot of the last."""
    page = PAGE.replace("initial: 3", f"initial: {lines}")
    runs, told = made(project, f"今年{TEXT}", 1, page)
    assert told == []
    first, *rest = [r for r in runs if r.node.endswith("#p1")]
    rows = sorted({round(r.y, 3) for r in rest})
    pitch = rows[1] - rows[0]
    assert first.size == pytest.approx(rest[0].size + (lines - 1) * pitch, abs=0.01)
    head = rows[0] - EM_ASCENT * rest[0].size
    assert first.y == pytest.approx(head + EM_ASCENT * first.size, abs=0.01)
    beside = {round(r.y, 3) for r in rest if r.x >= first.x + first.width}
    assert sorted(beside) == rows[:lines]


def test_a_word_that_has_no_room_is_told_and_set_as_the_others(project: Project) -> None:
    runs, told = made(project, "Internet时代" + TEXT, 2)
    assert [(d.code, d.severity) for d in told] == [("INITIAL", "warning")]
    assert (told[0].sub, told[0].said["text"]) == ("word-no-room", "Internet")
    assert len({r.size for r in runs}) == 1
    assert "".join(r.text for r in runs) == f"Internet时代{TEXT}"


@pytest.mark.parametrize("begins", ["——", "“好”", "……"])
def test_a_text_that_begins_with_no_letter_is_set_whole(project: Project, begins: str) -> None:
    runs, told = made(project, begins + TEXT)
    assert [d.sub for d in told] == ["no-letter"]
    assert "".join(r.text for r in runs) == begins + TEXT


def test_a_paragraph_of_one_character_and_its_mark_is_all_initial(project: Project) -> None:
    runs, told = made(project, f"好。\n\n{TEXT}")
    assert told == []
    assert [r.text for r in runs if r.node.endswith("#p1")] == ["好。"]
    first, second = (next(r for r in runs if r.node.endswith(n)) for n in ("#p1", "#p2"))
    assert second.x > first.x + first.width
    assert second.text[0] == TEXT[0]


def test_a_mark_that_has_no_room_is_told_with_its_character(project: Project) -> None:
    page = PAGE.replace("initial: 3", "initial: 6")
    runs, told = made(project, f"问：{TEXT}", 2, page)
    assert [(d.code, d.severity) for d in told] == [("INITIAL", "warning")]
    assert (told[0].sub, told[0].said["text"]) == ("word-no-room", "问：")
    assert len({r.size for r in runs}) == 1


@pytest.mark.parametrize(("text", "count"), [("[中国]{着重}人", 1), ("中[国]{框}人", 0)])
def test_marks_at_a_first_character_are_told_as_not_set(project: Project, text: str, count: int):
    _, found = made(project, text + TEXT)
    assert [d.said["text"] for d in found if d.said.key == "INITIAL.marks"] == ["中"] * count
