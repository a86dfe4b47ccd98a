"""A file as text that can be changed, the changes of it, and what is refused."""

import re
from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

from layout.diagnostics import Diagnostic
from layout.errors import BanxinError
from layout.record import record
from layout.spec.reader.chars import decode

BOM: Final = b"\xef\xbb\xbf"
_ROW: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class RefusedError(BanxinError):
    """A change that is not made, with what is told of it. `may` names what a person may agree to,
    after which it is made; it is empty where nothing helps."""

    def __init__(self, *told: Diagnostic, may: str = "") -> None:
        self.diagnostics = told
        self.may = may
        super().__init__(told)

    def __str__(self) -> str:
        return "\n".join(map(str, self.diagnostics))


@record(kw_only=False)
class TextChange:
    """The characters `start` up to `end` of a text, and what stands there instead."""

    start: int
    end: int
    new: str


def changed(text: str, changes: Iterable[TextChange]) -> str:
    """A text with changes made, none of which may lie over another."""
    out: list[str] = []
    at = 0
    for change in sorted(changes, key=lambda c: (c.start, c.end)):
        assert change.start >= at
        out += [text[at : change.start], change.new]
        at = change.end
    return "".join([*out, text[at:]])


def one_change(old: str, new: str) -> TextChange:
    """The shortest stretch in which two texts differ."""
    most = min(len(old), len(new))
    first = 0
    while first < most and old[first] == new[first]:
        first += 1
    last = 0
    while last < most - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return TextChange(first, len(old) - last, new[first : len(new) - last])


def rows_of(text: str) -> list[str]:
    """The rows of a text, each with its end."""
    return _ROW.findall(text)


def row_end(text: str) -> str:
    """How the rows of a text end: as the first of them does."""
    found = re.search(r"\r\n|\r|\n", text)
    return found[0] if found else "\n"


def as_text(data: bytes, file: str) -> tuple[str, bytes]:
    """The text of a file, and the byte order mark before it. Raises `StopError`."""
    return decode(data, file), BOM if data.startswith(BOM) else b""


def digest_of(data: bytes) -> str:
    """What a file is known by, to see whether it has been changed since."""
    return blake2b(data, digest_size=16).hexdigest()
