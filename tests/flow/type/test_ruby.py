"""Letters over characters, in numbers: against the least white that any way of giving it needs."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from layout.flow.type.ruby import OVER, sides_of, starts_of
from layout.spec.markdown.paragraph import RUBY, Run

GAP = 125
WIDTHS = st.lists(st.integers(100, 2600), min_size=1, max_size=6)


def run(at: int) -> Run:
    return Run(at, at + 1, RUBY, "x")


@given(WIDTHS)
def test_letters_side_by_side_keep_their_gap_and_no_character_gets_more_white(widths: list[int]):
    """Two characters are set apart by what their letters need, to a thousandth, and by no more."""
    runs = [run(k) for k in range(len(widths))]
    sides = sides_of("字" * len(widths), runs, widths, GAP)
    for (one, other), (wide, wide_too) in zip(pairwise(runs), pairwise(widths), strict=True):
        apart = 1000 + sides[one.start][1] + sides[other.start][0]
        need = (wide + wide_too) // 2 + GAP
        assert apart == max(1000, need)
    for end, side, width in ((0, 0, widths[0]), (len(widths) - 1, 1, widths[-1])):
        assert sides[end][side] == max(0, (width - 1000) // 2 - OVER)


def test_over_a_neighbour_without_letters_they_may_stand_out_to_its_middle():
    sides = sides_of("甲乙丙", [run(1)], [2000], GAP)
    assert sides[1] == (0, 0)
    sides = sides_of("甲乙丙", [run(1)], [2200], GAP)
    assert sides[1] == (100, 100)


def test_a_neighbour_between_two_with_letters_gives_its_room_once():
    sides = sides_of("甲乙丙", [run(0), run(2)], [1900, 1900], GAP)
    assert sides[0][1] + sides[2][0] == 1900 + GAP - 2000
    sides = sides_of("甲，丙", [run(0), run(2)], [1900, 1900], GAP)
    assert sides[0][1] + sides[2][0] == 1900 + GAP - 1500


@given(WIDTHS, st.floats(0, 3000), st.integers(0, 5))
def test_letters_stand_in_the_line_in_their_order(widths: list[int], shift: float, plain: int):
    """Where the line has room for all of them, they are in it, apart, and as near to their
    characters as a push from the edges leaves them."""
    room = sum(widths) + GAP * (len(widths) - 1) + 1000 * plain
    middles = [shift + 1000 * k for k in range(len(widths))]
    sized = [float(w) for w in widths]
    starts = starts_of(middles, sized, GAP, 0.0, room)
    assert starts[0] >= -1e-6
    assert starts[-1] + widths[-1] <= room + 1e-6
    for (a, w), (b, _) in pairwise(zip(starts, widths, strict=True)):
        assert b - a >= w + GAP - 1e-6


def test_with_room_on_all_sides_each_stands_over_its_middle():
    assert starts_of([5.0, 20.0], [4.0, 6.0], 1.0, 0.0, 100.0) == [3.0, 17.0]
