"""What findings say: that what was measured is right, and where, for sheets with known numbers."""

from typing import Any

import pytest

from layout.check.press.run import preflight
from layout.diagnostics import Diagnostic
from layout.units import to_mm
from tests.check.press.broken import CASES
from tests.check.press.judging import rules_of
from tests.check.press.sheet import SIZE, Sheet


def told(code: str, sheet: Sheet, profile: str = "newspaper-x4") -> list[Diagnostic]:
    """The findings of one check on a sheet."""
    report = preflight(sheet.save(), "case.pdf", rules_of(profile))
    return [d for d in report.found if d.code == code]


def case_of(what: str) -> Sheet:
    """The broken sheet of a case."""
    one = next(c for c in CASES if c.what == what)
    sheet = Sheet(one.standard)
    one.draw(sheet, True)
    return sheet


def values(one: Diagnostic) -> dict[str, Any]:
    """What is said, by name."""
    return dict(one.said.values)


def box_mm(one: Diagnostic) -> tuple[float, ...]:
    """Where it is: left, top, width and height in mm from the trim's top left."""
    assert one.spot is not None
    r = one.spot.rect
    return tuple(round(to_mm(v), 1) for v in (r.x, r.y, r.width, r.height))


@pytest.mark.parametrize(
    ("code", "what", "value", "limit"),
    [
        ("PF15", "64 ppi", 63.5, 99),
        ("PF15", "127 ppi", 127, 149),
        ("PF15", "coarse in a form that is enlarged", 101.6, 149),
        ("PF15", "coarse and turned", 63.6, 99),
        ("PF16", "lines of 318 ppi", 317.5, 549),
        ("PF16", "a mask of 762 ppi", 762, 799),
        ("PF17", "small black type knocks out", 9, 12),
        ("PF18", "a thin black line knocks out", 0.5, 2),
        ("PF18", "a thin black box knocks out", 0.567, 2),
        ("PF21", "black type of 230 %", 230, 220),
        ("PF22", "7 pt in two inks", 7, 10),
        ("PF22", "7 pt reversed", 7, 12),
        ("PF23", "5 pt by the matrix", 5, 6),
        ("PF23", "5 pt, upright and slanted", 5, 6),
        ("PF24", "a line of 0.1 pt", 0.1, 0.25),
        ("PF24", "a line of width 0", 0, 0.25),
        ("PF24", "a tinted line of 0.5 pt", 0.5, 1),
        ("PF24", "a line made thin by the matrix", 0.1, 0.25),
        ("PF33", "a tint of 2 %", 2, 3),
        ("PF33", "a tint of 92 % K", 92, 85),
        ("PF14", "a patch of 280 %", 280, 240),
        ("PF14", "patches that overprint to 280 %", 280, 240),
        ("PF14", "a picture of 286 %", 286.3, 240),
    ],
)
def test_what_is_measured(code: str, what: str, value: float, limit: float) -> None:
    (one,) = told(code, case_of(what))
    assert values(one)["value"] == pytest.approx(value, rel=0.01, abs=0.01)
    assert values(one)["limit"] == limit


@pytest.mark.parametrize(
    ("code", "what", "box"),
    [
        ("PF10", "Lab", (40, 40, 10, 10)),
        ("PF13", "All inside the trim", (40, 48, 2, 2)),
        ("PF15", "64 ppi", (40, 50, 10, 10)),
        ("PF19", "white of grey overprints", (42, 52, 10, 5)),
        ("PF24", "a line of 0.1 pt", (10, 50, 40, 0)),
    ],
)
def test_where_it_is(code: str, what: str, box: tuple[float, ...]) -> None:
    (one,) = told(code, case_of(what))
    assert box_mm(one) == pytest.approx(box, abs=0.4)


def test_how_much_area_has_too_much_ink() -> None:
    """All squares of 15 mm² whose mean is over the limit: those that touch a patch by enough."""
    (one,) = told("PF14", case_of("a patch of 280 %"))
    assert box_mm(one) == pytest.approx((40, 40, 20, 20), abs=1.2)  # with the squares' edges
    assert 360 < values(one)["area"] < 460
    assert values(one)["places"] == 1
    assert values(one)["share"] == pytest.approx(100 * values(one)["area"] / SIZE**2, rel=0.02)


def test_ink_outside_the_trim_does_not_count() -> None:
    """Registration marks in All read 400 %."""
    sheet = Sheet()
    sheet.rect(-2.9, 40, 2.8, 50, "1 1 1 1 k")
    assert told("PF14", sheet) == []


def test_how_far_type_stands_from_the_trim() -> None:
    sheet = Sheet()
    sheet.text("版心", 1.5, 50, 9)
    (one,) = told("PF31", sheet)
    assert values(one)["value"] == pytest.approx(1.5, abs=0.1)
    sheet = Sheet()
    sheet.text("版心", 97, 50, 14)  # over the edge
    (one,) = told("PF31", sheet)
    assert values(one)["value"] < 0


def test_which_codes_have_no_glyph() -> None:
    (one,) = told("PF09", case_of("a glyph beyond the face"))
    assert values(one)["value"] == ("0x7fff",)


def test_a_character_without_a_glyph_is_called_by_its_name() -> None:
    sheet = Sheet()
    font = sheet.font()
    font.ToUnicode.write(b"1 beginbfchar <7ffe> <7248> endbfchar")
    sheet.name("Font", font, "G")
    sheet.glyphs("7ffe7fff", 10, 50, 9, font="G")
    (one,) = told("PF09", sheet)
    assert values(one)["value"] == ("版", "0x7fff")


def test_what_each_plate_covers() -> None:
    """The furniture has a patch of 20 × 12 mm: 2.4 % of the page at 40, 30, 20 and 30 %."""
    (one,) = told("PF34", Sheet())
    shares = {v["ink"]: v["share"] for v in values(one)["value"]}
    assert shares["Cyan"] == pytest.approx(0.96, abs=0.06)
    assert shares["Magenta"] == pytest.approx(0.72, abs=0.06)
    assert shares["Yellow"] == pytest.approx(0.48, abs=0.06)


def test_a_spot_and_a_plate_without_ink_are_remarks() -> None:
    found = told("PF34", case_of("an empty plate"), "spots")
    assert {d.severity for d in found} == {"info"}
    assert [values(d)["ink"] for d in found if d.sub == "empty"] == ["Gold"]


def test_the_profile_says_the_limits(tmp_path: Any) -> None:
    """Each limit of a check of content is data: with others nothing is found, or more."""
    path = tmp_path / "loose.yaml"
    path.write_text(
        "like: newspaper-x4\nchecks:\n  PF14: {most: 300}\n  PF15: {least: 60, good: 60}\n"
        "  PF23: {least: 4}\n  PF24: {least: 0.05, tinted: 0.1}\n  PF10: {allowed: [DeviceRGB, "
        "DeviceCMYK, DeviceGray, Separation]}\n  PF17: skip\n  PF11: {allowed: [Gold]}\n"
        "  PF21: {most: 300}\n  PF31: {margin: 0}\n  PF33: {most: 95, least: 1}\n",
        encoding="utf-8",
    )
    from layout.check.press.profile import find_rules

    rules = find_rules(str(path))
    for what in (
        "a patch of 280 %", "64 ppi", "5 pt", "a line of 0.1 pt", "type in RGB",
        "small black type knocks out", "a spot", "black type of 230 %", "a tint of 92 % K",
        "a tint of 2 %",
    ):  # fmt: skip
        report = preflight(case_of(what).save(), "case.pdf", rules)
        assert [d.line("en") for d in report.found if d.severity != "info"] == []
