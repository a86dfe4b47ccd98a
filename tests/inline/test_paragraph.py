"""Whole paragraphs of any text at any measure: nothing lost, nothing forbidden, nothing unsaid."""

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from layout.inline.costs import GROW_COST, LOOSE_COST, WIDE_COST, line_cost, paragraph_cost
from layout.inline.line import CUT, FALLBACK, FORBIDDEN, LOOSE, OVER, SHORT, SetParagraph
from layout.inline.paragraph import ParagraphRules, set_paragraph
from layout.inline.parts import VoicedText
from layout.text.charclass import NOT_AT_END, NOT_AT_START, CharClass
from layout.text.shape import Voice
from tests.inline.conftest import ends_of, line_texts
from tests.inline.helpers import PIECES

TEXTS = st.lists(PIECES, min_size=1, max_size=60).map("".join)
PLAIN = st.lists(
    st.sampled_from(["中", "文", "字句", "产业", "。", "，", "“", "”"]), min_size=8, max_size=60
)
FITS = st.sampled_from(["total", "first"])


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(1, 30), FITS, st.sampled_from([(0, 0), (250, 2000)]))
def test_each_cluster_once_and_in_order(set_text, text, ems, fit, gaps):
    latin_gap, indent = gaps
    done = set_text(text, ems * 1000, fit=fit, latin_gap=latin_gap, indent=indent)
    seen = [i for line in done.lines for i in range(line.first, line.last + 1)]
    assert seen == list(range(done.items.count))
    assert [line.is_last for line in done.lines] == [False] * (len(done.lines) - 1) + [True] * bool(
        seen
    )
    for line in done.lines:
        assert list(line.xs) == sorted(line.xs)
        assert len(line.xs) == line.last - line.first + 1


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(1, 30), FITS)
def test_what_is_not_flush_or_not_allowed_is_said(set_text, text, ems, fit):
    done = set_text(text, ems * 1000, fit=fit)
    tokens = done.items.tokens
    for line in done.lines:
        reasons = set(line.reasons)
        if line.is_last:
            assert (line.width > ems * 1000 + 1e-6) == (OVER in reasons)
        elif not reasons & {OVER, SHORT}:
            assert line.width == pytest.approx(ems * 1000, abs=1e-6)
        assert (line.gap > 125) == (LOOSE in reasons)
        if line.is_last or reasons & {FORBIDDEN, FALLBACK}:
            continue
        left, right = tokens[line.last], tokens[line.last + 1]
        assert left.cls not in NOT_AT_END["gb"]
        assert right.cls not in NOT_AT_START["gb"]
        cut = CharClass.FRAGMENT is left.cls is right.cls and not done.items.spaces[line.last]
        assert cut == (CUT in reasons)


@settings(max_examples=100, deadline=None)
@given(PLAIN.map("".join), st.integers(6, 30))
def test_a_last_line_of_one_character_only_where_nothing_else_is_bearable(set_text, text, ems):
    measure = ems * 1000
    done = set_text(text, measure)
    assume(done.items.count)
    breaks, ends = ends_of(done)
    data = breaks.numbers
    if ([0, *ends])[-2] < data.runt_from:
        return
    # Can the last line begin earlier, with no gap anywhere over 0.25 em? A small search of its own.
    bearable = 25 * LOOSE_COST + GROW_COST + 1
    if any(line.gap > 250 for line in done.lines):
        bearable += WIDE_COST
    reached = {0}
    for i in range(data.final):
        if i in reached:
            for k in range(i + 1, data.final):
                if line_cost(data, measure, i, k)[0] <= bearable:
                    reached.add(k)
    starts = (i for i in reached if i < data.runt_from)
    assert not [i for i in starts if line_cost(data, measure, i, data.final)[0] < LOOSE_COST]


def test_one_line_of_a_ragged_paragraph_is_its_last(set_text):
    """No line of it is opened to its measure; the one that ends the text is its last all the
    same, as in a paragraph that is made flush."""
    for ragged in (True, False):
        done = set_text("城北的早市又开了张", 4000, ragged=ragged)
        assert line_texts(done) == ["城北的早", "市又开了", "张"]
        assert [line.is_last for line in done.lines] == [False, False, True]


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.integers(1, 30), FITS)
def test_setting_again_changes_nothing(set_text, voice, text, ems, fit):
    done = set_text(text, ems * 1000, fit=fit)
    cold = set_paragraph(
        [VoicedText(text, Voice(voice.chain, half_digits=True))],
        ParagraphRules(indent=0, latin_gap=0, fit=fit, hyphenate=False),
        ems * 1000,
    )
    for a, b in zip(done.lines, cold.lines, strict=True):
        assert (a.first, a.last, a.xs, a.tier, a.reasons) == (
            b.first,
            b.last,
            b.xs,
            b.tier,
            b.reasons,
        )
    # A text made of nothing but its own lines is set in the same lines.
    again = set_text("".join(line_texts(done)), ems * 1000, fit=fit)
    # A space at a line's end is not in the line, nor is a place where it may end.
    if not set(text) & set(" \u3000\u200b"):
        assert line_texts(again) == line_texts(done)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(6, 29), st.integers(1, 3000))
def test_first_fit_takes_no_more_lines_in_a_wider_measure(set_text, text, ems, more):
    narrow = set_text(text, ems * 1000, fit="first")
    assume(not any({CUT, FORBIDDEN, FALLBACK} & set(line.reasons) for line in narrow.lines))
    wide = set_text(text, ems * 1000 + more, fit="first")
    assert len(wide.lines) <= len(narrow.lines)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.integers(4, 30))
