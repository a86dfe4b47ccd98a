"""Boxes on the page: whole lines of the grid, edges at heads and feet, open where parted."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.color import BLACK, Color
from layout.diagnostics import Place
from layout.display.items import Box
from layout.flow.article.story import Around, lay_out, make_story
from layout.flow.columns.slots import Obstacle
from layout.flow.placed import PlacedLine
from tests.flow.conftest import ASCENT, GRID, PITCH, SIZE, block, box, boxed, words
from tests.told import assert_told

TINT = Color(k=10.0)
NONE = ("none", "none", "none", "none")
THIN = 0.51


def laid(setter, text, look=None, *, columns=2, rows=12, obstacles=(), carry=None, **more):
    """What is made of a story in columns of twenty characters, its lines by column as numbers of
    the grid, and what is drawn of its boxes."""
    asked = boxed(text, look, columns=columns, **more)
    place = block(asked, last=rows, width=210.0 * columns - 10)
    around = Around(accent=BLACK, obstacles=tuple(obstacles), carry=carry)
    made = make_story(setter, place, asked, GRID, around)
    lines = [i for i in made.items if isinstance(i, PlacedLine) and i.body]
    rows_of = [[row(i.baseline) for i in lines if i.column == k + 1] for k in range(columns)]
    drawn = [i for i in made.items if isinstance(i, Box) and i.node.endswith("#box")]
    return made, rows_of, drawn


def row(baseline):
    return round((baseline - GRID.baseline_of(1)) / PITCH) + 1


def head_of(line):
    return GRID.baseline_of(line) - ASCENT * SIZE


def foot_of(line):
    return GRID.baseline_of(line) + (1 - ASCENT) * SIZE


LINE, BOXED = "中" * 20, "文" * 18  # a line of the story, and of a box in it


def text(before, inside, after=0):
    """Lines of a story before a box, in it, and after it, each a paragraph of its own."""
    parts = [*[LINE] * before, ":::框", *[BOXED] * inside, ":::", *[LINE] * after]
    return "\n\n".join(parts)


def test_its_edges_take_a_line_above_and_below(setter):
    made, rows, _ = laid(setter, text(2, 3, 2), columns=1)
    assert rows == [[1, 2, 4, 5, 6, 8, 9]]
    assert made.fits[0].room == 10
    assert made.frames[0].room == 10
    inside = [i for i in made.items if isinstance(i, PlacedLine) and i.x > 25]
    assert {(i.x, i.measure) for i in inside} == {(30, 180)}


def test_the_frame_stands_in_the_white_nearer_to_the_text_outside(setter):
    _, _, drawn = laid(setter, text(2, 3, 2), columns=1)
    top, bottom, left, right = (b.rect for b in drawn)
    assert foot_of(2) < top.y < (foot_of(2) + head_of(4)) / 2
    assert (foot_of(6) + head_of(8)) / 2 < bottom.bottom < head_of(8)
    assert head_of(4) - top.y == pytest.approx(bottom.bottom - foot_of(6), abs=THIN)
    assert (left.x, right.right) == (pytest.approx(20), pytest.approx(220))


def test_at_a_columns_head_and_foot_it_is_level_with_the_lines_beside_it(setter):
    _, rows, drawn = laid(setter, text(12, 10))
    assert rows[1] == list(range(2, 12))
    top, bottom, *_ = (b.rect for b in drawn)
    assert top.y == pytest.approx(head_of(1))
    assert bottom.bottom == pytest.approx(foot_of(12))


def test_a_rule_alone_takes_no_line_at_the_edge_without_one(setter):
    """The editor's note: nothing above it, in a column or at its head, where text needs white."""
    look = box(("none", "none", "thin", "none"), side=0.0)
    _, rows, (rule,) = laid(setter, text(0, 2, 2).replace(BOXED, LINE), look, columns=1)
    assert rows == [[1, 2, 4, 5]]
    assert rule.rect.width == 200
    assert foot_of(2) + 2 < rule.rect.y < rule.rect.bottom < head_of(4) - 2
    _, rows, _ = laid(setter, text(2, 2, 2).replace(BOXED, LINE), look, columns=1)
    assert rows == [[1, 2, 4, 5, 7, 8]]


