"""编者按 链接 延伸阅读: which lines of a story stand in a box, and what its edges take."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from layout.diagnostics import Place
from layout.flow.article.drawn import box_round
from layout.spec.resolve.resolved import RBox, RStory


class BoxOf(NamedTuple):
    """The box that a paragraph stands in: its number in the story, counted from 1, the place where
    it is opened, and whether the paragraph is its first and its last."""

    number: int
    box: RBox
    place: Place
    first: bool
    last: bool

    def line(self, *, first: bool, last: bool) -> "InBox":
        """A line of the paragraph, its `first` or its `last`."""
        return InBox(self, self.first and first, self.last and last)


class InBox(NamedTuple):
    """Where in a box a line stands: whether it is the first of it, and the last."""

    of: BoxOf
    begins: bool
    ends: bool

    @property
    def above(self) -> int:
        """Lines of the grid that the box's upper edge takes above the line."""
        return self.of.box.above if self.begins else 0

    @property
    def below(self) -> int:
        """Lines of the grid that the box's lower edge takes below the line."""
        return self.of.box.below if self.ends else 0


def boxes_of(story: RStory) -> dict[int, BoxOf]:
    """For each paragraph of a story that stands in a box, by its number counted from 1: which."""
    inside = [box_round(story, paragraph) for paragraph in story.story.paragraphs]
    out: dict[int, BoxOf] = {}
    number = 0
    for k, fence in enumerate(inside):
        if fence is None:
            continue
        first = k == 0 or inside[k - 1] != fence
        last = k + 1 == len(inside) or inside[k + 1] != fence
        number += first
        box, place = fence
        out[k + 1] = BoxOf(number, box, place, first=first, last=last)
    return out


def edges(
    inside: Sequence[InBox | None], white: Sequence[int], room: int
) -> tuple[list[int], list[bool]]:
    """For each line of a text how many lines of the grid the edges of its box take with it, and
    whether no column ends with it, for its box is to stay whole and a column of `room` holds it.
    `white` are the lines left empty above each."""
    pads = [0] * len(inside)
    tied = [False] * len(inside)
    for number, first, last in groups(inside):
        for k, line in enumerate(inside[first:last], first):
            pads[k] = line.above + line.below if line is not None else 0
        line = inside[first]
        if number and line is not None:
            whole = depth(inside[first:last], white[first:last]) <= min(line.of.box.whole, room)
            tied[first : last - 1] = [whole] * (last - 1 - first)
    return pads, tied


def depth(inside: Sequence[InBox | None], white: Sequence[int]) -> int:
    """Lines of the grid that the lines of one box take with its edges, and with the white between
    them."""
    taken = sum(1 + line.above + line.below for line in inside if line is not None)
    return taken + sum(white[1:])


def groups(inside: Sequence[InBox | None]) -> Iterator[tuple[int, int, int]]:
    """Stretches of lines in one box, or in none (0): its number, first line and the one after the
    last."""
    at = 0
    for number, group in groupby(inside, lambda line: line.of.number if line is not None else 0):
        end = at + sum(1 for _ in group)
        yield number, at, end
        at = end
