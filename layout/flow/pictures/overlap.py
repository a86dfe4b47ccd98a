"""Pictures over the corners of a large one (叠图), each with a white edge.

           ╭───────────────────╮
           │                   │      out: how far the small one stands out over the large one, to
           │     first      ╭──┴──╮   its side and down (inside of it when negative);
           │                │second│  beyond: how much of that is over the block's own edge too.
           ╰────────────────┤     │
           ▲ caption        ╰─────╯   Captions stand beside what hangs down.
           └─ block ─────────────┘

The large picture is as much smaller as the others stand out, so that all of them lie in the block.
"""

from collections.abc import Iterator
from typing import Final

from layout.color import WHITE
from layout.diagnostics import Diagnostic, error
from layout.display.items import Picture
from layout.flow.pictures.caption import captions_of
from layout.flow.pictures.framing import MIDDLE, seen_in
from layout.flow.pictures.picture import (
    CAPTION_GAP,
    LEAST_CAPTION,
    MOST_CAPTIONS,
    SIDE_GAP,
    TOWARDS,
    Split,
    caption_high,
    caption_lines,
    divide,
    frame_picture,
    no_room,
    shape_of,
    white_beside,
)
from layout.flow.placed import Made, PlacedItem
from layout.flow.rules.rounded import panel
from layout.flow.type.setter import Setter
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.resolve.resolved import RBlock, ROver, RPicture, RPictures
from layout.units import EPS_PT, to_mm

Sides = tuple[float, float, float, float]
SLACK: Final = 0.5
"""Points that a picture may stand out of its block unsaid."""


@record
class _Shared:
    """Where the large picture stands and where the captions do."""

    area: Rect
    split: Split


def make_overlap(setter: Setter, block: RBlock, group: RPictures, pitch: float) -> Made:
    """The large picture, those over its corners, and the captions of all."""
    shared = _shared(setter, group, block.inner, pitch=pitch, node=block.id)
    split = shared.split
    first = group.pictures[0]
    towards = TOWARDS[group.caption_at] if split.caption.lines else MIDDLE
    node = f"{block.id}#1"
    items, found = frame_picture(first, shared.area, node, block.place, ranged=towards)
    place = first.place or block.place
    found += no_room(shared.area, split.caption.height, place)
    found += white_beside(first, shared.area, items, place)
    seen = next((item.rect for item in items if isinstance(item, Picture)), shared.area)
    for number, picture in enumerate(group.pictures[1:], 2):
        if picture.over is None:
            continue
        rect = standing(picture, picture.over, seen)
        node = f"{block.id}#{number}"
        items += _edge(picture, picture.over, rect, block.inner, node)
        own, said = frame_picture(picture, rect, node, block.place)
        items += own
        found += said + _inside(picture, picture.over, rect, block)
    found += caption_high(group, split, block)
    items += split.caption.at(*split.corner)
    return Made(items=items, diagnostics=[*found, *split.caption.diagnostics])


def standing(picture: RPicture, over: ROver, first: Rect) -> Rect:
    """Where a picture stands over a corner of the first one."""
    width = over.width * first.width
    height = width / shape_of(picture)
    x = first.right - width + over.out[0] if over.right else first.x - over.out[0]
    y = first.bottom - height + over.out[1] if over.bottom else first.y - over.out[1]
    return Rect(x, y, width, height)


def overlap_height(setter: Setter, group: RPictures, width: float, pitch: float) -> float:
    """Points that a group `width` points wide takes when its large picture is whole."""
    deep = 10.0 * width + 5000.0
    shared = _shared(setter, group, Rect(0.0, 0.0, width, deep), pitch=pitch, node="")
    return deep - shared.area.height + shared.area.width / shape_of(group.pictures[0])


def _shared(setter: Setter, group: RPictures, inner: Rect, *, pitch: float, node: str) -> _Shared:
    """The room of a block shared between the large picture, what stands out over it, and the
    captions: these stand beside what hangs down over its foot, where there is room for them."""
    left, top, right, foot = _reserved(group)
    if group.caption_at == "below" and foot > 0:
        beside = _beside(setter, group, inner, pitch=pitch, node=node)
        if beside is not None:
            return beside
    split = divide(setter, group, inner, pitch, node)
    return _Shared(area=split.area.inset(left, top, right, foot), split=split)


