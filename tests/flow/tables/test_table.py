"""Tables on a page: rows on the grid, figures under one another, what has no room."""

from itertools import pairwise

import pytest

from layout.api import ComposedPage, Session
from layout.display.items import Box, GlyphRun, part_of
from tests.conftest import Project
from tests.told import assert_told, told

HEAD = "page: G1\nformat: tabloid\ndate: 2024-05-06\nblocks:\n"
PRICES = "品名,价（元）,涨跌\n米,5.2,＋0.8％\n油,76.55,−10％\n蛋,—,3—4％\n"


def page(project: Project, block: str, csv: str = PRICES, name: str = "data.csv") -> ComposedPage:
    project.write(name, csv)
    return Session().page(project.write("G1.yaml", HEAD + block))


def table(at: str = "cols: 1-3, lines: 11-14", more: str = "") -> str:
    return f"  - {{id: t, table: data.csv, {more}at: {{{at}}}}}\n"


def runs(result: ComposedPage, part: str = "") -> list[GlyphRun]:
    return [
        item for item in result.display.items
        if isinstance(item, GlyphRun) and part_of(item.node).rstrip("0123456789").startswith(part)
    ]  # fmt: skip


def rules(result: ComposedPage) -> list[Box]:
    return [item for item in result.display.items if isinstance(item, Box) and item.role == "rule"]


def line_of(result: ComposedPage, text: str) -> float:
    """The line of the grid on which words stand, from 1."""
    grid = result.display.grid
    run = next(run for run in runs(result) if run.text.startswith(text))
    return round((run.y - grid.baseline_of(1)) / grid.pitch + 1, 6)


def point_x(run: GlyphRun) -> float:
    """Where the decimal point of a figure is, or would be."""
    at = run.text.find(".")
    if at < 0:
        digits = [n for n, char in enumerate(run.text) if char.isdigit()]
        last = run.clusters.index(digits[-1])
        return run.x + run.xs[last] + 0.5 * run.size
    return run.x + run.xs[run.clusters.index(at)]


def test_rows_of_one_line_stand_on_the_lines_of_the_grid(project: Project) -> None:
    made = page(project, table())
    assert made.good, made.diagnostics
    assert [line_of(made, text) for text in ("品名", "米", "油", "蛋")] == [11, 12, 13, 14]


def test_figures_are_ranged_on_the_point(project: Project) -> None:
    made = page(project, table())
    prices = [run for run in runs(made) if run.text in ("5.2", "76.55")]
    changes = [run for run in runs(made) if "％" in run.text]
    assert len(prices) == 2
    assert len(changes) == 3
    for column in (prices, changes):
        assert [point_x(run) for run in column] == pytest.approx([point_x(column[0])] * len(column))


def test_a_table_of_three_rules(project: Project) -> None:
    made = page(project, table())
    top, head, bottom = rules(made)
    block = made.display.blocks[0].rect
    assert (top.rect.height, bottom.rect.height) == pytest.approx((0.992, 0.992))
    assert head.rect.height == pytest.approx(0.51)  # 0.18 mm
    assert top.rect.y == pytest.approx(block.y)
    assert {(r.rect.x, round(r.rect.width, 6)) for r in (top, head, bottom)} == {
        (block.x, round(block.width, 6))
    }
    first, second = (next(r for r in runs(made) if r.text == t) for t in ("品名", "米"))
    over = head.rect.y + head.rect.height / 2 - (first.y + 0.12 * first.size)
    under = second.y - 0.88 * second.size - (head.rect.y + head.rect.height / 2)
    assert over == pytest.approx(under)


def test_title_unit_and_notes_stand_on_lines_of_their_own(project: Project) -> None:
    more = "title: 价目, unit: 单位：元, notes: [注：样张。, {text: 制表, align: right}], "
    made = page(project, table("cols: 1-3, lines: 11-18", more))
    assert made.good, made.diagnostics
    title, unit = runs(made, "title")[0], runs(made, "unit")[0]
    block = made.display.blocks[0].rect
    assert title.y == unit.y
    assert title.x + title.width / 2 == pytest.approx(block.x + block.width / 2)
    assert unit.x + unit.width == pytest.approx(block.right)
    assert line_of(made, "品名") == 13
    assert [line_of(made, text) for text in ("注", "制表")] == [17, 18]
    note = runs(made, "note")[-1]
    assert note.x + note.width == pytest.approx(block.right)


