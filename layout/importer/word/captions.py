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
_NOTE_MOST: Final = 300
_UNIT: Final = re.compile(r"[（(]?(?:计量)?单位[：:]")
_TABLE_NOTE: Final = re.compile(r"(?:注|备注|说明|资料来源|数据来源|来源)[：:]")
_BLANKS: Final = re.compile(r"\s+")
_NUMBERED: Final = re.compile(r"^[图表]\s*[0-9一二三四五六七八九十]{1,3}")
_SHOWS: Final = ("▲", "△", "▼", "▽", "↑", "←", "→", "↓")
_TABLE_TITLE: Final = re.compile(
    r"^(?:附|续)?表(?:\s*[0-9一二三四五六七八九十]{1,3}|(?=[\s：:．.\-—]))"
)
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
    unit: str = ""
    notes: tuple[str, ...] = ()
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
            tables.append(_titled(blocks, n, taken))
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


def _titled(blocks: Sequence[WordBlock], at: int, taken: set[int]) -> CopyTable:
    """A table with its title and unit, which stand over it, and its notes, which stand under it."""
    table = blocks[at]
    assert isinstance(table, WordTable)
    held: list[WordParagraph] = []
    over = at - 1
    unit = _near(blocks, over, taken, _UNIT)
    if unit is not None:
        held.append(unit)
        over -= 1
    title = _near(blocks, over, taken, None)
    if title is not None:
        held.append(title)
    notes: list[WordParagraph] = []
    while (note := _near(blocks, at + 1 + len(notes), taken, _TABLE_NOTE)) is not None:
        notes.append(note)
    taken.update(n for n in (at - 1, at - 2) if n >= 0 and blocks[n] in (unit, title))
    taken.update(range(at + 1, at + 1 + len(notes)))
    return CopyTable(
        table=table, title=flat(title) if title is not None else "",
        unit=flat(unit).strip("（）()") if unit is not None else "",
        notes=tuple(flat(note) for note in notes),
        numbers=tuple(n for p in (*held, *notes) for n in p.numbers),
        added=sum(added_in(p) for p in (*held, *notes))
        - (len(counted(flat(unit))) - len(counted(flat(unit).strip("（）()"))) if unit else 0),
    )  # fmt: skip


def _near(
    blocks: Sequence[WordBlock], at: int, taken: set[int], pattern: re.Pattern[str] | None
) -> WordParagraph | None:
    """A paragraph beside a table that is what a pattern says; without one, a title."""
    block = blocks[at] if 0 <= at < len(blocks) and at not in taken else None
    if not isinstance(block, WordParagraph) or block.pictures:
        return None
    text = flat(block)
    if pattern is None:
        return block if _names_table(block) else None
    plain = len(text) <= _NOTE_MOST and not any(s.note for s in block.spans)
    return block if plain and pattern.match(text) else None


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
