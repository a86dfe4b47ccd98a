"""Figures in a table: which cells hold one, and where its decimal point is."""

import re
from typing import Final

_NUMBER: Final = r"[0-9０-９]+(?:[,，\u2009\u00a0 ][0-9０-９]{3})*"
_FIGURE: Final = (
    r"[(（≈约<>＜＞≤≥]?[-−－–+＋±]?[¥￥$＄€£]?"
    rf"(?:{_NUMBER}(?:[.．][0-9０-９]+)?[ ]?(?:[-−–—－~～〜:：/／×至][-−－+＋±]?|——)[ ]?)*"
    rf"(?P<whole>{_NUMBER})?(?P<part>[.．][0-9０-９]+)?"
    r"[ ]?(?:[%％‰℃°″′]|[A-Za-z/²³]{1,5}|[\u4e00-\u9fff]{1,2})?[)）]?[*＊†‡①-⑳]?"
)
"""A number with its sign, or several as a range or a score, and what stands behind it."""
_LONGEST: Final = 40  # characters of a figure; more is a text
NOTHING: Final = frozenset(
    ("", "-", "−", "－", "–", "—", "——", "…", "……", "/", "／", "无", "*", "※")
)
"""What stands in a cell where there is no figure."""


def point_of(text: str) -> int | None:
    """The character before which the decimal point of a figure stands: behind the whole part of its
    last number. None for what is no figure.

    `-1,203.5％` gives 6, `3—4` gives 3, `88` gives 2.
    """
    if not text or len(text) > _LONGEST:
        return None
    if text.isascii():
        whole, point, part = text.partition(".")
        if whole.isdigit() and (part.isdigit() or not point):
            return len(whole)
    elif "\u4e00" <= text[0] <= "\u9fff" and text[0] != "约":
        return None  # as most words are
    found = re.fullmatch(_FIGURE, text)  # compiled where a table asks for it
    if found is None or not (found["whole"] or found["part"]):
        return None
    return found.end("whole") if found["whole"] else found.start("part")
