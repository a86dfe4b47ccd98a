"""Pages prepared for any document, and what a cache that keeps little changes: nothing."""

import pickle
from pathlib import Path

import pytest

from layout.display.items import Page
from layout.environment import Files
from layout.faces.face import Face
from layout.record import replace
from layout.render.base import RenderError, Resources
from layout.render.press.cache import PressCache
from layout.render.press.document import PressBackend, document_of
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


def test_what_a_cache_keeps_changes_no_byte(pages: list[Page], resources: Resources) -> None:
    once = PressBackend(PressCache(lasting=False))
    crowded = PressBackend()
    crowded.cache.beside = False
    lasting = PressBackend()
    for document in ([pages[0]], [pages[1]], pages, [pages[0]]):
        wanted = PressBackend().render(document, resources)
        assert all(p.render(document, resources) == wanted for p in (once, crowded, lasting))
    assert len(once.cache.shown) == len(once.cache.pages) == 0
    assert len(lasting.cache.shown) > 0


def test_a_document_of_no_pages_is_refused(resources: Resources) -> None:
    with pytest.raises(RenderError, match="at least one page"):
        PressBackend().render([], resources)
