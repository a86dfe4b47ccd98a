"""The folder of an edition as it is written into: one writer at a time, nothing outside of it."""

import contextlib
import os
import shutil
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from layout.diagnostics import error, whole_file
from layout.files import WriteError, put_in_place, sweep_dead, take_away, write_beside
from layout.rewrite.texts import RefusedError
from layout.words.said import said

HIDDEN: Final = ".banxin"
LOCK: Final = "lock"
TRIES: Final = 300
PAUSE_S: Final = 0.01


def kept_in(folder: Path) -> Path:
    """The folder for what a proof keeps beside an edition, made where it is missing. Raises
    `RefusedError` where there can be none, or it leads elsewhere."""
    path = folder / HIDDEN
    try:
        path.mkdir(mode=0o700, exist_ok=True)
        if path.is_symlink() or not path.is_dir():
            raise RefusedError(error("REVISE.no-folder", whole_file(str(path))))
        ignored = path / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")
    except OSError as exc:
        raise RefusedError(error("REVISE.no-folder", whole_file(str(path)))) from exc
    return path


@contextlib.contextmanager
def one_writer(folder: Path) -> Iterator[Path]:
    """Holds the lock of an edition's folder: other processes wait. Raises `RefusedError` where one
    of them does not let go of it."""
    kept = kept_in(folder)
    try:
        file = (kept / LOCK).open("ab+")
    except OSError as exc:
        raise RefusedError(error("REVISE.no-folder", whole_file(str(kept)))) from exc
    with file:
        for left in range(TRIES, -1, -1):
            if _locked(file):
                break
            if not left:
                raise RefusedError(error("REVISE.busy", whole_file(str(folder))))
            time.sleep(PAUSE_S)
        try:
            yield kept
        finally:
            _let_go(file)


def _locked(file: IO[bytes]) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        return _locked_there(file)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _let_go(file: IO[bytes]) -> None:
    with contextlib.suppress(ImportError, OSError):
        import fcntl

        fcntl.flock(file, fcntl.LOCK_UN)


def _locked_there(file: IO[bytes]) -> bool:
    import msvcrt

    file.seek(0)
    try:
        lock = getattr(msvcrt, "locking")  # noqa: B009  not known to type checkers elsewhere
        lock(file.fileno(), getattr(msvcrt, "LK_NBLCK"), 1)  # noqa: B009
    except OSError:
        return False
    return True


def may_write(path: Path, folder: Path, name: str) -> Path:
    """The file behind a path, which must be one of the folder's own. Raises `RefusedError`."""
    real = Path(os.path.realpath(path))
    home = Path(os.path.realpath(folder))
    if not real.is_relative_to(home) or HIDDEN in real.relative_to(home).parts:
        raise RefusedError(error("REVISE.outside", whole_file(name)))
    try:
        facts = real.stat()
    except OSError as exc:
        raise RefusedError(error("REVISE.gone", whole_file(name))) from exc
    if not stat.S_ISREG(facts.st_mode):
        raise RefusedError(error("REVISE.outside", whole_file(name)))
    if not facts.st_mode & 0o222 or not os.access(real, os.W_OK):
        raise RefusedError(error("REVISE.read-only", whole_file(name)))
    return real


def may_begin(path: Path, folder: Path, name: str) -> Path:
    """Where a file may be begun that is not there: in one of the folder's own. Raises
    `RefusedError`."""
    parent, home = Path(os.path.realpath(path.parent)), Path(os.path.realpath(folder))
    if not parent.is_relative_to(home) or HIDDEN in parent.relative_to(home).parts:
        raise RefusedError(error("REVISE.outside", whole_file(name)))
    if path.is_symlink() or not os.access(parent, os.W_OK):  # a link that leads nowhere
        raise RefusedError(error("REVISE.read-only", whole_file(name)))
    return parent / path.name


def put(path: Path, data: bytes | None, old: bytes | None) -> bool:
    """Write a file, whole or not at all, with the mode and owner that it has. False, with nothing
    written, where it is not the `old` one any more; None is a file that is not there. Raises
    `WriteError`."""
    if data is None:
        return _away(path, old)
    sweep_dead(path.parent)
    if old is None:
        return _begun(path, data)
    beside = write_beside(path, data)
    with contextlib.suppress(OSError):  # a share may have no modes
        shutil.copymode(path, beside)
        if hasattr(os, "chown"):
            facts = path.stat()
            os.chown(beside, facts.st_uid, facts.st_gid)
    try:
        same = path.read_bytes() == old  # an editor may have saved it since it was read
    except OSError:
        same = False
    if not same:
        take_away(beside)
        return False
    put_in_place(beside, path)
    return True


def _begun(path: Path, data: bytes) -> bool:
    """Write a file that is not there."""
    beside = write_beside(path, data)
    if os.path.lexists(path):
        take_away(beside)
        return False
    put_in_place(beside, path)
    return True


def _away(path: Path, old: bytes | None) -> bool:
    """Take a file away that holds what it held."""
    try:
        if old is None or path.read_bytes() != old:
            return False
        path.unlink()
    except OSError as exc:
        from layout.words.system import reason  # loaded where something fails

        raise WriteError(said("part.not-written", path=str(path), reason=reason(exc))) from exc
    return True


__all__ = ["HIDDEN", "WriteError", "kept_in", "may_begin", "may_write", "one_writer", "put"]
