"""PAGE-CUT (断版): each broken page and its mended twin."""

import pytest

from layout.check.makeup.checks import page_cut
from layout.check.makeup.subject import Subject
from layout.geometry import Rect
from tests.check.pages import (
    block,
    found,
    rect,
    story_block,
    subject,
    told_by,
    top,
)
from tests.told import told
from tests.typed import near


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
    assert [told(f) for f in broken] == [
        (
            "PAGE-CUT.line",
            {
                "line": 27, "percent": near(100), "above": ("a", "b"), "below": ("c", "d"),
                "from_percent": 95,
            },
        )
    ]  # fmt: skip
    assert broken[0].spot is not None
    assert broken[0].spot.rect == Rect(50, top(26), 400, 12)
    assert not told_by(page_cut.CHECK, cut(25, right=30))


def test_a_block_over_a_tenth_of_the_width_keeps_the_page_together() -> None:
    bar = block("bar", "picture", rect(50, 20, 30, 30))  # 7.5 % of 400 pt
    assert not told_by(page_cut.CHECK, cut(25, extra=(bar,)))
    thin = block("bar", "picture", rect(50, 20, 19, 30))  # 4.75 %
    assert told_by(page_cut.CHECK, cut(25, extra=(thin,)))


def test_a_rule_across_the_page_is_no_part_of_it() -> None:
    rule = block("line", "rule", rect(50, 26, 400, 26))
    assert told_by(page_cut.CHECK, cut(25, extra=(rule,)))


@pytest.mark.parametrize("kind", ["header", "text", "credits"])
def test_the_edges_of_header_banner_and_main_headline_are_exempt(kind: str) -> None:
    blocks = [
        block("top", kind, rect(50, 1, 400, 4)),
        story_block("a", rect(50, 6, 190, 50)),
        story_block("b", rect(260, 6, 190, 50)),
    ]
    assert not told_by(page_cut.CHECK, subject([], blocks=blocks))
    narrow = [block("top", kind, rect(50, 20, 190, 24)), story_block("z", rect(50, 1, 190, 18))]
    rest = [story_block("y", rect(260, 1, 190, 24)), *blocks[1:]]
    moved = [story_block("a", rect(50, 26, 190, 50)), story_block("b", rect(260, 26, 190, 50))]
    assert told_by(page_cut.CHECK, subject([], blocks=[*narrow, rest[0], *moved]))


def test_one_story_along_the_foot_is_exempt_and_two_are_not() -> None:
    upper = [story_block("a", rect(50, 1, 190, 30)), story_block("b", rect(260, 1, 190, 30))]
    foot = story_block("c", rect(50, 32, 400, 50))
    assert not told_by(page_cut.CHECK, subject([], blocks=[*upper, foot]))
    two = [story_block("c", rect(50, 32, 190, 50)), story_block("d", rect(260, 32, 190, 50))]
    assert told_by(page_cut.CHECK, subject([], blocks=[*upper, *two]))
