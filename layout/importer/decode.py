"""The bytes of an OCR text as characters, or a diagnostic that says what they are instead."""

from typing import Final

from layout.diagnostics import Diagnostic, Place, StopError, error
from layout.spec.reader.notext import SAVE_AS_TEXT, kind_of

MAX_BYTES: Final = 2 * 1024 * 1024
_BINARY = bytes(b for b in range(32) if b not in b"\t\n\r\x0b\x0c\x1a\x1b")


def decode(source: bytes, name: str) -> str:
    """The text of UTF-8 bytes, byte for byte (a byte order mark stays U+FEFF, CR stays).

    Raises `StopError` for bytes that are too many, not UTF-8, not text, or blank.
    """
    if len(source) > MAX_BYTES:
        message = f"the text has {len(source):,} bytes; the limit is {MAX_BYTES:,}"
        raise StopError([error("IMPORT-SIZE", message, Place(name), "import a page at a time")])
    if kind := kind_of(source):
        message = f"the file is {kind}, not a text"
        raise StopError([error("IMPORT-BINARY", message, Place(name), SAVE_AS_TEXT)])
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        hint = f"convert it: iconv -f UTF-16 -t UTF-8 {name}"
        raise StopError([error("IMPORT-ENCODING", "the text is UTF-16", Place(name), hint)])
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError as exc:
        raise StopError([_not_utf8(source, name, exc.start)]) from None
    first = next((i for i, b in enumerate(source) if b in _BINARY), -1)
    if first >= 0:
        message = f"byte 0x{source[first]:02X} at offset {first}: this is not a text"
        raise StopError([error("IMPORT-BINARY", message, _place(source, name, first))])
    if not text.strip("\ufeff \t\r\n\u3000"):
        raise StopError([error("IMPORT-EMPTY", "the text is empty", Place(name))])
    return text


def _not_utf8(source: bytes, name: str, at: int) -> Diagnostic:
    message = f"byte 0x{source[at]:02X} at offset {at} is not UTF-8"
    hint = "only UTF-8 text is read"
    if not any(b in _BINARY for b in source[:4096]):
        try:
            source.decode("gb18030")
            hint = f"it reads as GBK (GB 18030): iconv -f GB18030 -t UTF-8 {name}"
        except UnicodeDecodeError:
            pass
    return error("IMPORT-ENCODING", message, _place(source, name, at), hint)


def _place(source: bytes, name: str, at: int) -> Place:
    line_start = source.rfind(b"\n", 0, at) + 1
    column = len(source[line_start:at].decode("utf-8", "replace")) + 1
    return Place(name, source.count(b"\n", 0, at) + 1, column)
