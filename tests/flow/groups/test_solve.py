"""The copyfit solver against brute force: every choice of every leaf of a small page."""

from itertools import product

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from layout.flow.groups.solve import (
    MOST_DEEP,
    MOST_HEIGHT,
    Leaf,
    NoSolution,
    Option,
    Row,
    Solution,
    Stack,
    fill,
    solve,
)
from tests.cost import steps


def leaf(*options, free=False):
    """Options as heights, or as (height, cost)."""
    pairs = [o if isinstance(o, tuple) else (o, 0.0) for o in options]
    return Leaf(tuple(Option(h, c, f"{h}:{c:g}") for h, c in pairs), fill=free)


# ---- the oracle


def leaves(tree):
    return [tree] if isinstance(tree, Leaf) else [x for c in tree.children for x in leaves(c)]


def height_of(tree, chosen):
    """The height a choice (an iterator in reading order) gives; None where a row is uneven."""
    if isinstance(tree, Leaf):
        return next(chosen).height
    heights = [height_of(child, chosen) for child in tree.children]
    if None in heights:
        return None
    if isinstance(tree, Stack):
        return sum(heights) + tree.gaps
    return heights[0] if len(set(heights)) == 1 else None


def counted_out(tree, wanted):
    """The best choice by its meaning, and all heights that can be reached."""
    all_leaves = leaves(tree)
    best, reached = None, set()
    for picks in product(*[range(len(x.options)) for x in all_leaves]):
        chosen = [x.options[k] for x, k in zip(all_leaves, picks, strict=True)]
        height = height_of(tree, iter(chosen))
        if height is None:
            continue
        reached.add(height)
        if height == wanted:
            cost = sum(round(o.cost * 1_000_000) for o in chosen)
            changed = sum(k != 0 and not x.fill for x, k in zip(all_leaves, picks, strict=True))
            key = (cost, changed, picks)
            if best is None or key < best[0]:
                best = key, tuple(chosen)
    return best, sorted(reached)


options = st.tuples(st.integers(0, 7), st.sampled_from([0.0, 0.0, 0.1, 0.2, 0.3, 1.0, 2.5]))
any_leaf = st.builds(
    lambda its, free: leaf(*its, free=free),
    st.lists(options, min_size=1, max_size=4),
    st.booleans(),
)
trees = st.recursive(
    any_leaf,
    lambda inner: st.one_of(
        st.builds(
            lambda kids, gaps: Stack(tuple(kids), gaps),
            st.lists(inner, min_size=0, max_size=3),
            st.integers(0, 2),
        ),
        st.builds(lambda kids: Row(tuple(kids)), st.lists(inner, min_size=1, max_size=3)),
    ),
    max_leaves=5,
).filter(lambda tree: len(leaves(tree)) <= 6)


@settings(max_examples=400, deadline=None)
@given(trees, st.data())
def test_no_choice_is_better(tree, data):
    _, reached = counted_out(tree, -1)
    near = reached + [h + d for h in reached for d in (-1, 1)] or [3]
    wanted = data.draw(st.sampled_from(near))
    best, _ = counted_out(tree, wanted)
    done = solve(tree, wanted)
    event("solved" if best else "no solution")
    if best is None:
        assert done == NoSolution(
            nearest_below=max((h for h in reached if h < wanted), default=None),
            nearest_above=min((h for h in reached if h > wanted), default=None),
        )
        return
    (cost, changed, _), chosen = best
    assert isinstance(done, Solution)
    assert done.cost == pytest.approx(cost / 1_000_000)
    assert done.changed == changed
    assert done.choices == chosen


@settings(max_examples=100, deadline=None)
@given(st.lists(any_leaf, min_size=1, max_size=5), st.integers(0, 20))
def test_the_shape_of_a_stack_does_not_matter(kids, wanted):
    flat = solve(Stack(tuple(kids)), wanted)
    deep = Stack(())
    for kid in kids:
        deep = Stack((deep, kid))
    assert solve(deep, wanted) == flat
    assert solve(Row((Stack(tuple(kids)),)), wanted) == flat


# ---- by example


def solved(tree, wanted) -> Solution:
    """The solution of a tree that has one."""
    done = solve(tree, wanted)
    assert isinstance(done, Solution), done
    return done


def test_a_picture_gives_way_to_a_story():
    picture = leaf(*[(36 + d, abs(d)) for d in (0, 1, -1, 2, -2, 3, -3, 4, -4)])
    story = leaf((80, 0.0), (84, 2.5), (88, 8.0))
    done = solved(Stack((picture, story), 2), 120)
    assert [o.height for o in done.choices] == [38, 80]
    assert (done.cost, done.changed) == (2, 1)
    done = solved(Stack((picture, story), 2), 124)
    assert [o.height for o in done.choices] == [38, 84]


