"""Writing files whole or not at all."""

import contextlib
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from layout.errors import BanxinError
from layout.words.said import Said, said

_BESIDE: Final = ".part"
MOST_MADE: Final = 1 << 30
"""Bytes of a file that is taken for one that was made here."""


class WriteError(BanxinError):
    """A file could not be written; nothing was changed."""


class FreeNames:
    """Names that files of one folder bear, each of them once: the second `A1` is `A1-2`.

    Names that differ in case alone are one file on Windows and macOS.
    """

    def __init__(self, *taken: str) -> None:
        self._taken = {name.casefold() for name in taken}

    def take(self, name: str) -> str:
        """The name, or the first one with a number behind it that is free."""
        found, number = name, 1
        while found.casefold() in self._taken:
            number += 1
            found = f"{name}-{number}"
        self._taken.add(found.casefold())
        return found


def write_file(path: Path, data: bytes) -> Path:
    """Write `data` beside `path` and rename it into place, making the folder where it is missing.

    Raises `WriteError`; a file that was there before stays as it was.
    """
    return put_in_place(write_beside(path, data), path)


def write_beside(path: Path, data: bytes, mark: str = "") -> Path:
    """Write `data` beside `path`, to be put in its place later; returns where it stands.

    `mark` sets apart what several processes write at one time. Raises `WriteError`.
    """
    beside = beside_of(path, mark or own_mark())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
    except BaseException as exc:  # Ctrl-C too: no half-written file stays behind
        take_away(beside)
        if isinstance(exc, OSError):
            raise WriteError(unwritten(path, exc)) from exc
        raise
    return beside


def beside_of(path: Path, mark: str) -> Path:
    """Where a file waits beside its place, under a mark."""
    return path.with_name(f".{path.name}.{mark}{_BESIDE}")


def put_in_place(beside: Path, path: Path) -> Path:
    """Rename what `write_beside` has written. Raises `WriteError`; the old file then stays."""
    try:
        beside.replace(path)
    except BaseException as exc:
        take_away(beside)
        if isinstance(exc, OSError):
            raise WriteError(unwritten(path, exc)) from exc
        raise
    return path


def unwritten(path: Path, exc: OSError) -> Said:
    """Why a file could not be written, to be told."""
    from layout.words.system import reason  # loaded where something fails

    return said("part.not-written", path=str(path), reason=reason(exc))


def digest_of_file(path: Path) -> str | None:
    """The digest of a file that was made; None where none stands there that could be ours."""
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > MOST_MADE:
            return None
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def take_away(beside: Path) -> None:
    """Remove what was written beside, if it is there."""
    with contextlib.suppress(OSError):
        beside.unlink()


def own_mark() -> str:
    """What sets apart the files of this process: `1a2b3c4d-4711`, the machine and the process."""
    return f"{this_machine()}-{os.getpid()}"


def sweep_dead(folder: Path) -> None:
    """Remove what processes of this machine wrote beside and did not live to place."""
    for left in left_by_dead(folder):
        take_away(left)


def left_by_dead(folder: Path) -> Iterator[Path]:
    """What processes of this machine that are no more have left beside."""
    if os.name != "posix":  # elsewhere a process cannot be asked whether it lives
        return
    with contextlib.suppress(OSError):
        for left in folder.glob(f".*{_BESIDE}"):
            words = left.name.removesuffix(_BESIDE).rpartition(".")[2].split("-")
            if len(words) >= 2 and words[0] == this_machine() and words[1].isdigit():
                try:
                    os.kill(int(words[1]), 0)
                except ProcessLookupError:
                    yield left
                except (OSError, OverflowError):  # another user's, or no process at all
                    continue


def this_machine() -> str:
    """This machine, in eight digits: a folder may be shared, and process ids are each one's own."""
    from zlib import crc32

    name = os.uname().nodename if hasattr(os, "uname") else ""
    return f"{crc32(name.encode('utf-8', 'surrogateescape')):08x}"


def sweep(folder: Path, mark: str) -> None:
    """Remove what was written beside under a mark, which may hold `*`, and never placed."""
    with contextlib.suppress(OSError):
        for left in folder.glob(f".*.{mark}{_BESIDE}"):
            take_away(left)
