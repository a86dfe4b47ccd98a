"""The process that checks pages while nobody waits: `python -c` with pipes to and from the proof.

It makes each page by itself, from the files, in a session of its own, and says of it: whether it is
the page that the proof shows (by the digest of its display list), what the checks find, a small
picture, and what preflight says of its press PDF. A newer task ends the one under way.
"""

import os
import pickle
import queue
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final, Literal

from layout.diagnostics import Diagnostic
from layout.record import record

THUMB_DPI: Final = 22.0
"""A broadsheet 338 pixels across."""
NICE: Final = 10


@record
class Task:
    """A page to be checked: `digest` is that of its display list as the proof shows it."""

    key: str
    spec: Path
    rev: int
    digest: str


@record
class Outcome:
    """What a step of a task came to. `other`: the page is another one than the proof shows."""

    key: str
    rev: int
    step: Literal["other", "thumb", "check", "preflight"]
    digest: str = ""
    found: tuple[Diagnostic, ...] = ()
    composed: tuple[Diagnostic, ...] = ()  # those of `found` that composing has said
    picture: bytes = b""


def main() -> None:
    """Read tasks from standard input until it ends; write what they come to to standard output."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that is printed may come between
    if hasattr(os, "nice"):
        os.nice(NICE)
    tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(sys.stdin.buffer, tasks), daemon=True).start()
    while (task := tasks.get()) is not None:
        if tasks.empty():  # else a newer state is to be checked
            _work(task, tasks, out)


def _read(source: BinaryIO, tasks: "queue.SimpleQueue[Task | None]") -> None:
    try:
        while True:
            tasks.put(pickle.load(source))  # noqa: S301  from our own process
    except (EOFError, OSError, pickle.UnpicklingError):
        tasks.put(None)


def _work(task: Task, tasks: "queue.SimpleQueue[Task | None]", out: BinaryIO) -> None:
    for outcome in steps(task):
        pickle.dump(outcome, out)
        out.flush()
        if not tasks.empty():
            return


_kept: dict[str, Any] = {}


def steps(task: Task) -> Iterator[Outcome]:
    """The outcomes of a task, one after the other."""
    from layout.api import Session
    from layout.check.press.run import preflight
    from layout.check.run import check_page
    from layout.errors import BanxinError
    from layout.making.final import rules_of
    from layout.making.page import spots_of, told_of_pdfx
    from layout.render.svg.scene import dump_digest

    session = _kept.get("session")
    if session is None:
        session = _kept["session"] = Session()
    try:
        page = session.page(task.spec)
    except BanxinError:
        yield Outcome(key=task.key, rev=task.rev, step="other")
        return
    digest = dump_digest(page.display)
    if digest != task.digest:
        yield Outcome(key=task.key, rev=task.rev, step="other", digest=digest)
        return
    report = check_page(page)
    yield Outcome(
        key=task.key, rev=task.rev, step="check", found=report.diagnostics,
        composed=tuple([d for d in report.diagnostics if d in page.diagnostics]),
    )  # fmt: skip
    yield Outcome(key=task.key, rev=task.rev, step="thumb", picture=page.png(THUMB_DPI))
    display = page.display
    rules = rules_of(display.press, (display.width, display.height), spots_of(page))
    press = preflight(page.pdf(), f"{page.file_stem}.pdf", rules)
    found = (*press.found, *told_of_pdfx(page))
    yield Outcome(key=task.key, rev=task.rev, step="preflight", found=found)
