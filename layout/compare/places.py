"""Where on a page of the report its changes are shown: numbers that do not lie on one another, and
parts that are shown finer, so that what has changed can be read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from layout.record import record

FLAG: Final = (10.0, 7.0, 15.0)
"""A number's width with none of its digits, what each adds, and its height; CSS pixels."""
PRINTED: Final = 700.0
"""CSS pixels that a page is wide at least where it is printed: on A4 with its margins."""
STEPS: Final = (6, 4)
"""How many places to the right and below are tried for a number."""
TILE: Final = 96
"""Pixels of the side of a part that is shown finer, at the resolution of the whole."""
ABOUT: Final = 70
"""Pixels about a change that one reads with it."""
LARGE: Final = 0.2
"""The share of the page from which a change is no place to read."""
MOST_PARTS: Final = 40
MOST_SHARE: Final = 0.4
"""Of the page, of all parts together."""

Rect = tuple[float, float, float, float]
"""Left, top, width, height."""


@record(kw_only=False)
class Part:
    """A part of a page, in pixels at the resolution of the whole."""

    left: int
    top: int
    width: int
    height: int


def flag_scale(width: float) -> float:
    """How large a number is drawn on a page of so many pixels, to be read where it is printed."""
    return round(max(1.0, width / PRINTED), 3)


def numbered(changes: Iterable[Mapping[str, Any]], width: float) -> tuple[Mapping[str, Any], ...]:
    """Changes with where the number of each stands in print, `tag`: at the top left of what it
    marks, or beside one that stands there."""
    scale = flag_scale(width)
    taken: list[Rect] = []
    out: list[Mapping[str, Any]] = []
    for number, change in enumerate(changes, 1):
        rect = change["now"] or change["was"]
        tag = (0.0, 0.0)
        if rect is not None:
            wide, high = (FLAG[0] + FLAG[1] * len(str(number))) * scale, FLAG[2] * scale
            left, top = rect[0] - 2 * scale, rect[1] - high
            spots = (
                (left + across * (wide + scale), top + down * (high + scale), wide, high)
                for down in range(STEPS[1])
                for across in range(STEPS[0])
            )
            spot = next(
                (one for one in spots if not any(_meet(one, other) for other in taken)),
                (left, top, wide, high),
            )
            taken.append(spot)
            tag = (round(spot[0] + 2 * scale, 1), round(spot[1] + high, 1))
        out.append({**change, "tag": tag})
    return tuple(out)


def _meet(one: Rect, other: Rect) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


def parts(rects: Sequence[Rect], size: tuple[int, int]) -> Iterator[Part]:
    """The parts of a page of `size` pixels that show some changes: whole tiles, those that adjoin
    as one. A change of much of the page has none, and no more are given than a file should hold."""
    left = MOST_SHARE * size[0] * size[1]
    for count, part in enumerate(_joined(set(_tiles(rects, size)), size)):
        left -= part.width * part.height
        if left < 0 or count >= MOST_PARTS:
            return
        yield part


def _tiles(rects: Iterable[Rect], size: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The tiles that changes lie in, by row and column."""
    for x, y, width, height in rects:
        if width * height > LARGE * size[0] * size[1]:
            continue
        low = [max(0, int((v - ABOUT) // TILE)) for v in (y, x)]
        high = [
            min(int((v + ABOUT) // TILE), (most - 1) // TILE)
            for v, most in ((y + height, size[1]), (x + width, size[0]))
        ]
        for row in range(low[0], high[0] + 1):
            for column in range(low[1], high[1] + 1):
                yield row, column


def _joined(tiles: set[tuple[int, int]], size: tuple[int, int]) -> Iterator[Part]:
    """Tiles of a row that adjoin, and rows of the same tiles, as one."""
    runs: list[list[int]] = []  # row, rows, first column, columns
    for row, column in sorted(tiles):
        if runs and runs[-1][0] == row and runs[-1][2] + runs[-1][3] == column:
            runs[-1][3] += 1
        else:
            runs.append([row, 1, column, 1])
    whole: list[list[int]] = []
    for run in runs:
        above = next(
            (o for o in whole if o[0] + o[1] == run[0] and o[2:] == run[2:]), None
        )  # fmt: skip
        if above is not None:
            above[1] += 1
        else:
            whole.append(run)
    for row, rows, column, columns in whole:
        x, y = column * TILE, row * TILE
        yield Part(x, y, min(columns * TILE, size[0] - x), min(rows * TILE, size[1] - y))
