"""PDFs as advertisers send them, made with pikepdf: small, and right but for what a test makes
wrong."""

import io
import zlib
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from layout.pdf.art import PlacedForm
from layout.pdf.form import read_form

ORANGE = "PANTONE Orange 021 C"
CONTENT = b"""q 1 0 0 1 0 0 cm
0 0 0 0.2 k -20 -20 400 400 re f
/Spot cs 1 scn 20 20 60 40 re f
/Over gs 0 0 0 1 k 30 30 20 10 re f
Q"""


def inks(rgb: bytes, profile: bytes | None) -> bytes:
    """The complement of RGB, without black: what a test can foretell."""
    out = bytearray()
    for at in range(0, len(rgb), 3):
        out += bytes([255 - v for v in rgb[at : at + 3]]) + b"\0"
    return bytes(out)


def spot(pdf: pikepdf.Pdf, name: str = ORANGE, alternate: Any = Name.DeviceCMYK) -> Array:
    """A Separation whose full tint is M60 Y100, or red of an RGB alternate."""
    full = [0, 0.6, 1, 0] if alternate == Name.DeviceCMYK else [1, 0.4, 0]
    tint = Dictionary(
        FunctionType=2, Domain=[0, 1], N=1, C0=[0] * 4 if len(full) == 4 else [1] * 3, C1=full
    )
    return Array([Name.Separation, Name("/" + name), alternate, pdf.make_indirect(tint)])


def page_of(
    pdf: pikepdf.Pdf,
    content: bytes | list[bytes] = CONTENT,
    *,
    media: tuple[float, ...] = (0, 0, 220, 120),
    trim: tuple[float, ...] | None = (10, 10, 210, 110),
    resources: Any = None,
    **entries: Any,
) -> pikepdf.Page:
    """A page added to a PDF, its trim 200 × 100 points with 10 of bleed where nothing else is
    said."""
    if resources is None:
        over = Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)
        resources = Dictionary(ColorSpace={"/Spot": spot(pdf)}, ExtGState={"/Over": over})
    parts = [content] if isinstance(content, bytes) else content
    streams = [pdf.make_stream(part) for part in parts]
    given = {
        "/Type": Name.Page,
        "/MediaBox": Array(list(media)),
        "/Contents": streams[0] if len(streams) == 1 else Array(streams),
    }
    if resources is not False:
        given["/Resources"] = resources
    if trim is not None:
        given["/TrimBox"] = Array(list(trim))
    page = pikepdf.Page(
        pdf.make_indirect(Dictionary({**given, **{f"/{k}": v for k, v in entries.items()}}))
    )
    pdf.pages.append(page)
    return pdf.pages[-1]


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    out = io.BytesIO()
    pdf.save(out, static_id=True, **options)
    return out.getvalue()


def advert_pdf(content: bytes | list[bytes] = CONTENT, **options: Any) -> bytes:
    """A file of one page."""
    pdf = pikepdf.new()
    page_of(pdf, content, **options)
    return saved(pdf)


def form_of(data: bytes, number: int = 1) -> PlacedForm:
    return read_form(data, "ad.pdf", number, inks)


def image(pdf: pikepdf.Pdf, data: bytes, size: tuple[int, int], space: Any, **more: Any) -> Any:
    made = pdf.make_stream(zlib.compress(data))
    made.stream_dict = Dictionary({
        "/Type": Name.XObject, "/Subtype": Name.Image, "/Width": size[0], "/Height": size[1],
        "/BitsPerComponent": 8, "/ColorSpace": space, "/Filter": Name.FlateDecode,
        **{f"/{k}": v for k, v in more.items()},
    })  # fmt: skip
    return made
