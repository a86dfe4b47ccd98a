"""Lines, boxes, strokes and pictures as HTML elements, each placed by itself."""

import base64
from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from layout.display.bleed import whole_art
from layout.display.items import Box, GlyphRun, Page, Path, Picture, Stroke
from layout.display.press import PressFacts
from layout.geometry import Rect
from layout.record import field, record
from layout.render.base import Resources
from layout.render.facsimile.cells import CharCell
from layout.render.facsimile.css import Classes, num, paint
from layout.render.facsimile.fonts import DocumentFont, FontPlan, pen_of
from layout.render.facsimile.lines import NodeLine
from layout.render.facsimile.spans import SpanChar, spans_of
from layout.units import ROUNDING, near

MARK: Final = "\0"
"""No text of a page has it."""


@record
class Markup:
    """Writes elements. `cells` are the characters of each run; `inks` wants pictures in CMYK."""

    resources: Resources
    plan: FontPlan
    fonts: Sequence[DocumentFont]
    cells: Mapping[GlyphRun, Sequence[CharCell]]
    classes: Classes
    inks: bool
    pictures: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)

    def line(self, line: NodeLine) -> str:
        """A line of text. Its element's bottom edge is the baseline, whatever a font claims."""
        first = line.first
        if first.vertical and not first.turned:
            return self._column(line)
        placed = [cell for run in line.runs for cell in self._placed(run, first)]
        spans = spans_of(placed, first.size)
        main = spans[0].font
        style = self._style(first, main)
        parts: list[str] = []
        for span in spans:
            text = escape(span.text, quote=False)
            place = f"margin-left:{num(span.move)}pt;" if span.move else ""
            place += f"letter-spacing:{num(span.spacing)}pt;" if span.spacing else ""
            mark = f' style="{place[:-1]}"' if place else ""
            if span.font != main:
                family = f'font-family:"{self.fonts[span.font].family}"'
                mark += f' class="{self.classes.of("f", family)}"'
            parts.append(f"<span{mark}>{text}</span>" if mark else text)
        last = placed[-1]
        left = first.x + first.ys[0] if first.turned else first.x
        where = _at(left, first.y - first.size)
        where += f";width:{num(max(0.0, last.x + last.advance))}pt"
        if first.turned:
            scale = f"scaleX({first.h_scale:.6g}) " if first.h_scale != 1.0 else ""
            where += f";transform-origin:0 1em;transform:{scale}rotate(90deg)"
        elif first.h_scale != 1.0:
            where += f";transform:scaleX({first.h_scale:.6g})"
        return f'<p class="{style}" style="{where}">{"".join(parts)}</p>'

    def _column(self, line: NodeLine) -> str:
        """Upright characters of a column, each placed by itself in an element of no width."""
        first = line.first
        parts: list[str] = []
        main = -1
        for run in line.runs:
            for cell in self.cells[run]:
                font = self.plan.font_of(run.face, pen_of(run), (cell.char, cell.look))
                main = font if main < 0 else main
                mark = "up"
                if font != main:
                    family = f'font-family:"{self.fonts[font].family}"'
                    mark += f" {self.classes.of('f', family)}"
                place = _at(cell.x, run.y - first.y + cell.y)
                text = escape(cell.char, quote=False)
                parts.append(f'<span class="{mark}" style="{place}">{text}</span>')
        style = self._style(first, main)
        where = f"{_at(first.x, first.y - first.size)};width:0"
        if first.h_scale != 1.0:
            where += f";transform:scaleX({first.h_scale:.6g})"
        return f'<p class="{style}" style="{where}">{"".join(parts)}</p>'

    def _style(self, run: GlyphRun, font: int) -> str:
        """The class of a line's size, face and colour."""
        family = self.fonts[font].family
        declarations = f'font:{num(run.size)}pt/1 "{family}";{paint("color", run.color)}'
        return self.classes.of("t", declarations)

    def box(self, box: Box) -> str:
        """A filled rectangle."""
        r = box.rect
        style = self.classes.of("b", paint("background-color", box.fill))
        x, y = min(r.x, r.right), min(r.y, r.bottom)
        return (
            f'<div class="{style}" style="{_at(x, y)};{_size(abs(r.width), abs(r.height))}"></div>'
        )

    def stroke(self, stroke: Stroke) -> str:
        """A dotted, dashed or plain line, drawn in an image as large as its ink."""
        reach = stroke.width
        left, top = min(stroke.x1, stroke.x2) - reach, min(stroke.y1, stroke.y2) - reach
        width = abs(stroke.x2 - stroke.x1) + 2 * reach
        height = abs(stroke.y2 - stroke.y1) + 2 * reach
        pen = f"stroke-width:{num(stroke.width)};{paint('stroke', stroke.color)}"
        if stroke.dash:
            pen += f";stroke-dasharray:{' '.join(num(v) for v in stroke.dash)}"
        if stroke.round_caps:
            pen += ";stroke-linecap:round"
        ends = (stroke.x1 - left, stroke.y1 - top, stroke.x2 - left, stroke.y2 - top)
        x1, y1, x2, y2 = (num(v) for v in ends)
        area = Rect(left, top, width, height)
        return _drawing(area, f"M{x1} {y1}L{x2} {y2}", f"fill:none;{pen}")

    def path(self, path: Path) -> str:
        """Lines and curves, drawn in an image as large as their ink."""
        area = path.bounds()
        steps = "".join([_step(letter, points, area) for letter, points in path.steps])
        pen = paint("fill", path.color) if path.filled else "fill:none"
        if path.width > 0.0:
            ends = ";stroke-linecap:round;stroke-linejoin:round" if path.round else ""
            pen += f";stroke-width:{num(path.width)};{paint('stroke', path.color)}{ends}"
        return _drawing(area, steps, pen)

    def picture(self, picture: Picture, page: Page) -> str:
        """A picture with its alternative text; a crop is a window onto the whole."""
        if self.resources.pictures.info(picture.source).vector:
            art = self.resources.pictures.art(picture.source, page.press)
            picture = whole_art(page, picture, art)
        r = picture.rect
        alt = escape(picture.alt)
        source = self._data(picture.source, page.press)
        place = f"{_at(r.x, r.y)};{_size(r.width, r.height)}"
        if picture.corners:
            place += f";border-radius:{' '.join([f'{num(v)}pt' for v in picture.corners])}"
        if picture.crop == (0.0, 0.0, 1.0, 1.0) and not picture.corners:
            return f'<img alt="{alt}" style="{place}" src="{source}">'
        left, top, right, bottom = picture.crop
        width, height = r.width / (right - left), r.height / (bottom - top)
        inner = f"{_at(-left * width, -top * height)};{_size(width, height)}"
        image = f'<img alt="{alt}" style="{inner}" src="{source}">'
        return f'<div class="window" style="{place}">{image}</div>'

    def _placed(self, run: GlyphRun, first: GlyphRun) -> list[SpanChar]:
        """A run's characters, from the beginning of its line, before widening and turning."""
        shift = run.y - first.y if run.turned else (run.x - first.x) / run.h_scale
        unit = run.size / 1000.0
        placed = []
        for cell in self.cells[run]:
            thousandths = cell.advance / unit
            placed.append(
                SpanChar(
                    char=cell.char,
                    font=self.plan.font_of(run.face, pen_of(run), (cell.char, cell.look)),
                    x=shift + cell.x,
                    advance=cell.advance,
                    whole=near(thousandths, round(thousandths), ROUNDING),
                )
            )
        return placed

    def _data(self, source: str, press: PressFacts) -> str:
        """What stands for a picture in the markup until the document is put together."""
        if source not in self.pictures:
            self.pictures[source] = self._encoded(source, press)
        return f"{MARK}{list(self.pictures).index(source)}{MARK}"

    def _encoded(self, source: str, press: PressFacts) -> tuple[bytes, bytes]:
        """A picture as a data URI, its head and its data: in inks where they are wanted and come as
        a JPEG."""
        store = self.resources.pictures
        if store.info(source).vector:
            from layout.render.artshot import art_shot  # few pages have any

            shot = art_shot(store.art(source, press), cut="media")
            return b"data:image/png;base64,", base64.b64encode(shot)
        if self.inks:
            made = store.press(source)
            if made.jpeg and made.mode == "cmyk":
                return b"data:image/jpeg;base64,", base64.b64encode(made.data)
        screen = store.screen(source)
        head = f"data:{screen.media_type};base64,".encode("ascii")
        return head, base64.b64encode(screen.data)

    def whole(self, markup: str) -> bytes:
        """The document with its pictures in their places, as UTF-8. A large picture is copied once
        only."""
        encoded = list(self.pictures.values())
        parts = markup.split(MARK)  # text, number, text, number, …, text
        pieces: list[bytes] = []
        for number, part in enumerate(parts):
            pieces += encoded[int(part)] if number % 2 else (part.encode("utf-8"),)
        return b"".join(pieces)


def _drawing(area: Rect, steps: str, style: str) -> str:
    """A path in an image of its own that covers `area`."""
    return (
        f'<svg style="{_at(area.x, area.y)};{_size(area.width, area.height)}"'
        f' viewBox="0 0 {num(area.width)} {num(area.height)}">'
        f'<path d="{steps}" style="{style}"/></svg>'
    )


def _step(letter: str, points: Sequence[float], area: Rect) -> str:
    pairs = zip(points[::2], points[1::2], strict=True)
    return letter + " ".join([f"{num(x - area.x)} {num(y - area.y)}" for x, y in pairs])


def data_uri(media_type: str, data: bytes) -> str:
    """Bytes inside a document instead of beside it."""
    return f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}"


def _at(x: float, y: float) -> str:
    return f"left:{num(x)}pt;top:{num(y)}pt"


def _size(width: float, height: float) -> str:
    return f"width:{num(width)}pt;height:{num(height)}pt"
