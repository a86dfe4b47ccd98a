"""A stopwatch for one process: wall time, and the processor time that other work cannot spoil."""

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """Milliseconds."""

    wall: float
    cpu: float


class Watch:
    """Starts when it is made."""

    def __init__(self) -> None:
        self._cpu = time.process_time()
        self._wall = time.perf_counter()

    def read(self) -> Took:
        """What has gone by since."""
        wall, cpu = time.perf_counter(), time.process_time()
        return Took(wall=(wall - self._wall) * 1000, cpu=(cpu - self._cpu) * 1000)
