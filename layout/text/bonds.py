"""Runs of several tokens that no line end may part: dates, numbers with their units, short names.

A token is never broken inside; these are longer. GB/T 15835-2011 keeps a number written in figures
in one piece; what belongs to it (its unit, the 年 月 日 of a date) stays with it. English in
brackets is kept whole as long as that costs a line little.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

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
    """What may not be parted. Compiled when a text with a figure or a letter comes by."""
    return re.compile(
        r"[0-9]{1,2}月[0-9]{1,2}[日号]"
        r"|[0-9][年月日号时点分秒]"
        r"|[^\s，。；：、]×(?=[0-9])"  # 390毫米×550毫米: the sign ends a line, and begins none
        r"|[＋－±]?[０-９](?:[０-９．，：]*[０-９])?[％‰℃]?"  # figures typed on full ems
        r"|[0-9][ \u00a0](?P<unit>[A-Za-zμΩ℃°][A-Za-z²³·/]{0,4})(?![A-Za-z])"
        rf"|[(（][A-Za-z][A-Za-z0-9 .,&'’/+-]{{0,{_MOST_IN_BRACKETS - 1}}}[)）]"
    )


def bonds(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the text, in order and apart, inside which no line may end."""
    if any(char in text for char in _WORTH_A_LOOK):
        for found in _bond().finditer(text):
            unit = found["unit"]
            if unit is None or unit in UNITS:
                yield found.start(), found.end()
