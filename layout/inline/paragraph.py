"""Text to a set paragraph: segment, shape, space, break, justify in one call.

The paragraph cache keys on everything the result depends on (faces, rules, measures, text) and on
nothing else: not on the size, since all of it is in thousandths of an em.
"""

from collections.abc import Iterable, MutableMapping, Sequence
from itertools import chain, pairwise, repeat
from typing import TYPE_CHECKING, Any, Final

from layout.inline.breaker import best_fit, first_fit
from layout.inline.breaks import Breaks, all_breaks, legal_breaks
from layout.inline.costs import (
    ADDRESSED,
    FALLBACK_COST,
    FORBIDDEN_COST,
    HYPHEN_COST,
    LOOSENESS,
    NEVER,
    PARTED_COST,
    WIDE_COST,
    Looseness,
    Numbers,
    paragraph_cost,
    widest_gap,
)
from layout.inline.items import Items, make_items
from layout.inline.justify import hung_line, justified_line
from layout.inline.line import (
    CUT,
    FALLBACK,
    FORBIDDEN,
    LOOSE,
    PARTED,
    RAGGED,
    SHORT,
    UNBOUND,
    SetLine,
    SetParagraph,
)
from layout.inline.parts import VoicedText, beginnings, shape_text
from layout.inline.spacing import LATIN_GAP_LEAST, LATIN_GAP_MOST, Spacing
from layout.record import record, replace
from layout.text.bonds import Bond, bonds
from layout.text.charclass import CharClass
from layout.text.hyphens import LEAST_WORD
from layout.text.scripts import EM, HALF, HANS, Script
from layout.words.said import said

if TYPE_CHECKING:  # loaded where somebody says how many lines a paragraph has
    from layout.inline.exact import Exactly

FIRST_MARKS: Final = {"half": 0, "full": HALF, "hang": -HALF}
"""What an opening mark that begins a paragraph adds to the indent (CLREQ "First line indent"): its
ink stands on the indent, half an em in from it, or half an em out."""


_OPEN: Final = frozenset({LOOSE, RAGGED, SHORT})
"""What is said of lines for which something would have had to come into them."""

Kept = tuple[tuple[int, int], ...]
"""Spans of a text, by their offsets, that somebody wants on one line."""


@record
class ParagraphRules:
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
    blank: int = HALF
    squeeze: str = "all"
    squeeze_stops: bool = True
    bonds: str = "keep"
    loose: str = "even"
    tighten: int = 0
    script: Script = HANS
    dividers: bool = False
    ragged: bool = False
    """Lines stand at their natural width, as long as the measure lets them, and are not flush."""
    exactly: "Exactly | None" = None
    """How many lines it is to have, where somebody says so; as many as are best where there is no
    such way."""

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
            blank=self.blank,
            squeeze=self.squeeze,
            squeeze_stops=self.squeeze_stops,
            tighten=self.tighten,
            dividers=self.dividers,
        )


def set_paragraph(  # noqa: PLR0917  a cache and what few paragraphs have, in their order
    parts: Sequence[VoicedText],
    rules: ParagraphRules,
    measure: int | Sequence[int],
    cache: MutableMapping[Any, SetParagraph] | None = None,
    kept: Kept = (),
    forced: tuple[int, ...] = (),
) -> SetParagraph:
    """The paragraph's lines at `measure` (1/1000 em), or at a measure for each line from the first
    on, of which the last is that of all further lines. No line ends inside what is `kept` on one; a
    line ends before each of the characters `forced`, and is flush.

    Never fails: what a measure is too narrow for gives lines with reasons, each cluster once and in
    order.
    """
    measures = (measure,) if isinstance(measure, int) else tuple(measure)
    if cache is None:
        return _set(parts, rules, measures, kept, forced)
    key = (
        tuple([(p.text, p.voice.key, p.size, p.rise, p.tied, p.ink, p.sides) for p in parts]),
        rules, measures, kept, forced,
    )  # fmt: skip
    found = cache.get(key)
    if found is None:
        found = cache[key] = _set(parts, rules, measures, kept, forced)
    return found


