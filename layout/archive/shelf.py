"""A folder beside the outputs where a worker of the same machine lays what it makes.

Its pages are then neither sent nor written twice. The worker lays them there only where it finds
the word that was written for this run, by the same user: so it is the same disk. What is asked for
has a place of its own each time, so that a worker that was given up and goes on is in nobody's way.
Who asks believes what lies there by the digest of each file, as if it had come.
"""

import os
import shutil
from pathlib import Path
from secrets import token_hex
from typing import Final

from layout.files import beside_of, left_by_dead, own_mark, this_machine, write_beside

NAME: Final = "banxin"
WORD: Final = "word"


class Shelf:
    """The shelf of a run, as who asks has it."""

    def __init__(self, out: Path) -> None:
        self._folder = beside_of(out.absolute() / NAME, own_mark())
        self._count = 0
        self.word = token_hex(16)

    def put_up(self) -> None:
        """Make it ready; where that cannot be, no worker finds its word there."""
        try:
            self._folder.mkdir(mode=0o700, parents=True)
            (self._folder / WORD).write_text(self.word, "ascii")
        except OSError:
            self.take_down()

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

    def take_down(self) -> None:
        """Remove it, with what still lies there, and those of runs that were killed."""
        for folder in (self._folder, *left_by_dead(self._folder.parent)):
            shutil.rmtree(folder, ignore_errors=True)


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
