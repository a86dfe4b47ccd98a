"""`banxin import`: OCR text of a printed page, or copy from Word, becomes an edition."""

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from layout.cli.report import say, say_json, tell
from layout.cli.sources import is_word_file, read_source
from layout.console import put_bytes
from layout.diagnostics import Place, StopError, error, shown
from layout.words.said import Said, said

_PAGE = re.compile(r"[0-9A-Za-z\u4e00-\u9fff]{1,12}(?:-[0-9]{1,3})?")
_FORMATS = ("broadsheet", "tabloid")


def add_parser(subparsers: Any) -> None:
    """Add the command to the parser of `banxin`."""
    parser = subparsers.add_parser("import")
    parser.add_argument("source", metavar="COPY", nargs="+")
    parser.add_argument("-o", "--out", metavar="FOLDER")
    parser.add_argument("--format", choices=_FORMATS, default=_FORMATS[0])
    parser.add_argument("--page")
    parser.add_argument("--split", action="store_true")
    parser.add_argument("--beside", action="store_true")
    parser.add_argument("--undo", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; 0 done, 1 problems in the work, 2 wrong use."""
    paths = [Path(source) for source in args.source]
    if args.undo:
        return _undo(paths[0], args)
    if not args.out:
        return _tell(StopError([error("USE.out")]), args, 2)
    if args.page is not None and not _PAGE.fullmatch(args.page):
        return _tell(StopError([error("USE.page", page=repr(args.page))]), args, 2)
    try:
        if any(is_word_file(path) for path in paths):
            from layout.cli.import_word import import_copy

            return import_copy(paths, args)
        if len(paths) > 1:
            return _tell(StopError([error("USE.one-text", file=shown(args.source[1]))]), args, 2)
        return _import(paths[0], args)
    except StopError as stop:
        return _tell(stop, args, 1)


def _import(path: Path, args: argparse.Namespace) -> int:
    from layout.importer import import_text, write_edition
    from layout.importer.glyphs import missing_glyphs

    imported = import_text(
        read_source(path), name=str(path), page=args.page, page_format=args.format
    )
    written = write_edition(imported, Path(args.out), beside=args.beside, lang=args.lang)
    counts = Counter(e.kind for e in imported.log)
    rules = Counter(e.rule for e in imported.log if e.kind == "edit")
    page = imported.page
    lacking = missing_glyphs(page, str(path))
    diagnostics = (*imported.diagnostics, *((lacking,) if lacking else ()))
    if args.json:
        report = {
            "folder": args.out,
            "page": page.name,
            "stories": [s.file for s in page.stories],
            "written": list(written.written),
            "unchanged": list(written.unchanged),
            "beside": [name + ".new" for name in written.beside],
            "edits": dict(sorted(rules.items())),
            "cuts": counts["cut"],
            "doubts": counts["doubt"],
            "diagnostics": [d.as_json(args.lang) for d in diagnostics],
        }
        say_json(report)
        return 0
    marks = sum(n for rule, n in rules.items() if rule.startswith("W"))
    done = said(
        "part.import-done", page=page.name, stories=len(page.stories), marks=marks,
        joins=counts["cut"], doubts=counts["doubt"], edits=counts["edit"],
    )  # fmt: skip
    say(done.words(args.lang))
    for diagnostic in diagnostics:
        say(f"  {diagnostic.line(args.lang)}")
    for name in written.beside:
        yours = said("part.import-yours", file=name)
        say(f"  {yours.words(args.lang)}")
    files = said(
        "part.import-files", folder=args.out, written=len(written.written),
        unchanged=len(written.unchanged),
    )  # fmt: skip
    say(files.words(args.lang))
    return 0


def _undo(folder: Path, args: argparse.Namespace) -> int:
    from layout.importer.log import undo_log
    from layout.importer.write import normalised_name

    log = folder / "import-log.jsonl"
    try:
        held = read_source(folder / ".import.json")
        if not log.exists():
            return _tell(StopError([error("IMPORT-UNDO.copy", Place(str(folder)))]), args, 1)
        record = json.loads(held)
        name = Path(str(record["source"])).name
        text = read_source(folder / "source" / normalised_name(name))
        source = undo_log(text, read_source(log).decode("utf-8"))
    except StopError as stop:
        return _tell(stop, args, 1)
    except (ValueError, KeyError, TypeError) as exc:
        where = Place(str(log))
        cause = exc.args[0] if exc.args and isinstance(exc.args[0], Said) else str(exc)
        return _tell(StopError([error("IMPORT-UNDO.log", where, fault=cause)]), args, 1)
    put_bytes(source)
    return 0


def _tell(stop: StopError, args: argparse.Namespace, status: int) -> int:
    if args.json:
        say_json({"diagnostics": [d.as_json(args.lang) for d in stop.diagnostics]})
    else:
        tell(stop.diagnostics, args.lang)
    return status
