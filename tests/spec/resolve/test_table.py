"""Tables resolved: styles, how columns are ranged, widths, rules; what cannot be had together."""

import pytest

from layout.color import WHITE, Color
from layout.spec.resolve.resolved import RCell as Cell
from layout.spec.resolve.resolved import RColumn, RTable
from layout.words.said import said
from tests.conftest import Project
from tests.spec.conftest import resolved
from tests.spec.helpers import faults_of
from tests.told import told

BLOCK = "blocks:\n  - {{id: t, table: data.csv, {}at: {{cols: 1-6, lines: 71-80}}}}\n"
CSV = "名,数,量,说\n甲,1.5,3,一\n乙,—,4—5,二\n"


def given(project: Project, keys: str = "", csv: str = CSV) -> Project:
    project.write("data.csv", csv)
    project.change("T1.yaml", "blocks:\n", BLOCK.format(keys))
    return project


def table(project: Project, keys: str = "", csv: str = CSV) -> RTable:
    made = resolved(given(project, keys, csv)).blocks[0].content
    assert isinstance(made, RTable)
    return made


def cell(made: RTable, row: int, column: int) -> Cell:
    return next(c for c in made.cells if (c.row, c.column) == (row, column))


def test_a_table_as_it_is_when_nothing_is_said(project: Project) -> None:
    made = table(project)
    assert (made.rows, made.header, made.size, made.gap, made.leading) == (3, 1, 8.0, 9.0, 0.0)
    assert made.columns == (RColumn(),) * 4
    assert [cell(made, 0, c).lines[0].style.name for c in range(4)] == ["table-head"] * 4
    assert [cell(made, 1, c).align for c in range(4)] == ["left", "point", "point", "center"]
    rules = made.rules
    assert (rules.top, rules.head, rules.bottom) == ("thick", "thin", "thick")
    assert (rules.rows, rules.columns, rules.sides) == ("none", "none", "none")
    assert made.framed
    assert made.whites == 4 * 9.0


def test_what_is_said_of_columns_goes_before_the_file(project: Project) -> None:
    project.write("data.md", "| a | b | c |\n|:-:|--:|---|\n| 甲 | 1 | 2 |\n")
    text = BLOCK.format("align: [right, auto, auto], ").replace("data.csv", "data.md")
    project.change("T1.yaml", "blocks:\n", text)
    made = resolved(project).blocks[0].content
    assert isinstance(made, RTable)
    assert [cell(made, 1, c).align for c in range(3)] == ["right", "right", "point"]
    assert [cell(made, 0, c).align for c in range(3)] == ["right", "right", "center"]


def test_widths_in_characters_lengths_and_shares(project: Project) -> None:
    made = table(project, "widths: [6, 20mm, auto, 2fr], ")
    assert made.columns[0] == RColumn(width=48.0)
    assert made.columns[1].width == pytest.approx(56.69, abs=0.01)
    assert made.columns[2:] == (RColumn(), RColumn(share=2.0))
    assert table_again(project, "widths: 2字, ").columns == (RColumn(width=16.0),) * 4


def table_again(project: Project, keys: str) -> RTable:
    """The table of a project that has one, with other keys."""
    text = (project.root / "T1.yaml").read_text(encoding="utf-8")
    line = next(row for row in text.splitlines() if "table:" in row)
    project.write("T1.yaml", text.replace(line, BLOCK.format(keys).splitlines()[1]))
    made = resolved(project).blocks[0].content
    assert isinstance(made, RTable)
    return made


def test_rules_by_sets_and_by_name(project: Project) -> None:
    made = table(project, "ruling: all, ")
    rules = made.rules
    assert {rules.top, rules.head, rules.rows, rules.columns, rules.bottom, rules.sides} == {"thin"}
    made = table_again(project, "ruling: {like: none, rows: dotted}, ")
    assert (made.rules.top, made.rules.rows) == ("none", "dotted")
    made = table_again(project, "ruling: none, ")
    assert not made.framed
    assert made.whites == 3 * 9.0


def test_words_on_a_dark_tint_stand_in_the_colour_of_the_paper(project: Project) -> None:
    made = table(project, "header_fill: K100, stripe_fill: K10, ")
    assert cell(made, 0, 0).lines[0].style.color == WHITE
    assert cell(made, 1, 0).fill is None
    assert cell(made, 2, 0).fill == Color(k=10.0)
    assert cell(made, 2, 0).lines[0].style.color != WHITE
    dark = table_again(project, "header_fill: K5, fill: K100, ")
    assert cell(dark, 0, 0).lines[0].style.color != WHITE
    assert cell(dark, 1, 0).lines[0].style.color == WHITE


