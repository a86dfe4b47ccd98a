"""RGB of a page that is to be placed becomes ink; all other colours stay as they are."""

import io
import zlib
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from layout.pdf.alone import alone
from layout.pdf.art import PlacedForm
from tests.artmade import advert_pdf, form_of, image, page_of, saved, spot

RGB_LEFT = (b"DeviceRGB", b"CalRGB", b"ICCBased", b"/Lab")


def placed(data: bytes) -> tuple[PlacedForm, pikepdf.Pdf, Any]:
    form = form_of(data)
    pdf = pikepdf.open(io.BytesIO(alone(form)))
    return form, pdf, pdf.pages[0].Resources.XObject.P


def words(content: bytes) -> str:
    return " ".join(content.decode("ascii").split())


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("1 0 0 rg", "0 1 1 0 k"),
        ("0 0 1 RG", "1 1 0 0 K"),
        ("0 0 0 rg", "0 0 0 1 k"),  # black is black alone
        ("0.5 0.5 0.5 RG", "0 0 0 0.5 K"),
        ("1 1 1 rg", "0 0 0 0 k"),
        ("0.137 0.122 0.125 rg", "0 0 0 1 k"),  # #231F20, black of four inks turned into RGB
        ("2 -1 0 rg", "0 1 1 0 k"),  # cut off at 0 and 1
        ("0.2 0.4 0 1 k", "0.2 0.4 0 1 k"),
        ("0.3 g", "0.3 g"),
        ("/DeviceRGB cs 1 0 0 sc", "/DeviceCMYK cs 0 1 1 0 sc"),
        ("/DeviceRGB CS 1 0 0 SCN", "/DeviceCMYK CS 0 1 1 0 SCN"),
        ("/Icc cs 0 1 0 scn", "/Icc cs 1 0 1 0 scn"),
        ("/Cal cs 0 1 0 scn", "/Cal cs 1 0 1 0 scn"),
        ("/Four cs 0.1 0.2 0.3 0.4 scn", "/Four cs 0.1 0.2 0.3 0.4 scn"),
        ("/Light cs 0 0 0 scn", "/Light cs 0 0 0 1 scn"),
        ("q /Icc cs Q 0.1 0.2 0.3 scn", "q /Icc cs Q 0.1 0.2 0.3 scn"),  # not set any more
        ("q 1 g /Icc cs q 0 g Q 0 0 1 scn Q", "q 1 g /Icc cs q 0 g Q 1 1 0 0 scn Q"),
        ("/Icc cs 0 0 1 0 k 0 0 1 scn", "/Icc cs 0 0 1 0 k 0 0 1 scn"),
    ],
)
def test_colours(given: str, made: str) -> None:
    pdf = pikepdf.new()

    def profile(parts: int) -> Array:
        stream = pdf.make_stream(b"\0" * 128)
        stream.N = parts
        return Array([Name.ICCBased, stream])

    spaces = {
        "/Icc": profile(3),
        "/Four": profile(4),
        "/Cal": Array([Name.CalRGB, Dictionary(WhitePoint=[1, 1, 1])]),
        "/Light": Array([Name.Lab, Dictionary(WhitePoint=[1, 1, 1])]),
    }
    page_of(pdf, f"{given} 0 0 9 9 re f".encode(), resources=Dictionary(ColorSpace=spaces))
    _, _pdf, form = placed(saved(pdf))
    assert words(form.read_bytes()) == f"{made} 0 0 9 9 re f"
    assert all(form.Resources.ColorSpace[key] == Name.DeviceCMYK for key in spaces)


def test_what_has_no_rgb_is_not_written_anew() -> None:
    content = b"0 0 0 1 k  %a remark\n 10 10.50 9 9 re\nf"
    form, _pdf, made = placed(advert_pdf(content))
    assert made.read_bytes() == content
    assert form.facts.converted == ()


