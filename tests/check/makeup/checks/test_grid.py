"""GRID: baselines beside one another, each broken page and its mended twin."""

import pytest

from layout.api import Session
from layout.check.makeup.checks import grid
from layout.check.makeup.gather import gather
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
from tests.conftest import Project
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


LONG = "---\ntitle: 题\n---\n\n" + "字里行间，自有天地。" * 60 + "\n"


@pytest.mark.parametrize(
    ("keys", "off"),
    [("", 0.0), ("nudge: 3pt, ", 3.0), ("nudge: 1lines, ", 0.0), ("fill: K5, nudge: 3pt, ", 0.0)],
)  # fmt: skip
@pytest.mark.parametrize("at", ["{cols: 3-4, lines: 10-15}", "{cols: 2, lines: 3-8, of: s}"])
def test_rows_of_a_table_stand_on_the_lines_beside_them(
    project: Project, keys: str, off: float, at: str
) -> None:
    project.write("data.csv", "名,说\n甲,一\n乙,二\n丙,三\n")
    project.write("long.md", LONG)
    page = (
        "page: G1\nformat: tabloid\nblocks:\n"
        "  - {id: s, story: long.md, columns: 2, at: {cols: 1-2, lines: 5-50}}\n"
        f"  - {{id: t, table: data.csv, {keys}at: {at}}}\n"
    )
    made = gather(Session().page(project.write("G1.yaml", page)).composed)
    wanted = {"nodes": ("long.md", "t"), "off_mm": near(to_mm(off)), "most_mm": near(0.1)}
    assert told_by(grid.CHECK, made) == ([("GRID.stories", wanted)] if off else [])


@pytest.mark.parametrize("keys", ["leading: 15pt", "leading: 2lines", "air: 1lines"])
def test_a_table_whose_rows_are_of_another_height_meets_no_line(
    project: Project, keys: str
) -> None:
    project.write("data.csv", "名,说\n甲,一\n乙,二\n丙,三\n")
    project.write("long.md", LONG)
    page = (
        "page: G1\nformat: tabloid\nblocks:\n"
        "  - {id: s, story: long.md, columns: 2, at: {cols: 1-2, lines: 5-50}}\n"
        f"  - {{id: t, table: data.csv, {keys}, at: {{cols: 3-4, lines: 10-20}}}}\n"
    )
    assert not told_by(grid.CHECK, gather(Session().page(project.write("G1.yaml", page)).composed))
