"""Text to a set paragraph: segment, shape, space, break, justify in one call.

The paragraph cache keys on everything the result depends on (faces, rules, measure, indent, text)
and on nothing else: not on the size, since all of it is in thousandths of an em.
"""

from collections.abc import MutableMapping, Sequence
from typing import Any

from layout.inline.breaker import Measures, Numbers, first_fit, total_fit
from layout.inline.items import Items, make_items
from layout.inline.justify import justified_line
from layout.inline.line import CUT, FORBIDDEN, SetLine, SetParagraph
from layout.record import record, replace
from layout.text.charclass import CharClass
from layout.text.segment import letters, right_to_left, tokens
from layout.text.shape import Token, Voice

_NO_WORDS = frozenset(
    {CharClass.OPEN, CharClass.CLOSE, CharClass.PAUSE, CharClass.STOP, CharClass.DOUBLE_STOP,
     CharClass.DOT, CharClass.POSTFIX, CharClass.PREFIX}
)  # fmt: skip
_LONG = frozenset({CharClass.WEST, CharClass.DASH, CharClass.ELLIPSIS})


@record
class Rules:
    """How a paragraph is set. Lengths in 1/1000 em."""

    level: str = "gb"
    fit: str = "total"
    latin_gap: int = 250
    indent: int = 2000
    tracking: int = 0


@record(kw_only=False)
class VoicedText:
    """A stretch of a paragraph in one voice."""

    text: str
    voice: Voice


def set_paragraph(
    parts: Sequence[VoicedText],
    rules: Rules,
    measure: int,
    cache: MutableMapping[Any, SetParagraph] | None = None,
) -> SetParagraph:
    """The paragraph's lines at `measure` (1/1000 em). Never fails: what a measure is too narrow
    for gives lines with reasons, each cluster once and in order."""
    key = (tuple([(p.text, p.voice.key) for p in parts]), rules, measure)
    if cache is not None:
        found = cache.get(key)
        if found is not None:
            return found
    items = make_items(
        shape_text(parts, measure),
        level=rules.level,
        latin_gap=rules.latin_gap,
        tracking=rules.tracking,
    )
    done = set_items(items, rules, measure)
    if cache is not None:
        cache[key] = done
    return done


def shape_text(parts: Sequence[VoicedText], measure: int) -> list[Token]:
    """The tokens of a paragraph, each shaped in its own voice.

    A word wider than `measure` comes as its letters, between which a line may end.
    """
    out: list[Token] = []
    for part in parts:
        shaped = part.voice.shape(tokens(part.text))
        if shaped and max([t.body for t in shaped]) > measure:
            shaped = [f for t in shaped for f in _fragments(t, part.voice, measure)]
        out += shaped
    return out


def _fragments(token: Token, voice: Voice, measure: int) -> list[Token]:
    if token.body <= measure or token.cls is not CharClass.WEST or right_to_left(token.text):
        return [token]
    return [t._replace(cls=CharClass.FRAGMENT) for t in voice.shape(letters(token.text))]


def set_items(items: Items, rules: Rules, measure: int) -> SetParagraph:
    """Items broken and justified at `measure`."""
    indent = min(rules.indent, max(0, measure - 1000))
    measures = Measures(measure - indent, measure)
    breaker = first_fit if rules.fit == "first" else total_fit
    lines: list[SetLine] = []
    first = 0
    final = items.count - 1
    for last in breaker(numbers(items), measures):
        line = justified_line(
            items,
            first,
            last,
            measures.rest if first else measures.first,
            is_last=last == final,
            indent=0.0 if first else float(indent),
        )
        reason = _forced(items, last)
        lines.append(replace(line, reasons=(*line.reasons, reason)) if reason else line)
        first = last + 1
    return SetParagraph(items=items, lines=tuple(lines), measure=measure)


def _forced(items: Items, last: int) -> str:
    """Why a line should not end after this cluster; empty where it may."""
    if not items.gaps[last].breakable:
        return FORBIDDEN
    if items.tokens[last].cls is CharClass.FRAGMENT and last < items.count - 1:
        inside = items.tokens[last + 1].cls is CharClass.FRAGMENT and not items.spaces[last]
        return CUT if inside else ""
    return ""


def numbers(items: Items) -> Numbers:
    """What the breaker is told of a paragraph."""
    return Numbers(
        start=items.start,
        end=items.end,
        soft=items.soft_sum,
        hard=items.hard_sum,
        grow=items.grow_sum,
        places=items.any_sum,
        ends=items.ends,
        runt_from=_runt_from(items.tokens),
    )


def _runt_from(clusters: Sequence[Token]) -> int:
    """The first cluster from which to the end there is one character or less, marks aside (孤字).

    A word or number of several characters, and a —— or ……, is wide enough for a line of its own.
    """
    words = 0
    for i in range(len(clusters) - 1, -1, -1):
        token = clusters[i]
        if token.cls not in _NO_WORDS:
            words += 2 if token.cls in _LONG and len(token.text) > 1 else 1
            if words > 1:
                return i + 1
    return len(clusters)
