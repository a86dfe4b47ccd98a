"""banxin proof: pictures of a page with its grid, frames and loose lines."""

import argparse
from pathlib import Path
from typing import Any

from layout.api import Session
from layout.cli import BAD_USE
from layout.cli.report import remark, say, say_json, tell
from layout.cli.specs import Specs
from layout.console import OutputError
from layout.diagnostics import Diagnostic, StopError, did_you_mean, error, shown
from layout.errors import BanxinError
from layout.files import write_file
from layout.proof.marks import Letters
from layout.proof.overlay import OVERLAYS, overlay
from layout.proof.report import as_json, face_words, oversets, report
from layout.words.said import said

_HELP = """\
For each page three files: NAME.png is the page as it is, NAME-proof.png has the marks over it,
NAME-proof.txt has the findings, how full each frame is, and every loose line with its text.

  banxin proof specs/zhuzhou-2019-09-20/B1.yaml
  banxin proof B1.yaml --show loose,numbers          only these marks
  banxin proof B1.yaml --dpi 200 -o out/b1

Marks (all unless told):
  grid       columns and gutters tinted      lines    every fifth line of the grid
  baselines  of the grid                     numbers  of lines (by fives) and columns
  frames     reading order, lines and room, what is left empty, overset in red
  blocks     their edges, ids and places
  loose      lines whose gaps exceed 5 % of an em, with the figure; squeezed lines in violet

Exit status: 0 good, 1 a page has errors, 2 bad use."""


def add_parser(commands: Any) -> None:
    """The options of `banxin proof`."""
    parser = commands.add_parser(
        "proof",
        help="pictures of a page with its grid, frames and loose lines",
        description="Draw pages as an editor proofs them, on their layout sheet.",
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("spec", nargs="+", help="page spec, edition file or edition folder")
    parser.add_argument("-o", "--out", default="out/proof", help="folder (out/proof)")
    parser.add_argument("--dpi", type=float, default=110.0, help="resolution (110)")
    parser.add_argument("--show", metavar="MARKS", help=f"some of {','.join(OVERLAYS)} (all)")
    parser.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE", help="change one value"
    )
    parser.add_argument("--json", action="store_true", help="frames, lines, findings as JSON")
    parser.add_argument("-q", "--quiet", action="store_true", help="errors only")


def run(args: argparse.Namespace) -> int:
    """Proof every page asked for; one bad page does not stop the others."""
    show = _marks(args.show)
    if show is None:
        return BAD_USE
    if not 10 <= args.dpi <= 600:
        remark(
            "banxin proof", said("USE.range", option="--dpi", least=10, most=600, value=args.dpi)
        )
        return BAD_USE
    session = Session()
    specs = Specs(session, args.spec, quiet=args.quiet)
    results: list[dict[str, object]] = [
        {"spec": given, "diagnostics": [d.as_json() for d in found]}
        for given, found in specs.failed
    ]
    for spec in specs:
        try:
            result, found = _proof(session, spec, args, show)
        except OutputError:
            raise
        except StopError as stop:
            found = stop.diagnostics
            tell(found, quiet=args.quiet)
            result = {"spec": str(spec), "diagnostics": [d.as_json() for d in found]}
        except BanxinError as exc:
            found = (error("PROOF.fault", file=spec.name, fault=exc.args[0]),)
            tell(found)
            result = {"spec": str(spec), "diagnostics": [d.as_json() for d in found]}
        results.append(result)
        specs.judge(found)
    if args.json:
        say_json({"pages": results})
    return specs.status


def _marks(text: str | None) -> tuple[str, ...] | None:
    """The overlays asked for; None, said why, when one is unknown."""
    if text is None:
        return OVERLAYS
    asked = tuple(name.strip() for name in text.split(",") if name.strip())
    for name in asked:
        if name not in OVERLAYS:
            hint = did_you_mean(name, OVERLAYS) or said("part.marks", names=tuple(OVERLAYS))
            remark("banxin proof", said("USE.mark", name=shown(name), hint=hint))
            return None
    if not asked:
        remark("banxin proof", said("USE.no-mark", names=tuple(OVERLAYS)))
        return None
    return asked


def _proof(
    session: Session, spec: Path, args: argparse.Namespace, show: tuple[str, ...]
) -> tuple[dict[str, object], tuple[Diagnostic, ...]]:
    """The three files of one page, all made before the first is written."""
    page = session.page(spec, overrides=args.set)
    tell(page.diagnostics, quiet=args.quiet)
    letters = Letters(page.composed.catalog)
    marked = page.with_display(
        overlay(page.display, letters, show, oversets(page), face_words(page.faces()))
    )
    folder = Path(args.out)
    made = {
        "page": (folder / f"{page.file_stem}.png", page.png(args.dpi)),
        "proof": (folder / f"{page.file_stem}-proof.png", marked.png(args.dpi)),
        "report": (folder / f"{page.file_stem}-proof.txt", report(page).encode("utf-8")),
    }
    written = {kind: str(write_file(path, data)) for kind, (path, data) in made.items()}
    if not args.json and not args.quiet:
        for name in written.values():
            say(name)
    return as_json(page, written), page.diagnostics
