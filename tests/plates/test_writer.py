"""What a plate's writer leaves out: white over bare paper, and what overprints."""

import pytest

from layout.color import BLACK, Color
from layout.display.items import Box, Item, Path
from layout.display.overprint import laid
from layout.geometry import Rect
from layout.plates.writer import Inked, PlateWriter, amount

RED = Color(m=100, y=100)
TINT = Box(rect=Rect(0, 0, 9, 9), fill=Color(m=10))
HAIR = Box(rect=Rect(0, 2, 30, 1), fill=BLACK, role="rule")


def writer(ink: str) -> PlateWriter:
    return PlateWriter(
        ink=ink,
        shows=lambda _: False,
        left=0.0,
        top=1000.0,
        font_name=lambda key, column: "F1",
        line=lambda run: (0.0, ""),
        parts=lambda run: [],
        picture_name=lambda source: "P1",
    )


def test_amounts() -> None:
    assert [amount(Color(c=20, k=80), ink) for ink in ("Cyan", "Magenta", "Black", "Gold")] == [
        0.2, 0.0, 0.8, 0.0,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("items", "ink", "grays"),
    [
        ([Box(rect=Rect(0, 0, 9, 9), fill=RED)], "Magenta", ["0 g"]),
        ([Box(rect=Rect(0, 0, 9, 9), fill=RED)], "Cyan", []),
        (
            [Box(rect=Rect(0, 0, 9, 9), fill=RED), Box(rect=Rect(2, 2, 5, 5), fill=BLACK)],
            "Magenta",
            ["0 g", "1 g"],
        ),
        ([TINT, HAIR], "Magenta", ["0.9 g"]),
        ([Box(rect=Rect(0, 0, 9, 9), fill=RED), HAIR], "Magenta", ["0 g", "1 g"]),
        ([Box(rect=Rect(0, 0, 9, 9), fill=RED), HAIR], "Black", ["0 g"]),
        (
            [Box(rect=Rect(0, 0, 9, 9), fill=RED), Box(rect=Rect(200, 200, 5, 5), fill=BLACK)],
            "Magenta",
            ["0 g"],
        ),
        (
            [Path(steps=(("M", (1, 1)), ("L", (50, 50))), color=RED, width=2.0)],
            "Yellow",
            ["0 G"],
        ),
    ],
)
def test_what_is_on_a_plate(items: list[Item], ink: str, grays: list[str]) -> None:
    made = writer(ink)
    for item, how in zip(items, laid(items, 240, 2), strict=True):
        made.box(item, how) if isinstance(item, Box) else made.path(item, how)  # type: ignore[arg-type]
    assert [line for line in made.lines if line[-1] in "gG"] == grays


def test_where_a_line_stops_it_alone_knocks_out() -> None:
    made = writer("Magenta")
    wave = Path(steps=(("M", (0, 5)), ("L", (50, 5))), color=BLACK, width=1.0)
    items: list[Item] = [Box(rect=Rect(10, 0, 9, 9), fill=RED), HAIR, wave]
    for item, how in zip(items, laid(items, 240, 2), strict=True):
        made.box(item, how) if isinstance(item, Box) else made.path(item, how)  # type: ignore[arg-type]
    assert [line for line in made.lines if line[-1] not in "gGw"][1:] == [
        "9.94 996.94 m 19.06 996.94 l 19.06 998.06 l 19.06 998.06 9.94 998.06 9.94 998.06 c f",
        "q 10 994.5 9 1 re W n q 0 J 0 j 0 995 m 50 995 l S Q Q",
    ]


def test_where_ink_lies_is_known_to_a_square() -> None:
    inked = Inked()
    inked.add(Rect(100, 100, 10, 10))
    assert inked.under(Rect(105, 90, 2, 20))
    assert not inked.under(Rect(130, 100, 10, 10))
    assert not inked.under(Rect(-300, -10, 100, 5))
