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


@pytest.mark.parametrize(
    ("info", "xmp_date", "alike"),
    [
        ("D:20261128080000+08'00'", "2026-11-28T08:00:00+08:00", True),
        ("D:20261128080000+08'00'", "2026-11-28T00:00:00Z", True),
        ("D:20261128080000+08'00", "2026-11-28T08:00:00.123+08:00", True),
        ("D:20261128080000Z00'00'", "2026-11-28T08:00:00Z", True),
        ("D:20261128080000", "2026-11-28T08:00:00+08:00", True),
        ("D:20261128080000+08'00'", "2026-11-28T08:00:00Z", False),
        ("D:20261128080001+08'00'", "2026-11-28T08:00:00+08:00", False),
        ("yesterday", "2026-11-28T08:00:00+08:00", False),
    ],
)
def test_dates_of_info_and_xmp_are_one_moment(info: str, xmp_date: str, alike: bool):
    def breaks(pdf: pikepdf.Pdf, _page: object) -> None:
        pdf.docinfo["/CreationDate"] = info
        pdf.Root.Metadata = pdf.make_stream(xmp(xmp__CreateDate=xmp_date))

    assert told(CHECK, plain(breaks=breaks)) == ([] if alike else [("apart", "warning")])


def test_a_version_in_the_catalogue_counts():
    def breaks(pdf: pikepdf.Pdf, _page: object) -> None:
        pdf.Root.Version = pikepdf.Name("/1.7")

    assert told(CHECK, plain(breaks=breaks)) == [("version", "error")]


def test_the_older_x1a_is_taken_with_a_warning():
    def breaks(pdf: pikepdf.Pdf, _page: object) -> None:
        pdf.docinfo["/GTS_PDFXVersion"] = pikepdf.String("PDF/X-1:2001")
        pdf.docinfo["/GTS_PDFXConformance"] = pikepdf.String("PDF/X-1a:2001")

    assert told(CHECK, plain("x1a", breaks), "x1a") == [("older", "warning")]
