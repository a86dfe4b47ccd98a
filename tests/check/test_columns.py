"""Columns of text: each broken page and its mended twin."""

import pytest

from layout.check.makeup.checks import colbal, grid, jump, overset, underset, widow
from layout.check.makeup.copyfit import about, fit_rows
from layout.check.makeup.subject import Subject
from layout.record import replace
from tests.check.pages import (
    Row,
    column,
    facts,
    filler,
    fit,
    found,
    frame,
    messages,
    rect,
    run,
    story,
    story_block,
    subject,
    top,
)


def two(
    left: list[Row], right: list[Row], *, depth: int = 10, down: float = 0.0, **more: object
) -> Subject:
    """One story in two columns."""
    frames = [
        frame("s", 50, 1, depth, used=len(left)),
        frame("s", 260, 1, depth, order=2, used=len(right)),
    ]
    return subject(
        [*column(left, 50, 1, "s"), *column(right, 260, 1, "s", down=down)],
        frames=frames,
        blocks=[story_block("s", rect(50, 1, 400, depth))],
        **more,  # type: ignore[arg-type]
    )


A, B = "一段的文字", "二段的文字"


def test_the_last_line_of_a_paragraph_is_not_alone_at_a_head() -> None:
    broken = two([(A, 1, False), (A, 1, False)], [(A, 1, True), (B, 2, True)])
    assert messages(widow.CHECK, broken) == [
        "a paragraph ends with 1 line at the head of a column (at least 2): “一段的文字”"
    ]
    mended = two([(A, 1, False), (A, 1, False)], [(A, 1, False), (A, 1, True)])
    assert not messages(widow.CHECK, mended)
    strict = replace(mended, rules=two([], [], checks="{WIDOW: {head: 3}}").rules)
    assert messages(widow.CHECK, strict)


def test_the_first_line_of_a_paragraph_is_not_alone_at_a_foot() -> None:
    broken = two([(A, 1, True), (B, 2, False)], [(B, 2, False), (B, 2, True)])
    assert messages(widow.CHECK, broken) == [
        "a paragraph begins with 1 line at the foot of a column (at least 2): “二段的文字”"
    ]
    mended = two([(A, 1, True), (B, 2, False), (B, 2, False)], [(B, 2, False), (B, 2, True)])
    assert not messages(widow.CHECK, mended)


def test_a_paragraph_that_fills_a_whole_column_begins_elsewhere() -> None:
    text = A * 6
    facts = story(text)
    frames = [frame("s", x, 1, 2, order=k) for k, x in enumerate((50, 260, 470), 1)]
    items = [
        *column([(A, 1, False), (A, 1, False)], 50, 1, "s"),
        *column([(A, 1, False)], 260, 1, "s"),
        *column([(A, 1, False), (A, 1, False), (A, 1, True)], 470, 1, "s"),
    ]
    made = subject(items, frames=frames, stories=(facts,))
    assert not messages(widow.CHECK, made)


def test_a_paragraph_that_ends_with_its_column_is_whole() -> None:
    assert not messages(widow.CHECK, two([(A, 1, False), (A, 1, True)], [(B, 2, True)]))


def test_text_over_is_an_error_in_lines_and_characters() -> None:
    broken = subject(
        column(filler(4), 50, 1, "s"),
        frames=[frame("s", 50, 1, 4)],
        blocks=[story_block("s", rect(50, 1, 190, 4))],
        fits=[fit("s", 4, 4, columns=2, over=3)],
    )
    got = found(overset.CHECK, broken)
    assert [f.message for f in got] == [
        "s: 33 characters (3 lines) over (溢文); 7 lines of text, room for 4"
    ]
    assert got[0].hint == "make the block 2 lines deeper, or cut the text"
    assert [r.words for r in fit_rows(broken)] == ["溢 3行 33字"]
    mended = replace(broken, page=replace(broken.page, fits=(fit("s", 4, 4),)))
    assert not messages(overset.CHECK, mended)


def test_text_that_jumps_is_not_over() -> None:
    over = replace(fit("s", 4, 4, over=3), jumps="B2")
    made = subject(column(filler(4), 50, 1, "s"), frames=[frame("s", 50, 1, 4)], fits=[over])
    assert not messages(overset.CHECK, made)
    assert [r.words for r in fit_rows(made)] == ["转B2版"]


def test_characters_that_are_not_drawn_are_told_whatever_is_said_of_the_fit() -> None:
    facts = story("甲乙丙丁戊己庚辛。\n\n壬癸。\n")
    rows = [("甲乙丙", 1, False), ("己庚辛。", 1, True), ("壬癸。", 2, True)]
    broken = subject(column(rows, 50, 1, "s"), fits=[fit("s", 3, 3)], stories=(facts,))
    assert messages(overset.CHECK, broken) == [
        "s: 2 characters of paragraph 1 are not on the page, and no line is told to be over"
    ]
    rows[1] = ("丁戊己庚辛。", 1, True)
    assert not messages(
        overset.CHECK, replace(broken, lines=subject(column(rows, 50, 1, "s")).lines)
    )


