"""The characters that a PDF of our own making can show, by the maps of its fonts to Unicode."""

import io
import re
from typing import Final

import pikepdf

from layout.record import record

_ONE: Final = re.compile(rb"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>")
_SECTION: Final = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_RANGE: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f]+>|\[[^\]]*\])")


@record
class PdfLetters:
    """Characters and the names of fonts."""

    characters: frozenset[str]
    fonts: tuple[str, ...]


def letters_of(data: bytes) -> PdfLetters:
    """What the fonts of a PDF hold. It must be one that was just made: nothing is doubted."""
    found: set[str] = set()
    names: dict[str, None] = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for one in pdf.objects:
            if not isinstance(one, pikepdf.Dictionary) or one.get("/Type") != pikepdf.Name.Font:
                continue
            name = str(one.get("/BaseFont", ""))[1:]
            if name:
                names[name[7:] if name[6:7] == "+" else name] = None
            table = one.get("/ToUnicode")
            if isinstance(table, pikepdf.Stream):
                found |= _mapped(table.read_bytes())
    return PdfLetters(characters=frozenset(found), fonts=tuple(names))


def _mapped(table: bytes) -> set[str]:
    found: set[str] = set()
    for kind, body in _SECTION.findall(table):
        if kind == b"char":
            for text in _ONE.findall(body):
                found.update(_text(text))
            continue
        for low, high, target in _RANGE.findall(body):
            if target.startswith(b"["):
                for text in re.findall(rb"<([0-9A-Fa-f]+)>", target):
                    found.update(_text(text))
                continue
            first = _text(target[1:-1])
            for step in range(int(high, 16) - int(low, 16) + 1):
                found.update(first[:-1], chr(ord(first[-1]) + step))
    return found


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace") or " "
