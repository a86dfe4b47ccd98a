"""`banxin import`: the OCR text of a printed page becomes an edition that builds."""

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from layout.cli.report import say, say_json, tell
from layout.console import put_bytes
from layout.diagnostics import Place, StopError, error
from layout.words.said import Said, said

_MOST_READ = 16 * 1024 * 1024
_PAGE = re.compile(r"[0-9A-Za-z\u4e00-\u9fff]{1,12}(?:-[0-9]{1,3})?")
_FORMATS = ("broadsheet", "tabloid")
_DESCRIPTION = """\
Make stories and a first page spec out of the OCR text of a newspaper page.

Half-width marks in Chinese become full-width, paragraphs cut at a column's foot
are joined, headings are split into kicker and couplet, the header's fields,
credits, summary, index, captions and picture credits are recognised. Facts are
never corrected: what looks doubtful is flagged in the log for you to compare
with the print. Every change is in import-log.jsonl with its rule and place;
undone (--undo), it gives back the source byte for byte."""
_EPILOG = """\
examples:
  banxin import b1-ocr.md -o specs/special-1     stories/, edition.yaml, B1.yaml, log
  banxin import scan.md -o specs/x --page A3     the page's number, when the text lacks it
  banxin import scan.md -o specs/x --format tabloid   on 四开 instead of 对开
  banxin import b1-ocr.md -o specs/x --beside    keep what you edited, write <file>.new
  banxin import --undo specs/x                   the source again, from the log, to stdout

exit status: 0 done; 1 the text cannot be read, or files you edited would be
replaced; 2 wrong use."""


def add_parser(subparsers: Any) -> None:
    """Add the command to the parser of `banxin`."""
    parser = subparsers.add_parser(
        "import",
        help="OCR text of a page -> stories and a first spec, with a log of every repair",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("source", metavar="OCR.md", help="text of one page, UTF-8, at most 2 MiB")
    parser.add_argument("-o", "--out", metavar="FOLDER", help="the edition's folder, specs/NAME")
    parser.add_argument(
        "--format",
        choices=_FORMATS,
        default=_FORMATS[0],
        help=f"of the first page: 对开 or 四开 ({_FORMATS[0]})",
    )
    parser.add_argument("--page", help="the page's number; else from the text or the file's name")
    parser.add_argument(
        "--beside",
        action="store_true",
        help="where you have edited a file since, write <file>.new beside it and go on",
    )
    parser.add_argument(
        "--undo",
        action="store_true",
        help="give back the source of the edition in the folder OCR.md, by undoing its log",
    )
    parser.add_argument("--json", action="store_true", help="report as JSON on stdout")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; 0 done, 1 problems in the work, 2 wrong use."""
    if args.undo:
        return _undo(Path(args.source), as_json=args.json)
    if not args.out:
        return _tell(StopError([error("USE.out")]), args, 2)
    if args.page is not None and not _PAGE.fullmatch(args.page):
        return _tell(StopError([error("USE.page", page=repr(args.page))]), args, 2)
    try:
        return _import(args)
    except StopError as stop:
        return _tell(stop, args, 1)


def _import(args: argparse.Namespace) -> int:
    from layout.importer import import_text, write_edition
    from layout.importer.glyphs import missing_glyphs

    path = Path(args.source)
    imported = import_text(_read(path), name=str(path), page=args.page, page_format=args.format)
    written = write_edition(imported, Path(args.out), beside=args.beside)
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
            "diagnostics": [d.as_json() for d in diagnostics],
        }
        say_json(report)
        return 0
    marks = sum(n for rule, n in rules.items() if rule.startswith("W"))
    say(
        f"{page.name}: {len(page.stories)} stories, {marks} marks converted, "
        f"{counts['cut']} joins, {counts['doubt']} doubtful places, {counts['edit']} edits in all"
    )
    for diagnostic in diagnostics:
        say(f"  {diagnostic}")
    for name in written.beside:
        yours = said("part.import-yours", file=name)
        say(f"  {yours}")
    say(f"{args.out}: {len(written.written)} files written, {len(written.unchanged)} as they were")
    return 0


def _undo(folder: Path, *, as_json: bool) -> int:
    from layout.importer.log import undo_log
    from layout.importer.write import normalised_name

    args = argparse.Namespace(json=as_json)
    try:
        record = json.loads(_read(folder / ".import.json"))
        name = Path(str(record["source"])).name
        text = _read(folder / "source" / normalised_name(name))
        source = undo_log(text, _read(folder / "import-log.jsonl").decode("utf-8"))
    except StopError as stop:
        return _tell(stop, args, 1)
    except (ValueError, KeyError, TypeError) as exc:
        where = Place(str(folder / "import-log.jsonl"))
        cause = exc.args[0] if exc.args and isinstance(exc.args[0], Said) else str(exc)
        return _tell(StopError([error("IMPORT-UNDO.log", where, fault=cause)]), args, 1)
    put_bytes(source)
    return 0


def _read(path: Path) -> bytes:
    """A file's bytes. Raises `StopError`; never opens a device or a pipe."""
    from layout.environment import Files, PathError

    try:
        if path.exists() and not path.is_file():
            raise PathError(said("part.path-no-file"))
        # More than the importer takes: it says its own limit in its own words.
        return Files(root=path.parent).read(path, _MOST_READ)
    except PathError as exc:
        raise StopError([error("IMPORT-READ.file", Place(str(path)), fault=exc.args[0])]) from exc


def _tell(stop: StopError, args: argparse.Namespace, status: int) -> int:
    if args.json:
        say_json({"diagnostics": [d.as_json() for d in stop.diagnostics]})
    else:
        tell(stop.diagnostics)
    return status
