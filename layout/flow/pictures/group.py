"""A group of pictures (组照) in a row, a column, a grid or a mosaic, each with its own caption."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from layout.diagnostics import Diagnostic, error
from layout.display.items import Picture
from layout.flow.pictures.caption import NOTHING, SetCaption, set_caption
from layout.flow.pictures.framing import MIDDLE
from layout.flow.pictures.picture import (
    CAPTION_GAP,
    LEAST_PICTURE,
    TOWARDS,
    caption_high,
    divide,
    frame_picture,
    no_room,
    shape_of,
    white_beside,
)
from layout.flow.placed import Made, PlacedItem
from layout.flow.type.setter import Setter
from layout.geometry import Rect
from layout.record import record
from layout.spec.resolve.resolved import RBlock, RPicture, RPictures
from layout.units import EPS_PT, to_mm

MOSAIC_LEAD: Final = 2 / 3
"""Of the width, for the first of a mosaic whose pictures are not sized by their shapes."""

TRIALS: Final = (5000.0, 10000.0)
"""Points of height at which frames are tried: more than any captions take."""


def make_pictures(setter: Setter, block: RBlock, group: RPictures, pitch: float) -> Made:
    """The pictures in their frames, their own captions under them, and that of them all."""
    if group.arrange == "overlap":
        from layout.flow.pictures.overlap import make_overlap  # few groups are so

        return make_overlap(setter, block, group, pitch)
    split = divide(setter, group, block.inner, pitch, block.id)
    items: list[PlacedItem] = []
    found: list[Diagnostic] = []
    arranger = _Arranger(setter=setter, group=group, node=block.id)
    cells = arranger.cells(split.area)
    # Those without a caption stand as their neighbours do that have one.
    towards = TOWARDS["below"] if any(cell.caption.lines for cell in cells) else MIDDLE
    found += _crowded(cells, block)
    for cell in cells:
        own, said = frame_picture(cell.picture, cell.area, cell.node, block.place, ranged=towards)
        place = cell.picture.place or block.place
        items += own
        found += said
        if cell.caption.height:
            found += no_room(cell.area, cell.caption.height, place)
        found += white_beside(cell.picture, cell.area, own, place)
        left, caption = arranger.under(cell, own)
        items += caption.at(left, cell.area.bottom + CAPTION_GAP)
        found += caption.diagnostics
    found += caption_high(group, split, block)
    items += split.caption.at(*split.corner)
    return Made(items=items, diagnostics=[*found, *split.caption.diagnostics])


def _crowded(cells: Sequence["GroupCell"], block: RBlock) -> list[Diagnostic]:
    """An error where pictures without captions of their own have next to no room, told once."""
    small = [
        cell.area for cell in cells
        if not cell.caption.height and min(cell.area.width, cell.area.height) < LEAST_PICTURE
    ]  # fmt: skip
    if not small:
        return []
    least = min(small, key=lambda area: min(area.width, area.height))
    return [
        error(
            "PICTURE-ROOM.group", block.place, pictures=len(cells), small=len(small),
            width_mm=to_mm(least.width), height_mm=to_mm(least.height),
        )
    ]  # fmt: skip


@record
class GroupCell:
    """A picture of the group in its frame, with its own caption."""

    number: int  # of the picture in its group, from 0
    picture: RPicture
    area: Rect
    caption: SetCaption
    node: str


@record
class _Arranger:
    setter: Setter
    group: RPictures
    node: str

    def cells(self, area: Rect) -> list[GroupCell]:
        """Every picture's frame, in reading order."""
        numbers = list(range(len(self.group.pictures)))
        if self.group.arrange == "row":
            return self.row(numbers, area)
        if self.group.arrange == "column":
            return self.column(numbers, area)
        if self.group.arrange == "mosaic" and len(numbers) > 1:
            return self.mosaic(numbers, area)
        step = min(self.group.columns, len(numbers))
        return self.rows([numbers[i : i + step] for i in range(0, len(numbers), step)], area)

    def row(self, numbers: Sequence[int], area: Rect) -> list[GroupCell]:
        """Side by side, of one height."""
        shapes = [self._shape(n) for n in numbers]
        gap = self.group.gap
        free = max(0.0, area.width - gap * (len(numbers) - 1))
        widths = [free * s / sum(shapes) for s in shapes]
        captions = [self._caption(n, w) for n, w in zip(numbers, widths, strict=True)]
        height = max(0.0, area.height - max(_room(c) for c in captions))
        lefts = accumulate((w + gap for w in widths), initial=area.x)
        return [
            self._cell(n, Rect(x, area.y, w, height), c)
            for n, x, w, c in zip(numbers, lefts, widths, captions, strict=False)
        ]

    def column(self, numbers: Sequence[int], area: Rect) -> list[GroupCell]:
        """One under the other, of one width."""
        captions = [self._caption(n, area.width) for n in numbers]
        gap = self.group.gap
        free = area.height - gap * (len(numbers) - 1) - sum(_room(c) for c in captions)
        shares = [1 / self._shape(n) for n in numbers]
        cells = []
        y = area.y
        for n, part, caption in zip(numbers, shares, captions, strict=True):
            height = max(0.0, free) * part / sum(shares)
            cells.append(self._cell(n, Rect(area.x, y, area.width, height), caption))
            y += height + _room(caption) + gap
        return cells

    def rows(self, rows: Sequence[Sequence[int]], area: Rect) -> list[GroupCell]:
        """Rows one under the other, each as high as its pictures ask for, in proportion."""
        gap = self.group.gap
        heights, rooms = [], []
        for numbers in rows:
            shapes = [self._shape(n) for n in numbers]
            free = max(0.0, area.width - gap * (len(numbers) - 1))
            heights.append(free / sum(shapes))
            widths = [free * s / sum(shapes) for s in shapes]
            rooms.append(
                max(_room(self._caption(n, w)) for n, w in zip(numbers, widths, strict=True))
            )
        if self.group.sizes == "equal" or not sum(heights):  # a caption has all of the width
            heights = [1.0] * len(rows)
        free = max(0.0, area.height - gap * (len(rows) - 1) - sum(rooms))
        cells: list[GroupCell] = []
        y = area.y
        for numbers, height, room in zip(rows, heights, rooms, strict=True):
            own = free * height / sum(heights) + room
            width = area.width
            if self.group.sizes == "equal" and len(numbers) < len(rows[0]):
                each = (area.width - gap * (len(rows[0]) - 1)) / len(rows[0])
                width = each * len(numbers) + gap * (len(numbers) - 1)
            cells += self.row(numbers, Rect(area.x, y, width, own))
            y += own + gap
        return cells

    def mosaic(self, numbers: Sequence[int], area: Rect) -> list[GroupCell]:
        """The first one as high as all, the others in a column beside it."""
        first, others = numbers[0], numbers[1:]
        gap = self.group.gap
        lead = MOSAIC_LEAD * (area.width - gap)
        if self.group.sizes == "shape":
            # As wide as leaves the column just as high when neither is cut.
            shape, slope = self._shape(first), sum(1 / self._shape(n) for n in others)
            between = gap * (len(others) - 1)
            high = (area.width - gap + between / slope) / (shape + 1 / slope)
            lead = min(max(shape * high, 0.25 * area.width), 0.8 * area.width)
        left = Rect(area.x, area.y, lead, area.height)
        rest = Rect(area.x + lead + gap, area.y, max(0.0, area.width - lead - gap), area.height)
        # Their feet stand on one line, whether or not they have captions of their own.
        return [*self.row([first], left), *self.column(others, rest)]

    def _shape(self, number: int) -> float:
        if self.group.sizes == "equal":
            return 1.0
        return shape_of(self.group.pictures[number])

    def _caption(self, number: int, width: float) -> SetCaption:
        own = self.group.pictures[number]
        node = f"{self.node}#{number + 1}"
        if self.group.captions != "own":
            return NOTHING
        return set_caption(self.setter, own.caption, own.credit, max(1.0, width), node)

    def under(self, cell: GroupCell, items: Sequence[PlacedItem]) -> tuple[float, SetCaption]:
        """The left edge of a picture's own caption, and the caption: as wide as is seen of the
        picture where it takes no more lines so, else as its frame."""
        seen = next((item.rect for item in items if isinstance(item, Picture)), cell.area)
        if cell.caption.lines and seen.width < cell.area.width - EPS_PT:
            narrow = self._caption(cell.number, seen.width)
            if narrow.height <= cell.caption.height + EPS_PT:
                return seen.x, narrow
        return cell.area.x, cell.caption

    def _cell(self, number: int, area: Rect, caption: SetCaption) -> GroupCell:
        own = self.group.pictures[number]
        node = f"{self.node}#{number + 1}"
        return GroupCell(number=number, picture=own, area=area, caption=caption, node=node)


