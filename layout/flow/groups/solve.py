"""Copyfitting: which of the values that may move are to move so that a page is full to the line.

Numbers only. A page is a tree of stacks (one child under the other) and rows (side by side, all of
one height). Its leaves are pictures, stories, fills: each has options, a height in lines that it
may take and what that costs. Of all choices that give the page its exact height the cheapest is
found, by the heights each part can reach:

    stack ─┬─ picture  30 … 40 lines         120 = 32 + 88
           └─ row ─┬─ story    80, 84, 88          (88 | 60 + 28)
                   └─ stack ─┬─ story   60, 63
                             └─ fill    any

First every part is asked which heights it can reach at all, as bits of one number, so that adding
two parts is a handful of shifts; from the page's height down it is then known which of them are of
use. Only those are priced (min-plus sums of the parts' prices).

A price is one whole number: the cost in millionths, then how many leaves change, then the option of
each leaf in reading order. Prices of different leaves add up without touching each other, so the
least number is the cheapest choice, of those the one with the least changes, of those the one whose
first leaves take the first options; and the number itself says what was chosen.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from math import fsum
from typing import Any, Final

from layout.record import record

MOST_HEIGHT: Final = 4096
"""Lines of a part: thirty broadsheet pages one under the other. What would be higher is left out
of account."""
MOST_COST: Final = 1e12
MOST_DEEP: Final = 64
"""Stacks and rows inside each other."""
STEP: Final = 1_000_000
"""Costs are compared in millionths: sums of floats depend on their order, and a page must not."""


@record(kw_only=False)
class Option:
    """A height in lines that a leaf may take, what it costs, and what stands for it elsewhere."""

    height: int
    cost: float = 0.0
    key: Any = None


@record(kw_only=False)
class Leaf:
    """A part of the page that is not divided further.

    The first option is the leaf as it stands, the others are in the order in which they are
    liked. A `fill` takes any of its options without being changed by it.
    """

    options: tuple[Option, ...]
    fill: bool = False


@record(kw_only=False)
class Stack:
    """Parts one under the other, with `gaps` lines between them in all."""

    children: tuple["Tree", ...]
    gaps: int = 0


@record(kw_only=False)
class Row:
    """Parts side by side; each takes exactly the row's height."""

    children: tuple["Tree", ...]


Tree = Leaf | Stack | Row


@record
class Solution:
    """The option of each leaf, in reading order, what they cost, and how many are not the first
    (fills not counted)."""

    choices: tuple[Option, ...]
    cost: float
    changed: int


@record
class NoSolution:
    """The nearest heights, in lines, that can be reached; None where there is none that side."""

    nearest_below: int | None
    nearest_above: int | None


def fill(heights: Iterable[int], cost: Callable[[int], float], key: Any = None) -> Leaf:
    """A leaf that takes any of some heights, at what `cost` says of each."""
    return Leaf(tuple(Option(h, cost(h), key) for h in heights), fill=True)


def solve(tree: Tree, height: int) -> Solution | NoSolution:
    """The cheapest choice that makes `tree` exactly `height` lines high.

    Of equal costs the one with the fewest leaves changed; of those the one whose first leaves in
    reading order take their earlier options. Raises `ValueError` for a tree that means nothing: a
    leaf without options, a row without parts, a height or a cost that is no number from 0 up.
    """
    leaves = tuple(_leaves(tree, 0))
    root = _plan(tree, iter(_priced(leaves)))
    if not 0 <= height <= MOST_HEIGHT or not root.reach >> height & 1:
        return _nearest(root.reach, height)
    price = _prices(root, 1 << height)[height]
    choices: list[Option] = []
    for leaf in reversed(leaves):
        width = _width(leaf)
        choices.append(leaf.options[price & ((1 << width) - 1)])
        price >>= width
    changed = price & ((1 << len(leaves).bit_length()) - 1)
    choices.reverse()
    return Solution(
        choices=tuple(choices), cost=fsum(option.cost for option in choices), changed=changed
    )


class _Part:
    """A part of the page: the heights it reaches, a bit each, and what is needed to price them.

    A leaf has `prices` by height; a stack has in `before` the heights reached above each child and
    above its end; a row has neither.
    """

    __slots__ = ("before", "children", "prices", "reach")

    def __init__(
        self,
        reach: int,
        *,
        children: tuple["_Part", ...] = (),
        before: tuple[int, ...] = (),
        prices: dict[int, int] | None = None,
    ) -> None:
        self.reach = reach
        self.children = children
        self.before = before
        self.prices = prices


