"""A picture in its frame, with its caption below, above, beside or inside it."""

from collections.abc import Sequence
from math import inf
from typing import Final

from layout.color import Color
from layout.diagnostics import Diagnostic, Place, error, info, warning
from layout.display.cut import Grain
from layout.display.items import Box, Picture
from layout.flow.pictures.caption import SetCaption, captions_of
from layout.flow.pictures.framing import MIDDLE, seen_in
from layout.flow.placed import Made, PlacedItem
from layout.flow.rules import rules
from layout.flow.type.align import too_high
from layout.flow.type.setter import Setter
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.resolve.resolved import RBlock, RPicture, RPictures
from layout.units import EPS_PT, to_mm, whole_up

CAPTION_GAP: Final = 4.5
"""Points from a picture's foot to the top of its caption."""
LEAST_GAP: Final = 1.5
CAPTION_OVER: Final = 2.0
"""Points that the last line's em may stand out of the lines of the grid it is given: a caption of
one line at the body's size takes one."""
SIDE_GAP: Final = 6.0
"""Points between a picture and a caption at its side."""
INSIDE_PAD: Final = 5.0
"""Points round a caption inside a picture."""
LEAST_CAPTION: Final = 8.0
"""Characters of a line of a caption that is wider than a narrow picture: less of them cannot be set
evenly."""
MOST_CAPTIONS: Final = 8
"""How often a caption is set narrower because its picture has become smaller."""
MOST_WHITE: Final = 0.1
"""Of a frame, that a picture standing whole in it may leave empty without a word."""
LEAST_PICTURE: Final = 12.0
"""Points of height that a picture must have at least."""
PLACEHOLDER: Final = Color(k=12.0)
USUAL_SHAPE: Final = 1.5
"""Width by height of a picture that is not there yet: 3:2."""
LEAST_PPI: Final = 100.0
"""Pixels an inch under which a newspaper's screen of 100 lines shows steps: one a line."""


TOWARDS: Final = {
    "below": (0.5, 1.0), "inside": (0.5, 1.0), "above": (0.5, 0.0),
    "left": (0.0, 1.0), "right": (1.0, 1.0),
}  # fmt: skip
"""Where a picture smaller than its frame stands, by the side its caption is at: beside it."""


@record
class Split:
    """Where the picture stands and where its caption: `corner` is the caption's top left."""

    area: Rect
    caption: SetCaption
    corner: tuple[float, float]
    panel: Rect | None = None


def make_picture(setter: Setter, block: RBlock, picture: RPicture, pitch: float) -> Made:
    """The picture in its frame, and its caption with the credit."""
    inner = _captioned(picture, block.inner)
    split = _shared(setter, picture, inner, pitch=pitch, node=block.id)
    area = block.inner if picture.caption_at == "inside" else split.area
    towards = TOWARDS[picture.caption_at] if split.caption.lines else MIDDLE
    items, found = frame_picture(picture, area, block.id, block.place, ranged=towards)
    if block.wrap is None:
        found += white_beside(picture, area, items, block.place)
    found += no_room(area, split.caption.height, block.place)
    found += caption_high(picture, split, block)
    if split.panel is not None and picture.caption_fill is not None:
        node = f"{block.id}#caption"
        items.append(Box(rect=split.panel, fill=picture.caption_fill, node=node, role="panel"))
    items += split.caption.at(*split.corner)
    return Made(items=items, diagnostics=[*found, *split.caption.diagnostics])


def _captioned(picture: RPicture, inner: Rect) -> Rect:
    """The room that a picture and its caption share: what is seen of the picture, where the caption
    stands on it."""
    if picture.caption_at != "inside" or picture.caption is None or picture.source is None:
        return inner
    seen, _ = seen_in(inner, picture, TOWARDS["inside"])
    return seen if seen.width and seen.height else inner


