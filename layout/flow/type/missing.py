"""A character that no face has: told once, with what it most likely is and what to do."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from layout.diagnostics import Diagnostic, Place, error, warning
from layout.faces.catalog import RARE
from layout.inline.items import Items
from layout.record import replace
from layout.words.said import Said, said

MOST_TOLD: Final = 40
"""Different characters told one by one. Where there are more the text is in a script that no face
has, and each further line would say the same."""
CODE: Final = "NO-GLYPH"
VARIANT: Final = "NO-VARIANT"
_EMOJI: Final = 0x1F000
_PRIVATE: Final = ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))


def missing_glyphs(items: Items, place: Place) -> list[Diagnostic]:
    """An error for each character of a display line that no face has."""
    return [no_glyph(char, place) for char, _ in items.missing]


def no_glyph(char: str, place: Place) -> Diagnostic:
    """The error for one character, at one place, that no face of its chain has; of one with the
    selector of a variant a warning, for it is set in its usual form."""
    if len(char) > 1:
        return warning(
            "NO-VARIANT.form", place, char=char[0], selector=_number(char[1]), often="", role=RARE
        )
    return error("NO-GLYPH.char", place, char=char, number=_number(char), often="", hint="")


def _number(char: str) -> str:
    """A character's number as Unicode writes it, without the U+."""
    return f"{ord(char):04X}"


def told_once(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings with each missing character told once: at its first place, with how often it stands
    and in how many files, and what it may be."""
    out: list[Diagnostic] = []
    places: dict[str, list[Place]] = {}
    for one in _variants(found):
        if one.code != CODE or not isinstance(one.where, Place):
            out.append(one)
            continue
        char = one.said["char"]
        if char not in places:
            out.append(one)
        places.setdefault(char, []).append(one.where)
    if not places:
        return out
    told = {char: k for k, char in enumerate(places)}
    kept = [d for d in out if d.code != CODE or told.get(d.said["char"], 0) < MOST_TOLD]
    more = list(places.values())[MOST_TOLD:]
    if more:
        count = sum(map(len, more))
        first = more[0][0]
        kept.append(error("NO-GLYPH.more", first, chars=len(more), count=count, role=RARE))
    return [_counted(d, places) for d in kept]


def _variants(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings with each variant told once, and how often it is asked for."""
    out = list(found)
    count = Counter(one.said for one in out if one.code == VARIANT)
    first: set[Said] = set()
    kept: list[Diagnostic] = []
    for one in out:
        if one.code != VARIANT:
            kept.append(one)
        elif one.said not in first:
            first.add(one.said)
            often = said("part.often", count=count[one.said]) if count[one.said] > 1 else ""
            kept.append(replace(one, said=one.said.having(often=often)))
    return kept


def _counted(one: Diagnostic, places: Mapping[str, list[Place]]) -> Diagnostic:
    """A missing character with how often it stands, and what to do about it."""
    if one.said.key != "NO-GLYPH.char":
        return one
    char = one.said["char"]
    here = places[char]
    files = len({place.file for place in here})
    often: Said | str = ""
    if files > 1:
        often = said("part.often-in-files", count=len(here), files=files)
    elif len(here) > 1:
        often = said("part.often", count=len(here))
    return replace(one, said=one.said.having(often=often, hint=hint(char)))


def hint(char: str) -> Said:
    """What a character that no face has may be, and what to do about it."""
    from unicodedata import category, name, normalize  # of a page that fails

    from layout.text.highlow import HIGH_AND_LOW, as_marks
    from layout.text.radicals import LOOK_ALIKES, equivalent

    code = ord(char)
    if any(low <= code <= high for low, high in _PRIVATE):
        return said("part.glyph-private", role=RARE)
    if char == "\ufffd":
        return said("part.glyph-lost")
    if category(char) == "So" and code >= _EMOJI:
        return said("part.glyph-emoji", role=RARE)
    if char in HIGH_AND_LOW:
        return said("part.glyph-high-low", marks=as_marks(char))
    alike = equivalent(char)[0] if LOOK_ALIKES.match(char) else char
    plain = alike if alike != char else normalize("NFKC", char)
    if plain != char and plain.isprintable() and not plain.isspace():
        kind = "part.glyph-radical" if "RADICAL" in name(char, "") else "part.glyph-form"
        return said(kind, plain=plain, number=_number(plain[0]))
    if category(char) in ("Cn", "Cs"):
        return said("part.glyph-none")
    return said("part.glyph-give", role=RARE)
