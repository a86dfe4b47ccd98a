"""Forked workers: every piece once, a death that is told, an end that leaves nobody behind.

They run in processes of their own: a fork is not made where threads run, and a test runner may have
some.
"""

import os
import signal
import subprocess
import sys
import textwrap
import threading

import pytest

from layout.environment import cores
from layout.workers import Died, share_out
from tests.cost import HANG_S

# `meet` lets each process go on when as many are at work, `flag` says that a worker is as far as it
# shall be, `wait` lets the one that asked go on then: no sleep is long enough on every machine.
_HEAD = """\
import os, signal, sys, tempfile, time
from layout.workers import CrewError, Died, share_out
boss = os.getpid()
room = tempfile.mkdtemp()
def flag(name="flag"):
    open(os.path.join(room, str(name)), "w").close()
def wait(number=1):
    while len(os.listdir(room)) < number:
        time.sleep(0.002)
def meet(number):
    flag(os.getpid())
    wait(number)
"""


def run(code: str) -> str:
    """What a script prints; it must end well, and soon."""
    done = subprocess.run(
        [sys.executable, "-c", _HEAD + textwrap.dedent(code)],
        capture_output=True,
        text=True,
        timeout=HANG_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 3, 40, 2500])
def test_every_piece_comes_once(jobs: int, count: int) -> None:
    out = run(f"print(sorted(share_out(lambda n: n * n, {count}, {jobs})))")
    assert out == f"{[(n, n * n) for n in range(count)]}\n"


def test_the_work_is_done_by_several() -> None:
    out = run("""
        def work(n):
            meet(3)
            return os.getpid()
        pids = {pid for _, pid in share_out(work, 30, 3)}
        print(len(pids), boss in pids)
    """)
    assert out == "3 True\n"


def test_large_results_come_whole() -> None:
    out = run("""
        made = dict(share_out(lambda n: bytes([n]) * 3_000_000, 8, 2))
        print(all(made[n] == bytes([n]) * 3_000_000 for n in range(8)))
    """)
    assert out == "True\n"


def test_a_worker_that_is_killed_is_told_and_the_rest_is_done() -> None:
    out = run("""
        def work(n):
            if os.getpid() != boss:
                flag()
                os.kill(os.getpid(), signal.SIGKILL)
            wait()
            return n
        made = dict(share_out(work, 12, 2))
        dead = [n for n, r in made.items() if isinstance(r, Died)]
        print(len(made), len(dead), str(made[dead[0]].told()))
    """)
    assert out == "12 1 was ended by SIGKILL\n"


def test_what_a_dead_worker_had_taken_is_done_by_another() -> None:
    # 3000 pieces go out by threes; a worker dies of the first of its three.
    out = run("""
        def work(n):
            if os.getpid() != boss:
                flag()
                os._exit(7)
            wait()
            return n
        made = dict(share_out(work, 3000, 2))
        dead = {n: str(r.told()) for n, r in made.items() if isinstance(r, Died)}
        print(len(made), list(dead.values()))
    """)
    assert out == "3000 ['ended with status 7']\n"


def test_a_defect_in_a_worker_is_raised_with_its_traceback() -> None:
    out = run("""
        def work(n):
            if os.getpid() != boss:
                flag()
                return 1 // 0
            wait()
        try:
            list(share_out(work, 20, 2))
        except CrewError as exc:
            print("ZeroDivisionError" in str(exc), "in work" in str(exc))
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            print("nobody is left")
    """)
    assert out == "True True\nnobody is left\n"


def test_leaving_early_ends_the_workers() -> None:
    out = run("""
        def work(n):
            meet(3)
            if os.getpid() != boss:
                time.sleep(36000)
        pieces = share_out(work, 9, 3)
        next(pieces)
        pieces.close()
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            print("nobody is left")
    """)
    assert out == "nobody is left\n"


def test_workers_that_do_not_listen_are_ended_too() -> None:
    out = run("""
        def work(n):
            if os.getpid() != boss:
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                flag()
                time.sleep(36000)
            wait()
        pieces = share_out(work, 9, 2)
        next(pieces)
        pieces.close()
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            print("nobody is left")
    """)
    assert out == "nobody is left\n"


def test_ctrl_c_ends_all() -> None:
    code = """
        def work(n):
            meet(3)
            if os.getpid() == boss:
                print("begun", flush=True)
            time.sleep(36000)
        try:
            list(share_out(work, 9, 3))
        except KeyboardInterrupt:
            try:
                os.waitpid(-1, 0)
            except ChildProcessError:
                print("nobody is left")
    """
    child = subprocess.Popen(
        [sys.executable, "-c", _HEAD + textwrap.dedent(code)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "begun\n"
    child.send_signal(signal.SIGINT)  # to the one that asked only, as `kill` does
    out, _ = child.communicate(timeout=HANG_S)
    assert out == "nobody is left\n"


def test_beside_threads_the_work_is_done_alone() -> None:
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        made = dict(share_out(lambda _: os.getpid(), 6, 3))
    finally:
        stop.set()
        other.join()
    assert set(made.values()) == {os.getpid()}


def test_cores_and_deaths_have_names() -> None:
    assert cores() >= 1
    assert str(Died(-11).told()) == "was ended by SIGSEGV"
    assert str(Died(3).told()) == "ended with status 3"
    assert str(Died(-999).told()) == "was ended by signal 999"
