"""A PDF page as a PNG, through pypdfium2: for looking at, proofs and the README.

pdfium honours no overprint and knows only RGB: what it shows is for the eye, not for ink.
"""

from typing import Any, Literal

import pypdfium2 as pdfium
from pypdfium2 import raw

from layout.pictures.pillow import png_of
from layout.render.base import RenderError
from layout.units import PT_PER_INCH

MAX_SIDE_PX = 30_000
"""Of one side; an A0 sheet at 600 dpi has 28,087."""


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has. Raises `RenderError` when it is none."""
    document = _open(pdf)
    try:
        return len(document)
    finally:
        document.close()


def page_png(
    pdf: bytes, *, dpi: float, index: int = 0, cut: Literal["trim", "media"] = "trim"
) -> bytes:
    """Page `index` (from 0) of `pdf` as a PNG of `dpi` pixels an inch, RGB.

    `cut` is the part shown: the finished page, or the whole sheet with its bleed. Text is smoothed
    in grey, never in coloured fringes. Raises `RenderError`.
    """
    document = _open(pdf)
    try:
        if not 0 <= index < len(document):
            raise RenderError(f"the PDF has {len(document)} pages; there is no page {index + 1}")
        page = document[index]
        left, bottom, right, top = page.get_trimbox() if cut == "trim" else page.get_mediabox()
        scale = dpi / PT_PER_INCH
        width, height = round((right - left) * scale), round((top - bottom) * scale)
        if not (0 < width <= MAX_SIDE_PX and 0 < height <= MAX_SIDE_PX):
            raise RenderError(f"a picture of {width} × {height} pixels is out of bounds")
        rows = _pixels(page, (left, top), scale, (width, height))
    finally:
        document.close()
    return png_of("RGB", (width, height), rows, dpi, "BGRX")


def _open(pdf: bytes) -> Any:
    try:
        return pdfium.PdfDocument(pdf)
    except pdfium.PdfiumError as exc:
        raise RenderError(f"the PDF cannot be opened ({exc})") from exc


def _pixels(page: Any, corner: tuple[float, float], scale: float, size: tuple[int, int]) -> bytes:
    """The page drawn on white with `corner` (PDF points) at the top left, as BGRX rows."""
    width, height = size
    bitmap = pdfium.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRx)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    box_left, _, _, box_top = page.get_cropbox()  # where pdfium's own page space begins
    shift_x, shift_y = (box_left - corner[0]) * scale, (corner[1] - box_top) * scale
    matrix = raw.FS_MATRIX(scale, 0, 0, scale, shift_x, shift_y)
    clip = raw.FS_RECTF(0, 0, width, height)
    raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, clip, raw.FPDF_ANNOT)
    stride = bitmap.stride
    data = bytes(bitmap.buffer)
    if stride == width * 4:
        return data
    return b"".join(data[y * stride : y * stride + width * 4] for y in range(height))
