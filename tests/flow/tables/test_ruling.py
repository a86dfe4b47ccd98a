"""Rules and tints of tables, place by place: none goes through a joined cell."""

from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from layout.color import Color
from layout.display.items import Box
from layout.flow.tables.ruling import TableLines, ruling, tints
from layout.spec.resolve.defaults import RULE_STYLES
from layout.spec.resolve.resolved import RCell, RColumn, RTable, RTableRules
from tests.flow.conftest import words

Cell = tuple[int, int, int, int]
"""Row, column, and how many of each."""


def table(deep: int, wide: int, cells: list[Cell], header: int = 0, **more: str) -> RTable:
    sides = {"top": "none", "head": "none", "rows": "none", "columns": "none", "bottom": "none",
             "sides": "none"}  # fmt: skip
    return RTable(
        file="t.csv", rows=deep, header=header, columns=(RColumn(),) * wide,
        cells=tuple(
            RCell(row=r, column=c, rows=down, columns=over, lines=(words("字"),), points=(None,),
                  align="left")
            for r, c, down, over in cells
        ),
        size=10.0, zi=10.0, gap=10.0, leading=0.0, air=0.0, valign="middle",
        rules=RTableRules(**(sides | more)), header_fill=Color(k=10.0), stripe_fill=Color(k=5.0),
    )  # fmt: skip


def lines(rows: int, columns: int) -> TableLines:
    return TableLines(
        xs=[100.0 * c for c in range(columns + 1)], ys=[10.0 * r for r in range(rows + 1)],
        inset=5.0,
    )  # fmt: skip


def whole(rows: int, columns: int) -> list[Cell]:
    return [(r, c, 1, 1) for r, c in product(range(rows), range(columns))]


def drawn(made: RTable, rows: int, columns: int) -> list[tuple[float, float, float, float]]:
    """The rules by their middles: x, y, width and height, thin sides as 0."""
    out = []
    for box in ruling(made, lines(rows, columns), "t"):
        assert isinstance(box, Box)
        r = box.rect
        if r.width > r.height:
            out.append((r.x, round(r.y + r.height / 2, 6), r.width, 0.0))
        else:
            out.append((round(r.x + r.width / 2, 6), r.y, 0.0, r.height))
    return out


def test_rules_of_a_plain_table() -> None:
    made = table(
        3, 2, whole(3, 2), 1, top="thick", head="thin", rows="thin", columns="thin",
        bottom="thick", sides="thin",
    )  # fmt: skip
    reach = RULE_STYLES["thin"].reach
    assert drawn(made, 3, 2) == [
        (0, 0, 200, 0), (0, 10, 200, 0), (0, 20, 200, 0), (0, 30, 200, 0), (100, 0, 0, 30),
        (round(reach, 6), 0, 0, 30), (round(200 - reach, 6), 0, 0, 30),
    ]  # fmt: skip


def test_a_rule_of_the_header_stands_under_its_joined_cells() -> None:
    cells = [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1), (2, 0, 1, 1), (2, 1, 1, 1),
             (2, 2, 1, 1)]  # fmt: skip
    assert drawn(table(3, 3, cells, 2, head="thin"), 3, 3) == [(105, 10, 190, 0), (0, 20, 300, 0)]


def test_tints_of_the_header_and_every_other_row() -> None:
    made = table(5, 1, whole(5, 1), 1)
    found = [(b.rect.y, b.rect.height, b.fill.k) for b in tints(made, lines(5, 1), "t")]
    assert found == [(0, 10, 10), (20, 10, 5), (40, 10, 5)]
    cut = [(b.rect.y, b.fill.k) for b in tints(made, lines(3, 1), "t")]
    assert cut == [(0, 10), (20, 5)]


def test_a_cell_over_rows_has_the_tint_of_its_first_one() -> None:
    # Rows 1 and 3 are tinted: the first column joins 1 and 2, the last one 2 and 3.
    cells = [(0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 0, 2, 1), (1, 1, 1, 1), (1, 2, 1, 1),
             (2, 1, 1, 1), (2, 2, 2, 1), (3, 0, 1, 1), (3, 1, 1, 1)]  # fmt: skip
    found = [
        (b.rect.x, b.rect.y, b.rect.width, b.rect.height)
        for b in tints(table(4, 3, cells), lines(4, 3), "t")
    ]
    assert found == [(0, 10, 100, 20), (100, 10, 200, 10), (0, 30, 200, 10)]


def test_rules_that_are_dashed_are_drawn_as_dashes() -> None:
    made = table(2, 1, whole(2, 1), rows="dotted")
    (one,) = ruling(made, lines(2, 1), "t")
    assert not isinstance(one, Box)


@st.composite
def tilings(draw: st.DrawFn) -> list[Cell]:
    """Cells that fill four rows of three columns without a gap."""
    free = set(product(range(4), range(3)))
    cells = []
    for r, c in product(range(4), range(3)):
        if (r, c) not in free:
            continue
        deep, wide = draw(st.integers(1, 3)), draw(st.integers(1, 3))
        held = set(product(range(r, r + deep), range(c, c + wide)))
        if not held <= free:
            deep = wide = 1
            held = {(r, c)}
        free -= held
        cells.append((r, c, deep, wide))
    return cells


@given(tilings())
def test_rules_stand_between_cells_and_nowhere_else(cells: list[Cell]) -> None:
    made = table(4, 3, cells, rows="thin", columns="thin")
    owner = {}
    for number, (r, c, deep, wide) in enumerate(cells):
        for place in product(range(r, r + deep), range(c, c + wide)):
            owner[place] = number
    across, down = set(), set()
    for x, y, width, height in drawn(made, 4, 3):
        if width:
            across |= {(round(y / 10), c) for c in range(round(x / 100), round((x + width) / 100))}
        else:
            down |= {(r, round(x / 100)) for r in range(round(y / 10), round((y + height) / 10))}
    assert across == {
        (b, c) for a, b in pairwise(range(4)) for c in range(3) if owner[a, c] != owner[b, c]
    }
    assert down == {
        (r, b) for r in range(4) for a, b in pairwise(range(3)) if owner[r, a] != owner[r, b]
    }
