"""What characters the codes of a font stand for, where its ToUnicode or its names say so."""

import re
from collections.abc import Iterable
from typing import Final

from layout.pdf.fonts import Font
from layout.pdf.limits import PdfError
from layout.pdf.objects import get, is_stream
from layout.pdf.program import code_names
from layout.pdf.streams import UnreadStreamError, decoded

MOST_MAP: Final = 1 << 22
MOST_RANGE: Final = 65_536
_SECTION: Final = re.compile(rb"beginbf(char|range)\b(.*?)\bendbf\1", re.DOTALL)
_CHAR: Final = re.compile(rb"<\s*([0-9A-Fa-f\s]+)>\s*<\s*([0-9A-Fa-f\s]*)>")
_RANGE: Final = re.compile(
    rb"<\s*([0-9A-Fa-f\s]+)>\s*<\s*([0-9A-Fa-f\s]+)>\s*(?:<\s*([0-9A-Fa-f\s]*)>|\[([^\]]*)\])"
)
_HEX: Final = re.compile(rb"<\s*([0-9A-Fa-f\s]*)>")
SPACES: Final = frozenset({"space", "nbspace", "nonbreakingspace", "uni0020", "uni00A0"})


def characters(font: Font) -> dict[int, str]:
    """The text of each code of a font that says it; empty where it says nothing or is damaged."""
    stream = get(font.raw, "/ToUnicode")
    if not is_stream(stream):
        return {}
    try:
        data = decoded(stream, MOST_MAP)
    except (UnreadStreamError, PdfError):
        return {}
    found: dict[int, str] = {}
    for kind, body in _SECTION.findall(data):
        if kind == b"char":
            for code, text in _CHAR.findall(body):
                found[_number(code)] = _text(text)
            continue
        for first, last, text, many in _RANGE.findall(body):
            low, high = _number(first), _number(last)
            if not 0 <= high - low < MOST_RANGE:
                continue
            if many:
                for k, one in enumerate(_HEX.findall(many)[: high - low + 1]):
                    found[low + k] = _text(one)
                continue
            head, tail = _text(text)[:-1], _text(text)[-1:]
            for k in range(high - low + 1 if tail else 0):
                if ord(tail) + k < 0x110000:
                    found[low + k] = head + chr(ord(tail) + k)
    return found


def blanks(font: Font, codes: Iterable[int]) -> frozenset[int]:
    """Those of the codes that stand for spaces: nothing of them is seen."""
    known = characters(font)
    names = {} if font.composite else code_names(font)
    return frozenset(
        code
        for code in codes
        if (known[code].isspace() if known.get(code) else names.get(code) in SPACES)
        or (not font.composite and code == 32 and not known.get(code) and font.subtype != "Type3")
    )


def _number(digits: bytes) -> int:
    return int(b"".join(digits.split())[:8] or b"0", 16)


def _text(digits: bytes) -> str:
    bare = b"".join(digits.split())
    try:
        return bytes.fromhex(bare[: len(bare) // 2 * 2].decode()).decode("utf-16-be", "replace")
    except ValueError:
        return ""
