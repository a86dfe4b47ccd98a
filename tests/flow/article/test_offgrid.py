"""小标题 off the grid: what is drawn of them, and that the text is on the grid again."""

from typing import Any

import pytest

from layout.check.makeup.checks import collide, grid
from layout.check.makeup.gather import gather
from layout.color import parse_color
from layout.diagnostics import StopError
from layout.display.items import Box, GlyphRun
from layout.units import mm
from tests.conftest import SENTENCE, Project

SHEET = """\
rules:
  red: {lines: 0.2mm, color: accent}
  bar: {lines: 0.8mm, color: accent}
styles:
  sub: {like: subhead, size: 12pt}
"""
PAGE = """\
page: G1
format: {preset: tabloid}
blocks:
  - id: a
    story: stories/a.md
    headline: {lines: 3}
    columns: {count: 3, level: %s}
    subhead: %s
    at: {cols: 1-6, lines: 1-50}
%s"""
RULED = "{style: sub, above: red, below: red, bar: bar}"
PICTURE = "  - {id: p, text: [图], wrap: box, at: {of: a, cols: 1-2, lines: 6-10}}\n"
STORY = "---\ntitle: 题\n---\n\n" + "".join(
    f"{SENTENCE * (1 + k % 3)}\n\n### 小标题第{'一二三四五六'[k]}个 | 它的第二行\n\n"
    for k in range(6)
) + SENTENCE * 3 + "\n"  # fmt: skip


def made(project: Project, subhead: str, *, level: bool = True, more: str = "") -> Any:
    project.write("styles.yaml", SHEET)
    page = PAGE % (str(level).lower(), subhead, more)
    return project.composed(page, {"a": STORY})


def heads(page: Any) -> list[list[GlyphRun]]:
    """The rows of each small heading, from the head of the page's first column on."""
    rows: dict[str, dict[float, GlyphRun]] = {}
    for item in page.display.items:
        if isinstance(item, GlyphRun) and item.passage is not None and item.passage.head:
            rows.setdefault(item.node, {}).setdefault(item.y, item)
    return [list(own.values()) for own in rows.values()]


def on_grid(page: Any) -> set[float]:
    """How far lines of text stand from the lines of the grid."""
    own = page.display.grid
    lines = [
        i for i in page.display.items
        if isinstance(i, GlyphRun) and i.passage is not None and not i.passage.head
    ]  # fmt: skip
    assert len(lines) > 20
    return {round((i.y - own.baseline_of(1)) % own.pitch, 3) % round(own.pitch, 3) for i in lines}


def ruled(page: Any, node: str) -> list[Box]:
    return [i for i in page.display.items if isinstance(i, Box) and i.node == node]


@pytest.mark.parametrize("level", [True, False])
@pytest.mark.parametrize("more", ["", PICTURE])
def test_rows_have_their_own_leading_and_the_text_is_on_the_grid(
    project: Project, level: bool, more: str
) -> None:
    page = made(project, RULED, level=level, more=more)
    assert not [d for d in page.diagnostics if d.severity == "error"]
    assert on_grid(page) == {0.0}
    for rows in heads(page):
        assert [r.text for r in rows][1] == "它的第二行"
        assert rows[1].y - rows[0].y == pytest.approx(15.0)
        assert len({r.line.block for r in rows if r.line}) == 1
        assert len({r.line.column for r in rows if r.line}) == 1
    assert len(heads(page)) == 6


@pytest.mark.parametrize("more", ["", PICTURE])
def test_nothing_touches_and_the_checks_have_no_word(project: Project, more: str) -> None:
    subject = gather(made(project, RULED, more=more).composed)
    assert not [*collide.CHECK.run(subject), *grid.CHECK.run(subject)]


