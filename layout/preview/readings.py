"""The corrections of the last reading as they stand on the pages of a proof: which are done, which
are open, where on which page their words are; kept, and counted off anew where something changed.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from layout.diagnostics import Diagnostic, StopError, error, whole_file
from layout.environment import Files, PathError, dead_link
from layout.geometry import Rect, hull
from layout.making.watched import State, state_of
from layout.preview.messages import diagnostic
from layout.record import field, record, replace
from layout.revise.told import ABSENT
from layout.words.said import Language, Said

if TYPE_CHECKING:
    from layout.api import ComposedPage
    from layout.preview.state import PageState
    from layout.proof.corrections import ReadCorrection
    from layout.spec.model.corrections import Corrections

Data = dict[str, Any]


@record
class PlacedCorrection:
    """A correction, the key of the page on which it is to be looked for, and its rectangle there,
    of its words or, where it is done, of the new ones (None where they do not stand there), and the
    block of its story; empty for none. `order` is where on the page it is met by a reader."""

    read: "ReadCorrection"
    page: str = ""
    rect: Rect | None = None
    block: str = ""
    order: tuple[int, ...] = ()


@record(kw_only=False)
class Reading:
    """The corrections of a file: what it is called and known by, what its head says, its entries,
    and what is wrong with it. Without a file all of it is empty."""

    file: str
    base: str = ABSENT
    name: str = ""
    by: str = ""
    entries: tuple[PlacedCorrection, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    given: "Corrections | None" = None
    pages: Mapping[str, int] = field(default_factory=dict)
    """The pages by their places in the edition."""
    broken: tuple[str, ...] = ()
    """What the pages are called that are at fault now: theirs are counted off on the last good one.
    """
    unseen: tuple[str, ...] = ()
    """And those that have never been good: theirs are not counted off."""
    held: bool = False
    """The file cannot be read now: the entries are those of the last one that could."""


class Readings:
    """Keeps the reading of one proof. For the worker's thread alone, but for `now`."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.now = Reading(_label(file))
        self._state: State | object = object()
        self._pages: dict[str, tuple[object, tuple[PlacedCorrection, ...]]] = {}
        self._told: dict[Language, tuple[Reading, Data]] = {}

    def stale(self, states: Mapping[str, "PageState"]) -> bool:
        """Whether something has changed since it was counted off."""
        if self._state_now() != self._state:
            return True
        if self.now.given is None:
            return False
        made = {key: state.page for key, state in states.items() if state.page is not None}
        return (
            made.keys() != self._pages.keys()
            or (self.now.broken, self.now.unseen) != _at_fault(states)
            or any(self._pages[key][0] is not page for key, page in made.items())
        )

    def take(self, states: Mapping[str, "PageState"]) -> None:
        """Count them off anew."""
        if self._state_now() != self._state:
            self._read()
            self._pages.clear()
        before = self.now
        given = before.given
        if given is not None:
            made = {key: state.page for key, state in states.items() if state.page is not None}
            self._pages = {
                key: self._pages[key]
                if key in self._pages and self._pages[key][0] is page
                else (page, _on(given, key, page))
                for key, page in made.items()
            }
            entries = _merged(given, [found for _, found in self._pages.values()])
            self.now = Reading(
                before.file,
                before.base,
                before.name,
                before.by,
                entries,
                before.faults,
                given,
                {key: k for k, key in enumerate(made)},
                *_at_fault(states),
                before.held,
            )

    def _state_now(self) -> State | Said:
        """The state of the file; why there is none behind a link that leads nowhere."""
        return state_of(self.file) or dead_link(self.file)

    def data(self, lang: Language) -> Data:
        """It as a browser has it."""
        now = self.now
        told = self._told.get(lang)
        if told is None or told[0] is not now:
            told = self._told[lang] = (now, _data(now, lang))
        return told[1]

    def _read(self) -> None:
        """The file as it is now."""
        from layout.rewrite.texts import digest_of
        from layout.spec.readcorrections import load_corrections
        from layout.spec.reader.nodes import MAX_BYTES

        self._state = self._state_now()
        label = _label(self.file)
        if isinstance(self._state, Said):
            told = error("UNREADABLE.lookup", whole_file(label), reason=self._state)
            self.now = Reading(label, "", faults=(told,))
            return
        if self._state is None:
            self.now = Reading(label)
            return
        try:
            env = Files.around(self.file)
            data = env.read(env.find(self.file.name, self.file.parent), MAX_BYTES)
            base = digest_of(data)
        except PathError as fault:  # a folder, a pipe, a link out of the project
            told = error("UNREADABLE.lookup", whole_file(label), reason=fault.args[0])
            self.now = Reading(label, "", faults=(told,))
            return
        try:
            given = load_corrections(data, label)
        except StopError as stop:
            # Half of a file, most often, which somebody is saving: what was read last stays.
            self.now = replace(
                self.now, base=base, faults=stop.diagnostics, held=self.now.given is not None
            )
            return
        faults = (*given.faults, *_faults(given))
        self.now = Reading(
            label, base, given.reading or "", given.by or "", faults=faults, given=given
        )