def test_two_boxes_stand_apart_and_are_two(setter):
    _, rows, drawn = laid(setter, text(0, 2) + "\n\n" + text(0, 2), columns=1)
    assert rows == [[2, 3, 6, 7]]
    assert len(drawn) == 8
    one, other = sorted({round(b.rect.y, 1) for b in drawn if b.rect.width > 20})[1:3]
    assert other - one > 3


def test_a_ground_lies_behind_its_lines(setter):
    made, _, (ground,) = laid(setter, text(1, 2, 1), box(NONE, TINT), columns=1)
    assert (ground.role, ground.fill) == ("tint", TINT)
    assert (ground.rect.x, ground.rect.width) == (20, 200)
    items = list(made.items)
    assert items.index(ground) < min(
        k for k, i in enumerate(items) if isinstance(i, PlacedLine) and i.x > 25
    )


def test_a_heading_in_it_is_centred_and_stays_with_its_text(setter):
    lines = [*[LINE] * 9, ":::框", "### 题目", BOXED * 9, ":::"]
    made, rows, _ = laid(setter, "\n\n".join(lines), box(whole=0))
    heading = next(i for i in made.items if isinstance(i, PlacedLine) and i.node.endswith("#p10"))
    assert rows[0] == list(range(1, 10))  # with fewer than two lines under it, it goes over
    assert heading.x - 240 == pytest.approx((180 - 20) / 2)


def test_a_short_one_goes_to_the_next_column_whole(setter):
    made, rows, drawn = laid(setter, text(8, 3, 1))
    assert rows == [list(range(1, 9)), [2, 3, 4, 6]]
    assert len(drawn) == 4
    assert made.fits[0].room == 24 - 2
    assert not [d for d in made.diagnostics if d.code == "BOX"]
    _, rows, _ = laid(setter, text(7, 3, 1))
    assert rows == [[*range(1, 8), 9, 10, 11], [1]]


def test_a_deep_one_is_parted_with_its_frame_open(setter):
    made, rows, drawn = laid(setter, text(6, 11), rows=13)
    assert rows == [[*range(1, 7), *range(8, 14)], [1, 2, 3, 4, 5]]
    assert not [d for d in made.diagnostics if d.code == "BOX"]  # a column would hold all 13
    first = [b.rect for b in drawn if b.rect.x < 220]
    second = [b.rect for b in drawn if b.rect.x > 220]
    assert [r.width > 20 for r in first] == [True, False, False]  # top, right, left
    assert [r.width > 20 for r in second] == [True, False, False]  # bottom, right, left
    assert max(r.bottom for r in first) == pytest.approx(foot_of(13))
    assert min(r.y for r in second) == pytest.approx(head_of(1))


def test_one_deeper_than_any_column_is_told(setter):
    made, _, _ = laid(setter, text(0, 14), rows=8)
    (found,) = [d for d in made.diagnostics if d.code == "BOX"]
    assert_told(found, "BOX.deep", {"name": "框", "lines": 16, "room": 8})
    assert isinstance(found.where, Place)
    assert (found.where.line, found.severity) == (1, "warning")


def test_sides_that_leave_no_room_are_told(setter):
    made, _, _ = laid(setter, text(1, 2), box(side=8.5 * SIZE), columns=1, rows=60)
    (found,) = [d for d in made.diagnostics if d.code == "BOX"]
    values = {"name": "框", "side_zi": 8.5, "measure_zi": 20, "least_zi": 4}
    assert_told(found, "BOX.narrow", values)
    made, _, _ = laid(setter, text(1, 2), box(side=8 * SIZE), columns=1, rows=60)
    assert not [d for d in made.diagnostics if d.code == "BOX"]


def test_one_that_is_parted_so_that_nothing_is_left_over_is_told(setter):
    made, rows, _ = laid(setter, text(4, 4, 4), rows=7)
    assert not [d for d in made.diagnostics if d.code == "OVERSET"]
    assert sum(map(len, rows)) == 12
    (found,) = [d for d in made.diagnostics if d.code == "BOX"]
    assert_told(found, "BOX.parted", {"name": "框", "lines": 6})


