"""The bytes of an OCR text as characters, or a diagnostic that says what they are instead."""

from typing import Final

from layout.diagnostics import Diagnostic, Place, StopError, error
from layout.spec.reader.notext import SAVE_AS_TEXT, kind_of
from layout.words.said import said

MAX_BYTES: Final = 2 * 1024 * 1024
_BINARY = bytes(b for b in range(32) if b not in b"\t\n\r\x0b\x0c\x1a\x1b")


def decode(source: bytes, name: str) -> str:
    """The text of UTF-8 bytes, byte for byte (a byte order mark stays U+FEFF, CR stays).

    Raises `StopError` for bytes that are too many, not UTF-8, not text, or blank.
    """
    if len(source) > MAX_BYTES:
        found = error("IMPORT-SIZE.bytes", Place(name), bytes=len(source), most=MAX_BYTES)
        raise StopError([found])
    if kind := kind_of(source):
        raise StopError([error("IMPORT-BINARY.kind", Place(name), kind=kind, hint=SAVE_AS_TEXT)])
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise StopError([error("IMPORT-ENCODING.utf-16", Place(name), file=name)])
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError as exc:
        raise StopError([_not_utf8(source, name, exc.start)]) from None
    first = next((i for i, b in enumerate(source) if b in _BINARY), -1)
    if first >= 0:
        byte, place = f"{source[first]:02X}", _place(source, name, first)
        raise StopError([error("IMPORT-BINARY.byte", place, byte=byte, offset=first)])
    if not text.strip("\ufeff \t\r\n\u3000"):
        raise StopError([error("IMPORT-EMPTY.text", Place(name))])
    return text


def _not_utf8(source: bytes, name: str, at: int) -> Diagnostic:
    hint = said("part.utf-8-only")
    if not any(b in _BINARY for b in source[:4096]):
        try:
            source.decode("gb18030")
            hint = said("part.reads-as-gbk", file=name)
        except UnicodeDecodeError:
            pass
    byte, place = f"{source[at]:02X}", _place(source, name, at)
    return error("IMPORT-ENCODING.byte", place, byte=byte, offset=at, hint=hint)


def _place(source: bytes, name: str, at: int) -> Place:
    line_start = source.rfind(b"\n", 0, at) + 1
    column = len(source[line_start:at].decode("utf-8", "replace")) + 1
    return Place(name, source.count(b"\n", 0, at) + 1, column)
