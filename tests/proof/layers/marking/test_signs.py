"""The proofreader's marks: what of a line each is at, and which side of it."""

from itertools import pairwise

import pytest

from layout.display.items import Path, polygon
from layout.geometry import Rect
from layout.proof.layers.layer import CorrectionMark, ReadingMark
from layout.proof.layers.marking.signs import OFF_PT, TICK_PT, around, signs, wedge

SPOT, NEXT = Rect(100, 100, 27, 9), Rect(50, 112, 18, 9)


def mark(kind: ReadingMark, *spots: Rect, vertical: bool = False, **more: object) -> CorrectionMark:
    return CorrectionMark(
        number=7, mark=kind, spots=spots, words="字", vertical=vertical,
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


def turned(rect: Rect) -> Rect:
    """A rectangle with across and along changed."""
    return Rect(rect.y, rect.x, rect.height, rect.width)


def sides(path: Path) -> list[tuple[str, tuple[float, ...]]]:
    return list(path.steps)


@pytest.mark.parametrize("kind", ["replace", "delete", "query"])
@pytest.mark.parametrize("vertical", [False, True])
def test_a_ring_is_round_the_words_and_off_their_type(kind: ReadingMark, *, vertical: bool) -> None:
    spot = turned(SPOT) if vertical else SPOT
    (ring,) = signs(mark(kind, spot, vertical=vertical))
    bounds = ring.bounds()
    assert bounds.holds(spot)
    assert around(spot, vertical=vertical).inset(-1, -1, -1, -1).holds(bounds)
    points = polygon(step for step in ring.steps if step[0] != "Z")
    assert points[0] == pytest.approx(points[-1])  # it is closed
    inner = spot.inset(0.01, 0.5, 0.01, 0.5) if not vertical else spot.inset(0.5, 0.01, 0.5, 0.01)
    corner = inner.inset(1.5, 0, 1.5, 0) if not vertical else inner.inset(0, 1.5, 0, 1.5)
    assert not any(corner.holds(Rect(x, y, 0, 0)) for x, y in points)  # through no character


def test_words_that_go_on_in_the_next_line_have_open_rings() -> None:
    first, second = signs(mark("replace", SPOT, NEXT))
    right = [x for letter, points in first.steps for x in points[::2]]
    assert max(right) == SPOT.right
    ends = [points for letter, points in first.steps if letter == "M"]
    assert ends[-1] == pytest.approx((SPOT.right, SPOT.bottom + OFF_PT))  # not down its side
    starts = [points for letter, points in second.steps if letter == "M"]
    assert (NEXT.x, NEXT.y - OFF_PT) in starts
    assert second.steps[-1][0] == "L"
    assert second.steps[-1][1] == pytest.approx((NEXT.x, NEXT.bottom + OFF_PT))


def over_and_under(path: Path, vertical: bool) -> list[tuple[float, float, float]]:
    """The level pieces of a stepped line: from, to, level."""
    points = polygon(path.steps)
    flat = [(y, x) for x, y in points] if vertical else list(points)
    return [
        (a[0], b[0], a[1]) for a, b in pairwise(flat)
        if a[1] == b[1] and a[0] != b[0]
    ]  # fmt: skip


@pytest.mark.parametrize("vertical", [False, True])
def test_a_stepped_line_is_over_one_part_and_under_the_other(*, vertical: bool) -> None:
    one, other = Rect(100, 100, 18, 9), Rect(118, 100, 9, 9)
    if vertical:
        one, other = turned(one), turned(other)
    (path,) = signs(mark("transpose", one, vertical=vertical, parts=((one,), (), (other,))))
    first, second = over_and_under(path, vertical)
    if vertical:
        assert first == (one.y, one.bottom, one.right + OFF_PT)
        assert second == (other.y, other.bottom, other.x - OFF_PT)
    else:
        assert first == (one.x, one.right, one.y - OFF_PT)
        assert second == (other.x, other.right, other.bottom + OFF_PT)
    start, end = polygon(path.steps)[0], polygon(path.steps)[-1]
    along = 1 if vertical else 0
    assert start[along] == first[0]  # ticks say how far the parts go
    assert end[along] == second[1]
    assert abs(start[1 - along] - first[2]) == pytest.approx(TICK_PT)


def test_what_stays_between_two_parts_has_the_line_under_it() -> None:
    parts = ((Rect(100, 100, 9, 9),), (Rect(109, 100, 9, 9),), (Rect(118, 100, 9, 9),))
    (path,) = signs(mark("transpose", Rect(100, 100, 27, 9), parts=parts))
    levels = [level for _, _, level in over_and_under(path, vertical=False)]
    assert levels == [100 - OFF_PT, 109 + OFF_PT, 100 - OFF_PT]


def test_parts_on_two_lines_have_a_line_on_each() -> None:
    parts = ((SPOT,), (), (NEXT,))
    first, second = signs(mark("transpose", SPOT, NEXT, parts=parts))
    ((_, _, over),) = over_and_under(first, vertical=False)
    ((_, _, under),) = over_and_under(second, vertical=False)
    assert (over, under) == (SPOT.y - OFF_PT, NEXT.bottom + OFF_PT)


@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize("begins", [False, True])
def test_a_wedge_points_in_between_two_characters(*, vertical: bool, begins: bool) -> None:
    path = wedge((100.0, 50.0), vertical=vertical, begins=begins)
    tip = path.steps[1][1]
    deep = (tip[0] - 100.0, tip[1] - 50.0)[not vertical]
    assert (deep > 0) is begins
    assert (tip[1] - 50.0, tip[0] - 100.0)[not vertical] == 0
    assert path.steps[-1] == ("Z", ())


def test_an_insertion_frames_no_character() -> None:
    assert signs(mark("insert", Rect(100, 100, 0, 9))) == ()


def points_of(paths: tuple[Path, ...]) -> list[tuple[float, ...]]:
    return [points for path in paths for _, points in path.steps]


@pytest.mark.parametrize("vertical", [False, True])
def test_a_paragraph_is_begun_at_an_edge(*, vertical: bool) -> None:
    edge = Rect(100, 100, 0, 9)
    made = signs(mark("break", turned(edge) if vertical else edge, vertical=vertical))
    points = points_of(made)
    if vertical:
        points = [(b, a) for a, b in points]
    assert [x for x, _ in points][1:3] == [100, 100]
    assert points[0][0] > 100 > points[-1][0]
    assert points[0][1] < 100
    assert points[-1][1] > 109


@pytest.mark.parametrize("vertical", [False, True])
def test_a_paragraph_is_run_on_between_the_lines(*, vertical: bool) -> None:
    end, begin = Rect(150, 100, 0, 9), Rect(60, 113, 0, 9)
    if vertical:  # the next line is the one at the left
        end, begin = Rect(113, 150, 9, 0), Rect(100, 60, 9, 0)
    (path,) = signs(mark("join", end, begin, vertical=vertical))
    points = points_of((path,))
    along = [point[vertical] for point in points]
    across = [point[not vertical] for point in points]
    assert (along[0], along[-1]) == (150, 60)
    lower, upper = (109, 113)
    assert all(lower <= at <= upper for at in across[2:4])


def test_one_that_goes_on_elsewhere_has_a_piece_at_each_edge() -> None:
    far = Rect(300, 20, 0, 9)
    assert len(signs(mark("join", Rect(150, 100, 0, 9), far))) == 2
    assert len(signs(mark("join", far))) == 1
