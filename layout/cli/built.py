"""What `banxin build` says came of a page and of an edition, in a line and as JSON."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from layout.diagnostics import Diagnostic, shown
from layout.making.page import WHOLE, MadePage
from layout.words.said import Language, Said, said

if TYPE_CHECKING:
    from layout.making.edition import Volume

MOST_NAMED: Final = 6
"""Things that stand in on a page and are named in its line; of more, how many there are."""


def page_summary(
    made: MadePage,
    found: Sequence[Diagnostic],
    *,
    written: bool,
    before: bool = False,
    issue: str = "",
) -> Said:
    """What came of a page, in a line: `B1: made, 1 warning; standing in: assets/park.jpg`. A page
    of an `issue` that is one of several is called by both; one that is not `written` may be ready
    for the edition's own files."""
    key = "part.not-made"
    if written:
        key = "part.made-before" if before else "part.made"
    elif made.ready:
        key = "part.made-before-unfiled" if before else "part.made-unfiled"
    name = made.name
    if not name or any(d.code == "SAME-NAME" for d in found):  # which is another page's
        name = made.spec.stem
    line = _summary(f"{issue} {name}" if issue else name, found, (said(key),))
    things = made.stands_in
    more = len(things) - MOST_NAMED
    if more > 0:
        return said("part.standing-in-more", line=line, things=things[:MOST_NAMED], more=more)
    return said("part.standing-in", line=line, things=things) if things else line


def volume_summary(
    volume: "Volume", pages: int, kinds: Sequence[str], *, before: bool = False
) -> Said:
    """What came of an edition: `zhuzhou-2019-09-20: book of 4 pages, spreads of 1 sheet`.

    Two facing pages are two of its `pages`. `kinds` are what was asked for."""
    sheets = -(-pages // 4)
    words = {
        "book": said("part.book", pages=pages),
        "spreads": said("part.spreads", sheets=sheets),
    }
    what = [words[kind] for kind, _ in volume.written]
    if what and before:
        what.append(said("part.made-before"))
    missing = unmade_kinds(volume, kinds)
    if missing or not what:
        of = missing or [kind for kind in WHOLE if kind in kinds]
        what.append(said("part.no-volume", kinds=tuple([said(WHOLE[kind]) for kind in of])))
    return _summary(volume.edition.stem, volume.found, tuple(what))


def unmade_kinds(volume: "Volume", kinds: Sequence[str]) -> list[str]:
    """Which of an edition's files that were asked for an error has left unmade."""
    if not any(one.severity == "error" for one in volume.found):
        return []
    written = {kind for kind, _ in volume.written}
    return [kind for kind in WHOLE if kind in kinds and kind not in written]


def _summary(name: str, found: Sequence[Diagnostic], made: tuple[Said, ...]) -> Said:
    counts = []
    for severity, key in (("error", "part.errors"), ("warning", "part.warnings")):
        number = sum(1 for d in found if d.severity == severity)
        if number:
            counts.append(said(key, number=number))
    return said("part.came-of", name=shown(name), what=(*made, *counts))


def page_json(
    spec: str,
    written: Iterable[Path],
    found: Sequence[Diagnostic],
    stands_in: Iterable[str],
    lang: Language,
) -> dict[str, object]:
    """What came of a page, as JSON has it."""
    return {
        "spec": spec,
        "written": [str(path) for path in written],
        "diagnostics": as_json(found, lang),
        "stands_in": list(stands_in),
    }


def as_json(found: Sequence[Diagnostic], lang: Language) -> list[dict[str, object]]:
    return [d.as_json(lang) for d in found]
