"""Runs of several tokens that no line end should part: dates, numbers with units, short names.

A token is never broken inside; these are longer. GB/T 15835-2011 keeps a number written in figures
in one piece: such a run is a wall. What belongs to it (its unit, the 年 月 日 of a date) stays with
it, and English in brackets stays whole, as long as that does not blow a line apart.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

# SI and other signs of units that are written after a space (GB/T 3100, GB/T 3101).
UNITS: Final = frozenset({
    "km²", "km³", "km/h", "km", "hm²", "m²", "m³", "m/s", "mm²", "mm", "cm²", "cm³", "cm", "dm",
    "nm", "μm", "m", "kg", "mg", "t", "g", "kW·h", "kWh", "kW", "MW", "GW", "W", "kV", "V", "mA",
    "A", "Ω", "kHz", "MHz", "GHz", "Hz", "KB", "MB", "GB", "TB", "kPa", "MPa", "Pa", "kJ", "J",
    "mol", "ml", "mL", "ha", "L", "l", "℃", "°C", "°", "pt", "dpi", "s", "h",
})  # fmt: skip
_MOST_IN_BRACKETS: Final = 16
"""Letters of English in brackets that are kept on one line: half a line of a newspaper column. More
may be parted at a space."""


_WORTH_A_LOOK: Final = "0123456789(（０１２３４５６７８９"


@cache
def _bond() -> re.Pattern[str]:
    """What should not be parted. Compiled when a text with a figure or a letter comes by."""
    return re.compile(
        r"[0-9]{1,2}月[0-9]{1,2}[日号]"
        r"|[0-9][年月日号时点分秒]"
        r"|(?P<wall>[^\s，。；：、]×(?=[0-9])"  # 390毫米×550毫米: the sign ends a line, begins none
        r"|[＋－±]?[０-９](?:[０-９．，：]*[０-９])?[％‰℃]?)"  # figures typed on full ems
        r"|[0-9][ \u00a0](?P<unit>[A-Za-zμΩ℃°][A-Za-z²³·/]{0,4})(?![A-Za-z])"
        rf"|[(（][A-Za-z][A-Za-z0-9 .,&'’/+-]{{0,{_MOST_IN_BRACKETS - 1}}}[)）]"
    )


class Bond(NamedTuple):
    """A span of a text that should stay on one line, by its offsets; a `wall` is never parted."""

    first: int
    after: int
    wall: bool = False


def bonds(text: str) -> Iterator[Bond]:
    """The bonds of a text, in order and apart."""
    if any(char in text for char in _WORTH_A_LOOK):
        for found in _bond().finditer(text):
            unit = found["unit"]
            if unit is None or unit in UNITS:
                yield Bond(*found.span(), wall=found["wall"] is not None)
