"""Codes resolved: what they say with the fields of the day; those that cannot be are told."""

from collections.abc import Mapping
from typing import Any

import pytest

from layout.api import Session
from layout.color import BLACK, WHITE
from layout.diagnostics import Diagnostic, StopError
from layout.spec.resolve.resolved import RCode, RMasthead
from layout.symbols import ean_13, qr_code
from tests.conftest import Project
from tests.told import assert_told

EDITION = """\
name: 样报
date: 2026-09-23
styles: styles.yaml
paper:
  issn: 9999-9994
  issue: {first: 2026-09-01, number: 12946}
  website: www.example.com
pages: [G1.yaml]
"""
PAGE = "page: G1\nformat: tabloid\nedition: own.yaml\nblocks:\n  - id: c\n    code: %s\n"
AT = "    at: {cols: 1-4, lines: 1-20}\n"


def resolved(project: Project, code: str, more: str = "") -> RCode:
    project.write("own.yaml", EDITION)
    page = Session().page(project.write("G1.yaml", PAGE % code + more + AT))
    content = page.composed.resolved.blocks[0].content
    assert isinstance(content, RCode)
    return content


def refused(project: Project, code: str) -> list[Diagnostic]:
    project.write("own.yaml", EDITION)
    with pytest.raises(StopError) as stop:
        Session().page(project.write("G1.yaml", PAGE % code + AT))
    return [d for d in stop.value.diagnostics if d.severity == "error"]


@pytest.mark.parametrize(
    ("code", "text", "level"),
    [
        ("https://www.example.com/", "https://www.example.com/", "M"),
        ('"https://{website}/{issue}"', "https://www.example.com/12968", "M"),
        ("{qr: ' 文字 ', error: H}", "文字", "H"),
    ],
)
def test_a_lone_text_is_a_qr_code_and_may_hold_fields(
    project: Project, code: str, text: str, level: str
) -> None:
    assert resolved(project, code).symbol.rows == qr_code(text, level)


@pytest.mark.parametrize(
    ("code", "figures", "addon"),
    [
        ('{barcode: "{issn}"}', "9779999999008", ""),
        ("{barcode: 9999-9994, variant: '01'}", "9779999999015", ""),
        ("{barcode: ISSN 9999 9994, addon: 7}", "9779999999008", "07"),
        ('{barcode: "{issn}", addon: "{issue}"}', "9779999999008", "12968"),
        ("{barcode: 9999-9994, addon: 123}", "9779999999008", "00123"),
        ("{barcode: 1001-005X}", "9771001005004", ""),
        ("{barcode: 978-0-306-40615-7}", "9780306406157", ""),
        ("{barcode: '978030640615'}", "9780306406157", ""),
    ],
)
def test_an_issn_becomes_an_ean_13(project: Project, code: str, figures: str, addon: str) -> None:
    symbol = resolved(project, code).symbol
    assert symbol.figures == (figures, addon)
    assert (symbol.rows[0], symbol.addon) == ean_13(figures, addon)


FAULTS: list[tuple[str, str, Mapping[str, Any], str]] = [
    ("{caption: 甲}", "CODE-DATA.none", {}, "6:11"),
    ("{qr: a, barcode: 9999-9994}", "CODE-DATA.two", {}, "6:28"),
    ('"{price}"', "CODE-DATA.empty", {}, "6:11"),
    ("{qr: %s, error: H}" % ("中" * 900), "CODE-DATA.long", {"characters": 900}, "6:16"),
    ("{qr: a, addon: 12}", "CODE-KEY.qr", {"path": "addon"}, "6:26"),
    ("{barcode: 9999-9994, error: H}", "CODE-KEY.barcode", {"path": "error"}, "6:39"),
    ("{barcode: 9780306406157, variant: '01'}", "CODE-KEY.variant", {}, "6:45"),
    ("{barcode: 9999-9995}", "VALUE.issn-check", {"right": "4", "meant": "9999-9994"}, "6:21"),
    ("{barcode: 9780306406158}", "CODE-DATA.check-figure", {"right": "7"}, "6:21"),
    ("{barcode: 12345}", "CODE-DATA.barcode", {"text": "12345"}, "6:21"),
    ("{barcode: ９９９９９９９４}", "CODE-DATA.barcode", {}, "6:21"),
    ("{barcode: 9999-9994, variant: x1}", "CODE-DATA.variant", {"text": "x1"}, "6:41"),
    ("{barcode: 9999-9994, variant: '1'}", "CODE-DATA.variant", {"text": "1"}, "6:41"),
    ("{barcode: 9999-9994, addon: 123456}", "CODE-DATA.addon", {"text": "123456"}, "6:39"),
    ("{barcode: 9999-9994, addon: 第3期}", "CODE-DATA.addon", {}, "6:39"),
    ('{barcode: 9999-9994, addon: "{price}"}', "CODE-DATA.addon", {"text": ""}, "6:39"),
]


@pytest.mark.parametrize(("code", "key", "values", "where"), FAULTS)
def test_a_code_that_cannot_be_is_told(
    project: Project, code: str, key: str, values: Mapping[str, Any], where: str
) -> None:
    (one,) = refused(project, code)
    assert_told(one, key, values)
    assert str(one.where) == f"G1.yaml:{where}"


def test_faults_of_a_masthead_are_told_alike(project: Project) -> None:
    project.write("own.yaml", EDITION)
    page = PAGE.replace("code: %s", "masthead: 样报\n    codes: [{barcode: 12345}, a, {addon: 1}]")
    with pytest.raises(StopError) as stop:
        Session().page(project.write("G1.yaml", page + AT))
    keys = [d.said.key for d in stop.value.diagnostics if d.said and d.severity == "error"]
    assert keys == ["CODE-DATA.barcode", "CODE-DATA.none"]


def test_codes_stand_in_a_masthead_in_their_order(project: Project) -> None:
    project.write("own.yaml", EDITION)
    page = PAGE.replace(
        "code: %s", "masthead: 样报\n    codes: [a, {qr: b, error: H}]\n    date: []"
    )
    made = Session().page(project.write("G1.yaml", page + AT)).composed.resolved.blocks[0].content
    assert isinstance(made, RMasthead)
    assert [code.symbol.rows for code in made.codes] == [qr_code("a", "M"), qr_code("b", "H")]


def test_on_a_dark_fill_the_words_are_reversed_and_the_figures_are_not(project: Project) -> None:
    code = resolved(project, "{barcode: 9999-9994, caption: 字}", "    fill: black\n")
    assert code.caption[0].style.color == WHITE
    assert code.symbol.style.color == BLACK
