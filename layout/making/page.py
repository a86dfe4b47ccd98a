"""One page made and written: what `banxin build` does once, and `--watch` again and again.

Making and writing are apart: pages are made side by side, each writes its files beside their place,
and they are put there one after another, in the order of the pages, when it is settled that no two
would be one file.
"""

import argparse
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from layout.api import ComposedPage, Session, file_stem
from layout.check.building import told_on_building
from layout.diagnostics import Diagnostic, Place, StopError, error, info
from layout.display.items import color_of
from layout.display.press import UNDATED
from layout.environment import Environment
from layout.errors import BanxinError
from layout.files import WriteError, put_in_place, take_away, write_beside
from layout.record import record
from layout.spec.model.swatch import Swatch

if TYPE_CHECKING:
    from layout.making.lastpng import LastPngs
    from layout.render.press.prepared import PreparedPage

FORMATS: Final = ("pdf", "png", "html", "dump")
KINDS: Final = ("pages", "book", "spreads")
"""What an edition becomes."""
WHOLE: Final = {"book": "part.the-book", "spreads": "part.the-spreads"}
"""What its own files are called, by their kind."""


@record
class MadePage:
    """What came of a page. `parts` are where each of its files belongs, and where it waits.

    `ready` is the page for the book and the spreads, as `packed.pack` makes it; empty where none is
    asked for or the page could not be made.
    """

    spec: Path
    name: str = ""
    place: Place | None = None
    found: tuple[Diagnostic, ...] = ()
    parts: tuple[tuple[Path, Path], ...] = ()
    stands_in: tuple[str, ...] = ()
    ready: bytes = b""
    halves: tuple[str, ...] = ()  # the names of two facing pages, each of which has a file too
    left: tuple[Path, ...] = ()  # files that show the page as it is already
    spots: tuple[str, ...] = ()  # that its style sheets name
    files: tuple[Path, ...] = ()  # that it was made of; empty where it could not be made


@record
class BuiltPage:
    """What came of a page that is made again: the files written, those left as they were since
    they show it already, its diagnostics, and the files that it was made of, where it was."""

    written: tuple[Path, ...]
    left: tuple[Path, ...]
    found: tuple[Diagnostic, ...]
    files: tuple[Path, ...]


def build_one(
    session: Session,
    spec: Path,
    args: argparse.Namespace,
    formats: list[str],
    names: dict[str, Path],
    *,
    pngs: "LastPngs",
) -> BuiltPage:
    """One page in every format, its PNG only where it would be another than the one in `pngs`.
    Nothing is written when anything of it cannot be made.

    `names` are the specs of the pages already made, by page; this one is added.
    """
    made = make_page(session, spec, args, formats, pngs=pngs)
    written, found = settle(made, names)
    for path in written:
        pngs.settle(path)
    taken = len(found) > len(made.found)  # another page has its files: none of them is its own
    left = () if taken else made.left
    return BuiltPage(written=tuple(written), left=left, found=found, files=made.files)


def make_page(
    session: Session,
    spec: Path,
    args: argparse.Namespace,
    formats: list[str],
    *,
    mark: str = "",
    bound: bool = False,
    pngs: "LastPngs | None" = None,
    env: Environment | None = None,
) -> MadePage:
    """One page with its files written beside their places, under a `mark`; `bound` makes it ready
    for a book as well. A PNG of `pngs` that shows the page already is left. `env` are the files of
    its project, where they are to be others than those around the spec."""
    parts: list[tuple[Path, Path]] = []
    left: list[Path] = []
    page: ComposedPage | None = None
    try:
        page = session.page(spec, overrides=overrides_of(args), env=env)
        found = page.diagnostics + told_on_building(page)
        name, place = page.name, page.place
        if args.final:
            found += tuple(not_final(page))
        if not page.drawable or any(d.code == "NOT-FINAL" for d in found):
            return MadePage(
                spec=spec,
                name=name,
                place=place,
                found=found,
                stands_in=page.stands_in,
                files=page.files,
            )
        whole, *halves = [
            (one, one.prepared() if bound else None) for one in (page, *page.halves())
        ]
        names = tuple(half.name for half, _ in halves)
        files = [(*whole, form) for form in formats]
        if "pdf" in formats:  # of two facing pages: each by itself, cut at the fold
            files += [(*half, "pdf") for half in halves]
        for one, prepared, form in files:  # none is kept longer than it takes to write it
            path = _target(args.out, one, form)
            if form == "png" and pngs is not None and pngs.shows(path, one):
                left.append(path)
                continue
            data = _make(one, form, args, prepared)
            if form == "pdf" and args.final:
                from layout.making.final import judge  # interprets the file: final builds alone

                told = judge(
                    data, path.name, one.display.press, pages=(one.name,),
                    spots=spots_of(one), size=(one.display.width, one.display.height),
                )  # fmt: skip
                found += told
                if any(d.severity == "error" for d in told):
                    raise StopError(found)
            parts.append((path, write_beside(path, data, mark)))
        if "pdf" in formats:
            found += session.remarks(args.renderer)
            if args.renderer == "press":
                found += tuple(told_of_pdfx(page))
        ready = b""
        if bound:
            from layout.making.packed import pack  # not for a page alone

            ready = pack([(one, made) for one, made in (whole, *halves) if made is not None])
    except StopError as stop:
        found = stop.diagnostics
    except BanxinError as exc:
        where = page.place_of(exc) if page is not None else None
        found = (error("BUILD.fault", where, file=spec.name, why=exc.args[0]),)
    else:
        return MadePage(
            spec=spec,
            name=name,
            place=place,
            found=found,
            parts=tuple(parts),
            stands_in=page.stands_in,
            ready=ready,
            halves=names,
            spots=spots_of(page),
            left=tuple(left),
            files=page.files,
        )
    for _, beside in parts:
        take_away(beside)
    return MadePage(spec=spec, found=found)


