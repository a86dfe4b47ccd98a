"""A CFF table as a PDF wants it: CID-keyed, its glyphs named by the codes of the page.

A PDF reader finds the glyph of a code in such a font by the font's own list of CIDs (its charset:
ISO 32000-1, 9.7.4.2), and no other map stands between. So the list is written anew: each glyph gets
the code that the page has for it, one or several. A font whose glyphs have names (not CIDs) becomes
CID-keyed on the way. Outlines are passed on as they are, but for those that are moved.

Sources of the layouts: Adobe Technical Notes 5176 (CFF) and 5177 (Type 2 charstrings).
"""

import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate, groupby, pairwise
from typing import Final, NamedTuple

from layout.faces.copies import Copy

# Operators of dictionaries; those of two bytes have 12 as their first (Technical Note 5176, tables
# 9, 10 and 23).
_FONT_BBOX, _CHARSET, _CHAR_STRINGS, _PRIVATE, _SUBRS = 5, 15, 17, 18, 19
_DEFAULT_WIDTH, _NOMINAL_WIDTH = 20, 21
_FONT_MATRIX, _ROS, _CID_COUNT, _FD_ARRAY, _FD_SELECT = 0xC07, 0xC1E, 0xC22, 0xC24, 0xC25
_OWN_STRINGS: Final = 391
"""The first number of a string that is the font's own."""
# Operators of charstrings (Technical Note 5177, appendix A).
_VMOVETO, _ENDCHAR, _RMOVETO, _HMOVETO = 4, 14, 21, 22

Entry = tuple[int, tuple[float, ...], bytes]
"""An operator of a dictionary, its operands, and these as they stand in the file."""


class _Font(NamedTuple):
    name: bytes
    top: list[Entry]
    subrs: list[bytes]
    glyphs: list[bytes]
    parts: list[tuple[list[Entry], bytes, list[bytes]]]  # font dictionary, private one, its subrs
    part_of: list[int]  # by glyph


def coded(table: bytes, codes: Mapping[int, int | Copy]) -> bytes:
    """The table with a glyph for each code, in order of the codes; glyph 0 is .notdef.

    What a code stands for is a glyph's number in `table`, or a copy of it. Glyphs that are moved
    must have no hints and call no subroutines. Raises `ValueError`, `IndexError` or `struct.error`
    for a table that cannot be read.
    """
    font = _read(table)
    order = sorted(code for code in codes if code)
    glyphs, parts = [font.glyphs[0]], [font.part_of[0]]
    for code in order:
        what = codes[code]
        glyph = what.glyph if isinstance(what, Copy) else what
        part = font.part_of[glyph]
        body = font.glyphs[glyph]
        if isinstance(what, Copy):
            nominal = _number(font.parts[part][1], _NOMINAL_WIDTH)
            body = _moved(body, what.left, round(what.width - nominal))
        glyphs.append(body)
        parts.append(part)
    return _written(font, order, glyphs, parts)


def _read(table: bytes) -> _Font:
    names, at = _index(table, table[2])
    tops, at = _index(table, at)
    _, at = _index(table, at)
    subrs, _ = _index(table, at)
    top = _entries(tops[0])
    places = {operator: operands for operator, operands, _ in top}
    glyphs, _ = _index(table, int(places[_CHAR_STRINGS][0]))
    if _FD_ARRAY in places:
        found, _ = _index(table, int(places[_FD_ARRAY][0]))
        dictionaries = [_entries(one) for one in found]
        part_of = _parts_of(table, int(places[_FD_SELECT][0]), len(glyphs))
    else:
        dictionaries = [[entry for entry in top if entry[0] == _PRIVATE]]
        part_of = [0] * len(glyphs)
    parts = [(one, *_private(table, one)) for one in dictionaries]
    if not glyphs or max(part_of) >= len(parts):
        raise ValueError("the table names no such part of itself")
    return _Font(names[0], top, subrs, glyphs, parts, part_of)


def _private(table: bytes, dictionary: list[Entry]) -> tuple[bytes, list[bytes]]:
    """A part's private dictionary without the place of its subroutines, and these."""
    size, at = next((v for operator, v, _ in dictionary if operator == _PRIVATE), (0, 0))
    start, end = int(at), int(at + size)
    entries = _entries(table[start:end])
    subrs: list[bytes] = []
    for operator, operands, _ in entries:
        if operator == _SUBRS:
            subrs, _ = _index(table, start + int(operands[0]))
    return _dictionary([e for e in entries if e[0] != _SUBRS]), subrs


