"""The outline of a cut-out: from a picture's transparency to the polygon that text runs round.

The silhouette is taken as two profiles, how far the subject reaches to the left and to the right at
each height. So it is one shape without holes, whatever is cut out of it and of however many pieces
it is; beside a shape that is open to one side text follows the opening.

      ·····▄▄▄·····        l ╲▁▁▁  r
      ···▟█████▙···      l ╱      ╲ r      each pixel row gives a left and a right
      ···██▘·▝██···  →   l ▏      ▕ r      end; Douglas and Peucker's points are the
      ···▜█▙▄▟█▛···      l ╲      ╱ r      few that hold every end within a tolerance
"""

from collections.abc import Iterator
from heapq import heappop, heappush
from math import hypot
from typing import TYPE_CHECKING, Final

from layout.pictures.facts import PictureError
from layout.words.said import said

if TYPE_CHECKING:
    from PIL.Image import Image

OPAQUE: Final = 0.5
"""Alpha from which a pixel belongs to the subject: the middle of an antialiased edge."""
TOLERANCE: Final = 0.25
"""Points by which the polygon may leave the profile; as much again may be lost to a sample's
height. Both together stay under half a point, or a pixel where that is more."""
CHUNK: Final = 1 << 24  # pixels looked at together
MOST_POINTS: Final = 200
"""Of the polygon: where fur or leaves would need more, the tolerance gives way."""

Profile = list[tuple[float, float]]
Polygon = tuple[tuple[float, float], ...]


def outline(
    data: bytes, name: str, width: float, height: float, *, opaque: float = OPAQUE
) -> Polygon:
    """The silhouette of picture `data` printed `width` × `height` points, from its top left corner,
    clockwise, in at most `MOST_POINTS` points.

    Pixels with an alpha of at least `opaque` (of 1) belong to the subject. Raises `PictureError`,
    naming the picture, where it has no transparency, nothing in it is opaque, or it is damaged;
    `ValueError` for a size that is not above 0.
    """
    if not (width > 0 and height > 0):
        raise ValueError(f"{name} printed {width:g} × {height:g} points: expected a size above 0")
    from layout.pictures import pillow

    with pillow.guarded(name):
        image = pillow.open_image(data, name)
        if not pillow.has_alpha(image):
            raise PictureError(
                said("part.picture-not-clear", file=name, format=str(image.format), mode=image.mode)
            )
        image = pillow.decoded(image, name)
        solid = _alpha(image).point(
            [255 if alpha >= opaque * 255 and alpha else 0 for alpha in range(256)]
        )
        left, right = _profiles(solid, width, height)
    if not left:
        raise PictureError(said("part.picture-no-outline", file=name, alpha=opaque))
    half = MOST_POINTS // 2
    off = max(TOLERANCE, width / solid.width)  # within a pixel there is nothing but its steps
    return (*simplified(right, off, half), *simplified(left, off, half)[::-1])


def simplified(chain: Profile, tolerance: float, most: int) -> Profile:
    """The points of an open chain, ends included, that hold all others within `tolerance` of the
    line through them: Douglas and Peucker's, the worst first, so that `most` points (at least two)
    are as good as they can be.
    """
    if len(chain) <= 2:
        return list(chain)
    kept = [0, len(chain) - 1]
    queue: list[tuple[float, int, int, int]] = []

    def part(first: int, last: int) -> None:
        off, at = _farthest(chain, first, last)
        if off > tolerance:
            heappush(queue, (-off, first, at, last))

    part(*kept)
    while queue and len(kept) < most:
        _, first, at, last = heappop(queue)
        kept.append(at)
        part(first, at)
        part(at, last)
    return [chain[k] for k in sorted(kept)]


def _farthest(chain: Profile, first: int, last: int) -> tuple[float, int]:
    """The point between two others that is farthest from the line from one to the other, and how
    far."""
    x0, y0 = chain[first]
    x1, y1 = chain[last]
    dx, dy = x1 - x0, y1 - y0
    length = hypot(dx, dy) or 1.0
    dx, dy = dx / length, dy / length
    most, at = 0.0, first
    for k in range(first + 1, last):
        x, y = chain[k]
        off = abs(dy * (x - x0) - dx * (y - y0))
        along = dx * (x - x0) + dy * (y - y0)
        if along < 0.0:  # a spike beyond an end
            off = hypot(x - x0, y - y0)
        elif along > length:
            off = hypot(x - x1, y - y1)
        if off > most:
            most, at = off, k
    return most, at


def _alpha(image: "Image") -> "Image":
    """The alpha of a picture of any kind that has one, 8 bits."""
    if image.mode not in ("LA", "RGBA", "PA", "RGBa"):
        image = image.convert({"La": "LA"}.get(image.mode, "RGBA"))
    return image.getchannel(image.getbands()[-1])


def _profiles(solid: "Image", width: float, height: float) -> tuple[Profile, Profile]:
    """The left and the right ends of what is 255, from the top down, in points.

    Rows are taken together while that is finer than the tolerance; each sample stands at the middle
    of its rows and reaches as far as the widest of them. Rows in which there is nothing are passed
    over: the polygon goes straight on to the next piece.
    """
    across, down = width / solid.width, height / solid.height
    step = max(1, int(TOLERANCE / down))
    left: Profile = []
    right: Profile = []
    rows = list(_ends(solid))
    if not rows:
        return left, right
    top, bottom = rows[0][0] * down, (rows[-1][0] + 1) * down
    at = 0
    while at < len(rows):
        block = rows[at][0] // step
        first = at
        while at < len(rows) and rows[at][0] // step == block:
            at += 1
        y = min(max((block + 0.5) * step * down, top), bottom)
        left.append((min(row[1] for row in rows[first:at]) * across, y))
        right.append((max(row[2] for row in rows[first:at]) * across, y))
    for side in (left, right):
        side.insert(0, (side[0][0], top))
        side.append((side[-1][0], bottom))
    return left, right


def _ends(solid: "Image") -> Iterator[tuple[int, int, int]]:
    """Each row that has a 255 in it, with the pixels at which its first begins and its last ends.

    A few megabytes at a time, because pictures may be large; bytes are searched at memory speed.
    """
    across = solid.width
    many = max(1, CHUNK // across)
    for top in range(0, solid.height, many):
        data = solid.crop((0, top, across, min(top + many, solid.height))).tobytes()
        for row, start in enumerate(range(0, len(data), across), top):
            first = data.find(255, start, start + across)
            if first >= 0:
                yield row, first - start, data.rfind(255, start, start + across) + 1 - start
