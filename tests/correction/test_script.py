"""Which script a character belongs to, to the edges of each block."""

import pytest

from layout.correction.script import (
    chinese_beside,
    is_chinese,
    is_digit,
    is_han,
    is_western,
    width_em,
)

BLOCKS = [
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x3347F), (0xF900, 0xFAFF), (0x2E80, 0x2FD5),
    (0x3005, 0x3007),
]  # fmt: skip
"""The blocks of ideographs in Unicode 17, and 々 to 〇."""


@pytest.mark.parametrize(("first", "last"), BLOCKS)
def test_han_are_ideographs_to_the_edges_of_their_blocks(first: int, last: int) -> None:
    for code in (
        range(first - 2, last + 3) if last - first < 9 else (first - 1, first, last, last + 1)
    ):
        inside = any(a <= code <= b for a, b in BLOCKS)
        assert is_han(chr(code)) is inside, hex(code)


def test_classes_of_a_few() -> None:
    for char, chinese, western, digit in (
        ("中", True, False, False), ("，", True, False, False), ("a", False, True, False),
        ("é", False, True, False), ("7", False, True, True), ("７", False, False, False),
        ("“", False, False, False), (",", False, False, False), (" ", False, False, False),
        ("か", False, False, False), ("/", False, False, False), (":", False, False, False),
    ):  # fmt: skip
        assert (is_chinese(char), is_western(char), is_digit(char)) == (chinese, western, digit), (
            char
        )


def test_marks_of_either_script_are_looked_beyond() -> None:
    assert chinese_beside("中”", 1, -1)
    assert not chinese_beside("a”", 1, -1)
    assert chinese_beside("“中", 0, 1)
    assert not chinese_beside("””", 1, -1)
    assert not chinese_beside("中", -1, -1)
    assert not chinese_beside("中", 1, 1)
    assert chinese_beside("中" + "”" * 15, 15, -1)
    assert not chinese_beside("中" + "”" * 16, 16, -1)  # sixteen are looked through


def test_widths() -> None:
    assert [width_em(c) for c in "中，“—…aé1か"] == [1, 1, 1, 1, 1, 0.5, 0.5, 0.5, 1]