def _leaves(tree: Tree, deep: int) -> Iterator[Leaf]:
    """The leaves in reading order; all that can be wrong with a tree is told here."""
    if isinstance(tree, Leaf):
        if not tree.options:
            raise ValueError("a leaf without options")
        for option in tree.options:
            if not 0 <= option.height <= MOST_HEIGHT:
                raise ValueError(f"a height of {option.height}: expected 0 to {MOST_HEIGHT} lines")
            if not 0 <= option.cost <= MOST_COST:
                raise ValueError(f"a cost of {option.cost:g}: expected 0 to {MOST_COST:g}")
        yield tree
        return
    if deep == MOST_DEEP:
        raise ValueError(f"more than {MOST_DEEP} stacks and rows inside each other")
    if isinstance(tree, Row) and not tree.children:
        raise ValueError("a row without parts")
    if isinstance(tree, Stack) and not 0 <= tree.gaps <= MOST_HEIGHT:
        raise ValueError(f"gaps of {tree.gaps}: expected 0 to {MOST_HEIGHT} lines")
    for child in tree.children:
        yield from _leaves(child, deep + 1)


def _width(leaf: Leaf) -> int:
    """Bits that the number of an option takes in a price."""
    return (len(leaf.options) - 1).bit_length()


def _priced(leaves: tuple[Leaf, ...]) -> Iterator[dict[int, int]]:
    """For each leaf the least price of each height it can take."""
    places = sum(_width(leaf) for leaf in leaves)
    changes = len(leaves).bit_length()
    for leaf, rest in zip(leaves, _rests(leaves), strict=True):
        out: dict[int, int] = {}
        for number, option in enumerate(leaf.options):
            cost = round(option.cost * STEP)
            changed = 1 if number and not leaf.fill else 0
            price = (((cost << changes) + changed) << places) + (number << rest)
            if price < out.get(option.height, price + 1):
                out[option.height] = price
        yield out


def _rests(leaves: tuple[Leaf, ...]) -> list[int]:
    """For each leaf the bits that those after it take."""
    out = [0]
    for leaf in reversed(leaves):
        out.append(out[-1] + _width(leaf))
    return out[-2::-1]


def _plan(tree: Tree, prices: Iterator[dict[int, int]]) -> _Part:
    """The tree with the heights that each part of it can reach."""
    if isinstance(tree, Leaf):
        own = next(prices)
        return _Part(sum(1 << height for height in own), prices=own)
    children = tuple(_plan(child, prices) for child in tree.children)
    if isinstance(tree, Row):
        reach = children[0].reach
        for child in children[1:]:
            reach &= child.reach
        return _Part(reach, children=children)
    before = [1 << tree.gaps]
    for child in children:
        before.append(_sums(before[-1], child.reach))
    return _Part(before[-1], children=children, before=tuple(before))


def _prices(part: _Part, wanted: int) -> dict[int, int]:
    """The least price of each of the `wanted` heights, all of which the part can reach."""
    if part.prices is not None:
        return {height: part.prices[height] for height in _bits(wanted)}
    if not part.before:
        tables = [_prices(child, wanted) for child in part.children]
        return {height: sum(table[height] for table in tables) for height in _bits(wanted)}
    useful = [wanted]  # heights above each child, from the last up
    own: list[int] = []  # heights of each child
    for child, before in zip(part.children[::-1], part.before[-2::-1], strict=True):
        above = need = 0
        for height in _bits(child.reach):
            here = useful[-1] >> height & before
            if here:
                above |= here
                need |= 1 << height
        useful.append(above)
        own.append(need)
    table = dict.fromkeys(_bits(useful.pop()), 0)
    for child in part.children:
        table = _added(table, _prices(child, own.pop()), useful.pop())
    return table


def _added(upper: dict[int, int], lower: dict[int, int], wanted: int) -> dict[int, int]:
    """The least prices of `wanted` sums of two heights; both tables are in ascending order."""
    low, high = (wanted & -wanted).bit_length() - 1, wanted.bit_length() - 1
    never = max(upper.values()) + max(lower.values()) + 1
    start = min(upper)
    prices = [never] * (max(upper) - start + 1)  # from height `start` on
    for height, price in upper.items():
        prices[height - start] = price
    best = [never] * (high - low + 1)  # from height `low` on
    for height, extra in lower.items():
        first = max(0, low - height - start)
        at = first + start + height - low
        for price in prices[first : max(0, high - height - start + 1)]:
            total = price + extra
            if total < best[at]:  # noqa: PLR1730  a call would double the innermost loop
                best[at] = total
            at += 1
    return {height: best[height - low] for height in _bits(wanted)}


def _sums(a: int, b: int) -> int:
    """All sums of a height of one and a height of the other."""
    if a.bit_count() < b.bit_count():
        a, b = b, a
    out = 0
    for height in _bits(b):
        out |= a << height
    return out & ((1 << (MOST_HEIGHT + 1)) - 1)


def _bits(mask: int) -> list[int]:
    """The heights that stand in a number, ascending."""
    return [height for height, bit in enumerate(bin(mask)[:1:-1]) if bit == "1"]


def _nearest(reach: int, height: int) -> NoSolution:
    heights = _bits(reach)
    at = bisect_left(heights, height)
    return NoSolution(
        nearest_below=heights[at - 1] if at else None,
        nearest_above=heights[at] if at < len(heights) else None,
    )
