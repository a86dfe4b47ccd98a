"""A PDF of another program, finished: what is put in, what is refused."""

import io
import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from layout.pdf.finish import FinishError, InkPicture, PressIdentity, finish

MARK = b"0123456789abcdef"
SAYS = PressIdentity(
    version="1.6",
    info=b"<</Title(T)/Trapped/False/GTS_PDFXVersion(PDF/X-4)>>",
    packet=b"<?xpacket?>",
    intent=b"<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(CGATS TR 002)>>",
    profile=b"a profile",
)
INK = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceCMYK/BitsPerComponent 8"
PICTURE = InkPicture(
    entries=INK + b"/Filter/FlateDecode/Length 9>>", data=zlib.compress(b"\x10\x20\x30\x40")
)


def made(content: bytes, *images: Stream | None, pdf: pikepdf.Pdf | None = None) -> bytes:
    """A file of one page with bleed: its content, and images called /I0, /I1…"""
    pdf = pdf or pikepdf.new()
    page = pdf.add_blank_page(page_size=(120, 120)).obj
    page.MediaBox = Array([-10, -10, 110, 110])
    page.BleedBox = Array([-5, -5, 105, 105])
    page.TrimBox = Array([0, 0, 100, 100])
    page.CropBox = page.MediaBox
    things = {f"/I{at}": image for at, image in enumerate(images)}
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([1, 1, 1]))])
    page.Resources = Dictionary(XObject=Dictionary(things), ColorSpace=Dictionary({"/lab": lab}))
    page.Contents = pdf.make_stream(content)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def rgb(pdf: pikepdf.Pdf) -> Stream:
    """An image in RGB with a soft mask, as WeasyPrint embeds a transparent one."""
    mask = pdf.make_stream(b"\x80", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    mask.ColorSpace, mask.BitsPerComponent = Name.DeviceGray, 8
    image = pdf.make_stream(b"\xff\0\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    image.ColorSpace, image.BitsPerComponent, image.SMask = Name.DeviceRGB, 8, mask
    image.Interpolate = True
    return image


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def test_it_says_what_it_is_and_where_its_bleed_ends() -> None:
    data = finish(made(b"0 0 0 1 k 0 0 5 5 re f"), [], MARK, SAYS)
    with opened(data) as pdf:
        (page,) = pdf.pages
        assert data.startswith(b"%PDF-1.6")
        assert page.obj.BleedBox == page.obj.MediaBox
        assert [float(v) for v in page.obj.TrimBox] == [0, 0, 100, 100]
        assert "/CropBox" not in page.obj
        assert Name.DeviceCMYK == page.obj.Group.CS
        assert "/ColorSpace" not in page.obj.Resources
        (intent,) = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == b"a profile"
        assert intent.DestOutputProfile.N == 4
        assert pdf.Root.Metadata.read_bytes() == b"<?xpacket?>"
        assert pdf.docinfo["/Trapped"] == Name("/False")
        assert bytes(pdf.trailer.ID[0]) == MARK
        assert b"/ObjStm" not in data
        assert b"<?xpacket?>" in data  # it can be found by whoever knows no PDF


def test_pictures_are_put_in_as_inks_in_their_order() -> None:
    pdf = pikepdf.new()
    first, second = rgb(pdf), rgb(pdf)
    mask = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
    entries = mask + b"/BitsPerComponent 8/Filter/FlateDecode/Length 9>>"
    clear = InkPicture(
        entries=INK + b"/Decode[1 0 1 0 1 0 1 0]/Filter/FlateDecode/Length 9>>",
        data=zlib.compress(b"\0\1\2\3"),
        mask=(entries, zlib.compress(b"\x40")),
    )
    content = b"q /I1 Do Q /I0 Do /I1 Do"
    with opened(finish(made(content, first, second, pdf=pdf), [clear, PICTURE], MARK, SAYS)) as got:
        one, other = (got.pages[0].Resources.XObject[name] for name in ("/I1", "/I0"))
        assert one.read_bytes() == b"\0\1\2\3"
        assert one.SMask.read_bytes() == b"\x40"
        assert [int(v) for v in one.Decode] == [1, 0] * 4
        assert other.read_bytes() == b"\x10\x20\x30\x40"
        assert "/SMask" not in other
        assert all(image.ColorSpace == Name.DeviceCMYK for image in (one, other))
        assert "/Interpolate" not in one


def test_another_number_of_pictures_is_refused() -> None:
    pdf = pikepdf.new()
    data = made(b"/I0 Do", rgb(pdf), pdf=pdf)
    with pytest.raises(FinishError, match="it paints 1 of 2 pictures"):
        finish(data, [PICTURE, PICTURE], MARK, SAYS)
    with pytest.raises(FinishError, match="it paints 1 of 0 pictures"):
        finish(data, [], MARK)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"1 0 0 rg 0 0 5 5 re f", "rg"),
        (b"0 g 0 0 5 5 re f", "g"),
        (b"1 0 0 RG 0 0 m 5 5 l S", "RG"),
        (b"/lab cs 1 0 0 scn 0 0 5 5 re f", "/lab"),
        (b"/DeviceRGB CS 1 0 0 SCN 0 0 m 5 5 l S", "/DeviceRGB"),
        (b"/S sh", "sh"),
        (b"BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI", "INLINE IMAGE"),
    ],
)
def test_what_paints_in_no_ink_is_refused_by_name(content: bytes, what: str) -> None:
    with pytest.raises(FinishError, match=f"it paints in {what}, which is no ink"):
        finish(made(content), [], MARK, SAYS)
    finish(made(content), [], MARK)  # what says nothing of itself is not looked at


def test_forms_and_patterns_are_looked_at_and_blended_in_inks() -> None:
    pdf = pikepdf.new()
    form = pdf.make_stream(b"0 0 0 1 k 0 0 1 1 re f", Type=Name.XObject, Subtype=Name.Form)
    form.BBox = Array([0, 0, 1, 1])
    form.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    with opened(finish(made(b"/I0 Do", form, pdf=pdf), [], MARK, SAYS)) as got:
        assert Name.DeviceCMYK == got.pages[0].Resources.XObject["/I0"].Group.CS
    pdf = pikepdf.new()
    form = pdf.make_stream(b"1 0 0 rg 0 0 1 1 re f", Type=Name.XObject, Subtype=Name.Form)
    form.BBox = Array([0, 0, 1, 1])
    with pytest.raises(FinishError, match="rg"):
        finish(made(b"/I0 Do", form, pdf=pdf), [], MARK, SAYS)


def test_a_picture_that_stays_must_be_in_ink() -> None:
    pdf = pikepdf.new()
    data = made(b"/I0 Do", rgb(pdf), pdf=pdf)
    with pytest.raises(FinishError, match="/DeviceRGB"):
        finish(data, [None], MARK, SAYS)
    with opened(finish(data, [None], MARK)) as got:
        assert got.pages[0].Resources.XObject["/I0"].ColorSpace == Name.DeviceRGB


def test_the_same_gives_the_same_bytes() -> None:
    data = made(b"0 0 0 1 k 0 0 5 5 re f")
    assert finish(data, [], MARK, SAYS) == finish(data, [], MARK, SAYS)
