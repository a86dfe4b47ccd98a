"""Numbers, colours and classes as a style sheet writes them."""

from layout.color import Color
from layout.render.screen import screen_rgb


def num(value: float) -> str:
    """A length to a thousandth of a point (0.35 µm), without needless zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def paint(prop: str, color: Color) -> str:
    """A declaration in sRGB, and once more in inks for whoever understands them.

    Browsers drop the second one; WeasyPrint takes it, and black stays in K alone.
    """
    red, green, blue = screen_rgb(color)
    inks = " ".join(num(v / 100) for v in (color.c, color.m, color.y, color.k))
    return f"{prop}:#{red:02x}{green:02x}{blue:02x};{prop}:device-cmyk({inks})"


class Classes:
    """Class names for declarations, given out as they are asked for."""

    __slots__ = ("_names",)

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def of(self, letter: str, declarations: str) -> str:
        """The class that carries `declarations`; its name begins with `letter`."""
        return self._names.setdefault(declarations, f"{letter}{len(self._names)}")

    def rules(self) -> str:
        """All classes as style rules."""
        return "\n".join(f".{name}{{{text}}}" for text, name in self._names.items())
