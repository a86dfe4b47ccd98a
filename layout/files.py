"""Writing files whole or not at all."""

import contextlib
import os
from pathlib import Path
from typing import Final

from layout.errors import BanxinError

_BESIDE: Final = ".part"


class WriteError(BanxinError):
    """A file could not be written; nothing was changed."""


def write_file(path: Path, data: bytes) -> Path:
    """Write `data` beside `path` and rename it into place, making the folder where it is missing.

    Raises `WriteError`; a file that was there before stays as it was.
    """
    return put_in_place(write_beside(path, data), path)


def write_beside(path: Path, data: bytes, mark: str = "") -> Path:
    """Write `data` beside `path`, to be put in its place later; returns where it stands.

    `mark` sets apart what several processes write at one time. Raises `WriteError`.
    """
    beside = path.with_name(f".{path.name}.{mark or os.getpid()}{_BESIDE}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
    except BaseException as exc:  # Ctrl-C too: no half-written file stays behind
        take_away(beside)
        if isinstance(exc, OSError):
            raise WriteError(f"{path} cannot be written: {exc.strerror or exc}") from exc
        raise
    return beside


def put_in_place(beside: Path, path: Path) -> Path:
    """Rename what `write_beside` has written. Raises `WriteError`; the old file then stays."""
    try:
        beside.replace(path)
    except BaseException as exc:
        take_away(beside)
        if isinstance(exc, OSError):
            raise WriteError(f"{path} cannot be written: {exc.strerror or exc}") from exc
        raise
    return path


def take_away(beside: Path) -> None:
    """Remove what was written beside, if it is there."""
    with contextlib.suppress(OSError):
        beside.unlink()


def sweep(folder: Path, mark: str) -> None:
    """Remove what was written beside under a mark, which may hold `*`, and never placed."""
    with contextlib.suppress(OSError):
        for left in folder.glob(f".*.{mark}{_BESIDE}"):
            take_away(left)
