"""So many lines, and ends that are told, against every way counted out."""

from itertools import combinations, pairwise
from math import inf
from random import Random

import pytest

from layout.inline.breaker import best_fit
from layout.inline.breaks import Breaks, legal_breaks
from layout.inline.costs import WIDE, paragraph_cost
from layout.inline.exact import Exactly, exact_fit, forced_ends
from layout.inline.line import SetParagraph
from layout.inline.paragraph import ParagraphRules, set_paragraph
from layout.inline.parts import VoicedText
from layout.text.scripts import HANS
from layout.text.shape import Voice
from layout.words.said import said
from tests.inline.conftest import line_texts

MARKS = "，。“”、；"
HAN = "一二三四五六七八九十甲乙丙丁"


def text_of(rng: Random, n: int) -> str:
    return "".join(rng.choice(MARKS) if rng.random() < 0.25 and k else rng.choice(HAN)
                   for k in range(n))  # fmt: skip


def opens_by(breaks: Breaks, first: int, last: int, width: int) -> float:
    """How far the gaps of a line open, in 1/1000 em; below 0 where it is squeezed."""
    n = breaks.numbers
    grow, places = n.room(first, last)
    return (width - n.natural(first, last) - grow) / (places or 1)


def brute(breaks: Breaks, measures: list[int], lines: int | None, gap: int, ends: list[int]):
    """The least cost of all ways that are as they are told to be."""
    final = breaks.numbers.final
    best = inf
    for size in range(final):
        if lines is not None and size + 1 != lines:
            continue
        for chosen in combinations(range(1, final), size):
            way = [*chosen, final]
            if lines is not None and (0, *way)[-2] >= breaks.numbers.runt_from:
                continue  # a 孤字
            if not {*ends} <= {breaks.last[k] for k in way}:
                continue
            if any(a in breaks.numbers.twins and b == a + 1 for a, b in pairwise(way)):
                continue  # there is no line between the two
            good = all(
                last == final
                or breaks.last[last] in ends
                or opens_by(breaks, first, last, measures[min(k, len(measures) - 1)]) <= gap
                for k, (first, last) in enumerate(pairwise((0, *way)))
            )
            if good:
                best = min(best, paragraph_cost(breaks.numbers, measures, way))
    return best


@pytest.mark.parametrize("lines", [None, 1, 2, 3, 4])
def test_equals_brute_force(items, lines):
    rng = Random(20269)
    met = 0
    for _ in range(160):
        its = items(text_of(rng, rng.randint(3, 13)))
        breaks = legal_breaks(its, HANS, hanging=rng.random() < 0.3)
        measures = [rng.choice([3000, 4000, 5500]) for _ in range(rng.randint(1, 3))]
        gap = rng.choice([50, 125, WIDE])
        ends = forced_ends(its, [rng.randint(1, 12)]) if rng.random() < 0.5 else []
        ends = [end for end in ends if end in breaks.last]
        exactly = Exactly(lines, gap) if lines is not None else None
        cost, found = exact_fit(breaks, measures, exactly, ends)
        least = brute(breaks, measures, lines, gap if lines is not None else WIDE, ends)
        assert cost == pytest.approx(least)
        if least < inf:
            met += 1
            assert paragraph_cost(breaks.numbers, measures, found) == pytest.approx(least)
            assert {*ends} <= {breaks.last[k] for k in found}
            assert lines is None or len(found) == lines
        else:
            assert found == []
    assert met >= 5


def test_where_nothing_is_said_it_is_total_fit(items):
    rng = Random(7)
    same = 0
    for _ in range(40):
        breaks = legal_breaks(items(text_of(rng, rng.randint(5, 60))), HANS, hanging=False)
        measures = [rng.choice([8000, 9500])]
        cost, ends = best_fit(breaks.numbers, measures)
        told = exact_fit(breaks, measures)
        if told[1]:
            assert told[0] == pytest.approx(cost)
            same += told[1] == ends
    assert same >= 20


def lines(voice: Voice, text: str, measure: int, *forced: int, **rules: object) -> SetParagraph:
    asked = ParagraphRules(indent=0, **rules)  # type: ignore[arg-type]
    return set_paragraph([VoicedText(text, voice)], asked, measure, None, (), forced)


def test_a_line_ends_where_it_is_told_and_is_flush(voice):
    done = lines(voice, HAN[:12], 5_000, 4, 8)
    assert line_texts(done) == [HAN[:4], HAN[4:8], HAN[8:12]]
    assert [line.width for line in done.lines[:2]] == pytest.approx([5_000, 5_000])
    assert not done.lines[0].is_last
    # Before a mark that may begin no line, too: somebody says so.
    assert line_texts(lines(voice, "一二三，四五六", 5_000, 3))[0] == "一二三"


def test_what_is_told_outside_of_the_text_changes_nothing(voice):
    plain = line_texts(lines(voice, HAN[:12], 5_000))
    for at in (0, 12, 99):
        assert line_texts(lines(voice, HAN[:12], 5_000, at)) == plain
    assert line_texts(lines(voice, "", 5_000, 1)) == []


def test_a_line_that_is_loose_by_somebodys_word_says_so(voice):
    done = lines(voice, HAN[:10], 5_000, 2)
    assert done.lines[0].reasons == ("loose",)
    assert done.lines[0].why == said("part.why-forced")
    assert [line.why for line in done.lines[1:]] == [""] * (len(done.lines) - 1)


def test_more_lines_than_there_are_ends_are_not_to_be_had(voice):
    plain = line_texts(lines(voice, HAN[:12], 5_000))
    for count in (0, 1, 2, 13, 50):
        assert line_texts(lines(voice, HAN[:12], 5_000, exactly=Exactly(count))) == plain
    assert len(lines(voice, HAN[:12], 5_000, exactly=Exactly(4, 1500)).lines) == 4
