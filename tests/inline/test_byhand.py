"""What an editor does by hand to a paragraph: each thing for what it is, and in its turn."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.inline.byhand import HAND_SETTINGS, STEP, TO_LOSE, TO_WIN, lacking, set_by_hand
from layout.inline.line import SetParagraph
from layout.inline.paragraph import ParagraphRules, set_paragraph
from layout.inline.parts import VoicedText
from layout.record import fields
from layout.spec.model.style import PUNCTUATION, SQUEEZE
from layout.text.shape import Voice
from tests.inline.conftest import line_texts

FIRST = ParagraphRules(fit="first", squeeze="pairs", latin_gap=125, gap_least=125, indent=0)
HAN = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


@pytest.fixture(scope="session")
def once(voice: Voice) -> Voice:
    """The voice for all examples of a property."""
    return voice


@pytest.fixture
def by_hand(voice: Voice):
    """`by_hand(text, lines, measure=10_000)`: its lines, and what was done."""

    def run(text: str, lines: int, measure: int = 10_000, rules: ParagraphRules = FIRST):
        done, setting = set_by_hand([VoicedText(text, voice)], rules, measure, lines)
        return line_texts(done), setting.name if setting is not None else ""

    return run


def test_each_setting_changes_rules_that_there_are_and_says_why():
    known = {f.name for f in fields(ParagraphRules)}
    for name, setting in HAND_SETTINGS.items():
        assert name == setting.name
        assert set(setting.changes) <= known
        assert setting.of(FIRST) != FIRST or name == "标点全角"  # which FIRST has by itself
        assert setting.changes.get("punctuation", "quanjiao") in PUNCTUATION
        assert setting.changes.get("squeeze", "all") in SQUEEZE
        assert setting.why
    assert {*TO_WIN, *TO_LOSE} < set(HAND_SETTINGS)
    assert not set(TO_WIN) & set(TO_LOSE)


def test_what_a_style_tracks_is_kept():
    spaced = ParagraphRules(tracking=50)
    assert HAND_SETTINGS["字距紧"].of(spaced).tracking == 50 - 2 * STEP
    assert HAND_SETTINGS["字距松"].of(spaced).tracking == 50 + 2 * STEP
    assert HAND_SETTINGS["标点半角"].of(spaced).tracking == 50


@pytest.mark.parametrize(
    ("text", "measure", "name"),
    [
        pytest.param("一二三，四五六七八九。", 10_000, "挤进", id="a pause gives its half em"),
        pytest.param(HAN[:9] + "22", 10_000, "挤进", id="a gap gives all it has"),
        # 20¾ em: without the gaps ½ em remains above 20, and each character gives a little.
        pytest.param(HAN[:10] + "2" + HAN[10:20], 20_200, "字距紧", id="each gives 2 %"),
        pytest.param(HAN[:10] + "，" + HAN[10:20], 20_200, "半角字紧", id="and a mark its half"),
    ],
)
def test_a_line_is_won_by_what_is_least_seen(by_hand, text: str, measure: int, name: str):
    plain, nothing = by_hand(text, 0, measure)
    assert nothing == ""
    won, done = by_hand(text, -1, measure)
    assert (len(plain), len(won), done) == (2, 1, name)
    assert "".join(won) == "".join(plain) == text


def test_a_line_is_lost(by_hand):
    text = HAN[:20]
    assert by_hand(text, 0)[0] == [HAN[:10], HAN[10:20]]
    lost, done = by_hand(text, 1)
    assert (len(lost), done) == (3, "推出")
    pauses = "一二三四，五六七，八九十"
    squeezed = ParagraphRules(fit="first", indent=0)
    assert by_hand(pauses, 0, 11_000, squeezed)[0] == [pauses]
    assert by_hand(pauses, 1, 11_000, squeezed) == ([pauses[:10], pauses[10:]], "推出")


def test_no_line_is_opened_too_far(by_hand):
    """Nine characters in ten are as far apart as may be; four in five are not."""
    assert by_hand(HAN[:20], 1)[1] == "推出"
    assert by_hand(HAN[:10], 1, 5_000) == ([HAN[:5], HAN[5:10]], "")


def test_a_line_is_lost_by_a_paragraph_that_is_told_to_end_one(voice: Voice):
    parts = [VoicedText(HAN[:30], voice)]
    done, setting = set_by_hand(parts, FIRST, 11_000, 1, forced=(9,))
    assert setting is not None
    assert [len(text) for text in line_texts(done)] == [9, 10, 11] or len(done.lines) == 4
    assert line_texts(done)[0] == HAN[:9]


@given(n=st.integers(12, 60), lines=st.sampled_from([-1, 1]), measure=st.integers(8, 14))
def test_the_characters_told_are_those_that_are_missing(once: Voice, n, lines, measure):
    """With so many cut, or added, it has the lines that it was to have."""
    text = "".join(HAN[k % 30] + "，" * (k % 7 == 6) for k in range(n))
    rules = ParagraphRules(indent=0)
    parts = [VoicedText(text, once)]
    before = len(set_paragraph(parts, rules, measure * 1000).lines)
    if set_by_hand(parts, rules, measure * 1000, lines)[1] is not None or before + lines < 1:
        return
    count = lacking(parts, rules, measure * 1000, lines)
    assert count >= 1
    changed = text[:-count] if lines < 0 else text + "一" * count
    its = [VoicedText(changed, once)]
    now = len(set_paragraph(its, rules, measure * 1000).lines)
    done, _ = set_by_hand(its, rules, measure * 1000, before + lines - now)
    assert len(done.lines) == before + lines


def test_what_no_hand_can_do_is_left_as_it_was(by_hand):
    for lines in (-2, -1, 3):
        assert by_hand(HAN[:25], lines) == (by_hand(HAN[:25], 0)[0], "")
    assert by_hand("", -1) == ([], "")


def test_lines_set_by_hand_are_flush(voice: Voice):
    text = "甲乙，丙丁；“戊己”庚辛。壬癸2025年子丑、" * 6
    parts = [VoicedText(text, voice)]
    for setting in HAND_SETTINGS.values():
        done = set_paragraph(parts, setting.of(FIRST), 13_000)
        widths = [line.width for line in done.lines[:-1]]
        assert widths == pytest.approx([13_000] * len(widths)), setting.name
        assert "".join(line_texts(done)) == text


def test_by_hand_is_kept_like_any_paragraph(voice: Voice):
    cache: dict[Any, SetParagraph] = {}
    parts = [VoicedText("一二三，四五六七八九甲。", voice)]
    one, _ = set_by_hand(parts, FIRST, 10_000, -1, cache)
    two, _ = set_by_hand(parts, FIRST, 10_000, -1, cache)
    assert one is two
