"""GRID: baselines beside one another, each broken page and its mended twin."""

from layout.check.makeup.checks import grid
from layout.check.makeup.subject import Subject
from layout.units import to_mm
from tests.check.pages import (
    column,
    filler,
    frame,
    rect,
    story,
    story_block,
    subject,
    told_by,
    two_columns,
)
from tests.typed import near


def test_baselines_of_neighbours_stand_on_one_line() -> None:
    rows = filler(10)
    assert not told_by(grid.CHECK, two_columns(rows, rows, down=0.28))  # 0.1 mm is 0.283 pt
    assert told_by(grid.CHECK, two_columns(rows, rows, down=0.29)) == [
        ("GRID.story", {"node": "s", "off_mm": near(to_mm(0.29)), "most_mm": near(0.1)})
    ]
    assert not told_by(grid.CHECK, two_columns(rows, rows, down=0.29, checks="{GRID: {by: 0.2mm}}"))
    assert not told_by(grid.CHECK, two_columns(rows, rows, down=12.0))


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
    assert told_by(grid.CHECK, stories(4.0)) == [
        ("GRID.stories", {"nodes": ("a", "b"), "off_mm": near(to_mm(4)), "most_mm": near(0.1)})
    ]
    assert not told_by(grid.CHECK, stories(0.0))
    assert not told_by(grid.CHECK, stories(4.0, boxed=True))
    assert not told_by(grid.CHECK, stories(4.0, apart=31.0))


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
    assert not told_by(grid.CHECK, made)
    unknown = subject(items, frames=frames)  # a line that may be any
    assert told_by(grid.CHECK, unknown)
