"""Plates made by hand, and what lies at a place of plates."""

import numpy as np

from layout.color import PROCESS
from layout.plates.plate import PixelBox, Plate, Plates, Tones, frozen


def plates_of(tones: dict[str, Tones], trim: PixelBox | None = None, dpi: float = 25.4) -> Plates:
    """Plates of pixels of a millimetre; an ink that is not given is bare."""
    height, width = next(iter(tones.values())).shape
    none = np.zeros((height, width), np.uint8)
    names = dict.fromkeys((*PROCESS, *tones))
    return Plates(
        page="T1",
        plates=tuple([Plate(ink=n, tones=frozen(tones.get(n, none))) for n in names]),
        dpi=dpi,
        trim=trim or PixelBox(0, 0, width, height),
        by="banxin",
    )


def at(plates: Plates, x: int, y: int) -> dict[str, int]:
    """The inks at a place of a sheet in per cent, without those that are bare."""
    unit = plates.dpi / 72
    row, column = int((100 - y) * unit), int(x * unit)
    found = {p.ink: round(float(p.tones[row, column]) / 2.55) for p in plates.plates}
    return {ink: percent for ink, percent in found.items() if percent > 1}


def near(found: dict[str, int], expected: dict[str, int]) -> bool:
    return found.keys() == expected.keys() and all(
        abs(found[ink] - expected[ink]) <= 2 for ink in found
    )
