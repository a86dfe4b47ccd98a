"""banxin build: page specs to PDF, PNG and HTML; an edition to its book and spreads as well."""

import argparse
import contextlib
import gc
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from layout.api import RENDERERS, Session
from layout.cli import BAD_USE
from layout.cli.built import as_json, page_json, page_summary, volume_summary
from layout.cli.report import note, remark, say, say_json, tell
from layout.cli.specs import Specs
from layout.console import flush
from layout.diagnostics import Diagnostic
from layout.display.press import MARKS, PDFX
from layout.files import own_mark, sweep, sweep_dead
from layout.making.fromhere import from_here
from layout.making.page import FORMATS, KINDS, MadePage, stems_of
from layout.making.pages import make_pages
from layout.words.said import Said, said

MOST_JOBS: Final = 256
MANY: Final = 8
GARBAGE: Final = 50_000
"""Objects made between two looks for garbage where there are many pages: a lone page needs no
look, but what many leave behind would be a tenth of the memory they take."""


def add_parser(commands: Any) -> None:
    """The options of `banxin build`."""
    parser = commands.add_parser("build")
    parser.add_argument("spec", nargs="+")
    parser.add_argument("-o", "--out", default="out")
    parser.add_argument("--to", default="pdf")
    parser.add_argument("--only", metavar="WHAT")
    parser.add_argument("--renderer", choices=RENDERERS, default="press")
    parser.add_argument("--pdfx", choices=PDFX)
    parser.add_argument("--marks", metavar="WHAT")
    parser.add_argument("--dpi", type=float, default=150.0)
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--final", action="store_true")
    parser.add_argument("-j", "--jobs", type=int, metavar="N")
    parser.add_argument("--watch", action="store_true")
    parser.add_argument("--cluster", metavar="ADDRESS")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-q", "--quiet", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Make every page asked for; one bad page does not stop the others."""
    formats = list(dict.fromkeys(f.strip() for f in args.to.split(",") if f.strip()))
    kinds = list(dict.fromkeys(k.strip() for k in (args.only or "").split(",") if k.strip()))
    fault = _bad_use(args, formats, kinds) or _bad_cluster(args)
    if fault is not None:
        remark("banxin build", fault, args.lang)
        return BAD_USE
    session = Session(lasting=args.watch)
    if args.watch:
        from layout.making.watch import watch

        return watch(session, args, formats)
    if not kinds:  # the book and the spreads are press files
        whole = "pdf" in formats and args.renderer == "press"
        kinds = list(KINDS) if whole else ["pages"]
        if args.renderer != "press" and not args.quiet:
            remark("banxin build", said("part.pages-only"), args.lang)
    if args.cluster is not None:
        from layout.cli.archive import build_archive  # one machine is enough for most

        return build_archive(session, args, formats, kinds)
    return build_all(session, args, formats, kinds)


def _bad_use(args: argparse.Namespace, formats: Sequence[str], kinds: Sequence[str]) -> Said | None:
    """What is wrong with the options; None when nothing is."""
    unknown = [f for f in formats if f not in FORMATS]
    if unknown or not formats:
        return _choice("--to", FORMATS, unknown)
    strange = [k for k in kinds if k not in KINDS]
    if strange or (args.only is not None and not kinds):
        return _choice("--only", KINDS, strange)
    if args.marks is not None and args.marks not in ("all", "none"):
        wanted = [mark.strip() for mark in args.marks.split(",") if mark.strip()]
        unlike = [mark for mark in wanted if mark not in MARKS]
        if unlike or not wanted:
            return _choice("--marks", ("all", "none", *MARKS), unlike)
    if any(k != "pages" for k in kinds):
        if "pdf" not in formats or args.renderer != "press":
            return said("USE.press-only")
        if args.watch:
            return said("USE.watch-pages")
    if not 10 <= args.dpi <= 2400:
        return said("USE.range", option="--dpi", least=10, most=2400, value=args.dpi)
    if args.jobs is not None and not 1 <= args.jobs <= MOST_JOBS:
        return said("USE.range", option="--jobs", least=1, most=MOST_JOBS, value=args.jobs)
    return None


