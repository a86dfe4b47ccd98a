"""Pages ready to be bound, as bytes: for another process, or to keep until an edition is whole.

They are pickled: what is read back here has been made here, by this process or by a fork of it that
`workers` has made, and comes from no file. Pickles may hold code.
"""

import pickle
from collections.abc import Iterable

from layout.api import ComposedPage
from layout.display.items import Page
from layout.record import record
from layout.render.press.prepared import PreparedPage


@record
class PackedPage:
    """A page ready to be bound. Its display list, most of it and seldom asked for, stays bytes."""

    prepared: PreparedPage
    packed: bytes

    def display(self) -> Page:
        """The display list, made anew."""
        found: Page = pickle.loads(self.packed)  # noqa: S301  what `pack` made
        return found


def pack(pages: Iterable[tuple[ComposedPage, PreparedPage]]) -> bytes:
    """A page with what it is as prepared; after it the halves of one that is two facing pages."""
    packed = [
        PackedPage(prepared=prepared, packed=pickle.dumps(page.display, 5))
        for page, prepared in pages
    ]
    return pickle.dumps(packed, 5)


def unpack(ready: bytes) -> tuple[PackedPage, list[PackedPage]]:
    """A page that `pack` made ready, and its halves."""
    page, *halves = pickle.loads(ready)  # noqa: S301  what `pack` made
    return page, halves