def _shared(setter: Setter, picture: RPicture, inner: Rect, *, pitch: float, node: str) -> Split:
    """The room of a block shared between a picture and its caption, which above or below it is no
    wider than what is seen of the picture, and stands at its edge.

    The narrower a caption, the more lines it takes, and the smaller a whole picture may become: it
    is set again until its lines leave the picture as it was.
    """
    split = divide(setter, picture, inner, pitch, node)
    at = picture.caption_at
    if at not in ("above", "below") or not split.caption.lines or picture.source is None:
        return split
    most = inner.width
    for _ in range(MOST_CAPTIONS):
        if split.area.height <= 0:
            return split
        seen, _ = seen_in(split.area, picture, TOWARDS[at])
        if not (seen.width and seen.height):
            return split
        wide = min(max(seen.width, LEAST_CAPTION * _caption_em(picture)), inner.width)
        x = min(max(inner.x, seen.x + (seen.width - wide) / 2), inner.right - wide)
        moved = seen.bottom - split.area.bottom if at == "below" else seen.y - split.area.y
        if wide >= most - EPS_PT:
            return replace(split, corner=(x, split.corner[1] + moved))
        most = wide
        split = divide(setter, picture, inner, pitch, node, most=most)
    return replace(split, corner=(x, split.corner[1] + moved))


def _caption_em(picture: RPicture) -> float:
    words = picture.caption or picture.credit
    return words.style.size if words is not None else 0.0


def white_beside(
    picture: RPicture, area: Rect, items: Sequence[PlacedItem], place: Place
) -> list[Diagnostic]:
    """A remark on a picture that leaves more than `MOST_WHITE` of its frame empty; on an advert,
    whose frame is paid for, a warning."""
    seen = next((item.rect for item in items if isinstance(item, Picture)), None)
    if seen is None or picture.framing.fit != "whole" or picture.framing.scale < 1:
        return []
    if seen.width * seen.height >= (1 - MOST_WHITE) * area.width * area.height:
        return []
    across = seen.width / area.width <= seen.height / area.height
    its, of = (seen.width, area.width) if across else (seen.height, area.height)
    made = warning if picture.advert else info
    return [
        made(
            "PICTURE-WHITE.width" if across else "PICTURE-WHITE.height",
            picture.place or place,
            file=picture.source or "",
            percent=100 * its / of,
            empty_mm=to_mm(of - its),
            of_mm=to_mm(of),
            width_mm=to_mm(seen.width),
            height_mm=to_mm(seen.height),
        )
    ]


def divide(
    setter: Setter,
    spec: RPicture | RPictures,
    inner: Rect,
    pitch: float,
    node: str,
    *,
    most: float = inf,
) -> Split:
    """The room of a block shared between the picture, or pictures, and the caption, which is not
    more than `most` points wide."""
    at = spec.caption_at
    measure = min(spec.caption_width or inner.width, inner.width, most)
    if at == "inside":
        measure = max(1.0, min(measure, inner.width - 2 * INSIDE_PAD))
    caption = captions_of(setter, spec, measure, node)
    if at == "inside" or not (caption.lines or spec.caption_lines):
        top = inner.bottom - INSIDE_PAD - caption.height
        panel = Rect(inner.x, top - INSIDE_PAD, inner.width, caption.height + 2 * INSIDE_PAD)
        return Split(
            area=inner,
            caption=caption,
            corner=(inner.x + INSIDE_PAD, top),
            panel=panel if caption.lines else None,
        )
    if at in ("left", "right"):
        taken = measure + SIDE_GAP
        x = inner.x + (taken if at == "left" else 0.0)
        area = Rect(x, inner.y, max(0.0, inner.width - taken), inner.height)
        left = inner.x if at == "left" else area.right + SIDE_GAP
        return Split(area=area, caption=caption, corner=(left, inner.bottom - caption.height))
    taken = caption_lines(spec, caption, pitch) * pitch
    height = max(0.0, inner.height - taken)
    if at == "above":
        area = Rect(inner.x, inner.y + taken, inner.width, height)
        corner = (inner.x, area.y - CAPTION_GAP - caption.height)
    else:
        area = Rect(inner.x, inner.y, inner.width, height)
        # At its foot the block may end the page: nothing of the caption stands out of it.
        gap = max(LEAST_GAP, min(CAPTION_GAP, taken - caption.height))
        corner = (inner.x, area.bottom + gap)
    return Split(area=area, caption=caption, corner=corner)


def caption_lines(spec: RPicture | RPictures, caption: SetCaption, pitch: float) -> int:
    """Lines of the grid that a caption above or below takes: as stated, or as many as it needs."""
    if spec.caption_lines is not None:
        return spec.caption_lines
    return whole_up((CAPTION_GAP + caption.height - CAPTION_OVER) / pitch)


