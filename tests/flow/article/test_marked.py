"""Whether the lines of a story leave room for what is drawn at its words."""

import pytest

from layout.color import BLACK
from layout.display.items import Box, Path
from layout.flow.article.story import Around, make_story
from layout.flow.article.vertical import make_vertical_story
from layout.flow.type.linemarks import BOX_ROUND, LEAST_WHITE, TAKES
from layout.flow.type.setter import Setter
from tests.flow.conftest import BODY, GRID, PITCH, SIZE, block, changed, story

MARKS = {"着重": "dots", "下划线": "underline", "波浪线": "wavy", "框": "box"}


def told(setter: Setter, text: str, leading: float, *, down: bool = False):
    spec = story(text, body=changed(BODY, leading=leading), vertical=down)
    asked = block(spec, last=20, width=100.0)
    if down:
        made = make_vertical_story(setter, asked, spec, GRID)
    else:
        made = make_story(setter, asked, spec, GRID, Around(accent=BLACK))
    return made, [d for d in made.diagnostics if d.code == "MARK-ROOM"]


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("mark", MARKS)
def test_a_leading_that_leaves_too_little_is_told_with_both_numbers(
    setter: Setter, mark: str, down: bool
):
    takes = TAKES[MARKS[mark]] * SIZE
    text = f"甲乙丙[丁戊]{{{mark}}}己。"
    assert told(setter, text, SIZE + takes, down=down)[1] == []
    made, (one,) = told(setter, text, SIZE + takes - 0.1, down=down)
    assert one.said["mark"].key == f"part.drawn-{MARKS[mark]}"
    assert one.said["takes_pt"] == pytest.approx(takes)
    assert one.said["room_pt"] == pytest.approx(takes - 0.1)
    assert (one.where.line, one.where.column) == (1, 5)
    assert any(isinstance(i, Box | Path) for i in made.items)  # it is drawn all the same


def test_it_is_told_once_a_paragraph_and_mark_at_the_first_place(setter: Setter):
    text = "[甲]{着重}乙[丙]{着重}[丁]{框}\n\n[甲]{着重}乙[丙]{着重}[丁]{框}"
    found = told(setter, text, SIZE)[1]
    assert [(d.said["mark"].key, d.where.line, d.where.column) for d in found] == [
        ("part.drawn-dots", 1, 2), ("part.drawn-box", 1, 17),
        ("part.drawn-dots", 3, 2), ("part.drawn-box", 3, 17),
    ]  # fmt: skip


def test_a_box_with_dots_in_it_takes_more(setter: Setter):
    text = "甲[乙[丙]{着重}]{框}丁"
    takes = (BOX_ROUND + LEAST_WHITE) * SIZE
    assert told(setter, text, SIZE + takes)[1] == []
    (one,) = told(setter, text, SIZE + takes - 0.1)[1]
    assert one.said["mark"].key == "part.drawn-box"


def test_the_grid_leaves_room_for_each_where_its_lines_are_as_far_apart(setter: Setter):
    text = "".join(f"[甲]{{{mark}}}" for mark in MARKS)
    found = told(setter, text, 0.0)[1]
    assert [TAKES[MARKS[m]] * SIZE > PITCH - SIZE for m in MARKS] == [
        any(d.said["mark"].key == f"part.drawn-{MARKS[m]}" for d in found) for m in MARKS
    ]
