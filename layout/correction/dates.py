"""Dates as a page's header prints them, in figures or in Han, and the zero that OCR mistakes.

GB/T 15835-2011 4.2: a date in Han figures has 〇 for nought (二〇二六年一月二日). OCR reads that
ring as a circle, as the letter O or as 零.
"""

import datetime
import re
from typing import Final

from layout.correction.edits import Change

RINGS: Final = "○◯⭕OoＯｏ0０"
_ONES: Final = "一二三四五六七八九"
_YEAR: Final = rf"\d{{4}}|[{_ONES}〇零{RINGS}]{{4}}"
_SMALL: Final = rf"\d{{1,2}}|[{_ONES}十廿卅]{{1,3}}"
_MONTH: Final = rf"{_SMALL}|元"
DATE: Final = re.compile(
    rf"(?P<y>{_YEAR})\s{{0,3}}年\s{{0,3}}(?P<m>{_MONTH})\s{{0,3}}月\s{{0,3}}(?P<d>{_SMALL})\s{{0,3}}日"
    r"|(?<![\d.\-/])(?P<ny>(?:19|20)\d\d)(?P<sep>[.\-/])(?P<nm>\d{1,2})(?P=sep)(?P<nd>\d{1,2})(?![\d.\-/])"
)
WEEKDAY: Final = re.compile(r"(?:星期|周|礼拜)[一二三四五六日天]")
_ZERO = re.compile(rf"(?<=[{_ONES}〇])[{RINGS}]+(?=[{_ONES}〇年])|[{RINGS}](?=[{_ONES}]年)")


def iso_date(match: re.Match[str]) -> str:
    """A match of `DATE` as ISO 8601; empty where the calendar has no such day."""
    parts = match["y"] or match["ny"], match["m"] or match["nm"], match["d"] or match["nd"]
    year, month, day = parts
    try:
        return datetime.date(_year(year), _small(month), _small(day)).isoformat()
    except ValueError:
        return ""


def zeros(text: str) -> list[Change]:
    """A ring, a letter O or a figure 0 among Han figures becomes 〇 (F5): 二O二六年, 三○一."""
    changes = []
    for match in _ZERO.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if match.end() - match.start() == 1 and before.isalnum() and before not in _ONES + "〇":
            continue  # AO二年: a word's letter
        changes.append(Change(match.start(), match.end(), "〇" * len(match.group()), "F5.zero"))
    return changes


def _year(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return int("".join(str(_ONES.find(c) + 1) for c in text))  # a ring of any kind is 0


def _small(text: str) -> int:
    """一 to 三十一, 廿六 and 卅一, or figures."""
    if text.isdecimal():
        return int(text)
    if text == "元":  # 元月
        return 1
    for short, long in (("廿", "二十"), ("卅", "三十")):
        text = text.replace(short, long)
    tens, ten, ones = text.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or any(c not in _ONES for c in tens + ones):
        raise ValueError(text)
    value = 10 * (_ONES.index(tens) + 1 if tens else 1) if ten else 0
    return value + (_ONES.index(ones) + 1 if ones else 0)
