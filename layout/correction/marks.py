"""Rules for ellipses, dashes, quotes, dots, range signs and spaces in Chinese text."""

import re
import unicodedata
from typing import Final

from layout.correction.edits import Change
from layout.correction.script import chinese_beside, is_han, is_western

_ELLIPSIS = re.compile(r"\.{3,}|。{3,}|[…⋯]+")
_DASH = re.compile(r"-{2,}|－{2,}|[—―]+|─{2,}|–{2,}|⸺")
_DOT = re.compile(r"[・•‧∙⋅．]")
_TILDE = re.compile(r"(?<=[0-9%％])[~〜∼](?=[0-9])")
# Only these blocks hold spaces, controls and format characters that text files meet.
_ODD = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u0600-\u0605\u061c\u06dd\u070f\u08e2\u1680\u180e"
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\ufeff\ufff9-\ufffb\U000e0001-\U000e007f]"
)
_CLAUSE: Final = 5  # Han on each side that make a lone — a pause rather than 北京—上海

# What follows the second name of a route, and what begins the second of two times.
_ROUTE = re.compile(
    r"[\u3400-\u9fff]{2,6}?(?:班车|班线|专线|快线|沿线|全线|航线|线路|铁路|高铁|动车|列车|班列|城际|高速|公路|国道|航班|客运"
    r"|路段|区间|往返)|[\u3400-\u9fff]{2,3}?(?<![一条])[段线]|(?:星期|周|礼拜)[一二三四五六日天]"
)


def ellipses(text: str) -> list[Change]:
    """`...`, 。。。 and a lone … become …… (GB/T 15834-2011 4.11: six dots in two places)."""
    changes = []
    for m in _ELLIPSIS.finditer(text):
        run = m.group()
        after = "……" * ((len(run) + 1) // 2) if run[0] in "…⋯" else "……"
        if after != run and _beside(text, m.start(), m.end()):
            changes.append(Change(m.start(), m.end(), after, "E1.ellipsis"))
    return changes


def dashes(text: str) -> list[Change]:
    """`--`, －－, ― and a lone — between clauses become —— (GB/T 15834-2011 4.10).

    A lone — between short words is a range or a route (4.13) and stays.
    """
    changes = []
    for m in _DASH.finditer(text):
        run = m.group()
        if set(run) == {"—"} and len(run) % 2 == 0:
            continue
        if not _beside(text, m.start(), m.end()):
            continue
        if run == "—" and not _pause(text, m.start()):
            continue
        after = "——" * max(1, len(run) // 2) if set(run) == {"—"} else "——"
        changes.append(Change(m.start(), m.end(), after, "D1.dash"))
    return changes


def quotes(text: str) -> list[Change]:
    """Straight quotes of a line with Han become “ ” and ‘ ’ in turn, when their count is even.

    An apostrophe between letters is no quote; an odd count stays as it is, to be looked at.
    """
    if '"' not in text and "'" not in text:
        return []
    changes = []
    start = 0
    for line in text.split("\n"):
        if any(is_han(c) for c in line):
            for mark, pair, rule in (('"', "“”", "Q1.double"), ("'", "‘’", "Q1.single")):
                spots = [i for i, c in enumerate(line) if c == mark and not _apostrophe(line, i)]
                if len(spots) % 2 == 0:
                    changes += [
                        Change(start + i, start + i + 1, pair[n % 2], rule)
                        for n, i in enumerate(spots)
                    ]
        start += len(line) + 1
    return sorted(changes, key=lambda change: change.start)


def dots(text: str) -> list[Change]:
    """Any raised dot between two words becomes · U+00B7 (GB/T 15834-2011 4.14); not the ． of a
    list's number, as in 1．第一条."""
    return [
        Change(m.start(), m.end(), "·", "P1.dot")
        for m in _DOT.finditer(text)
        if _word(text, m.start() - 1) and _word(text, m.end())
        if not (m[0] == "．" and is_western(text[m.start() - 1]))
    ]


def tildes(text: str) -> list[Change]:
    """`~` between numbers becomes ～ (GB/T 15835-2011: ranges)."""
    return [Change(m.start(), m.end(), "～", "T1.tilde") for m in _TILDE.finditer(text)]


def controls(text: str) -> list[Change]:
    """Characters that print nothing go (C1: zero-width ones, controls); any other kind of space
    becomes a plain one (S0), but for the ideographic one, which is a blank that is meant."""
    changes = []
    for m in _ODD.finditer(text):
        kind = unicodedata.category(m.group())
        if kind in ("Zs", "Zl", "Zp") or m.group() == "\t":
            changes.append(Change(m.start(), m.end(), " ", "S0.space", name_of(m.group())))
        elif kind in ("Cc", "Cf"):
            changes.append(Change(m.start(), m.end(), "", "C1.control", name_of(m.group())))
    return changes


def name_of(char: str) -> str:
    """`U+200B ZERO WIDTH SPACE`, for notes."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def _beside(text: str, start: int, end: int) -> bool:
    return chinese_beside(text, start - 1, -1) or chinese_beside(text, end, 1)


def _word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and (is_han(text[at]) or is_western(text[at]))


def _apostrophe(line: str, at: int) -> bool:
    return (
        line[at] == "'"
        and 0 < at < len(line) - 1
        and is_western(line[at - 1])
        and is_western(line[at + 1])
    )


def joins_names(text: str, at: int) -> bool:
    """Whether the mark at an offset stands between the ends of a route (清河—株洲班车) or two days,
    by the words behind it (GB/T 15834-2011 4.13)."""
    return at > 0 and is_han(text[at - 1]) and _ROUTE.match(text, at + 1) is not None


def _pause(text: str, at: int) -> bool:
    """Whether a lone — stands at a pause: before a space, a line's end or a quote, or between
    clauses."""
    after = text[at + 1 : at + 2]
    if not after or after in " \n\t“‘":
        return True
    if joins_names(text, at):
        return False
    left, right = text[max(0, at - _CLAUSE) : at], text[at + 1 : at + 1 + _CLAUSE]
    return all(len(s) == _CLAUSE and all(is_han(c) for c in s) for s in (left, right))