def test_lines_of_its_edges_are_neither_text_nor_empty(setter):
    for rows, said in ((12, set()), (13, set()), (14, {"UNDERSET"}), (11, {"OVERSET"})):
        made, _, _ = laid(setter, text(4, 4, 2), columns=1, rows=rows)
        assert {d.code for d in made.diagnostics} == said, rows
    made, _, _ = laid(setter, text(4, 4), columns=1, rows=9)
    assert made.fits[0].over_lines == 1  # the last line, for its edge has no room


@pytest.mark.parametrize("level", [False, True])
def test_the_by_line_stands_before_the_boxes_at_the_end(setter, level):
    made, rows, _ = laid(setter, text(3, 3), byline=words("记者"), level=level, columns=1)
    line = next(i for i in made.items if isinstance(i, PlacedLine) and i.node.endswith("#byline"))
    assert row(line.baseline) == 4
    assert rows == [[1, 2, 3, 6, 7, 8]]
    assert not [d for d in made.diagnostics if d.severity == "error"]


def test_the_mark_at_the_end_stands_behind_the_text_not_the_box(setter):
    made, _, _ = laid(setter, text(2, 3).replace(LINE, "中" * 8), end=words("■"), columns=1)
    mark = next(i for i in made.items if isinstance(i, PlacedLine) and i.node.endswith("#end"))
    assert row(mark.baseline) == 2


# Beside something, where each line has its own measure.


def corner(lines, width=70.0, first=1):
    """What stands at the left of the first column from a line on, so many lines high."""
    top, foot, right = GRID.top_of(first), GRID.top_of(lines + first), 20 + width
    return Obstacle(points=((20, top), (right, top), (right, foot), (20, foot)), standoff=0.0)


def test_beside_a_picture_all_its_lines_have_one_measure(setter):
    """Three lines high, the picture reaches the box's first line alone."""
    made, rows, drawn = laid(setter, text(2, 3, 2), columns=1, obstacles=[corner(4)])
    inside = [
        i
        for i in made.items
        if isinstance(i, PlacedLine) and i.node in ("one.md#p3", "one.md#p4", "one.md#p5")
    ]
    assert len({(i.x, i.measure) for i in inside}) == 1
    assert len(rows[0]) == len(set(rows[0]))
    sides = {round(b.rect.x) for b in drawn if b.rect.width < 1}
    assert min(sides) >= 90 or min(row(i.baseline) for i in inside) > 5


def test_one_is_kept_whole_beside_a_picture(setter):
    made, _, drawn = laid(setter, text(8, 3, 1), obstacles=[corner(2)], rows=14)
    assert len(drawn) == 4
    at = [
        (i.column, row(i.baseline))
        for i in made.items
        if isinstance(i, PlacedLine) and i.measure == 180
    ]
    assert len({column for column, _ in at}) == 1
    assert not [d for d in made.diagnostics if d.code in ("BOX", "OVERSET")]


@pytest.mark.parametrize("before", range(9))
def test_the_by_line_before_a_box_has_a_line_beside_a_picture_too(setter, before):
    made, _, _ = laid(
        setter, text(before + 1, 3), byline=words("记者"), obstacles=[corner(3)], rows=14
    )
    (line,) = [i for i in made.items if isinstance(i, PlacedLine) and i.node.endswith("#byline")]
    body = [i for i in made.items if isinstance(i, PlacedLine) and i.body]
    last = next(i for i in reversed(body) if i.measure != 180)
    assert row(line.baseline) == row(last.baseline) + 1 or row(line.baseline) == 1
    assert not [d for d in made.diagnostics if d.severity == "error"]


def test_a_picture_across_a_column_ends_a_box_as_a_columns_foot_does(setter):
    """Above it three lines are free, which do not hold the box; below it, it stands whole."""
    across = corner(3, 200.0, 4)
    made, rows, drawn = laid(setter, text(1, 3), columns=1, rows=14, obstacles=[across])
    assert rows == [[1, 8, 9, 10]]
    assert min(b.rect.y for b in drawn) == pytest.approx(GRID.top_of(7), abs=PITCH / 2)
    made, rows, drawn = laid(setter, text(0, 14), columns=1, rows=22, obstacles=[across])
    assert rows == [[2, 3, *range(7, 19)]]
    assert not [d for d in made.diagnostics if d.severity == "error"]
    assert len([b for b in drawn if b.rect.width > 20]) == 2  # the top one and the foot's
    assert len([b for b in drawn if b.rect.width < 1]) == 4  # sides above it and below


