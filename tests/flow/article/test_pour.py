"""A text in its columns: every character once and in order, whatever the shape; columns end
well."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.flow.article.pour import pour
from layout.flow.article.slotwise import Terms
from layout.flow.article.thread import Thread, rest
from layout.flow.columns.slots import Slot
from layout.flow.placed import Carry
from tests.flow.conftest import PITCH, SIZE, story
from tests.typed import there

OPTIONS: dict[str, Any] = {
    "level": False, "widows": False, "keep": 2, "byline": None, "pitch": PITCH,
    "measure": 100.0,
}  # fmt: skip


def column(rows: int, measure: float = 100.0, top: float = 0.0) -> list[Slot]:
    return [Slot(0.0, top + k * PITCH, measure) for k in range(rows)]


def poured(setter, text, columns, **more):
    spec = story(text, subhead_lines=1 + more.pop("before", 0))
    return pour(Thread(setter, spec), columns, Terms(**(OPTIONS | more)))


def text_of(line) -> str:
    tokens = line.items.tokens
    return "".join(tokens[i].text for i in range(line.line.first, line.line.last + 1))


def words_of(done) -> str:
    return "".join(text_of(e.line) for c in done.columns for e in c if e.line is not None)


def left_of(done) -> str:
    return "".join(text_of(line) for line in done.setting.lines[done.done :])


def counts(done) -> list[int]:
    return [len(c) for c in done.columns]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_character_is_lost_in_any_shape(setter_once, data):
    lengths = data.draw(st.lists(st.integers(1, 60), min_size=1, max_size=6))
    heads = data.draw(st.lists(st.booleans(), min_size=len(lengths), max_size=len(lengths)))
    paragraphs = [
        ("### " if h and k else "") + "中" * n
        for k, (n, h) in enumerate(zip(lengths, heads, strict=True))
    ]
    paragraphs.append("末尾")
    measures = data.draw(st.lists(st.sampled_from([40.0, 60.0, 100.0]), min_size=1, max_size=4))
    rows = data.draw(st.lists(st.integers(0, 9), min_size=len(measures), max_size=len(measures)))
    columns = [column(r, m) for r, m in zip(rows, measures, strict=True)]
    options = data.draw(st.fixed_dictionaries({"level": st.booleans(), "widows": st.booleans()}))
    done = poured(setter_once, "\n\n".join(paragraphs), columns, **options)
    whole = "".join(p.removeprefix("### ") for p in paragraphs)
    assert words_of(done) + left_of(done) == whole
    for entries in done.columns:
        ys = [e.slot.baseline for e in entries]
        assert ys == sorted(ys)
        assert len(set(ys)) == len(ys)
    if not left_of(done):
        assert rest(done.setting.lines, done.done) is None


def test_the_text_goes_on_where_another_page_stopped(setter):
    text = "中文字句" * 9 + "\n\n" + "第二段的字" * 5
    one = story(text)
    first = pour(Thread(setter, one), [column(3)], Terms(**OPTIONS))
    carry = rest(first.setting.lines, first.done)
    assert carry == Carry(paragraph=1, offset=30)
    second = pour(Thread(setter, one, carry), [column(20, 60.0)], Terms(**OPTIONS))
    assert words_of(first) + words_of(second) == text.replace("\n", "")
    line = there(second.columns[0][0].line)
    assert line.line.indent == 0  # it stands inside its paragraph
    assert not line.opens


def test_a_paragraphs_last_line_does_not_stand_alone_at_a_head(setter):
    text = "中" * 38  # four lines
    assert counts(poured(setter, text, [column(3), column(9)])) == [2, 2]
    assert counts(poured(setter, text, [column(3), column(9, 90.0)])) == [2, 2]
    assert counts(poured(setter, text, [column(3), column(9)], widows=True)) == [3, 1]
    assert left_of(poured(setter, text, [column(3), column(1)])) == ""  # it goes in all the same


@pytest.mark.parametrize("measure", [100.0, 90.0])  # of the second column: alike, or poured
def test_a_paragraphs_first_line_does_not_stand_alone_at_a_foot(setter, measure):
    text = "中" * 18 + "\n\n" + "文" * 34  # two lines and four
    columns = [column(3), column(9, measure)]
    assert counts(poured(setter, text, columns))[0] == 2
    assert counts(poured(setter, text, columns, widows=True))[0] == 3
    assert counts(poured(setter, text, [column(4), column(9, measure)]))[0] == 4
    short = "中" * 18 + "\n\n" + "文" * 8 + "\n\n" + "字" * 8  # paragraphs of one line each
    assert counts(poured(setter, short, columns)) == [3, 1]


@pytest.mark.parametrize("measure", [100.0, 90.0])  # of the second column: alike, or poured
def test_a_small_heading_does_not_end_a_column(setter, measure):
    text = "中" * 18 + "\n\n### 小题\n\n" + "文" * 40
    done = poured(setter, text, [column(3), column(9, measure)])
    assert counts(done)[0] == 2
    done = poured(setter, text, [column(4), column(9, measure)])
    assert counts(done)[0] == 2  # one line under it is not enough
    done = poured(setter, text, [column(5), column(9, measure)])
    assert counts(done)[0] == 5


@pytest.mark.parametrize("wide", [100.0, 120.0])  # of the last column: alike, or poured
def test_columns_end_level_from_their_own_tops(setter, wide):
    columns = [column(20), column(14, top=6 * PITCH), column(20, wide)]
    done = poured(setter, "中" * 200, columns, level=True)
    ends = [c[-1].slot.baseline for c in done.columns]
    assert max(ends) - min(ends) <= PITCH + 1e-6
    assert not left_of(done)


def test_a_small_heading_may_have_a_blank_line_above_it(setter):
    text = "中" * 18 + "\n\n### 小题\n\n" + "文" * 28
    done = poured(setter, text, [column(9)], before=1)
    assert [e.blank for e in done.columns[0]] == [0, 0, 1, 0, 0, 0]
    assert done.columns[0][2].slot.baseline == 3 * PITCH


def test_a_by_line_has_a_line_of_its_own(setter):
    done = poured(setter, "中" * 18, [column(3)], byline=0.0)
    assert [e.line is None for e in done.columns[0]] == [False, False, True]
    done = poured(setter, "中" * 18, [column(2)], byline=0.0)
    assert words_of(done) == "中" * 18
    assert all(e.line is not None for e in done.columns[0])


def test_a_by_line_stands_after_a_text_that_was_poured(setter):
    """Below its last line, at the next column's head where that is full, or nowhere."""
    done = poured(setter, "中" * 25, [column(2), column(3, 90.0)], byline=0.0, widows=True)
    assert [e.line is None for e in done.columns[1]] == [False, True]
    done = poured(setter, "中" * 25, [column(2), column(1, 90.0)], byline=0.0, widows=True)
    assert all(e.line is not None for c in done.columns for e in c)
    done = poured(setter, "中" * 18, [column(2), column(1, 90.0)], byline=0.0, widows=True)
    assert [[e.line is None for e in c] for c in done.columns] == [[False, False], [True]]


