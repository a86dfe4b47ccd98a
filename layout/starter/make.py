"""A new edition's folder: made beside and renamed, so that it is whole or not there."""

import os
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from layout.diagnostics import StopError, error, shown
from layout.files import WriteError
from layout.record import record
from layout.starter.pages import FORMATS, MOST_PAGES, files_of
from layout.words.said import Language, said
from layout.words.system import reason

_NAME: Final = re.compile(r"[0-9A-Za-z\u4e00-\u9fff][0-9A-Za-z\u4e00-\u9fff._-]{0,59}")
__all__ = ["FORMATS", "MOST_PAGES", "Starter", "make_edition"]


@record
class Starter:
    """What was made: the folder as it was asked for, and the files in it, with slashes."""

    folder: Path
    written: tuple[str, ...]


def make_edition(
    folder: Path, *, kind: str = "broadsheet", pages: int = 4, lang: Language = "en"
) -> Starter:
    """Make `folder`, an edition of `pages` pages (1 to `MOST_PAGES`) of a format of `FORMATS`, with
    comments in a language, which a project in Chinese goes on speaking.

    A relative path stays inside the working folder; a whole one is taken as it is. The folder
    may be there already, if it is empty. Raises `StopError` for a path that will not do,
    `WriteError` where it cannot be written; then nothing is left behind.
    """
    may_be_made(folder)
    try:
        files = files_of(folder.name, kind=kind, pages=pages, lang=lang)
    except OSError as exc:
        raise WriteError(said("part.not-whole", file=str(exc.filename))) from exc
    return Starter(folder=folder, written=whole_folder(folder, files))


def whole_folder(
    folder: Path, files: Mapping[str, bytes], judge: Callable[[Path], None] | None = None
) -> tuple[str, ...]:
    """Make a folder of files, by their paths in it; what was written, in order.

    `judge` looks at it where it stands before it is put in place, and raises what is wrong with
    it. Raises `WriteError`; the folder is whole or not there.
    """
    beside = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        try:
            for name, data in files.items():
                path = beside / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            if judge is not None:
                judge(beside)
            beside.replace(folder)  # in place of an empty folder, never of one that holds anything
        except BaseException:  # Ctrl-C too: nothing half made stays behind
            shutil.rmtree(beside, ignore_errors=True)
            raise
    except OSError as exc:
        told = said("part.not-written", path=str(folder), reason=reason(exc))
        raise WriteError(told) from exc
    return tuple(sorted(files))


def may_be_made(folder: Path) -> None:
    """Whether an edition may be made there. Raises `StopError` with what is wrong."""
    here = shown(str(folder))
    if not _NAME.fullmatch(folder.name):
        raise _refused("NEW-FOLDER.name", here)
    try:
        if not folder.is_absolute() and not _stays_inside(folder):
            raise _refused("NEW-FOLDER.outside", here)
        if not folder.parent.is_dir():
            raise _refused("NEW-FOLDER.parent", shown(str(folder.parent)))
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise _refused("NEW-FOLDER.taken", here)
        if folder.is_dir() and next(folder.iterdir(), None) is not None:
            raise _refused("NEW-FOLDER.full", here)
    except (OSError, ValueError) as exc:  # ValueError: a NUL in the path
        raise StopError([error("NEW-FOLDER.look", name=here, reason=reason(exc))]) from exc


def _stays_inside(folder: Path) -> bool:
    """Whether a relative path ends below the working folder, links followed."""
    return folder.parent.resolve().is_relative_to(Path.cwd()) and ".." not in folder.parts


def _refused(key: str, name: str) -> StopError:
    return StopError([error(key, name=name)])