def _set(
    parts: Sequence[VoicedText],
    rules: ParagraphRules,
    measures: tuple[int, ...],
    kept: Kept,
    forced: tuple[int, ...],
) -> SetParagraph:
    """The paragraph set with its words whole, if that is good enough; else with hyphens.

    No way with a hyphen costs less than one hyphen does, so a paragraph that costs no more without
    is the best there is; the patterns of hyphenation are seldom needed, and dear to load.
    """
    narrowest = min(measures)
    whole = rules.fit == "total" and not rules.ragged
    items = paragraph_items(parts, rules, narrowest, hyphenate=not whole, kept=kept)
    breaks, ends, cost = broken(items, rules, line_measures(items, rules, measures)[1], forced)
    if whole and rules.hyphenate and cost > HYPHEN_COST and _long_words(items):
        cut = paragraph_items(parts, rules, narrowest, hyphenate=True, kept=kept)
        if cut.count > items.count:
            items = cut
            widths = line_measures(items, rules, measures)[1]
            breaks, ends, _ = broken(items, rules, widths, forced)
    return _justified(items, rules, measures, (breaks, ends), forced)


def _long_words(items: Items) -> bool:
    """Whether any word is long enough to be hyphenated."""
    return any(len(token.text) >= LEAST_WORD for token in items.tokens)


def paragraph_items(
    parts: Sequence[VoicedText],
    rules: ParagraphRules,
    measure: int,
    *,
    hyphenate: bool = True,
    kept: Kept = (),
) -> Items:
    """The items of a paragraph; words wider than `measure`, the narrowest of its lines, are in
    pieces, and with `hyphenate` all that the rules allow to be hyphenated."""
    text, tied = parts[0].text if parts else "", []
    if len(parts) > 1:
        text = "".join([p.text for p in parts])
        tied = [at for part, at in zip(parts, beginnings(parts), strict=True) if part.tied and at]
    hyphens = "none" if not rules.hyphenate else "all" if hyphenate else "wide"
    together: Iterable[Bond] = bonds(text)
    if rules.bonds == "part":
        together = (bond for bond in together if bond.wall)
    if kept:
        together = (*together, *(Bond(*span, wall=True) for span in kept))
    return make_items(
        shape_text(parts, measure, hyphens=hyphens),
        rules.spacing,
        tracking=rules.tracking,
        bonds=together,
        tied=tied,
        line_start=rules.line_start,
        line_end=rules.line_end,
    )


def _justified(
    items: Items,
    rules: ParagraphRules,
    asked: tuple[int, ...],
    way: tuple[Breaks, Sequence[int]],
    forced: Sequence[int] = (),
) -> SetParagraph:
    """The lines of a paragraph, broken by some of its breaks, each made flush."""
    breaks, ends = way
    numbers, hung = breaks.numbers, breaks.hung
    clusters, penalty, hyphens = numbers.last, numbers.penalty, numbers.hyphens
    indent, measures = line_measures(items, rules, asked)
    shift = float(indent)
    widths = chain(measures, repeat(measures[-1]))
    bonded = frozenset(items.bonded)
    kept = bonded.union(items.walls)
    ragged = rules.ragged
    lines: list[SetLine] = []
    first = 0
    final = items.count - 1
    for k, width in zip(ends, widths, strict=False):
        last = clusters[k]
        is_last = last == final
        if k in hung:
            line = hung_line(items, first, last, width, is_last=is_last, indent=shift)
        else:
            line = justified_line(
                items, first, last, width,
                is_last=is_last or ragged, indent=shift, hyphen=k in hyphens,
            )  # fmt: skip
            if ragged and not is_last:
                line = replace(line, is_last=False)
        reason = "" if is_last else _forced(items, last, penalty[k], bonded)
        if reason:
            line = replace(line, reasons=(*line.reasons, reason))
        if line.reasons and not _OPEN.isdisjoint(line.reasons):
            from layout.inline.why import why_loose  # most lines are not

            why = (
                said("part.why-forced") if _is_forced(items, last, forced)
                else why_loose(items, breaks, first, last, measure=width, bonded=kept)
            )  # fmt: skip
            line = replace(line, why=why)
        lines.append(line)
        first = last + 1
        shift = 0.0
    return SetParagraph(items=items, lines=tuple(lines), measures=asked)


def _is_forced(items: Items, last: int, forced: Sequence[int]) -> bool:
    """Whether a line ends with this cluster because somebody says so."""
    return last + 1 < items.count and any(
        items.offsets[last] < at <= items.offsets[last + 1] for at in forced
    )


def line_measures(
    items: Items, rules: ParagraphRules, measure: int | Sequence[int]
) -> tuple[int, tuple[int, ...]]:
    """The indent of the first line, no more than leaves room for a character, and the widths that
    the lines have beside it."""
    asked = (measure,) if isinstance(measure, int) else tuple(measure)
    indent = min(rules.indent, max(0, asked[0] - 1000))
    if items.count and items.tokens[0].cls is CharClass.OPEN:
        indent = max(0, indent + FIRST_MARKS[rules.first_mark])
    return indent, (asked[0] - indent, *(asked[1:] or asked)) if indent else asked


