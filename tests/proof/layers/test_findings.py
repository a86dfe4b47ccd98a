"""Findings where they lie."""

import pytest

from layout.check.makeup.drawn import extent
from layout.diagnostics import error, warning
from layout.display.items import Box, GlyphRun, Stroke
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.proof.layers import findings, unfit
from layout.proof.layers.layer import NumberedFinding, ProofFacts, Unfit
from layout.proof.marks import GRAVE, Letters, inked
from tests import toypage


def made(*rects: Rect | None) -> tuple[list[Box], list[GlyphRun]]:
    told = warning("STANDS-IN.words", block="a")
    facts = ProofFacts(
        page=toypage.page(), letters=Letters(Catalog()), lang="zh",
        findings=tuple(
            NumberedFinding(number=k, found=told, rect=rect) for k, rect in enumerate(rects, 1)
        ),
    )  # fmt: skip
    over = findings.layer(facts).over
    return [i for i in over if isinstance(i, Box)], [i for i in over if isinstance(i, GlyphRun)]


def test_each_place_has_a_frame_and_its_number() -> None:
    boxes, runs = made(Rect(100, 100, 90, 9), None, Rect(100, 300, 200, 100))
    assert [run.text for run in runs] == ["1", "3"]
    assert {box.fill for box in boxes} == {GRAVE["warning"]}
    assert len(boxes) == 4 + 2
    assert runs[0].x < 99 < runs[1].x


def test_a_number_stands_where_it_covers_least_type() -> None:
    head = toypage.run(Catalog().face("黑"), "标题", 100, 316, size=18)
    told = warning("STANDS-IN.words", block="a")
    one = NumberedFinding(number=1, found=told, rect=Rect(100, 300, 200, 100))
    facts = ProofFacts(
        page=toypage.page(head), letters=Letters(Catalog()), lang="zh", findings=(one,)
    )
    (tag,) = [
        i.rect for i in findings.layer(facts).over if isinstance(i, Box) and 5 < i.rect.height < 30
    ]
    assert not [rect for rect in inked([head]) if rect.meets(tag)]


@pytest.mark.parametrize("high", [9, 100])
def test_no_number_covers_what_is_told_of_what_does_not_fit(high: float) -> None:
    """溢文 under a column, where the next block begins, at the edge of the page too."""
    told = warning("STANDS-IN.words", block="a")
    for left in (100, toypage.page().width - 75):
        facts = ProofFacts(
            page=toypage.page(), letters=Letters(Catalog()), lang="zh",
            unfit=(Unfit(told="排不下", rect=Rect(left, 200, 60, 90)),),
            findings=tuple(
                NumberedFinding(number=k, found=told, rect=Rect(left + 3 * k, 295, 60, high))
                for k in range(1, 5)
            ),
        )  # fmt: skip
        (label,) = unfit.layer(facts).labels
        tags = findings.tags(facts)
        assert not any(tag.meets(extent(item)) for tag in tags for item in label.items)
        assert all(tag.x >= 0 and tag.right <= facts.page.width for tag in tags)


def test_numbers_of_one_place_do_not_cover_one_another() -> None:
    place = Rect(100, 300, 200, 100)
    boxes, runs = made(*[place] * 12)
    tags = [box.rect for box in boxes if 5 < box.rect.width < 30]
    assert len(tags) == len(runs) == 12
    assert not [1 for k, tag in enumerate(tags) for other in tags[:k] if tag.meets(other)]


def test_a_place_of_nothing_can_be_seen_and_is_on_the_page() -> None:
    assert findings.seen(Rect(10, 10, 0, 0)) == Rect(7, 7, 6, 6)
    assert findings.seen(Rect(10, 10, 90, 9)) == Rect(9, 9, 92, 11)  # off the type inside
    boxes, _ = made(Rect(0, 0, 3, 3))
    assert min(box.rect.y for box in boxes if box.rect.width > 5) >= -3


def test_the_frame_of_a_block_is_thin_and_dashed_but_for_what_stops_the_page() -> None:
    block, line = Rect(100, 300, 200, 100), Rect(100, 100, 90, 9)
    for told, kind in (
        (warning("STANDS-IN.words", block="a"), Stroke),
        (error("STANDS-IN.words", block="a"), Box),
    ):
        facts = ProofFacts(
            page=toypage.page(), letters=Letters(Catalog()), lang="zh",
            findings=(
                NumberedFinding(number=1, found=told, rect=block),
                NumberedFinding(number=2, found=told, rect=line),
            ),
        )  # fmt: skip
        large, small = findings.layer(facts).marks[:4], findings.layer(facts).marks[4:]
        assert {type(item) for item in large} == {kind}
        assert {type(item) for item in small} == {Box}
        for item in large:
            if isinstance(item, Stroke):
                assert item.dash
                assert item.width < findings.EDGE_PT
                assert item.color == GRAVE["warning"]


def test_a_number_is_large_enough_to_be_read_on_a_screen() -> None:
    assert findings.NUMBER_PT * 96 / 72 >= 11
