"""Pictures in the press PDF: inks only, JPEG data untouched, and the right way round."""

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from layout.display.items import Page, Picture
from layout.display.press import PressFacts
from layout.environment import Files
from layout.geometry import Rect
from layout.pictures import PictureError
from layout.render.base import Resources
from layout.render.png import page_png
from layout.render.press.document import PressBackend
from tests.toypage import Faces, page

SPOT = Rect(100, 100, 200, 100)


def draw(folder: Path, *pages: Page) -> bytes:
    return PressBackend().render(list(pages), Resources.of(Faces(), Files(root=folder)))


def shown(pdf: bytes, x: int, y: int) -> tuple[int, ...]:
    with Image.open(io.BytesIO(page_png(pdf, dpi=72))) as image:
        pixel = image.getpixel((x, y))
    assert isinstance(pixel, tuple)
    return pixel


@pytest.mark.parametrize(
    ("name", "image"),
    [
        ("a.jpg", Image.new("CMYK", (64, 32), (0, 255, 255, 0))),
        ("a.tif", Image.new("CMYK", (64, 32), (0, 255, 255, 0))),
        ("b.jpg", Image.new("RGB", (64, 32), (255, 0, 0))),
        ("b.png", Image.new("RGB", (64, 32), (255, 0, 0))),
    ],
)
def test_red_is_red(tmp_path: Path, name: str, image: Image.Image) -> None:
    image.save(tmp_path / name)
    red, green, blue = shown(draw(tmp_path, page(Picture(rect=SPOT, source=name))), 200, 150)
    assert red > 200
    assert green < 80
    assert blue < 80


@pytest.mark.parametrize("mode", ["L", "1"])
@pytest.mark.parametrize("suffix", ["jpg", "png"])
def test_gray_is_black_ink_alone(tmp_path: Path, mode: str, suffix: str) -> None:
    image = Image.new(mode, (64, 32), 255 if mode == "L" else 1)
    image.paste(0, (0, 0, 32, 32))
    name = f"g.{suffix}"
    image.save(tmp_path / name)
    pdf = draw(tmp_path, page(Picture(rect=SPOT, source=name)))
    assert max(shown(pdf, 150, 150)) < 60
    assert min(shown(pdf, 250, 150)) > 240
    with pikepdf.open(io.BytesIO(pdf)) as read:
        (picture,) = read.pages[0].Resources.XObject.values()
        assert picture.ColorSpace[1] == "/DeviceCMYK"
        table = bytes(picture.ColorSpace[3])
    assert table[:4] == b"\0\0\0\xff"
    assert table[-4:] == b"\0\0\0\0"
    assert {i for i, v in enumerate(table) if v} <= {i for i in range(len(table)) if i % 4 == 3}


def test_cmyk_jpeg_data_are_the_files_own(tmp_path: Path) -> None:
    Image.effect_noise((64, 32), 50).convert("CMYK").save(tmp_path / "n.jpg")
    pdf = draw(tmp_path, page(Picture(rect=SPOT, source="n.jpg")))
    with pikepdf.open(io.BytesIO(pdf)) as read:
        (picture,) = read.pages[0].Resources.XObject.values()
        assert picture.Filter == "/DCTDecode"
        assert picture.read_raw_bytes() == (tmp_path / "n.jpg").read_bytes()
        assert [int(v) for v in picture.Decode] == [1, 0] * 4
        assert picture.ColorSpace == "/DeviceCMYK"


def test_a_cmyk_jpeg_without_adobes_marker_is_not_inverted(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("CMYK", (64, 32), (255, 0, 0, 255)).save(out, "JPEG")  # stored as 0 255 255 0
    data = out.getvalue()
    at = data.index(b"\xff\xee")
    length = int.from_bytes(data[at + 2 : at + 4], "big")
    (tmp_path / "bare.jpg").write_bytes(data[:at] + data[at + 2 + length :])
    pdf = draw(tmp_path, page(Picture(rect=SPOT, source="bare.jpg")))
    with pikepdf.open(io.BytesIO(pdf)) as read:
        (picture,) = read.pages[0].Resources.XObject.values()
        assert "/Decode" not in picture
    assert shown(pdf, 200, 150)[0] > 200
    assert shown(pdf, 200, 150)[1] < 80


def test_crop_shows_a_part(tmp_path: Path) -> None:
    image = Image.new("L", (90, 30), 255)
    image.paste(0, (30, 0, 60, 30))
    image.save(tmp_path / "g.png")
    middle = Picture(rect=SPOT, source="g.png", crop=(1 / 3, 0.0, 2 / 3, 1.0))
    pdf = draw(tmp_path, page(middle))
    assert max(shown(pdf, 103, 150)) < 60
    assert max(shown(pdf, 297, 150)) < 60
    assert min(shown(pdf, 97, 150)) > 240
    assert min(shown(pdf, 303, 150)) > 240


def test_one_content_is_stored_once(tmp_path: Path) -> None:
    Image.effect_noise((300, 300), 50).convert("CMYK").save(tmp_path / "n.jpg")
    (tmp_path / "same.jpg").write_bytes((tmp_path / "n.jpg").read_bytes())
    both = [Picture(rect=SPOT, source=name) for name in ("n.jpg", "same.jpg")]
    plain = PressFacts(pdfx="none")
    pdf = draw(tmp_path, page(*both, press=plain), page(both[0], name="T2", press=plain))
    assert len(pdf) < 1.3 * (tmp_path / "n.jpg").stat().st_size
    with pikepdf.open(io.BytesIO(pdf)) as read:
        ids = {o.objgen for sheet in read.pages for o in sheet.Resources.XObject.values()}
    assert len(ids) == 1


def test_a_changed_picture_changes_the_pdf(tmp_path: Path) -> None:
    resources = Resources.of(Faces(), Files(root=tmp_path))
    backend = PressBackend()
    sheet = page(Picture(rect=SPOT, source="g.png"))
    made = []
    for tone in (10, 240, 10):
        Image.new("L", (8, 8), tone).save(tmp_path / "g.png")
        made.append(backend.render([sheet], resources))
    assert made[0] == made[2] != made[1]


def test_a_missing_picture_names_itself(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match=r"assets/none\.jpg does not exist"):
        draw(tmp_path, page(Picture(rect=SPOT, source="assets/none.jpg")))
