"""The division of lines over columns, against every division of a short story counted out."""

from itertools import combinations_with_replacement, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from layout.flow.article import divide as module
from layout.flow.article.divide import (
    BOX_COST,
    DEEPER_COST,
    HEADING_COST,
    KEEP_COST,
    MOST,
    ORPHAN_COST,
    PARTED_COST,
    SHORT_COST,
    UNLEVEL_COST,
    WIDOW_COST,
    StoryLines,
    WhitePlaces,
    divide,
    stretch,
)
from tests.cost import steps
from tests.typed import near


def run(*paragraphs):
    """Paragraphs as numbers of lines; a 小标题 as ("h", lines, blank lines above); a box that is to
    stay whole as ("b", lines, lines of its edges)."""
    opens, closes, head, before, pads, tied = [], [], [], [], [], []
    for it in paragraphs:
        of, count, blank = it if isinstance(it, tuple) else ("", it, 0)
        edges, blank = (blank, 0) if of == "b" else ((0, 0), blank)
        own = [0] * count
        own[0] += edges[0]
        own[-1] += edges[1]
        pads += own
        tied += [of == "b"] * (count - 1) + [False]
        opens += [True] + [False] * (count - 1)
        closes += [False] * (count - 1) + [True]
        head += [of == "h"] * count
        before += [blank] + [0] * (count - 1)
    boxed = any(isinstance(it, tuple) and it[0] == "b" for it in paragraphs)
    return StoryLines(
        opens=tuple(opens), closes=tuple(closes), head=tuple(head), before=tuple(before),
        pads=tuple(pads) if boxed else (), tied=tuple(tied) if boxed else (),
    )  # fmt: skip


# ---- the oracle: written from the meaning, with nothing of the module but its prices


def faults(lines, at, keep, widows):
    """The faults of a column that ends before line `at`, as (kind, price)."""
    out = []
    if lines.tied and lines.tied[at - 1]:
        return [("box", BOX_COST)]
    whole = not lines.closes[at - 1]  # the paragraph above goes on here
    if lines.head[at - 1]:
        return [("heading", PARTED_COST if whole else HEADING_COST)]
    first = max(k for k in range(at) if lines.opens[k])
    stands = at - first
    under_head = first > 0 and lines.head[first - 1]
    if whole and under_head and stands < keep:
        out.append(("heading", KEEP_COST))
    elif whole and stands == 1 and not widows:
        out.append(("orphan", ORPHAN_COST))
    if whole and lines.closes[at] and not lines.head[at] and not widows:
        out.append(("widow", WIDOW_COST))
    return out


def grid_lines(lines, first, last):
    return last - first + sum(lines.before[first + 1 : last]) + sum(lines.pads[first:last])


def least_depth(lines, rooms, starts):
    """The first depth at which columns, each filled with all it takes, hold the text."""
    for depth in range(max(s + r for s, r in zip(starts, rooms, strict=True)) + 1):
        at = 0
        for start, room in zip(starts, rooms, strict=True):
            cap = min(room, max(0, depth - start))
            first = at
            while at < len(lines.opens) and grid_lines(lines, first, at + 1) <= cap:
                at += 1
        if at == len(lines.opens):
            return depth
    return None


def counted_out(lines, rooms, *, level, keep, widows, starts):
    """(counts, price, faults, lines set) of the best of all divisions."""
    count = len(lines.opens)
    best = None
    depth = least_depth(lines, rooms, starts) if level else None
    for end in range(count, -1, -1):
        for cuts in combinations_with_replacement(range(end + 1), len(rooms) - 1):
            edges = list(pairwise((0, *cuts, end)))
            used = [grid_lines(lines, a, b) if b > a else 0 for a, b in edges]
            if any(u > r for u, r in zip(used, rooms, strict=True)):
                continue
            price, found, foot = 0, [], 0
            for c, (a, b) in enumerate(edges):
                if b > a > 0:
                    for kind, fee in faults(lines, a, keep, widows):
                        price += fee
                        found.append((c if kind == "widow" else foot, kind))
                if b > a:
                    foot = c
                if level and depth is not None:
                    off = min(max(depth - starts[c], 0), rooms[c]) - used[c]
                    price += UNLEVEL_COST * off * (off - 1) + DEEPER_COST * max(0, -off)
                elif b < end:
                    price += SHORT_COST * max(0, rooms[c] - used[c] - lines.before[b]) ** 2
            counts = tuple(b - a for a, b in edges)
            key = (price, tuple(-n for n in counts))
            if best is None or key < best[0]:
                best = (key, counts, price, tuple(found), end)
        if best is not None:
            return best[1:]
    return None


