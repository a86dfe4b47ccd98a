"""Headlines that collide: each broken page and its mended twin."""

import pytest

from layout.check.makeup.checks import title_abut, title_orphan, title_stack
from layout.check.makeup.subject import Subject
from layout.color import BLACK
from layout.display.items import Box, Item
from layout.geometry import Rect
from tests.check.pages import (
    column,
    filler,
    found,
    frame,
    messages,
    rect,
    story,
    story_block,
    subject,
    title,
    top,
)


def abut(
    *, gap: float = 20.0, drop: int = 0, between: list[Item] | None = None, checks: str = ""
) -> Subject:
    """Two titles of 24 pt on one level, `gap` apart, the second `drop` lines lower."""
    right = 50 + 4 * 24 + gap
    items = [title("左边标题", 50, 1, "a"), title("右边标题", right, 1 + drop, "b")]
    return subject(
        [*items, *(between or [])],
        blocks=[story_block("a", rect(50, 1, 96, 20)), story_block("b", rect(right, 1, 96, 20))],
        checks=checks,
    )


def test_two_titles_two_zi_apart_abut_and_a_little_more_does_not() -> None:
    broken = found(title_abut.CHECK, abut(gap=20.0))
    assert [f.about for f in broken] == [("a", "b")]
    assert "2.0字 apart (at least 2字), 100 % of the lower" in broken[0].message
    assert messages(title_abut.CHECK, abut(gap=20.2)) == []


def test_half_a_title_beside_the_other_is_the_edge() -> None:
    assert messages(title_abut.CHECK, abut(drop=1))  # 12 of 24 pt
    assert not messages(title_abut.CHECK, abut(drop=1, checks="{TITLE-ABUT: {overlap: 51}}"))
    assert not messages(title_abut.CHECK, abut(drop=2))


@pytest.mark.parametrize("role", ["rule", "panel"])
def test_a_rule_or_a_box_between_parts_two_titles(role: str) -> None:
    rule = Box(rect=Rect(155, top(1), 0.3, 100), fill=BLACK, role=role)
    assert not messages(title_abut.CHECK, abut(between=[rule]))
    far = Box(rect=Rect(155, top(10), 0.3, 100), fill=BLACK, role=role)
    assert messages(title_abut.CHECK, abut(between=[far]))


def test_two_lines_of_one_title_do_not_abut() -> None:
    one = [title("左边标题", 50, 1, "a"), title("右边标题", 160, 1, "a")]
    blocks = [story_block("a", rect(50, 1, 300, 20))]
    assert not messages(title_abut.CHECK, subject(one, blocks=blocks))


def stack(lines: float, *, text: bool = False, checks: str = "") -> Subject:
    """A title of 24 pt, and another one so many lines below its foot."""
    lower = title("下面标题", 50, 3, "b")
    moved = lower.y + lines * 12
    items = [
        title("上面标题", 50, 1, "a"),
        type(lower)(**{**{n: getattr(lower, n) for n in lower.__match_args__}, "y": moved}),
    ]
    if text:
        items.insert(1, *column(filler(1), 50, 3, "a"))
    return subject(
        items,
        blocks=[story_block("a", rect(50, 1, 190, 20)), story_block("b", rect(50, 3, 190, 40))],
        checks=checks,
    )


def test_a_title_less_than_a_line_under_another_stacks() -> None:
    broken = messages(title_stack.CHECK, stack(0.9))
    assert broken == [
        "“下面标题” stands right under “上面标题”: 0.9 lines between (at least 1), and no text"
    ]
    assert not messages(title_stack.CHECK, stack(1.0))
    assert messages(title_stack.CHECK, stack(1.0, checks="{TITLE-STACK: {gap: 2lines}}"))


def test_text_between_two_titles_parts_them() -> None:
    assert not messages(
        title_stack.CHECK, stack(1.5, text=True, checks="{TITLE-STACK: {gap: 2lines}}")
    )
    assert messages(title_stack.CHECK, stack(1.5, checks="{TITLE-STACK: {gap: 2lines}}"))


def orphan(under: int) -> Subject:
    """A headline over two columns, the first with so many lines of its text."""
    first = filler(under, ends=False)
    rest = filler(20)[under:]
    return subject(
        [title("标题", 50, 40, "a"), *column(first, 50, 43, "a"), *column(rest, 260, 3, "a")],
        frames=[frame("a", 50, 43, 50, order=1), frame("a", 260, 3, 50, order=2)],
        blocks=[story_block("a", rect(50, 1, 400, 50))],
    )


def test_a_headline_has_two_lines_of_its_text_under_it() -> None:
    assert messages(title_orphan.CHECK, orphan(1)) == [
        "“标题” has 1 line of its text under it (at least 2)"
    ]
    assert messages(title_orphan.CHECK, orphan(0))
    assert not messages(title_orphan.CHECK, orphan(2))


SUBHEAD = "第一段的文字。\n\n### 小标题\n\n第二段的文字很长。\n\n第三段。\n"


def subhead(under: int) -> Subject:
    """A 小标题 with so many lines of text between it and the foot of its column."""
    rows = [("第一段的文字。", 1, True), ("小标题", 2, True)]
    body = [("第二段的", 3, False), ("文字很", 3, False), ("长。", 3, True)]
    return subject(
        [*column([*rows, *body[:under]], 50, 1, "s"), *column(body[under:], 260, 1, "s")],
        frames=[frame("s", 50, 1, 5), frame("s", 260, 1, 5, order=2)],
        blocks=[story_block("s", rect(50, 1, 400, 5))],
        stories=(story(SUBHEAD),),
    )


def test_a_subhead_has_two_lines_of_text_under_it_in_its_column() -> None:
    broken = found(title_orphan.CHECK, subhead(1))
    assert [f.message for f in broken] == [
        "the 小标题 “小标题” has 1 line of text under it in its column (at least 2)"
    ]
    assert str(broken[0].where) == "s:3:5"
    assert not messages(title_orphan.CHECK, subhead(2))


def test_a_subhead_over_the_short_end_of_a_story_is_no_orphan() -> None:
    text = "第一段的文字。\n\n### 小标题\n\n完。\n"
    rows = [("第一段的文字。", 1, True), ("小标题", 2, True), ("完。", 3, True)]
    done = subject(
        column(rows, 50, 1, "s"),
        frames=[frame("s", 50, 1, 5)],
        stories=(story(text),),
    )
    assert not messages(title_orphan.CHECK, done)


def test_a_headline_over_the_whole_of_a_short_story_is_no_orphan() -> None:
    done = subject(
        [title("标题", 50, 40, "s"), *column([("短文。", 1, True)], 50, 43, "s")],
        frames=[frame("s", 50, 43, 50)],
        blocks=[story_block("s", rect(50, 40, 190, 50))],
        stories=(story("短文。\n"),),
    )
    assert not messages(title_orphan.CHECK, done)
