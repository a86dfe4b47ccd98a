"""What comparing with a scan takes and gives: plain data, all lengths in mm on our page.

A shift is how far print lies to the right of and below where our page has it. Its uncertainty `sd`
is what one standard deviation is; what could not be measured is None.
"""

from collections.abc import Mapping
from typing import Any, Literal, Protocol

from layout.display.items import Page
from layout.errors import BanxinError
from layout.record import record
from layout.words.said import Language, Said

Side = Literal["left", "top", "right", "bottom"]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in mm from the top left of the trim."""
PointPair = tuple[float, float, float, float]
"""A point of our page (mm from the left and the top of the trim) and the same in the scan
(pixels of its file, upright)."""


class ScanError(BanxinError):
    """A scan that cannot be compared, and why. `told` has the numbers."""

    def __init__(self, told: Said) -> None:
        self.told = told
        super().__init__(told)


class OurPage(Protocol):
    """What is asked of a page of ours: its display list, where it has one, and its PDF."""

    @property
    def name(self) -> str:
        """Its own name."""
        ...

    @property
    def paper(self) -> str:
        """What its edition says that it is of; empty where there is none."""
        ...

    @property
    def source(self) -> str:
        """Its file, as a person would give it."""
        ...

    @property
    def page(self) -> Page | None:
        """Its display list."""
        ...

    @property
    def drawable(self) -> bool:
        """Whether it has a PDF, or one can be made."""
        ...

    def pdf(self) -> tuple[bytes, int]:
        """Its PDF and which page of that it is."""
        ...


@record
class ScanFile:
    """A file as it was read, and which of its pages, from 0."""

    name: str
    data: bytes
    page: int = 0


@record
class ScanOptions:
    """What a person knows of a scan. `dpi` is its resolution where its file does not say it or says
    it wrong (0: as the file says); `points` are found by hand; a shift of more than `tolerance_mm`
    is a difference."""

    dpi: float = 0.0
    points: tuple[PointPair, ...] = ()
    tolerance_mm: float | None = None
    lang: Language = "en"


@record
class Measure:
    """A shift in mm with the sd of each part; a part that cannot be measured is None."""

    dx: float | None
    dy: float | None
    sd_x: float | None
    sd_y: float | None
    like: float = 0.0

    def beyond(self, tolerance: float) -> bool:
        """Whether it is more than a tolerance for certain."""
        return any(
            value is not None and sd is not None and abs(value) - 2 * sd > tolerance
            for value, sd in ((self.dx, self.sd_x), (self.dy, self.sd_y))
        )


@record
class BlockPart:
    """A line of type, a headline's line or a side of a block: which it is, where it stands on our
    page, and how far off it is in print. None where it cannot be measured there."""

    name: str
    text: str
    box: Box
    shift: Measure | None


@record
class BlockReport:
    """A block of our page and how far it, its sides, its headlines and its lines lie off.

    `unlike` is the share of it that looks otherwise in print, `places` where that is; `shown` the
    share of it that the scan shows.
    """

    id: str
    kind: str
    box: Box
    shift: Measure | None
    sides: tuple[BlockPart, ...]
    heads: tuple[BlockPart, ...]
    lines: tuple[BlockPart, ...]
    unlike: float
    places: tuple[Box, ...]
    shown: float


@record
class Registration:
    """How a scan lies on our page.

    `turn` is how far it is turned, degrees clockwise; `dpi_x` and `dpi_y` how many of its pixels
    are on an inch of our page; `keystone` the most that a corner is pulled by a slanting view, mm;
    `stretch` the most that paper has moved by itself, `stretch_rms` its rms, mm; `rest_rms` what
    is left between the measures and all that, mm; `error` what a point of the page may be off by
    (two sd, the worst of the page), mm. `found` is the share of the page's pieces with ink that
    were found; `shown` that of the page that the scan shows; `matrix` takes mm of the page, moved
    by `shifts`, to pixels of the file, in rows. `shifts` are (x, y, right, down) in mm, over a
    lattice.
    """

    turn: float
    dpi_x: float
    dpi_y: float
    keystone: float
    stretch: float
    stretch_rms: float
    rest_rms: float
    error: float
    found: float
    pieces: int
    shown: float
    matrix: tuple[float, ...]
    shifts: tuple[tuple[float, float, float, float], ...]
    dpi_told: float | None
    negative: bool
    by_hand: bool

    @property
    def confidence(self) -> Literal["good", "fair", "poor"]:
        """How far it is to be relied on."""
        if self.error <= 0.1 and self.found >= 0.6:
            return "good"
        return "fair" if self.error <= 0.3 and self.found >= 0.35 else "poor"

    def data(self) -> Mapping[str, Any]:
        """It as JSON has it."""
        return {
            "rotation_degrees": round(self.turn, 4),
            "dpi_x": round(self.dpi_x, 3),
            "dpi_y": round(self.dpi_y, 3),
            "dpi_told": self.dpi_told,
            "keystone_mm": round(self.keystone, 3),
            "stretch_max_mm": round(self.stretch, 3),
            "stretch_rms_mm": round(self.stretch_rms, 3),
            "residual_rms_mm": round(self.rest_rms, 4),
            "error_mm": round(self.error, 3),
            "confidence": self.confidence,
            "found": round(self.found, 4),
            "pieces": self.pieces,
            "shown": round(self.shown, 4),
            "negative": self.negative,
            "by_hand": self.by_hand,
            "matrix": [list(self.matrix[k : k + 3]) for k in (0, 3, 6)],
            "shifts_mm": [[round(v, 4) for v in shift] for shift in self.shifts],
        }
