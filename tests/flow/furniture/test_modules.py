"""Outlines of modules: filled, they cover what is dark and nothing else."""

import random
from collections.abc import Sequence

import pytest

from layout.display.items import Step
from layout.flow.furniture.modules import bars, outlines, squares
from layout.symbols import qr_code


def winding(steps: Sequence[Step], x: float, y: float) -> int:
    """How often the path goes round a point: what a renderer fills is where it is not 0."""
    count = 0
    start = at = (0.0, 0.0)
    for letter, points in steps:
        to = (points[0], points[1]) if points else start
        if letter == "M":
            start = to
        elif at[0] == to[0] and at[0] > x and min(at[1], to[1]) < y < max(at[1], to[1]):
            count += 1 if to[1] > at[1] else -1
        at = to
    return count


def dark(steps: Sequence[Step], high: int, wide: int, inset: float = 0.5) -> list[str]:
    return [
        "".join(str(int(winding(steps, x + inset, y + inset) != 0)) for x in range(wide))
        for y in range(high)
    ]


def made(chance: random.Random, share: float) -> list[str]:
    wide, high = chance.randrange(1, 9), chance.randrange(1, 9)
    return ["".join("01"[chance.random() < share] for _ in range(wide)) for _ in range(high)]


def test_what_is_filled_is_what_is_dark() -> None:
    chance = random.Random(18004)
    for _ in range(300):
        rows = made(chance, chance.choice((0.2, 0.5, 0.8)))
        steps = squares(rows, 0.0, 0.0, 1.0, 0.0)
        assert dark(steps, len(rows), len(rows[0])) == rows
        assert all(winding(steps, x + 0.5, y + 0.5) in (0, 1) for x in range(8) for y in range(8))


def test_no_edge_runs_between_two_dark_modules() -> None:
    rows = qr_code("https://www.example.com/", "M")
    edges = set()
    for corners in outlines(rows):
        points = [at for at, _ in corners]
        for (x, y), (u, v) in zip(points, [*points[1:], points[0]], strict=True):
            assert (x == u) != (y == v)
            for n in range(abs(u - x) + abs(v - y)):
                step = ((u > x) - (u < x), (v > y) - (v < y))
                edges.add((x + n * step[0], y + n * step[1], *step))
    facing = sum(
        (rows[y][x] == "1") != (0 <= x + i < len(rows) and 0 <= y + j < len(rows)
                                and rows[y + j][x + i] == "1")
        for y in range(len(rows)) for x in range(len(rows)) if rows[y][x] == "1"
        for i, j in ((1, 0), (-1, 0), (0, 1), (0, -1))
    )  # fmt: skip
    assert len(edges) == facing


@pytest.mark.parametrize("reduction", [0.1, 0.4])
def test_a_reduction_takes_half_of_it_off_every_side(reduction: float) -> None:
    chance = random.Random(26)
    for _ in range(60):
        rows = made(chance, 0.5)
        steps = squares(rows, 0.0, 0.0, 1.0, reduction)
        assert dark(steps, len(rows), len(rows[0])) == rows
        for y, row in enumerate(rows):
            for x, one in enumerate(row):
                if one == "0":
                    continue
                for i, j in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                    u, v = x + i, y + j
                    beside = 0 <= v < len(rows) and 0 <= u < len(row) and rows[v][u] == "1"
                    for off, filled in ((0.001, False), (-0.001, True)):
                        out = 0.5 - reduction / 2 + off
                        at = winding(steps, x + 0.5 + i * out, y + 0.5 + j * out)
                        assert bool(at) == (filled or beside)


def test_grounds_that_meet_at_a_corner_are_two() -> None:
    assert len(outlines(["10", "01"])) == 2
    assert len(outlines(["01", "10"])) == 2
    assert len(outlines(["111", "101", "111"])) == 2  # one, and its hole
    assert outlines(["000"]) == []


def test_bars_are_as_wide_as_their_modules_less_the_reduction() -> None:
    steps = bars("1101", 10.0, 2.0, 0.5, [(0.0, 5.0)] * 3 + [(0.0, 9.0)])
    corners = [points for letter, points in steps if letter != "Z"]
    assert corners[:4] == [(10.25, 0.0), (13.75, 0.0), (13.75, 5.0), (10.25, 5.0)]
    assert corners[4:] == [(16.25, 0.0), (17.75, 0.0), (17.75, 9.0), (16.25, 9.0)]
