"""Which fonts a document needs, when each character of a font has one look only.

A character that a page shows in two ways (digits of half and of natural width, the second half of
a joined ——) has its commoner look in the first font of its face and the other in a second one.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from layout.display.items import GlyphRun
from layout.faces.face import Face
from layout.faces.woff2 import Look, document_font
from layout.record import record

Shown = tuple[str, Look]
Pen = tuple[float, bool]
"""How thick a line goes round the glyphs, in em, and whether it is all that is drawn of them."""


def pen_of(run: GlyphRun) -> Pen:
    """The pen of a run."""
    return run.stroke_em, run.hollow


@record
class DocumentFont:
    """One font of the document: `characters` of `face` as they look in it."""

    face: Face
    family: str
    pen: Pen
    characters: tuple[Shown, ...]

    def program(self, flavor: Literal["woff2"] | None = "woff2") -> bytes:
        """The font file."""
        return document_font(
            self.face,
            dict(self.characters),
            family=self.family,
            stroke_em=self.pen[0],
            hollow=self.pen[1],
            flavor=flavor,
        )


class FontPlan:
    """Sorts the characters of a document into fonts. Count all of it first, then ask.

    A face that is thickened or hollow counts as a face of its own.
    """

    __slots__ = ("_counts", "_faces", "_places")

    def __init__(self) -> None:
        self._counts: dict[tuple[str, Pen], Counter[Shown]] = {}
        self._faces: dict[str, Face] = {}
        self._places: dict[tuple[str, Pen, Shown], int] = {}

    def count(self, face: Face, pen: Pen, looks: Iterable[Shown]) -> None:
        """Take note of characters that the document shows."""
        self._faces[face.key] = face
        self._counts.setdefault((face.key, pen), Counter()).update(looks)

    def settle(self) -> tuple[DocumentFont, ...]:
        """The fonts, numbered in order of first appearance."""
        fonts: list[DocumentFont] = []
        for (key, pen), counted in self._counts.items():
            face = self._faces[key]
            variants: list[list[Shown]] = []
            rank: Counter[str] = Counter()
            for shown, _ in counted.most_common():  # ties stay in order of appearance
                place = rank[shown[0]]
                rank[shown[0]] += 1
                if place == len(variants):
                    variants.append([])
                variants[place].append(shown)
                self._places[key, pen, shown] = len(fonts) + place
            for looks in variants:
                family = f"{face.name} f{len(fonts) + 1}"  # a bare number reads as a size
                fonts.append(
                    DocumentFont(face=face, family=family, pen=pen, characters=tuple(sorted(looks)))
                )
        return tuple(fonts)

    def font_of(self, face: str, pen: Pen, shown: Shown) -> int:
        """The number of the font that shows a character as it looks here."""
        return self._places[face, pen, shown]
