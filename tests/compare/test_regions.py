"""Regions against a fill that visits one cell after the other."""

import numpy as np
import pytest

from layout.compare.regions import labelled, regions


def filled(cells: np.ndarray) -> list[set[tuple[int, int]]]:
    waiting = {(int(y), int(x)) for y, x in zip(*np.nonzero(cells), strict=True)}
    out = []
    while waiting:
        group, edge = set(), [waiting.pop()]
        while edge:
            y, x = edge.pop()
            group.add((y, x))
            near = {(y + i, x + k) for i in (-1, 0, 1) for k in (-1, 0, 1)} & waiting
            waiting -= near
            edge += near
        out.append(group)
    return out


@pytest.mark.parametrize("density", [0.02, 0.2, 0.35, 0.5, 0.9])
def test_groups_are_those_of_a_fill(density: float) -> None:
    chance = np.random.default_rng(14)
    for _ in range(8):
        cells = chance.random((23, 31)) < density
        labels, count = labelled(cells)
        expected = filled(cells)
        assert count == len(expected)
        assert ((labels > 0) == cells).all()
        for group in expected:
            assert len({int(labels[y, x]) for y, x in group}) == 1


def test_a_word_is_one_region_and_two_words_are_two() -> None:
    new = np.zeros((200, 200), dtype=np.float32)
    gone, tint = new.copy(), np.zeros(new.shape, dtype=bool)
    new[10:20, 10:14] = 1
    new[10:20, 17:20] = 0.5  # within two millimetres
    gone[150:152, 150:153] = 1
    large, small = regions(gone, new, tint, 6.0)
    assert (large.left, large.top, large.right, large.bottom) == (10, 10, 20, 20)
    assert (large.new, large.gone) == (40 + 15, 0)
    assert (small.left, small.top, small.right, small.bottom) == (150, 150, 153, 152)
    assert small.gone == 6
    assert regions(gone * 0, new * 0, tint, 6.0) == []
