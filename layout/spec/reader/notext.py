"""What a file is that was given for a text and is none: by the bytes that it begins with."""

from typing import Final

from layout.words.said import Said, said

_BEGINNINGS: Final = (
    (b"PK\x03\x04", ((b"word/", "part.file-word"), (b"xl/", "part.file-excel"),
                     (b"ppt/", "part.file-powerpoint"), (b"", "part.file-zip"))),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ((b"", "part.file-office"),)),
    (b"%PDF-", ((b"", "part.file-pdf"),)),
    (b"{\\rtf", ((b"", "part.file-rich-text"),)),
    (b"\x89PNG\r\n", ((b"", "part.file-png"),)),
    (b"\xff\xd8\xff", ((b"", "part.file-jpeg"),)),
    (b"Rar!", ((b"", "part.file-rar"),)),
)  # fmt: skip
"""What files begin with that are given for a text, and what is found in them, with the keys of
their names."""
SAVE_AS_TEXT: Final = said("part.save-as-text")


def way_of(kind: Said) -> Said:
    """What to do with a file of a kind."""
    return said("part.import-it") if kind.key == "part.file-word" else SAVE_AS_TEXT


def kind_of(data: bytes) -> Said | None:
    """`a Word file (.docx)`, `a PDF`, `a picture (PNG)`; None for what may be a text."""
    for begins, kinds in _BEGINNINGS:
        if data.startswith(begins):
            return said(next(name for holds, name in kinds if holds in data))
    return None
