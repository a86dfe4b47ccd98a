"""The table of spacing against what CLREQ and GB/T 15834-2011 say, clause by clause."""

import pytest

from layout.inline.spacing import (
    PUNCTUATION_STYLES,
    SHRINK_BRACKET,
    SHRINK_DOT,
    SHRINK_LATIN_GAP,
    SHRINK_PAUSE,
    SHRINK_STOP,
    SHRINK_WORD_SPACE,
    STRETCH_ANY,
    STRETCH_LATIN_GAP,
    STRETCH_WORD_SPACE,
    Spacing,
    pair_gap,
    spaced,
    spacing_table,
)
from layout.spec.model.style import PUNCTUATION, SQUEEZE
from layout.text.charclass import NOT_AT_END, NOT_AT_START, CharClass
from layout.text.scripts import HANT, JA
from layout.text.segment import class_of
from layout.text.shape import Token
from tests.cost import calls

LEVELS = ("none", "basic", "gb")


def test_every_punctuation_that_a_style_may_name_has_its_blanks():
    assert tuple(PUNCTUATION_STYLES) == PUNCTUATION


def gap(left, right, level="gb", latin_gap=250):
    rules = Spacing(level=level, latin_gap=latin_gap)
    return pair_gap(class_of(left), class_of(right), rules)


def typed(text, width=250):
    return Token(text, CharClass.SPACE, width, ())


@pytest.mark.parametrize(
    ("left", "right", "natural", "tier"),
    [
        pytest.param("中", "文", 0, 0, id="solid setting"),
        pytest.param("中", "“", 500, SHRINK_BRACKET, id="shrink 4: opening bracket, left"),
        pytest.param("”", "中", 500, SHRINK_BRACKET, id="shrink 4: closing bracket, right"),
        pytest.param("，", "中", 500, SHRINK_PAUSE, id="shrink 5: ， 、 ；"),
        pytest.param("：", "中", 500, SHRINK_PAUSE, id="shrink 5: ："),
        pytest.param("。", "中", 500, SHRINK_STOP, id="shrink 7: 。 ？ ！"),
        pytest.param("中", "，", 0, 0, id="a pause has no blank before it"),
        pytest.param("“", "中", 0, 0, id="an opening bracket has none after it"),
        pytest.param("。", "”", 0, 0, id="adjacent: stop, close"),
        pytest.param("”", "。", 0, 0, id="adjacent: close, stop"),
        pytest.param("）", "，", 0, 0, id="adjacent: close, pause"),
        pytest.param("，", "”", 0, 0, id="adjacent: pause, close"),
        pytest.param("”", "’", 0, 0, id="adjacent: close, close"),
        pytest.param("（", "“", 0, 0, id="adjacent: open, open"),
        pytest.param("，", "“", 500, SHRINK_PAUSE, id="adjacent: pause, open keep one half"),
        pytest.param("。", "“", 500, SHRINK_STOP, id="adjacent: stop, open keep one half"),
        pytest.param("”", "“", 500, SHRINK_BRACKET, id="adjacent: close, open keep one half"),
        pytest.param("（", "）", 0, 0, id="nothing to take between a pair"),
        pytest.param("？！", "中", 0, 0, id="GB 5.1.2: two marks fill their em"),
        pytest.param("？？！", "中", 500, SHRINK_STOP, id="GB 5.1.2: three marks take two ems"),
        pytest.param("？！", "”", 0, 0, id="adjacent: two stops, close"),
        pytest.param("？！", "“", 500, SHRINK_BRACKET, id="two stops, open"),
        pytest.param("”", "——", 500, SHRINK_BRACKET, id="nothing squeezed beside a dash"),
        pytest.param("……", "”", 0, 0, id="an ellipsis has no blank"),
        pytest.param("克", "·", 0, 0, id="· has its half em and no more"),
        pytest.param("中", "2019", 250, SHRINK_LATIN_GAP, id="shrink 6: Han-Western gap"),
        pytest.param("km", "中", 250, SHRINK_LATIN_GAP, id="shrink 6: Western-Han gap"),
        pytest.param("2019", "，", 0, 0, id="no Han-Western gap beside marks"),
        pytest.param("（", "A", 0, 0, id="no Han-Western gap inside brackets"),
        pytest.param("63%", "～", 0, 0, id="none beside connectors"),
        pytest.param("网", "+", 0, 0, id="互联网+"),
        pytest.param("+", "的", 0, 0, id="after 互联网+"),
        pytest.param("×", "市", 0, 0, id="××市"),
        pytest.param("张", "×", 0, 0, id="张××"),
        pytest.param("他", "±", 0, 0, id="before a sign between Han"),
        pytest.param("±", "误", 0, 0, id="after one"),
        pytest.param("－", "5", 0, 0, id="－5"),
        pytest.param("＞", "60", 0, 0, id="＞60"),
        pytest.param("2", "＝", 0, 0, id="2＝5"),
        pytest.param("甲", "|", 0, 0, id="before |"),
        pytest.param("|", "乙", 0, 0, id="after |"),
        pytest.param("￥", "5", 0, 0, id="￥5"),
    ],
)
def test_clreq_width_adjustment(left, right, natural, tier):
    found = gap(left, right)
    assert (found.natural, found.shrink_tier) == (natural, tier)
    least = 125 if tier == SHRINK_LATIN_GAP else 0
    assert found.soft + found.hard == (natural - least if tier else 0)
    assert bool(found.hard) == (tier == SHRINK_STOP)


