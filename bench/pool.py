"""Workers side by side, each with the next piece of work as soon as it is free."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

from bench.launcher import ENVIRONMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One file to make."""

    sources: tuple[str, ...]
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What a batch took in seconds: by the clock, and of the workers' processors."""

    wall: float
    cpu: float


class Worker:
    """A `bench.worker` process, held to some cores. `root` is the project it works in."""

    def __init__(self, kind: str, root: Path, cores: Sequence[int]) -> None:
        self._root = str(root)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.worker", kind],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=ENVIRONMENT,
        )
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(self._process.pid, cores)

    def make(self, job: Job) -> float:
        """Make one file; the processor seconds it took. Raises `RuntimeError` when it ended."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        request = {"sources": job.sources, "target": job.target, "root": self._root}
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("a worker ended; what it said stands above")
        return float(json.loads(answer))

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def run_batch(
    kind: str,
    root: Path,
    jobs: Sequence[Job],
    cores: Sequence[int],
    *,
    first: Job | None,
    together: bool = False,
) -> Batch:
    """All jobs, on one worker a core, or on one worker with all the cores if `together`.

    With `first` every worker makes that before the clock starts; without, the clock starts before
    the workers do.
    """
    start = time.perf_counter()
    shares = [tuple(cores)] if together else [(core,) for core in cores]
    workers = [Worker(kind, root, share) for share in shares]
    if first is not None:
        for worker in workers:
            worker.make(first)
        start = time.perf_counter()
    waiting: SimpleQueue[Job] = SimpleQueue()
    for job in jobs:
        waiting.put(job)

    def drain(worker: Worker) -> float:
        spent = 0.0
        while True:
            try:
                job = waiting.get_nowait()
            except Empty:
                return spent
            spent += worker.make(job)

    with ThreadPoolExecutor(len(workers)) as threads:
        cpu = sum(threads.map(drain, workers))
    wall = time.perf_counter() - start
    for worker in workers:
        worker.close()
    return Batch(wall=wall, cpu=cpu)
