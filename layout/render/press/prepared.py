"""A page made ready for any document: alone in a file, in the book of an edition, in a spread.

Its content stream is finished and deflated. What it calls fonts and pictures by are names of its
own, so the same bytes serve wherever the page goes; which glyph each code stands for is said beside
it, so that a document can unite the fonts of its pages. Plain data: it goes from one process to
another.
"""

from collections.abc import Mapping
from pathlib import Path

from layout.color import Color
from layout.display.items import Item, Page, Picture
from layout.display.press import PRESS, PressFacts
from layout.faces.face import Face
from layout.pdf.art import PlacedForm
from layout.record import record, replace
from layout.render.press.codes import Boxed, Meanings, Pair
from layout.render.press.images import ImageBody


@record
class FaceNeed:
    """A face that a page uses: what the page calls it, its file, and the meaning of its codes.

    `codes` are the further codes, by glyph and text, `boxed` those of glyphs with boxes of their
    own. `down`: it stands upright in columns.
    """

    key: str
    name: str
    path: Path
    index: int
    axes: Mapping[str, float]
    meant: Meanings
    codes: Mapping[Pair, int]
    boxed: Mapping[Boxed, int]
    down: bool

    def open(self) -> Face:
        """The face, opened anew. Raises `FaceError`."""
        return Face(self.path, index=self.index, axes=self.axes or None)


@record
class PictureNeed:
    """A picture that a page shows, under a name of the page's own.

    `body` is the finished image object where making it cost more than reading a file, `art` what is
    placed where it is vector.
    """

    name: str
    source: str
    digest: str
    body: ImageBody | None = None
    art: PlacedForm | None = None


@record
class Flat:
    """A see-through picture that was made opaque (`flatten`): the number of its item on the page,
    from 0, the item that takes its place, and the file of which it was."""

    at: int
    item: Picture
    source: str


def with_flats(page: Page, flats: tuple[Flat, ...]) -> Page:
    """The page with opaque pictures in place of those that are see-through."""
    if not flats:
        return page
    items: list[Item] = list(page.items)
    for flat in flats:
        items[flat.at] = flat.item
    return replace(page, items=tuple(items))


@record
class PreparedPage:
    """One page. Sizes in points; `packed` is its deflated content, whose trim begins at `bleed`
    from the left and from below; `fold` is counted from the left trim, 0 for none. `spots` are
    those that it calls, at full strength, as they are numbered there, `press` what the press
    takes."""

    name: str
    title: str
    date: str
    width: float
    height: float
    bleed: float
    packed: bytes
    overprints: bool
    faces: tuple[FaceNeed, ...]
    pictures: tuple[PictureNeed, ...]
    fold: float = 0.0
    spots: tuple[Color, ...] = ()
    press: PressFacts = PRESS
    transparent: bool = False  # something on it is see-through
    flats: tuple[Flat, ...] = ()  # what was see-through and is not any more
