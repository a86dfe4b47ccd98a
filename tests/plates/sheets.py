"""Small PDFs in which inks meet, and what each plate must have at a few spots.

A sheet is 100 × 100 points. A probe is a place (x, y, up from the left foot) with the inks that lie
there in per cent; an ink that is not named is bare.
"""

import io
import zlib
from collections.abc import Callable
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

Inks = dict[str, int]
Build = Callable[[Pdf], Dictionary]
GOLD = "PANTONE 871 C"


class Sheet(NamedTuple):
    """A PDF of one page: its content, its resources, and the probes. `alone` says that Ghostscript
    does otherwise, for a reason."""

    content: str
    probes: dict[tuple[int, int], Inks]
    resources: Build = lambda pdf: Dictionary()
    alone: str = ""

    def pdf(self) -> bytes:
        """The file."""
        made = pikepdf.new()
        made.add_blank_page(page_size=(100, 100))
        page = made.pages[0]
        page.Resources = self.resources(made)
        page.Contents = Stream(made, self.content.encode("latin-1"))
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()


def states(_pdf: Pdf) -> Dictionary:
    return Dictionary(
        ExtGState=Dictionary(
            O1=Dictionary(OP=True, op=True, OPM=1),
            O0=Dictionary(OP=True, op=True, OPM=0),
            ON=Dictionary(OP=False, op=False),
            OS=Dictionary(OP=True, op=False, OPM=1),
            HALF=Dictionary(ca=0.5),
            MUL=Dictionary(BM=Name.Multiply),
            HUE=Dictionary(BM=Name.Hue),
        ),
        ColorSpace=spaces(),
    )


def tint(*full: float) -> Dictionary:
    return Dictionary(FunctionType=2, N=1, Domain=[0, 1], C0=[0] * len(full), C1=Array(list(full)))


def spaces() -> Dictionary:
    return Dictionary(
        GOLD=Array([Name.Separation, Name(f"/{GOLD}"), Name.DeviceCMYK, tint(0, 0.2, 0.6, 0.2)]),
        ALL=Array([Name.Separation, Name.All, Name.DeviceCMYK, tint(1, 1, 1, 1)]),
        NONE=Array([Name.Separation, Name("/None"), Name.DeviceCMYK, tint(1, 1, 1, 1)]),
        CYAN=Array([Name.Separation, Name.Cyan, Name.DeviceCMYK, tint(1, 0, 0, 0)]),
        TABLE=Array([Name.Indexed, Name.DeviceCMYK, 1, pikepdf.String(b"\xff\0\0\0\0\xff\x80\0")]),
    )


def mixed(pdf: Pdf) -> Dictionary:
    """A DeviceN of cyan and a spot."""
    two = Stream(pdf, b"{0.2 mul dup 3 mul 0}")  # cyan; then 20 % magenta, 60 % yellow
    two.FunctionType, two.Domain, two.Range = 4, Array([0, 1, 0, 1]), Array([0, 1] * 4)
    names = Array([Name.Cyan, Name(f"/{GOLD}")])
    found = states(pdf)
    found.ColorSpace.MIX = Array([Name.DeviceN, names, Name.DeviceCMYK, two])
    return found


def image(pdf: Pdf, data: bytes, width: int, height: int, **more: object) -> Stream:
    found = Stream(pdf, zlib.compress(data))
    found.Filter = Name.FlateDecode
    found.Type, found.Subtype = Name.XObject, Name.Image
    found.Width, found.Height = width, height
    for key, value in {"BitsPerComponent": 8, **more}.items():
        found[f"/{key}"] = value
    return found


