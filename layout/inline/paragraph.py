"""Text to a set paragraph: segment, shape, space, break, justify in one call.

The paragraph cache keys on everything the result depends on (faces, rules, measure, indent, text)
and on nothing else: not on the size, since all of it is in thousandths of an em.
"""

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from layout.inline.breaker import Measures, Numbers, first_fit, total_fit
from layout.inline.items import Items, make_items
from layout.inline.justify import justified_line
from layout.inline.line import SetParagraph
from layout.text.segment import tokens
from layout.text.shape import Token, Voice

MAX_CLUSTERS: Final = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How a paragraph is set. Lengths in 1/1000 em."""

    level: str = "gb"
    fit: str = "total"
    latin_gap: int = 250
    indent: int = 2000
    tracking: int = 0


@dataclass(frozen=True, slots=True)
class VoicedText:
    """A stretch of a paragraph in one voice."""

    text: str
    voice: Voice


def shape_text(parts: Sequence[VoicedText]) -> list[Token]:
    """The tokens of a paragraph, each shaped in its own voice."""
    out: list[Token] = []
    for part in parts:
        out += part.voice.shape(tokens(part.text))
    return out


def set_paragraph(
    parts: Sequence[VoicedText],
    rules: Rules,
    measure: int,
    cache: MutableMapping[Any, SetParagraph] | None = None,
) -> SetParagraph:
    """The paragraph's lines at `measure` (1/1000 em). Never fails: a measure that is too narrow
    gives lines marked `over`, each cluster once and in order."""
    key = (tuple((p.text, p.voice.key) for p in parts), rules, measure)
    if cache is not None:
        found = cache.get(key)
        if found is not None:
            return found
    items = make_items(
        shape_text(parts), level=rules.level, latin_gap=rules.latin_gap, tracking=rules.tracking
    )
    if items.tokens and max(t.body for t in items.tokens) > measure:
        items = _split_wide(items, rules, measure)
    done = set_items(items, rules, measure)
    if cache is not None:
        cache[key] = done
    return done


def set_items(items: Items, rules: Rules, measure: int) -> SetParagraph:
    """Items broken and justified at `measure`."""
    indent = min(rules.indent, max(0, measure - 1000))
    measures = Measures(measure - indent, measure)
    breaker = first_fit if rules.fit == "first" else total_fit
    ends = breaker(numbers(items), measures)
    lines = []
    first = 0
    for last in ends:
        room = measures.rest if first else measures.first
        line = justified_line(items, first, last, room, is_last=last == items.count - 1)
        if not first:
            line.indent = float(indent)
        lines.append(line)
        first = last + 1
    return SetParagraph(items=items, lines=tuple(lines), measure=measure)


def numbers(items: Items) -> Numbers:
    """What the breaker is told of a paragraph."""
    n = items.count
    # 孤字: a last line of one character, with or without marks.
    runt_from = n
    words = 0
    for i in range(n - 1, 0, -1):
        if not items.marks[i]:
            words += 1
            if len(items.tokens[i].text) > 1:
                words += 1
            if words > 1:
                break
        runt_from = i
    return Numbers(
        start=items.start,
        end=items.end,
        soft=items.soft_sum,
        hard=items.hard_sum,
        grow=items.grow_sum,
        places=items.any_sum,
        ends=items.ends,
        runt_from=runt_from,
    )


def _split_wide(items: Items, rules: Rules, measure: int) -> Items:
    """A word longer than the measure becomes its glyphs, so that it can be broken anywhere."""
    tokens_out: list[Token] = []
    for token, space in zip(items.tokens, items.spaces, strict=True):
        if token.body > measure and len(token.pieces) > 1:
            tokens_out += _glyph_tokens(token)
        else:
            tokens_out.append(token)
        if space is not None:
            tokens_out.append(space)
    made = make_items(
        tokens_out, level=rules.level, latin_gap=rules.latin_gap, tracking=rules.tracking
    )
    # Pieces of one word are unbreakable neighbours by the table; here they may part.
    return Items(
        tokens=made.tokens,
        spaces=made.spaces,
        offsets=made.offsets,
        gaps=made.gaps,
        start=made.start,
        end=made.end,
        soft_sum=made.soft_sum,
        hard_sum=made.hard_sum,
        grow_sum=made.grow_sum,
        any_sum=made.any_sum,
        ends=sorted({*made.ends, *_inside(tokens_out, made)}),
        marks=made.marks,
    )


def _glyph_tokens(token: Token) -> list[Token]:
    out = []
    pieces = token.pieces
    for k, piece in enumerate(pieces):
        right = pieces[k + 1].x if k + 1 < len(pieces) else token.body
        stop = pieces[k + 1].char if k + 1 < len(pieces) else len(token.text)
        text = token.text[piece.char : stop]
        if not text:  # a further glyph of the same character stays with it
            last = out[-1]
            moved = piece._replace(x=last.body, char=0)
            out[-1] = last._replace(body=last.body + right - piece.x, pieces=(*last.pieces, moved))
            continue
        alone = piece._replace(x=0, char=0)
        missing = "".join(c for c in text if c in token.missing)
        out.append(Token(text, token.cls, right - piece.x, (alone,), missing))
    return out


def _inside(split: Sequence[Token], made: Items) -> list[int]:
    """Ends between two Latin clusters with no space: only a split word has them."""
    ends = []
    for i in range(made.count - 1):
        west = made.tokens[i].cls == made.tokens[i + 1].cls
        if (
            west
            and not made.gaps[i].breakable
            and made.spaces[i] is None
            and len(made.tokens[i].text) <= 2
        ):
            ends.append(i)
    return ends
