"""Codes side by side in a masthead."""

from itertools import pairwise, product

import pytest

from layout.display.items import Box
from layout.flow.furniture.coderow import GAP, CodeRow
from layout.flow.furniture.furniture import furniture_height
from layout.flow.placed import Made, PlacedLine
from layout.geometry import Rect
from layout.spec.resolve.resolved import RMasthead
from tests.flow.conftest import PITCH, block, changed, words
from tests.flow.furniture.parts import MM, QR, bars, code, made, masthead


def whites(found: Made) -> list[Rect]:
    return [i.rect for i in found.items if isinstance(i, Box) and i.role == "quiet"]


def with_codes(arrange: str, *names: str, **more: object) -> RMasthead:
    codes = tuple(code(QR, name, size=14 * MM) for name in names)
    return masthead(arrange, codes=codes, **more)


def test_codes_stand_in_a_row_on_one_foot(setter) -> None:
    codes = [code(QR, "甲"), code(QR, "乙乙乙乙乙乙乙乙乙"), code(bars(), "丙")]
    row = CodeRow(setter, codes, 400.0, 100.0)
    items = row.at(10.0, 20.0, "m")
    rects = [i.rect for i in items if isinstance(i, Box)]
    assert all(a.right + GAP - 0.01 <= b.x for a, b in pairwise(rects))
    assert {i.node for i in items} >= {"m#code1", "m#code2-words", "m#code3"}
    feet = [i.baseline for i in items if isinstance(i, PlacedLine) and "words" in i.node]
    assert len({round(foot, 3) for foot in feet}) == 1
    assert not row.told(400.0, 100.0)


def test_the_white_of_the_outermost_may_stand_out(setter) -> None:
    plain = CodeRow(setter, [code(size=40.0)], 200.0, 100.0)
    for side in ("left", "right"):
        row = CodeRow(setter, [code(size=40.0)], 200.0, 100.0, side)
        module = 40.0 / len(QR.rows)
        assert plain.width - row.width == pytest.approx(4 * module)
        (box,) = [i for i in row.at(10.0, 0.0, "m") if isinstance(i, Box)]
        assert box.rect.x == pytest.approx(10.0 - (4 * module if side == "left" else 0.0))


def test_a_code_that_does_not_say_its_size_is_none_of_a_poster(setter) -> None:
    row = CodeRow(setter, [code()], 400.0, 300.0)
    (box,) = [i for i in row.at(0.0, 0.0, "m") if isinstance(i, Box)]
    assert box.rect.width * len(QR.rows) / (len(QR.rows) + 8) == pytest.approx(20 * MM)


@pytest.mark.parametrize(("at", "date_at"), [*product(("left", "right"), repeat=2)])
def test_across_they_stand_outermost_and_touch_nothing(setter, at: str, date_at: str) -> None:
    found, room = made(setter, with_codes("across", "甲", "乙", codes_at=at, date_at=date_at))
    assert not found.diagnostics
    rects = whites(found)
    assert len(rects) == 2
    ink = 4 * rects[0].width / (len(QR.rows) + 8)
    if at == "left":
        assert rects[0].x + ink == pytest.approx(room.x)
    else:
        assert rects[-1].right - ink == pytest.approx(room.right)
    for item in found.items:
        if isinstance(item, PlacedLine) and "code" not in item.node and "foot" not in item.node:
            size = item.style.size
            line = Rect(item.x, item.baseline - 0.88 * size, item.measure, size)
            assert not any(line.meets(r) for r in rects), item.node


def test_in_a_frame_their_white_stays_inside(setter) -> None:
    spec = with_codes("across", "甲")
    place = block(spec, 1, 20, 500.0)
    inner = place.rect.inset(9.0, 6.0, 9.0, 6.0)
    from layout.flow.furniture.masthead import make_masthead

    found = make_masthead(setter, changed(place, inner=inner), spec)
    (rect,) = whites(found)
    assert rect.right <= inner.right + 0.01


@pytest.mark.parametrize("arrange", ["stack", "down"])
def test_in_a_stack_they_are_one_more_part(setter, arrange: str) -> None:
    found, room = made(setter, with_codes(arrange, "甲", "乙"), 220.0, 30)
    assert not found.diagnostics
    rects = whites(found)
    assert len({round(r.y, 3) for r in rects}) == 1
    assert all(room.holds(r) for r in rects)


@pytest.mark.parametrize("arrange", ["across", "stack", "down"])
def test_a_masthead_is_higher_by_them_where_they_are_high(setter, arrange: str) -> None:
    bare = furniture_height(setter, masthead(arrange), 400.0, PITCH)
    tall = masthead(arrange, codes=(code(QR, size=90.0),))
    assert furniture_height(setter, tall, 400.0, PITCH) > bare


def test_a_masthead_too_low_for_them_tells_it(setter) -> None:
    found, _ = made(setter, with_codes("across", "甲", name=words("报", 20.0)), lines=4)
    assert "CODE-ROOM.small" in [d.said.key for d in found.diagnostics if d.said]
