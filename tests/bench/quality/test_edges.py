"""Both edges of a line: each way it can be off is found, and only that."""

import pytest

from bench.quality.count import examine
from bench.quality.read import Glyph
from bench.quality.source import Source
from tests.bench.quality.rows import frame, read, row


def faults(
    rows: list[list[Glyph]],
    text: str,
    measure: float,
    indent: float = 0.0,
    *,
    hanging: bool = False,
) -> list[tuple[str, int]]:
    source = Source.of([text])
    at = frame(measure, indent, hanging=hanging)
    edges = ("edge", "line-start", "paragraph-start", "line-end")
    got = examine(read(rows, source, at), source, at).faults
    return [(f.code, f.line) for f in got if f.code in edges]


@pytest.mark.parametrize("off", [0.5, 0.25, 0.01])
def test_an_opening_mark_that_stands_in(off: float) -> None:
    rows = [row("一二三四五", 0), row("“六七”", 1, first=off)]
    assert faults(rows, "一二三四五“六七”", 5) == [("line-start", 1)]
    rows = [row("“一二三四", 0, first=2 + off, width=7), row("六七", 1)]
    assert faults(rows, "“一二三四六七", 7, 2) == [("paragraph-start", 0)]


@pytest.mark.parametrize("off", [0.5, 0.25, 0.01])
def test_a_closing_mark_that_keeps_its_blank(off: float) -> None:
    rows = [row("一二三四，", 0, width=5 - off), row("五六", 1)]
    assert faults(rows, "一二三四，五六", 5) == [("line-end", 0)]


@pytest.mark.parametrize("off", [-0.8, -0.01, 0.01, 0.3])
@pytest.mark.parametrize("end", ["五", "12", "—"])
def test_a_line_off_its_right_edge(off: float, end: str) -> None:
    rows = [row("一二三四" + end, 0, width=5 + off), row("六七", 1)]
    assert faults(rows, f"一二三四{end}六七", 5) == [("edge", 0)]


@pytest.mark.parametrize("off", [-0.3, -0.01, 0.01, 0.7])
def test_a_line_off_its_left_edge(off: float) -> None:
    rows = [row("一二三四五", 0), row("六七八九十", 1, first=off, width=5), row("一二", 2)]
    assert faults(rows, "一二三四五六七八九十一二", 5) == [("edge", 1)]


@pytest.mark.parametrize("off", [-0.0015, 0.0015])
def test_rounding_is_no_fault(off: float) -> None:
    rows = [row("一二三四五", 0, first=off, width=5 - off), row("六七", 1)]
    assert faults(rows, "一二三四五六七", 5) == []


def test_a_last_line_may_be_short_but_not_too_wide() -> None:
    assert faults([row("一二三", 0)], "一二三", 5) == []
    assert faults([row("一二三四五", 0, width=5.3)], "一二三四五", 5) == [("edge", 0)]


def test_a_hung_stop_is_set_aside_only_with_hanging_on() -> None:
    rows = [row("一二三四五。", 0), row("六七", 1)]
    text = "一二三四五。六七"
    assert faults(rows, text, 5, hanging=True) == []
    assert faults(rows, text, 5) == [("edge", 0)]
    short = [row("一二三四五", 0, width=4.9), row("六七", 1)]
    assert faults(short, "一二三四五六七", 5, hanging=True) == [("edge", 0)]
    beside = [row("一二三四五。", 0, width=5.2), row("六七", 1)]  # neither in nor out
    assert faults(beside, text, 5, hanging=True) == [("edge", 0)]
    bracket = [row("一二三四五）", 0), row("六七", 1)]  # no mark that may hang
    assert faults(bracket, "一二三四五）六七", 5, hanging=True) == [("edge", 0)]
