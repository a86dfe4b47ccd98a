"""The lines of a table's cells at their own width, each text set once.

A table has hundreds of short texts, many of them alike or of the same ten digits.
"""

from collections.abc import Mapping
from typing import Final

from layout.flow.type.setter import DisplayLine, Setter
from layout.inline.items import Items, make_items
from layout.inline.justify import natural_line
from layout.spec.resolve.resolved import StyledText
from layout.text.shape import Token, TokenGlyph

_PLAIN: Final = tuple("0123456789.,")
_PLAIN_SET: Final = frozenset(_PLAIN)


class CellLines:
    """Sets the lines of one table; keeps those it has set, by text and style."""

    def __init__(self, setter: Setter) -> None:
        self._setter = setter
        self._known: dict[tuple[str, int], DisplayLine] = {}
        self._figures: Items | None = None
        self._signs: dict[int, dict[str, Token]] = {}

    def of(self, words: StyledText) -> DisplayLine:
        """A text on one line, as `Setter.display` sets it."""
        key = (words.text, id(words.style))  # styles of a table live as long as it
        line = None if words.runs else self._known.get(key)
        if line is None:
            line = self._figure(words) or self._setter.display(words)
            if not (words.runs or line.diagnostics):  # those have a place
                self._known[key] = line
        return line

    def _figure(self, words: StyledText) -> DisplayLine | None:
        """A figure of plain digits put together of these: in a table none is kerned, so that one
        stands under another. None for any other text."""
        text, style = words.text, words.style
        if words.runs or not style.half_digits or not _PLAIN_SET.issuperset(text):
            return None
        if not (text[:1].isdigit() and text[-1].isdigit()) or style.tracking_em:
            return None
        signs = self._signs.get(id(style))
        if signs is None:
            shaped = self._setter.voice(style).shape(_PLAIN)
            signs = self._signs[id(style)] = dict(zip(_PLAIN, shaped, strict=True))
        token = _joined(text, signs)
        if token is None:
            return None
        items = self._one(token)
        line = natural_line(items, 0, 0)
        width = line.natural * style.size * style.h_scale / 1000
        return DisplayLine(items=items, line=line, style=style, width=width, vertical=False)

    def _one(self, token: Token) -> Items:
        """The items of one token, which but for it and its end are those of any other figure."""
        one = self._figures
        if one is None:
            one = self._figures = make_items([token])
        return Items(
            tokens=(token,), spaces=one.spaces, offsets=one.offsets, gaps=one.gaps, body=one.body,
            start=one.start, end=[token.body], soft_sum=one.soft_sum, hard_sum=one.hard_sum,
            grow_sum=one.grow_sum, any_sum=one.any_sum, ends=one.ends, bonded=one.bonded,
            walls=one.walls, tails=one.tails, missing=one.missing,
        )  # fmt: skip


def _joined(text: str, signs: Mapping[str, Token]) -> Token | None:
    """The tokens of characters as one; None where a face lacks any of them or lends it."""
    pieces = []
    at = 0
    for number, char in enumerate(text):
        token = signs[char]
        if token.missing or token.lacking:
            return None
        for face, glyph, x, _, y in token.pieces:
            pieces.append(TokenGlyph(face, glyph, x + at, number, y))
        at += token.body
    return Token(text, signs[text[0]].cls, at, tuple(pieces))
