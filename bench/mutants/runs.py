"""A room's tests against a copy of the tree with one change in it."""

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.mutants.draw import PACKAGE, Mutant

_GOLDENS: Final = (
    "tests/test_golden.py", "tests/test_golden_furniture.py", "tests/test_golden_headlines.py",
)  # fmt: skip
ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "spec": _GOLDENS,
    "flow": _GOLDENS,
    "correction": ("tests/importer/test_golden_import.py", "tests/importer/test_recognise.py"),
}
"""Tests of a room beside those in its own folder: what a spec means and what make-up gives is held
by the goldens, what correcting gives by whole imports."""
_LEFT_OUT: Final = (
    ".git", ".venv", ".lanes", "out", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info",
)  # fmt: skip
TIMES: Final = 4
"""A run that takes so many times the processor time of the unchanged one hangs."""
LEAST_S: Final = 60
WAIT: Final = 20
"""The same of time by the clock, which a busy machine stretches."""
MEMORY_KB: Final = 6_000_000


class BrokenError(Exception):
    """The tests of a room fail without any change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How a room's tests ended: with `failed`, what failed; seconds by the clock and of the
    processor."""

    failed: str
    passed: bool
    seconds: float
    processor: float


def copied(root: Path, folder: Path) -> Path:
    """The tree in a folder of its own, with compiled files that are held by what is in them, never
    by their date: a change within a second is seen."""
    shutil.copytree(root, folder, ignore=shutil.ignore_patterns(*_LEFT_OUT), symlinks=True)
    command = ["-m", "compileall", "-q", "--invalidation-mode", "checked-hash", PACKAGE, "tests"]
    subprocess.run([sys.executable, *command], cwd=folder, check=False, capture_output=True)
    return folder


def order_of(root: Path, room: str, path: str | None) -> list[str]:
    """The files of a room's tests. Those of the file at `path` come first, by their name, then the
    others of its folder: pytest runs files in the order given, but not a file before its folder."""
    own = sorted((root / "tests" / room).rglob("test_*.py"))
    found = [p.relative_to(root) for p in own]
    if path is not None:
        mirror = Path("tests", *Path(path).parts[1:])
        name = f"test_{mirror.stem}"
        found.sort(key=lambda p: (p.parent != mirror.parent, not p.stem.startswith(name)))
    return [*(p.as_posix() for p in found), *ALSO.get(room, ())]


def run(copy: Path, tests: Sequence[str], unchanged: Run | None = None) -> Run:
    """The tests in the copy, up to the first that fails; with limits of time where it is known how
    long they take `unchanged`."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "-p", "no:cacheprovider",
               *tests]  # fmt: skip
    wait = None
    if unchanged is not None:
        limit = round(LEAST_S + TIMES * unchanged.processor)
        wait = limit + WAIT * unchanged.seconds
        limits = f"ulimit -t {limit}; ulimit -v {MEMORY_KB} 2>/dev/null; "
        command = ["sh", "-c", f'{limits}exec "$@"', "sh", *command]
    began, before = time.monotonic(), _processor()
    environment = os.environ | {
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(copy),  # before the checkout that is installed, for their children too
        "PYTHONHASHSEED": "0",
        "CI": "1",  # the same examples each time, and no golden written anew
    }
    process = subprocess.Popen(
        command, cwd=copy, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8", errors="replace", start_new_session=True,
    )  # fmt: skip
    try:
        said, _ = process.communicate(timeout=wait)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        said, _ = process.communicate()
        said += "\nFAILED no end in time"
    rows = [row for row in said.splitlines() if row.startswith(("FAILED ", "ERROR "))]
    failed = rows[-1] if rows else said.strip().rpartition("\n")[2]
    return Run(
        failed=failed,
        passed=process.returncode == 0,
        seconds=time.monotonic() - began,
        processor=_processor() - before,
    )


def _processor() -> float:
    """Seconds that all finished children have taken; of runs side by side, those of them all."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def unchanged(copy: Path, room: str) -> Run:
    """A room's tests without a change. Raises `BrokenError` where one fails."""
    found = run(copy, order_of(copy, room, None))
    if not found.passed:
        raise BrokenError(f"the tests of {room} fail without a change: {found.failed}")
    return found


def tried(copy: Path, mutant: Mutant, before: Run) -> Run:
    """A room's tests with one change; the copy is as it was after it."""
    path = copy / mutant.path
    source = path.read_bytes()
    path.write_bytes(mutant.change.made_in(source))
    try:
        return run(copy, order_of(copy, mutant.room, mutant.path), before)
    finally:
        path.write_bytes(source)
