"""Pictures with round corners in every renderer: what is behind the corners shows, and their edge
is drawn by whoever draws the page, not burnt into the picture."""

import io
import re
from pathlib import Path as File

import pypdfium2
import pytest
from PIL import Image

from layout.display.items import Picture
from layout.environment import Files
from layout.errors import MissingToolError
from layout.geometry import Rect
from layout.render.base import Resources
from layout.render.facsimile import FacsimileBackend
from layout.render.png import page_png
from layout.render.press.document import PressBackend
from layout.render.weasy_pdf import WeasyBackend, load
from tests.toypage import Faces, page
from tests.typed import pixel

SIDE = 200.0
PLACE = Rect(40, 40, 100, 80)
WHOLE = (0.0, 0.0, 1.0, 1.0)
CUT = (0.1, 0.2, 0.9, 1.0)
CROPS = pytest.mark.parametrize("crop", [WHOLE, CUT])


@pytest.fixture
def resources(tmp_path: File) -> Resources:
    Image.new("RGB", (200, 160), (0, 120, 60)).save(tmp_path / "a.jpg")
    return Resources.of(Faces(), Files(root=tmp_path))


def sheet(crop: tuple[float, float, float, float]):
    """A picture whose corners are round but for the one at the right of its foot."""
    shown = Picture(rect=PLACE, source="a.jpg", crop=crop, corners=(20, 10, 0, 40))
    return page(shown, width=SIDE, height=SIDE)


def shot(crop: tuple[float, float, float, float], resources: Resources, dpi: int) -> Image.Image:
    """The page as the PNG of its press PDF."""
    pdf = PressBackend().render([sheet(crop)], resources)
    return Image.open(io.BytesIO(page_png(pdf, dpi=dpi))).convert("RGB")


def holds(image: Image.Image, scale: float) -> None:
    """Along the diagonal an arc is 0.293 of its radius in from the corner: looked at on both sides
    of it."""

    def is_inked(x: float, y: float) -> bool:
        red = pixel(image, round(x * scale), round(y * scale))[0]
        assert red < 90 or red > 245, "an edge where none is"
        return red < 90

    r = PLACE
    corners = ((r.x, r.y, 1, 1, 20), (r.right, r.y, -1, 1, 10), (r.x, r.bottom, 1, -1, 40))
    for x, y, across, down, radius in corners:
        assert not is_inked(x + across * 0.2 * radius, y + down * 0.2 * radius)
        assert is_inked(x + across * 0.4 * radius, y + down * 0.4 * radius)
    assert is_inked(r.right - 1, r.bottom - 1)
    assert is_inked(r.x + r.width / 2, r.y + 1)
    assert not is_inked(r.x + r.width / 2, r.y - 1)


@CROPS
def test_png(resources: Resources, crop: tuple[float, float, float, float]) -> None:
    image = shot(crop, resources, 300)
    holds(image, 300 / 72)


@CROPS
def test_the_edge_is_soft_at_a_low_resolution(
    resources: Resources, crop: tuple[float, float, float, float]
) -> None:
    image = shot(crop, resources, 100)
    reds = {pixel(image, x, y)[0] for x in range(50, 120) for y in range(50, 120)}
    assert len([red for red in reds if 100 < red < 240]) > 5


@CROPS
def test_the_pictures_own_data_stay_as_they_are(
    resources: Resources, crop: tuple[float, float, float, float]
) -> None:
    plain = PressBackend().render([page(Picture(rect=PLACE, source="a.jpg"))], resources)
    made = PressBackend().render([sheet(crop)], resources)

    def image(pdf: bytes) -> bytes:
        read = pypdfium2.PdfDocument(pdf)
        (one,) = [o for o in read[0].get_objects() if o.type == 3]
        return bytes(one.get_data(decode_simple=False))

    assert image(plain) == image(made)


@CROPS
def test_facsimile(resources: Resources, crop: tuple[float, float, float, float]) -> None:
    html = FacsimileBackend().render([sheet(crop)], resources).decode("utf-8")
    assert re.search(r'class="window" style="[^"]*;border-radius:20pt 10pt 0pt 40pt"', html)


@CROPS
def test_weasyprint(resources: Resources, crop: tuple[float, float, float, float]) -> None:
    try:
        load()
    except MissingToolError as exc:
        pytest.skip(str(exc))
    pdf = WeasyBackend().render([sheet(crop)], resources)
    holds(Image.open(io.BytesIO(page_png(pdf, dpi=288))).convert("RGB"), 288 / 72)
