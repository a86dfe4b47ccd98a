"""Inks as a screen shows them: one rule, for all that is looked at in a browser."""

from typing import Final

from layout.color import Color

# What solid process inks look like on coated paper, as sRGB: the swatches that picture editors
# ship for SWOP. Keys are (cyan, magenta, yellow).
_SOLIDS: Final[dict[tuple[int, int, int], tuple[int, int, int]]] = {
    (0, 0, 0): (255, 255, 255),
    (1, 0, 0): (0, 174, 239),
    (0, 1, 0): (236, 0, 140),
    (0, 0, 1): (255, 242, 0),
    (1, 1, 0): (46, 49, 146),
    (1, 0, 1): (0, 166, 81),
    (0, 1, 1): (237, 28, 36),
    (1, 1, 1): (54, 54, 57),
}
_BLACK: Final = (35, 31, 32)


def screen_rgb(color: Color) -> tuple[int, int, int]:
    """What an ink mixture looks like on a screen, as sRGB from 0 to 255.

    Demichel's shares of the paper left white, covered by one ink, by two, by three (Neugebauer's
    model), then dimmed by black. For the eye only: no profile is asked.
    """
    c, m, y, k = color.c / 100, color.m / 100, color.y / 100, color.k / 100
    mixed = [0.0, 0.0, 0.0]
    for (has_c, has_m, has_y), solid in _SOLIDS.items():
        share = (c if has_c else 1 - c) * (m if has_m else 1 - m) * (y if has_y else 1 - y)
        for channel in range(3):
            mixed[channel] += share * solid[channel]
    red, green, blue = (
        round(value * (1 - k + k * black / 255)) for value, black in zip(mixed, _BLACK, strict=True)
    )
    return red, green, blue