def test_lines_indent_and_marks_of_a_cell(project: Project) -> None:
    made = table(project, "", '项,数\n　　其中,1\n"一行\n**二行**",2\n')
    assert cell(made, 1, 0).indent == 2.0
    lines = cell(made, 2, 0).lines
    assert [line.text for line in lines] == ["一行", "二行"]
    assert lines[1].runs[0].voice == "strong"


def test_styles_title_unit_and_notes(project: Project) -> None:
    made = table(
        project, "title: \"第{page}版\", unit: {text: 单位, style: note}, "
        "notes: [注, {text: 乙, align: right}], "
        "style: note, header_style: caption, leading: 10pt, air: 0.5lines, gap: 4pt, ",
    )  # fmt: skip
    assert made.title is not None
    assert made.unit is not None
    assert (made.title.text, made.title.style.name) == ("第T1版", "table-title")
    assert made.unit.style.name == "note"
    assert [(n.text, n.style.align) for n in made.notes] == [("注", "left"), ("乙", "right")]
    assert cell(made, 0, 0).lines[0].style.name == "caption"
    assert cell(made, 1, 0).lines[0].style.name == "note"
    assert (made.leading, made.gap) == (10.0, 4.0)
    assert made.air == pytest.approx(5.768, abs=0.001)


@pytest.mark.parametrize(
    ("keys", "key", "values"),
    [
        ("widths: [1, 2, 3], ", "TABLE-COLUMNS.count", {"given": 3, "columns": 4}),
        ("align: [left, right], ", "TABLE-COLUMNS.count", {"path": "align", "given": 2}),
        ("header: 3, ", "TABLE-EMPTY.body", {"header": 3, "rows": 3}),
        ("widths: 30, ", "TABLE-WIDTHS.over", {"width_zi": 120.0, "white_zi": 4.5}),
        ("widths: [30, 30, 30, auto], ", "TABLE-WIDTHS.no-rest", {"columns": 1}),
        ("style: nosuch, ", "UNKNOWN-STYLE.name", {"name": "nosuch"}),
        ("ruling: {rows: nosuch}, ", "UNKNOWN-RULE.name", {"name": "nosuch"}),
        ("header_fill: nosuch, ", "UNKNOWN-COLOR.name", {"name": "nosuch"}),
        ("widths: 0, ", "VALUE.not-above-zero", {"length": "0"}),
        ("widths: 3em, ", "VALUE.unit", {"unit": "em"}),
        ("widths: 宽, ", "VALUE.kind", {"path": "blocks.1.widths"}),
        ("ruling: 三线, ", "VALUE.kind", {"hint": said("part.did-you-mean", word="three")}),
    ],
)  # fmt: skip
def test_what_a_table_cannot_have(
    project: Project, keys: str, key: str, values: dict[str, object]
) -> None:
    fault = faults_of(resolved, given(project, keys))[0]
    assert told(fault, *values) == (key, values)


def test_widths_that_leave_room_are_told(project: Project) -> None:
    page = resolved(given(project, "widths: 10, "))
    (remark,) = [d for d in page.remarks if d.code == "TABLE-WIDTHS"]
    key, facts = told(remark)
    assert (key, remark.severity, facts["width_zi"]) == ("TABLE-WIDTHS.under", "warning", 40.0)
    assert facts["spare_zi"] == pytest.approx(facts["room_zi"] - 44.5)


def test_cells_joined_across_the_foot_of_the_header_are_told(project: Project) -> None:
    fault = faults_of(resolved, given(project, "", "名,数\n^^,1\n甲,2\n"))[0]
    assert told(fault) == ("TABLE-SPAN.header", {"row": 1, "column": 1, "header": 1})
    assert str(fault.where) == "data.csv:1:1"


def test_marks_of_other_dialects_in_cells_are_told_once(project: Project) -> None:
    page = resolved(given(project, "", "名,数\n<b>甲</b>,`1`\n"))
    assert {d.code for d in page.remarks if d.where and "data.csv" in str(d.where)} == {"MARKUP"}


def test_a_table_that_is_not_there_is_told_with_the_nearest(project: Project) -> None:
    project.write("data.csv", CSV)
    project.change("T1.yaml", "blocks:\n", BLOCK.format("").replace("data.csv", "date.csv"))
    fault = faults_of(resolved, project)[0]
    key, values = told(fault, "name", "path")
    assert (key, values) == ("MISSING-FILE.named", {"name": "date.csv", "path": "table"})
    assert "data.csv" in fault.hint


@pytest.mark.parametrize("path", ["../data.csv", "/etc/passwd", "http://x/data.csv"])
def test_a_table_stays_inside_the_project(project: Project, path: str) -> None:
    project.change("T1.yaml", "blocks:\n", BLOCK.format("").replace("data.csv", path))
    project.root.parent.joinpath("data.csv").write_text(CSV, encoding="utf-8")
    assert faults_of(resolved, project)[0].code == "BAD-PATH"
