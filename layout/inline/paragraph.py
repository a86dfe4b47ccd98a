"""Text to a set paragraph: segment, shape, space, break, justify in one call.

The paragraph cache keys on everything the result depends on (faces, rules, measures, text) and on
nothing else: not on the size, since all of it is in thousandths of an em.
"""

from collections.abc import Iterator, MutableMapping, Sequence
from itertools import accumulate, pairwise
from typing import Any, Final, Protocol

from layout.inline.breaker import (
    EVENLY_LOOSE,
    FALLBACK_COST,
    FORBIDDEN_COST,
    PARTED_COST,
    VISIBLY_LOOSE,
    best_fit,
    first_fit,
    fits,
)
from layout.inline.breaks import Breaks, all_breaks, legal_breaks
from layout.inline.items import Items, make_items
from layout.inline.justify import hung_line, justified_line
from layout.inline.line import CUT, FALLBACK, FORBIDDEN, PARTED, SetLine, SetParagraph
from layout.inline.spacing import LATIN_GAP_LEAST, LATIN_GAP_MOST, Spacing
from layout.record import record, replace
from layout.text.bonds import bonds
from layout.text.charclass import CharClass
from layout.text.hyphens import hyphenations, may_be_cut
from layout.text.scripts import EM, HALF, HANS, Script
from layout.text.segment import letters, right_to_left, tokens
from layout.text.shape import Piece, Token

FIRST_MARKS: Final = {"half": 0, "full": HALF, "hang": -HALF}
"""What an opening mark that begins a paragraph adds to the indent (CLREQ "First line indent"): its
ink stands on the indent, half an em in from it, or half an em out."""
LOOSE_COSTS: Final = {"fewest": VISIBLY_LOOSE, "even": EVENLY_LOOSE}
"""As few loose lines as may be, or none much looser than the others."""


class Shaper(Protocol):
    """What turns tokens into glyphs: `layout.text.shape.Voice`, or its twin for columns."""

    @property
    def key(self) -> str:
        """What the result depends on, beside the text."""

    def shape(self, texts: Sequence[str]) -> list[Token]:
        """A shaped token for each text, in order."""


@record
class Rules:
    """How a paragraph is set. Lengths in 1/1000 em."""

    level: str = "gb"
    fit: str = "total"
    punctuation: str = "quanjiao"
    latin_gap: int = 250
    gap_least: int = LATIN_GAP_LEAST
    gap_most: int = LATIN_GAP_MOST
    indent: int = 2000
    tracking: int = 0
    first_mark: str = "half"
    line_start: str = "trim"
    line_end: str = "trim"
    hanging: bool = False
    hyphenate: bool = True
    squeeze_stops: bool = True
    loose: str = "fewest"
    tighten: int = 0
    script: Script = HANS

    @property
    def spacing(self) -> Spacing:
        """The part that decides the gaps."""
        return Spacing(
            script=self.script,
            level=self.level,
            punctuation=self.punctuation,
            latin_gap=self.latin_gap,
            gap_least=min(self.gap_least, self.latin_gap),
            gap_most=max(self.gap_most, self.latin_gap),
            squeeze_stops=self.squeeze_stops,
            tighten=self.tighten,
        )


@record(kw_only=False)
class VoicedText:
    """A stretch of a paragraph in one voice.

    `size` is that of its type in thousandths of the paragraph's, `rise` how far its baseline stands
    above the line's, in 1/1000 em of the paragraph. `tied`: no line may end before it.
    """

    text: str
    voice: Shaper
    size: int = EM
    rise: int = 0
    tied: bool = False


def set_paragraph(
    parts: Sequence[VoicedText],
    rules: Rules,
    measure: int | Sequence[int],
    cache: MutableMapping[Any, SetParagraph] | None = None,
) -> SetParagraph:
    """The paragraph's lines at `measure` (1/1000 em), or at a measure for each line from the first
    on, of which the last is that of all further lines.

    Never fails: what a measure is too narrow for gives lines with reasons, each cluster once and in
    order.
    """
    measures = (measure,) if isinstance(measure, int) else tuple(measure)
    key = (
        tuple([(p.text, p.voice.key, p.size, p.rise, p.tied) for p in parts]), rules, measures
    )  # fmt: skip
    if cache is not None:
        found = cache.get(key)
        if found is not None:
            return found
    items = paragraph_items(parts, rules, min(measures))
    done = set_items(items, rules, measures)
    if cache is not None:
        cache[key] = done
    return done


