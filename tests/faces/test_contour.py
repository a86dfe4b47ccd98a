"""Outlines as paths: closed, cubic, and with the ink that the face says."""

import pytest

from layout.faces.catalog import Catalog
from layout.faces.contour import contour


@pytest.mark.parametrize("char", ["版", "A", "8", "｜"])
def test_an_outline_has_the_ink_of_its_glyph(char: str) -> None:
    face = Catalog().face("细黑")
    gid = face.glyph(char)
    steps = contour(face, gid)
    letters = "".join(letter for letter, _ in steps)
    assert letters.count("M") == letters.count("Z") > 0
    ends = [points[-2:] for _, points in steps if points]
    left, bottom, right, top = (v / face.upem for v in face.ink(gid))
    xs, ys = [x for x, _ in ends], [y for _, y in ends]
    # Points on a curve never leave the ink, and straight edges reach it.
    assert min(xs) >= left - 0.002
    assert max(xs) <= right + 0.002
    assert min(ys) >= bottom - 0.002
    assert max(ys) <= top + 0.002
    assert max(xs) - min(xs) > 0.9 * (right - left)


def test_a_quadratic_curve_is_drawn_as_the_cubic_that_it_is() -> None:
    from layout.faces.contour import _StepPen

    pen = _StepPen(upem=1000)
    pen.moveTo((0, 0))
    pen.qCurveTo((500, 1000), (1000, 0))
    (_, cubic) = pen.steps[-1]
    for t in (0.25, 0.5, 0.75):  # both at a time between their ends
        want = (2 * (1 - t) * t * 0.5 + t * t, 2 * (1 - t) * t * 1.0)
        x1, y1, x2, y2, x3, y3 = cubic
        weights = (3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
        got = (
            sum(w * x for w, x in zip(weights, (x1, x2, x3), strict=True)),
            sum(w * y for w, y in zip(weights, (y1, y2, y3), strict=True)),
        )
        assert got == pytest.approx(want)


def test_a_space_has_no_outline() -> None:
    face = Catalog().face("细黑")
    assert contour(face, face.glyph(" ")) == []
