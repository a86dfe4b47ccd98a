"""banxin plates: the separations of pages and of PDFs, and how much ink lies on the paper."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from layout.api import Session
from layout.cli import BAD_USE, GOOD, PROBLEMS
from layout.cli.report import remark, say, say_json, tell, unmade
from layout.cli.specs import Specs
from layout.cli.table import table
from layout.console import OutputError
from layout.diagnostics import Diagnostic, error, shown
from layout.editions import file_stem
from layout.environment import Files, PathError
from layout.errors import BanxinError
from layout.files import FreeNames, write_file
from layout.making.fromhere import from_here
from layout.plates.coverage import measure
from layout.plates.plate import PlateError, Plates
from layout.plates.report import as_json, maker, rows
from layout.plates.shown import ink_png, plate_png
from layout.words.said import said

MAKERS: Final = ("banxin", "ghostscript")
MOST_LIMIT: Final = 400.0
DAMAGE: Final = (
    "part.plates-mended", "part.plates-unread", "part.plates-picture", "part.program-says",
)  # fmt: skip
"""What is not measured since the file is damaged: it may be anything."""


class Separations:
    """A page to be separated: its file as it was given, the name its pictures bear, and the limit
    that its press has; its plates, its press's profile and its picture on a screen when they are
    asked for."""

    def __init__(
        self, source: str, stem: str, limit: float, *, make: Any, profile: Any, screen: Any
    ) -> None:
        self.source = source
        self.profile = profile
        self.screen = screen
        self.stem = stem
        self.make = make
        self.limit = limit


def add_parser(commands: Any) -> None:
    """The options of `banxin plates`."""
    parser = commands.add_parser("plates")
    parser.add_argument("file", nargs="+")
    parser.add_argument("-o", "--out", default="out/plates")
    parser.add_argument("--dpi", type=float, default=150.0)
    parser.add_argument("--by", choices=MAKERS, default="banxin")
    parser.add_argument("--limit", type=float)
    parser.add_argument("--soft-proof", action="store_true")
    parser.add_argument("--beside", action="store_true")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-q", "--quiet", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Separate every page asked for; one that cannot be does not stop the others."""
    for option, value, least, most in (
        ("--dpi", args.dpi, 20, 600),
        ("--limit", args.limit, 0, MOST_LIMIT),
    ):
        if value is not None and not least <= value <= most:
            told = said("USE.range", option=option, least=least, most=most, value=value)
            remark("banxin plates", told, args.lang)
            return BAD_USE
    if args.by == "ghostscript":
        from layout.plates.ghostscript import ghostscript

        ghostscript()  # said at once where it is missing
    specs = [name for name in args.file if not name.lower().endswith(".pdf")]
    pdfs = [name for name in args.file if name.lower().endswith(".pdf")]
    if args.set and pdfs:
        told = said("USE.of-specs", option="--set", file=shown(pdfs[0], 200))
        remark("banxin plates", told, args.lang)
        return BAD_USE
    session = Session()
    results: list[dict[str, object]] = []
    status = GOOD
    names = FreeNames()
    for pages in (_pages(session, specs, args, results), _sheets(pdfs, args, results)):
        for found in pages:
            if isinstance(found, int):
                status = max(status, found)
                continue
            status = max(status, _separate(found, names.take(found.stem), args, results))
    if args.json:
        say_json({"pages": results})
    return status


def _pages(
    session: Session, given: list[str], args: argparse.Namespace, results: list[dict[str, object]]
) -> Iterator[Separations | int]:
    """The pages of specs and editions; at last the status that comes of what could not be made."""
    if not given:
        return
    specs = Specs(session, given, args.lang, quiet=args.quiet)
    for name, diagnostics in specs.failed:
        results.append(_failed(name, diagnostics, args))
    for spec in specs:
        try:
            page = session.page(spec, overrides=args.set)
        except OutputError:
            raise
        except BanxinError as exc:
            found = unmade(exc, spec, "PLATES.fault")
            tell(from_here(found, spec), args.lang, quiet=args.quiet)
            results.append(_failed(str(spec), found, args))
            specs.judge(found)
            continue
        bad = [d for d in page.diagnostics if d.severity == "error"]
        tell(from_here(bad, spec), args.lang, quiet=args.quiet)
        specs.judge(bad)

        def made(page: Any = page) -> Plates:
            if args.by == "banxin":
                return page.plates(args.dpi)  # type: ignore[no-any-return]
            return _ghostscript(page.pdf(), page.name, args.dpi)

        def screen(page: Any = page) -> bytes:
            return page.png(args.dpi)  # type: ignore[no-any-return]

        limit = page.display.press.ink_limit
        yield Separations(
            str(spec), page.file_stem, limit, make=made, profile=page.profile, screen=screen
        )
    yield specs.status


