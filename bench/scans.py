"""Registration of simulated scans: what was done to the page, what was found, how far it is off.

`python -m bench scans --runs 5`: page B1 is printed, warped, yellowed and compressed by
`tests/scans.py`, as many seeds a row as there are rounds. The error is the distance between where
the registration takes a point and where it is, over the whole page.
"""

import io
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bench.child import Launcher
from layout.api import ComposedPage, Session
from layout.compare.scan.model import Registration, ScanError, ScanFile, ScanOptions
from layout.compare.scan.run import compare_scan
from layout.render.png import page_png
from tests.scans import LOOKS, WEARS, Floats, Scan, drawn_pose, project, scan_of, worst

EDITION: Final = Path("specs/zhuzhou-2019-09-20")
DPI: Final = 300.0
FIRST_SEED: Final = 4000  # none of these was looked at while the registration was written
UNSTRETCHED: Final = ("clean", "flatbed", "film", "grey", "photo", "bitonal")
STRETCHED: Final = ("flatbed", "film", "grey", "photo")


class Side:
    """Our page as the comparison asks for it."""

    def __init__(self, page: ComposedPage) -> None:
        self.name = page.name
        self.paper = ""
        self.source = f"{page.name}.yaml"
        self.page = page.display
        self.drawable = True
        self._pdf = page.pdf()

    def pdf(self) -> tuple[bytes, int]:
        return self._pdf, 0


@dataclass(frozen=True)
class Row:
    """A kind of scans: its name, its look, and what its poses have in common."""

    name: str
    look: str
    pose: dict[str, Any]
    wear: str = ""


ROWS: Final = (
    *(Row("turned, scaled, keystone", look, {}) for look in UNSTRETCHED),
    Row("the same, 72 dpi", "photo", {"dpi": 72.0}),
    Row("the same, 300 dpi", "flatbed", {"dpi": 300.0}),
    Row("upside down", "grey", {"turn": 180.6}),
    Row("keystone of 25 mm", "photo", {"keystone": 25.0}),
    Row("a quarter of the page", "flatbed", {"crop": (190.0, 10.0, 10.0, 270.0)}),
    Row("on a spread, with a margin", "film", {"crop": (-420.0, -30.0, -20.0, -40.0)}),
    *(Row("paper stretched by 0.3 mm", look, {"stretch": 0.3}) for look in STRETCHED),
    Row("halftones of 85 lines", "flatbed", {}, "screened"),
    Row("folded twice", "grey", {}, "folded"),
    Row("stamps and a pen on it", "flatbed", {}, "stamped"),
    Row("a corner torn off, on a dark table", "photo", {"crop": (-40.0,) * 4}, "torn"),
    Row("pulled aside by 0.8°", "grey", {"skew": 0.8}),
    Row("all of it, keystone of 25 mm", "photo", {"keystone": 25.0}, "all of it"),
    Row("all of it, 100 dpi", "photo", {"dpi": 100.0}, "all of it"),
    Row("all of it, stretched by 0.3 mm", "film", {"stretch": 0.3}, "all of it"),
    *(Row("paper stretched by 1.5 mm", look, {"stretch": 1.5}) for look in ("flatbed", "photo")),
)


