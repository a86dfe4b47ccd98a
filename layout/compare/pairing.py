"""Which page of A is which of B: by name, then by order."""

from collections.abc import Callable, Sequence

from layout.compare.side import PageSide
from layout.record import record


@record(kw_only=False)
class PagePair:
    """A page before and after; one of them is missing where the other side has none for it."""

    a: PageSide | None
    b: PageSide | None


def pair_pages(a: Sequence[PageSide], b: Sequence[PageSide]) -> list[PagePair]:
    """Pages of one name are one page, whatever the case of its letters. What is left over is paired
    in order where as many are left on both sides, or where no name is known. The pairs come in the
    order of B, those that are gone last."""
    left = dict(enumerate(a))
    chosen: dict[int, int] = {}
    keys: tuple[Callable[[PageSide], str], ...] = (
        lambda side: side.name, lambda side: side.name.casefold(),
    )  # fmt: skip
    for key in keys:
        waiting: dict[str, list[int]] = {}
        for at, side in left.items():
            waiting.setdefault(key(side), []).append(at)
        for number, side in enumerate(b):
            if number not in chosen and waiting.get(key(side)):
                at = waiting[key(side)].pop(0)
                chosen[number] = at
                del left[at]
    if not chosen or len(left) == len(b) - len(chosen):
        # As many are left on both sides, or nothing is known by name: they stand as they stood.
        for number in (n for n in range(len(b)) if n not in chosen):
            if left:
                chosen[number] = min(left)
                del left[chosen[number]]
    pairs = [PagePair(a[chosen[n]] if n in chosen else None, side) for n, side in enumerate(b)]
    return [*pairs, *(PagePair(side, None) for side in left.values())]
