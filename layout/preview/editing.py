"""Changes by hand: what a browser asks about them is answered, what it wants done is done.

The files are written by `layout.revise`, which knows nothing of pages; what is told here of a page
is of the state that is shown.
"""

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from layout.diagnostics import shown
from layout.preview.asked import answered, spoilt, tried
from layout.preview.messages import diagnostic
from layout.preview.received import StrangeMessageError, text_of
from layout.revise.reviser import Ask, Done, Refused, Reviser
from layout.words.said import Language, Said, said

if TYPE_CHECKING:
    from layout.preview.hub import Browser, Hub
    from layout.preview.worker import Worker

Message = Mapping[str, object]
TRIED: Final = frozenset({"set", "insert", "remove", "move"})
"""Changes that are tried on the page before they are written."""
OVERLAID: Final = "overlaid"
"""What is agreed to where blocks may lie on one another for a while."""


class Editing:
    """Answers questions about what may be changed, and has changes written."""

    def __init__(self, worker: "Worker", hub: "Hub", reviser: Reviser) -> None:
        self._worker = worker
        self._hub = hub
        self._reviser = reviser
        hub.undo = reviser.labels

    async def answer(self, message: Message, browser: "Browser") -> Message:
        """What is answered to `ask`, `edit`, `undo` or `redo`. Raises `BanxinError`."""
        match message["type"]:
            case "ask":
                return await self._asked(message, browser.lang)
            case "edit":
                op = message.get("op")
                confirm = text_of(message, "confirm")
                given = op if isinstance(op, dict) else {}
                spoils = await self._spoils(message, given, confirm)
                if spoils is not None:
                    return _refused(spoils, browser.lang)
                done = await asyncio.to_thread(self._reviser.edit, given, confirm)
            case "undo":
                done = await asyncio.to_thread(self._reviser.undo)
            case _:
                done = await asyncio.to_thread(self._reviser.redo)
        if isinstance(done, Refused):
            return _refused(done, browser.lang)
        self._worker.look()  # a watcher would say so a moment later
        self._hub.wake_all()  # there is something else to undo
        return _done(done, browser.lang)

    async def _spoils(self, message: Message, op: Message, confirm: str) -> Refused | None:
        """A change of values after which the page could not be set is refused; where it would only
        lie on others, and those may be moved next, it is asked about."""
        state = self._worker.states.get(text_of(message, "page"))
        if state is None or op.get("op") not in TRIED or OVERLAID in confirm.split():
            return None
        reviser = self._reviser
        trial = partial(spoilt, state=state, op=op, confirm=confirm, reviser=reviser)
        found = await asyncio.wrap_future(self._worker.ask(trial))
        if not found:
            return None
        if any(one.code != "OVERLAP" for one in found):
            return Refused(diagnostics=found)
        ask = Ask(question=found[0].said, users=(), confirm=f"{confirm} {OVERLAID}".strip())
        return Refused(diagnostics=found, ask=ask)

    async def _asked(self, message: Message, lang: Language) -> Message:
        state = self._worker.states.get(text_of(message, "page"))
        if state is None:
            name = shown(text_of(message, "page"))
            raise StrangeMessageError(said("part.no-page-open", name=name))
        if message.get("what") == "try":
            trial = partial(tried, state=state, message=message, reviser=self._reviser, lang=lang)
            found = await asyncio.wrap_future(self._worker.ask(trial))
        else:
            found = await asyncio.to_thread(answered, state, message, self._reviser)
        return {"type": "answer", **found}


def _done(done: Done, lang: Language) -> Message:
    return {
        "type": "done",
        "file": done.file,
        "digest": done.digest,
        "line": done.line,
        "label": _words(done.label, lang),
    }


def _refused(refused: Refused, lang: Language) -> Message:
    """Why nothing was written; or what must be agreed to first."""
    ask = refused.ask
    found = refused.diagnostics
    return {
        "type": "refused",
        "message": "\n".join(one.said.words(lang) for one in found),
        "diagnostics": [diagnostic(one, lang) for one in found],
        "ask": None
        if ask is None
        else {
            "question": _words(ask.question, lang),
            "users": [_words(one, lang) for one in ask.users],
            "confirm": ask.confirm,
        },
    }


def _words(told: Said | str, lang: Language) -> str:
    return told.words(lang) if isinstance(told, Said) else told
