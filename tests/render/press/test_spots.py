"""Spots in the press PDF: a space each, with its alternate, called by every page that lays it."""

import io
from pathlib import Path as FilePath

import pikepdf
import pytest

from layout.color import BLACK, Color
from layout.display.items import Box, Path, Stroke
from layout.environment import Files
from layout.faces.face import Face
from layout.geometry import Rect
from layout.render.base import RenderError, Resources
from layout.render.press.document import PressBackend
from layout.render.press.spots import pdf_name, separation
from tests.render.press.conftest import Draw
from tests.toypage import Faces, page, run

GOLD = Color(m=20, y=60, k=20, spot="PANTONE 871 C")
RED = Color(m=100, y=80, spot="专红 #1 (100%)")
AREA = Rect(50, 50, 100, 100)


def spaces(read: pikepdf.Pdf) -> list[pikepdf.Array]:
    return [
        o for o in read.objects
        if isinstance(o, pikepdf.Array) and len(o) and o[0] == "/Separation"
    ]  # fmt: skip


def test_a_spot_is_set_in_its_own_space_in_any_tint(song: Face, draw: Draw) -> None:
    pdf = draw(
        Box(rect=AREA, fill=GOLD.tinted(30)),
        run(song, "金", color=GOLD, stroke_em=0.01),
        run(song, "黑"),
        Stroke(x1=0, y1=1, x2=9, y2=1, width=3, color=RED.tinted(12.5)),
        Path(steps=(("M", (0, 0)), ("L", (9, 0)), ("L", (9, 9))), color=GOLD, filled=True),
    )
    with pikepdf.open(io.BytesIO(pdf)) as read:
        assert read.check_pdf_syntax() == []
        named = read.pages[0].Resources.ColorSpace
        assert sorted(named.keys()) == ["/S1", "/S2"]
        gold, red = named["/S1"], named["/S2"]
        assert str(gold[1]) == "/PANTONE 871 C"
        assert str(red[1]) == "/专红 #1 (100%)"
        assert gold[2] == red[2] == "/DeviceCMYK"
        assert [float(v) for v in gold[3].C1] == [0, 0.2, 0.6, 0.2]
        assert [float(v) for v in gold[3].C0] == [0, 0, 0, 0]
        assert len(spaces(read)) == 2
        set_ = [
            (str(i.operator), *map(str, i.operands))
            for i in pikepdf.parse_content_stream(read.pages[0])
            if str(i.operator) in ("cs", "CS", "scn", "SCN", "k", "K")
        ]
    assert set_ == [
        ("cs", "/S1"), ("scn", "0.3"),
        ("cs", "/S1"), ("scn", "1"), ("CS", "/S1"), ("SCN", "1"),
        ("k", "0", "0", "0", "1"),
        ("CS", "/S2"), ("SCN", "0.125"),
        ("cs", "/S1"), ("scn", "1"),
    ]  # fmt: skip


def test_pages_of_a_book_share_the_space_of_a_spot(tmp_path: FilePath) -> None:
    pages = [
        page(Box(rect=AREA, fill=GOLD), name="A1"),
        page(Box(rect=AREA, fill=RED), Box(rect=AREA, fill=GOLD.tinted(50)), name="A2"),
        page(Box(rect=AREA, fill=BLACK), name="A3"),
    ]
    with pikepdf.open(
        io.BytesIO(PressBackend().render(pages, Resources.of(Faces(), Files(root=tmp_path))))
    ) as read:
        first, second, third = (p.Resources for p in read.pages)
        assert first.ColorSpace["/S1"].objgen == second.ColorSpace["/S2"].objgen
        assert "/ColorSpace" not in third
        assert len(spaces(read)) == 2


def test_two_looks_of_one_spot_make_no_book(tmp_path: FilePath) -> None:
    other = Color(k=40, spot=GOLD.spot)
    pages = [page(Box(rect=AREA, fill=c), name=n) for c, n in ((GOLD, "A1"), (other, "A2"))]
    with pytest.raises(RenderError, match="PANTONE 871 C"):
        PressBackend().render(pages, Resources.of(Faces(), Files(root=tmp_path)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PANTONE 871 C", b"/PANTONE#20871#20C"),
        ("金", b"/#E9#87#91"),
        ("a/b(c)[d]{e}<f>%g#h", b"/a#2Fb#28c#29#5Bd#5D#7Be#7D#3Cf#3E#25g#23h"),
    ],
)
def test_names_are_written_as_a_file_wants_them(text: str, name: bytes) -> None:
    assert pdf_name(text) == name
    assert pikepdf.Object.parse(name) == pikepdf.Name("/" + text)


def test_the_space_says_what_the_spot_looks_like() -> None:
    assert separation(GOLD) == (
        b"[/Separation/PANTONE#20871#20C/DeviceCMYK"
        b"<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0.2 0.6 0.2]/N 1>>]"
    )
