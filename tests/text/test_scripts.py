"""The tables of scripts against the sets that the standards print, spelled out here from those.

CLREQ: Requirements for Chinese Text Layout, "Categories and usage of punctuation marks", "Sizes and
positions of punctuation marks", "Punctuation adjustment space". JLREQ: Requirements for Japanese
Text Layout, appendix A, with the full-width form where the standard prints one.
"""

import unicodedata

import pytest

from layout.spec.model.style import LEVELS
from layout.text.charclass import LATIN, NOT_AT_END, NOT_AT_START, CharClass
from layout.text.scripts import HANS, HANT, JA, SCRIPTS, script
from layout.text.segment import class_of

HORIZONTAL = tuple(SCRIPTS.values())
VERTICAL = tuple(script(name, vertical=True) for name in SCRIPTS)

OPEN, CLOSE, FULL = CharClass.OPEN, CharClass.CLOSE, CharClass.FULL
PAUSE, STOP, DOT = CharClass.PAUSE, CharClass.STOP, CharClass.DOT
CONNECTOR, SOLIDUS = CharClass.CONNECTOR, CharClass.SOLIDUS


def width(table, char):
    """The em of a mark with its blanks, where the class decides it."""
    cls = table.classes[char]
    body = table.own.get(char, 1000 if cls is FULL else table.body[cls])
    return table.before.get(cls, 0) + body + table.after.get(cls, 0)


@pytest.mark.parametrize("table", HORIZONTAL + VERTICAL)
def test_clreq_brackets_and_quotation_marks(table):
    pairs = "“”‘’（）《》〈〉「」『』【】〖〗〔〕［］｛｝"
    for left, right in zip(pairs[::2], pairs[1::2], strict=True):
        assert table.classes[left] is OPEN
        assert table.classes[right] is CLOSE


CLREQ_MARKS = [
    # script, vertical, marks, class, width, blank before and after
    ("zh-hans", False, "，、；：", PAUSE, 1000, (0, 500)),
    ("zh-hans", False, "。．？！", STOP, 1000, (0, 500)),
    ("zh-hans", False, "·", DOT, 500, (0, 0)),
    ("zh-hans", False, "／", SOLIDUS, 500, (0, 0)),
    ("zh-hans", False, "–", CONNECTOR, 500, (0, 0)),
    ("zh-hans", False, "—～", CONNECTOR, 1000, (0, 0)),
    ("zh-hans", True, "，、", PAUSE, 1000, (0, 500)),
    ("zh-hans", True, "。", STOP, 1000, (0, 500)),
    ("zh-hans", True, "；：？！", FULL, 1000, (0, 0)),
    ("zh-hant", False, "，、；：", PAUSE, 1000, (250, 250)),
    ("zh-hant", False, "。．", STOP, 1000, (250, 250)),
    ("zh-hant", False, "？！", FULL, 1000, (0, 0)),
    ("zh-hant", False, "·‧", DOT, 1000, (250, 250)),
    ("zh-hant", False, "／", SOLIDUS, 1000, (0, 0)),
    ("zh-hant", False, "–～", CONNECTOR, 1000, (0, 0)),
    ("zh-hant", True, "，、", PAUSE, 1000, (250, 250)),
    ("zh-hant", True, "。", STOP, 1000, (250, 250)),
    ("zh-hant", True, "；：？！", FULL, 1000, (0, 0)),
    ("zh-hant", True, "·‧", DOT, 1000, (250, 250)),
]


@pytest.mark.parametrize("row", CLREQ_MARKS)
def test_clreq_sizes_positions_and_adjustment_space(row):
    name, vertical, marks, cls, em, blanks = row
    table = script(name, vertical=vertical)
    for mark in marks:
        assert table.classes[mark] is cls, mark
        assert width(table, mark) == em, mark
        assert (table.before.get(cls, 0), table.after.get(cls, 0)) == blanks


