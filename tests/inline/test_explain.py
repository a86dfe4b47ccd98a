"""Reasons of breaks: the terms sum to the cost, and the next best is the best without that end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.inline.breaker import best_fit
from layout.inline.breaks import legal_breaks
from layout.inline.costs import LOOSE, RIVET_COST, paragraph_cost
from layout.inline.explain import explain
from layout.inline.paragraph import ParagraphRules, line_measures
from layout.record import replace
from layout.text.scripts import HANS
from layout.words.said import said

PLAIN = st.lists(
    st.sampled_from(["中", "文", "字句", "产业", "。", "，", "“", "”", "2019"]),
    min_size=1, max_size=50,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(PLAIN.map("".join), st.integers(6, 14))
def test_reasons_agree_with_the_breaker(set_text, text, ems):
    rules = ParagraphRules(indent=0, latin_gap=0, hyphenate=False)
    done = set_text(text, ems * 1000)
    numbers = legal_breaks(done.items, HANS, hanging=False).numbers
    measures = line_measures(done.items, rules, ems * 1000)[1]
    cost, ends = best_fit(numbers, measures)
    reasons = list(explain(done.items, rules, ems * 1000))
    assert [r.last for r in reasons] == [line.last for line in done.lines]
    if not ends:
        return  # no legal way: the price of a forbidden one is in other numbers
    assert sum(r.cost for r in reasons) == pytest.approx(cost)
    assert paragraph_cost(numbers, measures, ends) == pytest.approx(cost)
    for reason, end in list(zip(reasons, ends, strict=True))[:-1]:
        assert reason.dearer >= -1e-6
        penalty = list(numbers.penalty)
        penalty[end] = 1e12
        other = best_fit(replace(numbers, penalty=penalty), measures)[0]
        if other < 1e11:
            assert reason.dearer == pytest.approx(other - cost)
            assert reason.instead is not None


def test_a_loose_line_is_named(set_text):
    done = set_text("一二三四五六abcd012345", 10_000)
    first, last = explain(
        done.items, ParagraphRules(indent=0, latin_gap=0, hyphenate=False), 10_000
    )
    assert done.lines[0].gap > LOOSE
    assert said("part.term-gaps", percent=25.0) in dict(first.terms)
    assert dict(last.terms) == {said("part.term-line"): RIVET_COST}
    assert last.instead is None
