"""Any text Unicode can hold is set: lines with reasons, nothing lost, glue and breaks heeded."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.faces.catalog import Catalog
from layout.inline.items import Items
from layout.inline.line import CUT, FALLBACK, FORBIDDEN, OVER
from layout.inline.paragraph import ParagraphRules, set_paragraph
from layout.inline.parts import VoicedText
from layout.text.charclass import NOT_AT_END, NOT_AT_START, CharClass
from layout.text.scripts import SCRIPTS
from layout.text.segment import class_of, tokens
from layout.text.shape import Voice
from tests.typed import there

EXAMPLES = {
    "controls": "中\x00文\x07字\x1b句\x7f段\x85章\x9f节",
    "tabs and line ends": "中\t文\n字\r句\x0b段\x0c章\u2028节\u2029篇",
    "lone surrogates": "中\ud800文\udfff字a\udc00b句",
    "unassigned code points": "中\u0378文\U000e0fff字\U0003fffd句\U0010ffff段",
    "private use": "中\ue000文\U000f0000字\U0010fffd",
    "combining marks": "e\u0301te\u0301中\u0301文\u20dd字\u0301\u0302\u0303句",
    "a combining mark first": "\u0301中文",
    "emoji joined": "家👨\u200d👩\u200d👧\u200d👦的🐈\u200d⬛和🏳\ufe0f\u200d🌈旗",
    "emoji with colours of skin": "好👍🏽手👩🏿\u200d🚀员",
    "flags": "旗🇨🇳🇫🇷🇯\u0301🇵旗🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "keycaps": "按1\ufe0f\u20e3和#\ufe0f\u20e3键",
    "Hebrew": "他说שלום עולם，然后走了",
    "Arabic with marks and digits": "他说مَرْحَبًا بالعالم ١٢٣٫٤٥٪，走了",
    "direction marks": "中\u200f文\u202bאב\u202c字\u2066ab\u2069",
    "marks only": "，。、；：？！“”‘’（）《》——……·～／",
    "closing marks only": "。”’）》。”’）》。”’）》",
    "opening marks only": "（“‘《（“‘《（“‘《",
    "signs only": "%%%+++,,,)))(((¥¥¥",
    "ideographic variation": "葛\U000e0100城葛\U000e0101飾辻\U000e0102",
    "standard variation": "中\ufe00文\ufe0e字\ufe0f",
    "Hangul": "한국어는 띄어쓰기를 한다，中文不",
    "Hangul in parts": "\u1112\u1161\u11ab\u1100\u1173\u11af 中",
    "Thai": "ประเทศไทยมีภาษาไทยเป็นภาษาราชการ中文",
    "Tibetan": "བོད་སྐད་ནི་བོད་ཀྱི་སྐད་ཡིག་ཡིན། 中文༼བོད་༽字",
    "Devanagari": "हिन्दी भाषा।क्षत्रिय中文",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ᠃中文",
    "Khmer and Myanmar": "ភាសាខ្មែរ។မြန်မာစာ၊中文",
    "Yi and Lisu": "ꆈꌠꉙꀕꓡꓲ-ꓢꓴ꓾中文",
    "mathematics": "𝐀𝐁∑≤⟦x⟧⟨y⟩中∫文",
    "hieroglyphs": "𓀀𓉘𓁐𓉜中",
    "half-width kana": "ｶﾞｷﾞｸﾞｯｰ｡｢ｱ｣､･中",
    "kana": "ストライキ、ちょっと待って「だ」ってー々ゝヽ",
    "vertical forms": "中︵文︶字︽句︾︐段︒︙",
    "small forms": "中﹐文﹒字﹙句﹚段﹖",
    "squared units": "占地120㎡、重5㎏、㌔",
    "spaces": "中\u3000文\u2003字\u2009句\u00a0段\u202f章\u2060节\u200b篇\ufeff目",
    "a byte order mark first": "\ufeff中文",
    "soft hyphens": "in\u00adter\u00adna\u00adtion\u00adal中\u00ad文",
    "a word wider than the line": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk是德语",
    "an address": "见https://www.example.org/a-long-path/well-known?x=1&y=2#中",
}
MEASURES = [1, 999, 1000, 1500, 3100, 13_000]


def break_offsets(items: Items) -> set[int]:
    """Where in the text a line may begin, its beginning aside."""
    return {items.offsets[i + 1] for i in items.ends if i < items.count - 1}


def check(text: str, voice: Voice, measure: int, **rules: object) -> None:
    found = tokens(text)
    assert "".join(found) == text
    asked: dict[str, object] = {"indent": 0, "latin_gap": 0, "script": voice.script} | rules
    options = ParagraphRules(**asked)  # type: ignore[arg-type]
    done = set_paragraph([VoicedText(text, voice)], options, measure)
    seen = [i for line in done.lines for i in range(line.first, line.last + 1)]
    assert seen == list(range(done.items.count))
    held = "".join(
        t.text + (space.text if space else "")
        for t, space in zip(done.items.tokens, done.items.spaces, strict=True)
    )
    blank = len(text) - len(text[sum(map(len, leading(found))) :])
    assert held == text[blank:]  # spaces before the first character are dropped
    for line in done.lines:
        assert line.width <= measure + 1e-6 or OVER in line.reasons
        assert len(line.xs) == line.last - line.first + 1
        if line.is_last or {FORBIDDEN, FALLBACK, CUT} & set(line.reasons):
            continue
        left, right = done.items.tokens[line.last], done.items.tokens[line.last + 1]
        assert left.cls not in NOT_AT_END["gb"]
        assert right.cls not in NOT_AT_START["gb"]


def leading(found: list[str]) -> list[str]:
    """The spaces that a text begins with."""
    first = next((i for i, t in enumerate(found) if class_of(t) is not CharClass.SPACE), len(found))
    return found[:first]


@pytest.fixture(scope="module")
def song() -> Voice:
    return Voice(Catalog().chain("报宋"), half_digits=True)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("fit", ["total", "first"])
def test_an_example_is_set_at_any_measure(name, fit, voice, song):
    for measure in MEASURES:
        check(EXAMPLES[name], voice, measure, fit=fit)
    check(EXAMPLES[name], song, 3100, fit=fit)
    check(EXAMPLES[name], song, 13_000, fit=fit)


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_examples_are_set_in_every_script(script, voice):
    other = Voice(voice.chain, half_digits=True, script=SCRIPTS[script])
    for text in EXAMPLES.values():
        check(text, other, 3100)


STRANGE = st.one_of(
    st.characters(),  # lone surrogates too
    st.sampled_from([c for text in EXAMPLES.values() for c in text]),
    st.sampled_from(list(EXAMPLES.values())).map(lambda text: text[:4]),
    st.sampled_from(list("株洲高新区，。“”（）2019a-")),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(STRANGE, max_size=40).map("".join), st.sampled_from(MEASURES))
def test_any_text_is_set(voice, text, measure):
    check(text, voice, measure)


HAN = st.sampled_from(list("株洲高新区"))
LETTER = st.sampled_from(list("abcXYZ"))


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(HAN, LETTER, st.sampled_from(list("。，”"))),
    st.sampled_from("\u00a0\u2007\u202f\u2060\ufeff"),
    st.one_of(HAN, LETTER, st.sampled_from(list("（“"))),
)
def test_uax_14_lb11_lb12_glue_parts_nothing(items, left, glue, right):
    for text in (left + glue + right, left + " " + glue + right, left + glue + " " + right):
        assert break_offsets(items(text)) == set(), ascii(text)


@pytest.mark.parametrize("pair", ["中文", "中a", "a中", "。中"])
def test_uax_14_lb8_a_line_may_end_at_a_zero_width_space(items, pair):
    found = items(pair[0] + "\u200b" + pair[1])
    assert break_offsets(found) == {2}
    assert found.body == items(pair).body  # and it takes no room


def test_uax_14_lb8_a_word_may_end_a_line_at_a_zero_width_space(items):
    found = items("ab\u200bcd")
    assert break_offsets(found) == {3}
    assert (found.gaps[0].natural, found.gaps[0].grow) == (0, 0)


@pytest.mark.parametrize("pair", ["中，", "（中", "，”", "中）", "网+"])
def test_a_stray_zero_width_space_undoes_no_prohibition(items, pair):
    """Against UAX #14 LB8: text from web pages is full of them, and none is meant so."""
    assert break_offsets(items(pair[0] + "\u200b" + pair[1])) == set()


