"""Neighbours of the broken cases: the same faults written in other ways, with what each must give.

A colour set by another operator, an overprint flag by another key, a line drawn as a box that is
turned; and beside each what looks like it and is right.
"""

from pikepdf import Array, Dictionary, Name, String

from tests.check.press.broken import Case, Draw, case
from tests.check.press.sheet import Sheet, face, mm

HAN = f"<{face()[1]['版']:04x}>"
LOW = "0.5 0.3 0 0 k"


def ops(content: str) -> Draw:
    """Content as it stands."""
    return lambda s, _: s.ops.append(content)


def text(paint: str = "0 0 0 1 k", size: float = 9, state: str = "Op", matrix: str = "") -> Draw:
    """A line of type."""
    turned = matrix or "1 0 0 1"
    return lambda s, _: s.text("版心", 30, 50, size, paint=paint, state=state, matrix=turned)


def flagged(**entries: object) -> Draw:
    """Small black type in a graphics state."""

    def draw(s: Sheet, _: bool) -> None:
        s.state("Own", **entries)
        s.text("版心", 10, 50, 9, state="Own")

    return draw


def line(width: float, paint: str, state: str = "Kn") -> Draw:
    """A level line."""
    return lambda s, _: s.line(10, 50, 30, width, paint=paint, state=state)


def stroke_by_fill_flag(s: Sheet, _: bool) -> None:
    """op alone is of fills."""
    s.state("Own", op=True, OPM=1)
    s.line(10, 50, 30, 1, state="Own")


def state_of_form(s: Sheet, _: bool) -> None:
    """A form begins with the state in which it is drawn."""
    form = s.form(f"BT /F 9 Tf 60 150 Td {HAN} Tj ET")
    s.ops.append(f"q /Op gs 0 0 0 1 k /{form} Do Q")


def picture(space: object, samples: bytes) -> Draw:
    """A picture of 24 × 24 pixels on 3 mm."""
    return lambda s, _: s.place(s.image(samples, (24, 24), ColorSpace=space), 40, 50, 3, 3)


def spot_picture(s: Sheet, _: bool) -> None:
    s.place(s.image(bytes([100]) * 576, (24, 24), ColorSpace=s.spot("Gold")), 40, 50, 3, 3)


def stencil(paint: str, state: str) -> Draw:
    """A mask of one bit, 1016 ppi, over a tint."""

    def draw(s: Sheet, _: bool) -> None:
        mask = s.image(
            bytes([0x55]) * 800, (80, 80), ImageMask=True, ColorSpace=None, BitsPerComponent=1
        )
        s.rect(38, 40, 30, 20, LOW)
        s.ops.append(f"q /{state} gs {paint} {mm(2)} 0 0 {mm(2)} {mm(40, 50)} cm /{mask} Do Q")

    return draw


def spot(name: str, alternate: str = "0 1 1 0", tint: float = 0.5) -> Draw:
    """A patch in a Separation."""

    def draw(s: Sheet, _: bool) -> None:
        s.rect(40, 50, 10, 10, f"/{s.space(s.spot(name, alternate))} cs {tint} scn")

    return draw


def type_in_all(s: Sheet, _: bool) -> None:
    cs = s.space(s.spot("All", "1 1 1 1"))
    s.text("版心", 10, 50, 14, paint=f"/{cs} cs 0.2 scn", state="Kn")


def heavy_shading(s: Sheet, _: bool) -> None:
    tone = Array([0.8, 0.8, 0.7, 0.6])
    shading = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([0, 0, 1, 0]),
        Extend=Array([True, True]),
        Function=Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=tone, C1=tone, N=1),
    )  # fmt: skip
    name = s.name("Shading", s.pdf.make_indirect(shading))
    s.ops.append(f"q {mm(40, 40, 20, 20)} re W n /{name} sh Q")


def mixed(paint: str, **entries: object) -> Draw:
    """One patch over another through transparency; neither is over the limit alone."""

    def draw(s: Sheet, _: bool) -> None:
        s.state("Mix", **entries)
        s.rect(40, 40, 20, 20, "0.7 0.5 0.4 0.4 k")
        s.rect(40, 40, 20, 20, paint, state="Mix")

    return draw


def white_on(ground: str, size: float, paint: str = "0 0 0 0 k") -> Draw:
    """White type on a patch."""

    def draw(s: Sheet, _: bool) -> None:
        s.rect(40, 40, 20, 10, ground)
        s.text("版", 42, 42, size, paint=paint, state="Kn")

    return draw


def white_on_photo(s: Sheet, _: bool) -> None:
    s.place(s.image(bytes([150, 130, 120, 60]) * 6400, (80, 80)), 40, 40, 10, 10)
    s.text("版", 42, 44, 7, paint="0 0 0 0 k", state="Kn")


