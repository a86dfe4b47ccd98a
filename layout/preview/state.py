"""What is known of a page: frozen, so that the thread that makes it and the one that tells of it
never wait for each other."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from layout.diagnostics import ORDER, Diagnostic, error
from layout.geometry import Rect
from layout.record import field, record
from layout.words.said import Language

if TYPE_CHECKING:
    from layout.api import ComposedPage
    from layout.render.svg.scene import Scene

Source = Literal["compose", "check", "preflight"]
Step = Literal["check", "thumb", "preflight", "overlay"]


@record
class Told:
    """A finding, who found it, where on the page it lies, and whether it is of an older state."""

    found: Diagnostic
    source: Source
    rect: Rect | None = None
    old: bool = False


def defect(spec: Path, exc: Exception) -> Diagnostic:
    """What is told of a page at which Banxin itself has failed."""
    return error("PROOFING.defect", file=spec.name, why=f"{type(exc).__name__}: {exc}")


def worst_told(told: Iterable[Told]) -> list[Told]:
    """Findings as they are listed: errors, then warnings, then remarks."""
    return sorted(told, key=lambda one: ORDER[one.found.severity])


@record
class Aspect:
    """All of a page that a browser shows: its picture with its words, and what is said of its
    blocks and stories, as JSON has them. Lengths in points."""

    scene: "Scene"
    symbols: Mapping[str, str]  # its outlines by name: they outlast the session that has drawn them
    name: str
    fold: float
    grid: Mapping[str, object]
    info: tuple[Mapping[str, object], ...]
    fits: tuple[Mapping[str, object], ...]
    files: Mapping[str, str]  # digests of the page's files by their labels


@record
class DrawnLayer:
    """An overlay as SVG: what lies under the page, what over it, and the outlines that it uses.

    `keys` say what its colours mean: each as a browser writes it, and its words. One that is `late`
    is being drawn: what a browser has of it is of an older state.
    """

    under: str
    over: str
    symbols: Mapping[str, str]
    keys: tuple[tuple[str, str], ...] = ()
    late: bool = False


NOTHING_DRAWN = DrawnLayer(under="", over="", symbols={})
"""An overlay of a page that has nothing for it: a browser that has it is not sent it again."""
STILL_DRAWN = DrawnLayer(under="", over="", symbols={}, late=True)
"""One that is being drawn."""

MOST_WORST = 3


@record
class PageState:
    """A page as it stands. `page` and `aspect` are of its last good state, `before` is the aspect
    that it had before its last change.

    `title` and `date` are its display list's, and `facing` the names of two facing pages that it is
    (通版), None for a page alone. `rev` counts what was shown; `fault` says why its newest state is
    not, and is empty where it is; `named` is the same with blocks by their names, where they have
    any.
    `told` is of the state that is counted `told_rev`; `done` says of which state each step of
    checking was done last.
    A `stale` page has files that changed since. `serial` counts whatever changes here.
    """

    key: str
    spec: Path
    name: str
    rev: int = 0
    serial: int = 0
    page: "ComposedPage | None" = None
    title: str = ""
    date: str = ""
    facing: tuple[str, str] | None = None
    aspect: Aspect | None = None
    before: Aspect | None = None
    fault: tuple[Diagnostic, ...] = ()
    named: tuple[Diagnostic, ...] = ()
    stale: bool = True
    made_ms: float = 0.0
    told: tuple[Told, ...] = ()
    told_rev: int = 0
    done: Mapping[Step, int] = field(default_factory=dict)
    layers: Mapping[tuple[Language, str], DrawnLayer] = field(default_factory=dict)
    thumb: bytes = b""

    def lacks(self, step: Step) -> bool:
        """Whether a step of checking is to be done: never of a page that is at fault."""
        fresh = self.aspect is not None and not self.fault and not self.stale
        return fresh and self.done.get(step, 0) != self.rev

    @property
    def complete(self) -> bool:
        """Whether checks and preflight have run, of the state that is shown."""
        return all(self.done.get(step, 0) == self.rev for step in ("check", "preflight"))

    @property
    def looks_at_others(self) -> bool:
        """Whether what checks say of it depends on other pages: a 导读 names them."""
        from layout.spec.resolve.resolved import RIndex  # where there is a page, it is loaded

        blocks = self.page.composed.resolved.blocks if self.page is not None else ()
        return any(isinstance(block.content, RIndex) for block in blocks)

    @property
    def fault_told(self) -> tuple[Diagnostic, ...]:
        """Why its newest state is not shown, as a person is told."""
        return self.named or self.fault

    @property
    def worst(self) -> tuple[Diagnostic, ...]:
        """The first errors that stand, or the first warnings where there are none: what is said of
        a page that is not looked at."""
        found = [*self.fault_told, *[told.found for told in self.told]]
        for severity in ("error", "warning"):
            some = [one for one in found if one.severity == severity]
            if some:
                return tuple(some[:MOST_WORST])
        return ()

    def count(self, severity: str) -> int:
        """How many findings of a severity stand."""
        found = [*self.fault, *[told.found for told in self.told]]
        return sum(1 for one in found if one.severity == severity)
