"""Where a foreign word may be hyphenated: Liang's patterns through pyphen, loaded when asked."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

LANGUAGE: Final = "en_US"
"""Foreign words in Chinese newspapers are English, nearly all of them."""
SOFT: Final = "\u00ad"
LEAST_WORD: Final = 6
"""Letters of a word that may be cut: shorter ones are of one or two syllables and cost little."""
LEAST_BEFORE: Final = 2
LEAST_AFTER: Final = 3
"""Letters that must stay on either side, as English practice has it."""


def may_be_cut(text: str, words: Sequence[str], *, soft_only: bool) -> bool:
    """Whether any of the tokens of a text may be a word long enough to be cut: most have none."""
    return SOFT in text or (not soft_only and max(map(len, words), default=0) >= LEAST_WORD)


def hyphenations(word: str, *, soft_only: bool) -> list[int]:
    """Offsets inside a token at which it may be cut, each with a hyphen; none for a number, a code
    and a word with a capital: in a Chinese text that is a name (Facebook, GDP, iPhone).
    """
    if SOFT in word or soft_only:  # whoever wrote it says where, and nowhere else
        return [i + 1 for i, c in enumerate(word) if c == SOFT and 0 < i < len(word) - 1]
    found: list[int] = []
    for part in _word().finditer(word):
        letters = part.group()
        if letters.islower():
            found += [part.start() + at for at in _patterns().positions(letters)]
    return found


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"(?<![0-9A-Za-z@/._-])[A-Za-z]{{{LEAST_WORD},}}(?![0-9A-Za-z@/_])")


@cache
def _patterns() -> Any:
    from pyphen import Pyphen

    return Pyphen(lang=LANGUAGE, left=LEAST_BEFORE, right=LEAST_AFTER)
