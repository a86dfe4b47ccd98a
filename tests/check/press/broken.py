"""PDFs broken on purpose: each is a sound sheet with one fault, and what preflight must say of it.

Every case is drawn twice: with its fault, and mended, when nothing at all may be found. Severities
are `E` and `W`; remarks (`I`) are told where a case is about one.
"""

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image, ImageCms

from tests.check.press.sheet import BLEED, MM, SIZE, Sheet, face, mm

Draw = Callable[[Sheet, bool], Any]


@dataclass(frozen=True)
class Case:
    """`draw` puts on a sheet what is broken, or the same mended; `finds` are codes and severities;
    `save` are options of writing the file when it is broken."""

    check: int
    what: str
    finds: frozenset[str]
    draw: Draw
    profile: str = "newspaper-x4"
    standard: str = "x4"
    save: dict[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The name of its test."""
        return f"PF{self.check:02} {self.what}"

    def file(self, *, bad: bool) -> bytes:
        """The file, broken or mended."""
        sheet = Sheet(self.standard)
        self.draw(sheet, bad)
        return sheet.save(**(self.save if bad else {}))


def case(check: int, what: str, finds: str, draw: Draw, **more: Any) -> Case:
    """A case whose findings are written as `PF10E PF15W`."""
    return Case(check, what, frozenset(finds.split()), draw, **more)


# 1 to 7: the file and its pages


def no_identification(s: Sheet, bad: bool) -> None:
    if bad:
        del s.xmp["pdfxid:GTS_PDFXVersion"]


def old_version(s: Sheet, bad: bool) -> None:
    if bad:
        s.version = "1.7"


def no_conformance(s: Sheet, bad: bool) -> None:
    if bad:
        del s.info["GTS_PDFXConformance"]


def other_standard(s: Sheet, bad: bool) -> None:
    if bad:
        s.info["GTS_PDFXVersion"] = String("PDF/X-3:2003")


def no_intent(s: Sheet, bad: bool) -> None:
    if bad:
        del s.pdf.Root.OutputIntents


def two_intents(s: Sheet, bad: bool) -> None:
    if bad:
        s.pdf.Root.OutputIntents.append(s.intent())


def screen_profile(s: Sheet, bad: bool) -> None:
    if bad:
        s.pdf.Root.OutputIntents = Array([s.intent(srgb(), 3)])


def no_profile(s: Sheet, bad: bool) -> None:
    if bad:
        del s.pdf.Root.OutputIntents[0].DestOutputProfile


def unknown_condition(s: Sheet, bad: bool) -> None:
    if bad:
        s.pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("Our press")


def no_trim(s: Sheet, bad: bool) -> None:
    if bad:
        del s.page.TrimBox


def no_trim_but_bleed(s: Sheet, bad: bool) -> None:
    """The sheet stands in for the trim, and is larger than the bleed."""
    reach = BLEED + 9
    s.page.MediaBox = box(-reach, -reach, SIZE + reach, SIZE + reach)
    no_trim(s, bad)


def art_box(s: Sheet, bad: bool) -> None:
    if bad:
        s.page.ArtBox = s.page.TrimBox


def trim_outside_bleed(s: Sheet, bad: bool) -> None:
    if bad:
        s.page.BleedBox = box(1, 1, SIZE, SIZE)


def bleed_outside_media(s: Sheet, bad: bool) -> None:
    if bad:
        s.page.BleedBox = box(-6, -6, SIZE + 6, SIZE + 6)


def thin_bleed(s: Sheet, bad: bool) -> None:
    s.rect(-BLEED, 20, 20, 10, "0.1 0.1 0.1 0 k")
    if bad:
        s.page.BleedBox = box(-1, -1, SIZE + 1, SIZE + 1)


def turned(s: Sheet, bad: bool) -> None:
    s.page.Rotate = 90 if bad else 0


def user_unit(s: Sheet, bad: bool) -> None:
    if bad:
        s.page.UserUnit = 1.2


def empty_page(s: Sheet, bad: bool) -> None:
    second = s._page()
    marks = "q Q" if bad else f"0.2 0.2 0.2 0 k {mm(10, 10, 50, 50)} re f"
    second.Contents = Stream(s.pdf, marks.encode())


def white_page(s: Sheet, bad: bool) -> None:
    """Marks that no reader sees: outside the trim, clipped away, of no area."""
    second = s._page()
    marks = f"q {mm(-2, -2, 1, 1)} re f Q q {mm(5, 5, 5, 5)} re W n {mm(50, 50, 5, 5)} re f Q"
    if not bad:
        marks += f" 0 0 0 0.5 k {mm(20, 20, 5, 5)} re f"
    second.Contents = Stream(s.pdf, marks.encode())


def see_through_page(s: Sheet, bad: bool) -> None:
    """Shapes of no opacity: of the fill alone where they are filled alone."""
    second = s._page()
    s.state("Gone", ca=0 if bad else 0.5, CA=1)
    second.Contents = Stream(s.pdf, f"/Gone gs 0 0 0 0.5 k {mm(20, 20, 5, 5)} re f".encode())


def white_picture(s: Sheet, bad: bool) -> None:
    second = s._page()
    ink = bytes([0, 0, 0, 0 if bad else 120])
    name = s.image(ink * 576, (24, 24))
    second.Contents = Stream(s.pdf, f"q 8 0 0 8 {mm(20, 20)} cm /{name} Do Q".encode())


# 8 and 9: fonts


def strange_font(s: Sheet, bad: bool) -> None:
    s.name("Font", s.font(embedded=not bad), "G")
    s.text("版心", 10, 50, 9, font="G")


def helvetica(s: Sheet, bad: bool) -> None:
    if not bad:
        s.text("Aa", 10, 50, 9)
        return
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    s.name("Font", s.pdf.make_indirect(font), "G")
    s.ops.append(f"q /Op gs 0 0 0 1 k BT /G 9 Tf {mm(10, 50)} Td (Aa) Tj ET Q")


def strange_font_in_form(s: Sheet, bad: bool) -> None:
    """A form with resources of its own, in a form."""
    inner = Dictionary(Font=Dictionary(H=s.font(embedded=not bad)), ExtGState=s.resources.ExtGState)
    code = f"{face()[1]['版']:04x}"
    text = f"/Op gs 0 0 0 1 k BT /H 9 Tf {mm(10, 50)} Td <{code}> Tj ET"
    deep = s.form(text, resources=inner)
    s.draw(s.form(f"/{deep} Do"))


def type_three(s: Sheet, bad: bool) -> None:
    if not bad:
        s.text("A", 10, 50, 9)
        return
    glyph = Stream(s.pdf, b"600 0 0 0 500 700 d1 0 0 500 700 re f")
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 600, 700]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), CharProcs=Dictionary(a=glyph),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
        FirstChar=97, LastChar=97, Widths=Array([600]), Resources=Dictionary(),
    )  # fmt: skip
    s.name("Font", s.pdf.make_indirect(font), "T")
    s.ops.append(f"q /Op gs 0 0 0 1 k BT /T 9 Tf {mm(10, 50)} Td (a) Tj ET Q")


def not_defined(s: Sheet, bad: bool) -> None:
    s.glyphs("0000" if bad else f"{face()[1]['版']:04x}", 10, 50, 9)


def beyond_the_face(s: Sheet, bad: bool) -> None:
    s.glyphs("7fff" if bad else f"{face()[1]['心']:04x}", 10, 50, 9)


# 10: colour


def rgb_text(s: Sheet, bad: bool) -> None:
    s.text("版心", 10, 50, 14, paint="0.2 0.2 0.6 rg" if bad else "0.6 0.6 0.2 0.2 k", state="Kn")


def rgb_picture(s: Sheet, bad: bool) -> None:
    pixels = bytes([120, 130, 140]) * 576 if bad else bytes([100, 90, 80, 30]) * 576
    name = s.image(pixels, (24, 24), ColorSpace=Name.DeviceRGB if bad else Name.DeviceCMYK)
    s.place(name, 40, 50, 3, 3)


def lab_patch(s: Sheet, bad: bool) -> None:
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([0.9642, 1, 0.8249]))])
    cs = s.space(lab)
    s.rect(40, 50, 10, 10, f"/{cs} cs 60 20 20 sc" if bad else "0.2 0.5 0.5 0 k")


def cal_rgb_patch(s: Sheet, bad: bool) -> None:
    cal = Array([Name.CalRGB, Dictionary(WhitePoint=Array([0.9505, 1, 1.089]))])
    cs = s.space(cal)
    s.rect(40, 50, 10, 10, f"/{cs} cs 0.5 0.5 0.5 sc" if bad else "0.2 0.5 0.5 0 k")


def icc_rgb_patch(s: Sheet, bad: bool) -> None:
    cs = s.space(Array([Name.ICCBased, Stream(s.pdf, srgb(), N=3)]))
    s.rect(40, 50, 10, 10, f"/{cs} cs 0.5 0.5 0.5 sc" if bad else "0.2 0.5 0.5 0 k")


def rgb_shading(s: Sheet, bad: bool) -> None:
    ends = ([0.9, 0.8, 0.8], [0.5, 0.6, 0.8]) if bad else ([0.1, 0.2, 0.2, 0], [0.4, 0.3, 0.1, 0])
    shading = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB if bad else Name.DeviceCMYK,
        Coords=Array([round(40 * MM, 2), 0, round(60 * MM, 2), 0]),
        Function=Dictionary(
            FunctionType=2, Domain=Array([0, 1]), C0=Array(ends[0]), C1=Array(ends[1]), N=1
        ),
    )  # fmt: skip
    name = s.name("Shading", s.pdf.make_indirect(shading))
    s.ops.append(f"q {mm(40, 50, 20, 10)} re W n /{name} sh Q")


def rgb_inline_picture(s: Sheet, bad: bool) -> None:
    data = "80" * (3 if bad else 4) * 64
    kind = "/RGB" if bad else "/CMYK"
    s.ops.append(
        f"q {mm(1)} 0 0 {mm(1)} {mm(40, 50)} cm BI /W 8 /H 8 /CS {kind} /BPC 8 /F /AHx ID {data}>"
        " EI Q"
    )


def rgb_pattern(s: Sheet, bad: bool) -> None:
    paint = "0.5 0.6 0.7 rg" if bad else "0.3 0.2 0.1 0 k"
    tile = Stream(s.pdf, f"{paint} 0 0 6 6 re f".encode())
    for key, value in {
        "PatternType": 1, "PaintType": 1, "TilingType": 1, "BBox": Array([0, 0, 6, 6]),
        "XStep": 8, "YStep": 8, "Resources": Dictionary(),
    }.items():  # fmt: skip
        tile[f"/{key}"] = value
    name = s.name("Pattern", tile)
    s.rect(40, 50, 15, 10, f"/Pattern cs /{name} scn")


def rgb_in_form(s: Sheet, bad: bool) -> None:
    paint = "0.5 0.6 0.7 rg" if bad else "0.3 0.2 0.1 0 k"
    s.draw(s.form(f"{paint} {mm(40, 50, 10, 10)} re f"))


def spot_on_rgb(s: Sheet, bad: bool) -> None:
    """Black as a separation, whose alternate is RGB."""
    space = s.spot("Black", "0 0 0 1")
    if bad:
        space[2] = Name.DeviceRGB
        space[3].C0, space[3].C1 = Array([1, 1, 1]), Array([0, 0, 0])
    s.rect(40, 50, 10, 10, f"/{s.space(space)} cs 0.5 scn")


def default_rgb(s: Sheet, bad: bool) -> None:
    """DefaultCMYK is none of the press's: device CMYK becomes something else."""
    if bad:
        s.resources.ColorSpace.DefaultCMYK = Array([Name.ICCBased, Stream(s.pdf, srgb(), N=3)])


# 11 to 13: spots


def spot_patch(s: Sheet, bad: bool) -> None:
    cs = s.space(s.spot("Gold" if bad else "Magenta", "0 1 0 0"))
    s.rect(40, 50, 10, 10, f"/{cs} cs 0.5 scn")


def spot_among_inks(s: Sheet, bad: bool) -> None:
    names = [Name.Black, Name("/HKS 43") if bad else Name.Cyan]
    program = Stream(s.pdf, b"{ exch 0 exch 0 exch }")
    for key, value in {
        "FunctionType": 4, "Domain": Array([0, 1, 0, 1]), "Range": Array([0, 1] * 4),
    }.items():  # fmt: skip
        program[f"/{key}"] = value
    program.write(b"{ 0 0 4 -1 roll }")
    space = Array([Name.DeviceN, Array(names), Name.DeviceCMYK, program])
    s.rect(40, 50, 10, 10, f"/{s.space(space)} cs 0.3 0.4 scn")


def alike_spots(first: str, second: str) -> Draw:
    def draw(s: Sheet, bad: bool) -> None:
        for number, name in enumerate((first, second if bad else first)):
            cs = s.space(s.spot(name))
            s.rect(40 + 12 * number, 50, 10, 10, f"/{cs} cs 0.5 scn")

    return draw


def all_inside(s: Sheet, bad: bool) -> None:
    cs = s.space(s.spot("All", "0.3 0.3 0.3 0.3"))
    s.rect(40 if bad else -2.5, 50, 2, 2, f"/{cs} cs 0.3 scn")


# 14: ink


def too_much_ink(s: Sheet, bad: bool) -> None:
    s.rect(40, 40, 20, 20, "0.8 0.8 0.7 0.5 k" if bad else "0.6 0.5 0.5 0.5 k")


def too_much_overprinted(s: Sheet, bad: bool) -> None:
    """Each of two patches is within the limit; the one overprints the other."""
    s.rect(40, 40, 20, 20, "0.8 0.7 0 0 k")
    s.rect(40, 40, 20, 20, "0 0 0.6 0.7 k", state="Op" if bad else "Kn")


def too_much_in_picture(s: Sheet, bad: bool) -> None:
    pixel = bytes([210, 200, 200, 120]) if bad else bytes([140, 130, 120, 110])
    s.place(s.image(pixel * 80 * 80, (80, 80)), 40, 40, 10, 10)


# 15 and 16: pictures


def coarse_picture(pixels: int, size: float = 10.0, matrix: str = "") -> Draw:
    def draw(s: Sheet, bad: bool) -> None:
        n = pixels if bad else 80
        name = s.image(bytes([100, 90, 80, 30]) * n * n, (n, n))
        at = matrix or f"{mm(size)} 0 0 {mm(size)} {mm(40, 40)}"
        s.ops.append(f"q /Kn gs {at} cm /{name} Do Q")

    return draw


def coarse_in_form(s: Sheet, bad: bool) -> None:
    """Large enough in its form, which is drawn twice as large."""
    n = 40 if bad else 80
    name = s.image(bytes([100, 90, 80, 30]) * n * n, (n, n))
    form = s.form(f"q {mm(5)} 0 0 {mm(5)} {mm(20, 20)} cm /{name} Do Q")
    s.ops.append(f"q 2 0 0 2 0 0 cm /{form} Do Q")


def coarse_lines(n: int, *, mask: bool = False) -> Draw:
    def draw(s: Sheet, bad: bool) -> None:
        wide = n if bad else 400
        rows = bytes([0xAA if mask else 0x55]) * ((wide + 7) // 8) * wide
        more: dict[str, Any] = (
            {"ImageMask": True, "ColorSpace": None} if mask else {"ColorSpace": Name.DeviceGray}
        )
        name = s.image(rows, (wide, wide), BitsPerComponent=1, **more)
        s.ops.append(f"q /Kn gs 0 0 0 1 k {mm(10)} 0 0 {mm(10)} {mm(40, 40)} cm /{name} Do Q")

    return draw


# 17 to 22: overprint and black


def small_black(s: Sheet, bad: bool) -> None:
    s.text("版心", 10, 50, 9, state="Kn" if bad else "Op")


def small_black_mode(s: Sheet, bad: bool) -> None:
    """Overprint is on, but in mode 0, where all four inks are painted."""
    s.state("Half", OP=True, op=True, OPM=0)
    s.text("版心", 10, 50, 9, state="Half" if bad else "Op")


def thin_black(s: Sheet, bad: bool) -> None:
    s.line(10, 50, 40, 0.5, state="Kn" if bad else "Op")


def thin_black_box(s: Sheet, bad: bool) -> None:
    """A filled rectangle as thin as a line."""
    s.rect(10, 50, 40, 0.2, "0 0 0 1 k", state="Kn" if bad else "Op")


def white_text(s: Sheet, bad: bool) -> None:
    s.rect(38, 40, 30, 12, "0.6 0.3 0 0 k")
    s.text("版心", 40, 43, 20, paint="0 0 0 0 k", state="Op" if bad else "Kn")


def small_white_text(s: Sheet, bad: bool) -> None:
    """It is not there, so that it is no small reversed type."""
    s.rect(38, 40, 30, 12, "0.6 0.3 0 0 k")
    s.text("版心", 40, 43, 8 if bad else 14, paint="0 0 0 0 k", state="Op" if bad else "Kn")


def white_grey_box(s: Sheet, bad: bool) -> None:
    s.rect(38, 40, 30, 12, "0.6 0.3 0 0 k")
    s.rect(42, 43, 10, 5, "0 0 0 0 k" if not bad else "1 g", state="Op" if bad else "Kn")


def white_spot(s: Sheet, bad: bool) -> None:
    s.rect(38, 40, 30, 12, "0.6 0.3 0 0 k")
    cs = s.space(s.spot("Magenta", "0 1 0 0"))
    s.rect(42, 43, 10, 5, f"/{cs} cs 0 scn", state="Op" if bad else "Kn")


def grey_text(s: Sheet, bad: bool) -> None:
    s.text("版心", 10, 50, 14, paint="0 g" if bad else "0 0 0 1 k", state="Kn" if bad else "Op")


def rich_text(s: Sheet, bad: bool) -> None:
    s.text("版心", 40, 50, 14, paint="0.5 0.4 0.4 1 k" if bad else "0.4 0.2 0.2 1 k", state="Kn")


def small_colour(s: Sheet, bad: bool) -> None:
    s.text("版心", 40, 50, 7, paint="0.5 0.4 0 0 k" if bad else "0.5 0 0 0 k", state="Kn")


def small_reversed(s: Sheet, bad: bool) -> None:
    s.rect(38, 40, 30, 12, "0.6 0.4 0.2 0 k")
    s.text("版心", 40, 43, 7 if bad else 16, paint="0 0 0 0 k", state="Kn")


# 23 and 24: small things


def small_body(s: Sheet, bad: bool) -> None:
    s.text("版心", 10, 50, 5 if bad else 8)


def small_by_matrix(s: Sheet, bad: bool) -> None:
    s.text("版心", 10, 50, 20, matrix="0.25 0 0 0.25" if bad else "0.5 0 0 0.5")


def small_and_slanted(s: Sheet, bad: bool) -> None:
    k = 0.25 if bad else 0.5
    s.text("版心", 30, 50, 20, matrix=f"0 {k} {-k} {k / 3}")


def hairline(width: float) -> Draw:
    def draw(s: Sheet, bad: bool) -> None:
        s.line(10, 50, 40, width if bad else 0.3)

    return draw


def tinted_hairline(s: Sheet, bad: bool) -> None:
    s.line(10, 50, 40, 0.5 if bad else 1.2, paint="0 0 0 0.5 K", state="Kn")


def scaled_hairline(s: Sheet, bad: bool) -> None:
    k = 0.1 if bad else 0.5
    s.ops.append(
        f"q /Op gs 0 0 0 1 K 1 w {k} 0 0 {k} 0 0 cm {mm(10 / k, 50 / k)} m"
        f" {mm(50 / k, 50 / k)} l S Q"
    )


# 25 to 30: what may not be in the file


def transparent(s: Sheet, bad: bool) -> None:
    s.state("Half", ca=0.5 if bad else 1)
    s.rect(40, 50, 10, 10, "0.4 0.3 0.1 0 k", state="Half")


def multiplied(s: Sheet, bad: bool) -> None:
    s.state("Mul", BM=Name.Multiply if bad else Name.Normal)
    s.rect(40, 50, 10, 10, "0.4 0.3 0.1 0 k", state="Mul")


def soft_mask(s: Sheet, bad: bool) -> None:
    more: dict[str, Any] = {}
    if bad:
        mask = s.image(bytes([128]) * 6400, (80, 80), ColorSpace=Name.DeviceGray)
        more["SMask"] = s.resources.XObject[f"/{mask}"]
        del s.resources.XObject[f"/{mask}"]
    s.place(s.image(bytes([100, 90, 80, 30]) * 6400, (80, 80), **more), 40, 40, 10, 10)


def lzw(s: Sheet, bad: bool) -> None:
    pixels = bytes([100, 90, 80, 30]) * 576
    if not bad:
        s.place(s.image(pixels, (24, 24)), 40, 50, 3, 3)
        return
    s.place(s.image(lzw_packed(pixels), (24, 24), packed=Name.LZWDecode), 40, 50, 3, 3)


def jpx(s: Sheet, bad: bool) -> None:
    pixels = bytes([100, 90, 80, 30]) * 576
    if not bad:
        s.place(s.image(pixels, (24, 24)), 40, 50, 3, 3)
        return
    out = io.BytesIO()
    Image.new("L", (24, 24), 120).save(out, "JPEG2000")
    name = s.image(out.getvalue(), (24, 24), packed=Name.JPXDecode, ColorSpace=Name.DeviceGray)
    s.place(name, 40, 50, 3, 3)


def sixteen_bits(s: Sheet, bad: bool) -> None:
    pixel = bytes([100, 0, 90, 0, 80, 0, 30, 0]) if bad else bytes([100, 90, 80, 30])
    s.place(s.image(pixel * 576, (24, 24), BitsPerComponent=16 if bad else 8), 40, 50, 3, 3)


def script(s: Sheet, bad: bool) -> None:
    if bad:
        s.pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.beep()"))


def note_inside(s: Sheet, bad: bool) -> None:
    at = [50, 50, 70, 70] if bad else [-30, -30, -20, -20]
    s.page.MediaBox = box(-12, -12, SIZE + 12, SIZE + 12)
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array(at), Contents=String("?"))
    s.page.Annots = Array([s.pdf.make_indirect(note)])


def form_field(s: Sheet, bad: bool) -> None:
    if bad:
        field_ = Dictionary(FT=Name.Tx, T=String("name"))
        s.pdf.Root.AcroForm = Dictionary(Fields=Array([s.pdf.make_indirect(field_)]))


def sound(s: Sheet, bad: bool) -> None:
    """Nothing: the fault is in how the file is written."""


def transfer_curve(s: Sheet, bad: bool) -> None:
    curve = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=2)
    s.state("Curve", **({"TR": curve} if bad else {"SA": True}))
    s.rect(40, 50, 10, 10, "0.4 0.3 0.1 0 k", state="Curve")


