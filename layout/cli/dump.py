"""banxin dump: what stands where on a page, as stable text."""

import argparse
from pathlib import Path
from typing import Any

from layout.api import ComposedPage, Session
from layout.cli import BAD_USE
from layout.cli.report import remark, say, tell
from layout.cli.specs import Specs
from layout.diagnostics import StopError
from layout.files import write_file
from layout.making.fromhere import from_here
from layout.words.said import said


def add_parser(commands: Any) -> None:
    """The options of `banxin dump`."""
    parser = commands.add_parser("dump")
    parser.add_argument("spec", nargs="+")
    parser.add_argument("-o", "--out", metavar="FILE")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("-q", "--quiet", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Dump every page asked for; one bad page does not stop the others."""
    session = Session()
    specs = Specs(session, args.spec, args.lang, quiet=args.quiet)
    pages: list[ComposedPage] = []
    for spec in specs:
        try:
            page = session.page(spec, overrides=args.set)
        except StopError as stop:
            tell(from_here(stop.diagnostics, spec), args.lang, quiet=args.quiet)
            specs.judge(stop.diagnostics)
            continue
        tell(from_here(page.diagnostics, spec), args.lang, quiet=args.quiet)
        specs.judge(page.diagnostics)
        if page.drawable:
            pages.append(page)
    into_folder = args.out is not None and (args.out.endswith("/") or Path(args.out).is_dir())
    if args.out is not None and not into_folder and len(pages) > 1:
        remark("banxin dump", said("USE.one-file", pages=len(pages)), args.lang)
        return BAD_USE
    for page in pages:
        text = page.dump()
        if args.out is None:
            say(text.removesuffix("\n"), raw=True)
            continue
        path = Path(args.out) / f"{page.file_stem}.txt" if into_folder else Path(args.out)
        write_file(path, text.encode("utf-8"))
        if not args.quiet:
            say(str(path))
    return specs.status
