"""Lines among filled shapes, and what lies at a point."""

from math import cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.check.press.shapes import lies_at, thin_boxes
from layout.pdf.painted import BLACK, Painted, PaintedPath, PaintState
from layout.pdf.paths import PathBuilder

ONE = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def boxes(*given: tuple[float, float, float, float], even_odd: bool = False) -> PaintedPath:
    """A path of several `re`."""
    path = PathBuilder()
    for box in given:
        path.rectangle(ONE, *box)
    return path.made(even_odd=even_odd)


def widths(path: PaintedPath) -> list[float]:
    """The widths of its lines."""
    return [round(width, 3) for width, _ in thin_boxes(path)]


def test_each_long_thin_box_of_a_path_is_a_line() -> None:
    assert widths(boxes((0, 0, 100, 0.5), (0, 10, 0.3, 80), (0, 20, 30, 30))) == [0.5, 0.3]


def test_a_square_is_a_dot_and_a_box_without_height_a_line_of_none() -> None:
    assert widths(boxes((0, 0, 1, 1))) == []
    assert widths(boxes((0, 0, 100, 0))) == [0]


@given(st.floats(0, 360), st.floats(0.05, 3), st.floats(20, 200))
def test_a_line_is_one_however_it_is_turned(angle: float, width: float, length: float) -> None:
    a, b = cos(radians(angle)), sin(radians(angle))
    path = PathBuilder()
    path.rectangle((a, b, -b, a, 50.0, 50.0), 0, 0, length, width)
    assert widths(path.made(even_odd=False)) == [pytest.approx(width, abs=0.01)]


def test_a_curve_that_is_straight_is_a_side() -> None:
    """Banxin's own rules: pdfium widens a filled rectangle to whole pixels, and no curve."""
    segments = (
        ("m", 0.0, 0.0), ("l", 99.0, 0.0), ("l", 99.0, 0.5),
        ("c", 99.0, 0.5, 0.0, 0.5, 0.0, 0.5),
    )  # fmt: skip
    assert widths(PaintedPath(segments=segments, shape="curves")) == [0.5]
    round_end = (*segments[:3], ("c", 99.0, 9.0, 0.0, 9.0, 0.0, 0.5))
    assert widths(PaintedPath(segments=round_end, shape="curves")) == []


def test_a_frame_is_as_wide_as_what_its_inner_box_leaves() -> None:
    """As WeasyPrint draws borders: by even-odd, or by two boxes that turn against one another."""
    outer, inner = (0.0, 0.0, 100.0, 50.0), (0.1, 0.1, 99.8, 49.8)
    assert widths(boxes(outer, inner, even_odd=True)) == [0.1]
    assert widths(boxes(outer, inner)) == []  # both are filled
    assert widths(boxes(outer, (99.9, 0.1, -99.8, 49.8))) == [0.1]
    assert widths(boxes(outer, (20, 20, 20, 10), even_odd=True)) == []  # a window, no frame
    assert widths(boxes(outer, (90, 40, 50, 50), even_odd=True)) == []


def painted(path: PaintedPath, box: tuple[float, float, float, float]) -> Painted:
    """A filled path."""
    return Painted(
        order=0, kind="path", box=box, seen=box, fill=BLACK, stroke=None, look=PaintState(),
        source=0, operator=0, path=path,
    )  # fmt: skip


def test_a_point_lies_in_a_triangle_or_beside_it() -> None:
    segments = (("m", 0.0, 0.0), ("l", 10.0, 0.0), ("l", 10.0, 10.0), ("h",))
    one = painted(PaintedPath(segments=segments, shape="polygon"), (0, 0, 10, 10))
    assert lies_at(one, 8, 2)
    assert not lies_at(one, 2, 8)
    assert not lies_at(one, 12, 2)


def test_a_point_lies_on_a_ring_and_not_in_its_hole() -> None:
    one = painted(boxes((0, 0, 30, 30), (10, 10, 10, 10), even_odd=True), (0, 0, 30, 30))
    assert lies_at(one, 5, 15)
    assert not lies_at(one, 15, 15)
