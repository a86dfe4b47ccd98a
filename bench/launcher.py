"""Starts processes from a process that is itself small, and says what each of them took.

A child's peak memory is never less than its parent's was when it started it, so the bench, which
has pages and rivals in memory, must not start them itself. One request a line, one answer a line.
Run as a script, without the site packages.
"""

import json
import os
import sys
import tempfile
import time

# Some machines forbid .pyc files by default; then every build would compile this package again,
# which an installed one never does.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def run(command: list[str], cwd: str) -> dict[str, object]:
    """Run a command to its end: status, wall and processor seconds, peak, and what it said."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        actions = [
            (os.POSIX_SPAWN_DUP2, out.fileno(), 1),
            (os.POSIX_SPAWN_DUP2, err.fileno(), 2),
        ]
        os.chdir(cwd)
        start = time.perf_counter()
        pid = os.posix_spawn(command[0], command, ENVIRONMENT, file_actions=actions)
        _, status, usage = os.wait4(pid, 0)
        wall = time.perf_counter() - start
        out.seek(0)
        err.seek(0)
        return {
            "status": os.waitstatus_to_exitcode(status),
            "wall": wall,
            "cpu": usage.ru_utime + usage.ru_stime,
            "peak": usage.ru_maxrss,
            "out": out.read().decode(errors="replace"),
            "err": err.read().decode(errors="replace"),
        }


if __name__ == "__main__":
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps(run(request["command"], request["cwd"])), flush=True)
