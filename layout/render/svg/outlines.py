"""Outlines of glyphs as a browser draws them: each once, in units of its face, y up.

They are those of the press PDF. A name says which face, glyph and squeeze it is, and is the same in
every session, so that a browser may keep what it has.
"""

from collections.abc import Callable, Iterable
from typing import Final

from layout.faces.face import Face
from layout.faces.pathdata import path_data
from layout.render.svg.numbers import num

FaceOf = Callable[[str], Face]
"""The opened face of a key."""
Scale = tuple[float, float]
"""How much wider and higher than in its face a glyph is drawn. Only one that is stroked too is
drawn so: any other is widened with its line, and a pen must not be."""
PLAIN: Final[Scale] = (1.0, 1.0)
FIGURES: Final = 8
"""Of a face's digest that name its outlines."""


class Outlines:
    """The outlines of all glyphs that were met. A blank has none, and the name ``""``."""

    __slots__ = ("_drawn", "_faces", "_names")

    def __init__(self) -> None:
        self._names: dict[tuple[str, int, Scale], str] = {}
        self._drawn: dict[str, str] = {}
        self._faces: dict[str, str] = {}

    def name(self, face: Face, glyph: int, scale: Scale = PLAIN) -> str:
        """The name of a glyph's outline, drawn now if it never was."""
        which = (face.key, glyph, scale)
        found = self._names.get(which)
        if found is None:
            drawn = path_data(face, glyph, *scale)
            found = f"{self._face(face.key)}-{glyph}" if drawn else ""
            if drawn and scale != PLAIN:
                found += "-" + "-".join([num(v, 6).replace(".", "_") for v in scale])
            if drawn:
                self._drawn[found] = drawn
            self._names[which] = found
        return found

    def drawn(self, names: Iterable[str]) -> dict[str, str]:
        """The path data of outlines by their names."""
        return {name: self._drawn[name] for name in names}

    def __len__(self) -> int:
        return len(self._drawn)

    def forget(self) -> None:
        """Let go of all: they are drawn again where they are met."""
        self._names.clear()
        self._drawn.clear()

    def _face(self, key: str) -> str:
        found = self._faces.get(key)
        if found is None:
            end = "".join([c for c in key[-FIGURES:] if c.isalnum() and c.isascii()])
            found = f"g{end}"
            if found in self._faces.values():  # two faces whose digests begin alike
                found += f"x{len(self._faces)}"
            self._faces[key] = found
        return found
