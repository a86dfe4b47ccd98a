"""Deflate for PDF streams: zlib, or libdeflate where the extra `fast` is installed.

The two give different bytes of equal meaning, so the compressor is part of every cache key and
is named in the PDF's Producer: same input, same versions and same compressor, same bytes.
"""

import zlib
from collections.abc import Callable
from typing import Final

from layout.record import record

LEVEL: Final = 6
"""9 gains 0.3 % on outlines and costs ten times as long on a CIDToGIDMap, which is mostly zeros."""
ZLIB_PROGRAMS: Final = 4
FAST_PROGRAMS: Final = 1
"""Of font programs, most of what is deflated and little of what is won: against 6 they take 28 %
less time with zlib and 31 % less with libdeflate, for 1.7 % and 2.9 % more bytes."""


@record
class Compressor:
    """A way to make zlib streams, and that for font `programs`; `name` changes whenever its output
    may."""

    name: str
    compress: Callable[[bytes], bytes]
    programs: Callable[[bytes], bytes]


def zlib_compressor() -> Compressor:
    """The standard library's zlib, always there."""
    return Compressor(
        name=f"zlib-{zlib.ZLIB_RUNTIME_VERSION} level {LEVEL} and {ZLIB_PROGRAMS}",
        compress=lambda data: zlib.compress(data, LEVEL),
        programs=lambda data: zlib.compress(data, ZLIB_PROGRAMS),
    )


def best_compressor() -> Compressor:
    """libdeflate if it is installed (font streams in half the time), else zlib."""
    try:
        import deflate
    except ImportError:
        return zlib_compressor()
    return Compressor(
        name=f"libdeflate-{deflate.__version__} level {LEVEL} and {FAST_PROGRAMS}",
        compress=lambda data: bytes(deflate.zlib_compress(data, LEVEL)),
        programs=lambda data: bytes(deflate.zlib_compress(data, FAST_PROGRAMS)),
    )


def stream(entries: bytes, data: bytes, compressor: Compressor) -> bytes:
    """The body of a PDF stream object: dictionary `entries` and the deflated data."""
    return packed_stream(entries, compressor.compress(data))


def packed_stream(entries: bytes, packed: bytes) -> bytes:
    """The body of a PDF stream object whose data are deflated already."""
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\n" % (
        entries,
        len(packed),
        packed,
    )


def plain_stream(data: bytes) -> bytes:
    """The body of a PDF stream object of a few bytes, as they are."""
    return b"<</Length %d>>\nstream\n%s\nendstream\n" % (len(data), data)