def _beside(
    setter: Setter, group: RPictures, inner: Rect, *, pitch: float, node: str
) -> _Shared | None:
    """Captions under the large picture, beside what hangs down; None where that leaves them no
    room.

    The more lines they take, the smaller a picture may become that stands whole, and what hangs
    down of it moves: they are set again, never wider, until nothing moves.
    """
    words = [w for p in group.pictures for w in (p.caption, p.credit) if w is not None]
    words += [w for w in (group.caption, group.credit) if w is not None]
    left, top, right, foot = _reserved(group)
    first = inner.inset(left, top, right, foot)
    start, end, strip = inner.x, inner.right, foot
    for _ in range(MOST_CAPTIONS):
        area = replace(first, height=max(0.0, inner.height - top - strip))
        begins, ends = _free(group, area, inner)
        start, end = max(start, begins), min(end, ends)
        if not words or end - start < LEAST_CAPTION * words[0].style.size:
            return None
        measure = min(end - start, group.caption_width or inner.width)
        caption = captions_of(setter, group, measure, node)
        needed = max(strip, caption_lines(group, caption, pitch) * pitch)
        if needed <= strip and (begins, ends) == (start, end):
            break
        strip = needed
    corner = (start, area.bottom + min(CAPTION_GAP, max(0.0, strip - caption.height)))
    return _Shared(area=area, split=Split(area=area, caption=caption, corner=corner))


def _free(group: RPictures, area: Rect, inner: Rect) -> tuple[float, float]:
    """From where to where captions may stand under the first picture in `area`: as far as it is
    seen, or to what hangs down over its foot."""
    first = group.pictures[0]
    seen = area
    if first.source is not None and area.width > 0 and area.height > 0:
        found, _ = seen_in(area, first, TOWARDS["below"])
        seen = found if found.width and found.height else area
    narrow = seen.width < area.width - EPS_PT
    start, end = (seen.x, seen.right) if narrow else (inner.x, inner.right)
    for picture, over in _others(group):
        rect = standing(picture, over, seen)
        if rect.bottom <= seen.bottom + EPS_PT:
            continue
        if over.right:
            end = min(end, rect.x - over.edge - SIDE_GAP)
        else:
            start = max(start, rect.right + over.edge + SIDE_GAP)
    return start, end


def _others(group: RPictures) -> Iterator[tuple[RPicture, ROver]]:
    for picture in group.pictures[1:]:
        if picture.over is not None:
            yield picture, picture.over


def _reserved(group: RPictures) -> Sides:
    """Points at the left, top, right and foot of a block that the large picture leaves to what
    stands out over it."""
    left = top = right = foot = 0.0
    for _, over in _others(group):
        across, down = (
            max(0.0, out - beyond) for out, beyond in zip(over.out, over.beyond, strict=True)
        )
        left, right = (left, max(right, across)) if over.right else (max(left, across), right)
        top, foot = (top, max(foot, down)) if over.bottom else (max(top, down), foot)
    return left, top, right, foot


def _edge(picture: RPicture, over: ROver, rect: Rect, inner: Rect, node: str) -> list[PlacedItem]:
    """The white round a picture, as far as the block goes or the picture itself."""
    if not over.edge:
        return []
    by = over.edge
    left, top = (max(a - by, min(a, b)) for a, b in ((rect.x, inner.x), (rect.y, inner.y)))
    right = min(rect.right + by, max(rect.right, inner.right))
    foot = min(rect.bottom + by, max(rect.bottom, inner.bottom))
    whole = Rect(left, top, right - left, foot - top)
    corners = picture.corners or (0.0,) * 4
    radii = tuple(radius + by if radius else 0.0 for radius in corners)
    return [panel(whole, WHITE, radii, node, "panel")]


def _inside(picture: RPicture, over: ROver, rect: Rect, block: RBlock) -> list[Diagnostic]:
    """An error where a picture stands out of its block by more than it is said to."""
    inner = block.inner
    across, down = over.beyond
    out = max(
        max(inner.x - rect.x, rect.right - inner.right) - across,
        max(inner.y - rect.y, rect.bottom - inner.bottom) - down,
    )
    if out <= SLACK:
        return []
    return [
        error(
            "PICTURE-ROOM.over", picture.place or block.place, file=picture.source or "",
            out_mm=to_mm(out), width_mm=to_mm(rect.width), height_mm=to_mm(rect.height),
        )
    ]  # fmt: skip
