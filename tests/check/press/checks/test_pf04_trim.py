"""PF04: the TrimBox and its size."""

from typing import Any

import pytest
from pikepdf import Array, Name

from layout.check.press.checks import pf04_trim
from tests.check.press.checks.plainsheet import Break, plain, told

CHECK = pf04_trim.CHECK
MM = 72 / 25.4


def boxes(**given: Any) -> Break:
    def breaks(_pdf: Any, page: Any) -> None:
        for key, value in given.items():
            if value is None:
                del page[f"/{key}"]
            else:
                page[f"/{key}"] = value

    return breaks


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, []),
        ({"TrimBox": None}, ["none"]),
        ({"TrimBox": None, "ArtBox": Array([20, 20, 280, 380])}, ["art"]),
        ({"ArtBox": Array([20, 20, 280, 380])}, ["both"]),
        ({"TrimBox": Array([20, 20, 280])}, ["bad"]),
        ({"TrimBox": Name.No}, ["bad"]),
        ({"TrimBox": Array([20, 20, 20, 380])}, ["bad"]),
        ({"TrimBox": Array([280, 380, 20, 20])}, []),
    ],
)
def test_the_box(given: dict[str, Any], found: list[str]):
    assert [sub for sub, _ in told(CHECK, plain(breaks=boxes(**given)))] == found


@pytest.mark.parametrize(("off", "found"), [(0.09, []), (0.11, ["width"]), (-0.11, ["width"])])
def test_the_size_at_its_limit(off: float, found: list[str]):
    sound = plain(breaks=boxes(TrimBox=Array([20, 20, 20 + 90 * MM, 20 + 120 * MM])))
    wanted = {"width": 90 + off, "height": 120.0}
    assert [sub for sub, _ in told(CHECK, sound, "x4", **wanted)] == found
