"""What is drawn at the words of a story, and whether its lines leave room for it."""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.diagnostics import Diagnostic, warning
from layout.flow.article.thread import SetText
from layout.flow.placed import PlacedItem, PlacedLine
from layout.flow.type.linemarks import drawn_at, takes_of
from layout.spec.markdown.paragraph import Paragraph
from layout.units import fits
from layout.words.said import said

CALLED: Final = {
    "dots": "part.drawn-dots", "underline": "part.drawn-underline", "wavy": "part.drawn-wavy",
    "box": "part.drawn-box",
}  # fmt: skip
"""The key of what each is called."""


def marked(
    lines: Sequence[PlacedLine], setting: SetText, leading: float
) -> tuple[list[PlacedItem], list[Diagnostic]]:
    """What is drawn at the words of placed lines that stand `leading` points apart, and a warning
    for each kind of mark in a paragraph for which that is too little."""
    items: list[PlacedItem] = [item for line in lines for item in drawn_at(line, line.marks)]
    return items, list(_no_room(lines, setting, leading))


def _no_room(lines: Sequence[PlacedLine], setting: SetText, leading: float) -> Iterator[Diagnostic]:
    paragraphs: dict[int, Paragraph] = {}
    at = 0
    for paragraph, done in setting.sets:
        if done.lines:
            paragraphs[setting.lines[at].paragraph] = paragraph
            at += len(done.lines)
    told: set[tuple[int, str]] = set()
    for line in lines:
        size = line.style.size * (line.style.h_scale if line.vertical else 1.0)
        number = line.passage.paragraph if line.passage is not None else 0
        for run in line.marks:
            takes = takes_of(run, line.marks) * line.style.size
            if (number, run.voice) in told or fits(takes, leading - size):
                continue
            told.add((number, run.voice))
            yield warning(
                "MARK-ROOM.drawn", paragraphs[number].place_at(run.start),
                mark=said(CALLED[run.voice]), takes_pt=takes,
                room_pt=max(0.0, leading - size),
            )  # fmt: skip
