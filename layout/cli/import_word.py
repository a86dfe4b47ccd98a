"""`banxin import` of copy from Word: each .docx a story, with its tables and pictures."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from layout.cli.report import say, say_json
from layout.cli.sources import read_source
from layout.diagnostics import StopError, error, shown, worst_first
from layout.words.said import said


def import_copy(paths: Sequence[Path], args: argparse.Namespace) -> int:
    """Run the command on files of Word; 0 done, 1 where characters lack. Raises `StopError`."""
    from layout.importer.comments import in_language
    from layout.importer.word import import_word
    from layout.importer.word.package import MOST_FILE
    from layout.importer.wordfile import is_word
    from layout.importer.write import is_other_edition, put_files

    held = [(path, read_source(path, MOST_FILE)) for path in paths]
    for path, data in held:
        if not is_word(path.name, data):
            raise StopError([error("IMPORT-DOCX.mixed", file=shown(path.name))])
    imported = import_word(
        [(str(path), data) for path, data in held],
        page=args.page or "P1", page_format=args.format, split=args.split,
    )  # fmt: skip
    folder = Path(args.out)
    source = ", ".join(path.name for path in paths)
    added = is_other_edition(folder, source)
    files = {n: d for n, d in imported.files.items() if not added or n in imported.copy}
    files = in_language(files, args.lang)
    written = put_files(files, folder, source, beside=args.beside, added=added)
    count, page = imported.count, imported.page
    status = 1 if imported.amiss else 0
    if args.json:
        say_json(
            {
                "folder": args.out,
                "page": None if added else page.name,
                "stories": [story.file for story in page.stories],
                "tables": [table.file for table in page.tables],
                "pictures": [picture.file for picture in page.pictures if picture.file],
                "written": list(written.written),
                "unchanged": list(written.unchanged),
                "beside": [name + ".new" for name in written.beside],
                "characters": {
                    "files": count.stand, "stories": count.stories, "tables": count.tables,
                    "captions": count.captions, "agree": not imported.amiss,
                },
                "diagnostics": [d.as_json(args.lang) for d in imported.diagnostics],
            }
        )  # fmt: skip
        return status
    lang = args.lang
    pictures = sum(bool(picture.file) for picture in page.pictures)
    done = said(
        "part.word-done", stories=len(page.stories), tables=len(page.tables), pictures=pictures
    )
    say(done.words(lang))
    verdict = said("part.word-count-differs" if imported.amiss else "part.word-count-agrees")
    counts = said(
        "part.word-count", files=len(paths), stand=count.stand, stories=count.stories,
        tables=count.tables, captions=count.captions, verdict=verdict,
    )  # fmt: skip
    say(counts.words(lang))
    for diagnostic in worst_first(imported.diagnostics):
        say(f"  {diagnostic.line(lang)}")
    for name in written.beside:
        say(f"  {said('part.import-yours', file=name).words(lang)}")
    if added and page.stories:
        placed = said("part.word-placed", folder=args.out, file=page.stories[0].file)
        say(f"  {placed.words(lang)}")
    whole = said(
        "part.import-files", folder=args.out, written=len(written.written),
        unchanged=len(written.unchanged),
    )  # fmt: skip
    say(whole.words(lang))
    return status
