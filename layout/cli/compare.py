"""banxin compare: what differs between builds, PDFs, specs, states of git; a page and its scan."""

import argparse
import contextlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from layout.cli import BAD_USE, GOOD, PROBLEMS
from layout.cli.report import note, remark, say, say_json, tell
from layout.compare.report import as_json, lines
from layout.compare.run import DPI, TOLERANCE_MM, CompareOptions, Comparing, Work
from layout.compare.side import CompareError
from layout.compare.sides import (
    SPECS,
    Composer,
    Given,
    Sides,
    neighbours_of,
    path_of,
    sides_of,
    taken_apart,
)
from layout.console import OutputError
from layout.diagnostics import Diagnostic, StopError, error, shown
from layout.environment import cores
from layout.errors import BanxinError
from layout.files import FreeNames, write_file
from layout.record import replace
from layout.words.said import Said, said

if TYPE_CHECKING:
    from layout.compare.changes import Comparison, PageResult
    from layout.compare.scan.model import ScanFile
    from layout.compare.scan.several import PageOfScan

SCANS: Final = frozenset(
    {".png", ".jpg", ".jpeg", ".jpe", ".tif", ".tiff", ".webp", ".bmp", ".jp2", ".j2k", ".gif"}
)
"""What is a picture of a printed page by its name."""
SAME: Final = GOOD
DIFFER: Final = PROBLEMS
TROUBLE: Final = BAD_USE
"""As of diff and cmp: what cannot be compared is neither the same nor different."""


def add_parser(commands: Any) -> None:
    """The options of `banxin compare`."""
    parser = commands.add_parser("compare")
    parser.add_argument("a")
    parser.add_argument("b", nargs="?")
    parser.add_argument("--at", metavar="REV")
    parser.add_argument("-o", "--out", metavar="DIR")
    parser.add_argument("--tolerance", type=float, metavar="MM")
    parser.add_argument("--dpi", type=float)
    parser.add_argument("--pixels", action="store_true")
    parser.add_argument("--scan", action="store_true")
    parser.add_argument("--points", metavar="POINTS")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-q", "--quiet", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Compare A with B: 0 for the same, 1 where they differ, 2 where it cannot be said."""
    told = _unfit(args)
    if told is not None:
        remark("banxin compare", told, args.lang)
        return BAD_USE
    scan = args.b is not None and (args.scan or _is_scan(args))
    try:
        return _scan(args) if scan else _compare(args)
    except OutputError:
        raise
    except BanxinError as exc:
        tell(_diagnostics(exc), args.lang)
        return TROUBLE


def _is_scan(args: argparse.Namespace) -> bool:
    """Whether B is a scan by its name, or a PDF of nothing but pictures while A is none."""
    if Path(args.b).suffix.lower() in SCANS or _pictures_in(Path(args.b)):
        return True
    if args.pixels or Path(args.b).suffix.lower() != ".pdf":
        return False
    return _pictures_alone(Path(args.b)) and not _pictures_alone(Path(args.a))


def _pictures_in(path: Path) -> bool:
    """Whether a folder has pictures, and nothing else that could be compared."""
    try:
        kinds = {file.suffix.lower() for file in path.iterdir()} if path.is_dir() else set()
    except OSError:  # it is told where it is compared
        return False
    return not SCANS.isdisjoint(kinds) and kinds.isdisjoint({".pdf", ".txt", *SPECS})


def _pictures_alone(path: Path) -> bool:
    """Whether a file is a PDF that has nothing but pictures, as a scanner writes it."""
    if path.suffix.lower() != ".pdf" or not path.is_file():
        return False
    from layout.environment import Files
    from layout.render.png import PdfPages

    try:
        document = PdfPages(Files(root=path.parent).read(path, MOST_SCAN))
    except BanxinError:  # it is told where it is compared
        return False
    try:
        return document.pictures_alone()
    except BanxinError:
        return False
    finally:
        document.close()


def _diagnostics(exc: BanxinError) -> tuple[Diagnostic, ...]:
    if isinstance(exc, StopError):
        return exc.diagnostics
    return (error("COMPARE.fault", why=exc.args[0]),)


def _unfit(args: argparse.Namespace) -> Said | None:
    """Why the options cannot be followed; None when they can."""
    if args.dpi is not None and not 20 <= args.dpi <= 1200:
        return said("USE.range", option="--dpi", least=20, most=1200, value=args.dpi)
    if args.tolerance is not None and not 0 <= args.tolerance <= 50:
        return said("USE.range", option="--tolerance", least=0, most=50, value=args.tolerance)
    if args.b is None and args.at is None:
        return said("USE.compare-one", file=shown(args.a, 200))
    if args.points is not None and args.b is None:
        return said("USE.compare-points")
    return None


def _givens(args: argparse.Namespace) -> tuple[Given, Given]:
    """A and B, taken apart: `--at` is the state of A, and B alone is what stands there now."""
    a = taken_apart(args.a, args.b or "")
    b = taken_apart(args.b, args.a) if args.b is not None else Given(path_of(args.a))
    return (Given(a.path, args.at) if args.at else a), b


