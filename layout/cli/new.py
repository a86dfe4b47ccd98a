"""banxin new: an empty folder becomes a small edition that builds, or a frame of another day."""

import argparse
import datetime
from pathlib import Path
from typing import Any

from layout.cli import BAD_USE, GOOD, PROBLEMS
from layout.cli.report import remark, say, say_json, tell
from layout.diagnostics import Diagnostic, StopError, error, shown
from layout.files import WriteError
from layout.starter import FORMATS, MOST_PAGES, date_in, make_edition
from layout.words.said import Said, said

PAGES = 4


def add_parser(commands: Any) -> None:
    """The options of `banxin new`."""
    parser = commands.add_parser("new")
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--format", choices=FORMATS)
    parser.add_argument("--pages", type=int, metavar="N")
    parser.add_argument("--from", dest="edition", metavar="EDITION")
    parser.add_argument("--date", metavar="DATE")
    parser.add_argument("--keep", action="append", default=[], metavar="NAME")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-q", "--quiet", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Make the folder; say what is in it and what comes next."""
    fault = _unfit(args)
    if fault is not None:
        remark("banxin new", fault, args.lang)
        return BAD_USE
    report: dict[str, Any] = {"folder": args.name, "written": []}
    found: tuple[Diagnostic, ...] = ()
    status = GOOD
    done: Said | None = None
    try:
        if args.edition is None:
            done = _begun(args, report)
        else:
            done, found = _framed(args, report)
    except StopError as stop:
        found, status = stop.diagnostics, BAD_USE
    except WriteError as exc:
        found, status = (error("NEW-FOLDER.write", fault=exc.args[0]),), PROBLEMS
    tell(found, args.lang, quiet=args.quiet)
    if args.json:
        say_json(report | {"diagnostics": [d.as_json(args.lang) for d in found]})
    elif done is not None and not args.quiet:
        for file in report["written"]:
            say(f"{shown(args.name, 200)}/{file}")
        say(done.words(args.lang))
    return status


def _begun(args: argparse.Namespace, report: dict[str, Any]) -> Said:
    """A small edition of its own."""
    kind, pages = args.format or FORMATS[0], PAGES if args.pages is None else args.pages
    report |= {"format": kind, "pages": pages}
    made = make_edition(Path(args.name), kind=kind, pages=pages, lang=args.lang)
    report["written"] = list(made.written)
    return said("part.new-done", folder=shown(args.name, 200), pages=pages)


def _framed(
    args: argparse.Namespace, report: dict[str, Any]
) -> tuple[Said, tuple[Diagnostic, ...]]:
    """An edition of another day as a frame."""
    from layout.starter.frame import frame_of  # most folders begin from nothing

    folder = Path(args.name)
    made = frame_of(Path(args.edition), folder, date=_day(args), keep=args.keep)
    report |= {
        "from": args.edition,
        "written": list(made.starter.written),
        "emptied": list(made.emptied),
        "kept": list(made.kept),
    }
    done = said(
        "part.frame-done", folder=shown(args.name, 200), date=_day(args).isoformat(),
        emptied=len(made.emptied), kept=len(made.kept),
    )  # fmt: skip
    return done, made.remarks


def _unfit(args: argparse.Namespace) -> Said | None:
    """What is wrong with how the options are put together."""
    if args.edition is None:
        for option in ("date", "keep"):
            if getattr(args, option):
                return said("USE.frame-only", option=f"--{option}")
        if args.pages is not None and not 1 <= args.pages <= MOST_PAGES:
            return said("USE.range", option="--pages", least=1, most=MOST_PAGES, value=args.pages)
        return None
    for option in ("format", "pages"):
        if getattr(args, option) is not None:
            return said("USE.of-the-frame", option=f"--{option}")
    try:
        _day(args)
    except ValueError:
        key = "USE.no-date" if args.date is None else "USE.date"
        return said(key, given=shown(args.date or ""))
    return None


def _day(args: argparse.Namespace) -> datetime.date:
    """The date of issue. Raises `ValueError` where none is given, or it is no date."""
    if args.date is not None:
        if len(args.date) != 10:
            raise ValueError(args.date)
        return datetime.date.fromisoformat(args.date)
    found = date_in(Path(args.name).name)
    if found is None:
        raise ValueError(args.name)
    return found
