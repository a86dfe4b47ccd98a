"""Codes in their place: how large they are, what white they keep, what is told of them."""

from itertools import product

import pytest

from layout.color import BLACK, WHITE, Color
from layout.display.items import Box, Path
from layout.flow.furniture.code import make_code, modules_across, set_code
from layout.flow.furniture.furniture import furniture_height, make_furniture
from layout.flow.placed import Made
from layout.geometry import Rect
from layout.spec.resolve.defaults import STYLES
from layout.spec.resolve.resolved import RCode, RSymbol
from tests.flow.conftest import PITCH, block, lines_of, text_of
from tests.flow.furniture.parts import FIGURES, MM, QR, bars, code
from tests.told import assert_told


def made(setter, spec: RCode, width: float = 150.0, lines: int = 10) -> tuple[Made, Rect]:
    place = block(spec, 1, lines, width)
    found = make_furniture(setter, place, pitch=PITCH, accent=Color(m=100.0))
    return found, place.inner


def white(found: Made) -> Rect:
    (only,) = [i.rect for i in found.items if isinstance(i, Box)]
    return only


def ink(found: Made) -> Rect:
    (path,) = [i for i in found.items if isinstance(i, Path)]
    return path.bounds()


def test_a_qr_code_is_as_large_as_its_place_and_keeps_four_modules_white(setter) -> None:
    found, room = made(setter, code())
    side = min(room.width, room.height)
    r, dark = white(found), ink(found)
    assert (r.width, r.height) == pytest.approx((side, side))
    module = side / (len(QR.rows) + 8)
    for a, b in ((dark.x, r.x), (dark.y, r.y), (r.right, dark.right), (r.bottom, dark.bottom)):
        assert a - b == pytest.approx(4 * module)
    assert not found.diagnostics


def test_a_code_is_black_alone_on_white(setter) -> None:
    for symbol in (QR, bars("05")):
        found, _ = made(setter, code(symbol), 200.0)
        assert [i.fill for i in found.items if isinstance(i, Box)] == [WHITE]
        assert [i.color for i in found.items if isinstance(i, Path)] == [BLACK]
        kinds = [type(i) for i in found.items]
        assert kinds.index(Box) < kinds.index(Path)


@pytest.mark.parametrize("size", [30.0, 57.5])
def test_its_side_may_be_stated(setter, size: float) -> None:
    found, _ = made(setter, code(size=size))
    assert ink(found).width == pytest.approx(size)


@pytest.mark.parametrize(
    ("align", "valign", "x", "y"), [("left", "top", 0.0, 0.0), ("right", "bottom", 1.0, 1.0)]
)
def test_where_it_stands(setter, align: str, valign: str, x: float, y: float) -> None:
    found, room = made(setter, code(size=30.0, align=align, valign=valign))
    r = white(found)
    free = (room.width - r.width, room.height - r.height)
    assert (r.x - room.x, r.y - room.y) == pytest.approx((x * free[0], y * free[1]))


def test_words_stand_where_they_are_asked_for(setter) -> None:
    for at in ("below", "above", "right"):
        found, room = made(setter, code(QR, "甲乙丙", "丁", caption_at=at), 200.0)
        r = white(found)
        first, second = lines_of(found, "lead#code-words")
        assert (text_of(first), text_of(second)) == ("甲乙丙", "丁")
        top = first.baseline - 0.88 * 8.0
        if at == "below":
            assert top > r.bottom
        if at == "above":
            assert second.baseline < r.y
        if at == "right":
            assert min(first.x, second.x) > r.right
        assert room.y - 0.01 <= min(r.y, top)
        assert max(r.bottom, second.baseline) <= room.bottom + 0.01
        assert not found.diagnostics


@pytest.mark.parametrize(("addon", "across"), [("", 113), ("05", 140), ("12345", 167)])
def test_the_modules_of_a_bar_code_with_its_white(addon: str, across: int) -> None:
    assert modules_across(code(bars(addon))) == across


