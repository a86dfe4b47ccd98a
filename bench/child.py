"""One cold process: its wall time, its processor time and its peak memory."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final

PEAK_UNIT: Final = 1024 * 1024 if sys.platform == "darwin" else 1024
"""Linux counts ru_maxrss in KiB, macOS in bytes."""


class ChildError(Exception):
    """A child that did not end well; the message holds what it said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What a child took: milliseconds and MiB. `out` and `err` are what it printed."""

    wall: float
    cpu: float
    peak: float
    out: str
    err: str


class Launcher:
    """Starts children one after another. A context: the small process behind it ends with it."""

    def __init__(self) -> None:
        script = Path(__file__).with_name("launcher.py")
        self._process = subprocess.Popen(
            [sys.executable, "-S", str(script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> "Launcher":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def run(self, command: Sequence[str], cwd: Path) -> Spent:
        """Run a command to its end. Raises `ChildError` when its status is not 0."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        request = json.dumps({"command": list(command), "cwd": str(cwd)})
        self._process.stdin.write(request + "\n")
        self._process.stdin.flush()
        got = json.loads(self._process.stdout.readline())
        if got["status"] != 0:
            shown = " ".join(Path(word).name for word in command if "\n" not in word)
            last = (got["err"].strip() or "nothing said").splitlines()[-1]
            raise ChildError(f"{shown} ended with {got['status']}: {last}")
        return Spent(
            wall=got["wall"] * 1000,
            cpu=got["cpu"] * 1000,
            peak=got["peak"] / PEAK_UNIT,
            out=got["out"],
            err=got["err"],
        )