stories = st.lists(
    st.one_of(
        st.integers(1, 5),
        st.tuples(st.just("h"), st.integers(1, 2), st.integers(0, 2)),
        st.tuples(st.just("b"), st.integers(1, 5), st.tuples(st.integers(0, 2), st.integers(0, 2))),
    ),
    max_size=5,
).map(lambda its: run(*its))
columns = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 3)), min_size=1, max_size=4)


@settings(max_examples=500, deadline=None)
@given(stories, columns, st.booleans(), st.booleans(), st.integers(0, 4))
@example(run(3, 3), [(3, 0), (3, 0)], True, True, 2)
@example(run(4, ("h", 2, 1), 3), [(7, 0), (5, 0)], False, True, 2)
@example(run(("h", 1, 1), ("h", 1, 1), 3), [(3, 0), (3, 0)], False, True, 2)
def test_no_division_is_better(lines, cols, level, widows, keep):
    rooms, starts = zip(*cols, strict=True)
    done = divide(lines, rooms, level=level, widows=widows, keep=keep, starts=starts)
    counts, _, found, end = counted_out(
        lines, rooms, level=level, keep=keep, widows=widows, starts=starts
    )
    assert done.counts == counts
    assert done.over == len(lines.opens) - end
    assert done.broken == found
    edges = pairwise([sum(counts[:k]) for k in range(len(counts) + 1)])
    assert done.used == tuple(grid_lines(lines, a, b) if b > a else 0 for a, b in edges)


@settings(max_examples=200, deadline=None)
@given(stories, columns, st.booleans())
def test_the_bounds_change_nothing_but_the_time(lines, cols, level):
    rooms, starts = zip(*cols, strict=True)
    with pytest.MonkeyPatch.context() as patch:
        results = []
        for bounds in (module.BOUNDS, (1 << 60,), (0, 1, 7, 1 << 60)):
            patch.setattr(module, "BOUNDS", bounds)
            results.append(divide(lines, rooms, level=level, starts=starts))
    assert results[0] == results[1] == results[2]


@settings(max_examples=300, deadline=None)
@given(stories, columns, st.booleans(), st.integers(0, 3))
def test_the_formula_written_out_is_the_formula(lines, cols, level, most):
    rooms = [room for room, _ in cols]
    page = module._LineSums(lines, widows=False, keep=2)
    end = page.fill(rooms)
    lower = [max(0, room - 1) for room in rooms]
    aims = lower if level and page.fill(lower) >= end else rooms
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MOST", most)
        ends = module._search(page, list(aims), list(rooms), end, 1 << 60, level=level)
        cost = module.division_cost(page, aims, ends, end, level=level)
        assert module._search(page, list(aims), list(rooms), end, cost, level=level) == ends
        if cost:
            assert not module._search(page, list(aims), list(rooms), end, cost - 1, level=level)


# ---- by example


def test_no_text():
    done = divide(run(), (5, 5), level=True)
    assert (done.counts, done.used, done.over, done.broken) == ((0, 0), (0, 0), 0, ())
    assert divide(run(), ()).counts == ()


def test_no_columns():
    assert divide(run(3), ()).over == 3


def test_columns_are_filled_in_order():
    assert divide(run(10, 4), (6, 6, 6)).counts == (6, 6, 2)


def test_a_column_stays_short_so_that_no_first_line_stands_alone():
    assert divide(run(4, 6), (5, 6)).counts == (4, 6)
    assert divide(run(4, 6), (5, 6), widows=True).counts == (5, 5)


def test_a_column_stays_short_so_that_no_last_line_stands_alone():
    assert divide(run(6, 4), (5, 6)).counts == (4, 6)
    assert divide(run(6, 4), (5, 6), widows=True).counts == (5, 5)


def test_a_paragraph_of_three_lines_is_not_parted():
    assert divide(run(4, 3, 4), (6, 8)).counts == (4, 7)
    assert divide(run(4, 3, 4), (6, 8), widows=True).counts == (6, 5)


def test_text_that_would_be_lost_goes_in_and_the_fault_is_told():
    done = divide(run(4, 6), (5, 5))
    assert done.counts == (5, 5)
    assert done.broken == ((0, "orphan"),)
    done = divide(run(6, 4), (5, 5))
    assert done.counts == (5, 5)
    assert done.broken == ((1, "widow"),)


