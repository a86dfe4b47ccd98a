"""An archive on two Dask workers of one thread, beside `banxin build --jobs 2`; a worker's memory.

    python -m bench.archive                    2,000 pages, as the section `archive` has them
    python -m bench.archive --pages 200 --rounds 3
    python -m bench.archive --pages 200 --issue 8    issues of eight pages, each with its book

The scheduler and its workers are there before the clock starts, as a library's are, begun as
docs/archive.md says; each round has workers of its own, and both ways make all pages from a cold
start of the command.
"""

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.child import Launcher
from bench.edition import make_pages
from bench.figures import Figures, Target
from bench.launcher import ENVIRONMENT
from bench.rivals import BANXIN
from bench.table import section, table
from layout.environment import EDITION_FILE

PAGES: Final = 2000
ROUNDS: Final = 3
SPEED: Final = Target(text="≥ 0.9 × --jobs 2", limit=0.9, at_least=True)
MEMORY: Final = Target(text="≤ 1.05 ×", limit=1.05)
_WAIT_S: Final = 60
QUIET: Final = {
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "1s",
}
"""What docs/archive.md turns off: looking at itself a hundred times a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A scheduler's address, and its workers' processes."""

    address: str
    workers: tuple[int, ...]


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report."""
    return measured(launcher, folder, PAGES, min(runs, ROUNDS))


def measured(launcher: Launcher, folder: Path, pages: int, rounds: int, issue: int = 1) -> str:
    """So many pages in both ways, in turn; by themselves, or as issues of so many."""
    specs = [str(spec.relative_to(folder)) for spec in make_pages(folder, pages)]
    command = (BANXIN, "build", *(specs if issue == 1 else _issues(folder, specs, issue)))
    here, there, grown = [], [], []
    for number in range(rounds):
        one, other = folder / f"jobs-{number}", folder / f"cluster-{number}"
        spent = launcher.run((*command, "-o", str(one), "--jobs", "2"), folder)
        here.append(1000 * pages / spent.wall)
        with cluster(folder) as dask:
            wall, sizes = on_cluster((*command, "-o", str(other)), dask, folder)
        there.append(pages / wall)
        grown.append(_grown(sizes, pages))
        _same(one, other)
    ratio = [b / a for a, b in zip(here, there, strict=True)]
    rows = [
        ("`--jobs 2`, pages/s", f"{Figures.of(here).median:.1f}", f"{max(here):.1f}", ""),
        ("two Dask workers, pages/s", f"{Figures.of(there).median:.1f}", f"{max(there):.1f}", ""),
        ("of it", f"{Figures.of(ratio).median:.2f}", f"{max(ratio):.2f}",
         SPEED.verdict(Figures.of(ratio).median)),
        ("a worker's memory at the end, of that after a quarter", f"{Figures.of(grown).median:.3f}",
         f"{min(grown):.3f}", MEMORY.verdict(Figures.of(grown).median)),
    ]  # fmt: skip
    what = "in separate files" if issue == 1 else f"in issues of {issue}, each with its book"
    return section(
        "An archive",
        table((f"{pages:,} pages {what}", "median", "best", "target"), rows),
        "Every page has other text. The files of both ways are the same to the byte. Memory is the "
        "mean of the last quarter of the pages over that of the second one, of the larger worker.",
    )


def _issues(folder: Path, specs: Sequence[str], size: int) -> list[str]:
    """Editions that list so many of the pages each."""
    made = []
    for first in range(0, len(specs), size):
        path = folder / f"specs/issue-{first // size + 1:03}" / EDITION_FILE
        path.parent.mkdir()
        listed = "".join(f"  - {spec}\n" for spec in specs[first : first + size])
        path.write_text(f"pages:\n{listed}", encoding="utf-8")
        made.append(str(path.parent.relative_to(folder)))
    return made


@contextlib.contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A scheduler with two workers of one thread, ended with all they left."""
    with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as own:
        at = Path(own) / "scheduler.json"
        common = ["--no-dashboard", "--host", "127.0.0.1"]
        started = [_dask("scheduler", *common, "--port", "0", "--scheduler-file", str(at))]
        try:
            address = _written(at)
            for _ in range(2):
                alone = ["--nthreads", "1", "--no-nanny", "--memory-limit", "0"]
                started.append(_dask("worker", address, *common, *alone, "--local-directory", own))
            yield Cluster(address=address, workers=tuple(one.pid for one in started[1:]))
        finally:
            for process in reversed(started):
                process.kill()
                process.wait()


def on_cluster(
    command: Sequence[str], dask: Cluster, folder: Path
) -> tuple[float, list[tuple[int, int]]]:
    """Seconds of a command, and the resident KiB of the larger worker by the pages made so far."""
    _await_workers(dask)
    start = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--cluster", dask.address],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT,
    )  # fmt: skip
    assert process.stderr is not None
    sizes: list[tuple[int, int]] = []
    made = 0
    for line in process.stderr:
        if ": made" in line:
            made += 1
            if made % 10 == 0:
                sizes.append((made, max(_resident(pid) for pid in dask.workers)))
    if process.wait() > 1:
        raise RuntimeError(f"the command ended with {process.returncode}")
    return time.perf_counter() - start, sizes


def _dask(*words: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *words],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT | QUIET,
    )  # fmt: skip


def _written(path: Path) -> str:
    """The address that a scheduler writes into a file when it is there."""
    end = time.monotonic() + _WAIT_S
    while time.monotonic() < end:
        with contextlib.suppress(OSError, ValueError):
            return str(json.loads(path.read_text(encoding="utf-8"))["address"])
        time.sleep(0.05)
    raise RuntimeError("no scheduler")


def _await_workers(dask: Cluster) -> None:
    from distributed import Client

    with Client(dask.address, set_as_default=False) as client:
        client.wait_for_workers(len(dask.workers), timeout=_WAIT_S)


def _resident(pid: int) -> int:
    rows = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(row.split()[1]) for row in rows if row.startswith("VmRSS"))


def _grown(sizes: Sequence[tuple[int, int]], pages: int) -> float:
    def mean(first: float, last: float) -> float:
        own = [size for made, size in sizes if first * pages < made <= last * pages]
        return sum(own) / len(own)

    return mean(0.75, 1) / mean(0.25, 0.5)


def _same(one: Path, other: Path) -> None:
    here, there = ({p.name: p for p in folder.rglob("*.pdf")} for folder in (one, other))
    assert here.keys() == there.keys()  # in a run over an archive each issue has its folder
    assert all(path.read_bytes() == there[name].read_bytes() for name, path in here.items())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench.archive", description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--issue", type=int, default=1, help="pages of an issue")
    args = parser.parse_args()
    assert os.name == "posix"
    with Launcher() as starter, tempfile.TemporaryDirectory(prefix="banxin-bench-") as room:
        print(measured(starter, Path(room), args.pages, args.rounds, args.issue))
