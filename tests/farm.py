"""A Dask scheduler and workers of one thread on loopback, each a process that may be killed.

They are forks of one process that has loaded what all of them need: a worker is there in a tenth of
a second, where loading Dask takes it one. `python -m tests.farm` is that process.
"""

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.cost import HANG_S

PLAIN, OTHER, FAR, DEADLY, BROKEN = "plain", "other", "far", "deadly", "broken"
"""Workers: as ours; of another version; on a machine without our files; ended by page T3; one on
which nothing can be made."""


class Farm:
    """What the process has made."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.scheduler, self.address = self._ask("scheduler")
        self.workers: list[int] = []

    def start(self, kind: str = PLAIN) -> int:
        """A further worker; the id of its process, which is there when the scheduler knows it."""
        pid, _ = self._ask(f"{kind} {self.address}")
        self.workers.append(pid)
        return pid

    def kill(self, pid: int) -> None:
        """End a worker at once."""
        self.workers.remove(pid)
        with suppress(ProcessLookupError):  # it has ended by itself
            os.kill(pid, signal.SIGKILL)

    def _ask(self, words: str) -> tuple[int, str]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{words}\n")
        self._process.stdin.flush()
        pid, address = self._process.stdout.readline().split()
        return int(pid), address


@contextmanager
def farm() -> Iterator[Farm]:
    """A scheduler without workers; nothing of it is left behind."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.farm", folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=Path(__file__).parents[1],
            env=os.environ | {"DASK_CONFIG": folder},
        )
        made: Farm | None = None
        try:
            made = Farm(process)
            yield made
        finally:
            for pid in (*made.workers, made.scheduler) if made is not None else ():
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            process.communicate(timeout=HANG_S)


def main(folder: str) -> None:
    """Fork what each line of the input asks for."""
    import distributed

    import layout.archive.cluster
    import layout.render.press.document  # noqa: F401  what pages are made with

    assert distributed.Client
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while line := sys.stdin.readline():
        kind, *address = line.split()
        pid = os.fork()
        if not pid:
            asyncio.run(_serve(kind, folder, *address))
            os._exit(0)


async def _serve(kind: str, folder: str, address: str = "") -> None:
    from distributed import Scheduler, Worker

    os.close(0)
    if kind == "scheduler":
        async with Scheduler(host="127.0.0.1", port=0, dashboard=False) as scheduler:
            sys.stdout.write(f"{os.getpid()} {scheduler.address}\n")
            sys.stdout.flush()
            await scheduler.finished()
        return
    _spoil(kind)
    async with Worker(
        address, nthreads=1, host="127.0.0.1", memory_limit=0, local_directory=folder
    ) as worker:
        sys.stdout.write(f"{os.getpid()} {worker.address}\n")
        sys.stdout.flush()
        await worker.finished()


def _spoil(kind: str) -> None:
    """Make a worker other than it should be."""
    from importlib import import_module

    from layout.record import replace

    maker: Any = import_module("layout.archive.maker")
    identity, read_order, make_page = maker.identity, maker.read_order, maker.make_page
    if kind == OTHER:
        maker.identity = lambda: identity() | {"Banxin": "0.0.9 older"}
    elif kind == FAR:

        def elsewhere(data):
            order = read_order(data)
            return replace(order, root=f"/nowhere{order.root}")

        maker.read_order = elsewhere
    elif kind == DEADLY:

        def deadly(session, spec, *args, **more):
            if spec.name == "T3.yaml":
                os.kill(os.getpid(), signal.SIGKILL)
            return make_page(session, spec, *args, **more)

        maker.make_page = deadly
    elif kind == BROKEN:

        def broken(*_args, **_more):
            raise OSError(28, "No space left on device")

        maker.make_page = broken


if __name__ == "__main__":
    main(sys.argv[1])