def halftone(s: Sheet, bad: bool) -> None:
    screen = Dictionary(
        Type=Name.Halftone, HalftoneType=1, Frequency=85, Angle=45, SpotFunction=Name.Round
    )
    s.state("Screen", **({"HT": screen} if bad else {"SA": True}))
    s.rect(40, 50, 10, 10, "0.4 0.3 0.1 0 k", state="Screen")


def postscript(s: Sheet, bad: bool) -> None:
    if bad:
        program = Stream(s.pdf, b"showpage")
        program.Type, program.Subtype = Name.XObject, Name.PS
        s.draw(s.name("XObject", program))


def open_press(s: Sheet, bad: bool) -> None:
    pixels = bytes([100, 90, 80, 30]) * 576
    more = {"OPI": Dictionary({"/1.3": Dictionary(F=String("a.tif"))})} if bad else {}
    s.place(s.image(pixels, (24, 24), **more), 40, 50, 3, 3)


def hidden_layer(s: Sheet, bad: bool) -> None:
    if not bad:
        s.rect(40, 50, 10, 10, "0.4 0.3 0.1 0 k")
        return
    layer = s.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Price")))
    s.pdf.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(Name=String("Default"), OFF=Array([layer]))
    )
    name = s.name("Properties", layer)
    s.ops.append(f"/OC /{name} BDC 0.4 0.3 0.1 0 k {mm(40, 50, 10, 10)} re f EMC")


