"""Adverts: artwork whole in its frame, or the frame alone until it has come; the word 广告."""

from typing import Final

from layout.color import WHITE, Color
from layout.diagnostics import Diagnostic, warning
from layout.display.items import Box, Picture
from layout.flow.pictures.picture import frame_picture
from layout.flow.placed import Made, PlacedItem
from layout.flow.rules import rules
from layout.flow.type.setter import Setter
from layout.geometry import Rect
from layout.record import replace
from layout.spec.resolve.resolved import RBlock, RBooking, RPicture
from layout.units import to_mm
from layout.words.said import said

MARK_PAD: Final = 0.3
"""em of the mark, round it on its white."""
MARK_OFF: Final = 2.0
"""Points from it to the edges of the frame."""
LEADING: Final = 1.5
EMPTY: Final = Color(k=6.0)
"""Tint of an empty frame: lighter than that of a picture that is missing."""
LEAST_FRAME: Final = 6.0
"""Points of height that words in an empty frame leave above and below."""


def make_advert(setter: Setter, block: RBlock, advert: RPicture, booking: RBooking) -> Made:
    """The advert in its frame, with its mark."""
    frame = block.inner
    if advert.source is None:
        items, found = _empty(setter, block, booking)
    else:
        items, found = frame_picture(advert, frame, block.id, block.place)
    if booking.mark is not None:
        seen = next((item.rect for item in items if isinstance(item, Picture)), frame)
        items += _mark(setter, seen, booking, f"{block.id}#mark")
    return Made(items=items, diagnostics=found)


def _mark(setter: Setter, frame: Rect, booking: RBooking, node: str) -> list[PlacedItem]:
    """The word in its corner, on white: whatever the artwork is, it is read."""
    assert booking.mark is not None
    line = setter.display(booking.mark)
    pad = MARK_PAD * line.height
    wide, high = line.width + 2 * pad, line.height + pad
    down, across = booking.mark_at.split("-")
    x = frame.x + MARK_OFF if across == "left" else frame.right - MARK_OFF - wide
    y = frame.y + MARK_OFF if down == "top" else frame.bottom - MARK_OFF - high
    panel = Box(rect=Rect(x, y, wide, high), fill=WHITE, node=node, role="panel")
    return [panel, line.at(x + pad, y + pad / 2, line.width, node)]


def _empty(
    setter: Setter, block: RBlock, booking: RBooking
) -> tuple[list[PlacedItem], list[Diagnostic]]:
    """The frame on a tint, and what is known of the advert in its middle."""
    frame = block.inner
    items: list[PlacedItem] = [
        Box(rect=frame, fill=EMPTY, node=block.id, role="panel"),
        *rules.frame(("thin",) * 4, frame, block.id),
    ]
    size = f"{to_mm(frame.width):.0f}×{to_mm(frame.height):.0f}mm"
    known = [booking.client, f"{booking.booked} {size}".strip()]
    texts = [replace(booking.words, text=text) for text in known if text]
    lines = [setter.display(text, max(1.0, frame.width - LEAST_FRAME)) for text in texts]
    high = sum(LEADING * line.height for line in lines)
    if high + LEAST_FRAME <= frame.height:
        y = frame.y + (frame.height - high) / 2
        middle = frame.x + frame.width / 2
        for line in lines:
            top = y + (LEADING - 1) * line.height / 2
            items.append(line.at(middle - line.width / 2, top, line.width, block.id))
            y += LEADING * line.height
    of = said("part.advert-of", client=booking.client) if booking.client else ""
    told = said("STANDS-IN.advert", block=block.id, of=of)
    return items, [warning(told, block.place)]