@pytest.mark.parametrize(
    ("text", "drawn", "lost"),
    [
        ("甲乙 丙", "甲乙丙", 0),
        ("hyphenate", "hyphen-ate", 0),
        ("甲乙丙", "甲丙", 1),
        ("甲", "", 1),
    ],
)
def test_what_is_missing_of_a_text(text: str, drawn: str, lost: int) -> None:
    assert overset.missing(text, drawn) == lost


def underfull(empty: int, *, columns: int = 2, checks: str = "", byline: bool = False) -> Subject:
    lines = filler(20 - empty)
    left, right = lines[:10], lines[10:]
    items = [*column(left, 50, 1, "s"), *column(right, 260, 1, "s")]
    if byline:
        items.append(run("作者", 400, top(len(right) + 1) + 8.8, "s#byline"))
    return subject(
        items,
        frames=[frame("s", 50, 1, 10), frame("s", 260, 1, 10, order=2, used=len(right))],
        blocks=[story_block("s", rect(50, 1, 400, 10))],
        fits=[fit("s", 20 - empty, 20, columns=columns)],
        checks=checks,
    )


def test_a_line_a_column_may_stay_empty() -> None:
    assert not messages(underset.CHECK, underfull(2))
    assert messages(underset.CHECK, underfull(3)) == [
        "s: 3 lines, about 55 characters, left empty (欠文) in 2 columns (at most 2)"
    ]
    assert not messages(underset.CHECK, underfull(3, checks="{UNDERSET: {lines: 1.5}}"))


def test_a_byline_takes_a_line() -> None:
    assert not messages(underset.CHECK, underfull(3, byline=True))
    assert [r.words for r in fit_rows(underfull(3, byline=True))] == ["欠 2行 约40字"]


def test_copyfit_says_what_an_editor_says() -> None:
    assert [r.words for r in fit_rows(underfull(0))] == ["正好"]
    assert [r.words for r in fit_rows(underfull(5))] == ["欠 5行 约95字"]
    assert [about(n) for n in (0, 1, 7.6, 57, 98, 123)] == [0, 5, 10, 55, 100, 120]


def test_columns_end_within_a_line() -> None:
    assert not messages(colbal.CHECK, two(filler(10), filler(9)))
    assert messages(colbal.CHECK, two(filler(10), filler(8))) == [
        "the columns of s end 2 lines apart (at most 1): short of their foot by 0, 2"
    ]
    assert not messages(colbal.CHECK, two(filler(10), filler(8), checks="{COLBAL: {lines: 2}}"))


def test_a_line_is_one_of_the_texts_own_leading() -> None:
    """Columns of one more line end one of their own lines apart, though that is more of the
    grid's."""
    own = 18.0  # one and a half of the grid's 12
    items = []
    frames = []
    for order, (x, count) in enumerate(((50, 6), (260, 5)), 1):
        items += [
            run(w, x, top(1) + 9.8 + own * k, f"s#p{n}", line=facts(last=last))
            for k, (w, n, last) in enumerate(filler(count))
        ]
        frames.append(frame("s", x, 1, 9, order=order, used=count))
    made = subject(items, frames=frames, blocks=[story_block("s", rect(50, 1, 400, 9))])
    assert messages(colbal.CHECK, made) == [
        "the columns of s end 2 lines apart (at most 1): short of their foot by 1, 2"
    ]
    page = replace(made.page, frames=tuple(replace(f, leading=own) for f in frames))
    assert not messages(colbal.CHECK, replace(made, page=page))


def test_a_note_at_the_foot_ends_a_column() -> None:
    made = two(filler(10), filler(7))
    assert messages(colbal.CHECK, made)
    note = run("本版图片", 300, top(10) + 8.8, "s#foot")
    page = replace(made.page, items=(*made.page.items, note))
    assert not messages(colbal.CHECK, replace(made, page=page))


def test_baselines_of_neighbours_stand_on_one_line() -> None:
    rows = filler(10)
    assert not messages(grid.CHECK, two(rows, rows, down=0.28))  # 0.1 mm is 0.283 pt
    assert messages(grid.CHECK, two(rows, rows, down=0.29)) == [
        "baselines of two columns of s differ by 0.10 mm (at most 0.1 mm)"
    ]
    assert not messages(grid.CHECK, two(rows, rows, down=0.29, checks="{GRID: {by: 0.2mm}}"))
    assert not messages(grid.CHECK, two(rows, rows, down=12.0))


