"""Whether a piece of text ends as a paragraph may, before or after its marks are converted."""

import re
from typing import Final

from layout.correction.script import CLOSERS, STOPS, is_han

# OCR mixes the widths of a pair's two halves.
_OPENS: Final = {"）": "（(", ")": "（(", "】": "【[", "]": "【[", "〕": "〔"}
_LOOK: Final = 2000  # a note in brackets is shorter; keeps rows of closing marks from costing
_STRAIGHT: Final = frozenset("\"'＂＇")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z0-9])['＇](?=[A-Za-z])")


def is_ended(text: str) -> bool:
    """Whether a text ends as a paragraph may: with a stop, a colon, or a bracket after a stop.

    A quotation or bracket that closes in the middle of a sentence does not end it. A straight
    quote after a stop closes: an opening one may not end a line of print (GB/T 15834-2011 5.1.10),
    so none stands at a column's foot. After a colon it closes when the text holds a whole number
    of pairs, and opens when it does not.
    """
    whole = text.rstrip()
    tail = whole[-_LOOK:]
    quoted = False  # whether a closing quote has been taken off
    while tail:
        last = tail[-1]
        if last in STOPS or last in "：:" or tail.endswith("..."):
            return True
        if last == "." and len(tail) > 1 and (is_han(tail[-2]) or (quoted and tail[-2].isalpha())):
            return True
        inner = tail[:-1].rstrip()
        if last in _STRAIGHT:
            if inner.endswith(("：", ":")) and _odd(whole, last):
                return False
            tail, quoted = inner, True
            continue
        if last not in CLOSERS:
            return False
        quoted = quoted or last in "”’」』"
        start = max((tail.rfind(mark) for mark in _OPENS.get(last, "")), default=-1)
        # A bracket after the stop is a note, ……。（完）; a stop inside a bracket ends it too.
        noted = start >= 0 and not _stopped(inner)
        tail = tail[:start].rstrip() if noted else inner
    return True


def open_quote(text: str) -> bool:
    """Whether a “ in the text is not closed in it, or a straight one has no partner."""
    return text.count("“") > text.count("”") or _odd(text, '"')


def _odd(text: str, mark: str) -> bool:
    return _APOSTROPHE.sub("", text).count(mark) % 2 == 1


def _stopped(text: str) -> bool:
    bare = text.rstrip("".join(_STRAIGHT) + "”’」』")
    return bare[-1:] in STOPS or (bare.endswith(".") and is_han(bare[-2:-1] or " "))
