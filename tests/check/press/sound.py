"""What looks broken and is not: each of these sheets must give no finding at all.

They are the neighbours of the cases in `broken`: at the limit, out of sight, or right in another
way.
"""

import re
from typing import Any

from pikepdf import Array, Dictionary, Name, Stream, String

from tests.check.press.broken import Case, box, case, sound
from tests.check.press.sheet import BLEED, SIZE, Sheet, face, mm


def unseen_type(s: Sheet, _: bool) -> None:
    """As under a scan: in render mode 3, small, in RGB, knocking out."""
    s.text("版心", 10, 50, 4, paint="1 0 0 rg", state="Kn", mode=3)


def clipped_away(s: Sheet, _: bool) -> None:
    s.ops.append(
        f"q {mm(40, 40, 5, 5)} re W n 1 0 0 rg {mm(60, 60, 9, 9)} re f"
        f" /Kn gs 0 0 0 1 k BT /F 4 Tf {mm(70, 60)} Td <{face()[1]['版']:04x}> Tj ET Q"
    )


def clipped_by_nothing(s: Sheet, _: bool) -> None:
    """Two clips that have nothing in common."""
    s.ops.append(
        f"q {mm(40, 40, 5, 5)} re W n {mm(50, 50, 5, 5)} re W n"
        f" 1 0 0 rg {mm(40, 40, 30, 30)} re f Q"
    )


def clipped_by_type(s: Sheet, _: bool) -> None:
    """Letters filled with a tint that without them would end at the trim."""
    s.ops.append(
        f"q BT 7 Tr /F 40 Tf {mm(50, 60)} Td <{face()[1]['版']:04x}> Tj ET"
        f" 0.3 0.1 0.1 0 k {mm(0, 50, 100, 40)} re f Q"
    )


def thinned(s: Sheet, _: bool) -> None:
    """A dark tint that is laid at a third."""
    s.state("Thin", ca=0.3, CA=0.3)
    s.rect(40, 50, 10, 10, "0 0 0 0.95 k", state="Thin")


def off_the_sheet(s: Sheet, _: bool) -> None:
    name = s.image(bytes([120, 130, 140]) * 9, (3, 3), ColorSpace=Name.DeviceRGB)
    s.place(name, 200, 200, 50, 50)
    s.text("版心", -90, 50, 4, state="Kn")


def never_used(s: Sheet, _: bool) -> None:
    """Resources that no operator names; a font that is chosen and shows nothing."""
    s.image(bytes([120, 130, 140]) * 9, (3, 3), ColorSpace=Name.DeviceRGB)
    s.space(s.spot("Gold"))
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    s.name("Font", s.pdf.make_indirect(helvetica), "Hv")
    s.ops.append("BT /Hv 4 Tf ET")


def no_opacity(s: Sheet, _: bool) -> None:
    s.state("Gone", ca=0)
    s.rect(40, 50, 10, 10, "0 0 0 0.95 k", state="Gone")


def at_limits(s: Sheet, _: bool) -> None:
    """Everything exactly where it is allowed."""
    s.text("版", 10, 60, 12, state="Kn")  # black from 12 pt may knock out
    s.line(10, 58, 40, 2, state="Kn")  # lines from 2 pt too
    s.line(10, 56, 40, 0.25)
    s.line(10, 54, 40, 1, paint="0 0 0 0.5 K", state="Kn")
    s.text("版", 10, 48, 6)
    s.text("版", 20, 48, 12, matrix="0.5 0 0 0.5")
    s.text("版", 30, 46, 10, paint="0.5 0.5 0 0 k", state="Kn")
    s.text("版", 40, 46, 14, paint="0.5 0.4 0.3 1 k", state="Kn")  # 220 %
    s.rect(10, 30, 10, 10, "0.03 0 0 0 k")
    s.rect(30, 30, 10, 10, "0 0 0 0.85 k")
    s.rect(50, 30, 10, 10, "0 0 0 1 k")


def fine_pictures(s: Sheet, _: bool) -> None:
    pixels = bytes([100, 90, 80, 30]) * 59 * 59
    s.place(s.image(pixels, (59, 59)), 40, 40, 10, 10)  # 149.9 ppi
    rows = bytes([0x55]) * 40 * 316
    line_art = s.image(rows, (316, 316), BitsPerComponent=1, ColorSpace=Name.DeviceGray)
    s.place(line_art, 55, 40, 10, 10)  # 802.6 ppi


