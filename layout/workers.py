"""Work shared out to the cores: forked processes that take the next piece as soon as they are free.

A fork after the imports costs a few milliseconds, where a pool of the standard library would cost
thirty for its import and then import everything again in each worker. The process that asks works
too. Where there is no fork, or threads run that a fork would leave half alive, it works alone.

What a piece comes to may not depend on what the same process did before: then results are the same
for any number of jobs. They come in the order in which they are done.
"""

import os
import pickle
import signal
import struct
import threading
import time
from collections.abc import Callable, Generator, Iterator
from typing import Any, Final, NamedTuple, NoReturn, TypeVar

from layout.console import flush
from layout.words.said import Said, said

T = TypeVar("T")

TOKENS: Final = 1000
"""Most shares the work is cut into: all of them are written into a pipe before anyone reads."""
_ROOM: Final = 1 << 20
"""Bytes a pipe of results should hold, so that nobody waits for a reader who is at work."""
_GRACE_S: Final = 2.0
"""What a worker is given to take away its half-written files before it is ended."""
_TOKEN: Final = struct.Struct("<I")
_HEAD: Final = struct.Struct("<cII")  # what it is, of which piece, how many bytes follow
_BEGUN, _DONE, _FAULT = b"b", b"d", b"f"


class CrewError(Exception):
    """A defect of the toolkit in a worker, with its traceback; the same that would have ended a
    build in one process."""


class Died(NamedTuple):
    """The result of a piece whose worker ended without one: killed, or out of memory."""

    status: int  # as `os.waitstatus_to_exitcode` gives it: negative for a signal

    def told(self) -> Said:
        """How the worker ended, to be put behind its name."""
        if self.status >= 0:
            return said("part.ended-status", status=self.status)
        try:
            return said("part.ended-by", signal=signal.Signals(-self.status).name)
        except ValueError:
            return said("part.ended-by-signal", number=-self.status)


