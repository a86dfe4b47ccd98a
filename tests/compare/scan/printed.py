"""Pages of ours that are printed and scanned in the tests of this room."""

import io
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from layout.api import ComposedPage, Session
from layout.compare.scan.model import ScanFile, ScanOptions
from layout.compare.scan.report import ScanReport
from layout.compare.scan.run import compare_scan
from layout.display.items import Box, GlyphRun, Item, Page, Picture, Stroke
from layout.display.items import Path as Curve
from layout.geometry import Rect
from layout.record import replace
from layout.render.png import page_png
from layout.units import PT_PER_MM
from tests.scans import LOOKS, Floats, Pose, Scan, Wear, project, scan_of

ROOT = Path(__file__).parents[3]
DPI = 200.0
KEPT = ("brief", "projects")
WINDOW = Rect(40.0, 320.0, 395.0, 685.0)  # of B1: two blocks with tint, rules, headlines, text


class Side(NamedTuple):
    """A page of ours as the comparison asks for it."""

    name: str
    page: Page | None
    data: bytes
    drawable: bool = True
    paper: str = ""

    @property
    def source(self) -> str:
        """Its file."""
        return f"{self.name}.yaml"

    def pdf(self) -> tuple[bytes, int]:
        """Its PDF, of one page."""
        return self.data, 0


@lru_cache(maxsize=1)
def composed() -> ComposedPage:
    """B1."""
    return Session().page(ROOT / "specs/zhuzhou-2019-09-20/B1.yaml")


@lru_cache(maxsize=1)
def whole() -> Page:
    """B1's display list."""
    return composed().display


@lru_cache(maxsize=1)
def small() -> Page:
    """Two blocks of B1 on a page of 139 × 242 mm: where the size is not the point."""
    page = whole()
    owners = {place.node for place in page.blocks if place.id in KEPT}
    items = [i for i in page.items if i.node.split("#")[0] in owners or _block(i) in KEPT]
    moved = tuple(_moved(item, -WINDOW.x, -WINDOW.y) for item in items)
    blocks = tuple(
        replace(b, rect=_shifted(b.rect, -WINDOW.x, -WINDOW.y)) for b in page.blocks if b.id in KEPT
    )
    return replace(
        page, name="small", width=WINDOW.width, height=WINDOW.height, items=moved, blocks=blocks,
        frames=(), fits=(),
    )  # fmt: skip


def side_of(page: Page) -> Side:
    """A page with its press PDF."""
    return Side(page.name, page, composed().with_display(page).pdf())


@lru_cache(maxsize=4)
def printed(page: Page, dpi: float = DPI) -> NDArray[np.uint8]:
    """What is on the paper: RGB pixels, drawn finer so that rules stand where they are."""
    from PIL import Image

    png = page_png(side_of(page).data, dpi=dpi, finer=2)
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


def scanned(page: Page, pose: Pose, look: str, seed: int, wear: Wear | None = None) -> Scan:
    """A scan of a page."""
    return scan_of(printed(page), DPI, pose=pose, look=LOOKS[look], seed=seed, wear=wear)


def compared(ours: Side, data: bytes, **options: Any) -> ScanReport:
    """A file compared with a page of ours."""
    return compare_scan(ours, ScanFile(name="scan.png", data=data), ScanOptions(**options))


def with_moved(page: Page, pick: Callable[[Item], bool], dx_mm: float, dy_mm: float) -> Page:
    """A page on which some things stand elsewhere."""
    dx, dy = dx_mm * PT_PER_MM, dy_mm * PT_PER_MM
    return replace(page, items=tuple(_moved(i, dx, dy) if pick(i) else i for i in page.items))


def of_block(page: Page, name: str) -> Callable[[Item], bool]:
    """Whether a thing is of a block."""
    node = next(place.node for place in page.blocks if place.id == name)
    return lambda item: item.node.split("#")[0] == node or _block(item) == name


def at(report: ScanReport) -> Callable[[Floats], Floats]:
    """Where a report says that points of the page lie, by its matrix and its lattice of shifts."""
    shifts = np.array(report.registration.shifts)
    matrix = np.array(report.registration.matrix).reshape(3, 3)
    xs, ys = np.unique(shifts[:, 0]), np.unique(shifts[:, 1])
    grid = shifts[np.lexsort((shifts[:, 0], shifts[:, 1])), 2:].reshape(len(ys), len(xs), 2)

    def found(points: Floats) -> Floats:
        across = np.clip((points[:, 0] - xs[0]) / (xs[1] - xs[0]), 0, len(xs) - 1.001)
        down = np.clip((points[:, 1] - ys[0]) / (ys[1] - ys[0]), 0, len(ys) - 1.001)
        i, j = across.astype(int), down.astype(int)
        u, v = (across - i)[:, None], (down - j)[:, None]
        above = (1 - u) * grid[j, i] + u * grid[j, i + 1]
        below = (1 - u) * grid[j + 1, i] + u * grid[j + 1, i + 1]
        return project(matrix, points + (1 - v) * above + v * below)

    return found


def _block(item: Item) -> str:
    return item.line.block if isinstance(item, GlyphRun) and item.line is not None else ""


def _shifted(rect: Rect, dx: float, dy: float) -> Rect:
    return Rect(rect.x + dx, rect.y + dy, rect.width, rect.height)


def _moved(item: Item, dx: float, dy: float) -> Item:
    if isinstance(item, GlyphRun):
        return replace(item, x=item.x + dx, y=item.y + dy)
    if isinstance(item, Box | Picture):
        return replace(item, rect=_shifted(item.rect, dx, dy))
    if isinstance(item, Stroke):
        return replace(item, x1=item.x1 + dx, x2=item.x2 + dx, y1=item.y1 + dy, y2=item.y2 + dy)
    assert isinstance(item, Curve)
    steps = tuple(
        (letter, tuple(v + (dy if k % 2 else dx) for k, v in enumerate(points)))
        for letter, points in item.steps
    )
    return replace(item, steps=steps)