@pytest.mark.parametrize(
    "space", "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u3000"
)
@pytest.mark.parametrize("pair", ["中文", "ab", "中a", "。中"])
def test_uax_14_a_line_may_end_after_a_fixed_space_which_keeps_its_width(items, space, pair):
    found = items(pair[0] + space + pair[1], latin_gap=0)
    assert break_offsets(found) == {2}
    gap = found.gaps[0]
    token = found.spaces[0]
    assert gap.natural >= token.body
    assert gap.grow == 0


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("well-known", {5}),
        ("well-known的", {5, 10}),
        ("见state-of-the-art", {1, 10, 14}),
        ("见B1-B4版", {1, 6}),
        ("见2019-09-20", {1}),
        ("TCP|IP", {4}),
        ("中|文", {2}),
        ("中-文", {2}),
        ("in\u00adter", set()),  # only with a hyphen: see `tails`
        ("GDP(亿元)是", {5, 7}),
        ("བོད་སྐད་", {4}),
        ("中༼文༽字", {1, 4}),
        ("中⟦文⟧字", {1, 4}),
        ("120㎡的", {4}),
        ("〳〵", set()),
        ("‥‥", set()),
        ("👨\u200d👩\u200d👧", set()),
        ("🇨🇳🇫🇷", {2}),
        ("葛\U000e0100城", {2}),
        ("\u1112\u1161\u11ab\u1100\u1173", {3}),
    ],
)
def test_where_a_line_may_begin(items, text, starts):
    assert break_offsets(items(text)) == starts


def test_a_soft_hyphen_is_a_break_with_a_hyphen(voice):
    for hyphenate in (True, False):
        rules = ParagraphRules(indent=0, hyphenate=hyphenate)
        done = set_paragraph([VoicedText("中文aaaa\u00adbbbb字", voice)], rules, 4900)
        first = done.lines[0]
        assert done.items.tokens[first.last].text == "aaaa\u00ad"
        assert there(done.items.tokens[first.last].tail).body == voice.shape(["-"])[0].body
        assert not {FORBIDDEN, CUT} & set(first.reasons)


def test_a_compound_word_wider_than_the_line_is_cut_between_letters_only_as_a_last_resort(voice):
    rules = ParagraphRules(indent=0, hyphenate=False)
    done = set_paragraph([VoicedText("well-established", voice)], rules, 6000)
    texts = ["".join(t.text for t in done.items.tokens[a.first : a.last + 1]) for a in done.lines]
    assert texts == ["well-", "established"]
    narrow = set_paragraph([VoicedText("well-established", voice)], rules, 2000)
    assert all(line.width <= 2000 for line in narrow.lines)


def test_the_examples_are_what_they_say():
    kinds = {unicodedata.category(c) for text in EXAMPLES.values() for c in text}
    assert {"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Mc", "Me", "Zs", "Lo", "So", "Ps", "Pe"} <= kinds
