"""Stacks and rows: heights that follow their content, what fills the rest, what is too high."""

import pytest

from layout.diagnostics import Diagnostic, StopError
from tests.conftest import Project
from tests.flow.groups.helpers import codes, page, places
from tests.told import assert_told

PILE = """\
- id: pile
  stack:
    - {id: top, rule: thin, lines: 2}
    - {id: lead, story: stories/two.md, headline: {lines: 4, size: 14pt}}
    - {id: rest, text: 甲, lines: fill}
  gap: 1
  at: {cols: 1-2, lines: 1-40}
"""


def test_a_story_is_as_high_as_its_text_and_fill_takes_the_rest(project: Project) -> None:
    made = page(project, PILE)
    found = places(made)
    assert found["pile"] == (1, 40)
    assert found["top"] == (1, 2)
    assert found["lead"][0] == 4
    assert found["rest"] == (found["lead"][1] + 2, 40)
    assert codes(made) == []
    (fit,) = made.display.fits
    assert fit.over_lines == 0
    assert fit.room - fit.lines < fit.columns  # not a line more than it needs


def test_one_value_changed_for_one_build_moves_what_is_below(project: Project) -> None:
    before, after = places(page(project, PILE)), places(page(project, PILE, "blocks.top.lines=7"))
    assert after["top"] == (1, 7)
    assert after["lead"][0] == before["lead"][0] + 5
    assert after["rest"][1] == before["rest"][1] == 40


def test_two_that_fill_share_what_is_left(project: Project) -> None:
    made = page(
        project,
        "- {stack: [{id: a, text: 甲, lines: fill}, {id: b, text: 乙, lines: fill}], gap: 1,"
        " at: {cols: 1, lines: 1-12}}\n",
    )
    found = places(made)
    assert (found["a"], found["b"]) == ((1, 6), (8, 12))


def test_a_row_is_as_high_as_its_highest_and_divides_its_columns(project: Project) -> None:
    made = page(
        project,
        "- stack:\n"
        "    - row:\n"
        "        - {id: a, story: stories/two.md, cols: 2, headline: {lines: 3, size: 12pt}}\n"
        "        - {id: b, story: stories/two.md, headline: {lines: 3, size: 12pt}}\n"
        "        - {id: c, rule: thin, cols: fill}\n"
        "    - {id: d, text: 甲, lines: fill}\n"
        "  gap: 0\n"
        "  at: {cols: 1-6, lines: 1-50}\n",
    )
    found = places(made)
    assert found["a"] == found["b"] == found["c"]
    assert found["d"][0] == found["b"][1] + 1
    columns = made.display.grid.columns
    rects = {b.id: b.rect for b in made.display.blocks}
    assert (rects["a"].x, rects["a"].right) == pytest.approx((columns[0][0], columns[1][1]))
    assert (rects["b"].x, rects["b"].right) == pytest.approx((columns[2][0], columns[3][1]))
    assert (rects["c"].x, rects["c"].right) == pytest.approx((columns[4][0], columns[5][1]))


def test_an_inset_group_keeps_its_blocks_on_the_grid(project: Project) -> None:
    made = page(project, PILE.replace("  gap: 1", "  gap: 1\n  rules: thin\n  inset: [1zi, 5pt]"))
    found = places(made)
    assert found["top"] == (2, 3)
    assert found["rest"][1] == 39
    lead = next(b for b in made.display.blocks if b.id == "lead")
    pile = next(b for b in made.display.blocks if b.id == "pile")
    assert lead.rect.x == pytest.approx(pile.rect.x + 9)
    assert lead.rect.right == pytest.approx(pile.rect.right - 9)


def test_what_is_too_high_is_told_with_its_sum(project: Project) -> None:
    made = page(project, PILE, "blocks.pile.at.lines=1-12")
    (fault,) = [d for d in made.diagnostics if d.code == "PLACING"]
    assert fault.severity == "error"
    assert_told(fault, "PLACING.too-many", {"group": "pile", "room_lines": 12})
    parts = [(part.key, dict(part.values)) for part in fault.said["parts"]]
    assert parts[0] == ("part.placing-part", {"name": "top", "lines": 2})
    assert [values.get("name") for _, values in parts[:2]] == ["top", "lead"]
    assert parts[-1][1]["lines"] == 2  # the gaps
    assert made.drawable


def test_what_is_left_empty_is_told(project: Project) -> None:
    made = page(project, PILE, "blocks.rest.lines=3")
    (fault,) = [d for d in made.diagnostics if d.code == "PLACING"]
    assert fault.severity == "warning"
    assert_told(fault, "PLACING.left-empty", {"group": "pile", "lines": 25})


