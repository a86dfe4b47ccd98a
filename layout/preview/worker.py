"""The thread that makes pages: it alone uses the session, so nothing else ever waits for a lock.

What it does next: what a browser asks for; files looked at that may have changed; pages in view
whose files have changed; then, when nobody has saved anything for a moment, all other pages, and
checks. A burst of saves lets the page under way be finished and shows the newest state next; what
the files hold last is always shown at last, for their states are taken before they are read.
"""

import gc
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from layout.diagnostics import Diagnostic, StopError
from layout.environment import CORRECTIONS_FILE
from layout.making.watched import FACES, Hanging, folders_of
from layout.preview.issue import (
    Issue,
    Newcomers,
    WatchedFile,
    folder_of,
    hangings,
    is_whole,
    issue_of,
    list_of,
)
from layout.preview.laying import Idle, Laying
from layout.preview.overlays import CORRECTIONS
from layout.preview.readings import Readings, is_half_saved
from layout.preview.recent import Recent
from layout.preview.state import PageState, Step, Told, defect
from layout.record import replace
from layout.words.said import Language

if TYPE_CHECKING:
    from layout.preview.maker import Maker

T = TypeVar("T")
BEGIN_S: Final = 1.0
"""So long the first page has the machine to itself."""
DEFECT_S: Final = 0.1
"""A defect that is met again and again must not take the whole machine."""
IDLE_S: Final = 0.25
"""Without a save for so long, pages that nobody looks at are made, and checks are run."""


