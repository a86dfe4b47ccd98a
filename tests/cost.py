"""What a piece of work costs, counted: the same number on an idle machine and on a busy one.

A clock tells what else the machine was doing. So work of ours is counted in steps, the lines of
Python it goes through. What happens inside a library (a regular expression, a decoder) has no
steps: there the processor time of two sizes is compared, again and again until it fits or never.
"""

import gc
import sys
from collections.abc import Callable
from time import process_time
from types import FrameType
from typing import Any

MARGIN = 1.3
"""What a linear cost may grow beyond its size: tables that double, caches that are full."""
TRIES = 12
SHORTEST_S = 0.02
"""Work shorter than this is timed in several rounds."""


def steps(work: Callable[[], object], most: int | None = None) -> int:
    """The lines of Python that `work` goes through, ours and the libraries'.

    With `most` it is stopped there, so that a cost without bound ends a test and not the day.
    Raises `AssertionError` beyond it.
    """
    count = 0

    def trace(_frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal count
        if event == "line":
            count += 1
            if most is not None and count > most:
                raise AssertionError(f"more than {most:,} steps")
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def assert_steps_grow_as(
    work: Callable[[int], object], small: int, large: int, *, margin: float = MARGIN
) -> None:
    """`work(large)` may take so many times the steps of `work(small)` as it is larger."""
    work(small)  # imports and caches that are filled once
    few = steps(lambda: work(small))
    most = int(few * large / small * margin)
    steps(lambda: work(large), most)


def assert_time_grows_as(
    work: Callable[[int], object], small: int, large: int, *, margin: float = 2.0
) -> None:
    """The same in processor time, for what happens inside a library.

    Another process can only make a measure longer, so the shortest of several is nearest the
    truth. Choose sizes far apart: a quadratic cost then is beyond any margin.
    """
    shortest = {small: float("inf"), large: float("inf")}
    work(small)
    for _ in range(TRIES):
        for size, before in shortest.items():
            shortest[size] = min(before, _seconds(lambda size=size: work(size)))
        if shortest[large] <= shortest[small] * large / small * margin:
            return
    took = " and ".join(f"{1000 * s:.1f} ms for {n:,}" for n, s in shortest.items())
    raise AssertionError(f"{took}: more than {margin:g} times as much as its size tells")


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
