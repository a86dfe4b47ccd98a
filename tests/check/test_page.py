"""What is seen of the whole page: each broken page and its mended twin."""

import pytest

from layout.check.engine import NotCheckedError
from layout.check.makeup.checks import caption, faces, gutter_run, out, page_cut
from layout.check.makeup.subject import Subject
from layout.color import BLACK
from layout.display.items import Box, Frame, Item, Picture, Stroke
from layout.geometry import Rect
from layout.units import mm
from tests.check.pages import (
    AREA,
    block,
    column,
    filler,
    found,
    frame,
    messages,
    rect,
    run,
    story_block,
    subject,
    top,
)


def cut(upper: int, *, right: int | None = None, extra: tuple[object, ...] = ()) -> Subject:
    """Two stories over two: the left ones part under line `upper`, the right ones under `right`."""
    other = upper if right is None else right
    blocks = [
        story_block("a", rect(50, 1, 190, upper)),
        story_block("b", rect(260, 1, 190, other)),
        story_block("c", rect(50, upper + 2, 190, 50)),
        story_block("d", rect(260, other + 2, 190, 50)),
        *extra,
    ]
    return subject([], blocks=blocks)  # type: ignore[arg-type]


def test_a_line_from_side_to_side_cuts_the_page() -> None:
    broken = found(page_cut.CHECK, cut(25))
    assert [f.message for f in broken] == [
        'a line cuts the page above line 27: 100 % of the type width is clear between "a", "b" '
        'and "c", "d" (from 95 %)'
    ]
    assert broken[0].spot is not None
    assert broken[0].spot.rect == Rect(50, top(26), 400, 12)
    assert not messages(page_cut.CHECK, cut(25, right=30))


def test_a_block_over_a_tenth_of_the_width_keeps_the_page_together() -> None:
    bar = block("bar", "picture", rect(50, 20, 30, 30))  # 7.5 % of 400 pt
    assert not messages(page_cut.CHECK, cut(25, extra=(bar,)))
    thin = block("bar", "picture", rect(50, 20, 19, 30))  # 4.75 %
    assert messages(page_cut.CHECK, cut(25, extra=(thin,)))


def test_a_rule_across_the_page_is_no_part_of_it() -> None:
    rule = block("line", "rule", rect(50, 26, 400, 26))
    assert messages(page_cut.CHECK, cut(25, extra=(rule,)))


@pytest.mark.parametrize("kind", ["header", "text", "credits"])
def test_the_edges_of_header_banner_and_main_headline_are_exempt(kind: str) -> None:
    blocks = [
        block("top", kind, rect(50, 1, 400, 4)),
        story_block("a", rect(50, 6, 190, 50)),
        story_block("b", rect(260, 6, 190, 50)),
    ]
    assert not messages(page_cut.CHECK, subject([], blocks=blocks))
    narrow = [block("top", kind, rect(50, 20, 190, 24)), story_block("z", rect(50, 1, 190, 18))]
    rest = [story_block("y", rect(260, 1, 190, 24)), *blocks[1:]]
    moved = [story_block("a", rect(50, 26, 190, 50)), story_block("b", rect(260, 26, 190, 50))]
    assert messages(page_cut.CHECK, subject([], blocks=[*narrow, rest[0], *moved]))


def test_one_story_along_the_foot_is_exempt_and_two_are_not() -> None:
    upper = [story_block("a", rect(50, 1, 190, 30)), story_block("b", rect(260, 1, 190, 30))]
    foot = story_block("c", rect(50, 32, 400, 50))
    assert not messages(page_cut.CHECK, subject([], blocks=[*upper, foot]))
    two = [story_block("c", rect(50, 32, 190, 50)), story_block("d", rect(260, 32, 190, 50))]
    assert messages(page_cut.CHECK, subject([], blocks=[*upper, *two]))


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
    assert broken[0].message == (
        'one gutter runs down 100 % of the type height (at most 60 %), past 2 articles: "a", "b"'
    )
    assert broken[0].spot is not None
    assert (broken[0].spot.rect.x, broken[0].spot.rect.width) == (240, 20)


def test_sixty_per_cent_are_the_edge() -> None:
    assert not messages(gutter_run.CHECK, gutter(30))  # 30 of 50 lines, less the leading of one
    assert messages(gutter_run.CHECK, gutter(32))
    assert not messages(gutter_run.CHECK, gutter(32, checks="{GUTTER-RUN: {height: 70}}"))


def test_what_crosses_a_gutter_ends_it() -> None:
    assert not messages(gutter_run.CHECK, gutter(50, crossed=25))
    assert messages(gutter_run.CHECK, gutter(50, crossed=8))


