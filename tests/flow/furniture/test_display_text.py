"""Entries of a text side by side (`arrange: row`): white between any two of them, or it is told."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.flow.furniture.display_text import ROW_GAP, make_text
from layout.flow.placed import PlacedLine
from layout.flow.type.setter import UNSEEN_SHRINK
from layout.spec.resolve.defaults import Scales
from layout.spec.resolve.resolved import RText
from tests.flow.conftest import block, words
from tests.told import assert_told


def row(setter, width, *entries, **style):
    text = RText(
        lines=tuple(words("字" * n, size, **style) for n, size in entries), arrange="row",
        valign="middle", vertical=False, gap=None,
    )  # fmt: skip
    made = make_text(setter, block(text, width=width), text)
    lines = [item for item in made.items if isinstance(item, PlacedLine)]
    return lines, made.diagnostics


def whites(lines):
    return [b.x - a.x - a.measure for a, b in pairwise(lines)]


def test_entries_stand_apart_by_one_em_and_fill_the_width(setter):
    lines, found = row(setter, 120.0, (4, 10.0), (4, 10.0), (2, 10.0))
    assert whites(lines) == pytest.approx([10.0, 10.0])
    assert not found
    lines, found = row(setter, 140.0, (4, 10.0), (4, 10.0), (2, 10.0))
    assert whites(lines) == pytest.approx([20.0, 20.0])
    assert not found


def test_a_row_too_wide_is_set_smaller_as_a_whole_and_told_once(setter):
    lines, (told,) = row(setter, 99.0, (4, 11.0), (4, 11.0), (2, 11.0))
    assert whites(lines) == pytest.approx([8.25, 8.25])
    assert {line.style.size for line in lines} == {8.25}
    assert told.message.startswith('"字字字字", "字字字字", "字字" side by side')
    sizes = {"width_pt": 132.0, "room_pt": 99.0, "size_pt": 8.25, "asked_pt": 11.0}
    assert_told(told, "DISPLAY-SHRUNK.side-by-side", {"between_em": 1.0} | sizes)
    _, (told,) = row(setter, 60.0, (4, 11.0), (4, 11.0), (2, 11.0))
    assert (told.code, told.severity) == ("DISPLAY-WIDE", "error")


def test_a_row_too_wide_is_condensed_before_it_is_set_smaller(setter):
    """As far as its styles leave that open; the white between two entries stays."""
    scales = Scales((0.7, 1.0), (1.0, 1.0))
    lines, found = row(setter, 100.0, (4, 10.0), (4, 10.0), (2, 10.0), scales=scales)
    assert not found
    assert [line.style.h_scale for line in lines] == pytest.approx([0.8, 0.8, 0.8])
    assert {line.style.size for line in lines} == {10.0}
    assert whites(lines) == pytest.approx([10.0, 10.0])
    lines, (told,) = row(setter, 80.0, (4, 10.0), (4, 10.0), (2, 10.0), scales=scales)
    assert [line.style.h_scale for line in lines] == pytest.approx([0.7, 0.7, 0.7])
    sizes = {"width_pt": pytest.approx(90), "size_pt": pytest.approx(80 / 9)}
    assert_told(told, "DISPLAY-SHRUNK.side-by-side", sizes)


@settings(max_examples=60, deadline=None)
@given(
    entries=st.lists(
        st.tuples(st.integers(1, 8), st.sampled_from([9.0, 14.0, 30.0])), min_size=1, max_size=4
    ),
    width=st.floats(20.0, 500.0),
)
def test_no_two_entries_run_together(setter_once, entries, width):
    lines, found = row(setter_once, width, *entries)
    for white, (a, b) in zip(whites(lines), pairwise(lines), strict=True):
        assert white >= ROW_GAP * max(a.style.size, b.style.size) - 1e-6
    codes = {d.code for d in found}
    inside = lines[-1].x + lines[-1].measure <= lines[0].x + width + 1e-6
    assert inside or "DISPLAY-WIDE" in codes
    pairs = zip(lines, entries, strict=True)
    kept = all(line.style.size >= size * (1 - UNSEEN_SHRINK) for line, (_, size) in pairs)
    assert kept or codes & {"DISPLAY-SHRUNK", "DISPLAY-WIDE"}