def stories(down: float, *, apart: float = 20.0, boxed: bool = False) -> Subject:
    x = 240 + apart
    return subject(
        [*column(filler(5), 50, 1, "a"), *column(filler(5), x, 1, "b", down=down)],
        frames=[frame("a", 50, 1, 5), frame("b", x, 1, 5)],
        blocks=[
            story_block("a", rect(50, 1, 190, 5)),
            story_block("b", rect(x, 1, 190, 5), boxed=boxed),
        ],
    )


def test_neighbours_of_two_stories_are_held_together_unless_one_is_in_a_box() -> None:
    assert messages(grid.CHECK, stories(4.0)) == [
        "baselines of neighbouring columns differ by 1.41 mm (at most 0.1 mm): a and b"
    ]
    assert not messages(grid.CHECK, stories(0.0))
    assert not messages(grid.CHECK, stories(4.0, boxed=True))
    assert not messages(grid.CHECK, stories(4.0, apart=31.0))


def flow(*places: tuple[float, int, int]) -> Subject:
    """One story through frames at (x, first line, last line), a line of text in each."""
    items = []
    frames = []
    for order, (x, first, last) in enumerate(places, 1):
        items += column([(f"第{order}栏的文字", order, True)], x, first, "s")
        frames.append(frame("s", x, first, last, order=order))
    return subject(items, frames=frames, blocks=[story_block("s", rect(50, 1, 400, 40))])


@pytest.mark.parametrize(
    ("places", "fault"),
    [
        (((50, 1, 10), (260, 1, 10)), ""),
        (((50, 1, 10), (260, 5, 10), (50, 12, 20)), ""),
        (((50, 11, 20), (260, 1, 20)), ""),  # a step up to the right: an L
        (((260, 1, 10), (50, 1, 10)), "the text goes on to the left"),
        (((50, 20, 30), (50, 1, 10)), "the text goes on above"),
        (((50, 20, 30), (260, 1, 10)), "the text goes on above"),
        (((60, 1, 10), (50, 5, 12)), "the text goes on in the same place"),
    ],
)
def test_reading_goes_to_the_right_and_then_down(
    places: tuple[tuple[float, int, int], ...], fault: str
) -> None:
    got = messages(jump.CHECK, flow(*places))
    assert got == ([f"s: from column 1 to column 2 {fault}"] if fault else [])


def test_a_story_does_not_jump_over_another() -> None:
    made = flow((50, 1, 10), (470, 1, 10))
    assert not messages(jump.CHECK, made)
    other = frame("other", 260, 1, 10)
    broken = replace(made, page=replace(made.page, frames=(*made.page.frames, other)))
    assert messages(jump.CHECK, broken) == [
        "s: from column 1 to column 2 the text jumps over other"
    ]


def test_paragraphs_follow_one_another() -> None:
    broken = two([(A, 2, True)], [(B, 1, True)])
    assert messages(jump.CHECK, broken) == ["s: paragraph 1 stands behind paragraph 2"]
    assert not messages(jump.CHECK, two([(A, 1, True)], [(B, 2, True)]))


def test_a_story_that_is_set_twice_does_not_jump() -> None:
    again = [frame("s", 260, 1, 5, block="one"), frame("s", 50, 1, 5, block="two")]
    items = [*column([(A, 1, False), (B, 1, True)], 260, 1, "s")]
    items += column([(A, 1, False), (B, 1, True)], 50, 1, "s")
    assert not messages(jump.CHECK, subject(items, frames=again))
    assert not messages(widow.CHECK, subject(items, frames=again))
    going_on = [*items[:2], *column([(A, 2, True)], 50, 1, "s")]
    assert messages(jump.CHECK, subject(going_on, frames=again))


def test_a_subhead_stands_in_the_middle_of_its_lines() -> None:
    text = "第一段。\n\n### 小标题\n\n第二段。\n"
    rows = [("第一段。", 1, True)]
    items = [
        *column(filler(5), 260, 1, "t"),
        *column([*rows, ("第一段。", 1, True)], 50, 1, "s"),
        *column([("小标题", 2, True)], 50, 3, "s", down=6.0),
        *column([("第二段。", 3, True)], 50, 5, "s"),
    ]
    frames = [frame("t", 260, 1, 5), frame("s", 50, 1, 5)]
    made = subject(items, frames=frames, stories=(story(text),))
    assert not messages(grid.CHECK, made)
    unknown = subject(items, frames=frames)  # a line that may be any
    assert messages(grid.CHECK, unknown)


def test_columns_that_are_to_end_level_are_not_asked_to() -> None:
    uneven = two(filler(10), filler(7))
    asked = replace(uneven, stories=(story("甲。", end_level=True),))
    assert [f.hint for f in found(colbal.CHECK, uneven)] == [
        "columns: {level: true}, or change the text by a line or two"
    ]
    assert [f.hint for f in found(colbal.CHECK, asked)] == ["change the text by a line or two"]
