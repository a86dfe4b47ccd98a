"""An import put into an edition's folder, never over what a person has edited since."""

import stat
from collections.abc import Mapping
from pathlib import Path

from layout.diagnostics import Diagnostic, Place, StopError, error
from layout.files import WriteError, write_file
from layout.importer.arrange import arrange
from layout.importer.checksums import RECORD, read_record, read_source, record_text, sha256
from layout.importer.comments import in_language
from layout.importer.log import log_lines
from layout.importer.model import Imported
from layout.importer.norms import NORMS
from layout.importer.pages import STYLES, page_text, styles_text
from layout.importer.plan import Arrangement
from layout.importer.stories import edition_text, story_text
from layout.record import record
from layout.words.said import Language, said

NEW = ".new"


@record
class WrittenFiles:
    """What happened to each file: names below the folder."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    beside: tuple[str, ...]


def edition_files(imported: Imported, arrangement: Arrangement | None = None) -> dict[str, bytes]:
    """Every file of the edition but the record, by its name below the folder. Pure."""
    plan = arrangement or arrange(imported.page, NORMS[imported.format])
    names = tuple(f"{p.name}.yaml" for p in plan.plans)
    stem = Path(imported.source_name).name
    texts = {story.file: story_text(story) for story in imported.page.stories}
    texts["edition.yaml"] = edition_text(imported.page.facts, names)
    for name, page in zip(names, plan.plans, strict=True):
        texts[name] = page_text(page, imported.page, plan)
    if styles := styles_text(plan):
        texts[STYLES] = styles
    texts["import-log.jsonl"] = log_lines(imported.text, imported.repair.text, imported.log)
    files = {name: text.encode("utf-8") for name, text in texts.items()}
    files[f"source/{stem}"] = imported.source
    files[f"source/{normalised_name(stem)}"] = imported.repair.text.encode("utf-8")
    return files


def normalised_name(source_name: str) -> str:
    """`b1-ocr.md` → `b1-ocr.normalised.md`: the text that the log, undone, turns back."""
    path = Path(source_name)
    return f"{path.stem}.normalised{path.suffix or '.md'}"


def write_edition(
    imported: Imported, folder: Path, *, beside: bool = False, lang: Language = "en"
) -> WrittenFiles:
    """Write the edition's files into `folder`, with comments in the language `lang`.

    A file that stands there and is not as the last import wrote it is a person's: then nothing is
    written and `StopError` names those files, or, with `beside=True`, each new version is written
    next to the person's as `<file>.new` (and so is the sheet of sizes that only those versions
    name, where it is not there). Files with the same bytes are left alone. Each file is written
    beside and renamed.
    """
    files = in_language(edition_files(imported), lang)
    return put_files(files, folder, imported.source_name, beside=beside)


def put_files(
    files: Mapping[str, bytes],
    folder: Path,
    source: str,
    *,
    beside: bool = False,
    added: bool = False,
) -> WrittenFiles:
    """Write files, by their names below `folder`, as `write_edition` does; `source` is what they
    were made from. Where they are `added` to an edition, the record keeps what it has of others."""
    recorded = _read(folder / RECORD)
    ours = read_record(recorded)
    edited: list[str] = []
    same: list[str] = []
    missing: list[str] = []
    for name, data in files.items():
        found = _read(folder / name)
        if found == data:
            same.append(name)
        elif found is not None and sha256(found) != ours.get(name):
            edited.append(name)
        elif found is None:
            missing.append(name)
    if edited and not beside:
        raise StopError([_refusal(folder, name, name in ours) for name in edited])
    pages = {name for name in files if "/" not in name and name.endswith(".yaml")}
    if pages - {"edition.yaml", STYLES} <= set(edited) and STYLES in missing:
        # Only new page specs name the sheet, and a person works with pages that do without it.
        edited.append(STYLES)
    todo = [name for name in files if name not in same and name not in edited]
    for name in todo:
        _put(folder / name, files[name])
    for name in edited:
        _put(folder / (name + NEW), files[name])
    # An edited file keeps the checksum of what was last imported, so that it stays the person's.
    sums = {name: sha256(data) for name, data in files.items() if name not in edited}
    sums |= {name: ours[name] for name in edited if name in ours and name not in missing}
    if added:
        sums = ours | sums
        source = read_source(recorded)
    record = record_text(sums, source).encode("utf-8")
    if _read(folder / RECORD) != record:
        _put(folder / RECORD, record)
    return WrittenFiles(written=tuple(todo), unchanged=tuple(same), beside=tuple(edited))


def is_other_edition(folder: Path, source: str) -> bool:
    """Whether a folder holds an edition that was not imported from this very source."""
    return (folder / "edition.yaml").is_file() and read_source(_read(folder / RECORD)) != source


def _refusal(folder: Path, name: str, known: bool) -> Diagnostic:
    key = "IMPORT-EDITED.since" if known else "IMPORT-EDITED.other"
    return error(key, Place(str(folder / name)))


def _read(path: Path) -> bytes | None:
    """A file's bytes, or None where there is none. Raises `StopError` for anything but a file."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise StopError(
                [error("IMPORT-WRITE.write", Place(str(path)), fault=said("part.path-no-file"))]
            )
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as exc:
        raise StopError([_os_error(path, exc)]) from exc


def _put(path: Path, data: bytes) -> None:
    try:
        write_file(path, data)
    except (WriteError, OSError) as exc:
        fault = exc.args[0] if isinstance(exc, WriteError) else str(exc)
        raise StopError([error("IMPORT-WRITE.write", Place(str(path)), fault=fault)]) from exc


def _os_error(path: Path, exc: OSError) -> Diagnostic:
    fault = exc.strerror or exc.__class__.__name__
    return error("IMPORT-WRITE.write", Place(str(path)), fault=fault)
