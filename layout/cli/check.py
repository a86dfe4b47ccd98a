"""banxin check: what a good sub tells the editor of a page."""

import argparse
from pathlib import Path
from typing import Any

from layout.api import Session
from layout.check.makeup.subject import PageFacts
from layout.check.report import as_json, text
from layout.check.run import PageReport, check_page
from layout.cli.report import say, say_json, tell
from layout.cli.specs import Specs
from layout.console import OutputError
from layout.diagnostics import StopError, error
from layout.errors import BanxinError

_HELP = """\
Each page is composed, and what is drawn is looked at: headlines that collide (碰题 题压题 背题),
lines that cut the page (断版 通缝), columns (孤行 孤字 溢文 欠文 栏不齐 错行 跳栏), ink outside the
type area, loose lines, prohibitions (禁则), families of type, captions, 导读; and what the spec
states of the print. Then how every story fits, in 行 and 字. docs/checks.md has the list with its
reasons.

  banxin check specs/zhuzhou-2019-09-20/B1.yaml
  banxin check specs/zhuzhou-2019-09-20 --json
  banxin check B1.yaml --set checks.WIDOW=skip

Thresholds, severities and accepted findings stand in the page or its edition, under `checks:`.

Exit status: 0 good, 1 a check reports an error, 2 bad use."""


def add_parser(commands: Any) -> None:
    """The options of `banxin check`."""
    parser = commands.add_parser(
        "check",
        help="layout checks: headlines, columns, lines, copyfit",
        description="Check pages as an editor does before they go to press.",
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("spec", nargs="+", help="page spec, edition file or edition folder")
    parser.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE", help="change one value"
    )
    parser.add_argument("--json", action="store_true", help="all findings as JSON")
    parser.add_argument("-q", "--quiet", action="store_true", help="errors and the count only")


def run(args: argparse.Namespace) -> int:
    """Check every page asked for; one that cannot be made does not stop the others."""
    session = Session()
    specs = Specs(session, args.spec, quiet=args.quiet)
    results: list[dict[str, object]] = [
        {"spec": given, "diagnostics": [d.as_json() for d in found]}
        for given, found in specs.failed
    ]
    known: dict[Path, PageFacts | StopError] = {}
    for spec in specs:
        try:
            report = check_page(session.page(spec, overrides=args.set), known)
        except OutputError:
            raise
        except BanxinError as exc:
            found = exc.diagnostics if isinstance(exc, StopError) else ()
            found = found or (error("CHECK.fault", file=spec.name, fault=exc.args[0]),)
            tell(found, quiet=args.quiet)
            specs.judge(found)
            results.append({"spec": str(spec), "diagnostics": [d.as_json() for d in found]})
            continue
        specs.judge(report.diagnostics)
        results.append({"spec": str(spec), **as_json(report)})
        if not args.json:
            _say(report, quiet=args.quiet)
    if args.json:
        say_json({"pages": results})
    return specs.status


def _say(report: PageReport, *, quiet: bool) -> None:
    rows = list(text(report))
    if quiet:
        rows = [str(d) for d in report.diagnostics if d.severity == "error"] + rows[-1:]
    for row in rows:
        say(row)
