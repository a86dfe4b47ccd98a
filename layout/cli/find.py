"""banxin find: where words stand in the stories of an edition."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from layout.cli import BAD_USE, GOOD, PROBLEMS
from layout.cli.report import remark, say, say_json, tell
from layout.desk.paper import Paper, paper
from layout.desk.replace import Places, places, unfit
from layout.desk.words import WordPlace
from layout.diagnostics import Diagnostic, StopError
from layout.making.fromhere import file_from_here, from_here
from layout.words.said import Language, said


def add_parser(commands: Any) -> None:
    """The options of `banxin find`."""
    parser = commands.add_parser("find")
    parser.add_argument("words", metavar="WORDS")
    parser.add_argument("spec", metavar="EDITION")
    parser.add_argument("--except", dest="besides", action="append", default=[], metavar="WORDS")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """List the places."""
    searched = search(args, "banxin find")
    if searched is None:
        return BAD_USE
    read, found = searched
    tell(from_here(read.faults, Path(args.spec)), args.lang)
    if args.json:
        say_json(as_json(found, read.faults, args.lang))
    else:
        say_places(found, Path(args.spec), args.lang)
        say_count(found, args.words, args.lang)
    return PROBLEMS if read.faults or not found else GOOD


def search(
    args: argparse.Namespace, command: str, new: str | None = None
) -> tuple[Paper, list[Places]] | None:
    """The paper that a command was given, and where the words stand in it; None, and told, where
    what is asked for cannot be done."""
    fault = unfit(args.words, new, args.besides)
    if fault is not None:
        remark(command, fault.said, args.lang)
        return None
    try:
        read = paper(Path(args.spec))
    except StopError as stop:
        tell(from_here(stop.diagnostics, Path(args.spec)), args.lang)
        return None
    return read, list(places(read, args.words, args.besides))


def say_places(found: Sequence[Places], spec: Path, lang: Language, new: str | None = None) -> None:
    """A row for each place, with what stands round it and, in a story, what would stand there."""
    for one in found:
        file = file_from_here(one.copy.label, spec)
        for place in one.found:
            key = "part.place-of-words" if new is None or one.copy.spec else "part.place-changed"
            told = said(
                key, file=file, line=place.line, column=place.column,
                before=place.before, words=_in_a_row(place), after=place.after, new=new or "",
            )  # fmt: skip
            say(told.words(lang))


def say_count(found: Sequence[Places], words: str, lang: Language) -> None:
    """How many places in how many files."""
    key = "part.places-counted" if found else "part.places-none"
    count = sum(len(one.found) for one in found)
    say(said(key, words=words, places=count, files=len(found)).words(lang))


def as_json(
    found: Sequence[Places], faults: Sequence[Diagnostic], lang: Language
) -> dict[str, Any]:
    """The places and what could not be read."""
    return {
        "places": [
            {
                "file": one.copy.label,
                "line": place.line,
                "column": place.column,
                "before": place.before,
                "words": place.words,
                "after": place.after,
                "spec": one.copy.spec,
                "parted": place.parted,
            }
            for one in found
            for place in one.found
        ],
        "diagnostics": [d.as_json(lang) for d in faults],
    }


def _in_a_row(place: WordPlace) -> str:
    return "".join(place.words.splitlines())