# Whatever the text and the columns are.

pieces = st.lists(
    st.tuples(st.booleans(), st.integers(1, 14), st.booleans()), min_size=1, max_size=6
)
looks = st.sampled_from(
    [box(), box(NONE, TINT), box(("none", "none", "thin", "none"), side=0.0), box(whole=0)]
)


def written(parts):
    out = []
    for inside, lines, heading in parts:
        body = "中" * (20 * lines - 7)
        if not inside:
            out.append(body)
        else:
            out += [":::框", *(["### 题"] if heading else []), body, ":::"]
    return "\n\n".join(out)


@settings(max_examples=150)
@given(
    pieces,
    looks,
    st.tuples(
        st.integers(1, 3),
        st.integers(6, 24),
        st.booleans(),
        st.booleans(),
        st.integers(0, 5),
        st.sampled_from([70.0, 200.0]),
        st.integers(1, 6),
    ),
)
def test_nothing_is_lost_and_nothing_stands_on_another(setter_once, parts, look, terms):
    columns, rows, level, signed, picture, width, first = terms
    more = {"byline": words("记者")} if signed else {}
    obstacles = [corner(picture, width, first)] if picture else []
    made, rows_of, drawn = laid(
        setter_once, written(parts), look, columns=columns, rows=rows, obstacles=obstacles,
        level=level, widows=False, **more,
    )  # fmt: skip
    lines = [i for i in made.items if isinstance(i, PlacedLine)]
    # Each line on the grid, one on each line of it at a place.
    stood = Counter((i.column, row(i.baseline), round(i.x)) for i in lines if i.body)
    assert set(stood.values()) <= {1}
    assert all(1 <= r <= rows for column in rows_of for r in column)
    # All text, in its order.
    fit = made.fits[0]
    assert sum(map(len, rows_of)) == fit.lines
    at = [(i.column, i.baseline) for i in lines if i.body]
    assert at == sorted(at)
    # No type of another part stands in a frame, and all of its own does.
    for frame in drawn:
        r = frame.rect
        for line in lines:
            top, foot = line.baseline - ASCENT * SIZE, line.baseline + (1 - ASCENT) * SIZE
            right = line.x + (line.line.indent + line.line.width) * SIZE / 1000
            across = line.x < r.right - 1 and right > r.x + 1
            if not across:
                continue
            own = look.side and line.measure < 200 and line.x > r.x + 5
            covers = r.y < foot - 0.01 and r.bottom > top + 0.01
            if frame.role == "tint" and covers:
                assert own
            if frame.role == "rule" and r.width > r.height:
                assert not covers, "a rule through type"
    # No picture lies under a frame.
    if picture:
        top, foot = GRID.top_of(first), GRID.top_of(first + picture)
        for frame in drawn:
            r = frame.rect
            beside = r.x > 20 + width - 1
            assert beside or r.bottom < top + 1 or r.y > foot - 1
    # What is over is told, and what is empty is what is neither text nor kept free.
    over = any(d.said.key == "OVERSET.story" for d in made.diagnostics)
    assert over == bool(fit.over_lines)


@settings(max_examples=100)
@given(pieces, looks, st.integers(1, 3), st.booleans())
def test_a_stack_gives_it_as_many_lines_as_it_takes(setter_once, parts, look, columns, level):
    """The least depth that a story is said to need holds it, and one line less does not."""
    from layout.flow.article.story import fits_in

    asked = boxed(written(parts), look, columns=columns, level=level)

    def holds(rows):
        place = block(asked, last=rows, width=210.0 * columns - 10)
        return fits_in(lay_out(setter_once, place, asked, GRID, Around(accent=BLACK), level=level))

    held = [holds(rows) for rows in range(1, 49)]
    if any(held):
        first = held.index(True)
        assert all(held[first:])
