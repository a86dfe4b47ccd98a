"""A page as it goes to plate: one grey picture an ink.

A tone is the share of the paper that the ink covers: 255 is full ink, 0 bare paper, row 0 at the
head. All plates of a page are of one size and lie exactly on one another.
"""

from collections.abc import Mapping
from math import ceil, floor
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from layout.color import Color
from layout.errors import BanxinError
from layout.record import field, record, replace
from layout.units import MM_PER_INCH, PT_PER_INCH, whole_up
from layout.words.said import Said, said

Tones: TypeAlias = NDArray[np.uint8]

FULL: Final = 255

MOST_PIXELS: Final = 120_000_000
"""Pixels of one plate; 对开 at 400 dpi has 54 million."""
MOST_INKS: Final = 12
"""Plates of a page. A press has four to eight; more spots than these are a slip."""


class PlateError(BanxinError):
    """Plates that cannot be made, with the reason."""


class PixelBox(NamedTuple):
    """A part of a raster, in pixels from its top left; edges may lie within a pixel."""

    left: float
    top: float
    right: float
    bottom: float


@record
class Plate:
    """One ink of a page. `tones` is of bytes, height × width, and may not be written to."""

    ink: str
    tones: Tones

    @property
    def empty(self) -> bool:
        """Whether there is no ink at all on it."""
        return not self.tones.any()


@record
class Plates:
    """All inks of a page: Cyan, Magenta, Yellow, Black, then its spots.

    The raster holds the page with its bleed, `trim` says where in it the finished page lies. `by`
    is what made it: "banxin" (of a display list), "pdf" (of a PDF, ink by ink) or "ghostscript".
    `missed` is what of the page could not be measured and is not in the plates; `alternates` are
    what stands for the spots, at full strength, where it is known.
    """

    page: str
    plates: tuple[Plate, ...]
    dpi: float
    trim: PixelBox
    by: str
    missed: tuple[Said, ...] = ()
    alternates: Mapping[str, Color] = field(default_factory=dict)

    @property
    def by_ink(self) -> Mapping[str, Tones]:
        """The tones of each ink by its name, in order."""
        return {plate.ink: plate.tones for plate in self.plates}

    @property
    def mm(self) -> float:
        """Millimetres a pixel is wide."""
        return MM_PER_INCH / self.dpi

    def inside(self) -> tuple[slice, slice]:
        """The rows and columns of the pixels whose middle lies in the trim."""
        height, width = self.plates[0].tones.shape
        box = self.trim
        rows = slice(max(0, ceil(box.top - 0.5)), min(height, floor(box.bottom - 0.5) + 1))
        columns = slice(max(0, ceil(box.left - 0.5)), min(width, floor(box.right - 0.5) + 1))
        return rows, columns

    def trimmed(self) -> Mapping[str, Tones]:
        """The tones of each ink inside the trim."""
        rows, columns = self.inside()
        return {plate.ink: plate.tones[rows, columns] for plate in self.plates}


class Raster(NamedTuple):
    """The size of a raster in whole pixels, and where the trim lies in it."""

    width: int
    height: int
    trim: PixelBox


def raster_of(
    width: float, height: float, trim: tuple[float, float, float, float], dpi: float
) -> Raster:
    """The raster of a sheet of so many points, which begins with a pixel at its top left.

    `trim` is left, top, right, bottom in points from there. Raises `PlateError` where it would
    have too many pixels, or none.
    """
    scale = dpi / PT_PER_INCH
    columns, rows = whole_up(width * scale), whole_up(height * scale)
    if not (columns > 0 and rows > 0 and columns * rows <= MOST_PIXELS):
        raise PlateError(said("PLATES.size", width_px=columns, height_px=rows, most=MOST_PIXELS))
    return Raster(columns, rows, PixelBox(*(v * scale for v in trim)))


def coarser(plates: Plates, by: int) -> Plates:
    """The same plates with squares of `by` pixels inside the trim as one, which has their mean: for
    looking at, where a file must be small."""
    made = []
    for ink, tones in plates.trimmed().items():
        height, width = (max(1, side // by) for side in tones.shape)
        part = tones[: height * by, : width * by]
        if min(part.shape) >= by:
            part = part.reshape(height, by, width, by).mean(axis=(1, 3), dtype=np.float32)
        made.append(Plate(ink=ink, tones=frozen(np.rint(part).astype(np.uint8))))
    height, width = made[0].tones.shape
    return replace(
        plates, plates=tuple(made), dpi=plates.dpi / by, trim=PixelBox(0.0, 0.0, width, height)
    )


def frozen(tones: Tones) -> Tones:
    """The same tones, which no one may write to any more."""
    tones = np.ascontiguousarray(tones)
    tones.flags.writeable = False
    return tones
