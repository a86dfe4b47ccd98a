"""The texts of a 报眉 side by side: at the left, in the middle and at the right of what is free.

Lines of the groups that stand on one level share its width. Where they do not go in, all of them
are set smaller, alike, and that is told; at their least size it is an error, with what each wants
and what there is.
"""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Final

from layout.diagnostics import Diagnostic, error, warning
from layout.flow.type.setter import UNSEEN_SHRINK, DisplayLine, Setter
from layout.record import record
from layout.spec.resolve.resolved import StyledText
from layout.words.said import said

APART: Final = 1.5
"""em of the type, at least, between two groups on one level."""
LEAST: Final = 0.75
"""Of their size: 8 pt type becomes 6 pt, which newsprint still holds."""
SIDES: Final = ("left", "center", "right")
_GROUPS: Final = {
    "left": "part.header-left",
    "center": "part.header-center",
    "right": "part.header-right",
}

Groups = Mapping[str, Sequence[StyledText]]
"""Lines from the top down, by the side they stand at."""


@record
class Free:
    """What is free of the band from `left` to `right`; a name may stand in the middle of it, from
    and to the points of `taken`."""

    left: float
    right: float
    taken: tuple[float, float] | None = None

    @property
    def width(self) -> float:
        return max(0.0, self.right - self.left)


@record
class Stood:
    """The lines of a group, each with its left edge."""

    lines: tuple[tuple[DisplayLine, float], ...]


def stand(setter: Setter, groups: Groups, free: Free) -> tuple[dict[str, Stood], list[Diagnostic]]:
    """Where each line of the groups stands, and its diagnostics."""
    given = {side: tuple(groups.get(side, ())) for side in SIDES if groups.get(side)}
    natural = {side: [setter.display(t) for t in texts] for side, texts in given.items()}
    part = _part(natural, free)
    found: list[Diagnostic] = []
    if part < 1.0:
        share = max(part, LEAST)
        given = {
            side: tuple([t.resized(t.style.size * share) for t in texts])
            for side, texts in given.items()
        }
        if part < 1.0 - UNSEEN_SHRINK:
            found.append(_told(given, natural, free, part))
    lines = {side: [setter.display(t) for t in texts] for side, texts in given.items()}
    found += [d for side in lines for line in lines[side] for d in line.diagnostics]
    return {side: _placed(lines, side, free) for side in lines}, found


def _part(lines: Mapping[str, Sequence[DisplayLine]], free: Free) -> float:
    """Of their size, what all of them fit at; 1 where they fit as they are."""
    parts = [1.0]
    if free.taken is not None:
        for side, edge in (
            ("left", free.taken[0] - free.left),
            ("right", free.right - free.taken[1]),
        ):
            wanted = max((line.width for line in lines.get(side, ())), default=0.0)
            if wanted:
                parts.append(max(0.0, edge) / wanted)
        if lines.get("center"):
            parts.append(0.0)  # the name stands there
    else:
        parts += [free.width / _wanted(level) for level in _levels(lines)]
    return min(parts)


def _levels(lines: Mapping[str, Sequence[DisplayLine]]) -> list[list[DisplayLine]]:
    """The lines that stand on one level, the lowest first."""
    rows = zip_longest(*(reversed(group) for group in lines.values()))
    return [[line for line in row if line is not None] for row in rows]


def _wanted(level: Sequence[DisplayLine]) -> float:
    """Points that lines on one level take, with the white between them."""
    gap = APART * max(line.height for line in level)
    return sum(line.width for line in level) + gap * (len(level) - 1)


def _placed(lines: Mapping[str, Sequence[DisplayLine]], side: str, free: Free) -> Stood:
    out: list[tuple[DisplayLine, float]] = []
    for up, line in enumerate(reversed(lines[side])):
        x = free.left
        if side == "right":
            x = free.right - line.width
        elif side == "center":
            x = _middle(line, free, *(_beside(lines, other, up) for other in ("left", "right")))
        out.append((line, x))
    return Stood(lines=tuple(out[::-1]))


def _middle(
    line: DisplayLine, free: Free, left: DisplayLine | None, right: DisplayLine | None
) -> float:
    """In the middle, or as near to it as what stands beside it allows."""
    gap = APART * line.height
    x = free.left + (free.width - line.width) / 2
    if right is not None:
        x = min(x, free.right - right.width - gap - line.width)
    if left is not None:
        x = max(x, free.left + left.width + gap)
    return x


def _beside(lines: Mapping[str, Sequence[DisplayLine]], side: str, up: int) -> DisplayLine | None:
    """The line of a group on a level, counted up from the lowest."""
    group = lines.get(side, ())
    return group[-1 - up] if up < len(group) else None


def _told(
    given: Groups, natural: Mapping[str, Sequence[DisplayLine]], free: Free, part: float
) -> Diagnostic:
    """A warning for type that is smaller than asked for, an error for what does not fit at all."""
    wants = {side: max(line.width for line in group) for side, group in natural.items()}
    if free.taken is None:
        much = said("part.header-in", room_pt=free.width)
        if len(wants) > 1:
            wanted = max(_wanted(level) for level in _levels(natural))
            much = said("part.header-with-white", wanted_pt=wanted, room_pt=free.width)
    else:
        much = said(
            "part.header-no-middle" if "center" in wants else "part.header-beside-name",
            left_pt=free.taken[0] - free.left, right_pt=free.right - free.taken[1],
        )  # fmt: skip
    sizes = [
        (t.style.size, line.style.size)
        for s in given
        for t, line in zip(given[s], natural[s], strict=True)
    ]
    now, asked = min(sizes)
    each = tuple([said(_GROUPS[side], width_pt=width) for side, width in wants.items()])
    place = next(iter(given.values()))[0].place
    if part < LEAST:
        return error("DISPLAY-WIDE.header", place, groups=each, room=much, size_pt=now)
    return warning(
        "DISPLAY-SHRUNK.header", place, groups=each, room=much, size_pt=now, asked_pt=asked
    )
