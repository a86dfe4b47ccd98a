"""The first page, made by the checker's process while the proof's own gets ready to serve.

A browser asks for a hundred files before it can show anything. While it has them, the other core
loads the engine and makes the page; the proof's own process loads it when that page is painted.
"""

import queue
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Final

from layout.environment import CORRECTIONS_FILE
from layout.preview.issue import Issue, folder_of, issue_of
from layout.preview.readings import Reading, Readings
from layout.preview.state import PageState
from layout.record import record, replace

if TYPE_CHECKING:
    from layout.api import Session
    from layout.pictures.facts import ScreenPicture


@record
class First:
    """What the checker's process is asked before all else: the first page of what is `given`."""

    given: Path


@record
class FirstPage:
    """A page as a browser can show it: a state without the page itself, which does not leave the
    process that has composed it, and the files that it hangs on."""

    state: PageState
    files: tuple[Path, ...]


@record
class FirstPictures:
    """The pictures of that page, by what they are asked for."""

    pictures: "Mapping[str, ScreenPicture]"


@record
class FirstReading:
    """The corrections of the last reading, as they stand on that page."""

    reading: Reading


Early = Issue | FirstPage | FirstReading | FirstPictures
"""What is said of the first page."""
EARLY_S: Final = 4.0
"""So long what is said next of it is waited for."""


def early(first: First, keep: "dict[str, Session]") -> Iterator[Early]:
    """All that is said of the first page, each as soon as it is known. `keep` is given the session
    that has made it. Raises `BanxinError` where there is no list of pages, or a picture cannot be
    shown: the proof then finds out by itself, and tells it."""
    from layout.preview.maker import Maker

    maker = Maker()
    keep["session"] = maker.session
    issue = issue_of(maker.session, first.given)
    yield issue
    for key, spec in list(issue.pages.items())[:1]:
        made = maker.made(PageState(key=key, spec=spec, name=key))
        files = made.page.files if made.page is not None else ()
        yield FirstPage(state=replace(made, page=None, stale=True), files=files)
        readings = Readings(folder_of(first.given) / CORRECTIONS_FILE)
        if readings.file.exists():
            readings.take({key: made})
            yield FirstReading(reading=readings.now)
        yield FirstPictures(pictures=maker.pictures(made))


class Hearsay:
    """What the proof's own process hears of the first page: nothing, unless it is `expected`."""

    def __init__(self) -> None:
        self.pictures: Future[Mapping[str, ScreenPicture]] = Future()
        self._heard: queue.SimpleQueue[Early | None] = queue.SimpleQueue()
        self._over = True

    def expected(self) -> None:
        """It will be said, by another thread."""
        self._over = False

    def hear(self, one: "Early | None") -> None:
        """This is said; None where nothing more will be."""
        self._heard.put(one)

    def next(self) -> "Early | None":
        """What is said next; None where that is nothing, and from then on."""
        if not self._over:
            try:
                one = self._heard.get(timeout=EARLY_S)
            except queue.Empty:
                one = None
            if one is not None:
                return one
            self._over = True
        return None
