"""Addresses of the web and of mail, and where a line may end inside one.

Chicago Manual of Style 17, 14.18, and UAX #14 (SY, BA, HY): a line may end after // and after
/ . ? & = - _ where a letter or figure follows, never inside a word, and no hyphen is put there. It
ends in no number: not in 192.168.0.1, nor in 2026-11-24; and a single letter stays with the rest.
"""

import re
from functools import cache
from typing import Final

_HINTS: Final = "/.@"
"""What an address has one of; texts without are not looked at."""
LEAST: Final = 6
"""Letters of the shortest address: t.cn/a."""


def may_hold_links(text: str) -> bool:
    """Whether a text may hold an address: a look at its characters alone."""
    return any(char in text for char in _HINTS)


def link_breaks(word: str) -> list[int]:
    """Offsets inside a word at which a line may end; none if it is no address."""
    if len(word) < LEAST or not _address().search(word):
        return []
    last = len(word)
    return [at for at in (m.end() for m in _after().finditer(word)) if 1 < at < last - 1]


@cache
def _address() -> re.Pattern[str]:
    """A scheme, www., a name at a host, a host of a known kind, or a path with two of its signs."""
    return re.compile(
        r"[A-Za-z][A-Za-z0-9+.-]{1,15}://"
        r"|(?<![A-Za-z0-9])www\.[A-Za-z0-9-]"
        r"|[A-Za-z0-9._%+-]@[A-Za-z0-9-]++\.[A-Za-z]"
        r"|(?<![A-Za-z0-9-])[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++){0,4}?"
        r"\.(?:cn|com|net|org|gov|edu|info|hk|tw|mo|io)(?![A-Za-z0-9-])"
        r"|(?<![A-Za-z0-9._-])[A-Za-z0-9._-]*+/(?=[0-9._-]*+[A-Za-z])[A-Za-z0-9._-]*+/[A-Za-z0-9._-]"
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"//(?=[A-Za-z0-9])"
        r"|(?<![:/])/(?=[A-Za-z0-9#~%])"
        r"|[?&=_](?=[A-Za-z0-9%])"
        r"|[.-](?=[A-Za-z])|(?<=[A-Za-z])[.-](?=[0-9])"
    )
