"""One paragraph in three house styles side by side: the specimen of specs/houses."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from layout.api import ComposedPage, Session
from layout.display.items import GlyphRun, LineFacts
from tests.conftest import Golden

SPEC = Path(__file__).parents[1] / "specs/houses/H1.yaml"
HOUSES = ("clreq", "daily", "kaiming")


@cache
def made() -> ComposedPage:
    page = Session().page(SPEC)
    assert page.good, page.diagnostics
    return page


def runs(house: str) -> Iterator[tuple[GlyphRun, LineFacts]]:
    """The lines of a house's column: each is one run."""
    for item in made().display.items:
        if isinstance(item, GlyphRun) and item.line is not None and item.line.block == house:
            yield item, item.line


def tiers(house: str) -> set[str]:
    return {facts.tier.partition(":")[2] for _, facts in runs(house) if "shrink" in facts.tier}


def test_it_is_set_as_it_was(golden: Golden) -> None:
    golden("houses-H1.dump", made().dump())


def test_the_same_words_are_broken_in_three_ways_at_one_measure() -> None:
    assert len({"".join(run.text for run, _ in runs(house)) for house in HOUSES}) == 1
    assert len({tuple(len(run.text) for run, _ in runs(house)) for house in HOUSES}) == 3
    for house in HOUSES:
        assert {facts.measure / 9 for _, facts in runs(house)} == {16.26}


def test_each_squeezes_what_its_label_says() -> None:
    assert {"4", "5", "7"} & tiers("clreq")
    assert tiers("daily") == set()
    assert tiers("kaiming") == {"6"}  # the gaps beside figures, and no mark


def test_marks_are_as_wide_as_the_label_says() -> None:
    """From a pause to the character after it, what the line was opened by taken away."""
    widths = {}
    for house in HOUSES:
        (run,) = [run for run, _ in runs(house) if "报纸，标" in run.text]
        at = [run.clusters.index(run.text.index(c)) for c in "，标"]
        (facts,) = [facts for other, facts in runs(house) if other is run]
        widths[house] = (run.xs[at[1]] - run.xs[at[0]]) / run.size - facts.gap_em
    assert widths["daily"] == pytest.approx(1.0)
    assert widths["kaiming"] == pytest.approx(0.5)
    assert widths["clreq"] < 1.0


def test_nothing_is_told_but_that_it_stands_in_and_that_a_daily_is_loose() -> None:
    assert {d.code for d in made().diagnostics} == {"STANDS-IN", "LOOSE"}
    loose = [facts for _, facts in runs("daily") if "loose" in facts.reasons]
    assert len(loose) == len([d for d in made().diagnostics if d.code == "LOOSE"]) > 0
