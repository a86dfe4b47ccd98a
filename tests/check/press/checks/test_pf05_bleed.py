"""PF05: boxes in one another, and what bleeds."""

from typing import Any

import pytest
from pikepdf import Array

from layout.check.press.checks import pf05_bleed
from tests.check.press.checks.plainsheet import Break, plain, told

CHECK = pf05_bleed.CHECK
MM = 72 / 25.4


def drawn(content: str, **given: Any) -> Break:
    def breaks(pdf: Any, page: Any) -> None:
        page.Contents = pdf.make_stream(content.encode())
        for key, value in given.items():
            page[f"/{key}"] = value

    return breaks


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"BleedBox": Array([30, 10, 290, 390])}, [("trim", "error")]),
        ({"BleedBox": Array([-5, 10, 290, 390])}, [("bleed", "error")]),
        ({"MediaBox": Array([25, 0, 300, 400])}, [("trim", "error"), ("bleed", "error")]),
        ({"CropBox": Array([30, 30, 200, 200])}, [("trim", "warning")]),
        ({"CropBox": Array([20, 20, 280, 380])}, []),
    ],
)
def test_boxes(given: dict[str, Any], found: list[tuple[str, str]]):
    assert told(CHECK, plain(breaks=drawn("0 0 0 1 k 100 100 9 9 re f", **given))) == found


@pytest.mark.parametrize(
    ("beyond", "found"), [(3.0, []), (2.95, []), (2.8, ["left"]), (0.0, ["left"]), (-0.2, [])]
)
def test_what_touches_the_trim_goes_on(beyond: float, found: list[str]):
    left = 20 - beyond * MM
    content = f"0 1 0 0 k {left} 100 {60 + beyond * MM} 50 re f"
    assert [sub for sub, _ in told(CHECK, plain(breaks=drawn(content)))] == found


def test_what_is_clipped_at_the_trim_does_not():
    content = "q 20 20 260 360 re W n 0 1 0 0 k 0 100 300 50 re f Q"
    assert [s for s, _ in told(CHECK, plain(breaks=drawn(content)))] == ["left", "right"]


def test_marks_outside_and_white_grounds_do_not_count():
    content = "1 g 20 20 260 360 re f 0 0 0 1 k 5 200 10 1 re f 285 200 10 1 re f"
    assert told(CHECK, plain(breaks=drawn(content))) == []


def test_without_a_bleed_box_the_sheet_is_the_bleed():
    def breaks(pdf: Any, page: Any) -> None:
        del page.BleedBox
        page.Contents = pdf.make_stream(b"0 1 0 0 k 0 100 60 50 re f")

    assert told(CHECK, plain(breaks=breaks)) == []