def _bad_cluster(args: argparse.Namespace) -> Said | None:
    """What is wrong with the address of a cluster, or with what is asked of it; else the address is
    written out."""
    if args.cluster is None:
        return None
    from layout.archive.address import read_address

    address = read_address(args.cluster)
    if isinstance(address, Said):
        return address
    if args.watch or args.jobs is not None or args.renderer != "press":
        return said("USE.cluster-alone")
    args.cluster = address
    return None


def _choice(option: str, known: Sequence[str], strange: Sequence[str]) -> Said:
    given = tuple(strange) if strange else said("part.nothing")
    return said("USE.choice", option=option, known=tuple(known), given=given)


def build_all(
    session: Session, args: argparse.Namespace, formats: list[str], kinds: list[str]
) -> int:
    """One round of building. Returns the exit status."""
    specs = Specs(session, args.spec, args.lang, quiet=args.quiet)
    if args.only is not None and "pages" not in kinds and specs.pages and not specs.editions:
        remark("banxin build", said("USE.no-edition"), args.lang)
        return BAD_USE
    if len(specs.pages) > MANY:
        first, *others = gc.get_threshold()
        gc.set_threshold(min(first, GARBAGE), *others)
    results = [
        page_json(given, (), found, (), args.lang) for given, found in specs.failed if args.json
    ]
    summary: list[Said] = []
    once: set[Diagnostic] = set()
    made: list[MadePage] = []
    quiet, silent = args.quiet, args.quiet or args.json
    mark = f"{own_mark()}-"
    sweep_dead(Path(args.out))
    whole = kinds != ["pages"]
    try:
        bound = {at for e in specs.editions for at in specs.numbers(e)} if whole else set()
        strips = [specs.strip(e) for e in specs.editions] if whole else []
        bound |= {at for at in strips if at is not None}
        pages = make_pages(
            session,
            specs.pages,
            args,
            formats if "pages" in kinds else [],
            bound=bound,
            jobs=args.jobs,
            mark=mark,
        )
        with contextlib.closing(pages):  # else workers would go on while Ctrl-C is on its way up
            for one, written, found in pages:
                made.append(one)
                specs.progress(len(made), one.spec.name)
                # What has no place is of the machine and not of the page, and a warning of a file
                # that pages share is one: it is said once.
                told = [d for d in found if d not in once]
                tell(from_here(told, one.spec), args.lang, quiet=quiet)
                once.update(d for d in found if d.where is None or d.severity != "error")
                specs.judge(found)
                for path in () if silent else written:
                    say(str(path))
                summary.append(page_summary(one, found, written=bool(written)))
                if args.json:
                    spec, things = str(one.spec), one.stands_in
                    results.append(page_json(spec, written, found, things, args.lang))
    except BaseException:  # Ctrl-C, or a reader who has gone: nothing half made stays behind
        sweep(Path(args.out), f"{mark}*")
        raise
    editions = _volumes(session, args, specs, made, kinds=kinds, summary=summary) if whole else []
    if args.json:
        say_json({"pages": results, "editions": editions})
    elif not quiet:
        flush()  # in a file that takes both, the summary is the last line
        for line in summary:
            note(line.words(args.lang))
    return specs.status


def _volumes(
    session: Session,
    args: argparse.Namespace,
    specs: Specs,
    made: Sequence[MadePage],
    *,
    kinds: list[str],
    summary: list[Said],
) -> list[dict[str, object]]:
    """The book and the spreads of each edition, told, written and summed up; as JSON has them."""
    out: list[dict[str, object]] = []
    taken = stems_of(made)
    for edition in specs.editions:
        from layout.making.edition import make_volume  # not for a page alone

        own = [made[at] for at in specs.numbers(edition)]
        at = specs.strip(edition)
        volume = make_volume(
            session, edition, own, kinds=kinds, out=Path(args.out), taken=taken,
            strip=made[at] if at is not None else None, final=args.final,
        )  # fmt: skip
        taken += [path.stem for _, path in volume.written]
        tell(from_here(volume.found, edition.path), args.lang, quiet=args.quiet)
        specs.judge(volume.found)
        for _, path in () if args.quiet or args.json else volume.written:
            say(str(path))
        summary.append(volume_summary(volume, sum(len(page.halves) or 1 for page in own), kinds))
        out.append(
            {
                "edition": str(edition.path),
                "written": {kind: str(path) for kind, path in volume.written},
                "diagnostics": as_json(volume.found, args.lang) if args.json else [],
            }
        )
    return out
