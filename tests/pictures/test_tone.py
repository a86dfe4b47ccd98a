"""Tones in black alone: ends brought in, the middle left."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.pictures.tone import AS_IT_IS, darkest, held, opened, share


@given(st.integers(218, 255), st.floats(60, 100))
def test_shadows_are_opened_and_nothing_else(deepest: int, most: float) -> None:
    table = opened(AS_IT_IS, deepest, most)
    top = most * 2.55
    if table is AS_IT_IS:
        assert deepest <= top + 0.5
        return
    assert max(table) <= top + 0.5
    by_ink = [table[255 - ink] for ink in range(256)]
    assert by_ink == sorted(by_ink)
    start = min(127.5, 0.6 * top)
    assert all(by_ink[ink] == ink for ink in range(int(start)))
    assert all(after - before <= 1 for before, after in pairwise(by_ink))
    assert by_ink[deepest] >= top - 1


def test_no_shadow_is_cut_off() -> None:
    """Of the 64 deepest steps at least half are left, and no two neighbours leap."""
    by_ink = opened(AS_IT_IS, 255)[::-1]
    assert by_ink[255] == 216  # 85 %, rounded down
    assert len(set(by_ink[192:])) >= 32
    assert by_ink[127] == 127


def test_a_picture_without_deep_shadows_is_left_alone() -> None:
    assert opened(AS_IT_IS, 216) is AS_IT_IS
    assert opened(AS_IT_IS, 250, 100) is AS_IT_IS


@pytest.mark.parametrize(("ink", "made"), [(0, 0), (1, 0), (3, 0), (4, 8), (7, 8), (8, 8), (9, 9)])
def test_a_dot_is_held_or_left_off(ink: int, made: int) -> None:
    assert held(AS_IT_IS)[255 - ink] == made
    assert held(AS_IT_IS, 0.0) == AS_IT_IS


def test_counting() -> None:
    counts = [0] * 256
    counts[0], counts[255], counts[128] = 30, 60, 10
    assert darkest(counts, AS_IT_IS) == 255
    assert share(counts, AS_IT_IS, 85) == 30
    assert share(counts, AS_IT_IS, 0, 60) == 10
    assert darkest([0] * 256, AS_IT_IS) == 0
    assert share([0] * 256, AS_IT_IS, 85) == 0
