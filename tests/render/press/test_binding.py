"""Pages prepared for any document, and what a cache that keeps little changes: nothing."""

import io
import pickle
from pathlib import Path

import pikepdf
import pytest

from layout.color import Color
from layout.display.items import Box, Page
from layout.environment import Files
from layout.faces.face import Face
from layout.geometry import Rect
from layout.record import replace
from layout.render.base import RenderError, Resources
from layout.render.press.cache import PressCache
from layout.render.press.document import Document, PressBackend, document_of
from layout.render.press.imposed import spreads
from layout.units import mm
from tests import pdfread
from tests.toypage import Faces, page, run


@pytest.fixture
def resources(song: Face, hei: Face, kai: Face, tmp_path: Path) -> Resources:
    return Resources.of(Faces(song, hei, kai), Files(root=tmp_path))


@pytest.fixture
def pages(song: Face, hei: Face) -> list[Page]:
    texts = ("甲页的文字", "乙页讲别的事", "丙", "丁页，也有标点。")
    return [
        page(run(song, text, 50, 100), run(hei, text[0], 50, 200, 30), name=f"T{at}")
        for at, text in enumerate(texts, 1)
    ]


def test_a_prepared_page_alone_is_the_page(pages: list[Page], resources: Resources) -> None:
    for one in pages:
        press = PressBackend()
        prepared = pickle.loads(pickle.dumps(press.prepare(one, resources)))
        bound = PressBackend().bind(
            document_of([prepared]), resources, lambda _: pytest.fail("made anew")
        )
        assert bound == PressBackend().render([one], resources)


def test_faces_are_opened_where_only_another_process_has_them(
    pages: list[Page], resources: Resources
) -> None:
    prepared = [PressBackend().prepare(one, resources) for one in pages]
    bare = Resources.of(Faces(), resources.environment)
    bound = PressBackend().bind(document_of(prepared), bare, pages.__getitem__)
    assert bound == PressBackend().render(pages, resources)


def test_two_meanings_of_a_glyph_make_the_later_page_anew(song: Face, resources: Resources) -> None:
    first = page(run(song, "甲乙", 50, 100), name="T1")
    other = run(song, "甲乙", 50, 100)
    second = page(replace(other, text="甲丙"), name="T2")
    press = PressBackend()
    prepared = [press.prepare(one, resources) for one in (first, second)]
    asked: list[int] = []

    def again(at: int) -> Page:
        asked.append(at)
        return (first, second)[at]

    bound = press.bind(document_of(prepared), resources, again)
    assert asked == [1]
    assert [pdfread.text(bound, at) for at in (0, 1)] == ["甲乙", "甲丙"]
    alone = PressBackend().render([second], resources)
    assert pdfread.text(alone) == "甲丙"


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


def test_what_a_cache_keeps_changes_no_byte(pages: list[Page], resources: Resources) -> None:
    once = PressBackend(PressCache(lasting=False))
    crowded = PressBackend()
    crowded.cache.beside = False
    lasting = PressBackend()
    for document in ([pages[0]], [pages[1]], pages, [pages[0]]):
        wanted = PressBackend().render(document, resources)
        assert all(p.render(document, resources) == wanted for p in (once, crowded, lasting))
    assert len(once.cache.shown) == len(once.cache.texts) == len(once.cache.pages) == 0
    assert len(lasting.cache.shown) > 0


def test_a_document_of_no_pages_is_refused(resources: Resources) -> None:
    with pytest.raises(RenderError, match="at least one page"):
        PressBackend().render([], resources)


def test_a_book_has_the_boxes_of_its_pages(song: Face, resources: Resources) -> None:
    sizes = [(mm(200), mm(280)), (mm(275), mm(390))]
    made = [page(run(song, "甲"), name=f"T{w:.0f}", width=w, height=h) for w, h in sizes]
    with pikepdf.open(io.BytesIO(PressBackend().render(made, resources))) as read:
        trims = [[float(v) for v in p.trimbox] for p in read.pages]
    for trim, (width, height) in zip(trims, sizes, strict=True):
        assert trim[2] - trim[0] == pytest.approx(width, abs=0.001)
        assert trim[3] - trim[1] == pytest.approx(height, abs=0.001)
