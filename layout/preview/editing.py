"""Changes by hand: what a browser asks about them is answered, what it wants done is done.

The files are written by `layout.revise`, which knows nothing of pages; what is told here of a page
is of the state that is shown.
"""

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from layout.diagnostics import error, shown, whole_file
from layout.preview.asked import answered, spoilt, tried
from layout.preview.messages import diagnostic
from layout.preview.received import StrangeMessageError, number_of, text_of
from layout.preview.undone import told_of
from layout.revise.reviser import Reviser
from layout.revise.told import ABSENT, Ask, Done, Refused
from layout.words.said import Language, Said, said

if TYPE_CHECKING:
    from layout.preview.hub import Browser, Hub
    from layout.preview.worker import Worker

Message = Mapping[str, object]
MOVES: Final = frozenset({"place", "swap", "picture"})
"""Changes of places: blocks lie on one another for a while as they are moved."""
TRIED: Final = MOVES | {"set", "insert", "remove", "move"}
"""Changes that are tried on the page before they are written."""
OVERLAID: Final = "overlaid"
"""What is agreed to where blocks may lie on one another for a while."""
BESIDE: Final = "beside"
"""What is agreed to where other corrections will no longer be found."""


class Editing:
    """Answers questions about what may be changed, and has changes written."""

    def __init__(self, worker: "Worker", hub: "Hub", reviser: Reviser) -> None:
        self._worker = worker
        self._hub = hub
        self._reviser = reviser
        hub.undo = reviser.steps

    async def answer(self, message: Message, browser: "Browser") -> Message:
        """What is answered to `ask`, `edit`, `undo` or `redo`. Raises `BanxinError`."""
        match message["type"]:
            case "ask":
                return await self._asked(message, browser.lang)
            case "edit":
                op = message.get("op")
                confirm = text_of(message, "confirm")
                given = op if isinstance(op, dict) else {}
                if given.get("op") in ("mark", "carry"):
                    found = await asyncio.to_thread(self._of_reading, message, given)
                    if isinstance(found, Refused):
                        return _refused(found, browser.lang)
                    given = found
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
        return self._done(done, browser.lang)

    def _of_reading(self, message: Message, given: Message) -> dict[str, object] | Refused:
        """A change that has to do with the corrections of the last reading, as the change of a file
        that it is: an entry put behind the others, or one carried out in its story. Raises
        `BanxinError`."""
        from layout.preview.carrying import carried_out
        from layout.preview.marking import entry_of, picked, short_name, stories_on
        from layout.preview.neighbours import amended
        from layout.preview.readings import corrections_in
        from layout.proof.standing import names_story

        now = self._worker.readings.now
        base = self._reviser.digest(now.file)
        if now.held and base == now.base:
            return Refused(diagnostics=now.faults)
        if given.get("op") == "carry":
            number = number_of(given, "number")
            stale = base != given.get("base") or base != now.base or now.given is None
            known = dict(now.given.numbered()) if now.given is not None and not stale else {}
            entry = known.get(number)
            if entry is None:
                return Refused(diagnostics=(error("UNDERNEATH.file", whole_file(now.file)),))
            carried = carried_out(entry, self._worker.states, self._reviser)
            assert now.given is not None
            others = carried.beside(now.given, number)
            confirm = text_of(message, "confirm")
            if others.lost and BESIDE not in confirm.split():
                return _will_be_lost(others.lost, now.file, confirm)
            op: dict[str, object] = dict(carried.op)
            if others.anew:
                entries = amended(others.anew)
                op["also"] = {"op": "amend", "file": now.file, "base": base, "entries": entries}
            return op
        state = self._worker.states.get(text_of(message, "page"))
        if state is None:
            raise StrangeMessageError(said("part.no-words-here"))
        new, note, by = (text_of(given, key) for key in ("new", "note", "by"))
        found = picked(state, given)
        read = now.given  # it may not be counted off yet what was marked a moment ago
        if base != now.base:
            read = corrections_in(self._worker.readings.file)
        corrections = read.corrections if read is not None else ()
        near = [
            one
            for one in corrections
            if (
                one.page == state.name
                if found.story is None
                else names_story(one.story, found.story)
            )
        ]
        kind = text_of(given, "kind")
        entry_data = entry_of(found, state.name, kind, new, note, others=near)
        if "story" in entry_data:
            names = [name for one in self._worker.states.values() for name in stories_on(one)]
            entry_data["story"] = short_name(entry_data["story"], names)
        op = {"op": "mark", "file": now.file, "base": base, "entry": entry_data}
        # Each keeps the reading it is of, whatever is written at the head of the file later.
        reading = (
            text_of(given, "reading") if base == ABSENT else (read.reading or "" if read else "")
        )
        if reading:
            entry_data["reading"] = reading
        if base == ABSENT:
            return op | {"reading": reading, "by": by}
        if by and by != (read.by if read is not None else ""):
            entry_data["by"] = by
        return op

    async def _spoils(self, message: Message, op: Message, confirm: str) -> Refused | None:
        """A change of values after which the page could not be set is refused; where it would only
        lie on others, and those may be moved next, it is asked about."""
        state = self._worker.states.get(text_of(message, "page"))
        if state is None or op.get("op") not in TRIED or OVERLAID in confirm.split():
            return None
        reviser = self._reviser
        trial = partial(spoilt, state=state, op=op, confirm=confirm, reviser=reviser)
        found = await asyncio.wrap_future(self._worker.ask(trial))
        if op.get("op") in MOVES:
            found = tuple(one for one in found if one.code != "OVERLAP")
        if not found:
            return None
        if any(one.code != "OVERLAP" for one in found):
            return Refused(diagnostics=found)
        ask = Ask(question=found[0].said, users=(), confirm=f"{confirm} {OVERLAID}".strip())
        return Refused(diagnostics=found, ask=ask)

    def _done(self, done: Done, lang: Language) -> Message:
        label = told_of(done.label, done.file, self._worker.states.values())
        return {
            "type": "done",
            "file": done.file,
            "digest": done.digest,
            "line": done.line,
            "label": _words(label, lang),
        }

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


def _will_be_lost(numbers: tuple[int, ...], file: str, confirm: str) -> Refused:
    """The question whether a correction is to be carried out with which others are lost."""
    told = error("REVISE.beside", whole_file(file), numbers=tuple(map(str, numbers)))
    ask = Ask(question=told.said, users=(), confirm=f"{confirm} {BESIDE}".strip())
    return Refused(diagnostics=(told,), ask=ask)


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
