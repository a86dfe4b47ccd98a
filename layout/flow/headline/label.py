"""栏目: the label of a story, on a panel that hangs from its block's upper edge, over its headline
or beside it.

corner             above              beside: title       beside: kicker
┌▓▓▓▓─────────┐                                           ▓▓▓▓ 引题引题
│             │    ▓▓▓▓                                   主题主题主题
│ 主题主题    │    主题主题           ▓▓▓▓ 主题主题
"""

from collections.abc import Sequence
from typing import Final

from layout.color import Color
from layout.diagnostics import Diagnostic, error
from layout.display.items import Picture, part_of
from layout.flow.placed import PlacedItem, PlacedLine
from layout.flow.rules import rules
from layout.flow.type.align import too_high
from layout.flow.type.setter import DisplayLine, Setter
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.resolve.resolved import RHeadline, RLabel
from layout.units import fits

LABEL_SIDE: Final = 0.8  # em of a label, on either side of it on its panel
LABEL_HEIGHT: Final = 1.75  # em: of the panel
LABEL_GAP: Final = 0.55  # em, from the panel to what stands under it
LABEL_LINE: Final = 1.25  # em from line to line of several
LABEL_BESIDE: Final = 0.7
"""em of a label, from it to the headline at its right."""
LABEL_UNDER: Final = 0.35
"""em of a label beside the 引题, at least, from it to the 主题."""
KICKER_GAP: Final = 0.45
"""Between 引题 and 主题, in em of the 引题: they are one thought, but not one line."""
SIZE: Final = 13.0
"""Points that a label without words is taken to have, for the white about it."""


@record
class Label:
    """A label set, `width` by `height` points with its panel, and not yet in its place; its words
    stand at their distances from its top left corner, in type of `size` points."""

    spec: RLabel
    ink: Color
    node: str
    lines: Sequence[tuple[DisplayLine, float, float]]
    width: float
    height: float
    size: float
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def gap(self) -> float:
        """The least from it to what stands under it."""
        return LABEL_GAP * self.size

    @property
    def beside(self) -> float:
        """What it takes of the width of a headline at its right."""
        return self.width + LABEL_BESIDE * self.size

    @property
    def above(self) -> float:
        """What it takes of the height of a headline under it."""
        return self.height + self.gap

    def at(self, x: float, top: float) -> list[PlacedItem]:
        """What is drawn of it, with its top left corner at a point."""
        spec, node = self.spec, self.node
        rect = Rect(x, top, self.width, self.height)
        if spec.picture is not None:
            return self._picture(rect)
        out: list[PlacedItem] = []
        if spec.look == "panel":
            out.append(rules.ground(rect, self.ink, spec.corners, node, "panel"))
        elif spec.look == "outline":
            out += rules.frame((spec.rule,) * 4, rect, node, spec.corners)
        return [*out, *(n.at(x + dx, top + dy, n.width, node) for n, dx, dy in self.lines)]

    def _picture(self, rect: Rect) -> list[PlacedItem]:
        """栏花: its words are what it says to those who do not see it."""
        from layout.flow.pictures.picture import frame_picture

        assert self.spec.picture is not None
        alt = " ".join(line.text for line in self.spec.lines)
        items, _ = frame_picture(self.spec.picture, rect, self.node, self.spec.place)
        return [replace(i, alt=alt) if isinstance(i, Picture) else i for i in items]


def set_label(setter: Setter, spec: RLabel, node: str, room: float, accent: Color) -> Label:
    """A label no wider than `room` points: words that are too wide are set smaller, or told."""
    ink = spec.ink or accent
    if spec.picture is not None:
        return _flower(spec, f"{node}#label", room, ink)
    style = spec.lines[0].style
    backed = spec.look != "plain"
    side = LABEL_SIDE if backed else 0.0
    within = max(1.0, room - 2 * side * style.size)
    if spec.vertical:
        rows = [setter.display(words, vertical=True) for words in spec.lines]
    else:
        rows = [setter.display(words, within) for words in spec.lines]
    size = min(row.style.size for row in rows)
    if len(rows) > 1:
        rows = [
            row if row.style.size == size else setter.display(words.resized(size), within)
            for row, words in zip(rows, spec.lines, strict=True)
        ]
    over = (LABEL_HEIGHT - 1.0) * size if backed else 0.0  # white above and below together
    long = max(row.width for row in rows)
    deep = (len(rows) - 1) * LABEL_LINE * size + rows[0].height
    width, height = long + 2 * side * size, deep + over
    if spec.vertical:
        width, height = height, width
    lines: list[tuple[DisplayLine, float, float]] = []
    for number, row in enumerate(rows):
        step = number * LABEL_LINE * size
        if spec.vertical:  # columns go to the left
            lines.append((row, width - over / 2 - row.height - step, (height - row.width) / 2))
        else:
            lines.append((row, (width - row.width) / 2, (height - deep) / 2 + step))
    found = [d for row in rows for d in row.diagnostics]
    if spec.vertical and not fits(width, room):
        found.append(_wide(spec, width, room))
    return Label(
        spec=spec, ink=ink, node=f"{node}#label", lines=lines, width=width, height=height,
        size=size, diagnostics=tuple(found),
    )  # fmt: skip


