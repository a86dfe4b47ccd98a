"""Where on a page a finding lies that is told of a place in a file."""

import pytest

from layout.api import ComposedPage, Session
from layout.diagnostics import Place, Spot, warning
from layout.geometry import Rect
from layout.proof.locate import Locator, numbered
from layout.proof.setlines import page_lines
from layout.spec.resolve.resolved import RStory
from tests.conftest import Project


@pytest.fixture
def page(project: Project) -> ComposedPage:
    return Session().page(project.spec)


def at(page: ComposedPage, where: Place | Spot | None) -> Rect | None:
    return Locator(page).rect(warning("STANDS-IN.words", where, block="x"))


def test_a_spot_of_the_page_is_its_place_and_one_of_another_is_none(page: ComposedPage) -> None:
    rect = Rect(1, 2, 3, 4)
    assert at(page, Spot("T1", rect)) == rect
    assert at(page, Spot("T9", rect)) is None
    assert at(page, None) is None


def test_every_line_of_a_story_is_found_by_its_place(page: ComposedPage) -> None:
    resolved = page.composed.resolved
    stories = {
        b.content.story.name: b.content.story
        for b in resolved.blocks
        if isinstance(b.content, RStory)
    }
    seen = 0
    for line in page_lines(page.display):
        story = stories[line.node.partition("#")[0]]
        assert line.passage is not None
        place = story.paragraphs[line.passage.paragraph - 1].place_at(line.passage.offset)
        assert at(page, place) == line.rect
        assert at(page, Place(place.file, place.line, place.column + 1)) == line.rect
        seen += 1
    assert seen > 10


def test_the_head_of_a_story_and_its_block_are_the_block(page: ComposedPage) -> None:
    lead = next(b for b in page.composed.resolved.blocks if b.id == "lead")
    assert isinstance(lead.content, RStory)
    file = lead.content.story.paragraphs[0].lines[0][1].file
    assert at(page, Place(file, 2, 1)) == lead.rect
    assert at(page, lead.place) == lead.rect
    assert at(page, Place(lead.place.file, lead.place.line, lead.place.column + 3)) == lead.rect


def test_what_is_of_no_block_is_of_the_page(page: ComposedPage) -> None:
    assert at(page, page.place) is None
    assert at(page, Place("edition.yaml", 3, 1)) is None
    assert at(page, Place(page.place.file, 0, 0)) is None


def test_findings_are_numbered_in_their_order_and_cut_to_the_page(page: ComposedPage) -> None:
    display = page.display
    over = Rect(display.width - 10, 5, 100, 10)
    found = numbered(
        page,
        [
            warning("STANDS-IN.words", Spot("T1", rect), block="x")
            for rect in (over, Rect(-50, 0, 20, 20), Rect(5, 5, 5, 5))
        ],
    )
    assert [one.number for one in found] == [1, 2, 3]
    first = found[0].rect
    assert first is not None
    assert first.right == pytest.approx(display.width)
    assert found[1].rect is None
    assert found[2].rect == Rect(5, 5, 5, 5)