def test_colours_in_forms_patterns_glyphs_and_masks() -> None:
    pdf = pikepdf.new()

    def stream(content: bytes, **entries: Any) -> Any:
        made = pdf.make_stream(content)
        for key, value in entries.items():
            made["/" + key] = value
        return made

    red = b"1 0 0 rg 0 0 1 1 re f"
    box = [0, 0, 1, 1]
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    form = stream(red, Type=Name.XObject, Subtype=Name.Form, BBox=box, Group=group)
    tile = stream(red, PatternType=1, PaintType=1, TilingType=1, BBox=box, XStep=1, YStep=1,
                  Resources=Dictionary())  # fmt: skip
    mask = stream(red, Type=Name.XObject, Subtype=Name.Form, BBox=box, Group=group)
    glyph = stream(b"1 0 d0 " + red)
    font = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs={"/a": glyph})
    state = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask, BC=[1, 1, 1]))
    uncoloured = Array([Name.Pattern, Name.DeviceRGB])
    resources = Dictionary(
        XObject={"/F": form}, Pattern={"/T": tile}, Font={"/A": font}, ExtGState={"/M": state},
        ColorSpace={"/U": uncoloured},
    )  # fmt: skip
    page_of(pdf, b"/U cs 1 0 0 /T scn /F Do /M gs BT /A 9 Tf (a) Tj ET", resources=resources)
    made, _pdf, form = placed(saved(pdf))
    inside = form.Resources
    assert words(form.read_bytes()).startswith("/U cs 0 1 1 0 /T scn")
    assert inside.ColorSpace.U[1] == Name.DeviceCMYK
    for one in (inside.XObject.F, inside.Pattern.T, inside.ExtGState.M.SMask.G):
        assert words(one.read_bytes()) == "0 1 1 0 k 0 0 1 1 re f"
    assert words(inside.Font.A.CharProcs.a.read_bytes()).endswith("0 1 1 0 k 0 0 1 1 re f")
    assert Name.DeviceCMYK == inside.XObject.F.Group.CS
    assert [float(v) for v in inside.ExtGState.M.SMask.BC] == [0, 0, 0, 0]
    assert made.facts.transparent
    assert not any(left in alone(made) for left in RGB_LEFT)


def test_pictures() -> None:
    pdf = pikepdf.new()
    table = String(bytes([255, 0, 0, 0, 0, 0]))
    pictures = {
        "/Red": image(pdf, b"\xff\0\0" * 4, (2, 2), Name.DeviceRGB),
        "/Grey": image(pdf, b"\x80\x80\x80" * 4, (2, 2), Name.DeviceRGB),
        "/Few": image(pdf, b"\0\1\0\1", (2, 2), Array([Name.Indexed, Name.DeviceRGB, 1, table])),
        "/Ink": image(pdf, b"\1\2\3\4" * 4, (2, 2), Name.DeviceCMYK),
    }
    page_of(pdf, b"/Red Do", resources=Dictionary(XObject=pictures))
    made, _pdf, form = placed(saved(pdf))
    inside = form.Resources.XObject
    assert inside.Red.ColorSpace == Name.DeviceCMYK
    assert inside.Red.read_bytes() == b"\0\xff\xff\0" * 4
    assert inside.Grey.ColorSpace == Name.DeviceGray
    assert inside.Grey.read_bytes() == b"\x80" * 4
    assert inside.Few.ColorSpace[1] == Name.DeviceCMYK
    assert bytes(inside.Few.ColorSpace[3]) == b"\0\xff\xff\0\0\0\0\xff"
    assert inside.Ink.read_bytes() == b"\1\2\3\4" * 4
    assert made.facts.converted == ("part.art-pictures",)
    assert made.facts.left == ()


def sampled(function: Any) -> list[list[int]]:
    data, parts = function.read_bytes(), len(function.Range) // 2
    return [list(data[n : n + parts]) for n in range(0, len(data), parts)]