def broken(
    items: Items, rules: ParagraphRules, measures: Sequence[int], forced: Sequence[int] = ()
) -> tuple[Breaks, list[int], float]:
    """The paragraph's breaks, those at which its lines end, and what that costs. A line ends before
    each of the characters `forced`.

    What belongs together is parted where the best way without costs more than that. Where no legal
    way fits the measures, the fewest forbidden ends are taken, and clusters wider than a line stand
    alone.
    """
    loose = LOOSENESS[rules.loose]
    breaks = legal_breaks(items, rules.script, hanging=rules.hanging, loose=loose)
    if rules.exactly is not None or forced:
        from layout.inline.exact import exact_fit, forced_ends  # few paragraphs are set so

        told = forced_ends(items, forced)
        if told:
            allowed = replace(items, ends=sorted({*items.ends, *told}))
            breaks = legal_breaks(allowed, rules.script, hanging=rules.hanging, loose=loose)
        cost, ends = exact_fit(breaks, measures, rules.exactly, told)
        if ends:
            return breaks, ends, cost
    if rules.ragged:
        return _ragged(items, breaks, loose, measures)
    if rules.fit == "first":
        ends = first_fit(breaks.numbers, measures)
        cost = paragraph_cost(breaks.numbers, measures, ends)
        if cost < NEVER:
            return breaks, ends, cost
        breaks = all_breaks(items, loose=loose)
        return breaks, first_fit(breaks.numbers, measures), NEVER
    cost, ends = best_fit(breaks.numbers, measures)
    if cost > loose.bond and items.bonded:
        parting = legal_breaks(
            items, rules.script, hanging=rules.hanging, loose=loose, parting=True
        )
        less, other = best_fit(parting.numbers, measures)
        if less < cost:
            breaks, cost, ends = parting, less, other
    if not ends and items.count:
        breaks = all_breaks(items, loose=loose)
        cost, ends = best_fit(breaks.numbers, measures, overfull=True)
    elif cost >= WIDE_COST and any(token.cls is CharClass.LINK for token in items.tokens):
        return _spread(items, rules, measures, (breaks, ends, cost))
    return breaks, ends, cost


def _ragged(
    items: Items, breaks: Breaks, loose: Looseness, measures: Sequence[int]
) -> tuple[Breaks, list[int], float]:
    """The ends of lines that are not flush: each takes in what stands in its measure unsqueezed.
    Where no legal way does, forbidden ends are taken."""
    numbers = _stiff(breaks.numbers)
    ends = first_fit(numbers, measures)
    if _hold(numbers, measures, ends):
        return breaks, ends, 0.0
    breaks = all_breaks(items, loose=loose)
    return breaks, first_fit(_stiff(breaks.numbers), measures), NEVER


def _stiff(numbers: Numbers) -> Numbers:
    """Breaks whose lines give nothing."""
    no = [0] * len(numbers.soft)
    return replace(numbers, soft=no, hard=no)


def _hold(numbers: Numbers, measures: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether every line has room at its natural width."""
    widths = [numbers.natural(a, b) for a, b in pairwise((0, *ends))]
    return all(width <= measures[min(k, len(measures) - 1)] for k, width in enumerate(widths))


def _spread(
    items: Items,
    rules: ParagraphRules,
    measures: Sequence[int],
    found: tuple[Breaks, list[int], float],
) -> tuple[Breaks, list[int], float]:
    """The way found, or one without a line that parts of an address blow apart: such a line has
    hardly two Han side by side, and one less of them is no gain."""
    breaks, ends, _ = found
    most = widest_gap(breaks.numbers, measures, ends)
    if most <= EM:
        return found
    other = legal_breaks(items, rules.script, hanging=rules.hanging, loose=ADDRESSED, parting=True)
    cost, way = best_fit(other.numbers, measures)
    return (other, way, cost) if widest_gap(other.numbers, measures, way) < most else found


def _forced(items: Items, last: int, penalty: float, bonded: frozenset[int]) -> str:
    """Why a line should not end after this cluster, where that costs `penalty`; empty where it
    may."""
    if penalty >= PARTED_COST:
        if penalty >= FORBIDDEN_COST:
            return FORBIDDEN
        return FALLBACK if penalty >= FALLBACK_COST else PARTED
    if last in bonded:
        return UNBOUND
    if items.tokens[last].cls is CharClass.FRAGMENT:
        inside = items.tokens[last + 1].cls is CharClass.FRAGMENT and not items.spaces[last]
        return CUT if inside else ""
    return ""
