"""The plates of a display list, by Banxin's own drawing of it.

One PDF is made with a page of grey for each ink, by the press writer, and drawn by pdfium. The
faces are made once and serve every plate; a picture gives each plate its channel.
"""

import zlib
from collections.abc import Sequence
from typing import Final

from layout.color import PROCESS, Color
from layout.display.items import GlyphRun, Page, Picture, color_of
from layout.display.overprint import laid_parts
from layout.lastmade import NEVER
from layout.pictures.channels import channels
from layout.pictures.fineness import by_source
from layout.pictures.underlay import Underlay
from layout.plates.drawn import FINER, tones_of
from layout.plates.plate import MOST_INKS, Plate, PlateError, Plates, Raster, frozen, raster_of
from layout.plates.writer import PlateWriter
from layout.record import replace
from layout.render.base import Resources
from layout.render.press.cache import PressCache
from layout.render.press.flate import Compressor, packed_stream
from layout.render.press.fonts import write_font
from layout.render.press.numbers import num
from layout.render.press.objects import ObjectFile
from layout.render.press.page import picture_names, written
from layout.render.press.reading import aids_of
from layout.render.press.setting import DOWN, EmbeddedFace, collect, fonts_of
from layout.units import PT_PER_INCH
from layout.words.said import said

DPI: Final = 150.0

_GREY: Final = b"/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8"
_BARE: Final = b"\xff"


def _stored(data: bytes) -> bytes:
    return zlib.compress(data, 0)


_QUICK: Final = Compressor(name="stored", compress=_stored, programs=_stored)
"""pdfium reads the file at once, in memory: to deflate it well would be time lost."""


def plates_of_page(page: Page, resources: Resources, dpi: float = DPI) -> Plates:
    """The plates of a page and its bleed, at so many pixels an inch.

    A page on which a PDF is placed is separated by its press file, as a PDF of anyone's. Raises
    `PlateError`, `RenderError`, `PictureError`, `FaceError`, `PdfError`.
    """
    spots = spots_of(page)
    if any(resources.pictures.info(source).vector for source in picture_names(page)):
        return _by_file(page, resources, dpi, spots)
    edge = page.bleed
    raster = raster_of(
        page.width + 2 * edge,
        page.height + 2 * edge,
        (edge, edge, edge + page.width, edge + page.height),
        dpi,
    )
    inks = (*PROCESS, *spots)
    if len(inks) > MOST_INKS:
        raise PlateError(said("PLATES.inks", count=len(inks), most=MOST_INKS))
    pdf = grey_pdf(page, resources, inks, raster, dpi)
    tones = tones_of(pdf, raster, dpi)
    return Plates(
        page=page.name,
        plates=tuple(
            [Plate(ink=ink, tones=frozen(found)) for ink, found in zip(inks, tones, strict=True)]
        ),
        dpi=dpi,
        trim=raster.trim,
        by="banxin",
        alternates=spots,
    )


def _by_file(page: Page, resources: Resources, dpi: float, spots: dict[str, Color]) -> Plates:
    from layout.pdf.document import open_pdf  # few pages have a PDF on them
    from layout.plates.pdf import plates_of_pdf
    from layout.render.press.document import PressBackend

    file = open_pdf(PressBackend().render([page], resources))
    return replace(plates_of_pdf(file, 1, dpi, FINER), page=page.name, alternates=spots)


def spots_of(page: Page) -> dict[str, Color]:
    """The spots of a page by name, in the order they are met, each as its alternate."""
    found: dict[str, Color] = {}
    for item in page.items:
        if not isinstance(item, Picture):
            color = color_of(item)
            if color.spot:
                found.setdefault(color.spot, color.solid)
    return found


