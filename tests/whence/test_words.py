"""Each character of a page against the character that stands at its place in the file."""

from pathlib import Path
from typing import Final

import pytest

from layout.api import ComposedPage, Session
from layout.display.items import part_of
from layout.render.svg.text import WordLine
from layout.whence.align import blank
from layout.whence.page import Whence

ROOT = Path(__file__).parents[2]
ISSUE = tuple(f"specs/zhuzhou-2019-09-20/B{number}.yaml" for number in (1, 2, 3, 4))
DAILY = ("specs/daily/A1.yaml", "specs/daily/A2.yaml")
SAMPLES = ("specs/marks/W2.yaml", "specs/marks/W3.yaml", "specs/tables/T1.yaml",
           "specs/paragraphs/P1.yaml")  # fmt: skip
FIELDS: Final = frozenset({"jump-to", "jump-from", "end"})
"""Parts of a story that the spec says and no story does."""


@pytest.fixture(scope="module")
def session() -> Session:
    return Session()


def lines_of(page: ComposedPage) -> list[WordLine]:
    return [line for block in page.scene().blocks for line in block.text]


def amiss(whence: Whence, line: WordLine) -> list[tuple[str, str]]:
    """The characters of a line that stand at no place, or at that of another character: each with
    what stands there."""
    out = []
    for char, place in zip(line.text, whence.words(line), strict=True):
        if blank(char):
            continue
        file = whence.file(place.file) if place is not None else None
        there = file.row(place.line)[place.column - 1 : place.column] if file and place else ""
        if there != char:
            out.append((char, there))
    return out


@pytest.mark.parametrize("name", [*ISSUE, *DAILY])
def test_every_word_of_every_story_is_found_where_it_is_typed(session: Session, name: str) -> None:
    page = session.page(ROOT / name)
    whence = Whence(page.composed)
    stories = {s.name for s in page.composed.sources.stories if s is not None}
    seen = 0
    for line in lines_of(page):
        owner = line.node.partition("#")[0]
        if owner in stories and part_of(line.node) not in FIELDS:
            assert amiss(whence, line) == [], line.text
            places = [p for p in whence.words(line) if p is not None]
            assert {p.file for p in places} <= {owner}
            assert places == sorted(places, key=lambda p: (p.line, p.column))
            seen += len(places)
    assert seen > 1000


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_not_typed_is_a_sign_or_a_mark(session: Session, name: str) -> None:
    page = session.page(ROOT / name)
    whence = Whence(page.composed)
    for line in lines_of(page):
        if part_of(line.node) in FIELDS or line.node.startswith("header"):
            continue
        for char, there in amiss(whence, line):
            assert (char in "①②③④甲●○" and there in "[-") or char in "1]", line.text
        assert whence.word(line, 0) is not None


@pytest.mark.parametrize("name", [*ISSUE, *DAILY, *SAMPLES])
def test_every_word_leads_somewhere(session: Session, name: str) -> None:
    page = session.page(ROOT / name)
    whence = Whence(page.composed)
    for line in lines_of(page):
        for index in (0, len(line.text) - 1):
            place = whence.word(line, index)
            assert place is not None, line
            file = whence.file(place.file)
            assert file is not None
            assert file.row(place.line)


STORY = """\
---
title: "甲乙**丙**“丁” | 戊己"
dateline: 本报城关{month}月{day}日讯
byline: >-
  本报记者
  庚某
---
一二\\*三[四五]{着重}六**七**八九十。H~2~O与10^3^。

- 第一条
- 第二条[^1]

[^1]: 注一注二。
"""


def test_a_cell_leads_to_itself_and_not_to_one_that_says_the_same(session: Session) -> None:
    page = session.page(ROOT / "specs/tables/T1.yaml")
    whence = Whence(page.composed)
    cells = [line for line in lines_of(page) if line.node.startswith("schedule#cell")]
    places = [p for line in cells for p in whence.words(line) if p is not None]
    assert len(places) > 100
    assert len(set(places)) == len(places)


def test_marks_fields_and_folded_values(tmp_path: Path) -> None:
    folder = tmp_path / "marks"
    folder.mkdir()
    (folder / "story.md").write_text(STORY, "utf-8")
    (folder / "page.yaml").write_text(
        "page: M1\nformat: broadsheet\ndate: 2026-11-29\nblocks:\n"
        "  - id: only\n    story: story.md\n    at: {cols: 1-3, lines: 4-60}\n"
        '  - id: words\n    text: ["庚 {page}"]\n    at: {cols: 5-6, lines: 10-12}\n',
        "utf-8",
    )
    page = Session().page(folder / "page.yaml")
    whence = Whence(page.composed)
    lines = lines_of(page)
    typed: dict[str, str] = {}
    for line in lines:
        for at, char in enumerate(line.text):
            place = whence.words(line)[at]
            if place is not None:
                typed.setdefault(char, f"{place.file}:{place.line}:{place.column}")
    assert typed["丙"] == "story.md:2:13"
    assert typed["戊"] == "story.md:2:22"
    assert typed["城"] == "story.md:3:13"
    assert typed["记"] == "story.md:5:5"
    assert typed["某"] == "story.md:6:4"
    assert typed["三"] == "story.md:8:5"
    assert typed["五"] == "story.md:8:8"
    assert typed["六"] == "story.md:8:14"
    assert typed["O"] == "story.md:8:28"
    assert typed["条"] == "story.md:10:5"
    assert typed["注"] == "story.md:13:7"
    field = next(line for line in lines if "M1" in line.text)
    near = whence.word(field, field.text.index("1"))
    assert near is not None
    assert near.file == "page.yaml"
    assert near.line == 1
