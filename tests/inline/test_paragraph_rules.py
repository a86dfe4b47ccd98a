"""Whole paragraphs under any rules: flush, in order, nothing forbidden, nothing too tight."""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from layout.inline.breaker import best_fit
from layout.inline.breaks import legal_breaks
from layout.inline.line import CUT, FALLBACK, FORBIDDEN, OVER, RAGGED, SHORT
from layout.inline.paragraph import ParagraphRules, broken, paragraph_items, set_paragraph
from layout.inline.parts import VoicedText
from layout.spec.model.style import PUNCTUATION, SQUEEZE
from layout.text.charclass import NOT_AT_END, NOT_AT_START
from layout.text.scripts import SCRIPTS
from layout.text.segment import tokens
from tests.inline.helpers import PIECES

PARTS = st.lists(
    st.one_of(PIECES, st.sampled_from(["typography", "公里", "9月20日", "（GDP）", "々", "っ"])),
    min_size=1, max_size=50,
)  # fmt: skip
WORDY = st.lists(
    st.sampled_from(
        ["中", "文字", "，", "。", "typography", "international", "composing", " ", "（", "）"]
    ),
    min_size=1, max_size=40,
)  # fmt: skip
RULES = st.builds(
    ParagraphRules,
    level=st.sampled_from(sorted(NOT_AT_START)),
    fit=st.sampled_from(["total", "first"]),
    punctuation=st.sampled_from(PUNCTUATION),
    latin_gap=st.sampled_from([0, 125, 250]),
    gap_least=st.sampled_from([0, 125, 250]),
    gap_most=st.sampled_from([250, 333, 500]),
    indent=st.sampled_from([0, 1000, 2000]),
    first_mark=st.sampled_from(["half", "full", "hang"]),
    line_start=st.sampled_from(["trim", "keep"]),
    line_end=st.sampled_from(["trim", "keep"]),
    hanging=st.booleans(),
    hyphenate=st.booleans(),
    squeeze=st.sampled_from(SQUEEZE),
    squeeze_stops=st.booleans(),
    bonds=st.sampled_from(["keep", "part"]),
    loose=st.sampled_from(["fewest", "even", "steady"]),
    tighten=st.sampled_from([0, 20, 50]),
    script=st.sampled_from(list(SCRIPTS.values())),
)
MEASURES = st.lists(st.integers(2, 20).map(lambda ems: ems * 1000), min_size=1, max_size=4)


@settings(max_examples=300, deadline=None)
@given(text=PARTS.map("".join), rules=RULES, measures=MEASURES)
@example(
    text="9月20日·。",  # Japanese keeps a quarter em after ·, and 。 hangs beyond it
    rules=ParagraphRules(
        level="none", punctuation="banjiao", latin_gap=0, indent=0, hanging=True, loose="fewest",
        script=SCRIPTS["ja"],
    ),
    measures=[4000],
)  # fmt: skip
@example(
    text="中typography产业。中中：",  # 。 may hang or not: between the two ends there is no line
    rules=ParagraphRules(
        level="basic", punctuation="quanjiao", latin_gap=0, hanging=True, squeeze_stops=False,
        loose="fewest",
    ),
    measures=[2000, 9000, 2000, 3000],
)  # fmt: skip
@example(
    text="中typography产业。中中：",
    rules=ParagraphRules(
        level="basic", punctuation="quanjiao", latin_gap=0, hanging=True, squeeze_stops=False,
        loose="fewest", fit="first",
    ),
    measures=[2000, 9000, 2000, 3000],
)  # fmt: skip
def test_under_any_rules(voice, text, rules, measures):
    done = set_paragraph([VoicedText(text, voice)], rules, measures)
    items = done.items
    assert all(line.first <= line.last for line in done.lines)
    seen = [i for line in done.lines for i in range(line.first, line.last + 1)]
    assert seen == list(range(items.count))
    for number, line in enumerate(done.lines):
        reasons = set(line.reasons)
        room = done.measure(number) - line.indent
        assert len(line.xs) == line.last - line.first + 1
        # Flush, or it is said why not; a last line is no wider.
        if line.is_last:
            assert line.width <= room + 1e-6 or OVER in reasons
        elif not reasons & {OVER, RAGGED, SHORT}:
            assert line.width == pytest.approx(room, abs=1e-6)
        # A hung mark begins where the line ends; it is a pause or full stop.
        if line.hung:
            assert rules.hanging
            assert items.tokens[line.last].text in "，、。．"
            assert line.xs[-1] == pytest.approx(line.width)
        # No cluster over another but by what the style allows between Han.
        for i in range(line.first, line.last):
            here = line.xs[i - line.first]
            gap = line.xs[i - line.first + 1] - here - items.tokens[i].body
            assert gap >= -rules.tighten - 1e-6
        assert line.gap >= -rules.tighten - 1e-6
        if line.hyphen:
            assert rules.hyphenate
            assert items.tokens[line.last].tail is not None
        if line.is_last or reasons & {FORBIDDEN, FALLBACK, CUT}:
            continue
        assert items.tokens[line.last].cls not in NOT_AT_END[rules.level]
        assert items.tokens[line.last + 1].cls not in NOT_AT_START[rules.level]


@settings(max_examples=100, deadline=None)
@given(PARTS.map("".join), RULES, MEASURES)
def test_setting_twice_gives_the_same(voice, text, rules, measures):
    one, two = (set_paragraph([VoicedText(text, voice)], rules, measures) for _ in range(2))
    for a, b in zip(one.lines, two.lines, strict=True):
        assert (a.first, a.last, a.xs, a.tier, a.reasons, a.hung, a.hyphen) == (
            b.first, b.last, b.xs, b.tier, b.reasons, b.hung, b.hyphen,
        )  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(PARTS.map("".join), st.integers(4, 24))
def test_hanging_and_hyphens_never_make_a_paragraph_worse(voice, text, ems):
    def cost(*, hyphenate, hanging):
        rules = ParagraphRules(hyphenate=hyphenate, indent=0)
        items = paragraph_items([VoicedText(text, voice)], rules, ems * 1000)
        breaks = legal_breaks(items, rules.script, hanging=hanging)
        return best_fit(breaks.numbers, [ems * 1000])[0]

    # A word wider than the line is cut anyway, without a hyphen and at no price.
    assume(max(t.body for t in voice.shape(tokens(text))) <= ems * 1000)
    plain = cost(hyphenate=False, hanging=False)
    assert cost(hyphenate=False, hanging=True) <= plain + 1e-6
    assert cost(hyphenate=True, hanging=False) <= plain + 1e-6


@settings(max_examples=150, deadline=None)
@given(WORDY.map("".join), st.integers(5, 24), st.booleans())
def test_the_patterns_are_loaded_only_where_they_can_help(voice, text, ems, hanging):
    """Set as a whole from all hyphens at once, the paragraph comes out no better."""
    rules = ParagraphRules(indent=0, hanging=hanging)
    parts = [VoicedText(text, voice)]
    assume(max(t.body for t in voice.shape(tokens(text))) <= ems * 1000)
    done = set_paragraph(parts, rules, ems * 1000)
    items = paragraph_items(parts, rules, ems * 1000)
    breaks, ends, cost = broken(items, rules, [ems * 1000])
    ours, _, least = broken(done.items, rules, [ems * 1000])
    assert least == pytest.approx(cost)
    assert len(done.lines) == len(ends)
    assert ours.numbers.right[-1] == breaks.numbers.right[-1]
