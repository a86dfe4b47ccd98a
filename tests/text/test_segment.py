"""Text to tokens: what is never parted, and of which class it is."""

import re
import subprocess
import sys
from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.text import segment
from layout.text.charclass import CharClass
from layout.text.segment import MAX_WORD, class_of, letters, right_to_left, tokens
from tests.cost import assert_time_grows_as

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
        ("据说××市", ["据", "说", "×", "×", "市"]),
        ("毫米×550", ["毫", "米", "×", "550"]),
        ("5×3", ["5×3"]),
        ("误差±5℃", ["误", "差", "±", "5℃"]),
        ("年满≥18岁", ["年", "满", "≥", "18", "岁"]),
        ("温÷度", ["温", "÷", "度"]),
        ("见https://a.cn/b/好", ["见", "https://a.cn/b/", "好"]),
        ("元/m2", ["元", "/", "m2"]),
        ("km/时", ["km", "/", "时"]),
        ("and/or", ["and/or"]),
        ("见 /etc/hosts", ["见", " ", "/etc/hosts"]),
        ("https://a.b/c", ["https://a.b/c"]),
        ("a b  c", ["a", " ", "b", "  ", "c"]),
        ("上　下", ["上", "\u3000", "下"]),
        ("葛\U000e0100城", ["葛\U000e0100", "城"]),
        ("中\ufe00文", ["中\ufe00", "文"]),
        ("e\u0301t", ["e\u0301t"]),
        ("か\u3099", ["か\u3099"]),
        ("“\u200b好", ["“", "\u200b", "好"]),
        ("中\u2060文", ["中", "\u2060", "文"]),
        ("中\ufeff文", ["中", "\ufeff", "文"]),
        ("a\u200bb", ["a", "\u200b", "b"]),
        ("a\u2060b", ["a\u2060b"]),
        ("a \u2060b", ["a", " \u2060", "b"]),
        ("in\u00adter", ["in\u00adter"]),
        ("a \u200bb", ["a", " \u200b", "b"]),
        ("👨\u200d👩\u200d👧笑", ["👨\u200d👩\u200d👧", "笑"]),
        ("👍🏽", ["👍🏽"]),
        ("🇨🇳🇫🇷", ["🇨🇳", "🇫🇷"]),
        ("1\ufe0f\u20e3", ["1\ufe0f\u20e3"]),
        ("שלום עולם", ["שלום", " ", "עולם"]),
        ("สวัสดี", ["สวัสดี"]),
        ("GDP(亿元)是", ["GDP", "(", "亿", "元", ")", "是"]),
        ("见((a", ["见", "((a"]),
        ("(见", ["(", "见"]),
        ("カ,b", ["カ", ",", "b"]),
        ("〳〵", ["〳〵"]),
        ("‥‥", ["‥‥"]),
        ("――", ["――"]),
        ("\u1112\u1161\u11ab글", ["\u1112\u1161\u11ab", "글"]),
        ("हिन्दी।है", ["हिन्दी।", "है"]),
        ("བོད་སྐད་", ["བོད་", "སྐད་"]),
        ("🐈\u200d⬛走", ["🐈\u200d⬛", "走"]),
        ("🏴\U000e0067\U000e0062\U000e007f", ["🏴\U000e0067\U000e0062\U000e007f"]),
        ("𝐀𝐁", ["𝐀𝐁"]),
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
        ("？！", CharClass.FULL), ("！！！", CharClass.STOP),
        ("——", CharClass.DASH), ("⸺", CharClass.DASH), ("—", CharClass.CONNECTOR),
        ("–", CharClass.CONNECTOR), ("～", CharClass.CONNECTOR), ("-", CharClass.CONNECTOR),
        ("……", CharClass.ELLIPSIS), ("…", CharClass.ELLIPSIS), ("⋯⋯", CharClass.ELLIPSIS),
        ("·", CharClass.DOT), ("／", CharClass.SOLIDUS), ("/", CharClass.SOLIDUS),
        ("13.5%", WEST), ("don’t", WEST), ("-5", WEST), ("e\u0301", WEST), ("שלום", WEST),
        ("%", CharClass.POSTFIX), ("+", CharClass.PLUS), (").", CharClass.POSTFIX),
        ("℃", CharClass.POSTFIX), ("％", CharClass.POSTFIX), (",", CharClass.POSTFIX),
        ("￥", CharClass.PREFIX), ("(", CharClass.PREFIX), ("￥5", HAN),
        (" ", SPACE), ("\u3000", SPACE), ("\u00a0", SPACE), ("\t", SPACE), ("\n", SPACE),
        ("\u200b", SPACE), ("\ufeff", SPACE), ("\u2060", SPACE),
        ("well-", CharClass.JOINT), ("TCP|", CharClass.JOINT), ("བོད་", CharClass.JOINT),
        ("שלום־", CharClass.JOINT), ("5-", WEST), ("--", WEST), ("|", CharClass.PLUS),
        ("༽", CharClass.POSTFIX), ("༼", CharClass.PREFIX), ("⟦", CharClass.PREFIX),
        ("⟧", CharClass.POSTFIX), ("‚", CharClass.PREFIX), ("¿", CharClass.PREFIX),
        ("«", CharClass.PREFIX), ("»", CharClass.POSTFIX), ("€", CharClass.PREFIX),
        ("￡", CharClass.PREFIX), ("¢", CharClass.POSTFIX), ("￠", CharClass.POSTFIX),
        ("‽", CharClass.POSTFIX), ("។", CharClass.POSTFIX), ("𓉘", CharClass.PREFIX),
        ("𓉙", CharClass.PREFIX), ("𓉛", CharClass.POSTFIX), ("ꀕ", CharClass.POSTFIX),
        ("㎡", CharClass.POSTFIX), ("‥‥", CharClass.ELLIPSIS), ("――", CharClass.DASH),
        ("‼", CharClass.FULL), ("ゝ", CharClass.ITERATION), ("ッ", CharClass.SMALL_KANA),
        ("é", WEST), ("α", WEST), ("한", HAN), ("\u1112\u1161", HAN), ("→", HAN), ("★", HAN),
        ("\ud800", HAN), ("\x07", WEST), ("\u0378", WEST), ("\U0010ffff", HAN), ("𝐀", WEST),
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


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("well-known", ["well-", "known"]),
        ("(well-known),", ["(well-", "known),"]),
        ("state-of-the-art", ["state-of-", "the-", "art"]),  # of- leaves the- after it
        ("Jean-Pierre’s", ["Jean-", "Pierre’s"]),
        ("well‐known", ["well‐", "known"]),
        ("e\u0301te\u0301-ville", ["e\u0301te\u0301-", "ville"]),
        pytest.param("well‑known", ["well‑known"], id="U+2011 is for words that stay whole"),
        pytest.param("Wi-Fi", ["Wi-Fi"], id="three letters stay after a hyphen"),
        pytest.param("X-ray", ["X-ray"], id="two letters stay before it"),
        pytest.param("B1-B4", ["B1-B4"], id="a code"),
        pytest.param("COVID-19", ["COVID-19"], id="a code with a word"),
        pytest.param("2019-09-20", ["2019-09-20"], id="a date"),
        pytest.param("0731-22527655", ["0731-22527655"], id="a telephone number"),
        pytest.param("mid-2019-result", ["mid-2019-result"], id="a word with a number"),
        pytest.param("foo-bar.com", ["foo-bar.com"], id="an address"),
        pytest.param("a@foo-bar", ["a@foo-bar"], id="an address for mail"),
        pytest.param("and/or-else", ["and/or-else"], id="a pair of words"),
        ("TCP|IP", ["TCP|", "IP"]),
        ("1|2", ["1|2"]),
        ("A|B股", ["A|", "B", "股"]),  # no other word of the text is longer
        ("a|b1|c", ["a|", "b1|c"]),
        ("-5", ["-5"]),
        ("long-", ["long-"]),
    ],
)
def test_uax_14_lb21_a_compound_word_may_part_after_its_hyphens(word, parts):
    assert tokens(word) == parts
    assert tokens(f"见{word}的") == ["见", *parts, "的"]


