"""A folder beside the outputs where a worker of the same machine lays what it makes.

Its pages are then neither sent nor written twice. The worker lays them there only where it finds
the word that was written for this run, by the same user: so it is the same disk. What is asked for
has a place of its own each time, so that a worker that was given up and goes on is in nobody's way.
Who asks believes what lies there by the digest of each file, as if it had come.

Its run holds the lock of the word, which the system lets go of when the process ends, however that
is: so what a killed run has left is told from the shelf of one that goes on, and each run tells the
others into which folders it makes pages.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import IO, Final

from layout.diagnostics import Diagnostic
from layout.files import beside_of, left_by_dead, own_mark, this_machine, write_beside
from layout.record import replace
from layout.words.said import Said

NAME: Final = "banxin"
WORD: Final = "word"
FOLDERS: Final = "folders"


class Shelf:
    """The shelf of a run, as who asks has it."""

    def __init__(self, out: Path) -> None:
        self._folder = beside_of(out.absolute() / NAME, own_mark())
        self._count = 0
        self._held: IO[str] | None = None
        self.word = token_hex(16)

    def put_up(self, folders: Iterable[Path] = ()) -> set[Path]:
        """Make it ready, those of runs that were killed taken away; returns into which of these
        folders another run makes pages. Where it cannot be made, no worker finds its word there."""
        own = {folder.absolute(): folder for folder in folders}
        self.take_down()
        try:
            self._folder.mkdir(mode=0o700, parents=True)
            (self._folder / FOLDERS).write_bytes(b"\0".join(map(os.fsencode, own)))
            self._held = (self._folder / WORD).open("x", encoding="ascii")
            _lock(self._held)
            self._held.write(self.word)  # whoever finds it knows that it is locked
            self._held.flush()
        except OSError:
            self.take_down()
        theirs = {path for other in self._others() for path in _folders(other)}
        return {folder for path, folder in own.items() if path in theirs}

    def place(self) -> Path:
        """A place for what is sent now."""
        self._count += 1
        return self._folder / str(self._count)

    def take(self, laid: Path, path: Path, mark: str) -> Path:
        """Take a file that was laid to where it waits beside its place, as `write_beside` does, and
        as one that was written here. Raises `WriteError`."""
        beside = beside_of(path, mark)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            laid.chmod((self._folder / WORD).stat().st_mode)
            laid.replace(beside)
        except OSError:  # its place may be on another disk
            return write_beside(path, laid.read_bytes(), mark)
        return beside

    def unlaid(self, found: Iterable[Diagnostic], folder: Path) -> tuple[Diagnostic, ...]:
        """Findings of what was made for a folder: a file that could not be laid on the shelf is
        named by its place."""
        return tuple([self._placed(one, folder) for one in found])

    def _placed(self, one: Diagnostic, folder: Path) -> Diagnostic:
        why = dict(one.said.values).get("why")
        if not isinstance(why, Said) or why.key != "part.not-written":
            return one
        laid = Path(why["path"])
        if not laid.is_relative_to(self._folder):
            return one
        return replace(one, said=one.said.having(why=why.having(path=str(folder / laid.name))))

    def take_down(self) -> None:
        """Remove it, with what still lies there, and those of runs that were killed."""
        if self._held is not None:
            with suppress(OSError):
                self._held.close()
        out = self._folder.parent
        for folder in (self._folder, *left_by_dead(out), *filter(_is_left, self._others())):
            shutil.rmtree(folder, ignore_errors=True)

    def _others(self) -> list[Path]:
        """The shelves of other runs on this machine."""
        marked = beside_of(self._folder.with_name(NAME), f"{this_machine()}-*")
        with suppress(OSError):
            return [one for one in marked.parent.glob(marked.name) if one != self._folder]
        return []


def _lock(held: IO[str]) -> None:
    """Lock a word, where the system can."""
    with suppress(ImportError, OSError):
        import fcntl

        fcntl.flock(held, fcntl.LOCK_EX)


def _is_left(shelf: Path) -> bool:
    """Whether the run of a shelf has ended: nobody holds the lock of its word."""
    with suppress(ImportError, OSError), (shelf / WORD).open("rb") as file:
        import fcntl

        if file.read(1):  # else it is being put up
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            return True
    return False


def _folders(shelf: Path) -> Iterator[Path]:
    """The folders into which the run of a shelf makes pages."""
    with suppress(OSError):
        yield from map(Path, os.fsdecode((shelf / FOLDERS).read_bytes()).split("\0"))


def found_place(place: str, word: str) -> Path | None:
    """The place that a worker was given on a shelf, where it has that shelf too."""
    shelf = Path(place).parent
    try:
        if f".{this_machine()}-" not in shelf.name or (shelf / WORD).read_text("ascii") != word:
            return None
        if hasattr(os, "getuid") and shelf.stat().st_uid != os.getuid():
            return None
        Path(place).mkdir()
    except (OSError, ValueError):
        return None
    return Path(place)
