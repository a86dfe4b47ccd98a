"""报尾: entries in one line or two, what parts them, and what is told in 字."""

import pytest

from layout.color import Color
from layout.display.items import Box
from layout.flow.furniture.furniture import furniture_height, make_furniture
from layout.flow.furniture.imprint import LEAST
from layout.flow.placed import Made, PlacedLine
from layout.geometry import Rect
from layout.spec.resolve.resolved import RImprint
from tests.flow.conftest import PITCH, block, changed, words
from tests.told import assert_told
from tests.typed import near

RED = Color(m=100.0, y=100.0)
FOUR = ("社址甲路一号", "电话一二三四", "印刷某厂", "零售价一元")  # 6 + 6 + 4 + 5 字


def imprint(*items: str, **more: object) -> RImprint:
    settings: dict[str, object] = {
        "items": tuple(words(text, 8.0) for text in items or FOUR), "between": "dot", "rows": None,
        "align": "spread", "below": "foot", "above": "none",
    }  # fmt: skip
    return RImprint(**(settings | more))  # type: ignore[arg-type]


def made(setter, spec: RImprint, width: float, lines: int = 4) -> tuple[Made, Rect]:
    place = block(spec, 1, lines, width)
    return make_furniture(setter, place, pitch=PITCH, accent=RED), place.inner


def rows(made: Made) -> list[list[PlacedLine]]:
    """Its lines by their baselines."""
    found: dict[float, list[PlacedLine]] = {}
    for item in made.items:
        if isinstance(item, PlacedLine):
            found.setdefault(round(item.baseline, 3), []).append(item)
    return list(found.values())


def marks(made: Made, role: str) -> list[Rect]:
    return [i.rect for i in made.items if isinstance(i, Box) and i.role == role]


@pytest.mark.parametrize("between", ["dot", "bar", "space"])
def test_entries_go_from_side_to_side_with_a_mark_in_the_middle_of_each_gap(setter, between):
    page, inner = made(setter, imprint(between=between), 300.0)
    assert list(page.diagnostics) == []
    (row,) = rows(page)
    assert (row[0].x, row[-1].x + row[-1].measure) == (near(inner.x), near(inner.right))
    found = marks(page, "mark") if between == "dot" else marks(page, "rule")[:-1]
    assert len(found) == (0 if between == "space" else 3)
    for mark, one, other in zip(found, row, row[1:], strict=False):
        assert mark.x + mark.width / 2 == near((one.x + one.measure + other.x) / 2)


def test_one_that_is_too_long_for_a_line_takes_two(setter):
    page, inner = made(setter, imprint(), 150.0)  # 21 字 and 3 gaps are 192 pt
    assert list(page.diagnostics) == []
    first, second = rows(page)
    assert [len(first), len(second)] == [2, 2]
    assert second[0].baseline - first[0].baseline == near(1.55 * 8)
    assert first[-1].x + first[-1].measure == near(inner.right)


def test_rows_are_as_many_as_are_asked_for(setter):
    assert len(rows(made(setter, imprint(rows=2), 400.0)[0])) == 2
    assert len(rows(made(setter, imprint(rows=1), 400.0)[0])) == 1
    page, _ = made(setter, imprint(rows=1), 180.0)
    (one,) = page.diagnostics
    assert_told(one, "IMPRINT.shrunk", {"zi": near(24.0), "room_zi": near(22.5), "rows": 1})
    assert one.severity == "warning"


def test_one_that_does_not_go_in_is_told_in_characters(setter):
    page, _ = made(setter, imprint(), 60.0)
    errors = [d for d in page.diagnostics if d.severity == "error"]
    assert_told(errors[0], "IMPRINT.wide", {"room_zi": near(7.5), "rows": 2, "zi": near(13.0)})
    assert all(line.style.size == near(8 * LEAST) for row in rows(page) for line in row)


@pytest.mark.parametrize("count", [2, 3, 4, 5])
@pytest.mark.parametrize("rows_of", [1, 2])
def test_two_and_more_go_from_side_to_side_however_far(setter, count, rows_of):
    page, inner = made(setter, imprint(*"甲乙丙丁戊"[:count], rows=rows_of), 900.0)
    found = rows(page)
    assert len(found) == rows_of
    for row in found:
        assert row[0].x == near(inner.x)
        if len(row) > 1:
            assert row[-1].x + row[-1].measure == near(inner.right)


def test_one_alone_stands_at_the_left(setter):
    page, inner = made(setter, imprint("甲"), 420.0)
    ((one,),) = rows(page)
    assert one.x == near(inner.x)


@pytest.mark.parametrize(("align", "part"), [("left", 0.0), ("center", 0.5)])
def test_rows_may_stand_at_the_left_or_in_the_middle(setter, align, part):
    page, inner = made(setter, imprint(align=align), 400.0)
    (row,) = rows(page)
    free = inner.width - (row[-1].x + row[-1].measure - row[0].x)
    assert row[0].x - inner.x == near(part * free)


def test_the_rules_are_below_and_above(setter):
    page, inner = made(setter, imprint(above="thin"), 400.0)
    above, below = marks(page, "rule")
    assert above.y == near(inner.y)
    assert below.bottom == near(inner.bottom)
    assert below.height == near(0.41 / 25.4 * 72, abs=0.01)


def test_without_entries_today_the_rule_is_left(setter):
    page, _ = made(setter, changed(imprint(), items=()), 400.0)
    assert rows(page) == []
    assert len(marks(page, "rule")) == 1


def test_one_that_is_too_high_is_told(setter):
    page, _ = made(setter, imprint(rows=2), 400.0, lines=1)
    assert [d.code for d in page.diagnostics] == ["DISPLAY-HIGH"]


@pytest.mark.parametrize("width", [400.0, 150.0])
def test_it_fits_in_the_height_it_says_it_takes(setter, width):
    spec = imprint(above="thin")
    height = furniture_height(setter, spec, width, PITCH)
    place = block(spec, 1, 4, width)
    inner = Rect(place.inner.x, place.inner.y, width, height)
    page = make_furniture(setter, changed(place, inner=inner), pitch=PITCH, accent=RED)
    assert list(page.diagnostics) == []
