"""TITLE-ABUT (碰题): each broken page and its mended twin."""

import pytest

from layout.check.makeup.checks import title_abut
from layout.check.makeup.subject import Subject
from layout.color import BLACK
from layout.display.items import Box, Item
from layout.geometry import Rect
from tests.check.pages import (
    found,
    rect,
    story_block,
    subject,
    title,
    told_by,
    top,
)
from tests.told import told
from tests.typed import near


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
    assert told(broken[0]) == (
        "TITLE-ABUT.beside",
        {
            "text": "左边标题", "other": "右边标题", "apart_zi": near(2), "least_zi": near(2),
            "percent": near(100), "from_percent": 50,
        },
    )  # fmt: skip
    assert told_by(title_abut.CHECK, abut(gap=20.2)) == []


def test_half_a_title_beside_the_other_is_the_edge() -> None:
    assert told_by(title_abut.CHECK, abut(drop=1))  # 12 of 24 pt
    assert not told_by(title_abut.CHECK, abut(drop=1, checks="{TITLE-ABUT: {overlap: 51}}"))
    assert not told_by(title_abut.CHECK, abut(drop=2))


@pytest.mark.parametrize("role", ["rule", "panel"])
def test_a_rule_or_a_box_between_parts_two_titles(role: str) -> None:
    rule = Box(rect=Rect(155, top(1), 0.3, 100), fill=BLACK, role=role)
    assert not told_by(title_abut.CHECK, abut(between=[rule]))
    far = Box(rect=Rect(155, top(10), 0.3, 100), fill=BLACK, role=role)
    assert told_by(title_abut.CHECK, abut(between=[far]))


def test_two_lines_of_one_title_do_not_abut() -> None:
    one = [title("左边标题", 50, 1, "a"), title("右边标题", 160, 1, "a")]
    blocks = [story_block("a", rect(50, 1, 300, 20))]
    assert not told_by(title_abut.CHECK, subject(one, blocks=blocks))
