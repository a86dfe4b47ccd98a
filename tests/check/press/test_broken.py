"""Broken PDFs and what preflight says of each, the same mended, and sound ones that look broken."""

import pytest

from layout.check.press.catalogue import CHECKS
from layout.check.press.run import preflight
from layout.diagnostics import Diagnostic
from layout.words.said import LANGUAGES
from tests.check.press.broken import CASES, Case
from tests.check.press.judging import judged, lines, rules_of
from tests.check.press.near import NEAR
from tests.check.press.producers import MADE, Made
from tests.check.press.sheet import Sheet
from tests.check.press.sound import SOUND

NUMBERS = range(1, 35)
BROKEN: tuple[Case | Made, ...] = (*CASES, *MADE)


@pytest.mark.parametrize("one", BROKEN, ids=lambda one: one.id)
def test_a_broken_file_gives_its_findings_and_no_more(one: Case | Made) -> None:
    found, report = judged(one, bad=True)
    assert found == one.finds, lines(report)


@pytest.mark.parametrize("one", BROKEN, ids=lambda one: one.id)
def test_the_same_file_mended_passes(one: Case | Made) -> None:
    found, report = judged(one, bad=False)
    assert found == set(), lines(report)
    assert report.clean
    assert report.unchecked == ()


@pytest.mark.parametrize("one", SOUND, ids=lambda one: one.what)
def test_a_sound_file_passes(one: Case) -> None:
    found, report = judged(one, bad=True)
    assert found == set(), lines(report)
    assert report.clean
    assert report.unchecked == ()


@pytest.mark.parametrize("one", NEAR, ids=lambda one: one.id)
def test_a_neighbour_gives_its_findings_and_no_more(one: Case) -> None:
    found, report = judged(one, bad=True)
    assert found == one.finds, lines(report)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_check_switched_off_misses_its_case(number: int) -> None:
    code = f"PF{number:02}"
    one = next(c for c in CASES if any(f.startswith(code) for f in c.finds))
    found, _ = judged(one, bad=True, off=code)
    assert found == {f for f in one.finds if not f.startswith(code)}
    assert found != one.finds


def test_each_of_the_34_has_a_case() -> None:
    codes = {f[:4] for c in CASES for f in c.finds}
    assert codes >= {f"PF{n:02}" for n in NUMBERS}
    assert {check.id for check in CHECKS} >= {f"PF{n:02}" for n in NUMBERS}
    assert len(CASES) >= 40
    assert len(MADE) >= 12
    assert sum(len(c.finds) > 1 for c in BROKEN) >= 4


def test_a_finding_says_where_and_what() -> None:
    """Of each check of content: its page, a box on it, what was measured and of which object."""
    for number in (8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 31, 32, 33):
        code = f"PF{number:02}"
        one = next(c for c in CASES if any(f.startswith(code) for f in c.finds))
        _, report = judged(one, bad=True)
        for told in (d for d in report.found if d.code == code):
            _says_where(told)


def _says_where(told: Diagnostic) -> None:
    assert told.spot is not None
    assert told.spot.page == "1"
    assert told.spot.rect.width < 290  # of the fault, not of the whole sheet
    values = dict(told.said.values)
    assert {"value", "limit", "object"} <= set(values)
    for lang in LANGUAGES:
        assert "{" not in told.said.words(lang)


def test_what_repeats_is_told_once_a_place() -> None:
    """A hundred marks in RGB in two parts of a page are two findings."""
    sheet = Sheet()
    for k in range(50):
        sheet.rect(10 + k % 10, 10 + k // 10, 0.8, 0.8, "0.5 0.6 0.7 rg")
        sheet.rect(70 + k % 10, 50 + k // 10, 0.8, 0.8, "0.5 0.6 0.7 rg")
    report = preflight(sheet.save(), "case.pdf", rules_of("newspaper-x4"))
    told = [d for d in report.found if d.code == "PF10"]
    assert [dict(d.said.values)["count"] for d in told] == [50, 50]


def test_type_in_several_fonts_is_told_as_one() -> None:
    """But pictures are told one by one, and fonts that are not in the file."""
    sheet = Sheet()
    for k, name in enumerate("GHI"):
        sheet.name("Font", sheet.font(embedded=False), name)
        sheet.text("版心", 10, 50 - 5 * k, 9, font=name, state="Kn")
        pixels = bytes([100, 90, 80, 30]) * 625
        sheet.place(sheet.image(pixels, (25, 25)), 40 + 11 * k, 20, 10, 10)
    report = preflight(sheet.save(), "case.pdf", rules_of("newspaper-x4"))
    told = [d.code for d in report.found]
    assert (told.count("PF17"), told.count("PF08"), told.count("PF15")) == (1, 3, 3)
