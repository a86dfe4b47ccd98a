"""What is to be said of lines of running text that could not be set well, each at its place."""

from collections.abc import Iterator

from layout.diagnostics import Diagnostic, Place, error, info, shown, warning
from layout.inline.line import (
    CUT,
    FALLBACK,
    FORBIDDEN,
    LOOSE,
    OVER,
    PARTED,
    RAGGED,
    SHORT,
    UNBOUND,
    SetLine,
    SetParagraph,
)
from layout.inline.why import text_of
from layout.spec.markdown.story import Paragraph


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
            text = shown(text_of(done.items, line.first, line.last), 40)
            place = paragraph.place_at(offset)
            for reason in line.reasons:
                yield _fault(reason, line, text=text, place=place, em=em)


def _fault(reason: str, line: SetLine, *, text: str, place: Place, em: str) -> Diagnostic:
    if reason == OVER:
        message = f"“{text}” is {line.width / 1000:.2f} em wide, squeezed, in {em}"
        return error("LINE-WIDE", message, place, "give the column more characters")
    if reason == FALLBACK:
        message = f"“{text}” ends in a row of marks, where the rules of line ends give way"
        return info("KINSOKU", message, place)
    if reason == UNBOUND:
        message = f"“{text}” ends inside what belongs together: every other way is looser than ¼ em"
        return info("KINSOKU", message, place)
    if reason == RAGGED:
        message = f"“{text}” does not fill {em}: the address in it is not opened{line.why}"
        return warning("LOOSE", message, place, "change a word before the address, or the measure")
    percent = f"{line.gap / 10:.0f} % of an em"
    code, message = {
        LOOSE: ("LOOSE", f"a loose line: gaps of {percent} in “{text}”{line.why}"),
        SHORT: ("LOOSE", f"“{text}” does not fill {em}: it has no place that can open{line.why}"),
        FORBIDDEN: ("KINSOKU", f"“{text}” ends where no line may: no other end fits {em}"),
        PARTED: ("KINSOKU", f"“{text}” ends inside what should stay together: no way fits {em}"),
        CUT: ("KINSOKU", f"a word wider than the measure is cut after “{text}”"),
    }[reason]
    return warning(code, message, place, "change a word in the paragraph, or the measure")
