"""A character that no face has: told once, with what it most likely is and what to do."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from layout.diagnostics import Diagnostic, Place, error, warning
from layout.faces.catalog import RARE
from layout.inline.items import Items
from layout.record import replace

MOST_TOLD: Final = 40
"""Different characters told one by one. Where there are more the text is in a script that no face
has, and each further line would say the same."""
CODE: Final = "NO-GLYPH"
VARIANT: Final = "NO-VARIANT"
_GIVE: Final = f"give a face that has it in the style sheet: faces: {{{RARE}: fonts/NAME.ttf}}"
_TAKE_OUT: Final = f"take the selector out, or {_GIVE}"
_EMOJI: Final = 0x1F000
_PRIVATE: Final = ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))


def missing_glyphs(items: Items, place: Place) -> list[Diagnostic]:
    """An error for each character of a display line that no face has."""
    return [no_glyph(char, place) for char, _ in items.missing]


def no_glyph(char: str, place: Place) -> Diagnostic:
    """The error for one character, at one place, that no face of its chain has; of one with the
    selector of a variant a warning, for it is set in its usual form."""
    if len(char) > 1:
        message = (
            f"no face has the form of “{char[0]}” that U+{ord(char[1]):04X} asks for; its usual "
            "form is set"
        )
        return warning(VARIANT, message, place)
    return error(CODE, f"no face has “{char}” (U+{ord(char):04X})", place)


def told_once(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The same findings with each missing character told once: at its first place, with how often
    it stands and in how many files, and what it may be."""
    out: list[Diagnostic] = []
    places: dict[str, list[Place]] = {}
    for one in _variants(found):
        if one.code != CODE or not isinstance(one.where, Place):
            out.append(one)
            continue
        if one.message not in places:
            out.append(one)
        places.setdefault(one.message, []).append(one.where)
    if not places:
        return out
    told = {message: k for k, message in enumerate(places)}
    kept = [d for d in out if d.code != CODE or told.get(d.message, 0) < MOST_TOLD]
    more = list(places.values())[MOST_TOLD:]
    if more:
        count = sum(map(len, more))
        kept.append(
            error(CODE, f"no face has {len(more):,} more characters, which stand {count:,} times; "
                  f"the first of them stands here", more[0][0], _GIVE)
        )  # fmt: skip
    return [_counted(d, places[d.message]) if d.message in places else d for d in kept]


def _variants(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings with each variant told once, and how often it is asked for."""
    out = list(found)
    count = Counter(one.message for one in out if one.code == VARIANT)
    first: set[str] = set()
    kept: list[Diagnostic] = []
    for one in out:
        if one.code != VARIANT:
            kept.append(one)
        elif one.message not in first:
            first.add(one.message)
            often = f": {count[one.message]:,} times, first here"
            many = count[one.message] > 1
            kept.append(replace(one, message=one.message + often * many, hint=_TAKE_OUT))
    return kept


def _counted(one: Diagnostic, places: list[Place]) -> Diagnostic:
    char = one.message.partition("“")[2][:1]
    often = ""
    if len(places) > 1:
        files = len({place.file for place in places})
        where = f" in {files} files" if files > 1 else ""
        often = f": {len(places):,} times{where}, first here"
    return replace(one, message=one.message + often, hint=hint(char))


def hint(char: str) -> str:
    """What a character that no face has may be, and what to do about it."""
    from unicodedata import category, name, normalize  # of a page that fails

    from layout.text.highlow import HIGH_AND_LOW, as_marks
    from layout.text.radicals import LOOK_ALIKES, equivalent

    code = ord(char)
    if any(low <= code <= high for low, high in _PRIVATE):
        return (
            "a private-use code (造字), which means a character only in the font it was made with: "
            f"type the character itself, or give that font: faces: {{{RARE}: fonts/NAME.ttf}}"
        )
    if char == "\ufffd":
        return "it stands for bytes that were no text when the file was made: look at its source"
    if category(char) == "So" and code >= _EMOJI:
        return f"an emoji, which faces for print have not: take it out, or {_GIVE}"
    if char in HIGH_AND_LOW:
        return f"write {as_marks(char)} (as in CO~2~, 10^-3^): the face itself has it, set small"
    alike = equivalent(char)[0] if LOOK_ALIKES.match(char) else char
    plain = alike if alike != char else normalize("NFKC", char)
    if plain != char and plain.isprintable() and not plain.isspace():
        kind = "a radical (部首)" if "RADICAL" in name(char, "") else "a compatibility form"
        return f"{kind} that stands for “{plain}” (U+{ord(plain[0]):04X}): type that character"
    if category(char) in ("Cn", "Cs"):
        return "no character of Unicode: take it out"
    return _GIVE