def test_a_subhead_goes_with_two_lines_of_its_text():
    text = run(5, ("h", 1, 1), 4)
    assert divide(text, (7, 7)).counts == (5, 5)
    assert divide(text, (8, 7)).counts == (5, 5)  # one line under it is not enough
    assert divide(text, (9, 7)).counts == (8, 2)
    assert divide(text, (8, 7), keep=1, widows=True).counts == (7, 3)


def test_a_subhead_of_two_rows_ends_a_column_before_it_is_parted():
    # All seven lines are needed: 背题 is the better of two bad ways.
    assert divide(run(2, ("h", 2, 0), 4), (4, 4)).counts == (4, 4)
    assert divide(run(3, ("h", 2, 0), 3), (5, 4)).counts == (5, 3)
    assert divide(run(3, ("h", 2, 0), 3), (4, 5)).counts == (3, 5)
    assert divide(run(3, ("h", 2, 0), 3), (4, 4)).counts == (4, 4)  # else a line would be lost


def test_a_short_paragraph_under_a_subhead_is_kept_whole_and_is_enough():
    assert divide(run(5, ("h", 1, 0), 1, 5), (7, 7)).counts == (7, 5)


def test_no_blank_stands_at_the_head_of_a_column():
    done = divide(run(5, ("h", 1, 2), 4), (5, 5))
    assert done.counts == (5, 5)
    assert done.used == (5, 5)
    done = divide(run(3, ("h", 1, 2), 4), (10,))
    assert done.used == (10,)
    assert divide(run(3, ("h", 1, 2), 4), (9,)).over == 1


def test_the_white_above_a_subhead_may_stand_at_the_foot_of_the_column_before():
    """It counts as no shortness that would better be shared with the column before."""
    text = run(*[1] * 8, ("h", 1, 2), 3)
    assert divide(text, (5, 5, 5)).counts == (5, 3, 4)
    assert divide(run(*[1] * 8, ("h", 1, 0), 3), (5, 5, 5)).counts == (4, 4, 4)


def test_text_that_is_over_is_counted_and_the_columns_are_full():
    done = divide(run(20), (6, 6), level=True)
    assert done.counts == (6, 6)
    assert done.over == 8


def test_columns_are_full_when_text_is_over_even_if_they_are_to_end_level():
    """The 小标题 and its two blank lines do not go into either of them."""
    done = divide(run(*[1] * 8, ("h", 1, 2), 9), (5, 5), level=True)
    assert done.counts == (5, 3)
    assert done.over == 10


def test_level_columns_end_level_and_the_first_take_the_odd_lines():
    for count in range(31):
        done = divide(run(*[1] * count), (10, 10, 10), level=True)
        each, odd = divmod(count, 3)
        assert done.counts == tuple(each + (k < odd) for k in range(3))


def test_level_columns_differ_by_more_than_a_line_only_for_a_fault():
    assert divide(run(11, 9), (15, 15), level=True).counts == (11, 9)
    assert divide(run(11, 9), (15, 15), level=True, widows=True).counts == (10, 10)
    assert divide(run(9, 11), (15, 15), level=True).counts == (11, 9)
    done = divide(run(11, 9), (10, 10), level=True)  # there is no room for it
    assert done.counts == (10, 10)
    assert done.broken == ((1, "widow"),)


def test_columns_under_a_picture_end_with_the_others():
    done = divide(run(*[1] * 24), (10, 10, 6), level=True, starts=(0, 0, 4))
    assert done.counts == (10, 9, 5)


def test_a_column_below_the_level_stays_empty():
    assert divide(run(2, 2), (9, 9, 2), level=True, starts=(0, 0, 7)).counts == (2, 2, 0)


def test_a_column_without_room_is_passed_over():
    done = divide(run(4), (2, 0, 2))
    assert done.counts == (2, 0, 2)
    assert done.broken == ()


def test_the_column_of_a_fault():
    done = divide(run(4, 2), (5, 0, 1))
    assert done.broken == ((0, "orphan"), (2, "widow"))
    assert divide(run(2, ("h", 1, 0), 3), (3, 0, 3)).broken == ((0, "heading"),)


def test_a_box_goes_to_the_next_column_whole():
    text = run(3, ("b", 4, (1, 1)), 3)
    assert divide(text, (6, 9)).counts == (3, 7)
    assert divide(text, (9, 6)).counts == (7, 3)  # 3 + 4 lines and the 2 of its edges
    assert divide(text, (8, 10)).counts == (3, 7)  # the lower edge has no room


