"""The lines of an OCR text: what each line holds, apart from Markdown's marks and white space.

OCR tools write Markdown whose heading levels tell the size of the type, not the structure of the
page. So this reads lines and no tree: each line that holds something is a `Block` with the span of
its words in the source and the spans of the marks around them.
"""

import re
from typing import Final, Literal

from layout.record import record

Kind = Literal["text", "heading", "item", "image", "rule"]

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|(?=[^#\s]))")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
_BULLET = re.compile(r"[-*+•●■◆▪][ \t]+")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$")
_IMAGE = re.compile(r"!\[([^\]\r\n]*)\]\([^)\r\n]*\)$")
_LIST_DOT = re.compile(r"[A-Za-z]?\d{1,3}(\.)[ \t]")
_WHITE: Final = " \t\u3000\u00a0\f\v\ufeff"


@record(kw_only=False)
class Mark:
    """A mark of Markdown that is no part of the words: source[start:end]."""

    start: int
    end: int
    rule: str
    note: str = ""


@record
class Block:
    """A line's words: source[start:end], and what stood around them."""

    kind: Kind
    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]
    level: int = 0  # of a heading: a size, not a rank
    blanks: int = 0  # empty lines before it
    indented: bool = False  # begins with the two ideographic spaces of a typed paragraph
    hard: bool = False  # ends with Markdown's hard line break


def read_blocks(source: str) -> tuple[Block, ...]:
    """The lines that hold something, in order. Pure; takes any text."""
    blocks: list[Block] = []
    blanks = 0
    for match in _LINE.finditer(source):
        if match.end() == match.start():
            continue
        block = _read(source, match.start(1), match.end(1), blanks)
        if block is None:
            blanks += 1
        else:
            blocks.append(block)
            blanks = 0
    return tuple(blocks)


def _read(source: str, first: int, last: int, blanks: int) -> Block | None:
    """One line, or None where it holds nothing but white space and empty marks."""
    line = source[first:last]
    start = first + len(line) - len(line.lstrip(_WHITE))
    end = first + len(line.rstrip(_WHITE))
    if start >= end:
        return None
    indented = "\u3000\u3000" in source[first:start]
    hard = source[end:last].startswith("  ") or (source[end - 1] == "\\" and end - start > 1)
    marks: list[Mark] = []
    if source[end - 1] == "\\" and hard:
        marks.append(Mark(end - 1, end, "M3.trailing", "a hard line break"))
        end -= 1
    kind: Kind = "text"
    level = 0
    if match := _QUOTED.match(source, start, end):
        marks.append(Mark(start, match.end(), "M6.quote", "a block quote's mark"))
        start = match.end()
    if match := _HEADING.match(source, start, end):
        kind, level = "heading", len(match.group(1))
        marks.append(Mark(start, match.end(), "M1.heading", f"level {level} is a size"))
        start = match.end()
        if closing := _CLOSING.search(source[start:end]):
            marks.append(Mark(start + closing.start(), end, "M1.heading", "closing marks"))
            end = start + closing.start()
    elif _RULE.match(source, start, end):
        return None
    elif match := _BULLET.match(source, start, end):
        kind = "item"
        marks.append(Mark(start, match.end(), "M2.bullet", "a list's bullet"))
        start = match.end()
        if dot := _LIST_DOT.match(source, start, end):
            marks.append(Mark(dot.start(1), dot.end(1), "M2.list-dot", "a list's dot, not print"))
    elif match := _IMAGE.match(source, start, end):
        kind = "image"
        marks.append(Mark(start, match.start(1), "M7.image", "a picture's mark"))
        marks.append(Mark(match.end(1), end, "M7.image", "the picture's address"))
        start, end = match.start(1), match.end(1)
    line = source[start:end]
    start, end = start + len(line) - len(line.lstrip(_WHITE)), start + len(line.rstrip(_WHITE))
    if start >= end and kind != "image":
        return None
    return Block(
        kind=kind,
        start=start,
        end=max(start, end),
        text=source[start:end],
        marks=tuple(marks),
        level=level,
        blanks=blanks,
        indented=indented,
        hard=hard,
    )
