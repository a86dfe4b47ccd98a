"""Tokens to glyphs, free of any size: widths and offsets in thousandths of an em.

The other owner of HarfBuzz. What a token becomes depends on the token and the faces alone, never on
its neighbours, so a token is shaped once for a voice (a chain of faces and a width of digits) and
kept. Han characters that are new to the cache are shaped together in one call.
"""

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import uharfbuzz as hb

from layout.color import Color
from layout.faces.face import LANGUAGE, Face, is_selector
from layout.text import longmarks
from layout.text.charclass import CharClass
from layout.text.scripts import EM, EM_MIDDLE, HALF, HANS, WIDE, Script
from layout.text.segment import class_of, hangs, right_to_left, seen_in, unseen
from layout.units import EM_ASCENT

PERCENT: Final = "%"
_DIGITS: Final = (frozenset("0123456789"), frozenset("0123456789%"))
"""What is half an em wide where digits are; and where % is asked to be so too, as it was in the
print of 2019, whose columns do not come out otherwise (tests/inline/test_paragraph_evidence.py)."""
_DIGIT_RUN: Final = (re.compile("[0-9]+"), re.compile("[0-9%]+"))
_LOOSE_INK: Final = 25
"""Ink may stand out of its half em by this much (1/1000 em) before the mark is centred in it."""
_APOSTROPHE: Final = "’"
DASH: Final = "—"
"""Alone it connects (GB/T 15834-2011 4.13), and stands as high as the —— beside it."""
RATIO: Final = "∶"
"""Half an em between figures, as : is, though Chinese faces draw it on a full one."""
_APOSTROPHE_SIDE: Final = 40
"""Air beside an apostrophe that a Chinese face draws as a quotation mark on a full em."""
_HALVED: Final = frozenset(
    {CharClass.OPEN, CharClass.CLOSE, CharClass.PAUSE, CharClass.STOP, CharClass.FULL}
)
_TYPED_SPACES: Final = {ord(c): " " for c in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"}
_SPACE_WIDTHS: Final = {
    "\u3000": 1000,
    "\u2003": 1000,
    "\u2001": 1000,
    "\u2002": 500,
    "\u2000": 500,
}


class TokenGlyph(NamedTuple):
    """One glyph of a token: its face and glyph id, where it stands, and its first character.

    `x` is the way along the line from the token's beginning to the glyph's origin, `y` the way
    across it from the line's own axis: up from the baseline of a line that runs to the right, and
    to the right from the middle of a column that runs down. In 1/1000 em.
    """

    face: str
    glyph: int
    x: int
    char: int
    y: int = 0


class Manner(NamedTuple):
    """How a token's glyphs are drawn where it is not as the line's style has them."""

    size: int = EM
    """Of the type, in thousandths of the line's: a superscript is smaller."""
    wide: int = EM
    """Glyphs are drawn this wide, in thousandths: three digits abreast in a column are narrower."""
    turned: bool = False
    """A quarter turn clockwise: long Latin in a column."""
    ink: Color | None = None
    """Of words in a colour of their own."""


PLAIN: Final = Manner()


class Token(NamedTuple):
    """A shaped token. `missing` are characters that no face has; `lacking` is the key of the first
    face of the voice where another one lent glyphs."""

    text: str
    cls: CharClass
    body: int
    pieces: tuple[TokenGlyph, ...]
    missing: str = ""
    manner: Manner = PLAIN
    tail: "Token | None" = None
    """What is set after the token if a line ends with it, though more of its word follows: a hyphen
    (a token without text), or one without width where the word has its own."""
    lacking: str = ""
    sides: tuple[int, int] = (0, 0)
    """White before and after it that is part of its body: beside a box, under long letters."""


class _Drawn(NamedTuple):
    """Glyphs as the faces give them, before the class has its say; `faces` is one a piece."""

    pieces: list[TokenGlyph]
    faces: list[Face]
    width: int
    missing: str


class Voice:
    """The faces of one kind of text, and every token they have been asked for.

    Holds a cache but no state that shows: the same token always gives the same answer. A voice of
    `half_percent` asks the `plain` one, which differs in nothing else, for what has no %.
    """

    def __init__(
        self,
        chain: Sequence[Face],
        *,
        half_digits: bool,
        half_percent: bool = False,
        script: Script = HANS,
        plain: "Voice | None" = None,
    ) -> None:
        self.chain = tuple(chain)
        self.half_digits = half_digits
        self.half_percent = half_percent and half_digits
        self.script = script
        self.key = "+".join(f.key for f in self.chain) + ("/half" if half_digits else "")
        if self.half_percent:
            self.key += "%"
        if script is not HANS:
            self.key += f"/{script.name}"
        self._plain = plain if self.half_percent else None
        self._known: dict[str, Token] = {}

    @property
    def known(self) -> int:
        """How many tokens it keeps."""
        return len(self._known)

    def shape(self, texts: Sequence[str]) -> list[Token]:
        """A shaped token for each text, in order."""
        try:
            return list(map(self._known.__getitem__, texts))
        except KeyError:
            self._learn(sorted(set(texts).difference(self._known)))
        return list(map(self._known.__getitem__, texts))

    def word(self, text: str, whole: str, *, high_or_low: bool) -> list[Token]:
        """A part of the word `whole` that is set in several voices: shaped by itself."""
        del whole, high_or_low
        return self.shape([text])

    def _learn(self, new: list[str]) -> None:
        if self._plain is not None:
            shared = [text for text in new if PERCENT not in text]
            self._known.update(zip(shared, self._plain.shape(shared), strict=True))
            new = [text for text in new if PERCENT in text]
        face = self.chain[0]
        script = self.script
        plain = [
            t for t in new
            if len(t) == 1 and class_of(t, script) is CharClass.HAN and face.has(t)
        ]  # fmt: skip
        for text, token in zip(plain, self._han(face, plain), strict=True):
            self._known[text] = token
        for text in new:
            if text not in self._known:
                self._known[text] = self._one(text)

    def _han(self, face: Face, chars: list[str]) -> list[Token]:
        """Plain ideographs, which neither join nor kern, in one call."""
        if not chars:
            return []
        # Some faces kern kana; who stands beside whom here is chance.
        shaped = _shape(face, "".join(chars), {"kern": False}, self.script.language)
        if len(shaped) != len(chars):  # a face with ideographic ligatures: one at a time
            return [self._one(c) for c in chars]
        unit = 1000 / face.upem
        out = []
        for char, (gid, _, dx, advance) in zip(chars, shaped, strict=True):
            piece = TokenGlyph(face.key, gid, round(dx * unit), 0)
            out.append(Token(char, CharClass.HAN, round(advance * unit), (piece,)))
        return out

    def _one(self, text: str) -> Token:
        cls = class_of(text, self.script)
        if cls is CharClass.SPACE:
            return self._space(text)
        # In whatever script, —— is one unbroken rule: mainland forms have it as one glyph.
        dash = cls is CharClass.DASH
        one = text == DASH and not dash
        language = LANGUAGE if dash or one else self.script.language
        dots = cls is CharClass.ELLIPSIS and "…" in text
        drawn = self._draw(text, language, longmarks.lender(self.chain) if dots else None)
        if dash and len(drawn.pieces) > 1 and drawn.faces[0].has("⸺"):
            # Two glyphs leave a hairline of white between them.
            drawn = self._draw("⸺", LANGUAGE)
        body = _body(cls, text, self.script)
        if cls is CharClass.SOLIDUS and _too_wide(drawn, body or EM):
            # Most faces draw ／ from edge to edge of a full em; it has half of one.
            drawn = self._draw("/", self.script.language)
        if body is None:
            token = Token(text, cls, drawn.width, tuple(drawn.pieces), drawn.missing)
        else:
            pieces = _placed(cls, body, drawn, centred=cls in self.script.centred)
            token = Token(text, cls, body, pieces, drawn.missing)
            if dash and body > EM and not drawn.missing:
                token = self._rule(token, drawn)
            elif cls is CharClass.ELLIPSIS or one:
                token = token._replace(pieces=_middled(pieces, drawn.faces, body))
        return lent(token, self.chain)

    def _rule(self, token: Token, drawn: _Drawn) -> Token:
        """A dash of two em as one rule: as its face has it, one glyph drawn longer, or another
        face's."""
        body = token.body
        inks = [
            longmarks.ink_of(f, p.glyph) for p, f in zip(token.pieces, drawn.faces, strict=True)
        ]
        spans = [(p.x + n.left, p.x + n.right) for p, n in zip(token.pieces, inks, strict=True)]
        if longmarks.whole(spans, body):
            return token._replace(pieces=_middled(token.pieces, drawn.faces, body))
        for face in (drawn.faces[0], *self.chain):
            one = self._draw(token.text[:1], LANGUAGE, face)
            if one.missing or len(one.pieces) != 1:
                continue
            glyph = one.pieces[0].glyph
            left, low, right, high = longmarks.ink_of(face, glyph)
            wide = longmarks.longer(left, right, high - low, body)
            if wide is not None:
                x = longmarks.SIDE - left * wide // EM
                piece = TokenGlyph(face.key, glyph, x, 0, longmarks.to_middle(low, high))
                return token._replace(pieces=(piece,), manner=Manner(wide=wide))
        return token

    def _space(self, text: str) -> Token:
        """A run of spaces. One that the face has no blank glyph for still has its width."""
        drawn = self._draw(text.translate(_TYPED_SPACES), self.script.language)
        pieces = tuple(p for p in drawn.pieces if p.glyph)
        if len(pieces) == len(drawn.pieces):
            return Token(text, CharClass.SPACE, drawn.width, pieces)
        width = sum(_SPACE_WIDTHS.get(c, 250) for c in seen_in(text))
        return Token(text, CharClass.SPACE, width, ())

    def _draw(self, text: str, language: str, only: Face | None = None) -> _Drawn:
        """A text in the faces of the voice, or in one face `only`."""
        pieces: list[TokenGlyph] = []
        faces: list[Face] = []
        missing = ""
        width = at = 0
        for face, part in [(only, text)] if only is not None else self._by_face(text):
            unit = 1000 / face.upem
            shaped = _shape(face, part, self._features(part), language)
            blank = face.glyph(" ")
            for gid, cluster, dx, advance in shaped:
                if gid == blank and not advance:
                    continue  # what HarfBuzz puts in place of the unseen
                adv, x = self._pen(face, gid, part[cluster], round(advance * unit))
                pieces.append(TokenGlyph(face.key, gid, width + x + round(dx * unit), at + cluster))
                faces.append(face)
                width += adv
            if any(gid == 0 for gid, *_ in shaped):
                lacking = [c for c in part if not (face.has(c) or unseen(c))]
                missing += "".join(c for c in dict.fromkeys(lacking) if c not in missing)
            missing += face.unvaried(part)
            at += len(part)
        if right_to_left(text):  # pens run backwards; what comes after wants reading order
            order = sorted(range(len(pieces)), key=lambda i: pieces[i].char)
            pieces, faces = [pieces[i] for i in order], [faces[i] for i in order]
        return _Drawn(pieces, faces, width, missing)

    def _pen(self, face: Face, gid: int, char: str, advance: int) -> tuple[int, int]:
        """Advance of a glyph and how far its origin moves: for half digits and apostrophes."""
        if self.half_digits and char in _DIGITS[self.half_percent]:
            left, right = _ink(face, gid)
            if right - left <= HALF + 2 * _LOOSE_INK:  # not a % without a half-width form
                return HALF, (HALF - advance) // 2
        if char == _APOSTROPHE and advance > HALF:
            left, right = _ink(face, gid)
            return right - left + 2 * _APOSTROPHE_SIDE, _APOSTROPHE_SIDE - left
        if char == RATIO and advance > HALF:
            left, right = _ink(face, gid)
            return HALF, HALF // 2 - (left + right) // 2
        return advance, 0

    def _by_face(self, text: str) -> list[tuple[Face, str]]:
        """The text in stretches of one face each; a character in no face stays with the first.

        A word is set in one face if any face has all of it, so that a lone é does not stand out.
        """
        first = self.chain[0]
        if all(first.has(c) for c in text):
            return [(first, text)]
        from unicodedata import normalize

        whole = normalize("NFC", seen_in(text))
        for face in self.chain if any(map(is_selector, text)) else ():
            if all(face.has(c) for c in whole) and not face.unvaried(text):
                return [(face, text)]
        for face in self.chain:
            if all(face.has(c) for c in whole):
                return [(face, text)]
        out: list[tuple[Face, str]] = []
        for char in text:
            face = next((f for f in self.chain if f.has(char)), first)
            if out and (out[-1][0] is face or hangs(char)):
                out[-1] = (out[-1][0], out[-1][1] + char)
            else:
                out.append((face, char))
        return out

    def _features(self, text: str) -> dict[str, Any]:
        """Half-width digits where the style asks for them; letters beside them stay as they are."""
        if not self.half_digits:
            return {}
        spans = [[m.start(), m.end(), True] for m in _DIGIT_RUN[self.half_percent].finditer(text)]
        return {"hwid": spans} if spans else {}


def lent(token: Token, chain: Sequence[Face]) -> Token:
    """The token, marked where a face behind the first one of its voice drew any of it."""
    first = chain[0].key
    if {piece.face for piece in token.pieces} <= {first}:
        return token
    return token._replace(lacking=first)


def _middled(
    pieces: tuple[TokenGlyph, ...], faces: Sequence[Face], body: int
) -> tuple[TokenGlyph, ...]:
    """A long mark in the middle of its em's height, and of its body."""
    inks = [longmarks.ink_of(f, p.glyph) for p, f in zip(pieces, faces, strict=True)]
    spans = [(p.x + n.left, p.x + n.right) for p, n in zip(pieces, inks, strict=True)]
    shift = longmarks.to_centre(spans, body)
    rises = [
        0 if p.y else longmarks.to_middle(n.low, n.high) for p, n in zip(pieces, inks, strict=True)
    ]
    if not shift and not any(rises):
        return pieces
    return tuple([p._replace(x=p.x + shift, y=p.y + r) for p, r in zip(pieces, rises, strict=True)])


def _body(cls: CharClass, text: str, script: Script) -> int | None:
    """The width that the class of a token gives it, whatever the face says; None for the face's."""
    one = script.body.get(cls)
    if one is None:
        return None
    marks = seen_in(text)
    if cls is CharClass.FULL:  # GB/T 15834-2011 5.1.2: two on one em, three on two
        return EM * -(-len(marks) // 2)
    if marks in script.own:
        return script.own[marks]
    return one * sum(2 if c in WIDE else 0 if hangs(c) else 1 for c in marks)


def _placed(cls: CharClass, body: int, drawn: _Drawn, *, centred: bool) -> tuple[TokenGlyph, ...]:
    """The glyphs of a mark, moved into the width its class has."""
    pieces = drawn.pieces
    if len(pieces) == 1 and (centred or (cls is CharClass.FULL and body == EM)):
        return (_centred(pieces[0], body, drawn.faces[0], upright=centred),)
    cell = HALF if cls in _HALVED else 1000
    cells = body // cell
    if cls in _HALVED:
        at = [
            min(k, cells - 1) * HALF + _into_half(cls, face, piece.glyph)
            for k, (piece, face) in enumerate(zip(pieces, drawn.faces, strict=True))
        ]
    elif cells > 1 and len(pieces) == cells:
        at = [
            k * cell + (cell - _scaled(face, face.advance(piece.glyph))) // 2
            for k, (piece, face) in enumerate(zip(pieces, drawn.faces, strict=True))
        ]
    else:
        at = [piece.x + (body - drawn.width) // 2 for piece in pieces]
    return tuple([p._replace(x=x) for p, x in zip(pieces, at, strict=True)])


def _too_wide(drawn: _Drawn, body: int) -> bool:
    """Whether the ink of a mark stands out of its body."""
    return any(
        right - left > body + 2 * _LOOSE_INK
        for left, right in (
            _ink(face, piece.glyph) for piece, face in zip(drawn.pieces, drawn.faces, strict=True)
        )
    )


def _centred(piece: TokenGlyph, body: int, face: Face, *, upright: bool) -> TokenGlyph:
    """A mark with its ink in the middle of its body; `upright`, of the em's height as well."""
    left, bottom, right, top = (_scaled(face, v) for v in face.ink(piece.glyph))
    y = EM_MIDDLE - (bottom + top) // 2 if upright else 0
    return piece._replace(x=body // 2 - (left + right) // 2, y=y)


def _into_half(cls: CharClass, face: Face, gid: int) -> int:
    """Where a mark's pen stands so that its ink lies in its own half em.

    A mark drawn on a full or a half em keeps the face's own placing if its ink is where its class
    has it; any other (drawn narrower, or in the middle of its em) is centred in the half.
    """
    left, right = _ink(face, gid)
    width = _scaled(face, face.advance(gid))
    shift = -HALF if cls is CharClass.OPEN and width == 1000 else 0
    inside = left + shift >= -_LOOSE_INK and right + shift <= HALF + _LOOSE_INK
    if inside and width in (HALF, 1000):
        return shift
    return HALF // 2 - (left + right) // 2


def _ink(face: Face, gid: int) -> tuple[int, int]:
    left, _, right, _ = face.ink(gid)
    return _scaled(face, left), _scaled(face, right)


def _scaled(face: Face, value: int) -> int:
    return round(value * 1000 / face.upem)


def _shape(
    face: Face, text: str, features: dict[str, Any], language: str
) -> list[tuple[int, int, int, int]]:
    """Glyph id, character index, x offset and advance for each glyph, in font units."""
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(c) for c in text])  # a lone surrogate has no UTF-8
    if right_to_left(text):
        buffer.guess_segment_properties()
    else:
        buffer.direction = "ltr"
        buffer.script = "Hani"
        buffer.language = language
    hb.shape(face.font, buffer, features)
    return [
        (i.codepoint, i.cluster, p.x_offset, p.x_advance)
        for i, p in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def glyphs_of(face: Face, text: str, language: str) -> list[int]:
    """The glyphs of a text that runs to the right."""
    return [gid for gid, *_ in _shape(face, text, {}, language)]


class Down(NamedTuple):
    """A glyph of a column in font units: ways down and to the right from the pen to its origin, and
    how far down the pen goes on."""

    glyph: int
    char: int
    along: int
    across: int
    advance: int


def shape_down(face: Face, text: str, language: str) -> list[Down]:
    """The glyphs of a text that runs down, in the face's own upright forms (`vert`)."""
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(c) for c in text])
    buffer.direction = "ttb"
    buffer.script = "Hani"
    buffer.language = language
    hb.shape(face.font, buffer, {})
    found = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    if "vmtx" in face.handle.table_tags:
        return [
            Down(i.codepoint, i.cluster, -p.y_offset, p.x_offset, -p.y_advance) for i, p in found
        ]
    # Without vertical metrics HarfBuzz makes them up from the line height.
    down, em = round(EM_ASCENT * face.upem), face.upem
    return [
        Down(
            i.codepoint, i.cluster, down, -face.advance(i.codepoint) // 2, em if p.y_advance else 0
        )
        for i, p in found
    ]
