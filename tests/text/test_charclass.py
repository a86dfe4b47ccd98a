"""The tables of classes hold together: nothing twice, every class with what the rules need."""

import pytest

from layout.text.charclass import (
    BLANK_AFTER,
    BLANK_BEFORE,
    BODY,
    CLASS_OF,
    MEMBERS,
    NOT_AT_END,
    NOT_AT_START,
    POSTFIXES,
    PREFIXES,
    CharClass,
)

MARKS = (CharClass.OPEN, CharClass.CLOSE, CharClass.PAUSE, CharClass.STOP)


def test_no_character_is_in_two_classes():
    chars = "".join(MEMBERS.values())
    assert len(chars) == len(set(chars)) == len(CLASS_OF)
    assert not POSTFIXES & PREFIXES
    assert not (POSTFIXES | PREFIXES) & set(chars)


@pytest.mark.parametrize("left", MEMBERS[CharClass.OPEN])
def test_each_opening_mark_has_its_closing_one_in_the_same_place(left):
    at = MEMBERS[CharClass.OPEN].index(left)
    right = MEMBERS[CharClass.CLOSE][at]
    assert CLASS_OF[right] is CharClass.CLOSE
    names = {"“": "”", "（": "）", "《": "》", "【": "】", "「": "」"}
    assert names.get(left, right) == right


@pytest.mark.parametrize("cls", MARKS)
def test_clreq_width_adjustment_a_mark_and_its_blank_fill_one_em(cls):
    assert BODY[cls] + BLANK_BEFORE.get(cls, 0) + BLANK_AFTER.get(cls, 0) == 1000


@pytest.mark.parametrize(
    ("level", "chars"),
    [
        ("none", ""),
        ("basic", "，、；：。？！”’）》～—–·／"),
        ("gb", "，、；：。？！”’）》～—–·／"),
    ],
)
def test_clreq_prohibition_not_at_line_start(level, chars):
    assert {CLASS_OF[c] for c in chars} <= NOT_AT_START[level]
    assert CharClass.HAN not in NOT_AT_START[level]
    assert CharClass.OPEN not in NOT_AT_START[level]


@pytest.mark.parametrize(
    ("level", "chars"), [("none", ""), ("basic", "“‘（《【"), ("gb", "“‘（《【／")]
)
def test_clreq_prohibition_not_at_line_end(level, chars):
    assert {CLASS_OF[c] for c in chars} <= NOT_AT_END[level]
    assert not NOT_AT_END[level] & {CharClass.HAN, CharClass.CLOSE, CharClass.STOP}


def test_gb_15834_5_1_8_a_solidus_may_stand_at_no_edge_at_the_gb_level():
    assert CharClass.SOLIDUS in NOT_AT_START["gb"] & NOT_AT_END["gb"]
    assert CharClass.SOLIDUS not in NOT_AT_END["basic"]


def test_gb_15834_5_1_5_dashes_and_ellipses_may_begin_a_line():
    assert not NOT_AT_START["gb"] & {CharClass.DASH, CharClass.ELLIPSIS}
