"""White that is typed in a story and not set as it was typed, and rows that become one paragraph.

Copy is pasted with indents of its own, tabs, spaces between Han and figures, and without empty rows
between its paragraphs. What becomes of them is told once a story, each at its first place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from layout.diagnostics import Diagnostic, Place, info, warning

Row = tuple[int, str]
NO_MARKS: Final[Mapping[int, int]] = {}

_INDENT_EM: Final = 2
"""Full-width spaces that a paragraph is usually indented by; more stand for a place in the line."""
_INDENT_SPACES: Final = 4
_HAN: Final = (
    ("\u2e80", "\u2fdf"), ("\u3005", "\u3007"), ("\u3400", "\u9fff"), ("\uf900", "\ufaff"),
    ("\U00020000", "\U000323af"),
)  # fmt: skip
_SPACES: Final = re.compile(r"(\S)( +)(?=(\S))")
_BRACE: Final = re.compile(r"\]\{[^{}]*\}")


def typed_gaps(texts: Iterable[tuple[str, Place]]) -> Iterator[Diagnostic]:
    """A remark on spaces typed between Han and Latin in texts of a spec or a story's head, each
    given with the place of its value."""
    found = [place for text, place in texts if " " in text for _ in _gaps(text)]
    if found:
        first = min(found, key=lambda p: (p.line, p.column))
        yield info("GAP.display", first, spaces=len(found))


def _gaps(text: str) -> Iterator[int]:
    """Where spaces begin that stand between Han and Latin letters or figures. In a pattern each of
    the twenty thousand Han would be a step of its compiling."""
    for match in _SPACES.finditer(text):
        before, after = match[1], match[3]
        latin = before.isascii() and (before.isalnum() or before == "%")
        if (latin and _is_han(after)) or (after.isascii() and after.isalnum() and _is_han(before)):
            yield match.start(2)


def _is_han(char: str) -> bool:
    return any(first <= char <= last for first, last in _HAN)


class Blanks:
    """Gathers the blanks of one story, row by row."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._first: dict[str, Place] = {}
        self._count: dict[str, int] = {}

    def seen(
        self, rows: list[Row], skip: int, marks: Mapping[int, int] = NO_MARKS, *,
        display: bool,
    ) -> list[Row]:  # fmt: skip
        """The rows of one paragraph as they are to be read: each tab a space. The first `skip`
        characters of the first row are no text, nor are those that `marks` has for a row, by its
        number. In `display` type (a small heading) a space between Han and Latin stays."""
        out: list[Row] = []
        begun = True
        for number, row in rows:
            skip = marks.get(number, skip)
            text = row[skip:]
            lead = text[: len(text) - len(text.lstrip())]
            if lead and not skip and (not lead.isspace() or lead.strip(" ") or len(lead) > 1):
                self._indent(number, lead)
            if not begun:
                self._note("joined", number, len(lead))
            words = text.strip()
            if "\t" in words:
                self._note("tab", number, skip + len(lead) + words.index("\t"), words.count("\t"))
                row = row.replace("\t", " ")  # noqa: PLW2901  every place stays as it was
                words = words.replace("\t", " ")
            if " " in words:
                if "]{" in words:  # the words in a brace are parted by spaces
                    words = _BRACE.sub(lambda m: "]" * len(m[0]), words)
                for gap in _gaps(words):
                    kind = "divider" if display else "gap"
                    self._note(kind, number, skip + len(lead) + gap)
            begun = (len(words) - len(words.rstrip("\\"))) % 2 == 1  # a forced line end
            skip = 0
            out.append((number, row))
        return out

    def told(self, *, joined: bool) -> Iterator[Diagnostic]:
        """Diagnostics of the story; of rows only where they were not meant to be `joined`
        by anybody's word."""
        if "joined" in self._first and joined:
            yield warning("JOINED.rows", self._first["joined"], rows=self._count["joined"])
        if "place" in self._first:
            yield warning("INDENT.place", self._first["place"], rows=self._count["place"])
        if "indent" in self._first:
            yield info("INDENT.typed", self._first["indent"], rows=self._count["indent"])
        if "tab" in self._first:
            yield warning("TAB.text", self._first["tab"], tabs=self._count["tab"])
        if "gap" in self._first:
            yield info("GAP.text", self._first["gap"], spaces=self._count["gap"])
        if "divider" in self._first:
            yield info("GAP.display", self._first["divider"], spaces=self._count["divider"])

    def _indent(self, number: int, lead: str) -> None:
        """Blanks at the head of a row: an indent, or a place in the line."""
        wide = sum(1 for c in lead if c == "\u3000")
        usual = wide <= _INDENT_EM and len(lead) - wide <= _INDENT_SPACES
        self._note("indent" if usual else "place", number, 0)

    def _note(self, what: str, number: int, column: int, count: int = 1) -> None:
        self._first.setdefault(what, Place(self._file, number + 1, column + 1))
        self._count[what] = self._count.get(what, 0) + count
