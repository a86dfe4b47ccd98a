"""Small type in several inks, and small white type: each size on either side of what it wants."""

import pytest

from layout.check.makeup.checks import fine_type
from layout.color import BLACK, WHITE, Color
from layout.display.items import Box, Item, Picture
from layout.flow.rules.rounded import panel
from layout.geometry import Rect
from layout.record import replace
from tests.check.pages import block, found, run, subject
from tests.told import told

GROUND = Rect(50, 80, 200, 60)
WHERE = [block("w", "text", GROUND)]
RED, RICH = Color(m=100, y=90), Color(c=40, k=100)
GOLD = Color(m=20, y=60, k=20, spot="金")
PHOTO = Picture(rect=GROUND, source="a.jpg", node="w")


def of(size: float, color: Color, *grounds: Item, checks: str = "") -> list[tuple[str, float, str]]:
    """What is told of type: the key, the size that it wants, and the inks."""
    words = replace(run("小字", 60, 110, "w", size=size), color=color)
    made = subject([*grounds, words], blocks=WHERE, checks=checks)
    out = []
    for one in found(fine_type.CHECK, made):
        key, values = told(one)
        out.append((key.removeprefix("FINE-TYPE."), values["least_pt"], str(values["inks"])))
    return out


def ground(color: Color, where: Rect = GROUND) -> Box:
    return Box(rect=where, fill=color, node="w", role="panel")


@pytest.mark.parametrize(
    ("size", "color", "least", "key"),
    [(9.9, RED, 10, "inks"), (11.9, RICH, 12, "rich"), (5.0, RICH, 12, "rich")],
)
def test_type_in_several_inks_is_not_small(
    size: float, color: Color, least: float, key: str
) -> None:
    assert of(size, color) == [(key, least, str(color))]
    assert of(least, color) == []


@pytest.mark.parametrize("color", [BLACK, Color(k=60), Color(m=100), GOLD, GOLD.tinted(50)])
def test_type_in_one_ink_may_be_small(color: Color) -> None:
    assert of(6, color, ground(RED)) == []


@pytest.mark.parametrize(
    ("under", "least", "inks"),
    [
        (ground(BLACK), 9, "K100"), (ground(GOLD), 9, "金"), (ground(RED), 12, "M100 Y90"),
        (ground(RICH), 12, "C40 K100"), (PHOTO, 12, "a.jpg"),
        (panel(GROUND, RED, 6.0, "w", "panel"), 12, "M100 Y90"),
    ],
)  # fmt: skip
def test_white_type_wants_a_size_by_the_inks_it_stands_on(
    under: Item, least: float, inks: str
) -> None:
    assert of(least - 0.1, WHITE, under) == [("reversed", least, inks)]
    assert of(least, WHITE, under) == []


def test_it_is_the_uppermost_ground_that_counts() -> None:
    assert of(9, WHITE, ground(RED), ground(BLACK)) == []
    assert of(9, WHITE, ground(BLACK), ground(RED)) == [("reversed", 12, "M100 Y90")]
    assert of(9, WHITE, ground(RED, Rect(200, 80, 50, 60))) == []  # beside it
    assert of(9, WHITE, ground(RED), ground(WHITE)) == []  # INVISIBLE tells of that
    assert of(9, WHITE) == []


def test_the_sizes_are_the_pages() -> None:
    assert of(9.5, RED, checks="{FINE-TYPE: {several: 9pt}}") == []
    assert of(10.5, RED, checks="{FINE-TYPE: {several: 11pt}}") == [("inks", 11, "M100 Y90")]
    assert of(9.5, WHITE, ground(BLACK), checks="{FINE-TYPE: {reversed: 10pt}}") == [
        ("reversed", 10, "K100")
    ]