def test_plain_chinese_never_loads_the_table_of_other_scripts():
    code = (
        "import sys; from layout.text.segment import tokens, class_of;"
        "text = '株洲高新区2019年B1-B4版增长13.5%，“互联网+AI”（Wi-Fi）——1,301件……';"
        "[class_of(t) for t in tokens(text)];"
        "assert 'layout.text.linebreak' not in sys.modules;"
        "assert 'unicodedata' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("piece", ["(", "-a", "ab-abc-", "a|", "་", "‐", "\u0301", "a\u2060"])
def test_a_hostile_text_is_cut_in_linear_time(piece):
    def cut(count):
        text = piece * count
        assert "".join(tokens(text)) == text

    assert_time_grows_as(cut, 1_000, 16_000)


def test_letters_keep_what_hangs_on_them():
    assert letters("re\u0301sume\u0301") == ["r", "e\u0301", "s", "u", "m", "e\u0301"]
    assert letters("สวัสดี") == ["ส", "วั", "ส", "ดี"]
    assert letters("abc") == ["a", "b", "c"]


@pytest.mark.parametrize("mark", segment._POINTERS)
def test_marks_of_captions_are_of_the_class_that_the_tables_give(mark):
    assert class_of(mark) is segment._class_of_other(mark)


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


PLAIN = "株洲发展，。“”‘’？！——……·（）《》%+,.;:!?)]}([{ aZ09-/~'|、：；⋯\u3000\u200b々〘"
SIGNS = "°²³‰′″℃−∶×÷±∓≈≠≤≥≦≧∽≡←↑→↓①⑳■□▲△▶▼◀●○★☆"


@given(st.text(alphabet=PLAIN + SIGNS))
def test_a_plain_text_is_cut_by_the_short_pattern_as_by_the_whole_one(text):
    assert segment._PLAIN.fullmatch(text.replace("\u200b", " "))
    assert segment._plain(text) == segment._token().findall(text)


@given(st.text(alphabet="abcXYZ-|/ ’株。" + SIGNS))
def test_a_plain_text_is_parted_as_any_other(text):
    with patch.object(segment, "_PLAIN", re.compile("(?!)")):  # no text is plain
        expected = tokens(text)
    assert tokens(text) == expected


@given(st.text(alphabet="abcdefgh01-.", min_size=1, max_size=30))
def test_a_number_is_never_parted_from_its_hyphens(text):
    for left, right in pairwise(tokens(text)):
        if left.endswith("-") and len(left) > 1:
            assert left[-2].isalpha()
            assert right[0].isalpha()
            assert not any(map(str.isdigit, left + right))


def test_the_set_of_spaces_is_the_pattern_of_spaces():
    pattern = re.compile(f"[{segment._SPACES}]")
    assert {c for c in map(chr, range(0x110000)) if pattern.match(c)} == segment._SPACE


@pytest.mark.parametrize(
    ("word", "compound"),
    [
        ("well-known", True),
        ("“well-known”,", True),
        ("abc-d1", False),
        ("1-abcd", False),
        ("-", True),
    ],
)
def test_a_compound_is_of_letters_and_hyphens_to_its_last(word, compound):
    assert segment._is_compound(word) is compound