def told_of_pdfx(page: ComposedPage) -> Iterator[Diagnostic]:
    """What a press PDF has to say of itself that its page does not: a date that is none, pictures
    that were see-through."""
    if page.undated:
        yield info("PDFX-DATE.none", page.place, page=page.name, date=UNDATED)
    for picture, ppi in page.flattened():
        place = page.place_of_picture(picture.source)
        yield info("PDFX-FLAT.picture", place, file=picture.source, ppi=ppi)


def overrides_of(args: argparse.Namespace) -> tuple[str, ...]:
    """The values of a page spec that the options of a build change."""
    made = list(args.set)
    if args.pdfx:
        made.append(f"press.pdfx={args.pdfx}")
    if args.marks:
        whole = {"all": "true", "none": "false"}
        made.append(f"press.marks={whole.get(args.marks) or f'[{args.marks}]'}")
    return tuple(made)


def settle(made: MadePage, names: dict[str, Path]) -> tuple[list[Path], tuple[Diagnostic, ...]]:
    """Put the files of a page in their places, unless another page has them: what was written, and
    the diagnostics of the page."""
    if not made.name:
        return [], made.found
    own = (made.name, *made.halves)
    fault = next((f for f in (_taken(made, name, names) for name in own) if f is not None), None)
    for name in own:
        names.setdefault(name, made.spec)
    written: list[Path] = []
    for path, beside in made.parts:
        if fault is not None:
            take_away(beside)
            continue
        try:
            written.append(put_in_place(beside, path))
        except WriteError as exc:
            fault = error("BUILD.fault", file=made.spec.name, why=exc.args[0])
    return written, made.found if fault is None else (*made.found, fault)


def stems_of(pages: Sequence[MadePage]) -> list[str]:
    """The stems of the files that pages have taken."""
    return [file_stem(name) for made in pages if made.name for name in (made.name, *made.halves)]


def one_file(stem: str) -> str:
    """What two file names have in common where a file system takes them for one."""
    return unicodedata.normalize("NFC", stem).casefold()


def not_final(page: ComposedPage) -> Iterator[Diagnostic]:
    """An error for each thing on the page that is not the true one, at its place."""
    told = [d for d in page.diagnostics if d.code == "STANDS-IN"]
    for one in told:
        yield error("NOT-FINAL.thing", one.where, page=page.name, what=one.said)
    if page.stands_in and not told:
        yield error("NOT-FINAL.things", page.place, page=page.name, things=page.stands_in)


def _taken(made: MadePage, page: str, names: Mapping[str, Path]) -> Diagnostic | None:
    """The error for a page whose files are another's."""
    if page in names:
        file, other = told_apart(made.spec, names[page])
        return error("SAME-NAME.pages", made.place, file=file, other=other, page=page)
    own = file_stem(page)
    for name, spec in names.items():
        if one_file(file_stem(name)) == one_file(own):
            return error(
                "SAME-FILE.pages", made.place, page=page, other=name, file=own,
                other_file=told_apart(made.spec, spec)[1],
            )  # fmt: skip
    return None


def told_apart(one: Path, other: Path) -> tuple[str, str]:
    """Two files by their names, with as many of their folders as tell them apart."""
    most = max(len(one.parts), len(other.parts))
    for count in range(1, most + 1):
        names = tuple(["/".join(path.parts[-count:]) for path in (one, other)])
        if names[0] != names[1]:
            return names[0], names[1]
    return one.name, other.name


def _target(out: str, page: ComposedPage, form: str) -> Path:
    return Path(out) / f"{page.file_stem}.{'txt' if form == 'dump' else form}"


def spots_of(page: ComposedPage) -> tuple[str, ...]:
    """The spots that the style sheets of a page name, for artwork too, and those that it uses."""
    named = [
        swatch.spot
        for sheet, _ in page.composed.sources.sheets
        for swatch in (sheet.colors or {}).values()
        if isinstance(swatch, Swatch) and swatch.spot
    ]
    used = [color.spot for color in map(color_of, page.display.items) if color.spot]
    return tuple(dict.fromkeys((*named, *used)))


def _make(
    page: ComposedPage, form: str, args: argparse.Namespace, prepared: "PreparedPage | None"
) -> bytes:
    if form == "pdf":
        return page.pdf(args.renderer, prepared)
    if form == "png":
        return page.png(args.dpi)
    if form == "html":
        return page.html()
    return page.dump().encode("utf-8")
