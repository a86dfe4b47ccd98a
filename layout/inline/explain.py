"""Why the lines of a paragraph end where they do: the price of each, and of the next best way."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import isclose
from typing import Final

from layout.inline.breaker import best_fit
from layout.inline.costs import (
    EVEN,
    HYPHEN_AGAIN_COST,
    RIVET_COST,
    RUNT_COST,
    Numbers,
    beside,
    line_cost,
    shrink_cost,
    stretch_cost,
)
from layout.inline.items import Items
from layout.inline.paragraph import ParagraphRules, broken, line_measures
from layout.record import record, replace
from layout.words.said import Said, said

MOST_LINES: Final = 200
"""Lines of one paragraph that are explained: each takes a search of the whole paragraph."""


@record
class Reason:
    """Why a line ends where it does.

    `terms` are the demerits of the line by name; `dearer` is by how much the cheapest paragraph
    costs more in which no line ends here, infinite if there is none, and `instead` the cluster that
    its line of the same number ends with.
    """

    last: int
    terms: tuple[tuple[Said, float], ...]
    dearer: float = 0.0
    instead: int | None = None

    @property
    def cost(self) -> float:
        """Demerits of the line."""
        return sum(cost for _, cost in self.terms)


def explain(items: Items, rules: ParagraphRules, measure: int | Sequence[int]) -> Iterator[Reason]:
    """A reason for each of the first `MOST_LINES` lines, in order."""
    measures = line_measures(items, rules, measure)[1]
    breaks, ends, _ = broken(items, rules, measures)
    numbers = breaks.numbers
    cost = best_fit(numbers, measures, overfull=True)[0]
    above = EVEN
    for at, (first, last) in enumerate(pairwise((0, *ends[:MOST_LINES]))):
        width = measures[min(at, len(measures) - 1)]
        terms, look = _terms(numbers, width, first, last)
        neighbours = beside(above, look, numbers.loose.keep)
        if first in numbers.hyphens and last in numbers.hyphens:
            neighbours += HYPHEN_AGAIN_COST
        if neighbours:
            terms.append((said("part.term-neighbours"), neighbours))
        above = look
        if last == numbers.final:
            yield Reason(last=breaks.last[last], terms=tuple(terms))
            continue
        penalty = list(numbers.penalty)
        penalty[last] = float("inf")
        other, way = best_fit(replace(numbers, penalty=penalty), measures, overfull=True)
        yield Reason(
            last=breaks.last[last],
            terms=tuple(terms),
            dearer=other - cost,
            instead=breaks.last[way[at]] if at < len(way) else None,
        )


def _terms(
    numbers: Numbers, width: int, first: int, last: int
) -> tuple[list[tuple[Said, float]], int]:
    """The demerits of one line by name, those of nothing left out, and its look."""
    cost, look = line_cost(numbers, width, first, last)
    terms = [(said("part.term-line"), RIVET_COST), (said("part.term-end"), numbers.penalty[last])]
    over = numbers.natural(first, last) - width
    if last == numbers.final and first >= numbers.runt_from:
        terms.append((said("part.term-runt"), RUNT_COST))
    if over > 0:
        soft, hard = numbers.give(first, last)
        terms.append((said("part.term-squeezed"), shrink_cost(over, soft, hard)))
    elif last < numbers.final:
        grow, places = numbers.room(first, last)
        free = numbers.loose._replace(cost=0.0)
        terms.append((said("part.term-opened"), stretch_cost(-over, grow, places, free)))
        limit = numbers.loose.limit
        if -over - grow > limit * (places or 1):
            terms.append((said("part.term-gaps", percent=limit / 10), numbers.loose.cost))
    found = [(name, value) for name, value in terms if value]
    assert cost == float("inf") or isclose(sum(value for _, value in found), cost)
    return found, look
