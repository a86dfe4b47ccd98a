"""The four pages of the section: every character of every story in the PDFs, no error, and each
warning either that something stands in or explained in the spec."""

import re
from functools import cache
from pathlib import Path

import pytest

from layout.api import ComposedPage, Session
from layout.check.run import check_page
from layout.spec.markdown.story import Story
from layout.spec.resolve.resolved import RStory
from tests import pdfread

ROOT = Path(__file__).parents[1]
EDITION = ROOT / "specs/zhuzhou-2019-09-20"
NAMES = ("B1", "B2", "B3", "B4")
BLANK = re.compile(r"\s+")
GUIDE = {  # what the 导读 of B1, which is real, says of the others
    "B2": "砥砺奋进谋跨越千亿产业欲腾飞",
    "B3": "不忘初心谋福祉牢记使命勇担当",
    "B4": "党建领航谋创新强基固本见实效",
}


@cache
def session() -> Session:
    return Session()


@cache
def made(name: str) -> tuple[ComposedPage, str]:
    page = session().page(EDITION / f"{name}.yaml")
    return page, squeeze(pdfread.text(page.pdf()))


def squeeze(text: str) -> str:
    return BLANK.sub("", text)


def blocks(name: str) -> list[tuple[str, RStory]]:
    found = made(name)[0].composed.resolved.blocks
    return [(b.id, b.content) for b in found if isinstance(b.content, RStory)]


def bodies() -> dict[str, Story]:
    """Every story of the section, by its file."""
    return {story.story.name: story.story for name in NAMES for _, story in blocks(name)}


def test_every_character_of_every_story_is_set_once() -> None:
    """By number: those that the pages say they set are those that the stories have."""
    set_ = dict.fromkeys(bodies(), 0)
    for name in NAMES:
        for fit in made(name)[0].display.fits:
            set_[fit.node] += fit.characters
    for file, story in bodies().items():
        body = squeeze("".join(p.text for p in story.paragraphs))
        assert set_[file] == len(body), file


def test_the_pdfs_give_every_story_back() -> None:
    """Paragraph by paragraph, as one run round a picture goes on after it; jumped ones join."""
    whole = "".join(made(name)[1] for name in NAMES)
    for name, mark in (("B2", "（下转B3版）"), ("B3", "（上接B2版）")):
        assert made(name)[1].count(mark) == 1
    for file, story in bodies().items():
        for paragraph in story.paragraphs:
            words = squeeze(paragraph.text)
            if words not in whole:
                assert _in_two(words), f"{file}: {words[:20]}…"


def _in_two(words: str) -> bool:
    """Whether a paragraph stands on two pages, or after a first character of several lines."""
    one, other = made("B2")[1], made("B3")[1]
    if any(words[:k] in one and words[k:] in other for k in range(1, len(words))):
        return True
    return any(words[1:] in made(name)[1] for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_good_and_what_is_said_of_it_is_explained(name: str) -> None:
    page, _ = made(name)
    report = check_page(page)
    told = [d for d in (*page.diagnostics, *report.diagnostics) if d.severity != "info"]
    assert {d.code for d in told} <= {"STANDS-IN"}, [str(d) for d in told]
    assert not [r for r in report.results if r.status == "not checked"]


@pytest.mark.parametrize("name", NAMES[1:])
def test_what_stands_in_is_marked_and_said_on_the_page(name: str) -> None:
    page, text = made(name)
    assert all(story.stands_in for _, story in blocks(name))
    assert {story.story.name for _, story in blocks(name)} <= set(page.stands_in)
    assert "版式样稿" in text
    assert "并非原报内容" in text
    assert GUIDE[name] in text
    assert GUIDE[name] in made("B1")[1]
