"""Scans of a printed page, made of our own rendering by a transformation that is known.

A page of paper is turned, scaled, seen at an angle (keystone) and stretched; then it is inked,
yellowed, shaded, blurred and compressed as the scans are that /real-pages/ measured. The same seed
gives the same scan on every machine. Nothing of `layout.compare.scan` is used.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
MM_PER_INCH: Final = 25.4


@dataclass(frozen=True)
class Look:
    """What paper, ink and the device make of a page: levels 0-255 of RGB, sd of the same.

    `blur` is the sd of the device's blur in pixels, `through` how much of the other side's ink
    is seen, `shading` the sd of what light and folds do, `jpeg` the quality it is kept in, or 0.
    """

    paper: tuple[float, float, float] = (255.0, 255.0, 255.0)
    ink: float = 0.0
    noise: float = 0.0
    shading: float = 0.0
    through: float = 0.0
    blur: float = 0.6
    jpeg: int = 0
    grey: bool = False
    bitonal: bool = False


# Paper, ink, noise, shading with show-through: measured on four real scans of newspapers.
LOOKS: Final[dict[str, Look]] = {
    "clean": Look(),
    "flatbed": Look((232, 233, 222), 24, 3.9, 7, 0.10, 0.7, 88),
    "film": Look((127, 127, 127), 25, 3.3, 14, 0.12, 0.9, 80, grey=True),
    "grey": Look((216, 216, 216), 40, 4.8, 13, 0.14, 0.8, 80, grey=True),
    "photo": Look((183, 158, 129), 16, 4.9, 20, 0.08, 1.0, 75),
    "bitonal": Look((216, 216, 216), 40, 4.8, 10, 0.10, 0.8, 0, grey=True, bitonal=True),
}


@dataclass(frozen=True)
class Wear:
    """What has been done to a sheet before it was scanned, and on what it lies. None of it moves
    what is printed.

    `screen` are the lines an inch of the halftone screen, at 45 degrees, in which tones are
    printed; `folds` are shares of the height and the width at which it was folded, with light and
    shadow along them; `stamps` and `pens` are how many seals and strokes of a pen stand on it by
    chance; `torn` is how much of the corner at the top right is gone, in mm; `table` is the level
    of what lies around and under it, below zero for white paper.
    """

    screen: float = 0.0
    folds: tuple[float, float] = (0.0, 0.0)
    stamps: int = 0
    pens: int = 0
    torn: float = 0.0
    table: float = -1.0


WEARS: Final[dict[str, Wear]] = {
    "screened": Wear(screen=85.0),
    "folded": Wear(folds=(0.5, 0.5)),
    "stamped": Wear(stamps=3, pens=6),
    "torn": Wear(torn=90.0, table=40.0),
    "all of it": Wear(85.0, (0.5, 0.5), 2, 4, 60.0, 40.0),
}


@dataclass(frozen=True)
class Pose:
    """How a page lies in a scan. Turned in degrees (clockwise as seen), scales beside those of its
    dpi, `keystone` the most that a corner is pulled by it in mm, `stretch` the most that paper has
    moved by itself in mm, `crop` what is cut off the page (left, top, right, bottom, in mm; below
    zero is what stands around it), `skew` how many degrees its lines lean beside its columns, as
    where the sheet was drawn through a scanner that pulled it aside."""

    dpi: float = 150.0
    turn: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0
    keystone: float = 0.0
    stretch: float = 0.0
    crop: tuple[float, float, float, float] = (-8.0, -8.0, -8.0, -8.0)
    mirrored: bool = False
    skew: float = 0.0


@dataclass(frozen=True)
class Truth:
    """Where each point of a page lies in its scan: `matrix` takes mm of paper, after it has been
    stretched by `shift`, to pixels whose first has its middle at 0.5."""

    matrix: Floats
    waves: tuple[Floats, ...] = field(default=())

    def shift(self, points: Floats) -> Floats:
        """How far paper has moved at points of the page, mm."""
        if not self.waves:
            return np.zeros_like(points)
        kx, ky, phase, ax, ay = self.waves
        at = np.cos(points[:, :1] * kx + points[:, 1:] * ky + phase)
        return np.stack([at @ ax, at @ ay], axis=1)

    def at(self, points: Floats) -> Floats:
        """Pixels of the scan of points of the page (n × 2, mm from its top left)."""
        return project(self.matrix, points + self.shift(points))

    def back(self, pixels: Floats) -> Floats:
        """Points of the page of pixels of the scan."""
        paper = project(np.linalg.inv(self.matrix), pixels)
        points = paper
        for _ in range(12 if self.waves else 0):
            points = paper - self.shift(points)
        return points


@dataclass(frozen=True)
class Scan:
    """A simulated scan: its pixels (RGB or grey), and the truth of them."""

    pixels: NDArray[np.uint8]
    truth: Truth
    dpi: float

    def png(self) -> bytes:
        """It as a PNG that does not say its resolution."""
        return encoded(self.pixels, ".png")


def encoded(pixels: NDArray[np.uint8], kind: str, *options: int) -> bytes:
    """Pixels (RGB or grey) as a file."""
    order = cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR) if pixels.ndim == 3 else pixels
    return bytes(cv2.imencode(kind, order, list(options))[1].tobytes())


def project(matrix: Floats, points: Floats) -> Floats:
    """Points through a 3 × 3 matrix."""
    full = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return full[:, :2] / full[:, 2:]


def drawn_pose(seed: int, **given: Any) -> Pose:
    """A pose by chance: up to 1.5 degrees, 1 % of scale, 3 mm of keystone."""
    dice = np.random.default_rng([seed, 7])
    chance = Pose(
        turn=dice.uniform(-1.5, 1.5),
        scale_x=dice.uniform(0.99, 1.01),
        scale_y=dice.uniform(0.99, 1.01),
        keystone=dice.uniform(0.0, 3.0),
    )
    return replace(chance, **given)


def truth_of(size: tuple[float, float], pose: Pose, seed: int) -> tuple[Truth, tuple[int, int]]:
    """The transformation of a page of `size` mm, and the pixels across and down of its scan."""
    dice = np.random.default_rng([seed, 11])
    width, height = size
    px = pose.dpi / MM_PER_INCH
    turn = np.deg2rad(pose.turn)
    rotation = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    lean = np.array([[1.0, np.tan(np.deg2rad(pose.skew))], [0.0, 1.0]])
    scales = lean @ np.diag([pose.scale_x * px * (-1 if pose.mirrored else 1), pose.scale_y * px])
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], float)
    middle = np.array([width / 2, height / 2])
    pulled = corners + dice.uniform(-1, 1, (4, 2)) * pose.keystone / np.sqrt(2)
    there = (pulled - middle) @ scales @ rotation.T
    left, top, right, bottom = pose.crop
    shown = np.array(
        [
            [left, top],
            [width - right, top],
            [width - right, height - bottom],
            [left, height - bottom],
        ]
    )
    keystone = cv2.getPerspectiveTransform(
        corners.astype(np.float32), there.astype(np.float32)
    ).astype(float)
    frame = project(keystone, shown)
    low, high = frame.min(axis=0), frame.max(axis=0)
    if pose.turn % 90:  # the scanner's window stays upright: what it crops, it crops for good
        spare = min(0.0, left, top, right, bottom)
        if spare == 0.0:
            shrink = (high - low) * 0.01
            low, high = low + shrink, high - shrink
    shift = np.array([[1, 0, -low[0]], [0, 1, -low[1]], [0, 0, 1]])
    matrix = shift @ keystone
    pixels = (int(np.ceil(high[0] - low[0])), int(np.ceil(high[1] - low[1])))
    if not pose.stretch:
        return Truth(matrix / matrix[2, 2]), pixels
    count = 6
    kx = 2 * np.pi * dice.uniform(-1.2, 1.2, count) / width
    ky = 2 * np.pi * dice.uniform(-1.2, 1.2, count) / height
    phase = dice.uniform(0, 2 * np.pi, count)
    waves = (kx, ky, phase, dice.normal(size=count), dice.normal(size=count))
    across, down = np.meshgrid(np.linspace(0, width, 60), np.linspace(0, height, 80))
    grid = np.column_stack([across.ravel(), down.ravel()])
    most = np.hypot(*Truth(matrix, waves).shift(grid).T).max()
    scaled = (kx, ky, phase, waves[3] * pose.stretch / most, waves[4] * pose.stretch / most)
    return Truth(matrix / matrix[2, 2], scaled), pixels


def scan_of(
    page: NDArray[np.uint8],
    page_dpi: float,
    *,
    pose: Pose,
    look: Look,
    seed: int,
    other: NDArray[np.uint8] | None = None,
    wear: Wear | None = None,
) -> Scan:
    """A scan of a page (RGB pixels of `page_dpi`, white paper), `other` its other side."""
    dice = np.random.default_rng([seed, 13])
    if wear is not None:
        page = worn(page, page_dpi, wear, seed)
    size = (page.shape[1] * MM_PER_INCH / page_dpi, page.shape[0] * MM_PER_INCH / page_dpi)
    truth, (across, down) = truth_of(size, pose, seed)
    maps = _maps(truth, (across, down), page_dpi / MM_PER_INCH)
    coarser = page_dpi / pose.dpi
    seen = _sampled(page, maps, coarser).astype(np.float32) / 255.0
    if other is not None and look.through:
        behind = cv2.GaussianBlur(other[:, ::-1], (0, 0), 0.25 * page_dpi / MM_PER_INCH)
        ink = 1.0 - _sampled(behind, maps, 1.0).astype(np.float32) / 255.0
        seen = seen * (1.0 - look.through * ink.mean(axis=2, keepdims=True))
    paper = np.array(look.paper, np.float32)
    levels = look.ink + seen * (paper - look.ink)
    if wear is not None and wear.table >= 0:
        levels[~_on_sheet(maps, page.shape[:2], wear.torn * page_dpi / MM_PER_INCH)] = wear.table
    if look.shading:
        light = _light(dice, (down, across)) * look.shading
        levels = levels * (1.0 + light[..., None] / paper.mean())
    if look.blur:
        levels = cv2.GaussianBlur(levels, (0, 0), look.blur)
    if look.noise:
        grain = dice.standard_normal((down, across, 1), np.float32)
        hue = dice.standard_normal((down, across, 3), np.float32) * 0.3
        levels = levels + (grain + hue) * look.noise
    pixels = np.clip(np.rint(levels), 0, 255).astype(np.uint8)
    if look.grey:
        pixels = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    if look.bitonal:
        limit = (look.ink + paper.mean()) / 2
        pixels = np.where(pixels > limit, 255, 0).astype(np.uint8)
    if look.jpeg:
        kept = encoded(pixels, ".jpg", cv2.IMWRITE_JPEG_QUALITY, look.jpeg)
        how = cv2.IMREAD_GRAYSCALE if look.grey else cv2.IMREAD_COLOR
        read: Any = cv2.imdecode(np.frombuffer(kept, np.uint8), how)
        pixels = read if look.grey else cv2.cvtColor(read, cv2.COLOR_BGR2RGB)
    return Scan(pixels, truth, pose.dpi)


def worn(page: NDArray[np.uint8], dpi: float, wear: Wear, seed: int) -> NDArray[np.uint8]:
    """A page as its sheet looks when it is scanned, with all in its place."""
    dice = np.random.default_rng([seed, 17])
    px = dpi / MM_PER_INCH
    height, width = page.shape[:2]
    out = _screened(page, dpi / wear.screen) if wear.screen else page.copy()
    for axis, share in enumerate(wear.folds):
        if not share:
            continue
        away = (np.arange(page.shape[axis]) - share * page.shape[axis]) / px
        light = 1.0 - 0.25 * np.exp(-((away / 2.5) ** 2)) * np.sign(away) * 0.6
        crack = 0.7 * np.exp(-((away / 0.25) ** 2))  # ink has come off along it
        shape = (-1, 1, 1) if axis == 0 else (1, -1, 1)
        light, crack = light.reshape(shape), crack.reshape(shape)
        out = np.clip(out * light * (1 - crack) + 245 * crack, 0, 255).astype(np.uint8)
    for _ in range(wear.stamps):
        at = (int(dice.uniform(0.15, 0.85) * width), int(dice.uniform(0.15, 0.85) * height))
        ink = np.full_like(out, 255)
        cv2.circle(ink, at, round(19 * px), (200, 40, 40), round(1.2 * px))
        cv2.putText(ink, "SEAL 2026", (at[0] - round(14 * px), at[1]), cv2.FONT_HERSHEY_DUPLEX,
                    0.25 * px, (200, 40, 40), round(0.6 * px))  # fmt: skip
        out = np.minimum(out, ink)
    for _ in range(wear.pens):
        here = dice.uniform((0.1 * width, 0.1 * height), (0.9 * width, 0.9 * height))
        steps = here + np.cumsum(dice.normal(0, 7 * px, (12, 2)), axis=0)
        cv2.polylines(out, [steps.astype(np.int32)], False, (30, 40, 120), round(0.7 * px))
    return out


def _screened(page: NDArray[np.uint8], period: float) -> NDArray[np.uint8]:
    """A page with its tones in round dots at 45 degrees, `period` pixels from one to the next; what
    has full ink or none stays."""
    across, down = np.meshgrid(
        np.arange(page.shape[1], dtype=np.float32), np.arange(page.shape[0], dtype=np.float32)
    )
    turn = np.float32(2 * np.pi / period / np.sqrt(2))
    dots = 0.5 + 0.25 * (np.cos((across + down) * turn) + np.cos((across - down) * turn))
    limit = np.clip(dots, 0.02, 0.98)[..., None] * np.float32(255)
    hard = np.clip((page.astype(np.float32) - limit) * 4 + 127, 0, 255)
    kept = (page < 8) | (page > 250)
    return np.where(kept, page, hard.astype(np.uint8))


def _on_sheet(
    maps: tuple[Floats, Floats], shape: tuple[int, int], torn: float
) -> NDArray[np.bool_]:
    """Where the scan shows the sheet: within its edges, and not where its corner is torn off, along
    a ragged line."""
    x, y = maps
    sheet = (x >= 0) & (y >= 0) & (x <= shape[1] - 1) & (y <= shape[0] - 1)
    rag = 0.05 * torn * np.sin(y / max(1.0, 0.07 * torn))
    return np.asarray(sheet & (shape[1] - x + y + rag > torn), bool)


def worst(
    found: Callable[[Floats], Floats], scan: Scan, size: tuple[float, float]
) -> tuple[float, float]:
    """The largest and the rms distance over a page of `size` mm between where a transformation
    takes its points and where they are, in mm. Points that the scan does not show are left out."""
    across, down = np.meshgrid(np.linspace(0, size[0], 79), np.linspace(0, size[1], 111))
    points = np.column_stack([across.ravel(), down.ravel()])
    true = scan.truth.at(points)
    high = np.array([scan.pixels.shape[1], scan.pixels.shape[0]])
    inside = np.all((true >= 0) & (true <= high), axis=1)
    away = np.hypot(*(found(points[inside]) - true[inside]).T) * MM_PER_INCH / scan.dpi
    return float(away.max()), float(np.sqrt((away**2).mean()))


def _maps(truth: Truth, size: tuple[int, int], px: float) -> tuple[Floats, Floats]:
    """For each pixel of the scan where in the page's raster it looks: exact every eight pixels and
    straight between them."""
    step = 8
    xs, ys = np.arange(0, size[0] + step, step), np.arange(0, size[1] + step, step)
    across, down = np.meshgrid(xs + 0.5, ys + 0.5)
    points = truth.back(np.column_stack([across.ravel(), down.ravel()])) * px - 0.5
    coarse = points.reshape(len(ys), len(xs), 2).astype(np.float32)
    fine = (
        np.arange(size[0], dtype=np.float32) / step,
        np.arange(size[1], dtype=np.float32) / step,
    )
    grid_x, grid_y = np.meshgrid(*fine)
    both = cv2.remap(coarse, grid_x, grid_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return both[..., 0], both[..., 1]


def _sampled(
    page: NDArray[np.uint8], maps: tuple[Floats, Floats], coarser: float
) -> NDArray[np.uint8]:
    """A page's raster where the maps look, its pixels' means taken first where it is finer."""
    if coarser > 1.0:
        page = cv2.GaussianBlur(page, (0, 0), 0.45 * coarser)
    white = (255, 255, 255)
    seen: NDArray[np.uint8] = cv2.remap(
        page, *maps, cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=white
    )
    return seen


def _light(dice: np.random.Generator, size: tuple[int, int]) -> NDArray[np.float32]:
    """Light and shadow over a scan: slow over the page, mean 0, sd 1."""
    small = dice.standard_normal((6, 5)).astype(np.float32)
    light = cv2.resize(small, (size[1], size[0]), interpolation=cv2.INTER_CUBIC)
    return np.asarray((light - light.mean()) / light.std(), np.float32)
