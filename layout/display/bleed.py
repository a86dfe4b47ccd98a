"""How far artwork that bleeds is seen: over the edges of the page at which it stands."""

from typing import Final, Protocol

from layout.display.items import Page, Picture
from layout.geometry import Rect
from layout.record import replace

AT_EDGE: Final = 0.3
"""Points from a page's edge within which a thing stands at it: a tenth of a millimetre."""


def with_bleed(
    page: Page,
    picture: Picture,
    size: tuple[float, float],
    bleed: tuple[float, float, float, float],
) -> Rect:
    """The rectangle in which artwork is seen: that of the picture and, where this stands at an edge
    of the page and shows the artwork's own, what the artwork has beyond its trim, as far as the
    page bleeds. `size` and `bleed` are the artwork's, in points of its own.
    """
    r, (left, top, right, bottom) = picture.rect, picture.crop
    if picture.corners or not any(bleed):
        return r
    across = r.width / ((right - left) * size[0])
    down = r.height / ((bottom - top) * size[1])
    out = page.bleed

    def beyond(gap: float, has: float, *, whole: bool) -> float:
        """Points to show beyond a side that is so far from the page's edge."""
        return max(0.0, min(has, gap + out)) if gap <= AT_EDGE and whole else 0.0

    more = (
        beyond(r.x, bleed[0] * across, whole=left <= 0.0),
        beyond(r.y, bleed[1] * down, whole=top <= 0.0),
        beyond(page.width - r.right, bleed[2] * across, whole=right >= 1.0),
        beyond(page.height - r.bottom, bleed[3] * down, whole=bottom >= 1.0),
    )
    width, height = r.width + more[0] + more[2], r.height + more[1] + more[3]
    return Rect(r.x - more[0], r.y - more[1], width, height)


class Bleeding(Protocol):
    """Artwork by its size and what it has beyond it, left, top, right and bottom, in points."""

    @property
    def width(self) -> float: ...

    @property
    def height(self) -> float: ...

    @property
    def bleed(self) -> tuple[float, float, float, float]: ...


def whole_art(page: Page, picture: Picture, art: Bleeding) -> Picture:
    """Vector artwork as a picture of all of it with its bleed, of which so much is seen as the
    press file shows."""
    seen = with_bleed(page, picture, (art.width, art.height), art.bleed)
    (left, top, right, bottom), r = picture.crop, picture.rect
    unit = r.width / ((right - left) * art.width), r.height / ((bottom - top) * art.height)
    start = (r.x - left * art.width * unit[0], r.y - top * art.height * unit[1])
    ends = []
    for side, (at, length) in enumerate(((seen.x, seen.width), (seen.y, seen.height))):
        before, after = art.bleed[side], art.bleed[side + 2]
        whole = (before + (art.width, art.height)[side] + after) * unit[side]
        first = (at - start[side]) / unit[side] + before
        ends.append((first * unit[side] / whole, (first * unit[side] + length) / whole))
    crop = tuple(round(v, 9) for v in (ends[0][0], ends[1][0], ends[0][1], ends[1][1]))
    return replace(picture, rect=seen, crop=crop)
