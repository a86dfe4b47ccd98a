"""The files of a whole edition: its book, all pages in one PDF, and its printer's spreads."""

import pickle
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from layout.api import EditionFile, Session
from layout.diagnostics import Diagnostic, error, info, warning
from layout.display.items import Page
from layout.errors import BanxinError
from layout.files import write_file
from layout.imposition import blanks
from layout.making.page import KINDS, MadePage, one_file
from layout.record import record
from layout.units import near, to_mm

if TYPE_CHECKING:
    from layout.render.press.prepared import PreparedPage


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
        these = " and ".join(f"the {kind}" for kind in asked)
        few = ", ".join(missing[:8]) + (", …" if len(missing) > 8 else "")
        verb = "was" if len(missing) == 1 else "were"
        message = f"without {these}: {few} {verb} not made"
        return Volume(
            edition=edition, written=(), found=(error("NOT-WHOLE", message, edition.place),)
        )
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
            message = f"without a book: {names[0]}.pdf is the only page, and the edition's name"
            found.append(info("SAME-FILE", message, edition.place))
            continue
        if one_file(stem) in known:
            message = (
                f"the {kind} would be written over {stem}.pdf, which another page or edition is"
            )
            found.append(
                error("SAME-FILE", message, edition.place, "rename the folder or the page")
            )
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
            found.append(error("BUILD", f"{edition.stem}: {exc}", edition.place))
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
            message = (
                f"without spreads: {page.name} is {_size(page)} and {first.name} {_size(first)}; "
                "the pages of a spread are of one size"
            )
            found.append(error("SPREAD-SIZES", message, edition.place))
    if found:
        return found
    if len(pages) == 1:
        message = f"without spreads: {first.name} is the only page"
        return [info("SPREAD-ALONE", message, edition.place)]
    empty = blanks(len(pages))
    if empty:
        halves = "the last half" if empty == 1 else f"the last {empty} halves"
        message = f"{len(pages)} pages: {halves} of the spreads stay blank"
        found.append(warning("SPREAD-BLANK", message, edition.place))
    return found


def _size(page: "PreparedPage") -> str:
    width, height, bleed = (to_mm(v) for v in (page.width, page.height, page.bleed))
    return f"{width:.4g} × {height:.4g} mm with {bleed:.4g} mm bleed"
