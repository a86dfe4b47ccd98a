"""Text poured from slot to slot: level columns cost as little as any way of ending them."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.flow.article import slotwise
from layout.flow.article.thread import Thread
from layout.flow.columns.slots import SAME_LINE, Slot
from tests.flow.conftest import PITCH, story
from tests.typed import there

TERMS = slotwise.Terms(level=True, widows=False, keep=2, byline=None, pitch=PITCH, measure=100.0)


def column(rows: int, measure: float, gap: tuple[int, int] = (0, 0)) -> list[Slot]:
    """Lines from the top, less those from the first of `gap` up to its last."""
    return [Slot(0.0, k * PITCH, measure) for k in range(rows) if not gap[0] <= k < gap[1]]


def price(
    tried: slotwise.Try, columns: list[list[Slot]], thread: Thread
) -> tuple[int, list[list[float]], list[int]]:
    rows = [slotwise._rows(slots) for slots in columns]
    foot = slotwise._least_foot(thread, columns)
    aims = [sum(1 for y in own if y < foot + SAME_LINE) for own in rows]
    found = slotwise._price(tried, columns, rows, aims, TERMS)
    return found.cost, rows, aims


def brute(columns: list[list[Slot]], thread: Thread) -> int:
    """The least price of all ways to cut the columns off; the last takes what is left."""
    rows = [slotwise._rows(slots) for slots in columns]
    ways = product(*(range(len(own) + 1) for own in rows[:-1]))
    costs = []
    for way in ways:
        tried = slotwise._at(thread, slotwise._cut(columns, rows, (*way, len(rows[-1]))))
        if not tried.over:
            costs.append(price(tried, columns, thread)[0])
    return min(costs)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_level_columns_cost_as_little_as_any(setter_once, data):
    lengths = data.draw(st.lists(st.integers(3, 45), min_size=1, max_size=4))
    text = "\n\n".join("中" * n for n in lengths)
    measures = data.draw(st.lists(st.sampled_from([60.0, 100.0]), min_size=2, max_size=3))
    gaps = [data.draw(st.sampled_from([(0, 0), (2, 4), (1, 3), (0, 2)])) for _ in measures]
    columns = [column(12, m, g) for m, g in zip(measures, gaps, strict=True)]
    thread = Thread(setter_once, story(text))
    full = slotwise._at(thread, columns)
    if full.over:
        return
    best = slotwise._levelled(thread, columns, full, TERMS)
    assert price(best, columns, thread)[0] == brute(columns, thread)


@pytest.mark.parametrize("count", [150, 170, 190, 211, 230])
def test_columns_end_level_beside_what_stands_in_them(setter, count):
    """A picture over the foot of the second column's upper part, a story of plain paragraphs."""
    columns = [column(30, 100.0), column(30, 100.0, (4, 10)), column(30, 90.0)]
    text = "\n\n".join("中" * n for n in (count // 3, count // 3, count - 2 * (count // 3)))
    thread = Thread(setter, story(text))
    best = slotwise.by_slots(thread, columns, TERMS)
    cost, rows, aims = price(best, columns, thread)
    flat = [slot for slots in best.columns for slot in slots]
    for own, aim, numbers in zip(rows, aims, slotwise.by_column(best), strict=True):
        used = sum(1 for y in own if y <= flat[there(best.setting.slots[numbers[-1]])].baseline)
        assert -1 <= aim - used <= 1, cost


@pytest.mark.parametrize(
    ("at", "row", "follows"),
    [
        (0, 4, True),  # the next line of its column
        (0, 5, False),  # a picture, or lines too narrow, between
        (1, 0, True),  # the head of the next column
        (1, 1, False),
        (2, 0, False),  # of the one after that: a column lies between
        (2, 1, False),
    ],
)
def test_a_by_line_follows_its_text_on_the_next_line_or_at_the_next_head(at, row, follows):
    """The text ends on the fourth of nine lines of the first column."""
    rows = [[k * PITCH for k in range(9)] for _ in range(3)]
    found = (at, Slot(0.0, rows[at][row], 100.0))
    assert slotwise._follows(rows, 0, rows[0][3], found) is follows
