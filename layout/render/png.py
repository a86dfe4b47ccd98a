"""A PDF page as a PNG, through pypdfium2: for looking at, proofs and the README.

pdfium honours no overprint and knows only RGB: what it shows is for the eye, not for ink.
"""

from collections.abc import Iterator
from typing import Any, Final, Literal, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from layout.pictures.pillow import png_of, reduced
from layout.render.base import RenderError
from layout.units import PT_PER_INCH
from layout.words.said import said

MAX_SIDE_PX = 30_000
"""Of one side; an A0 sheet at 600 dpi has 28,087."""
BAND: Final = 1 << 24
"""Pixels that are drawn together of a picture that is reduced."""


def page_png(
    pdf: bytes,
    *,
    dpi: float,
    index: int = 0,
    cut: Literal["trim", "media"] = "trim",
    finer: int = 1,
) -> bytes:
    """Page `index` (from 0) of `pdf` as a PNG of `dpi` pixels an inch, RGB.

    `cut` is the part shown: the finished page, or the whole sheet with its bleed. Text is smoothed
    in grey, never in coloured fringes. It is drawn so many times `finer` and reduced to its pixels'
    means, for lines that would be thinner than a pixel. Raises `RenderError`.
    """
    document = _open(pdf)
    try:
        page = _page(document, index)
        page.set_rotation(0)  # as it lies on its sheet, whatever Rotate says to a reader
        left, bottom, right, top = _box(page, cut)
        scale = dpi / PT_PER_INCH
        width, height = round((right - left) * scale), round((top - bottom) * scale)
        _bounded(width, height)
        if finer == 1:
            rows = _pixels(page, (left, top), scale, (width, height))
        else:
            rows = b"".join(_reduced(page, (left, top), scale, (width, height), finer))
    finally:
        document.close()
    return png_of("RGB", (width, height), rows, dpi, "BGRX")


class Band(NamedTuple):
    """Rows of a page in colour: `height` rows of `width` pixels, four bytes each: blue, green, red
    and one that says nothing."""

    data: bytes
    width: int
    height: int


class PdfPages:
    """A PDF that is drawn page by page and asked for its words. Raises `RenderError` where it
    cannot be opened; close it when it is done with."""

    def __init__(self, pdf: bytes) -> None:
        self._document = _open(pdf)
        self._pages: dict[int, tuple[Any, int]] = {}
        self._texts: dict[int, Any] = {}

    @property
    def count(self) -> int:
        """How many pages it has."""
        return len(self._document)

    def size(self, index: int) -> tuple[float, float]:
        """Width and height of a page's trim in points."""
        left, bottom, right, top = _box(self._page(index)[0], "trim")
        return right - left, top - bottom

    def turned(self, index: int) -> int:
        """By how many degrees a reader turns a page; it is drawn as it lies on its sheet."""
        return self._page(index)[1]

    def band(self, index: int, dpi: float, rect: tuple[int, int, int, int]) -> Band:
        """Pixels of a page on white, from the top left of its trim: left, top, width and height of
        the part. What lies outside of the trim is drawn too."""
        page, _ = self._page(index)
        left, _, _, top = _box(page, "trim")
        scale = dpi / PT_PER_INCH
        x, y, width, height = rect
        rows = _pixels(page, (left + x / scale, top - y / scale), scale, (width, height))
        return Band(rows, width, height)

    def words(self, index: int, left: float, top: float, right: float, bottom: float) -> str:
        """The words of a page within a rectangle, in points from the top left of its trim."""
        page, _ = self._page(index)
        x, _, _, y = _box(page, "trim")
        if index not in self._texts:
            self._texts[index] = page.get_textpage()
        found = self._texts[index].get_text_bounded(x + left, y - bottom, x + right, y - top)
        return " ".join(str(found).split())

    def pictures_alone(self) -> bool:
        """Whether nothing is to be seen on its pages but pictures, and each has one: as a scanner
        writes it. Words that are there to be searched and not to be seen do not count."""
        return all(_picture_alone(self._page(index)[0].raw) for index in range(self.count))

    def close(self) -> None:
        """Let go of it."""
        self._document.close()

    def _page(self, index: int) -> tuple[Any, int]:
        """A page as it lies on its sheet, and by how much a reader turns it."""
        if index not in self._pages:
            try:
                page = self._document[index]
                turned = int(page.get_rotation())
                page.set_rotation(0)
            except pdfium.PdfiumError as exc:
                told = said("part.pdf-no-page", pages=len(self._document), page=index + 1)
                raise RenderError(told) from exc
            self._pages[index] = page, turned
        return self._pages[index]


