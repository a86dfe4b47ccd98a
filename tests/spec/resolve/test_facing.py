"""Two facing pages as one sheet: its grid, its parts, its headers, and what cannot be."""

import pytest

from layout.diagnostics import Diagnostic
from layout.spec.resolve.resolved import RPage
from layout.units import mm
from tests.conftest import Project
from tests.spec.conftest import resolved
from tests.spec.helpers import faults_of
from tests.typed import near

FORMAT = "format: {preset: tabloid, columns: 5, column: 12zi, gutter: 2zi}\n"
EM = 9.0
AREA = 68 * EM
WIDTH = mm(275)
INNER = (WIDTH - AREA) / 2


def write(project: Project, facing: str, blocks: str, more: str = "") -> None:
    rows = "".join(f"  {row}\n" for row in blocks.split("\n"))
    project.write("T1.yaml", f"page: T2\nfacing: {facing}\n{FORMAT}{more}blocks:\n{rows}")


def page_of(project: Project, facing: str, blocks: str, more: str = "") -> RPage:
    write(project, facing, blocks, more)
    return resolved(project)


def faults(project: Project, facing: str, blocks: str) -> list[Diagnostic]:
    write(project, facing, blocks)
    return [*faults_of(resolved, project)]


BLOCK = "- {text: 甲, at: {cols: 1, lines: 5}}"


def test_a_sheet_has_the_columns_of_both_pages_and_the_fold_between_them(project: Project) -> None:
    page = page_of(project, "T3", BLOCK)
    assert (page.name, page.names, page.width) == ("T2-T3", ("T2", "T3"), near(2 * WIDTH))
    assert page.facing is not None
    assert page.facing.fold == near(WIDTH)
    columns = page.grid.columns
    assert len(columns) == 10
    assert columns[0][0] == near(INNER)
    assert columns[5][0] - columns[4][1] == near(2 * INNER)
    assert (columns[4][1] + columns[5][0]) / 2 == near(WIDTH)
    assert page.grid.type_area.width == near(2 * AREA + 2 * INNER)


def test_the_gutter_may_be_stated_and_the_type_areas_move(project: Project) -> None:
    page = page_of(project, "{page: T3, gutter: 20mm}", BLOCK)
    columns = page.grid.columns
    assert columns[5][0] - columns[4][1] == near(mm(20))
    assert columns[0][0] == near(WIDTH - mm(10) - AREA)


@pytest.mark.parametrize(
    ("at", "left", "width"),
    [
        ("cols: 5-6", INNER + 56 * EM, 24 * EM + 2 * INNER),
        ("part: left", INNER, AREA),
        ("part: right", WIDTH + INNER, AREA),
        ("part: right, cols: 1-2", WIDTH + INNER, 26 * EM),
        ("part: right, cols: 2, width: 6zi", WIDTH + INNER + 14 * EM, 6 * EM),
        ("part: left, from: 60zi", INNER + 60 * EM, 8 * EM),
        ("part: strip", WIDTH - mm(10), mm(20)),
        ("part: strip, from: 1zi, width: 4zi", WIDTH - mm(10) + EM, 4 * EM),
    ],
)
def test_places_in_the_parts_of_a_sheet(
    project: Project, at: str, left: float, width: float
) -> None:
    block = f"- {{text: 甲, at: {{{at}, lines: 5-9}}}}"
    rect = page_of(project, "{page: T3, strip: 20mm}", block).blocks[0].rect
    assert (rect.x, rect.width) == (near(left), near(width))


@pytest.mark.parametrize(
    ("facing", "at", "key", "path"),
    [
        ("T3", "part: strip", "PLACE.no-strip", "blocks.1.at.part"),
        ("{page: T3, strip: 20mm}", "part: strip, cols: 1", "PLACE.strip-cols",
         "blocks.1.at.cols"),
        ("T3", "part: right, cols: 5-6", "OFF-GRID.columns", "blocks.1.at.cols"),
        ("T3", "part: right, width: 69zi", "OFF-GRID.width", "blocks.1.at.width"),
        ("T3", "cols: 11", "OFF-GRID.columns", "blocks.1.at.cols"),
        ("T2", "cols: 1", "FACING.itself", "facing.page"),
        ("{page: T3, gutter: 120mm}", "cols: 1", "FACING.gutter", "facing.gutter"),
        ("{page: T3, strip: 60mm}", "cols: 1", "FACING.strip", "facing.strip"),
    ],
)  # fmt: skip
def test_what_cannot_be(project: Project, facing: str, at: str, key: str, path: str) -> None:
    (found,) = faults(project, facing, f"- {{text: 甲, at: {{{at}, lines: 5}}}}")
    assert (found.said.key, found.said["path"]) == (key, path)


def test_the_gutter_and_the_strip_are_told_in_mm(project: Project) -> None:
    (found,) = faults(project, "{page: T3, strip: 60mm}", BLOCK)
    assert (found.said["strip_mm"], found.said["gutter_mm"]) == (near(60.0), near(59.1))
    (found,) = faults(project, "{page: T3, gutter: 120mm}", BLOCK)
    assert (found.said["gutter_mm"], found.said["most_mm"]) == (near(120.0), near(118.2))


def test_a_part_of_a_page_alone_is_told(project: Project) -> None:
    project.write(
        "T1.yaml", f"page: T2\n{FORMAT}blocks:\n  - {{text: 甲, at: {{part: left, lines: 5}}}}\n"
    )
    (found,) = faults_of(resolved, project)
    assert (found.said.key, found.said["path"]) == ("PLACE.no-facing", "blocks.1.at.part")


def test_blocks_of_the_parts_may_not_lie_over_those_of_the_sheet(project: Project) -> None:
    blocks = "- {text: 甲, at: {part: right, cols: 1, lines: 5}}\n"
    (found,) = faults(project, "T3", blocks + "- {text: 乙, at: {cols: 6, lines: 5}}")
    assert (found.said.key, found.said["cols"]) == ("OVERLAP.blocks", "6")
    (found,) = faults(project, "T3", blocks + "- {text: 乙, at: {from: 70zi, lines: 5}}")
    assert found.said.key == "OVERLAP.across"


def test_each_page_has_its_header_and_its_folio_at_the_outer_edge(project: Project) -> None:
    header = "header: {left: ['{month}月'], right: [专版], outer: right}\n"
    page = page_of(project, "T3", BLOCK, header)
    left = page.header
    right = page.facing.header if page.facing is not None else None
    assert left is not None
    assert right is not None
    assert [(h.outer, h.folio.text) for h in (left, right)] == [("left", "T2"), ("right", "T3")]
    assert [t.text for t in (*left.left, *left.right)] == ["5月", "专版"]
    assert [t.text for t in (*right.left, *right.right)] == ["专版", "5月"]
    assert (left.rect.x, right.rect.x) == (near(INNER), near(WIDTH + INNER))
    assert left.rect.width == right.rect.width == near(AREA)
