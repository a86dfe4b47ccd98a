"""Type that is set otherwise: face, size, colour and what else a run says, for all characters of a
story that changed in the same way at once."""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.color import Color
from layout.compare.changes import PageChange
from layout.compare.frame import Held
from layout.compare.keys import COMPARE
from layout.compare.lettering import Characters, words_of_run
from layout.compare.textdiff import Match
from layout.display.items import GlyphRun
from layout.geometry import hull
from layout.units import ROUNDING
from layout.words.said import Value, said

FIELDS: Final[tuple[str, ...]] = (
    "face", "size", "color", "h_scale", "stroke_em", "hollow", "vertical", "turned", "glyph",
)  # fmt: skip
"""What is told of a run, and `glyph`: another form of a character in the same face."""
NEAR: Final = {"size": 0.002, "h_scale": 0.0006, "stroke_em": 0.0006}
"""By how much a dump may be off, which has three decimals."""


def type_changes(
    held: Held, a: Characters, b: Characters, common: Sequence[Match]
) -> Iterator[tuple[int, PageChange]]:
    """What is set otherwise of a text whose characters are matched."""
    groups: dict[tuple[object, ...], list[tuple[int, int]]] = {}
    known: dict[tuple[int, int], tuple[tuple[str, object, object], ...]] = {}
    for match in common:
        for k in range(match.size):
            i, j = match.a + k, match.b + k
            if a.line[i] < 0 or b.line[j] < 0:
                continue
            one, other = a.run_of(i), b.run_of(j)
            if one is other:
                continue
            key = (id(one), id(other))
            if key not in known:
                known[key] = tuple(_apart(one, other))
            found = known[key]
            if one.face == other.face and one.glyphs[a.glyph[i]] != other.glyphs[b.glyph[j]]:
                found += (("glyph", "", ""),)
            line = b.lines[b.line[j]]
            part = line.part.rstrip("0123456789")
            for name, was, now in found:
                groups.setdefault((line.block, part, name, was, now), []).append((i, j))
    for (_, _, field, was, now), places in groups.items():
        yield _told(held, a, b, places, str(field), was, now)


def _apart(a: GlyphRun, b: GlyphRun) -> Iterator[tuple[str, object, object]]:
    for field in FIELDS[:-1]:
        was, now = getattr(a, field), getattr(b, field)
        if was == now:
            continue
        if field in NEAR and abs(was - now) <= NEAR[field]:
            continue
        if field == "color" and near(was, now):
            continue
        yield field, was, now


def near(a: Color, b: Color) -> bool:
    """Whether two colours are one but for the rounding of a dump."""
    if a.spot != b.spot or abs(a.tint - b.tint) > 0.01:
        return False
    return all(
        abs(x - y) <= 0.01 + ROUNDING for x, y in ((a.c, b.c), (a.m, b.m), (a.y, b.y), (a.k, b.k))
    )


def _told(  # noqa: PLR0917  what it is of, and what has changed
    held: Held, a: Characters, b: Characters, places: list[tuple[int, int]], field: str,
    was: object, now: object,
) -> tuple[int, PageChange]:  # fmt: skip
    i, j = places[0]
    line, before = b.lines[b.line[j]], a.lines[a.line[i]]
    values: dict[str, Value] = {
        "count": len(places),
        "first": words_of_run(b, [other for _, other in places]),
        "old": _value(field, was, now), "new": _value(field, now, was),
    }  # fmt: skip
    old = hull([a.box(one) for one, _ in places if a.lines[a.line[one]].page == before.page])
    new = hull([b.box(other) for _, other in places if b.lines[b.line[other]].page == line.page])
    told = said(COMPARE[f"type-{field.replace('_', '-')}"], **values)
    return line.page, PageChange(
        kind="type", what=field, said=told, block=line.block[1], count=len(places),
        before=held.where_a(before.page, old), after=held.where_b(line.page, new),
    )  # fmt: skip


def _value(field: str, value: object, other: object) -> Value:
    """A value as it is told; of a face the name alone where that tells it apart."""
    if field == "face":
        name = str(value).partition("@")[0]
        return name if name != str(other).partition("@")[0] else str(value)
    if field in ("hollow", "turned", "vertical"):
        return said("part.compare-yes" if value else "part.compare-no")
    if field == "color":
        return color_words(value)
    return value if isinstance(value, str | int | float) else str(value)


def color_words(value: object) -> str:
    """A colour as a spec writes it, a spot by its name and how much of it is laid."""
    if isinstance(value, Color) and value.spot:
        return f"{value.spot} {value.tint:g}%"
    return str(value)
