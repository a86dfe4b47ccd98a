"""The marks of a list's items, and how deep in their lists these stand.

`- ` and `1. ` begin an item anywhere; where the style 列表 is named, so does what Chinese copy
numbers with: 一、 （一） 1. 1、 （1） ① ● and their like. There an item with a mark of another kind
than those before it lies a level deeper, until one of an earlier kind comes (GB/T 9704-2012, 7.3.3,
has 一、 （一） 1. （1） one inside the other). `- ` and `1. ` lie deeper by their indents.
"""

import re
from typing import Final, NamedTuple

LISTED: Final = "列表"
BULLETS: Final = ("●", "○", "—", "—")
"""What `- ` is set as on each level."""
MOST_LEVELS: Final = len(BULLETS)
DEEPER: Final = 2
"""Blanks by which an item's mark stands further in than that of the item it belongs to."""

_DASH: Final = re.compile(r"-[ \u3000]+(?!\[[ xX]\] )(?!(?:- *)+$)(?=\S)")
_FIGURES: Final = re.compile(r"([0-9]{1,3}\.)[ \u3000]+(?=\S)")
_HAN: Final = "一二三四五六七八九十百"
_TYPED: Final = (
    ("han", re.compile(rf"[{_HAN}]{{1,4}}、")),
    ("han-in", re.compile(rf"[（(][{_HAN}]{{1,4}}[）)]")),
    ("figures", re.compile(r"[0-9０-９]{1,3}(?:[.．](?![0-9０-９])|、)")),
    ("figures-in", re.compile(r"[（(][0-9０-９]{1,3}[）)]|[0-9０-９]{1,3}[）)]")),
    ("circles", re.compile(r"[①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴㈠-㈩⑴-⒇⒈-⒛]")),
    ("letters", re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][.．、）)](?![A-Za-z])")),
    ("bullets", re.compile(r"[●○◎■□◆◇▲△▶▷★☆※•·▪◦]")),
)


_MARKDOWN: Final = frozenset({"-", "1."})


class Item(NamedTuple):
    """The mark at the head of an item: its kind, its words as they are set, and how many characters
    of the row it takes. `typed` stands as it is; the others are marks of Markdown."""

    kind: str
    words: str
    length: int
    typed: bool


def item(words: str, *, listed: bool) -> Item | None:
    """The mark of an item at the beginning of words; what Chinese copy has only where `listed`."""
    if (dash := _DASH.match(words)) is not None:
        return Item("-", "", dash.end(), typed=False)
    if not listed and (figures := _FIGURES.match(words)) is not None:
        return Item("1.", figures[1], figures.end(), typed=False)
    for kind, pattern in _TYPED if listed else ():
        found = pattern.match(words)
        if found is not None:
            rest = words[found.end() :]
            blanks = len(rest) - len(rest.lstrip(" \u3000"))
            return Item(kind, found[0], found.end() + blanks, typed=True) if rest.strip() else None
    return None


class Levels:
    """How deep the items of lists stand, from the first list of a story on; `lists` are those that
    have begun."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []  # of each level: the kind of its marks, its indent
        self.lists = 0

    @property
    def level(self) -> int:
        """That of the last item; 0 where there was none."""
        return min(len(self._open), MOST_LEVELS)

    def ended(self) -> None:
        """The list is at its end."""
        self._open.clear()

    def enter(self, mark: Item, indent: int) -> int:
        """The level of the next item, whose mark stands so many blanks in. Where `- ` and `1. `
        follow each other on the first level each begins a list (CommonMark 5.3)."""
        while self._open and indent <= self._open[-1][1] - DEEPER:
            self._open.pop()
        kinds = [kind for kind, _ in self._open]
        deeper = not self._open or indent >= self._open[-1][1] + DEEPER
        if not deeper and mark.kind in kinds:
            while self._open[-1][0] != mark.kind:
                self._open.pop()
            return self.level
        if not deeper and not mark.typed and set(kinds) <= _MARKDOWN:
            self._open.pop()
        self.lists += not self._open
        self._open.append((mark.kind, indent))
        return self.level
