"""PNGs of a page: size, cut, resolution, and what they show."""

import io

import pytest
from PIL import Image

from layout.color import Color
from layout.display.items import Box
from layout.environment import Files
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.render.base import RenderError, Resources
from layout.render.png import page_png
from layout.render.press.document import PressBackend
from layout.units import mm
from tests.toypage import page, run


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    catalog = Catalog()
    resources = Resources.of(catalog, Files(root=tmp_path_factory.mktemp("project")))
    first = page(
        Box(rect=Rect(-mm(3), -mm(3), mm(53), mm(43)), fill=Color(m=100, y=100)),
        Box(rect=Rect(mm(150), mm(200), mm(50), mm(80)), fill=Color(c=100)),
        run(catalog.face("报宋"), "株洲日报", mm(80), mm(100), 60),
    )
    return PressBackend().render([first, page(name="T2")], resources)


def image(data: bytes) -> Image.Image:
    opened = Image.open(io.BytesIO(data))
    opened.load()
    return opened


def is_red(pixel: object) -> bool:
    assert isinstance(pixel, tuple)
    red, green, *_ = pixel
    return bool(red > 180 and green < 80)


def test_trim_and_media(pdf: bytes) -> None:
    trim = image(page_png(pdf, dpi=25.4))
    media = image(page_png(pdf, dpi=25.4, cut="media"))
    assert (trim.size, media.size) == ((200, 280), (206, 286))
    assert is_red(trim.getpixel((0, 0)))
    assert is_red(trim.getpixel((49, 39)))
    assert not is_red(trim.getpixel((50, 39)))
    assert is_red(media.getpixel((0, 0)))
    assert is_red(media.getpixel((52, 42)))
    assert not is_red(media.getpixel((53, 42)))
    assert trim.getpixel((199, 279)) != (255, 255, 255)
    assert media.getpixel((205, 285)) == (255, 255, 255)


def test_resolution_is_stated_and_bytes_repeat(pdf: bytes) -> None:
    data = page_png(pdf, dpi=50)
    assert image(data).info["dpi"] == pytest.approx((50, 50), abs=0.02)
    assert page_png(pdf, dpi=50) == data
    assert image(data).mode == "RGB"


def test_text_is_smoothed_in_grey(pdf: bytes) -> None:
    dpi = 72
    left, top = round(mm(80)), round(mm(80))
    text = image(page_png(pdf, dpi=dpi)).crop((left, top, left + 240, top + 70))
    colors = text.getcolors(maxcolors=100_000)
    assert colors is not None
    tones = {color for _, color in colors}
    assert len(tones) > 20
    assert all(max(tone) - min(tone) <= 6 for tone in tones if isinstance(tone, tuple))


def test_pages_that_are_not_there(pdf: bytes) -> None:
    assert image(page_png(pdf, dpi=10, index=1)).getextrema() == ((255, 255),) * 3
    with pytest.raises(RenderError, match="no page 3"):
        page_png(pdf, dpi=10, index=2)
    with pytest.raises(RenderError, match="cannot be opened"):
        page_png(b"not a PDF", dpi=10)
    with pytest.raises(RenderError, match="out of bounds"):
        page_png(pdf, dpi=10_000)
