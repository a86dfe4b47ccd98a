"""Texts against a table that tries every way; and the changes as a reader would name them."""

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from layout.compare.textdiff import MOST_EDITS, SHORT, TextEdit, edits, matches


def longest(a: str, b: str) -> int:
    """Characters in common, in order, at best: by a table of all beginnings."""
    row = [0] * (len(b) + 1)
    for x in a:
        last = row[:]
        for j, y in enumerate(b):
            row[j + 1] = last[j] + 1 if x == y else max(row[j], last[j + 1])
    return row[-1]


def applied(a: str, b: str, found: list[TextEdit]) -> str:
    out, at = "", 0
    for one in found:
        out += a[at : one.a_from] + b[one.b_from : one.b_to]
        at = one.a_to
    return out + a[at:]


def check(a: str, b: str) -> int:
    common = matches(a, b)
    for one in common:
        assert a[one.a : one.a + one.size] == b[one.b : one.b + one.size]
    for one, after in pairwise(common):
        assert one.a + one.size <= after.a
        assert one.b + one.size <= after.b
        assert (one.a + one.size, one.b + one.size) != (after.a, after.b)
    assert applied(a, b, edits(common, len(a), len(b))) == b
    return sum(one.size for one in common)


@settings(max_examples=400, deadline=None)
@given(st.text("市场的了一", max_size=24), st.text("市场的了一", max_size=24))
def test_the_way_is_the_shortest(a: str, b: str) -> None:
    assert check(a, b) == longest(a, b)


def test_long_texts_are_parted_by_what_stands_once() -> None:
    chance = random.Random(14)
    letters = [chr(0x4E00 + n) for n in range(3000)]
    text = "".join(chance.choices(letters, k=6000))
    pieces = [text[at : at + 100] for at in range(0, 6000, 100)]
    other = "".join(
        "".join(chance.choices(letters, k=40)) + piece[20:] if n % 3 == 0 else piece
        for n, piece in enumerate(pieces)
    )
    # More than Myers may walk, and not one character of the rest is lost.
    assert check(text, other) >= 6000 - 20 * 20
    assert len("".join(pieces[::3])) > MOST_EDITS


def test_nothing_in_common_costs_nothing() -> None:
    assert check("甲" * 5000, "乙" * 5000) == 0
    assert check("", "乙" * 5000) == 0
    assert check("甲乙" * 3000, "乙甲" * 3000 + "丙" * 700) == 5999


def test_edits_read_as_a_person_would_name_them() -> None:
    a, b = "河边的早市有四十年了", "河边的早市有八年多了"
    assert edits(matches(a, b), len(a), len(b)) == [TextEdit(6, 9, 6, 9)]
    a, b = "甲" + "一二三四五六七八" + "乙", "丙" + "一二三四五六七八" + "丁"
    assert len(edits(matches(a, b), 10, 10)) == 2  # what lies between is long enough to read
    assert SHORT < 8
    assert edits(matches(a, a), 10, 10) == []


def test_one_of_two_equal_lines_gone_is_one_edit() -> None:
    line = "清晨六点，第一班公交车驶出车站。"
    a, b = f"{line}{line}街角。", f"{line}街角。"
    (one,) = edits(matches(a, b), len(a), len(b))
    assert one.a_to - one.a_from == len(line)
    assert one.b_to == one.b_from


def test_a_gap_lies_where_it_is_seen() -> None:
    a = "街角的灯亮了。\n河边的灯亮了。\n散了。"
    b = "街角的灯亮了。\n散了。"
    (one,) = edits(matches(a, b), len(a), len(b))
    assert a[one.a_from : one.a_to] == "河边的灯亮了。\n"
    (one,) = edits(matches(b, a), len(b), len(a))
    assert a[one.b_from : one.b_to] == "河边的灯亮了。\n"
