"""The text that was to be set, as the counters hold it against what a PDF gives back."""

from collections.abc import Sequence

from bench.quality.marks import Kind, is_letter, kinds
from layout.record import record

WINDOW = 48
"""How far the two are searched for the next place where they agree."""
AGREE = 4
"""Characters that must be the same for the two to agree again."""


@record
class Source:
    """A text without its spaces. `parted[k]` says that a space stood before character k, and
    `owner[k]` which paragraph it is of."""

    chars: str
    kinds: tuple[Kind, ...]
    owner: tuple[int, ...]
    parted: tuple[bool, ...]

    @classmethod
    def of(cls, paragraphs: Sequence[str]) -> "Source":
        """The paragraphs one after another."""
        chars: list[str] = []
        found: list[Kind] = []
        owner: list[int] = []
        parted: list[bool] = []
        for number, paragraph in enumerate(paragraphs):
            space = False
            for char, kind in zip(paragraph, kinds(paragraph), strict=True):
                if char.isspace():
                    space = True
                    continue
                chars.append(char)
                found.append(kind)
                owner.append(number)
                parted.append(space)
                space = False
        return cls(
            chars="".join(chars), kinds=tuple(found), owner=tuple(owner), parted=tuple(parted)
        )

    def first(self, at: int) -> bool:
        """Whether a character begins its paragraph."""
        return at == 0 or self.owner[at - 1] != self.owner[at]

    def last(self, at: int) -> bool:
        """Whether a character ends its paragraph."""
        return at + 1 == len(self.chars) or self.owner[at + 1] != self.owner[at]


def match(read: str, source: str) -> tuple[list[int], int]:
    """For each character read its place in the source, -1 where it has none; and how many differ.

    A hyphen between two letters that the source has not is one that a tool put at a line's end:
    it has no place, and is not counted.
    """
    places: list[int] = []
    wrong = 0
    i = j = 0
    while i < len(read):
        if j < len(source) and read[i] == source[j]:
            places.append(j)
            i, j = i + 1, j + 1
        elif read[i] in "-‐\u00ad" and _inside_word(source, j):
            places.append(-1)
            i += 1
        else:
            skip, drop = _resync(read, i, source, j)
            wrong += max(skip, drop)
            both = min(skip, drop)
            places += [*range(j, j + both), *[-1] * (skip - both)]
            i, j = i + skip, j + drop
    return places, wrong + len(source) - j


def _inside_word(source: str, at: int) -> bool:
    return 0 < at < len(source) and is_letter(source[at - 1]) and is_letter(source[at])


def _resync(read: str, i: int, source: str, j: int) -> tuple[int, int]:
    """How many characters of each to pass over until the two agree again."""
    for away in range(1, 2 * WINDOW):
        for skip in range(away + 1):
            here = read[i + skip : i + skip + AGREE]
            there = source[j + away - skip : j + away - skip + AGREE]
            if here == there and (here or i + skip >= len(read)):
                return skip, away - skip
    return min(1, len(read) - i), min(1, len(source) - j)