def _room(caption: SetCaption) -> float:
    """Points that a picture's own caption takes under it."""
    return CAPTION_GAP + caption.height if caption.lines else 0.0


def pictures_height(setter: Setter, group: RPictures, width: float, pitch: float) -> float:
    """Points that a group `width` points wide takes when its pictures lose least.

    A frame is so much of what captions and gaps leave of the height; two trials tell how much, and
    so the height at which each picture is whole. The mean of these serves them all.
    """
    if group.arrange == "overlap":
        from layout.flow.pictures.overlap import overlap_height

        return overlap_height(setter, group, width, pitch)
    arranger = _Arranger(setter=setter, group=group, node="")
    tried: list[list[GroupCell]] = []
    taken = 0.0
    for deep in TRIALS:
        split = divide(setter, group, Rect(0.0, 0.0, width, deep), pitch, "")
        taken = deep - split.area.height
        tried.append(arranger.cells(split.area))
    wanted: list[float] = []
    for one, other in zip(tried[0], tried[1], strict=True):
        part = (other.area.height - one.area.height) / (TRIALS[1] - TRIALS[0])
        asked = one.area.width / shape_of(one.picture)
        wanted.append(TRIALS[0] - taken + (asked - one.area.height) / part)
    return sum(wanted) / len(wanted) + taken
