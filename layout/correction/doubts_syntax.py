"""Doubts that lie in a sentence's build: lists, pairs, a 从 without its 到."""

import re
from collections.abc import Iterator
from typing import Any, Final

from layout.words.said import Said, said

Find = tuple[int, int, Said]

_SENTENCE = re.compile(r"[^。！？；\n]+")
_MEMBER = re.compile(r"[^，、]+")
_COUNTED = re.compile(r"等\s*(\d+|[两二三四五六七八九十]+)[个家所座处]([\u4e00-\u9fff]{1,8})")
_TAIL: Final = 3
_PAIRS: Final = (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"))
_FROM_ENDS: Final = "到至起看来说以中上里下后出向开"


def abroad(text: str, table: dict[str, Any]) -> Iterator[Find]:
    """`中国…、美国…等3个离岸…`: a list counted as foreign with a member at home."""
    for match in _COUNTED.finditer(text):
        if not any(word in match.group(2) for word in table["words"]):
            continue
        start = max(text.rfind(mark, 0, match.start()) for mark in "。！？；，") + 1
        at = start
        for member in text[start : match.start()].split("、"):
            if any(member.startswith(home) for home in table["home"]):
                yield (at, match.end(), said(table["reason"]))
                break
            at += len(member) + 1


def mixed_list(text: str) -> Iterator[Find]:
    """`…的开发区，…的开发区、…的开发区`: like members, some parted by ， and some by 、."""
    for sentence in _SENTENCE.finditer(text):
        members = list(_MEMBER.finditer(text, sentence.start(), sentence.end()))
        for a, b, c in zip(members, members[1:], members[2:], strict=False):
            ends = {m.group()[-_TAIL:] for m in (a, b, c)}
            long = all(len(m.group()) > _TAIL for m in (a, b, c))
            if long and len(ends) == 1 and {text[a.end()], text[b.end()]} == {"，", "、"}:
                yield (a.start(), c.end(), said("part.doubt-members"))


def lone_from(text: str) -> Iterator[Find]:
    """`从A到B，从C到D，从E…，成功…`: the last 从 has no 到, and the sentence no subject."""
    for sentence in _SENTENCE.finditer(text):
        clauses = list(re.finditer(r"[^，]+", sentence.group()))
        words_of = [c.group() for c in clauses]
        goes_on = [following.startswith(("到", "再到", "直到")) for following in words_of[1:]]
        closed = any(goes_on) or any(re.match(r"从.+到", words) for words in words_of)
        for clause, continued in zip(clauses, [*goes_on, False], strict=False):
            words = clause.group()
            open_end = not any(e in words for e in _FROM_ENDS) and not continued
            if closed and words.startswith("从") and open_end:
                start = sentence.start() + clause.start()
                yield (start, start + len(words), said("part.doubt-from"))


def unpaired(text: str) -> Iterator[Find]:
    """A quotation mark, bracket or title mark without its other half in the paragraph: the first
    of each kind."""
    for opener, closer in _PAIRS:
        waiting: list[int] = []
        lone = -1
        for match in re.finditer(f"[{opener}{closer}]", text):
            if match.group() == opener:
                waiting.append(match.start())
            elif waiting:
                waiting.pop()
            elif lone < 0:
                lone = match.start()
        if lone >= 0:
            yield (lone, lone + 1, said("part.doubt-unpaired", mark=closer, other=opener))
        if waiting:
            at = waiting[0]
            yield (at, at + 1, said("part.doubt-unpaired", mark=opener, other=closer))
    straight = text.find('"')
    if straight >= 0:
        yield (straight, straight + 1, said("part.doubt-straight"))