def tint_as_picture(s: Sheet, _: bool) -> None:
    """One pixel, and a ramp of one row, have no detail to lose."""
    s.place(s.image(bytes([100, 90, 80, 30]), (1, 1)), 40, 40, 20, 10)
    ramp = bytes(v for i in range(100) for v in (40 + i, 60, 20, 10))
    s.place(s.image(ramp, (100, 1)), 40, 20, 15, 15)


def coarse_mask(s: Sheet, _: bool) -> None:
    mask = s.image(bytes([200]) * 9, (3, 3), ColorSpace=Name.DeviceGray)
    own = s.resources.XObject[f"/{mask}"]
    del s.resources.XObject[f"/{mask}"]
    s.place(s.image(bytes([100, 90, 80, 30]) * 6400, (80, 80), SMask=own), 40, 40, 10, 10)


def black_as_separation(s: Sheet, _: bool) -> None:
    """In a Separation Black the flag is enough, mode 0 or not."""
    s.state("Zero", OP=True, op=True, OPM=0)
    cs = s.space(s.spot("Black", "0 0 0 1"))
    s.text("版心", 10, 50, 9, paint=f"/{cs} cs 1 scn", state="Zero")


def white_that_spares(s: Sheet, _: bool) -> None:
    s.rect(38, 40, 30, 12, "0.6 0.3 0 0 k")
    s.rect(42, 43, 10, 5, "0 0 0 0 k")


def white_on_paper(s: Sheet, _: bool) -> None:
    """White type on nothing, and on a white box over ink."""
    s.text("版", 20, 50, 7, paint="0 0 0 0 k", state="Kn")
    s.rect(38, 40, 30, 12, "0.6 0.3 0 0 k")
    s.rect(40, 42, 20, 8, "0 0 0 0 k")
    s.text("版", 45, 44, 7, paint="0 0 0 0 k", state="Kn")


def white_beside_ink(s: Sheet, _: bool) -> None:
    """In the bounding box of a triangle, but not on it."""
    s.ops.append(f"q 0.6 0.3 0 0 k {mm(40, 40)} m {mm(70, 40)} l {mm(70, 70)} l f Q")
    s.text("版", 43, 62, 7, paint="0 0 0 0 k", state="Kn")


def dots(s: Sheet, _: bool) -> None:
    """Small squares are no lines; nor is the edge of a shape in its own colour."""
    for k in range(5):
        s.rect(10 + 3 * k, 50, 0.3, 0.3, "0 0 0 1 k")
    s.ops.append(f"q 0 0 0 1 k 0 0 0 1 K 0.1 w {mm(40, 50, 10, 10)} re B Q")


def bold_by_stroke(s: Sheet, _: bool) -> None:
    s.ops.append("q 0 0 0 1 K 0.1 w")
    s.text("版心", 10, 50, 9, mode=2)
    s.ops.append("Q")


def small_spaces(s: Sheet, _: bool) -> None:
    font = s.font()
    glyph = f"<{face()[1]['A']:04x}>".encode()
    cmap = font.ToUnicode.read_bytes()
    font.ToUnicode.write(re.sub(glyph + rb" <\w+>", glyph + b" <0020>", cmap))
    s.name("Font", font, "Sp")
    s.text("AA", 10, 50, 3, font="Sp", state="Kn")


def slug(s: Sheet, _: bool) -> None:
    """A slug line and a register mark outside the bleed."""
    s.page.MediaBox = box(-15, -15, SIZE + 15, SIZE + 15)
    s.text("版心", 10, -11, 8)
    cs = s.space(s.spot("All", "1 1 1 1"))
    s.ops.append(f"q /{cs} CS 1 SCN 0.25 w {mm(50, -12)} m {mm(50, -BLEED - 1)} l S Q")


def unlike_spots(s: Sheet, _: bool) -> None:
    for k, name in enumerate(("PANTONE 185 C", "PANTONE 186 C", "HKS 43 K", "Gold")):
        cs = s.space(s.spot(name))
        s.rect(10 + 15 * k, 50, 10, 10, f"/{cs} cs 0.5 scn")


def own_profile(s: Sheet, _: bool) -> None:
    """A picture with the profile of the intent itself."""
    profile = s.pdf.Root.OutputIntents[0].DestOutputProfile
    space = Array([Name.ICCBased, profile])
    s.place(s.image(bytes([100, 90, 80, 30]) * 576, (24, 24), ColorSpace=space), 40, 50, 3, 3)