@pytest.mark.parametrize("addon", ["", "05", "12345"])
def test_a_bar_code_at_100_per_cent_has_the_measures_of_its_standard(setter, addon: str) -> None:
    found, _ = made(setter, code(bars(addon), module=0.33 * MM), 180.0)
    r, dark = white(found), ink(found)
    module = 0.33 * MM
    assert dark.x - r.x == pytest.approx(11 * module)
    assert r.right - dark.right == pytest.approx((5 if addon else 7) * module)
    (path,) = [i for i in found.items if isinstance(i, Path)]
    tops = [points[1] for letter, points in path.steps if letter == "M"]
    feet = [max(p[1] for _, p in path.steps[n * 5 : n * 5 + 4]) for n in range(len(tops))]
    guards = [foot - top for top, foot in zip(tops[:30], feet[:30], strict=True)]
    assert min(guards) == pytest.approx(22.85 * MM)
    assert max(guards) == pytest.approx(24.5 * MM, abs=0.01)  # 5 modules longer
    assert sum(g > min(guards) + 1 for g in guards) == 6  # three pairs of guard bars


def test_figures_stand_under_their_bars_and_over_those_of_the_add_on(setter) -> None:
    found, _ = made(setter, code(bars("05")), 180.0)
    lines = lines_of(found, "lead#code")
    assert "".join(map(text_of, lines)) == FIGURES + "05"
    r = white(found)
    module = r.width / 140
    middles = [(line.x + line.measure / 2 - r.x) / module for line in lines]
    assert middles[1:7] == pytest.approx([11 + 3 + 7 * n + 3.5 for n in range(6)])
    assert middles[7:13] == pytest.approx([11 + 50 + 7 * n + 3.5 for n in range(6)])
    assert middles[13:] == pytest.approx([11 + 95 + 9 + 4 + 9 * n + 3.5 for n in range(2)])
    assert 0 < middles[0] < 11
    assert all(line.measure <= 6.6 * module + 0.01 for line in lines)
    assert lines[13].baseline < lines[0].baseline
    assert r.y < lines[13].baseline
    assert lines[0].baseline < r.bottom


def test_a_bar_code_becomes_narrower_and_lower_with_its_place(setter) -> None:
    wide, _ = made(setter, code(bars()), 200.0)
    assert white(wide).width == pytest.approx(113 * 0.33 * MM)
    narrow, room = made(setter, code(bars()), 90.0)
    assert white(narrow).width == pytest.approx(90.0)
    low, room = made(setter, code(bars()), 200.0, 4)
    assert white(low).height == pytest.approx(room.height)
    assert not [*wide.diagnostics, *narrow.diagnostics, *low.diagnostics]


def test_nothing_stands_out_of_its_place_without_a_word(setter) -> None:
    for symbol, words_at, width, lines, size in product(
        (QR, bars("12345")), ("below", "right"), (20.0, 100.0, 300.0), (1, 5, 20), (None, 60.0)
    ):
        own = {"size": size} if symbol is QR else {"module": size and size / 60, "height": size}
        spec = code(symbol, "两行字", "在码旁", caption_at=words_at, **own)
        found, room = made(setter, spec, width, lines)
        r = white(found)
        inside = room.inset(-0.01, -0.01, -0.01, -0.01).holds(r)
        keys = [d.said.key for d in found.diagnostics if d.said]
        assert inside or "CODE-ROOM.small" in keys, (words_at, width, lines, size)


def test_what_is_larger_than_its_place_is_told_with_both_sizes(setter) -> None:
    found, room = made(setter, code(size=100.0), 60.0)
    (one,) = found.diagnostics
    assert_told(one, "CODE-ROOM.small", {"room_wide_mm": room.width / MM})
    assert one.said is not None
    side = 100.0 * (len(QR.rows) + 8) / len(QR.rows)
    assert one.said["wide_mm"] == pytest.approx(side / MM)


def test_a_reduction_that_leaves_too_little_is_told(setter) -> None:
    for reduction, told in ((0.5, False), (0.7, True)):
        found, _ = made(setter, code(size=float(len(QR.rows)), reduction=reduction))
        assert [d.said.key for d in found.diagnostics if d.said] == (
            ["CODE-ROOM.reduction"] if told else []
        )


@pytest.mark.parametrize("symbol", [QR, bars("05")])
def test_in_a_stack_it_is_as_high_as_it_is(setter, symbol: RSymbol) -> None:
    spec = code(symbol, "字")
    high = furniture_height(setter, spec, 200.0, PITCH)
    assert high == pytest.approx(set_code(setter, spec, 200.0, None).height)
    rect = Rect(0.0, 0.0, 200.0, high)
    found = make_code(setter, block(spec, rect=rect, inner=rect), spec)
    assert not found.diagnostics
    assert white(found).height < high


def test_the_styles_of_codes_are_built_in() -> None:
    assert {"code", "code-figures"} <= set(STYLES)
