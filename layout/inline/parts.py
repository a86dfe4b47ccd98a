"""A paragraph's text in its voices, as shaped tokens: cut where a voice begins, where a word may be
hyphenated, and where one is wider than its line."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import Final, Protocol

from layout.color import Color
from layout.record import record
from layout.text.charclass import CharClass
from layout.text.hyphens import hyphenations, may_be_cut
from layout.text.links import LEAST, link_breaks, may_hold_links
from layout.text.scripts import EM
from layout.text.segment import letters, right_to_left, tokens
from layout.text.shape import Token


class Shaper(Protocol):
    """What turns tokens into glyphs: `layout.text.shape.Voice`, or its twin for columns."""

    @property
    def key(self) -> str:
        """What the result depends on, beside the text."""

    def shape(self, texts: Sequence[str]) -> list[Token]:
        """A shaped token for each text, in order."""

    def word(self, text: str, whole: str, *, high_or_low: bool) -> list[Token]:
        """The tokens of a part of the word `whole`, the rest of which is set in other voices or,
        where it is `high_or_low`, at another height."""


@record(kw_only=False)
class VoicedText:
    """A stretch of a paragraph in one voice.

    `size` is that of its type in thousandths of the paragraph's, `wide` the width of its glyphs in
    thousandths of what the paragraph's are, which goes across a line that runs `down`; `rise` is
    how far its baseline stands above the line's, in 1/1000 em of the paragraph. `tied`: no line may
    end before it. `ink` is the colour of words that have one of their own, `sides` the white before
    and after them that is part of them, in 1/1000 em of the paragraph.
    """

    text: str
    voice: Shaper
    size: int = EM
    wide: int = EM
    down: bool = False
    rise: int = 0
    tied: bool = False
    ink: Color | None = None
    sides: tuple[int, int] = (0, 0)


_BODY: Final = itemgetter(2)  # of a Token
_CUT_IF_WIDE: Final = frozenset(
    {CharClass.WEST, CharClass.SYLLABLE, CharClass.JOINT, CharClass.LINK}
)


def beginnings(parts: Sequence[VoicedText]) -> list[int]:
    """The offset of each part in the paragraph."""
    return list(accumulate([len(p.text) for p in parts[:-1]], initial=0)) if parts else []


def shape_text(parts: Sequence[VoicedText], measure: int, *, hyphens: str = "none") -> list[Token]:
    """The tokens of a paragraph, each shaped in its own voice.

    A word wider than `measure` comes in pieces between which a line may end: the parts that
    `hyphens` allows it to be cut in, or else its letters. `hyphens` are `all` words that have such
    parts, only the `wide` ones, or `none`; those with soft hyphens are always cut.
    """
    out: list[Token] = []
    for part, (words, wholes) in zip(parts, _cut(parts), strict=True):
        shaped = _shaped(part.voice, words, wholes)
        if not shaped:
            continue
        if may_hold_links(part.text):
            shaped = [s for t in shaped for s in (_links(t) if len(t.text) >= LEAST else (t,))]
        over = max(map(_BODY, shaped)) > measure
        if may_be_cut(
            part.text, words, soft_only=hyphens == "none" or (hyphens == "wide" and not over)
        ):
            shaped = [
                s
                for t in shaped
                for s in _syllables(
                    t,
                    part.voice,
                    soft_only=hyphens == "none" or (hyphens == "wide" and t.body <= measure),
                )
            ]
        if over:
            shaped = [f for t in shaped for f in _fragments(t, part.voice, measure)]
        if part.size != EM or part.rise:
            shaped = [_resized(t, part.size, part.rise) for t in shaped]
        if part.wide != EM:
            shaped = [_widened(t, part.wide, down=part.down) for t in shaped]
        if part.ink is not None:
            shaped = [t._replace(manner=t.manner._replace(ink=part.ink)) for t in shaped]
        if part.sides != (0, 0):
            shaped = _sided(shaped, *part.sides)
        out += shaped
    return out


def _shaped(
    voice: Shaper, words: Sequence[str], wholes: Mapping[int, tuple[str, bool]]
) -> list[Token]:
    """Tokens in one voice; those that are parts of words in several, as the words have it."""
    if not wholes:
        return voice.shape(words)
    out: list[Token] = []
    done = 0
    for at, (whole, high_or_low) in wholes.items():
        out += voice.shape(words[done:at])
        out += voice.word(words[at], whole, high_or_low=high_or_low)
        done = at + 1
    return out + voice.shape(words[done:])


def _cut(
    parts: Sequence[VoicedText],
) -> list[tuple[list[str], dict[int, tuple[str, bool]]]]:
    """The tokens of each part: those of the whole text, cut once more where a voice begins, for
    what a sign belongs to may stand in the part before. With them, by their index, the whole words
    that some are part of, and whether any of such a word is high or low type."""
    if len(parts) == 1:
        return [(tokens(parts[0].text), {})]
    out: list[tuple[list[str], dict[int, tuple[str, bool]]]] = [([], {}) for _ in parts]
    ends = [b + len(p.text) for b, p in zip(beginnings(parts), parts, strict=True)]
    number = at = 0
    for token in tokens("".join([p.text for p in parts])):
        places: list[int] = []
        done = 0
        while done < len(token):
            while ends[number] == at:
                number += 1
            piece = token[done : done + ends[number] - at]
            out[number][0].append(piece)
            places.append(number)
            at += len(piece)
            done += len(piece)
        if len(places) > 1:
            high_or_low = any(parts[k].size != EM or parts[k].rise for k in places)
            for k in places:
                out[k][1][len(out[k][0]) - 1] = (token, high_or_low)
    return out


def _links(token: Token) -> Iterator[Token]:
    """An address cut where a line may end in it; any other token as it is."""
    cuts = link_breaks(token.text) if token.cls in (CharClass.WEST, CharClass.JOINT) else []
    starts = {p.char for p in token.pieces}
    cuts = [c for c in cuts if c in starts]
    if not cuts:
        yield token
        return
    for part in _pieces_of(token, cuts):
        yield part._replace(cls=CharClass.LINK)


def _pieces_of(token: Token, cuts: Sequence[int]) -> Iterator[Token]:
    """A word in parts, whose glyphs stay as they were shaped as a whole."""
    edges = [0, *cuts, len(token.text)]
    where = [min((p.x for p in token.pieces if p.char >= c), default=token.body) for c in edges]
    where[0], where[-1] = 0, token.body
    for k, (first, after) in enumerate(pairwise(edges)):
        pieces = tuple(
            [p._replace(x=p.x - where[k], char=p.char - first)
             for p in token.pieces if first <= p.char < after]
        )  # fmt: skip
        missing = "".join(c for c in token.missing if c in token.text[first:after])
        yield token._replace(
            text=token.text[first:after],
            body=where[k + 1] - where[k],
            pieces=pieces,
            missing=missing,
        )


def _syllables(token: Token, voice: Shaper, *, soft_only: bool) -> Iterator[Token]:
    """A word cut where it may be hyphenated. Its glyphs stay as they were shaped as a whole."""
    west = token.cls is CharClass.WEST
    at = hyphenations(token.text, soft_only=soft_only) if west else []
    starts = {p.char for p in token.pieces}
    cuts = [c for c in at if c in starts]  # not inside a ligature
    if not cuts or right_to_left(token.text) or token.manner.turned:
        yield token
        return
    tail = _hyphen(voice)
    parts = list(_pieces_of(token, cuts))
    for part in parts:
        yield part._replace(cls=CharClass.SYLLABLE, tail=tail if part is not parts[-1] else None)


def _hyphen(voice: Shaper) -> Token:
    """What is set where a word is cut: the hyphen as it stands before a letter."""
    before = voice.shape(["-n"])[0]
    glyphs = [p for p in before.pieces if p.char == 0]
    width = min((p.x for p in before.pieces if p.char), default=before.body)
    return Token("\u00ad", CharClass.SYLLABLE, width, tuple(glyphs))


def _fragments(token: Token, voice: Shaper, measure: int) -> list[Token]:
    if token.body <= measure or right_to_left(token.text) or len(token.text) < 2:
        return [token]
    if token.cls not in _CUT_IF_WIDE:
        return [token]
    return [t._replace(cls=CharClass.FRAGMENT) for t in voice.shape(letters(token.text))]


def _sided(shaped: Sequence[Token], before: int, after: int) -> list[Token]:
    """Tokens of which the first has white before it and the last behind it."""
    out = list(shaped)
    out[0] = _with_side(out[0], before, 0)
    out[-1] = _with_side(out[-1], 0, after)
    return out


def _with_side(token: Token, before: int, after: int) -> Token:
    pieces = tuple([p._replace(x=p.x + before) for p in token.pieces])
    left, right = token.sides
    sides = (left + before, right + after)
    return token._replace(body=token.body + before + after, pieces=pieces, sides=sides)


def _resized(token: Token, size: int, rise: int) -> Token:
    """High or low type. A turned word stands on a baseline of its own, beside the middle of its
    column: its small figures stand on the same."""
    across = EM if token.manner.turned else size
    pieces = tuple(
        [p._replace(x=p.x * size // 1000, y=p.y * across // 1000 + rise) for p in token.pieces]
    )
    manner = token.manner._replace(size=token.manner.size * size // 1000)
    tail = _resized(token.tail, size, rise) if token.tail is not None else None
    return token._replace(body=token.body * size // 1000, pieces=pieces, manner=manner, tail=tail)


def _widened(token: Token, wide: int, *, down: bool) -> Token:
    """Type that is wider or narrower on the page than that of its line."""
    along, across = (EM, wide) if down else (wide, EM)
    pieces = tuple(
        [p._replace(x=p.x * along // 1000, y=p.y * across // 1000) for p in token.pieces]
    )
    manner = token.manner._replace(wide=token.manner.wide * wide // 1000)
    tail = _widened(token.tail, wide, down=down) if token.tail is not None else None
    return token._replace(body=token.body * along // 1000, pieces=pieces, manner=manner, tail=tail)
