"""The braces behind words in brackets, `[词]{着重 红}`: what each word in them asks for.

The syntax is that of Pandoc's bracketed spans (its manual, "Divs and Spans"), with the words of an
editor in place of classes. A brace with a word that is none of them is no markup.
"""

from collections.abc import Set as AbstractSet
from typing import Final

from layout.diagnostics import did_you_mean
from layout.spec.markdown.paragraph import ENDS, KEPT, NAMED, RUBY
from layout.words.said import Said, said

MARKS: Final = {
    "着重": "dots", "着重号": "dots",
    "下划线": "underline", "下画线": "underline",
    "波浪线": "wavy", "浪线": "wavy",
    "框": "box", "方框": "box",
    "不断": KEPT,
    "断行": ENDS,
}  # fmt: skip
"""The voice of each word that is a mark by itself."""
READING: Final = frozenset({"音", "注音"})
"""What stands before the letters of a reading, a group a character; they go on to the brace's end.
"""
SHOWN: Final = ("着重", "下划线", "波浪线", "框", "不断", "音")
"""Those that a message names."""

Voicing = tuple[tuple[str, str], ...]
"""Voices with their targets, in the order in which they are written."""


def asked(words: str, names: AbstractSet[str]) -> Voicing | None:
    """What the words of a brace ask for; None where one is no mark, nor any of `names`, which are
    those of styles and colours."""
    out: list[tuple[str, str]] = []
    each = words.split()
    for at, word in enumerate(each):
        if word in READING:
            out.append((RUBY, " ".join(each[at + 1 :])))
            break
        if word in MARKS:
            out.append((MARKS[word], ""))
        elif word in names:
            out.append((NAMED, word))
        else:
            return None
    return tuple(out) or None


def way(words: str, names: AbstractSet[str]) -> Said:
    """What to do about a brace that asks for nothing known."""
    word = next((w for w in words.split() if w not in MARKS and w not in names), words)
    near = did_you_mean(word, [*MARKS, *sorted(names)])
    return near if isinstance(near, Said) else said("part.way-brace", marks=SHOWN)
