"""屏幕软打样: a page as newsprint shows it, made of its plates.

A picture of a page (PNG) is drawn in the colours of a screen: no reader asks the output intent, and
black is black on white. Here each pixel's inks, overprint included, are looked up in the profile of
the press: black is the grey of ink that has sunk in, white is the grey of the paper.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np

from layout.color import PROCESS, WHITE, Color
from layout.pictures.onpaper import on_paper
from layout.pictures.pillow import png_of, rgb_of
from layout.pictures.profile import PressProfile
from layout.plates.plate import FULL, Plates, Tones

BETWEEN_PX: Final = 16
"""White between two pictures side by side."""


def soft_proof(
    plates: Mapping[str, Tones],
    alternates: Mapping[str, Color],
    profile: PressProfile,
    *,
    paper: bool = True,
) -> Tones:
    """sRGB of a page, height × width × 3, by the profile of its press.

    A plate that is missing is bare. A spot is shown by its alternate, which is given at full
    strength, as ink that lies on the others; one of which none is known is left out. `paper` says
    whether white is that of the paper or that of the screen. Raises `ProfileError`.
    """
    height, width = next(iter(plates.values())).shape
    bare = np.zeros((height, width), np.uint8)
    process = [plates.get(ink, bare) for ink in PROCESS]
    for name, tones in plates.items():
        if name not in PROCESS and tones.any():
            solid = alternates.get(name, WHITE)
            amounts = (solid.c, solid.m, solid.y, solid.k)
            process = [_over(p, tones, a) for p, a in zip(process, amounts, strict=True)]
    c, m, y, k = (np.ascontiguousarray(plate).tobytes() for plate in process)
    made = on_paper((c, m, y, k), (width, height), profile, paper=paper)
    return np.frombuffer(made, np.uint8).reshape(height, width, 3)


def _over(under: Tones, tones: Tones, percent: float) -> Tones:
    """A process ink with what a spot's alternate has of it laid over: what stays bare is bare of
    both (Demichel)."""
    if not percent:
        return under
    left = (FULL - under.astype(np.float32)) * (FULL - tones * np.float32(percent / 100)) / FULL
    made: Tones = (FULL - np.rint(left)).astype(np.uint8)
    return made


def proof_png(
    plates: Plates, profile: PressProfile, screen: bytes | None = None, *, paper: bool = True
) -> bytes:
    """The soft proof of a page inside its trim as a PNG that states its resolution; to the right of
    a picture of it in the colours of a screen, a PNG of the same resolution, where one is given.
    Raises `ProfileError`."""
    made = soft_proof(plates.trimmed(), plates.alternates, profile, paper=paper)
    if screen is not None:
        (width, height), rows = rgb_of(screen)
        made = side_by_side(np.frombuffer(rows, np.uint8).reshape(height, width, 3), made)
    height, width = made.shape[:2]
    return png_of("RGB", (width, height), made.tobytes(), plates.dpi, "RGB")


def side_by_side(left: Tones, right: Tones) -> Tones:
    """Two pictures of a page, height × width × 3, beside one another on white, heads level."""
    height = max(left.shape[0], right.shape[0])
    width = left.shape[1] + BETWEEN_PX + right.shape[1]
    out = np.full((height, width, 3), FULL, np.uint8)
    out[: left.shape[0], : left.shape[1]] = left
    out[: right.shape[0], left.shape[1] + BETWEEN_PX :] = right
    return out
