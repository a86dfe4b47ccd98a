"""A register cross and colour patches close up: in register, or with the plates apart."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from letterpress.ink import printed
from letterpress.sheet import BAR_Y, CROSS, Plates, draw
from letterpress.studio import F32, lens_blur, smooth

APART = {"c": (0.34, 0.15), "m": (-0.42, 0.20), "y": (0.12, -0.40), "k": (0.0, 0.0)}
NEAR = {"c": (0.015, 0.0), "m": (-0.015, 0.01), "y": (0.0, -0.02), "k": (0.0, 0.0)}
ACROSS = 23.0  # mm of the sheet in the picture's width
TURN = -4.0  # degrees
BLEED = 1.25  # drawn beyond the picture, so that it can be turned


def render(fonts: Path, width: int, height: int, apart: bool, seed: int = 26) -> F32:
    """Linear light of the close-up, (height, width, 3)."""
    per_mm = width / ACROSS
    wide, high = ACROSS * BLEED, ACROSS * BLEED * height / width
    middle = (CROSS[0] + 0.6, (CROSS[1] + BAR_Y) / 2 - 2.4)
    p = Plates(middle[0] - wide / 2, middle[1] - high / 2, wide, high, 2 * per_mm)
    p.register = APART if apart else NEAR
    draw(p, fonts)
    for drawn in (p.tones, p.solids):
        for name, image in drawn.items():
            soft = image.filter(ImageFilter.GaussianBlur(1.2))
            drawn[name] = soft.rotate(TURN, resample=Image.Resampling.BICUBIC).reduce(2)
    p.per_mm, p.size = per_mm, p.tones["k"].size
    light = printed(p.covers(seed), 1.5 * width / 1200, seed + (7 if apart else 1))
    h, w, _ = light.shape
    top, left = (h - height) // 2, (w - width) // 2
    light = light[top : top + height, left : left + width]
    yy, xx = np.mgrid[0:height, 0:width].astype(np.float32)
    away = np.hypot((xx / width - 0.5) * 1.33, yy / height - 0.45)
    scale = width / 1200
    light = light * (1.08 - 0.20 * (xx / width - 0.25) ** 2)[..., None]
    blur = 5.0 * scale * smooth(0.35, 0.85, away)
    return lens_blur(light.astype(np.float32), blur, tuple(s * scale for s in (0.0, 1.5, 3.0, 5.0)))
