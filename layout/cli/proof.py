"""banxin proof: the proof set: pictures, overlays, plates, tables, report, notes in a PDF."""

import argparse
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from layout.api import ComposedPage, Session
from layout.check.makeup.subject import PageFacts
from layout.cli import BAD_USE, PROBLEMS
from layout.cli.report import remark, say, say_json, tell, unmade
from layout.cli.specs import Specs
from layout.console import OutputError
from layout.diagnostics import Diagnostic, StopError, did_you_mean, shown
from layout.environment import CORRECTIONS_FILE
from layout.errors import BanxinError
from layout.files import FreeNames
from layout.making.earlier import LeftBehind, ProofFolder
from layout.making.fromhere import from_here
from layout.making.proofset import (
    PARTS,
    ProofOptions,
    page_files,
    proofed,
    read_corrections,
)
from layout.proof.corrections import Proofreading
from layout.proof.layers.catalogue import NAMES
from layout.proof.overlay import OVERLAYS
from layout.proof.report import as_json
from layout.record import record
from layout.words.said import Language, said

if TYPE_CHECKING:
    from layout.proof.htmlreport.report import ReportMaker

MOST_DPI: Final = 600
_MARKS: Final = ("USE.mark", "USE.no-mark")
_PARTS: Final = ("USE.part", "USE.no-part")


def add_parser(commands: Any) -> None:
    """The options of `banxin proof`."""
    parser = commands.add_parser("proof")
    parser.add_argument("spec", nargs="+")
    parser.add_argument("-o", "--out", default="out/proof")
    parser.add_argument("--dpi", type=float, default=110.0)
    parser.add_argument("--full-dpi", type=float, default=300.0)
    parser.add_argument("--show", metavar="MARKS")
    parser.add_argument("--without", metavar="PARTS", default="")
    parser.add_argument("--corrections", metavar="FILE")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-q", "--quiet", action="store_true")


@record
class _Proof:
    """What came of a page: its JSON and its diagnostics."""

    result: dict[str, object]
    found: tuple[Diagnostic, ...]


def run(args: argparse.Namespace) -> int:
    """Proof every page asked for; one bad page does not stop the others."""
    options = _options(args)
    if options is None:
        return BAD_USE
    session = Session()
    specs = Specs(session, args.spec, args.lang, quiet=args.quiet)
    results: list[dict[str, object]] = [
        {"spec": given, "diagnostics": [d.as_json(args.lang) for d in found]}
        for given, found in specs.failed
    ]
    beside = Path(args.corrections or args.spec[0])
    try:
        desk = _Desk(session, options, args, _corrections(specs, args.corrections))
    except StopError as stop:
        tell(from_here(stop.diagnostics, beside), args.lang, quiet=args.quiet)
        return BAD_USE if args.corrections else PROBLEMS
    if len(specs.editions) == 1:
        desk.of_edition(specs.editions[0].path)
    for spec in specs:
        try:
            made = desk.proof(spec)
        except OutputError:
            raise
        except BanxinError as exc:
            found = unmade(exc, spec, "PROOF.fault")
            tell(from_here(found, spec), args.lang, quiet=args.quiet)
            desk.miss(spec, found)
            made = _Proof(
                result={"spec": str(spec), "diagnostics": [d.as_json(args.lang) for d in found]},
                found=found,
            )
        results.append(made.result)
        specs.judge(made.found)
    whole = desk.report(specs)
    left = desk.left_behind(specs)
    corrected = desk.corrections(whole=bool(specs.editions))
    tell(from_here(corrected, beside), args.lang, quiet=args.quiet)
    specs.judge(corrected)
    if args.json:
        more: dict[str, object] = {"report": str(whole)} if whole else {}
        if left.gone:
            more["removed"] = list(left.gone)
        if corrected:
            more["diagnostics"] = [d.as_json(args.lang) for d in corrected]
        say_json({"pages": results, **more})
        return specs.status
    for names, key in ((left.gone, "part.proof-gone"), (left.stay, "part.proof-stay")):
        if names:
            remark("banxin proof", said(key, names=names, count=len(names)), args.lang)
    if whole and not args.quiet:
        say(str(whole))
    return specs.status


def _corrections(specs: Specs, given: str | None) -> Proofreading | None:
    """The corrections beside the edition of the pages, or those of the file `given`; None where
    there are none. Raises `StopError`."""
    if given is None:
        beside = [edition.path for edition in specs.editions] or list(specs.pages)
        files = dict.fromkeys(path.parent / CORRECTIONS_FILE for path in beside)
        path = next((file for file in files if os.path.lexists(file)), None)
    else:
        path = Path(given)
    return read_corrections(path) if path is not None else None


