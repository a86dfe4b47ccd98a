"""What a plate's writer leaves out: white over bare paper, and what overprints."""

import pytest

from layout.color import BLACK, Color
from layout.display.items import Box, Item, Path
from layout.geometry import Rect
from layout.plates.writer import Inked, PlateWriter, amount

RED = Color(m=100, y=100)


def writer(ink: str, overprints: bool = False) -> PlateWriter:
    return PlateWriter(
        ink=ink,
        overprints=lambda _: overprints,
        shows=lambda _: False,
        left=0.0,
        top=1000.0,
        font_name=lambda key, column: "F1",
        shown=lambda run: "",
        parts=lambda run: [],
        picture_name=lambda source: "P1",
    )


def test_amounts() -> None:
    assert [amount(Color(c=20, k=80), ink) for ink in ("Cyan", "Magenta", "Black", "Gold")] == [
        0.2, 0.0, 0.8, 0.0,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("items", "ink", "overprints", "grays"),
    [
        ([Box(rect=Rect(0, 0, 9, 9), fill=RED)], "Magenta", False, ["0 g"]),
        ([Box(rect=Rect(0, 0, 9, 9), fill=RED)], "Cyan", False, []),
        (
            [Box(rect=Rect(0, 0, 9, 9), fill=RED), Box(rect=Rect(2, 2, 5, 5), fill=BLACK)],
            "Magenta",
            False,
            ["0 g", "1 g"],
        ),
        (
            [Box(rect=Rect(0, 0, 9, 9), fill=RED), Box(rect=Rect(2, 2, 5, 5), fill=BLACK)],
            "Magenta",
            True,
            ["0 g"],
        ),
        (
            [Box(rect=Rect(0, 0, 9, 9), fill=RED), Box(rect=Rect(200, 200, 5, 5), fill=BLACK)],
            "Magenta",
            False,
            ["0 g"],
        ),
        (
            [Path(steps=(("M", (1, 1)), ("L", (50, 50))), color=RED, width=2.0)],
            "Yellow",
            False,
            ["0 G"],
        ),
    ],
)
def test_what_is_on_a_plate(
    items: list[Item], ink: str, overprints: bool, grays: list[str]
) -> None:
    made = writer(ink, overprints)
    for item in items:
        made.box(item) if isinstance(item, Box) else made.path(item)  # type: ignore[arg-type]
    assert [line for line in made.lines if line[-1] in "gG"] == grays


def test_where_ink_lies_is_known_to_a_square() -> None:
    inked = Inked()
    inked.add(Rect(100, 100, 10, 10))
    assert inked.under(Rect(105, 90, 2, 20))
    assert not inked.under(Rect(130, 100, 10, 10))
    assert not inked.under(Rect(-300, -10, 100, 5))
