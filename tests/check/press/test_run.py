"""A file preflighted: what passes, what is found, what is not checked."""

import io
from typing import Any

from PIL import Image

from layout.check.press.catalogue import CHECKS
from layout.check.press.picture import pictures
from layout.check.press.profile import find_rules
from layout.check.press.report import text
from layout.check.press.run import preflight
from tests.check.press.checks.plainsheet import plain
from tests.pdf.madepdf import made

RULES = find_rules("general")


def statuses(data: bytes) -> dict[str, str]:
    return {r.id: r.status for r in preflight(data, "a.pdf", RULES).results}


def test_an_empty_page_is_found():
    assert statuses(made(b""))["PF07"] == "found"
    assert statuses(made(b"0 0 0 1 k 20 20 50 50 re f"))["PF07"] == "passed"


def test_a_file_that_cannot_be_read_passes_nothing():
    found = statuses(b"no PDF at all")
    assert found.pop("PF00") == "found"
    assert set(found.values()) == {"not checked"}
    assert not preflight(b"no PDF at all", "a.pdf", RULES).clean


def test_a_header_that_comes_late_is_damage():
    data = made(b"0 0 0 1 k 20 20 50 50 re f")
    assert statuses(data)["PF00"] == "passed"
    assert statuses(b"\n" + data)["PF00"] == "found"


def test_checks_that_were_not_run_for_one_reason_are_one_line():
    lines = list(text(preflight(b"no PDF at all", "a.pdf", RULES)))
    assert [line for line in lines if line.startswith("not checked")] == [
        f"not checked: {len(CHECKS) - 1} checks, PF01 to PF34: the file could not be read"
    ]


def test_a_picture_shows_the_findings_where_they_are_on_a_turned_page():
    def breaks(pdf: Any, page: Any) -> None:
        page.Rotate = 90
        page.Contents = pdf.make_stream(b"0 0 0 1 k 50 330 100 40 re f")

    data = plain(breaks=breaks)
    report = preflight(data, "a.pdf", find_rules("newspaper-x4"))
    ((number, png),) = pictures(report, data)
    image = Image.open(io.BytesIO(png)).convert("RGB")
    scale = 100 / 72
    assert number == 1
    assert image.size == (round(300 * scale), round(400 * scale))
    assert max(typed_pixel(image, round(100 * scale), round(50 * scale))) < 60  # the black patch
    assert typed_pixel(image, round(150 * scale), round(20 * scale)) == (214, 0, 20)  # the box


def test_what_plates_cover_is_told_and_not_drawn():
    """A remark on a whole page would be a frame round it: only what has a place is drawn."""

    def breaks(pdf: Any, page: Any) -> None:
        page.Contents = pdf.make_stream(b"1 0 0 rg 100 100 60 60 re f")

    data = plain(breaks=breaks)
    report = preflight(data, "a.pdf", find_rules("newspaper-x4"))
    assert {found.code for found in report.found} >= {"PF10", "PF34"}
    ((_, png),) = pictures(report, data)
    image = Image.open(io.BytesIO(png)).convert("RGB")
    middle = [typed_pixel(image, image.width // 2, y) for y in range(image.height)]
    assert (214, 0, 20) in middle  # the fill in RGB
    assert (236, 122, 0) not in middle
    assert not list(pictures(preflight(plain(), "a.pdf", find_rules("newspaper-x4")), plain()))


def typed_pixel(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    """The three values of a pixel."""
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return tuple(int(v) for v in found)
