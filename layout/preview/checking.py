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
from layout.preview.overlays import CORRECTIONS
from layout.preview.state import NOTHING_DRAWN, PageState, Step, Told, worst_told
from layout.preview.worker import Worker
from layout.record import replace
from layout.words.said import Language

MOST_TRIES: Final = 3
"""How often a step is tried of one state: a file may change while the checker reads it, or the
checker may die of it."""
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
        self._task: Task | None = None  # under way
        self._tries: dict[tuple[str, int, Step, Language, int], int] = {}
        self._stopped = False
        self._beside: Checking | None = None  # draws overlays, which are not to wait for preflight

    def start(self) -> None:
        """Take pages from the worker when it is idle."""
        self._worker.idle = self.send

    def stop(self) -> None:
        """End the process."""
        self._stopped = True
        if self._beside is not None:
            self._beside.stop()
        self._end()

    def _end(self) -> None:
        with self._lock:
            process, self._process = self._process, None
            self._task = None
        if process is not None:
            process.kill()
            process.wait()

    def send(self, state: PageState, step: Step, lang: Language = "zh") -> bool:
        """Have a step of a page's checking done, one after another; false where that has been tried
        too often. `lang` is that of an overlay. In the worker's thread."""
        if step == "overlay" and not self._stopped:
            if self._beside is None:  # a person looks at corrections: it has a process of its own
                self._beside = Checking(self._worker)
            return self._beside._sent(state, step, lang)
        return self._sent(state, step, lang)

    def _sent(self, state: PageState, step: Step, lang: Language) -> bool:
        of = self._worker.laying.corrected if step == "overlay" else 0
        which = (state.key, state.rev, step, lang, of)
        if self._tries.get(which, 0) > MOST_TRIES or self._stopped or state.aspect is None:
            return False
        if self._task is not None:
            return True
        told = worst_told(state.told) if step == "overlay" else ()
        task = Task(
            key=state.key,
            spec=state.spec,
            rev=state.rev,
            digest=state.aspect.scene.digest,
            step=step,
            lang=lang,
            told=tuple([one.found for one in told]),
            corrections=self._worker.readings.file,
            state=of,
        )
        self._tries = {
            k: n for k, n in self._tries.items() if k[0] != state.key or k[1] == state.rev
        }
        self._tries[which] = self._tries.get(which, 0) + 1
        with self._lock:
            process = self._process or self._begun()
            if process is None or process.stdin is None:
                return False
            self._task = task
            try:
                pickle.dump(task, process.stdin)
                process.stdin.flush()
            except OSError:  # it has died: the next time another one is begun
                self._lose(process)
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
            self._process = self._task = None

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
        if not self._stopped:
            self._worker.look()  # else it would wait for what does not come

    def _put_by(self, outcome: Outcome, _maker: object) -> None:
        self._put(outcome)

    def _put(self, outcome: Outcome) -> None:
        """Put what was found to its page: in the worker's thread."""
        task = outcome.task
        if self._task == task:
            self._task = None
        state = self._worker.states.get(task.key)
        if state is None or state.rev != task.rev:
            return
        if task.step == "overlay":
            if (
                task.state != self._worker.laying.corrected
                or task.lang not in self._worker.laying.late(state)
            ):
                return  # of corrections that are others by now, or nobody looks at it
        elif not state.lacks(task.step):
            return
        if outcome.other:  # its files are others by now; else one of the two is wrong: begin anew
            if self._tries.get(_which(task), 0) >= MOST_TRIES:
                self._end()
                self._worker.renew()
            self._worker.look()
            return
        match task.step:
            case "thumb":
                done = {**state.done, "thumb": state.rev}
                self._worker.put(replace(state, thumb=outcome.picture, done=done))
            case "overlay":
                layers = {**state.layers, (task.lang, CORRECTIONS): outcome.layer or NOTHING_DRAWN}
                told = [Told(found=found, source="compose") for found in outcome.found]
                self._worker.put(replace(state, layers=layers, told=(*state.told, *told)))
            case "check":
                told = [_told(found, outcome.composed) for found in outcome.found]
                told += [one for one in state.told if one.source == "preflight"]
                self._worker.tell(state, told, "check")
            case "preflight":
                told = [one for one in state.told if one.source != "preflight"]
                told += [Told(found=found, source="preflight") for found in outcome.found]
                self._worker.tell(state, told, "preflight")


def _which(task: Task) -> tuple[str, int, Step, Language, int]:
    """What the tries of a task are counted by."""
    return (task.key, task.rev, task.step, task.lang, task.state)


def _told(found: Diagnostic, composed: tuple[Diagnostic, ...]) -> Told:
    return Told(found=found, source="compose" if found in composed else "check")
