"""Vertical justification: where white is added, and which columns are too short for it."""

from typing import Any

import pytest

from layout.flow.article.level import levelled
from layout.flow.article.pour import pour
from layout.flow.article.slotwise import Terms
from layout.flow.article.thread import Thread
from layout.flow.columns.slots import Slot
from tests.flow.conftest import story

OPTIONS: dict[str, Any] = {"widows": True, "keep": 2, "byline": None, "measure": 100.0}
PARAGRAPH = "中" * 8  # one line, with its indent


def shifts(setter, text, rows, limits, *, pitch=12.0, level=True, top=0.0):
    """How far each line of each column moves down, in points."""
    spec = story(text, columns=len(rows), level=level, justify=limits)
    columns = [[Slot(0.0, top + k * pitch, 100.0) for k in range(n)] for n in rows]
    poured = pour(Thread(setter, spec), columns, Terms(level=level, pitch=pitch, **OPTIONS))
    made = levelled(spec, poured, columns, pitch)
    assert made.setting is poured.setting
    return [
        [pytest.approx(b.slot.baseline - a.slot.baseline) for a, b in zip(old, new, strict=True)]
        for old, new in zip(poured.columns, made.columns, strict=True)
    ]


def paragraphs(count):
    return "\n\n".join([PARAGRAPH] * count)


@pytest.mark.parametrize(("pitch", "top"), [(12.0, 0.0), (11.3386, 81.7), (14.1, 1019.53)])
def test_a_column_two_lines_short_is_brought_to_the_foot_and_one_of_three_is_not(
    setter, pitch, top
):
    """Two lines are the most; at any distance of baselines, wherever the column begins."""
    much = (0.0, 5 * pitch, 0.0)
    at = {"pitch": pitch, "top": top}
    assert shifts(setter, paragraphs(3), [4], much, **at) == [[0, pitch / 2, pitch]]
    assert shifts(setter, paragraphs(3), [5], much, **at) == [[0, pitch, 2 * pitch]]
    assert shifts(setter, paragraphs(3), [6], much, **at) == [[0, 0, 0]]


def test_white_goes_above_headings_then_between_paragraphs_then_between_lines(setter):
    text = "中" * 18 + "\n\n" + "文" * 8 + "\n\n### 小题\n\n" + "字" * 8  # 2, 1, 1, 1 lines
    assert shifts(setter, text, [6], (12.0, 9.0, 9.0)) == [[0, 0, 0, 12, 12]]
    assert shifts(setter, text, [6], (6.0, 9.0, 9.0)) == [[0, 0, 3, 9, 12]]
    # 6 above the heading, 1 above each paragraph's beginning, 1 above each of four lines.
    assert shifts(setter, text, [6], (6.0, 1.0, 1.0)) == [[0, 1, 3, 10, 12]]
    assert shifts(setter, text, [6], (6.0, 1.0, 0.9)) == [[0, 0, 0, 0, 0]]
    assert shifts(setter, text, [6], (0.0, 0.0, 0.0)) == [[0, 0, 0, 0, 0]]


def test_the_last_column_of_a_text_moves_only_where_all_are_to_end_level(setter):
    """A heading leaves the foot of the first column; the second one ends where the text does."""
    text = paragraphs(4) + "\n\n### 小题\n\n" + paragraphs(2)
    open_end = {"rows": [5, 5], "level": False}
    assert shifts(setter, text, limits=(0, 12, 0), **open_end) == [[0, 4, 8, 12], [0, 0, 0]]
    assert shifts(setter, text, limits=(0, 3, 0), **open_end) == [[0] * 4, [0] * 3]


def test_columns_end_on_their_foot_or_on_that_of_the_deepest(setter):
    """The second column lacks two lines of the foot, and has two places to give them."""
    text = paragraphs(4) + "\n\n### 小题\n\n" + paragraphs(2)
    assert shifts(setter, text, [5, 5], (0, 12, 0)) == [[0, 4, 8, 12], [0, 12, 24]]
    assert shifts(setter, text, [5, 5], (0, 11.9, 0)) == [[0, 0, 0, 0], [0, 6, 12]]
    assert shifts(setter, text, [5, 5], (0, 5.9, 0)) == [[0, 0, 0, 0], [0, 0, 0]]
