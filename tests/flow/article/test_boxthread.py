"""Boxes in a text that is set slot by slot, in lists, and on from page to page."""

import pytest

from layout.api import ComposedPage, Session
from layout.display.items import Box, GlyphRun
from tests.conftest import SENTENCE, Project

MAIN = f"{SENTENCE}\n\n{SENTENCE}"


def pages(project: Project, inside: str, lines: int) -> list[ComposedPage]:
    """Two pages of a signed story that ends with a box and goes on after some lines."""
    front = "---\ntitle: 题\nbyline: 记者甲\n---\n\n"
    project.write("stories/long.md", f"{front}{MAIN}\n\n:::延伸阅读\n{inside}\n:::\n")
    block = "story: stories/long.md, headline: {lines: 3, size: 14pt}"
    head = "format: tabloid\nblocks:\n"
    project.write(
        "T1.yaml",
        f"page: T1\n{head}  - {{id: a, {block}, jump_to: T2, at: {{cols: 1, lines: 1-{lines}}}}}\n",
    )
    project.write(
        "T2.yaml",
        f"page: T2\n{head}  - {{id: b, {block}, jump_from: T1, at: {{cols: 2-3, lines: 1-60}}}}\n",
    )
    project.write("edition.yaml", "date: 2024-05-06\npages: [T1.yaml, T2.yaml]\n")
    return [Session().page(project.path(f"{name}.yaml")) for name in ("T1", "T2")]


def runs(page: ComposedPage, part: str) -> list[GlyphRun]:
    return [i for i in page.display.items if isinstance(i, GlyphRun) and part in i.node]


def rules(page: ComposedPage) -> int:
    return sum(1 for i in page.display.items if isinstance(i, Box) and i.node.endswith("#box"))


@pytest.mark.parametrize("inside", [1, 3, 12])
@pytest.mark.parametrize("lines", [8, 12, 14, 16, 20, 28, 40])
def test_all_of_it_stands_on_two_pages_once(project: Project, inside: int, lines: int) -> None:
    first, second = pages(project, SENTENCE * inside, lines)
    words = ["".join(run.text for run in runs(page, "#p")) for page in (first, second)]
    assert "".join(words) == SENTENCE * (2 + inside)
    assert len(runs(first, "#byline")) + len(runs(second, "#byline")) == 1
    on = rules(first), rules(second)
    assert on in ((4, 0), (0, 4), (3, 3))  # whole, or open on both pages
    assert first.good, first.diagnostics
    assert second.good, second.diagnostics


def test_the_by_line_stays_with_the_text_before_the_box(project: Project) -> None:
    first, second = pages(project, SENTENCE * 3, 14)
    (line,) = runs(first, "#byline")
    assert line.y > runs(first, "#p2")[-1].y
    assert runs(first, "#p3") == runs(second, "#byline") == []


def test_it_goes_on_with_a_line_of_its_text_where_it_has_no_room(project: Project) -> None:
    for lines in range(6, 14):
        first, second = pages(project, SENTENCE * 3, lines)
        if not runs(first, "#byline"):
            assert runs(second, "#p2")


def test_a_list_hangs_in_a_box(project: Project) -> None:
    items = "- 第一条写得长一些，要排两行才排得下，所以再写几个字\n- 第二条"
    first, _ = pages(project, items, 40)
    (frame,) = [i.rect for i in first.display.items if isinstance(i, Box) and i.rect.height > 20][
        :1
    ]
    marks = [run for run in runs(first, "#p") if run.text == "●"]
    assert len(marks) == 2
    assert all(run.x >= frame.x + run.size - 1 for run in marks)


@pytest.mark.parametrize("lines", [30, 40])
def test_beside_a_picture_and_on_to_another_page(project: Project, lines: int) -> None:
    first, second = pages(project, SENTENCE * 5, lines)
    picture = "  - {id: p, picture: assets/park.jpg, wrap: box, at: {of: a, cols: 1, lines: 3-8}}\n"
    text = project.path("T1.yaml").read_text(encoding="utf-8")
    project.write("T1.yaml", text + picture)
    first, second = (Session().page(project.path(f"{name}.yaml")) for name in ("T1", "T2"))
    words = ["".join(run.text for run in runs(page, "#p")) for page in (first, second)]
    assert "".join(words) == SENTENCE * 7


@pytest.mark.parametrize("inside", ["短短的一句", SENTENCE, SENTENCE * 3, SENTENCE * 8])
@pytest.mark.parametrize("first", range(4, 11))
def test_a_box_keeps_to_one_side_of_what_parts_its_column(
    project: Project, inside: str, first: int
) -> None:
    """A picture in the middle of a column leaves two places on each line: its box has the left one,
    and what follows begins below its foot, though its last line has room on the right."""
    project.write(
        "stories/one.md",
        f"---\ntitle: 题\n---\n\n前面\n\n:::延伸阅读\n{inside}\n:::\n\n{SENTENCE}{SENTENCE}\n",
    )
    spec = project.write(
        "T1.yaml",
        "page: T1\nformat: tabloid\nblocks:\n"
        "  - {id: a, story: stories/one.md, headline: {lines: 3, size: 14pt},"
        " at: {cols: 1-4, lines: 1-70}}\n"
        f"  - {{id: p, text: 图, wrap: box, at: {{cols: 2, lines: {first}-{first + 7}}}}}\n",
    )
    page = Session().page(spec)
    assert page.good, page.diagnostics
    edges = [i.rect for i in page.display.items if isinstance(i, Box) and i.node.endswith("#box")]
    left, right = min(r.x for r in edges), max(r.right for r in edges)
    top, foot = min(r.y for r in edges), max(r.bottom for r in edges)
    boxed, after = runs(page, "#p2"), runs(page, "#p3")
    assert "".join(run.text for run in boxed) == inside
    assert all(left < run.x and run.x + run.width < right + 1 for run in boxed)
    assert all(top < run.y < foot for run in boxed)
    assert all(run.y - run.size > foot for run in after)
    (picture,) = runs(page, "p")[-1:]
    covered = left < picture.x < right and top < picture.y < foot
    assert not covered