def test_gradients() -> None:
    pdf = pikepdf.new()

    def ramp(first: list[float], last: list[float]) -> Dictionary:
        return Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=first, C1=last)

    def shading(function: Any, **more: Any) -> Any:
        return pdf.make_indirect(
            Dictionary(
                ShadingType=2,
                ColorSpace=Name.DeviceRGB,
                Coords=[0, 0, 9, 0],
                Function=function,
                **more,
            )
        )

    hard = Dictionary(
        FunctionType=3, Domain=[0, 1], Bounds=[0.5], Encode=[0, 1, 0, 1],
        Functions=[ramp([1, 0, 0], [1, 0, 0]), ramp([0, 0, 1], [0, 0, 1])],
    )  # fmt: skip
    each = Array([ramp([1], [0]), ramp([0], [0]), ramp([0], [1])])
    shadings = {
        "/Plain": shading(ramp([1, 0, 0], [0, 0, 1]), Background=[0, 0, 0]),
        "/Grey": shading(ramp([1, 1, 1], [0, 0, 0])),
        "/Hard": shading(hard),
        "/Each": shading(each),
    }
    page_of(pdf, b"/Plain sh", resources=Dictionary(Shading=shadings))
    made, _pdf, form = placed(saved(pdf))
    inside = form.Resources.Shading
    plain, grey = sampled(inside.Plain.Function), sampled(inside.Grey.Function)
    assert (plain[0], plain[-1]) == ([0, 255, 255, 0], [255, 255, 0, 0])
    middle = plain[len(plain) // 2]
    assert middle in ([128, 255, 128, 0], [127, 255, 127, 0])
    assert [float(v) for v in inside.Plain.Background] == [0, 0, 0, 1]
    assert all(one[:3] == [0, 0, 0] for one in grey)
    assert (grey[0][3], grey[-1][3]) == (0, 255)
    assert [float(v) for v in inside.Hard.Function.Bounds] == [0.5]
    assert [sampled(f)[0] for f in inside.Hard.Function.Functions] == [
        [0, 255, 255, 0], [255, 255, 0, 0],
    ]  # fmt: skip
    assert sampled(inside.Each.Function)[0] == [0, 255, 255, 0]
    assert made.facts.left == ()
    assert not any(left in alone(made) for left in RGB_LEFT)


def test_a_spot_keeps_its_plate_and_gets_a_stand_in_of_ink() -> None:
    pdf = pikepdf.new()
    spaces = {"/Rgb": spot(pdf, "Gold", Name.DeviceRGB), "/Ink": spot(pdf)}
    page_of(pdf, b"/Rgb cs 0.5 scn 0 0 9 9 re f", resources=Dictionary(ColorSpace=spaces))
    made, _pdf, form = placed(saved(pdf))
    gold = form.Resources.ColorSpace.Rgb
    assert (gold[0], gold[1], gold[2]) == (Name.Separation, Name.Gold, Name.DeviceCMYK)
    assert sampled(gold[3])[-1] == [0, 153, 255, 0]
    assert words(form.read_bytes()).startswith("/Rgb cs 0.5 scn")
    assert set(made.facts.spots) == {"Gold", "PANTONE Orange 021 C"}


@pytest.mark.parametrize(
    ("name", "what"),
    [("keyed", "picture"), ("deep", "picture"), ("jpx", "jpeg-2000"), ("mesh", "mesh"),
     ("inline", "inline")],
)  # fmt: skip
def test_what_cannot_be_put_into_ink_is_told(name: str, what: str) -> None:
    pdf = pikepdf.new()
    one = image(pdf, b"\xff\0\0" * 4, (2, 2), Name.DeviceRGB)
    content = b"/I Do"
    resources = Dictionary(XObject={"/I": one})
    if name == "keyed":
        one.Mask = [0, 1, 0, 1, 0, 1]
    elif name == "deep":
        one.BitsPerComponent = 4
    elif name == "jpx":
        one.write(b"jp2", filter=Name.JPXDecode)
        del one["/ColorSpace"]
    elif name == "mesh":
        mesh = pdf.make_stream(zlib.compress(b""))
        mesh.ShadingType, mesh.ColorSpace = 4, Name.DeviceRGB
        resources, content = Dictionary(Shading={"/M": mesh}), b"/M sh"
    else:
        content = b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID \xff\0\0 EI"
    page_of(pdf, content, resources=resources)
    assert form_of(saved(pdf)).facts.left == (f"part.art-{what}",)


def test_a_group_of_nothing_see_through_is_none() -> None:
    def made(alpha: float) -> tuple[PlacedForm, bool]:
        pdf = pikepdf.new()
        inside = pdf.make_stream(b"/S gs 0 0 0 1 k 0 0 9 9 re f")
        inside.Type, inside.Subtype, inside.BBox = Name.XObject, Name.Form, [0, 0, 9, 9]
        inside.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
        inside.Resources = Dictionary(ExtGState={"/S": Dictionary(ca=alpha)})
        page_of(pdf, b"/F Do", resources=Dictionary(XObject={"/F": inside}))
        form, _pdf, read = placed(saved(pdf))
        return form, "/Group" in read.Resources.XObject.F

    form, grouped = made(1)
    assert (form.facts.transparent, grouped) == (False, False)
    form, grouped = made(0.5)
    assert (form.facts.transparent, grouped) == (True, True)