def pictures(pdf: Pdf) -> Dictionary:
    """Pictures of two pixels side by side."""
    found = states(pdf)
    cmyk, gray = Name.DeviceCMYK, Name.DeviceGray
    gold = spaces().GOLD
    ink = bytes((255, 51, 0, 0, 0, 0, 102, 204))
    veil = image(pdf, b"\xff\0", 2, 1, ColorSpace=gray)
    found.XObject = Dictionary(
        INK=image(pdf, ink, 2, 1, ColorSpace=cmyk),
        UPSIDE=image(pdf, bytes(255 - v for v in ink), 2, 1, ColorSpace=cmyk,
                     Decode=Array([1, 0] * 4)),
        GRAY=image(pdf, b"\0\x80", 2, 1, ColorSpace=gray),
        BITS=image(pdf, b"\x40", 2, 1, ColorSpace=gray, BitsPerComponent=1),
        TABLE=image(pdf, b"\0\1", 2, 1, ColorSpace=spaces().TABLE),
        SPOT=image(pdf, b"\xff\x33", 2, 1, ColorSpace=gold),
        DEEP=image(pdf, b"\0\0\x80\0", 2, 1, ColorSpace=gray, BitsPerComponent=16),
        VEILED=image(pdf, ink, 2, 1, ColorSpace=cmyk, SMask=pdf.make_indirect(veil)),
        KEYED=image(pdf, b"\0\xff", 2, 1, ColorSpace=gray, Mask=Array([0, 0])),
        STENCIL=image(pdf, b"\x40", 2, 1, ImageMask=True, BitsPerComponent=1),
        RGB=image(pdf, bytes((255, 0, 0, 0, 0, 0)), 2, 1, ColorSpace=Name.DeviceRGB),
    )  # fmt: skip
    return found


def forms(pdf: Pdf) -> Dictionary:
    """A form that takes its colour from where it is called, and one with a layer that is off."""
    found = states(pdf)
    plain = Stream(pdf, b"0 0 40 40 re f")
    plain.Type, plain.Subtype, plain.BBox = Name.XObject, Name.Form, Array([0, 0, 40, 40])
    outer = Stream(pdf, b"q 1 0 0 1 10 10 cm /IN Do Q 0 1 0 0 k 0 0 10 10 re f")
    outer.Type, outer.Subtype, outer.BBox = Name.XObject, Name.Form, Array([0, 0, 60, 60])
    outer.Resources = Dictionary(XObject=Dictionary(IN=pdf.make_indirect(plain)))
    outer.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="off"))
    pdf.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer]))
    )
    hidden = Stream(pdf, b"0 0 100 100 re f")
    hidden.Type, hidden.Subtype, hidden.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 100])
    hidden.OC = layer
    found.Properties = Dictionary(OFF=layer)
    found.XObject = Dictionary(
        IN=pdf.make_indirect(plain), OUT=pdf.make_indirect(outer), HID=pdf.make_indirect(hidden)
    )
    return found


def grouped(pdf: Pdf) -> Dictionary:
    """Black that overprints in transparency groups, half of it over the group's own cyan."""
    found = fonts(pdf)
    found.XObject = Dictionary()
    cyan = b"1 0 0 0 k 50 20 30 60 re f /O1 gs 0 0 0 1 k "
    for name, isolated, drawn in (
        ("ISOLATED", True, b"20 20 60 60 re f"),
        ("OPEN", False, b"20 20 60 60 re f"),
        ("TYPE", True, b"BT /SQ 60 Tf 20 20 Td (a) Tj ET"),
    ):
        made = Stream(pdf, cyan + drawn)
        made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 100])
        made.Group = Dictionary(S=Name.Transparency, I=isolated, CS=Name.DeviceCMYK)
        made.Resources = Dictionary(ExtGState=found.ExtGState, Font=found.Font)
        found.XObject[f"/{name}"] = pdf.make_indirect(made)
    return found


def patterns(pdf: Pdf) -> Dictionary:
    """Tiles of a colour of their own, tiles without one, a gradient."""
    found = states(pdf)

    def tile(content: bytes, kind: int) -> Stream:
        made = Stream(pdf, content)
        made.Type, made.PatternType, made.PaintType, made.TilingType = Name.Pattern, 1, kind, 1
        made.BBox, made.XStep, made.YStep = Array([0, 0, 10, 10]), 10, 10
        made.Resources = Dictionary()
        return made

    ramp = Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceCMYK,
        Coords=Array([0, 0, 100, 0]),
        Extend=Array([True, True]),
        Function=Dictionary(
            FunctionType=2, N=1, Domain=[0, 1], C0=[1, 0, 0, 0], C1=Array([0, 0.5, 0, 0])
        ),
    )
    mesh = Stream(pdf, bytes(20))
    mesh.ShadingType, mesh.ColorSpace, mesh.BitsPerCoordinate = 4, Name.DeviceCMYK, 8
    mesh.BitsPerComponent, mesh.BitsPerFlag, mesh.Decode = 8, 8, Array([0, 1] * 6)
    found.Pattern = Dictionary(
        OWN=pdf.make_indirect(tile(b"0 0 1 0 k 0 0 10 10 re f", 1)),
        BARE=pdf.make_indirect(tile(b"0 0 10 10 re f", 2)),
        RAMP=Dictionary(PatternType=2, Shading=pdf.make_indirect(ramp)),
    )
    found.ColorSpace.UNDER = Array([Name.Pattern, Name.DeviceCMYK])
    found.Shading = Dictionary(RAMP=pdf.make_indirect(ramp), MESH=pdf.make_indirect(mesh))
    return found