def _written(font: _Font, codes: list[int], glyphs: list[bytes], parts: list[int]) -> bytes:
    """The file: header, name, top dictionary, strings, subroutines, and what the top points to."""
    used = sorted(set(parts))
    number = {part: at for at, part in enumerate(used)}
    charset = b"\x02" + _ranges(codes)
    select = _selection([number[part] for part in parts])
    strings = _index_of(glyphs)
    adobe, identity = _OWN_STRINGS, _OWN_STRINGS + 1
    kept = _dictionary([entry for entry in font.top if entry[0] in (_FONT_BBOX, _FONT_MATRIX)])

    def top(*places: int) -> bytes:
        pairs = zip((b"\x0f", b"\x11", b"\x0c\x25", b"\x0c\x24"), places, strict=True)
        return _index_of(
            [
                _long(adobe) + _long(identity) + _long(0) + b"\x0c\x1e"
                + _long(max(codes, default=0) + 1) + b"\x0c\x22"
                + kept
                + b"".join(_long(place) + operator for operator, place in pairs)
            ]
        )  # fmt: skip

    head = b"\x01\x00\x04\x04" + _index_of([font.name])
    tail = _index_of([b"Adobe", b"Identity"]) + _index_of(font.subrs)
    start = len(head) + len(top(0, 0, 0, 0)) + len(tail)
    blocks = [charset, strings, select]
    places = [start, *accumulate(map(len, blocks), initial=start)][1:]
    at = places[3]
    dictionaries, privates = [], b""
    for part in used:
        entries, private, subrs = font.parts[part]
        size = len(private)
        if subrs:
            size += 6
            private += _long(size) + bytes((_SUBRS,)) + _index_of(subrs)
        matrix = _dictionary([entry for entry in entries if entry[0] == _FONT_MATRIX])
        dictionaries.append(matrix + _long(size) + _long(at) + bytes((_PRIVATE,)))
        privates += private
        at += len(private)
    return b"".join(
        (head, top(places[0], places[1], places[2], at), tail, *blocks, privates,
         _index_of(dictionaries))
    )  # fmt: skip


def _ranges(codes: list[int]) -> bytes:
    """Rows of neighbouring codes: the first, and how many follow it (charset format 2)."""
    rows = []
    for _, row in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0]):
        found = list(row)
        rows.append(struct.pack(">HH", found[0][1], len(found) - 1))
    return b"".join(rows)


def _selection(parts: list[int]) -> bytes:
    """Which part each glyph belongs to, in rows (FDSelect format 3)."""
    rows, at = [], 0
    for part, row in groupby(parts):
        rows.append(struct.pack(">HB", at, part))
        at += sum(1 for _ in row)
    return struct.pack(">BH", 3, len(rows)) + b"".join(rows) + struct.pack(">H", at)


def _parts_of(table: bytes, at: int, count: int) -> list[int]:
    if table[at] == 0:
        return list(table[at + 1 : at + 1 + count])
    if table[at] != 3:
        raise ValueError(f"FDSelect has no format {table[at]}")
    (rows,) = struct.unpack_from(">H", table, at + 1)
    found = [struct.unpack_from(">HB", table, at + 3 + 3 * row) for row in range(rows)]
    (end,) = struct.unpack_from(">H", table, at + 3 + 3 * rows)
    found.append((end, 0))
    if found[0][0] or any(last <= first for (first, _), (last, _) in pairwise(found)):
        raise ValueError("the rows of FDSelect do not follow one another")
    out = [part for (first, part), (last, _) in pairwise(found) for _ in range(first, last)]
    if len(out) != count:
        raise ValueError("FDSelect does not name every glyph once")
    return out


def _index(table: bytes, at: int) -> tuple[list[bytes], int]:
    """The items of an INDEX, and where it ends."""
    (count,) = struct.unpack_from(">H", table, at)
    if not count:
        return [], at + 2
    size = table[at + 2]
    if not 1 <= size <= 4:
        raise ValueError("an INDEX has offsets of 1 to 4 bytes")
    first, base = at + 3, at + 2 + (count + 1) * size
    raw = table[first : base + 1]
    offsets = [
        base + int.from_bytes(raw[k : k + size], "big") for k in range(0, (count + 1) * size, size)
    ]
    if offsets != sorted(offsets) or offsets[-1] > len(table):
        raise ValueError("an INDEX does not lie inside its table")
    return [table[a:b] for a, b in pairwise(offsets)], offsets[-1]