def not_trapped_known(s: Sheet, bad: bool) -> None:
    if bad:
        s.info["Trapped"] = Name.Unknown
        s.xmp["pdf:Trapped"] = "Unknown"


def trapped_missing(s: Sheet, bad: bool) -> None:
    if bad:
        del s.info["Trapped"]
        del s.xmp["pdf:Trapped"]


# 31 to 34


def text_outside(s: Sheet, bad: bool) -> None:
    s.text("版心", 98 if bad else 80, 50, 14)


def other_profile(s: Sheet, bad: bool) -> None:
    icc = Stream(s.pdf, other_cmyk(), N=4)
    pixels = bytes([100, 90, 80, 30]) * 576
    more = {"ColorSpace": Array([Name.ICCBased, icc])} if bad else {}
    s.place(s.image(pixels, (24, 24), **more), 40, 50, 3, 3)


def other_tint(s: Sheet, bad: bool) -> None:
    space = Array([Name.ICCBased, Stream(s.pdf, other_cmyk(), N=4)]) if bad else Name.DeviceCMYK
    s.rect(40, 50, 20, 10, f"/{s.space(space)} cs 0.4 0.3 0.3 0.1 scn")


def other_gradient(s: Sheet, bad: bool) -> None:
    space = Array([Name.ICCBased, Stream(s.pdf, other_cmyk(), N=4)]) if bad else Name.DeviceCMYK
    tint = Dictionary(
        FunctionType=2, N=1, Domain=[0, 1], C0=Array([0.4, 0.3, 0.3, 0.1]), C1=Array([0.1] * 4)
    )
    shading = Dictionary(
        ShadingType=2, ColorSpace=space, Coords=Array([0, 0, 100, 0]), Function=tint,
        Extend=Array([True, True]),
    )  # fmt: skip
    pattern = s.name("Pattern", Dictionary(PatternType=2, Shading=shading))
    s.rect(40, 50, 20, 10, f"/Pattern cs /{pattern} scn")