def test_a_row_is_as_high_as_all_its_parts():
    row = Row((leaf((80, 0), (84, 1)), Stack((leaf((60, 0), (63, 1)), fill(range(30), abs)))))
    done = solved(row, 84)
    assert [o.height for o in done.choices] == [84, 63, 21]
    assert solve(row, 82) == NoSolution(nearest_below=80, nearest_above=84)


def test_the_page_as_it_stands_is_left_alone():
    tree = Stack((leaf(10, 12), leaf(20, 18), leaf(5, 7, 3)))
    assert [o.height for o in solved(tree, 35).choices] == [10, 20, 5]


def test_of_equal_costs_the_least_change():
    tree = Stack((leaf(10, (12, 0.5)), leaf(20, (21, 0.25)), leaf(30, (31, 0.25))))
    done = solved(tree, 62)
    assert [o.height for o in done.choices] == [12, 20, 30]
    assert done.changed == 1


def test_of_equal_changes_the_first_in_reading_order_stays():
    tree = Stack((leaf(10, (12, 0.5)), leaf(20, (22, 0.5))))
    assert [o.height for o in solved(tree, 32).choices] == [10, 22]


def test_a_fill_is_not_a_change():
    tree = Stack((leaf(10, (11, 0.0)), fill(range(5, 9), lambda _: 0.0, "space")))
    done = solved(tree, 17)
    assert [o.height for o in done.choices] == [10, 7]
    assert done.choices[1].key == "space"
    assert done.changed == 0


def test_costs_in_tenths_are_equal_when_their_sums_are():
    """0.1 + 0.2 is more than 0.3 in floats."""
    tree = Stack((leaf(0, (1, 0.1)), leaf(0, (1, 0.2)), leaf(0, (2, 0.3))))
    done = solved(tree, 2)
    assert [o.height for o in done.choices] == [0, 0, 2]


def test_two_options_of_one_height():
    only = leaf((10, 3.0), (10, 1.0), (10, 1.0))
    done = solved(Stack((only,)), 10)
    assert (done.cost, done.changed) == (1.0, 1)
    assert done.choices[0] is only.options[1]


def test_no_height_at_all():
    assert solve(Row((leaf(3), leaf(4))), 3) == NoSolution(nearest_below=None, nearest_above=None)
    assert solve(leaf(3), -1) == NoSolution(nearest_below=None, nearest_above=3)
    assert solve(leaf(3), 10**9) == NoSolution(nearest_below=3, nearest_above=None)


def test_a_page_of_nothing():
    assert solve(Stack((), 4), 4) == Solution(choices=(), cost=0.0, changed=0)


def test_what_is_beyond_all_pages_is_left_out():
    tree = Stack((leaf(5, MOST_HEIGHT), leaf(5, MOST_HEIGHT)))
    assert solve(tree, 11) == NoSolution(nearest_below=10, nearest_above=None)


def nested(deep):
    tree = leaf(3)
    for _ in range(deep):
        tree = Stack((tree,))
    return tree


@pytest.mark.parametrize(
    ("tree", "said"),
    [
        (Leaf(()), "a leaf without options"),
        (Stack((leaf(3), Row(()))), "a row without parts"),
        (Stack((leaf(3),), -1), "gaps of -1"),
        (leaf(-2), "a height of -2"),
        (leaf(MOST_HEIGHT + 1), f"expected 0 to {MOST_HEIGHT} lines"),
        (leaf((3, -0.5)), "a cost of -0.5"),
        (leaf((3, float("nan"))), "a cost of nan"),
        (leaf((3, float("inf"))), "a cost of inf"),
        (nested(MOST_DEEP + 1), f"more than {MOST_DEEP} stacks"),
    ],
)
def test_a_tree_that_means_nothing(tree, said):
    with pytest.raises(ValueError, match=said):
        solve(tree, 3)


def test_forty_leaves_of_sixty_options():
    """Some 430,000 steps; all choices would be 60 to the power of 40."""

    def tall(at):
        return leaf(*sorted(((5 + k, (k - at) ** 2 / 7) for k in range(60)), key=lambda o: o[1]))

    tree = Row(tuple(Stack(tuple(tall(3 * k + side) for k in range(10))) for side in range(4)))
    steps(lambda: solve(tree, 120), most=1_000_000)
    done = solved(tree, 120)
    heights = [o.height for o in done.choices]
    assert [sum(heights[k : k + 10]) for k in (0, 10, 20, 30)] == [120] * 4
