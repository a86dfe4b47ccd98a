"""Whether a face of the user's own can be set with: what its tables say that no glyph shows.

The shipped faces are tested when they are built, so none of this is asked of them. A face that
opens may still lay every character on the one before it (advances of 0), have bitmaps in place of
outlines, or a map for GBK codes. Source of the layouts: OpenType 1.9.1, head, hhea, hmtx, cmap,
OS/2 (fsType).
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

from layout.words.said import Said, said

UPEM: Final = (16, 16384)
"""Units to the em that OpenType allows."""
HAN_LOOKED_AT: Final = "的一是在不了人有国中大报日月年"
LEAST_HAN: Final = 0.3
MOST_HAN: Final = 2.0
"""A Han that takes less or more of an em than this is a fault of the file, not a design: condensed
faces go down to 0.5."""
INK_LOOKED_AT: Final = 64
_BITMAPS: Final = ("EBDT", "CBDT", "sbix", "bdat")
_GBK: Final = {(3, 2): "Shift-JIS", (3, 3): "GBK", (3, 4): "Big5", (3, 5): "Wansung"}

# fsType: bits 0-3 say what is allowed, 8 and 9 what is not besides.
_USAGE: Final = 0x000F
_RESTRICTED: Final = 0x0002
_NO_SUBSETTING: Final = 0x0100
_BITMAPS_ONLY: Final = 0x0200

Table = Callable[[str], bytes]


def fault(handle: Any, font: Any, tables: Mapping[str, tuple[int, int]]) -> Said | str:
    """Why nothing can be set in an opened face, as the end of a sentence; empty where it can.

    `handle` and `font` are HarfBuzz's, `tables` the offsets and lengths of the file's own.
    """

    def table(tag: str) -> bytes:
        data: bytes = handle.reference_table(tag).data
        return data

    return no_outlines(tables) or _no_em(table) or _no_widths(table) or _no_map(
        handle, table
    ) or _no_ink(
        handle, font, tables
    ) or _odd_han(font, table)  # fmt: skip


def licence(handle: Any) -> Said | str:
    """What the maker of a face does not allow to be done with it in a PDF; empty for nothing."""
    data: bytes = handle.reference_table("OS/2").data
    if len(data) < 10:
        return ""
    kind = struct.unpack(">H", data[8:10])[0]
    if kind & _USAGE == _RESTRICTED:
        return said("part.licence-restricted")
    if kind & _BITMAPS_ONLY:
        return said("part.licence-bitmaps")
    if kind & _NO_SUBSETTING:
        return said("part.licence-whole")
    return ""


def unread(handle: Any, tables: Mapping[str, tuple[int, int]]) -> tuple[str, ...]:
    """The layout tables of a face that HarfBuzz passes over because they are damaged.

    Without GSUB marks have no forms for columns, and figures none of half an em.
    """
    read = {"GSUB": handle.has_layout_substitution, "GPOS": handle.has_layout_positioning}
    return tuple(tag for tag, is_read in read.items() if not is_read and tables.get(tag, (0, 0))[1])


def no_outlines(tables: Mapping[str, tuple[int, int]]) -> Said | str:
    """That a face has no table of outlines, as the end of a sentence; empty where it has one."""
    if "CFF " in tables or "CFF2" in tables or tables.get("glyf", (0, 0))[1]:
        return ""
    return _bitmaps(tables) or said("part.font-no-outlines")


def _bitmaps(tables: Mapping[str, tuple[int, int]]) -> Said | str:
    found = tuple([tag for tag in _BITMAPS if tag in tables])
    return said("part.font-bitmaps", tables=found) if found else ""


def _no_em(table: Table) -> Said | str:
    head = table("head")
    upem = struct.unpack(">H", head[18:20])[0] if len(head) >= 20 else 0
    if UPEM[0] <= upem <= UPEM[1]:
        return ""
    return said("part.font-em", units=upem, least=UPEM[0], most=UPEM[1])


def _no_widths(table: Table) -> Said | str:
    """HarfBuzz makes widths up where it finds none, and takes those of 0 for what they are."""
    hhea, hmtx = table("hhea"), table("hmtx")
    count = struct.unpack(">H", hhea[34:36])[0] if len(hhea) >= 36 else 0
    if not count or len(hmtx) < 4 * count:
        return said("part.font-hmtx", bytes=len(hmtx), glyphs=count)
    wide = hmtx[: 4 * count]
    if not any(wide[::4]) and not any(wide[1::4]):
        return said("part.font-no-widths")
    return ""


def _no_map(handle: Any, table: Table) -> Said | str:
    if len(handle.unicodes):
        return ""
    other = tuple([_GBK[key] for key in _subtables(table("cmap")) if key in _GBK])
    if other:
        return said("part.font-other-codes", codes=other)
    return said("part.font-no-unicode")


def _subtables(cmap: bytes) -> Iterator[tuple[int, int]]:
    """Platform and encoding of each map of characters."""
    if len(cmap) < 4:
        return
    count = struct.unpack(">H", cmap[2:4])[0]
    for platform, encoding, _ in struct.iter_unpack(">HHI", cmap[4 : 4 + 8 * min(count, 64)]
                                                    [: (len(cmap) - 4) // 8 * 8]):  # fmt: skip
        yield platform, encoding


def _no_ink(handle: Any, font: Any, tables: Mapping[str, tuple[int, int]]) -> Said | str:
    codes = handle.unicodes
    step = max(1, len(codes) // INK_LOOKED_AT)
    glyphs = [font.get_nominal_glyph(code) for code in islice(codes, 0, None, step)]
    for gid in glyphs:
        extents = font.get_glyph_extents(gid) if gid else None
        if extents is not None and extents.width and extents.height:
            return ""
    return _bitmaps(tables) or said("part.font-no-ink", count=len(glyphs))


def _odd_han(font: Any, table: Table) -> Said | str:
    upem = struct.unpack(">H", table("head")[18:20])[0]
    glyphs = [gid for gid in (font.get_nominal_glyph(ord(c)) for c in HAN_LOOKED_AT) if gid]
    if not glyphs:
        return ""
    widths = sorted(font.get_glyph_h_advance(gid) / upem for gid in glyphs)
    middle = widths[len(widths) // 2]
    if LEAST_HAN <= middle <= MOST_HAN:
        return ""
    return said("part.font-odd-han", wide_em=middle, least_em=LEAST_HAN, most_em=MOST_HAN)
