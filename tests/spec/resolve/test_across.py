"""Blocks placed by lengths, beside the basic columns: where they stand, and what cannot be."""

from itertools import pairwise

import pytest

from layout.diagnostics import Diagnostic
from layout.spec.resolve.resolved import RGroup, RPage
from tests.conftest import Project
from tests.spec.conftest import resolved
from tests.spec.helpers import faults_of
from tests.typed import near

# Two parts of 71 and 34 em with 4 em between: 109 em, 981 pt.
HEAD = "page: T1\nformat: {preset: broadsheet, columns: [71zi, 34zi], gutter: 4zi, pitch: 11.7pt}\n"
EM = 9.0
AREA = 109 * EM
STORY = "story: lead.md"


def page_of(project: Project, blocks: str, head: str = HEAD) -> RPage:
    write(project, blocks, head)
    return resolved(project)


def faults(project: Project, blocks: str, head: str = HEAD) -> list[Diagnostic]:
    write(project, blocks, head)
    return [*faults_of(resolved, project)]


def write(project: Project, blocks: str, head: str) -> None:
    project.write("lead.md", "---\ntitle: 题\n---\n\n正文。\n")
    project.write("T1.yaml", head + "blocks:\n" + "".join(f"  {b}\n" for b in blocks.split("\n")))


def span_em(page: RPage, number: int) -> tuple[float, float]:
    """Where a block begins and ends, in em from the left edge of the type area."""
    rect, left = page.blocks[number].rect, (page.width - AREA) / 2
    return round((rect.x - left) / EM, 6), round((rect.right - left) / EM, 6)


@pytest.mark.parametrize(
    ("at", "begin", "end"),
    [
        ("from: 0zi, width: 71zi", 0, 71),
        ("width: 16.25zi", 0, 16.25),
        ("from: 75zi", 75, 109),
        ("from: 0, width: 90mm", 0, 90 / 25.4 * 72 / EM),
        ("cols: 1", 0, 71),
        ("cols: 2", 75, 109),
        ("cols: 1-2", 0, 109),
        ("cols: 2, from: 18zi, width: 16zi", 93, 109),
        ("cols: 2, from: 18zi", 93, 109),
        ("cols: 1, width: 20字", 0, 20),
        ("cols: 1, from: 2.5em, width: 20em", 2.5, 22.5),
    ],
)
def test_a_place_in_lengths(project: Project, at: str, begin: float, end: float) -> None:
    page = page_of(project, f"- {{text: 甲, at: {{{at}, lines: 1-5}}}}")
    assert span_em(page, 0) == (near(begin), near(end))


def test_columns_of_a_block_divide_it_to_a_quarter_of_a_character(project: Project) -> None:
    columns = "columns: {count: 4, policy: equal, gutter: 2zi}"
    page = page_of(project, f"- {{{STORY}, {columns}, at: {{width: 71zi, lines: 1-40}}}}")
    from layout.flow.columns.frames import story_edges
    from layout.spec.resolve.resolved import RStory

    block = page.blocks[0]
    assert isinstance(block.content, RStory)
    edges = story_edges(block.inner, block.content.columns, EM, page.grid)
    assert [measure / EM for _, measure in edges] == [near(16.25)] * 4
    assert [b - a - 16.25 * EM for (a, _), (b, _) in pairwise(edges)] == [near(2 * EM)] * 3


def test_the_columns_of_a_page_that_no_block_keeps_to_are_not_its_grid(project: Project) -> None:
    loose = f"- {{{STORY}, at: {{width: 71zi, lines: 1-40}}}}"
    assert page_of(project, loose).grid.columns == ()
    kept = f"{loose}\n- {{text: 甲, at: {{cols: 2, lines: 1-5}}}}"
    assert len(page_of(project, kept).grid.columns) == 2
    own = f"- {{{STORY}, columns: {{policy: grid}}, at: {{width: 71zi, lines: 1-40}}}}"
    assert len(page_of(project, own).grid.columns) == 2


def test_a_row_of_lengths_shares_what_is_left(project: Project) -> None:
    row = "row: [{text: 甲, width: 30zi}, {text: 乙}, {text: 丙, cols: fill}]"
    page = page_of(
        project, f"- {{{row}, gutter: 4zi, at: {{from: 10zi, width: 98zi, lines: 1-9}}}}"
    )
    assert [span_em(page, n) for n in range(3)] == [(10, 40), (44, 74), (78, 108)]


