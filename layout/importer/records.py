"""Every record of an import's log: what was changed, kept, cut, doubted and recognised."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from layout.correction.edits import OffsetMap
from layout.importer.document import RepairedText
from layout.importer.flags import doubt_entries
from layout.importer.model import Entry, SourceStory
from layout.importer.recognise import Recognised
from layout.words.said import Said, said

_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_NUMBER_END = re.compile(r"[\d.,]{0,20}$")
_NUMBER = re.compile(r"[\d.,]{0,20}")  # what a note shows: a run of figures has no end
_ORDER: Final = {"note": 0, "part": 1, "edit": 2, "cut": 3, "kept": 4, "doubt": 5}


def build_log(
    text: str, document: RepairedText, read: Recognised, page_note: Said
) -> tuple[Entry, ...]:
    """Every record, in the order of the source; edits in exactly the order that undoes them."""
    offsets = document.repair.offsets()
    entries = [Entry(kind="note", rule="N1.page", start=0, end=0, to=0, note=page_note)]
    if not read.page.facts.paper:
        note = said("part.note-no-paper")
        entries.append(Entry(kind="note", rule="N2.paper", start=0, end=0, to=0, note=note))
    shift = 0
    for e in document.repair.edits:
        entries.append(
            Entry(
                kind="edit",
                rule=e.rule,
                start=e.start,
                end=e.end,
                to=e.start + shift,
                before=e.before,
                after=e.after,
                note=e.note,
            )
        )
        shift += len(e.after) - len(e.before)
    new = document.repair.text
    homes = _homes(read.page.stories)
    entries += _parts(document, read, homes)
    entries += _cuts(read.page.stories, offsets)
    entries += _kept(new, offsets)
    entries += doubt_entries(text, document, read, offsets, homes)
    return tuple(sorted(entries, key=lambda e: (e.start, _ORDER[e.kind], e.end)))


def _homes(stories: Iterable[SourceStory]) -> dict[int, tuple[str, int]]:
    """Start of a paragraph in the new text: the story's file and the paragraph's number."""
    return {p.start: (s.file, n) for s in stories for n, p in enumerate(s.paragraphs, 1)}


def _parts(
    document: RepairedText, read: Recognised, homes: dict[int, tuple[str, int]]
) -> Iterator[Entry]:
    for part, role in zip(document.parts, read.roles, strict=True):
        file, paragraph = homes.get(part.start, ("", 0))
        start = part.passage.blocks[0].start
        yield Entry(
            kind="part",
            rule=f"R.{role}",
            start=start,
            end=part.passage.blocks[-1].end,
            to=part.start,
            after=part.text if role not in ("paragraph",) else part.text[:20],
            file=file,
            paragraph=paragraph,
        )


def _cuts(stories: Iterable[SourceStory], offsets: OffsetMap) -> Iterator[Entry]:
    for story in stories:
        for number, paragraph in enumerate(story.paragraphs, 1):
            for cut in paragraph.cuts:
                to = paragraph.start + cut
                start = offsets.to_old(to)
                before = paragraph.text[max(0, cut - 8) : cut]
                after = paragraph.text[cut : cut + 8]
                yield Entry(
                    kind="cut",
                    rule="J1.cut",
                    start=start,
                    end=start,
                    to=to,
                    before=before,
                    after=after,
                    note=said("part.note-cut"),
                    file=story.file,
                    paragraph=number,
                    offset=cut,
                )


def _kept(new: str, offsets: OffsetMap) -> Iterator[Entry]:
    for pattern, rule, note in (
        (_DECIMAL, "K1.decimal", "part.note-decimal"),
        (_THOUSANDS, "K2.thousands", "part.note-thousands"),
    ):
        for match in pattern.finditer(new):
            head = _NUMBER_END.search(new, max(0, match.start() - 20), match.start())
            tail = _NUMBER.match(new, match.start())
            number = (head.group() if head else "") + (tail.group() if tail else "")
            start = offsets.to_old(match.start())
            yield Entry(
                kind="kept",
                rule=rule,
                start=start,
                end=start + 1,
                to=match.start(),
                before=match.group(),
                after=match.group(),
                note=said(note, number=number),
            )
