"""The 导读, the list of what other pages hold: its label and its items, however they are marked."""

import re
from typing import Final

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_BRACKETS: Final = str.maketrans("", "", "【】〖〗[]［］〔〕<>《》 \u3000|")
_ORNAMENTS: Final = "■□◆◇●○◎▶►▷▸▲△▼▽★☆※·•—-：:"
_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()}

_MARK = r"(?:[·•‧・▶►▷▸◆◇●○◎■□★☆※→]\s*)?"
# The items may be counted as well; a count is no page, so a page's name has to follow it.
_COUNT = r"(?:\d{1,2}\s*[.、．)）]\s*|[（(]\d{1,2}[)）]\s*|[①-⑳]\s*)?"
_OPEN, _CLOSE = r"[【\[（(]?", r"[】\])）]?"
_SEPARATOR = r"[\s.、:：．|·—/】\])）]"
_TITLE = r"(?P<title>[^\s.、:：．|·—/】\])）].*)"
# Tried in this order: `A4版 …`, `A4 …`, `4 …`, `…（A4版）`.
_ITEMS: Final = (
    rf"{_MARK}{_COUNT}{_OPEN}(?:第\s*)?(?P<page>[A-Za-z]?\d{{1,3}})\s*版(?![本面]){_SEPARATOR}*{_TITLE}",
    rf"{_MARK}{_COUNT}{_OPEN}(?P<page>[A-Za-z]\d{{1,3}}){_SEPARATOR}+{_TITLE}",
    rf"{_MARK}{_OPEN}(?:第\s*)?(?P<page>\d{{1,3}}){_SEPARATOR}+{_TITLE}",
    rf"{_MARK}(?P<title>\S.{{2,80}}?)[\s.…·—|]*[\s（(\[【…](?:详?见)?(?:第\s*)?"
    rf"(?P<page>[A-Za-z]\d{{1,3}}|[A-Za-z]?\d{{1,3}}(?=\s*版))(?:\s*版)?{_CLOSE}",
)
_MOST: Final = 200


def label_of(text: str) -> str:
    """A heading or a line as the label it may be: brackets, spaces and ornaments left out."""
    bare = _BOLD.sub(r"\1", text).translate(_BRACKETS)
    return bare.strip(_ORNAMENTS)


def guide_item(text: str) -> tuple[str, str] | None:
    """The page and the title of a line below a 导读's label, or None for another line."""
    if len(text) > _MOST:
        return None
    plain = _BOLD.sub(r"\1", text.translate(_WIDE)).strip()
    for pattern in _ITEMS:
        if match := re.fullmatch(pattern, plain):
            return match["page"].upper(), match["title"].strip()
    return None