def _flower(spec: RLabel, node: str, room: float, ink: Color) -> Label:
    """栏花: a picture in its own shape, as high as is said."""
    from layout.flow.pictures.picture import frame_picture

    picture = spec.picture
    assert picture is not None
    across, down = picture.pixels or (1, 1)
    width = spec.height * across / down
    _, found = frame_picture(picture, Rect(0.0, 0.0, width, spec.height), node, spec.place)
    if not fits(width, room):
        found.append(_wide(spec, width, room))
    return Label(
        spec=spec, ink=ink, node=node, lines=(), width=width, height=spec.height, size=SIZE,
        diagnostics=tuple(found),
    )  # fmt: skip


def _wide(spec: RLabel, width: float, room: float) -> Diagnostic:
    """What is told of a label that is no line of words and wider than its room."""
    return error("LABEL.wide", spec.place, width_pt=width, room_pt=room, height_pt=spec.height)


# Labels over a headline and beside it


@record
class Besides:
    """What a label takes of the room of its headline, at the left, above it, and under the 引题
    beside it, in points."""

    left: float = 0.0
    top: float = 0.0
    under: float = 0.0


def taken(label: Label, headline: RHeadline) -> Besides:
    """What a label over a headline, or beside it, takes of the headline's room."""
    if label.spec.stands == "above":
        return Besides(top=label.above)
    if not beside_kicker(label, headline):
        return Besides(left=label.beside)
    assert headline.kicker is not None
    out = max(0.0, label.height - headline.kicker.style.size) / 2
    white = KICKER_GAP * headline.kicker.style.size
    return Besides(top=out, under=max(0.0, out + LABEL_UNDER * label.size - white))


def beside_kicker(label: Label, headline: RHeadline) -> bool:
    """Whether a label stands at the left of the 引题, and not of the 主题 or over them all."""
    return (
        label.spec.stands != "above"
        and label.spec.level == "kicker"
        and headline.kicker is not None
        and not headline.beside
    )


def with_label(
    label: Label, headline: RHeadline, items: Sequence[PlacedItem], room: Rect, before: float
) -> tuple[list[PlacedItem], list[Diagnostic]]:
    """A headline's items, in what the label has left of their `room`, with the label over them or
    beside them; `before` is the share of the free width that stands before a line."""
    lines = [i for i in items if isinstance(i, PlacedLine)]
    if not lines:
        return list(items), []
    if label.spec.stands == "above":
        top = min(line.top for line in lines) - label.gap - label.height
        return [*label.at(room.x + before * (room.width - label.width), top), *items], []
    if beside_kicker(label, headline):
        return _at_kicker(label, headline, items, room, before)
    titles = [n for n in lines if part_of(n.node) == "title"] or lines
    rows = next(
        (rows for rows in (titles[:1], titles) if label.height <= _foot(rows) - rows[0].top),
        lines,
    )
    top = (rows[0].top + _foot(rows) - label.height) / 2
    left = min(line.x for line in lines) - label.beside
    found = too_high("part.the-label", label.height, room.height, label.spec.place)
    least = min(n.style.size for n in titles)
    if room.width - label.beside < least:
        found.append(
            error(
                "LABEL.no-room", label.spec.place, width_pt=label.beside, room_pt=room.width,
                left_pt=max(0.0, room.width - label.beside),
            )
        )  # fmt: skip
    top = min(max(top, room.y), max(room.y, room.bottom - label.height))
    return [*label.at(left, top), *items], found


def _at_kicker(
    label: Label, headline: RHeadline, items: Sequence[PlacedItem], room: Rect, before: float
) -> tuple[list[PlacedItem], list[Diagnostic]]:
    """A label at the left of the 引题: both share its line."""
    out: list[PlacedItem] = []
    found: list[Diagnostic] = []
    drawn: list[PlacedItem] = []
    down = taken(label, headline).under
    for item in items:
        put = item
        if isinstance(item, PlacedLine) and part_of(item.node) == "kicker":
            free = room.width - label.beside - item.measure
            if not fits(label.beside + item.measure, room.width):
                found.append(
                    error(
                        "LABEL.kicker", label.spec.place, width_pt=label.beside,
                        kicker_pt=item.measure, room_pt=room.width,
                    )
                )  # fmt: skip
            x = room.x + before * max(0.0, free)
            drawn = label.at(x, (item.top + item.foot - label.height) / 2)
            put = replace(item, x=x + label.beside)
        elif isinstance(item, PlacedLine):
            put = replace(item, baseline=item.baseline + down)
        out.append(put)
    return [*drawn, *out], found


def _foot(lines: Sequence[PlacedLine]) -> float:
    return max(line.foot for line in lines)
