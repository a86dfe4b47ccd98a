"""Lengths and counts: one tolerance each, one em box; two numbers that differ are read as two."""

import ast
from fractions import Fraction
from math import ceil, floor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import layout
from layout.units import EM_ASCENT, EPS_PT, ROUNDING, unlike, whole_down, whole_up

counts = st.integers(-4000, 4000)


@given(whole=counts, parts=st.integers(1, 64))
def test_a_count_that_was_added_up_is_whole(whole: int, parts: int) -> None:
    summed = sum([whole / parts] * parts)
    assert whole_up(summed) == whole_down(summed) == whole


@given(whole=counts, over=st.fractions(Fraction(1, 10_000), Fraction(9_999, 10_000)))
def test_a_part_of_a_line_takes_a_line_and_holds_none(whole: int, over: Fraction) -> None:
    exact = whole + over
    assert whole_up(float(exact)) == ceil(exact)
    assert whole_down(float(exact)) == floor(exact)


def test_the_tolerances_and_the_em_box_are_written_in_units_alone() -> None:
    own = {EM_ASCENT, EPS_PT, ROUNDING, 1e-9}
    root = Path(layout.__file__).parent
    found = [
        f"{path.relative_to(root)}:{node.lineno}: {node.value}"
        for path in sorted(root.rglob("*.py"))
        if path.name != "units.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, float) and node.value in own
    ]
    assert found == []


@pytest.mark.parametrize(
    ("value", "least", "said"),
    [(4.69, 4.73, ("4.69", "4.73")), (4.6, 4.73, ("4.6", "4.7")), (1.0, 1.0, ("1.0", "1.0")),
     (0.9996, 1.0, ("0.9996", "1.0000"))],
)  # fmt: skip
def test_two_numbers_are_read_as_two(value: float, least: float, said: tuple[str, str]) -> None:
    assert unlike(value, least) == said
