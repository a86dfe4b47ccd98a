"""PF01: what a file claims to be."""

import pikepdf
import pytest

from layout.check.press.checks import pf01_identity
from tests.check.press.checks.plainsheet import plain, told, xmp

CHECK = pf01_identity.CHECK


@pytest.mark.parametrize("standard", ["x4", "x1a"])
def test_a_sound_file_is_passed(standard: str):
    assert told(CHECK, plain(standard), standard) == []


def test_each_standard_refuses_the_other():
    assert ("other", "error") in told(CHECK, plain("x1a"), "x4")
    assert ("other", "error") in told(CHECK, plain("x4"), "x1a")
    assert told(CHECK, plain("x1a"), "none") == []


def test_a_version_that_is_too_new():
    assert told(CHECK, plain(force_version="1.7")) == [("version", "error")]
    assert told(CHECK, plain(force_version="1.5")) == []
    assert told(CHECK, plain("x1a", force_version="1.5"), "x1a") == [("version", "error")]


def test_object_streams_are_none_of_x1a():
    packed = pikepdf.ObjectStreamMode.generate
    found = told(CHECK, plain("x1a", object_stream_mode=packed, force_version=""), "x1a")
    assert ("streams", "error") in found
    assert told(CHECK, plain("x4", object_stream_mode=packed)) == []


@pytest.mark.parametrize(
    ("packet", "found"),
    [
        (xmp(dc__title=None), [("metadata", "warning")]),
        (xmp(xmp__CreateDate="2026-11-27T08:00:00+08:00"), [("apart", "warning")]),
        (xmp(pdfxid__GTS_PDFXVersion=None), [("none", "error")]),
        (xmp(pdfxid__GTS_PDFXVersion="PDF/X-4p"), [("other", "error")]),
        (b"<x:xmpmeta><", [("none", "error"), ("xmp", "error")]),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", [("none", "error"), ("xmp", "error")]),
    ],
)
def test_what_the_metadata_say(packet: bytes, found: list[tuple[str, str]]):
    def breaks(pdf: pikepdf.Pdf, _page: object) -> None:
        pdf.Root.Metadata = pdf.make_stream(packet)

    assert told(CHECK, plain(breaks=breaks)) == found
