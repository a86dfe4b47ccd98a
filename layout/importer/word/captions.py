"""What stands under pictures and over tables: captions, credits, titles."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from layout.correction.captions import CAPTION_MOST, says_what_it_shows, split_credit
from layout.correction.ends import is_ended
from layout.importer.word.grid import paragraphs_of
from layout.importer.word.model import (
    BREAK,
    WordBlock,
    WordParagraph,
    WordPicture,
    WordSpan,
    WordTable,
)
from layout.importer.word.text import counted
from layout.record import record, replace

_CENTRED_MOST: Final = 30
_BLANKS: Final = re.compile(r"\s+")
_NUMBERED: Final = re.compile(r"^[图表]\s*[0-9一二三四五六七八九十]{1,3}")
_SHOWS: Final = ("▲", "△", "▼", "▽", "↑", "←", "→", "↓")
_TABLE_TITLE: Final = re.compile(r"^(?:附?表|续表)\s*[0-9一二三四五六七八九十]{0,3}[\s　：:．.\-—]")
_NUMBERED_PICTURE: Final = re.compile(r"^图\s*[0-9一二三四五六七八九十]{1,3}")
_ROUND: Final = frozenset("（）()。.；;|｜／/")


@record
class CopyPicture:
    """A picture with what stands under it."""

    picture: WordPicture
    caption: str = ""
    credit: str = ""
    numbers: tuple[int, ...] = ()
    added: int = 0


@record
class CopyTable:
    """A table with what stands over it."""

    table: WordTable
    title: str = ""
    numbers: tuple[int, ...] = ()
    added: int = 0


def has_words(paragraph: WordParagraph) -> bool:
    """Whether there is anything to be set."""
    return any(s.note or s.text.strip() for s in paragraph.spans)


def captioned(
    blocks: Sequence[WordBlock],
) -> tuple[list[CopyPicture], list[CopyTable], set[int]]:
    """The pictures and tables among blocks with what stands under the ones and over the others, and
    which of the blocks, by their places, are such captions."""
    taken: set[int] = set()
    shown: list[CopyPicture] = []
    tables: list[CopyTable] = []
    for n, block in enumerate(blocks):
        if isinstance(block, WordTable):
            over = n - 1
            title = blocks[over] if over >= 0 and over not in taken else None
            if isinstance(title, WordParagraph) and _names_table(title):
                taken.add(over)
                tables.append(
                    CopyTable(
                        table=block, title=flat(title), numbers=title.numbers, added=added_in(title)
                    )
                )
            else:
                tables.append(CopyTable(table=block))
            held = [shot for p in paragraphs_of(block) for shot in p.pictures]
            shown += [CopyPicture(picture=picture) for picture in held]
        elif block.pictures:
            shots = [CopyPicture(picture=picture) for picture in block.pictures]
            own, at = _caption_of(blocks, n, taken)
            if own is not None:
                taken.add(at)
                line = flat(own)
                caption, credit = split_credit(line)
                shots[-1] = replace(
                    shots[-1], caption=caption, credit=credit, numbers=own.numbers,
                    added=added_in(own) - _dropped(line, caption + credit),
                )  # fmt: skip
            shown += shots
    return shown, tables, taken


def _caption_of(
    blocks: Sequence[WordBlock], at: int, taken: set[int]
) -> tuple[WordParagraph | None, int]:
    """The paragraph that says what a picture shows: its own words, or what stands under it, or with
    a style that says so, over it."""
    own = blocks[at]
    assert isinstance(own, WordParagraph)
    if has_words(own):
        return (own, at) if _shows(own, own) else (None, at)
    for n in (at + 1, at + 2, at - 1):
        near = blocks[n] if 0 <= n < len(blocks) and n not in taken else None
        if not isinstance(near, WordParagraph) or near.pictures:
            continue
        if not has_words(near):
            continue
        if n == at - 1:
            return (near, n) if near.part == "caption" and not _names_table(near) else (None, n)
        if _shows(near, own):
            return near, n
        if n == at + 1:
            return None, n
    return None, at


def _shows(paragraph: WordParagraph, picture: WordParagraph) -> bool:
    """Whether a paragraph is a caption."""
    text = paragraph.text.strip()
    if len(text) > CAPTION_MOST or paragraph.level or any(s.note for s in paragraph.spans):
        return False
    if paragraph.part == "caption":
        return not _TABLE_TITLE.match(text + " ")
    if says_what_it_shows(text) or text.startswith(_SHOWS) or _NUMBERED.match(text):
        return True
    if split_credit(text)[1]:
        return True
    centred = paragraph.align == "center" and picture.align == "center"
    return (
        centred and paragraph is not picture and not is_ended(text) and len(text) <= _CENTRED_MOST
    )


def _names_table(paragraph: WordParagraph) -> bool:
    text = paragraph.text.strip()
    if not text or len(text) > CAPTION_MOST or paragraph.pictures or is_ended(text):
        return False
    if any(s.note for s in paragraph.spans):
        return False
    if paragraph.part == "caption" and not _NUMBERED_PICTURE.match(text):
        return True
    return bool(_TABLE_TITLE.match(text + " "))


def _dropped(flat: str, kept: str) -> int:
    """How many marks stand round a credit, which go where it has a place of its own."""
    gone = Counter(counted(flat)) - Counter(counted(kept))
    return gone.total() if gone.keys() <= _ROUND else 0


def bracketed(span: WordSpan) -> str:
    """The words of a span where letters stand over none: behind them, in brackets."""
    return span.text + (f"（{span.reading}）" if span.reading else "")


def added_in(paragraph: WordParagraph) -> int:
    """Characters of such words that stand in no text."""
    return sum(s.added + (2 if s.reading else 0) for s in paragraph.spans)


def one_blank(text: str) -> str:
    """A line with one blank where there are several: a full one where one of them is, or more than
    two of them make a place in the line."""
    return _BLANKS.sub(
        lambda m: "\u3000" if "\u3000" in m[0] or len(m[0]) > 2 else " ", text
    ).strip()


def flat(paragraph: WordParagraph) -> str:
    """The words of a paragraph in one line."""
    parts = [" " if s.text == BREAK else bracketed(s) for s in paragraph.spans]
    return one_blank("".join(parts))
