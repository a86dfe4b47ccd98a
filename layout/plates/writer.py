"""The items of a display list as one plate of them: the press writer, in grey for its inks.

What an item has of the ink is painted in grey, and nothing of it is painted white: it knocks out
what lies under it, as a press file does. Where it overprints, an ink that it has not is left as it
is: the item is not on this plate at all. White over bare paper is left out too; of body text that
saves three plates of four.
"""

from collections.abc import Callable
from math import floor
from typing import Any, Final

from layout.color import Color
from layout.display.items import Box, GlyphRun, Item, Path, Picture, Stroke
from layout.display.overprint import KNOCKS_OUT, Laid
from layout.geometry import Rect
from layout.render.press.content import Writer
from layout.render.press.numbers import num
from layout.units import PT_PER_INCH

TOUCHED: Final = 0.5 / 600 * PT_PER_INCH
"""How far a shape grows on a plate, on all sides: a raster of 600 an inch sets each of its pixels
that is touched (ISO 32000-1, 10.6.5), half a pixel more on either side of an edge. Type is set by
the middles of pixels, and does not grow."""
CELL: Final = 8.0
"""Points of the squares in which is kept where ink lies on the plate."""
ROOM_EM: Final = 1.3
"""How far ink may stand from the origin of a glyph, in em."""


def amount(color: Color, ink: str) -> float:
    """What a colour lays of an ink, 0 to 1."""
    return color.inks.get(ink, 0.0) / 100.0


class Inked:
    """Where ink lies on a plate, by squares: a row of them is the bits of a whole number."""

    def __init__(self) -> None:
        self._rows: dict[int, int] = {}

    def add(self, rect: Rect) -> None:
        """Ink lies in a rectangle."""
        rows, bits = _cells(rect)
        for row in rows:
            self._rows[row] = self._rows.get(row, 0) | bits

    def under(self, rect: Rect) -> bool:
        """Whether ink may lie in a rectangle."""
        rows, bits = _cells(rect)
        return any(self._rows.get(row, 0) & bits for row in rows)


def _cells(rect: Rect) -> tuple[range, int]:
    first = max(0, floor(rect.x / CELL) + 64)
    last = max(first, floor(rect.right / CELL) + 64)
    bits = ((1 << (last - first + 1)) - 1) << first
    return range(floor(rect.y / CELL), floor(rect.bottom / CELL) + 1), bits


def reach(item: Item) -> Rect:
    """A rectangle that holds all ink of an item."""
    match item:
        case GlyphRun():
            room = item.size * ROOM_EM * max(1.0, item.h_scale)
            places = item.origins()
            xs, ys = [x for x, _ in places], [y for _, y in places]
            left, top = min(xs) - room, min(ys) - room
            return Rect(left, top, max(xs) + room - left, max(ys) + room - top)
        case Stroke():
            half = item.width / 2
            left, top = min(item.x1, item.x2) - half, min(item.y1, item.y2) - half
            right, bottom = max(item.x1, item.x2) + half, max(item.y1, item.y2) + half
            return Rect(left, top, right - left, bottom - top)
        case Path():
            return item.bounds()
        case _:
            return item.rect


class PlateWriter(Writer):
    """Writes the page's content as the plate of `ink`.

    `shows` tells whether a picture has anything of the ink, by its source.
    """

    def __init__(self, *, ink: str, shows: Callable[[str], bool], **rest: Any) -> None:
        super().__init__(**rest)
        self.ink = ink
        self.shows = shows
        self.inked = Inked()
        self._has = False

    def run(self, run: GlyphRun, laid: Laid = KNOCKS_OUT) -> None:
        """Draw glyphs."""
        if run.glyphs and self._goes(run, run.color, laid):
            super().run(run, laid)

    def box(self, box: Box, laid: Laid = KNOCKS_OUT) -> None:
        """Fill a rectangle, or the parts of it where it knocks out."""
        if not self._goes(box, box.fill, laid):
            return
        # As a curve that is straight: pdfium widens a filled rectangle to whole pixels.
        self._end_text()
        self._set_fill(box.fill)
        r = box.rect
        whole = self._has or not laid.over
        for left, top, right, bottom in ((r.x, r.y, r.right, r.bottom),) if whole else laid.stops:
            grown = (left - TOUCHED, top - TOUCHED, right + TOUCHED, bottom + TOUCHED)
            self._rectangle(grown, fine=True)

    def stroke(self, stroke: Stroke, laid: Laid = KNOCKS_OUT) -> None:
        """Draw a dotted, dashed or plain line."""
        if self._goes(stroke, stroke.color, laid):
            super().stroke(stroke, laid)

    def path(self, path: Path, laid: Laid = KNOCKS_OUT) -> None:
        """Stroke and fill lines and curves."""
        if self._goes(path, path.color, laid):
            self._end_text()
            if path.filled:
                self._set_fill(path.color)
            first = len(self.lines)
            super().path(path, laid)
            if path.filled and path.width <= 0.0:
                self._grow(first)

    def picture(self, picture: Picture) -> None:
        """Place what a picture has of the ink."""
        shown = self.shows(picture.source)
        if shown or self.inked.under(picture.rect):
            if shown:
                self.inked.add(picture.rect)
            super().picture(picture)

    def _goes(self, item: Item, color: Color, laid: Laid) -> bool:
        """Whether an item is on this plate, all of it or where it knocks out."""
        self._has = amount(color, self.ink) > 0.0
        if self._has:
            self.inked.add(reach(item))
            return True
        return (not laid.over or bool(laid.stops)) and self.inked.under(reach(item))

    def _lay(self, drawn: str, laid: Laid) -> None:
        if laid.over and not self._has:
            self._cut(drawn, laid.stops)
        else:
            self.lines.append(drawn)

    def _ink(self, color: Color, process: str, space: str, spot: str) -> str:
        return f"{num(1.0 - amount(color, self.ink))} {'g' if process == 'k' else 'G'}"

    def _set_stroke(self, color: Color, width: float) -> None:
        super()._set_stroke(color, width + 2 * TOUCHED)

    def _grow(self, first: int) -> None:
        """What was written from line `first` on is drawn four times, moved to all corners: a line
        round it would be as wide as a pixel of pdfium, which is twice too much. By half the way,
        since edges drawn over one another are smoothed to more than one of them."""
        drawn = "\n".join(self.lines[first:])
        step = num(TOUCHED / 2)
        self.lines[first:] = [
            f"q 1 0 0 1 {across}{step} {down}{step} cm {drawn} Q"
            for across in ("", "-") for down in ("", "-")
        ]  # fmt: skip

    def _set_overprint(self, on: bool) -> None:
        """A plate has one ink: what overprints is told by `_goes`."""
