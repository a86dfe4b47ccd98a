"""What a piece of work costs, counted: the same number on an idle machine and on a busy one.

A clock tells what else the machine was doing. So work of ours is counted in steps (the lines of
Python it goes through) or calls. What happens inside a library (a regular expression, a decoder)
has neither: there the processor time of two sizes is compared, again and again until it fits.
"""

import contextlib
import gc
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from math import inf
from time import process_time
from types import FrameType
from typing import Any

HANG_S = 1200
"""After this a test hangs: no machine is so busy that work of seconds takes longer."""
MARGIN = 1.3
"""What a linear cost may grow beyond its size: tables that double, caches that are full."""
TRIES = 20
FAR_APART = 15
"""How many times as large the larger of two sizes is at least, for their times to be compared."""
SHORTEST_S = 0.02
"""Work shorter than this is timed in several rounds."""


class _Count:
    """So many, and no more than `most`: work without bound ends a test then, and not the day."""

    def __init__(self, what: str, most: int | None) -> None:
        self.what, self.most, self.found = what, inf if most is None else most, 0

    def one_more(self) -> None:
        self.found += 1
        if self.found > self.most:
            raise AssertionError(f"more than {self.most:,} {self.what}")


def steps(work: Callable[[], object], most: int | None = None, *, below: str = "") -> int:
    """The lines of Python that `work` goes through, ours and the libraries'; with `below`, those
    alone of files in whose path it stands.

    Raises `AssertionError` beyond `most`.
    """
    count = _Count("steps", most)

    def line(_frame: FrameType, event: str, _arg: Any) -> Any:
        if event == "line":
            count.one_more()
        return line

    def called(frame: FrameType, _event: str, _arg: Any) -> Any:
        return line if below in frame.f_code.co_filename else None

    return _counted(count, work, called, sys.gettrace, sys.settrace)


def calls(work: Callable[[], object], most: int | None = None) -> int:
    """The functions that `work` calls, those of libraries in C too; cheaper to count than steps.

    Raises `AssertionError` beyond `most`.
    """
    count = _Count("calls", most)

    def called(_frame: FrameType, event: str, _arg: Any) -> None:
        if event in ("call", "c_call"):
            count.one_more()

    return _counted(count, work, called, sys.getprofile, sys.setprofile)


def _counted(
    count: _Count,
    work: Callable[[], object],
    watcher: Any,
    watching: Callable[[], Any],
    watch: Callable[[Any], None],
) -> int:
    """Do the work under a watcher that counts; whoever watched before watches on afterwards."""
    before = watching()
    watch(watcher)
    try:
        work()
    finally:
        watch(before)
    # Whoever catches every exception has caught ours as well.
    assert count.found <= count.most, f"more than {count.most:,} {count.what}"
    return count.found


def assert_steps_grow_as(
    work: Callable[[int], object], small: int, large: int, *, margin: float = MARGIN
) -> None:
    """`work(large)` may take so many times the steps of `work(small)` as it is larger."""
    work(small)  # imports and caches that are filled once
    few = steps(lambda: work(small))
    steps(lambda: work(large), int(few * large / small * margin))


def assert_time_grows_as(work: Callable[[int], object], small: int, large: int) -> None:
    """The same in processor time, for what happens inside a library.

    Another process can only make a measure longer, so the shortest of several is nearest the
    truth. What grows by the power of 1.5 is let pass: caches that are full make large work dearer,
    and a square is as far beyond that as a line is below it.
    """
    assert large / small >= FAR_APART, "sizes too near each other: a square might pass"
    most = (large / small) ** 1.5
    shortest = {small: float("inf"), large: float("inf")}
    work(small)
    for _ in range(TRIES):
        for size, before in shortest.items():
            shortest[size] = min(before, _seconds(partial(work, size)))
        if shortest[large] <= shortest[small] * most:
            return
    took = " and ".join(f"{1000 * s:.1f} ms for {n:,}" for n, s in shortest.items())
    raise AssertionError(f"{took}: more than {most:.0f} times as much")


@contextlib.contextmanager
def no_hang() -> Iterator[None]:
    """What waits for ever here ends in a `TimeoutError`, after `HANG_S`."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"hangs: no end after {HANG_S} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(HANG_S)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _seconds(work: Callable[[], object]) -> float:
    """Processor time of one round."""
    gc.collect()
    rounds = 0
    begun = process_time()
    while True:
        work()
        rounds += 1
        took = process_time() - begun
        if took >= SHORTEST_S:
            return took / rounds
