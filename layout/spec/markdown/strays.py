"""Markup of other dialects in a text, and characters that cannot be seen: set as they stand, and
said, because whoever typed them meant something else."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple, Protocol

from layout.diagnostics import Diagnostic, Place, did_you_mean, error, shown, warning
from layout.words.said import Said, said

MAY_BE: Final = re.compile(
    r"[#>|`$&<={｛\\_\[＃＼［]|[-+*:~.'＊]{2}|:[a-z]|^[ \t\u3000]*[-*+:－]\s|^h\d\.|^[!?]{3}"
    r"|^[ \t\u3000]*(?:：：|－－|—[—\s]*$)",
    re.MULTILINE,
)
"""What every mark of another dialect holds; most stories have nothing like it."""

_UNSEEN: Final = {
    "\u00ad": "part.char-soft-hyphen", "\u200b": "part.char-no-width",
    "\u200c": "part.char-non-joiner", "\u200d": "part.char-joiner",
    "\u2060": "part.char-word-joiner",
}  # fmt: skip
"""Characters that cannot be seen, with the keys of what they are called."""
_NO_END: Final = ""
"""The noun of bold without its other end: no mark of another dialect."""
_HTML: Final = "part.mark-html"
_ENTITY: Final = "part.mark-entity"
_LINK: Final = "part.mark-link"
_BRACE: Final = "part.mark-attribute"
_MARKED: Final = "part.mark-words"
_NOTE: Final = "part.mark-footnote"
_AT_HEAD: Final = "part.mark-style"
"""The noun of a style that is named amiss at the head of a paragraph."""

_SLIPPED: Final = frozenset("{｛[［:：")
"""What a row begins with that may name a style amiss (`layout.spec.markdown.headslips`)."""

Rows = Sequence[tuple[int, str]]
"""The rows of a paragraph, numbered from 0."""


class Stray(NamedTuple):
    """A mark that is none here: how it stands, the key of what it is elsewhere, and what to do.

    Marks of one noun and `sort` are told together. One that is `wrong` is an error, told by itself.
    """

    text: str
    noun: str
    place: Place
    hint: Said
    sort: str = ""
    wrong: Said | None = None


def stray_marks(
    rows: Rows,
    file: str,
    *,
    rows_too: bool = True,
    names: AbstractSet[str] = frozenset(),
    labels: Container[str] = (),
) -> Iterator[Stray]:
    """What other dialects mark in a paragraph, in the order of the table of `dialects`; where
    `rows_too`, also how rows begin. `names` are those of styles and colours, `labels`
    those of notes."""
    text = "\n".join([row for _, row in rows])
    if not MAY_BE.search(text):
        return
    from layout.spec.markdown import dialects

    for number, row in rows if rows_too else ():
        body = row.strip()
        begin = _begin(file, number, row)
        if body[:1] in _SLIPPED and (amiss := _at_head(rows, begin, body, names)) is not None:
            yield amiss
            continue
        for needle, pattern, noun, hint in dialects.ROWS:
            found = re.match(pattern, body) if needle in body else None
            if found is not None:
                yield Stray(found[0].strip(), noun, begin, said(hint))
                break
    for needle, pattern, noun, hint in dialects.INSIDE:
        if needle not in text:
            continue
        places: dict[str, Place] = {}  # of the first of each sort: the others are only counted
        for found in re.finditer(pattern, text):
            if noun == _NOTE and found[0][2:-1] in labels:
                continue
            if _escaped(text, found.start()):
                continue
            if not rows_too and noun in (_BRACE, _NOTE) and found[0][1] not in ".#":
                way = _in_display(noun, found[0], names)
                if way is not None:
                    place = _place(rows, text, found.start(), file)
                    yield Stray(found[0], _MARKED, place, way)
            elif noun == _MARKED and found.re.groups:  # a brace behind no bracket
                if _names_all(found[1], names) and (rows_too or not found[1].isascii()):
                    place = _place(rows, text, found.start(), file)
                    written = hint if rows_too else "part.way-in-text"
                    yield Stray(found[0], noun, place, said(written), found[0])
            elif _is_meant(noun, found, names):
                sort, way = _sort(noun, found, names)
                if sort not in places:
                    places[sort] = _place(rows, text, found.start(), file)
                yield Stray(found[0], noun, places[sort], way or said(hint), sort)


def _names_all(words: str, names: AbstractSet[str]) -> bool:
    """Whether a brace holds nothing but what it may elsewhere: marks of words, names of styles and
    colours, a line to win or lose."""
    if words.isascii() and names.isdisjoint(words.split()):
        return False  # a field, as {year}: the marks' own words are Chinese
    from layout.spec.markdown.braces import asked
    from layout.spec.markdown.heads import HAND

    kept = " ".join(word for word in words.split() if not HAND.fullmatch(word))
    return asked(kept, names) is not None if kept else bool(words.strip())


def _begin(file: str, number: int, row: str) -> Place:
    """Where the words of a row begin."""
    return Place(file, number + 1, len(row) - len(row.lstrip()) + 1)


def _at_head(rows: Rows, place: Place, body: str, names: AbstractSet[str]) -> Stray | None:
    """The slip in what names a style at the head of a row, if that is one."""
    from layout.spec.markdown.headslips import slip

    below = "".join([row for number, row in rows if number >= place.line])
    found = slip(body, below, names)
    return Stray(found.text, _AT_HEAD, place, found.way) if found is not None else None


def _escaped(text: str, at: int) -> bool:
    before = text[max(0, at - 40) : at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _is_meant(noun: str, found: re.Match[str], names: AbstractSet[str]) -> bool:
    """Whether a match is what it looks like: a tag is one of HTML, an entity has a name in it, the
    two brackets of a link are no numbers of notes, a formula is no sum of money, and a brace does
    not ask for what there is here."""
    if noun == _HTML and found[1]:
        from layout.spec.markdown.dialects import TAGS

        known = found[1].lower() in TAGS and (len(found[1]) > 1 or found[1].islower())
        return known or found[0].startswith("</")
    if noun == _ENTITY and found[0][1] != "#":
        from html.entities import html5

        return found[0][1:] in html5
    if noun == _LINK:
        return not re.fullmatch(r"\[\d{1,3}\]\[\d{0,3}\]", found[0])
    if noun == _BRACE:
        from layout.spec.markdown.braces import asked

        return found[0][0] != "{" or asked(found[0][1:-1], names) is None
    if noun == "part.mark-tex":
        return not re.search(r"[\u3000-\u9fff\uff00-\uffef]", found[0]) or "\\" in found[0]
    return True


def _in_display(noun: str, text: str, names: AbstractSet[str]) -> Said | None:
    """What to do about marked words in display type, or the sign of a note; None for the names of
    styles and colours."""
    from layout.spec.markdown.braces import MARKS, READING

    words = text[1:-1].split()
    if noun == _NOTE or any(word in MARKS or word in READING for word in words):
        return said("part.way-in-text")
    unknown = next((word for word in words if word not in names), None)
    if unknown is None:
        return None
    near = did_you_mean(unknown, sorted(names))
    return near if isinstance(near, Said) else said("part.way-in-text")


def _sort(noun: str, found: re.Match[str], names: AbstractSet[str]) -> tuple[str, Said | None]:
    """Which of its kind a mark is, and what is written here in its place, where it is known."""
    if noun == _BRACE and found[0][0] == "{" and found[0][1] not in ".#":
        from layout.spec.markdown.braces import way

        return found[0], way(found[0][1:-1], names)
    if noun == _HTML and found[1]:
        from layout.spec.markdown.dialects import WRITTEN

        written = WRITTEN.get(found[1].lower())
        return found[1].lower(), said(written) if written is not None else None
    if noun == _ENTITY:
        from html import unescape

        char = unescape(found[0])
        if not char.strip():
            return found[0], said("part.way-blank")
        return found[0], said("part.write", text=shown(char))
    return "", None


def _place(rows: Rows, text: str, at: int, file: str) -> Place:
    before = text[:at]
    return Place(file, rows[before.count("\n")][0] + 1, at - before.rfind("\n"))


def told(found: Iterable[Stray]) -> list[Diagnostic]:
    """A warning for each kind of mark at its first place, with how many there are; asterisks that
    somebody forgot to close are slips, and told each."""
    kinds: dict[object, list[Stray]] = {}
    for number, stray in enumerate(found):
        alone = stray.noun in (_NO_END, _AT_HEAD) or stray.wrong is not None
        key = number if alone else (stray.noun, stray.sort)
        kinds.setdefault(key, []).append(stray)
    firsts = [(min(group, key=lambda s: _order(s.place)), len(group)) for group in kinds.values()]
    firsts.sort(key=lambda first: _order(first[0].place))
    return [_told(stray, count) for stray, count in firsts]


def _told(stray: Stray, count: int) -> Diagnostic:
    if stray.wrong is not None:
        return error(stray.wrong, stray.place)
    text, way = shown(stray.text, 40), stray.hint
    if stray.noun == _NO_END:
        return warning("MARKUP.bold-no-end", stray.place, text=text, way=way)
    many = said("part.such-marks", marks=count) if count > 1 else ""
    if stray.noun == _BRACE and stray.sort:
        return warning("MARKUP.words", stray.place, text=text, many=many, way=way)
    noun = said(stray.noun)
    return warning("MARKUP.mark", stray.place, text=text, noun=noun, many=many, way=way)


def _order(place: Place) -> tuple[int, int]:
    return place.line, place.column


def unclosed(mark: str, place: Place) -> Stray:
    """Asterisks that look like markup and have no partner."""
    return Stray(mark, _NO_END, place, said("part.way-close"))


def misread(key: str, words: str, place: Place, **values: int) -> Stray:
    """A reading that does not fit its words, told under a key."""
    told = said(key, text=shown(words, 40), **values)
    return Stray(words, _BRACE, place, told, wrong=told)


def no_words(text: str, place: Place) -> Stray:
    """A brace with a known mark that has no words in brackets before it."""
    return Stray(text, _MARKED, place, said("part.way-brackets"))


def no_link(text: str, place: Place) -> Stray:
    """A link or a picture that is none here."""
    if text.startswith("!"):
        return Stray(text, "part.mark-picture", place, said("part.way-picture"))
    return Stray(text, _LINK, place, said("part.way-link-schemes"))


class PlacedText(Protocol):
    """A text whose characters know where they stand."""

    def place_at(self, offset: int) -> Place: ...


def unseen(text: str, where: Place | PlacedText) -> Iterator[Diagnostic]:
    """A warning for a text with characters that cannot be seen, at the first of them."""
    held = [i for i, c in enumerate(text) if c in _UNSEEN]
    if held:
        char = text[held[0]]
        many = said("part.such-characters", characters=len(held)) if len(held) > 1 else ""
        place = where if isinstance(where, Place) else where.place_at(held[0])
        number = f"{ord(char):04X}"
        yield warning("UNSEEN.char", place, char=said(_UNSEEN[char]), number=number, many=many)
