"""A press PDF of 100 × 100 mm written by hand: sound in all 34 checks, until a test breaks it.

It shares no code with the press renderer. What stands on it always: a line of black type that
overprints, a rule, a patch in all four inks, and a picture in CMYK at 203 ppi.
"""

import io
import zlib
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from layout.pictures.profile import shipped_profiles
from tests.toyfont import toy_face

MM = 72 / 25.4
BLEED = 3.0
SIZE = 100.0
CONDITION = "CGATS TR 002"
REGISTRY = "http://www.color.org"
TEXT = "版心预检,Aa01"
DAY = "D:20261128080000+08'00'"
XMP_DAY = "2026-11-28T08:00:00+08:00"


def mm(*values: float) -> str:
    """Millimetres from the trim's lower left as numbers of a content stream, in points."""
    return " ".join(f"{v * MM:.4f}" for v in values)


@cache
def packed_profile() -> bytes:
    """The shipped newsprint profile, deflated once."""
    return zlib.compress((shipped_profiles() / "newsprint-snap-tr002.icc").read_bytes())


@cache
def face() -> tuple[bytes, dict[str, int], list[int]]:
    """The toy face of tests, cut to what the sheets set: its file, glyphs by character, widths."""
    with TemporaryDirectory() as folder:
        data = toy_face(Path(folder) / "toy.ttf", only=TEXT).read_bytes()
    font = TTFont(io.BytesIO(data))
    cmap = font.getBestCmap()
    widths = [font["hmtx"][name][0] for name in font.getGlyphOrder()]
    return data, {chr(c): font.getGlyphID(name) for c, name in cmap.items()}, widths


