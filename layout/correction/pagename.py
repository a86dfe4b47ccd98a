"""A page's own name among the words of a header line: A3, B12, 第3版, 03版, 第三版, A05 民生."""

import re
from collections.abc import Callable
from typing import Final

from layout.correction.dates import DATE, WEEKDAY

_DIGITS: Final = "一二三四五六七八九"
_NAME = re.compile(
    r"(?:^|(?<=[\s|｜·/]))(?:第\s*([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版"
    r"|([A-Z]?\d{1,3})\s*版|([A-Z]\d{1,3})(?=$|[\s|｜·/:：]))(?![面本次权式])"
)
# 今日8版 and 共16版 count the pages of the issue.
_COUNTED = re.compile(r"(?:今日|今天|本期|共|总|出版)\s*$")
_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()}
_BRACKETS: Final = dict.fromkeys(map(ord, "【】[]［］〔〕"), ord(" "))
_EDGES: Final = " \u3000\t|｜·/:：-—"

# A line that holds a page's name and its section, without a date.
_HAN = r"[\u3400-\u9fff·、/]"
_SEPARATORS = r"[\s|｜·/:：\-—]"
_CALLED = (
    r"(?P<name>第\s?[A-Z]?\d{1,3}\s?版|第\s?[一二三四五六七八九十]{1,3}\s?版|[A-Z]?\d{1,3}\s?版)"
    r"(?![面本次权式])"
)
_BARE = r"(?P<name>[A-Z]?\d{1,3})"
_SECTION = rf"(?P<section>{_HAN}{{1,8}}|{_HAN}[ \u3000]{{1,2}}{_HAN})"
_LINES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_CALLED}{_SEPARATORS}{{0,3}}{_SECTION}?",
        rf"{_BARE}{_SEPARATORS}{{0,3}}{_SECTION}",
        rf"{_SECTION}{_SEPARATORS}{{0,3}}{_CALLED}",
        rf"{_SECTION}{_SEPARATORS}{{1,3}}{_BARE}",
    )
)
_LONGEST: Final = 24


def page_name(line: str) -> tuple[str, str]:
    """The name that stands beside the date in a header line, and the line without it.

    The name is empty and the line as it was where there is no date, or no name beside it.
    """
    if not DATE.search(line):
        return "", line
    # The date and the weekday end where the name may begin, with or without a space between.
    bare = line.translate(_WIDE)
    for known in (DATE, WEEKDAY):
        bare = known.sub(lambda m: " " * len(m.group()), bare)
    for match in _NAME.finditer(bare):
        if _COUNTED.search(bare[max(0, match.start() - 8) : match.start()]):
            continue
        name = next(group for group in match.groups() if group)
        before = line[: match.start()].rstrip(_EDGES)
        after = line[match.end() :].lstrip(_EDGES)
        return _in_digits(name), f"{before} {after}".strip()
    return "", line


def page_line(line: str, is_section: Callable[[str], bool]) -> tuple[str, str] | None:
    """The name and the section of a line that holds nothing else: `A05 民生`, `第05版`,
    `A05版：民生`, `05 要闻`. None for another line.

    Where the line does not say 版, the section has to be one that papers have (`is_section`), or
    the name a letter and figures that begin with 0, which nothing but a page is called.
    """
    bare = line.translate(_WIDE | _BRACKETS).strip(_EDGES)
    if not 2 <= len(bare) <= _LONGEST or bare.isdecimal():
        return None
    for pattern in _LINES:
        match = pattern.fullmatch(bare)
        if match is None:
            continue
        name, section = match["name"], match["section"] or ""
        section = section.strip(_EDGES).replace(" ", "").replace("\u3000", "")
        if _COUNTED.search(section):
            continue
        called = "版" in name
        name = name.removeprefix("第").strip().removesuffix("版").strip()
        lettered = name[0].isalpha() and name[1:].startswith("0")
        if called or lettered or is_section(section):
            return _in_digits(name), section
    return None


def _in_digits(name: str) -> str:
    """第十二版 is page 12; any other name stays as it is."""
    tens, ten, ones = name.rpartition("十")
    if not all(part == "" or (len(part) == 1 and part in _DIGITS) for part in (tens, ones)):
        return name
    value = (10 * (_DIGITS.find(tens) + 1 if tens else 1) if ten else 0) + (
        _DIGITS.index(ones) + 1 if ones else 0
    )
    return str(value)
