"""Tokens to glyphs for a column that runs down: what `layout.text.shape` is for a line.

Han stand upright on an em each, marks in the forms they have in a column. Letters and figures go
one of three ways (CLREQ "Mixed text composition in vertical writing mode"): upright one under
another, side by side on one em (纵中横), or as a word turned a quarter clockwise.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from layout.faces.face import LANGUAGE, Face
from layout.text import longmarks
from layout.text.charclass import IDEOGRAPHIC, LATIN, SIGNS, CharClass
from layout.text.scripts import EM, EM_MIDDLE, HALF, HANS, SCRIPTS, WIDE, Script, script
from layout.text.segment import class_of, hangs, seen_in, unseen
from layout.text.shape import (
    DASH,
    PLAIN,
    Down,
    Manner,
    Token,
    TokenGlyph,
    Voice,
    glyphs_of,
    lent,
    shape_down,
)

# GB/T 15834-2011 5.2.2: in a column “ ” become 『 』 and ‘ ’ become 「 」. Japanese has 〝 〟
# (JLREQ 3.1.1). Only what is drawn: the text stays as it was written.
QUOTES: Final[Mapping[str, Mapping[str, str]]] = {
    "zh-hans": {"“": "『", "”": "』", "‘": "「", "’": "」"},
    "zh-hant": {"“": "「", "”": "」", "‘": "『", "’": "』"},
    "ja": {"“": "〝", "”": "〟"},
}

# Which way letters and figures go, by their form.
ABREAST: Final = re.compile(r"[0-9]{2,3}|[0-9]\.[0-9]|[A-Z]\+|[-−+±][0-9]{1,2}")
"""Side by side on one em: numbers of two or three figures (CLREQ, as above), its examples 3.0 and
A+, and as short a number below nought."""
STACKED: Final = re.compile(r"[A-Za-z0-9]|(?=[0-9]*[A-Z])[A-Z0-9]{2,4}")
"""Upright one under another: a single letter or figure, and short names in capitals (GDP, 5G).
CLREQ says "acronyms" and sets no length; longer ones than IGBT are read better turned."""
LONG_NUMBER: Final = re.compile(r"[0-9]{4,}")
"""Turned by CLREQ, or stacked: "in recent years it is becoming more common"."""
_WITH_SIGN: Final = re.compile(rf"({ABREAST.pattern}|[0-9])([%‰℃°])")
"""A short number and the sign after it, which has an em of its own."""
UPRIGHT_SIGNS: Final = frozenset("%‰℃℉°+=&@#$¥￥€£")
"""Signs that stand upright alone; brackets, hyphens and the like are turned with their line."""
_UPRIGHT_ALONE: Final = re.compile(
    "[§©®±¼-¾×÷†‡‰‱※℀℁℃-℉ℏℓ℔№℗℞-℣⅐-↉∞∴∵⌀-⏿①-⓿■-⛿✀-➓㌀-㏿＂-＄％-＇＊＋＠￠￡￥￦]"
)
"""What Unicode has upright in columns (UTR #50, VerticalOrientation.txt 17.0: U, Tu) of the signs
that Chinese texts have: ％ as well as ㎡ and №."""
_RANGE: Final = frozenset("～〜—–~-－")
"""What may stand between the two ends of a range."""

_TURNED_SIGNS: Final = frozenset("－＝＞＜∓≈≠≤≥≦≧∽≡|｜")
"""R and Tr in UTR #50; × ÷ ± ＋ are U."""

_NUMBER: Final = re.compile("[0-9]")

TURNED: Final = Manner(turned=True)
_TURNING: Final = frozenset(
    {CharClass.OPEN, CharClass.CLOSE, CharClass.DASH, CharClass.ELLIPSIS, CharClass.CONNECTOR}
)
"""Marks that have another form in a column; where a face has none, they are turned."""
_MIDDLED: Final = frozenset(
    {CharClass.DASH, CharClass.ELLIPSIS, CharClass.CONNECTOR, CharClass.DOT, CharClass.SOLIDUS}
)
"""Marks whose ink stands in the middle of the column."""
_POINTS: Final = frozenset({CharClass.PAUSE, CharClass.STOP, CharClass.FULL})
_HALVED: Final = _POINTS | {CharClass.OPEN, CharClass.CLOSE}
_ABREAST_AT: Final = 250
"""Two of ？！ on one em: how far from the column's middle the middle of each stands."""
_LOOSE_INK: Final = 25
"""Ink may stand out of its half em by this much before the mark is moved into it."""
_FULL_WIDTH: Final = 0xFF01 - 0x21
"""From a letter, figure or sign to its form on a full em, in Unicode."""


class UprightVoice:
    """The faces of one kind of text set in columns; a `layout.inline.paragraph.Shaper`.

    `stack_numbers` sets numbers of four figures and more upright, one under another, instead of
    turned. A number with its sign, as 100%, gives two tokens, which the rules keep together.
    """

    def __init__(
        self,
        chain: Sequence[Face],
        *,
        half_digits: bool,
        script_name: str = HANS.name,
        stack_numbers: bool = False,
    ) -> None:
        self.chain = tuple(chain)
        self.script: Script = script(script_name, vertical=True)
        self.stack_numbers = stack_numbers
        # In a column % stands in the cell of a figure.
        flat = SCRIPTS[script_name]
        self._flat = Voice(chain, half_digits=half_digits, half_percent=True, script=flat)
        self._narrow = Voice(chain, half_digits=True, half_percent=True, script=flat)
        self.key = f"{self._flat.key}/down{'/stacked' if stack_numbers else ''}"
        self._known: dict[str, tuple[Token, ...]] = {}

    def shape(self, texts: Sequence[str]) -> list[Token]:
        """Shaped tokens for the texts, in order: one for each, or two for a number with a sign.

        The numbers of a range stand alike: if one of them is turned, both are.
        """
        for text in texts:
            if text not in self._known:
                self._known[text] = tuple([lent(t, self.chain) for t in self._tokens(text)])
        if _RANGE.isdisjoint(texts):
            return [token for text in texts for token in self._known[text]]
        lying = self._lying(texts)
        return [
            token
            for at, text in enumerate(texts)
            for token in ([self.lying(text)] if at in lying else self._known[text])
        ]

    def lying(self, text: str) -> Token:
        """A word turned whatever its form, as one that has high or low type in it."""
        return lent(self._turned(self._flat.shape([text])[0]), self.chain)

    def word(self, text: str, whole: str, *, high_or_low: bool) -> list[Token]:
        """A part of the word `whole` that is set in several voices: all parts stand alike, turned
        where the word would be and where some of it is `high_or_low` type (5m², H₂O)."""
        known = self.shape([whole])
        if high_or_low or known[0].manner.turned:
            return [self.lying(text)]
        return self.shape([text])

    def _lying(self, texts: Sequence[str]) -> set[int]:
        """The numbers in ranges of which another number is turned, by their places."""
        out: set[int] = set()
        ranges: list[list[int]] = []
        for at, text in enumerate(texts):
            if text in _RANGE and 0 < at < len(texts) - 1:
                left = at - 1
                while left and class_of(texts[left], self.script) is CharClass.POSTFIX:
                    left -= 1
                ends = [left, at + 1]
                if all(_NUMBER.search(texts[k]) for k in ends):
                    if ranges and ranges[-1][-1] == left:
                        ranges[-1].append(at + 1)
                    else:
                        ranges.append(ends)
        for places in ranges:
            if any(self._known[texts[k]][0].manner.turned for k in places):
                out.update(places)
        return out

    def _tokens(self, text: str) -> Iterator[Token]:
        cls = class_of(text, self.script)
        if cls is CharClass.SPACE:
            token = self._flat.shape([text])[0]
            yield _upright_space(token) if "\u3000" in text else self._turned(token)
        elif cls in SIGNS:
            yield self._arithmetic(text, cls)
        elif cls not in LATIN:
            yield self._han(text, cls) if cls in IDEOGRAPHIC else self._mark(text, cls)
        elif found := _WITH_SIGN.fullmatch(text):
            number, sign = found.groups()
            yield self._abreast(number) if len(number) > 1 else self._stack(number)
            yield self._sign(sign, CharClass.POSTFIX)
        elif ABREAST.fullmatch(text):
            yield self._abreast(text)
        elif STACKED.fullmatch(text) or (self.stack_numbers and LONG_NUMBER.fullmatch(text)):
            yield self._stack(text)
        elif len(text) == 1 and (text in UPRIGHT_SIGNS or _UPRIGHT_ALONE.fullmatch(text)):
            yield self._sign(text, CharClass.HAN if text.isalnum() else cls)
        else:
            yield self._turned(self._flat.shape([text])[0])

    # Letters and figures

    def _abreast(self, text: str) -> Token:
        """Side by side on one em, drawn narrower where they are wider than that."""
        token = self._narrow.shape([text])[0]
        wide = min(EM, EM * EM // max(1, token.body))
        face = self._face(text)
        _, low, _, high = _scaled_ink(face, face.glyph("0"))
        base = HALF + (low + high) // 2
        half = token.body // 2
        pieces = tuple(
            [p._replace(x=base, y=(p.x - half) * wide // EM) for p in token.pieces]
        )  # fmt: skip
        manner = PLAIN if wide == EM else Manner(wide=wide)
        return Token(text, CharClass.HAN, EM, pieces, token.missing, manner)

    def _stack(self, text: str) -> Token:
        """Upright one under another, each on an em."""
        pieces: list[TokenGlyph] = []
        missing = ""
        for at, char in enumerate(text):
            cell, lacking = self._cell(char)
            pieces += [p._replace(x=p.x + at * EM, char=at) for p in cell]
            missing += lacking
        return Token(text, CharClass.HAN, len(text) * EM, tuple(pieces), missing)

    def _sign(self, text: str, cls: CharClass) -> Token:
        pieces, missing = self._cell(text)
        return Token(text, cls, EM, tuple(pieces), missing)

    def _arithmetic(self, text: str, cls: CharClass) -> Token:
        """A sign of arithmetic: upright, or turned as UTR #50 has it where no form for columns is
        in the face."""
        if text in UPRIGHT_SIGNS:
            return self._sign(text, cls)
        face = self._face(text)
        if text not in _TURNED_SIGNS or self._drawn(face, text)[0].glyph != face.glyph(text):
            return self._han(text, cls)
        flat = self._flat.shape([text])[0]
        return self._turned(flat, _ink_middle(face, flat.pieces[0].glyph))

    def _cell(self, char: str) -> tuple[list[TokenGlyph], str]:
        """A letter, figure or sign in the middle of an em: in its full-width form where the face
        has one, as CLREQ asks."""
        full = chr(ord(char) + _FULL_WIDTH) if char.isascii() else char
        face = self._face(char)
        drawn = full if face.has(full) else char
        _, low, _, high = _scaled_ink(face, face.glyph("H" if char.isalnum() else drawn))
        base = HALF + (low + high) // 2
        pieces = []
        for down in shape_down(face, drawn, self.script.language):
            across = _scaled(face, down.across)
            pieces.append(TokenGlyph(face.key, down.glyph, base, 0, across))
        return pieces, "" if face.has(char) else char

    def _turned(self, token: Token, middle: int | None = None) -> Token:
        """A token set flat, a quarter turn clockwise. `middle` is what of it, above its baseline,
        stands in the middle of the column; else the middle of a capital."""
        if middle is None:
            face = next((f for f in self.chain if token.pieces and f.key == token.pieces[0].face),
                        self.chain[0])  # fmt: skip
            _, low, _, high = _scaled_ink(face, face.glyph("H"))
            middle = (low + high) // 2 if high else EM_MIDDLE
        pieces = tuple([p._replace(y=p.y - middle) for p in token.pieces])
        return token._replace(pieces=pieces, manner=TURNED)

    # Han and marks

    def _han(self, text: str, cls: CharClass) -> Token:
        face = self._face(text)
        pieces = [
            TokenGlyph(face.key, d.glyph, _scaled(face, d.along), d.char, _scaled(face, d.across))
            for d in self._drawn(face, text)
        ]
        return Token(text, cls, EM, tuple(pieces), self._missing(face, text))

    def _mark(self, text: str, cls: CharClass) -> Token:
        quotes = QUOTES[self.script.name]
        words = "".join(quotes.get(c, c) for c in text)
        face = self._face(words)
        if not face.has(words[0]):
            words, face = text, self._face(text)
        if cls is CharClass.ELLIPSIS and "…" in words:
            face = longmarks.lender(self.chain)
        language = LANGUAGE if cls is CharClass.DASH or text == DASH else self.script.language
        drawn = self._drawn(face, words, language)
        body = _body(cls, text, self.script)
        if cls is CharClass.DASH:
            face, drawn = self._dash(face, words, body)
        if cls in _TURNING:
            flat = self._flat.shape([words])[0]
            if [p.glyph for p in flat.pieces] == [d.glyph for d in drawn]:  # no form for columns
                middle = _ink_middle(face, drawn[0].glyph) if cls in _MIDDLED else EM_MIDDLE
                pieces = flat.pieces
                if cls in _MIDDLED:  # across the column it is placed by its ink
                    pieces = tuple([p._replace(y=0) for p in pieces])
                return self._turned(flat._replace(text=text, pieces=pieces), middle)
        place = self._point if cls in _HALVED else self._whole
        pieces = place(face, drawn, cls, body)
        return Token(text, cls, body, pieces, self._missing(face, words))

    def _dash(self, first: Face, words: str, body: int) -> tuple[Face, list[Down]]:
        """A dash as the first face has it that has it whole, and that face; else as `first` does.

        In a column no glyph can be drawn longer without larger type.
        """
        found = None
        for face in (first, *self.chain):
            drawn = self._drawn(face, words, LANGUAGE)
            if len(drawn) > 1 and face.has("⸺") and _broken(face, drawn):
                drawn = self._drawn(face, "⸺", LANGUAGE)
            found = found or (face, drawn)
            if body <= EM or (face.has(words[0]) and _one_rule(face, drawn, body)):
                return face, drawn
        return found or (first, [])

    def _whole(
        self, face: Face, drawn: Sequence[Down], cls: CharClass, body: int
    ) -> tuple[TokenGlyph, ...]:
        """A mark in the middle of its body: a dash, dots, a connector, ·."""
        total = _scaled(face, sum(d.advance for d in drawn))
        pen = (body - total) // 2
        out: list[TokenGlyph] = []
        spans = []
        for down in drawn:
            left, low, right, high = _scaled_ink(face, down.glyph)
            along = pen + _scaled(face, down.along)
            if cls is CharClass.DOT or cls in self.script.centred:
                along = body // 2 + (low + high) // 2
            across = _to_the_middle(_scaled(face, down.across), left, right)
            out.append(TokenGlyph(face.key, down.glyph, along, down.char, across))
            spans.append((along - high, along - low))
            pen += _scaled(face, down.advance)
        shift = longmarks.to_centre(spans, body) if cls is CharClass.ELLIPSIS else 0
        return tuple([p._replace(x=p.x + shift) for p in out] if shift else out)

    def _point(
        self, face: Face, drawn: Sequence[Down], cls: CharClass, body: int
    ) -> tuple[TokenGlyph, ...]:
        """Pauses, stops and brackets in their half em; ；：？！ on an em, two of them abreast."""
        out = []
        full = cls is CharClass.FULL
        for k, down in enumerate(drawn):
            left, low, right, high = _scaled_ink(face, down.glyph)
            along, across = _scaled(face, down.along), _scaled(face, down.across)
            if full:
                cell, second = divmod(k, 2)
                centred = HALF + (low + high) // 2
                if second or k + 1 < len(drawn):
                    across = (_ABREAST_AT if second else -_ABREAST_AT) - (left + right) // 2
                elif self.script.name != HANS.name:
                    along, across = centred, -(left + right) // 2
                else:
                    across = _to_the_right(across, left, right)
                if not -_LOOSE_INK <= along - high <= along - low <= EM + _LOOSE_INK:
                    along = centred
                along += cell * EM
            elif cls in self.script.centred:
                along, across = body // 2 + (low + high) // 2, -(left + right) // 2
            else:
                along = _into_half(cls, along, low, high) + min(k * HALF, body - HALF)
                if cls in _POINTS:
                    across = _to_the_right(across, left, right)
            out.append(TokenGlyph(face.key, down.glyph, along, down.char, across))
        return tuple(out)

    def _drawn(self, face: Face, text: str, language: str = "") -> list[Down]:
        """The glyphs of a text, less what HarfBuzz puts in place of the unseen."""
        found = shape_down(face, text, language or self.script.language)
        blank = face.glyph(" ")
        return [d for d in found if d.advance or d.glyph != blank] or found[:1]

    def _face(self, text: str) -> Face:
        """The first face that has all of a text; the first of all where none has."""
        seen = seen_in(text)
        able = [f for f in self.chain if all(f.has(c) for c in seen)] or [self.chain[0]]
        return next((f for f in able if not f.unvaried(text)), able[0])

    def _missing(self, face: Face, text: str) -> str:
        missing = "".join(c for c in dict.fromkeys(text) if not (face.has(c) or unseen(c)))
        return missing + face.unvaried(text)


def _body(cls: CharClass, text: str, rules: Script) -> int:
    """How much of the column a mark takes, its blank aside."""
    marks = seen_in(text)
    if cls is CharClass.FULL:  # GB/T 15834-2011 5.1.2: two of ？！ take the place of one character
        return EM * ((len(marks) + 1) // 2)
    if marks in rules.own:
        return rules.own[marks]
    if cls is CharClass.SOLIDUS and not marks.isascii():
        return EM
    return rules.body.get(cls, EM) * sum(2 if c in WIDE else 0 if hangs(c) else 1 for c in marks)


def _upright_space(token: Token) -> Token:
    """A space of whole em, where a character would stand."""
    pieces = tuple([p._replace(x=p.x + HALF + EM_MIDDLE, y=-HALF) for p in token.pieces])
    return token._replace(pieces=pieces)


def _into_half(cls: CharClass, along: int, low: int, high: int) -> int:
    """Where a mark's origin stands so that its ink lies in its own half em.

    A mark keeps the face's own placing if its ink is where its class has it.
    """
    along -= HALF if cls is CharClass.OPEN else 0
    inside = along - high >= -_LOOSE_INK and along - low <= HALF + _LOOSE_INK
    return along if inside else HALF // 2 + (low + high) // 2


def _to_the_right(across: int, left: int, right: int) -> int:
    """Where a mark's origin stands across a column so that its ink lies in the right half of it
    (GB/T 15834-2011 5.2.1: 偏右)."""
    inside = across + left >= -_LOOSE_INK and across + right <= HALF + _LOOSE_INK
    return across if inside else HALF // 2 - (left + right) // 2


def _to_the_middle(across: int, left: int, right: int) -> int:
    """Where a mark's origin stands across a column so that its ink lies in the middle of it."""
    off = across + (left + right) // 2
    return across if abs(off) <= _LOOSE_INK else across - off


def _one_rule(face: Face, drawn: Sequence[Down], body: int) -> bool:
    """Whether the glyphs of a dash, one after another in the middle of `body`, are one rule."""
    flat = [glyphs_of(face, char, LANGUAGE) for char in ("—", "——", "⸺")]
    turned = [[d.glyph for d in drawn[:1]], [d.glyph for d in drawn]]
    upright = not any(glyphs in flat for glyphs in turned)  # in a form for columns
    spans, pen = [], 0
    for down in drawn:
        left, low, right, high = _scaled_ink(face, down.glyph)
        if upright:
            top = pen + _scaled(face, down.along) - high
            spans.append((top, top + high - low))
            pen += _scaled(face, down.advance)
        else:
            spans.append((pen + left, pen + right))
            pen += _scaled(face, face.advance(down.glyph))
    shift = (body - pen) // 2
    return longmarks.whole([(a + shift, b + shift) for a, b in spans], body)


def _broken(face: Face, drawn: Sequence[Down]) -> bool:
    """Whether there is white between the glyphs of a dash."""
    _, low, _, high = face.ink(drawn[0].glyph)
    return high - low < drawn[0].advance


def _ink_middle(face: Face, gid: int) -> int:
    _, low, _, high = _scaled_ink(face, gid)
    return (low + high) // 2


def _scaled_ink(face: Face, gid: int) -> tuple[int, int, int, int]:
    left, low, right, high = face.ink(gid)
    return _scaled(face, left), _scaled(face, low), _scaled(face, right), _scaled(face, high)


def _scaled(face: Face, value: int) -> int:
    return round(value * EM / face.upem)
