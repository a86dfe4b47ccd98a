"""Hollow type (空心字) in every renderer: an outline with a bare inside, and text to a reader."""

import io

import pypdfium2
import pytest
from PIL import Image

from layout.color import Color
from layout.display.dump import dump
from layout.display.items import GlyphRun
from layout.display.undump import parse_dump
from layout.environment import Files
from layout.errors import MissingToolError
from layout.faces.catalog import Catalog
from layout.record import replace
from layout.render.base import Resources
from layout.render.png import page_png
from layout.render.press.document import PressBackend
from layout.render.weasy_pdf import WeasyBackend, load
from tests.conftest import Project
from tests.toypage import page, run

RED = Color(m=100, y=90)
SIDE, DPI = 200.0, 144
TEXT = "I10"
CATALOG = Catalog({})


@pytest.fixture
def resources(tmp_path) -> Resources:
    return Resources.of(CATALOG, Files(root=tmp_path))


def hollow() -> GlyphRun:
    """Three figures of 80 points in 黑: their stems are some 13 points broad."""
    (face, *_) = CATALOG.chain("黑")
    return replace(run(face, TEXT, 20, 120, 80, stroke_em=0.02), hollow=True, color=RED)


def pdfs(resources: Resources, item: GlyphRun) -> list[bytes]:
    pages = [page(item, width=SIDE, height=SIDE)]
    out = [PressBackend().render(pages, resources)]
    try:
        load()
    except MissingToolError:
        return out
    return [*out, WeasyBackend().render(pages, resources)]


def ink(pdf: bytes, y: float) -> list[tuple[float, float]]:
    """Where ink begins and ends along a level of the page, in points from its left."""
    shown = Image.open(io.BytesIO(page_png(pdf, dpi=DPI))).convert("L")
    scale = DPI / 72
    row = round(y * scale)
    dark = [level < 200 for level in shown.crop((0, row, shown.width, row + 1)).tobytes()]
    edges = [x / scale for x in range(1, len(dark)) if dark[x] != dark[x - 1]]
    return list(zip(edges[::2], edges[1::2], strict=True))


def test_only_the_outline_is_drawn(resources: Resources) -> None:
    """Half-way up, the I and the 1 are two lines each and the 0 four: 1.6 points thick."""
    for pdf in pdfs(resources, hollow()):
        lines = ink(pdf, 120 - 28)
        assert len(lines) == 8
        assert [b - a for a, b in lines] == pytest.approx([1.6] * 8, abs=1.0)


def test_it_is_text_to_those_who_read_it(resources: Resources) -> None:
    for pdf in pdfs(resources, hollow()):
        with pypdfium2.PdfDocument(pdf) as read:
            assert read[0].get_textpage().get_text_range().strip() == TEXT


def test_the_press_strokes_and_does_not_fill(resources: Resources) -> None:
    from pikepdf import Pdf, parse_content_stream

    pdf = PressBackend().render([page(hollow(), width=SIDE, height=SIDE)], resources)
    with Pdf.open(io.BytesIO(pdf)) as read:
        found = [
            (str(one.operator), [*one.operands]) for one in parse_content_stream(read.pages[0])
        ]
    assert [int(v[0]) for name, v in found if name == "Tr"] == [1]
    assert [float(v[0]) for name, v in found if name == "w"] == [pytest.approx(1.6)]


def test_a_dump_says_so_and_comes_back() -> None:
    made = page(hollow())
    text = dump(made)
    assert " stroke-em=0.02 hollow\n" in text
    back = parse_dump(text).items[0]
    assert isinstance(back, GlyphRun)
    assert back.hollow
    assert dump(parse_dump(text)) == text


def test_a_style_makes_it(project: Project) -> None:
    project.write("styles.yaml", "styles:\n  h: {like: folio, size: 40pt, hollow: true}\n")
    spec = "page: G1\nformat: {preset: tabloid}\nblocks:\n"
    spec += "  - {text: [{text: 12, style: h}, {text: 版, style: h}], at: {cols: 1, lines: 1-20}}\n"
    made = project.composed(spec)
    figures, han = [i for i in made.display.items if isinstance(i, GlyphRun)]
    assert (figures.hollow, figures.stroke_em) == (True, 0.02)
    assert [d.said.key for d in made.diagnostics if d.code == "HOLLOW"] == ["HOLLOW.han"]
    assert han.hollow
