"""What `banxin import` reads: files of any kind, each within a limit."""

from pathlib import Path
from typing import Final

from layout.diagnostics import StopError, error, whole_file
from layout.words.said import said

MOST_TEXT: Final = 16 * 1024 * 1024
"""Bytes of a text; more than the importer takes: it says its own limit in its own words."""


def is_word_file(path: Path) -> bool:
    """Whether a file is to be read as copy from Word."""
    from layout.importer.wordfile import is_word

    try:
        if path.is_file():
            with path.open("rb") as file:
                return is_word(path.name, file.read(8))
    except OSError:
        pass  # what cannot be read is told where it is read
    return is_word(path.name, b"")


def read_source(path: Path, most: int = MOST_TEXT) -> bytes:
    """A file's bytes. Raises `StopError`; never opens a device or a pipe."""
    from layout.editions import near_path
    from layout.environment import Files, MissingPathError, PathError

    try:
        if path.exists() and not path.is_file():
            raise PathError(said("part.path-no-file"))
        return Files(root=path.parent).read(path, most)
    except PathError as exc:
        hint = near_path(path) if isinstance(exc, MissingPathError) else ""
        told = said("IMPORT-READ.file", fault=exc.args[0], hint=hint)
        raise StopError([error(told, whole_file(str(path)))]) from exc
