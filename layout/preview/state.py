"""What is known of a page: frozen, so that the thread that makes it and the one that tells of it
never wait for each other."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from layout.diagnostics import Diagnostic
from layout.record import field, record
from layout.words.said import Language

if TYPE_CHECKING:
    from layout.api import ComposedPage
    from layout.render.svg.scene import Scene

Source = Literal["compose", "check", "preflight"]


@record
class Told:
    """A finding, who found it, and whether it is of an older state of the page."""

    found: Diagnostic
    source: Source
    old: bool = False


@record
class Aspect:
    """All of a page that a browser shows: its picture with its words, and what is said of its
    blocks and stories, as JSON has them. Lengths in points."""

    scene: "Scene"
    name: str
    fold: float
    grid: Mapping[str, object]
    info: tuple[Mapping[str, object], ...]
    fits: tuple[Mapping[str, object], ...]
    files: Mapping[str, str]  # digests of the page's files by their labels


@record
class DrawnLayer:
    """An overlay as SVG: what lies under the page, what over it, and the outlines that it uses."""

    under: str
    over: str
    symbols: Mapping[str, str]


@record
class PageState:
    """A page as it stands. `page` and `aspect` are of its last good state, `before` is the aspect
    that it had before its last change.

    `rev` counts what was shown; `fault` says why its newest state is not, and is empty where it is.
    A `stale` page has files that changed since. `serial` counts whatever changes here.
    """

    key: str
    spec: Path
    name: str
    rev: int = 0
    serial: int = 0
    page: "ComposedPage | None" = None
    aspect: Aspect | None = None
    before: Aspect | None = None
    fault: tuple[Diagnostic, ...] = ()
    stale: bool = True
    made_ms: float = 0.0
    told: tuple[Told, ...] = ()
    complete: bool = False
    layers: Mapping[tuple[Language, str], DrawnLayer] = field(default_factory=dict)
    thumb: bytes = b""
    thumb_rev: int = 0

    @property
    def facing(self) -> tuple[str, str] | None:
        """The names of two facing pages that it is (通版); None for a page alone."""
        facing = self.page.composed.resolved.facing if self.page is not None else None
        return facing.names if facing is not None else None

    def count(self, severity: str) -> int:
        """How many findings of a severity stand."""
        found = [*self.fault, *[told.found for told in self.told]]
        return sum(1 for one in found if one.severity == severity)
