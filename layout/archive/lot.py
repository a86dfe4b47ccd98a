"""Pages that are sent to a worker together, and what became of them there."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from layout.archive.order import Answer
from layout.record import record
from layout.words.said import Said

MOST_DEATHS: Final = 5
"""Workers that may end over one lot. Then its pages are asked for one by one, so that the others
are made, and the page that ends them is told. Fewer would lose good pages, where workers end for
other reasons again and again."""


@record(kw_only=False)
class Lost:
    """No answer: how the worker ended, to be put behind the name of a page."""

    end: Said


@dataclass(slots=True, kw_only=True)
class Lot:
    """Pages, each by the number of its group and its own there; `whole` are those of an edition
    whose own files are made too.

    `deaths` counts the workers that ended over it, or failed: it goes to none of `failed_on` again
    as long as there are others. `names` are files that a worker had not, or had otherwise; with
    `bundled` all files are sent along. `place` is where files made may have been laid of what was
    sent last.
    """

    pages: tuple[tuple[int, int], ...]
    whole: bool = False
    deaths: int = 0
    failed_on: set[str] = field(default_factory=set)
    tries: int = 0
    bundled: bool = False
    names: set[str] = field(default_factory=set)
    place: Path | None = None


Pack = Callable[[Lot], tuple[bytes, bytes]]
"""A lot as an order, with the files sent along. Raises `BundleError`."""


class Crew(Protocol):
    """Whoever carries out lots."""

    def work(self, lots: deque[Lot], pack: Pack) -> Iterator[tuple[Lot, Answer | Lost]]:
        """What becomes of lots, as they are done, until none is left; more may be put to them."""