def _compare(args: argparse.Namespace) -> int:
    tolerance = TOLERANCE_MM if args.tolerance is None else args.tolerance
    options = CompareOptions(
        tolerance=tolerance, dpi=DPI if args.dpi is None else args.dpi, pixels=args.pixels
    )
    with contextlib.ExitStack() as stack:
        composer = Composer()
        given_a, given_b = _givens(args)
        a, b = (_sides(one, composer, stack) for one in (given_a, given_b))
        comparing = Comparing(a, b, options, _shared_out)
        found = comparing.comparison()
        written = list(_written(comparing, found, args)) if args.out is not None else []
    if args.json:
        say_json(as_json(found, options, written, args.lang))
    elif not args.quiet:
        with contextlib.suppress(BrokenPipeError):  # who reads the first rows alone is told no less
            for line in lines(found, args.lang):
                say(line)
            for name in written:
                note(name)
    return DIFFER if found.differs else SAME


def _shared_out(work: Work, count: int) -> "Iterator[tuple[int, PageResult | BanxinError]]":
    """Pages that are drawn, by all cores."""
    from layout.workers import Died, share_out  # two display lists need none of it

    for number, found in share_out(work, count, cores()):
        yield number, work(number) if isinstance(found, Died) else found


def _sides(given: Given, composer: Composer, stack: contextlib.ExitStack) -> Sides:
    """The pages of an argument; a state of git is read into a folder that goes at the end."""
    if not given.rev:
        return sides_of(given, composer)
    from layout.compare.gitstate import state_of  # another program, for few comparisons

    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="banxin-compare-"))
    state = state_of(given.path, given.rev, Path(folder))
    found = sides_of(given, composer, state.path)
    return replace(found, notes=(*state.notes, *found.notes))


def _written(comparing: Comparing, found: "Comparison", args: argparse.Namespace) -> Iterator[str]:
    """Write the report: one HTML, a picture a page, what it says as text and as JSON."""
    from layout.compare.html import files  # Jinja2, NumPy, Pillow, pdfium

    for name, data in files(comparing, found, args.lang):
        yield str(write_file(Path(args.out) / name, data))


def _scan(args: argparse.Namespace) -> int:
    """Compare pages of A with scans of their print."""
    # Read when NumPy is loaded. Its threads would only wait for one another over small matrices.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from layout.compare.scan.model import ScanOptions
    from layout.compare.scan.points import parse_points
    from layout.compare.scan.run import compare_scans

    with contextlib.ExitStack() as stack:
        composer = Composer()
        given = _givens(args)[0]
        sides = _sides(given, composer, stack)
        options = ScanOptions(
            dpi=args.dpi or 0.0, points=parse_points(args.points) if args.points else (),
            tolerance_mm=args.tolerance, lang=args.lang,
        )  # fmt: skip
        beside = partial(neighbours_of, given, composer)
        found = compare_scans(sides.pages, _scans(Path(args.b), args.b), options, beside)
        written = list(_scans_written(sides, found, args)) if args.out is not None else []
    for one in found:
        if one.report is not None:
            tell(one.report.found, args.lang, quiet=args.quiet)
    return _scans_told(sides, found, written, args)


MOST_SCAN: Final = 1 << 30
"""Bytes of a scan."""


def _scans(path: Path, given: str) -> "list[ScanFile]":
    """The files of a scan: one, or those of a folder by name. Raises `CompareError`."""
    from layout.compare.scan.model import ScanFile
    from layout.environment import Files

    kinds = SCANS | {".pdf"}
    files = [path]
    if path.is_dir():
        files = sorted(f for f in path.iterdir() if f.is_file() and f.suffix.lower() in kinds)
        if not files:
            raise CompareError(said("part.compare-no-scans", folder=shown(given, 200)))
    out = []
    for file in files:
        try:
            data = Files(root=file.parent).read(file, MOST_SCAN)
        except BanxinError as exc:
            name = shown(given if file == path else str(file), 200)
            raise CompareError(said("part.compare-unmade", file=name, fault=exc.args[0])) from exc
        out.append(ScanFile(name=shown(file.name, 200), data=data))
    return out


def _scans_written(
    sides: Sides, found: "Sequence[PageOfScan]", args: argparse.Namespace
) -> Iterator[str]:
    names = FreeNames()
    for one in found:
        if one.report is None or one.page is None:
            continue
        for name, made in one.report.files(names.take(sides.pages[one.page].stem), args.lang):
            yield str(write_file(Path(args.out) / name, made))


def _scans_told(
    sides: Sides, found: "Sequence[PageOfScan]", written: list[str], args: argparse.Namespace
) -> int:
    """Say what came of scans, and by what status."""
    from layout.compare.scan.several import alone, as_json, status_of, summary, without

    missing = list(without(sides.pages, found))
    if args.json:
        say_json({**as_json(sides.pages, found, args.lang), "written": written})
    elif not args.quiet:
        for one in found:
            for line in one.lines(args.lang):
                say(line)
        if not alone(sides.pages, found):
            for told in (*missing, summary(found)):
                say(told.words(args.lang))
        for name in written:
            note(name)
    return {"same": SAME, "differ": DIFFER, "lost": TROUBLE}[status_of(sides.pages, found)]