@pytest.mark.parametrize(
    ("left", "right", "tier"),
    [
        ("中", "文", STRETCH_ANY), ("，", "中", STRETCH_ANY), ("中", "——", STRETCH_ANY),
        ("中", "2019", STRETCH_LATIN_GAP),
        ("中", "～", 0), ("～", "中", 0), ("／", "中", 0),  # avoid around connectors and solidus
        ("——", "——", 0), ("……", "……", 0),  # never inside
    ],
)  # fmt: skip
def test_clreq_line_adjustment_where_a_line_may_open(left, right, tier):
    found = gap(left, right)
    assert found.stretch_tier == tier
    assert found.place == (tier == STRETCH_ANY)
    assert found.grow == (250 if tier == STRETCH_LATIN_GAP else 0)


def test_without_a_han_latin_gap_words_stand_solid_and_open_like_han():
    found = gap("中", "2019", latin_gap=0)
    assert (found.natural, found.stretch_tier, found.place) == (0, STRETCH_ANY, 1)


@pytest.mark.parametrize(
    ("pair", "allowed"),
    [
        ("中文", True), ("中（", True), ("。中", True), ("”“", True), ("，“", True),
        ("中。", False), ("中”", False), ("中：", False), ("中～", False), ("克·", False),
        ("“中", False), ("《中", False), ("中／", False), ("／中", False),
        ("～中", True), ("·吐", True), ("—中", True), ("。”", False), ("（“", False),
    ],
)  # fmt: skip
def test_gb_15834_5_1_where_a_line_may_end(pair, allowed):
    assert gap(*pair).breakable is allowed


@pytest.mark.parametrize(
    ("left", "right", "allowed"),
    [
        ("中", "——", True), ("——", "中", True), ("中", "……", True), ("……", "中", True),
        ("——", "——", False), ("……", "……", False),
        ("年", "2019", True), ("2019", "年", True),
        ("网", "+", False), ("+", "AI", False), ("￥", "5", False), ("￥", "中", False),
        ("12", "%", False), ("真", "？！", False), ("？！", "真", True),
    ],
)  # fmt: skip
def test_where_a_line_may_end_between_words_and_signs(left, right, allowed):
    assert gap(left, right).breakable is allowed


def test_the_table_keeps_every_prohibition_of_its_level():
    for level in LEVELS:
        table = spacing_table(Spacing(level=level)).after
        for left in CharClass:
            for right in CharClass:
                found = table[left][right]
                if found.breakable and CharClass.FRAGMENT not in (left, right):
                    assert right not in NOT_AT_START[level]
                    assert left not in NOT_AT_END[level]
                assert found.natural >= found.soft + found.hard >= 0


@pytest.mark.parametrize("punctuation", PUNCTUATION)
def test_the_table_has_each_pair_as_it_is_by_itself(punctuation):
    rules = Spacing(punctuation=punctuation, blank=400, tighten=20)
    for a in CharClass:
        for b in CharClass:
            assert spacing_table(rules).after[a][b] == pair_gap(a, b, rules)