def test_total_fit_costs_no_more_than_first_fit(set_text, text, ems):
    total, first = (set_text(text, ems * 1000, fit=fit) for fit in ("total", "first"))
    if not any({FORBIDDEN, FALLBACK, OVER} & set(line.reasons) for line in first.lines):
        costs = [
            paragraph_cost(breaks.numbers, [ems * 1000], ends)
            for breaks, ends in (ends_of(total), ends_of(first))
        ]
        assert costs[0] <= costs[1] + 1e-6


def test_gb_15834_5_1_10_line_edges_are_trimmed(set_text):
    done = set_text("中文字，“句段章。", 4000)
    first, second = done.lines
    assert first.width == second.width == 4000
    assert first.xs == pytest.approx((0, 1000 + 500 / 3, 2000 + 1000 / 3, 3500))  # ， is ½ em wide
    assert second.xs == (0, 500, 1500, 2500)[: len(second.xs)] or second.xs[0] == 0  # “ is too


def test_the_first_line_is_indented_but_not_in_the_narrowest_column(set_text):
    wide = set_text("中文字句段章节", 5000, indent=2000)
    assert [line.indent for line in wide.lines] == [2000, 0]
    assert wide.lines[0].last == 2
    narrow = set_text("中文字", 1000, indent=2000)
    assert [line.indent for line in narrow.lines] == [0, 0, 0]


def test_a_word_wider_than_the_measure_is_cut_and_told(set_text):
    done = set_text("见abcdefghij", 2000)
    assert line_texts(done) == ["见ab", "cdef", "ghij"]
    assert [CUT in line.reasons for line in done.lines] == [True, True, False]
    whole = set_text("见abcdefghij止", 5000)
    assert "abcdefghij" in line_texts(whole)


def test_two_long_words_are_not_told_as_one(set_text):
    done = set_text("abcdef ghijkl", 3000)
    assert line_texts(done) == ["abcdef", "ghijkl"]
    done = set_text("abcdefgh ijklmnop", 2000)
    assert line_texts(done) == ["abcd", "efgh", "ijkl", "mnop"]
    assert [CUT in line.reasons for line in done.lines] == [True, False, True, False]


def test_a_row_of_marks_is_cut_where_it_must_be_and_told(set_text):
    done = set_text("，" * 9, 1500)
    assert line_texts(done) == ["，，，"] * 3
    assert [line.reasons for line in done.lines] == [(FALLBACK,), (FALLBACK,), ()]


def test_one_forbidden_end_does_not_spoil_the_rest(set_text):
    text = "中文字句段章" + "，" * 12 + "中文字句段章" * 3
    done = set_text(text, 4000)
    assert sum(FALLBACK in line.reasons for line in done.lines) == 1
    assert not any(FORBIDDEN in line.reasons for line in done.lines)


@pytest.mark.parametrize("text", ["", " ", "\u3000\u3000", "\u200b", "\n"])
def test_nothing_gives_no_lines(set_text, text):
    assert set_text(text, 13_000).lines == ()


@pytest.mark.parametrize("text", ["——", "……", "2019", "中", "👍", "שלום עולם", "\x07", "e\u0301"])
@pytest.mark.parametrize("measure", [1, 999, 1000, 1500])
def test_a_measure_of_one_character_or_less(set_text, text, measure):
    for fit in ("total", "first"):
        done = set_text(text, measure, fit=fit)
        assert sum(line.last - line.first + 1 for line in done.lines) == done.items.count
        assert all(line.width <= measure or OVER in line.reasons for line in done.lines)


def test_several_voices_share_a_line(voice):
    other = Voice(voice.chain, half_digits=False)
    parts = [VoicedText("中12", voice), VoicedText("34中", other)]
    done = set_paragraph(parts, ParagraphRules(indent=0, latin_gap=0), 9000)
    (line,) = done.lines
    assert [t.body for t in done.items.tokens] == [1000, 1000, 1200, 1000]
    assert done.items.gaps[1].breakable is False  # a number stays whole across voices
    assert line.width == 4200


def test_the_cache_is_keyed_by_all_that_matters(voice):
    cache: dict[Any, SetParagraph] = {}
    parts = [VoicedText("中文字句段章节", voice)]
    one = set_paragraph(parts, ParagraphRules(indent=0), 3000, cache)
    assert set_paragraph(parts, ParagraphRules(indent=0), 3000, cache) is one
    others = [
        set_paragraph(parts, ParagraphRules(indent=0), 4000, cache),
        set_paragraph(parts, ParagraphRules(indent=0, fit="first"), 3000, cache),
        set_paragraph(parts, ParagraphRules(indent=0, level="none"), 3000, cache),
        set_paragraph([VoicedText("中文字", voice)], ParagraphRules(indent=0), 3000, cache),
        set_paragraph([VoicedText(parts[0].text, Voice(voice.chain, half_digits=False))],
                      ParagraphRules(indent=0), 3000, cache),
    ]  # fmt: skip
    assert len(cache) == 6
    assert len({id(p) for p in [one, *others]}) == 6


@pytest.mark.parametrize("text", ["a1" * 5000, "7" * 10_000, "，" * 10_000, "中" * 10_000])
def test_ten_thousand_of_anything_are_set(set_text, text):
    done = set_text(text, 13_000)
    assert sum(line.last - line.first + 1 for line in done.lines) == done.items.count == 10_000
    assert all(line.width <= 13_000 + 1e-6 for line in done.lines)


def test_a_word_is_cut_only_where_it_is_wider_than_the_line(set_text):
    """Letters of half an em: four of them fill two em, and stay one word."""
    assert [t.text for t in set_text("abcd", 2000).items.tokens] == ["abcd"]
    assert [t.text for t in set_text("abcd", 1999).items.tokens] == ["a", "b", "c", "d"]