def test_a_unit_without_room_beside_the_title_has_a_line(project: Project) -> None:
    more = "title: 本市一周农副产品, unit: 单位：元／公斤, "
    made = page(project, table("cols: 1, lines: 11-17", more), "甲,乙\n1,2\n3,4\n5,6\n")
    assert made.good, made.diagnostics
    assert line_of(made, "单位") == 13
    assert line_of(made, "甲") == 14


def test_a_cell_in_several_lines_and_those_beside_it(project: Project) -> None:
    csv = "日,事\n一,开幕式，然后是少年组与青年组的第一轮\n"
    made = page(project, table("cols: 1, lines: 11-14", "widths: [3, auto], gap: 0.5zi, "), csv)
    assert made.good, made.diagnostics
    words = runs(made, "cell")
    assert words[1].y - made.display.grid.baseline_of(12) == pytest.approx(0)
    assert line_of(made, "一") == 13  # in the middle of three
    above = page(
        project, table("cols: 1, lines: 11-14", "widths: [3, auto], gap: 0.5zi, valign: top, "), csv
    )
    assert line_of(above, "一") == 12


def test_a_leading_and_air_of_its_own_leave_the_grid(project: Project) -> None:
    made = page(project, table("cols: 1-3, lines: 11-18", "leading: 10pt, air: 4pt, "))
    ys = [next(r for r in runs(made) if r.text == t).y for t in ("品名", "米", "油", "蛋")]
    assert [b - a for a, b in pairwise(ys)] == pytest.approx([14, 14, 14])


def test_an_indent_of_full_blanks(project: Project) -> None:
    made = page(project, table(), "项,数\n合计,3\n　　其中：甲,2\n其余,1\n")
    total, part = (next(r for r in runs(made) if r.text == t) for t in ("合计", "其中：甲"))
    assert part.x - total.x == pytest.approx(2 * 8.0)


def test_marks_and_line_ends_in_cells(project: Project) -> None:
    md = "| 量 | 面积 |\n|--|--|\n| **粗** | 5 m^2^<br>约 |\n"
    project.write("data.md", md)
    block = "  - {id: t, table: data.md, at: {cols: 1-3, lines: 11-13}}\n"
    made = Session().page(project.write("G1.yaml", HEAD + block))
    assert made.good, made.diagnostics
    bold, plain = (next(r for r in runs(made) if r.text == t) for t in ("粗", "约"))
    assert bold.face != plain.face
    raised = next(r for r in runs(made) if r.text == "2")
    assert raised.size < plain.size
    assert line_of(made, "约") == 13


# Without room


def test_rows_without_room_are_left_off_and_told(project: Project) -> None:
    csv = PRICES + "醋,3,0％\n盐,2,0％\n"
    made = page(project, table("cols: 1-3, lines: 11-14", "title: 价目, "), csv)
    (fault,) = [d for d in made.diagnostics if d.severity == "error"]
    assert_told(
        fault,
        "TABLE-DEEP.rows",
        {"block": "t", "rows": 4, "of": 6, "first": 3, "text": "油", "need_lines": 8,
         "room_lines": 4, "over_lines": 4},
    )  # fmt: skip
    assert {r.text for r in runs(made)} >= {"价目", "品名", "米"}
    assert not [r for r in runs(made) if r.text in ("油", "醋", "盐")]
    assert len(rules(made)) == 3


def test_a_block_lower_than_title_and_notes_is_told_with_its_own_lines(project: Project) -> None:
    more = "title: 价目, notes: 注, "
    made = page(project, table("cols: 1-3, lines: 11-12", more))
    fault = next(d for d in made.diagnostics if d.code == "TABLE-DEEP")
    assert_told(fault, "TABLE-DEEP.rows", {"need_lines": 7, "room_lines": 2, "over_lines": 5})


def test_condensed_type_stands_as_high_as_any(project: Project) -> None:
    project.write("own.yaml", "styles: {long: {like: table, h_scale: 70}}\n")
    project.write("edition.yaml", "styles: own.yaml\n")
    plain = page(project, table(more="leading: 12pt, "))
    long = page(project, table(more="leading: 12pt, style: long, "))
    ys = [[r.y for r in runs(made, "cell")] for made in (plain, long)]
    assert ys[0] == ys[1]


