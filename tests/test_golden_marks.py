"""The specimen of marks inside a paragraph: it builds without a word, against its golden dump."""

from pathlib import Path

import pytest

from layout.api import Session
from layout.display.items import GlyphRun
from layout.spec.markdown.braces import MARKS
from tests import pdfread
from tests.conftest import Golden

FOLDER = Path(__file__).parents[1] / "specs/marks"


@pytest.mark.parametrize("name", ["W1"])
def test_the_specimen_is_as_it_was(name: str, golden: Golden):
    page = Session().page(FOLDER / f"{name}.yaml")
    assert {d.code for d in page.diagnostics} == {"STANDS-IN"}
    golden(f"marks-{name}.dump", page.dump())


def test_it_shows_every_mark_and_its_text_is_read_back():
    page = Session().page(FOLDER / "W1.yaml")
    stories = [s for s in page.composed.sources.stories if s is not None]
    shown = {r.voice for s in stories for p in s.paragraphs for r in p.runs}
    assert shown >= set(MARKS.values())
    read = "".join(pdfread.text(page.pdf()).split())
    for story in stories:
        assert "".join(story.text.split()) in read
    assert not any("{" in i.text for i in page.display.items if isinstance(i, GlyphRun))
