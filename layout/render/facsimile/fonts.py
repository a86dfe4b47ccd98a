"""Which fonts a document needs, when each character of a font has one look only.

A character that a page shows in two ways (digits of half and of natural width, the second half of
a joined ——) has its commoner look in the first font of its face and the other in a second one.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from layout.faces.face import Face
from layout.faces.woff2 import Look, document_font
from layout.record import record

Shown = tuple[str, Look]


@record
class DocumentFont:
    """One font of the document: `characters` of `face` as they look in it."""

    face: Face
    family: str
    stroke_em: float
    characters: tuple[Shown, ...]

    def program(self, flavor: Literal["woff2"] | None = "woff2") -> bytes:
        """The font file."""
        return document_font(
            self.face,
            dict(self.characters),
            family=self.family,
            stroke_em=self.stroke_em,
            flavor=flavor,
        )


class FontPlan:
    """Sorts the characters of a document into fonts. Count all of it first, then ask.

    A face that is thickened (`stroke_em`) counts as a face of its own.
    """

    __slots__ = ("_counts", "_faces", "_places")

    def __init__(self) -> None:
        self._counts: dict[tuple[str, float], Counter[Shown]] = {}
        self._faces: dict[str, Face] = {}
        self._places: dict[tuple[str, float, Shown], int] = {}

    def count(self, face: Face, stroke_em: float, looks: Iterable[Shown]) -> None:
        """Take note of characters that the document shows."""
        self._faces[face.key] = face
        self._counts.setdefault((face.key, stroke_em), Counter()).update(looks)

    def settle(self) -> tuple[DocumentFont, ...]:
        """The fonts, numbered in order of first appearance."""
        fonts: list[DocumentFont] = []
        for (key, stroke), counted in self._counts.items():
            face = self._faces[key]
            variants: list[list[Shown]] = []
            rank: Counter[str] = Counter()
            for shown, _ in counted.most_common():  # ties stay in order of appearance
                place = rank[shown[0]]
                rank[shown[0]] += 1
                if place == len(variants):
                    variants.append([])
                variants[place].append(shown)
                self._places[key, stroke, shown] = len(fonts) + place
            for looks in variants:
                family = f"{face.name} f{len(fonts) + 1}"  # a bare number reads as a size
                fonts.append(
                    DocumentFont(
                        face=face, family=family, stroke_em=stroke, characters=tuple(sorted(looks))
                    )
                )
        return tuple(fonts)

    def font_of(self, face: str, stroke_em: float, shown: Shown) -> int:
        """The number of the font that shows a character as it looks here."""
        return self._places[face, stroke_em, shown]
