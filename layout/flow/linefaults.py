"""What is to be said of lines of running text that could not be set well, each at its place."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from layout.diagnostics import Diagnostic, Place, error, info, shown, warning
from layout.inline.items import Items
from layout.inline.line import (
    CUT,
    FALLBACK,
    FORBIDDEN,
    LOOSE,
    OVER,
    PARTED,
    SHORT,
    SetLine,
    SetParagraph,
)
from layout.spec.content import Paragraph

LONG_PIECE: Final = 1500
"""1/1000 em: what may not be parted and is longer than this may be why the line before is loose."""


def line_faults(
    paragraph: Paragraph, done: SetParagraph, most: int | None = None
) -> Iterator[Diagnostic]:
    """LINE-WIDE for a line that does not fit its measure, LOOSE for one whose gaps are over an
    eighth of an em or that cannot be filled, KINSOKU for one that ends where no line may.

    Of the first `most` lines, where the others are set elsewhere.
    """
    for number, line in enumerate(done.lines[:most]):
        if line.reasons:
            em = f"{(done.measure(number) - line.indent) / 1000:g} em"
            offset = done.items.offsets[line.first]
            text = shown(_text(paragraph, done.items, line.first, line.last), 40)
            place = paragraph.place_at(offset)
            for reason in line.reasons:
                why = _why(paragraph, done.items, line) if reason in (LOOSE, SHORT) else ""
                yield _fault(reason, line, text=text, place=place, em=em, why=why)


def _fault(reason: str, line: SetLine, *, text: str, place: Place, em: str, why: str) -> Diagnostic:
    if reason == OVER:
        message = f"“{text}” is {line.width / 1000:.2f} em wide, squeezed, in {em}"
        return error("LINE-WIDE", message, place, "give the column more characters")
    if reason == FALLBACK:
        message = f"“{text}” ends in a row of marks, where the rules of line ends give way"
        return info("KINSOKU", message, place)
    percent = f"{line.gap / 10:.0f} % of an em"
    code, message = {
        LOOSE: ("LOOSE", f"a loose line: gaps of {percent} in “{text}”{why}"),
        SHORT: ("LOOSE", f"nothing in “{text}” can open to fill {em}{why}"),
        FORBIDDEN: ("KINSOKU", f"“{text}” ends where no line may: no other end fits {em}"),
        PARTED: ("KINSOKU", f"“{text}” ends inside what should stay together: no way fits {em}"),
        CUT: ("KINSOKU", f"a word wider than the measure is cut after “{text}”"),
    }[reason]
    return warning(code, message, place, "change a word in the paragraph, or the measure")


def _why(paragraph: Paragraph, items: Items, line: SetLine) -> str:
    """That what follows a loose line is in one piece and did not fit; empty where it is short."""
    first = line.last + 1
    if line.is_last or first >= items.count:
        return ""
    last = items.ends[bisect_right(items.ends, line.last)]
    width = items.end[last] - items.start[first]
    if width <= LONG_PIECE:
        return ""
    piece = shown(_text(paragraph, items, first, last), 40)
    return f": “{piece}” after it, {width / 1000:.3g} em, may not be parted"


def _text(paragraph: Paragraph, items: Items, first: int, last: int) -> str:
    end = items.offsets[last] + len(items.tokens[last].text)
    return paragraph.text[items.offsets[first] : end]
