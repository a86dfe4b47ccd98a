"""Black type on more ink than the press takes, and pictures that lay it."""

import pytest

from layout.check.makeup.checks import ink
from layout.check.makeup.subject import Shown
from layout.color import BLACK, Color
from layout.diagnostics import Place
from layout.display.cut import Grain
from layout.display.items import Box, Item, Picture
from layout.display.press import PressFacts
from layout.geometry import Rect
from layout.pictures.coverage import Coverage
from layout.record import replace
from tests.check.pages import block, found, run, subject
from tests.told import Told, told

GROUND = Rect(50, 80, 200, 60)
WHERE = [block("w", "text", GROUND)]
WORDS = run("黑字压在底上", 60, 110, "w", size=10.0)
GOLD = Color(m=20, y=60, k=20, spot="金")


def on(color: Color, *items: Item, limit: float = 240.0) -> list[tuple[Told, str | None]]:
    made = subject(
        [Box(rect=GROUND, fill=color, node="w", role="panel"), *(items or (WORDS,))], blocks=WHERE
    )
    made = replace(made, page=replace(made.page, press=PressFacts(ink_limit=limit)))
    return [
        (told(one, "block", "percent", "under_percent", "most"), one.severity)
        for one in found(ink.CHECK, made)
    ]


@pytest.mark.parametrize(
    ("color", "limit"),
    [
        (Color(m=8, y=8), 240), (Color(c=70, m=70), 240), (Color(m=100, y=100), 300),
        (Color(c=40, k=80), 240), (GOLD, 200), (BLACK, 240),
    ],
)  # fmt: skip
def test_what_black_may_overprint_is_not_told(color: Color, limit: float) -> None:
    assert on(color, limit=limit) == []


@pytest.mark.parametrize(
    ("color", "limit", "percent"),
    [
        (Color(m=100, y=100), 240, 300), (Color(m=100, y=100), 299, 300),
        (Color(c=70, m=71), 240, 241), (Color(c=50, m=50, y=50, k=50), 240, 250), (GOLD, 199, 200),
    ],
)  # fmt: skip
def test_black_that_knocks_out_is_told_with_what_it_would_be(
    color: Color, limit: float, percent: float
) -> None:
    values = {"block": "w", "percent": percent, "under_percent": percent - 100, "most": limit}
    assert on(color, limit=limit) == [(("INK.type", values), None)]


def test_large_type_is_a_remark_and_all_of_a_block_are_told_once() -> None:
    red = Color(m=100, y=100)
    large = replace(WORDS, size=20.0)
    assert [severity for _, severity in on(red, large)] == ["info"]
    assert [severity for _, severity in on(red, large, WORDS, replace(WORDS, y=120.0))] == [None]
    rule = Box(rect=Rect(50, 90, 100, 0.5), fill=BLACK, role="rule", node="w")
    assert on(red, rule) == []  # a rule stops there, as it should
    assert on(red, replace(WORDS, color=Color())) == []


def photo(
    most: float, *, words: bool = True, stands_in: bool = False
) -> list[tuple[str, str | None]]:
    """What is told of a picture with so much ink under its words, in every cell."""
    picture = Picture(rect=GROUND, source="a.jpg", node="w", stands_in=stands_in)
    shown = Grain(picture=picture, pixels=(800, 240))
    made = subject(
        [picture, WORDS] if words else [picture],
        blocks=WHERE,
        look=lambda *_: most,
        ink=lambda source, pixels: Coverage(cells=(most, most, 10.0, 10.0)),
        shown=(Shown(grain=shown, block="w", place=Place("T.yaml", 9, 5)),),
    )
    return [(told(one)[0], one.severity) for one in found(ink.CHECK, made)]


def test_a_picture_is_looked_at_under_type_and_by_itself() -> None:
    assert photo(140) == []
    assert photo(141) == [("INK.type", None)]
    assert photo(241, words=False) == [("INK.picture", None)]
    assert photo(240, words=False) == []
    assert photo(241, words=False, stands_in=True) == [("INK.picture", "info")]