def test_lines_take_the_measures_of_their_slots(setter):
    slots = [Slot(0, 0, 60.0), Slot(70.0, 0, 30.0), Slot(0, PITCH, 100.0)]
    done = poured(setter, "中" * 14, [slots])
    assert [len(text_of(e.line)) for e in done.columns[0]] == [6, 3, 5]
    assert [e.slot.x for e in done.columns[0]] == [0, 70.0, 0]
    assert SIZE == 10
    xs = [e.slot for e in done.columns[0]]
    assert all(a.baseline <= b.baseline for a, b in pairwise(xs))


def beside(rows: int, gap: tuple[int, int], measure: float) -> list[Slot]:
    """Lines of 100 points, narrower beside a picture that stands over lines of a gap."""
    return [Slot(0.0, k * PITCH, measure if gap[0] <= k < gap[1] else 100.0) for k in range(rows)]


def signed_at(done) -> list[tuple[int, float]]:
    return [
        (k, e.slot.baseline) for k, column in enumerate(done.columns) for e in column
        if e.line is None
    ]  # fmt: skip


def test_a_by_line_goes_past_slots_that_are_too_narrow_for_it(setter):
    """Not into the sliver beside a picture: to the next slot as wide as it is, or as a whole line
    of the story where it is wider than that."""
    text = "中" * 18  # two lines
    for width, row in ((40.0, 2), (40.1, 5), (90.0, 5), (130.0, 5)):
        done = poured(setter, text, [beside(9, (2, 5), 40.0)], byline=width)
        assert signed_at(done) == [(0, row * PITCH)], width
    done = poured(setter, text, [beside(5, (2, 5), 40.0), beside(4, (0, 2), 40.0)], byline=60.0)
    assert signed_at(done) == [(1, 2 * PITCH)]
    done = poured(setter, text, [beside(5, (2, 5), 40.0)], byline=60.0)
    assert signed_at(done) == []
    assert done.narrow == 40.0
    done = poured(setter, text, [beside(2, (2, 5), 40.0), column(0)], byline=60.0)
    assert done.narrow == 0.0