def test_a_row_on_columns_may_be_measured_in_lengths(project: Project) -> None:
    row = "row: [{text: 甲, width: 20zi}, {text: 乙}]"
    page = page_of(project, f"- {{{row}, at: {{cols: 1, lines: 1-9}}}}")
    assert [span_em(page, n) for n in range(2)] == [(0, 20), (24, 71)]  # the page's own gutter
    framed = f"- {{{row}, rules: thin, at: {{cols: 1, lines: 1-9}}}}"
    assert [span_em(page_of(project, framed), n) for n in range(2)] == [(1, 21), (25, 70)]


def test_a_row_of_more_blocks_than_columns_shares_them(project: Project) -> None:
    page = page_of(project, "- {row: [{text: 甲}, {text: 乙}], at: {cols: 2, lines: 1-9}}")
    assert [span_em(page, n) for n in range(2)] == [(75, 90), (94, 109)]


def test_a_stack_in_a_row_of_lengths_is_as_wide_as_its_place(project: Project) -> None:
    stack = (
        "{width: 34zi, stack: [{text: 甲, lines: 2}, {row: [{text: 乙}, {text: 丙}], gutter: 2zi}]}"
    )
    page = page_of(project, f"- {{row: [{{text: 丁}}, {stack}], at: {{from: 0, lines: 1-9}}}}")
    assert [span_em(page, n) for n in range(4)] == [(0, 71), (75, 109), (75, 91), (93, 109)]
    assert isinstance(page.groups[0].members[1], RGroup)


@pytest.mark.parametrize(
    ("blocks", "key", "path", "value"),
    [
        ("- {text: 甲, at: {lines: 1-5}}", "MISSING-KEY.across", "blocks.1.at", None),
        ("- {text: 甲, at: {from: 40zi, width: 71zi, lines: 1-5}}", "OFF-GRID.width",
         "blocks.1.at.width", ("over_em", 2.0)),
        ("- {text: 甲, at: {from: 110zi, lines: 1-5}}", "PLACE.narrow", "blocks.1.at.from", None),
        ("- {text: 甲, at: {cols: 2, from: 20zi, width: 16.25zi, lines: 1-5}}", "OFF-GRID.width",
         "blocks.1.at.width", ("over_em", 2.25)),
        ("- {text: 甲, at: {cols: 3, from: 0, lines: 1-5}}", "OFF-GRID.columns", "blocks.1.at.cols",
         ("most", 2)),
        ("- {text: 甲, at: {width: 2mm, lines: 1-5}}", "PLACE.narrow", "blocks.1.at.width",
         ("width_em", 0.63)),
        ("- {text: 甲, width: 5zi, at: {width: 9zi, lines: 1-5}}", "PLACE.in-no-group",
         "blocks.1.width", None),
        ("- {stack: [{text: 甲, width: 5zi}], at: {cols: 1, lines: 1-5}}", "PLACE.cols-in-stack",
         "blocks.1.stack.1.width", None),
        ("- {row: [{text: 甲, cols: 1}, {text: 乙}], at: {width: 9zi, lines: 1-5}}",
         "PLACE.cols-beside-width", "blocks.1.row.1.cols", None),
        ("- {row: [{text: 甲, width: 9zi}, {text: 乙, width: 9zi}], at: {width: 20zi, lines: 1-5}}",
         "PLACE.row-wide", "blocks.1.row", ("taken_em", 22.0)),
        ("- {row: [{text: 甲, width: 9zi}, {text: 乙}], at: {width: 13.5zi, lines: 1-5}}",
         "PLACE.row-wide", "blocks.1.row", ("room_em", 13.5)),
        ("- {row: [{text: 甲, width: 9zi}, {text: 乙, width: 9zi}], at: {width: 24zi, lines: 1-5}}",
         "PLACE.row-narrow", "blocks.1.row", ("over_em", 2.0)),
    ],
)  # fmt: skip
def test_a_place_in_lengths_that_cannot_be(
    project: Project, blocks: str, key: str, path: str, value: tuple[str, object] | None
) -> None:
    (found,) = faults(project, blocks)
    assert (found.said.key, found.said["path"]) == (key, path)
    if value is not None:
        assert found.said[value[0]] == value[1]


def test_a_host_is_told_what_its_guest_does_not_say(project: Project) -> None:
    host = f"- {{{STORY}, id: a, at: {{cols: 1, lines: 1-9}}}}\n"
    blocks = host + "- {text: 甲, at: {of: a, lines: 2}}"
    (found,) = faults(project, blocks)
    assert (found.said.key, found.said["path"]) == ("MISSING-KEY.across", "blocks.2.at")


