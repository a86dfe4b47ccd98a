"""The lines of an OCR text: what each line holds, apart from Markdown's marks and white space.

OCR tools write Markdown whose heading levels tell the size of the type, not the structure of the
page. So this reads lines and no tree: each line that holds something is a `SourceBlock` with the
span of its words in the source and the spans of the marks around them.
"""

import re
from functools import lru_cache
from typing import Final, Literal

from layout.correction.ends import is_ended
from layout.record import record, replace
from layout.text.radicals import plain
from layout.words.said import Said, said

Kind = Literal["text", "heading", "item", "image", "table"]

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|(?=[^#\s]))")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
_BULLET = re.compile(r"[-*+•●■◆▪][ \t]+")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$")
_IMAGE = re.compile(r"!\[([^\]\r\n]*)\]\([^)\r\n]*\)$")
# A paragraph bold as a whole; longer ones and sentences keep their marks.
_BOLD = re.compile(r"(?P<open>\*{2,3}|__)(?=[^\s*_])(?P<words>[^*_]{1,80})(?P=open)$")
_BOLD_MOST: Final = 30
_TABLE_ROW = re.compile(r"\|[^|]*\|")
_RULED_ROW = re.compile(
    r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?$|\|[ \t]*:?-{2,}:?[ \t]*\|$"
)
_TABLE_BEGINS = re.compile(r"<table\b|\\begin\{(?:tabular|table|array)|\$\$", re.I)
_TABLE_ENDS: Final = {
    "<": re.compile(r"</table\s*>", re.I),
    "\\": re.compile(r"\\end\{(?:tabular|table|array)"),
    "$": re.compile(r"\$\$"),
}
_TAGS_ONLY = re.compile(r"(?:</?[A-Za-z!][^<>]{0,300}>[ \t]*)+$")
_LIST_DOT = re.compile(r"[A-Za-z]?\d{1,3}(\.)[ \t]")
_WHITE: Final = " \t\u3000\u00a0\f\v\ufeff"


@record(kw_only=False)
class Mark:
    """A mark of Markdown that is no part of the words: source[start:end]."""

    start: int
    end: int
    rule: str
    note: Said | str = ""


@record
class SourceBlock:
    """A line's words, source[start:end], and what stood around them.

    `text` has radicals as the characters meant, so that a date is one whatever it is written with.
    """

    kind: Kind
    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]
    indented: bool  # begins with the two ideographic spaces of a typed paragraph
    blanks: int  # empty lines before it
    hard: bool  # ends with Markdown's hard line break
    level: int = 0  # of a heading: a size, not a rank
    bold: bool = False  # bold as a whole
    bullet: str = ""  # the mark of an item, which is no part of its words


def read_blocks(source: str) -> tuple[SourceBlock, ...]:
    """The lines that hold something, in order. Pure; takes any text."""
    blocks: list[SourceBlock] = []
    blanks = 0
    ends: re.Pattern[str] | None = None  # of the table or formula that this line stands in
    for match in _LINE.finditer(source):
        if match.end() == match.start():
            continue
        block = _read(source, match.start(1), match.end(1), blanks, inside=ends is not None)
        if block is None:
            blanks += 1
            continue
        if ends is None and block.kind == "table" and (begins := _TABLE_BEGINS.match(block.text)):
            closer = _TABLE_ENDS[block.text[0]]
            if not closer.search(block.text, begins.end()) and _last(source, closer) > block.end:
                ends = closer
        elif ends is not None and ends.search(block.text):
            ends = None
        if _RULED_ROW.match(block.text) and blanks == 0 and blocks and blocks[-1].kind == "text":
            blocks[-1] = replace(blocks[-1], kind="table")  # the head of a table without outer bars
        if "|" in block.text and blanks == 0 and blocks and blocks[-1].kind == "table":
            block = replace(block, kind="table")
        blocks.append(block)
        blanks = 0
    return tuple(blocks)


def _read(source: str, first: int, last: int, blanks: int, *, inside: bool) -> SourceBlock | None:
    """One line, or None where it holds nothing but white space and empty marks.

    `inside` is a line of a table that began before it: all of it is text of the table.
    """
    line = source[first:last]
    start = first + len(line) - len(line.lstrip(_WHITE))
    end = first + len(line.rstrip(_WHITE))
    if start >= end:
        return None
    indented = "\u3000\u3000" in source[first:start]
    hard = source[end:last].startswith("  ") or (source[end - 1] == "\\" and end - start > 1)
    marks: list[Mark] = []
    if source[end - 1] == "\\" and hard:
        marks.append(Mark(end - 1, end, "M3.trailing", said("part.note-hard-break")))
        end -= 1
    kind: Kind = "text"
    level = 0
    bullet = ""
    bold = False
    if inside or _is_table(source, start, end):
        return SourceBlock(
            kind="table",
            start=start,
            end=end,
            text=plain(source[start:end]),
            marks=tuple(marks),
            blanks=blanks,
            indented=indented,
            hard=hard,
        )
    if match := _QUOTED.match(source, start, end):
        marks.append(Mark(start, match.end(), "M6.quote", said("part.note-quote")))
        start = match.end()
    if match := _HEADING.match(source, start, end):
        kind, level = "heading", len(match.group(1))
        marks.append(Mark(start, match.end(), "M1.heading", said("part.note-level", level=level)))
        start = match.end()
        if closing := _CLOSING.search(source[start:end]):
            marks.append(
                Mark(start + closing.start(), end, "M1.heading", said("part.note-closing"))
            )
            end = start + closing.start()
    elif _RULE.match(source, start, end):
        return None
    elif match := _BULLET.match(source, start, end):
        kind = "item"
        bullet = source[start]
        marks.append(Mark(start, match.end(), "M2.bullet", said("part.note-bullet")))
        start = match.end()
        if dot := _LIST_DOT.match(source, start, end):
            marks.append(Mark(dot.start(1), dot.end(1), "M2.list-dot", said("part.note-list-dot")))
    elif match := _IMAGE.match(source, start, end):
        kind = "image"
        marks.append(Mark(start, match.start(1), "M7.image", said("part.note-picture-mark")))
        marks.append(Mark(match.end(1), end, "M7.image", said("part.note-picture-address")))
        start, end = match.start(1), match.end(1)
    line = source[start:end]
    start, end = start + len(line) - len(line.lstrip(_WHITE)), start + len(line.rstrip(_WHITE))
    if start >= end and kind != "image":
        return None
    if kind in ("text", "heading") and (match := _BOLD.match(source, start, end)):
        bold = True
        words = match["words"]
        if len(words) <= _BOLD_MOST and not is_ended(words) and words.strip():
            marks += (
                Mark(start, match.start("words"), "M9.bold", said("part.note-bold")),
                Mark(match.end("words"), end, "M9.bold", said("part.note-bold")),
            )
            start, end = match.span("words")
            start, end = (
                start + len(words) - len(words.lstrip(_WHITE)),
                start + len(words.rstrip(_WHITE)),
            )
    return SourceBlock(
        kind=kind,
        start=start,
        end=max(start, end),
        text=plain(source[start:end]),
        marks=tuple(sorted(marks, key=lambda mark: mark.start)),
        level=level,
        blanks=blanks,
        indented=indented,
        hard=hard,
        bold=bold,
        bullet=bullet,
    )


@lru_cache(maxsize=4)
def _last(source: str, closer: re.Pattern[str]) -> int:
    """Where a mark stands last in the source; -1 where it does not."""
    return max((match.start() for match in closer.finditer(source)), default=-1)


def _is_table(source: str, start: int, end: int) -> bool:
    """Whether a line is a row of a table, or begins one or a formula of its own."""
    if source[start] == "|":
        return bool(_TABLE_ROW.match(source, start, end))
    if source[start] in "-:":
        return bool(_RULED_ROW.match(source, start, end)) and source.find("|", start, end) >= 0
    if source[start] == "<":
        return bool(_TABLE_BEGINS.match(source, start, end) or _TAGS_ONLY.match(source, start, end))
    return source[start] in "\\$" and bool(_TABLE_BEGINS.match(source, start, end))
