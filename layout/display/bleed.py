"""How far artwork that bleeds is seen: over the edges of the page at which it stands."""

from typing import Final

from layout.display.items import Page, Picture
from layout.geometry import Rect

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
