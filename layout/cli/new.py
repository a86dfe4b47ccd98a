"""banxin new: an empty folder becomes a small edition that builds."""

import argparse
from pathlib import Path
from typing import Any, Final

from layout.cli import BAD_USE, GOOD, PROBLEMS
from layout.cli.report import remark, say, say_json, tell
from layout.diagnostics import Diagnostic, StopError, error, shown
from layout.files import WriteError
from layout.starter import FORMATS, MOST_PAGES, make_edition
from layout.words.said import counted, said

_HELP: Final = """\
NAME becomes a folder with a front page A1 and the pages behind it, stories, styles, and drawn
pictures. It builds as it is; all its texts say how to put your own in their place, and are marked
`stands_in: true`, so that `banxin build --final` makes nothing of a page until they are gone.

  banxin new my-paper                                 对开, A1 to A4
  banxin new my-paper --format tabloid --pages 1      四开, A1 alone
  banxin new special-2026-05-04                       its date of issue is that of its name

A relative NAME stays inside this folder; a whole path is taken as it is. A folder that holds
anything is left as it is, and a new one is whole or not there.

--json prints {"folder", "format", "pages", "written": [...], "diagnostics": [...]}.

Exit status: 0 good, 1 it cannot be written, 2 bad use."""


def add_parser(commands: Any) -> None:
    """The options of `banxin new`."""
    parser = commands.add_parser(
        "new",
        help="a small edition that builds at once",
        description="Make a folder with a small edition that builds at once.",
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", metavar="NAME", help="the folder to make")
    parser.add_argument(
        "--format", choices=FORMATS, default=FORMATS[0], help=f"对开 or 四开 ({FORMATS[0]})"
    )
    parser.add_argument(
        "--pages", type=int, default=4, metavar="N", help=f"how many, 1 to {MOST_PAGES} (4)"
    )
    parser.add_argument("--json", action="store_true", help="what was made, as JSON")
    parser.add_argument("-q", "--quiet", action="store_true", help="errors only")


def run(args: argparse.Namespace) -> int:
    """Make the folder; say what is in it and what comes next."""
    if not 1 <= args.pages <= MOST_PAGES:
        fault = said("USE.range", option="--pages", least=1, most=MOST_PAGES, value=args.pages)
        remark("banxin new", fault)
        return BAD_USE
    folder = Path(args.name)
    written: tuple[str, ...] = ()
    found: tuple[Diagnostic, ...] = ()
    status = GOOD
    try:
        written = make_edition(folder, kind=args.format, pages=args.pages).written
    except StopError as stop:
        found, status = stop.diagnostics, BAD_USE
    except WriteError as exc:
        found, status = (error("NEW-FOLDER.write", fault=exc.args[0]),), PROBLEMS
    tell(found)
    if args.json:
        report = {
            "folder": args.name,
            "format": args.format,
            "pages": args.pages,
            "written": list(written),
            "diagnostics": [d.as_json() for d in found],
        }
        say_json(report)
    elif written and not args.quiet:
        name = shown(args.name, 200)
        for file in written:
            say(f"{name}/{file}")
        say(f"{name}: {counted(args.pages, 'page')}; now: banxin build {name} --to pdf,png")
    return status
