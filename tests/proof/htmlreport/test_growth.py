"""Labels that are printed larger than they are keep off the type."""

from pathlib import Path

import pytest

from layout.color import BLACK
from layout.display.items import Box
from layout.geometry import Rect
from layout.proof.htmlreport import growth
from layout.proof.htmlreport.growth import growing_from, larger
from layout.proof.layers.layer import LayerLabel
from layout.proof.marks import covered

PAGE = Rect(0, 0, 400, 600)
LABEL = LayerLabel(at=(100, 100), size=8, items=(Box(rect=Rect(100, 100, 10, 10), fill=BLACK),))


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ([], Rect(100, 100, 20, 20)),
        ([Rect(110, 90, 100, 40)], Rect(90, 100, 20, 20)),
        ([Rect(50, 110, 300, 20)], Rect(100, 90, 20, 20)),
        ([Rect(110, 60, 100, 80), Rect(50, 110, 100, 20)], Rect(90, 90, 20, 20)),
        ([Rect(115, 50, 9, 100), Rect(76, 50, 19, 100)], Rect(95, 100, 20, 20)),
    ],
)
def test_a_label_grows_away_from_the_type(lines: list[Rect], wanted: Rect) -> None:
    at, place = growing_from(LABEL, 2.0, lines, [], PAGE)
    assert place == wanted
    assert covered(place, lines) == 0
    # What the script makes of the point: a corner goes to where this says.
    assert (at[0] + (100 - at[0]) * 2, at[1] + (100 - at[1]) * 2) == (wanted.x, wanted.y)


def test_a_label_keeps_off_others_and_on_the_page() -> None:
    taken = [Rect(110, 90, 30, 30)]
    assert growing_from(LABEL, 2.0, [], taken, PAGE)[1] == Rect(90, 100, 20, 20)
    small = Rect(100, 100, 300, 300)
    assert growing_from(LABEL, 2.0, [Rect(100, 110, 50, 50)], [], small)[1] == Rect(
        100, 100, 20, 20
    )


def test_one_that_is_large_enough_stays_where_it_is() -> None:
    assert larger(8.4, 500) == 1.0
    assert larger(8.4, 1559) > 1.9
    assert growing_from(LABEL, 1.0, [Rect(100, 100, 5, 5)], [], PAGE) == (
        (100, 100), Rect(100, 100, 10, 10),
    )  # fmt: skip


def test_it_is_as_high_as_the_style_prints_it() -> None:
    """84vh of what the margins leave of A4."""
    folder = Path(growth.__file__).parent
    assert ".sheet { width: auto !important; max-width: 100%; height: 84vh;" in (
        folder / "report.css"
    ).read_text(encoding="utf-8")
    assert pytest.approx(0.84 * (297 - 2 * 13.5), abs=1.0) == growth.PRINTED_MM
