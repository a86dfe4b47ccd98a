"""The counters themselves: a cost that is too large is seen, one that is not is let pass."""

import contextlib
import os
import re
from pathlib import Path

import pytest

from tests import cost
from tests.cost import assert_steps_grow_as, assert_time_grows_as, calls, no_hang, steps

TESTS = Path(__file__).parent
CLOCK = re.compile(r"\b(perf_counter|monotonic|process_time|thread_time|time\.time)(_ns)?\b")
KNOWN = {
    "archive/test_cluster.py": "a clock that the test moves itself",
    "cost.py": "processor time, compared between two sizes",
    "test_cost.py": "the names, to look for them",
    "making/test_watch.py": "a guard against a hang",
    "preview/served.py": "a guard against a hang",
    "preview/test_live.py": "a guard against a hang",
    "preview/test_worker.py": "what a test puts in place of a file's own times",
}


def linear(size: int) -> int:
    return sum(at for at in range(size))


def quadratic(size: int) -> int:
    count = 0
    for _ in range(size):
        for _ in range(size):
            count += 1
    return count


def test_steps_and_calls_are_the_same_each_time():
    assert steps(lambda: quadratic(20)) == steps(lambda: quadratic(20))
    assert 400 < steps(lambda: quadratic(20)) < 1500
    counts = {calls(lambda: [len("") for _ in range(50)]) for _ in range(5)}
    assert len(counts) == 1
    assert 50 <= counts.pop() < 60


def test_steps_of_some_files_alone():
    def work() -> None:
        re.compile(f"a{os.urandom(4).hex()}b+")

    ours, all_of_it = steps(work, below="test_cost.py"), steps(work)
    assert 0 < ours < 5 < all_of_it
    assert steps(work, below="no such file") == 0


def test_steps_and_calls_are_cut_at_a_limit():
    with pytest.raises(AssertionError, match="more than 1,000 steps"):
        steps(lambda: quadratic(10**9), 1000)
    with pytest.raises(AssertionError, match="more than 1,000 calls"):
        calls(lambda: [len("") for _ in range(10**9)], 1000)


def test_a_limit_is_held_against_whoever_catches_everything():
    def deaf():
        with contextlib.suppress(Exception):
            quadratic(100)

    with pytest.raises(AssertionError, match="more than 1,000 steps"):
        steps(deaf, 1000)


def test_growth_in_steps():
    assert_steps_grow_as(linear, 100, 1000)
    with pytest.raises(AssertionError, match="steps"):
        assert_steps_grow_as(quadratic, 10, 100)


def test_growth_in_processor_time(monkeypatch):
    monkeypatch.setattr(cost, "TRIES", 3)
    assert_time_grows_as(lambda size: re.findall("ab", "a" * size), 1000, 100_000)
    with pytest.raises(AssertionError, match="more than 164 times"):
        assert_time_grows_as(lambda size: re.findall("a+b", "a" * size), 100, 3000)
    with pytest.raises(AssertionError, match="too near"):
        assert_time_grows_as(linear, 100, 300)


def test_what_waits_for_ever_is_ended(monkeypatch, tmp_path):
    monkeypatch.setattr(cost, "HANG_S", 1)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(TimeoutError, match="hangs"), no_hang():
        (tmp_path / "pipe").open("rb")


def test_no_test_looks_at_a_clock():
    """A test that does fails on a busy machine; `tests.cost` counts instead."""
    found = {
        path.relative_to(TESTS).as_posix()
        for path in TESTS.rglob("*.py")
        if CLOCK.search(path.read_text(encoding="utf-8"))
    }
    assert found == set(KNOWN)
