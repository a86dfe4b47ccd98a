"""What is read held against what went in: every loss, change and addition is counted."""

import pytest

from bench.quality.marks import Kind, kinds
from bench.quality.source import Source, match


@pytest.mark.parametrize(
    ("read", "source", "wrong"),
    [
        ("一二三四五六七", "一二三四五六七", 0),
        ("一二三四六七八九", "一二三四五六七八九", 1),  # lost
        ("一二三四四五六七", "一二三四五六七", 1),  # added
        ("一二叁四五六七八", "一二三四五六七八", 1),  # changed
        ("一二叁肆五六七八", "一二三四五六七八", 2),
        ("", "一二三", 3),
        ("一二三", "", 3),
        ("一二三四五六", "一二三四五六七", 1),
        ("一二三四五六七", "一二三四五六", 1),
    ],
)
def test_what_differs_is_counted(read: str, source: str, wrong: int) -> None:
    assert match(read, source)[1] == wrong


def test_out_of_order_is_wrong() -> None:
    assert match("五六七八九十一二三四", "一二三四五六七八九十")[1] >= 4


def test_places_are_those_of_the_source() -> None:
    assert match("一二四五六七八", "一二三四五六七八")[0] == [0, 1, 3, 4, 5, 6, 7]
    assert match("wo-rd", "word") == ([0, 1, -1, 2, 3], 0)
    assert match("wo\u00adrd", "word") == ([0, 1, -1, 2, 3], 0)


def test_a_hyphen_between_other_characters_is_one_too_many() -> None:
    assert match("12-3456", "123456")[1] == 1
    assert match("一二-三四五六", "一二三四五六")[1] == 1


def test_a_source_keeps_paragraphs_and_where_spaces_were() -> None:
    source = Source.of(["一 b c", "二"])
    assert source.chars == "一bc二"
    assert source.parted == (False, True, True, False)
    assert source.owner == (0, 0, 0, 1)
    assert [source.first(i) for i in range(4)] == [True, False, False, True]
    assert [source.last(i) for i in range(4)] == [False, False, True, True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一——二", [Kind.HAN, Kind.DASH, Kind.DASH, Kind.HAN]),
        ("一—二", [Kind.HAN, Kind.CONNECTOR, Kind.HAN]),
        ("don’t", [Kind.WEST] * 5),
        ("‘好’", [Kind.OPEN, Kind.HAN, Kind.CLOSE]),
        ("〇々𠮷", [Kind.HAN] * 3),
        ("％", [Kind.WEST]),
    ],
)
def test_kinds(text: str, expected: list[Kind]) -> None:
    assert kinds(text) == expected