def paragraph_items(parts: Sequence[VoicedText], rules: Rules, measure: int) -> Items:
    """The items of a paragraph; words wider than `measure`, the narrowest of its lines, are in
    pieces."""
    text = "".join([p.text for p in parts]) if len(parts) != 1 else parts[0].text
    tied = [at for part, at in zip(parts, _beginnings(parts), strict=True) if part.tied and at]
    return make_items(
        shape_text(parts, measure, hyphenate=rules.hyphenate),
        rules.spacing,
        tracking=rules.tracking,
        bonds=bonds(text),
        tied=tied,
        line_start=rules.line_start,
        line_end=rules.line_end,
    )


def _beginnings(parts: Sequence[VoicedText]) -> list[int]:
    """The offset of each part in the paragraph."""
    return list(accumulate([len(p.text) for p in parts[:-1]], initial=0)) if parts else []


def shape_text(
    parts: Sequence[VoicedText], measure: int, *, hyphenate: bool = False
) -> list[Token]:
    """The tokens of a paragraph, each shaped in its own voice.

    A word that may be hyphenated comes as its parts; one wider than `measure` as its letters,
    between which a line may end.
    """
    out: list[Token] = []
    for part, words in zip(parts, _cut(parts), strict=True):
        shaped = part.voice.shape(words)
        if may_be_cut(part.text, soft_only=not hyphenate):
            shaped = [s for t in shaped for s in _syllables(t, part.voice, soft_only=not hyphenate)]
        if shaped and max([t.body for t in shaped]) > measure:
            shaped = [f for t in shaped for f in _fragments(t, part.voice, measure)]
        if part.size != EM or part.rise:
            shaped = [_resized(t, part.size, part.rise) for t in shaped]
        out += shaped
    return out


def _cut(parts: Sequence[VoicedText]) -> list[list[str]]:
    """The tokens of each part: those of the whole text, cut once more where a voice begins, for
    what a sign belongs to may stand in the part before."""
    if len(parts) == 1:
        return [tokens(parts[0].text)]
    out: list[list[str]] = [[] for _ in parts]
    ends = [b + len(p.text) for b, p in zip(_beginnings(parts), parts, strict=True)]
    number = at = 0
    for token in tokens("".join([p.text for p in parts])):
        while token:
            while ends[number] == at:
                number += 1
            piece = token[: ends[number] - at]
            out[number].append(piece)
            at += len(piece)
            token = token[len(piece) :]  # noqa: PLW2901  what is left is of the next voice
    return out


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
    edges = [0, *cuts, len(token.text)]
    where = [min((p.x for p in token.pieces if p.char >= c), default=token.body) for c in edges]
    where[0], where[-1] = 0, token.body
    for k, (first, after) in enumerate(pairwise(edges)):
        pieces = tuple(
            [Piece(p.face, p.glyph, p.x - where[k], p.char - first, p.y)
             for p in token.pieces if first <= p.char < after]
        )  # fmt: skip
        yield Token(
            token.text[first:after],
            CharClass.SYLLABLE,
            where[k + 1] - where[k],
            pieces,
            "".join(c for c in token.missing if c in token.text[first:after]),
            token.manner,
            tail if after < len(token.text) else None,
        )


def _hyphen(voice: Shaper) -> Token:
    """What is set where a word is cut: the hyphen as it stands before a letter."""
    before = voice.shape(["-n"])[0]
    glyphs = [p for p in before.pieces if p.char == 0]
    width = min((p.x for p in before.pieces if p.char), default=before.body)
    return Token("\u00ad", CharClass.SYLLABLE, width, tuple(glyphs))


