"""Small PDFs for tests: a page of given operators, made by pikepdf alone."""

import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name


def made(
    content: bytes, resources: dict[str, Any] | None = None, *, page: dict[str, Any] | None = None
) -> bytes:
    """A file of one page, 200 × 300 pt, with a trim 10 pt inside; Helvetica as /F1."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    given = Dictionary(resources or {})
    fonts = given.get("/Font", Dictionary())
    fonts.F1 = font
    given.Font = fonts
    obj = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, 200, 300]),
        TrimBox=Array([10, 10, 190, 290]),
        Resources=given,
        Contents=pdf.make_stream(content),
    )
    for key, value in (page or {}).items():
        obj[f"/{key}"] = value
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(obj)))
    return saved(pdf)


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    """The bytes of a file."""
    out = io.BytesIO()
    pdf.save(out, **options)
    return out.getvalue()