def _picture_alone(page: Any) -> bool:
    count = raw.FPDFPage_CountObjects(page)
    pictures = 0
    for at in range(count):
        thing = raw.FPDFPage_GetObject(page, at)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
        elif (
            kind != raw.FPDF_PAGEOBJ_TEXT
            or raw.FPDFTextObj_GetTextRenderMode(thing) != raw.FPDF_TEXTRENDERMODE_INVISIBLE
        ):
            return False
    return pictures > 0


def clear_png(pdf: bytes, *, dpi: float, cut: Literal["trim", "media"] = "trim") -> bytes:
    """The first page of `pdf` as a PNG that is clear where nothing is painted, RGBA. Raises
    `RenderError`."""
    document = _open(pdf)
    try:
        page = document[0]
        left, bottom, right, top = _box(page, cut)
        scale = dpi / PT_PER_INCH
        width = max(1, round((right - left) * scale))
        height = max(1, round((top - bottom) * scale))
        rows = _pixels(page, (left, top), scale, (width, height), clear=True)
    finally:
        document.close()
    return png_of("RGBA", (width, height), rows, dpi, "BGRA")


def _box(page: Any, cut: Literal["trim", "media"]) -> tuple[float, float, float, float]:
    """A box of the page, left, bottom, right, top: it may be written from any two corners that lie
    across (ISO 32000-1, 7.9.5); the sheet that pdfium draws where the page has none of a size."""
    x0, y0, x1, y1 = page.get_trimbox() if cut == "trim" else page.get_mediabox()
    left, right, bottom, top = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    if left < right and bottom < top:
        return left, bottom, right, top
    width, height = page.get_size()
    return 0.0, 0.0, float(width), float(height)


class GreyBand(NamedTuple):
    """A page in grey, 255 white: `height` rows of `stride` bytes, the first `width` are pixels."""

    data: Any
    width: int
    height: int
    stride: int


def grey_pages(
    pdf: bytes, size: tuple[int, int], dpi: float, *, finer: int = 1, rows: int = 1 << 20
) -> Iterator[Iterator[GreyBand]]:
    """Every page of `pdf` in grey, from the top left of its media on: rasters of `size` pixels of
    `dpi`, drawn so many times `finer`, in bands of so many `rows` (of `size`) each.

    The pixels of a band are good until the next one is asked for. Raises `RenderError`.
    """
    document = _open(pdf)
    try:
        for page in document:
            yield _bands(page, size, dpi / PT_PER_INCH, finer, rows)
    finally:
        document.close()


def grey_page(
    pdf: bytes, dpi: float, *, index: int = 0, finer: int = 1
) -> tuple[tuple[int, int], bytes]:
    """Page `index` (from 0), cut to its trim, in grey: how many pixels across and down, and rows of
    them, 255 white. It is drawn `finer` and reduced to means. Raises `RenderError`."""
    from layout.pictures.pillow import reduced_grey

    document = _open(pdf)
    try:
        page = _page(document, index)
        page.set_rotation(0)
        left, bottom, right, top = _box(page, "trim")
        scale = dpi * finer / PT_PER_INCH
        width, height = (
            round(side * dpi / PT_PER_INCH) * finer for side in (right - left, top - bottom)
        )
        _bounded(width, height)
        bitmap = pdfium.PdfBitmap.new_native(width, height, raw.FPDFBitmap_Gray)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        _draw(page, bitmap, (left, top), scale)
        return reduced_grey(bytes(bitmap.buffer), (width, height), bitmap.stride, finer)
    finally:
        document.close()


