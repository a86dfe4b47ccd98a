"""What stands behind a headline: a tint or a panel, or a picture."""

from layout.display.items import Picture
from layout.flow.pictures.framing import seen_in
from layout.flow.placed import PlacedItem
from layout.flow.rules import rules
from layout.geometry import Rect
from layout.spec.resolve.resolved import RBacking


def behind(backing: RBacking, rect: Rect, node: str) -> list[PlacedItem]:
    """The tint and the picture of a headline in `rect`; a picture is never darkened."""
    place = _place(backing, rect)
    out: list[PlacedItem] = []
    if backing.fill is not None:
        out.append(rules.ground(place, backing.fill, backing.corners, node, "panel"))
    picture = backing.picture
    if picture is not None and picture.source is not None and picture.pixels is not None:
        seen, crop = seen_in(place, picture)
        out.append(
            Picture(
                rect=seen, source=picture.source, crop=crop, stands_in=picture.stands_in,
                node=node, corners=backing.corners,
            )
        )  # fmt: skip
    return out


def inside(backing: RBacking, rect: Rect) -> Rect:
    """The room for the words."""
    top, right, bottom, left = backing.inset
    return _place(backing, rect).inset(left, top, right, bottom)


def _place(backing: RBacking, rect: Rect) -> Rect:
    return rect.inset(0.0, 0.0, 0.0, backing.below)
