"""Which files are copy from Word, told without its reader: that is loaded for such files alone."""

from typing import Final

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")


def is_word(name: str, data: bytes) -> bool:
    """Whether a file is to be read as copy from Word: by its name, or its first bytes."""
    end = name.lower().rpartition(".")[2]
    named = end in ("docx", "docm", "doc", "dotx", "dotm", "wps", "wpt", "dot")
    return named or data.startswith((OLE, *ZIP))
