"""Words drawn as outlines, in shipped faces: nothing embedded, and nothing that a reader reads."""

from collections.abc import Sequence
from typing import Final

from layout.faces.catalog import Catalog
from layout.faces.contour import contour
from layout.faces.face import Face
from layout.render.press.numbers import num

ROLE: Final = "细黑"
LACKING: Final = "〓"
"""What compositors set where they lack the type."""

_OPERATORS: Final = {"M": "m", "L": "l", "C": "c", "Z": "h"}


class Lettering:
    """Draws words with the shipped faces, which are opened at the first of them."""

    def __init__(self) -> None:
        self._chain: Sequence[Face] = ()
        self._drawn: dict[str, tuple[list[tuple[str, tuple[float, ...]]], float]] = {}

    def __call__(self, text: str) -> tuple[str, float]:
        """The operators of a path that draws `text` from (0, 0) on its baseline, in 1/1000 em, and
        how far it goes, in em. A character that no face has is a 〓."""
        parts: list[str] = []
        pen = 0.0
        for char in text:
            steps, wide = self._glyph(char)
            for letter, points in steps:
                at = [v * 1000 + (pen if k % 2 == 0 else 0.0) for k, v in enumerate(points)]
                parts.append(" ".join([*[num(round(v, 1)) for v in at], _OPERATORS[letter]]))
            pen += wide * 1000
        return " ".join(parts), pen / 1000

    def _glyph(self, char: str) -> tuple[list[tuple[str, tuple[float, ...]]], float]:
        found = self._drawn.get(char)
        if found is None:
            self._chain = self._chain or Catalog().chain(ROLE)
            face = next((face for face in self._chain if face.has(char)), None)
            if face is None:
                return self._glyph(LACKING)
            gid = face.glyph(char)
            found = self._drawn[char] = (contour(face, gid), face.advance(gid) / face.upem)
        return found
