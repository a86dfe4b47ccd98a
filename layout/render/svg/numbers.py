"""Numbers and text as SVG writes them."""

import re
from functools import lru_cache
from typing import Final

from layout.color import Color
from layout.render.screen import screen_rgb

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9-]")
_NO_SIGNS: Final = {*range(0x20), *range(0xD800, 0xE000)} - {0x09, 0x0A}
_WRITTEN: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", **dict.fromkeys(map(chr, _NO_SIGNS))}
)


def num(value: float, decimals: int = 3) -> str:
    """A number to a thousandth, without needless zeros: of a point 0.35 µm."""
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def quoted(text: str) -> str:
    """Text as the value of an attribute. Signs that XML has not are left out."""
    return text.translate(_WRITTEN)


@lru_cache(maxsize=512)
def rgb(color: Color) -> str:
    """Inks as a browser is told them."""
    red, green, blue = screen_rgb(color)
    return f"#{red:02x}{green:02x}{blue:02x}"


def dom_id(name: str) -> str:
    """A name as the id of an element, the same for the same name and another one for another:
    whatever is no letter of ASCII, figure or hyphen stands as its number between low lines."""
    return "b-" + _UNSAFE.sub(lambda found: f"_{ord(found[0]):x}_", name)
