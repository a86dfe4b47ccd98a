"""Which paragraphs at the beginning of a .docx are the head of its story.

What a style says goes first (标题, 副标题, 引题, 作者), then the level of a heading, then how the
paragraphs look: short ones without a stop that are larger than the text, in the middle, or in 黑.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from layout.correction.byline import is_byline
from layout.correction.ends import is_ended
from layout.importer.word.model import WordParagraph

_MOST: Final = 45
"""Characters of a line of a head that only its look tells."""
_FIRST_LINE: Final = 30
_NEAR: Final = 8
"""Paragraphs before or behind the title that may belong to it."""
DAY: Final = re.compile(
    r"(?:[〇○零一二三四五六七八九十0-9\s]{2,8}年)?[一二三四五六七八九十0-9\s]{1,4}月"
    r"(?:[一二三四五六七八九十0-9\s]{1,6}[日号])?"
)
"""A day or a month, written in figures or in Han."""
_LARGER: Final = 1.15


@dataclass(slots=True)
class WordHead:
    """The parts of a story's head, each of paragraphs; `guessed` where nothing but its being the
    first line says that the title is one."""

    kicker: list[WordParagraph] = field(default_factory=list)
    title: list[WordParagraph] = field(default_factory=list)
    subtitle: list[WordParagraph] = field(default_factory=list)
    byline: list[WordParagraph] = field(default_factory=list)
    guessed: bool = False

    @property
    def all(self) -> list[WordParagraph]:
        """Every paragraph that is part of it."""
        return [*self.kicker, *self.title, *self.subtitle, *self.byline]


def find_head(paragraphs: Sequence[WordParagraph], size: float) -> WordHead:
    """The head among paragraphs with words, whose text is mostly of `size` points. What it does not
    take is text; it never takes all."""
    head = WordHead()
    texts = [p for p in paragraphs if not p.boxed]
    styled = [n for n, p in enumerate(texts[: 3 * _NEAR]) if p.part == "title"]
    if styled:
        first, last = styled[0], _run_end(texts, styled[0], lambda p: p.part == "title")
        head.title = texts[first:last]
        head.kicker = [p for p in texts[:first] if p.part == "kicker" or _may_head(p)][:2]
        _below(head, texts, last)
    else:
        lead = _leading(texts, size)
        levels = [p.level for p in lead if p.level]
        top = min(levels, default=0)
        if top and sum(p.level == top for p in texts) == 1:
            first = next(n for n, p in enumerate(lead) if p.level == top)
        elif lead:
            first = max(range(len(lead)), key=lambda n: (lead[n].size, -n))
            if lead[first].level and first:
                first = 0
        else:
            first = -1
        if first >= 0 and first < len(lead):
            last = _run_end(lead, first, lambda p: _same_line(p, lead[first], size))
            head.title = list(lead[first:last])
            head.kicker = list(lead[:first])
            _below(head, texts, last, size)
        elif _first_line(texts):
            head.title, head.guessed = [texts[0]], True
            _below(head, texts, 1)
    _signed(head, texts)
    if len(head.all) == len(texts):  # nothing else is left: it is the text
        return WordHead()
    return head


def _run_end(
    texts: Sequence[WordParagraph], first: int, same: Callable[[WordParagraph], bool]
) -> int:
    """Behind the paragraph that still belongs to `first`: a title has two lines at most."""
    return first + 2 if first + 1 < len(texts) and same(texts[first + 1]) else first + 1


def _same_line(one: WordParagraph, other: WordParagraph, size: float) -> bool:
    """Whether a paragraph is the second line of a title: the other half of a couplet, or one that
    is set as large in type that is larger than the text's. Headings of one level are as likely two
    titles: they are a couplet or two."""
    words = one.text.strip()
    alike = one.size == other.size and one.align == other.align and one.level == other.level
    if not alike or words.startswith("——"):
        return False
    large = not one.level and one.size > size * _LARGER and one.bold == other.bold
    return large or len(words) == len(other.text.strip())


def _below(head: WordHead, texts: Sequence[WordParagraph], at: int, size: float = 0.0) -> None:
    """What stands under a title: 副题, then who wrote it."""
    for paragraph in texts[at : at + _NEAR]:
        text = paragraph.text.strip()
        if DAY.fullmatch(text.strip("（）()")):
            continue
        if paragraph.part == "byline" or is_byline(text, under_title=True):
            head.byline.append(paragraph)
        elif not head.byline and (
            paragraph.part == "subtitle"
            or (text.startswith("——") and len(text) <= _MOST and not is_ended(text))
            or (size and _looks_head(paragraph, size) and not paragraph.level)
        ):
            head.subtitle.append(paragraph)
        else:
            break


def _leading(texts: Sequence[WordParagraph], size: float) -> list[WordParagraph]:
    """The first paragraphs as long as they look like a head."""
    out: list[WordParagraph] = []
    for paragraph in texts[:_NEAR]:
        if is_byline(paragraph.text.strip(), under_title=bool(out)):
            break
        if not (paragraph.level or _looks_head(paragraph, size)):
            break
        if out and paragraph.level and any(p.level for p in out):
            break  # a second heading begins what stands under it
        out.append(paragraph)
    return out


def _looks_head(paragraph: WordParagraph, size: float) -> bool:
    if not _may_head(paragraph):
        return False
    larger = paragraph.size > size * _LARGER
    return larger or paragraph.align == "center" or paragraph.bold


def _may_head(paragraph: WordParagraph) -> bool:
    text = paragraph.text.strip()
    return 0 < len(text) <= _MOST and not is_ended(text) and paragraph.mark is None


def _first_line(texts: Sequence[WordParagraph]) -> bool:
    """Whether the first line may be a title although nothing marks it."""
    if len(texts) < 2 or not _may_head(texts[0]):
        return False
    text = texts[0].text.strip()
    if len(text) > _FIRST_LINE or is_byline(text, under_title=False) or text[-1] in "，、；,;":
        return False
    return is_ended(texts[1].text.strip()) or len(texts[1].text) > 2 * len(text)


def _signed(head: WordHead, texts: Sequence[WordParagraph]) -> None:
    """Who wrote it, where that stands alone at the end."""
    if head.byline or not head.title or len(texts) < 3:
        return
    last = texts[-1]
    if last.part == "byline" or is_byline(last.text.strip(), under_title=False):
        head.byline.append(last)
