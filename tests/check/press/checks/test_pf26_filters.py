"""PF26: filters and depth."""

import zlib
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name

from layout.check.press.checks import pf26_filters
from tests.check.press.checks.plainsheet import Break, plain, told

CHECK = pf26_filters.CHECK


def picture(packed: Any, bits: int = 8) -> Break:
    def breaks(pdf: Any, page: Any) -> None:
        image = pdf.make_stream(b"")
        image.write(b"\x00" * 64, filter=packed)
        image.Type, image.Subtype, image.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
        image.Width = image.Height = 8
        image.BitsPerComponent = bits
        page.Resources.XObject = Dictionary(X=image)
        page.Contents = pdf.make_stream(b"q 50 0 0 50 99 99 cm /X Do Q")

    return breaks


@pytest.mark.parametrize(
    ("packed", "x4", "x1a"),
    [
        (Name.DCTDecode, [], []),
        (Name.CCITTFaxDecode, [], []),
        (Name.LZWDecode, ["error"], ["error"]),
        (Name.JPXDecode, [], ["error"]),
        (Name.JBIG2Decode, [], ["warning"]),
        (Name.Unheard, ["error"], ["error"]),
        (Name.BrotliDecode, ["error"], ["error"]),
        (Array([Name.ASCII85Decode, Name.LZWDecode]), ["error"], ["error"]),
    ],
)
def test_a_picture(packed: Any, x4: list[str], x1a: list[str]):
    assert [s for _, s in told(CHECK, plain("x4", picture(packed)))] == x4
    assert [s for _, s in told(CHECK, plain("x1a", picture(packed)), "x1a")] == x1a


def test_sixteen_bits():
    assert told(CHECK, plain(breaks=picture(Name.DCTDecode, 16))) == [("bits", "warning")]
    data = plain("x1a", picture(Name.DCTDecode, 16))
    assert told(CHECK, data, "x1a") == [("bits", "error")]


def test_streams_that_are_no_pictures():
    def breaks(pdf: Any, page: Any) -> None:
        metadata = pdf.make_stream(b"")
        metadata.write(zlib.compress(b"a"), filter=Array([Name.FlateDecode, Name.LZWDecode]))
        page.PieceInfo = Dictionary(A=Dictionary(Private=metadata))

    assert told(CHECK, plain(breaks=breaks)) == [("filter", "error")]


def test_a_picture_in_the_content():
    def breaks(pdf: Any, page: Any) -> None:
        page.Contents = pdf.make_stream(
            b"q 9 0 0 9 99 99 cm BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID \x80\x0b EI Q"
        )

    assert told(CHECK, plain(breaks=breaks)) == [("filter", "error")]


def test_data_in_another_file():
    def breaks(pdf: Any, page: Any) -> None:
        page.Thumb = pdf.make_stream(b"", F="other.bin")

    assert ("external", "error") in told(CHECK, plain(breaks=breaks))
