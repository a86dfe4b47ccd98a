"""Text to tokens: what is never parted, and of which class it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.text import segment
from layout.text.charclass import CharClass
from layout.text.segment import MAX_WORD, class_of, letters, right_to_left, tokens

HAN, WEST, SPACE = CharClass.HAN, CharClass.WEST, CharClass.SPACE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第1047亩", ["第", "1047", "亩"]),
        ("增长13.5%，", ["增长"[0], "长", "13.5%", "，"]),
        ("1,301件", ["1,301", "件"]),
        ("早10:30到", ["早", "10:30", "到"]),
        ("零下5℃", ["零", "下", "5℃"]),
        ("2019年9月20日", ["2019", "年", "9", "月", "20", "日"]),
        ("B1-B4版", ["B1-B4", "版"]),
        ("3+5+2产业", ["3+5+2", "产", "业"]),
        ("看——他", ["看", "——", "他"]),
        ("——————", ["——", "——", "——"]),
        ("好……。", ["好", "……", "。"]),
        ("…………", ["……", "……"]),
        ("63%～68%", ["63%", "～", "68%"]),
        ("2019—2020", ["2019", "—", "2020"]),
        ("马克·吐温", ["马", "克", "·", "吐", "温"]),
        ("真？！好", ["真", "？！", "好"]),
        ("真？？？？", ["真", "？？？", "？"]),
        ("don’t", ["don’t"]),
        ("‘a’", ["‘", "a", "’"]),
        ("互联网+的", ["互", "联", "网", "+", "的"]),
        ("互联网+AI", ["互", "联", "网", "+", "AI"]),
        ("a b  c", ["a", " ", "b", "  ", "c"]),
        ("上　下", ["上", "\u3000", "下"]),
        ("葛\U000e0100城", ["葛\U000e0100", "城"]),
        ("中\ufe00文", ["中\ufe00", "文"]),
        ("e\u0301t", ["e\u0301t"]),
        ("か\u3099", ["か\u3099"]),
        ("“\u200b好", ["“\u200b", "好"]),
        ("a \u200bb", ["a", " \u200b", "b"]),
        ("👨\u200d👩\u200d👧笑", ["👨\u200d👩\u200d👧", "笑"]),
        ("👍🏽", ["👍🏽"]),
        ("🇨🇳🇫🇷", ["🇨🇳", "🇫🇷"]),
        ("1\ufe0f\u20e3", ["1\ufe0f\u20e3"]),
        ("שלום עולם", ["שלום", " ", "עולם"]),
        ("สวัสดี", ["สวัสดี"]),
        ("", []),
    ],
)
def test_tokens(text, expected):
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("token", "cls"),
    [
        ("中", HAN), ("〇", HAN), ("３", HAN), ("①", HAN), ("👍🏽", HAN), ("か\u3099", HAN),
        ("“", CharClass.OPEN), ("（\u200b", CharClass.OPEN), ("』", CharClass.CLOSE),
        ("：", CharClass.PAUSE), ("．", CharClass.STOP), ("？", CharClass.STOP),
        ("？！", CharClass.DOUBLE_STOP), ("！！！", CharClass.STOP),
        ("——", CharClass.DASH), ("⸺", CharClass.DASH), ("—", CharClass.CONNECTOR),
        ("–", CharClass.CONNECTOR), ("～", CharClass.CONNECTOR), ("-", CharClass.CONNECTOR),
        ("……", CharClass.ELLIPSIS), ("…", CharClass.ELLIPSIS), ("⋯⋯", CharClass.ELLIPSIS),
        ("·", CharClass.DOT), ("／", CharClass.SOLIDUS), ("/", CharClass.SOLIDUS),
        ("13.5%", WEST), ("don’t", WEST), ("-5", WEST), ("e\u0301", WEST), ("שלום", WEST),
        ("%", CharClass.POSTFIX), ("+", CharClass.POSTFIX), (").", CharClass.POSTFIX),
        ("℃", CharClass.POSTFIX), ("％", CharClass.POSTFIX), (",", CharClass.POSTFIX),
        ("￥", CharClass.PREFIX), ("(", CharClass.PREFIX), ("￥5", HAN),
        (" ", SPACE), ("\u3000", SPACE), ("\u00a0", SPACE), ("\t", SPACE), ("\n", SPACE),
        ("\u200b", SPACE), ("\ufeff", SPACE),
    ],
)  # fmt: skip
def test_class_of(token, cls):
    assert class_of(token) is cls


@pytest.mark.parametrize("mark", "“”‘’……——·")
def test_clreq_marks_shared_with_latin_are_chinese(mark):
    assert class_of(mark) not in (HAN, WEST)


def test_a_word_without_end_is_cut_before_it_costs_gigabytes():
    found = tokens("a" * (3 * MAX_WORD + 5))
    assert [len(t) for t in found] == [MAX_WORD] * 3 + [5]


def test_letters_keep_what_hangs_on_them():
    assert letters("re\u0301sume\u0301") == ["r", "e\u0301", "s", "u", "m", "e\u0301"]


def test_right_to_left_words_are_known():
    assert right_to_left("שלום")
    assert right_to_left("سلام")
    assert not right_to_left("hello")


@given(st.text(alphabet=st.characters(), max_size=60))
def test_nothing_is_dropped_and_each_token_has_a_class(text):
    found = tokens(text)
    assert "".join(found) == text
    assert all(found)
    assert all(class_of(t) in CharClass for t in found)


@given(st.text(alphabet="株洲发展，。“”‘’？！——……·（）《》%+,.;:!?)]} aZ09-/~'、：；⋯\u3000"))
def test_a_plain_text_is_cut_by_the_short_pattern_as_by_the_whole_one(text):
    assert segment._PLAIN.fullmatch(text)
    assert segment._PLAIN_TOKEN.findall(text) == segment._token().findall(text)
