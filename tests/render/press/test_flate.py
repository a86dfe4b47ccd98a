"""Streams deflated: font programs faster than others, and no more than a little larger."""

import zlib

import pytest

from layout.faces.face import Face
from layout.faces.subset import subset
from layout.render.press.flate import Compressor, best_compressor, zlib_compressor

COMPRESSORS = [zlib_compressor(), best_compressor()]
LARGER = 1.05


@pytest.fixture(scope="module")
def program(song: Face) -> bytes:
    """The outlines of a thousand characters."""
    return subset(song, [song.glyph(chr(code)) for code in range(0x4E00, 0x5300)]).program


@pytest.mark.parametrize("compressor", COMPRESSORS, ids=lambda c: c.name)
def test_what_is_deflated_is_all_there(compressor: Compressor, program: bytes) -> None:
    for data in (b"", b"q", program):
        assert zlib.decompress(compressor.compress(data)) == data
        assert zlib.decompress(compressor.programs(data)) == data


@pytest.mark.parametrize("compressor", COMPRESSORS, ids=lambda c: c.name)
def test_font_programs_are_little_larger_than_they_could_be(
    compressor: Compressor, program: bytes
) -> None:
    assert len(compressor.programs(program)) < LARGER * len(compressor.compress(program))
