"""A page's own name among the words of a header line: A3, B12, 第3版, 03版, 第三版."""

import re
from typing import Final

DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
WEEKDAY = re.compile(r"(?:星期|周)[一二三四五六日天]")
_DIGITS: Final = "一二三四五六七八九"
_NAME = re.compile(
    r"(?:^|(?<=[\s|｜·/]))(?:第\s*([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版"
    r"|([A-Z]?\d{1,3})\s*版|([A-Z]\d{1,3})(?=$|[\s|｜·/:：]))(?![面本次权式])"
)
# 今日8版 and 共16版 count the pages of the issue.
_COUNTED = re.compile(r"(?:今日|今天|本期|共|总|出版)\s*$")
_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()}
_EDGES: Final = " \u3000\t|｜·/:："


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
        if _COUNTED.search(bare[: match.start()]):
            continue
        name = next(group for group in match.groups() if group)
        before = line[: match.start()].rstrip(_EDGES)
        after = line[match.end() :].lstrip(_EDGES)
        return _in_digits(name), f"{before} {after}".strip()
    return "", line


def _in_digits(name: str) -> str:
    """第十二版 is page 12; any other name stays as it is."""
    tens, ten, ones = name.rpartition("十")
    if not all(part == "" or part in _DIGITS for part in (tens, ones)):
        return name
    value = (10 * (_DIGITS.find(tens) + 1 if tens else 1) if ten else 0) + (
        _DIGITS.index(ones) + 1 if ones else 0
    )
    return str(value)