def frame_picture(
    picture: RPicture,
    area: Rect,
    node: str,
    place: Place,
    *,
    ranged: tuple[float, float] = MIDDLE,
) -> tuple[list[PlacedItem], list[Diagnostic]]:
    """The picture in `area`, or a tint where there is none yet; and its diagnostics.

    `ranged` is where it stands if it is smaller, in parts of the white beside it.
    """
    items: list[PlacedItem] = []
    found: list[Diagnostic] = []
    place = picture.place or place
    alt = picture.caption.text if picture.caption is not None else ""
    if picture.source is None:
        items.append(rules.ground(area, PLACEHOLDER, picture.corners, node, "panel"))
        found.append(warning("STANDS-IN.tint", place))
    elif area.width > 0 and area.height > 0:
        area, crop = seen_in(area, picture, ranged)
        if not (area.width and area.height):
            return items, [_moved_out(picture, place)]
        drawn = Picture(
            rect=area, source=picture.source, crop=crop, alt=alt,
            stands_in=picture.stands_in, node=node, corners=picture.corners,
        )  # fmt: skip
        items.append(drawn)
        if picture.stands_in:
            found.append(warning("STANDS-IN.picture", place, file=picture.source))
        found += _coarse(picture, drawn, place)
    if picture.corners:
        from layout.flow.rules.rounded import too_round  # few pictures have round corners

        found += too_round(area, picture.corners, picture.source or node, place)
    items += rules.frame((picture.keyline,) * 4, area, node, picture.corners)
    return items, found


def no_room(area: Rect, caption: float, place: Place) -> list[Diagnostic]:
    """An error where a caption, or what else takes of its block, has left next to nothing of the
    picture."""
    if min(area.width, area.height) >= LEAST_PICTURE:
        return []
    if caption <= 0:
        wide, high = to_mm(area.width), to_mm(area.height)
        return [error("PICTURE-ROOM.frame", place, width_mm=wide, height_mm=high)]
    return [
        error(
            "PICTURE-ROOM.caption", place, width_pt=area.width, height_pt=area.height,
            caption_pt=caption,
        )
    ]  # fmt: skip


def caption_high(spec: RPicture | RPictures, split: Split, block: RBlock) -> list[Diagnostic]:
    """An error where a caption stands out of its block, over or under it: it has fewer lines than
    it needs, or is higher than the picture it stands beside."""
    if not split.caption.lines:
        return []
    top, high, inner = split.corner[1], split.caption.height, block.inner
    out = max(inner.y - top, top + high - inner.bottom, 0.0)
    if out <= CAPTION_OVER:
        return []
    place = spec.caption.place if spec.caption is not None else block.place
    return too_high("part.the-caption", high, high - out, place)


def _coarse(picture: RPicture, drawn: Picture, place: Place) -> list[Diagnostic]:
    """A warning for a picture whose pixels are seen as steps. What is finer, and not fine enough
    for a press, is for the check of that name."""
    assert picture.pixels is not None
    if picture.vector:
        return []
    grain = Grain(picture=drawn, pixels=picture.pixels)
    made = info if drawn.stands_in else warning
    return [made(grain.told(LEAST_PPI), place)] if grain.ppi < LEAST_PPI else []


def _moved_out(picture: RPicture, place: Place) -> Diagnostic:
    dx, dy = picture.framing.shift
    return error(
        "PICTURE-ROOM.moved-out",
        place,
        file=picture.source or "",
        across_mm=to_mm(dx),
        down_mm=to_mm(dy),
    )


def shape_of(picture: RPicture) -> float:
    """Width by height of a picture."""
    if picture.source is None:
        return USUAL_SHAPE
    assert picture.pixels is not None
    width, height = picture.pixels
    return width / height


def picture_height(setter: Setter, picture: RPicture, width: float, pitch: float) -> float:
    """Points that an uncut picture `width` points wide takes with its caption."""
    inner = Rect(0.0, 0.0, width, 0.0)
    split = divide(setter, picture, inner, pitch, "")
    if picture.caption_at in ("left", "right", "inside"):
        return max(split.area.width / shape_of(picture), split.caption.height)
    taken = caption_lines(picture, split.caption, pitch) if split.caption.lines else 0
    return width / shape_of(picture) + (taken or picture.caption_lines or 0) * pitch
