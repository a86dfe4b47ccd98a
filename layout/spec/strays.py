"""Markup of other dialects in a story, and characters that cannot be seen: set as they stand, and
said, because whoever typed them meant something else."""

import re
from collections.abc import Iterator
from typing import Final, Protocol

from layout.diagnostics import Diagnostic, Place, shown, warning

# What a row begins with in Markdown at large (CommonMark 0.31), and what it is called there.
_ROWS: Final = (
    (
        r"#{1,2} |#{5,6} |#{2,6}(?=[^\s#]|\u3000)",
        "a heading",
        "### and a space begin one on its own line, #### one in the line",
    ),
    (r">", "a quotation", "a story has none; write “ ”"),
    (r"(?:[-_*] ?){3,}$", "a rule", "a story has none; leave it out"),
    (r"[-*+] ", "a list", "a story has no lists; write paragraphs"),
    (r"```|~~~", "code", "a story has none"),
)
_UNSEEN: Final = {
    "\u00ad": "a soft hyphen", "\u200b": "a space of no width", "\u200c": "a non-joiner",
    "\u200d": "a joiner", "\u2060": "a word joiner",
}  # fmt: skip
_ESCAPE: Final = "a backslash before it if it is meant as itself"


def stray_markup(rows: list[tuple[int, str]], file: str) -> Iterator[Diagnostic]:
    """A warning for each row of a paragraph that begins as other dialects mark it.

    `rows` are numbered from 0.
    """
    for number, row in rows:
        body = row.strip()
        for pattern, noun, hint in _ROWS:
            found = re.match(pattern, body)
            if found is not None:
                place = Place(file, number + 1, len(row) - len(row.lstrip()) + 1)
                yield _stray(found[0].strip(), f"the mark of {noun}", place, hint)
                break


def unclosed(mark: str, place: Place) -> Diagnostic:
    """The warning for asterisks that look like markup and have no partner."""
    return _stray(mark, "bold without its other end", place, f"close it, or {_ESCAPE}")


def no_link(text: str, place: Place) -> Diagnostic:
    """The warning for a link or a picture that is none here."""
    if text.startswith("!"):
        return _stray(text, "a picture", place, "a story has none; the page spec places it")
    hint = f"a link is [words](https://…), or http, or mailto; or {_ESCAPE}"
    return _stray(text, "a link", place, hint)


class Placed(Protocol):
    """A text whose characters know where they stand."""

    def place_at(self, offset: int) -> Place: ...


def unseen(text: str, where: Place | Placed) -> Iterator[Diagnostic]:
    """A warning for a text with characters that cannot be seen, at the first of them."""
    held = [i for i, c in enumerate(text) if c in _UNSEEN]
    if held:
        char = text[held[0]]
        more = f", {len(held)} such characters in all" if len(held) > 1 else ""
        message = f"{_UNSEEN[char]} (U+{ord(char):04X}) that cannot be seen{more}"
        place = where if isinstance(where, Place) else where.place_at(held[0])
        yield warning("UNSEEN", message, place, "take it out: it does nothing here")


def _stray(text: str, what: str, place: Place, hint: str) -> Diagnostic:
    return warning("MARKUP", f"“{shown(text, 40)}”: {what} is set as it stands", place, hint)