def _sheets(
    given: list[str], args: argparse.Namespace, results: list[dict[str, object]]
) -> Iterator[Separations | int]:
    """The pages of PDFs."""
    from layout.color import GOOD_INK
    from layout.pdf.document import open_pdf
    from layout.pdf.limits import LIMITS, PdfError

    for name in given:
        path = Path(name)
        try:
            data = Files(root=path.parent).read(path, LIMITS.file)
            document = open_pdf(data)
            if not document.pages:
                raise PdfError(said("part.pdfread-no-pages"))
        except (PathError, PdfError) as exc:
            found = (error("PLATES.fault", file=shown(name, 200), fault=exc.args[0]),)
            tell(found, args.lang, quiet=args.quiet)
            results.append(_failed(name, found, args))
            yield PROBLEMS
            continue
        many = len(document.pages) > 1
        for node in document.pages:
            stem = file_stem(path.stem) + (f"-{node.number}" if many else "")

            def made(number: int = node.number, document: Any = document, stem: str = stem) -> Any:
                from layout.plates.drawn import FINER
                from layout.plates.ghostscript import plates_by_ghostscript
                from layout.plates.pdf import plates_of_pdf
                from layout.record import replace

                if args.by == "ghostscript":
                    return replace(plates_by_ghostscript(document, number, args.dpi), page=stem)
                return replace(plates_of_pdf(document, number, args.dpi, FINER), page=stem)

            def profile(document: Any = document, folder: Path = path.parent) -> Any:
                return _profile_of(document, folder)

            def screen(number: int = node.number, data: bytes = data) -> bytes:
                from layout.render.png import page_png

                return page_png(data, dpi=args.dpi, index=number - 1)

            yield Separations(
                name, stem, float(GOOD_INK), make=made, profile=profile, screen=screen
            )


def _ghostscript(pdf: bytes, name: str, dpi: float) -> Plates:
    from layout.pdf.document import open_pdf
    from layout.plates.ghostscript import plates_by_ghostscript
    from layout.record import replace

    return replace(plates_by_ghostscript(open_pdf(pdf), 1, dpi), page=name)


def _separate(
    page: Separations, stem: str, args: argparse.Namespace, results: list[dict[str, object]]
) -> int:
    """One page: its pictures written, its table said. Returns the status."""
    folder = Path(args.out)
    try:
        plates = page.make()
        found = measure(plates, page.limit if args.limit is None else args.limit)
        names = FreeNames("ink", "softproof")
        written = {
            ink: str(
                write_file(
                    folder / f"{stem}-{names.take(file_stem(ink))}.png", plate_png(tones, args.dpi)
                )
            )
            for ink, tones in plates.trimmed().items()
        }
        ink = write_file(folder / f"{stem}-ink.png", ink_png(plates, found))
        written["*"] = str(ink)
        if args.soft_proof or args.beside:
            proof = folder / f"{stem}-softproof.png"
            written["softproof"] = str(_soft_proof(page, plates, proof, beside=args.beside))
    except OutputError:
        raise
    except BanxinError as exc:
        diagnostics = unmade(exc, Path(page.source), "PLATES.fault")
        tell(from_here(diagnostics, Path(page.source)), args.lang, quiet=args.quiet)
        results.append(_failed(page.source, diagnostics, args))
        return PROBLEMS
    results.append({"file": page.source, **as_json(plates, found, written, args.lang)})
    if not args.json and not (args.quiet and found.good and not plates.missed):
        head = said("part.plates-page", page=plates.page, dpi=plates.dpi, by=maker(plates))
        say(head.words(args.lang))
        for line in table(list(rows(plates, found, args.lang))):
            say(f"  {line}")
    whole = not any(missed.key in DAMAGE for missed in plates.missed)
    return GOOD if found.good and whole else PROBLEMS


def _soft_proof(page: Separations, plates: Plates, path: Path, *, beside: bool) -> Path:
    """The page as its paper shows it, written; beside its picture on a screen where that is
    asked."""
    from layout.plates.softproof import proof_png

    profile = page.profile()
    if profile is None:
        raise PlateError(said("part.plates-no-profile"))
    return write_file(path, proof_png(plates, profile, page.screen() if beside else None))


def _profile_of(document: Any, folder: Path) -> Any:
    """The profile that a PDF says it is printed by; else the project's, or the shipped one."""
    from layout.pdf.identity import read_identity
    from layout.pictures.profile import ProfileError, find_profile, read_profile

    for intent in read_identity(document).intents:
        if intent.profile:
            try:
                return read_profile(intent.profile, intent.identifier or "OutputIntent")
            except ProfileError:
                continue  # of a screen, or damaged: preflight's to tell
    return find_profile(Files(root=folder))


def _failed(
    name: str, diagnostics: tuple[Diagnostic, ...], args: argparse.Namespace
) -> dict[str, object]:
    return {"file": name, "diagnostics": [d.as_json(args.lang) for d in diagnostics]}
