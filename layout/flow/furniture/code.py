"""QR and bar codes in their place: modules on white of their own, figures, words.

    ┌───────────────────┐         ┌──────────────────────────┐
    │   ▄▄▄▄ ▄ ▄▄▄▄     │ quiet   │   ║│║║│║│║║│║│║║   │║│║║ │
    │   ▄  ▄ ▄ ▄  ▄     │ zone    │ 9 ║771000║123003║  0 0 1 │
    └───────────────────┘         └──────────────────────────┘
           words                            words

The white round a code belongs to it: readers find it by that. It is painted, so that a tint behind
the block does not show, and nothing else may stand on it (the check CODE).
"""

from collections.abc import Sequence
from typing import Final

from layout.color import BLACK, WHITE
from layout.diagnostics import Diagnostic, error
from layout.display.items import Box, Path
from layout.flow.furniture.modules import bars, squares
from layout.flow.placed import Made, PlacedItem
from layout.flow.type.align import share
from layout.flow.type.setter import DisplayLine, Setter
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.resolve.resolved import RBlock, RCode, StyledText
from layout.units import EM_ASCENT, fits, mm, to_mm

QUIET: Final = 4
"""Modules of white round a QR code (ISO/IEC 18004)."""
LEFT: Final = 11
"""Modules of white to the left of an EAN-13 (ISO/IEC 15420)."""
RIGHT: Final = (7, 5)
"""Modules of white to its right, and to the right of its add-on."""
GUARD: Final = 5
"""Modules by which its guard bars are longer than the others."""
GUARDS: Final = (*range(3), *range(45, 50), *range(92, 95))
"""Modules of the guard bars: at both ends and in the middle."""
HALVES: Final = (3, 50)
"""Modules at which the figures under it begin."""
FIGURE: Final = 7
"""Modules of one figure."""
PARTED: Final = 9
"""Modules from a figure of an add-on to the next: a separator of two is between them."""
MODULE: Final = mm(0.33)
"""Of a bar code at 100 % (ISO/IEC 15420)."""
BARS: Final = 22.85 / 0.33
"""Modules of the bars' height at 100 % (GS1 General Specifications, 5.2.6.6)."""
TALL: Final = 2.75 / 0.33
"""Modules of the height of a figure (ISO/IEC 15420, annex: OCR-B at 100 %)."""
AIR: Final = 1.0
"""Modules between the bars and the figures, and from both to the edge of the white."""
BESIDES: Final = AIR + (AIR + TALL) + AIR
"""Modules of a bar code's height besides the bars: figures, which reach below its guard bars."""
CAPS: Final = 0.74
"""em: height of figures."""
MOST_FIGURE: Final = 6.6
"""Modules that a figure may be wide, so that it stands clear of its neighbours."""
FIRST: Final = 4.0
"""Modules from the edge of the white to the middle of the figure that stands in it."""
USUAL: Final = mm(20)
"""Side of a QR code whose place is not stated."""
LEADING: Final = 1.3
"""em, from line to line of the words."""
WORDS_GAP: Final = 0.35
"""em of the words, between them and a code; the white of a QR code stands there besides."""
LEAST_BAR: Final = 0.4
"""Of a module, that a reduction must leave of it."""