def test_level_columns_leave_a_by_line_its_line_above_a_picture(setter):
    """Lines move to the first column so that it does not stand below the picture, or in none."""
    text = "\n\n".join(["中" * 38] * 6)  # 24 lines
    for rows in (9, 26):
        columns = [column(26), beside(rows, (8, rows - 1 if rows > 9 else rows), 40.0)]
        done = poured(setter, text, columns, level=True, byline=95.0)
        assert left_of(done) == ""
        (at,) = signed_at(done)
        assert at == (1, len(done.columns[1][:-1]) * PITCH)
        assert at[1] < 8 * PITCH
        assert done.columns[1][-2].slot.measure == 100.0


@pytest.mark.parametrize("last", [100.0, 90.0])  # measure of the last column: alike, or poured
def test_a_by_line_does_not_go_on_on_another_page_alone(setter, last):
    """Three lines of text fill two columns: the last of them goes over with it."""
    columns = [column(2), column(1, last)]
    done = poured(setter, "中" * 25, columns, byline=30.0, jumps=True, widows=True)
    assert counts(done) == [2, 0]
    assert left_of(done) != ""
    assert done.rooms == (2, 1)
    columns = [column(2), column(2, last)]
    done = poured(setter, "中" * 25, columns, byline=30.0, jumps=True, widows=True)
    assert left_of(done) == ""
    assert signed_at(done) == [(1, PITCH)]


def parted(rows: int, gap: tuple[int, int]) -> list[Slot]:
    """Lines of 100 points; those of a gap are cut in two pieces of 40."""
    out = []
    for k in range(rows):
        pieces = [(0.0, 40.0), (60.0, 40.0)] if gap[0] <= k < gap[1] else [(0.0, 100.0)]
        out += [Slot(x, k * PITCH, measure) for x, measure in pieces]
    return out


def test_a_paragraph_never_begins_behind_the_end_of_another(setter):
    """Beside a picture the rest of its line stays white; that is no line left empty."""
    done = poured(setter, "中" * 2 + "\n\n" + "文" * 9, [parted(5, (0, 3))])
    at = [(e.slot.x, e.slot.baseline) for e in done.columns[0]]
    assert at == [(0.0, 0.0), (0.0, PITCH), (60.0, PITCH), (0.0, 2 * PITCH)]
    assert done.blanks == 0
    assert done.rooms == (7,)  # of eight slots


def test_the_blank_line_above_a_small_heading_is_one_of_the_page(setter):
    text = "中" * 2 + "\n\n### 小题\n\n" + "文" * 3
    done = poured(setter, text, [parted(6, (0, 4))], before=1)
    head = done.columns[0][1]
    assert (head.slot.x, head.slot.baseline, head.blank) == (0.0, 2 * PITCH, 1)
    text = "中" * 18 + "\n\n### 小题\n\n" + "文" * 3
    done = poured(setter, text, [parted(9, (6, 8))], before=1)
    assert [e.blank for e in done.columns[0]] == [0, 0, 1, 0]
