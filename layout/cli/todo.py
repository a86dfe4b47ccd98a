"""banxin todo: what of an edition is still empty, or stands in for what is to come."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

from layout.api import ComposedPage, Session
from layout.cli import GOOD, PROBLEMS
from layout.cli.report import say, say_json, tell, unmade
from layout.cli.specs import Specs
from layout.console import OutputError
from layout.diagnostics import Diagnostic, warning
from layout.errors import BanxinError
from layout.making.fromhere import from_here
from layout.starter.frame import FILLER, PENDING
from layout.words.said import said

TO_COME = frozenset(
    {"STANDS-IN", "FACE-STANDS-IN", "UNDERSET", "EMPTY-STORY", "MISSING-FILE", "TODO"}
)
"""Findings of what is not there yet: words, pictures and faces that stand in, columns that are
not full, files that are named and not there."""


def add_parser(commands: Any) -> None:
    """The options of `banxin todo`."""
    parser = commands.add_parser("todo")
    parser.add_argument("spec", nargs="+")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """List it, page by page."""
    session = Session()
    specs = Specs(session, args.spec, args.lang, quiet=False)
    results: list[dict[str, object]] = []
    left = 0
    for spec in specs:
        name = spec.stem
        try:
            page = session.page(spec)
            name, found = page.name, (*page.diagnostics, *_pending(page))
        except OutputError:
            raise
        except BanxinError as exc:
            found = unmade(exc, spec, "CHECK.fault")
            others = [d for d in found if d.severity == "error" and d.code not in TO_COME]
            tell(from_here(others, spec), args.lang)
            specs.judge(others)
        to_come = [d for d in found if d.code in TO_COME]
        left += len(to_come)
        results.append({"page": name, "to_come": [d.as_json(args.lang) for d in to_come]})
        if not args.json:
            _say(name, from_here(to_come, spec), args)
    if args.json:
        say_json({"pages": results})
    elif results:
        key = "part.todo-left" if left else "part.todo-none"
        say(said(key, things=left, pages=len(results)).words(args.lang))
    return max(specs.status, PROBLEMS if left else GOOD)


def _say(name: str, to_come: Sequence[Diagnostic], args: argparse.Namespace) -> None:
    say(f"== {name} ==")
    for found in to_come:
        say(found.line(args.lang))


def _pending(page: ComposedPage) -> Iterator[Diagnostic]:
    """Words of `banxin new --from` that nobody has replaced, whatever the mark beside them says."""
    for story in page.composed.sources.stories:
        if story is None:
            continue
        for key, words in PENDING.items():
            value = getattr(story.front, key) or ""
            if words in value:
                yield warning("TODO.pending", story.front.place_of(key), path=key, words=value)
        first = story.paragraphs[0]
        if first.text.startswith(FILLER) and not story.front.stands_in:
            yield warning("TODO.pending-text", first.place_at(0), words=FILLER)