def grey_sheet(
    pdf: bytes, *, index: int = 0, dpi: float, sides: tuple[int, int]
) -> tuple[tuple[int, int], bytes, float]:
    """Page `index` (from 0) of any PDF in grey as a reader shows it, turned and cropped as it says:
    its size, rows, and the pixels an inch it came out at. These are `dpi`, fewer or more where the
    longer side would not be between two numbers of pixels. Raises `RenderError`."""
    from layout.pictures.pillow import reduced_grey

    document = _open(pdf)
    try:
        page = _page(document, index)
        longer = max(page.get_size())
        if not longer > 0:
            raise RenderError(said("part.png-bounds", width_px=0, height_px=0))
        scale = min(max(dpi / PT_PER_INCH, sides[0] / longer), sides[1] / longer)
        shown = page.render(scale=scale, grayscale=True, may_draw_forms=False)
        size, rows = reduced_grey(bytes(shown.buffer), (shown.width, shown.height), shown.stride, 1)
    except (pdfium.PdfiumError, ValueError) as exc:
        raise RenderError(
            said("part.pdf-unopened", reason=said("part.program-says", text=str(exc)))
        ) from exc
    finally:
        document.close()
    return size, rows, scale * PT_PER_INCH


def _page(document: Any, index: int) -> Any:
    if not 0 <= index < len(document):
        raise RenderError(said("part.pdf-no-page", pages=len(document), page=index + 1))
    return document[index]


def _bounded(width: int, height: int) -> None:
    if not (0 < width <= MAX_SIDE_PX and 0 < height <= MAX_SIDE_PX):
        raise RenderError(said("part.png-bounds", width_px=width, height_px=height))


def _bands(
    page: Any, size: tuple[int, int], scale: float, finer: int, rows: int
) -> Iterator[GreyBand]:
    left, _, _, top = page.get_mediabox()
    for start in range(0, size[1], rows):
        width, height = size[0] * finer, min(rows, size[1] - start) * finer
        bitmap = pdfium.PdfBitmap.new_native(width, height, raw.FPDFBitmap_Gray)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        _draw(page, bitmap, (left, top - start / scale), scale * finer)
        yield GreyBand(bitmap.buffer, width, height, bitmap.stride)


def _reduced(
    page: Any, corner: tuple[float, float], scale: float, size: tuple[int, int], finer: int
) -> Iterator[bytes]:
    """The page as `_pixels` has it, drawn finer in bands of so many rows as take some memory."""
    width, height = size
    step = max(1, BAND // (width * finer * finer))
    for top in range(0, height, step):
        rows = min(step, height - top)
        at = (corner[0], corner[1] - top / scale)
        fine = _pixels(page, at, scale * finer, (width * finer, rows * finer))
        yield reduced(fine, (width * finer, rows * finer), finer)


def _open(pdf: bytes) -> Any:
    try:
        return pdfium.PdfDocument(pdf)
    except pdfium.PdfiumError as exc:
        raise RenderError(
            said("part.pdf-unopened", reason=said("part.program-says", text=str(exc)))
        ) from exc


def _pixels(
    page: Any,
    corner: tuple[float, float],
    scale: float,
    size: tuple[int, int],
    *,
    clear: bool = False,
) -> bytes:
    """The page drawn on white, or on nothing where it is to stay `clear`, with `corner` (PDF
    points) at the top left, as BGRX rows, or BGRA."""
    width, height = size
    kind = raw.FPDFBitmap_BGRA if clear else raw.FPDFBitmap_BGRx
    bitmap = pdfium.PdfBitmap.new_native(width, height, kind)
    bitmap.fill_rect((255, 255, 255, 0 if clear else 255), 0, 0, width, height)
    _draw(page, bitmap, corner, scale, raw.FPDF_ANNOT)
    stride = bitmap.stride
    data = bytes(bitmap.buffer)
    if stride == width * 4:
        return data
    return b"".join(data[y * stride : y * stride + width * 4] for y in range(height))


def _draw(
    page: Any, bitmap: Any, corner: tuple[float, float], scale: float, flags: int = 0
) -> None:
    """The page drawn on a bitmap, with `corner` (PDF points) at its top left."""
    box_left, _, _, box_top = page.get_cropbox()  # where pdfium's own page space begins
    shift_x, shift_y = (box_left - corner[0]) * scale, (corner[1] - box_top) * scale
    matrix = raw.FS_MATRIX(scale, 0, 0, scale, shift_x, shift_y)
    clip = raw.FS_RECTF(0, 0, bitmap.width, bitmap.height)
    raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, clip, flags)
