"""The process that checks pages while nobody waits: `python -c` with pipes to and from the proof.

It makes each page by itself, from the files, in a session of its own, and says of it: whether it is
the page that the proof shows (by the digest of its display list), and what the checks find, or how
it looks when it is small, what preflight says of its press PDF, or how the overlay of its
corrections looks: a step a task.
"""

import os
import pickle
import queue
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from layout.diagnostics import Diagnostic
from layout.preview.overlays import CORRECTIONS, drawn_layers
from layout.preview.state import DrawnLayer, Step, defect
from layout.record import record
from layout.words.said import Language

if TYPE_CHECKING:
    from layout.api import ComposedPage

THUMB_DPI: Final = 22.0
"""A broadsheet 338 pixels across."""
NICE: Final = 10


@record
class Task:
    """A page to be checked: `digest` is that of its display list as the proof shows it. Of an
    overlay `lang` is its language, `told` what is found on the page, in the order of the list,
    `corrections` the file of these, and `state` counts what that has held."""

    key: str
    spec: Path
    rev: int
    digest: str
    step: Step
    lang: Language = "zh"
    told: tuple[Diagnostic, ...] = ()
    corrections: Path = Path()
    state: int = 0


@record
class Outcome:
    """What a task came to. `other`: the page is another one than the proof shows."""

    task: Task
    other: bool = False
    found: tuple[Diagnostic, ...] = ()
    composed: tuple[Diagnostic, ...] = ()  # those of `found` that composing has said
    picture: bytes = b""
    layer: DrawnLayer | None = None


def main() -> None:
    """Read tasks from standard input until it ends; write what they come to to standard output."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that is printed may come between
    if hasattr(os, "nice"):
        os.nice(NICE)
    tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(sys.stdin.buffer, tasks), daemon=True).start()
    while (task := tasks.get()) is not None:
        pickle.dump(outcome_of(task), out)
        out.flush()


def _read(source: BinaryIO, tasks: "queue.SimpleQueue[Task | None]") -> None:
    try:
        while True:
            tasks.put(pickle.load(source))  # noqa: S301  from our own process
    except (EOFError, OSError, pickle.UnpicklingError):
        tasks.put(None)


_kept: dict[str, Any] = {}


def outcome_of(task: Task) -> Outcome:
    """What a task comes to."""
    from layout.api import Session
    from layout.errors import BanxinError
    from layout.render.svg.scene import dump_digest

    session = _kept.get("session")
    if session is None:
        session = _kept["session"] = Session()
    try:
        page = session.page(task.spec)
        if dump_digest(page.display) != task.digest:
            return Outcome(task=task, other=True)
        return _DONE[task.step](task, page)
    except BanxinError:
        return Outcome(task=task, other=True)
    except Exception as exc:  # a defect must not pass for a good page
        return Outcome(task=task, found=(defect(task.spec, exc),))


def _checked(task: Task, page: "ComposedPage") -> Outcome:
    from layout.check.run import check_page

    found = check_page(page).diagnostics
    composed = tuple([d for d in found if d in page.diagnostics])
    return Outcome(task=task, found=found, composed=composed)


def _drawn(task: Task, page: "ComposedPage") -> Outcome:
    return Outcome(task=task, picture=page.png(THUMB_DPI))


def _preflighted(task: Task, page: "ComposedPage") -> Outcome:
    from layout.check.press.run import preflight
    from layout.making.final import rules_of
    from layout.making.page import spots_of, told_of_pdfx

    display = page.display
    rules = rules_of(display.press, (display.width, display.height), spots_of(page))
    report = preflight(page.pdf(), f"{page.file_stem}.pdf", rules)
    return Outcome(task=task, found=(*report.found, *told_of_pdfx(page)))


def _overlaid(task: Task, page: "ComposedPage") -> Outcome:
    wanted = (task.lang, CORRECTIONS)
    made = drawn_layers(_kept["session"], page, task.told, [wanted], task.corrections)
    return Outcome(task=task, layer=made[wanted])


_DONE: Final[Mapping[Step, "Callable[[Task, ComposedPage], Outcome]"]] = {
    "check": _checked,
    "thumb": _drawn,
    "preflight": _preflighted,
    "overlay": _overlaid,
}