@record
class SetCode:
    """A code with its size chosen: `module` and `tall`, the height of its bars, in points."""

    code: RCode
    module: float
    tall: float
    words: Sequence[DisplayLine]
    setter: Setter

    @property
    def symbol(self) -> tuple[float, float]:
        """Width and height of the code with the white that belongs to it."""
        wide = modules_across(self.code) * self.module
        if not self.code.symbol.bars:
            return wide, wide
        return wide, self.tall + BESIDES * self.module

    @property
    def _words(self) -> tuple[float, float]:
        """Width and height of the words, with the white between them and the code."""
        if not self.words:
            return 0.0, 0.0
        wide = max(line.width for line in self.words)
        high = sum(LEADING * line.height for line in self.words[1:]) + self.words[0].height
        gap = WORDS_GAP * self.words[0].height
        return (wide + gap, high) if self._beside else (wide, high + gap)

    @property
    def _beside(self) -> bool:
        return self.code.caption_at == "right"

    @property
    def width(self) -> float:
        """Points across, words and all."""
        wide, words = self.symbol[0], self._words[0]
        return wide + words if self._beside else max(wide, words)

    @property
    def height(self) -> float:
        """Points down, words and all."""
        high, words = self.symbol[1], self._words[1]
        return max(high, words) if self._beside else high + words

    def bleed(self, side: int) -> float:
        """Points of white at its left (0) or right (1) that are no part of its words' width."""
        wide, words = self.symbol[0], self._words[0]
        white = (
            (LEFT, RIGHT[bool(self.code.symbol.addon)]) if self.code.symbol.bars else (QUIET,) * 2
        )
        over = 0.0 if self._beside else max(0.0, words - wide) / 2
        return max(0.0, white[side] * self.module - over)

    def at(self, x: float, y: float, node: str) -> list[PlacedItem]:
        """What is drawn of it, its top left at `x` and `y`."""
        wide, high = self.symbol
        words = self._words
        left, top = x, y
        if self._beside:
            top += (self.height - high) / 2
        else:
            left += (self.width - wide) / 2
            top += words[1] * (self.code.caption_at == "above")
        rect = Rect(left, top, wide, high)
        items: list[PlacedItem] = [Box(rect=rect, fill=WHITE, node=node, role="quiet")]
        items += self._bars(rect, node) if self.code.symbol.bars else [self._squares(rect, node)]
        items += self._caption(x, y, rect, f"{node}-words")
        return items

    def _caption(self, x: float, y: float, rect: Rect, node: str) -> list[PlacedItem]:
        wide, high = self._words
        if not self.words:
            return []
        gap = WORDS_GAP * self.words[0].height
        if self._beside:
            left, top = rect.right + gap, y + (self.height - high) / 2
        else:
            left = x + (self.width - wide) / 2
            top = y if self.code.caption_at == "above" else rect.bottom + gap
        items: list[PlacedItem] = []
        for line in self.words:
            before = 0.0 if self._beside else share(line.style.align) * (wide - line.width)
            items.append(line.at(left + before, top, line.width, node))
            top += LEADING * line.height
        return items

    def _squares(self, rect: Rect, node: str) -> Path:
        code, module = self.code, self.module
        x, y = rect.x + QUIET * module, rect.y + QUIET * module
        steps = squares(code.symbol.rows, x, y, module, code.reduction)
        return Path(steps=steps, color=BLACK, filled=True, role="code", node=node)

    def _bars(self, rect: Rect, node: str) -> list[PlacedItem]:
        code, module, symbol = self.code, self.module, self.code.symbol
        (row,) = symbol.rows
        x, top = rect.x + LEFT * module, rect.y + AIR * module
        foot = top + self.tall
        low = foot + GUARD * module
        ends = [(top, low if n in GUARDS else foot) for n in range(len(row))]
        steps = bars(row, x, module, code.reduction, ends)
        added = x + (len(row) + code.gap) * module
        if symbol.addon:
            under = top + (TALL + AIR) * module
            ends = [(under, low)] * len(symbol.addon)
            steps += bars(symbol.addon, added, module, code.reduction, ends)
        path = Path(steps=steps, color=BLACK, filled=True, role="code", node=node)
        return [path, *self._figures(rect, x, added, node)]

    def _figures(self, rect: Rect, x: float, added: float, node: str) -> list[PlacedItem]:
        """The figures for people: the first in the white, six under each half, those of the add-on
        over it."""
        module = self.module
        main, more = self.code.symbol.figures
        base = rect.bottom - AIR * module
        middles = [rect.x + FIRST * module]
        middles += [x + (at + FIGURE * (n + 0.5)) * module for at in HALVES for n in range(6)]
        # The guard of an add-on has four modules.
        over = [added + (4 + PARTED * n + FIGURE / 2) * module for n in range(len(more))]
        placed = [(figure, at, base) for figure, at in zip(main, middles, strict=True)]
        top = rect.y + (AIR + TALL) * module
        placed += [(figure, at, top) for figure, at in zip(more, over, strict=True)]
        lines = {figure: self._figure(figure) for figure in {*main, *more}}
        return [
            lines[figure].at(
                middle - lines[figure].width / 2,
                baseline - EM_ASCENT * lines[figure].height,
                lines[figure].width,
                node,
            )
            for figure, middle, baseline in placed
        ]

    def _figure(self, figure: str) -> DisplayLine:
        symbol = self.code.symbol
        style = replace(symbol.style, size=TALL * self.module / CAPS, align="left")
        words = StyledText(text=figure, style=style, place=self.code.place)
        return self.setter.display(words, MOST_FIGURE * self.module)

    def told(self, width: float, height: float) -> list[Diagnostic]:
        """What is told of it in a room of `width` and `height` points."""
        found = [d for line in self.words for d in line.diagnostics]
        code = self.code
        if not (fits(self.width, width) and fits(self.height, height)):
            found.append(
                error(
                    "CODE-ROOM.small", code.place, wide_mm=to_mm(self.width),
                    high_mm=to_mm(self.height), room_wide_mm=to_mm(max(0.0, width)),
                    room_high_mm=to_mm(max(0.0, height)),
                )
            )  # fmt: skip
        most = (1 - LEAST_BAR) * self.module
        if code.reduction > most:
            found.append(
                error(
                    "CODE-ROOM.reduction", code.place, reduction_mm=to_mm(code.reduction),
                    module_mm=to_mm(self.module), most_mm=to_mm(most),
                )
            )  # fmt: skip
        return found


