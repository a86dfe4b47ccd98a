"""Lines beside what stands in a column: pieces are wide enough to be read, and keep to a side."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from layout.flow.columns.frames import ColumnFrame
from layout.flow.columns.slots import (
    LEAST_MEASURE_EM,
    ONE_SIDE_EM,
    SIDE_MEASURE_EM,
    Obstacle,
    column_slots,
)
from tests.flow.conftest import PITCH, SIZE


def slots(width, *boxes):
    """The pieces of ten lines of a column, in whole ems from its left edge: boxes are left, right,
    first and last line, in ems and lines."""
    rows = tuple(10.0 + k * PITCH for k in range(10))
    frame = ColumnFrame(x=0.0, measure=width * SIZE, top=0.0, bottom=130.0, baselines=rows)
    obstacles = []
    for left, right, first, last in boxes:
        top, foot = (first - 1) * PITCH + 2, last * PITCH
        x, end = left * SIZE, right * SIZE
        points = ((x, top), (end, top), (end, foot), (x, foot))
        obstacles.append(Obstacle(points=points, standoff=0.0))
    out: list[list[tuple[float, float]]] = [[] for _ in rows]
    for slot in column_slots(frame, SIZE, SIZE, obstacles):
        row = rows.index(slot.baseline)
        out[row].append((round(slot.x / SIZE, 3), round((slot.x + slot.measure) / SIZE, 3)))
    return out


def test_a_line_is_cut_in_two_where_both_pieces_have_eight_characters():
    assert slots(24, (8, 16, 3, 5))[2:5] == [[(0, 8), (16, 24)]] * 3
    assert slots(24, (8, 17, 3, 5))[2:5] == [[(0, 8)]] * 3
    assert slots(24, (7, 10, 3, 5))[2:5] == [[(10, 24)]] * 3
    assert slots(24, (8, 17, 3, 5))[1] == [(0, 24)]


def test_only_the_wider_side_is_set_and_nothing_where_that_is_a_stub():
    assert slots(16, (7, 10, 3, 5))[2:5] == [[(0, 7)]] * 3
    assert slots(16, (6, 9, 3, 5))[2:5] == [[(9, 16)]] * 3
    assert slots(14, (5, 9, 3, 5))[2:5] == [[]] * 3
    assert slots(13, (6, 7, 3, 5))[2:5] == [[(0, 6)]] * 3  # as wide: the left


def test_lines_one_after_the_other_keep_to_one_side():
    """The upper part leaves more at the left, the lower one, longer, at the right."""
    made = slots(16, (7, 10, 2, 3), (6, 9, 4, 8))
    assert made[1:8] == [[(10, 16)]] * 2 + [[(9, 16)]] * 5


def test_beside_what_stands_at_a_columns_edge_four_characters_are_set():
    assert slots(11, (0, 7, 3, 5))[2:5] == [[(7, 11)]] * 3
    assert slots(11, (4, 11, 3, 5))[2:5] == [[(0, 4)]] * 3
    assert slots(11, (3, 11, 3, 5))[2:5] == [[]] * 3


def white(start, end, shapes):
    """How much of a stretch of a line no shape covers."""
    edges = sorted({start, end, *(min(max(x, start), end) for pair in shapes for x in pair)})
    return sum(
        b - a
        for a, b in pairwise(edges)
        if not any(left <= a and b <= right for left, right in shapes)
    )


@given(
    width=st.integers(8, 40),
    boxes=st.lists(
        st.tuples(st.floats(0, 36), st.floats(0.5, 14), st.integers(1, 10), st.integers(0, 6)),
        max_size=3,
    ),
)
@example(width=8, boxes=[(0.0, 2.0, 1, 0), (6.0, 2.0, 1, 0)])
def test_no_piece_is_too_narrow_and_none_is_under_a_shape(width, boxes):
    placed = [(x, x + w, first, min(10, first + n)) for x, w, first, n in boxes]
    for number, parts in enumerate(slots(width, *placed), 1):
        here = [(a, b) for a, b, first, last in placed if first <= number <= last and a < width]
        if not here:
            continue
        for a, b in parts:
            assert all(b <= left + 0.01 or a >= right - 0.01 for left, right in here)
            least = SIDE_MEASURE_EM if len(parts) > 1 else LEAST_MEASURE_EM
            assert b - a >= least - 0.01 or len(parts) == 1
            # A piece with white of a character at both sides has room for six.
            cut = white(0.0, a, here) > 1.01 and white(b, width, here) > 1.01
            assert not cut or b - a >= ONE_SIDE_EM - 0.01
