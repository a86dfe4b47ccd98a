"""The browsers of a proof: what each of them has, and what it is still owed.

Nothing is queued for a browser but short answers. Of a page it is sent the way from the state that
it has to the newest one, which is worked out when it can take it: a browser that sleeps costs
nothing and is up to date at its first breath.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING, Final

from layout.preview.messages import (
    changed_page,
    diagnostic,
    fault_of,
    findings_of,
    layers_of,
    whole_page,
    written,
)
from layout.preview.state import Aspect, PageState
from layout.preview.undone import told_of
from layout.render.svg.changes import HeldOutlines
from layout.words.said import Language

if TYPE_CHECKING:
    from layout.preview.worker import Worker
    from layout.revise.undolog import UndoEntry

Data = Mapping[str, object]
MOST_BROWSERS: Final = 32
MOST_ANSWERS: Final = 256
"""Answers that wait for a browser; one that takes none is closed and comes back by itself."""
MOST_PAGES: Final = 4
"""Pages in view of one browser."""


class _Has:
    """What a browser has of a page."""

    __slots__ = ("aspect", "fault", "layers", "outlines", "rev", "told")

    def __init__(self) -> None:
        self.aspect: Aspect | None = None
        self.rev = 0
        self.fault: object = ()
        self.told: object = None
        self.layers: dict[str, object] = {}
        self.outlines = HeldOutlines()  # each page of a browser keeps its own


class Browser:
    """One open window."""

    def __init__(self, number: int, lang: Language) -> None:
        self.number = number
        self.lang: Language = lang
        self.name = ""
        self.file: str | None = None
        self.pages: tuple[str, ...] = ()
        self.shown: tuple[str, ...] = ()  # overlays
        self.wake = asyncio.Event()
        self.answers: deque[Data] = deque()
        self.lost = False
        self.greeted = False
        self.has: dict[str, _Has] = {}
        self.common: dict[str, Data] = {}

    def answer(self, message: Data) -> None:
        """Say something to this browser alone."""
        if len(self.answers) >= MOST_ANSWERS:
            self.lost = True
        else:
            self.answers.append(message)
        self.wake.set()

    def again(self, page: str) -> None:
        """Forget what it has of a page."""
        self.has.pop(page, None)
        self.wake.set()


class Hub:
    """All browsers. For the event loop's thread alone, but for `told`."""

    def __init__(self, *, session: str, editing: bool, editor: bool) -> None:
        self.browsers: dict[int, Browser] = {}
        self.worker: Worker | None = None
        self.undo: Callable[[], tuple[UndoEntry | None, UndoEntry | None]] | None = None
        self._session = session
        self._editing = editing
        self._editor = editor
        self._numbers = count(1)
        self._pages = PagesTold()
        self._loop: asyncio.AbstractEventLoop | None = None

    def begin(self, worker: "Worker") -> None:
        """Listen to a worker, in the running event loop."""
        self.worker = worker
        worker.wanted = self.wanted
        self._loop = asyncio.get_running_loop()

    def told(self, key: str) -> None:
        """Something of a page has changed, or of the list of pages; from any thread."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._wake, key)

    def _wake(self, key: str) -> None:
        for browser in self.browsers.values():
            browser.wake.set()

    def wake_all(self) -> None:
        """Let each browser see what it is owed."""
        self._wake("")

    def join(self, lang: Language) -> Browser | None:
        """A browser more; None where there are too many."""
        if len(self.browsers) >= MOST_BROWSERS:
            return None
        browser = Browser(next(self._numbers), lang)
        self.browsers[browser.number] = browser
        self.wake_all()
        return browser

    def leave(self, browser: Browser) -> None:
        """A browser less."""
        self.browsers.pop(browser.number, None)
        self._view()
        self.wake_all()

    def open(self, browser: Browser, pages: Sequence[str], lang: Language | None) -> None:
        """What a browser looks at; a page that there is not yet is sent when there is."""
        browser.pages = tuple(dict.fromkeys(pages))[:MOST_PAGES]
        if lang is not None and lang != browser.lang:
            browser.lang = lang
            browser.common.clear()
            for has in browser.has.values():
                has.told, has.fault, has.layers = None, (), {}
        for key in [key for key in browser.has if key not in browser.pages]:
            del browser.has[key]  # else every page ever opened would be held
        self._view()
        browser.wake.set()

    def show(self, browser: Browser, layers: Sequence[str]) -> None:
        """Which overlays a browser shows."""
        browser.shown = tuple(layers)
        for has in browser.has.values():
            has.layers = {name: had for name, had in has.layers.items() if name in layers}
        self._view()
        browser.wake.set()

    def wanted(self, key: str) -> set[tuple[Language, str]]:
        """The overlays of a page that somebody shows, each in a language."""
        looking = [b for b in list(self.browsers.values()) if key in b.pages]
        return {(browser.lang, name) for browser in looking for name in browser.shown}

    def _view(self) -> None:
        if self.worker is not None:
            keys = [key for browser in self.browsers.values() for key in browser.pages]
            self.worker.view(tuple(dict.fromkeys(keys)))

    def _states(self) -> Mapping[str, PageState]:
        return self.worker.states if self.worker is not None else {}

    def owed(self, browser: Browser) -> Iterator[str]:
        """The messages that a browser lacks, as text, one after the other. Each is worked out when
        it is asked for, so that the last state is the one that is sent."""
        while browser.answers:
            yield written(browser.answers.popleft())
        if not browser.common:
            yield from self._owed_in_common(browser)
        for key in browser.pages:  # before all else: what a person waits for
            state = self._states().get(key)
            if state is not None:
                yield from self._owed_of(browser, state)
        yield from self._owed_in_common(browser)

    def _owed_in_common(self, browser: Browser) -> Iterator[str]:
        for kind, data in self._common(browser):
            if browser.common.get(kind) == data:
                continue
            browser.common[kind] = data
            if kind == "pages" and not browser.greeted:
                browser.greeted = True
                yield written({"type": "hello", **data, **self._hello(browser)})
            else:
                yield written({"type": kind, **data})

    def _hello(self, browser: Browser) -> Data:
        worker = self.worker
        assert worker is not None
        return {
            "lang": browser.lang,
            "root_name": worker.folder.name,
            "editor": self._editor,
            "editing": self._editing,
            "session": self._session,
            "you": browser.number,
        }

    def _common(self, browser: Browser) -> Iterator[tuple[str, Data]]:
        """What is said of no page alone, by its type."""
        worker = self.worker
        if worker is None or not worker.issue.pages:
            return
        faults = [diagnostic(one, browser.lang) for one in worker.unlisted]
        pages = self._pages.data(worker.states, worker.issue.sheets(worker.facing), browser.lang)
        yield "pages", {**pages, "paper": worker.issue.title, "faults": faults}
        files: dict[str, list[Data]] = {}
        for other in self.browsers.values():
            if other.file is not None:
                who = {"who": other.number, "name": other.name}
                files.setdefault(other.file, []).append(who)
        yield "editors", {"you": browser.number, "files": files}
        yield "reading", worker.readings.data(browser.lang)
        if self.undo is not None:
            back, forth = self.undo()
            yield (
                "undo",
                {
                    "can_undo": self._undone(back, browser.lang),
                    "can_redo": self._undone(forth, browser.lang),
                },
            )

    def _undone(self, entry: "UndoEntry | None", lang: Language) -> str | None:
        if entry is None or self.worker is None:
            return None
        return told_of(entry.label, entry.file, self.worker.states.values()).words(lang)

    def _owed_of(self, browser: Browser, state: PageState) -> Iterator[str]:
        """What a browser lacks of a page."""
        has = browser.has.setdefault(state.key, _Has())
        aspect = state.aspect
        if aspect is not None and has.aspect is not aspect:
            yield written(self._picture(state, aspect, has))
            has.aspect, has.rev = aspect, state.rev
            has.fault = ()
        if state.fault_told != has.fault:
            fine = {"type": "fine", "page": state.key, "rev": state.rev}
            has.fault = state.fault_told
            yield written(fault_of(state, browser.lang) if state.fault else fine)
        layers = {
            name: layer
            for name in browser.shown
            if (layer := state.layers.get((browser.lang, name))) is not None
            and has.layers.get(name) is not layer
        }
        if layers and aspect is not None:
            has.layers |= layers
            yield written(layers_of(state, layers))
        told = (state.told_rev, state.told, state.complete)
        if state.told_rev and has.told != told:
            has.told = told
            yield written(findings_of(state, browser.lang))

    def _picture(self, state: PageState, aspect: Aspect, has: _Has) -> Data:
        """The page, or what has changed of it, with the outlines that the browser has not."""
        new, drop = has.outlines.take(aspect.scene.names)
        if has.aspect is None:
            return whole_page(state, aspect)
        return changed_page(state, aspect, (has.aspect, has.rev), new, drop)


class PagesTold:
    """The list of pages, as `hello` and `pages` have it. It is told anew with each change of a
    page; the words of what is wrong are made when that is another."""

    def __init__(self) -> None:
        self._worst: dict[tuple[str, Language], tuple[object, object, list[str]]] = {}

    def data(
        self, states: Mapping[str, PageState], sheets: list[list[str | None]], lang: Language
    ) -> Data:
        """The pages and the sides of their sheets."""
        return {"pages": [self._page(state, lang) for state in states.values()], "sides": sheets}

    def _page(self, state: PageState, lang: Language) -> Data:
        return {
            "page": state.key,
            "name": state.name,
            "spec": state.spec.name,
            "title": state.title,
            "date": state.date,
            "facing": state.facing,
            "errors": state.count("error"),
            "warnings": state.count("warning"),
            "worst": self._words(state, lang),
            "shown": state.aspect is not None,
            "thumb": state.done.get("thumb", 0),
        }

    def _words(self, state: PageState, lang: Language) -> list[str]:
        known = self._worst.get((state.key, lang))
        if known is None or known[0] is not state.told or known[1] is not state.fault_told:
            words = [one.said.words(lang) for one in state.worst]
            known = self._worst[state.key, lang] = (state.told, state.fault_told, words)
        return known[2]
