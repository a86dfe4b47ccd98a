"""TITLE-STACK (叠题): each broken page and its mended twin."""

from layout.check.makeup.checks import title_stack
from layout.check.makeup.subject import Subject
from layout.record import replace
from tests.check.pages import (
    column,
    filler,
    rect,
    story_block,
    subject,
    title,
    told_by,
)
from tests.typed import near


def stack(lines: float, *, text: bool = False, checks: str = "") -> Subject:
    """A title of 24 pt, and another one so many lines below its foot."""
    lower = title("下面标题", 50, 3, "b")
    items = [
        title("上面标题", 50, 1, "a"),
        replace(lower, y=lower.y + lines * 12),
    ]
    if text:
        items.insert(1, *column(filler(1), 50, 3, "a"))
    return subject(
        items,
        blocks=[story_block("a", rect(50, 1, 190, 20)), story_block("b", rect(50, 3, 190, 40))],
        checks=checks,
    )


def test_a_title_less_than_a_line_under_another_stacks() -> None:
    broken = told_by(title_stack.CHECK, stack(0.9))
    assert broken == [
        (
            "TITLE-STACK.under",
            {
                "text": "下面标题",
                "other": "上面标题",
                "lines": near(0.9),
                "least_lines": near(1),
            },
        )
    ]
    assert not told_by(title_stack.CHECK, stack(1.0))
    assert told_by(title_stack.CHECK, stack(1.0, checks="{TITLE-STACK: {gap: 2lines}}"))


def test_text_between_two_titles_parts_them() -> None:
    assert not told_by(
        title_stack.CHECK, stack(1.5, text=True, checks="{TITLE-STACK: {gap: 2lines}}")
    )
    assert told_by(title_stack.CHECK, stack(1.5, checks="{TITLE-STACK: {gap: 2lines}}"))
