"""Lines made flush: tier by tier, all places of a tier alike, never tighter than solid."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from layout.inline.items import make_items
from layout.inline.justify import justified_line, natural_line
from layout.inline.line import LOOSE, OVER, SHORT
from layout.inline.spacing import Spacing
from layout.text.charclass import CharClass
from layout.text.scripts import JA
from layout.text.segment import tokens
from layout.text.shape import Voice

HAN = CharClass.HAN


def changes(items, line):
    """What each gap of a line gained."""
    gaps = items.gaps[line.first : line.last]
    steps = [b - a for a, b in zip(line.xs, line.xs[1:], strict=False)]
    bodies = [t.body for t in items.tokens[line.first : line.last]]
    return [(g, s - b - g.natural) for g, s, b in zip(gaps, steps, bodies, strict=True)]


def whole(items, text, measure, *, is_last=False, **options):
    found = items(text, **options)
    return found, justified_line(found, 0, found.count - 1, measure, is_last=is_last)


def test_a_line_that_fits_is_left_alone(items):
    _, line = whole(items, "中文字", 3000)
    assert line.xs == (0, 1000, 2000)
    assert (line.natural, line.width, line.tier, line.gap, line.reasons) == (3000, 3000, "", 0, ())


def test_stretch_3_opens_every_gap_alike(items):
    _, line = whole(items, "中文字", 3100)
    assert line.xs == (0, 1050, 2100)
    assert (line.width, line.tier, line.gap) == (3100, "stretch:3", 50)


def test_stretch_2_opens_the_han_latin_gap_first(items):
    found, line = whole(items, "中km文字", 4600, latin_gap=250)  # natural 4500
    assert (line.tier, line.gap) == ("stretch:2", 0)
    assert [c for _, c in changes(found, line)] == [50, 50, 0]
    found, line = whole(items, "中km文字", 5000, latin_gap=250)  # all that tier 2 has
    assert (line.tier, line.gap) == ("stretch:2", 0)
    assert [c for _, c in changes(found, line)] == [250, 250, 0]
    found, line = whole(items, "中km文字", 5200, latin_gap=250)  # 500 in tier 2, then 200 for one
    assert (line.tier, line.gap) == ("stretch:3", 200)
    assert [c for _, c in changes(found, line)] == [250, 250, 200]


def test_stretch_1_opens_word_spaces_before_the_han_latin_gap(items):
    found, line = whole(items, "a b中", 2600, latin_gap=250)  # natural 500+250+500+250+1000
    assert line.tier == "stretch:1"
    assert [c for _, c in changes(found, line)] == [100, 0]
    found, line = whole(items, "a b中", 2850, latin_gap=250)
    assert line.tier == "stretch:2"
    assert [c for _, c in changes(found, line)] == [250, 100]


def test_shrink_tiers_go_in_the_order_of_clreq(items):
    # （中），中：km。中 has a closing bracket, two pauses, a Han-Latin gap and a stop.
    text = "（中）文，中km。中"
    found = items(text, latin_gap=250)
    natural = found.end[-1]
    orders = [(4, 500), (5, 500), (6, 125), (7, 500)]
    taken = 0
    for tier, capacity in orders:
        half = justified_line(
            found, 0, found.count - 1, natural - taken - capacity // 2, is_last=False
        )
        assert half.tier == f"shrink:{tier}"
        assert half.width == pytest.approx(natural - taken - capacity // 2)
        for gap, change in changes(found, half):
            full = -(gap.soft + gap.hard) if 0 < gap.shrink_tier < tier else 0
            if gap.shrink_tier == tier:
                full = -(gap.soft + gap.hard) * (capacity // 2) / capacity
            assert change == pytest.approx(full)
        taken += capacity
    least = justified_line(found, 0, found.count - 1, natural - taken - 1, is_last=False)
    assert least.tier == OVER
    assert least.reasons == (OVER,)
    assert least.width == pytest.approx(natural - taken)


def test_a_word_space_shrinks_first(items):
    found = items("a  b，中")  # two spaces of 250 each
    line = justified_line(found, 0, 3, found.end[-1] - 100, is_last=False)
    assert line.tier == "shrink:2"
    assert [c for _, c in changes(found, line)] == [-100, 0, 0]


def test_a_middle_dot_shrinks_after_a_word_space_and_before_a_bracket(voice):
    """CLREQ "Line adjustment", steps 2, 3, 4 and 5 of reducing, where a dot has blanks: in
    Japanese a quarter of an em on each side."""
    japanese = Voice(voice.chain, half_digits=True, script=JA)
    found = make_items(
        japanese.shape(tokens("a  b（中）文・文、中")), Spacing(script=JA, latin_gap=0)
    )
    natural = found.end[-1]
    taken = 0
    for tier, capacity in ((2, 250), (3, 500), (4, 1000), (5, 500)):
        line = justified_line(found, 0, found.count - 1, natural - taken - 100, is_last=False)
        assert line.tier == f"shrink:{tier}"
        given_up = {g.shrink_tier: 0.0 for g, _ in changes(found, line)}
        for gap, change in changes(found, line):
            given_up[gap.shrink_tier] -= change
        expected = {k: c for k, c in ((2, 250), (3, 500), (4, 1000)) if k < tier} | {tier: 100}
        assert {k: v for k, v in given_up.items() if v} == pytest.approx(expected)
        taken += capacity


def test_a_last_line_is_squeezed_and_never_opened(items):
    _, line = whole(items, "中，文", 9000, is_last=True)
    assert (line.width, line.tier, line.is_last) == (3000, "", True)
    _, line = whole(items, "中，文", 2700, is_last=True)
    assert (line.width, line.tier) == (2700, "shrink:5")


def test_a_lone_cluster_cannot_fill_a_line(items):
    _, line = whole(items, "中", 3000)
    assert (line.width, line.tier, line.reasons) == (1000, SHORT, (SHORT,))


def test_a_line_of_words_opens_its_spaces_beyond_their_limit(items):
    found, line = whole(items, "a b c", 4000)  # natural 2000, spaces may grow by 250 each
    assert line.width == 4000
    assert [c for _, c in changes(found, line)] == [1000, 1000]
    assert (line.tier, line.gap, line.reasons) == ("stretch:3", 750, (LOOSE,))


def test_a_gap_over_an_eighth_of_an_em_is_told(items):
    assert whole(items, "中文", 2125)[1].reasons == ()
    assert whole(items, "中文", 2126)[1].reasons == (LOOSE,)


def test_a_dash_is_never_opened_and_its_glyphs_stay(items):
    for text in ("中——文", "中…………文", "——————"):
        found, line = whole(items, text, 9000)
        for (gap, change), (a, b) in zip(
            changes(found, line), zip(found.tokens, found.tokens[1:], strict=False), strict=True
        ):
            if a.text == b.text:
                assert (gap.natural, change) == (0, 0)
        assert all(t.body == 2000 for t in found.tokens if t.cls is not HAN)


def test_natural_line_of_the_middle_of_a_paragraph(items):
    found = items("中文。“字")
    line = natural_line(found, 3, 4, indent=10.0)
    assert (line.xs, line.width, line.indent) == ((0, 500), 1500, 10.0)


TEXTS = st.text(alphabet="中文字句段。，、：“”（）——…·～12%km ab", min_size=2, max_size=30)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(-1500, 6000), st.sampled_from([0, 125, 250]))
def test_every_line_is_flush_or_says_why_not(items, text, lack, latin_gap):
    found = items(text, latin_gap=latin_gap)
    assume(found.count > 1)
    measure = found.end[-1] + lack
    assume(measure > 0)
    line = justified_line(found, 0, found.count - 1, measure, is_last=False)
    for size in (9.0, 72.0):
        scale = size / 1000
        edge = (line.xs[-1] + found.tokens[-1].body) * scale
        assert edge == pytest.approx(line.width * scale, abs=0.001)
        if line.tier == OVER:
            assert edge > measure * scale
        elif line.tier == SHORT:
            assert edge < measure * scale
        else:
            assert abs(edge - measure * scale) < 0.02
    by_tier: dict[int, list[float]] = {}
    for gap, change in changes(found, line):
        left = gap.natural + change
        assert left > -1e-6  # never tighter than solid
        if change > 1e-9 and gap.place:
            by_tier.setdefault(3, []).append(change)
        elif change > 1e-9:
            by_tier.setdefault(gap.stretch_tier, []).append(change / max(gap.grow, 1))
        elif change < -1e-9:
            by_tier.setdefault(-gap.shrink_tier, []).append(change / (gap.soft + gap.hard))
    for tier, values in by_tier.items():
        if line.gap == 0 or tier == 3:  # a line of words alone goes beyond the limit, also alike
            assert max(values) - min(values) < 1e-6
    assert not (any(t < 0 for t in by_tier) and any(t > 0 for t in by_tier))
    loosened = [c for g, c in changes(found, line) if g.place]
    if line.gap and loosened:
        assert loosened == pytest.approx([line.gap] * len(loosened))
