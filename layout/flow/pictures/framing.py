"""A picture in its frame: whole or covering it, at a size and a place by hand; what is cut of it.

whole             cover               cover, align: left, scale: 120%
┌───────────┐     ┌───────────┐       ┌───────────┐
│···┌───┐···│   ┌╌│╌╌╌╌╌╌╌╌╌╌╌│╌┐     │           │╌╌╌╌┐
│···│   │···│   ╎ │           │ ╎     │           │    ╎
│···└───┘···│   └╌│╌╌╌╌╌╌╌╌╌╌╌│╌┘     │           │╌╌╌╌┘
└───────────┘     └───────────┘       └───────────┘
"""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.display.cut import Cut
from layout.display.items import Picture
from layout.geometry import Rect
from layout.spec.resolve.resolved import (
    Framing,
    RBlock,
    RPage,
    RPicture,
    RPictures,
    RStory,
    pictures_of,
)
from layout.units import ROUNDING

Crop = tuple[float, float, float, float]
MIDDLE: Final = (0.5, 0.5)
LAST_DIGIT: Final = 1e-12
"""Parts of a length by which a sum may be off for its last digits alone: they cut nothing. No more,
for of a picture blown up a thousand times a thousandth is seen."""


def framed(
    size: tuple[int, int],
    area: Rect,
    framing: Framing,
    focus: tuple[float, float] = MIDDLE,
    ranged: tuple[float, float] = MIDDLE,
) -> tuple[Rect, Crop]:
    """Where a picture of so many pixels is seen in the frame `area`, and the part of it that is.

    `focus` is what stays in view of one that is cut, in parts of its width and height; `ranged`
    where one stands that leaves white beside it, in parts of that white. The part is left, top,
    right and bottom in parts of the picture; of one that is moved out of its frame it is empty.
    """
    wide, high = area.width / size[0], area.height / size[1]
    unit = (min(wide, high) if framing.fit == "whole" else max(wide, high)) * framing.scale
    stated = (framing.across, framing.down)
    ends = []
    for side, room in enumerate((area.width, area.height)):
        length = size[side] * unit
        free = room - length
        if abs(free) <= ROUNDING * room:  # nothing is cut
            length, free = room, 0.0
        share = stated[side]
        if share is not None:
            at = free * share
        elif free >= 0:
            at = free * ranged[side]
        else:
            at = min(0.0, max(free, room / 2 - focus[side] * length))
        ends.append(_seen(at + framing.shift[side], length, room))
    (x, width, left, right), (y, height, top, bottom) = ends
    return Rect(area.x + x, area.y + y, width, height), (left, top, right, bottom)


def seen_in(
    area: Rect, picture: RPicture, ranged: tuple[float, float] = MIDDLE
) -> tuple[Rect, Crop]:
    """Where a picture whose pixels are known is seen in the frame `area`, and the part of it that
    is; `ranged` is as in `framed`."""
    assert picture.pixels is not None
    return framed(picture.pixels, area, picture.framing, picture.focus, ranged)


def _seen(at: float, length: float, room: float) -> tuple[float, float, float, float]:
    """What a frame shows of one side of a picture: where that begins and how long it is, and where
    it begins and ends in parts of the picture's own length."""
    first, last = max(at, 0.0), min(at + length, room)
    if last <= first:
        return 0.0, 0.0, 0.0, 0.0
    none = LAST_DIGIT * length
    left = (first - at) / length if at < -none else 0.0
    right = (last - at) / length if at + length > room + none else 1.0
    return first, last - first, left, right


def cuts(page: RPage, items: Sequence[object]) -> list[Cut]:
    """The pictures among the items of a page that are cut, in reading order."""
    found = [
        item for item in items if isinstance(item, Picture) and item.crop != (0.0, 0.0, 1.0, 1.0)
    ]
    if not found:
        return []
    owners = owners_of(page)
    out = []
    for item in found:
        owner = owners.get((item.node, item.source))
        if owner is not None:
            block, picture = owner
            place = picture.place or block.place
            out.append(Cut(picture=item, block=block.id, place=place, advert=picture.advert))
    return out


def owners_of(page: RPage) -> dict[tuple[str, str | None], tuple[RBlock, RPicture]]:
    """The block and the picture that each picture drawn on a page is of, by its node and its
    file."""
    owners = {}
    for block in page.blocks:
        content = block.content
        for number, picture in enumerate(pictures_of(content), 1):
            node = block.id
            if isinstance(content, RPictures):
                node = f"{block.id}#{number}"
            elif isinstance(content, RStory):
                node = content.story.name
                if content.label is not None and picture is content.label.picture:
                    node = f"{node}#label"
            owners[node, picture.source] = (block, picture)
    return owners


def over_one_another(page: RPage) -> Iterator[tuple[str, str]]:
    """The nodes of a page of which one stands over the other as its spec says, the lower first."""
    for block in page.blocks:
        for lower in block.over:
            yield lower, node_of(block)
        if isinstance(block.content, RPictures) and block.content.arrange == "overlap":
            for number in range(2, len(block.content.pictures) + 1):
                yield f"{block.id}#1", f"{block.id}#{number}"


def node_of(block: RBlock) -> str:
    """What the nodes of a block's items begin with."""
    return block.content.story.name if isinstance(block.content, RStory) else block.id
