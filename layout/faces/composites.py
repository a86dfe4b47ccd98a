"""Glyphs once more in a TrueType subset: composites of the glyph, moved in boxes of their own.

A composite names another glyph and says how far it is moved: the outline is there once, whatever
number of boxes it is drawn in. Source of the layouts: OpenType 1.9.1, glyf, loca, hmtx, hhea, vmtx,
vhea, maxp.
"""

import struct
import sys
from array import array
from collections.abc import Sequence
from typing import Final

from layout.faces.copies import Copy

_HEADER: Final = struct.Struct(">hhhhh")
_COMPONENT: Final = struct.Struct(">HHhh")
_XY_AS_WORDS: Final = 0x0003
"""The two arguments are distances, 16 bits each (ARG_1_AND_2_ARE_WORDS, ARGS_ARE_XY_VALUES)."""
_ADDED: Final = _HEADER.size + _COMPONENT.size + 2
"""Bytes of a composite, filled up to a multiple of four."""
_SHORT_LOCA: Final = 0x1FFFE  # the furthest place that loca of 16 bits can name


def with_copies(program: bytes, copies: Sequence[Copy]) -> bytes:
    """A TrueType file with a further glyph for each of `copies`, numbered on from its own.

    Raises `struct.error`, `KeyError` and `ValueError` for a file whose tables do not hold together.
    """
    rows = _rows(program)
    tables = {tag: program[at : at + length] for tag, (_, at, length) in rows.items()}
    head = bytearray(tables[b"head"])
    (count,) = struct.unpack_from(">H", tables[b"maxp"], 4)
    glyf = tables[b"glyf"]
    places = _places(tables[b"loca"], count, wide=head[51] != 0)
    metrics = _metrics(tables, count)
    glyf += bytes(-len(glyf) % 4)
    places[-1] = len(glyf)
    added = []
    depth = 1
    for glyph, left, width, _ in copies:
        if places[glyph] == places[glyph + 1]:  # a blank
            places.append(places[-1])
            metrics.extend((width, 0))
            continue
        contours, low_x, low_y, high_x, high_y = _HEADER.unpack_from(glyf, places[glyph])
        depth = max(depth, 2 if contours < 0 else 1)
        added.append(
            _HEADER.pack(-1, low_x - left, low_y, high_x - left, high_y)
            + _COMPONENT.pack(_XY_AS_WORDS, glyph, -left, 0)
            + bytes(2)
        )
        places.append(places[-1] + _ADDED)
        metrics.extend((width, (low_x - left) & 0xFFFF))
    wide = places[-1] > _SHORT_LOCA or head[51] != 0
    head[50:52] = b"\0\1" if wide else b"\0\0"
    loca = array("I", places) if wide else array("H", [place // 2 for place in places])
    total = count + len(copies)
    hhea = tables[b"hhea"]
    widest = struct.pack(">H", max(metrics[::2]))
    more = b"".join(added)
    tables |= {
        b"glyf": glyf + more,
        b"loca": _big_endian(loca),
        b"hhea": hhea[:10] + widest + hhea[12:34] + struct.pack(">H", total),
        b"hmtx": _big_endian(metrics),
        b"maxp": _limits(tables[b"maxp"], total, depth),
        b"head": bytes(head[:8]) + bytes(4) + bytes(head[12:]),
    }
    if any(copy.height for copy in copies):
        tables |= _upright(struct.unpack_from(">H", head, 18)[0], count, copies)
    sums = {tag: _sum(body) for tag, body in tables.items() if tag != b"glyf"}
    sums[b"glyf"] = rows[b"glyf"][0] + _sum(more)  # summing it all up would take milliseconds
    return _file(program[:4], tables, sums)


def _rows(program: bytes) -> dict[bytes, tuple[int, int, int]]:
    """Checksum, offset and length of every table."""
    (count,) = struct.unpack_from(">H", program, 4)
    found = struct.iter_unpack(">4sIII", program[12 : 12 + 16 * count])
    return {tag: (checksum, at, length) for tag, checksum, at, length in found}


def _places(loca: bytes, count: int, *, wide: bool) -> list[int]:
    """Where the outline of each glyph begins in glyf, and where the last one ends."""
    each = "I" if wide else "H"
    found = struct.unpack_from(f">{count + 1}{each}", loca)
    return list(found) if wide else [place * 2 for place in found]


def _metrics(tables: dict[bytes, bytes], count: int) -> "array[int]":
    """Advance and left side bearing of every glyph, in turn."""
    (full,) = struct.unpack_from(">H", tables[b"hhea"], 34)
    if not 0 < full <= count:
        raise ValueError("hhea counts more advances than there are glyphs")
    rest = count - full
    found = struct.unpack_from(f">{2 * full + rest}H", tables[b"hmtx"])
    metrics = array("H", found[: 2 * full])
    last = found[2 * full - 2]
    for bearing in found[2 * full :]:
        metrics.extend((last, bearing))
    return metrics


def _upright(em: int, count: int, copies: Sequence[Copy]) -> dict[bytes, bytes]:
    """vhea and vmtx: how high boxes are in columns, an em but for the copies that say otherwise.

    MuPDF takes the way from one glyph of a column to the next from here.
    """
    heights = [em] * count + [copy.height or em for copy in copies]
    metrics = array("H", [number for height in heights for number in (height, 0)])
    half = em // 2
    vhea = struct.pack(
        ">IhhhHhhhhhhhhhhhH", 0x11000, half, -half, 0, max(heights), 0, 0, 0, 0, 1, 0, 0, 0, 0, 0,
        0, len(heights),
    )  # fmt: skip
    return {b"vhea": vhea, b"vmtx": _big_endian(metrics)}


def _limits(maxp: bytes, total: int, depth: int) -> bytes:
    """maxp for `total` glyphs, of which some are composites of one glyph, `depth` deep."""
    numbers = list(struct.unpack(">IH13H", maxp[:32]))
    numbers[1] = total
    points, contours = numbers[2:4]
    numbers[4] = max(numbers[4], points)
    numbers[5] = max(numbers[5], contours)
    numbers[13] = max(numbers[13], 1)  # maxComponentElements
    numbers[14] = max(numbers[14], depth if depth == 1 else numbers[14] + 1)
    return struct.pack(">IH13H", *numbers) + maxp[32:]


def _file(version: bytes, tables: dict[bytes, bytes], sums: dict[bytes, int]) -> bytes:
    """An sfnt file of these tables. The file's own checksum stands in head, which has none yet."""
    count = len(tables)
    reach = 1 << (count.bit_length() - 1)
    directory = version + struct.pack(
        ">HHHH", count, 16 * reach, reach.bit_length() - 1, 16 * (count - reach)
    )
    offset = 12 + 16 * count
    for tag in sorted(tables):
        length = len(tables[tag])
        directory += struct.pack(">4sIII", tag, sums[tag] & 0xFFFFFFFF, offset, length)
        offset += length + -length % 4
    whole = 0xB1B0AFBA - sum(sums.values()) - _sum(directory) & 0xFFFFFFFF
    head = tables[b"head"]
    bodies = tables | {b"head": head[:8] + struct.pack(">I", whole) + head[12:]}
    return directory + b"".join(
        bodies[tag] + bytes(-len(bodies[tag]) % 4) for tag in sorted(bodies)
    )


def _sum(data: bytes) -> int:
    data += bytes(-len(data) % 4)
    return sum(struct.unpack(f">{len(data) // 4}I", data))


def _big_endian(numbers: "array[int]") -> bytes:
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers.tobytes()
