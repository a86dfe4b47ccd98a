"""PDFs broken on purpose that other programs write: what they write by habit is the fault.

Each is dressed as X-4 or X-1a by pikepdf, since none of these programs does, so that it has no
other fault than its own; mended, the same program is told to write it right, or what it can't
write is put right in its content.
"""

import ctypes
import ctypes.util
import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

from tests.check.press.sheet import BLEED, MM, TEXT, Sheet
from tests.toyfont import toy_face

Make = Callable[[bool], bytes]
SIDE = 200
"""Of the pages, in points."""


@dataclass(frozen=True)
class Made:
    """`make` gives the broken file or the mended one; `needs` says what may be missing."""

    by: str
    what: str
    finds: frozenset[str]
    make: Make
    profile: str = "newspaper-x4"
    needs: str = ""

    @property
    def id(self) -> str:
        """The name of its test."""
        return f"{self.by}: {self.what}"

    def file(self, *, bad: bool) -> bytes:
        """The file, broken or mended, in its dress."""
        return dressed(self.make(bad), "x1a" if self.profile.endswith("x1a") else "x4")


def made(by: str, what: str, finds: str, make: Make, **more: Any) -> Made:
    """A case whose findings are written as `PF10E PF15W`."""
    return Made(by, what, frozenset(finds.split()), make, **more)


def dressed(data: bytes, standard: str) -> bytes:
    """A program's file with what X-4 or X-1a asks for round its pages; their content stays."""
    sheet = Sheet(standard)
    with Pdf.open(io.BytesIO(data)) as pdf:
        del pdf.docinfo
        for page in pdf.pages:
            left, bottom, right, top = (float(v) for v in page.mediabox)
            page.obj.BleedBox = page.mediabox
            page.obj.TrimBox = Array(
                [left + BLEED * MM, bottom + BLEED * MM, right - BLEED * MM, top - BLEED * MM]
            )
        for key in ("/Lang", "/MarkInfo", "/StructTreeRoot", "/Names", "/PageLabels", "/Outlines"):
            if key in pdf.Root:
                del pdf.Root[key]
        sheet.pdf.pages.extend(pdf.pages)
        del sheet.pdf.pages[0]
        sheet.page, sheet.ops = sheet.pdf.make_indirect(Dictionary()), []
        return sheet.save()


@cache
def face_file() -> bytes:
    """The toy face."""
    with TemporaryDirectory() as folder:
        return toy_face(Path(folder) / "toy.ttf", only=TEXT).read_bytes()


# ReportLab


