"""banxin build: page specs to PDF, PNG and HTML."""

import argparse
from pathlib import Path
from typing import Any

from layout.api import RENDERERS, Session
from layout.cli import BAD_USE
from layout.cli.report import counted, note, say, say_json, tell
from layout.cli.specs import Specs
from layout.diagnostics import Diagnostic, shown
from layout.output import flush
from layout.preview.make import FORMATS, build_one

_HELP = """\
SPEC is a page (B1.yaml), an edition (edition.yaml) or an edition's folder. Each page becomes
out/NAME.pdf, NAME being its own `page:`.

  banxin build specs/zhuzhou-2019-09-20/B1.yaml
  banxin build B1.yaml --to pdf,png --dpi 200 -o proofs
  banxin build B1.yaml --set blocks.picture.at.lines=21-50     for this build only
  banxin build B1.yaml --watch                                 again whenever a file is saved

Text that does not fit (overset) is left off the page: its characters and lines are counted and
reported, all the rest is drawn, and the command ends with status 1. A character that no face has
stops the page: it is not written. The last lines, one a page, say what came of it.

Exit status: 0 good, 1 problems found in the work, 2 bad use."""


def add_parser(commands: Any) -> None:
    """The options of `banxin build`."""
    parser = commands.add_parser(
        "build",
        help="make pages: PDF, PNG, HTML",
        description="Make newspaper pages from their specs.",
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("spec", nargs="+", help="page spec, edition file or edition folder")
    parser.add_argument("-o", "--out", default="out", help="folder for what is made (out)")
    parser.add_argument("--to", default="pdf", help=f"what to make: {','.join(FORMATS)} (pdf)")
    parser.add_argument(
        "--renderer", choices=RENDERERS, default="press", help="maker of the PDF (press)"
    )
    parser.add_argument("--dpi", type=float, default=150.0, help="resolution of the PNG (150)")
    parser.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE", help="change one value"
    )
    parser.add_argument(
        "--final", action="store_true", help="refuse a page on which anything stands in"
    )
    parser.add_argument("--watch", action="store_true", help="make again when a file is saved")
    parser.add_argument("--json", action="store_true", help="what was made and found, as JSON")
    parser.add_argument("-q", "--quiet", action="store_true", help="errors only")


def run(args: argparse.Namespace) -> int:
    """Make every page asked for; one bad page does not stop the others."""
    formats = [f.strip() for f in args.to.split(",") if f.strip()]
    unknown = [f for f in formats if f not in FORMATS]
    if unknown or not formats:
        note(
            f"banxin build: --to takes {', '.join(FORMATS)}, not {', '.join(unknown) or 'nothing'}"
        )
        return BAD_USE
    if not 10 <= args.dpi <= 2400:
        note("banxin build: --dpi goes from 10 to 2400")
        return BAD_USE
    session = Session()
    if args.watch:
        from layout.preview.watch import watch

        return watch(session, args, formats)
    return build_all(session, args, formats)


def build_all(session: Session, args: argparse.Namespace, formats: list[str]) -> int:
    """One round of building. Returns the exit status."""
    specs = Specs(session, args.spec, quiet=args.quiet)
    results: list[dict[str, object]] = [
        {"spec": given, "diagnostics": _as_json(found)} for given, found in specs.failed
    ]
    summary: list[str] = []
    names: dict[str, Path] = {}
    for spec in specs:
        written, found = build_one(session, spec, args, formats, names)
        tell(found, quiet=args.quiet)
        specs.judge(found)
        if not args.quiet and not args.json:
            for path in written:
                say(str(path))
        name = next((n for n, made in names.items() if made == spec), spec.stem)
        summary.append(_summary(name, found, made=bool(written)))
        results.append(
            {
                "spec": str(spec),
                "written": [str(p) for p in written],
                "diagnostics": _as_json(found),
            }
        )
    if args.json:
        say_json({"pages": results})
    elif not args.quiet:
        flush()  # in a file that takes both, the summary is the last line
        for line in summary:
            note(line)
    return specs.status


def _summary(name: str, found: tuple[Diagnostic, ...], *, made: bool) -> str:
    """What came of a page, in a line: `B1: made, 1 warning`."""
    words = [f"{shown(name)}: {'made' if made else 'not made'}"]
    for severity in ("error", "warning"):
        number = sum(1 for d in found if d.severity == severity)
        if number:
            words.append(counted(number, severity))
    return ", ".join(words)


def _as_json(found: tuple[Diagnostic, ...]) -> list[dict[str, object]]:
    return [d.as_json() for d in found]
