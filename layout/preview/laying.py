"""Which overlays of the pages of a proof are to be drawn, and where: most are drawn at once by the
worker, that of the corrections, which may be many, by the process that checks."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from layout.preview.overlays import CORRECTIONS
from layout.preview.state import NOTHING_DRAWN, STILL_DRAWN, PageState, Step, Told, defect
from layout.record import replace
from layout.words.said import Language

if TYPE_CHECKING:
    from layout.preview.maker import Maker

Idle = Callable[[PageState, Step, Language], bool]
"""Has a step of a page's checking done; an overlay in a language. False where it cannot be."""


class Pages(Protocol):
    """What is known of a worker: its pages, which overlays of them are looked at, and what checks
    them, if anything does."""

    states: dict[str, PageState]
    idle: Idle | None
    wanted: Callable[[str], set[tuple[Language, str]]]

    @property
    def maker(self) -> "Maker":
        """What makes the pages."""

    def put(self, state: PageState) -> None:
        """A page as it stands now."""


class Laying:
    """Lays overlays over the pages of a worker, in its thread. `file` is that of the corrections;
    `corrected` counts what it has held, so that an overlay of what it held before is known."""

    def __init__(self, worker: Pages, file: Path) -> None:
        self._worker = worker
        self._file = file
        self.corrected = 0

    def lay(self, key: str) -> None:
        """Have the overlays of a page drawn that somebody looks at and that it lacks."""
        state = self._worker.states.get(key)
        if state is None or state.page is None:
            return
        missing = self._worker.wanted(key) - state.layers.keys()
        aside = {one for one in missing if one[1] == CORRECTIONS and self._worker.idle is not None}
        if aside:
            drawn = STILL_DRAWN if self._file.exists() else NOTHING_DRAWN
            layers = {**state.layers, **dict.fromkeys(aside, drawn)}
            self._worker.put(replace(state, layers=layers))
        if missing - aside:
            self.draw(self._worker.states[key], missing - aside)

    def draw(self, state: PageState, missing: set[tuple[Language, str]]) -> None:
        """Draw overlays here and now."""
        try:
            drawn = self._worker.maker.laid(state, missing, self._file)
        except Exception as exc:  # an overlay that cannot be drawn is empty, and told
            drawn = dict.fromkeys(missing, NOTHING_DRAWN)
            told = Told(found=defect(state.spec, exc), source="compose")
            state = replace(state, told=(*state.told, told))
        self._worker.put(replace(state, layers={**state.layers, **drawn}))

    def late(self, state: PageState) -> list[Language]:
        """In which languages the overlay of a page's corrections is looked at and still to be
        drawn."""
        if state.stale or state.fault:
            return []
        wanted = self._worker.wanted(state.key)
        return [one[0] for one, drawn in state.layers.items() if drawn.late and one in wanted]

    def again(self) -> None:
        """The corrections are others now: have their overlay of all pages drawn anew."""
        self.corrected += 1
        for key, state in self._worker.states.items():
            kept = {one: drawn for one, drawn in state.layers.items() if one[1] != CORRECTIONS}
            if len(kept) < len(state.layers):
                states = {**self._worker.states, key: replace(state, layers=kept)}
                self._worker.states = states
                self.lay(key)
