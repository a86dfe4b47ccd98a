"""The plates of a page of any PDF, without another program: its content rewritten for each ink."""

import numpy as np

from layout.color import PROCESS
from layout.pdf.document import PageNode, PdfDocument
from layout.pdf.inks.samples import JpegRows
from layout.pdf.inks.separated import separated
from layout.pdf.matrix import Box
from layout.pictures.channels import samples, unpacked
from layout.pictures.facts import PictureError
from layout.plates.drawn import tones_of
from layout.plates.plate import FULL, Plate, PlateError, Plates, Raster, Tones, frozen, raster_of
from layout.units import PT_PER_INCH
from layout.words.said import Said, said


def sheet_of(node: PageNode, dpi: float) -> tuple[Raster, Box]:
    """The raster of a page with its bleed, and its whole pixels in page space."""
    unit = node.user_unit or 1.0
    media, trim, bleed = node.media, node.trim, node.bleed
    left, bottom = (max(media[k], min(trim[k], bleed[k])) for k in (0, 1))
    right, top = (min(media[k], max(trim[k], bleed[k])) for k in (2, 3))
    raster = raster_of(
        (right - left) * unit,
        (top - bottom) * unit,
        tuple(v * unit for v in (trim[0] - left, top - trim[3], trim[2] - left, top - trim[1])),  # type: ignore[arg-type]
        dpi,
    )
    point = PT_PER_INCH / dpi / unit
    return raster, (left, top - raster.height * point, left + raster.width * point, top)


def page_of(document: PdfDocument, number: int) -> PageNode:
    """A page by its number from 1. Raises `PlateError` where there is none."""
    if not 0 < number <= len(document.pages):
        raise PlateError(said("PLATES.no-page", page=number, pages=len(document.pages)))
    return document.pages[number - 1]


def plates_of_pdf(document: PdfDocument, number: int, dpi: float, finer: int = 1) -> Plates:
    """The plates of a page, counted from 1, with its bleed.

    What could not be put apart is in `missed`. Raises `PlateError`, `PdfError`, `RenderError`.
    """
    node = page_of(document, number)
    raster, area = sheet_of(node, dpi)
    finest = 2 * finer * max(raster.width, raster.height)
    made = separated(document, node, area, _Arrays(), finest)
    found: dict[str, Tones] = {}
    if made.inks:
        unit = node.user_unit or 1.0
        drawn = tones_of(made.pdf, raster, dpi * unit, finer)
        found = dict(zip(made.inks, drawn, strict=True))
    document.warned()
    damage = [*document.faults[:1], *map(_says, document.warnings[:1])]
    bare = frozen(np.zeros((raster.height, raster.width), np.uint8))
    spots = [ink for ink in made.names if ink not in PROCESS and ink in found]
    return Plates(
        page=str(number),
        plates=tuple(
            [Plate(ink=ink, tones=frozen(found.get(ink, bare))) for ink in (*PROCESS, *spots)]
        ),
        dpi=dpi,
        trim=raster.trim,
        by="pdf",
        missed=(*[said("part.plates-mended", why=why) for why in damage], *made.missed),
    )


def _says(text: str) -> Said:
    return said("part.program-says", text=text[:200])


class _Arrays:
    """What is done to many samples at once, by NumPy and Pillow."""

    def jpeg(self, data: bytes, finest: int) -> JpegRows | None:
        """Decoded by halves, quarters or eighths where that is fine enough."""
        try:
            return JpegRows(*samples(data, finest))
        except PictureError:
            return None

    def jpeg_2000(self, data: bytes) -> JpegRows | None:
        """Decoded whole."""
        try:
            return JpegRows(*unpacked(data))
        except PictureError:
            return None

    def reduced(self, rows: bytes, width: int, height: int, by: int) -> tuple[bytes, int, int]:
        """The means of whole squares; what is left over at the right and the foot is drawn in."""
        wide, high = -(-width // by), -(-height // by)
        given = np.frombuffer(rows, np.uint8).reshape(height, width)
        whole = np.empty((high * by, wide * by), np.uint8)
        whole[:height, :width] = given
        whole[height:, :width] = given[-1:]
        whole[:, width:] = whole[:, width - 1 : width]
        total = whole.reshape(high, by, wide, by).sum(axis=(1, 3), dtype=np.uint32)
        return ((total + by * by // 2) // (by * by)).astype(np.uint8).tobytes(), wide, high

    def replaced(self, rgb: bytes) -> tuple[bytes, bytes, bytes, bytes]:
        """All grey in black."""
        inks = FULL - np.frombuffer(rgb, np.uint8).reshape(-1, 3)
        black = inks.min(axis=1)
        cyan, magenta, yellow = ((inks[:, k] - black).tobytes() for k in range(3))
        return cyan, magenta, yellow, black.tobytes()
