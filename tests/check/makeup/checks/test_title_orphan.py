"""TITLE-ORPHAN: headlines with too little of their text, each broken page and its mended twin."""

from layout.check.makeup.checks import title_orphan
from layout.check.makeup.subject import Subject
from tests.check.pages import (
    column,
    filler,
    found,
    frame,
    rect,
    story,
    story_block,
    subject,
    title,
    told_by,
)
from tests.told import told


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
    assert told_by(title_orphan.CHECK, orphan(1)) == [
        ("TITLE-ORPHAN.headline", {"text": "标题", "lines": 1, "least_lines": 2})
    ]
    assert told_by(title_orphan.CHECK, orphan(0))
    assert not told_by(title_orphan.CHECK, orphan(2))


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
    assert [told(f) for f in broken] == [
        ("TITLE-ORPHAN.subhead", {"text": "小标题", "lines": 1, "least_lines": 2})
    ]
    assert str(broken[0].where) == "s:3:5"
    assert not told_by(title_orphan.CHECK, subhead(2))


def test_a_subhead_over_the_short_end_of_a_story_is_no_orphan() -> None:
    text = "第一段的文字。\n\n### 小标题\n\n完。\n"
    rows = [("第一段的文字。", 1, True), ("小标题", 2, True), ("完。", 3, True)]
    done = subject(
        column(rows, 50, 1, "s"),
        frames=[frame("s", 50, 1, 5)],
        stories=(story(text),),
    )
    assert not told_by(title_orphan.CHECK, done)


def test_a_headline_over_the_whole_of_a_short_story_is_no_orphan() -> None:
    done = subject(
        [title("标题", 50, 40, "s"), *column([("短文。", 1, True)], 50, 43, "s")],
        frames=[frame("s", 50, 43, 50)],
        blocks=[story_block("s", rect(50, 40, 190, 50))],
        stories=(story("短文。\n"),),
    )
    assert not told_by(title_orphan.CHECK, done)