def test_the_edges_of_a_box_stand_at_the_head_and_foot_of_a_column():
    done = divide(run(("b", 4, (1, 1)), ("b", 4, (1, 1))), (6, 6))
    assert (done.counts, done.used, done.over) == ((4, 4), (6, 6), 0)
    assert divide(run(("b", 4, (1, 1))), (5,)).over == 1


def test_a_box_is_parted_where_text_would_be_lost():
    done = divide(run(3, ("b", 4, (1, 1)), 1), (5, 5))
    assert done.counts == (4, 4)
    assert done.broken == ((0, "box"),)


def test_a_box_deeper_than_what_other_faults_need_is_kept_whole():
    """A column may end further above its aim than `MOST` for it, level or not."""
    deep = MOST + 6
    text = run(4, ("b", deep, (1, 1)), 20)
    assert divide(text, (deep, deep + 20, 20)).counts[0] == 4
    done = divide(text, (40, 40, 40), level=True)
    assert done.broken == ()
    assert done.over == 0


def test_a_column_off_its_aim_by_more_than_most_is_set_when_nothing_else_goes():
    text = run(3, ("h", 1, MOST + 4), 3)
    done = divide(text, (MOST + 5, 9))
    assert done.counts == (3, 4)
    assert divide(run(*[3] * 9), (MOST + 20, 9, 3), level=True).over == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"head": (False,)}, "Run.head has 1 entries for 2 lines"),
        ({"before": (0, -1)}, "before holds -1"),
        ({"pads": (0,)}, "Run.pads has 1 entries for 2 lines"),
        ({"pads": (0, -2)}, "pads holds -2"),
        ({"tied": (True,)}, "Run.tied has 1 entries for 2 lines"),
    ],
)
def test_bad_lines(change, said):
    from layout.record import replace

    with pytest.raises(ValueError, match=said):
        divide(replace(run(2), **change), (3,))


def test_bad_columns():
    with pytest.raises(ValueError, match="rooms holds -3"):
        divide(run(2), (4, -3))
    with pytest.raises(ValueError, match="1 starts for 2 columns"):
        divide(run(2), (4, 3), starts=(1,))


def test_a_book_is_divided_in_a_blink():
    """64 columns of 3,100 lines take 1.5 million steps; a search over all divisions has no end."""
    text = run(*([4, ("h", 1, 1), 7, 2, 5, 1, 3, 8] * 100))
    size = len(text.opens)
    depths = (-(-size // 55),) * 64
    steps(lambda: divide(text, depths, level=True), most=4_000_000)
    done = divide(text, depths, level=True)
    assert done.over == 0
    assert sum(done.counts) == size


# ---- stretch

amounts = st.floats(0, 200, allow_nan=False)
gaps = st.builds(
    WhitePlaces, heads=st.integers(0, 5), paragraphs=st.integers(0, 20), lines=st.integers(0, 100)
)
limits = st.builds(WhitePlaces, heads=amounts, paragraphs=amounts, lines=amounts)


@given(amounts, amounts, gaps, limits)
def test_stretch_adds_up(used, depth, places, most):
    head, par, line, left = stretch(used, depth, places, most)
    total = head * places.heads + par * places.paragraphs + line * places.lines
    assert total + left == pytest.approx(depth - used, abs=1e-9)
    assert 0 <= head <= most.heads
    assert 0 <= par <= most.paragraphs
    assert 0 <= line <= most.lines
    if left > 1e-9:  # all that could take white is full
        assert head == most.heads or not places.heads
        assert par == most.paragraphs or not places.paragraphs
        assert line == most.lines or not places.lines
    # a later kind takes white only when the earlier ones are full
    assert not (par or line) or head == most.heads or not places.heads
    assert not line or par == most.paragraphs or not places.paragraphs


@given(amounts, st.lists(amounts, min_size=2, max_size=6), gaps, limits)
def test_more_white_never_makes_a_place_smaller(used, depths, places, most):
    made = [stretch(used, depth, places, most) for depth in sorted(depths)]
    for before, after in pairwise(made):
        assert all(a <= b + 1e-9 for a, b in zip(before, after, strict=True))


def test_stretch_by_example():
    places, most = (
        WhitePlaces(heads=2, paragraphs=4, lines=30),
        WhitePlaces(heads=6, paragraphs=3, lines=0.2),
    )
    assert stretch(100, 110, places, most) == (5, 0, 0, 0)
    assert stretch(100, 118, places, most) == (6, 1.5, 0, 0)
    assert stretch(100, 127, places, most) == (6, 3, near(0.1), 0)
    assert stretch(100, 140, places, most) == (6, 3, 0.2, near(10))
    assert stretch(100, 95, places, most) == (0, 0, 0, -5)
