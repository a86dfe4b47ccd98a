"""The marks of corrections on a page."""

import pytest

from layout.display.items import GlyphRun, Path
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.proof.layers import corrections
from layout.proof.layers.layer import CorrectionMark, ProofFacts, ReadingMark
from layout.proof.marks import READING, Letters
from tests import toypage

SPOT = Rect(100, 100, 27, 9)


def drawn(mark: ReadingMark, *spots: Rect, vertical: bool = False) -> list[object]:
    one = CorrectionMark(number=7, mark=mark, spots=spots, words="字", vertical=vertical)
    facts = ProofFacts(
        page=toypage.page(), letters=Letters(Catalog()), lang="zh", corrections=(one,)
    )
    return list(corrections.layer(facts).over)


@pytest.mark.parametrize("mark", ["delete", "replace", "insert", "transpose"])
@pytest.mark.parametrize("vertical", [False, True])
def test_each_mark_is_at_its_words_and_bears_its_number(
    mark: ReadingMark, *, vertical: bool
) -> None:
    items = drawn(mark, SPOT, vertical=vertical)
    (number,) = [i for i in items if isinstance(i, GlyphRun)]
    assert number.text == "7"
    assert number.x + number.width < SPOT.x or number.y < SPOT.y  # on no type
    paths = [i for i in items if isinstance(i, Path)]
    assert all(path.color == READING for path in paths)
    near = SPOT.inset(-16, -16, -16, -16)
    for path in paths:
        assert near.holds(path.bounds())


def test_the_four_marks_look_otherwise() -> None:
    marks: tuple[ReadingMark, ...] = ("delete", "replace", "insert", "transpose")
    made = [str(drawn(mark, SPOT)) for mark in marks]
    assert len(set(made)) == 4


def test_words_over_two_lines_have_a_mark_in_each_and_one_number() -> None:
    one, two = (
        drawn("replace", SPOT),
        drawn("replace", SPOT, Rect(50, 112, 18, 9)),
    )
    assert len(two) > len(one)
    assert sum(isinstance(i, GlyphRun) for i in two) == 1


def test_one_that_is_not_on_the_page_is_not_drawn() -> None:
    assert drawn("delete") == []