def test_the_table_is_made_of_the_pairs_that_are_met():
    """Each style of a page has one, and a text has few of the pairs."""
    table = spacing_table(Spacing(latin_gap=249)).after
    assert not any(table)
    assert table[CharClass.HAN][CharClass.PAUSE].natural == 0
    assert [list(row) for row in table if row] == [[CharClass.PAUSE]]
    assert calls(lambda: spacing_table(Spacing(latin_gap=248))) < len(CharClass) ** 2


def test_level_none_lets_marks_stand_anywhere():
    assert gap("中", "。", "none").breakable
    assert gap("“", "中", "none").breakable
    assert gap("网", "+", "none").breakable
    assert gap("￥", "中", "none").breakable


def test_a_sign_stays_with_its_figure_and_times_ends_a_line():
    assert not gap("＞", "60", "gb").breakable
    assert not gap("2", "＝", "gb").breakable
    assert gap("×", "550", "gb").breakable
    assert gap("说", "×", "gb").breakable  # 据说|××市
    assert not gap("网", "＋", "gb").breakable


def test_letters_of_a_cut_word_may_part():
    cut = pair_gap(CharClass.FRAGMENT, CharClass.FRAGMENT)
    assert cut.breakable
    assert (cut.natural, cut.grow, cut.place) == (0, 0, 0)
    assert not pair_gap(CharClass.FRAGMENT, CharClass.WEST).breakable


@pytest.mark.parametrize(
    ("left", "right", "space", "natural", "breakable"),
    [
        pytest.param("good", "day", typed(" ", 300), 300, True, id="a word space"),
        pytest.param("good", "day", typed("\u00a0", 300), 300, False, id="that may not part"),
        pytest.param("50", "%", typed(" "), 250, False, id="50 % stays together"),
        pytest.param("中", "文", typed(" "), 250, True, id="between Han as typed"),
        pytest.param("中", "AI", typed(" "), 250, True, id="beside Han the gap of the style"),
        pytest.param("AI", "中", typed("   ", 750), 250, True, id="however many were typed"),
        pytest.param("。", "中", typed(" "), 500, True, id="nothing after a mark with its blank"),
        pytest.param("中", "，", typed(" "), 0, False, id="nothing before a mark"),
        pytest.param("（", "中", typed(" "), 0, False, id="nothing after an opening mark"),
        pytest.param("A", "——", typed(" "), 250, True, id="A — B keeps its spaces"),
        pytest.param("上", "下", typed("\u3000", 1000), 1000, True, id="U+3000 is one em"),
        pytest.param("。", "下", typed("\u3000", 1000), 1500, True, id="and the blank beside it"),
        pytest.param("中", "AI", typed("\u3000", 1000), 1250, True, id="and the style's gap"),
    ],
)
def test_clreq_mixed_text_typed_spaces(left, right, space, natural, breakable):
    found = spaced(gap(left, right), space, class_of(left), class_of(right))
    assert (found.natural, found.breakable) == (natural, breakable)


@pytest.mark.parametrize(
    ("left", "right", "latin_gap", "natural"),
    [
        ("里", "12", 0, 250),
        ("41-88", "总", 0, 250),
        ("50%", "以", 0, 250),
        ("价", "￥", 0, 250),
        ("时", "＋", 0, 250),
        ("日", "|", 0, 250),
        ("日", "·", 0, 250),
        ("5", "～", 0, 250),
        ("～", "7", 0, 250),
        ("里", "12", 125, 375),  # and the gap of the style beside it
        ("中", "文", 0, 250),
        ("。", "12", 0, 500),  # nothing beside a mark with its blank
        ("中", "，", 0, 0),
    ],
)
def test_in_display_type_a_typed_space_is_as_wide_beside_latin_as_between_han(
    left, right, latin_gap, natural
):
    solid = gap(left, right, latin_gap=latin_gap)
    found = spaced(solid, typed(" "), class_of(left), class_of(right), dividers=True)
    assert found.natural == natural
    assert found.breakable == solid.breakable


