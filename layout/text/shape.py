"""Tokens to glyphs, free of any size: widths and offsets in thousandths of an em.

The other owner of HarfBuzz. What a token becomes depends on the token and the faces alone, never on
its neighbours, so a token is shaped once for a voice (a chain of faces and a width of digits) and
kept. Han characters that are new to the cache are shaped together in one call.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

import uharfbuzz as hb

from layout.faces.face import LANGUAGE, Face
from layout.text.charclass import BODY, CharClass
from layout.text.segment import class_of

_DIGITS: Final = frozenset("0123456789")
_LOOSE_INK: Final = 25
"""Ink may stand out of its half em by this much (1/1000 em) before the mark is centred in it."""


class Piece(NamedTuple):
    """One glyph of a token: its face, glyph id, pen offset (1/1000 em) and first character."""

    face: str
    glyph: int
    x: int
    char: int


class Token(NamedTuple):
    """A shaped token. `cls` is None for spaces. `missing` are characters that no face has."""

    text: str
    cls: CharClass | None
    body: int
    pieces: tuple[Piece, ...]
    missing: str = ""


class Voice:
    """The faces of one kind of text, and every token they have been asked for.

    Holds a cache but no state that shows: the same token always gives the same answer.
    """

    def __init__(self, chain: Sequence[Face], *, half_digits: bool) -> None:
        self.chain = tuple(chain)
        self.half_digits = half_digits
        self.key = "+".join(f.key for f in self.chain) + ("/half" if half_digits else "")
        self._known: dict[str, Token] = {}

    def shape(self, texts: Iterable[str]) -> list[Token]:
        """A shaped token for each text, in order."""
        known = self._known
        texts = list(texts)
        new = [t for t in dict.fromkeys(texts) if t not in known]
        if new:
            self._learn(new)
        return [known[t] for t in texts]

    def _learn(self, new: list[str]) -> None:
        face = self.chain[0]
        plain = [t for t in new if len(t) == 1 and class_of(t) is CharClass.HAN and face.has(t)]
        for text, token in zip(plain, self._han(face, plain), strict=True):
            self._known[text] = token
        for text in new:
            if text not in self._known:
                self._known[text] = self._one(text)

    def _han(self, face: Face, chars: list[str]) -> list[Token]:
        """Plain ideographs, which neither join nor kern, in one call."""
        if not chars:
            return []
        shaped = _shape(face, "".join(chars), {})
        if len(shaped) != len(chars):  # a face with ideographic ligatures: one at a time
            return [self._one(c) for c in chars]
        unit = 1000 / face.upem
        out = []
        for char, (gid, _, dx, advance) in zip(chars, shaped, strict=True):
            piece = Piece(face.key, gid, round(dx * unit), 0)
            out.append(Token(char, CharClass.HAN, round(advance * unit), (piece,)))
        return out

    def _one(self, text: str) -> Token:
        cls = class_of(text)
        pieces: list[Piece] = []
        missing = ""
        width = 0
        at = 0
        for face, part in self._by_face(text):
            unit = 1000 / face.upem
            for gid, cluster, dx, advance in _shape(face, part, self._features(part)):
                char = part[cluster]
                adv, x = round(advance * unit), round(dx * unit)
                if self.half_digits and char in _DIGITS:
                    adv, x = 500, x + (500 - adv) // 2
                if gid == 0 and char not in missing:
                    missing += char
                pieces.append(Piece(face.key, gid, width + x, at + cluster))
                width += adv
            at += len(part)
        if cls is None:
            return Token(text, None, width, tuple(pieces), missing)
        return self._fit(text, cls, width, pieces, missing)

    def _fit(
        self, text: str, cls: CharClass, width: int, pieces: list[Piece], missing: str
    ) -> Token:
        """Give the token the width its class has, whatever the face says."""
        body = BODY.get(cls)
        if cls is CharClass.ELLIPSIS:
            body = 1000 * len(text)
        elif cls is CharClass.CONNECTOR:
            body = {"–": 500}.get(text[0], 1000)
        if body is None:
            return Token(text, cls, width, tuple(pieces), missing)
        if cls is CharClass.ELLIPSIS and len(pieces) == len(text):
            shift = [
                i * 1000 + (1000 - width // len(text)) // 2 - p.x for i, p in enumerate(pieces)
            ]
            if width // len(text) == 1000:
                shift = [0] * len(pieces)
        elif cls in (CharClass.OPEN, CharClass.CLOSE, CharClass.PAUSE, CharClass.STOP):
            shift = [self._into_half(cls, width, pieces)] * len(pieces)
        else:
            shift = [(body - width) // 2] * len(pieces)
        moved = tuple(p._replace(x=p.x + s) for p, s in zip(pieces, shift, strict=True))
        return Token(text, cls, body, moved, missing)

    def _into_half(self, cls: CharClass, width: int, pieces: list[Piece]) -> int:
        """How far to move a mark so that its ink lies in its own half em.

        A mark drawn on a full em keeps the face's own placing; one drawn narrower, or centred on
        its em, is centred in the half it is given.
        """
        by_key = {f.key: f for f in self.chain}
        face = by_key[pieces[0].face]
        left, _, right, _ = (v * 1000 // face.upem for v in face.ink(pieces[0].glyph))
        shift = -500 if cls is CharClass.OPEN and width == 1000 else 0
        if left + shift >= -_LOOSE_INK and right + shift <= 500 + _LOOSE_INK and width == 1000:
            return shift
        return 250 - (left + right) // 2

    def _by_face(self, text: str) -> list[tuple[Face, str]]:
        """The text in stretches of one face each; a character in no face stays with the first."""
        first = self.chain[0]
        if all(first.has(c) for c in text):
            return [(first, text)]
        out: list[tuple[Face, str]] = []
        for char in text:
            face = next((f for f in self.chain if f.has(char)), first)
            if out and (out[-1][0] is face or _hangs(char)):
                out[-1] = (out[-1][0], out[-1][1] + char)
            else:
                out.append((face, char))
        return out

    def _features(self, text: str) -> dict[str, Any]:
        """Half-width digits where the style asks for them; letters beside them stay as they are."""
        if not self.half_digits:
            return {}
        spans = [[i, i + 1, True] for i, c in enumerate(text) if c in _DIGITS]
        return {"hwid": spans} if spans else {}


def _hangs(char: str) -> bool:
    return "︀" <= char <= "️" or char in "\u200b‍⁠" or "̀" <= char <= "ͯ"


def _shape(face: Face, text: str, features: dict[str, Any]) -> list[tuple[int, int, int, int]]:
    """Glyph id, character index, x offset and advance for each glyph, in font units."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "ltr"
    buffer.script = "Hani"
    buffer.language = LANGUAGE
    hb.shape(face.font, buffer, features)
    return [
        (i.codepoint, i.cluster, p.x_offset, p.x_advance)
        for i, p in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
