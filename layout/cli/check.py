"""banxin check: what a good sub tells the editor of a page."""

import argparse
from pathlib import Path
from typing import Any

from layout.api import Session
from layout.check.engine import Accepted
from layout.check.makeup.subject import PageFacts
from layout.check.report import as_json, text
from layout.check.run import PageReport, check_page
from layout.cli.report import say, say_json, tell, unmade
from layout.cli.specs import Specs
from layout.console import OutputError
from layout.diagnostics import StopError
from layout.errors import BanxinError
from layout.making.fromhere import from_here
from layout.record import replace
from layout.words.said import Language


def add_parser(commands: Any) -> None:
    """The options of `banxin check`."""
    parser = commands.add_parser("check")
    parser.add_argument("spec", nargs="+")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-q", "--quiet", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Check every page asked for; one that cannot be made does not stop the others."""
    session = Session()
    specs = Specs(session, args.spec, args.lang, quiet=args.quiet)
    results: list[dict[str, object]] = [
        {"spec": given, "diagnostics": [d.as_json(args.lang) for d in found]}
        for given, found in specs.failed
    ]
    known: dict[Path, PageFacts | StopError] = {}
    for spec in specs:
        try:
            report = check_page(session.page(spec, overrides=args.set), known)
        except OutputError:
            raise
        except BanxinError as exc:
            found = unmade(exc, spec, "CHECK.fault")
            tell(from_here(found, spec), args.lang, quiet=args.quiet)
            specs.judge(found)
            results.append(
                {"spec": str(spec), "diagnostics": [d.as_json(args.lang) for d in found]}
            )
            continue
        specs.judge(report.diagnostics)
        results.append({"spec": str(spec), **as_json(report, args.lang)})
        if not args.json:
            _say(_from_here(report, spec), args.lang, quiet=args.quiet)
    if args.json:
        say_json({"pages": results})
    return specs.status


def _from_here(report: PageReport, spec: Path) -> PageReport:
    """The report on a page, with its places so."""
    accepted = [
        Accepted(diagnostic=from_here([one.diagnostic], spec)[0], why=one.why)
        for one in report.accepted
    ]
    return replace(
        report, diagnostics=from_here(report.diagnostics, spec), accepted=tuple(accepted)
    )


def _say(report: PageReport, lang: Language, *, quiet: bool) -> None:
    rows = list(text(report, lang))
    if quiet:
        rows = [d.line(lang) for d in report.diagnostics if d.severity == "error"] + rows[-1:]
    for row in rows:
        say(row)
