"""Corrections of a reading, beside an edition: what a proofreader has marked, by its words."""

from collections.abc import Iterator
from typing import Final

from layout.diagnostics import Diagnostic
from layout.record import field, record
from layout.spec.reader.fields import ListKind, RecordKind, Written, option
from layout.spec.reader.kinds import ChoiceKind, FlagKind, IntegerKind, TextKind

READINGS: Final = ("初校", "二校", "三校")
"""The three readings of a page before it goes to press."""
RUN_ON: Final = "接排"
BEGIN: Final = "另起段"
PARAGRAPHS: Final = (RUN_ON, BEGIN)
MOST: Final = 1000


@record
class WordCorrection(Written):
    """A correction: where, the words as they stand on the proof, and what should stand there."""

    story: str | None = option(
        TextKind(200, copy=False), "the story's file, `01-town.md` or with its folder"
    )
    page: str | None = option(
        TextKind(20, copy=False),
        "the page, for words that are of no story: a caption, the header, a table",
    )
    words: str = option(
        TextKind(200, copy=False),
        "the words as they stand, so many that they are there once",
        required=True,
    )
    should_be: str | None = option(TextKind(400, copy=False), "what should stand in their place")
    delete: bool = option(
        FlagKind(), "the words go, and nothing stands in their place", default=False
    )
    query: bool = option(
        FlagKind(),
        "the words are to be looked into (查); `note` says why",
        default=False,
    )
    paragraph: str | None = option(
        ChoiceKind(PARAGRAPHS),
        "the paragraph that begins with the words goes on behind the one before it (接排), or one "
        "of its own begins with them (另起段)",
    )
    face: str | None = option(
        TextKind(20, copy=False), "in which typeface or size the words should stand: 楷体, 小五号"
    )
    nth: int | None = option(
        IntegerKind(1, 1000), "which of the same words is meant, the first is 1"
    )
    by: str | None = option(TextKind(40, copy=False), "who marked it")
    reading: str | None = option(ChoiceKind(READINGS), "in which reading")
    note: str | None = option(TextKind(400, copy=False), "why, or what to look at")


@record
class Corrections(Written):
    """The corrections of an edition, or of a page: corrections.yaml beside it."""

    by: str | None = option(
        TextKind(40, copy=False), "who marked them, where one says nothing else"
    )
    reading: str | None = option(
        ChoiceKind(READINGS),
        "the reading under way: that of a correction which names none (the live proof writes it to "
        "each of these before it names another here)",
    )
    corrections: tuple[WordCorrection, ...] = option(
        ListKind(RecordKind(WordCorrection), most=MOST), "each correction", required=True
    )
    numbers: tuple[int, ...] = field(default=())
    """Which in the file each of them is, from 1; empty where none of the file's was left out."""
    faults: tuple[Diagnostic, ...] = field(default=())
    """What is wrong with the file, and with those that were left out."""

    def numbered(self) -> Iterator[tuple[int, WordCorrection]]:
        """Each correction with its number in the file."""
        yield from zip(
            self.numbers or range(1, len(self.corrections) + 1), self.corrections, strict=True
        )
