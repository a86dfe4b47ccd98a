"""What of a picture lies under type: how much cyan, magenta and yellow, where black overprints it.

A picture is taken small: its means over a millimetre or so are what a press feels, and a JPEG is
decoded at an eighth of its size. Only a page with black type on a picture comes here.
"""

from typing import TYPE_CHECKING, Final

from layout.display.extent import Ltrb
from layout.display.items import Page, Picture
from layout.pictures.facts import PressPicture
from layout.pictures.fineness import by_source

if TYPE_CHECKING:
    from PIL.Image import Image

    from layout.pictures.store import PictureStore

SIDE: Final = 640
"""Pixels of the longer side that are looked at, about."""


class Underlay:
    """The pictures of a page as its press has them, as `layout.display.overprint` asks of them."""

    def __init__(self, store: "PictureStore", page: Page) -> None:
        self._store = store
        self._facts = page.press
        self._placed = by_source(page.items)
        self._small: dict[str, Image | None] = {}

    def most(self, picture: Picture, box: Ltrb) -> float | None:
        """The most cyan, magenta and yellow together, in per cent, in a box of the page; None of
        vector artwork, which has no pixels. Raises `PictureError`."""
        source = picture.source
        if self._store.info(source).vector:
            return None
        if source not in self._small:
            made = self._store.press(source, self._facts, self._placed.get(source, ()))
            self._small[source] = beside_black(made, source)
        image = self._small[source]
        if image is None:
            return 0.0
        r, (left, top, right, bottom) = picture.rect, picture.crop
        across, down = (right - left) / r.width, (bottom - top) / r.height
        x, to = (left + (at - r.x) * across for at in (box[0], box[2]))
        y, foot = (top + (at - r.y) * down for at in (box[1], box[3]))
        x0, x1 = _span(x, to, image.width)
        y0, y1 = _span(y, foot, image.height)
        most = image.crop((x0, y0, x1, y1)).getextrema()[1]
        assert isinstance(most, int | float)
        return round(most * 3 / 2.55, 2)


def beside_black(picture: PressPicture, name: str) -> "Image | None":
    """A small picture of a third of its cyan, magenta and yellow together; None of one that has
    none. Raises `PictureError`, naming it, where it cannot be read."""
    if picture.mode != "cmyk":
        return None
    import io
    import zlib

    from PIL import Image

    from layout.pictures import pillow

    with pillow.guarded(name):
        size = (picture.width, picture.height)
        image: Image.Image
        if picture.jpeg:
            image = Image.open(io.BytesIO(picture.data))
            image.draft(None, (SIDE, SIDE))
        else:
            image = Image.frombytes("CMYK", size, zlib.decompress(picture.data))
        by = max(image.size) // SIDE
        if by > 1:
            image = image.reduce(by)
        inks = Image.merge("RGB", image.split()[:3])
        return inks.convert("L", (1 / 3, 1 / 3, 1 / 3, 0))


def _span(low: float, high: float, size: int) -> tuple[int, int]:
    """The pixels of a stretch in fractions, one at least."""
    first = min(size - 1, max(0, int(low * size)))
    return first, min(size, max(first + 1, -int(-high * size // 1)))
