"""Series of measurements and what is said of them."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The results of one thing measured several times, all in the same unit."""

    values: tuple[float, ...]

    @classmethod
    def of(cls, values: Sequence[float]) -> "Figures":
        """Figures of at least one value."""
        return cls(values=tuple(values))

    @property
    def median(self) -> float:
        """The middle one: what to compare."""
        return median(self.values)

    @property
    def least(self) -> float:
        """The one least disturbed by other work on the machine."""
        return min(self.values)

    @property
    def worst(self) -> float:
        """The largest."""
        return max(self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a figure must not pass; `at_least` turns the sense round."""

    text: str
    limit: float
    at_least: bool = False

    def met(self, value: float) -> bool:
        """Whether `value` keeps to it."""
        return value >= self.limit if self.at_least else value <= self.limit

    def verdict(self, value: float) -> str:
        """The target and whether it is met, for a table's last column."""
        return f"{self.text}: {'met' if self.met(value) else 'NOT MET'}"


def in_turn(runs: int, *ways: Callable[[], object]) -> list[list[float]]:
    """Processor milliseconds of each way, `runs` of each, one after the other: a change of the
    machine's mind meets all. Each is run once before, for what is loaded and compiled once."""
    for make in ways:
        make()
    times: list[list[float]] = [[] for _ in ways]
    for _ in range(runs):
        for make, own in zip(ways, times, strict=True):
            start = time.process_time()
            make()
            own.append((time.process_time() - start) * 1000)
    return times
