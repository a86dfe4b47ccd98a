"""Pictures with transparent parts: what is behind them shows, in every renderer."""

import base64
import contextlib
import io
import re

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from layout.api import Session
from layout.display.items import Picture
from layout.errors import MissingToolError
from layout.render.png import page_png
from layout.render.weasy_pdf import load
from tests.conftest import Project
from tests.typed import pixel

PAGE = """\
page: C1
format: tabloid
blocks:
  - {picture: assets/ring.png, at: {cols: 1, lines: 5-12}, fill: M100 Y100}
  - {picture: assets/ring.png, at: {cols: 2, lines: 5-12}, fill: M100 Y100, wrap: outline}
"""
PARTS = {"corner": (0.03, 0.03), "hole": (0.5, 0.5), "ring": (0.5, 0.15)}


def ring(mode: str) -> Image.Image:
    """A green ring: what is outside and inside it is transparent, and black underneath."""
    image = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((20, 20, 380, 380), fill=(0, 160, 80, 255))
    draw.ellipse((100, 100, 300, 300), fill=(0, 0, 0, 0))
    return image.convert(mode)


@pytest.fixture(params=["RGBA", "LA", "PA"])
def page(request: pytest.FixtureRequest, project: Project):
    if request.param == "PA":  # as a PNG of few colours
        rings = ring("RGBA").quantize(8)
        rings.save(project.path("assets/ring.png"))
    else:
        ring(request.param).save(project.path("assets/ring.png"))
    return Session().page(project.write("C1.yaml", PAGE))


def test_a_tint_shows_outside_and_inside_it_on_the_press_pdf(page) -> None:
    image = Image.open(io.BytesIO(page.png(150))).convert("RGB")
    seen = [i.rect for i in page.display.items if isinstance(i, Picture)]
    assert len(seen) == 2
    for rect in seen:
        at = {
            part: pixel(
                image,
                round((rect.x + x * rect.width) * 150 / 72),
                round((rect.y + y * rect.height) * 150 / 72),
            )
            for part, (x, y) in PARTS.items()
        }
        for part in ("corner", "hole"):
            red, green, _ = at[part]
            assert red > 200, part
            assert green < 90, part
        assert at["ring"][0] < 150


def test_its_edge_has_no_fringe_of_what_is_not_seen(page) -> None:
    """Each pixel across the edge lies between the two colours: the black under the transparent
    parts is nowhere mixed in."""
    image = Image.open(io.BytesIO(page.png(150))).convert("RGB")
    rect = next(i.rect for i in page.display.items if isinstance(i, Picture))
    y = round((rect.y + rect.height / 2) * 150 / 72)
    row = [
        pixel(image, x, y)
        for x in range(round(rect.x * 150 / 72) + 2, round((rect.x + rect.width / 2) * 150 / 72))
    ]
    ground, own = row[0], row[round(len(row) * 0.25)]
    for channel in range(3):
        low, high = sorted((ground[channel], own[channel]))
        assert all(low - 12 <= samples[channel] <= high + 12 for samples in row)


def test_the_mask_is_grey_and_no_other_colour_space_comes_in(page) -> None:
    with pikepdf.open(io.BytesIO(page.pdf())) as pdf:
        images = dict(pdf.pages[0].Resources.XObject)
        (image,) = images.values()  # one object for both blocks
        assert image.SMask.ColorSpace == "/DeviceGray"
        assert (image.SMask.Width, image.SMask.Height) == (image.Width, image.Height)
        assert len(image.SMask.read_bytes()) == 400 * 400
        assert image.SMask.read_bytes()[200 * 400 + 200] == 0


def test_the_facsimile_shows_the_file_with_its_transparency(page) -> None:
    html = page.html().decode("utf-8")
    found = re.findall(r'src="data:image/png;base64,([^"]+)"', html)
    assert len(found) == 2
    for data in found:
        image = Image.open(io.BytesIO(base64.b64decode(data))).convert("RGBA")
        assert pixel(image, 2, 2)[3] == 0
        assert pixel(image, 200, 60)[3] == 255


def test_a_soft_edge_is_not_cut_off(project: Project) -> None:
    """A shadow fades to nothing: it is there outside the outline that text runs round, too."""
    image = Image.new("LA", (200, 200), (0, 0))
    for step in range(100):
        ImageDraw.Draw(image).ellipse(
            (step, step, 200 - step, 200 - step), fill=(0, round(step * 2.55))
        )
    image.save(project.path("assets/ring.png"))
    made = Session().page(project.write("C1.yaml", PAGE.replace("fill: M100 Y100, ", "")))
    page = pypdfium2.PdfDocument(made.pdf())[0]
    shot = page.render(scale=2).to_pil().convert("L")
    box = page.get_trimbox()
    left, top = box[0], page.get_height() - box[3]
    rect = [i.rect for i in made.display.items if isinstance(i, Picture)][1]
    y = round((top + rect.y + rect.height / 2) * 2)
    row = [shot.getpixel((round((left + rect.x + k * rect.width / 20) * 2), y)) for k in range(11)]
    assert row == sorted(row, reverse=True)
    assert 150 < row[3] < 235  # alpha 0.3: less than half, and seen


OVER = """\
page: C1
format: tabloid
blocks:
  - {id: view, picture: assets/view.png, fit: cover, corners: 3mm, at: {cols: 1-2, lines: 5-20}}
  - {id: ring, picture: assets/ring.png, over: view, at: {cols: 1, lines: 7-14}}
"""


def test_over_a_picture_what_is_under_it_shows_in_every_renderer(project: Project) -> None:
    """Red over green: green outside of the ring and inside of it, and between the two where its
    edge is soft."""
    image = Image.new("RGBA", (400, 400), (220, 30, 30, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((20, 20, 380, 380), fill=(220, 30, 30, 255))
    draw.ellipse((100, 100, 300, 300), fill=(220, 30, 30, 128))
    image.save(project.path("assets/ring.png"))
    Image.new("RGB", (1600, 1200), (20, 140, 60)).save(project.path("assets/view.png"))
    made = Session().page(project.write("C1.yaml", OVER))
    lower, ring = [i.rect for i in made.display.items if isinstance(i, Picture)]
    assert lower.holds(ring)
    shots = [made.png(150)]
    with contextlib.suppress(MissingToolError):
        load()
        shots.append(page_png(made.pdf("weasyprint"), dpi=150))
    for shot in shots:
        seen = Image.open(io.BytesIO(shot)).convert("RGB")

        def at(x: float, y: float, seen: Image.Image = seen) -> tuple[int, ...]:
            return pixel(
                seen,
                round((ring.x + x * ring.width) * 150 / 72),
                round((ring.y + y * ring.height) * 150 / 72),
            )

        outside, whole, half = at(0.03, 0.03), at(0.5, 0.15), at(0.5, 0.5)
        assert outside[1] > outside[0] + 40
        assert whole[0] > whole[1] + 80
        for one, other, mixed in zip(outside, whole, half, strict=True):
            assert min(one, other) - 12 <= mixed <= max(one, other) + 12
        assert abs(half[0] - (outside[0] + whole[0]) / 2) < 0.3 * abs(outside[0] - whole[0])