def canvas(draw: Callable[[Any], None]) -> bytes:
    """A page by ReportLab. Its pages name Helvetica, used or not."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    registerFont(TTFont("ToyFace", io.BytesIO(face_file())))
    one = Canvas(out, pagesize=(SIDE, SIDE), pageCompression=0)
    draw(one)
    one.save()
    return out.getvalue()


def reportlab_face(bad: bool) -> bytes:
    def draw(c: Any) -> None:
        c.setFillColorCMYK(0, 0, 0, 1)
        c.setFont("Helvetica" if bad else "ToyFace", 14)
        c.drawString(40, 100, "Aa")

    return canvas(draw)


def reportlab_black(bad: bool) -> bytes:
    """Text in the colour that ReportLab begins with: none is set, which is DeviceGray 0."""

    def draw(c: Any) -> None:
        c.setFont("ToyFace", 14)
        if not bad:
            c.setFillColorCMYK(0, 0, 0, 1)
        c.drawString(40, 100, "Aa")

    return canvas(draw)


def reportlab_spot(bad: bool) -> bytes:
    from reportlab.lib.colors import CMYKColor, CMYKColorSep

    def draw(c: Any) -> None:
        gold = CMYKColorSep(0, 0.3, 0.8, 0, spotName="Gold", density=0.5)
        c.setFillColor(gold if bad else CMYKColor(0, 0.15, 0.4, 0))
        c.rect(40, 100, 60, 40, stroke=0, fill=1)

    return canvas(draw)


def reportlab_white(bad: bool) -> bytes:
    def draw(c: Any) -> None:
        c.setFillColorCMYK(0.6, 0.3, 0, 0)
        c.rect(40, 100, 60, 40, stroke=0, fill=1)
        if bad:
            c.setFillOverprint(True)
            c.setOverprintMask(1)
        c.setFillColorCMYK(0, 0, 0, 0)
        c.rect(50, 110, 20, 20, stroke=0, fill=1)

    return canvas(draw)


# Pillow


def pillow_photo(bad: bool) -> bytes:
    out = io.BytesIO()
    mode, paint = ("RGB", (120, 130, 140)) if bad else ("CMYK", (100, 90, 80, 40))
    dpi = 64 if bad else 200
    Image.new(mode, (200, 200), paint).save(out, "PDF", resolution=dpi)
    return out.getvalue()


def pillow_lines(bad: bool) -> bytes:
    out = io.BytesIO()
    drawing = Image.new("1", (700, 700), 1)
    drawing.paste(0, (10, 10, 300, 300))
    drawing.save(out, "PDF", resolution=300 if bad else 800)
    return out.getvalue()


# WeasyPrint


def html(body: str) -> bytes:
    """A page by WeasyPrint."""
    from weasyprint import HTML

    style = f"@page {{ size: {SIDE}pt; margin: 20pt }} p {{ margin: 0; font: 14pt Toy }}"
    return bytes(HTML(string=f"<style>{style}</style>{body}").write_pdf())


def weasyprint_black(bad: bool) -> bytes:
    return html(f"<p style='color: {'black' if bad else 'device-cmyk(0 0 0 1)'}'>Abc</p>")


def weasyprint_opacity(bad: bool) -> bytes:
    paint = "background: device-cmyk(.4 .3 .1 0); height: 40pt"
    return html(f"<div style='{paint}; opacity: {0.5 if bad else 1}'></div>")


# Typst


def typst(source: str) -> bytes:
    """A page by Typst."""
    import typst as compiler

    head = f"#set page(width: {SIDE}pt, height: {SIDE}pt, margin: 20pt)\n"
    data = compiler.compile((head + source).encode())
    assert isinstance(data, bytes)
    return data


def typst_black(bad: bool) -> bytes:
    fill = "" if bad else "fill: cmyk(0%, 0%, 0%, 100%), "
    return typst(f"#text({fill}size: 14pt)[Abc]")


def typst_small(bad: bool) -> bytes:
    size = 5 if bad else 14
    return typst(f"#text(fill: cmyk(0%, 0%, 0%, 100%), size: {size}pt)[Abc]")


# Ghostscript


def ghostscript(program: str) -> bytes:
    """A page by Ghostscript from PostScript."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "a.pdf"
        subprocess.run(
            [
                "gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite",
                f"-dDEVICEWIDTHPOINTS={SIDE}", f"-dDEVICEHEIGHTPOINTS={SIDE}",
                "-dCompatibilityLevel=1.4", f"-sOutputFile={out}", "-",
            ],
            input=program.encode(), check=True, timeout=60, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        return out.read_bytes()


EMBED = "<< /NeverEmbed [] >> setdistillerparams"
"""Without this the faces of every PostScript printer are not embedded."""


def ghostscript_face(bad: bool) -> bytes:
    return ghostscript(
        f"{'' if bad else EMBED} 0 0 0 1 setcmykcolor /Times-Roman findfont 14 scalefont setfont"
        " 40 100 moveto (Abc) show showpage"
    )


def ghostscript_line(bad: bool) -> bytes:
    width = 0.1 if bad else 2.5
    return ghostscript(
        f"0 0 0 1 setcmykcolor {width} setlinewidth 40 100 moveto 100 0 rlineto stroke showpage"
    )


def ghostscript_rich(bad: bool) -> bytes:
    paint = "0.5 0.4 0.4 1" if bad else "0 0 0 1"
    return ghostscript(
        f"{EMBED} {paint} setcmykcolor /Times-Roman findfont 14 scalefont setfont"
        " 40 100 moveto (Abc) show showpage"
    )


# cairo


def cairo(draw: Callable[[Any, Any], None], mend: bool) -> bytes:
    """A page by cairo, through its C functions. It writes RGB alone, on a page group of RGB; the
    mended file has both put right in its content."""
    lib = ctypes.CDLL(ctypes.util.find_library("cairo") or "")
    lib.cairo_pdf_surface_create.restype = ctypes.c_void_p
    lib.cairo_create.restype = ctypes.c_void_p
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        side = ctypes.c_double(SIDE)
        surface = ctypes.c_void_p(lib.cairo_pdf_surface_create(str(path).encode(), side, side))
        context = ctypes.c_void_p(lib.cairo_create(surface))
        draw(lib, context)
        lib.cairo_show_page(context)
        lib.cairo_destroy(context)
        lib.cairo_surface_finish(surface)
        lib.cairo_surface_destroy(surface)
        data = path.read_bytes()
    with Pdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        if mend:
            in_cmyk(pdf, page.obj)
        page.obj.Group.CS = Name.DeviceCMYK
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def in_cmyk(pdf: Pdf, holder: Any) -> None:
    """RGB of a content, and of the forms it draws, as the CMYK nearest to it."""
    done: list[Any] = []
    for instruction in pikepdf.parse_content_stream(holder):
        operands, operator = list(instruction.operands), instruction.operator
        if str(operator) in ("rg", "RG"):
            r, g, b = (1 - float(v) for v in operands)
            done.append(([r, g, b, 0], pikepdf.Operator("k" if str(operator) == "rg" else "K")))
        else:
            done.append((operands, operator))
    (holder.Contents if "/Contents" in holder else holder).write(
        pikepdf.unparse_content_stream(done)
    )
    for form in holder.Resources.get("/XObject", Dictionary()).values():
        if form.get("/Subtype") == Name.Form:
            in_cmyk(pdf, form)


def cairo_patch(bad: bool) -> bytes:
    def draw(lib: Any, context: Any) -> None:
        number = ctypes.c_double
        lib.cairo_set_source_rgb(context, number(0.6), number(0.7), number(0.8))
        lib.cairo_rectangle(context, number(40), number(60), number(60), number(40))
        lib.cairo_fill(context)

    return cairo(draw, not bad)


def cairo_line(bad: bool) -> bytes:
    def draw(lib: Any, context: Any) -> None:
        number = ctypes.c_double
        lib.cairo_set_source_rgb(context, number(0.0), number(0.5), number(1.0))
        lib.cairo_set_line_width(context, number(0.2 if bad else 1.5))
        lib.cairo_move_to(context, number(40), number(60))
        lib.cairo_line_to(context, number(140), number(60))
        lib.cairo_stroke(context)

    return cairo(draw, not bad)


def here(need: str) -> bool:
    """Whether what a case needs is installed."""
    if need == "typst":
        return find_spec("typst") is not None
    if need == "cairo":
        return ctypes.util.find_library("cairo") is not None
    if need == "gs":
        return shutil.which("gs") is not None
    if need == "pango":
        return ctypes.util.find_library("pango-1.0") is not None
    return True


X1A: dict[str, Any] = {"profile": "newspaper-x1a"}

MADE: tuple[Made, ...] = (
    made("ReportLab", "Helvetica", "PF08E", reportlab_face),
    made("ReportLab", "type in the colour it begins with", "PF20W", reportlab_black),
    made("ReportLab", "a spot", "PF11E", reportlab_spot),
    made("ReportLab", "white that overprints", "PF19E", reportlab_white),
    made("Pillow", "a coarse photo in RGB", "PF10E PF15E", pillow_photo),
    made("Pillow", "a coarse line drawing", "PF16E", pillow_lines),
    made("WeasyPrint", "black is RGB", "PF10E", weasyprint_black, needs="pango"),
    made("WeasyPrint", "opacity in X-1a", "PF25E", weasyprint_opacity, **X1A, needs="pango"),
    made("Typst", "black is grey with a profile", "PF10E", typst_black, needs="typst"),
    made("Typst", "5 pt that knocks out", "PF17W PF23W", typst_small, needs="typst"),
    made("Ghostscript", "Times", "PF08E", ghostscript_face, needs="gs"),
    made("Ghostscript", "a thin line that knocks out", "PF18W PF24W", ghostscript_line, needs="gs"),
    made("Ghostscript", "black type of 230 %", "PF21W", ghostscript_rich, needs="gs"),
    made("cairo", "RGB", "PF10E", cairo_patch, needs="cairo"),
    made("cairo", "a hairline in RGB", "PF10E PF24W", cairo_line, needs="cairo"),
)  # fmt: skip
