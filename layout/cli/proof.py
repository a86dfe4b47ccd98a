"""banxin proof: pictures of a page with its grid, frames and loose lines."""

import argparse
from pathlib import Path
from typing import Any

from layout.api import Session
from layout.cli import BAD_USE
from layout.cli.report import remark, say, say_json, tell, unmade
from layout.cli.specs import Specs
from layout.console import OutputError
from layout.diagnostics import Diagnostic, did_you_mean, shown
from layout.errors import BanxinError
from layout.files import write_file
from layout.proof.facts import proof_facts
from layout.proof.layers.catalogue import NAMES
from layout.proof.overlay import OVERLAYS, overlaid
from layout.proof.report import as_json, face_words, report
from layout.words.said import Language, said


def add_parser(commands: Any) -> None:
    """The options of `banxin proof`."""
    parser = commands.add_parser("proof")
    parser.add_argument("spec", nargs="+")
    parser.add_argument("-o", "--out", default="out/proof")
    parser.add_argument("--dpi", type=float, default=110.0)
    parser.add_argument("--show", metavar="MARKS")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-q", "--quiet", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Proof every page asked for; one bad page does not stop the others."""
    show = _marks(args.show, args.lang)
    if show is None:
        return BAD_USE
    if not 10 <= args.dpi <= 600:
        told = said("USE.range", option="--dpi", least=10, most=600, value=args.dpi)
        remark("banxin proof", told, args.lang)
        return BAD_USE
    session = Session()
    specs = Specs(session, args.spec, args.lang, quiet=args.quiet)
    results: list[dict[str, object]] = [
        {"spec": given, "diagnostics": [d.as_json(args.lang) for d in found]}
        for given, found in specs.failed
    ]
    for spec in specs:
        try:
            result, found = _proof(session, spec, args, show)
        except OutputError:
            raise
        except BanxinError as exc:
            found = unmade(exc, spec, "PROOF.fault")
            tell(found, args.lang, quiet=args.quiet)
            result = {"spec": str(spec), "diagnostics": [d.as_json(args.lang) for d in found]}
        results.append(result)
        specs.judge(found)
    if args.json:
        say_json({"pages": results})
    return specs.status


def _marks(text: str | None, lang: Language) -> tuple[str, ...] | None:
    """The overlays asked for; None, said why, when one is unknown."""
    if text is None:
        return OVERLAYS
    asked = tuple(name.strip() for name in text.split(",") if name.strip())
    for name in asked:
        if name not in NAMES:
            hint = did_you_mean(name, NAMES) or said("part.marks", names=tuple(NAMES))
            remark("banxin proof", said("USE.mark", name=shown(name), hint=hint), lang)
            return None
    if not asked:
        remark("banxin proof", said("USE.no-mark", names=tuple(NAMES)), lang)
        return None
    return asked


def _proof(
    session: Session, spec: Path, args: argparse.Namespace, show: tuple[str, ...]
) -> tuple[dict[str, object], tuple[Diagnostic, ...]]:
    """The three files of one page, all made before the first is written."""
    page = session.page(spec, overrides=args.set)
    tell(page.diagnostics, args.lang, quiet=args.quiet)
    findings: tuple[Diagnostic, ...] = ()
    if "findings" in show:
        from layout.check.run import check_page  # of those who ask for them

        findings = check_page(page).diagnostics
    facts = proof_facts(page, args.lang, findings=findings)
    marked = page.with_display(overlaid(facts, show, face_words(page.faces(), args.lang)))
    folder = Path(args.out)
    made = {
        "page": (folder / f"{page.file_stem}.png", page.png(args.dpi)),
        "proof": (folder / f"{page.file_stem}-proof.png", marked.png(args.dpi)),
        "report": (folder / f"{page.file_stem}-proof.txt", report(page, args.lang).encode("utf-8")),
    }
    written = {kind: str(write_file(path, data)) for kind, (path, data) in made.items()}
    if not args.json and not args.quiet:
        for name in written.values():
            say(name)
    return as_json(page, written, args.lang), page.diagnostics