class Sheet:
    """One page, or more, in the making; `standard` is `x4` or `x1a`."""

    def __init__(self, standard: str = "x4") -> None:
        self.standard = standard
        self.pdf = Pdf.new()
        self.resources = Dictionary(
            Font=Dictionary(), ExtGState=Dictionary(), XObject=Dictionary(), ColorSpace=Dictionary()
        )
        self.page = self._page()
        self.ops: list[str] = []
        self.named = 0
        self.resources.Font.F = self.font()
        self.state("Op", OP=True, op=True, OPM=1)
        self.state("Kn", OP=False, op=False, OPM=0)
        self.info = {
            "Title": "Sheet",
            "CreationDate": DAY,
            "ModDate": DAY,
            "Trapped": Name("/False"),
        }
        self.xmp = {
            "xmp:CreateDate": XMP_DAY,
            "xmp:ModifyDate": XMP_DAY,
            "xmp:MetadataDate": XMP_DAY,
            "xmpMM:DocumentID": "uuid:6b1f2a52-0000-4000-8000-0000000000b1",
            "xmpMM:VersionID": "1",
            "xmpMM:RenditionClass": "default",
            "pdf:Trapped": "False",
        }
        if standard == "x4":
            self.version = "1.6"
            self.xmp["pdfxid:GTS_PDFXVersion"] = "PDF/X-4"
        else:
            self.version = "1.4"
            self.info["GTS_PDFXVersion"] = String("PDF/X-1a:2003")
            self.info["GTS_PDFXConformance"] = String("PDF/X-1a:2003")
        self.pdf.Root.OutputIntents = Array([self.intent()])
        self.furniture()

    def _page(self) -> Any:
        self.pdf.add_blank_page(page_size=((SIZE + 2 * BLEED) * MM, (SIZE + 2 * BLEED) * MM))
        page = self.pdf.pages[-1].obj
        media = (-BLEED * MM, -BLEED * MM, (SIZE + BLEED) * MM, (SIZE + BLEED) * MM)
        page.MediaBox = Array([round(v, 4) for v in media])
        page.BleedBox = page.MediaBox
        page.TrimBox = Array([0, 0, round(SIZE * MM, 4), round(SIZE * MM, 4)])
        page.Resources = self.resources
        return page

    # what a page is made of

    def font(self, *, embedded: bool = True, file: bytes | None = None) -> Any:
        """The toy face as a font of two-byte glyph numbers."""
        data, glyphs, widths = face()
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name("/ABCDEF+Toy"),
            Flags=4,
            ItalicAngle=0,
            FontBBox=Array([-300, -120, 1000, 880]),
            Ascent=880,
            Descent=-120,
            CapHeight=700,
            StemV=80,
        )
        if embedded:
            descriptor.FontFile2 = Stream(self.pdf, data if file is None else file)
        below = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name("/ABCDEF+Toy"),
            CIDSystemInfo=Dictionary(
                Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
            ),
            FontDescriptor=self.pdf.make_indirect(descriptor),
            W=Array([0, Array(widths)]),
            CIDToGIDMap=Name.Identity,
        )
        pairs = "\n".join(f"<{g:04x}> <{ord(c):04x}>" for c, g in glyphs.items())
        cmap = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
            "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
            f"{len(glyphs)} beginbfchar\n{pairs}\nendbfchar endcmap end end"
        )
        return self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name("/ABCDEF+Toy"),
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([self.pdf.make_indirect(below)]),
                ToUnicode=Stream(self.pdf, cmap.encode()),
            )
        )

    def intent(self, profile: bytes | None = None, channels: int = 4) -> Any:
        """An output intent with the newsprint profile, or another one."""
        packed = packed_profile() if profile is None else zlib.compress(profile)
        icc = Stream(self.pdf, packed, N=channels)
        icc.write(packed, filter=Name.FlateDecode)
        icc.N = channels
        return self.pdf.make_indirect(
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                OutputConditionIdentifier=String(CONDITION),
                OutputCondition=String("Coldset newsprint"),
                Info=String("Coldset newsprint"),
                RegistryName=String(REGISTRY),
                DestOutputProfile=icc,
            )
        )

    def name(self, kind: str, thing: Any, name: str = "") -> str:
        """A resource by a new name."""
        if not name:
            self.named += 1
            name = f"N{self.named}"
        if f"/{kind}" not in self.resources:
            self.resources[f"/{kind}"] = Dictionary()
        self.resources[f"/{kind}"][f"/{name}"] = thing
        return name

    def state(self, given: str = "", /, **entries: Any) -> str:
        """A graphics state."""
        return self.name("ExtGState", self.pdf.make_indirect(Dictionary(**entries)), given)

    def space(self, space: Any) -> str:
        """A colour space."""
        return self.name("ColorSpace", space)

    def spot(self, name: str, alternate: str = "0 1 1 0") -> Any:
        """A spot with CMYK as its alternate."""
        return Array(
            [
                Name.Separation, Name(f"/{name}"), Name.DeviceCMYK,
                Dictionary(
                    FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]),
                    C1=Array([float(v) for v in alternate.split()]), N=1,
                ),
            ]
        )  # fmt: skip

    def image(self, samples: bytes, size: tuple[int, int], **entries: Any) -> str:
        """A picture, deflated; CMYK of 8 bits unless `entries` say other."""
        stream = Stream(self.pdf, b"")
        packed = entries.pop("packed", None)
        if packed is None:
            stream.write(zlib.compress(samples), filter=Name.FlateDecode)
        else:
            stream.write(samples, filter=packed)
        given = {"ColorSpace": Name.DeviceCMYK, "BitsPerComponent": 8} | entries
        stream.Type, stream.Subtype = Name.XObject, Name.Image
        stream.Width, stream.Height = size
        for key, value in given.items():
            if value is not None:
                stream[f"/{key}"] = value
        return self.name("XObject", stream)

    def form(self, content: str, *, resources: Any = None, **entries: Any) -> str:
        """A form on the sheet's own resources, as large as the page."""
        stream = Stream(self.pdf, content.encode())
        stream.Type, stream.Subtype = Name.XObject, Name.Form
        stream.BBox = self.page.MediaBox
        stream.Resources = self.resources if resources is None else resources
        for key, value in entries.items():
            stream[f"/{key}"] = value
        return self.name("XObject", stream)

    # marks

    def furniture(self) -> None:
        """What a sound page has: each ink, type, a rule and a picture."""
        self.text("版心预检", 10, 88, 9)
        self.ops.append(f"q /Op gs 0 0 0 1 K 0.5 w {mm(10, 86)} m {mm(90, 86)} l S Q")
        self.rect(10, 70, 20, 12, "0.4 0.3 0.2 0.3 k")
        pixels = bytes(v for i in range(24 * 24) for v in (60 + i % 24, 50, 40, 30 + i // 24))
        self.place(self.image(pixels, (24, 24)), 35, 78, 3, 3)

    def text(
        self, words: str, x: float, y: float, size: float, paint: str = "0 0 0 1 k",
        *, state: str = "Op", mode: int = 0, matrix: str = "1 0 0 1", font: str = "F",
    ) -> None:  # fmt: skip
        """A line of type, its origin in mm, its size in points."""
        codes = "".join(f"{face()[1][c]:04x}" for c in words)
        self.glyphs(codes, x, y, size, paint, state=state, mode=mode, matrix=matrix, font=font)

    def glyphs(
        self, codes: str, x: float, y: float, size: float, paint: str = "0 0 0 1 k",
        *, state: str = "Op", mode: int = 0, matrix: str = "1 0 0 1", font: str = "F",
    ) -> None:  # fmt: skip
        """A line of type by its codes, in hexadecimal."""
        self.ops.append(
            f"q /{state} gs {paint} BT /{font} {size} Tf {mode} Tr {matrix} {mm(x, y)} Tm"
            f" <{codes}> Tj ET Q"
        )

    def rect(
        self, x: float, y: float, w: float, h: float, paint: str, *, state: str = "Kn"
    ) -> None:
        """A filled rectangle, in mm."""
        self.ops.append(f"q /{state} gs {paint} {mm(x, y, w, h)} re f Q")

    def line(
        self, x: float, y: float, w: float, width: float, paint: str = "0 0 0 1 K",
        *, state: str = "Op",
    ) -> None:  # fmt: skip
        """A level line from x, y, `w` mm long and `width` points wide."""
        self.ops.append(f"q /{state} gs {paint} {width} w {mm(x, y)} m {mm(x + w, y)} l S Q")

    def place(
        self, name: str, x: float, y: float, w: float, h: float, *, state: str = "Kn"
    ) -> None:
        """A picture, in mm."""
        self.ops.append(f"q /{state} gs {mm(w)} 0 0 {mm(h)} {mm(x, y)} cm /{name} Do Q")

    def draw(self, name: str) -> None:
        """A form."""
        self.ops.append(f"q /{name} Do Q")

    # the file

    def dress(self) -> None:
        """Content, Info, XMP and identifiers."""
        self.page.Contents = Stream(self.pdf, "\n".join(self.ops).encode())
        for key, value in self.info.items():
            self.pdf.docinfo[f"/{key}"] = value
        with self.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
            meta.register_xml_namespace("http://www.npes.org/pdfx/ns/id/", "pdfxid")
            meta["dc:title"] = "Sheet"
            for key, value in self.xmp.items():
                meta[key] = value

    def save(self, **how: Any) -> bytes:
        """The file."""
        self.dress()
        out = io.BytesIO()
        given: dict[str, Any] = {
            "force_version": self.version,
            "object_stream_mode": pikepdf.ObjectStreamMode.disable,
        }
        if "encryption" not in how:  # pikepdf refuses both with it
            given |= {
                "deterministic_id": True,
                "stream_decode_level": pikepdf.StreamDecodeLevel.none,  # LZW stays LZW …
                "compress_streams": False,  # … for which qpdf wants this too
            }
        self.pdf.save(out, **(given | how))
        return out.getvalue()
