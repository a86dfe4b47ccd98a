"""Press colours: four inks in per cent, and nothing else.

A newspaper page is printed in cyan, magenta, yellow and black. Screens are an afterthought of the
renderers; the toolkit itself never holds an RGB value for a thing that will be printed.
"""

import re
from typing import Final

from layout.record import record

GOOD_INK: Final = 240
"""Total per cent of ink that newsprint takes: ISO 12647-3 asks for at most 240, many presses for
220; more comes off on the next page."""
MOST_INK: Final = 300
"""More than this no sheet dries: a colour so written is a slip."""

SOLIDS: Final = (0.36, 0.18, 0.87, 0.017)
"""Relative luminance of solid cyan, magenta, yellow and black, from their swatches as sRGB."""
DARK_BELOW: Final = 0.3
"""(1 + 0.05) / (0.3 + 0.05) is a contrast of 3."""

GAIN: Final = 0.26
"""Tone value increase of newsprint at half cover (ISO 12647-3, curve for 40 lines a centimetre)."""

_INK = re.compile(r"([CMYK])\s*(\d{1,3}(?:\.\d{1,6})?)", re.IGNORECASE | re.ASCII)


@record(kw_only=False)
class Color:
    """Amounts of cyan, magenta, yellow and black, each 0-100 per cent."""

    c: float = 0.0
    m: float = 0.0
    y: float = 0.0
    k: float = 0.0

    @property
    def total(self) -> float:
        """Total area coverage in per cent: what the press lays on one spot."""
        return self.c + self.m + self.y + self.k

    @property
    def luminance(self) -> float:
        """Of the light that bare paper throws back, the part that this mixture leaves: 0 to 1.

        Each ink leaves what its swatch of SWOP does, weighed by the share of the paper it covers
        (Murray-Davies); for telling light from dark, not for matching.
        """
        out = 1.0
        for amount, left in zip((self.c, self.m, self.y, self.k), SOLIDS, strict=True):
            out *= 1.0 - amount / 100.0 * (1.0 - left)
        return out

    @property
    def printed(self) -> float:
        """Luminance as newsprint shows it: screens print darker than they are written."""
        return Color(
            *(100.0 * grown(v / 100.0) for v in (self.c, self.m, self.y, self.k))
        ).luminance

    @property
    def is_dark(self) -> bool:
        """Whether white words stand out from it at least as 3 to 1 (WCAG 2.2, 1.4.11)."""
        return self.luminance < DARK_BELOW

    def __str__(self) -> str:
        inks = [f"{n}{v:g}" for n, v in zip("CMYK", (self.c, self.m, self.y, self.k), strict=True)]
        return " ".join(i for i in inks if not i.endswith(("C0", "M0", "Y0", "K0"))) or "K0"


def grown(cover: float) -> float:
    """What a screen of so much cover (0 to 1) covers on newsprint."""
    return cover + 4 * GAIN * cover * (1 - cover)


def lightness(luminance: float) -> float:
    """CIE 1976 L* of a relative luminance of 0 to 1: bare paper 100, solid black 14."""
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


BLACK: Final = Color(k=100.0)
WHITE: Final = Color()


def parse_color(text: str) -> Color | None:
    """The colour written as inks in per cent, `M100 Y100` or `K30`; None when it is not one.

    Each ink stands at most once and lies between 0 and 100.
    """
    inks: dict[str, float] = {}
    end = 0
    for match in _INK.finditer(text):
        if text[end : match.start()].strip(" ,"):
            return None
        name, value = match[1].lower(), float(match[2])
        if name in inks or value > 100.0:
            return None
        inks[name] = value
        end = match.end()
    if not inks or text[end:].strip():
        return None
    return Color(**inks)
