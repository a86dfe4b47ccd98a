"""See-through pictures made opaque, for a press file that may have no transparency (PDF/X-1a).

A picture is mixed, ink by ink and pixel by pixel, with what is drawn under it; what is not seen of
it at all is cut away by a mask of one bit, which is no transparency (ISO 32000-1, 8.9.6.3), so that
nothing of what lies there is touched. Everything under it is drawn by whoever draws plates: the
press renderer is given that as a function.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterator, Mapping
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from layout.color import PROCESS
from layout.display.halves import moved, reach
from layout.display.items import Page, Picture
from layout.errors import BanxinError
from layout.geometry import Rect
from layout.pictures import PictureStore, PressPicture
from layout.pictures.channels import channels
from layout.pictures.fineness import by_source
from layout.record import replace
from layout.render.base import RenderError, Resources
from layout.render.press.prepared import Flat
from layout.units import PT_PER_INCH
from layout.words.said import Said, said

if TYPE_CHECKING:
    from PIL.Image import Image

Ground = Callable[[Page, Resources, float], Mapping[str, tuple[int, int, bytes]]]
"""Draws a page at a resolution: for each ink the width, the height and a byte a pixel, 255 full
ink. Raises `BanxinError`."""

LEVEL: Final = 6


def flats_of(
    page: Page, resources: Resources, ground: Ground | None
) -> list[tuple[Flat, PressPicture]]:
    """The see-through pictures of a page, made opaque. Raises `RenderError`, naming the picture,
    for one that cannot be: over a spot, whose ink four inks cannot hold, or where `ground` fails.
    """
    found = []
    flattener = _Flattener(page, resources, ground)
    for at, item, picture, seen in _see_through(page, resources.pictures):
        made = flattener.flat(at, item, picture, zlib.decompress(seen))
        shown = replace(item, source=f"{item.source}#flat-{at}")
        found.append((Flat(at=at, item=shown, source=item.source), made))
    return found


def flattened(page: Page, store: PictureStore) -> Iterator[tuple[Picture, float]]:
    """The pictures of a page that `flats_of` makes opaque, each with its pixels an inch. Raises
    `PictureError`."""
    for _, item, picture, _ in _see_through(page, store):
        yield item, PT_PER_INCH * picture.width / whole(item).width


def _see_through(
    page: Page, store: PictureStore
) -> Iterator[tuple[int, Picture, PressPicture, bytes]]:
    """The see-through pictures of a page: the number of the item, the item, what it shows, and its
    mask."""
    shown = by_source(page.items)
    for at, item in enumerate(page.items):
        if isinstance(item, Picture) and not store.info(item.source).vector:
            picture = store.press(item.source, page.press, shown[item.source])
            if picture.mask is not None:
                yield at, item, picture, picture.mask


def whole(item: Picture) -> Rect:
    """Where all of a picture would stand, what is cut off of it too."""
    left, top, right, bottom = item.crop
    width, height = item.rect.width / (right - left), item.rect.height / (bottom - top)
    return Rect(item.rect.x - left * width, item.rect.y - top * height, width, height)


class _Flattener:
    """What the see-through pictures of one page stand on."""

    def __init__(self, page: Page, resources: Resources, ground: Ground | None) -> None:
        self._page = page
        self._resources = resources
        self._ground = ground

    def flat(self, at: int, item: Picture, picture: PressPicture, seen: bytes) -> PressPicture:
        """A picture mixed with what lies under it; `seen` is how much of each pixel is, a byte."""
        from PIL import Image

        size = (picture.width, picture.height)
        alpha, bare = Image.frombytes("L", size, seen), Image.new("L", size)
        under = self._under(at, item, size)
        partly = _shown(item, alpha.point(_PARTLY))
        for name, tones in under.items():
            if name not in PROCESS and _meet(tones, partly):
                raise _refused(item, said("part.flat-spot", spot=name))
        mixed = []
        for name, rows in zip(PROCESS, channels(picture, item.source), strict=True):
            ink = Image.frombytes("L", size, rows.translate(_INVERSE)) if rows else bare
            mixed.append(Image.composite(ink, under.get(name, bare), alpha))
        coloured = any(ink.getextrema() != (0, 0) for ink in mixed[:3])
        rows = mixed[3].tobytes().translate(_INVERSE)
        if coloured:
            rows = Image.merge("CMYK", mixed).tobytes()
        data, cut = zlib.compress(rows, LEVEL), _stencil(alpha)
        return PressPicture(
            mode="cmyk" if coloured else "gray",
            width=picture.width,
            height=picture.height,
            data=data,
            jpeg=False,
            inverted=False,
            digest=hashlib.sha256(data + (cut or b"")).hexdigest(),
            stencil=cut,
        )

    def _under(self, at: int, item: Picture, size: tuple[int, int]) -> "dict[str, Image]":
        """What is drawn under a picture, by ink, on its own pixels; nothing over bare paper."""
        from PIL import Image

        place = whole(item)
        below = [one for one in self._page.items[:at] if _touch(reach(one), place)]
        if not below:
            return {}
        if self._ground is None:
            raise _refused(item, said("part.flat-no-ground"))
        items = tuple([moved(one, -place.x, -place.y) for one in below])
        part = replace(self._page, width=place.width, height=place.height, bleed=0.0, items=items)
        try:
            drawn = self._ground(part, self._resources, PT_PER_INCH * size[0] / place.width)
        except BanxinError as exc:
            raise _refused(item, exc.args[0]) from exc
        found = {}
        for name, (width, height, tones) in drawn.items():
            image = Image.frombytes("L", (width, height), tones)
            if image.getextrema() != (0, 0):
                found[name] = image.resize(size, Image.Resampling.BILINEAR)
        return found


def _touch(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.right
        and one.right > other.x
        and one.y < other.bottom
        and one.bottom > other.y
    )


def _shown(item: Picture, pixels: "Image") -> "Image":
    """The pixels of a picture that are not cut off; nothing of the others."""
    from PIL import Image

    left, top, right, bottom = item.crop
    wide, high = pixels.size
    box = (
        max(0, floor(left * wide)), max(0, floor(top * high)),
        min(wide, ceil(right * wide)), min(high, ceil(bottom * high)),
    )  # fmt: skip
    found = Image.new("L", pixels.size)
    found.paste(pixels.crop(box), box)
    return found


def _meet(tones: "Image", partly: "Image") -> bool:
    """Whether there is ink where a picture is seen in part."""
    from PIL import ImageChops

    return ImageChops.darker(tones, partly).getextrema() != (0, 0)


def _stencil(alpha: "Image") -> bytes | None:
    """Deflated rows of a bit a pixel, 1 where nothing is seen; None where all is seen in part."""
    if alpha.histogram()[0] == 0:
        return None
    return zlib.compress(alpha.point(_BARE).convert("1").tobytes(), LEVEL)


def _refused(item: Picture, why: Said) -> RenderError:
    return of_picture(said("part.flat-refused", file=item.source, why=why), item.source)


def of_picture(told: Said, source: str) -> RenderError:
    """What cannot be drawn because of a picture."""
    fault = RenderError(told)
    fault.source = source
    return fault


_INVERSE: Final = bytes(range(255, -1, -1))
_BARE: Final = [255] + [0] * 255
_PARTLY: Final = [0] + [255] * 254 + [0]