def modules_across(code: RCode) -> int:
    """Modules of a code with the white at its sides."""
    symbol = code.symbol
    if not symbol.bars:
        return len(symbol.rows) + 2 * QUIET
    more = code.gap + len(symbol.addon) if symbol.addon else 0
    return LEFT + len(symbol.rows[0]) + more + RIGHT[bool(symbol.addon)]


def bars_tall(code: RCode, rect: Rect) -> float:
    """Points of the height of the bars in a code that is drawn with its white on `rect`; 0 of a QR
    code."""
    if not code.symbol.bars:
        return 0.0
    return rect.height - BESIDES * rect.width / modules_across(code)


def set_code(setter: Setter, code: RCode, width: float, height: float | None) -> SetCode:
    """A code as large as it says, or as a room of `width` and `height` points allows.

    Without a height a QR code is `USUAL`, a bar code as high as its standard has it.
    """
    beside = code.caption_at == "right"
    words = [setter.display(w, None if beside else max(1.0, width)) for w in code.caption]
    bare = SetCode(code=code, module=0.0, tall=0.0, words=words, setter=setter)
    room = max(0.0, width - (bare.width if beside else 0.0))
    high = max(0.0, height - (0.0 if beside else bare.height)) if height is not None else None
    across = modules_across(code)
    if not code.symbol.bars:
        n = len(code.symbol.rows)
        side = min(room, USUAL * across / n if high is None else high)
        return replace(bare, module=code.size / n if code.size else side / across)
    module = code.module or min(MODULE, room / across)
    tall = code.height or BARS * module
    if high is not None and not code.height:
        tall = max(0.0, min(tall, high - BESIDES * module))
    return replace(bare, module=module, tall=tall)


def make_code(setter: Setter, block: RBlock, code: RCode) -> Made:
    """The code in its block."""
    inner = block.inner
    made = set_code(setter, code, inner.width, inner.height)
    down = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[code.valign]
    x = inner.x + share(code.align) * (inner.width - made.width)
    y = inner.y + down * (inner.height - made.height) + block.nudge
    return Made(
        items=made.at(x, y, f"{block.id}#code"), diagnostics=made.told(inner.width, inner.height)
    )


def code_height(setter: Setter, code: RCode, width: float) -> float:
    """Points that a code takes in `width` points, words and all."""
    return set_code(setter, code, width, None).height