def _index_of(items: Sequence[bytes]) -> bytes:
    if not items:
        return b"\0\0"
    offsets = list(accumulate(map(len, items), initial=1))
    size = (offsets[-1].bit_length() + 7) // 8
    places = b"".join([offset.to_bytes(size, "big") for offset in offsets])
    return struct.pack(">HB", len(items), size) + places + b"".join(items)


def _entries(data: bytes) -> list[Entry]:
    """The entries of a dictionary in order."""
    out: list[Entry] = []
    operands: list[float] = []
    at = start = 0
    while at < len(data):
        first = data[at]
        if first <= 21:
            operator, end = first, at + 1
            if first == 12:
                operator, end = 0xC00 | data[at + 1], at + 2
            out.append((operator, tuple(operands), data[start:at]))
            operands, start, at = [], end, end
            continue
        value, at = _operand(data, at)
        operands.append(value)
    return out


def _dictionary(entries: list[Entry]) -> bytes:
    return b"".join(
        raw + (bytes((operator,)) if operator < 0x100 else struct.pack(">H", operator))
        for operator, _, raw in entries
    )


def _number(dictionary: bytes, operator: int) -> float:
    return next((v[0] for found, v, _ in _entries(dictionary) if found == operator and v), 0.0)


def _operand(data: bytes, at: int) -> tuple[float, int]:
    """A number of a dictionary and where it ends."""
    first = data[at]
    if first == 28:
        return struct.unpack_from(">h", data, at + 1)[0], at + 3
    if first == 29:
        return struct.unpack_from(">i", data, at + 1)[0], at + 5
    if first == 30:
        digits = ""
        while "f" not in digits:
            at += 1
            digits += f"{data[at]:02x}"
        text = digits.partition("f")[0]
        return float(text.translate(_REAL)), at + 1
    return _small(data, at)


_REAL: Final = {ord("a"): ".", ord("b"): "E", ord("c"): "E-", ord("e"): "-"}


def _small(data: bytes, at: int) -> tuple[int, int]:
    """A number of one or two bytes, as dictionaries and charstrings have it."""
    first = data[at]
    if 32 <= first <= 246:
        return first - 139, at + 1
    if 247 <= first <= 250:
        return (first - 247) * 256 + data[at + 1] + 108, at + 2
    if 251 <= first <= 254:
        return -(first - 251) * 256 - data[at + 1] - 108, at + 2
    raise ValueError(f"no number begins with {first}")


def _long(value: int) -> bytes:
    """A number as a dictionary has it, always five bytes long."""
    return b"\x1d" + struct.pack(">i", value)


def _short(value: int) -> bytes:
    """A number as a charstring has it."""
    if -107 <= value <= 107:
        return bytes((value + 139,))
    return b"\x1c" + struct.pack(">h", value)


def _moved(glyph: bytes, left: int, width: int) -> bytes:
    """A charstring moved to the left; `width` is that of its box, less the part's nominal one.

    All that follows is counted from where the first of its moves ends.
    """
    numbers: list[float] = []
    at = 0
    while True:
        first = glyph[at]
        if first == 28:
            numbers.append(struct.unpack_from(">h", glyph, at + 1)[0])
            at += 3
        elif first == 255:
            numbers.append(struct.unpack_from(">i", glyph, at + 1)[0] / 65536)
            at += 5
        elif first >= 32:
            value, at = _small(glyph, at)
            numbers.append(value)
        else:
            break
    needed = {_RMOVETO: 2, _HMOVETO: 1, _VMOVETO: 1, _ENDCHAR: 0}.get(first)
    if needed is None or not needed <= len(numbers) <= needed + 1:
        raise ValueError("an outline to be moved begins with no move")
    if first == _ENDCHAR:
        return _short(width) + glyph[at:]
    move = numbers[len(numbers) - needed :]
    across, up = {_RMOVETO: move, _HMOVETO: [*move, 0], _VMOVETO: [0, *move]}[first]
    return _short(width) + _fixed(across - left) + _fixed(up) + bytes((_RMOVETO,)) + glyph[at + 1 :]


def _fixed(value: float) -> bytes:
    whole = round(value)
    return _short(whole) if whole == value else b"\xff" + struct.pack(">i", round(value * 65536))
