"""OUT: ink outside of the page and of its type area."""

import pytest

from layout.check.engine import NotCheckedError
from layout.check.makeup.checks import out
from layout.check.makeup.subject import Subject
from layout.display.items import Picture
from layout.geometry import Rect
from layout.record import replace
from layout.units import mm
from tests.check.pages import (
    AREA,
    Square,
    found,
    rect,
    run,
    story_block,
    subject,
    told_by,
)
from tests.typed import near


def inked(x: float, y: float, face: Square | None = None) -> Subject:
    return subject(
        [run("字", x, y, "a")],
        blocks=[story_block("a", AREA)],
        face=lambda key: face or Square(),
    )


def test_ink_may_reach_out_by_the_threshold() -> None:
    edge = AREA.right - 10 + mm(0.3)
    assert not told_by(out.CHECK, inked(edge, 200))
    assert told_by(out.CHECK, inked(edge + 0.01, 200)) == [
        ("OUT.words", {"text": "字", "out_mm": near(0.3, abs=0.005), "most_mm": near(0.3)})
    ]


@pytest.mark.parametrize(("x", "y"), [(40, 200), (441, 200), (200, 66), (200, 662)])
def test_every_side_is_watched(x: float, y: float) -> None:
    assert told_by(out.CHECK, inked(x, y))
    assert not told_by(out.CHECK, inked(200, 200))


def test_blanks_of_a_glyph_are_no_ink() -> None:
    assert told_by(out.CHECK, inked(AREA.right - 5, 200))
    assert not told_by(out.CHECK, inked(AREA.right - 5, 200, Square(0, 500)))


def test_what_leaves_the_page_is_an_error_and_a_declared_bleed_nothing() -> None:
    picture = Picture(rect=Rect(50, 60, 452, 100), source="p.jpg", node="a")
    broken = found(out.CHECK, subject([picture]))
    assert [f.severity for f in broken] == ["error"]
    bleeding = Picture(rect=Rect(50, 60, 458, 100), source="p.jpg", node="a")
    assert not told_by(out.CHECK, subject([bleeding]))


def test_without_faces_ink_is_not_checked() -> None:
    with pytest.raises(NotCheckedError):
        found(out.CHECK, subject([run("字", 449, 200, "a")]))


BOTH = [story_block("s.md", rect(50, 1, 190, 2)), story_block("t.md", rect(50, 3, 190, 9))]


def test_ink_off_the_page_is_an_error_whatever_was_told() -> None:

    off = run("出页", 456, 100, "s.md#title", size=24.0)
    page = subject([off], blocks=BOTH, faults=frozenset({"s.md"}), face=lambda _: Square())
    assert told_by(out.CHECK, page)
    inside = replace(page, page=replace(page.page, width=600))
    assert not told_by(out.CHECK, inside)
    assert told_by(out.CHECK, replace(inside, faults=frozenset()))