def faint_tint(s: Sheet, bad: bool) -> None:
    s.rect(40, 50, 20, 10, "0 0.02 0.05 0 k" if bad else "0 0.04 0.05 0 k")


def dark_tint(s: Sheet, bad: bool) -> None:
    s.rect(40, 50, 20, 10, "0 0 0 0.92 k" if bad else "0 0 0 0.8 k")


def dark_picture(s: Sheet, bad: bool) -> None:
    pixels = bytes([0, 0, 0, 240 if bad else 200]) * 6400
    s.place(s.image(pixels, (80, 80)), 40, 40, 10, 10)


def empty_plate(s: Sheet, bad: bool) -> None:
    """A spot that is named, and painted at 0 % alone."""
    cs = s.space(s.spot("Gold", "0 0.3 0.8 0"))
    s.rect(40, 50, 10, 10, f"/{cs} cs {0 if bad else 0.5} scn")


# two at once


def two_faults(s: Sheet, bad: bool) -> None:
    rgb_text(s, bad)
    hairline(0.1)(s, bad)


def three_faults(s: Sheet, bad: bool) -> None:
    no_trim(s, bad)
    small_body(s, bad)
    coarse_picture(25)(s, bad)


# helps


def box(left: float, bottom: float, right: float, top: float) -> Array:
    """A box in mm from the trim's lower left."""
    return Array([round(v * MM, 4) for v in (left, bottom, right, top)])