def quoted(s: Sheet, _: bool) -> None:
    s.ops.append(f"q /Kn gs 0 0 0 1 k BT /F 9 Tf 12 TL {mm(10, 50)} Td {HAN} ' ET Q")


def outlined(s: Sheet, _: bool) -> None:
    """Of type that is stroked alone the colour of its fill does not count."""
    s.ops.append(f"q /Op gs 1 0 0 rg 0 0 0 1 K 1 w BT /F 20 Tf 1 Tr {mm(10, 50)} Td {HAN} Tj ET Q")


def thinly_outlined(s: Sheet, _: bool) -> None:
    s.ops.append(f"q /Op gs 0 0 0 1 K 0.1 w BT /F 20 Tf 1 Tr {mm(10, 50)} Td {HAN} Tj ET Q")


def turned_box(s: Sheet, _: bool) -> None:
    s.ops.append(
        f"q /Op gs 0 0 0 1 k 0.7071 0.7071 -0.7071 0.7071 {mm(50, 30)} cm 0 0 60 0.1 re f Q"
    )


def table(base: object, colours: bytes) -> Array:
    """An Indexed space of four colours."""
    return Array([Name.Indexed, base, 3, String(colours)])


RGB_TABLE = picture(table(Name.DeviceRGB, bytes(12)), bytes(range(4)) * 144)
CMYK_TABLE = picture(table(Name.DeviceCMYK, bytes([60, 50, 40, 20] * 4)), bytes(range(4)) * 144)


def first_line(s: Sheet, _: bool) -> None:
    """In the colour that a page begins with: grey 0."""
    s.ops.append(f"q 1 w {mm(10, 50)} m {mm(50, 50)} l S Q")


def near(check: int, what: str, finds: str, draw: Draw) -> Case:
    """A case that has no mended form."""
    return case(check, what, finds, draw)


NEAR: tuple[Case, ...] = (
    near(17, "OP alone sets both flags", "", flagged(OP=True, OPM=1)),
    near(17, "op alone is of fills", "", flagged(op=True, OPM=1)),
    near(17, "OP without op", "PF17W", flagged(OP=True, op=False, OPM=1)),
    near(17, "a form has the state around it", "", state_of_form),
    near(17, "CMYK by cs and sc", "", text("/DeviceCMYK cs 0 0 0 1 sc")),
    near(17, "type by '", "PF17W", quoted),
    near(17, "type upside down", "PF17W", text(state="Kn", matrix="1 0 0 -1")),
    near(17, "type of 11.999 pt", "", text(size=11.999, state="Kn")),
    near(18, "op alone is not of strokes", "PF18W", stroke_by_fill_flag),
    near(18, "a line in the first colour", "PF18W", first_line),
    near(20, "type in the first colour", "PF20W", text("")),
    near(10, "a picture of a table of RGB", "PF10E", RGB_TABLE),
    near(10, "a picture of a table of CMYK", "", CMYK_TABLE),
    near(10, "a grey picture", "", picture(Name.DeviceGray, bytes([100]) * 576)),
    near(10, "a stencil in RGB", "PF10E", stencil("1 0 0 rg", "Kn")),
    near(10, "a line in RGB", "PF10E", line(3, "1 0 0 RG")),
    near(10, "RGB that nothing is painted in", "", ops("q 1 0 0 rg 1 0 0 RG Q")),
    near(10, "outlined type with RGB inside", "", outlined),
    near(11, "a picture in a spot", "PF11E", spot_picture),
    near(11, "Separation None", "", spot("None")),
    near(12, "a spot called black", "PF11E PF12W", spot("black", "0 0 0 1")),
    near(13, "type in All", "PF13W", type_in_all),
    near(14, "a shading of 290 %", "PF14E", heavy_shading),
    near(14, "half opaque over a tint", "PF14E", mixed("1 1 1 1 k", ca=0.5)),
    near(14, "multiplied over a tint", "PF14E", mixed("0.6 0.5 0.4 0.3 k", BM=Name.Multiply)),
    near(19, "a white stencil overprints", "PF19E", stencil("0 0 0 0 k", "Op")),
    near(22, "white on a picture", "PF22W", white_on_photo),
    near(22, "white on black, 8 pt", "PF22W", white_on("0 0 0 1 k", 8)),
    near(22, "white of grey on black, 9.5 pt", "", white_on("0 0 0 1 k", 9.5, "1 g")),
    near(23, "5.99 pt", "", text(size=5.99)),
    near(23, "5.9 pt", "PF23W", text(size=5.9)),
    near(23, "a size below zero", "PF23W", text(size=-5)),
    near(24, "two inks, 0.5 pt", "PF24W", line(0.5, "0.5 0.5 0 0 K")),
    near(24, "two inks, 1 pt", "", line(1, "0.5 0.5 0 0 K")),
    near(24, "type outlined by 0.1 pt", "PF24W", thinly_outlined),
    near(24, "a thin box that is turned", "PF24W", turned_box),
)  # fmt: skip
