"""Files that a command is given by themselves, a text or copy, each within a limit."""

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


def read_source(given: Path | str, most: int = MOST_TEXT, key: str = "IMPORT-READ.file") -> bytes:
    """A file's bytes. Raises `StopError`, with what is wrong under `key`; never opens a device or a
    pipe."""
    from layout.editions import near_path
    from layout.environment import Files, MissingPathError, PathError

    path = Path(given)
    try:
        return Files(root=path.parent).read(path, most)
    except PathError as exc:
        hint = near_path(path) if isinstance(exc, MissingPathError) else ""
        told = said(key, fault=exc.args[0], hint=hint)
        raise StopError([error(told, whole_file(str(given)))]) from exc