def srgb() -> bytes:
    """sRGB."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def other_cmyk() -> bytes:
    """A printer's profile in CMYK that is not the newsprint's: the same data by another name."""
    from tests.check.press.sheet import packed_profile

    data = bytearray(zlib.decompress(packed_profile()))
    data[84:100] = bytes(16)  # its identifier
    tag = data.index(b"desc", 128)  # in the table of tags
    at = int.from_bytes(data[tag + 4 : tag + 8], "big")
    data[at + 12 : at + 16] = b"Heat"
    return bytes(data)


def lzw_packed(data: bytes) -> bytes:
    """LZW of 9-bit codes alone, its table cleared before it would need ten."""
    codes: list[int] = []
    for at in range(0, len(data), 200):
        codes += [256, *data[at : at + 200]]
    codes.append(257)
    bits = "".join(f"{code:09b}" for code in codes)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[k : k + 8], 2) for k in range(0, len(bits), 8))


X1A: dict[str, Any] = {"profile": "newspaper-x1a", "standard": "x1a"}
LOCK = {"encryption": pikepdf.Encryption(owner="a", user="", R=4, aes=False, metadata=False)}
"""Of PDF 1.5: qpdf leaves out what is newer than the version that a file must have."""
SPOTS: dict[str, Any] = {"profile": "spots"}

CASES: tuple[Case, ...] = (
    case(1, "no identification", "PF01E", no_identification),
    case(1, "X-4 in a file of PDF 1.7", "PF01E", old_version),
    case(1, "X-1a without its conformance", "PF01E", no_conformance, **X1A),
    case(1, "X-3 for X-1a", "PF01E", other_standard, **X1A),
    case(2, "no intent", "PF02E", no_intent),
    case(2, "two intents", "PF02E", two_intents),
    case(2, "an intent of the screen", "PF02E", screen_profile),
    case(2, "an intent without a profile", "PF02E", no_profile),
    case(3, "an unknown condition", "PF03W", unknown_condition),
    case(4, "no trim", "PF04E", no_trim),
    case(4, "no trim, on a sheet larger than its bleed", "PF04E", no_trim_but_bleed),
    case(4, "an art box beside the trim", "PF04E", art_box),
    case(5, "a bleed within the trim", "PF05E", trim_outside_bleed),
    case(5, "a bleed beyond the media", "PF05E", bleed_outside_media),
    case(5, "a bleed of 1 mm under art", "PF05W", thin_bleed),
    case(6, "a page turned", "PF06E", turned),
    case(6, "another unit", "PF06E", user_unit),
    case(7, "a page without marks", "PF07E", empty_page),
    case(7, "a page whose marks can't be seen", "PF07E", white_page),
    case(7, "a page of marks without opacity", "PF07E", see_through_page),
    case(7, "a page with a white picture alone", "PF07E", white_picture),
    case(8, "a face that is not embedded", "PF08E", strange_font),
    case(8, "Helvetica", "PF08E", helvetica),
    case(8, "a face not embedded, two forms deep", "PF08E", strange_font_in_form),
    case(8, "Type 3", "PF08W", type_three),
    case(9, "glyph 0", "PF09E", not_defined),
    case(9, "a glyph beyond the face", "PF09E", beyond_the_face),
    case(10, "type in RGB", "PF10E", rgb_text),
    case(10, "a picture in RGB", "PF10E", rgb_picture),
    case(10, "Lab", "PF10E", lab_patch),
    case(10, "calibrated RGB", "PF10E", cal_rgb_patch),
    case(10, "RGB with a profile", "PF10E", icc_rgb_patch),
    case(10, "a shading in RGB", "PF10E", rgb_shading),
    case(10, "an inline picture in RGB", "PF10E", rgb_inline_picture),
    case(10, "a pattern in RGB", "PF10E", rgb_pattern),
    case(10, "RGB in a form", "PF10E", rgb_in_form),
    case(10, "a separation on RGB", "PF10E", spot_on_rgb),
    case(10, "a default space of RGB", "PF10E", default_rgb),
    case(11, "a spot", "PF11E", spot_patch),
    case(11, "a spot among inks", "PF11E", spot_among_inks),
    case(12, "spots alike but for case", "PF12W", alike_spots("Gold", "GOLD"), **SPOTS),
    case(12, "spots alike but for a suffix", "PF12W", alike_spots("HKS 43 K", "HKS 43 N"), **SPOTS),
    case(12, "spots alike but for spaces", "PF12W", alike_spots("Gold", "Gold "), **SPOTS),
    case(13, "All inside the trim", "PF13W", all_inside),
    case(14, "a patch of 280 %", "PF14E", too_much_ink),
    case(14, "patches that overprint to 280 %", "PF14E", too_much_overprinted),
    case(14, "a picture of 286 %", "PF14E", too_much_in_picture),
    case(15, "64 ppi", "PF15E", coarse_picture(25)),
    case(15, "127 ppi", "PF15W", coarse_picture(50)),
    case(15, "coarse in a form that is enlarged", "PF15W", coarse_in_form),
    case(15, "coarse and turned", "PF15E", coarse_picture(25, matrix="0 28.3 -28.3 0 180 120")),
    case(16, "lines of 318 ppi", "PF16E", coarse_lines(125)),
    case(16, "a mask of 762 ppi", "PF16W", coarse_lines(300, mask=True)),
    case(17, "small black type knocks out", "PF17W", small_black),
    case(17, "small black type overprints in mode 0", "PF17W", small_black_mode),
    case(18, "a thin black line knocks out", "PF18W", thin_black),
    case(18, "a thin black box knocks out", "PF18W", thin_black_box),
    case(19, "white type overprints", "PF19E", white_text),
    case(19, "small white type overprints", "PF19E", small_white_text),
    case(19, "white of grey overprints", "PF19E", white_grey_box),
    case(19, "white of a separation overprints", "PF19E", white_spot),
    case(20, "black type in grey", "PF20W", grey_text),
    case(21, "black type of 230 %", "PF21W", rich_text),
    case(22, "7 pt in two inks", "PF22W", small_colour),
    case(22, "7 pt reversed", "PF22W", small_reversed),
    case(23, "5 pt", "PF23W", small_body),
    case(23, "5 pt by the matrix", "PF23W", small_by_matrix),
    case(23, "5 pt, upright and slanted", "PF23W", small_and_slanted),
    case(24, "a line of 0.1 pt", "PF24W", hairline(0.1)),
    case(24, "a line of width 0", "PF24W", hairline(0)),
    case(24, "a tinted line of 0.5 pt", "PF24W", tinted_hairline),
    case(24, "a line made thin by the matrix", "PF24W", scaled_hairline),
    case(25, "opacity in X-1a", "PF25E", transparent, **X1A),
    case(25, "a blend mode in X-1a", "PF25E", multiplied, **X1A),
    case(25, "a soft mask in X-1a", "PF25E", soft_mask, **X1A),
    case(26, "LZW", "PF26E", lzw),
    case(26, "JPX in X-1a", "PF26E", jpx, **X1A),
    case(26, "16 bits", "PF26W", sixteen_bits),
    case(27, "a script", "PF27E", script),
    case(27, "a note inside", "PF27E", note_inside),
    case(27, "a field", "PF27E", form_field),
    case(27, "locked", "PF27E", sound, save=LOCK),
    case(28, "a transfer curve", "PF28E", transfer_curve),
    case(28, "a halftone", "PF28E", halftone),
    case(28, "PostScript", "PF28E", postscript),
    case(28, "OPI", "PF28E", open_press),
    case(29, "a hidden layer", "PF29E", hidden_layer),
    case(30, "trapping unknown", "PF30E", not_trapped_known),
    case(30, "trapping not said", "PF30E", trapped_missing),
    case(31, "type beyond the type area", "PF31W", text_outside),
    case(32, "a picture of another press", "PF32W", other_profile),
    case(32, "a tint of another press", "PF32W", other_tint),
    case(32, "a gradient of another press", "PF32W", other_gradient),
    case(33, "a tint of 2 %", "PF33W", faint_tint),
    case(33, "a tint of 92 % K", "PF33W", dark_tint),
    case(33, "a picture of 94 % K", "PF33W", dark_picture),
    case(34, "an empty plate", "PF34I", empty_plate, **SPOTS),
    case(10, "and a hairline", "PF10E PF24W", two_faults),
    case(4, "and small type, and a coarse picture", "PF04E PF15E PF23W", three_faults),
)  # fmt: skip
