"""Page content interpreted: what a page paints, with what colour, state and font, and where.

Forms, patterns, glyphs of Type 3 fonts, soft masks and the appearances of annotations are followed,
none into itself. A tiling pattern and a Type 3 glyph are run once for each colour in which they are
used: what they paint has the box of what they fill. What cannot be understood is kept as `Unread`,
so that nobody takes a page for judged that was not.
"""

import warnings
from collections.abc import Callable, Sequence
from typing import Any, Final

import pikepdf
from pikepdf._core import StreamParser

from layout.pdf import coloring, drawing, lettering, placing
from layout.pdf.document import PageNode, PdfDocument
from layout.pdf.frame import ContentFrame
from layout.pdf.layers import Layers
from layout.pdf.limits import LimitError, over
from layout.pdf.objects import FAULTS, Obj, is_array, is_dict, name, number, string
from layout.pdf.operators import IN_A_TEXT, OPERANDS
from layout.pdf.pagerun import Instructions, Operands, PageRun
from layout.pdf.painted import PageContents, Paint
from layout.pdf.resources import Store
from layout.pdf.state import GraphicsState

COUNT_FIRST: Final = 1 << 22
"""Bytes of content whose operators are counted before they are made into objects."""


class Reader:
    """Reads the pages of one document; what they share is read once."""

    def __init__(self, document: PdfDocument) -> None:
        self.document = document
        self.store = Store()
        self.layers = Layers(document.root)
        self.parsed: dict[int, list[tuple[str, Operands]]] = {}

    def contents(self, page: PageNode) -> PageContents:
        """What a page paints. Raises `LimitError`; all else that is amiss is in `unread`."""
        return PageRun(self, page).contents()

    def interpret(
        self,
        page: PageRun,
        parsed: Instructions,
        *,
        resources: Obj,
        state: GraphicsState,
        source: int,
        paint: Paint | None,
    ) -> None:
        """Run the operators of one stream on a page."""
        run_frame(ContentFrame(page, resources, state, source, paint), parsed)

    def instructions(self, data: bytes) -> tuple[list[tuple[str, Operands]], bool]:
        """The operators of decoded content with their operands, and whether the parser complained.

        Raises `LimitError` where there are more than the document has left.
        """
        document = self.document
        document.budget.spend("content", len(data))
        if len(data) > COUNT_FIRST:
            _count(document, data)
        document.warned()
        stream = pikepdf.Stream(document.pdf, data)
        found: list[tuple[str, Operands]] = []
        with warnings.catch_warnings(record=True) as complaints:
            warnings.simplefilter("always")  # pikepdf says so that content ends too early
            try:
                found = [
                    (str(i.operator), tuple(i.operands))
                    for i in pikepdf.parse_content_stream(stream)
                ]
            except FAULTS as exc:
                document.warnings.append(str(exc)[:200] or type(exc).__name__)
                return [], True
        for one in complaints:
            document.warnings.append(str(one.message)[:200])
        return found, document.warned() or bool(complaints)


