"""The header of a JPEG file, read without decoding it. ITU-T T.81, annex B."""

import struct
from typing import Final

from layout.record import record

_PLAIN: Final = frozenset((0xC0, 0xC1, 0xC2))  # baseline, extended, progressive; Huffman coded
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # these three are tables
_BARE: Final = frozenset((0x01, *range(0xD0, 0xD8)))  # markers without a length
_EOI: Final = b"\xff\xd9"


@record
class JpegHeader:
    """What the markers before the first scan say."""

    width: int
    height: int
    components: int
    bits: int
    plain: bool  # a coding that PDF's DCTDecode takes
    adobe: bool  # an APP14 marker: CMYK is stored inverted
    exif: bool
    dpi: float | None
    profile: bytes  # the ICC profile that it carries; empty where there is none
    complete: bool  # an end marker follows the first scan's start


def read_header(data: bytes) -> JpegHeader | None:
    """The header of `data`, or None when it is no JPEG or ends before its first scan."""
    if data[:2] != b"\xff\xd8":
        return None
    frame: tuple[int, int, int, int, int] | None = None
    adobe = exif = False
    dpi: float | None = None
    profile: dict[int, bytes] = {}
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF or marker in _BARE:  # fill bytes, and markers that stand alone
            at += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        body = data[at + 4 : at + 2 + length]
        if marker in _FRAMES and len(body) >= 6:
            bits, height, width, components = struct.unpack_from(">BHHB", body)
            frame = (marker, bits, height, width, components)
        elif marker == 0xEE and body[:5] == b"Adobe":
            adobe = True
        elif marker == 0xE1 and body[:6] == b"Exif\x00\x00":
            exif = True
        elif marker == 0xE2 and body[:12] == b"ICC_PROFILE\x00" and len(body) > 14:
            profile[body[12]] = body[14:]  # ICC.1:2010, B.4: in parts, counted from 1
        elif marker == 0xE0 and body[:5] == b"JFIF\x00" and len(body) >= 12:
            unit, across = struct.unpack_from(">BH", body, 7)
            dpi = {1: float(across), 2: across * 2.54}.get(unit) or None
        elif marker == 0xDA:  # start of scan: the header is over
            if frame is None:
                return None
            kind, bits, height, width, components = frame
            return JpegHeader(
                width=width,
                height=height,
                components=components,
                bits=bits,
                plain=kind in _PLAIN and bits == 8,
                adobe=adobe,
                exif=exif,
                dpi=dpi,
                profile=b"".join([part for _, part in sorted(profile.items())]),
                complete=data.rfind(_EOI) > at,
            )
        at += 2 + length
    return None
