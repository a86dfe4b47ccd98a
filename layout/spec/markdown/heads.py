"""What stands at the head of a paragraph, or on a row of its own around several, and says how they
are set.

- `{落款} 甲乙` names styles of the style sheet, several parted by spaces;
- `:::楷体` and `:::` on rows of their own: the style holds for every paragraph between, beside what
  these name themselves;
- `> ` quotes, `| ` before each row is verse, a row a line. Between `:::诗` and `:::`, and behind
  `{诗}`, every row is a line without it.

Names are looked up when the story meets its style sheet (`layout.spec.resolve.named`).
"""

import re
from typing import Final, NamedTuple

from layout.diagnostics import Diagnostic, Place, error, shown
from layout.spec.markdown.paragraph import Asked
from layout.spec.reader.kinds import Name

QUOTED: Final = "引文"
VERSE: Final = "诗"
MOST_FENCES: Final = 4
"""Fences inside one another; each adds a style to every paragraph in it."""
MOST_NAMES: Final = 8

_BRACES: Final = re.compile(
    r"\{[ \u3000]*([^{}|\s\u3000.#=+\-~>%\\，。；：！？、,;:!?][^{}|\n，。；：！？,;:!?]{0,80})\}"
)
_FENCE: Final = re.compile(r":{3,}[ \u3000]*([^{:]*?)[ \u3000]*:*$")
_QUOTE: Final = re.compile(r">(?: |$|(?=[\u3000-\u9fff“‘—…]))")
_VERSE: Final = re.compile(r"\|(?:[ \u3000]|$)[^|]*$")
_APART: Final = re.compile(r"[\s\u3000、]+")


class RowHead(NamedTuple):
    """The head of a row: `skip` characters of it are no text.

    `sort` is `named`, `quote` or `verse`, and empty where nothing stands at the head. `verse`: the
    rows of its paragraph are lines.
    """

    asked: Asked | None
    place: Place
    skip: int = 0
    sort: str = ""
    verse: bool = False

    def parts(self, above: "RowHead | None") -> bool:
        """Whether it begins a paragraph below the rows of another one, whose head is `above`."""
        if above is None or not self.sort:
            return bool(self.sort)
        goes_on = above.verse if self.sort == "verse" else self.sort == "quote" == above.sort
        return not goes_on


class Heads:
    """Reads the heads of one story's rows, from the first on; knows the fences that are open."""

    def __init__(self, file: str, faults: list[Diagnostic]) -> None:
        self._file = file
        self._faults = faults
        self._fences: list[tuple[Place, tuple[Name, ...]]] = []

    @property
    def fenced(self) -> bool:
        """Whether a style holds around what follows."""
        return bool(self._fences)

    def fence(self, number: int, row: str) -> bool:
        """Whether a row is a fence; it is opened, or the last one is closed."""
        found = _FENCE.match(row.strip())
        if found is None:
            return False
        column = len(row) - len(row.lstrip())
        place = Place(self._file, number + 1, column + 1)
        if found[1]:
            self._open(place, self._names(found[1], number, column + found.start(1)))
        elif self._fences:
            self._fences.pop()
        else:
            self._faults.append(error("FENCE.none-open", place))
        return True

    def head(self, number: int, row: str) -> RowHead:
        """The head of a row of text."""
        skip = len(row) - len(row.lstrip())
        words = row[skip:]
        around = [name for _, names in self._fences for name in names]
        place = Place(self._file, number + 1, skip + 1)
        if (braces := _BRACES.match(words)) is not None:
            names = self._names(braces[1], number, skip + braces.start(1))
            return _head([*around, *names], place, skip + braces.end(), "named")
        if (quote := _QUOTE.match(words)) is not None:
            return _head([*around, Name(QUOTED, place)], place, skip + quote.end(), "quote")
        if _VERSE.match(words):
            named = (
                around if any(n.text == VERSE for n in around) else [*around, Name(VERSE, place)]
            )
            return _head(named, place, skip + 1, "verse")
        return _head(around, place)

    def ended(self) -> None:
        """Tell the fences that are open at the story's end."""
        for place, names in self._fences:
            name = shown(" ".join(n.text for n in names))
            self._faults.append(error("FENCE.open", place, name=name))

    def _open(self, place: Place, names: tuple[Name, ...]) -> None:
        if len(self._fences) == MOST_FENCES:
            self._faults.append(error("FENCE.deep", place, most=MOST_FENCES))
        self._fences.append((place, names[:MOST_NAMES] if len(self._fences) < MOST_FENCES else ()))

    def _names(self, text: str, number: int, column: int) -> tuple[Name, ...]:
        """The words of a brace or a fence, each with its place."""
        out = []
        at = 0
        for word in _APART.split(text):
            if word:
                at = text.index(word, at)
                out.append(Name(word, Place(self._file, number + 1, column + at + 1)))
                at += len(word)
        if len(out) > MOST_NAMES:
            self._faults.append(error("FENCE.names", out[0].place, names=len(out), most=MOST_NAMES))
        return tuple(out[:MOST_NAMES])


def _head(names: list[Name], place: Place, skip: int = 0, sort: str = "") -> RowHead:
    verse = any(name.text == VERSE for name in names)
    return RowHead(Asked(styles=tuple(names)) if names else None, place, skip, sort, verse=verse)


def as_lines(rows: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The rows of a verse, each but the last with the backslash that ends a line."""
    out = []
    for number, row in rows:
        words = row.rstrip()
        ended = (len(words) - len(words.rstrip("\\"))) % 2 == 1
        last = number == rows[-1][0]
        out.append(
            (number, words[:-1] if ended and last else words if ended or last else words + "\\")
        )
    return out
