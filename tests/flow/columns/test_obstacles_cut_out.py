"""A cut-out: text runs round its outline, and what is behind it shows beside it."""

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from layout.api import Session
from layout.display.dump import dump
from layout.display.items import GlyphRun, Picture
from layout.display.undump import parse_dump
from tests.conftest import SENTENCE, Project
from tests.typed import pixel

PAGE = """\
page: C1
format: tabloid
blocks:
  - id: ground
    story: stories/one.md
    fill: M100 Y100
    at: {cols: 4-6, lines: 1-30}
  - id: disc
    picture: assets/disc.png
    at: {cols: 2-3, lines: 5-30}
    wrap: {shape: outline, standoff: 4pt}
  - id: lead
    story: stories/one.md
    columns: {policy: grid}
    at: {cols: 1-3, lines: 1-40}
"""


@pytest.fixture
def disc(project: Project) -> Project:
    image = Image.new("LA", (400, 640), (0, 0))
    ImageDraw.Draw(image).ellipse((20, 20, 380, 620), fill=(90, 255))
    image.save(project.path("assets/disc.png"))
    project.write("stories/one.md", "\n\n".join([SENTENCE * 4] * 4) + "\n")
    project.write("C1.yaml", PAGE)
    return project


def test_it_has_its_outline_and_the_dump_says_so(disc: Project) -> None:
    page = Session().page(disc.path("C1.yaml")).display
    (picture,) = [i for i in page.items if isinstance(i, Picture)]
    assert len(picture.clip) > 8
    back = parse_dump(dump(page))
    (same,) = [i for i in back.items if isinstance(i, Picture)]
    assert [round(x, 3) for xy in picture.clip for x in xy] == [x for xy in same.clip for x in xy]


def test_no_glyph_stands_nearer_than_the_standoff(disc: Project) -> None:
    page = Session().page(disc.path("C1.yaml")).display
    (picture,) = [i for i in page.items if isinstance(i, Picture)]
    rect = picture.rect
    a, b = rect.width * 0.45 + 3.5, rect.height * 0.46875 + 3.5
    cx, cy = rect.x + rect.width / 2, rect.y + rect.height / 2
    near = [
        run.text
        for run in page.items
        if isinstance(run, GlyphRun) and run.line is not None
        for x, y in run.origins()
        if ((x + 4.5 - cx) / a) ** 2 + ((y - 3 - cy) / b) ** 2 < 1
    ]
    assert near == []
    beside = [
        run.y
        for run in page.items
        if isinstance(run, GlyphRun)
        and run.line is not None
        and rect.x <= run.x <= rect.right
        and rect.y < run.y < rect.bottom
    ]
    assert beside  # it uses the corners of the rectangle


def test_what_is_behind_shows_beside_it(disc: Project) -> None:
    """Its corners have the colour of the ground, in the picture of the press PDF."""
    disc.change("C1.yaml", "at: {cols: 2-3, lines: 5-30}", "at: {cols: 5, lines: 5-20}")
    made = Session().page(disc.path("C1.yaml"))
    (picture,) = [i for i in made.display.items if isinstance(i, Picture)]
    page = pypdfium2.PdfDocument(made.pdf())[0]
    image = page.render(scale=2).to_pil().convert("RGB")
    box = page.get_trimbox()
    left, top = box[0], page.get_height() - box[3]

    def at(x: float, y: float) -> tuple[int, int, int]:
        red, green, blue = pixel(image, round((left + x) * 2), round((top + y) * 2))
        return red, green, blue

    r = picture.rect
    corner = [at(r.x + dx, r.y + dy) for dx in range(2, 12) for dy in range(2, 12)]
    assert min(c[0] for c in corner) > 180  # the ground's red, and the white of text on it
    assert sorted(c[1] for c in corner)[50] < 90
    red, green, blue = at(r.x + r.width / 2, r.y + r.height / 2)
    assert max(red, green, blue) - min(red, green, blue) < 25  # the disc's grey
