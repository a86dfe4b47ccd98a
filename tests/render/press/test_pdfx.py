"""PDF/X by the press renderer, on pages made by hand: each rule kept, and each able to fail."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

from layout.color import Color
from layout.display.items import Box, Page, Picture
from layout.display.press import UNDATED, PressFacts
from layout.environment import Files
from layout.faces.face import Face
from layout.geometry import Rect
from layout.pictures.conditions import REGISTRY
from layout.pictures.profile import ProfileError
from layout.record import replace
from layout.render.base import RenderError, Resources
from layout.render.press.cache import PressCache
from layout.render.press.document import PressBackend
from layout.render.press.flate import zlib_compressor
from layout.render.press.pdfx import text
from tests.pdfxrules import RULES, Opened, broken
from tests.pictures.profiles import SHIPPED, profile
from tests.toypage import Faces, page, run

BOTH = pytest.mark.parametrize("pdfx", ["x4", "x1a"])
SPOT = Rect(100, 200, 120, 90)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("press")
    Image.effect_noise((40, 30), 50).convert("CMYK").save(folder / "inks.jpg")
    Image.effect_noise((40, 30), 50).save(folder / "grey.png")
    return folder


def made(root: Path, *pages: Page, faces: tuple[Face, ...] = ()) -> bytes:
    resources = Resources.of(Faces(*faces), Files(root=root))
    return PressBackend(PressCache(zlib_compressor())).render(pages, resources)


def sheet(pdfx: str, *faces: Face, **press: Any) -> Page:
    items = [run(face, "株洲日报", y=60.0 + 30 * k) for k, face in enumerate(faces)]
    pictures = [Picture(rect=SPOT, source="inks.jpg"), Picture(rect=SPOT, source="grey.png")]
    tint = Box(rect=SPOT, fill=Color(m=8.0, y=8.0), role="tint")
    return page(tint, *pictures, *items, press=PressFacts(pdfx=pdfx, **press))


@pytest.fixture(scope="module")
def files(root: Path, song: Face, hei: Face) -> dict[str, bytes]:
    return {k: made(root, sheet(k, song, hei), faces=(song, hei)) for k in ("x4", "x1a", "none")}


@BOTH
@pytest.mark.parametrize("rule", RULES)
def test_each_rule_is_kept(rule: str, pdfx: str, files: dict[str, bytes]) -> None:
    assert RULES[rule](Opened(files[pdfx], pdfx)) == ""


def test_a_file_that_keeps_to_none_says_so(files: dict[str, bytes]) -> None:
    assert set(broken(files["none"], "x4")) == {
        "identification", "metadata", "agreement", "intent",
    }  # fmt: skip
    assert b"GTS_PDFX" not in files["none"]
    assert len(files["none"]) < len(files["x4"]) - 150_000  # no profile


Break = Callable[[Pdf], None]


def _xmp(pdf: Pdf, old: bytes, new: bytes) -> None:
    data = pdf.Root.Metadata.read_bytes()
    assert old in data
    pdf.Root.Metadata = pdf.make_stream(
        data.replace(old, new), Type=Name.Metadata, Subtype=Name.XML
    )


def _picture(pdf: Pdf) -> Any:
    return pdf.pages[0].Resources.XObject.P1


def _font(pdf: Pdf) -> Any:
    return pdf.pages[0].Resources.Font.F1.DescendantFonts[0]


def _add(pdf: Pdf, operators: bytes) -> None:
    pdf.pages[0].contents_add(operators)


BREAKS: dict[str, tuple[str, Break]] = {
    "identification gone": ("identification", lambda p: p.docinfo.__delitem__("/GTS_PDFXVersion")),
    "title gone": ("information", lambda p: p.docinfo.__delitem__("/Title")),
    "trapped unknown": ("information", lambda p: p.docinfo.__setitem__("/Trapped", Name.Unknown)),
    "trapped a text": (
        "information", lambda p: p.docinfo.__setitem__("/Trapped", String("False")),
    ),
    "no document id": ("metadata", lambda p: _xmp(p, b"xmpMM:DocumentID", b"xmpMM:Other")),
    "no trapped in it": ("metadata", lambda p: _xmp(p, b"pdf:Trapped", b"pdf:Other")),
    "another title": ("agreement", lambda p: p.docinfo.__setitem__("/Title", String("别的"))),
    "another day": (
        "agreement",
        lambda p: p.docinfo.__setitem__("/ModDate", String("D:20190921000000+08'00'")),
    ),
    "an art box": ("boxes", lambda p: setattr(p.pages[0], "ArtBox", p.pages[0].TrimBox)),
    "no trim box": ("boxes", lambda p: p.pages[0].obj.__delitem__("/TrimBox")),
    "a trim out of the bleed": (
        "boxes", lambda p: p.pages[0].obj.__setitem__("/TrimBox", Array([0, 0, 9999, 20])),
    ),
    "a bleed out of the media": (
        "boxes", lambda p: p.pages[0].obj.__setitem__("/BleedBox", Array([-1, 0, 500, 700])),
    ),
    "turned": ("boxes", lambda p: p.pages[0].obj.__setitem__("/Rotate", 90)),
    "two intents": ("intent", lambda p: p.Root.OutputIntents.append(p.Root.OutputIntents[0])),
    "no intent": ("intent", lambda p: p.Root.__delitem__("/OutputIntents")),
    "no profile": (
        "intent", lambda p: p.Root.OutputIntents[0].__delitem__("/DestOutputProfile"),
    ),
    "a profile of three": (
        "intent", lambda p: p.Root.OutputIntents[0].DestOutputProfile.__setitem__("/N", 3),
    ),
    "RGB type": ("colour", lambda p: _add(p, b"0 0 0 rg")),
    "grey type": ("colour", lambda p: _add(p, b"0 g")),
    "an RGB picture": (
        "colour", lambda p: _picture(p).__setitem__("/ColorSpace", Name.DeviceRGB),
    ),
    "half seen": (
        "transparency",
        lambda p: p.pages[0].Resources.__setitem__(
            "/ExtGState", Dictionary(G=Dictionary(ca=0.5))
        ),
    ),
    "a mode": (
        "transparency",
        lambda p: p.pages[0].Resources.__setitem__(
            "/ExtGState", Dictionary(G=Dictionary(BM=Name.Multiply))
        ),
    ),
    "a mask": (
        "transparency",
        lambda p: _picture(p).__setitem__(
            "/SMask", p.make_stream(b"\0", Subtype=Name.Image, ColorSpace=Name.DeviceGray)
        ),
    ),
    "a group in RGB": (
        "transparency",
        lambda p: p.pages[0].obj.__setitem__(
            "/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
        ),
    ),
    "a script": (
        "never",
        lambda p: p.Root.__setitem__("/OpenAction", Dictionary(S=Name.JavaScript, JS="1")),
    ),
    "a layer": ("never", lambda p: p.Root.__setitem__("/OCProperties", Dictionary())),
    "a transfer curve": (
        "never",
        lambda p: p.pages[0].Resources.__setitem__(
            "/ExtGState", Dictionary(G=Dictionary(TR=Name.Identity))
        ),
    ),
    "an annotation": (
        "never",
        lambda p: p.pages[0].obj.__setitem__(
            "/Annots", Array([Dictionary(Type=Name.Annot, Subtype=Name.Text)])
        ),
    ),
    "a font outside": ("fonts", lambda p: _font(p).__delitem__("/FontDescriptor")),
    "another font": (
        "fonts",
        lambda p: p.pages[0].Resources.Font.__setitem__(
            "/H", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        ),
    ),
}  # fmt: skip


@BOTH
@pytest.mark.parametrize("name", BREAKS)
def test_each_rule_can_fail(name: str, pdfx: str, files: dict[str, bytes]) -> None:
    rule, change = BREAKS[name]
    with Pdf.open(io.BytesIO(files[pdfx])) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert rule in broken(out.getvalue(), pdfx)


@BOTH
def test_a_file_with_object_streams_or_of_another_version_is_seen(
    pdfx: str, files: dict[str, bytes]
) -> None:
    with Pdf.open(io.BytesIO(files[pdfx])) as pdf:
        out = io.BytesIO()
        pdf.save(
            out, object_stream_mode=pikepdf.ObjectStreamMode.generate, force_version="1.7",
            linearize=False,
        )  # fmt: skip
    assert {"version", "filters"} <= set(broken(out.getvalue(), pdfx))


def test_a_file_without_an_id_is_seen(files: dict[str, bytes]) -> None:
    assert set(broken(files["x4"].replace(b"/ID ", b"/IX "), "x4")) == {"trailer"}


def test_the_profile_is_the_presss_own(files: dict[str, bytes]) -> None:
    for kind in ("x4", "x1a"):
        with Pdf.open(io.BytesIO(files[kind])) as pdf:
            (intent,) = pdf.Root.OutputIntents
            assert intent.DestOutputProfile.read_bytes() == SHIPPED.read_bytes()
            assert str(intent.OutputConditionIdentifier) == "CGATS TR 002"
            assert str(intent.RegistryName) == REGISTRY
            assert "groundwood" in str(intent.Info)


def test_a_stated_profile_and_condition_are_named(root: Path, song: Face) -> None:
    (root / "own.icc").write_bytes(profile("Web 2 of the north hall"))
    sheets = sheet("x4", song, profile="own.icc")
    with Pdf.open(io.BytesIO(made(root, sheets, faces=(song,)))) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "Custom"
        assert str(intent.Info) == str(intent.OutputCondition) == "Web 2 of the north hall"
        assert "/RegistryName" not in intent
        assert intent.DestOutputProfile.read_bytes() == profile("Web 2 of the north hall")
    stated = PressFacts(
        profile="own.icc", condition="二号机", condition_info="北厂房(2)", registry="https://a.cn"
    )
    data = made(root, replace(sheets, press=stated), faces=(song,))
    with Pdf.open(io.BytesIO(data)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "二号机"
        assert (str(intent.Info), str(intent.RegistryName)) == ("北厂房(2)", "https://a.cn")
    assert broken(data, "x4") == {}


def test_pdf_1_4_knows_no_profile_of_version_4(root: Path, song: Face) -> None:
    (root / "v4.icc").write_bytes(profile(version=(4, 2)))
    made(root, sheet("x4", song, profile="v4.icc"), faces=(song,))
    with pytest.raises(RenderError, match=r"v4\.icc is of ICC version 4\.2; PDF/X-1a:2003 takes"):
        made(root, sheet("x1a", song, profile="v4.icc"), faces=(song,))
    made(root, sheet("none", song, profile="v4.icc"), faces=(song,))


def test_an_unfit_profile_ends_the_page(root: Path, song: Face) -> None:
    (root / "bad.icc").write_bytes(b"no profile")
    with pytest.raises(ProfileError, match=r"bad\.icc"):
        made(root, sheet("x4", song, profile="bad.icc"), faces=(song,))


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (PressFacts(pdfx="x1a"), "T2 is for PDF/X-1a:2003, CGATS TR 002, profile newsprint"),
        (PressFacts(pdfx="none"), "T2 is for no PDF/X, and T1 for PDF/X-4, CGATS TR 002"),
        (PressFacts(condition="IFRA26"), "T2 is for PDF/X-4, IFRA26"),
        (PressFacts(profile="own.icc"), r"T2 is for PDF/X-4, Custom, profile own\.icc"),
    ],
)
def test_pages_for_different_presses_are_no_file(
    root: Path, song: Face, other: PressFacts, told: str
) -> None:
    (root / "own.icc").write_bytes(profile("Web 2"))
    second = replace(sheet("x4", song), name="T2", press=other)
    with pytest.raises(RenderError, match=told):
        made(root, sheet("x4", song), second, faces=(song,))


def test_what_only_pictures_take_may_differ(root: Path, song: Face) -> None:
    second = replace(sheet("x4", song, ink_limit=220.0), name="T2")
    assert broken(made(root, sheet("x4", song), second, faces=(song,)), "x4") == {}


def test_a_page_without_a_date_has_one_that_is_none(root: Path, song: Face) -> None:
    undated = replace(sheet("x4", song), date="")
    data = made(root, undated, faces=(song,))
    assert broken(data, "x4") == {}
    of = Opened(data, "x4")
    assert str(of.pdf.docinfo.CreationDate) == "D:19700101000000Z"
    assert of.xmp("xmp:CreateDate") == f"{UNDATED}T00:00:00Z"
    plain = made(root, replace(undated, press=PressFacts(pdfx="none")), faces=(song,))
    assert b"CreationDate" not in plain


@pytest.mark.parametrize("title", ["一<二>&三", 'A "b" (c) \\', "\x01坏\ufffe字\ud800", " 空 "])
def test_any_title_is_the_same_in_info_and_metadata(root: Path, song: Face, title: str) -> None:
    of = Opened(made(root, replace(sheet("x4", song), title=title), faces=(song,)), "x4")
    assert str(of.pdf.docinfo.Title).strip() == of.xmp("dc:title")
    if title.isprintable() and "\ufffe" not in title:
        assert str(of.pdf.docinfo.Title) == title


def test_the_same_page_is_the_same_file_and_another_has_another_id(root: Path, song: Face) -> None:
    one, two = (made(root, sheet("x4", song), faces=(song,)) for _ in range(2))
    assert one == two
    other = made(root, replace(sheet("x4", song), title="别的"), faces=(song,))
    assert Opened(one, "x4").xmp("xmpMM:DocumentID") != Opened(other, "x4").xmp("xmpMM:DocumentID")
    mark = bytes(Opened(one, "x4").pdf.trailer.ID[0]).hex()
    assert re.sub("[^0-9a-f]", "", Opened(one, "x4").xmp("xmpMM:DocumentID")[5:]) == mark


def test_a_see_through_picture_is_mixed_as_inks(root: Path, song: Face) -> None:
    image = Image.new("RGBA", (20, 20), (200, 30, 30, 0))
    image.paste((200, 30, 30, 120), (5, 5, 15, 15))
    image.save(root / "clear.png")
    clear = Picture(rect=SPOT, source="clear.png")
    shown = replace(sheet("x4", song), items=(*sheet("x4", song).items, clear))
    data = made(root, shown, faces=(song,))
    assert broken(data, "x4") == {}
    with Pdf.open(io.BytesIO(data)) as pdf:
        assert pdf.pages[0].obj.Group == Dictionary(
            Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK
        )
    with Pdf.open(io.BytesIO(made(root, sheet("x4", song), faces=(song,)))) as pdf:
        assert "/Group" not in pdf.pages[0].obj


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("PDF/X-4", b"(PDF/X-4)"),
        ("a(b)\\", rb"(a\(b\)\\)"),
        ("报", b"<FEFF62A5>"),
        ("\t", b"<FEFF0009>"),
    ],
)
def test_a_text_string(value: str, written: bytes) -> None:
    assert text(value) == written
