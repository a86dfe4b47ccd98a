"""Type that cannot be read: each broken page and its mended twin."""

import pytest

from layout.check.makeup import collide
from layout.color import Color
from layout.display.items import Box, Item, Picture
from layout.geometry import Rect
from tests.check.pages import messages, run, subject


def picture(where: Rect, **more: object) -> Picture:
    return Picture(rect=where, source="a.jpg", node="p", **more)  # type: ignore[arg-type]


TEXT = run("正文一行字", 100, 200, "s.md#p1")
OVER = Rect(110, 180, 60, 40)


def test_type_under_a_picture_is_told_and_type_on_it_is_not() -> None:
    assert messages(collide.CHECK, subject([TEXT, picture(OVER)])) == [
        '“正文一行字” of s.md lies under "p"'
    ]
    assert not messages(collide.CHECK, subject([picture(OVER), TEXT]))
    assert not messages(collide.CHECK, subject([TEXT, picture(Rect(300, 180, 60, 40))]))


def test_a_cut_out_covers_what_lies_inside_its_outline() -> None:
    beside = ((150.0, 180.0), (170.0, 180.0), (170.0, 190.0))
    over = ((110.0, 180.0), (170.0, 180.0), (170.0, 220.0), (110.0, 220.0))
    assert not messages(collide.CHECK, subject([TEXT, picture(OVER, clip=beside)]))
    assert messages(collide.CHECK, subject([TEXT, picture(OVER, clip=over)]))


@pytest.mark.parametrize(("role", "told"), [("panel", 1), ("tint", 1), ("rule", 0)])
def test_a_panel_covers_and_a_rule_does_not(role: str, told: int) -> None:
    box = Box(rect=OVER, fill=Color(k=100.0), node="q", role=role)
    assert len(messages(collide.CHECK, subject([TEXT, box]))) == told


@pytest.mark.parametrize(("y", "told"), [(200.0, 1), (206.0, 1), (208.0, 0), (212.0, 0)])
def test_type_on_type_of_another_block(y: float, told: int) -> None:
    """At 10 pt em boxes that share less than 0.3 em are only close."""
    items: list[Item] = [TEXT, run("别处的字", 110, y, "t.md#p1")]
    assert len(messages(collide.CHECK, subject(items))) == told
    items = [TEXT, run("同一篇里", 110, y, "s.md#p2")]
    assert not messages(collide.CHECK, subject(items))
