"""Where the words of a Chinese text begin and end, for display lines that may not cut one.

A list of common words with their frequencies, and of all ways to read the text as words the
likeliest, each word by itself (unigrams, best path). No statistics of unknown words: a headline is
short, and an editor can say where a line ends.

The list is a string that is searched for the few dozen pieces of one headline. That takes 6 ms; as
a dictionary it would take 16 to make, once a run, and few pages ask for more than one headline.
"""

from bisect import bisect_right
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

LONGEST: Final = 4
"""Characters of the longest word of the list."""
TOTAL: Final = 26.0
"""Binary logarithm of all the list's frequencies together, about sixty million words."""
UNKNOWN: Final = TOTAL + 1.0
"""What a character costs that is no word of the list: more than the rarest of it."""

_FILE: Final = Path(__file__).with_name("data") / "words.txt"


@cache
def _list() -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """The rows of words as one text, where each begins, and its power of two."""
    rows = [r for r in _FILE.read_text(encoding="utf-8").splitlines() if r[:1].isdigit()]
    starts: list[int] = []
    powers: list[int] = []
    at = 0
    for row in rows:
        starts.append(at)
        powers.append(int(row.partition(" ")[0]))
        at += len(row) + 2
    return " \n".join(rows) + " ", tuple(starts), tuple(powers)


def _cost(word: str) -> float | None:
    """Bits that a word costs; None for what is none."""
    text, starts, powers = _list()
    at = text.find(f" {word} ")
    return TOTAL - powers[bisect_right(starts, at) - 1] if at >= 0 else None


def is_word(text: str) -> bool:
    """Whether the list has a text as one word."""
    return text in _set()


@cache
def _set() -> frozenset[str]:
    """The words without their frequencies, for who asks about thousands."""
    return frozenset(_list()[0].split())


@lru_cache(maxsize=64)
def words(text: str) -> tuple[tuple[int, int], ...]:
    """The words of a text as spans that follow one another; what is not Han stands alone."""
    count = len(text)
    best = [0.0] + [float("inf")] * count
    came = [0] * (count + 1)
    for end in range(1, count + 1):
        for begin in range(max(0, end - LONGEST), end):
            piece = text[begin:end]
            if not all("\u4e00" <= c <= "\u9fff" for c in piece):
                continue
            cost = _cost(piece)
            if cost is not None and best[begin] + cost < best[end]:
                best[end], came[end] = best[begin] + cost, begin
        if best[end - 1] + UNKNOWN < best[end]:
            best[end], came[end] = best[end - 1] + UNKNOWN, end - 1
    cuts = [count]
    while cuts[-1]:
        cuts.append(came[cuts[-1]])
    return tuple(pairwise(reversed(cuts)))
