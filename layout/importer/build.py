"""The import as one pure call: bytes in, everything that will be written out."""

import re
from bisect import bisect_right
from pathlib import Path

from layout.correction.furniture import load_furniture
from layout.correction.repair import read_passages
from layout.diagnostics import Diagnostic, Place, info, shown, warning
from layout.importer.arrange import arrange, split_long
from layout.importer.decode import decode
from layout.importer.document import repair_document
from layout.importer.model import Entry, Imported
from layout.importer.norms import NORMS, Norm
from layout.importer.recognise import Recognised, recognise
from layout.importer.records import build_log
from layout.record import replace
from layout.words.said import Said, said

_PAGE_IN_NAME = re.compile(r"(?:^|[^A-Za-z0-9])([A-Za-z]\d{1,3})(?=$|[^A-Za-z0-9])")


def import_text(
    source: bytes, *, name: str, page: str | None = None, page_format: str = "broadsheet"
) -> Imported:
    """Read the OCR text of one page.

    `name` is the file's name or path, for messages. The page's name is `page`; else what the text
    says; else it is in the file's name (`b1-ocr.md` is page B1); else P1. `page_format` is one of
    `layout.importer.norms.NORMS`. Raises `StopError` for
    bytes that are no UTF-8 text, too many or blank. Pure: same bytes, same result.
    """
    text = decode(source, name)
    norm = NORMS[page_format]
    table = load_furniture()
    document = repair_document(text, read_passages(text, table))
    derived = _page_of(Path(name).name)
    read = recognise(document.parts, table, told=page or "", derived=derived)
    read = replace(read, page=replace(read.page, stories=split_long(read.page.stories, norm)))
    log = build_log(text, document, read, _page_note(read, derived, Path(name).name))
    return Imported(
        source_name=Path(name).name,
        source=source,
        text=text,
        repair=document.repair,
        page=read.page,
        log=log,
        format=page_format,
        diagnostics=tuple(_diagnostics(read, log, text, name, norm)),
    )


def _page_of(name: str) -> str:
    match = _PAGE_IN_NAME.search(name.replace("_", "-").rsplit(".", 1)[0])
    return match[1].upper() if match else ""


def _page_note(read: Recognised, derived: str, file: str) -> Said:
    """What the log says of the page's name, and of another name that it went before."""
    name = read.page.name
    text = read.found.page
    match read.named_by:
        case "told":
            if text:
                return said("part.page-told", page=name, header_page=text)
            return said("part.page-told-alone", page=name)
        case "header":
            also: Said | str = ""
            if derived not in ("", name):
                also = said("part.page-file-says", file=file, page=derived)
            key = "part.page-date" if read.page.facts.date else "part.page-header"
            return said(key, page=name, also=also)
        case "line":
            return said("part.page-line", page=name)
        case "file":
            return said("part.page-file", page=name, file=file)
        case "nothing":
            pass
    return said("part.page-nowhere", page=name)


def _diagnostics(
    read: Recognised, log: tuple[Entry, ...], text: str, name: str, norm: Norm
) -> list[Diagnostic]:
    out: list[Diagnostic] = []
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    if not read.page.stories:
        out.append(warning("IMPORT-NO-STORY.none", Place(name)))
    for file in arrange(read.page, norm).too_long:
        out.append(warning("IMPORT-LONG.paragraph", Place(name), file=file))
    for entry in log:
        if entry.severity == "doubt":
            line = bisect_right(starts, entry.start)
            column = entry.start - starts[line - 1] + 1
            text, place = shown(entry.before, 40), Place(name, line, column)
            told = info("IMPORT-DOUBT.place", place, text=text, doubt=entry.note, rule=entry.rule)
            out.append(told)
    return out
