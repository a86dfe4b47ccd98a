"""How far artwork that bleeds is seen over the edges of its page."""

import pytest

from layout.display.bleed import with_bleed
from layout.display.items import Grid, Page, Picture
from layout.geometry import Rect

AREA = Rect(0.0, 0.0, 100.0, 100.0)
PAGE = Page(
    name="A1", title="", date="", width=400.0, height=600.0, bleed=9.0, items=(),
    grid=Grid(type_area=AREA, columns=((0.0, 100.0),), pitch=10.0, lines=10, baseline=8.0),
)  # fmt: skip
ALL = (10.0, 10.0, 10.0, 10.0)


def seen(rect: Rect, bleed: tuple[float, float, float, float] = ALL, **options: object) -> Rect:
    """Artwork of 200 × 100 points in a rectangle of the page."""
    picture = Picture(rect=rect, source="ad.pdf", **options)  # type: ignore[arg-type]
    return with_bleed(PAGE, picture, (200.0, 100.0), bleed)


@pytest.mark.parametrize(
    ("rect", "made"),
    [
        (Rect(50, 50, 200, 100), Rect(50, 50, 200, 100)),  # no edge
        (Rect(0, 50, 200, 100), Rect(-9, 50, 209, 100)),  # as far as the page bleeds
        (Rect(0.2, 50, 200, 100), Rect(-9, 50, 209.2, 100)),
        (Rect(0.5, 50, 200, 100), Rect(0.5, 50, 200, 100)),
        (Rect(200, 500, 200, 100), Rect(200, 500, 209, 109)),
        (Rect(0, 0, 100, 50), Rect(-5, -5, 105, 55)),  # half its size, half its bleed
        (Rect(-9, 50, 200, 100), Rect(-9, 50, 200, 100)),  # there already
        (Rect(-4, 50, 200, 100), Rect(-9, 50, 205, 100)),
    ],
)
def test_at_an_edge_of_the_page_it_bleeds(rect: Rect, made: Rect) -> None:
    found = seen(rect)
    assert (found.x, found.y, found.right, found.bottom) == pytest.approx(
        (made.x, made.y, made.right, made.bottom)
    )


def test_what_it_does_not_have_is_not_seen() -> None:
    assert seen(Rect(0, 0, 200, 100), (3, 0, 0, 0)) == Rect(-3, 0, 203, 100)
    assert seen(Rect(0, 0, 200, 100), (0, 0, 0, 0)) == Rect(0, 0, 200, 100)


def test_a_side_that_is_cut_off_does_not_bleed() -> None:
    found = seen(Rect(0, 0, 100, 100), crop=(0.5, 0.0, 1.0, 1.0))
    assert (found.x, found.y) == (0, -9)


def test_round_corners_do_not_bleed() -> None:
    rect = Rect(0, 0, 200, 100)
    assert seen(rect, corners=(4.0, 4.0, 4.0, 4.0)) == rect