def test_a_rule_that_runs_down_in_the_gutter_does_not_cross_it() -> None:
    made = gutter(50)
    rule = Box(rect=Rect(249.9, 60, 0.3, 600), fill=BLACK, node="b", role="rule")
    stroke = Stroke(x1=250, y1=60, x2=250, y2=660, width=0.3, color=BLACK, node="b")
    for mark in (rule, stroke):
        page = subject([*made.page.items, mark], frames=made.page.frames, blocks=made.page.blocks)
        assert messages(gutter_run.CHECK, page)


def test_one_article_may_have_its_gutter() -> None:
    assert not messages(gutter_run.CHECK, gutter(50, checks="{GUTTER-RUN: {articles: 3}}"))


class Square:
    """A face whose glyphs fill the em from the baseline to its top."""

    upem = 1000

    def __init__(self, left: int = 0, right: int = 1000) -> None:
        self._sides = left, right

    def ink(self, gid: int) -> tuple[int, int, int, int]:
        return self._sides[0], 0, self._sides[1], 880


def inked(x: float, y: float, face: Square | None = None) -> Subject:
    return subject(
        [run("字", x, y, "a")],
        blocks=[story_block("a", AREA)],
        face=lambda key: face or Square(),
    )


def test_ink_may_reach_out_by_the_threshold() -> None:
    edge = AREA.right - 10 + mm(0.3)
    assert not messages(out.CHECK, inked(edge, 200))
    assert messages(out.CHECK, inked(edge + 0.01, 200)) == [
        "“字” reaches 0.30 mm out of the type area (at most 0.3 mm)"
    ]


@pytest.mark.parametrize(("x", "y"), [(40, 200), (441, 200), (200, 66), (200, 662)])
def test_every_side_is_watched(x: float, y: float) -> None:
    assert messages(out.CHECK, inked(x, y))
    assert not messages(out.CHECK, inked(200, 200))


def test_blanks_of_a_glyph_are_no_ink() -> None:
    assert messages(out.CHECK, inked(AREA.right - 5, 200))
    assert not messages(out.CHECK, inked(AREA.right - 5, 200, Square(0, 500)))


def test_what_leaves_the_page_is_an_error_and_a_declared_bleed_nothing() -> None:
    picture = Picture(rect=Rect(50, 60, 452, 100), source="p.jpg", node="a")
    broken = found(out.CHECK, subject([picture]))
    assert [f.severity for f in broken] == ["error"]
    bleeding = Picture(rect=Rect(50, 60, 458, 100), source="p.jpg", node="a")
    assert not messages(out.CHECK, subject([bleeding]))


def test_without_faces_ink_is_not_checked() -> None:
    with pytest.raises(NotCheckedError):
        found(out.CHECK, subject([run("字", 449, 200, "a")]))


def test_five_families_are_too_many() -> None:
    names = ["Song-Regular", "Song-Bold", "Hei-Bold", "Kai-Regular", "Li-Regular", "Wei-Regular"]
    runs = [run("字", 60, 100 + 20 * k, "a", face=f"{n}@{k}") for k, n in enumerate(names)]
    assert messages(faces.CHECK, subject(runs)) == [
        "5 families of type (at most 4): Song, Hei, Kai, Li, Wei"
    ]
    assert not messages(faces.CHECK, subject(runs[:5]))
    assert not messages(faces.CHECK, subject(runs, checks="{FACES: {most: 5}}"))


def captioned(gap: float, words: str = "图说") -> Subject:
    picture = Picture(rect=Rect(60, 100, 100, 80), source="p.jpg", node="p")
    line = run(words, 60, 180 + gap + 8.8, "p#caption")
    return subject([picture, line], blocks=[block("p", "picture", Rect(60, 100, 100, 120))])


def test_a_caption_stands_within_two_lines_of_its_picture() -> None:
    assert not messages(caption.CHECK, captioned(24.0))
    assert messages(caption.CHECK, captioned(24.1)) == [
        "“图说” stands 2.0 lines from its picture (at most 2)"
    ]


def test_a_caption_is_no_wider_than_its_picture() -> None:
    assert not messages(caption.CHECK, captioned(4, "十个字的图说刚好宽了"))
    assert messages(caption.CHECK, captioned(4, "十一个字的图说就太宽了"))


def test_a_caption_without_a_picture_is_not_checked() -> None:
    with pytest.raises(NotCheckedError):
        found(caption.CHECK, subject([run("图说", 60, 100, "p#caption")]))


def test_the_distance_of_two_rectangles() -> None:
    a = Rect(0, 0, 10, 10)
    assert [caption.distance(a, b) for b in (a, Rect(15, 0, 5, 5), Rect(0, -8, 5, 5))] == [0, 5, 3]
