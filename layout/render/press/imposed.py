"""The pages of a PDF file and what stands on each: one page of the paper, or two side by side.

A page that shares its leaf is a Form XObject with resources of its own (ISO 32000-1, 8.10): its
content goes in as it is, and the form's box cuts off what bleeds over the fold.
"""

from collections.abc import Sequence
from typing import Final

from layout.record import record, replace
from layout.render.press.numbers import box, num
from layout.render.press.prepared import PreparedPage

Sides = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""
NO_ROOM: Final[Sides] = (0.0, 0.0, 0.0, 0.0)


@record
class ImposedPart:
    """A page on a leaf: its number from 0, how far it is moved to the right, the part of it that
    is shown (left, bottom, right, top in its own media box), and what the leaf calls it."""

    page: int
    name: str
    move: float
    shown: tuple[float, float, float, float]


@record
class ImposedPage:
    """A page of the file, its trim and bleed in points.

    `whole` is the page that it is; else `places` are those that stand on it, none or more. `folds`
    are counted from its left trim, `marks` are the kinds of printer's marks round it.
    """

    width: float
    height: float
    bleed: float
    whole: int | None = None
    places: tuple[ImposedPart, ...] = ()
    folds: tuple[float, ...] = ()
    marks: tuple[str, ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages that stand on it, from the left; what stands in the fold comes last."""
        return (self.whole,) if self.whole is not None else tuple([p.page for p in self.places])


def leaf_of(page: PreparedPage, number: int) -> ImposedPage:
    """The leaf that is one page."""
    return ImposedPage(
        width=page.width,
        height=page.height,
        bleed=page.bleed,
        whole=number,
        folds=(page.fold,) if page.fold else (),
        marks=_marks(page),
    )


def _marks(page: PreparedPage) -> tuple[str, ...]:
    """The kinds of printer's marks that its press asks for."""
    return tuple(page.press.marks.split())


def spreads(
    pages: Sequence[PreparedPage], gutter: float, *, strip: bool = False
) -> tuple[ImposedPage, ...]:
    """The leaves of a section's sheets, a side on each. The pages are two or more, of one size.

    With `strip` the last of them is none of these: it stands over the fold of the outermost side.
    """

    from layout.imposition import sides  # a page by itself has none

    def number(page: int | None) -> int | None:
        return None if page is None else page - 1

    found = sides(len(pages) - strip)
    leaves = [_spread(pages, number(s.left), number(s.right), gutter) for s in found]
    if strip and leaves:
        leaves[0] = _with_strip(leaves[0], pages, gutter)
    return tuple(leaves)


def _with_strip(leaf: ImposedPage, pages: Sequence[PreparedPage], gutter: float) -> ImposedPage:
    """A side of a sheet with the last of `pages` in the middle of its fold, cut at its trim."""
    number, strip = len(pages) - 1, pages[-1]
    edge, own = leaf.bleed, strip.bleed
    left = pages[0].width + (gutter - strip.width) / 2
    shown = (own, 0.0, own + strip.width, strip.height + 2 * own)
    part = ImposedPart(page=number, name="S", move=left + edge - own, shown=shown)
    return replace(leaf, places=(*leaf.places, part))


def _spread(
    pages: Sequence[PreparedPage], left: int | None, right: int | None, gutter: float
) -> ImposedPage:
    """Two pages side by side, by number from 0, with `gutter` points between their trims.

    A half may be blank. What bleeds is shown at the outer edges only: at the fold there is no cut.
    The pages must be of one size.
    """
    first = pages[next(n for n in (left, right) if n is not None)]
    edge = first.bleed
    top = first.height + 2 * edge
    places = []
    if left is not None:
        shown = (0.0, 0.0, edge + first.width, top)
        places.append(ImposedPart(page=left, name="L", move=0.0, shown=shown))
    if right is not None:
        shown = (edge, 0.0, first.width + 2 * edge, top)
        places.append(ImposedPart(page=right, name="R", move=first.width + gutter, shown=shown))
    return ImposedPage(
        width=2 * first.width + gutter,
        height=first.height,
        bleed=first.bleed,
        places=tuple(places),
        folds=(first.width + gutter / 2,),
        marks=tuple(
            dict.fromkeys(k for n in (left, right) if n is not None for k in _marks(pages[n]))
        ),
    )


def form_entries(place: ImposedPart, resources: bytes) -> bytes:
    """The dictionary entries of a placed page's Form XObject."""
    return b"/Type/XObject/Subtype/Form/BBox%s/Matrix[1 0 0 1 %s 0]/Resources<<%s>>" % (
        box(place.shown).encode("ascii"),
        num(place.move).encode("ascii"),
        resources,
    )


def placed_form(place: ImposedPart) -> str:
    """The operators that paint a placed page."""
    return f"q /{place.name} Do Q\n"


def leaf_boxes(leaf: ImposedPage, room: Sides = NO_ROOM) -> bytes:
    """MediaBox, BleedBox and TrimBox; the bleed begins where the `room` of the marks ends."""
    left, bottom, right, top = room
    wide, high = leaf.width + 2 * leaf.bleed, leaf.height + 2 * leaf.bleed
    media = (0.0, 0.0, left + wide + right, bottom + high + top)
    bleed = (left, bottom, left + wide, bottom + high)
    edge = leaf.bleed
    trim = (left + edge, bottom + edge, left + wide - edge, bottom + high - edge)
    return f"/MediaBox{box(media)}/BleedBox{box(bleed)}/TrimBox{box(trim)}".encode("ascii")


def placed_leaf(leaf: ImposedPage, room: Sides) -> tuple[bytes, bytes]:
    """The operators before and behind a leaf's own when marks stand round it: its content begins
    where the bleed does, and the marks' form `Marks` where the trim does. They are no part of what
    the page says (ISO 32000-1, 14.8.2.2.2)."""
    left, bottom = room[:2]
    before = f"q 1 0 0 1 {num(left)} {num(bottom)} cm\n"
    at = f"{num(left + leaf.bleed)} {num(bottom + leaf.bleed)}"
    after = f"Q\n/Artifact<</Type/Page>>BDC q 1 0 0 1 {at} cm /Marks Do Q EMC\n"
    return before.encode("ascii"), after.encode("ascii")
