"""Spaces in Chinese text: those of OCR and of justified lines go, those that mean something stay.

CLREQ: what stands between Han, and between Han and Latin, is spacing and no character. A space is
meant after 本报讯, between an office and a name, between names, after 第一条 and between the halves
of a couplet; the ideographic space is meant wherever it is not one of a row that spreads a line.
"""

import re
from collections.abc import Iterator
from typing import Final

from layout.correction.captions import SURNAMES
from layout.correction.edits import Change
from layout.correction.script import CJK_MARKS, is_han, is_western
from layout.record import record
from layout.text.words import is_word
from layout.words.said import said

_SPACE = re.compile(r" +")
_BLANK = re.compile(r"[ \u3000]+")
_SPREAD: Final = 3
"""Single Han in a row, a space between each: two may be a name (张 三), more are a spread line."""
_NAME_MOST: Final = 3
_COUPLET: Final = range(4, 13)  # characters of each half
_LOOK: Final = 24
_LEAD = re.compile(r"(?:^|[\n（(【])[^，。！？；\n ]{0,20}(?:讯|电|消息|报道)$")
_OFFICE = re.compile(
    r"(?:记者|通讯员|评论员|撰稿人?|作者|实习生|摄影|编辑|责编|校对|美编|主编|主任|局长|市长|书记|教授|先生|女士|"
    r"老师|医生|律师|导演|编剧|主演|制图|供图)$"
)
_OFFICE_NEXT = re.compile(
    r"(?:本报|见习|实习|特约)?(?:记者|通讯员|实习生|文|图|摄|摄影|报道|供图|整理)(?:$|[^\w]|\b)"
)
_ORDINAL = re.compile(
    r"(?:^|[\n。；])(?:第[一二三四五六七八九十百千零〇\d]{1,8}[条章节款项编部篇届期回卷]|附[件录则]?[一二三四五六七八九十\d]{0,3}"
    r"|[一二三四五六七八九十]{1,3}|[甲乙丙丁])$"
)
_LABEL = re.compile(
    r"^[●■□▲◆○◎◇△▼▽★☆※·•][\u4e00-\u9fff]{2,6}$|(?:^|[ \u3000\n])(?:地址|地点|时间|日期|电话|联系人|"
    r"联系电话|热线|邮编|网址|邮箱|票价|主办|承办|协办|来源|责任编辑|此致)$"
)
_NUMBERED = re.compile(r"(?:^|\n)附?[表图件]\d{1,3}$")
_SENTENCE = re.compile("[，。；！？、,;!?]")
_MARKS: Final = "，。；：！？、,.;:!?"


@record(kw_only=False)
class _Gap:
    """A row of blanks between two Han: its span and the words on either side, as far as the next
    blank."""

    start: int
    end: int
    left: str
    right: str
    marked: bool  # whether its line holds a mark of a sentence


def spaces(text: str) -> list[Change]:
    """Typed spaces that the composer makes itself: beside a Chinese mark (S1), between Han and
    Western letters (S2), and between Han where nothing is parted (S3)."""
    changes = list(_beside_marks(text))
    taken = {change.start for change in changes}
    changes += (c for c in spread(text) if c.start not in taken)
    taken = {change.start for change in changes}
    changes += (
        Change(gap.start, gap.end, "", "S3.han")
        for gap in _gaps(text)
        if gap.start not in taken and "\u3000" not in text[gap.start : gap.end]
        if not _is_meant(text, gap) and not _may_be_meant(gap)
    )
    return sorted(changes, key=lambda change: change.start)


def spread(text: str) -> list[Change]:
    """A line spread character by character closes up (S3): 夜 市 重 新 开 张."""
    changes: list[Change] = []
    for row in _rows(text):
        names = len(row) % 2 == 1 and all(g.left[-1] in SURNAMES for g in row[::2])
        if len(row) >= _SPREAD - 1 and not (names and _after_office(text, row[0].start - 1)):
            changes += [Change(g.start, g.end, "", "S3.han", said("part.note-spread")) for g in row]
    return changes


def doubtful_spaces(text: str) -> Iterator[tuple[int, int]]:
    """Spaces between Han that were left although they may mean nothing: with a character on
    either side."""
    for gap in _gaps(text):
        if "\u3000" not in text[gap.start : gap.end] and not _is_meant(text, gap):
            yield (gap.start - 1, gap.end + 1)


