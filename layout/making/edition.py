"""The files of a whole edition: its book, all pages in one PDF, and its printer's spreads."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from layout.api import EditionFile, Session
from layout.diagnostics import Diagnostic, error, info, warning
from layout.display.items import Page
from layout.errors import BanxinError
from layout.files import write_file
from layout.imposition import blanks, sides
from layout.making.packed import PackedPage, unpack
from layout.making.page import KINDS, WHOLE, MadePage, one_file
from layout.record import record
from layout.units import fits, near, to_mm
from layout.words.said import Said, said

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
    strip: MadePage | None = None,
    final: bool = False,
) -> Volume:
    """The book and the spreads of an edition whose pages are made, as `kinds` asks.

    `taken` are the stems of files in `out` that are not to be written over, `strip` what stands in
    the fold of the outermost side. Nothing is written of a file that lacks a page, nor of a `final`
    one in which preflight finds an error; what was there before stays.
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
            "NOT-WHOLE.pages", edition.place, kinds=tuple([said(WHOLE[kind]) for kind in asked]),
            pages=(*missing[:8], *(["…"] if len(missing) > 8 else [])), count=len(missing),
        )  # fmt: skip
        return Volume(edition=edition, written=(), found=(fault,))
    bound = [unpack(made.ready) for made in pages]
    # Pages as they are read, and as they are printed: two facing pages are two.
    read = [page for page, _ in bound]
    printed = [one for page, halves in bound for one in (halves or [page])]
    written: list[tuple[str, Path]] = []
    known = {one_file(stem) for stem in taken}
    for kind in asked:
        stem = edition.stem if kind == "book" else f"{edition.stem}-spreads"
        if kind == "book" and len(names) == 1 and one_file(stem) == one_file(names[0]):
            found.append(info("SAME-FILE.only-page", edition.place, file=f"{names[0]}.pdf"))
            continue
        if one_file(stem) in known:
            what, file = said(WHOLE[kind]), f"{stem}.pdf"
            found.append(error("SAME-FILE.over", edition.place, what=what, file=file))
            continue
        parts = read
        over_fold = False
        if kind == "spreads":
            parts = printed
            faults = _unfit(edition, [page.prepared for page in parts])
            faults += _facing(edition, pages)
            if strip is not None and len(parts) > 1:
                own = unpack(strip.ready)[0] if strip.ready else None
                faults += _strip(edition, strip, own, parts)
                if own is not None:
                    parts, over_fold = [*parts, own], True
            found += faults
            if any(d.severity == "error" or d.code == "SPREAD-ALONE" for d in faults):
                continue
        prepared = [page.prepared for page in parts]
        try:
            if kind == "book":
                data = session.book(edition, prepared, _again(parts))
            else:
                data = session.spreads(edition, prepared, _again(parts), strip=over_fold)
            if final:
                spots = [spot for made in pages for spot in made.spots]
                told = _judged(data, f"{stem}.pdf", kind, parts, spots)
                found += told
                if any(d.severity == "error" for d in told):
                    continue
            path = write_file(out / f"{stem}.pdf", data)
        except BanxinError as exc:
            why = exc.args[0]
            found.append(error("BUILD.fault", edition.place, file=edition.stem, why=why))
            continue
        written.append((kind, path))
    return Volume(edition=edition, written=tuple(written), found=tuple(found))


def _judged(
    data: bytes, file: str, kind: str, parts: Sequence[PackedPage], spots: Sequence[str]
) -> tuple[Diagnostic, ...]:
    """What preflight says of a book or of spreads; the sides of sheets have their numbers."""
    from layout.making.final import judge  # interprets the file: final builds alone

    first = parts[0].prepared
    names = [page.prepared.name for page in parts] if kind == "book" else []
    sizes = {(page.prepared.width, page.prepared.height) for page in parts}
    size = (first.width, first.height) if kind == "book" and len(sizes) == 1 else None
    return judge(data, file, first.press, pages=names, spots=spots, size=size)


def _again(pages: Sequence[PackedPage]) -> Callable[[int], Page]:
    """The display list of a page by its number."""
    return lambda number: pages[number].display()


def _strip(
    edition: EditionFile, strip: MadePage, own: PackedPage | None, pages: Sequence[PackedPage]
) -> Iterator[Diagnostic]:
    """Why what is to stand in the fold between the last page and the first cannot; `own` is the
    strip as it was made, nothing where it could not be."""
    if own is None:
        yield error(
            "NOT-WHOLE.pages", edition.place, kinds=(said(WHOLE["spreads"]),), count=1,
            pages=(strip.name or strip.spec.name,),
        )  # fmt: skip
        return
    (side, *_) = sides(len(pages))
    page = pages[0].display()
    whites = [edition.gutter, page.grid.type_area.x]  # the first page stands at the right
    if side.left is not None:
        whites.append(page.width - pages[side.left - 1].display().grid.type_area.right)
    room = sum(whites)
    high, wide = own.prepared.height, own.prepared.width
    if not near(high, page.height):
        yield error(
            "STRIP.height", strip.place, strip=strip.name, height_mm=to_mm(high),
            page_mm=to_mm(page.height),
        )  # fmt: skip
    if not fits(wide, room):
        yield error(
            "STRIP.width", strip.place, strip=strip.name, width_mm=to_mm(wide),
            room_mm=to_mm(room),
        )  # fmt: skip


def _facing(edition: EditionFile, pages: Sequence[MadePage]) -> Iterator[Diagnostic]:
    """What is told of two facing pages on the sheets of their section: that they do not face each
    other there, that they are on two sheets, or apart."""
    numbers: dict[str, int] = {}
    for made in pages:
        for name in made.halves or (made.name,):
            numbers[name] = len(numbers) + 1
    found = sides(len(numbers))
    for made in pages:
        if not made.halves or not found:
            continue
        left, right = (numbers[name] for name in made.halves)
        whole = next((side for side in found if (side.left, side.right) == (left, right)), None)
        one, other = made.halves
        if left % 2:
            yield warning("SPREAD-FACING.two-leaves", made.place, left=one, right=other, page=left)
        elif whole is None:
            yield info("SPREAD-FACING.two-sheets", made.place, left=one, right=other)
        elif edition.gutter > 0:
            yield warning(
                "SPREAD-FACING.apart", made.place, left=one, right=other,
                gutter_mm=to_mm(edition.gutter),
            )  # fmt: skip


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
