"""Pairs of specs that must be set alike, or must not: what a feature means, said by another one."""

import pytest

from layout.api import Session
from layout.display.items import GlyphRun, Page
from tests.conftest import Project

HEAD = "page: R1\nformat: tabloid\ndate: 2024-05-06\nblocks:\n"
STORY = "{story: stories/one.md, headline: {lines: 4, size: 14pt}"
TEXT = "河边的早市有四十年了。卖菜的老周说：“从前只有三五个摊，如今一百八十个。”" * 6

SAME = {
    "a stack is the sum of its places": (
        "- {stack: [{rule: thin, lines: 3}, " + STORY + ", lines: 20}], gap: 2,"
        " at: {cols: 1-2, lines: 1-25}}",
        "- {rule: thin, at: {cols: 1-2, lines: 1-3}}\n"
        "- " + STORY + ", at: {cols: 1-2, lines: 6-25}}",
    ),
    "a row is places side by side": (
        "- {row: [{rule: thin, cols: 1}, " + STORY + ", cols: 2}], at: {cols: 1-3, lines: 1-20}}",
        "- {rule: thin, at: {cols: 1, lines: 1-20}}\n"
        "- " + STORY + ", at: {cols: 2-3, lines: 1-20}}",
    ),
    "the page's own columns are whole ones where nothing is broken": (
        "- " + STORY + ", columns: {policy: grid}, at: {cols: 1-3, lines: 1-20}}",
        "- " + STORY + ", columns: 3, at: {cols: 1-3, lines: 1-20}}",
    ),
    "two frames are two columns": (
        "- {story: stories/bare.md, columns: 2, at: {cols: 1-2, lines: 1-18}}",
        "- {story: stories/bare.md, at: [{cols: 1, lines: 1-18}, {cols: 2, lines: 1-18}]}",
    ),
    "a box with no text under it changes nothing": (
        "- {story: stories/one.md, at: {cols: 1-2, lines: 1-18}}\n"
        "- {text: 甲, at: {cols: 3, lines: 1-18}}",
        "- {story: stories/one.md, at: {cols: 1-2, lines: 1-18}}\n"
        "- {text: 甲, wrap: box, at: {cols: 3, lines: 1-18}}",
    ),
    "a rectangle is a polygon": (
        "- {story: stories/one.md, columns: {policy: grid}, at: {cols: 1-3, lines: 1-18}}\n"
        "- {text: 甲, wrap: box, at: {cols: 2, lines: 4-9}}",
        "- {story: stories/one.md, columns: {policy: grid}, at: {cols: 1-3, lines: 1-18}}\n"
        "- {text: 甲, wrap: {shape: polygon, points: [[0,0],[1,0],[1,1],[0,1]]},"
        " at: {cols: 2, lines: 4-9}}",
    ),
    "a span of all columns is the headline over all": (
        "- " + STORY + ", columns: 2, at: {cols: 1-2, lines: 1-20}}",
        "- {story: stories/one.md, headline: {lines: 4, size: 14pt, span: 2}, columns: 2,"
        " at: {cols: 1-2, lines: 1-20}}",
    ),
    "a span over places side by side is the headline over one place as wide": (
        "- " + STORY + ", columns: {policy: grid}, at: {cols: 1-3, lines: 1-20}}",
        "- {story: stories/one.md, headline: {lines: 4, size: 14pt, span: 3},"
        " columns: {policy: grid}, at: [{cols: 1-2, lines: 1-20}, {cols: 3, lines: 1-20}]}",
    ),
}
DIFFERENT = {
    "unequal columns are not equal ones": (
        "- {story: stories/one.md, columns: {count: 2, policy: unequal, gutter: 2zi},"
        " at: {cols: 1-3, lines: 1-12}}",
        "- {story: stories/one.md, columns: {count: 2, policy: equal, gutter: 2zi},"
        " at: {cols: 1-3, lines: 1-12}}",
    ),
    "text runs round a box": (
        "- {story: stories/one.md, columns: {policy: grid}, at: {cols: 1-3, lines: 1-18}}",
        "- {story: stories/one.md, columns: {policy: grid}, at: {cols: 1-3, lines: 1-18}}\n"
        "- {text: 甲, wrap: box, at: {cols: 2, lines: 4-9}}",
    ),
    "a column of the second place beyond the span begins at its head": (
        "- {story: stories/one.md, headline: {lines: 4, size: 14pt, span: 3},"
        " columns: {policy: grid}, at: [{cols: 1-2, lines: 1-12}, {cols: 3, lines: 1-12}]}",
        "- {story: stories/one.md, headline: {lines: 4, size: 14pt, span: 2},"
        " columns: {policy: grid}, at: [{cols: 1-2, lines: 1-12}, {cols: 3, lines: 1-12}]}",
    ),
    "level columns are not filled ones": (
        "- {story: stories/one.md, columns: 2, at: {cols: 1-2, lines: 1-40}}",
        "- {story: stories/one.md, columns: {count: 2, level: true}, at: {cols: 1-2, lines: 1-40}}",
    ),
}


def body(project: Project, blocks: str) -> list[tuple[object, ...]]:
    """Every run of running text: what it says and where it stands."""
    project.write("stories/one.md", f"---\ntitle: 早市\n---\n\n{TEXT}\n\n{TEXT}\n")
    project.write("stories/bare.md", f"{TEXT}\n\n{TEXT}\n")
    page: Page = Session().page(project.write("R1.yaml", HEAD + blocks + "\n")).display
    return [
        (run.text, round(run.x, 3), round(run.y, 3), tuple(round(x, 3) for x in run.xs))
        for run in page.items
        if isinstance(run, GlyphRun) and run.line is not None
    ]


@pytest.mark.parametrize("name", SAME)
def test_they_are_set_alike(project: Project, name: str) -> None:
    one, other = SAME[name]
    made = body(project, one)
    assert made
    assert made == body(project, other)


@pytest.mark.parametrize("name", DIFFERENT)
def test_they_are_not_set_alike(project: Project, name: str) -> None:
    one, other = DIFFERENT[name]
    assert body(project, one) != body(project, other)
