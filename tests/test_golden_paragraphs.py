"""The specimen of paragraphs: it builds without a fault, against its golden dump."""

from pathlib import Path

from layout.api import Session
from layout.spec.markdown.paragraph import ENDS
from layout.spec.resolve.defaults import PARAGRAPHS
from layout.spec.resolve.textbox import BOXES
from tests import pdfread
from tests.conftest import Golden

SPEC = Path(__file__).parents[1] / "specs/paragraphs/P1.yaml"


def test_the_specimen_is_as_it_was(golden: Golden):
    page = Session().page(SPEC)
    assert {d.code for d in page.diagnostics} == {"STANDS-IN", "HAND"}
    golden("paragraphs-P1.dump", page.dump())


def test_it_shows_every_style_a_forced_end_and_both_ways_of_setting_by_hand():
    page = Session().page(SPEC)
    stories = [s for s in page.composed.sources.stories if s is not None]
    paragraphs = [p for story in stories for p in story.paragraphs]
    own = set(PARAGRAPHS) - set(BOXES)  # boxes stand in the specimen of stories
    assert {name for p in paragraphs for name in p.styles} >= own
    assert any(run.voice == ENDS for p in paragraphs for run in p.runs)
    assert {p.asked.level for p in paragraphs if p.asked is not None} == {0, 1, 2}
    told = [d for d in page.diagnostics if d.code == "HAND"]
    assert [(d.sub, d.said["before"], d.said["after"]) for d in told] == [
        ("fewer", 4, 3), ("more", 5, 6),
    ]  # fmt: skip


def test_its_text_and_its_marks_are_read_back():
    page = Session().page(SPEC)
    read = "".join(pdfread.text(page.pdf()).split())
    stories = [s for s in page.composed.sources.stories if s is not None]
    marks = 0
    for paragraph in [p for story in stories for p in story.paragraphs]:
        mark = paragraph.asked.mark if paragraph.asked is not None else 0
        assert "".join(paragraph.text[mark:].split())[:10] in read
        marks += paragraph.text[:mark] == "●"
    assert read.count("●") == marks > 0