def share_out(
    work: Callable[[int], T], count: int, jobs: int
) -> Generator[tuple[int, T | Died], None, None]:
    """The number and the result of each of `count` pieces, as they are done by `jobs` processes.

    What `work` raises in a worker is raised as `CrewError`: faults of the input it should return.
    Leaving the iterator, by Ctrl-C as well, ends every worker.
    """
    hands = min(jobs, count) - 1
    if hands < 1 or not hasattr(os, "fork") or threading.active_count() > 1:
        for at in range(count):
            yield at, work(at)
        return
    step = -(-count // TOKENS)
    queue, fill = os.pipe()
    with os.fdopen(fill, "wb") as full:
        full.write(b"".join(map(_TOKEN.pack, range(0, count, step))))
    crew: list[_Worker] = []
    missing = dict.fromkeys(range(count))
    try:
        for _ in range(hands):
            crew.append(_Worker(work, queue, count, step, crew))
        while (own := _next(queue, count, step)) is not None:
            for at in own:
                del missing[at]
                yield at, work(at)
                for result in _gather(crew, wait=False):
                    missing.pop(result[0], None)
                    yield result
        while any(w.pipe >= 0 for w in crew):
            for result in _gather(crew, wait=True):
                missing.pop(result[0], None)
                yield result
    finally:
        os.close(queue)
        _end(crew)
    for at in missing:  # what a worker had taken and not begun when it died
        yield at, work(at)


class _Worker:
    """A forked process and what has come from it so far."""

    def __init__(
        self,
        work: Callable[[int], Any],
        queue: int,
        count: int,
        step: int,
        others: "list[_Worker]",
    ) -> None:
        flush()  # else what is held back would be written twice
        self.pipe, give = os.pipe()
        self.pid = os.fork()
        if not self.pid:
            for other in (*others, self):
                os.close(other.pipe)
            _labour(work, queue, give, count, step)
        os.close(give)
        os.set_blocking(self.pipe, False)
        _widen(self.pipe)
        self._held = b""
        self._at: int | None = None

    def read(self) -> Iterator[tuple[int, Any]]:
        """The results that have come; with the last of a worker that died, what it died of."""
        parts = [self._held]
        over = False
        while True:
            try:
                part = os.read(self.pipe, _ROOM)
            except BlockingIOError:
                break
            if not part:
                over = True
                break
            parts.append(part)
        held = b"".join(parts)
        at = 0
        while len(held) - at >= _HEAD.size:
            what, number, size = _HEAD.unpack_from(held, at)
            if len(held) - at - _HEAD.size < size:
                break
            at += _HEAD.size
            body = held[at : at + size]
            at += size
            self._at = number if what == _BEGUN else None
            if what == _FAULT:
                raise CrewError(pickle.loads(body))  # noqa: S301  from our own fork
            if what == _DONE:
                yield number, pickle.loads(body)  # noqa: S301  from our own fork
        self._held = held[at:]
        if over:
            status = self.close()
            if self._at is not None:
                yield self._at, Died(status)

    def close(self) -> int:
        """Wait for its end, which has come or is coming; its exit status."""
        if self.pipe >= 0:
            os.close(self.pipe)
            self.pipe = -1
        if not self.pid:
            return 0
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return os.waitstatus_to_exitcode(status)


def _labour(work: Callable[[int], Any], queue: int, give: int, count: int, step: int) -> NoReturn:
    """What a worker does, to its end."""
    import gc

    gc.freeze()  # what the parent has made lives as long as this process: never look at it again
    status = 1
    number = 0
    try:
        while (own := _next(queue, count, step)) is not None:
            for number in own:
                _send(give, _BEGUN, number)
                _send(give, _DONE, number, pickle.dumps(work(number), 5))
        status = 0
    except (KeyboardInterrupt, BrokenPipeError):  # nobody waits for more
        status = 130
    except BaseException:
        import traceback

        _send(give, _FAULT, number, pickle.dumps(traceback.format_exc(), 5))
    finally:
        os._exit(status)  # buffers, locks and files that the parent holds too stay untouched


def _send(give: int, what: bytes, number: int, body: bytes = b"") -> None:
    data = memoryview(_HEAD.pack(what, number, len(body)) + body)
    while data:
        data = data[os.write(give, data) :]


def _next(queue: int, count: int, step: int) -> range | None:
    """The next share of the work; None when all is given out. One read takes one token whole."""
    token = os.read(queue, _TOKEN.size)
    if len(token) < _TOKEN.size:
        return None
    (first,) = _TOKEN.unpack(token)
    return range(first, min(first + step, count))


def _gather(crew: list[_Worker], *, wait: bool) -> Iterator[tuple[int, Any]]:
    """What has come from the workers; with `wait`, at least one of them has something to say."""
    import select

    living = {w.pipe: w for w in crew if w.pipe >= 0}
    if not living:
        return
    ready, _, _ = select.select(list(living), [], [], None if wait else 0)
    for pipe in ready:
        yield from living[pipe].read()


def _widen(pipe: int) -> None:
    """Give a pipe more room than its 64 KiB, where the system can."""
    try:
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _ROOM)
    except (ImportError, AttributeError, OSError):  # as it is, a worker may have to wait
        return


def _end(crew: list[_Worker]) -> None:
    """No worker outlives this: those still at it are asked to stop, then made to."""
    busy = [w for w in crew if w.pid and w.pipe >= 0]
    for worker in busy:
        _signal(worker.pid, signal.SIGINT)
    end = time.monotonic() + _GRACE_S
    for worker in busy:
        while time.monotonic() < end:
            gone, _ = os.waitpid(worker.pid, os.WNOHANG)
            if gone:
                worker.pid = 0
                break
            time.sleep(0.005)
        if worker.pid:
            _signal(worker.pid, signal.SIGKILL)
    for worker in crew:
        worker.close()


def _signal(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return
