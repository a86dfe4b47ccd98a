"""Slips at the head of a paragraph: a brace that is not closed, or closed by another bracket, and a
fence of two colons.

A row is suspected by its first sign alone; what is meant is known by the names of styles behind it.
"""

import re
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from layout.diagnostics import did_you_mean, shown
from layout.spec.markdown.heads import HAND
from layout.words.said import Said, said

_WORD: Final = re.compile(r"[\s\u3000、]*([^\s\u3000、{}｛｝()（）\[\]［］【】〔〕<>＜＞]+)")
_CLOSER: Final = re.compile(r"[\s\u3000]*[}｝)）\]］】〕>＞]?[\s\u3000]*")
_BRACKETS: Final = re.compile(
    r"[\[［]([^\[\]［］{}｛｝\n]{1,40})[\]］](?![\[(（{｛^：:])[ \u3000]*"
)
_TWO: Final = re.compile(r"[:：]{2}[ \u3000]*([^:：\s]{1,12})$")
_SHOWN: Final = 40


class HeadSlip(NamedTuple):
    """The words that are wrong, and what to do about them."""

    text: str
    way: Said


def slip(row: str, below: str, names: AbstractSet[str]) -> HeadSlip | None:
    """The slip at the head of a row, without blanks before it, whose paragraph goes on `below`;
    `names` are those of styles and colours."""
    if row[0] in ":：":
        two = _TWO.match(row)
        known = two is not None and two[1] in names
        return HeadSlip(row, said("part.write", text=f":::{two[1]}")) if two and known else None
    if row[0] in "[［":
        return _other_brackets(row, names)
    if _is_closed(row, 0):
        return None
    words, end = _names(row, names)
    if not words:
        if _is_closed(row + below, 0):
            return None
        near = _near(row, names)
        return HeadSlip(_short(row), near or said("part.way-close-brace"))
    return HeadSlip(_short(row), _write(words, row[end:]))


def _is_closed(text: str, at: int) -> bool:
    """Whether a brace has its other end, of its own width, before another one begins."""
    closing = "}" if text[at] == "{" else "｝"
    found = re.search(r"[{}｛｝]", text[at + 1 :])
    return found is not None and found[0] == closing


def _other_brackets(row: str, names: AbstractSet[str]) -> HeadSlip | None:
    """Names of styles in the brackets of marked words."""
    found = _BRACKETS.match(row)
    words = found[1].split() if found else []
    if found is None or not words or not all(_is_name(word, names) for word in words):
        return None
    return HeadSlip(_short(row), _write(words, row[found.end() :]))


def _names(row: str, names: AbstractSet[str]) -> tuple[list[str], int]:
    """The names behind a brace, each once, and where the words of the paragraph begin."""
    words: list[str] = []
    at = 1
    while (found := _WORD.match(row, at)) is not None:
        if found[1] in words or not _is_name(found[1], names):
            break
        words.append(found[1])
        at = found.end()
    closed = _CLOSER.match(row, at)
    return words, closed.end() if closed is not None else at


def _is_name(word: str, names: AbstractSet[str]) -> bool:
    return word in names or HAND.fullmatch(word) is not None


def _near(row: str, names: AbstractSet[str]) -> Said | None:
    """The name that the first word behind a brace may be meant as."""
    found = _WORD.match(row, 1)
    near = did_you_mean(found[1], sorted(names)) if found is not None else ""
    return near if isinstance(near, Said) else None


def _write(words: list[str], rest: str) -> Said:
    text = f"{{{' '.join(words)}}} {rest}".rstrip()
    return said("part.write", text=_short(text))


def _short(text: str) -> str:
    return shown(text, _SHOWN)
