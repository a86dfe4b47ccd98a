"""Rectangles with round corners, measured on the curves that they are made of."""

from math import dist, pi

import pytest

from layout.display.items import Step
from layout.display.rounded import rounded
from layout.geometry import Rect
from layout.spec.resolve.corners import ROUND_ENDS

PLACE = Rect(10.0, 20.0, 100.0, 40.0)


def polygon(steps: tuple[Step, ...], parts: int = 64) -> list[tuple[float, float]]:
    """Points along an outline, its curves in so many parts."""
    out: list[tuple[float, float]] = []
    for letter, at in steps:
        pairs = list(zip(at[::2], at[1::2], strict=True))
        if letter in "ML":
            out.append(pairs[0])
        elif letter == "C":
            four = [out[-1], *pairs]
            for k in range(1, parts + 1):
                t = k / parts
                w = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
                out.append(
                    (
                        sum(a * p[0] for a, p in zip(w, four, strict=True)),
                        sum(a * p[1] for a, p in zip(w, four, strict=True)),
                    )
                )
    return out


def area(steps: tuple[Step, ...]) -> float:
    """Signed, positive where it is gone round clockwise (y down)."""
    points = polygon(steps)
    ring = zip(points, points[1:] + points[:1], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in ring) / 2


@pytest.mark.parametrize("radius", [0.5, 6.0, 20.0])
def test_what_four_round_corners_take_is_a_square_less_its_circle(radius: float) -> None:
    lost = (4 - pi) * radius**2
    assert area(rounded(PLACE, radius)) == pytest.approx(4000.0 - lost, abs=1e-3 * radius**2)


def test_a_corner_is_a_quarter_of_a_circle() -> None:
    points = polygon(rounded(PLACE, (0.0, 0.0, 12.0, 0.0)))
    middle = (PLACE.right - 12.0, PLACE.bottom - 12.0)
    curve = [p for p in points if p[0] > middle[0] and p[1] > middle[1]]
    assert len(curve) > 60
    assert max(abs(dist(p, middle) - 12.0) for p in curve) < 12.0 * 3e-4


def test_each_corner_has_its_own_radius_and_square_ones_are_points_of_the_outline() -> None:
    steps = rounded(PLACE, (0.0, 8.0, 0.0, 3.0))
    assert [letter for letter, _ in steps] == ["M", "L", "C", "L", "L", "C", "L", "Z"]
    assert (PLACE.x, PLACE.y) in polygon(steps)
    assert (PLACE.right, PLACE.bottom) in polygon(steps)


def test_no_radius_is_the_rectangle() -> None:
    assert [letter for letter, _ in rounded(PLACE, 0.0)] == ["M", "L", "L", "L", "L", "Z"]
    assert area(rounded(PLACE, 0.0)) == 4000.0


def test_radii_that_are_too_long_become_smaller_in_one_proportion() -> None:
    assert rounded(PLACE, 500.0) == rounded(PLACE, 20.0) == rounded(PLACE, ROUND_ENDS)
    # 30 and 60 on a side of 40: thirteen and a third, and twice that.
    points = polygon(rounded(PLACE, (30.0, 0.0, 0.0, 60.0)))
    assert points[0] == pytest.approx((PLACE.x + 40 / 3, PLACE.y))
    assert area(rounded(PLACE, (30.0, 0.0, 0.0, 60.0))) == pytest.approx(
        4000.0 - (1 - pi / 4) * ((40 / 3) ** 2 + (80 / 3) ** 2), abs=0.3
    )


def test_a_pill_stands_on_its_shorter_sides() -> None:
    """One straight line above and one below; none at its ends."""
    round_ends = rounded(PLACE, ROUND_ENDS)
    assert [letter for letter, _ in round_ends] == ["M", "L", "C", "C", "L", "C", "C", "Z"]
    high = Rect(0.0, 0.0, 10.0, 30.0)
    assert area(rounded(high, ROUND_ENDS)) == pytest.approx(200.0 + pi * 25.0, abs=0.05)


def test_a_hole_is_gone_round_the_other_way() -> None:
    radii = (0.0, 8.0, 5.0, 3.0)
    assert area(rounded(PLACE, radii, hole=True)) == pytest.approx(-area(rounded(PLACE, radii)))
    assert set(polygon(rounded(PLACE, 0.0, hole=True))) == set(polygon(rounded(PLACE, 0.0)))


def test_a_place_of_no_size_is_an_outline_of_none() -> None:
    assert area(rounded(Rect(5.0, 5.0, 0.0, 0.0), 4.0)) == 0.0
    assert area(rounded(Rect(5.0, 5.0, 9.0, 0.0), -4.0)) == 0.0