def _fragments(token: Token, voice: Shaper, measure: int) -> list[Token]:
    if token.body <= measure or right_to_left(token.text) or len(token.text) < 2:
        return [token]
    if token.cls not in (CharClass.WEST, CharClass.SYLLABLE, CharClass.JOINT):
        return [token]
    return [t._replace(cls=CharClass.FRAGMENT) for t in voice.shape(letters(token.text))]


def _resized(token: Token, size: int, rise: int) -> Token:
    pieces = tuple(
        [p._replace(x=p.x * size // 1000, y=p.y * size // 1000 + rise) for p in token.pieces]
    )
    manner = token.manner._replace(size=token.manner.size * size // 1000)
    tail = _resized(token.tail, size, rise) if token.tail is not None else None
    return token._replace(body=token.body * size // 1000, pieces=pieces, manner=manner, tail=tail)


def set_items(items: Items, rules: Rules, measure: int | Sequence[int]) -> SetParagraph:
    """Items broken and justified."""
    asked = (measure,) if isinstance(measure, int) else tuple(measure)
    indent, measures = line_measures(items, rules, measure)
    breaks, ends = broken(items, rules, measures)
    lines: list[SetLine] = []
    first = 0
    final = items.count - 1
    for k in ends:
        last = breaks.last[k]
        width = measures[min(len(lines), len(measures) - 1)]
        shift = 0.0 if lines else float(indent)
        if k in breaks.hung:
            line = hung_line(items, first, last, width, is_last=last == final, indent=shift)
        else:
            line = justified_line(
                items, first, last, width,
                is_last=last == final, indent=shift, hyphen=k in breaks.numbers.hyphens,
            )  # fmt: skip
        reason = _forced(items, last, breaks.numbers.penalty[k])
        if reason:
            line = replace(line, reasons=(*line.reasons, reason))
        lines.append(line)
        first = last + 1
    return SetParagraph(items=items, lines=tuple(lines), measures=asked)


def line_measures(
    items: Items, rules: Rules, measure: int | Sequence[int]
) -> tuple[int, tuple[int, ...]]:
    """The indent of the first line, no more than leaves room for a character, and the widths that
    the lines have beside it."""
    asked = (measure,) if isinstance(measure, int) else tuple(measure)
    indent = min(rules.indent, max(0, asked[0] - 1000))
    if indent and items.count and items.tokens[0].cls is CharClass.OPEN:
        indent = max(0, indent + FIRST_MARKS[rules.first_mark])
    return indent, (asked[0] - indent, *(asked[1:] or asked)) if indent else asked


def broken(items: Items, rules: Rules, measures: Sequence[int]) -> tuple[Breaks, list[int]]:
    """The paragraph's breaks and those at which its lines end.

    Where no legal way fits the measures, the fewest forbidden ends are taken, and clusters wider
    than a line stand alone.
    """
    loose = LOOSE_COSTS[rules.loose]
    breaks = legal_breaks(items, rules.script, hanging=rules.hanging, loose=loose)
    if rules.fit == "first":
        ends = first_fit(breaks.numbers, measures)
        if fits(breaks.numbers, measures, ends):
            return breaks, ends
        breaks = all_breaks(items, loose=loose)
        return breaks, first_fit(breaks.numbers, measures)
    ends = best_fit(breaks.numbers, measures)[1]
    if not ends and items.count:
        breaks = all_breaks(items, loose=loose)
        ends = best_fit(breaks.numbers, measures, overfull=True)[1]
    return breaks, ends


def _forced(items: Items, last: int, penalty: float) -> str:
    """Why a line should not end after this cluster; empty where it may."""
    if penalty >= FORBIDDEN_COST:
        return FORBIDDEN
    if penalty >= FALLBACK_COST:
        return FALLBACK
    if penalty >= PARTED_COST:
        return PARTED
    if items.tokens[last].cls is CharClass.FRAGMENT and last < items.count - 1:
        inside = items.tokens[last + 1].cls is CharClass.FRAGMENT and not items.spaces[last]
        return CUT if inside else ""
    return ""
