"""Files that were saved a moment ago: whether they were saved once more without a sign of it.

The clock of a file system ticks every few milliseconds. A file that is written twice within a tick,
at one length, has one state; read in between, it would be shown as it was for ever. So what was
saved just now is looked at again, by its bytes, when its tick is over.
"""

import time
from hashlib import blake2b
from pathlib import Path
from typing import Final

from layout.making.watched import State

TICK_S: Final = 0.03
"""Longer than a tick of any file system with fine times: that of Linux is 10 ms at most."""
_MOST: Final = 1 << 26  # bytes of a file that are read for this


class Recent:
    """The files that may have changed without a sign, with what they held."""

    def __init__(self) -> None:
        self._held: dict[Path, bytes] = {}
        self.due = 0.0  # when to look again, by the monotonic clock; 0 for never

    def note(self, states: dict[Path, State]) -> None:
        """Note what files hold that were saved within a tick, before they are read."""
        now = time.time_ns()
        for path, state in states.items():
            if state is not None and abs(now - max(state[0], state[1])) < TICK_S * 1e9:
                self._held[path] = _held(path)
                self.due = time.monotonic() + TICK_S

    def changed(self) -> set[Path]:
        """The files that hold something else now, when it is due; they are then forgotten."""
        self.due = 0.0
        found = {path for path, held in self._held.items() if _held(path) != held}
        self._held.clear()
        return found


def _held(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return blake2b(file.read(_MOST), digest_size=16).digest()
    except OSError:
        return b""
