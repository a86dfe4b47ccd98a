"""What stands behind a headline: a tint or a panel, or a picture cut to its place."""

from collections.abc import Mapping

from layout.display.items import Box, Picture
from layout.flow.picture import crop_to
from layout.flow.placed import PlacedItem
from layout.geometry import Rect
from layout.spec.resolved import RBacking


def behind(
    backing: RBacking, rect: Rect, node: str, sizes: Mapping[str, tuple[int, int]]
) -> list[PlacedItem]:
    """The tint and the picture of a headline in `rect`; a picture is cut, never darkened."""
    place = _place(backing, rect)
    out: list[PlacedItem] = []
    if backing.fill is not None:
        out.append(Box(rect=place, fill=backing.fill, node=node, role="panel"))
    picture = backing.picture
    if picture is not None and picture.source is not None and picture.source in sizes:
        crop = crop_to(sizes[picture.source], place, picture.focus)
        out.append(
            Picture(
                rect=place, source=picture.source, crop=crop, stands_in=picture.stands_in, node=node
            )
        )  # fmt: skip
    return out


def inside(backing: RBacking, rect: Rect) -> Rect:
    """The room for the words."""
    top, right, bottom, left = backing.inset
    return _place(backing, rect).inset(left, top, right, bottom)


def _place(backing: RBacking, rect: Rect) -> Rect:
    return rect.inset(0.0, 0.0, 0.0, backing.below)
