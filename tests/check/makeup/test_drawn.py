"""What is drawn on a page: lines out of runs, and the em boxes of type that runs to the right and
down."""

import pytest

from layout.check.makeup import drawn
from layout.check.makeup.checks import title_abut
from layout.check.makeup.drawn import drawn_lines, em_box, extent, titles
from layout.color import BLACK
from layout.display.items import Box, Frame, GlyphRun, Path, Picture, Stroke
from layout.geometry import Rect
from layout.record import replace
from tests.check.pages import AREA, block, facts, found, rect, run, story_block, subject


def down(
    text: str,
    x: float,
    y: float,
    node: str,
    *,
    size: float = 10.0,
    turned: bool = False,
    **more: object,
) -> GlyphRun:
    """Upright characters down a column whose middle is `x`, from the head of the first em at `y`;
    or, `turned`, letters on their side, each half an em."""
    step = size / 2 if turned else size
    origin = 0.0 if turned else 0.88 * size
    return GlyphRun(
        face="Toy-Regular@1", size=size, x=x, y=y + origin, glyphs=tuple(range(len(text))),
        xs=tuple([k * step for k in range(len(text))]),
        ys=tuple([-size / 4 if turned else -size / 2] * len(text)),
        clusters=tuple(range(len(text))), text=text, node=node, vertical=True, turned=turned,
        width=len(text) * step - origin, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def same(box: Rect, x: float, y: float, width: float, height: float) -> bool:
    return (box.x, box.y, box.width, box.height) == pytest.approx((x, y, width, height))


def test_the_em_boxes_of_a_line_stand_on_its_baseline() -> None:
    """0.88 em above it, 0.12 em below (OpenType BASE, `ideo`)."""
    assert same(em_box(run("三个字", 100, 200, "a#p1", size=20)), 100, 200 - 17.6, 60, 20)


def test_the_em_boxes_of_a_column_stand_about_its_middle() -> None:
    """An em to each character, half of its breadth on each side; flat type (平体) is broader and no
    longer. Type that lies on its side begins where it is told to: it has no em above its pen."""
    assert same(em_box(down("三个字", 100, 200, "a#p1", size=20)), 90, 200, 20, 60)
    flat = replace(down("三个字", 100, 200, "a#p1", size=20), h_scale=1.5)
    assert same(em_box(flat), 85, 200, 30, 60)
    side = down("Word", 100, 200, "a#p1", size=20, turned=True)
    assert same(em_box(side), 90, 200, 20, 40)
    nothing = replace(down("", 100, 200, "a#p1", size=20), width=-30.0)
    assert em_box(nothing).height == 0.0


def test_what_an_item_covers() -> None:
    """A stroke is as wide as its line, half on each side, whichever way it is drawn."""
    area = Rect(10, 20, 30, 40)
    assert extent(Box(rect=area, fill=BLACK)) == area
    assert extent(Picture(rect=area, source="a.png")) == area
    for ends in ((10, 60, 40, 20), (40, 20, 10, 60)):
        x1, y1, x2, y2 = ends
        stroke = Stroke(x1=x1, y1=y1, x2=x2, y2=y2, width=2, color=BLACK)
        assert extent(stroke) == Rect(9, 19, 32, 42)
    column = down("字", 100, 200, "a#p1")
    assert extent(column) == em_box(column)
    steps = (("M", (10.0, 20.0)), ("L", (40.0, 60.0)))
    path = Path(steps=steps, color=BLACK, filled=True, width=0.0)
    assert extent(path) == Rect(10, 20, 30, 40)
    assert extent(replace(path, width=2.0)) == Rect(9, 19, 32, 42)


def lines_of(*items: GlyphRun) -> list[str]:
    return [line.text for line in drawn_lines(subject(items).page)]


def test_runs_of_one_set_line_are_one_and_those_of_two_are_two() -> None:
    one, two = facts(), facts()
    parts = [run("前", 50, 100, "a#p1", line=one), run("后", 60, 100, "a#p1", line=one)]
    assert lines_of(*parts, run("又", 70, 100, "a#p1", line=two)) == ["前后", "又"]
    assert lines_of(*parts, run("又", 70, 100, "a#p1")) == ["前后", "又"]


def test_display_type_of_one_node_on_one_line_is_one() -> None:
    """A column's runs have one middle, a line's one baseline."""
    title = [run("主", 50, 100, "a#title"), run("题", 90, 100, "a#title")]
    assert lines_of(*title) == ["主题"]
    assert lines_of(title[0], run("题", 90, 101, "a#title")) == ["主", "题"]
    assert lines_of(title[0], run("题", 90, 100, "a#kicker")) == ["主", "题"]
    column = [down("竖", 50, 100, "a#title"), down("A", 50, 110, "a#title", turned=True)]
    assert lines_of(*column, down("排", 50, 115, "a#title")) == ["竖A排"]
    assert lines_of(column[0], down("排", 51, 110, "a#title")) == ["竖", "排"]
    level = down("排", 50, 100, "a#title")
    assert lines_of(replace(run("主", 40, 100, "a#title"), y=level.y), level) == ["主", "排"]


def test_a_line_says_where_it_stands() -> None:
    (across,) = drawn_lines(
        subject(
            [run("小", 50, 100, "a#title", size=9), run("大", 59, 100, "a#title", size=18)]
        ).page
    )
    assert (across.baseline, across.size, across.vertical) == (100, 18, False)
    assert (across.owner, across.part, across.frame) == ("a", "title", -1)
    assert same(across.rect, 50, 100 - 0.88 * 18, 27, 18)
    parts = [down("竖排", 50, 100, "a#title"), down("AB", 50, 120, "a#title", turned=True)]
    (column,) = drawn_lines(subject(parts).page)
    assert (column.baseline, column.vertical) == (50, True)
    assert same(column.rect, 45, 100, 10, 30)


@pytest.mark.parametrize(
    ("x", "y", "inside"),
    [
        (100, 150, True),
        (95, 150, True),  # a mark at the edge may stand out by half an em
        (94.8, 150, False),
        (290, 150, True),
        (290.5, 150, False),
        (100, 99, False),
        (100, 305, True),
        (100, 305.5, False),
    ],
)
def test_a_line_stands_in_the_frame_where_it_begins(x: float, y: float, inside: bool) -> None:
    frame = Frame(node="a", rect=Rect(100, 100, 190, 200), order=1, lines=1, room=9, block="a")
    other = replace(frame, node="b", rect=AREA)
    text = run("字", x, y, "a#p1", line=facts())
    (line,) = drawn_lines(subject([text], frames=[other, frame]).page)
    assert line.frame == (1 if inside else -1)


def test_the_headline_of_an_article_is_its_title_and_all_about_it() -> None:
    items = [
        run("引题", 50, 90, "a#kicker"),
        run("主题一", 50, 120, "a#title", size=20),
        run("主题二", 50, 145, "a#title", size=20),
        run("副题", 50, 160, "a#subtitle"),
        run("横幅", 50, 60, "banner#title", size=20),
    ]
    page = subject(items, blocks=[story_block("a", AREA), block("banner", "text", AREA)]).page
    (title,) = titles(page, drawn_lines(page))
    assert (title.owner, title.block, title.text, title.vertical) == (
        "a",
        "a",
        "主题一主题二",
        False,
    )
    assert [round(r.y, 3) for r in title.lines] == [102.4, 127.4]
    assert same(title.whole, 50, 81.2, 60, 160 + 1.2 - 81.2)


def test_a_headline_may_be_all_kicker_and_may_run_down() -> None:
    items = [down("竖着的题", 300, 100, "a#kicker", size=20)]
    page = subject(items, blocks=[story_block("a", AREA)]).page
    (title,) = titles(page, drawn_lines(page))
    assert (title.text, title.vertical) == ("竖着的题", True)
    assert same(title.whole, 290, 100, 20, 80)


def test_a_story_in_two_blocks_has_its_headline_in_one() -> None:
    blocks = [
        replace(story_block("a", rect(50, 1, 190, 20)), id="first"),
        replace(story_block("a", rect(260, 1, 190, 20)), id="second"),
    ]
    page = subject([], blocks=blocks).page
    assert drawn.block_at(page, "a", rect(260, 3, 100, 4)) == "second"
    assert drawn.block_at(page, "a", rect(50, 3, 100, 4)) == "first"
    assert drawn.block_at(page, "a", rect(50, 40, 100, 41)) == "first"  # in none: the first
    assert drawn.block_at(page, "b", rect(50, 3, 100, 4)) == ""


def test_headlines_that_run_down_abut_by_the_breadth_and_length_of_their_columns() -> None:
    """From the middle of one column to that of the next: a breadth of 24 pt and the white; beside
    each other for as long as both are, 4 characters, from the heads of their first."""

    def told(*, gap: float, lower: float = 0.0) -> int:
        items = [
            down("竖排的题", 200, 200, "a#title", size=24),
            down("另一个题", 224 + gap, 200 + lower, "b#title", size=24),
        ]
        blocks = [story_block("a", rect(50, 1, 190, 50)), story_block("b", rect(200, 1, 240, 50))]
        return len(found(title_abut.CHECK, subject(items, blocks=blocks)))

    assert (told(gap=20.0), told(gap=20.2)) == (1, 0)  # two characters of 10 pt
    assert (told(gap=9.0, lower=48.0), told(gap=9.0, lower=48.5)) == (1, 0)  # half of 96 pt
    assert (told(gap=9.0, lower=-48.0), told(gap=9.0, lower=-48.5)) == (1, 0)
