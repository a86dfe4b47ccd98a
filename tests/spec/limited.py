"""Runs `banxin build` on hostile files in a child process that may not do much or grow large."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.cost import HANG_S

CALLS = 3_000_000
"""Calls of Python and C for one file, under a second's worth; the worst attack takes 470,000.
Counted, for 5 s on a clock are over on a busy machine before Python has started."""
BYTES = 500 * 1024 * 1024
HANG_CPU_S = 120
"""Processor time after which a file is taken to hang where no call is made."""

# One child builds many files: starting Python anew for each would be most of the time. Calls and
# processor time are counted for each file, memory for all of them together.
_CHILD = f"""
import contextlib, io, json, resource, signal, sys
resource.setrlimit(resource.RLIMIT_AS, ({BYTES}, {BYTES}))
from layout.cli import main
count = 0
def profile(frame, event, arg):
    global count
    if event == "call" or event == "c_call":
        count += 1
        if count > {CALLS}:
            raise MemoryError("too many calls")
for line in sys.stdin:
    job = json.loads(line)
    out, err = io.StringIO(), io.StringIO()
    signal.setitimer(signal.ITIMER_PROF, {HANG_CPU_S})  # not handled: it ends the process
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        count = 0
        sys.setprofile(profile)
        try:
            status = main(["build", *job])
        except BaseException as exc:
            status = repr(exc)
        sys.setprofile(None)
    signal.setitimer(signal.ITIMER_PROF, 0)
    print(json.dumps([status, out.getvalue(), err.getvalue(), count]), flush=True)
"""


@dataclass(frozen=True)
class Answer:
    """What one build said and how much it did. `status` is a text where an exception escaped."""

    status: int | str
    out: str
    err: str
    calls: int


def build_all(jobs: list[list[str]], cwd: Path) -> list[Answer]:
    """The answers to `banxin build` with each list of arguments. Fails when the child is killed."""
    done = subprocess.run(
        [sys.executable, "-c", _CHILD],
        input="".join(json.dumps(job) + "\n" for job in jobs),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        timeout=HANG_S,
        check=False,
    )
    answers = [Answer(*json.loads(line)) for line in done.stdout.splitlines()]
    culprit = jobs[len(answers)] if len(answers) < len(jobs) else None
    assert done.returncode == 0, f"killed ({done.returncode}) at {culprit}: {done.stderr[-2000:]}"
    assert len(answers) == len(jobs)
    return answers
