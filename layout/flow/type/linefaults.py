"""Diagnostics of lines of running text that could not be set well, each at its place."""

from collections.abc import Iterator
from typing import Final

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
            from layout.inline.why import text_of  # most lines are set well

            measure = (done.measure(number) - line.indent) / 1000
            offset = done.items.offsets[line.first]
            text = shown(text_of(done.items, line.first, line.last), 40)
            place = paragraph.place_at(offset)
            for reason in line.reasons:
                yield _fault(reason, line, text=text, place=place, measure=measure)


KEYS: Final = {
    LOOSE: "LOOSE.gaps",
    SHORT: "LOOSE.no-place",
    RAGGED: "LOOSE.address",
    FORBIDDEN: "KINSOKU.no-end",
    PARTED: "KINSOKU.parted",
    UNBOUND: "KINSOKU.bond",
    FALLBACK: "KINSOKU.row",
    CUT: "KINSOKU.word-cut",
    OVER: "LINE-WIDE.squeezed",
}
"""What is told of a line, by each reason it has."""


def _fault(reason: str, line: SetLine, *, text: str, place: Place, measure: float) -> Diagnostic:
    """What is told of a line for one reason; `measure` is in em."""
    tell = error if reason == OVER else info if reason in (FALLBACK, UNBOUND) else warning
    return tell(
        KEYS[reason], place, text=text, measure=measure, width=line.width / 1000,
        percent=line.gap / 10, limit="", why=line.why,
    )  # fmt: skip
