"""Doubtful places of an import as records of its log, with their places in the source."""

from collections.abc import Iterator
from typing import Final

from layout.correction import repeats
from layout.correction.doubts import find_doubts, load_doubts
from layout.correction.edits import OffsetMap
from layout.correction.ends import is_ended
from layout.correction.gaps import doubtful_spaces
from layout.correction.joins import begins_with_mark, text_em
from layout.correction.script import is_han
from layout.importer.document import RepairedPassage, RepairedText
from layout.importer.model import Entry
from layout.importer.recognise import Recognised
from layout.record import record
from layout.words.said import Said, said

_DECIMAL_RULES: Final = frozenset({"X1.part-over-total", "X2.growth", "X3.floor", "X4.land"})
_SHORT: Final = 20  # a shorter paragraph without a stop is a line of its own, not a torn one
_LINE_EM: Final = 22.0
_PAGE_MOST: Final = 6  # characters of a page's name that stands at its foot
_SET_ONCE: Final = frozenset({"paragraph", "subhead", "headline", "banner", "header", "caption"})


@record(kw_only=False)
class _Flagger:
    """Makes records; knows the source and the way back to it."""

    source: str
    offsets: OffsetMap
    homes: dict[int, tuple[str, int]]

    def entry(self, part: RepairedPassage, start: int, end: int, rule: str, reason: Said) -> Entry:
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
    document: RepairedText,
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
        if role == "paragraph":
            yield from _ends(flagger, part)
            for start, end in doubtful_spaces(part.text):
                reason = said("part.doubt-space")
                yield flagger.entry(part, start, end, "X17.space", reason)
        elif part.passage.bare and part is not document.parts[0]:
            reason = said("part.doubt-heading", role=role)
            yield flagger.entry(part, 0, len(part.text), "X18.heading", reason)
        elif role == "unplaced":
            reason = said("part.doubt-header")
            yield flagger.entry(part, 0, len(part.text), "X18.heading", reason)
    yield from _repeats(flagger, document, read)
    for words, reason in read.found.doubts:
        for part, role in zip(document.parts, read.roles, strict=True):
            at = part.text.find(words)
            if role == "header" and at >= 0:
                yield flagger.entry(part, at, at + len(words), "X12.date", reason)
                break
    if points >= 3:
        note = said("part.note-decimals", figures=points)
        yield Entry(kind="note", rule="N3.decimals", start=0, end=0, to=0, note=note)


def _ends(flagger: _Flagger, part: RepairedPassage) -> Iterator[Entry]:
    """A paragraph that stops inside a sentence, or is a short line by itself."""
    text, end = part.text, len(part.text)
    if part.passage.role != "body" or is_ended(text):
        return
    if end > _SHORT or text[-1] in "，、；":
        reason = said("part.doubt-unfinished")
        yield flagger.entry(part, max(0, end - 8), end, "X11.unfinished", reason)
    elif (
        text_em(text) <= _LINE_EM
        and (any(map(is_han, text)) or end <= _PAGE_MOST)
        and not begins_with_mark(text)
    ):
        reason = said("part.doubt-short")
        yield flagger.entry(part, 0, end, "X18.heading", reason)


def _repeats(flagger: _Flagger, document: RepairedText, read: Recognised) -> Iterator[Entry]:
    """Words that stand on the page twice, at a column's foot or elsewhere."""
    parts = [p for p, role in zip(document.parts, read.roles, strict=True) if role in _SET_ONCE]
    for part, finds in zip(parts, repeats.across([p.text for p in parts]), strict=True):
        for start, end, reason in finds:
            yield flagger.entry(part, start, end, repeats.RULE, reason)
        for cut in part.cuts:
            if size := repeats.at_seam(part.text, cut):
                reason = said("part.doubt-seam")
                yield flagger.entry(part, cut, cut + size, repeats.RULE, reason)
