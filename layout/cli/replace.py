"""banxin replace: words of all stories of an edition put in place of others."""

import argparse
from pathlib import Path
from typing import Any

from layout.cli import BAD_USE, GOOD, PROBLEMS
from layout.cli.find import as_json, say_count, say_places, search
from layout.cli.report import say, say_json, tell
from layout.desk.replace import left, replace_all, to_change
from layout.diagnostics import Diagnostic, StopError, error
from layout.files import WriteError
from layout.making.fromhere import from_here
from layout.words.said import said


def add_parser(commands: Any) -> None:
    """The options of `banxin replace`."""
    parser = commands.add_parser("replace")
    parser.add_argument("words", metavar="WORDS")
    parser.add_argument("new", metavar="NEW")
    parser.add_argument("spec", metavar="EDITION")
    parser.add_argument("--except", dest="besides", action="append", default=[], metavar="WORDS")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """List the places, and write the files when asked to."""
    searched = search(args, "banxin replace", args.new)
    if searched is None:
        return BAD_USE
    read, found = searched
    stories = to_change(found)
    told: list[Diagnostic] = [*read.faults, *left(found)]
    written: tuple[str, ...] = ()
    status = GOOD if stories and not read.faults else PROBLEMS
    if args.write and stories:
        if read.faults:
            told.append(error("WORDS.unread"))
        else:
            try:
                written = replace_all(read, found, args.new)
            except (StopError, WriteError) as exc:
                status = PROBLEMS
                told += exc.diagnostics if isinstance(exc, StopError) else (
                    error("WORDS.write", fault=exc.args[0]),
                )  # fmt: skip
    spec = Path(args.spec)
    tell(from_here(told, spec), args.lang)
    if args.json:
        say_json({**as_json(found, told, args.lang), "new": args.new, "written": list(written)})
        return status
    say_places(stories, spec, args.lang, args.new)
    say_count(stories, args.words, args.lang)
    if written:
        say(said("part.files-changed", files=len(written)).words(args.lang))
    elif stories and not args.write:
        say(said("part.nothing-changed").words(args.lang))
    return status
