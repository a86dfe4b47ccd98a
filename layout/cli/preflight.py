"""banxin preflight: a PDF of anyone's, judged before it goes to plate."""

import argparse
from pathlib import Path
from typing import Any, Final

from layout.check.press.profile import Rules, find_rules
from layout.check.press.report import as_json, text
from layout.check.press.run import FileReport, preflight, unread_file
from layout.cli import BAD_USE, GOOD, PROBLEMS
from layout.cli.report import note, say, say_json, tell
from layout.console import OutputError
from layout.diagnostics import StopError, shown
from layout.environment import Files, PathError
from layout.errors import BanxinError
from layout.files import FreeNames
from layout.pdf.limits import LIMITS, PdfError
from layout.words.said import Language, said

DEFAULT: Final = "newspaper-x4"


def add_parser(commands: Any) -> None:
    """The options of `banxin preflight`."""
    parser = commands.add_parser("preflight")
    parser.add_argument("file", nargs="+")
    parser.add_argument("--profile", default=DEFAULT, metavar="NAME|PATH")
    parser.add_argument("--picture", metavar="DIR")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-q", "--quiet", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Preflight every file; one that cannot be read does not stop the others."""
    try:
        rules = find_rules(args.profile)
    except StopError as stop:
        tell(stop.diagnostics, args.lang)
        return BAD_USE
    status = GOOD
    results: list[dict[str, object]] = []
    names = FreeNames()
    for name in args.file:
        report, data = _one(name, rules)
        if not report.clean:
            status = PROBLEMS
        if args.json:
            results.append(as_json(report, args.lang))
        else:
            _say(report, args.lang, quiet=args.quiet)
        if args.picture and data is not None:
            status = max(status, _pictures(report, data, names, args))
    if args.json:
        say_json({"files": results})
    return status


def _one(name: str, rules: Rules) -> tuple[FileReport, bytes | None]:
    """The report of a file, with its bytes where they could be read."""
    path = Path(name)
    try:
        data = Files(root=path.parent).read(path, LIMITS.file)
    except PathError as exc:
        return unread_file(shown(name, 200), PdfError(exc.args[0]), rules), None
    return preflight(data, shown(name, 200), rules), data


def _say(report: FileReport, lang: Language, *, quiet: bool) -> None:
    rows = list(text(report, lang))
    if quiet:
        rows = [d.line(lang) for d in report.found if d.severity == "error"] + rows[-1:]
    for row in rows:
        say(row)


def _pictures(report: FileReport, data: bytes, names: FreeNames, args: argparse.Namespace) -> int:
    """Write the pages that have findings as pictures; the exit status of that."""
    from layout.check.press.picture import write_pictures  # pdfium and Pillow: for those who ask

    try:
        written = write_pictures(report, data, Path(args.picture), names)
    except OutputError:
        raise
    except BanxinError as exc:
        note(said("part.preflight-no-picture", file=report.file, why=exc.args[0]).words(args.lang))
        return PROBLEMS
    for path in () if args.json or args.quiet else written:
        say(str(path))
    return GOOD
