"""A variant that no face has is told; one that a face has is set."""

from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from layout.api import Session
from layout.diagnostics import Diagnostic
from layout.display.items import GlyphRun
from layout.words.said import said
from tests.conftest import Project

ROOT = Path(__file__).parents[3]

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


def test_a_variant_that_no_face_has_is_told_once(project: Project) -> None:
    story = f"---\ntitle: {VARIANT}字\n---\n\n{VARIANT}和{VARIANT}。\n\n甲逢\U000e0101\n"
    _, told = made(project, story)
    assert [(d.code, d.severity, str(d.where)) for d in told] == [
        ("NO-VARIANT", "warning", "s.md:2:8"),
        ("NO-VARIANT", "warning", "s.md:7:2"),
    ]
    assert told[0].said == said(
        "NO-VARIANT.form",
        char="葛", selector="E0100", often=said("part.often", count=3), role=told[0].said["role"],
    )  # fmt: skip


def test_a_variant_in_a_column_is_told_too(project: Project) -> None:
    page = (
        "page: A1\nformat: tabloid\nblocks:\n"
        f'  - {{text: ["{VARIANT}字"], vertical: true, at: {{cols: 1-2, lines: 1-9}}}}\n'
    )
    _, told = made(project, "甲", page=page)
    assert [d.code for d in told] == ["NO-VARIANT"]


def test_a_face_that_has_the_variant_gives_it(project: Project) -> None:
    font = TTFont(ROOT / "fonts" / "NotoSerifSC-Regular.ttf")
    names = font.getBestCmap()
    table = CmapSubtable.newSubtable(14)
    table.platformID, table.platEncID, table.language, table.cmap = 0, 5, 0, {}
    table.uvsDict = {0xE0100: [(ord("葛"), names[ord("蔼")])]}
    font["cmap"].tables.append(table)
    (project.root / "own").mkdir()
    font.save(project.root / "own" / "face.ttf")
    project.write("own.yaml", "faces: {报宋: own/face.ttf}\n")
    page = PAGE.replace("page: A1\n", "page: A1\nstyles: own.yaml\n").replace("initial: 3, ", "")
    runs, told = made(project, f"葛{VARIANT}蔼", page=page)
    assert told == []
    plain, variant, other = runs[0].glyphs
    assert variant == other != plain
