"""FOLIO: a 导读 or a jump line names a page, or a title, that is not there."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import DrawnLine
from layout.check.makeup.subject import IndexEntry, PageFacts, Subject
from layout.diagnostics import did_you_mean
from layout.words.said import Said, said

# What a 导读, which has one line, puts where the headline on its page begins another.
PARTING: Final = str.maketrans("", "", "，、·—")
JUMP: Final = re.compile(r"(下转|上接)\s*第?\s*([0-9A-Za-z]{1,6})\s*版")

CHECK: Final[Check[Subject]] = Check(
    id="FOLIO",
    title="版次",
    reason="A reader sent to a page must find there what was promised.",
    source="导读 and jump lines are checked against the pages of the edition",
    severity="error",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each line of the 导读, each jump line, against the pages of the edition. Their specs are
    read; nothing of them is composed."""
    jumps = [(line, m) for line in subject.lines for m in JUMP.finditer(_display(line))]
    if not subject.index and not jumps:
        return
    assert subject.edition is not None
    pages = subject.edition.pages()
    for entry in subject.index:
        yield from _entry(subject, entry, pages)
    for line, match in jumps:
        if match[2] not in pages:
            yield Finding(
                said=said("FOLIO.jump", text=match[0], page=match[2], hint=_pages(match[2], pages)),
                where=subject.line_place(line),
                spot=subject.spot(line.rect),
                about=(line.owner,),
            )


def _display(line: DrawnLine) -> str:
    """The words of a line of display type: running text may speak of pages."""
    return line.text if line.facts is None else ""


def _entry(
    subject: Subject, entry: IndexEntry, pages: Mapping[str, PageFacts]
) -> Iterator[Finding]:
    target = pages.get(entry.page)
    drawn = [line.rect for line in subject.lines if line.node == entry.node]
    spot = subject.spot(drawn[0]) if drawn else None
    if target is None:
        yield Finding(
            said=said("FOLIO.page", page=entry.page, hint=_pages(entry.page, pages)),
            where=entry.place,
            spot=spot,
            about=(entry.block,),
        )
    elif not _has(target, entry.title):
        elsewhere = tuple(name for name, page in pages.items() if _has(page, entry.title))
        if elsewhere:
            hint: Said | str = said("part.title-elsewhere", pages=elsewhere)
        else:
            hint = did_you_mean(entry.title, target.titles) or _titles(target)
        yield Finding(
            said=said("FOLIO.title", page=entry.page, text=entry.title, hint=hint),
            where=entry.place,
            spot=spot,
            about=(entry.block,),
        )


def _has(page: PageFacts, title: str) -> bool:
    """Whether a page has a headline of these words, whatever parts its lines."""
    words = title.translate(PARTING)
    return any(words == other.translate(PARTING) for other in page.titles)


def _pages(name: str, pages: Mapping[str, PageFacts]) -> Said | str:
    return did_you_mean(name, pages) or said("part.pages", pages=tuple(pages))


def _titles(page: PageFacts) -> Said:
    if not page.titles:
        return said("part.no-headlines")
    return said("part.headlines", texts=page.titles[:6])
