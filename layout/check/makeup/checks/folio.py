"""FOLIO: a 导读 or a jump line names a page, or a title, that is not there."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import DrawnLine
from layout.check.makeup.subject import IndexEntry, PageFacts, Subject
from layout.diagnostics import did_you_mean

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
                message=f"“{match[0]}”: the edition has no page {match[2]}",
                where=subject.line_place(line),
                spot=subject.spot(line.rect),
                hint=_pages(match[2], pages),
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
            message=f"导读: the edition has no page {entry.page}",
            where=entry.place,
            spot=spot,
            hint=_pages(entry.page, pages),
            about=(entry.block,),
        )
    elif entry.title not in target.titles:
        elsewhere = [name for name, page in pages.items() if entry.title in page.titles]
        hint = f"it stands on {', '.join(elsewhere)}" if elsewhere else ""
        yield Finding(
            message=f"导读: page {entry.page} has no headline “{entry.title}”",
            where=entry.place,
            spot=spot,
            hint=hint or str(did_you_mean(entry.title, target.titles)) or _titles(target),
            about=(entry.block,),
        )


def _pages(name: str, pages: Mapping[str, PageFacts]) -> str:
    return str(did_you_mean(name, pages)) or "pages: " + ", ".join(pages)


def _titles(page: PageFacts) -> str:
    return "its headlines: " + ", ".join(page.titles[:6]) if page.titles else "it has none"