class Worker:
    """Pages as they stand, and the thread that makes them.

    `told` is called in this thread with the key of each page of which anything has changed, and
    with the empty key where the list of pages has. `unlisted` is why the list of pages cannot be
    taken as it is now, while pages of the one before it are shown. Its methods may be called from
    any thread.
    """

    def __init__(self, given: Path, told: Callable[[str], None]) -> None:
        self.given = given = Path(os.path.abspath(given))  # noqa: PTH100  it is told from the root
        self.folder = folder_of(given)
        self.states: dict[str, PageState] = {}
        self.issue = Issue(pages={})
        self.unlisted: tuple[Diagnostic, ...] = ()
        self.idle: Idle | None = None  # has a step of checking done
        self.wanted: Callable[[str], set[tuple[Language, str]]] = lambda _: set()
        self._told = told
        self._change = threading.Condition()
        self._asked: deque[tuple[Callable[[], object], Future[object]]] = deque()
        self._to_look = False
        self._stopped = False
        self._viewed: tuple[str, ...] = ()
        self._hanging: dict[str, Hanging] = {}
        self._lists = WatchedFile(list_of(given))
        self._corrections = WatchedFile(self.folder / CORRECTIONS_FILE)
        self.readings = Readings(self._corrections.file)
        self.laying = Laying(self, self._corrections.file)
        self._newcomers = Newcomers(self.folder) if is_whole(given) else None
        self._recent = Recent()
        self._quiet_from = 0.0
        self._folders: frozenset[Path] = frozenset()
        self._maker: Maker | None = None
        self._thread = threading.Thread(target=self._run, name="banxin-worker", daemon=True)

    # From any thread

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self, patience: float = 5.0) -> None:
        """End after what is under way."""
        with self._change:
            self._stopped = True
            self._change.notify_all()
        if self._thread.is_alive():
            self._thread.join(patience)

    def look(self) -> None:
        """Files may have changed."""
        with self._change:
            self._to_look = True
            self._change.notify_all()

    def view(self, keys: Sequence[str]) -> None:
        """These pages are looked at."""
        with self._change:
            self._viewed = tuple(keys)
            self._change.notify_all()

    def ask(self, what: Callable[["Maker"], T]) -> "Future[T]":
        """Have something done in the worker's thread, with its maker, as soon as it is free."""
        future: Future[T] = Future()
        with self._change:
            if self._stopped:
                future.cancel()
                return future
            self._asked.append((lambda: what(self.maker), future))  # type: ignore[arg-type]
            self._change.notify_all()
        return future

    def interest(self) -> set[Path]:
        """The files to be watched."""
        files = [hanging.files for hanging in list(self._hanging.values())]
        return {self._lists.file, self._corrections.file}.union(*files)

    def facing(self, key: str) -> bool:
        """Whether a page is two facing ones."""
        state = self.states.get(key)
        return state is not None and state.facing is not None

    @property
    def folders(self) -> frozenset[Path]:
        """The folders to be watched."""
        return self._folders

    @property
    def maker(self) -> "Maker":
        """What makes pages: for the worker's thread alone."""
        if self._maker is None:
            from layout.preview.maker import Maker  # the engine: loaded while the server starts

            self._maker = Maker()
        return self._maker

    def put(self, state: PageState) -> None:
        """A page as it stands now: in the worker's thread."""
        old = self.states.get(state.key)
        if old is not None and old.told is not state.told:  # they have other numbers now
            kept = {one: layer for one, layer in state.layers.items() if one[1] != "findings"}
            state = replace(state, layers=kept)
        state = replace(state, serial=old.serial + 1 if old is not None else 1)
        self.states = {**self.states, state.key: state}
        self._told(state.key)

    # In its own

    def _run(self) -> None:
        try:
            self._begin()
        except Exception:  # a defect of one thing must not end all others: it is tried again
            self._to_look = True
        gc.collect()
        gc.freeze()  # what stays for good need not be looked through again and again
        self._quiet_from = time.monotonic() + BEGIN_S
        while (task := self._next()) is not None:
            try:
                task()
            except Exception:  # a defect of one thing must not end all others
                time.sleep(DEFECT_S)
        while self._asked:
            self._asked.popleft()[1].cancel()

    def _begin(self) -> None:
        """Have the first page: what the browser will ask for that is on its way."""
        self._refresh()
        for key in list(self.states)[:1]:
            self._make(key)
        if self._corrections.file.exists():
            self._count_off()  # so that nothing of the window's head comes later

    def _next(self) -> Callable[[], object] | None:
        """What to do now; waits until there is something. None at the end."""
        with self._change:
            while not self._stopped:
                if self._asked:
                    return self._answer
                if self._recent.due and self._recent.due <= time.monotonic():
                    return self._look_again
                if self._to_look:
                    self._to_look = False
                    return self._look
                key = self._first_stale(self._viewed)
                if key is not None:
                    return lambda: self._make(key)
                task = self._when_idle()
                if task is not None:
                    return task
                self._change.wait(self._until_due())
        return None

    def _first_stale(self, keys: Iterable[str]) -> str | None:
        return next((k for k in keys if (s := self.states.get(k)) is not None and s.stale), None)

    def _until_due(self) -> float | None:
        """How long there is nothing to do; None for ever."""
        now = time.monotonic()
        due = [at for at in (self._recent.due, self._quiet_from) if at > now]
        return min(due) - now if due else None

    def _when_idle(self) -> Callable[[], object] | None:
        """What is done when nothing else is: other pages, and checks."""
        if time.monotonic() < self._quiet_from:
            return None
        if self.readings.stale(self.states):
            return self._count_off
        key = self._first_stale(self.states)
        if key is not None:
            return lambda: self._make(key)
        for state in [self.states[key] for key in self._viewed if key in self.states]:
            for lang in self.laying.late(state):
                if self.idle is not None and self.idle(state, "overlay", lang):
                    return None
                return lambda: self.laying.draw(state, {(lang, CORRECTIONS)})
        steps: tuple[tuple[Step, Iterable[str]], ...] = (
            ("check", self._viewed),
            ("thumb", self.states),
            ("preflight", self._viewed),
            ("check", self.states),
            ("preflight", self.states),
        )
        for step, keys in steps if self.idle is not None else ():
            for state in [self.states[key] for key in keys if key in self.states]:
                if self.idle is not None and state.lacks(step) and self.idle(state, step, "zh"):
                    return None
        return None

    def _answer(self) -> None:
        what, future = self._asked.popleft()
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(what())
        except BaseException as exc:  # it is the asker's
            future.set_exception(exc)

    def _look(self) -> None:
        """See which pages hang on files that are not as they were."""
        new = self._newcomers is not None and self._newcomers.came(self.issue)
        lacking = self.unlisted or not self.issue.pages  # a page may come at any time
        if self._lists.changed or new or lacking:
            self._refresh()
        if self._corrections.changed:
            self._corrections.take()
            if not is_half_saved(self._corrections.file):
                self.laying.again()
        changed = {key: h.changed() for key, h in self._hanging.items()}
        self._spoil(changed)

    def _count_off(self) -> None:
        """Count off the corrections of the last reading."""
        self.readings.take(self.states)
        self._told("")

    def _look_again(self) -> None:
        again = self._recent.changed()
        self._spoil({k: [p for p in h.files if p in again] for k, h in self._hanging.items()})

    def _spoil(self, changed: dict[str, list[Path]]) -> None:
        """Mark the pages whose files have changed."""
        spoilt = {key for key, paths in changed.items() if paths}
        if not spoilt:
            return
        self._quiet_from = time.monotonic() + IDLE_S
        if any(p.suffix.lower() in FACES for paths in changed.values() for p in paths):
            self.renew()  # fonts of drawings are kept for good: begin again
        for key in spoilt:
            state = self.states.get(key)
            if state is not None and not state.stale:
                self.states = {**self.states, key: replace(state, stale=True)}
        for state in self.states.values():
            if not state.stale and state.looks_at_others:
                done = {**state.done, "check": 0}
                self.put(replace(state, done=done))

    def _refresh(self) -> None:
        """The list of pages anew; where it cannot be read, the old one stays."""
        self._lists.take()
        if self._newcomers is not None:
            self._newcomers.take(self.issue)
        try:
            issue = issue_of(self.maker.session, self.given, self.issue)
        except StopError as stop:
            if self.issue.pages:
                self._unlist(stop.diagnostics)
                return
            issue = Issue(pages={self.given.stem: self.given})
            fault = stop.diagnostics
        else:
            fault = ()
            if issue.edition is None and self.issue.edition is not None:
                return  # half of an edition's file, which names no pages yet
        self.unlisted = ()
        self.issue = issue
        self._hanging = hangings(issue, self._hanging)
        old = self.states
        self.states = {
            key: old[key] if key in old and old[key].spec == spec
            else PageState(key=key, spec=spec, name=key, fault=fault)
            for key, spec in issue.pages.items()
        }  # fmt: skip
        self._rewatch()
        self._told("")

    def _unlist(self, fault: tuple[Diagnostic, ...]) -> None:
        """The list of pages cannot be taken: the pages before stay."""
        if fault != self.unlisted:
            self.unlisted = fault
            self._told("")

    def _make(self, key: str) -> None:
        """Make a page anew and put it in its place."""
        hanging = self._hanging[key]
        before = dict(hanging.states)
        hanging.look()
        self._recent.note({p: s for p, s in hanging.states.items() if before.get(p) != s})
        self.states = {**self.states, key: replace(self.states[key], stale=False)}
        state = self.maker.made(self.states[key])
        if state.page is not None and not state.fault:
            missed = hanging.hang_on(state.page.files)
        else:  # it may be another page's fault: a story that jumps there
            missed = hanging.hang_on(self.issue.pages.values())
        self.put(replace(state, stale=missed))  # the page first: what a person waits for
        self._rewatch()
        if not missed:
            self._tell(key)

    def _tell(self, key: str) -> None:
        """What is said of a page that was just made, and the overlays that somebody looks at."""
        state = self.states[key]
        if state.page is None or state.fault:
            return
        try:
            told = self.maker.told(state)
        except Exception as exc:  # it is told, beside what composing has said
            given = [*state.page.diagnostics, defect(state.spec, exc)]
            told = tuple([Told(found=found, source="compose") for found in given])
        self.put(replace(state, told=told, told_rev=state.rev))
        self.laying.lay(key)

    def _rewatch(self) -> None:
        self._folders = frozenset(folders_of(self.interest()))

    def pdf(self, key: str) -> tuple[str, bytes]:
        """The name and the press PDF of a page as its files are now, in the worker's thread. Raises
        `BanxinError` where it cannot be built."""
        self._look()
        state = self.states[key]
        if state.stale:
            self._make(key)
            state = self.states[key]
        if state.fault or state.page is None:
            raise StopError(state.fault)
        return state.page.file_stem, state.page.pdf()

    def renew(self) -> None:
        """Begin anew with a fresh session, in the worker's thread."""
        self.maker.renew()
        self.states = {key: replace(state, stale=True) for key, state in self.states.items()}

    def tell(self, state: PageState, told: Iterable[Told], step: Step) -> None:
        """Put to a page what a step of checking has found, in the worker's thread."""
        placed = self.maker.placed(state.page, told) if state.page is not None else ()
        done = {**state.done, step: state.rev}
        self.put(replace(state, told=placed, told_rev=state.rev, done=done))
        self.laying.lay(state.key)
