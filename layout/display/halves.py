"""A sheet of two facing pages cut at the fold: each page as it is printed by itself.

What reaches over the fold stands on both, moved as the page is, and the page's bleed cuts it off.
"""

from layout.display.items import Box, GlyphRun, Grid, Item, Page, Path, Picture, Stroke
from layout.geometry import Rect
from layout.record import replace


def halves(page: Page, names: tuple[str, str]) -> tuple[Page, Page]:
    """The left and the right page of a sheet that has a fold, called by their `names`."""
    return _half(page, names[0], 0.0, page.fold), _half(page, names[1], page.fold, page.width)


def _half(page: Page, name: str, left: float, right: float) -> Page:
    shown = Rect(left - page.bleed, 0.0, right - left + 2 * page.bleed, page.height)

    def on(rect: Rect) -> bool:
        return rect.x < shown.right and rect.right > shown.x

    def own(rect: Rect) -> bool:
        """Whether it stands on this page rather than on the other."""
        return left <= rect.x + rect.width / 2 < right or (rect.x < right and rect.right > left)

    return replace(
        page,
        name=name,
        width=right - left,
        fold=0.0,
        grid=_grid(page.grid, left, right),
        items=tuple([moved(item, -left) for item in page.items if on(reach(item))]),
        frames=tuple([replace(f, rect=_slid(f.rect, -left)) for f in page.frames if own(f.rect)]),
        blocks=tuple([replace(b, rect=_slid(b.rect, -left)) for b in page.blocks if own(b.rect)]),
    )


def moved(item: Item, right: float, down: float = 0.0) -> Item:
    """An item so many points to the right, and down."""
    if not (right or down):
        return item
    match item:
        case GlyphRun():
            return replace(item, x=item.x + right, y=item.y + down)
        case Box():
            return replace(item, rect=_slid(item.rect, right, down))
        case Stroke():
            return replace(
                item, x1=item.x1 + right, x2=item.x2 + right, y1=item.y1 + down, y2=item.y2 + down
            )
        case Picture():
            clip = tuple((x + right, y + down) for x, y in item.clip)
            return replace(item, rect=_slid(item.rect, right, down), clip=clip)
        case Path():
            steps = tuple(
                (letter, tuple(v + (down if k % 2 else right) for k, v in enumerate(points)))
                for letter, points in item.steps
            )
            return replace(item, steps=steps)


def _slid(rect: Rect, right: float, down: float = 0.0) -> Rect:
    return replace(rect, x=rect.x + right, y=rect.y + down)


def reach(item: Item) -> Rect:
    """A rectangle that surely holds the ink of an item."""
    match item:
        case GlyphRun():
            size = item.size * max(1.0, item.h_scale)
            if item.vertical:
                return Rect(item.x - size, item.y - size, 2 * size, item.width + 2 * size)
            return Rect(item.x - size, item.y - size, item.width + 2 * size, 2 * size)
        case Stroke():
            x, wide = min(item.x1, item.x2), abs(item.x2 - item.x1)
            return Rect(x - item.width, item.y1, wide + 2 * item.width, 0.0)
        case Path():
            return item.bounds()
        case _:
            return item.rect


def _grid(grid: Grid, left: float, right: float) -> Grid:
    """The grid of one page: its type area ends where that of the sheet does, and at the other side
    as far from the fold as its columns; by itself both margins are alike."""
    columns = tuple((a - left, b - left) for a, b in grid.columns if left <= a and b <= right)
    area = grid.type_area
    outer = max(area.x - left, 0.0) or right - area.right
    first, last = (columns[0][0], columns[-1][1]) if columns else (outer, right - left - outer)
    return replace(grid, type_area=Rect(first, area.y, last - first, area.height), columns=columns)