def test_clreq_line_adjustment_a_word_space_goes_from_a_quarter_to_half_an_em():
    word = CharClass.WEST
    wide = spaced(gap("a", "b"), typed(" ", 300), word, word)
    assert (wide.soft, wide.shrink_tier) == (50, SHRINK_WORD_SPACE)
    assert (wide.grow, wide.stretch_tier) == (200, STRETCH_WORD_SPACE)
    narrow = spaced(gap("a", "b"), typed(" ", 200), word, word)
    assert (narrow.soft, narrow.shrink_tier, narrow.grow) == (0, 0, 300)


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        # After a mark, in the order of STYLES: what xeCJK's manual says of each.
        pytest.param("，中", (500, 0, 0, 500, 200), id="a pause"),
        pytest.param("。中", (500, 500, 0, 500, 200), id="a stop"),
        pytest.param("？中", (500, 500, 0, 500, 200), id="a question mark"),
        pytest.param("”中", (500, 0, 0, 500, 200), id="a closing bracket"),
        pytest.param("中“", (500, 0, 0, 500, 200), id="an opening bracket"),
        pytest.param("。”", (0, 0, 0, 500, 120), id="stop, close"),
        pytest.param("”。", (0, 0, 0, 500, 120), id="close, stop"),
        pytest.param("，“", (500, 0, 0, 1000, 320), id="pause, open"),
        pytest.param("。“", (500, 500, 0, 1000, 320), id="stop, open"),
        pytest.param("（“", (0, 0, 0, 500, 120), id="open, open"),
        pytest.param("中中", (0, 0, 0, 0, 0), id="no mark"),
    ],
)
def test_blanks_of_the_styles(pair, expected):
    left, right = map(class_of, pair)
    found = [pair_gap(left, right, Spacing(punctuation=style)) for style in STYLES]
    assert tuple(g.natural for g in found) == expected
    inside = [PUNCTUATION_STYLES[style].inside for style in STYLES]
    gives = [g.natural if may else 0 for g, may in zip(found, inside, strict=True)]
    assert [g.soft + g.hard for g in found] == gives
    assert inside == [style != "hangmobanjiao" for style in STYLES]


@pytest.mark.parametrize("style", PUNCTUATION)
@pytest.mark.parametrize("pair", ["，中", "。中", "”中", "中“", "。”", "，“", "（“", "·中"])
def test_pairs_alone_are_squeezed_as_their_style_has_them(style: str, pair: str):
    left, right = map(class_of, pair)
    free = pair_gap(left, right, Spacing(punctuation=style))
    kept = pair_gap(left, right, Spacing(punctuation=style, squeeze="pairs"))
    assert kept == free._replace(soft=0, hard=0, shrink_tier=0)


@pytest.mark.parametrize(
    ("pair", "natural"), [("。”", 500), ("（“", 500), ("，“", 1000), ("，中", 500)]
)
def test_with_none_squeezed_two_marks_keep_both_their_blanks(pair: str, natural: int):
    left, right = map(class_of, pair)
    kept = pair_gap(left, right, Spacing(squeeze="none"))
    assert (kept.natural, kept.soft, kept.hard) == (natural, 0, 0)
    style = pair_gap(left, right, Spacing(punctuation="hangmobanjiao"))
    assert kept == style


def test_what_is_no_mark_gives_whatever_marks_do():
    for squeeze in SQUEEZE:
        han, west = CharClass.HAN, CharClass.WEST
        rules = Spacing(squeeze=squeeze, tighten=20)
        assert pair_gap(han, west, rules).soft == 125
        assert pair_gap(han, han, rules).hard == 20


def test_stops_that_never_give_their_blank():
    left, right = map(class_of, "。中")
    kept = pair_gap(left, right, Spacing(squeeze_stops=False))
    assert (kept.natural, kept.soft, kept.hard, kept.shrink_tier) == (500, 0, 0, 0)


def test_clreq_traditional_marks_have_their_blank_on_both_sides():
    han, pause, dot = CharClass.HAN, CharClass.PAUSE, CharClass.DOT
    rules = Spacing(script=HANT)
    assert pair_gap(han, pause, rules).natural == pair_gap(pause, han, rules).natural == 250
    assert pair_gap(han, dot, rules).shrink_tier == SHRINK_DOT
    assert pair_gap(pause, CharClass.CLOSE, rules).natural == 0


def test_jlreq_a_question_mark_gives_nothing_and_a_small_kana_may_begin_a_line_unless_strict():
    rules = Spacing(script=JA)
    assert pair_gap(CharClass.FULL, CharClass.HAN, rules).natural == 0
    pair = CharClass.HAN, CharClass.SMALL_KANA
    assert pair_gap(*pair, rules).breakable
    assert not pair_gap(*pair, Spacing(script=JA, level="strict")).breakable


STYLES = ("quanjiao", "kaiming", "banjiao", "hangmobanjiao", "cct")