def lab_alternate(s: Sheet, _: bool) -> None:
    """As InDesign writes a PANTONE spot."""
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([0.9642, 1, 0.8249]))])
    tint = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([100, 0, 0]), C1=Array([50, 70, 40]), N=1
    )
    space = Array([Name.Separation, Name("/PANTONE 185 C"), lab, tint])
    s.rect(40, 50, 10, 10, f"/{s.space(space)} cs 0.5 scn")


def masked_type(s: Sheet, _: bool) -> None:
    """Small grey type in a soft mask is light, not ink."""
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    code = f"{face()[1]['版']:04x}"
    form = s.form(f"1 g BT /F 4 Tf {mm(40, 50)} Td <{code}> Tj ET", Group=group)
    mask = s.resources.XObject[f"/{form}"]
    del s.resources.XObject[f"/{form}"]
    s.state("Soft", SMask=Dictionary(S=Name.Luminosity, G=mask))
    s.rect(38, 48, 10, 10, "0.5 0.3 0 0 k", state="Soft")


def printed_layer(s: Sheet, _: bool) -> None:
    """A layer that is on."""
    layer = s.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Text")))
    s.pdf.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(Name=String("Default"), ON=Array([layer]))
    )
    name = s.name("Properties", layer)
    s.ops.append(f"/OC /{name} BDC 0.4 0.3 0.1 0 k {mm(40, 50, 10, 10)} re f EMC")


def split_content(s: Sheet, bad: bool) -> None:
    """The content in pieces, one ending in the middle of an operator's operands."""
    sound(s, bad)
    s.ops.append("% a comment with 1 0 0 rg in it")


def unused_intents(s: Sheet, _: bool) -> None:
    """An intent of PDF/A beside that of PDF/X."""
    other = s.intent()
    other.S = Name.GTS_PDFA1
    other.DestOutputProfile = s.pdf.Root.OutputIntents[0].DestOutputProfile
    s.pdf.Root.OutputIntents.append(other)


def pattern_of_ink(s: Sheet, _: bool) -> None:
    """A pattern without colour of its own, in CMYK."""
    tile = Stream(s.pdf, b"0 0 4 4 re f")
    for key, value in {
        "PatternType": 1, "PaintType": 2, "TilingType": 1, "BBox": Array([0, 0, 6, 6]),
        "XStep": 8, "YStep": 8, "Resources": Dictionary(),
    }.items():  # fmt: skip
        tile[f"/{key}"] = value
    name = s.name("Pattern", tile)
    cs = s.space(Array([Name.Pattern, Name.DeviceCMYK]))
    s.rect(40, 50, 15, 10, f"/{cs} cs 0.3 0.2 0 0 /{name} scn")


def sure(what: str, draw: Any, **more: Any) -> Case:
    """A case that gives nothing."""
    return case(0, what, "", draw, **more)


SOUND: tuple[Case, ...] = (
    sure("a plain sheet", sound),
    sure("a plain sheet of X-1a", sound, profile="newspaper-x1a", standard="x1a"),
    sure("type in render mode 3", unseen_type),
    sure("what is clipped away", clipped_away),
    sure("what type clips", clipped_by_type),
    sure("a dark tint laid at a third", thinned),
    sure("what two clips leave nothing of", clipped_by_nothing),
    sure("what is off the sheet", off_the_sheet),
    sure("resources that nobody uses", never_used),
    sure("what has no opacity", no_opacity),
    sure("what is at its limits", at_limits),
    sure("pictures that are just fine enough", fine_pictures),
    sure("tints drawn as pictures", tint_as_picture),
    sure("a coarse soft mask", coarse_mask),
    sure("black type in Separation Black", black_as_separation),
    sure("white that knocks out", white_that_spares),
    sure("white type on paper", white_on_paper),
    sure("white type beside ink", white_beside_ink),
    sure("dots and edges", dots),
    sure("type that is filled and stroked", bold_by_stroke),
    sure("small spaces", small_spaces),
    sure("a slug outside the bleed", slug),
    sure("spots of other numbers", unlike_spots, profile="spots"),
    sure("a picture in the intent's profile", own_profile),
    sure("a spot with an alternate in Lab", lab_alternate, profile="spots"),
    sure("type in a soft mask", masked_type),
    sure("a layer that is on", printed_layer),
    sure("operators in a comment", split_content),
    sure("an intent of PDF/A besides", unused_intents),
    sure("a pattern without colour", pattern_of_ink),
)
