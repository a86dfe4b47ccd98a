"""GUTTER-RUN (通缝): each broken page and its mended twin."""

from layout.check.makeup.checks import gutter_run
from layout.check.makeup.subject import Subject
from layout.color import BLACK
from layout.display.items import Box, Frame, GlyphRun, Item, Picture, Stroke
from layout.geometry import Rect
from tests.check.pages import (
    column,
    filler,
    found,
    frame,
    rect,
    story_block,
    subject,
    told_by,
)
from tests.told import told
from tests.typed import near


def gutter(rows: int, *, crossed: int = 0, checks: str = "") -> Subject:
    """Two stories, one under the other, in two columns of `rows` lines each; `crossed` is the line
    at which a picture lies over the gutter."""
    half = rows // 2
    items: list[Item] = []
    frames: list[Frame] = []
    for name, first in (("a", 1), ("b", half + 1)):
        for order, x in enumerate((50.0, 260.0), 1):
            lines = filler(half)
            items += column([(w * 2, n, last) for w, n, last in lines], x, first, name)
            frames.append(frame(name, x, first, first + half - 1, order=order))
    if crossed:
        items.append(Picture(rect=rect(200, crossed, 100, crossed), source="p.jpg", node="p"))
    blocks = [
        story_block("a", rect(50, 1, 400, half)),
        story_block("b", rect(50, half + 1, 400, rows)),
    ]
    return subject(items, frames=frames, blocks=blocks, checks=checks)


def test_a_gutter_down_most_of_the_page_runs() -> None:
    broken = found(gutter_run.CHECK, gutter(50))
    assert len(broken) == 1
    assert told(broken[0]) == (
        "GUTTER-RUN.articles",
        {"percent": near(100, abs=0.5), "most_percent": 60, "articles": 2, "blocks": ("a", "b")},
    )
    assert broken[0].spot is not None
    assert (broken[0].spot.rect.x, broken[0].spot.rect.width) == (240, 20)


def test_sixty_per_cent_are_the_edge() -> None:
    assert not told_by(gutter_run.CHECK, gutter(30))  # 30 of 50 lines, less the leading of one
    assert told_by(gutter_run.CHECK, gutter(32))
    assert not told_by(gutter_run.CHECK, gutter(32, checks="{GUTTER-RUN: {height: 70}}"))


def test_what_crosses_a_gutter_ends_it() -> None:
    assert not told_by(gutter_run.CHECK, gutter(50, crossed=25))
    assert told_by(gutter_run.CHECK, gutter(50, crossed=8))


def test_a_rule_that_runs_down_in_the_gutter_does_not_cross_it() -> None:
    made = gutter(50)
    rule = Box(rect=Rect(249.9, 60, 0.3, 600), fill=BLACK, node="b", role="rule")
    stroke = Stroke(x1=250, y1=60, x2=250, y2=660, width=0.3, color=BLACK, node="b")
    for mark in (rule, stroke):
        page = subject([*made.page.items, mark], frames=made.page.frames, blocks=made.page.blocks)
        assert told_by(gutter_run.CHECK, page)


def test_a_rule_beside_a_column_makes_no_gutter_of_the_white_behind_it() -> None:
    """Two articles in one column, a rule down its side, nothing on the other side of that; a
    picture there is something."""
    made = gutter(50)
    left = [item for item in made.page.items if isinstance(item, GlyphRun) and item.x < 250]
    frames = [frame for frame in made.page.frames if frame.order == 1]
    rule = Box(rect=Rect(249.9, 60, 0.3, 600), fill=BLACK, node="b", role="rule")
    picture = Picture(rect=Rect(260, 60, 190, 600), source="p.jpg", node="p")
    for items, count in (([rule], 0), ([rule, picture], 1)):
        page = subject([*left, *items], frames=frames, blocks=made.page.blocks)
        assert len(told_by(gutter_run.CHECK, page)) == count


def test_one_article_may_have_its_gutter() -> None:
    assert not told_by(gutter_run.CHECK, gutter(50, checks="{GUTTER-RUN: {articles: 3}}"))
