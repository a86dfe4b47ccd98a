"""Press colours: four inks in per cent, or a spot ink with what stands for it.

A newspaper page is printed in cyan, magenta, yellow and black, and now and then in an ink of its
own, a spot (专色). Screens are an afterthought of the renderers; the toolkit itself never holds an
RGB value for a thing that will be printed.
"""

import re
from typing import Final

from layout.record import record

GOOD_INK: Final = 240
"""Total per cent of ink that newsprint takes: ISO 12647-3 asks for at most 240, many presses for
220; more comes off on the next page."""
MOST_INK: Final = 300
"""More than this no sheet dries: a colour so written is a slip."""

RICH_FROM: Final = 85.0
"""Per cent of K from which a colour with other inks is a black of several (GWG2015, 4.15)."""

SOLIDS: Final = (0.36, 0.18, 0.87, 0.017)
"""Relative luminance of solid cyan, magenta, yellow and black, from their swatches as sRGB."""
DARK_BELOW: Final = 0.3
"""(1 + 0.05) / (0.3 + 0.05) is a contrast of 3."""

GAIN: Final = 0.26
"""Tone value increase of newsprint at half cover (ISO 12647-3, curve for 40 lines a centimetre)."""

PROCESS: Final = ("Cyan", "Magenta", "Yellow", "Black")
"""The four inks by the names of their plates, in the order of c m y k."""

_INK = re.compile(r"([CMYK])\s*(\d{1,3}(?:\.\d{1,6})?)", re.IGNORECASE | re.ASCII)


@record(kw_only=False)
class Color:
    """Amounts of cyan, magenta, yellow and black, each 0-100 per cent.

    Of a spot ink, which has a name, `tint` is how much of it is laid, above 0 and at most 100 per
    cent, and the four are its alternate: what looks most like this tint where there is no such ink,
    as on a screen. They are not laid.
    """

    c: float = 0.0
    m: float = 0.0
    y: float = 0.0
    k: float = 0.0
    spot: str = ""
    tint: float = 100.0

    @property
    def inks(self) -> dict[str, float]:
        """What is laid, in per cent by the name of its plate; inks that have nothing to do are not
        there, so white has none."""
        if self.spot:
            return {self.spot: self.tint}
        amounts = zip(PROCESS, (self.c, self.m, self.y, self.k), strict=True)
        return {name: amount for name, amount in amounts if amount}

    @property
    def total(self) -> float:
        """Total area coverage in per cent: what the press lays on one place."""
        return self.tint if self.spot else self.c + self.m + self.y + self.k

    @property
    def is_rich(self) -> bool:
        """Whether it is a black of several inks (深黑): dearer, slower to dry, and with coloured
        edges where the plates do not meet."""
        return not self.spot and self.k >= RICH_FROM and self.c + self.m + self.y > 0.0

    @property
    def solid(self) -> "Color":
        """A spot ink at its full strength, with its alternate; four inks as they are."""
        if not self.spot or self.tint == 100.0:
            return self
        up = 100.0 / self.tint  # to a hundredth, so that every tint of a spot gives the same
        c, m, y, k = (round(v * up, 2) for v in (self.c, self.m, self.y, self.k))
        return Color(c, m, y, k, self.spot)

    def tinted(self, percent: float) -> "Color":
        """A screen (网目) of it: so many per cent of each of its inks, or of the spot's."""
        down = percent / 100.0
        c, m, y, k = (round(v * down, 9) for v in (self.c, self.m, self.y, self.k))
        return Color(c, m, y, k, self.spot, round(self.tint * down, 9) if self.spot else 100.0)

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
        c, m, y, k = (100.0 * grown(v / 100.0) for v in (self.c, self.m, self.y, self.k))
        return Color(c, m, y, k).luminance

    @property
    def is_dark(self) -> bool:
        """Whether white words stand out from it at least as 3 to 1 (WCAG 2.2, 1.4.11)."""
        return self.luminance < DARK_BELOW

    def __str__(self) -> str:
        if self.spot:
            return self.spot if self.tint == 100.0 else f"{self.spot} {self.tint:g}%"
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
    return Color(inks.get("c", 0.0), inks.get("m", 0.0), inks.get("y", 0.0), inks.get("k", 0.0))
