"""Cells set in the width of their columns: toy type, each Han an em of ten points."""

import pytest

from layout.flow.tables.cells import Measured, SetCell, need_of, set_cell, sides_of
from layout.flow.tables.cells import measured as measured_in
from layout.flow.tables.lines import CellLines
from layout.flow.type.setter import Setter
from layout.spec.resolve.resolved import RCell
from layout.spec.tables.figures import point_of
from tests.flow.conftest import words

NONE = (0.0, 0.0)


def cell(*texts: str, align: str = "left", **more: float) -> RCell:
    settings = {"row": 0, "column": 0, "rows": 1, "columns": 1} | more
    lines = tuple(words(text, indent_em=0.0) for text in texts)
    points = tuple(map(point_of, texts))
    return RCell(lines=lines, points=points, align=align, **settings)  # type: ignore[arg-type]


def measured(setter: Setter, own: RCell, leading: float) -> Measured:
    return measured_in(CellLines(setter), own, leading)


def done(setter: Setter, own: RCell, width: float, sides: tuple[float, float] = NONE) -> SetCell:
    return set_cell(setter, measured(setter, own, 12.0), width, sides)


def lefts(made: SetCell) -> list[float]:
    return [round(line.x, 4) for line in made.lines]


@pytest.mark.parametrize(
    ("align", "x"), [("left", 0.0), ("center", 20.0), ("right", 40.0), ("point", 20.0)]
)
def test_a_cell_of_one_line_is_ranged(setter: Setter, align: str, x: float) -> None:
    made = done(setter, cell("甲乙", align=align), 60.0)
    assert (lefts(made), made.depth, made.over) == ([x], 1, 0.0)


def test_words_without_room_break_and_stand_at_the_left(setter: Setter) -> None:
    made = done(setter, cell("甲乙丙丁戊", align="center"), 30.0)
    assert (lefts(made), made.depth, made.over) == ([0.0, 0.0], 2, 0.0)
    assert lefts(done(setter, cell("甲乙丙丁戊", align="right"), 30.0)) == [0.0, 10.0]


def test_a_narrow_column_opens_no_line(setter: Setter) -> None:
    made = done(setter, cell("甲乙丙丁戊"), 34.0)
    assert [line.line.width for line in made.lines] == [3000, 2000]


def test_forced_lines_and_an_indent(setter: Setter) -> None:
    made = done(setter, cell("甲", "乙丙丁", indent=1.0), 30.0)
    assert (lefts(made), made.depth) == ([10.0, 10.0, 10.0], 3)
    need = need_of(setter, measured(setter, cell("甲", "乙丙丁", indent=1.0), 12.0), NONE)
    assert (need.natural, need.least, need.depth(40.0), need.depth(30.0)) == (40, 20, 2, 3)


def test_larger_type_takes_more_lines_of_the_leading(setter: Setter) -> None:
    own = RCell(
        row=0, column=0, rows=1, columns=1, lines=(words("甲", 18.0),), points=(None,), align="left"
    )
    assert measured(setter, own, 12.0).step == 2
    assert measured(setter, own, 18.0).step == 1
    assert measured(setter, own, 17.7).step == 1


def test_figures_are_as_wide_as_both_sides_of_the_point(setter: Setter) -> None:
    cells = [measured(setter, cell(text, align="point"), 12.0) for text in ("1.25", "100", "—")]
    sides = sides_of(cells)
    one, whole, none = cells
    assert one.points[0] is not None
    assert whole.points[0] == whole.lines[0].width
    assert none.points == (None,)
    assert sides == (whole.lines[0].width, one.lines[0].width - one.points[0])
    assert need_of(setter, one, sides).natural == sum(sides)
    made = [set_cell(setter, own, 80.0, sides) for own in cells]
    points = [m.lines[0].x + (c.points[0] or 0.0) for m, c in zip(made, cells, strict=True)]
    assert points[0] == pytest.approx(points[1])
    middle = made[2].lines[0].x + cells[2].lines[0].width / 2
    assert middle == pytest.approx(40.0)


def test_a_figure_is_not_parted_and_told_by_how_much_it_is_over(setter: Setter) -> None:
    made = done(setter, cell("3—4"), 10.0)
    width = measured(setter, cell("3—4"), 12.0).lines[0].width
    assert made.depth == 1
    assert made.wide == "3—4"
    assert made.over == pytest.approx(width - 10.0)


def test_a_word_wider_than_its_cell_is_over(setter: Setter) -> None:
    made = done(setter, cell("AAAAAAAA"), 20.0)
    assert made.over > 0
    assert not made.diagnostics


def test_an_empty_cell_takes_a_line(setter: Setter) -> None:
    made = done(setter, cell(""), 20.0)
    assert (made.depth, made.over) == (1, 0.0)
    assert need_of(setter, measured(setter, cell(""), 12.0), NONE).natural == 0.0


def test_a_character_without_a_glyph_is_told(setter: Setter) -> None:
    (found,) = done(setter, cell("\U00020000"), 20.0).diagnostics
    assert found.code == "NO-GLYPH"


def test_what_no_line_parts_is_one_piece(setter: Setter) -> None:
    need = need_of(setter, measured(setter, cell("甲乙12月5日丙"), 12.0), NONE)
    date = setter.display(words("12月5日")).width
    assert need.least == pytest.approx(date)
    assert need.depth(need.least) == 3
    made = done(setter, cell("甲乙12月5日丙"), need.least)
    assert made.depth <= 3  # a date may be parted before a line opens too far
    assert made.over == 0.0