def test_clreq_taiwan_and_hong_kong_keep_the_em_of_centred_marks_at_the_edges_of_a_line():
    for table in (HANT, script("zh-hant", vertical=True)):
        for cls in (PAUSE, STOP, DOT):
            assert cls in table.centred
            assert table.kept[cls] == table.before[cls] == table.after[cls]
    assert not HANS.kept
    assert not HANS.centred


JLREQ = {
    "cl-01": ("‘“（〔［｛〈《「『【｟〘〖«〝", OPEN),
    "cl-02": ("’”）〕］｝〉》」』】｠〙〗»〟", CLOSE),
    "cl-03": ("‐〜゠–", CONNECTOR),
    "cl-04": ("！？‼⁇⁈⁉", FULL),
    "cl-05": ("・：；", DOT),
    "cl-06": ("。．", STOP),
    "cl-07": ("、，", PAUSE),
    "cl-09": ("ヽヾゝゞ々〻", CharClass.ITERATION),
    "cl-10": ("ー", CharClass.SMALL_KANA),
    "cl-11": ("ぁぃぅぇぉァィゥェォっゃゅょゎゕゖッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ",
              CharClass.SMALL_KANA),
    "cl-12": ("￥＄￡＃€№", CharClass.PREFIX),
    "cl-13": ("°′″℃￠％‰㏋ℓ㌃㌍㌔㌘㌢㌣㌦㌧㌫㌶㌻㍉㍊㍍㍑㍗㎎㎏㎜㎝㎞㎡㏄", CharClass.POSTFIX),
    "cl-15": ("あいうゐゑをんゔ", CharClass.HAN),
    "cl-16": ("アイウヰヱヲンヴ", CharClass.HAN),
    "cl-19": ("亜弌", CharClass.HAN),
}  # fmt: skip


@pytest.mark.parametrize("group", JLREQ)
def test_jlreq_appendix_a_members(group):
    chars, cls = JLREQ[group]
    for char in chars:
        assert class_of(char, JA) is cls, char


def test_jlreq_appendix_a_classes_have_no_other_members_but_rarer_forms_of_theirs():
    # Brackets, small forms and half-width kana of Unicode that JLREQ's repertoire leaves out.
    more = "〚〛〞﹙﹛﹝﹚﹜﹞﹐﹑﹔﹕﹒﹖﹗·‧･—～／︙〼゛゜ﾞﾟ"
    known = "".join(chars for chars, _ in JLREQ.values()) + more
    for char in JA.classes:
        small_kana = JA.classes[char] is CharClass.SMALL_KANA
        assert char in known or small_kana, char


def test_jlreq_cl_08_inseparable_characters_may_begin_a_line():
    for text, cls in (("—", CharClass.DASH), ("——", CharClass.DASH), ("……", CharClass.ELLIPSIS),
                      ("‥‥", CharClass.ELLIPSIS)):  # fmt: skip
        assert class_of(text, JA) is cls
        assert cls not in NOT_AT_START["gb"]


