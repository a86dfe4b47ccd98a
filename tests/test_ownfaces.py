"""A page in faces of the user's own: what stands behind them, and what is told of each."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from layout.api import ComposedPage, Session
from layout.cli import main
from layout.diagnostics import Diagnostic, StopError
from layout.display.items import GlyphRun
from layout.faces.tables import read_directory
from layout.proof.marks import Letters
from layout.proof.overlay import overlay
from layout.proof.report import face_words
from layout.render.base import RenderError
from layout.render.press.cache import PressCache
from layout.render.press.union import unite
from layout.words.said import said as part
from tests.conftest import Project
from tests.madefaces import collection, cut_face, only_maps
from tests.told import assert_told

TEXT = "---\ntitle: 试题\n---\n\n书记李喆在河边谈话，说了三遍：李喆，喆。\n"
SONG = "NotoSerifSC-Regular.ttf"
HAS = "试题书记李在河边谈话，说了三遍：。"


@pytest.fixture
def page(project: Project) -> Project:
    """A page of one story with 喆 three times, and a style sheet to be written."""
    project.write("s.md", TEXT)
    project.write(
        "T1.yaml",
        "page: T1\nformat: tabloid\nstyles: looks.yaml\nblocks:\n"
        "  - {id: a, story: s.md, at: {cols: 1-3, lines: 3-12}}\n",
    )
    return project


def made(project: Project, looks: str) -> ComposedPage:
    project.write("looks.yaml", looks)
    return Session().page(project.spec)


def told(page: ComposedPage, code: str) -> list[Diagnostic]:
    return [d for d in page.diagnostics if d.code == code]


def stopped(project: Project, looks: str) -> list[Diagnostic]:
    project.write("looks.yaml", looks)
    with pytest.raises(StopError) as stop:
        Session().page(project.spec)
    return [d for d in stop.value.diagnostics if d.severity == "error"]


def drawn_in(page: ComposedPage, char: str) -> list[str]:
    """The files that draw a character on the page."""
    runs = [i for i in page.display.items if isinstance(i, GlyphRun) and char in i.text]
    catalog = page.composed.catalog
    return [catalog.by_key(run.face).path.name for run in runs]


@pytest.mark.parametrize(
    ("faces", "lender", "place"),
    [
        ("{报宋: f/My.ttf}", SONG, "looks.yaml:1:13"),
        ("{宋体: f/My.ttf}", SONG, "looks.yaml:1:13"),
        ("{报宋: f/My.ttf, 黑: f/My.ttf, 楷: f/My.ttf}", SONG, "looks.yaml:1:13"),
        ("{报宋: [f/My.ttf, f/More.ttf]}", "More.ttf", "looks.yaml:1:14"),
        ("{报宋: f/My.ttf, 生僻: f/More.ttf}", SONG, "looks.yaml:1:13"),
    ],
)  # fmt: skip
def test_what_an_own_face_lacks_comes_from_the_next_file_and_is_told_once(
    page: Project, faces: str, lender: str, place: str
) -> None:
    cut_face(page.path("f/My.ttf"), HAS, source="BanxinKai-Regular.ttf", name="My")
    cut_face(page.path("f/More.ttf"), "喆", source="NotoSerifSC-Black.ttf", name="More")
    composed = made(page, f"faces: {faces}\n")
    assert set(drawn_in(composed, "喆")) == {lender}
    (said,) = told(composed, "FACE-LENT")
    assert (said.severity, str(said.where)) == ("info", place)
    assert "has no “喆” (3 times)" in said.message
    assert Path(lender).stem in said.message


def test_a_bold_face_falls_to_the_shipped_face_of_its_role(page: Project) -> None:
    cut_face(page.path("f/My.ttf"), "试书", source="NotoSerifSC-Black.ttf")
    composed = made(page, "faces: {大标宋: f/My.ttf}\n")
    assert drawn_in(composed, "题") == ["NotoSerifSC-Bold.ttf"]


def test_a_gap_filled_by_another_design_is_a_warning(page: Project) -> None:
    cut_face(page.path("f/My.ttf"), HAS)
    composed = made(page, "faces: {细圆: f/My.ttf}\nstyles: {body: {face: 细圆}}\n")
    assert drawn_in(composed, "喆")[0] == "NotoSerifSC-Regular.ttf"
    (said,) = told(composed, "FACE-LENT")
    assert (said.severity, said.hint) == ("warning", "give a face that has it under faces: 生僻")


def test_many_lent_characters_are_one_finding(page: Project) -> None:
    cut_face(page.path("f/My.ttf"), "书")
    composed = made(page, "faces: {报宋: f/My.ttf}\n")
    (said,) = told(composed, "FACE-LENT")
    assert "more characters," in said.message
    assert said.message.count("“") == 12


@pytest.mark.parametrize(
    "given", ["f/Rare.ttf", "[f/My.ttf, f/Rare.ttf]", "{file: f/R.ttc, index: 1}"]
)
@pytest.mark.parametrize("name", ["生僻", "生僻字", "rare"])
def test_a_face_for_rare_characters_gives_them_to_every_role(
    page: Project, name: str, given: str
) -> None:
    page.change("s.md", "喆", "𡌴")
    page.change("s.md", "试题", "试题𡌴")
    fonts = [
        cut_face(page.path("f/My.ttf"), "书"),
        cut_face(page.path("f/Rare.ttf"), "书", name="Rare", change=only_maps("𡌴")),
    ]
    collection(page.path("f/R.ttc"), fonts)
    assert stopped_or_not(page, "{}\n") == ["NO-GLYPH"]
    composed = made(page, f"faces: {{{name}: {given}}}\n")
    assert len(set(drawn_in(composed, "𡌴"))) == 1
    assert composed.drawable
    lent = told(composed, "FACE-LENT")
    assert len(lent) == 2, "of the body's face, and of the title's"
    assert all(f"faces.{name}" in d.message and d.severity == "info" for d in lent)
    assert not told(composed, "FACE-UNUSED")


def stopped_or_not(project: Project, looks: str) -> list[str]:
    found = made(project, looks).diagnostics
    return [d.code for d in found if d.severity == "error"]


def test_a_shipped_face_that_borrows_is_told_at_the_block(page: Project) -> None:
    page.change("s.md", "试题", "试题⅔")  # which no Noto has
    (said,) = told(made(page, "{}\n"), "FACE-LENT")
    assert (said.severity, str(said.where)) == ("info", "T1.yaml:5:5")
    assert "the shipped 大标宋" in said.message


def test_a_word_that_is_lent_whole_is_told_with_a_way_out(page: Project) -> None:
    page.change("s.md", "试题", "试题CO₂与H₂O")
    (said,) = told(made(page, "{}\n"), "FACE-LENT")
    assert said.message.startswith("the shipped 大标宋 (NotoSerifSC-Bold) has no “₂” (2 times); ")
    assert said.message.endswith(" draws it, and with it the whole of “CO₂”, “H₂O”")
    assert said.hint == "write CO~2~ for CO₂: then the face itself has it, set small"
    page.change("s.md", "CO₂与H₂O", "CO~2~与H~2~O")
    assert not told(made(page, "{}\n"), "FACE-LENT")


def test_a_high_sign_that_no_face_has_is_told_with_its_marks(page: Project) -> None:
    page.change("s.md", "试题", "试题10⁻³")
    (said,) = told(made(page, "{}\n"), "NO-GLYPH")
    assert_told(said, "NO-GLYPH.char", {"hint": part("part.glyph-high-low", marks="^-^")})


def test_a_role_misspelt_is_told(page: Project) -> None:
    cut_face(page.path("f/My.ttf"), HAS)
    (said,) = told(made(page, "faces: {报末: f/My.ttf}\n"), "FACE-UNUSED")
    assert (said.severity, str(said.where)) == ("warning", "looks.yaml:1:13")
    assert_told(said, "FACE-UNUSED.role", {"hint": part("part.did-you-mean", word="报宋")})


def test_two_names_of_one_role_are_told(page: Project) -> None:
    cut_face(page.path("f/My.ttf"), HAS)
    (said,) = told(made(page, "faces: {报宋: f/My.ttf, 宋: f/My.ttf}\n"), "FACE-TWICE")
    assert str(said.where) == "looks.yaml:1:26"


def test_a_collection_without_its_index_is_told(page: Project) -> None:
    fonts = [cut_face(page.path(f"f/{n}.ttf"), HAS, name=f"Own{n}") for n in "AB"]
    collection(page.path("f/both.ttc"), fonts)
    (said,) = told(made(page, "faces: {报宋: f/both.ttc}\n"), "FACE-INDEX")
    assert (said.severity, str(said.where)) == ("warning", "looks.yaml:1:13")
    assert_told(said, "FACE-INDEX.none", {"file": "f/both.ttc", "faces": 2, "title": "OwnA"})
    assert said.hint == "give its number: index: 0 OwnA, 1 OwnB"
    second = made(page, "faces: {报宋: {file: f/both.ttc, index: 1}}\n")
    assert not told(second, "FACE-INDEX")
    assert {i.face.split("@")[0] for i in second.display.items if isinstance(i, GlyphRun)} == {
        "OwnB", "NotoSerifSC-Bold", "NotoSerifSC-Regular",
    }  # fmt: skip
    (fault,) = stopped(page, "faces: {报宋: {file: f/both.ttc, index: 2}}\n")
    assert (fault.code, str(fault.where)) == ("FACE", "looks.yaml:1:20")


def licensed(bits: int) -> Callable[[Any], None]:
    def change(font: Any) -> None:
        font["OS/2"].fsType = bits

    return change


@pytest.mark.parametrize(
    ("bits", "words"),
    [
        (0x2, "does not allow"),
        (0x100, "whole only"),
        (0x200, "only its bitmaps"),
        (0x8, ""),
        (4, ""),
    ],
)
def test_a_licence_that_forbids_embedding_is_told(page: Project, bits: int, words: str) -> None:
    cut_face(page.path("f/My.ttf"), HAS, change=licensed(bits))
    said = told(made(page, "faces: {报宋: f/My.ttf}\n"), "FACE-LICENCE")
    assert [(d.severity, str(d.where)) for d in said] == (
        [("warning", "looks.yaml:1:13")] if words else []
    )
    assert all(words in d.message for d in said)


def own_song(page: Project) -> Project:
    cut_face(page.path("f/My.ttf"), HAS, source="BanxinKai-Regular.ttf", name="My")
    page.write("looks.yaml", "faces: {报宋: f/My.ttf}\n")
    return page


def test_the_faces_of_a_page_and_their_characters(page: Project) -> None:
    faces = {face.face: face for face in Session().page(own_song(page).spec).faces()}
    assert list(faces) == ["NotoSerifSC-Bold", "My", "NotoSerifSC-Regular"]
    assert faces["NotoSerifSC-Regular"].characters == {"喆": 3}
    assert faces["NotoSerifSC-Bold"].characters == {"试": 1, "题": 1}
    own = faces["My"]
    assert (own.file, own.roles, own.shipped) == ("f/My.ttf", ("报宋",), False)
    assert own.characters["李"] == 2
    assert "喆" not in own.characters
    body = sum(own.characters.values()) + 3
    assert body == len(TEXT.split("\n\n")[1].strip())


def test_fonts_used_lists_faces_and_files(
    page: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own_song(page).root)
    assert main(["fonts", "--used", "T1.yaml"]) == 0
    out, err = capsys.readouterr()
    rows = [line.split() for line in out.splitlines()]
    assert ["报宋", "NotoSerifSC-Regular", SONG, "1", "3", "喆"] in rows
    assert ["报宋", "My", "f/My.ttf"] in [row[:3] for row in rows]
    assert "[FACE-LENT]" in err

    assert main(["fonts", "--used", "T1.yaml", "--text", "喆龘"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["喆", "U+5586", "NotoSerifSC-Regular", SONG, "3", "T1"] in rows
    assert "is not on these pages" in " ".join(rows[-1])

    assert main(["fonts", "--used", "T1.yaml", "--json", "--text", "喆"]) == 0
    (one,) = json.loads(capsys.readouterr().out)["pages"]
    assert [face["characters"] for face in one["faces"]] == [{"喆": 3}]


def test_fonts_used_of_a_page_with_a_missing_character(
    page: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page.change("s.md", "喆", "𡌴")
    monkeypatch.chdir(own_song(page).root)
    assert main(["fonts", "--used", "T1.yaml"]) == 1
    assert "no face has “𡌴” (U+21334): 3 times, first here" in capsys.readouterr().err


def test_a_proof_names_the_faces(page: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own_song(page).root)
    assert main(["proof", "T1.yaml", "-o", "out", "-q"]) == 0
    report = page.path("out/T1-proof.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in report.partition("Faces\n")[2].splitlines()]
    assert ["报宋", "NotoSerifSC-Regular", SONG, "1", "3", "喆"] in rows
    words = face_words(Session().page(page.spec).faces())
    assert words[1] == "报宋：My (f/My.ttf), 17 字"
    assert words[2] == "报宋：Noto Serif SC Regular, 3 字: 喆"


def test_the_foot_of_a_proof_holds_the_faces_on_the_sheet(page: Project) -> None:
    composed = Session().page(own_song(page).spec)
    letters = Letters(composed.composed.catalog)
    words = [f"报宋：方正书宋{n} (fonts/Fzss{n}.ttf), 1,204 字" for n in range(12)]
    marked = overlay(composed.display, letters, ("loose",), faces=words)
    runs = [i for i in marked.items if isinstance(i, GlyphRun) and i.node == "proof"]
    text = "".join(run.text for run in runs)
    assert all(f"Fzss{n}.ttf" in text for n in range(12))
    assert max(run.y for run in runs) < marked.height
    assert max(run.x + run.width for run in runs) <= marked.width


def renamed_over(path: Path, data: bytes) -> None:
    beside = path.with_name("new.tmp")
    beside.write_bytes(data)
    os.replace(beside, path)  # noqa: PTH105  as a program does that saves


def narrower(path: Path) -> bytes:
    """The bytes of a face with narrower Han, which its table directory does not tell."""
    start, length = read_directory(path, 0).tables["hmtx"]
    data = path.read_bytes()
    table = data[start : start + length]
    entries = [table[at : at + 4] for at in range(0, length, 4)]
    changed = [b"\x03\x52" + one[2:] if one[:2] == b"\x03\xe8" else one for one in entries]
    assert changed != entries
    return data[:start] + b"".join(changed) + data[start + length :]


def outcome(session: Session, project: Project) -> tuple[object, ...]:
    """What a session makes of the page and says of it."""
    try:
        page = session.page(project.spec)
    except StopError as stop:
        return (stop.diagnostics,)
    return page.pdf(), page.dump(), page.svg(), page.diagnostics


@pytest.mark.parametrize("put", [renamed_over, Path.write_bytes], ids=["renamed", "in place"])
def test_a_face_that_is_another_file_now_is_taken_up_by_a_session_that_lasts(
    page: Project, put: Callable[[Path, bytes], object]
) -> None:
    song = cut_face(page.path("made/a.ttf"), HAS)
    hei = cut_face(page.path("made/b.ttf"), HAS + "喆", source="NotoSansSC-Black.ttf").read_bytes()
    good, narrow = song.read_bytes(), narrower(song)
    page.write("looks.yaml", "faces: {报宋: f/My.ttf}\n")
    file = page.path("f/My.ttf")
    file.parent.mkdir()
    session, seen = Session(), list[tuple[object, ...]]()
    for data in (good, hei, narrow, good, b"x" * 100, good[: len(good) // 2], good, hei):
        put(file, data)
        for text in (TEXT, TEXT.replace("三遍", "两三遍")):
            page.write("s.md", text)
            seen.append(outcome(session, page))
            assert seen[-1] == outcome(Session(), page)
    # Each file has a page of its own, or a fault; the first comes back as it was.
    assert [seen.index(one) for one in seen[::2]] == [0, 2, 4, 0, 8, 10, 0, 2]
    assert seen[4][0] != seen[0][0]


def test_a_page_stays_what_it_is_when_its_face_is_cut(page: Project) -> None:
    file = cut_face(page.path("f/My.ttf"), HAS)
    page.write("looks.yaml", "faces: {报宋: f/My.ttf}\n")
    session, other = Session(), Session()
    first, again = session.page(page.spec), other.page(page.spec)
    pdf = first.pdf()
    file.write_bytes(b"x" * 100)
    assert again.pdf() == pdf
    with pytest.raises(StopError):
        session.page(page.spec)
    assert first.pdf() == pdf
    cut_face(file, HAS, source="NotoSansSC-Black.ttf")
    assert session.page(page.spec).pdf() != pdf
    assert first.pdf() == pdf
    assert session.render([session.page(page.spec), first]).startswith(b"%PDF")


def test_faces_that_are_what_they_were_stay_open(page: Project) -> None:
    cut_face(page.path("f/My.ttf"), HAS)
    page.write("looks.yaml", "faces: {报宋: f/My.ttf}\n")
    session = Session()
    first = session.page(page.spec).composed.catalog
    assert session.page(page.spec).composed.catalog is first
    page.write("looks.yaml", "faces: {黑: f/My.ttf}\n")
    assert session.page(page.spec).composed.catalog is not first
    page.write("looks.yaml", "faces: {报宋: f/My.ttf}\n")
    assert session.page(page.spec).composed.catalog is first


def test_glyphs_of_a_page_are_not_taken_from_a_face_that_came_after_it(page: Project) -> None:
    file = cut_face(page.path("f/My.ttf"), HAS)
    page.write("looks.yaml", "faces: {报宋: f/My.ttf}\n")
    session = Session()
    composed = session.page(page.spec)
    prepared = session.prepare(composed)
    cut_face(file, HAS, source="NotoSansSC-Black.ttf")
    page.write("looks.yaml", "{}\n")
    fresh = Session()
    resources = fresh.resources(fresh.page(page.spec))
    with pytest.raises(RenderError, match="which is not open"):
        unite([prepared], resources, PressCache())