def fonts(pdf: Pdf) -> Dictionary:
    """A Type 3 font of one square, which takes the colour that is set."""
    found = states(pdf)
    glyph = Stream(pdf, b"1000 0 0 0 1000 1000 d1 0 0 1000 1000 re f")
    found.Font = Dictionary(
        SQ=pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type3,
                FontBBox=Array([0, 0, 1000, 1000]),
                FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
                CharProcs=Dictionary(a=pdf.make_indirect(glyph)),
                Encoding=Dictionary(Differences=Array([97, Name.a])),
                FirstChar=97,
                LastChar=97,
                Widths=Array([1000]),
                Resources=Dictionary(),
            )
        ),
        HELV=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica),
    )
    return found


GROUND = "0.2 0.1 0.3 0 k 0 0 100 100 re f\n"
LAID = {"Cyan": 20, "Magenta": 10, "Yellow": 30}
SHEETS: dict[str, Sheet] = {
    "black without a colour set": Sheet("10 10 50 50 re f", {(20, 20): {"Black": 100}}),
    "knocked out": Sheet(
        GROUND + "0 0 0 1 k 10 10 50 50 re f", {(20, 20): {"Black": 100}, (80, 80): LAID}
    ),
    "gray is black": Sheet(GROUND + "0.4 g 10 10 50 50 re f", {(20, 20): {"Black": 60}}),
    "overprint mode 1": Sheet(
        GROUND + "/O1 gs 0 0 0 1 k 10 10 50 50 re f", {(20, 20): LAID | {"Black": 100}}, states
    ),
    "overprint mode 0": Sheet(
        GROUND + "/O0 gs 0 0 0 1 k 10 10 50 50 re f", {(20, 20): {"Black": 100}}, states
    ),
    "gray in overprint mode 1 knocks out": Sheet(
        GROUND + "/O1 gs 0 g 10 10 50 50 re f", {(20, 20): {"Black": 100}}, states
    ),
    "white overprinting is nothing": Sheet(
        GROUND + "/O1 gs 0 0 0 0 k 10 10 50 50 re f", {(20, 20): LAID}, states
    ),
    "overprint ends with Q": Sheet(
        GROUND + "q /O1 gs Q 0 0 0 1 k 10 10 50 50 re f", {(20, 20): {"Black": 100}}, states
    ),
    "strokes alone overprint": Sheet(
        GROUND + "/OS gs 0 0 0 1 k 0 0 0 1 K 20 w 30 30 40 40 re B",
        {(50, 50): {"Black": 100}, (22, 50): LAID | {"Black": 100}},
        states,
        alone="10.00 paints no filling where filling and stroking overprint unlike",
    ),
    "a spot": Sheet(
        GROUND + "/GOLD cs 0.5 scn 10 10 50 50 re f", {(20, 20): {GOLD: 50}, (80, 80): LAID}, states
    ),
    "a spot overprinting": Sheet(
        GROUND + "/O0 gs /GOLD cs 1 scn 10 10 50 50 re f", {(20, 20): LAID | {GOLD: 100}}, states
    ),
    "process inks over a spot": Sheet(
        "/GOLD cs 1 scn 0 0 100 100 re f /O1 gs 0 0 0 1 k 10 10 30 30 re f\n"
        "/ON gs 0 0 0 1 k 60 60 30 30 re f",
        {(20, 20): {GOLD: 100, "Black": 100}, (70, 70): {"Black": 100}},
        states,
    ),
    "a separation named Cyan": Sheet(
        GROUND + "/O0 gs /CYAN cs 0.5 scn 10 10 50 50 re f",
        {(20, 20): LAID | {"Cyan": 50}},
        states,
    ),
    "All and None": Sheet(
        "/GOLD cs 1 scn 90 90 10 10 re f /ALL cs 0.5 scn 10 10 30 30 re f\n"
        "/NONE cs 1 scn 50 50 30 30 re f",
        {(20, 20): dict.fromkeys(("Cyan", "Magenta", "Yellow", "Black", GOLD), 50), (60, 60): {}},
        states,
    ),
    "cyan and a spot together": Sheet(
        GROUND + "/O0 gs /MIX cs 0.5 1 scn 10 10 50 50 re f",
        {(20, 20): LAID | {"Cyan": 50, GOLD: 100}},
        mixed,
    ),
    "an indexed colour": Sheet(
        "/TABLE cs 1 sc 10 10 50 50 re f", {(20, 20): {"Magenta": 100, "Yellow": 50}}, states
    ),
    "RGB": Sheet(
        "1 0 0 rg 10 10 50 50 re f 0 0 0 rg 70 70 20 20 re f",
        {(20, 20): {"Magenta": 100, "Yellow": 100}, (80, 80): {"Black": 100}},
        alone="it goes by profiles",
    ),
    "a picture of inks": Sheet(
        GROUND + "q 80 0 0 80 10 10 cm /INK Do Q",
        {
            (20, 50): {"Cyan": 100, "Magenta": 20},
            (80, 50): {"Yellow": 40, "Black": 80},
            (5, 5): LAID,
        },
        pictures,
    ),
    "a picture upside down": Sheet(
        "q 80 0 0 80 10 10 cm /UPSIDE Do Q",
        {(20, 50): {"Cyan": 100, "Magenta": 20}, (80, 50): {"Yellow": 40, "Black": 80}},
        pictures,
    ),
    "a gray picture knocks out": Sheet(
        GROUND + "q 80 0 0 80 10 10 cm /GRAY Do Q",
        {(20, 50): {"Black": 100}, (80, 50): {"Black": 50}},
        pictures,
    ),
    "a picture of two levels": Sheet(
        GROUND + "q 80 0 0 80 10 10 cm /BITS Do Q",
        {(20, 50): {"Black": 100}, (80, 50): {}},
        pictures,
    ),
    "a picture of a table": Sheet(
        "q 80 0 0 80 10 10 cm /TABLE Do Q",
        {(20, 50): {"Cyan": 100}, (80, 50): {"Magenta": 100, "Yellow": 50}},
        pictures,
    ),
    "a picture in a spot": Sheet(
        GROUND + "q 80 0 0 80 10 10 cm /SPOT Do Q",
        {(20, 50): {GOLD: 100}, (80, 50): {GOLD: 20}, (5, 5): LAID},
        pictures,
    ),
    "a picture of 16 bits": Sheet(
        "q 80 0 0 80 10 10 cm /DEEP Do Q",
        {(20, 50): {"Black": 100}, (80, 50): {"Black": 50}},
        pictures,
    ),
    "a picture seen in part": Sheet(
        GROUND + "q 80 0 0 80 10 10 cm /VEILED Do Q",
        {(20, 50): {"Cyan": 100, "Magenta": 20}, (80, 50): LAID},
        pictures,
    ),
    "a picture overprinting a spot": Sheet(
        "/GOLD cs 1 scn 0 0 100 100 re f /O1 gs q 80 0 0 80 10 10 cm /INK Do Q",
        {(20, 50): {"Cyan": 100, "Magenta": 20, GOLD: 100}},
        pictures,
        alone="10.00 knocks the spot out",
    ),
    "a stencil": Sheet(
        GROUND + "/GOLD cs 1 scn q 80 0 0 80 10 10 cm /STENCIL Do Q",
        {(20, 50): {GOLD: 100}, (80, 50): LAID},
        pictures,
    ),
    "an inline picture": Sheet(
        "q 80 0 0 80 10 10 cm BI /W 2 /H 1 /BPC 8 /CS /CMYK /F /AHx ID FF33000000006Acc> EI Q",
        {(20, 50): {"Cyan": 100, "Magenta": 20}, (80, 50): {"Yellow": 42, "Black": 80}},
    ),
    "a form in the colour of its caller": Sheet(
        "1 0 0 0 k q 1 0 0 1 20 20 cm /OUT Do Q 0 0 5 5 re f",
        {(40, 40): {"Cyan": 100}, (25, 25): {"Magenta": 100}, (2, 2): {"Cyan": 100}},
        forms,
        alone="10.00 begins a transparency group in black",
    ),
    "a form twice in two colours": Sheet(
        "1 0 0 0 k /IN Do 0 0 0 1 k q 1 0 0 1 50 50 cm /IN Do Q",
        {(20, 20): {"Cyan": 100}, (70, 70): {"Black": 100}},
        forms,
    ),
    "a form that overprints": Sheet(
        GROUND + "/O1 gs 0 0 0 1 k /IN Do", {(20, 20): LAID | {"Black": 100}}, forms
    ),
    "a layer that is off": Sheet(
        "1 0 0 0 k 0 0 50 100 re f /OC /OFF BDC 0 0 100 100 re f EMC",
        {(20, 20): {"Cyan": 100}, (80, 20): {}},
        forms,
    ),
    "a form of a layer that is off": Sheet(
        "1 0 0 0 k 0 0 50 100 re f /HID Do",
        {(20, 20): {"Cyan": 100}, (80, 20): {}},
        forms,
        alone="10.00 draws it",
    ),
    "tiles of their own colour": Sheet(
        GROUND + "/Pattern cs /OWN scn 20 20 60 60 re f",
        {(50, 50): {"Yellow": 100}, (5, 5): LAID},
        patterns,
    ),
    "tiles in a colour": Sheet(
        GROUND + "/UNDER cs 0 0.5 0 0 /BARE scn 20 20 60 60 re f",
        {(50, 50): {"Magenta": 50}, (5, 5): LAID},
        patterns,
    ),
    "a gradient": Sheet(
        GROUND + "q 0 20 100 60 re W n /RAMP sh Q",
        {(1, 50): {"Cyan": 98, "Magenta": 1}, (50, 50): {"Cyan": 50, "Magenta": 25}, (50, 5): LAID},
        patterns,
    ),
    "a gradient as a pattern": Sheet(
        "/Pattern cs /RAMP scn 0 0 100 50 re f",
        {(50, 25): {"Cyan": 50, "Magenta": 25}, (50, 75): {}},
        patterns,
    ),
    "half transparent": Sheet(
        GROUND + "/HALF gs 0 0 0 1 k 20 20 60 60 re f",
        {(50, 50): {"Cyan": 10, "Magenta": 5, "Yellow": 15, "Black": 50}},
        states,
    ),
    "multiplied": Sheet(
        GROUND + "/MUL gs 0.5 0 0 0.5 k 20 20 60 60 re f",
        {(50, 50): {"Cyan": 60, "Magenta": 10, "Yellow": 30, "Black": 50}},
        states,
    ),
    "text overprinting": Sheet(
        GROUND + "/O1 gs 0 0 0 1 k BT /SQ 40 Tf 20 20 Td (a) Tj ET",
        {(40, 40): LAID | {"Black": 100}},
        fonts,
    ),
    "text in a spot": Sheet(
        GROUND + "/GOLD cs 1 scn BT /SQ 40 Tf 20 20 Td (a) Tj ET",
        {(40, 40): {GOLD: 100}, (80, 80): LAID},
        fonts,
    ),
    "text that clips": Sheet(
        GROUND + "BT /HELV 130 Tf 10 10 Td 7 Tr (I) Tj ET 0 1 0 0 k 0 0 100 100 re f",
        {(27, 50): {"Magenta": 100}, (80, 50): LAID},
        fonts,
    ),
}
SHEETS |= {
    f"overprint in a group, {kind}": Sheet(
        GROUND + f"/{name} Do", {(30, 30): inks, (70, 70): both, (5, 5): LAID}, grouped
    )
    for kind, name, inks, both in (
        ("isolated", "ISOLATED", {"Black": 100}, {"Cyan": 100, "Black": 100}),
        ("not isolated", "OPEN", LAID | {"Black": 100}, {"Cyan": 100, "Black": 100}),
        ("isolated, of type", "TYPE", {"Black": 100}, {"Cyan": 100, "Black": 100}),
    )
}
UNMEASURED: dict[str, tuple[Sheet, str]] = {
    "a mesh": (Sheet("/MESH sh", {}, patterns), "part.plates-shading"),
    "a blend of all inks": (
        Sheet("/HUE gs 1 0 0 0 k 0 0 50 50 re f", {}, states),
        "part.plates-blend",
    ),
    "RGB": (SHEETS["RGB"], "part.plates-rgb"),
    "a picture of RGB": (
        Sheet("q 80 0 0 80 10 10 cm /RGB Do Q", {}, pictures),
        "part.plates-rgb",
    ),
    "a picture with a key": (
        Sheet("q 80 0 0 80 10 10 cm /KEYED Do Q", {}, pictures),
        "part.plates-keyed",
    ),
    "a colour that is not there": (
        Sheet("/NOSUCH cs 1 scn 0 0 50 50 re f", {}, states),
        "part.plates-space",
    ),
    "an object that is not there": (Sheet("/NOSUCH Do", {}, states), "part.plates-unread"),
}
