"""Doubtful statements: found by general rules, reported, never corrected.

A lost decimal point, a misread character, a mark that changes the sense: OCR and typing make them,
and only the print or the author can settle them.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any, Final

from layout.correction import doubts_syntax, repeats
from layout.correction.markup import find_markup, kept_spans
from layout.record import record
from layout.words.said import Said, said

Table = dict[str, Any]

# From a number's first figure, and of figures that somebody prints: a run of thousands is none, and
# is not begun anew at each of them.
_NUMBER = r"(?<![\d.])(\d{1,15}(?:\.\d{1,9})?)"
_SCALE: Final = {"": 1.0, "万": 1e4, "亿": 1e8}
_MONEY = re.compile(_NUMBER + r"([万亿]?)元")
_RATE = re.compile(r"(?:增长|增幅|提高|上升|下降|增速)[^，。；%]{0,6}?" + _NUMBER + "%")
_FLOOR = re.compile(_NUMBER + r"([万亿]?)平方米(?:的)?([\u4e00-\u9fff]{0,6})")
_LAND = re.compile(r"(?:用地|占地|土地)[^，。；\d]{0,6}" + _NUMBER + "([万]?)亩")
_CLAUSE_BREAK = re.compile(r"[，。；！？]")
_CLAUSE_MOST: Final = 60
_SENTENCE = re.compile(r"[^。！？]+[。！？]?")


@record
class Doubt:
    """text[start:end] should be compared with the print, for the reason given."""

    rule: str
    start: int
    end: int
    reason: Said


def load_doubts() -> Table:
    """The table of doubtful things, `data/doubts.toml`."""
    data = files("layout.text").joinpath("data/doubts.toml").read_text(encoding="utf-8")
    return tomllib.loads(data)


def find_doubts(paragraphs: Sequence[str], table: Table) -> tuple[tuple[Doubt, ...], ...]:
    """The doubts of each paragraph, in its order. Paragraphs are normalised and whole."""
    odd = _odd_latin(paragraphs, table["latin_case"]["longest"])
    patterns = [(re.compile(p["find"]), said(p["reason"])) for p in table["pattern"]]
    return tuple(
        tuple(sorted(_find(text, table, odd, patterns), key=lambda d: (d.start, d.rule)))
        for text in paragraphs
    )


def _find(
    text: str, table: Table, odd: frozenset[str], patterns: Sequence[tuple[re.Pattern[str], Said]]
) -> Iterator[Doubt]:
    yield from _totals(text, table["total_and_part"])
    yield from _growth(text, table["growth"])
    yield from _floor(text, table["floor"])
    yield from _land(text, table["land"])
    for start, end, reason in doubts_syntax.abroad(text, table["abroad"]):
        yield Doubt(rule="X5.abroad", start=start, end=end, reason=reason)
    for start, end, reason in doubts_syntax.mixed_list(text):
        yield Doubt(rule="X6.mixed-list", start=start, end=end, reason=reason)
    for start, end, reason in doubts_syntax.lone_from(text):
        yield Doubt(rule="X7.from", start=start, end=end, reason=reason)
    spans = kept_spans(text)
    for start, end, reason in doubts_syntax.unpaired(text):
        if any(a <= start < b for a, b in spans):
            continue  # a quote of a tag
        yield Doubt(rule="X10.unpaired", start=start, end=end, reason=reason)
    for start, end, rule, reason in find_markup(text):
        yield Doubt(rule=rule, start=start, end=end, reason=reason)
    for start, end, reason in repeats.within(text):
        yield Doubt(rule=repeats.RULE, start=start, end=end, reason=reason)
    for match in re.finditer(r"[A-Za-z]+", text):
        if match.group() in odd:
            reason = said(table["latin_case"]["reason"])
            yield Doubt(rule="X8.latin-case", start=match.start(), end=match.end(), reason=reason)
    for pattern, reason in patterns:
        for match in pattern.finditer(text):
            yield Doubt(rule="X9.pattern", start=match.start(), end=match.end(), reason=reason)


def _value(match: re.Match[str]) -> float:
    return float(match.group(1)) * _SCALE[match.group(2)]


def _totals(text: str, table: Table) -> Iterator[Doubt]:
    """A part of a total that is larger than the total stated in the same paragraph; and that total,
    which may be the one that lost a figure."""
    total = 0.0
    stated: tuple[int, int] | None = None
    sums = list(_MONEY.finditer(text))
    named: list[tuple[str, re.Match[str]]] = []
    for match in sums:
        clause = _CLAUSE_BREAK.split(text[max(0, match.start() - _CLAUSE_MOST) : match.start()])[-1]
        named.append((clause, match))
        if any(word in clause for word in table["totals"]) and not total:
            total = _value(match)
            stated = match.start() - len(clause), match.end()
    exceeded = False
    for clause, match in named:
        part = any(word in clause for word in table["parts"])
        whole = any(word in clause for word in table["totals"])
        if part and not whole and total and _value(match) > total:
            start = match.start() - len(clause)
            reason = said(table["reason"])
            yield Doubt(rule="X1.part-over-total", start=start, end=match.end(), reason=reason)
            exceeded = True
    if exceeded and stated is not None:
        reason = said(table["total_reason"])
        yield Doubt(rule="X1.total-under-part", start=stated[0], end=stated[1], reason=reason)


def _growth(text: str, table: Table) -> Iterator[Doubt]:
    rates = list(_RATE.finditer(text))
    small = [m for m in rates if float(m.group(1)) < table["least"]]
    if not small or any(float(m.group(1)) >= table["others"] for m in small):
        return
    for match in rates:
        if match not in small:
            yield Doubt(
                rule="X2.growth", start=match.start(), end=match.end(), reason=said(table["reason"])
            )


def _floor(text: str, table: Table) -> Iterator[Doubt]:
    for match in _FLOOR.finditer(text):
        built = next((b for b in table["buildings"] if b in match.group(3)), "")
        if built and _value(match) > table["most_m2"]:
            end = match.start(3) + match.group(3).find(built) + len(built)
            yield Doubt(rule="X3.floor", start=match.start(), end=end, reason=said(table["reason"]))


def _land(text: str, table: Table) -> Iterator[Doubt]:
    for sentence in _SENTENCE.finditer(text):
        land = _LAND.search(text, sentence.start(), sentence.end())
        money = [
            m
            for m in _MONEY.finditer(text, sentence.start(), sentence.end())
            if "投资" in text[max(sentence.start(), m.start() - 6) : m.start()]
        ]
        if not land or not money or _value(land) <= 0:
            continue
        if _value(money[0]) / _value(land) < table["least_yuan_per_mu"]:
            reason = said(table["reason"])
            yield Doubt(rule="X4.land", start=land.start(), end=land.end(), reason=reason)


def _odd_latin(paragraphs: Sequence[str], longest: int) -> frozenset[str]:
    """Short Latin names in mixed case, where at least three others of the text are capitals."""
    words = {
        w for text in paragraphs for w in re.findall(r"[A-Za-z]+", text) if 2 <= len(w) <= longest
    }
    mixed = {w for w in words if w[0].isupper() and not w.isupper()}
    capitals = {w for w in words if w.isupper()}
    return frozenset(mixed if len(capitals) >= 3 and len(mixed) <= 1 else ())
