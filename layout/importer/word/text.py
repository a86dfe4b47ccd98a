"""Characters of a text out of a .docx: those that a story may hold, and those that are counted."""

import re
from typing import Final

_NEVER: Final = (
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    r"\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
"""Controls, marks of direction, lost bytes: what a story may not hold, for it cannot be seen."""
_FORBIDDEN: Final = re.compile(f"[{_NEVER}]")
_NOT_COUNTED: Final = re.compile(rf"[\s{_NEVER}]+")


def clean(text: str) -> str:
    """A text with each line end a blank, without what a story may not hold."""
    if text.isprintable() and "\ufffd" not in text and "\ufffc" not in text:
        return text
    return _FORBIDDEN.sub("", re.sub(r"[\n\r\x0b\x0c\x85\u2028\u2029]", " ", text))


def counted(text: str) -> str:
    """The characters of a text that print: blanks and what cannot be seen do not count."""
    return _NOT_COUNTED.sub("", text)
