"""The check sums of a PNG's chunks, which decoders pass over. PNG (third edition), 5.3 and 5.4."""

import struct
import zlib
from typing import Final

from layout.words.said import Said, said

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_LOOKED_AT: Final = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT"))
"""The chunks that make up the first picture of a file."""


def damage(data: bytes) -> Said | str:
    """What is wrong with the first chunk whose check sum is not that of its bytes; empty where all
    are right, or `data` is no PNG. A chunk that is cut short is the decoder's to tell."""
    if not data.startswith(SIGNATURE):
        return ""
    at = len(SIGNATURE)
    view = memoryview(data)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 8 + length
        if end + 4 > len(data):
            break
        if kind in _LOOKED_AT and zlib.crc32(view[at + 4 : end]) != int.from_bytes(
            data[end : end + 4], "big"
        ):
            return said("part.png-check-sum", part=kind.decode("ascii"))
        at = end + 4
    return ""
