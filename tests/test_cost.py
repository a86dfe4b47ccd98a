"""The counters themselves: a cost that is too large is seen, one that is not is let pass."""

import re

import pytest

from tests.cost import assert_steps_grow_as, assert_time_grows_as, steps


def linear(size: int) -> int:
    return sum(at for at in range(size))


def quadratic(size: int) -> int:
    count = 0
    for _ in range(size):
        for _ in range(size):
            count += 1
    return count


def test_steps_are_the_same_each_time():
    assert steps(lambda: quadratic(20)) == steps(lambda: quadratic(20))
    assert 400 < steps(lambda: quadratic(20)) < 1500


def test_steps_are_cut_at_a_limit():
    with pytest.raises(AssertionError, match="more than 1,000 steps"):
        steps(lambda: quadratic(10**9), 1000)


def test_growth_in_steps():
    assert_steps_grow_as(linear, 100, 1000)
    with pytest.raises(AssertionError, match="steps"):
        assert_steps_grow_as(quadratic, 10, 100)


def test_growth_in_processor_time():
    assert_time_grows_as(lambda size: re.findall("ab", "a" * size), 1000, 100_000)
    with pytest.raises(AssertionError, match="more than 2 times"):
        assert_time_grows_as(lambda size: re.findall("a+b", "a" * size), 100, 3000)
