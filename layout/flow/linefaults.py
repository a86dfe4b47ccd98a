"""What is to be said of lines of running text that could not be set well, each at its place."""

from collections.abc import Iterator

from layout.diagnostics import Diagnostic, Place, error, shown, warning
from layout.inline.line import CUT, FORBIDDEN, LOOSE, OVER, SHORT, SetLine, SetParagraph
from layout.spec.content import Paragraph


def line_faults(paragraph: Paragraph, done: SetParagraph) -> Iterator[Diagnostic]:
    """LINE-WIDE for a line that does not fit its measure, LOOSE for one whose gaps are over an
    eighth of an em or that cannot be filled, KINSOKU for one that ends where no line may."""
    for line in done.lines:
        if line.reasons:
            offset = done.items.offsets[line.first]
            text = shown(_text(paragraph, done, line), 40)
            place = paragraph.place_at(offset)
            for reason in line.reasons:
                yield _fault(reason, line, text, place, done.measure)


def _fault(reason: str, line: SetLine, text: str, place: Place, measure: int) -> Diagnostic:
    em = f"{(measure - line.indent) / 1000:g} em"
    if reason == OVER:
        message = f"“{text}” is {line.width / 1000:.2f} em wide, squeezed, in {em}"
        return error("LINE-WIDE", message, place, "give the column more characters")
    code, message = {
        LOOSE: ("LOOSE", f"a loose line: gaps of {line.gap / 10:.0f} % of an em in “{text}”"),
        SHORT: ("LOOSE", f"nothing in “{text}” can open to fill {em}"),
        FORBIDDEN: ("KINSOKU", f"“{text}” ends where no line may: no other end fits {em}"),
        CUT: ("KINSOKU", f"a word wider than the measure is cut after “{text}”"),
    }[reason]
    return warning(code, message, place, "change a word in the paragraph, or the measure")


def _text(paragraph: Paragraph, done: SetParagraph, line: SetLine) -> str:
    last = done.items.tokens[line.last]
    end = done.items.offsets[line.last] + len(last.text)
    return paragraph.text[done.items.offsets[line.first] : end]