def test_rules_stand_over_and_under_it_and_one_end_of_the_lower_is_thick(project: Project) -> None:
    page = made(project, RULED)
    for rows in heads(page):
        top, foot, bar = ruled(page, rows[0].node)
        assert {box.fill for box in (top, foot, bar)} == {parse_color("M100 Y100")}
        assert (top.rect.height, bar.rect.height) == pytest.approx((mm(0.2), mm(0.8)))
        assert top.rect.bottom < rows[0].y - 0.88 * 12
        assert foot.rect.y > rows[1].y + 0.12 * 12
        assert foot.rect.y == pytest.approx(bar.rect.y)
        assert (bar.rect.x, bar.rect.width) == pytest.approx((foot.rect.x, 27.0))
        assert top.rect.width == pytest.approx(rows[0].line.measure if rows[0].line else 0)


def test_the_bar_may_be_longer_and_at_the_right(project: Project) -> None:
    page = made(project, "{style: sub, below: red, bar: {rule: bar, length: 20mm, end: right}}")
    for rows in heads(page):
        foot, bar = ruled(page, rows[0].node)
        assert bar.rect.width == pytest.approx(mm(20))
        assert bar.rect.right == pytest.approx(foot.rect.right)


def test_at_a_columns_head_it_begins_where_the_text_beside_it_does(project: Project) -> None:
    project.write("styles.yaml", SHEET)
    text = f"---\ntitle: 题\n---\n\n### 开头 | 两行\n\n{SENTENCE * 9}\n"
    page = project.composed(PAGE % ("true", RULED, ""), {"a": text})
    top = ruled(page, "stories/a.md#p1")[0].rect.y
    first = min(
        i.y for i in page.display.items
        if isinstance(i, GlyphRun) and i.passage is not None and not i.passage.head
    )  # fmt: skip
    assert top == pytest.approx(first - 0.88 * 9, abs=0.01)


def test_leading_alone_takes_it_off_the_grid(project: Project) -> None:
    page = made(project, "{style: sub, leading: 1.5em}")
    assert on_grid(page) == {0.0}
    assert {round(b.y - a.y, 3) for a, b in heads(page)} == {18.0}


def test_on_the_grid_its_rows_stand_on_lines_of_it(project: Project) -> None:
    page = made(project, "{style: sub}")
    assert {round(b.y - a.y, 3) for a, b in heads(page)} == {round(page.display.grid.pitch, 3)}
    assert {a.line.gap_em for a, _ in heads(page) if a.line} == {0.0}  # none is spread


def test_lines_that_are_too_few_are_told_with_numbers(project: Project) -> None:
    page = made(project, RULED[:-1] + ", lines: 2}")
    told = [d for d in page.diagnostics if d.code == "SUBHEAD"]
    assert len(told) == 6
    assert (told[0].severity, told[0].said["lines"]) == ("error", 2)
    assert told[0].said["height_pt"] > told[0].said["room_pt"]
    assert told[0].where.line == 7


@pytest.mark.parametrize("key", ["above: red", "below: red", "bar: bar", "leading: 15pt"])
def test_in_text_that_runs_down_it_stands_on_the_grid(project: Project, key: str) -> None:
    project.write("styles.yaml", SHEET)
    page = (PAGE % ("false", f"{{{key}}}", "")).replace("headline: {lines: 3}", "vertical: true")
    with pytest.raises(StopError) as stopped:
        project.composed(page, {"a": STORY})
    errors = [d for d in stopped.value.diagnostics if d.severity == "error"]
    assert [d.said.key for d in errors] == ["VERTICAL.subhead"]


@pytest.mark.parametrize("subhead", [RULED, "2", "{lines: 3}"])
def test_lines_that_are_over_and_those_that_stand_are_all_of_a_storys(
    project: Project, subhead: str
) -> None:
    """The room told is what stands: white about 小标题 is no room for text."""
    project.write("styles.yaml", SHEET)
    page = (PAGE % ("false", subhead, "")).replace("lines: 1-50", "lines: 1-12")
    (told,) = [
        d.said for d in project.composed(page, {"a": STORY}).diagnostics if d.code == "OVERSET"
    ]
    assert told["of"] - told["room"] == told["lines"] > 0
