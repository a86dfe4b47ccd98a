"""The tables of classes hold together: nothing twice, every class with what the rules need."""

import pytest

from layout.spec.model.style import LEVELS
from layout.text.charclass import (
    NOT_AT_END,
    NOT_AT_START,
    POSTFIXES,
    PREFIXES,
    CharClass,
)
from layout.text.scripts import HANS, HANT, JA, MEMBERS, SCRIPTS, script

MARKS = (CharClass.OPEN, CharClass.CLOSE, CharClass.PAUSE, CharClass.STOP)


def test_no_character_is_in_two_classes():
    chars = "".join(MEMBERS.values())
    assert len(chars) == len(set(chars)) == len(HANS.classes)
    assert not POSTFIXES & PREFIXES
    assert not (POSTFIXES | PREFIXES) & set(chars)


def test_every_level_that_a_style_may_name_has_its_prohibitions():
    assert tuple(NOT_AT_START) == tuple(NOT_AT_END) == LEVELS


@pytest.mark.parametrize("left", MEMBERS[CharClass.OPEN])
def test_each_opening_mark_has_its_closing_one_in_the_same_place(left):
    at = MEMBERS[CharClass.OPEN].index(left)
    right = MEMBERS[CharClass.CLOSE][at]
    assert HANS.classes[right] is CharClass.CLOSE
    names = {"“": "”", "（": "）", "《": "》", "【": "】", "「": "」"}
    assert names.get(left, right) == right


@pytest.mark.parametrize("name", SCRIPTS)
@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize("cls", MARKS)
def test_clreq_width_adjustment_a_mark_and_its_blank_fill_one_em(name, vertical, cls):
    table = script(name, vertical=vertical)
    assert table.body[cls] + table.before.get(cls, 0) + table.after.get(cls, 0) == 1000


def test_clreq_positions_of_punctuation_marks():
    assert HANS.after[CharClass.PAUSE] == 500
    assert HANT.before[CharClass.PAUSE] == HANT.after[CharClass.PAUSE] == 250
    assert HANT.before[CharClass.DOT] + HANT.body[CharClass.DOT] + HANT.after[CharClass.DOT] == 1000
    assert CharClass.DOT not in HANS.after  # · has half an em (GB/T 15834-2011 5.1)


def test_jlreq_classes_that_chinese_lacks():
    assert JA.classes["ッ"] is JA.classes["ー"] is CharClass.SMALL_KANA
    assert JA.classes["ゝ"] is CharClass.ITERATION
    assert JA.classes["・"] is JA.classes["："] is CharClass.DOT
    assert JA.classes["？"] is CharClass.FULL
    assert CharClass.SMALL_KANA in NOT_AT_START["strict"]
    assert CharClass.SMALL_KANA not in NOT_AT_START["gb"]
    assert all(CharClass.ITERATION in NOT_AT_START[level] for level in LEVELS[1:])


def test_clreq_vertical_writing_colons_and_question_marks_fill_their_em():
    table = script("zh-hans", vertical=True)
    assert {table.classes[c] for c in "；：？！"} == {CharClass.FULL}
    assert {table.classes[c] for c in "，、"} == {CharClass.PAUSE}


@pytest.mark.parametrize(
    ("level", "chars"),
    [
        ("none", ""),
        ("basic", "，、；：。？！”’）》～—–·／"),
        ("gb", "，、；：。？！”’）》～—–·／々"),
        ("strict", "，、；：。？！”’）》～—–·／々"),
    ],
)
def test_clreq_prohibition_not_at_line_start(level, chars):
    assert {HANS.classes[c] for c in chars} <= NOT_AT_START[level]
    assert CharClass.HAN not in NOT_AT_START[level]
    assert CharClass.OPEN not in NOT_AT_START[level]


@pytest.mark.parametrize(
    ("level", "chars"),
    [("none", ""), ("basic", "“‘（《【"), ("gb", "“‘（《【／"), ("strict", "“‘（《【／")],
)
def test_clreq_prohibition_not_at_line_end(level, chars):
    assert {HANS.classes[c] for c in chars} <= NOT_AT_END[level]
    assert not NOT_AT_END[level] & {CharClass.HAN, CharClass.CLOSE, CharClass.STOP}


def test_gb_15834_5_1_8_a_solidus_may_stand_at_no_edge_at_the_gb_level():
    assert CharClass.SOLIDUS in NOT_AT_START["gb"] & NOT_AT_END["gb"]
    assert CharClass.SOLIDUS not in NOT_AT_END["basic"]


def test_gb_15834_5_1_5_dashes_and_ellipses_may_begin_a_line():
    dashes = {CharClass.DASH, CharClass.ELLIPSIS}
    assert not NOT_AT_START["gb"] & dashes
    assert dashes <= NOT_AT_START["strict"]
