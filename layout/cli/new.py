"""banxin new: an empty folder becomes a small edition that builds."""

import argparse
from pathlib import Path
from typing import Any

from layout.cli import BAD_USE, GOOD, PROBLEMS
from layout.cli.report import remark, say, say_json, tell
from layout.diagnostics import Diagnostic, StopError, error, shown
from layout.files import WriteError
from layout.starter import FORMATS, MOST_PAGES, make_edition
from layout.words.said import said


def add_parser(commands: Any) -> None:
    """The options of `banxin new`."""
    parser = commands.add_parser(
        "new",
    )
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--format", choices=FORMATS, default=FORMATS[0])
    parser.add_argument("--pages", type=int, default=4, metavar="N")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-q", "--quiet", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Make the folder; say what is in it and what comes next."""
    if not 1 <= args.pages <= MOST_PAGES:
        fault = said("USE.range", option="--pages", least=1, most=MOST_PAGES, value=args.pages)
        remark("banxin new", fault, args.lang)
        return BAD_USE
    folder = Path(args.name)
    written: tuple[str, ...] = ()
    found: tuple[Diagnostic, ...] = ()
    status = GOOD
    try:
        written = make_edition(folder, kind=args.format, pages=args.pages, lang=args.lang).written
    except StopError as stop:
        found, status = stop.diagnostics, BAD_USE
    except WriteError as exc:
        found, status = (error("NEW-FOLDER.write", fault=exc.args[0]),), PROBLEMS
    tell(found, args.lang)
    if args.json:
        report = {
            "folder": args.name,
            "format": args.format,
            "pages": args.pages,
            "written": list(written),
            "diagnostics": [d.as_json(args.lang) for d in found],
        }
        say_json(report)
    elif written and not args.quiet:
        name = shown(args.name, 200)
        for file in written:
            say(f"{name}/{file}")
        done = said("part.new-done", folder=name, pages=args.pages)
        say(done.words(args.lang))
    return status
