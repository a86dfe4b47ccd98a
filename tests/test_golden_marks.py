"""The specimen of marks inside a paragraph: it builds without a word, against its golden dump."""

from pathlib import Path

import pytest

from layout.api import Session
from layout.display.items import GlyphRun
from layout.spec.markdown.braces import MARKS
from layout.spec.markdown.paragraph import ENDS, RUBY
from layout.spec.resolve.defaults import COLORS
from tests import pdfread
from tests.conftest import Golden, Project

FOLDER = Path(__file__).parents[1] / "specs/marks"


@pytest.mark.parametrize("name", ["W1", "W2", "W3"])
def test_the_specimen_is_as_it_was(name: str, golden: Golden):
    page = Session().page(FOLDER / f"{name}.yaml")
    assert {d.code for d in page.diagnostics} <= {"STANDS-IN", "HAND"}
    golden(f"marks-{name}.dump", page.dump())


def test_it_shows_every_mark_and_its_text_is_read_back():
    page = Session().page(FOLDER / "W1.yaml")
    stories = [s for s in page.composed.sources.stories if s is not None]
    shown = {r.voice for s in stories for p in s.paragraphs for r in p.runs}
    assert shown >= set(MARKS.values()) - {ENDS}  # in the specimen of paragraphs
    read = "".join(pdfread.text(page.pdf()).split())
    for story in stories:
        assert "".join(story.text.split()) in read
    assert not any("{" in i.text for i in page.display.items if isinstance(i, GlyphRun))


def test_letters_over_characters_do_not_divide_the_text_that_is_read_back():
    page = Session().page(FOLDER / "W2.yaml")
    read = "".join(pdfread.text(page.pdf()).split())
    stories = [s for s in page.composed.sources.stories if s is not None]
    for story in stories:
        assert "".join(story.text.split()) in read
        letters = "".join(r.target for p in story.paragraphs for r in p.runs if r.voice == RUBY)
        assert letters in read


def test_notes_are_read_back_whole_and_do_not_divide_the_text_of_their_story():
    page = Session().page(FOLDER / "W3.yaml")
    read = "".join(pdfread.text(page.pdf()).split())
    for story in page.composed.sources.stories:
        assert story is not None
        assert story.notes
        for paragraphs in (story.paragraphs, *(note for _, note in story.notes)):
            assert "".join("".join(p.text for p in paragraphs).split()) in read


def test_words_of_a_note_alone_may_be_in_a_style_or_colour(project: Project):
    (project.root / "stories/two.md").write_text(
        "---\ntitle: 题\n---\n\n甲[^1]乙。\n\n[^1]: 注[红]{红}[字]{note}。\n", encoding="utf-8"
    )
    page = Session().page(project.spec)
    inks = {i.text: i.color for i in page.display.items
            if isinstance(i, GlyphRun) and "#note" in i.node}  # fmt: skip
    assert inks["红"] == COLORS["红"]
    assert not page.diagnostics or all(d.severity != "error" for d in page.diagnostics)
