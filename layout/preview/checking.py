"""The checker's process as the proof sees it: pages are sent to it when nobody waits, and what it
says is put to the page while that is still the one that was checked."""

import contextlib
import json
import pickle
import subprocess
import sys
import threading
from functools import partial
from typing import Final

from layout.diagnostics import Diagnostic
from layout.preview.checker import Outcome, Task
from layout.preview.state import PageState, Told
from layout.preview.worker import Worker
from layout.record import replace

_BOOT: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from layout.preview.checker import main; main()"
)


class Checking:
    """Sends pages to be checked and takes the answers, in a thread of its own."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._under_way: tuple[str, int] | None = None
        self._stopped = False

    def start(self) -> None:
        """Take pages from the worker when it is idle."""
        self._worker.idle = self.send

    def stop(self) -> None:
        """End the process."""
        self._stopped = True
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()

    def send(self, state: PageState) -> bool:
        """Have a page checked; false where it cannot be or is already. In the worker's thread."""
        which = (state.key, state.rev)
        if state.aspect is None or state.fault or state.stale or self._stopped:
            return False
        if self._under_way is not None:
            return self._under_way == which  # one after another
        task = Task(key=state.key, spec=state.spec, rev=state.rev, digest=state.aspect.scene.digest)
        with self._lock:
            process = self._process or self._begun()
            if process is None or process.stdin is None:
                return False
            self._under_way = which
            try:
                pickle.dump(task, process.stdin)
                process.stdin.flush()
            except OSError:  # it has died: the next time another one is begun
                self._lose(process)
                return False
        return True

    def _begun(self) -> subprocess.Popen[bytes] | None:
        if self._stopped:
            return None
        process = subprocess.Popen(  # noqa: S603  Python itself
            [sys.executable, "-c", _BOOT, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the proof, which ends it
        )
        self._process = process
        threading.Thread(
            target=self._take, args=(process,), name="banxin-checking", daemon=True
        ).start()
        return process

    def _lose(self, process: subprocess.Popen[bytes]) -> None:
        if self._process is process:
            self._process = None
        self._under_way = None

    def _take(self, process: subprocess.Popen[bytes]) -> None:
        """Take what the process says until it ends."""
        assert process.stdout is not None
        with contextlib.suppress(EOFError, OSError, pickle.UnpicklingError):
            while True:
                outcome: Outcome = pickle.load(process.stdout)  # noqa: S301  of our own process
                self._worker.ask(partial(self._put_by, outcome))
        with self._lock:
            self._lose(process)
        process.wait()

    def _put_by(self, outcome: Outcome, _maker: object) -> None:
        self._put(outcome)

    def _put(self, outcome: Outcome) -> None:
        """Put what was found to its page: in the worker's thread."""
        if outcome.step in ("other", "preflight"):
            self._under_way = None
        state = self._worker.states.get(outcome.key)
        if state is None or state.rev != outcome.rev or state.stale or state.fault:
            self._under_way = None
            return
        if outcome.step == "thumb":
            self._worker.put(replace(state, thumb=outcome.picture, thumb_rev=outcome.rev))
        elif outcome.step == "check":
            told = tuple([_told(found, outcome.composed) for found in outcome.found])
            told += tuple([one for one in state.told if one.source == "preflight"])
            self._worker.put(replace(state, told=told))
        elif outcome.step == "preflight":
            told = tuple([one for one in state.told if one.source != "preflight"])
            told += tuple([Told(found=found, source="preflight") for found in outcome.found])
            self._worker.put(replace(state, told=told, complete=True))
        else:
            self._worker.look()


def _told(found: Diagnostic, composed: tuple[Diagnostic, ...]) -> Told:
    return Told(found=found, source="compose" if found in composed else "check")