def refused(project: Project, blocks: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(StopError) as stop:
        page(project, blocks)
    return stop.value.diagnostics


def faults(project: Project, blocks: str) -> list[str]:
    return [d.said.key for d in refused(project, blocks)]


WRONG = {
    "- {stack: [{rule: thin, at: {cols: 1, lines: 1}}], at: {cols: 1, lines: 1-9}}\n":
        "PLACE.at-in-stack",
    "- {stack: [{rule: thin, cols: 1}], at: {cols: 1, lines: 1-9}}\n": "PLACE.cols-in-stack",
    "- {row: [{rule: thin, cols: 2}], at: {cols: 1-3, lines: 1-9}}\n": "PLACE.row-short",
    "- {row: [{rule: thin, cols: 4}], at: {cols: 1-3, lines: 1-9}}\n": "PLACE.row-over",
    "- {row: [{rule: thin, cols: 1}, {rule: thin}], at: {cols: 1, lines: 1-9}}\n": "PLACE.row-over",
    "- {rule: thin, lines: 3, at: {cols: 1, lines: 1-9}}\n": "PLACE.in-no-group",
    "- {rule: thin, at: [{cols: 1, lines: 1}, {cols: 2, lines: 1}]}\n": "PLACE.several",
    "- {story: stories/two.md, wrap: box, at: {cols: 1, lines: 1-20}}\n": "WRAP.story",
    "- {text: 甲, wrap: outline, at: {cols: 1, lines: 1-9}}\n": "WRAP.outline",
    "- {text: 甲, wrap: polygon, at: {cols: 1, lines: 1-9}}\n": "WRAP.points",
    "- {text: 甲, wrap: {shape: polygon, points: [[0, 0], [0.5, 0.5], [1, 1]]},"
    " at: {cols: 1, lines: 1-9}}\n": "WRAP.flat-polygon",
    "- {text: 甲, at: {of: lead, cols: 1, lines: 1}}\n": "PLACE.no-block",
    "- {id: a, text: 甲, at: {cols: 1, lines: 1}}\n- {text: 甲, at: {of: a, cols: 1, lines: 1}}\n":
        "PLACE.no-story",
    "- {story: stories/two.md, at: [{cols: 1-2, lines: 1-20}, {cols: 2-3, lines: 9-20}]}\n":
        "OVERLAP.blocks",
    "- {story: stories/two.md, at: {cols: 1, lines: 1-20}}\n"
    "- {text: 甲, at: {cols: 1, lines: 9-12}}\n": "OVERLAP.blocks",
    "- {stack: [{rule: thin}], at: {cols: 1, lines: 80-90}}\n": "OFF-GRID.lines",
    "- {text: 甲, fit: {gutter: [1zi, 2zi]}, at: {cols: 1, lines: 1-9}}\n": "FIT.story-only",
    "- {story: stories/two.md, fit: {gutter: [2zi, 1zi]}, at: {cols: 1, lines: 1-20}}\n":
        "FIT.least-most",
    "- {story: stories/two.md, columns: {policy: grid, count: 2}, at: {cols: 1-2, lines: 1-20}}\n":
        "COLUMNS.of-the-page",
    "- {story: stories/two.md, columns: {policy: equal, measure: 9zi},"
    " at: {cols: 1-2, lines: 1-20}}\n": "COLUMNS.measure-and-policy",
}  # fmt: skip


@pytest.mark.parametrize("blocks", WRONG)
def test_what_has_no_place_is_told(project: Project, blocks: str) -> None:
    found = faults(project, blocks)
    assert WRONG[blocks] in found


@pytest.mark.parametrize(("cols", "taken"), [(2, 2), (4, 4)])
def test_a_row_tells_how_many_columns_its_blocks_take(
    project: Project, cols: int, taken: int
) -> None:
    row = f"- {{row: [{{rule: thin, cols: {cols}}}], at: {{cols: 1-3, lines: 1-9}}}}\n"
    (one,) = refused(project, row)
    assert (one.said["columns"], one.said["of"]) == (taken, 3)


def test_nesting_has_an_end(project: Project) -> None:
    inner = "{rule: thin}"
    for _ in range(8):
        inner = "{stack: [" + inner + "]}"
    blocks = f"- {{stack: [{inner}], at: {{cols: 1, lines: 1-20}}}}\n"
    assert "PLACE.nested" in faults(project, blocks)


def test_what_stands_in_a_story_must_find_its_columns(project: Project) -> None:
    story = "- {id: s, story: stories/two.md, columns: 2, at: {cols: 1-2, lines: 1-20}}\n"
    made = page(project, story + "- {text: 甲, at: {of: s, cols: 3, lines: 1-2}}\n")
    assert "OFF-GRID.host-cols" in [d.said.key for d in made.diagnostics]
    made = page(project, story + "- {text: 甲, at: {of: s, cols: 1, lines: 2-60}}\n")
    assert "OFF-GRID.host-lines" in [d.said.key for d in made.diagnostics]


def test_a_place_in_a_story_may_be_measured_in_lengths(project: Project) -> None:
    story = "- {id: s, story: stories/two.md, columns: 2, at: {cols: 1-2, lines: 1-20}}\n"
    frames = page(project, story).display.frames
    for at, left, wide in (
        ("from: 3zi, width: 5zi", frames[0].rect.x + 27, 45),
        ("cols: 2, width: 4zi", frames[1].rect.x, 36),
        ("from: 2zi", frames[0].rect.x + 18, frames[1].rect.right - frames[0].rect.x - 18),
    ):
        made = page(project, f"{story}- {{id: t, text: 甲, at: {{of: s, {at}, lines: 3-5}}}}\n")
        rect = next(b.rect for b in made.display.blocks if b.id == "t")
        assert [rect.x, rect.width] == pytest.approx([left, wide])
    made = page(project, story + "- {text: 甲, at: {of: s, from: 20zi, width: 9zi, lines: 1-2}}\n")
    assert "OFF-GRID.host-width" in [d.said.key for d in made.diagnostics]


def test_a_story_of_a_stack_is_as_high_as_what_stands_in_it_needs(project: Project) -> None:
    blocks = PILE.replace("{id: lead, ", "{id: lead, columns: 2, ")
    alone = places(page(project, blocks))["lead"]
    box = "- {id: box, text: 甲, at: {of: lead, cols: 1, lines: 1-4}}\n"
    made = page(project, blocks + box)
    found = places(made)["lead"]
    assert found[1] > alone[1]
    assert codes(made) == []


@pytest.mark.parametrize("more", ["headline: {lines: 5, stands: inside}", "initial: 4"])
def test_what_a_story_holds_besides_text_has_room(project: Project, more: str) -> None:
    made = page(
        project,
        "- stack:\n"
        f"    - {{id: lead, story: stories/two.md, {more}}}\n"
        "    - {text: 甲, lines: fill}\n"
        "  at: {cols: 1-3, lines: 1-60}\n",
    )
    assert made.good, made.diagnostics


DOWN = """\
- id: pile
  stack:
    - {id: down, story: stories/one.md, vertical: true, columns: 2,
       headline: {lines: 4, title: line, size: 14pt}}
    - {id: rest, text: 甲, lines: fill}
  at: {cols: 1-4, lines: 1-60}
"""


def test_a_story_that_runs_down_is_as_high_as_its_text(project: Project) -> None:
    made = page(project, DOWN)
    assert codes(made) == [], made.diagnostics
    lines = places(made)["down"][1]
    over = {}
    for tried in range(lines - 2, lines + 3):
        (fit,) = page(project, DOWN, f"blocks.down.lines={tried}").display.fits
        over[tried] = fit.over_lines
    assert all(over[n] for n in (lines - 2, lines - 1))
    assert not any(over[n] for n in (lines, lines + 1, lines + 2))


def test_a_story_that_runs_down_takes_the_page_where_it_is_too_long(project: Project) -> None:
    project.write("stories/one.md", "---\ntitle: 题\n---\n\n" + "字" * 40000 + "\n")
    made = page(project, DOWN)
    assert {"PLACING", "OVERSET"} <= set(codes(made))


def test_a_story_that_runs_down_may_fit(project: Project) -> None:
    fit = "headline: {lines: 4, title: line, size: 14pt}, fit: {headline: 3-9, gutter: [1zi, 4zi]}"
    text = DOWN.replace("headline: {lines: 4, title: line, size: 14pt}", fit).replace(
        ", lines: fill", ", lines: 30"
    )
    made = page(project, text)
    assert "FITTED" in [d.code for d in made.diagnostics]
    assert "FIT" not in codes(made)
    assert "PLACING" not in codes(made)
    assert places(made)["rest"] == (31, 60)


def test_a_headline_that_is_too_high_makes_no_story_deeper(project: Project) -> None:
    """What is wrong with it is told; the story keeps the height of its text."""
    project.write("stories/two.md", "---\ntitle: 题\n---\n\n" + "字" * 200 + "\n")
    good, bad = (PILE.replace("size: 14pt", f"size: {size}pt") for size in (14, 80))
    made = page(project, bad)
    assert "DISPLAY-HIGH" in codes(made)
    assert places(made)["lead"] == places(page(project, good))["lead"]
    down = DOWN.replace("size: 14pt", "size: 60pt")
    made = page(project, down)
    assert "DISPLAY-HIGH" in codes(made)
    assert "PLACING" not in codes(made)
