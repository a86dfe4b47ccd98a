"""FACES: too many families of type on one page."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.subject import Subject
from layout.display.items import GlyphRun, owner_of
from layout.geometry import Rect
from layout.words.said import said

CHECK: Final[Check[Subject]] = Check(
    id="FACES",
    title="字体杂",
    reason="A page of many families falls apart; weights and sizes of a few hold it together.",
    source="trade rule; four families are the project's proposal",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """One finding, where the page shows more families than it may."""
    page = subject.page
    most = subject.rules.faces.most
    found: dict[str, int] = {}
    adverts = {advert.block for advert in subject.adverts}  # theirs is no type of the page
    for item in page.items:
        if isinstance(item, GlyphRun) and owner_of(item.node) not in adverts:
            name = family(item.face)
            found[name] = found.get(name, 0) + len(item.glyphs)
    if len(found) > most:
        names = tuple(sorted(found, key=lambda name: (-found[name], name)))
        yield Finding(
            said=said("FACES.many", families=len(found), most=most, names=names),
            where=subject.place,
            spot=subject.spot(Rect(0.0, 0.0, page.width, page.height)),
        )


def family(key: str) -> str:
    """The family behind a face's key: NotoSerifSC of NotoSerifSC-Bold@0ab485f9."""
    return key.partition("@")[0].partition("-")[0]
