"""The entries of a FontDescriptor, from a face's own tables. ISO 32000-1, 9.8, table 122."""

import struct
from typing import Final

from layout.faces.face import Face

FIXED_PITCH: Final = 1 << 0
SERIF: Final = 1 << 1
SYMBOLIC: Final = 1 << 2  # always: codes are glyph ids, not a Latin character set
ITALIC: Final = 1 << 6

_SERIF_CLASSES: Final = frozenset((1, 2, 3, 4, 5, 7))  # sFamilyClass, OpenType OS/2


def descriptor_entries(face: Face, bbox: tuple[int, int, int, int]) -> bytes:
    """Flags, box, angle, ascent, descent, cap height and stem width, in 1/1000 em."""
    scale = 1000.0 / face.upem
    os2 = _table(face, "OS/2")
    post = _table(face, "post")
    hhea = _table(face, "hhea")
    weight, family_class, panose = 400, 0, bytes(10)
    ascent, descent = struct.unpack(">hh", hhea[4:8]) if len(hhea) >= 8 else (face.upem, 0)
    cap = ascent
    if len(os2) >= 72:
        (weight,) = struct.unpack(">H", os2[4:6])
        family_class = os2[30]
        panose = os2[32:42]
        ascent, descent = struct.unpack(">hh", os2[68:72])
    if len(os2) >= 90 and os2[:2] >= b"\x00\x02":
        (cap,) = struct.unpack(">h", os2[88:90])
    weight = round(face.axes.get("wght", weight))
    angle, fixed = 0.0, 0
    if len(post) >= 16:
        angle = struct.unpack(">i", post[4:8])[0] / 65536.0
        (fixed,) = struct.unpack(">I", post[12:16])
    flags = SYMBOLIC
    if family_class in _SERIF_CLASSES or (panose[0] == 2 and 2 <= panose[1] <= 10):
        flags |= SERIF
    if fixed:
        flags |= FIXED_PITCH
    if angle:
        flags |= ITALIC
    stem = round(50 + (weight / 65.0) ** 2)  # no font table states it; the usual estimate
    corners = " ".join(str(round(v * scale)) for v in bbox)
    return (
        f"/Flags {flags}/FontBBox[{corners}]/ItalicAngle {angle:g}"
        f"/Ascent {round(ascent * scale)}/Descent {round(descent * scale)}"
        f"/CapHeight {round(cap * scale)}/StemV {stem}"
    ).encode("ascii")


def _table(face: Face, tag: str) -> bytes:
    data: bytes = face.handle.reference_table(tag).data or b""
    return data
