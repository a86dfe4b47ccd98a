"""Headlines of every kind against their golden dumps, and pairs of specs that give one page."""

from pathlib import Path

import pytest

from layout.api import Session
from tests.conftest import Golden, Project

STORIES = {
    "all": """\
---
kicker: 一块版面——
title: 标题是版面的眼睛|?读者先看见它
subtitle: 引题在上副题在下
summary: 提要题是一小段话，说出要点，排在题和文之间。
---

正文从这里开始，排成两栏，每行都在格子上。

### 小标题在此

小标题下面还有正文，至少两行；“标点”照常挤，2024年也一样。
""",
    "couplet": "---\ntitle: 上句说来处 | 下句说去处了\nkicker: 引题\n---\n\n联句下面的正文。\n",
    "long": "---\ntitle: 人工智能走进课堂乡村孩子看见世界\n---\n\n断行以后的正文。\n",
    "whole": "---\ntitle: 人工智能走进课堂 | 乡村孩子看见世界\n---\n\n断行以后的正文。\n",
    "vertical": (
        "---\nkicker: 引题在右\ntitle: 竖题两行 | 从右读起\nsubtitle: 副题在左\n---\n\n正文在旁。\n"
    ),
}
HEAD = "page: G1\nformat: tabloid\ndate: 2024-05-06\nblocks:\n"


def block(story: str, keys: str, at: str = "{cols: 1-3, lines: 1-30}", more: str = "") -> str:
    head = f"    headline: {{{keys}}}\n"
    return f"  - id: lead\n    story: stories/{story}.md\n{head}    at: {at}\n{more}"


PAGES = {
    "headline-parts": block(
        "all",
        "title: balance, rows: 2, align: center, summary: {rule: thin, measure: 20zi}",
        more="    columns: 2\n    subhead: {lines: 2, align: center}\n",
    ),
    "headline-span": block("all", "span: 2, size: 20pt", more="    columns: 3\n"),
    "headline-beside": block(
        "all", "stands: beside, width: 12zi, title: balance, size: fit, side: right"
    ),
    "headline-inside": block(
        "long",
        "stands: inside, cols: 2, row: 3, lines: 6, title: balance, size: fit, least: 9pt",
        more="    columns: 3\n",
    ),
    "headline-even": block("couplet", "title: stack, even: true, size: 22pt"),
    "headline-tint": block("couplet", "fill: K100, size: fit, lines: 8, align: center"),
    "headline-picture": block(
        "couplet", "picture: assets/park.jpg, focus: [0.5, 0], lines: 10, title: steps, size: 24pt"
    ),
    "headline-vertical": block(
        "vertical", "vertical: true, kicker: beside, title: stack, size: 18pt, side: right"
    ),
}


def made(project: Project, text: str):
    page = project.composed(HEAD + text, STORIES)
    assert page.good, page.diagnostics
    return page


@pytest.mark.parametrize("name", PAGES)
def test_a_headline_is_set_as_it_was(project: Project, golden: Golden, name: str) -> None:
    golden(f"{name}.dump", made(project, PAGES[name]).dump())


def runs(page) -> list[str]:
    """The dump without the names of stories."""
    rows = page.dump().splitlines()
    return [r.replace("stories/long.md", "S").replace("stories/whole.md", "S") for r in rows]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # What is broken by itself and what is broken by hand.
        (block("long", "title: balance, rows: 2"), block("whole", "title: stack")),
        (block("whole", "title: balance"), block("whole", "title: stack")),
        # As large as fits, and that size stated: 303 pt hold 8 characters of 37.5.
        (
            block("whole", "title: stack, size: fit, lines: 12"),
            block("whole", "title: stack, size: 39pt, lines: 12"),
        ),
        # As many lines as it needs, and as many stated: 2 × 36 pt and 1½ lines of air.
        (block("whole", "title: stack"), block("whole", "title: stack, lines: 8")),
        # Over all columns, with and without saying so.
        (
            block("whole", "title: stack, span: 2", more="    columns: 2\n"),
            block("whole", "title: stack", more="    columns: 2\n"),
        ),
        # Even lines that are even anyway.
        (block("whole", "title: stack, even: true"), block("whole", "title: stack")),
    ],
)
def test_two_ways_to_say_the_same(project: Project, one: str, other: str) -> None:
    assert runs(made(project, one)) == runs(made(project, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (block("couplet", "stands: beside, size: 9pt"), block("couplet", "size: 9pt")),
        (block("couplet", "title: stack, even: true"), block("couplet", "title: stack")),
        (block("long", "title: balance, rows: 3"), block("long", "title: balance, rows: 2")),
        (block("couplet", "fill: tint"), block("couplet", "")),
    ],
)
def test_two_ways_that_differ(project: Project, one: str, other: str) -> None:
    assert runs(made(project, one)) != runs(made(project, other))


def test_a_headline_that_cannot_fit_stops_the_page(project: Project) -> None:
    keys = "title: balance, rows: 2, size: fit, least: 60pt"
    page = project.composed(HEAD + block("long", keys), STORIES)
    (found,) = [d for d in page.diagnostics if d.severity == "error"]
    assert found.code == "DISPLAY-WIDE"
    assert "in 2 lines is 480.0 pt wide in 315.0 pt, even at its least size" in found.message
    assert not page.good
    assert page.composed.drawable


def test_what_stands_behind_a_headline_may_stand_in(project: Project) -> None:
    keys = "picture: assets/park.jpg, stands_in: true, lines: 10"
    page = made(project, block("couplet", keys))
    assert page.stands_in == ("assets/park.jpg",)


def test_the_specimen_of_headlines_is_made() -> None:
    """Each kind stands on one page, with nothing lost and nothing set smaller than asked."""
    page = Session().page(Path(__file__).parents[1] / "specs/headlines/H1.yaml")
    assert page.good, page.diagnostics
    assert {d.code for d in page.diagnostics} <= {"UNDERSET", "STANDS-IN", "CROPPED"}
    assert len(page.composed.sources.stories) > 15
