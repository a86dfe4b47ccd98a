"""Drawings as pages of PDFs: in ink, with their type; and what is told of them."""

import base64
import io
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from layout.environment import Files
from layout.faces.catalog import bundled_folder
from layout.pdf.alone import alone
from layout.pictures import PictureError, PictureStore

pytest.importorskip("typst", reason="typst draws SVG")


def pixels(kind: str) -> bytes:
    """A small picture of this kind."""
    out = io.BytesIO()
    Image.radial_gradient("L").resize((40, 40)).convert("RGB").save(out, kind)
    return out.getvalue()


NS = 'xmlns="http://www.w3.org/2000/svg"'
WHOLE = f"""<svg {NS} width="100mm" height="50mm" viewBox="0 0 200 100">
<defs>
<linearGradient id="g">
<stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient>
<clipPath id="c"><circle cx="150" cy="50" r="30"/></clipPath>
</defs>
<rect width="200" height="100" fill="#eee"/>
<rect x="10" y="10" width="60" height="30" fill="url(#g)" stroke="black" stroke-width="1"/>
<g clip-path="url(#c)"><rect x="100" width="100" height="100" fill="rgb(10%,50%,20%)"/></g>
<text x="80" y="80" font-family="Noto Serif SC" font-size="14">版心 Hi</text>
</svg>"""


@pytest.fixture
def store(tmp_path: Path) -> PictureStore:
    return PictureStore(Files(tmp_path), fonts=(tmp_path / "fonts", bundled_folder()))


def test_a_drawing_is_in_ink_with_its_type(store: PictureStore, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(WHOLE, encoding="utf-8")
    info = store.info("a.svg")
    assert (info.format, info.vector) == ("SVG", True)
    assert (info.width, info.height) == (28346, 14173)  # 100 × 50 mm in hundredths of a point
    art = store.art("a.svg")
    assert art.facts.left == ()
    assert not art.facts.transparent
    data = alone(art)
    for other in (b"DeviceRGB", b"ICCBased", b"/Lab"):
        assert other not in data
    assert pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range() == "版心 Hi"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        form = pdf.pages[0].Resources.XObject.P
        content = form.read_bytes()
        assert re.search(rb"0 0 0 1 scn\s+BT", content)  # its type is black alone
        assert form.Resources.Pattern  # the gradient is one


PIXELS = {
    kind: base64.b64encode(pixels(kind)).decode("ascii") for kind in ("PNG", "JPEG", "GIF", "BMP")
}


@pytest.mark.parametrize(
    "address",
    [
        "data:image/png;base64,AAAA",
        "data:image/png;base64,A",
        "data:image/png;base64,",
        "data:image/png,%89PNG",
        "data:image/png",
        f"data:image/png;base64,{PIXELS['PNG'][:-60]}",
        f"data:image/jpeg;base64,{PIXELS['JPEG'][: len(PIXELS['JPEG']) // 3 * 2]}",
        f"data:image/bmp;base64,{PIXELS['BMP']}",
    ],
    ids=lambda address: address[:30],
)
def test_a_picture_inside_that_would_be_left_out_is_refused(
    store: PictureStore, tmp_path: Path, address: str
) -> None:
    text = f'<svg {NS} width="20" height="20"><image width="9" height="9" href="{address}"/></svg>'
    (tmp_path / "a.svg").write_text(text, encoding="utf-8")
    with pytest.raises(PictureError, match="a picture inside of it cannot be decoded"):
        store.info("a.svg")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
@pytest.mark.parametrize("parted", ["", "&#10; "])
def test_a_picture_inside_is_drawn(
    store: PictureStore, tmp_path: Path, kind: str, parted: str
) -> None:
    held = PIXELS[kind]
    address = f"data:image/{kind.lower()};base64,{held[:40]}{parted}{held[40:]}"
    text = f'<svg {NS} width="20" height="20"><image width="9" height="9" href="{address}"/></svg>'
    (tmp_path / "a.svg").write_text(text, encoding="utf-8")
    assert b"/Image" in alone(store.art("a.svg"))


def test_what_is_not_as_it_asks_is_told(store: PictureStore, tmp_path: Path) -> None:
    text = WHOLE.replace("Noto Serif SC", "方正书宋").replace("版心 Hi", "版\U0001247a")
    text = text.replace('fill="#eee"', 'fill="#eee" filter="url(#b)"').replace(
        "</defs>", '<filter id="b"><feGaussianBlur stdDeviation="2"/></filter></defs>'
    )
    (tmp_path / "a.svg").write_text(text, encoding="utf-8")
    told = {one.key: dict(one.values) for one in store.art("a.svg").remarks}
    assert set(told) == {"ARTWORK.letters", "ARTWORK.lent", "ARTWORK.filtered"}
    assert told["ARTWORK.letters"]["letters"] == "\U0001247a"
    assert told["ARTWORK.lent"]["fonts"] == ("方正书宋",)


def test_a_filter_on_a_large_drawing_is_refused(store: PictureStore, tmp_path: Path) -> None:
    text = f'<svg {NS} width="9000pt" height="9000pt"><filter id="f"/></svg>'
    (tmp_path / "a.svg").write_text(text, encoding="utf-8")
    with pytest.raises(PictureError, match="filter on so large"):
        store.info("a.svg")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f'<svg {NS} width="0" height="5"/>', r"a\.svg cannot be drawn"),
        (f'<svg {NS} width="99999" height="99999"/>', "which none can have"),
        (f'<svg {NS}><image href="/etc/passwd"/></svg>', "another file"),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    store: PictureStore, tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "a.svg").write_text(text, encoding="utf-8")
    with pytest.raises(PictureError, match=said):
        store.info("a.svg")


def test_the_same_drawing_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(WHOLE, encoding="utf-8")
    made = [
        PictureStore(Files(tmp_path), fonts=(bundled_folder(),)).art("a.svg").digest
        for _ in range(2)
    ]
    assert made[0] == made[1]
