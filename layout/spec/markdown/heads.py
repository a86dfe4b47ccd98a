"""What stands at the head of a paragraph, or on a row of its own around several, and says how they
are set.

- `{落款} 甲乙` names styles of the style sheet, several parted by spaces; `{缩1行}` and `{撑1行}`
  among them ask for the paragraph to be set by hand, in a line less or more;
- `:::楷体` and `:::` on rows of their own: the style holds for every paragraph between, beside what
  these name themselves;
- `> ` quotes, `| ` before each row is verse, a row a line. Between `:::诗` and `:::`, and behind
  `{诗}`, every row is a line without it;
- `- `, `1. ` and, in the style 列表, 一、 and its like begin the item of a list (`items`).

Names are looked up when the story meets its style sheet (`layout.spec.resolve.named`).
"""

import re
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from layout.diagnostics import Diagnostic, Place, error, shown
from layout.spec.markdown.items import BULLETS, LISTED, Levels, item
from layout.spec.markdown.paragraph import Asked
from layout.spec.reader.kinds import Name

QUOTED: Final = "引文"
VERSE: Final = "诗"
MOST_FENCES: Final = 4
"""Fences inside one another; each adds a style to every paragraph in it."""
MOST_NAMES: Final = 8
MOST_LINES: Final = 3
"""Lines that one paragraph may be asked to win or lose; what needs more needs the pen."""

_BRACES: Final = re.compile(
    r"\{[ \u3000]*([^{}|\s\u3000.#=+\-~>%\\，。；：！？、,;:!?][^{}|\n，。；：！？,;:!?]{0,80})\}"
)
_FENCE: Final = re.compile(r":{3,}[ \u3000]*([^{:]*?)[ \u3000]*:*$")
_QUOTE: Final = r">(?: |$|(?=[\u3000-\u9fff“‘—…]))"
_VERSE: Final = re.compile(r"\|(?:[ \u3000]|$)[^|]*$")
HAND: Final = re.compile(r"([缩撑])([0-9０-９]{1,2}|[〇零一二三四五六七八九十两])?行")
"""A word of a brace that asks for lines to be won or lost."""
_FIGURES: Final = "〇一二三四五六七八九十"
_SAME: Final = str.maketrans("零两", "〇二")
_FIRST: Final = "1."
_APART: Final = re.compile(r"[\s\u3000、]+")


_WIDE: Final = re.compile(
    r"\s*(?:｛([^{}｛｝|]{1,80})｝|[：:]{3,}(?=[^：:]*$)|＞(?=[ \u3000]|$)|｜(?=[ \u3000]|$))"
)
_NARROW: Final = str.maketrans("｛｝：＞｜", "{}:>|")


class RowHead(NamedTuple):
    """The head of a row: `skip` characters of it are no text.

    `sort` is `named`, `quote`, `verse` or `item`, and empty where nothing stands at the head.
    `verse`: the rows of its paragraph are lines. In a `list` it stands on a `level`, and an item
    has a `mark`, as it is set, and where that is `marked`. The first `fenced` names are those of
    fences.
    """

    names: tuple[Name, ...]
    place: Place
    skip: int = 0
    sort: str = ""
    verse: bool = False
    list: int = 0
    level: int = 0
    mark: str = ""
    marked: Place | None = None
    fenced: int = 0
    hand: int = 0
    hand_at: Place | None = None

    @property
    def asked(self) -> Asked | None:
        """What its paragraph asks for."""
        if not self.names and not self.hand:
            return None
        return Asked(
            styles=self.names, fenced=self.fenced, list=self.list, level=self.level,
            mark=len(self.mark),
            hand=self.hand, hand_at=self.hand_at,
        )  # fmt: skip

    def parts(self, above: "RowHead | None") -> bool:
        """Whether it begins a paragraph below the rows of another one, whose head is `above`."""
        if self.sort == "item" and self.mark[:1].isdigit() and self.mark != _FIRST:
            # CommonMark 5.2: in running text 1. alone does; 1998. may be the end of a sentence.
            return above is not None and bool(above.level)
        if above is None or not self.sort:
            return bool(self.sort)
        goes_on = above.verse if self.sort == "verse" else self.sort == "quote" == above.sort
        return not goes_on