def report(_launcher: Launcher, _folder: Path, runs: int) -> str:
    """The table, in Markdown."""
    session = Session()
    page = session.page(EDITION / "B1.yaml")
    side = Side(page)
    printed = pixels_of(page_png(side.pdf()[0], dpi=DPI, finer=2))
    other = pixels_of(page_png(session.page(EDITION / "B2.yaml").pdf(), dpi=DPI))
    lines = [
        "## Simulated scans registered\n",
        "| scan | look | turn, ° | scale, % | keystone, mm | found: turn, ° | scale, % | largest "
        "error, mm | rms, mm | said, mm | s of one core |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for k, row in enumerate(ROWS):
        first = FIRST_SEED + 50 * k
        lines += _row(row, side, printed, other, range(first, first + runs))
    return "\n".join(lines)


def _row(
    row: Row, side: Side, printed: NDArray[np.uint8], other: NDArray[np.uint8], seeds: range
) -> Iterator[str]:
    """One line of the table: the worst of its seeds."""
    turn, scale, keystone, turned, scaled, most, rms, told, seconds = ([] for _ in range(9))
    refused = 0
    for seed in seeds:
        pose = drawn_pose(seed, **row.pose)
        wear = WEARS[row.wear] if row.wear else None
        scan = scan_of(
            printed, DPI, pose=pose, look=LOOKS[row.look], seed=seed, other=other, wear=wear
        )
        file = ScanFile(name="scan.png", data=scan.png())
        begun = time.process_time()
        try:
            found = compare_scan(side, file, ScanOptions()).registration
        except ScanError:
            refused += 1
            continue
        finally:
            seconds.append(time.process_time() - begun)
        size = (side.page.width * 25.4 / 72, side.page.height * 25.4 / 72)
        largest, mean = error_of(found, scan, size)
        true = _true(scan, size)
        turn.append(abs(true[0]))
        scale.append(100 * abs(pose.scale_x - 1))
        keystone.append(pose.keystone)
        turned.append(abs(found.turn - true[0]))
        scaled.append(100 * abs(found.dpi_x / true[1] - 1))
        most.append(largest)
        rms.append(mean)
        told.append(found.error)
    taken = f"{np.mean(seconds):.1f}"
    if refused:
        told_off = f"refused: {refused} of {len(seeds)}"
        yield f"| {row.name} | {row.look} | {told_off} | | | | | | | | {taken} |"
    if most:
        yield (
            f"| {row.name} | {row.look} | up to {max(turn):.2f} | {max(scale):.2f} "
            f"| {max(keystone):.1f} | off by {max(turned):.4f} | {max(scaled):.4f} "
            f"| {max(most):.3f} | {max(rms):.3f} | {max(told):.2f} | {taken} |"
        )


def error_of(found: Registration, scan: Scan, size: tuple[float, float]) -> tuple[float, float]:
    """The largest and the rms error of a registration as its report gives it, mm: its lattice of
    shifts taken as straight between its points, then its matrix."""
    shifts = np.array(found.shifts)
    xs, ys = np.unique(shifts[:, 0]), np.unique(shifts[:, 1])
    order = np.lexsort((shifts[:, 0], shifts[:, 1]))
    grid = shifts[order, 2:].reshape(len(ys), len(xs), 2)
    matrix = np.array(found.matrix).reshape(3, 3)

    def at(points: Floats) -> Floats:
        across = np.clip((points[:, 0] - xs[0]) / (xs[1] - xs[0]), 0, len(xs) - 1.001)
        down = np.clip((points[:, 1] - ys[0]) / (ys[1] - ys[0]), 0, len(ys) - 1.001)
        i, j = across.astype(int), down.astype(int)
        u, v = (across - i)[:, None], (down - j)[:, None]
        above = (1 - u) * grid[j, i] + u * grid[j, i + 1]
        below = (1 - u) * grid[j + 1, i] + u * grid[j + 1, i + 1]
        return project(matrix, points + (1 - v) * above + v * below)

    return worst(at, scan, size)


def _true(scan: Scan, size: tuple[float, float]) -> tuple[float, float]:
    """The turn (degrees) and the pixels an inch across of the plain transformation that is nearest
    to the truth."""
    across, down = np.meshgrid(np.linspace(0, size[0], 17), np.linspace(0, size[1], 23))
    points = np.column_stack([across.ravel(), down.ravel()])
    full = np.column_stack([points, np.ones(len(points))])
    plain, *_ = np.linalg.lstsq(full, scan.truth.at(points), rcond=None)
    (a, b), (c, d) = plain[0], plain[1]
    return float(np.rad2deg(np.arctan2(b - c, a + d))), float(np.hypot(a, b) * 25.4)


def pixels_of(png: bytes) -> NDArray[np.uint8]:
    """A PNG's pixels, RGB."""
    from PIL import Image

    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))
