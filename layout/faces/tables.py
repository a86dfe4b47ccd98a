"""The table directory of a font file: that it is whole, and what it holds.

HarfBuzz passes over a table that runs off the end of its file, and draws blanks for the glyphs in
it: a font cut short by a broken copy would lose characters without a word. So the directory is
looked at before a face is opened. The glyphs themselves are not: that would read the whole file.
Source of the names and layouts: OpenType 1.9.1, "Organization of an OpenType Font", head, maxp,
loca.
"""

import struct
from pathlib import Path
from typing import BinaryIO, Final

from layout.words.said import said

REQUIRED: Final = ("cmap", "head", "hhea", "hmtx", "maxp")
"""What no face can be set without; the other tables OpenType requires are not read here."""
MOST_TABLES: Final = 512
LOCA_LOOKED_AT: Final = 256
"""Of the glyphs' offsets so many, the last ones: a file cut and mended loses its end first."""


class DamagedError(ValueError):
    """What is wrong with a font file, as the end of a sentence that begins with its name."""


class Directory:
    """A face's table directory: its bytes as they stand, its tables, and the size of the file."""

    __slots__ = ("raw", "size", "tables")

    def __init__(self, raw: bytes, tables: dict[str, tuple[int, int]], size: int) -> None:
        self.raw = raw
        self.tables = tables  # offset in the file and length, by tag
        self.size = size


def read_directory(path: Path, index: int) -> Directory:
    """The directory of face `index` of a TrueType or OpenType file, or collection.

    Raises `DamagedError` where a table is missing or lies outside the file, and `OSError`.
    """
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(0)
        try:
            raw = _raw(file, index)
            found = _tables(raw)
            _check_extents(found, size)
            _check_loca(file, found)
        except struct.error as exc:
            raise DamagedError(said("part.font-damaged-or-cut")) from exc
    return Directory(raw, found, size)


def collected(path: Path) -> int:
    """How many faces a file holds: more than one in a collection. Raises `OSError`."""
    with path.open("rb") as file:
        head = file.read(12)
    return int(struct.unpack(">I", head[8:12])[0]) if head[:4] == b"ttcf" and len(head) == 12 else 1


def _raw(file: BinaryIO, index: int) -> bytes:
    head = file.read(12)
    if head[:4] == b"ttcf":
        count = struct.unpack(">I", head[8:12])[0]
        if index >= count:
            raise DamagedError(said("part.font-no-face", number=index))
        file.seek(12 + 4 * index)
        file.seek(struct.unpack(">I", file.read(4))[0])
        head = file.read(12)
    elif index:
        raise DamagedError(said("part.font-no-face", number=index))
    count = struct.unpack(">H", head[4:6])[0]
    if not 0 < count <= MOST_TABLES:
        raise DamagedError(said("part.font-table-count", count=count))
    rest = file.read(16 * count)
    if len(rest) < 16 * count:
        raise DamagedError(said("part.font-list-cut"))
    return head + rest


def _tables(raw: bytes) -> dict[str, tuple[int, int]]:
    found = {
        tag.decode("latin-1"): (offset, length)
        for tag, _, offset, length in struct.iter_unpack(">4sIII", raw[12:])
    }
    strange = [tag for tag in found if not (tag.isascii() and tag.isprintable())]
    if strange:  # OpenType 1.9.1: a tag is four of the characters U+0020 to U+007E
        tag = repr(strange[0].encode("latin-1"))
        raise DamagedError(said("part.font-strange-table", tag=tag))
    missing = [tag for tag in REQUIRED if tag not in found]
    if "glyf" in found and "loca" not in found:
        missing.append("loca")
    if missing:
        raise DamagedError(said("part.font-no-table", tables=tuple(missing)))
    return found


def _check_extents(tables: dict[str, tuple[int, int]], size: int) -> None:
    end = max(offset + length for offset, length in tables.values())
    if end > size:
        beyond = [tag for tag, (offset, length) in tables.items() if offset + length > size]
        names = tuple([tag.strip() for tag in beyond])
        raise DamagedError(said("part.font-cut", tables=names, end=end, size=size))


def _check_loca(file: BinaryIO, tables: dict[str, tuple[int, int]]) -> None:
    """The glyphs' outlines lie inside `glyf`, one after another, as far as is looked."""
    if "glyf" not in tables:
        return
    glyphs = _number(file, ">H", tables["maxp"][0] + 4)
    wide = _number(file, ">h", tables["head"][0] + 50) != 0
    start, length = tables["loca"]
    each = 4 if wide else 2
    if length < (glyphs + 1) * each:
        raise DamagedError(said("part.font-loca-short"))
    count = min(glyphs + 1, LOCA_LOOKED_AT)
    file.seek(start + (glyphs + 1 - count) * each)
    ends = list(struct.unpack(f">{count}{'I' if wide else 'H'}", file.read(count * each)))
    if ends != sorted(ends) or ends[-1] * (1 if wide else 2) > tables["glyf"][1]:
        raise DamagedError(said("part.font-loca"))


def _number(file: BinaryIO, form: str, offset: int) -> int:
    file.seek(offset)
    return int(struct.unpack(form, file.read(2))[0])