def _options(args: argparse.Namespace) -> ProofOptions | None:
    """What is asked for; None, said why, where it is not to be had."""
    show = OVERLAYS if args.show is None else _named(args.show, NAMES, _MARKS, args.lang)
    without = _named(args.without, PARTS, _PARTS, args.lang) if args.without else ()
    if show is None or without is None:
        return None
    for option, value in (("--dpi", args.dpi), ("--full-dpi", args.full_dpi)):
        if not 10 <= value <= MOST_DPI:
            told = said("USE.range", option=option, least=10, most=MOST_DPI, value=value)
            remark("banxin proof", told, args.lang)
            return None
    return ProofOptions(
        lang=args.lang, dpi=args.dpi, full_dpi=args.full_dpi, show=show, without=frozenset(without)
    )


def _named(
    text: str, names: Sequence[str], keys: tuple[str, str], lang: Language
) -> tuple[str, ...] | None:
    """The names asked for; None, said why by the `keys`, when one is unknown or none is there."""
    unknown, none = keys
    asked = tuple(name.strip() for name in text.split(",") if name.strip())
    for name in asked:
        if name not in names:
            hint = did_you_mean(name, names) or said("part.marks", names=tuple(names))
            remark("banxin proof", said(unknown, name=shown(name), hint=hint), lang)
            return None
    if not asked:
        remark("banxin proof", said(none, names=tuple(names)), lang)
        return None
    return asked


class _Desk:
    """Makes the proofs of pages one after another, and the report of all of them."""

    def __init__(
        self,
        session: Session,
        options: ProofOptions,
        args: argparse.Namespace,
        proofreading: Proofreading | None,
    ) -> None:
        self._session = session
        self._proofreading = proofreading
        self._options = options
        self._args = args
        self._known: dict[Path, PageFacts | StopError] = {}
        self._names = FreeNames()
        self._folder = ProofFolder(Path(args.out))
        self._maker: ReportMaker | None = None
        self._proofed: list[tuple[str, ComposedPage]] = []
        self._specs: list[Path] = []
        self._edition: Path | None = None

    def of_edition(self, edition: Path) -> None:
        """The pages that follow are those of an edition."""
        self._edition = edition

    def proof(self, spec: Path) -> _Proof:
        """The files of one page, all made before the first is written. Raises `BanxinError`."""
        args, options = self._args, self._options
        self._specs.append(spec)
        page = self._session.page(spec, overrides=args.set)
        tell(from_here(page.diagnostics, spec), args.lang, quiet=args.quiet)
        proof = proofed(
            self._session, page, options, known=self._known, proofreading=self._proofreading
        )
        stem = self._names.take(page.file_stem)
        made = list(page_files(self._session, proof, stem, options))
        if "html" not in options.without:
            self._report().add(proof)
        written = {
            kind: str(self._folder.write(name, data, (spec,), self._edition))
            for kind, name, data in made
        }
        self._proofed.append((stem, page))
        if not args.json and not args.quiet:
            for name in written.values():
                say(name)
        found = (*page.diagnostics, *(d for d in proof.found if d not in page.diagnostics))
        result = as_json(page, written, args.lang) | proof.as_json(args.lang)
        return _Proof(result=result, found=found)

    def miss(self, spec: Path, found: tuple[Diagnostic, ...]) -> None:
        """A page that could not be set: the report of the others tells it."""
        if "html" not in self._options.without:
            self._report().miss(spec.stem, found)

    def corrections(self, *, whole: bool) -> tuple[Diagnostic, ...]:
        """What is to be told of the corrections after all pages."""
        if self._proofreading is None:
            return ()
        return tuple(self._proofreading.diagnostics(whole=whole))

    def report(self, specs: Specs) -> Path | None:
        """The report of all pages, written; None where none was made."""
        if self._maker is None or not self._proofed:
            return None
        stem, page = self._proofed[0]
        title, date = page.display.title, page.display.date
        if len(specs.editions) == 1 and len(self._proofed) > 1:
            edition = specs.editions[0]
            stem, title, date = edition.stem, edition.title, edition.date or date
        elif len(self._proofed) > 1:
            stem, title = "pages", "、".join(one.name for _, one in self._proofed)
        told = said("part.html-title", title=title).words(self._args.lang)
        read = self._proofreading.all() if self._proofreading is not None else ()
        found = self.corrections(whole=bool(specs.editions))
        faults = [one for one in found if one.severity == "error"]
        data = self._maker.html(told, date, read, faults)
        name = self._names.take(f"{stem}-proof") + ".html"
        return self._folder.write(name, data, self._specs, self._edition)

    def left_behind(self, specs: Specs) -> LeftBehind:
        """What an earlier run left of these pages, taken away: it would stand as if made now."""
        return self._folder.end(self._specs, [edition.path for edition in specs.editions])

    def _report(self) -> "ReportMaker":
        if self._maker is None:
            from layout.proof.htmlreport.report import ReportMaker

            now = datetime.now().astimezone()  # as the clock on the wall has it
            made = f"{now:%Y-%m-%d %H:%M}"
            self._maker = ReportMaker(self._session, self._args.lang, made)
        return self._maker
