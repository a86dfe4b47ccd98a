"""Which lines stand in which box, and what its edges take of the grid."""

from layout.flow.article.boxes import boxes_of, depth, edges, groups
from tests.flow.conftest import box, boxed

TEXT = "甲\n\n:::框\n### 题\n乙\n\n丙\n:::\n\n丁\n\n:::框\n戊\n:::\n\n:::框\n己\n:::"


def test_a_box_is_what_one_fence_holds():
    found = boxes_of(boxed(TEXT))
    assert {n: (b.number, b.first, b.last) for n, b in found.items()} == {
        2: (1, True, False), 3: (1, False, False), 4: (1, False, True),
        6: (2, True, True), 7: (3, True, True),
    }  # fmt: skip
    assert [found[n].place.line for n in (2, 6, 7)] == [3, 12, 16]


def lines(*counts: int, whole: int = 12):
    """Lines by paragraph of one box; None of none."""
    text = "\n\n".join([":::框", *["甲"] * len(counts), ":::"])
    found = boxes_of(boxed(text, box(whole=whole)))
    return [
        found[n].line(first=k == 0, last=k == count - 1)
        for n, count in enumerate(counts, 1)
        for k in range(count)
    ]


def test_edges_stand_at_its_first_line_and_its_last():
    own = lines(2, 1)
    inside = [None, *own, None]
    assert list(groups(inside)) == [(0, 0, 1), (1, 1, 4), (0, 4, 5)]
    pads, tied = edges(inside, [0, 0, 0, 1, 0], 40)
    assert pads == [0, 1, 0, 1, 0]
    assert tied == [False, True, True, False, False]
    assert depth(own, [5, 0, 1]) == 6  # three lines, two edges, one line of white in it


def test_one_too_deep_for_its_limit_or_its_column_may_be_parted():
    own = lines(10)
    white = [0] * 10
    assert any(edges(own, white, 12)[1])
    assert not any(edges(own, white, 11)[1])
    assert not any(edges(lines(11), [0] * 11, 40)[1])
    assert any(edges(lines(11, whole=13), [0] * 11, 40)[1])
