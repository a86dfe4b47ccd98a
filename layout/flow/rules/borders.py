"""Waves (曲线) and ornamental borders (花边): whole units on each side, corners that meet.

A pattern is drawn along a line of its own: `a` points along it, `c` points across, from the outer
edge of the band (0) to the inner one (its breadth). The four sides of a frame are the same drawing
turned, so a frame is the same from every side.
"""

from collections.abc import Callable, Sequence
from math import pi
from typing import Final

from layout.display.items import Box, Path, Step, Stroke
from layout.flow.rules.patterns import PATTERNS, bare_corners
from layout.geometry import Rect
from layout.spec.resolve.defaults import RuleStyle

Drawn = Box | Stroke | Path
Turn = Callable[[float, float], tuple[float, float]]

BULGE: Final = 4 / (3 * pi)
"""Of half a wave's length, to each control point of the curve that stands for it: with tangents as
steep as a sine's it is exactly as high."""


def band(
    style: RuleStyle, x: float, y: float, length: float, node: str, *, down: bool, flip: bool
) -> list[Drawn]:
    """A wave or a band of units from (`x`, `y`) to the right or `down`, its middle on that line."""
    side = -1.0 if flip else 1.0

    def turn(a: float, c: float) -> tuple[float, float]:
        return (x + side * c, y + a) if down else (x + a, y + side * c)

    if style.wave[0] > 0:
        count = _halves(length, style.wave[0])
        rows = [(_wave(length, count, style.wave[1], at), w) for at, w in style.lines]
        return [_stroked(style, _turned(steps, turn), w, node, round_=True) for steps, w in rows]
    pattern = PATTERNS[style.pattern]
    breadth = style.size

    def inner(a: float, c: float) -> tuple[float, float]:
        return turn(a, c - breadth / 2)

    weight = style.lines[0][1]
    ends = breadth if pattern.ends and length > 2 * breadth else 0.0
    row = pattern.side(length - 2 * ends, breadth, weight)
    steps = _turned(row, lambda a, c: inner(a + ends, c))
    if ends:
        piece = pattern.corner(breadth, weight)
        steps = _turned(piece, inner) + steps
        steps += _turned(piece, lambda a, c: inner(a + length - ends, c))
    return [_drawn(style, steps, node, stroked=pattern.stroked(breadth, weight))]


def border(style: RuleStyle, rect: Rect, node: str) -> list[Drawn]:
    """A closed frame whose outer edge is `rect`."""
    if style.wave[0] > 0:
        return _waves(style, rect, node)
    if style.pattern == "corners":
        return list(bare_corners(style, rect, node))
    pattern = PATTERNS[style.pattern]
    breadth, weight = style.size, style.lines[0][1]
    room = breadth * (1 + pattern.apart)  # a corner and the white beside it
    steps: list[Step] = []
    for turn, length in _sides(rect):
        steps += _turned(pattern.corner(breadth, weight), turn)
        along = length - 2 * room
        if along > 0:
            side = pattern.side(along, breadth, weight)
            steps += _turned(side, lambda a, c, turn=turn: turn(a + room, c))  # type: ignore[misc]
    return [_drawn(style, steps, node, stroked=pattern.stroked(breadth, weight))]


def _sides(rect: Rect) -> Sequence[tuple[Turn, float]]:
    """How each side of a rectangle is turned to its place, clockwise from the top."""
    return (
        (lambda a, c: (rect.x + a, rect.y + c), rect.width),
        (lambda a, c: (rect.right - c, rect.y + a), rect.height),
        (lambda a, c: (rect.right - a, rect.bottom - c), rect.width),
        (lambda a, c: (rect.x + c, rect.bottom - a), rect.height),
    )


def _waves(style: RuleStyle, rect: Rect, node: str) -> list[Drawn]:
    """Waves round a rectangle, each closed: every side goes out first and comes in last, so that
    two sides run into one another at their corner."""
    out: list[Drawn] = []
    edge = style.reach
    middle = rect.inset(edge, edge, edge, edge)
    counts = [_halves(length, style.wave[0]) for _, length in _sides(middle)]
    for at, weight in style.lines:
        ring = middle.inset(at, at, at, at)
        steps: list[Step] = []
        for (turn, length), count in zip(_sides(ring), counts, strict=True):
            side = _turned(_wave(length, count, style.wave[1], 0.0), turn)
            steps += side[1:] if steps else side
        steps.append(("Z", ()))
        out.append(_stroked(style, steps, weight, node, round_=True))
    return out


def _halves(length: float, wave: float) -> int:
    """How many half waves fill a length: an odd number, at least one."""
    return max(0, round((length / wave * 2 - 1) / 2)) * 2 + 1


def _wave(length: float, count: int, height: float, across: float) -> list[Step]:
    """`count` half waves, the first of them outwards."""
    half = length / count
    steps: list[Step] = [("M", (0.0, across))]
    for k in range(count):
        a = k * half
        crest = across + (height / 2) / 0.75 * (1.0 if k % 2 else -1.0)
        points = (a + BULGE * half, crest, a + half - BULGE * half, crest, a + half, across)
        steps.append(("C", points))
    return steps


def _turned(steps: Sequence[Step], turn: Turn) -> list[Step]:
    """Steps along a side, in their place on the page."""
    out: list[Step] = []
    for letter, points in steps:
        placed: list[float] = []
        for a, c in zip(points[::2], points[1::2], strict=True):
            placed += turn(a, c)
        out.append((letter, tuple(placed)))
    return out


def _drawn(style: RuleStyle, steps: list[Step], node: str, *, stroked: tuple[float, bool]) -> Path:
    """A pattern's steps, stroked with its pen (width, whether it is round) or filled."""
    width, round_ = stroked
    if width > 0:
        return _stroked(style, steps, width, node, round_=round_)
    return Path(steps=tuple(steps), color=style.color, filled=True, node=node)


def _stroked(
    style: RuleStyle, steps: Sequence[Step], width: float, node: str, *, round_: bool
) -> Path:
    return Path(steps=tuple(steps), color=style.color, width=width, round=round_, node=node)
