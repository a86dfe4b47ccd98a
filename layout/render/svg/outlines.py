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


class OutlineNames(dict[int, str]):
    """The names of the outlines of a face by their glyphs, each drawn when it is first asked for. A
    blank has none, and the name ``""``."""

    __slots__ = ("_drawn", "_end", "_head", "face", "scale")

    def __init__(self, face: Face, head: str, scale: Scale, drawn: dict[str, str]) -> None:
        super().__init__()
        self.face = face
        self.scale = scale
        self._head = head
        self._drawn = drawn
        self._end = ending(scale)

    def __missing__(self, glyph: int) -> str:
        data = path_data(self.face, glyph, *self.scale)
        name = f"{self._head}-{glyph}{self._end}" if data else ""
        if data:
            self._drawn[name] = data
        self[glyph] = name
        return name


def ending(scale: Scale) -> str:
    """What of a name says how wide and high a glyph is drawn."""
    if scale == PLAIN:
        return ""
    return "-" + "-".join([num(v, 6).replace(".", "_") for v in scale])


class Outlines:
    """The outlines of all glyphs that were met."""

    __slots__ = ("_drawn", "_heads", "_names")

    def __init__(self) -> None:
        self._names: dict[tuple[str, Scale], OutlineNames] = {}
        self._drawn: dict[str, str] = {}
        self._heads: dict[str, str] = {}  # by the key of a face

    def of(self, face: Face, scale: Scale = PLAIN) -> OutlineNames:
        """The names of a face's outlines by their glyphs."""
        found = self._names.get((face.key, scale))
        if found is None:
            head = self._head(face.key)
            found = self._names[face.key, scale] = OutlineNames(face, head, scale, self._drawn)
        return found

    def drawn(self, names: Iterable[str]) -> dict[str, str]:
        """The path data of outlines by their names; one that was forgotten is drawn again."""
        known = self._drawn
        return {name: known.get(name) or self._again(name) for name in names}

    def __len__(self) -> int:
        return len(self._drawn)

    def forget(self) -> None:
        """Let go of all outlines, but of no name."""
        self._drawn.clear()

    def _again(self, name: str) -> str:
        head, glyph, *_ = name.split("-")
        for (key, scale), names in self._names.items():
            if self._heads[key] == head and name == f"{head}-{glyph}{ending(scale)}":
                data = self._drawn[name] = path_data(names.face, int(glyph), *scale)
                return data
        raise KeyError(name)

    def _head(self, key: str) -> str:
        """What the names of a face's outlines begin with."""
        found = self._heads.get(key)
        if found is None:
            end = "".join([c for c in key[-FIGURES:] if c.isalnum() and c.isascii()])
            found = f"g{end}"
            if found in self._heads.values():  # two faces whose digests begin alike
                found += f"x{len(self._heads)}"
            self._heads[key] = found
        return found
