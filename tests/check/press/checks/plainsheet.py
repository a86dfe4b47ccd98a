"""A sound PDF/X-4 or PDF/X-1a of one page with a black patch, to be broken rule by rule."""

import io
import zlib
from collections.abc import Callable
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from layout.check.engine import run_checks
from layout.check.press.check import PressCheck
from layout.check.press.subject import gather
from layout.pictures.profile import shipped_profiles
from layout.record import replace

Break = Callable[[Pdf, Any], Any]
DAY = "D:20261128080000+08'00'"
XMP_DAY = "2026-11-28T08:00:00+08:00"


@cache
def profile() -> bytes:
    """The shipped newsprint profile, deflated."""
    return zlib.compress((shipped_profiles() / "newsprint-snap-tr002.icc").read_bytes())


def xmp(**more: str | None) -> bytes:
    """The packet of a PDF/X-4, with properties changed: `pdf__Trapped="True"`; None leaves out."""
    given: dict[str, str | None] = {
        "pdfxid:GTS_PDFXVersion": "PDF/X-4", "xmp:CreateDate": XMP_DAY, "xmp:ModifyDate": XMP_DAY,
        "xmp:MetadataDate": XMP_DAY, "dc:title": "a", "xmpMM:DocumentID": "uuid:1",
        "xmpMM:VersionID": "1", "xmpMM:RenditionClass": "default", "pdf:Trapped": "False",
    }  # fmt: skip
    given |= {key.replace("__", ":"): value for key, value in more.items()}
    rows = "".join(f"<{k}>{v}</{k}>" for k, v in given.items() if v is not None)
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
        f"{rows}</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def plain(standard: str = "x4", breaks: Break | None = None, **how: Any) -> bytes:
    """The file; `breaks` changes the document and its page before it is written as `how` says."""
    pdf = Pdf.new()
    icc = pdf.make_stream(b"")
    icc.write(profile(), filter=Name.FlateDecode)
    icc.N = 4
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String("CGATS TR 002"),
        Info=String("newsprint"), RegistryName=String("http://www.color.org"),
        DestOutputProfile=icc,
    )  # fmt: skip
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
    pdf.add_blank_page(page_size=(300, 400))
    page = pdf.pages[0].obj
    page.TrimBox = Array([20, 20, 280, 380])
    page.BleedBox = Array([10, 10, 290, 390])
    page.Resources = Dictionary()
    page.Contents = pdf.make_stream(b"0 0 0 1 k 100 100 50 50 re f")
    info = {"/Title": "a", "/CreationDate": DAY, "/ModDate": DAY, "/Trapped": Name("/False")}
    if standard == "x1a":
        info |= {"/GTS_PDFXVersion": String("PDF/X-1a:2003")}
        info |= {"/GTS_PDFXConformance": String("PDF/X-1a:2003")}
    else:
        pdf.Root.Metadata = pdf.make_stream(xmp(), Type=Name.Metadata, Subtype=Name.XML)
    for key, value in info.items():
        pdf.docinfo[key] = value
    if breaks is not None:
        breaks(pdf, page)
    out = io.BytesIO()
    given: dict[str, Any] = {
        "force_version": "1.4" if standard == "x1a" else "1.6",
        "object_stream_mode": pikepdf.ObjectStreamMode.disable,
        "compress_streams": False,  # else LZW is packed anew, whatever the decode level
        "fix_metadata_version": False,
    }
    if "encryption" not in how:  # pikepdf takes one of the two
        given["stream_decode_level"] = pikepdf.StreamDecodeLevel.none
    pdf.save(out, **(given | how))
    return out.getvalue()


def told(
    check: PressCheck[Any], data: bytes, standard: str = "x4", **limits: Any
) -> list[tuple[str, str]]:
    """What a check says of a file: the sub-code and severity of each finding."""
    subject = gather(data, "a.pdf", standard)
    report = run_checks([check.bound(replace(check.limits(), **limits))], subject)
    assert report.results[0].status != "not checked", report.results[0].why
    return [(d.sub, d.severity) for d in report.results[0].found]