def grey_pdf(
    page: Page, resources: Resources, inks: Sequence[str], raster: Raster, dpi: float
) -> bytes:
    """A PDF with a page of grey for each of `inks`: black is full ink. Its media are the raster's
    pixels, neither more nor less."""
    cache = PressCache(_QUICK)
    faces = {item.face for item in page.items if isinstance(item, GlyphRun)}
    widths = {key: cache.widths_of(resources.face(key)) for key in faces}
    parts = aids_of(page, widths.__getitem__, NEVER)
    uses = collect(parts, resources, cache, NEVER)
    file = ObjectFile((1, 4))
    fonts = _fonts(uses, cache, file)
    pictures = _Channels(page, resources, file)
    width, height = (side * PT_PER_INCH / dpi for side in (raster.width, raster.height))
    look = Underlay(resources.pictures, page).most
    overprinting = laid_parts(page, [(part.name, part.items) for part in parts], look, NEVER)
    parent = file.reserve()
    kids = []
    for ink in inks:

        def writer(ink: str = ink, **rest: object) -> PlateWriter:
            return PlateWriter(
                ink=ink,
                shows=lambda source: pictures.have(source, ink),
                **rest,
            )

        left, top = page.bleed, height - page.bleed
        made = written(
            page, parts, uses, cache, writer, overprinting=overprinting, left=left, top=top
        )
        content = file.add(packed_stream(b"", _QUICK.compress(made.finish())))
        kids.append(
            file.add(
                b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s %s]/Contents %d 0 R"
                b"/Resources<</Font<<%s>>/XObject<<%s>>>>>>"
                % (
                    parent,
                    num(width).encode("ascii"),
                    num(height).encode("ascii"),
                    content,
                    fonts,
                    pictures.entries(ink),
                )
            )
        )
    numbers = b" ".join(b"%d 0 R" % number for number in kids)
    file.fill(parent, b"<</Type/Pages/Kids[%s]/Count %d>>" % (numbers, len(kids)))
    catalog = b"<</Type/Catalog/Pages %d 0 R>>" % parent
    return file.finish(catalog=catalog, info=b"<<>>", identity=bytes(16))


def _fonts(uses: dict[str, EmbeddedFace], cache: PressCache, file: ObjectFile) -> bytes:
    """The entries of the fonts in the resources of every plate."""
    made = fonts_of(uses, cache)
    entries = []
    for key, use in uses.items():
        number, down = write_font(made[key], file.add, down=use.down)
        entries.append(f"/{use.name} {number} 0 R")
        if down is not None:
            entries.append(f"/{use.name}{DOWN} {down} 0 R")
    return "".join(entries).encode("ascii")


class _Channels:
    """The pictures of a page: the channel of each ink, and what is seen of them."""

    def __init__(self, page: Page, resources: Resources, file: ObjectFile) -> None:
        self._names = picture_names(page)
        self._numbers: dict[str, dict[str, int]] = {}
        self._white: dict[str, int] = {}  # what knocks out where there is nothing of an ink
        shown = by_source(page.items)
        for source in self._names:
            picture = resources.pictures.press(source, page.press, shown[source])
            size = b"/Width %d/Height %d" % (picture.width, picture.height)
            veil = b""
            if picture.mask is not None:
                mask = packed_stream(_GREY + size, picture.mask)
                veil = b"/SMask %d 0 R" % file.add(mask)
            numbers = self._numbers[source] = {}
            for ink, rows in zip(PROCESS, channels(picture, source), strict=True):
                if rows.count(_BARE) < len(rows):
                    body = packed_stream(_GREY + size + veil, _QUICK.compress(rows))
                    numbers[ink] = file.add(body)
            white = packed_stream(_GREY + b"/Width 1/Height 1" + veil, _QUICK.compress(_BARE))
            self._white[source] = file.add(white)

    def have(self, source: str, ink: str) -> bool:
        """Whether there is anything of an ink in one of them."""
        return ink in self._numbers[source]

    def entries(self, ink: str) -> bytes:
        """The entries of the pictures in the resources of a plate."""
        return b"".join(
            b"/%s %d 0 R"
            % (name.encode("ascii"), self._numbers[source].get(ink, self._white[source]))
            for source, name in self._names.items()
        )