def test_no_cell_over_rows_is_cut(project: Project) -> None:
    csv = "组,名\n甲,一\n乙,二\n^^,三\n^^,四\n"
    made = page(project, table("cols: 1-3, lines: 11-13"), csv)
    (fault,) = [d for d in made.diagnostics if d.severity == "error"]
    assert told(fault, "rows", "first", "text")[1] == {"rows": 3, "first": 3, "text": "乙"}


def test_a_block_higher_than_its_table_is_told(project: Project) -> None:
    made = page(project, table("cols: 1-3, lines: 11-17"))
    (found,) = made.diagnostics
    assert (found.severity, *told(found)) == (
        "warning", "TABLE-SPARE.lines", {"block": "t", "lines": 3},
    )  # fmt: skip


def test_a_table_wider_than_its_block_is_told_in_characters(project: Project) -> None:
    csv = "编号,名\n" + "A" * 40 + "," + "B" * 20 + "\n"
    made = page(project, table("cols: 1, lines: 11-12"), csv)
    (fault,) = [d for d in made.diagnostics if d.severity == "error"]
    key, values = told(fault)
    assert key == "TABLE-WIDE.table"
    assert (values["column"], values["head"]) == (1, "编号")
    assert values["room_zi"] == pytest.approx(11 * 9 / 8)
    assert values["over_zi"] == pytest.approx(values["need_zi"] - values["room_zi"])


def test_a_column_too_narrow_for_a_word_is_told_in_characters(project: Project) -> None:
    made = page(project, table(more="widths: [4, 2, auto], "))
    fault = next(d for d in made.diagnostics if d.code == "TABLE-WIDE")
    key, values = told(fault)
    assert key == "TABLE-WIDE.column"
    assert (values["column"], values["head"], values["row"]) == (2, "价（元）", 3)
    assert (values["text"], values["width_zi"]) == ("76.55", 2)
    assert values["over_zi"] == pytest.approx(0.3, abs=0.2)


# In groups and stories


def test_in_a_stack_a_table_is_as_high_as_it_is(project: Project) -> None:
    block = (
        "  - stack:\n"
        "    - {id: t, table: data.csv, title: 价目, notes: 注, rules: thin}\n"
        "    - {text: 一行, lines: fill}\n"
        "    at: {cols: 1-3, lines: 11-30}\n"
    )
    made = page(project, block)
    assert made.good, made.diagnostics
    assert not [d for d in made.diagnostics if d.code.startswith("TABLE")]
    rect = next(b.rect for b in made.display.blocks if b.id == "t")
    # Title 2, rows 4, note 1; the inset takes a line of the grid above and below.
    assert round(rect.height / made.display.grid.pitch) == 9
    assert line_of(made, "品名") == 14


@pytest.mark.parametrize(
    "place", ["at: {cols: 1, lines: 3-6, of: s}", "at: {cols: 1, lines: 13-16}, wrap: {}"]
)
def test_text_runs_round_a_table(project: Project, place: str) -> None:
    project.write("long.md", "---\ntitle: 题\n---\n\n" + "字里行间，自有天地。" * 60 + "\n")
    block = (
        "  - {id: s, story: long.md, columns: 2, at: {cols: 1-2, lines: 5-40}}\n"
        f"  - {{id: t, table: data.csv, {place}}}\n"
    )
    made = page(project, block, "品,价\n米,5.2\n油,76\n蛋,—\n")
    assert not [d for d in made.diagnostics if d.severity == "error" and d.code != "OVERSET"]
    rect = next(b.rect for b in made.display.blocks if b.id == "t")
    body = [r for r in runs(made) if r.line is not None]
    assert body
    assert not [
        r for r in body
        if r.x < rect.right - 1 and r.x + r.width > rect.x + 1
        and rect.y < r.y - 0.5 * r.size < rect.bottom
    ]  # fmt: skip
    grid = made.display.grid
    ys = {run.y for run in body}
    on = [
        y
        for y in (r.y for r in runs(made, "cell"))
        if any(abs(y - b) % grid.pitch < 1e-6 for b in ys)
    ]
    assert on
