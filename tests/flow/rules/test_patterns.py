"""The strokes of ornamental rules along one side."""

import pytest

from layout.flow.rules.patterns import OUTER, PATTERNS


def test_a_rule_of_corners_that_has_none_is_a_thick_and_a_thin_line() -> None:
    """One from its edge on, one whose middle lies 0.28 of the breadth behind it."""
    steps = PATTERNS["corners"].side(100.0, 10.0, 0.5)
    points = [pair for _, pair in steps if pair]
    assert {x for x, _ in points} == {0.0, 100.0}
    heights = sorted({y for _, y in points})
    middle = OUTER + 2.8
    assert heights == pytest.approx([0.0, OUTER, middle - 0.25, middle + 0.25])
    assert [letter for letter, _ in steps] == ["M", "L", "L", "L", "Z"] * 2
