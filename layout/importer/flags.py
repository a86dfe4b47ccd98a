"""Doubtful places of an import as records of its log, with their places in the source."""

from collections.abc import Iterator
from typing import Final

from layout.importer.document import Document, Part
from layout.importer.model import Entry
from layout.importer.recognise import Recognised
from layout.record import record
from layout.text.doubts import find_doubts, load_doubts
from layout.text.edits import OffsetMap
from layout.text.ends import is_ended

_DECIMAL_RULES: Final = frozenset({"X1.part-over-total", "X2.growth", "X3.floor", "X4.land"})
_SHORT: Final = 20  # a shorter paragraph without a stop is a line of its own, not a torn one


@record(kw_only=False)
class _Flagger:
    """Makes records; knows the source and the way back to it."""

    source: str
    offsets: OffsetMap
    homes: dict[int, tuple[str, int]]

    def entry(self, part: Part, start: int, end: int, rule: str, reason: str) -> Entry:
        """A doubt about part.text[start:end]."""
        file, paragraph = self.homes.get(part.start, ("", 0))
        to = part.start + start
        first, last = self.offsets.to_old(to), self.offsets.to_old(part.start + end)
        return Entry(
            kind="doubt",
            rule=rule,
            severity="doubt",
            start=first,
            end=last,
            to=to,
            before=self.source[first:last],
            after=part.text[start:end],
            note=reason,
            file=file,
            paragraph=paragraph,
            offset=start,
        )


def doubt_entries(
    source: str,
    document: Document,
    read: Recognised,
    offsets: OffsetMap,
    homes: dict[int, tuple[str, int]],
) -> Iterator[Entry]:
    """The doubts of every part; nothing in the text is changed for them."""
    flagger = _Flagger(source, offsets, homes)
    found = find_doubts([part.text for part in document.parts], load_doubts())
    points = 0
    for part, role, doubts in zip(document.parts, read.roles, found, strict=True):
        for doubt in doubts:
            points += doubt.rule in _DECIMAL_RULES
            yield flagger.entry(part, doubt.start, doubt.end, doubt.rule, doubt.reason)
        if role == "paragraph" and len(part.text) > _SHORT and not is_ended(part.text):
            end = len(part.text)
            reason = "the paragraph stops inside a sentence, and what follows does not go on"
            yield flagger.entry(part, end - 8, end, "X11.unfinished", reason)
    for words, reason in read.found.doubts:
        for part, role in zip(document.parts, read.roles, strict=True):
            at = part.text.find(words)
            if role == "header" and at >= 0:
                yield flagger.entry(part, at, at + len(words), "X12.date", reason)
                break
    if points >= 3:
        note = f"{points} figures would each be plausible after one lost decimal point"
        yield Entry(kind="note", rule="N3.decimals", start=0, end=0, to=0, note=note)