def test_places_in_lengths_that_lie_over_one_another(project: Project) -> None:
    first = "- {id: a, text: 甲, at: {width: 40zi, lines: 1-9}}\n"
    (found,) = faults(project, first + "- {id: b, text: 乙, at: {from: 39.5zi, lines: 9-12}}")
    told = found.said
    assert told.key == "OVERLAP.across"
    assert (told["block"], told["other"], told["lines"]) == ("b", "a", "9")
    assert (told["from_em"], told["to_em"], told["by_mm"]) == (39.5, 40.0, near(1.5875))
    assert page_of(project, first + "- {text: 乙, at: {from: 40zi, lines: 1-9}}").blocks
    (found,) = faults(project, first + "- {id: b, text: 乙, at: {cols: 1, lines: 5}}")
    assert (found.said.key, found.said["from_em"], found.said["to_em"]) == ("OVERLAP.across", 0, 40)


def test_a_format_says_how_wide_each_column_is_or_how_many_there_are(project: Project) -> None:
    head = "page: T1\nformat: {columns: [71zi, 34zi], column: 13zi}\n"
    (found,) = faults(project, "- {text: 甲, at: {cols: 1, lines: 5}}", head)
    assert (found.said.key, found.said["path"]) == ("FORMAT.columns-and-column", "format.column")
    head = "page: T1\nformat: {columns: [71zi, 5mm, 2mm]}\n"
    (found,) = faults(project, "- {text: 甲, at: {cols: 1, lines: 5}}", head)
    assert (found.said.key, found.said["path"]) == ("FORMAT.narrow-column", "format.columns")
    head = "page: T1\nformat: {columns: [91zi, 44zi]}\n"
    (found,) = faults(project, "- {text: 甲, at: {cols: 1, lines: 5}}", head)
    assert (found.said.key, found.said["width_mm"]) == ("FORMAT.type-area", near(431.8))


def test_the_type_area_of_the_daily_that_was_measured(project: Project) -> None:
    """346.1 × 501.7 mm, 109.0 em of 9 pt, 9 on 11.70 pt, 121.5 lines."""
    head = "page: T1\nformat: {columns: [346.1mm], pitch: 11.7pt, lines: 121.5}\n"
    page = page_of(project, "- {text: 甲, at: {from: 0, lines: 1-121}}", head)
    area = page.grid.type_area
    assert area.width / EM == pytest.approx(109.0, abs=0.01)
    assert area.height / 72 * 25.4 == pytest.approx(501.7, abs=0.25)
    assert (page.grid.lines, area.height / page.grid.pitch) == (121, near(121.5))
    (found,) = faults(project, "- {text: 甲, at: {from: 0, lines: 1-122}}", head)
    assert (found.said.key, found.said["most"]) == ("OFF-GRID.lines", 121)


@pytest.mark.parametrize(
    ("columns", "at", "told"),
    [
        ("{count: 4, gutter: 2zi}", "width: 71zi", (16, 2.33, 2, 16.25)),
        ("{count: 4, gutter: 2zi}", "cols: 1", (16, 2.33, 2, 16.25)),
        ("{count: 2, gutter: 2zi, measure: 15zi}", "cols: 2", (15, 4, 2, 16)),
        ("{count: 4, gutter: 2zi, policy: equal}", "width: 71zi", None),
        ("{count: 2, gutter: 2zi}", "cols: 2", None),
        ("{count: 4}", "cols: 1", None),  # the white is not stated
        ("1", "width: 16.25zi", None),
    ],
)
def test_columns_that_do_not_divide_a_block_are_told_with_what_would(
    project: Project, columns: str, at: str, told: tuple[float, ...] | None
) -> None:
    page = page_of(project, f"- {{{STORY}, columns: {columns}, at: {{{at}, lines: 1-30}}}}")
    found = [d.said for d in page.remarks if d.said.key == "COLUMNS.undivided"]
    keys = ("measure_em", "gutter_em", "stated_em", "equal_em")
    assert [tuple(one[key] for key in keys) for one in found] == ([told] if told else [])


def test_columns_on_basic_columns_of_one_width_are_as_they_were(project: Project) -> None:
    head = "page: T1\nformat: tabloid\n"
    block = f"- {{{STORY}, columns: {{count: 2, gutter: 1zi}}, at: {{cols: 1-3, lines: 5-30}}}}"
    assert not [d for d in page_of(project, block, head).remarks if d.code == "COLUMNS"]