def _beside_marks(text: str) -> Iterator[Change]:
    for m in _SPACE.finditer(text):
        a, b = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
        if not a or not b or "\n" in (a, b):
            continue
        quoted = (
            (a in "”’" and is_han(b))
            or (is_han(a) and b in "“‘")
            or (a in "“‘" and is_han(b))
            or (is_han(a) and b in "”’")
        )
        if a in CJK_MARKS - {"\u3000"} or b in CJK_MARKS or quoted or _half(text, m, a, b):
            yield Change(m.start(), m.end(), "", "S1.mark")
        elif _NUMBERED.search(text, max(0, m.start() - 8), m.start()):
            continue  # 表1 主要商品
        elif (is_han(a) and is_western(b)) or (is_western(a) and is_han(b)):
            yield Change(m.start(), m.end(), "", "S2.gap")


def _half(text: str, match: re.Match[str], a: str, b: str) -> bool:
    """Whether a half-width mark that is a Chinese one stands behind the space: 昨日 , 夜市."""
    after = text[match.end() + 1 : match.end() + 2]
    return is_han(a) and b in ",.;:!?)" and (not after or after in " \n" or is_han(after))


def _gaps(text: str) -> Iterator[_Gap]:
    """The blanks between two Han, in order."""
    found = list(_BLANK.finditer(text))
    edges = [0, *(m.end() for m in found)], [*(m.start() for m in found), len(text)]
    line_end, marked = -1, False
    for n, m in enumerate(found):
        if m.start() > line_end:
            line_end = text.find("\n", m.start())
            line_end = line_end if line_end >= 0 else len(text)
            line_start = text.rfind("\n", 0, m.start()) + 1
            marked = _SENTENCE.search(text, line_start, line_end) is not None
        a, b = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
        if a and b and is_han(a) and is_han(b):
            left = text[max(edges[0][n], m.start() - _LOOK) : m.start()]
            right = text[m.end() : min(edges[1][n + 1], m.end() + _LOOK)]
            yield _Gap(m.start(), m.end(), left, right, marked)


def _rows(text: str) -> Iterator[list[_Gap]]:
    """Gaps one character after another."""
    row: list[_Gap] = []
    for gap in _gaps(text):
        if row and gap.start - row[-1].end == 1:
            row.append(gap)
            continue
        if row:
            yield row
        # The first character of a row stands by itself, too.
        row = [gap] if len(gap.left.lstrip(_MARKS)) == 1 or gap.left[-2:-1] in _MARKS else []
    if row:
        yield row


def _is_meant(text: str, gap: _Gap) -> bool:
    """Whether the space parts what Chinese print parts by a blank."""
    before = text[max(0, gap.start - _LOOK) : gap.start]
    if gap.start > _LOOK:
        before = "·" + before  # no beginning of a line
    name = _is_name(gap.right)
    if _LEAD.search(before) or _ORDINAL.search(before) or _LABEL.search(before):
        return True
    person = name or (gap.right[0] in SURNAMES and len(_words(gap.right)) <= _NAME_MOST + 1)
    if person and (_OFFICE.search(before) or gap.left in ("文", "图", "摄")):
        return True
    if _OFFICE_NEXT.match(gap.right) and len(gap.left) >= 2:
        return True
    if len(gap.left) == 1 and len(_words(gap.right)) == 1 and gap.left in SURNAMES:
        return not is_word(gap.left + gap.right[0])
    return name and _is_name(gap.left) and _after_office(text, gap.start)


def _may_be_meant(gap: _Gap) -> bool:
    """Whether the space may part names or halves of a couplet: it stays, and is told."""
    if _cuts_word(gap):
        return False
    named = _is_name(gap.left) and gap.left[0] in SURNAMES
    if gap.right[0] in SURNAMES and (named or _is_name(gap.right)):
        return True
    left, right = _words(gap.left[::-1]), _words(gap.right)
    if len(left) == len(right) and len(left) in _COUPLET:
        return True
    return not gap.marked


def _words(text: str) -> str:
    """The Han that a text begins with."""
    return text[: next((i for i, c in enumerate(text) if not is_han(c)), len(text))]


def _is_name(text: str) -> bool:
    words = _words(text)
    return 2 <= len(words) <= _NAME_MOST and words == text.rstrip(_MARKS + "）)")


def _after_office(text: str, at: int) -> bool:
    """Whether an office and nothing but names stand before a place in the text."""
    before = text[max(0, at - _LOOK) : at]
    parts = re.split(r"[ \u3000、，（(。：:]+", before)
    return any(_OFFICE.search(part) for part in parts)


def _cuts_word(gap: _Gap) -> bool:
    """Whether a word of the list stands on both sides of the gap."""
    left, right = gap.left[-3:], gap.right[:3]
    return any(
        is_word(left[-i:] + right[:j])
        for i in (1, 2, 3)
        for j in (1, 2, 3)
        if 2 <= i + j <= 4
        if i <= len(left) and j <= len(right)
    )
