"""Pages on sheets: bleed at the outer edges, boxes of each."""

import io
from pathlib import Path

import pikepdf
import pytest

from layout.color import Color
from layout.display.items import Box
from layout.environment import Files
from layout.faces.face import Face
from layout.geometry import Rect
from layout.render.base import Resources
from layout.render.press.document import Document, PressBackend
from layout.render.press.imposed import spreads
from layout.units import mm
from tests.toypage import Faces, page, run


@pytest.fixture
def resources(song: Face, hei: Face, kai: Face, tmp_path: Path) -> Resources:
    return Resources.of(Faces(song, hei, kai), Files(root=tmp_path))


def test_bleed_is_shown_at_the_outer_edges_only(resources: Resources) -> None:
    width, height, bleed = mm(200), mm(280), mm(3)
    whole = Rect(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed)
    inks = [Color(c=100), Color(m=100), Color(y=100), Color(k=100)]
    made = [
        PressBackend().prepare(page(Box(rect=whole, fill=ink), name=f"T{n}"), resources)
        for n, ink in enumerate(inks, 1)
    ]
    gutter = mm(10)
    document = Document(pages=tuple(made), leaves=spreads(made, gutter), title="", date="")
    drawn = PressBackend().bind(document, resources, lambda _: pytest.fail("made anew"))
    import pypdfium2

    scale = 2.0
    with pypdfium2.PdfDocument(drawn) as read:
        assert len(read) == 2
        image = read[1].render(scale=scale).to_pil()
    middle = image.height // 2
    colours = [image.getpixel((x, middle)) for x in range(image.width)]
    changes = [x / scale for x in range(1, image.width) if colours[x] != colours[x - 1]]
    edges = [bleed + width, bleed + width + gutter]
    # From the left: page 2 with its bleed, white between the trims, page 3 with its bleed.
    assert min(changes) == pytest.approx(edges[0], abs=1)
    assert max(changes) == pytest.approx(edges[1], abs=1)
    assert colours[int((edges[0] + edges[1]) / 2 * scale)] == (255, 255, 255)
    assert colours[0] != (255, 255, 255) != colours[-1]


def test_a_book_has_the_boxes_of_its_pages(song: Face, resources: Resources) -> None:
    sizes = [(mm(200), mm(280)), (mm(275), mm(390))]
    made = [page(run(song, "甲"), name=f"T{w:.0f}", width=w, height=h) for w, h in sizes]
    with pikepdf.open(io.BytesIO(PressBackend().render(made, resources))) as read:
        trims = [[float(v) for v in p.trimbox] for p in read.pages]
    for trim, (width, height) in zip(trims, sizes, strict=True):
        assert trim[2] - trim[0] == pytest.approx(width, abs=0.001)
        assert trim[3] - trim[1] == pytest.approx(height, abs=0.001)
