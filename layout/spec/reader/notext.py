"""What a file is that was given for a text and is none: by the bytes that it begins with."""

from typing import Final

_BEGINNINGS: Final = (
    (b"PK\x03\x04", ((b"word/", "a Word file (.docx)"), (b"xl/", "an Excel file (.xlsx)"),
                     (b"ppt/", "a PowerPoint file (.pptx)"), (b"", "an archive (ZIP)"))),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ((b"", "a file of Word or WPS (.doc, .wps, .xls)"),)),
    (b"%PDF-", ((b"", "a PDF"),)),
    (b"{\\rtf", ((b"", "a file of rich text (.rtf)"),)),
    (b"\x89PNG\r\n", ((b"", "a picture (PNG)"),)),
    (b"\xff\xd8\xff", ((b"", "a picture (JPEG)"),)),
    (b"Rar!", ((b"", "an archive (RAR)"),)),
)  # fmt: skip
"""What files begin with that are given for a text, and what is found in them, with their names."""
SAVE_AS_TEXT: Final = "save its words as plain text (纯文本, UTF-8), in Word or WPS: 另存为"


def kind_of(data: bytes) -> str:
    """`a Word file (.docx)`, `a PDF`, `a picture (PNG)`; empty for what may be a text."""
    for begins, kinds in _BEGINNINGS:
        if data.startswith(begins):
            return next(name for holds, name in kinds if holds in data)
    return ""