class Heads:
    """Reads the heads of one story's rows, from the first on; knows the fences that are open."""

    def __init__(
        self, file: str, faults: list[Diagnostic], known: AbstractSet[str] = frozenset()
    ) -> None:
        """`known` are the names of styles that there are."""
        self._known = known
        self._file = file
        self._faults = faults
        self._fences: list[tuple[Place, tuple[Name, ...]]] = []
        self._levels = Levels()
        self._filled: set[Place] = set()  # those that have text in them

    @property
    def fenced(self) -> bool:
        """Whether a style holds around what follows."""
        return bool(self._fences)

    def narrowed(self, row: str) -> str:
        """A row whose mark at its head was typed in full width (｛落款｝ ：：： ＞ ｜), with that
        in half width; a brace only where its words are names, or ask for a hand."""
        found = _WIDE.match(row)
        if found is None:
            return row
        words = _APART.split(found[1].strip()) if found[1] else []
        if not all(word in self._known or HAND.fullmatch(word) for word in words):
            return row
        return row[: found.end()].translate(_NARROW) + row[found.end() :]

    def fence(self, number: int, row: str) -> bool:
        """Whether a row is a fence; it is opened, or the last one is closed."""
        found = _FENCE.match(row.strip())
        if found is None:
            return False
        self._levels.ended()
        column = len(row) - len(row.lstrip())
        place = Place(self._file, number + 1, column + 1)
        if found[1]:
            hand, names = self._by_hand(self._names(found[1], number, column + found.start(1)))
            if hand[1] is not None:
                self._faults.append(error("HAND.fence", hand[1]))
            self._open(place, names)
        elif self._fences:
            opened, names = self._fences.pop()
            if opened not in self._filled and names:
                name = shown(" ".join(n.text for n in names))
                self._faults.append(error("FENCE.empty", opened, name=name))
        else:
            self._faults.append(error("FENCE.none-open", place))
        return True

    def head(self, number: int, row: str) -> RowHead:
        """The head of a row of text."""
        indent = len(row) - len(row.lstrip())
        at = indent
        place = Place(self._file, number + 1, at + 1)
        names = self._around()
        fenced = len(names)
        sort = ""
        hand: tuple[int, Place | None] = (0, None)
        if (braces := _BRACES.match(row, at)) is not None:
            hand, own = self._by_hand(self._names(braces[1], number, braces.start(1)))
            names += own
            at = braces.end()
            at += len(row[at:]) - len(row[at:].lstrip())
            sort = "named"
        verse = any(name.text == VERSE for name in names)
        here = Place(self._file, number + 1, at + 1)
        if row.startswith(">", at) and (quote := re.match(_QUOTE, row[at:])) is not None:
            head = RowHead((*names, Name(QUOTED, here)), place, at + quote.end(), sort or "quote")
        elif _VERSE.match(row, at):
            names += [] if verse else [Name(VERSE, here)]
            head = RowHead(tuple(names), place, at + 1, sort or "verse", verse=True)
        elif verse:
            head = RowHead(tuple(names), place, at if sort else 0, sort, verse=True)
        else:
            head = self._item(RowHead(tuple(names), place, at if sort else 0, sort), row, here)
        if abs(hand[0]) > MOST_LINES and hand[1] is not None:
            told = error("HAND.most", hand[1], lines=abs(hand[0]), most=MOST_LINES)
            self._faults.append(told)
        return head._replace(fenced=fenced, hand=hand[0], hand_at=hand[1])

    def begun(self, head: RowHead | None) -> None:
        """A paragraph begins, with this head or none: where it is no item's, a list ends."""
        if head is None or not head.level:
            self._levels.ended()

    def _item(self, head: RowHead, row: str, place: Place) -> RowHead:
        """A head with the mark of an item behind it, if there is one."""
        listed = any(name.text == LISTED for name in head.names)
        at = place.column - 1
        mark = item(row[at:], listed=listed)
        if mark is None:
            level = self._levels.level if listed else 0
            return head._replace(list=self._levels.lists if level else 0, level=level)
        level = self._levels.enter(mark, len(row) - len(row.lstrip()))
        words = mark.words or BULLETS[level - 1]
        names = head.names if listed else (*head.names, Name(LISTED, place))
        return head._replace(
            names=names, skip=at + mark.length, sort=head.sort or "item", list=self._levels.lists,
            level=level, mark=words, marked=place,
        )  # fmt: skip

    def heading(self, number: int) -> RowHead | None:
        """What holds around a small heading; None where that is nothing."""
        around = self._around()
        place = Place(self._file, number + 1)
        return RowHead(tuple(around), place, fenced=len(around)) if around else None

    def _around(self) -> list[Name]:
        """The names of the fences that are open round some text, from the outermost on."""
        self._filled |= {place for place, _ in self._fences}
        return [name for _, names in self._fences for name in names]

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

    def _by_hand(
        self, words: tuple[Name, ...]
    ) -> tuple[tuple[int, Place | None], tuple[Name, ...]]:
        """By how many lines a paragraph is to be longer or, below 0, shorter, where that is
        written, and the words that are names of styles. None at all, and a second one, is told."""
        lines, at, names = 0, None, []
        for word in words:
            found = HAND.fullmatch(word.text)
            if found is None:
                names.append(word)
                continue
            if at is not None:
                self._faults.append(error("HAND.twice", word.place, word=word.text))
                continue
            figure = (found[2] or "1").translate(_SAME)
            count = _FIGURES.index(figure) if figure in _FIGURES else int(figure)
            lines, at = (-count if found[1] == "缩" else count), word.place
            if not count:
                self._faults.append(error("HAND.nothing", word.place, word=word.text))
        return (lines, at), tuple(names)


def as_lines(rows: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The rows of a verse, each but the last with the backslash that ends a line. A row that holds
    nothing but one is no line, if there are others."""
    full = [(number, row.rstrip()) for number, row in rows if row.strip() != "\\"] or rows
    out = []
    for number, words in full:
        ended = (len(words) - len(words.rstrip("\\"))) % 2 == 1
        last = number == full[-1][0]
        if ended and last and words.strip() != "\\":
            words = words[:-1]  # noqa: PLW2901  as it ends its paragraph anyway
        out.append((number, words if ended or last else words + "\\"))
    return out
