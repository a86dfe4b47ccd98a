"""Display lines made narrower before they are made smaller, as far as the style leaves open."""

import pytest

from layout.flow.headline.titles import together
from layout.flow.type.narrowing import narrowed
from layout.spec.resolve.defaults import Scales
from tests.flow.conftest import words
from tests.told import assert_told

OPEN = Scales((0.7, 1.0), (0.6, 1.0))


def test_what_fits_stays_as_it_is_drawn(setter):
    line = setter.display(words("中文", 20, scales=OPEN), 50)
    assert (line.style.size, line.style.h_scale, line.width) == (20, 1.0, 40)


def test_a_wide_line_is_condensed_and_that_is_not_told(setter):
    line = setter.display(words("中文文字", 20, scales=OPEN), 60)
    assert (line.style.size, line.style.h_scale) == (20, pytest.approx(0.75))
    assert line.width == pytest.approx(60)
    assert not line.diagnostics


def test_a_long_column_is_flattened_and_stays_as_broad(setter):
    line = setter.display(words("中文文字", 20, scales=OPEN), 60, vertical=True)
    assert (line.style.size, line.height, line.width) == (pytest.approx(15), 20, pytest.approx(60))
    assert line.style.written == pytest.approx(20)


@pytest.mark.parametrize(
    ("room", "key"), [(40.0, "DISPLAY-SHRUNK.scale"), (20.0, "DISPLAY-WIDE.scale")]
)
def test_what_would_need_less_than_the_limit_is_set_smaller_and_told(setter, room, key):
    line = setter.display(words("中文文字", 20, scales=OPEN), room)
    assert line.style.h_scale == 0.7
    (found,) = line.diagnostics
    assert_told(found, key, {"needed": f"{100 * room / 80:.0f}", "allowed": "70"})


def test_so_is_a_column(setter):
    line = setter.display(words("中文文字", 20, scales=OPEN), 40, vertical=True)
    (found,) = line.diagnostics
    assert_told(found, "DISPLAY-SHRUNK.scale-down", {"needed": "50", "asked_pt": "20"})
    assert line.height == pytest.approx(20 * 5 / 6)


def test_lines_of_one_title_are_as_narrow_as_the_narrowest(setter):
    title = [words("中文文字", 20, scales=OPEN), words("中文", 20, scales=OPEN)]
    lines = together(title, lambda w: setter.display(w, 60))
    assert [line.style.h_scale for line in lines] == [pytest.approx(0.75)] * 2
    columns = together(title, lambda w: setter.display(w, 60, vertical=True))
    assert [c.style.size for c in columns] == [pytest.approx(15)] * 2
    assert {c.height for c in columns} == {20.0}


def test_a_style_knows_its_size_as_it_is_written():
    style = words("中", 20, scales=OPEN).style
    flat = narrowed(style, 4.0, 60.0, vertical=True)
    assert (flat.size, flat.v_scale, flat.written) == (15.0, 0.75, 20.0)


def test_what_the_style_does_not_leave_open_is_told_without_it(setter):
    flat = Scales((1.0, 1.0), (0.6, 1.0))
    (found,) = setter.display(words("中文文字", 20, scales=flat), 60).diagnostics
    assert_told(found, "DISPLAY-SHRUNK.line", {"long_pt": "80.0", "room_pt": "60"})


def test_what_is_needed_is_told_so_that_it_differs_from_what_is_allowed(setter):
    (found,) = setter.display(words("中文文字", 20, scales=OPEN), 55.7).diagnostics
    assert_told(found, "DISPLAY-SHRUNK.scale", {"needed": "69.6", "allowed": "70.0"})
