"""Bytes to text, the characters that no spec or story may hold, and a text in quotes of YAML.

A control, a bidirectional override or a byte order mark inside a text cannot be seen on a screen
and does harm on a page: it is named with its code point and place, never passed on or dropped.
"""

import re
from typing import Final

from layout.diagnostics import Place, StopError, error
from layout.spec.reader.notext import kind_of, way_of
from layout.words.said import Said, said

_ANYWHERE: Final = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 and C1 (U+0085 ends a line in YAML, nowhere else)
    r"\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"  # line separators, bidirectional controls
    r"\ufeff\ufff9-\uffff"  # a byte order mark inside, annotations, lost bytes, non-characters
    r"\ud800-\udfff\U000e0000-\U000e007f"  # surrogates, tags
)
# Patterns as text: Python compiles one when it is first used and keeps it. A text that is all
# printable, as nearly every one is, needs neither.
_FORBIDDEN: Final = f"[{_ANYWHERE}]"
_FORBIDDEN_IN_LINE: Final = rf"[{_ANYWHERE}\t\n\r]"
_BETWEEN: Final = ("\t", "\n", "\r", "\u3000")
"""Stand between words and do not print; nearly every text has some."""
_LINE_END: Final = re.compile(r"\r\n?|\n")


def decode(data: bytes, file: str) -> str:
    """UTF-8 text with its byte order mark taken off, line ends as they are.

    Raises `StopError` with one diagnostic: another encoding, or a character that may not stand.
    """
    if kind := kind_of(data):
        raise StopError([error("NOT-TEXT.file", Place(file), kind=kind, hint=way_of(kind))])
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise StopError([error("ENCODING.utf-16", Place(file))])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        place = _place(data[: exc.start].decode("utf-8-sig", "replace"), file)
        byte = f"{data[exc.start]:02X}"
        why = _why(data, exc)
        told = said("ENCODING.byte", byte=byte, why=why) if why else said("ENCODING.gbk")
        raise StopError([error(told, place)]) from exc
    printed = text
    for blank in _BETWEEN:
        printed = printed.replace(blank, "")
    if _clean(printed):
        return text
    found = re.search(_FORBIDDEN, text)
    if found is not None:
        wide = found[0] == "\0" and data.count(0) * 3 > len(data)
        hint = said("part.looks-like-utf-16") if wide else ""
        place = _place(text[: found.start()], file)
        raise StopError([error("CONTROL.file", place, char=named(found[0]), hint=hint)])
    return text


def forbidden(text: str, *, lines: bool = False) -> Said | None:
    """The first character of `text` that may not stand in a value, named; None when all may.

    With `lines` the text may hold line ends and tabs.
    """
    if _clean(text):
        return None
    found = re.search(_FORBIDDEN if lines else _FORBIDDEN_IN_LINE, text)
    return named(found[0]) if found is not None else None


def _clean(text: str) -> bool:
    """Whether a text surely holds nothing that may not stand: the two that print are looked for."""
    return text.isprintable() and "\ufffc" not in text and "\ufffd" not in text


def named(char: str) -> Said:
    """What a character that cannot be shown is called."""
    code = ord(char)
    if char in "\n\r":
        return said("part.char-line-end")
    if char == "\t":
        return said("part.char-tab")
    if char == "\ufffd":
        return said("part.char-lost-byte")
    if char == "\ufeff":
        return said("part.char-byte-order-mark")
    if code in (0x61C, 0x200E, 0x200F) or code > 0x2028:
        return said("part.char-direction", number=f"{code:04X}")
    return said("part.char-control", number=f"{code:04X}")


def _why(data: bytes, exc: UnicodeDecodeError) -> Said | None:
    """What a byte that is not UTF-8 comes from; None of a file in GBK."""
    if exc.reason == "unexpected end of data":
        return said("part.file-cut")
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return said("part.file-damaged")
    return None


def text_rows(text: str) -> list[str]:
    """The lines of a text without their ends, which may be of any kind, as YAML counts them."""
    return _LINE_END.split(text)


def _place(before: str, file: str) -> Place:
    rows = text_rows(before)
    return Place(file, len(rows), len(rows[-1]) + 1)


def quoted(text: str) -> str:
    """A text as YAML has it in quotes."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