@pytest.mark.parametrize(
    ("mark", "em", "blanks"),
    [
        ("、", 1000, (0, 500)), ("。", 1000, (0, 500)),
        ("（", 1000, (500, 0)), ("）", 1000, (0, 500)),
        ("・", 1000, (250, 250)), ("：", 1000, (250, 250)), ("；", 1000, (250, 250)),
        ("？", 1000, (0, 0)), ("！", 1000, (0, 0)), ("‼", 1000, (0, 0)),
        ("〜", 1000, (0, 0)), ("–", 500, (0, 0)), ("゠", 500, (0, 0)), ("‐", 250, (0, 0)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("vertical", [False, True])
def test_jlreq_3_1_2_widths_of_marks(mark, em, blanks, vertical):
    table = script("ja", vertical=vertical)
    cls = class_of(mark, table)
    own = table.own.get(mark)
    assert (own or width(table, mark)) == em
    assert (table.before.get(cls, 0), table.after.get(cls, 0)) == blanks


def test_jlreq_3_1_9_a_middle_dot_keeps_its_em_at_the_edges_of_a_line():
    assert JA.kept == {DOT: 250}


# JLREQ 3.1.7 and 3.1.8: what begins and what ends no line.
JLREQ_NOT_FIRST = ("cl-02", "cl-03", "cl-04", "cl-05", "cl-06", "cl-07", "cl-09")
JLREQ_NOT_FIRST_STRICTLY = ("cl-10", "cl-11")
"""Its first note names 々 too; UAX #14 (NS) and CSS Text let none begin a line, and so do we."""


@pytest.mark.parametrize("level", LEVELS[1:])
def test_jlreq_3_1_7_characters_not_starting_a_line(level):
    for group in JLREQ_NOT_FIRST:
        for char in JLREQ[group][0]:
            assert class_of(char, JA) in NOT_AT_START[level]
    for group in JLREQ_NOT_FIRST_STRICTLY:
        for char in JLREQ[group][0]:
            assert (class_of(char, JA) in NOT_AT_START[level]) == (level == "strict")
    for group in ("cl-01", "cl-12", "cl-15", "cl-16", "cl-19"):
        for char in JLREQ[group][0]:
            assert class_of(char, JA) not in NOT_AT_START[level]


@pytest.mark.parametrize("level", LEVELS[1:])
def test_jlreq_3_1_8_characters_not_ending_a_line(level):
    for char in JLREQ["cl-01"][0] + JLREQ["cl-12"][0]:
        assert class_of(char, JA) in NOT_AT_END[level]
    for group in set(JLREQ) - {"cl-01", "cl-12"}:
        for char in JLREQ[group][0]:
            assert class_of(char, JA) not in NOT_AT_END[level]


CLREQ_NOT_FIRST = "，、；：。．？！‼⁇⁈⁉”’）》〉】〗〕］｝」』–—～·‧／"
"""CLREQ "Prohibition rules", basic: pauses and stops, closing marks, connectors, · and ／."""
CLREQ_NOT_LAST = "“‘（《〈【〖〔［｛「『"


@pytest.mark.parametrize("table", [s for s in HORIZONTAL + VERTICAL if s.name != "ja"])
@pytest.mark.parametrize("level", LEVELS)
def test_clreq_prohibition_rules(table, level):
    for char in CLREQ_NOT_FIRST:
        assert (class_of(char, table) in NOT_AT_START[level]) == (level != "none"), char
        last = class_of(char, table) in NOT_AT_END[level]
        assert last == (char == "／" and level in ("gb", "strict")), char
    for char in CLREQ_NOT_LAST:
        assert (class_of(char, table) in NOT_AT_END[level]) == (level != "none"), char
        assert class_of(char, table) not in NOT_AT_START[level]
    for text in ("——", "⸺", "……", "⋯⋯"):
        assert (class_of(text, table) in NOT_AT_START[level]) == (level == "strict")


@pytest.mark.parametrize("table", HORIZONTAL + VERTICAL)
def test_every_table_has_each_mark_once_and_marks_only(table):
    for char, cls in table.classes.items():
        assert len(char) == 1
        assert class_of(char, table) is cls
        if cls in (OPEN, CLOSE):
            want = ("Ps", "Pi") if cls is OPEN else ("Pe", "Pf")
            assert unicodedata.category(char) in want
        if cls not in LATIN:
            assert unicodedata.category(char) != "Lu"


@pytest.mark.parametrize("table", HORIZONTAL + VERTICAL)
@pytest.mark.parametrize("cls", [OPEN, CLOSE, PAUSE, STOP])
def test_a_mark_and_its_blank_fill_one_em(table, cls):
    assert table.before.get(cls, 0) + table.body[cls] + table.after.get(cls, 0) == 1000


def test_scripts_are_known_by_name():
    assert script("ja") is JA
    assert script("zh-hans", vertical=True).vertical
    assert {table.language for table in HORIZONTAL} == {"zh-hans", "zh-hant", "ja"}
    with pytest.raises(KeyError):
        script("ko")
