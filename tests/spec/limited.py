"""Runs `banxin build` on hostile files in a child process that may not take long or grow large."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SECONDS = 5
BYTES = 500 * 1024 * 1024

# One child builds many files: starting Python anew for each would be most of the time. The alarm
# is for each file, the memory for all of them together.
_CHILD = f"""
import contextlib, io, json, resource, signal, sys, time
resource.setrlimit(resource.RLIMIT_AS, ({BYTES}, {BYTES}))
from layout.cli import main
for line in sys.stdin:
    job = json.loads(line)
    out, err = io.StringIO(), io.StringIO()
    signal.alarm({SECONDS})  # not handled: it ends the process, whatever that is doing
    begun = time.monotonic()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = main(["build", *job])
        except BaseException as exc:
            status = repr(exc)
    signal.alarm(0)
    took = time.monotonic() - begun
    print(json.dumps([status, out.getvalue(), err.getvalue(), took]), flush=True)
"""


@dataclass(frozen=True)
class Answer:
    """What one build said and how long it took. `status` is a text where an exception escaped."""

    status: int | str
    out: str
    err: str
    seconds: float


def build_all(jobs: list[list[str]], cwd: Path) -> list[Answer]:
    """The answers to `banxin build` with each list of arguments. Fails when the child is killed."""
    done = subprocess.run(
        [sys.executable, "-c", _CHILD],
        input="".join(json.dumps(job) + "\n" for job in jobs),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        timeout=60,
        check=False,
    )
    answers = [Answer(*json.loads(line)) for line in done.stdout.splitlines()]
    culprit = jobs[len(answers)] if len(answers) < len(jobs) else None
    assert done.returncode == 0, f"killed ({done.returncode}) at {culprit}: {done.stderr[-2000:]}"
    assert len(answers) == len(jobs)
    return answers