class _Counter(StreamParser):
    """Counts operators without keeping them."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.left = most

    def handle_object(self, obj: Any, offset: int, length: int) -> None:
        """One token."""
        self.left -= 1
        if self.left < 0:
            raise _TooManyError

    def handle_eof(self) -> None:
        """The end."""


class _TooManyError(Exception):
    """More tokens than are read."""


def _count(document: PdfDocument, data: bytes) -> None:
    most = document.budget.operators * 8  # tokens: operands as well
    try:
        pikepdf.Object._parse_stream(pikepdf.Stream(document.pdf, data), _Counter(most))
    except _TooManyError:
        raise LimitError(over("operators", document.limits.operators)) from None
    except FAULTS:  # told when it is parsed
        return


def run_frame(frame: ContentFrame, parsed: Sequence[tuple[str, Operands]]) -> None:
    """Interpret every operator."""
    budget = frame.page.budget
    for at, (operator, operands) in enumerate(parsed):
        frame.at = at
        budget.operators -= 1
        do = _DO.get(operator)
        if do is None:
            if operator == "INLINE IMAGE":
                placing.inline(frame, operands)
            elif not frame.compatible:
                frame.tell("part.pdfread-operator", operator=operator[:20])
            continue
        values = _values(OPERANDS[operator], operands)
        if values is None:
            frame.tell("part.pdfread-operands", operator=operator)
            continue
        if operator in IN_A_TEXT and not frame.in_text:
            frame.tell("part.pdfread-outside-text", operator=operator)
        do(frame, *values)
    frame.page.operators += len(parsed)
    if budget.operators < 0:
        raise LimitError(over("operators", budget.limits.operators))
    if frame.saved:
        frame.tell("part.pdfread-unrestored", number=len(frame.saved))


def _values(kinds: str, operands: Operands) -> tuple[Any, ...] | None:
    """Operands as an operator wants them; None where they are others."""
    if kinds == "*":
        return tuple(operands)
    if len(operands) != len(kinds):
        return None
    out: list[Any] = []
    for kind, one in zip(kinds, operands, strict=True):
        value: Any
        if kind == "n":
            value = number(one)
        elif kind == "N":
            value = name(one)
        elif kind == "s":
            value = string(one)
        elif kind == "a":
            value = one if is_array(one) else None
        else:
            value = one if is_dict(one) or name(one) is not None else None
        if value is None:
            return None
        out.append(value)
    return tuple(out)


_DO: Final[dict[str, Callable[..., None]]] = {
    "w": drawing.set_width,
    "J": drawing.nothing,
    "j": drawing.nothing,
    "M": drawing.nothing,
    "d": drawing.set_dash,
    "ri": drawing.set_intent,
    "i": drawing.set_flatness,
    "gs": drawing.set_state,
    "q": drawing.save,
    "Q": drawing.restore,
    "cm": drawing.transform,
    "m": drawing.move,
    "l": drawing.line,
    "c": drawing.curve,
    "v": drawing.curve_v,
    "y": drawing.curve_y,
    "h": drawing.close,
    "re": drawing.rectangle,
    "S": drawing.painting(stroke=True),
    "s": drawing.painting(stroke=True, close=True),
    "f": drawing.painting(fill=True),
    "F": drawing.painting(fill=True),
    "f*": drawing.painting(fill=True, even_odd=True),
    "B": drawing.painting(fill=True, stroke=True),
    "B*": drawing.painting(fill=True, stroke=True, even_odd=True),
    "b": drawing.painting(fill=True, stroke=True, close=True),
    "b*": drawing.painting(fill=True, stroke=True, close=True, even_odd=True),
    "n": drawing.end_path,
    "W": drawing.clip,
    "W*": drawing.clip,
    "BT": lettering.begin_text,
    "ET": lettering.end_text,
    "Tc": lettering.set_char_space,
    "Tw": lettering.set_word_space,
    "Tz": lettering.set_scale,
    "TL": lettering.set_leading,
    "Tf": lettering.set_font,
    "Tr": lettering.set_mode,
    "Ts": lettering.set_rise,
    "Td": lettering.next_line,
    "TD": lettering.next_line_leading,
    "Tm": lettering.set_matrix,
    "T*": lettering.next_line_plain,
    "Tj": lettering.show_string,
    "TJ": lettering.show_array,
    "'": lettering.show_next,
    '"': lettering.show_spaced,
    "d0": placing.glyph_width,
    "d1": placing.glyph_width,
    "CS": coloring.space_stroke,
    "cs": coloring.space,
    "SC": coloring.color_stroke,
    "SCN": coloring.color_stroke,
    "sc": coloring.color,
    "scn": coloring.color,
    "G": coloring.gray_stroke,
    "g": coloring.gray,
    "RG": coloring.rgb_stroke,
    "rg": coloring.rgb,
    "K": coloring.cmyk_stroke,
    "k": coloring.cmyk,
    "sh": placing.shade,
    "Do": placing.do,
    "MP": placing.point,
    "DP": placing.point,
    "BMC": placing.begin_mark,
    "BDC": placing.begin_marked,
    "EMC": placing.end_mark,
    "BX": placing.begin_compatible,
    "EX": placing.end_compatible,
}
