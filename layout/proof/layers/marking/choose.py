"""A choice for each of several things, so that no two choices are at odds and all cost least.

It is exact for things of which no more than `BATCH` depend on one another and whose search ends
within its steps; else it is the best choice found. Things whose choices never meet are chosen for
by themselves.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import inf
from typing import Final

from layout.record import record
from layout.units import ROUNDING

STEPS: Final = 20_000
"""Choices tried for the things of a batch."""
BATCH: Final = 24
"""Things that are chosen for together: those after them take what is left."""
Odds = Callable[[int, int, int], int]
"""Called with `a, c, d`: which choices of thing `a` are at odds with choice `d` of thing `c`, each
a bit of a number. What it gives is kept."""


def choose(
    costs: Sequence[Sequence[float]],
    odds: Odds,
    meets: Callable[[int, int], bool] = lambda one, other: one != other,
    steps: int = STEPS,
) -> list[int]:
    """For each thing the number of its choice. `costs` are those of each choice of each thing; a
    thing's last choice is to be at odds with none. `meets` says of two things whether any of their
    choices can be at odds. Raises `ValueError` where one has no choice."""
    if not all(costs):
        raise ValueError("a thing has no choice")
    things = range(len(costs))
    near = [[other for other in things if other != one and meets(one, other)] for one in things]
    table = _Table(costs=costs, odds=lru_cache(maxsize=None)(odds), near=near)
    chosen: dict[int, int] = {}
    for group in _groups(near):
        for k in range(0, len(group), BATCH):
            _Search(table, group[k : k + BATCH], chosen, steps).run()
    return [chosen[thing] for thing in things]


def cost_of(costs: Sequence[Sequence[float]], chosen: Sequence[int]) -> float:
    """What some choices cost together."""
    return sum(of[one] for of, one in zip(costs, chosen, strict=True))


def _groups(near: Sequence[Sequence[int]]) -> list[list[int]]:
    """Things in groups of which none meets another."""
    left = set(range(len(near)))
    out = []
    while left:
        group, waits = set[int](), [min(left)]
        while waits:
            one = waits.pop()
            if one not in group:
                group.add(one)
                waits += near[one]
        left -= group
        out.append(sorted(group))
    return out


@record
class _Table:
    """What there is to choose from: `near` are for each thing those it may be at odds with."""

    costs: Sequence[Sequence[float]]
    odds: Odds
    near: Sequence[Sequence[int]]


class _Search:
    """Depth first, the cheapest choice first, no further than the best found allows."""

    def __init__(
        self, table: _Table, group: Sequence[int], chosen: dict[int, int], steps: int
    ) -> None:
        costs = table.costs
        self._table, self._group = table, group
        self._chosen, self._left = chosen, steps
        self._order = {
            thing: sorted(range(len(costs[thing])), key=costs[thing].__getitem__) for thing in group
        }
        least = [min(costs[thing]) for thing in group]
        self._rest = [sum(least[k:]) for k in range(len(group) + 1)]
        self._best = {thing: len(costs[thing]) - 1 for thing in group}
        self._bound = inf

    def run(self) -> None:
        """Choose for the group: first well, then, as far as the steps go, best."""
        self._well()
        self._go(0, 0.0)
        self._chosen.update(self._best)

    def _well(self) -> None:
        """One after the other takes the cheapest that is left. Then each that has paid more than it
        would alone takes a cheaper one, and those in its way the cheapest that is left to them,
        as long as all together pay less."""
        for thing in self._group:
            self._chosen[thing] = self._cheapest(thing)
        paying = True
        while paying:
            paying = any(self._takes(thing) for thing in self._group)
        self._best = {thing: self._chosen.pop(thing) for thing in self._group}
        self._bound = sum(self._table.costs[thing][one] for thing, one in self._best.items())

    def _takes(self, thing: int) -> bool:
        """Whether a thing has got a cheaper choice."""
        costs, chosen = self._table.costs, self._chosen
        for one in self._order[thing]:
            if costs[thing][one] >= costs[thing][chosen[thing]] - ROUNDING:
                return False
            before = dict(chosen)
            moved = [
                other for other in self._table.near[thing]
                if other in chosen and self._table.odds(thing, other, chosen[other]) >> one & 1
            ]  # fmt: skip
            if not all(other in self._best for other in moved):
                continue  # of those before: they stay
            chosen[thing] = one
            for other in moved:
                del chosen[other]
            for other in moved:
                chosen[other] = self._cheapest(other)
            mine = (thing, *moved)
            gain = sum(costs[k][before[k]] - costs[k][chosen[k]] for k in mine)
            if gain > ROUNDING:
                return True
            chosen.clear()
            chosen.update(before)
        return False

    def _cheapest(self, thing: int) -> int:
        """The cheapest choice that is at odds with none chosen."""
        odd = self._odd(thing)
        return next(one for one in self._order[thing] if not odd >> one & 1)

    def _go(self, depth: int, spent: float) -> None:
        if depth == len(self._group):
            self._best = {thing: self._chosen[thing] for thing in self._group}
            self._bound = spent
            return
        thing = self._group[depth]
        odd = self._odd(thing)
        for one in self._order[thing]:
            now = spent + self._table.costs[thing][one]
            if now + self._rest[depth + 1] >= self._bound - ROUNDING or self._left <= 0:
                return
            self._left -= 1
            if not odd >> one & 1:
                self._chosen[thing] = one
                self._go(depth + 1, now)
                del self._chosen[thing]

    def _odd(self, thing: int) -> int:
        """The choices of a thing that are at odds with any chosen."""
        chosen, odds = self._chosen, self._table.odds
        found = 0
        for other in self._table.near[thing]:
            if other in chosen:
                found |= odds(thing, other, chosen[other])
        return found