def corrections_in(file: Path) -> "Corrections | None":
    """The corrections of a file as it is now; None where none can be got at. Raises `StopError`
    where it is none of corrections."""
    from layout.spec.readcorrections import load_corrections
    from layout.spec.reader.nodes import MAX_BYTES

    try:
        env = Files.around(file)
        return load_corrections(env.read(env.find(file.name, file.parent), MAX_BYTES), file.name)
    except PathError:
        return None


def is_half_saved(file: Path) -> bool:
    """Whether a file of corrections is there and is none: the marks of before stay on the pages."""
    try:
        corrections_in(file)
    except StopError:
        return True
    return False


def _at_fault(states: Mapping[str, "PageState"]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the pages are called whose newest state cannot be shown: those of which an older one is,
    and those of which none is."""
    faulty = [state for state in states.values() if state.fault]
    return (
        tuple([state.name for state in faulty if state.page is not None]),
        tuple([state.name for state in faulty if state.page is None]),
    )


def _label(file: Path) -> str:
    return Files.around(file).label(file)


def _faults(given: "Corrections") -> list[Diagnostic]:
    """What is wrong with entries, whatever the pages say."""
    from layout.proof.wordchange import fault_of

    found = [(fault_of(entry), entry) for entry in given.corrections]
    return [error(fault, entry.place) for fault, entry in found if fault is not None]


def _on(given: "Corrections", key: str, page: "ComposedPage") -> tuple[PlacedCorrection, ...]:
    """The corrections of a page, with their places on it."""
    from layout.proof.corrections import Proofreading
    from layout.proof.standing import names_story
    from layout.spec.resolve.resolved import RStory

    blocks = [
        (block.content.story.name, block.id)
        for block in page.composed.resolved.blocks
        if isinstance(block.content, RStory)
    ]
    out = []
    for one in Proofreading(given).on(page):
        story = one.entry.story
        mine = [block for name, block in blocks if names_story(story, name)]
        spots = one.marked.spots if one.marked is not None else one.stands
        rect = hull(list(spots)) if spots else None
        block = mine[0] if mine else ""
        rank = next((k for k, (name, _) in enumerate(blocks) if names_story(story, name)), 0)
        order = (rank if story is not None else len(blocks), *one.at)
        out.append(PlacedCorrection(read=one, page=key, rect=rect, block=block, order=order))
    return tuple(out)


def _merged(
    given: "Corrections", pages: list[tuple[PlacedCorrection, ...]]
) -> tuple[PlacedCorrection, ...]:
    """Each entry once: where its words are seen, else where its story is, else nowhere."""
    from layout.proof.corrections import Proofreading

    best: dict[int, PlacedCorrection] = {}
    for found in pages:
        for one in found:
            known = best.get(one.read.number)
            if known is None or (known.rect is None and one.rect is not None):
                best[one.read.number] = one
    return tuple(
        best.get(one.number) or PlacedCorrection(read=one) for one in Proofreading(given).all()
    )


_COUNTED: Final = ("open", "done", "lost", "doubt", "absent")


def _data(now: Reading, lang: Language) -> Data:
    from layout.spec.model.corrections import READINGS

    states = [one.read.state for one in now.entries]
    met = sorted(now.entries, key=lambda one: (now.pages.get(one.page, len(now.pages)), one.order))
    order = {one.read.number: k for k, one in enumerate(met)}
    return {
        "file": now.file,
        "base": now.base,
        "held": now.held,
        "reading": now.name,
        "readings": list(READINGS),
        "by": now.by,
        "counts": {state: states.count(state) for state in _COUNTED},
        "broken": list(now.broken),
        "unseen": list(now.unseen),
        "faults": [diagnostic(one, lang) for one in now.faults],
        "corrections": [
            _entry(one, now, lang) | {"order": order[one.read.number]} for one in now.entries
        ],
    }


def _entry(one: PlacedCorrection, now: Reading, lang: Language) -> Data:
    read, rect = one.read, one.rect
    # What is said of all of them at the head of the list is not said again of each.
    own = replace(
        read,
        by="" if read.by == now.by else read.by,
        reading="" if read.reading == now.name else read.reading,
    )
    place = read.entry.place
    return {
        "number": read.number,
        "state": read.state,
        "mark": read.change.mark,
        "says": own.told(lang),
        "words": read.entry.words,
        "of": read.of,
        "count": read.count,
        "page": one.page,
        "block": one.block,
        "rect": [rect.x, rect.y, rect.width, rect.height] if rect is not None else None,
        "line": place.line,
        "column": place.column,
    }
