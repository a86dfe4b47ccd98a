"""The files of a whole edition: its book, all pages in one PDF, and its printer's spreads."""

import pickle
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from layout.api import EditionFile, Session
from layout.diagnostics import Diagnostic, error, info, warning
from layout.display.items import Page
from layout.errors import BanxinError
from layout.files import write_file
from layout.imposition import blanks
from layout.making.page import KINDS, MadePage, one_file
from layout.record import record
from layout.units import near, to_mm
from layout.words.said import Said, said

if TYPE_CHECKING:
    from layout.render.press.prepared import PreparedPage

_KINDS: Final = {"book": "part.the-book", "spreads": "part.the-spreads"}


@record
class Volume:
    """What came of an edition's own files: where they were written, by kind."""

    edition: EditionFile
    written: tuple[tuple[str, Path], ...]
    found: tuple[Diagnostic, ...]


def make_volume(
    session: Session,
    edition: EditionFile,
    pages: Sequence[MadePage],
    *,
    kinds: Sequence[str],
    out: Path,
    taken: Sequence[str],
) -> Volume:
    """The book and the spreads of an edition whose pages are made, as `kinds` asks.

    `taken` are the stems of files in `out` that are not to be written over. Nothing is written of a
    file that lacks a page; what was there before stays.
    """
    asked = [kind for kind in KINDS[1:] if kind in kinds]
    ready = {made.name for made in pages if made.ready}
    names = [
        made.name if made.name and (made.ready or made.name not in ready) else made.spec.name
        for made in pages
    ]
    missing = [name for name, made in zip(names, pages, strict=True) if not made.ready]
    found: list[Diagnostic] = []
    if missing:
        fault = error(
            "NOT-WHOLE.pages", edition.place, kinds=tuple([said(_KINDS[kind]) for kind in asked]),
            pages=(*missing[:8], *(["…"] if len(missing) > 8 else [])), count=len(missing),
        )  # fmt: skip
        return Volume(edition=edition, written=(), found=(fault,))
    bound = [pickle.loads(made.ready) for made in pages]  # noqa: S301  from our own process
    prepared = [page for page, _ in bound]

    def again(number: int) -> Page:
        display: Page = pickle.loads(bound[number][1])  # noqa: S301
        return display

    written: list[tuple[str, Path]] = []
    known = {one_file(stem) for stem in taken}
    for kind in asked:
        stem = edition.stem if kind == "book" else f"{edition.stem}-spreads"
        if kind == "book" and len(names) == 1 and one_file(stem) == one_file(names[0]):
            found.append(info("SAME-FILE.only-page", edition.place, file=f"{names[0]}.pdf"))
            continue
        if one_file(stem) in known:
            what, file = said(_KINDS[kind]), f"{stem}.pdf"
            found.append(error("SAME-FILE.over", edition.place, what=what, file=file))
            continue
        if kind == "spreads":
            faults = list(_unfit(edition, prepared))
            found += faults
            if any(d.severity != "warning" for d in faults):
                continue
        make: Callable[..., bytes] = session.book if kind == "book" else session.spreads
        try:
            path = write_file(out / f"{stem}.pdf", make(edition, prepared, again))
        except BanxinError as exc:
            why = exc.args[0]
            found.append(error("BUILD.fault", edition.place, file=edition.stem, why=why))
            continue
        written.append((kind, path))
    return Volume(edition=edition, written=tuple(written), found=tuple(found))


def _unfit(edition: EditionFile, pages: "Sequence[PreparedPage]") -> list[Diagnostic]:
    """Why pages cannot stand side by side, or what stays blank where they do."""
    first = pages[0]
    found: list[Diagnostic] = []
    for page in pages[1:]:
        sizes = ((first.width, page.width), (first.height, page.height), (first.bleed, page.bleed))
        if not all(near(a, b) for a, b in sizes):
            found.append(
                error(
                    "SPREAD-SIZES.pages", edition.place, page=page.name, size=_size(page),
                    other=first.name, other_size=_size(first),
                )
            )  # fmt: skip
    if found:
        return found
    if len(pages) == 1:
        return [info("SPREAD-ALONE.page", edition.place, page=first.name)]
    empty = blanks(len(pages))
    if empty:
        count = len(pages)
        if empty == 1:
            found.append(warning("SPREAD-BLANK.half", edition.place, pages=count))
        else:
            found.append(warning("SPREAD-BLANK.halves", edition.place, pages=count, halves=empty))
    return found


def _size(page: "PreparedPage") -> Said:
    width, height, bleed = (to_mm(v) for v in (page.width, page.height, page.bleed))
    return said("part.page-size", width_mm=width, height_mm=height, bleed_mm=bleed)
