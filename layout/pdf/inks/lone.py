"""A page as a PDF of its own whose media are the pixels of a raster: what another program draws."""

import io
from decimal import Decimal
from typing import Final

import pikepdf

from layout.pdf.document import PageNode, PdfDocument
from layout.pdf.limits import DamagedPdfError
from layout.pdf.matrix import Box
from layout.pdf.objects import FAULTS, get, is_dict
from layout.words.said import said

BOXES: Final = ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/UserUnit")


def lone_page(document: PdfDocument, node: PageNode, area: Box) -> bytes:
    """The page with `area` as its media, upright and in points. Raises `DamagedPdfError`."""
    try:
        out = pikepdf.new()
        out.pages.append(document.pdf.pages[node.number - 1])
        page = out.pages[0].obj
        for key in BOXES:
            if key in page:
                del page[key]
        page.MediaBox = pikepdf.Array([Decimal(f"{v:.6f}") for v in area])
        layers = get(document.root, "/OCProperties")
        if is_dict(layers):
            whole = layers if layers.is_indirect else document.pdf.make_indirect(layers)
            out.Root.OCProperties = out.copy_foreign(whole)
        target = io.BytesIO()
        out.save(target)
    except FAULTS as exc:
        told = said("part.program-says", text=str(exc)[:200])
        raise DamagedPdfError(said("part.pdfread-damaged", reason=told)) from exc
    return target.getvalue()
