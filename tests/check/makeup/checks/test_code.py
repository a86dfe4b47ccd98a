"""CODE: codes that no reader is sure of."""

import pytest

from layout.api import Session
from layout.check.engine import Finding
from layout.check.makeup.checks import code
from layout.check.makeup.gather import gather
from tests.conftest import Project
from tests.told import told

PAGE = """\
page: G1
format: tabloid
blocks:
  - id: c
    code: {code}
    at: {{cols: {cols}, lines: 11-{last}}}
{more}"""
MM = 72 / 25.4


def findings(
    project: Project, given: str, *, cols: str = "1-6", last: int = 30, more: str = ""
) -> list[Finding]:
    project.composed(PAGE.format(code=given, cols=cols, last=last, more=more))
    page = Session().page(project.spec.parent / "G1.yaml")
    return list(code.CHECK.run(gather(page.composed)))


# A QR code of version 1 has 21 modules: 8.316 mm at 0.396.
@pytest.mark.parametrize(("size", "small"), [("8.32mm", False), ("8.31mm", True), ("5mm", True)])
def test_modules_have_a_least_size(project: Project, size: str, small: bool) -> None:
    found = findings(project, f"{{qr: a, size: {size}}}")
    assert [f.said.key for f in found] == (["CODE.module"] if small else [])
    if small:
        side = float(size.removesuffix("mm"))
        _, values = told(found[0])
        assert values["need_mm"] == pytest.approx(29 * 0.396)
        assert values["wide_mm"] == pytest.approx(29 * side / 21)
        assert float(values["module_mm"]) == pytest.approx(side / 21, abs=0.0005)
        assert values["block"] == "c"
        assert found[0].severity is None  # an error, as the check is


def test_module_and_limit_are_never_told_as_one_number(project: Project) -> None:
    (one,) = findings(project, "{qr: a, size: 8.315mm}")
    _, values = told(one)
    assert values["module_mm"] != values["least_mm"]


@pytest.mark.parametrize(("cols", "keys"), [("1-2", []), ("1", ["CODE.module-bars", "CODE.low"])])
def test_bars_have_a_least_width(project: Project, cols: str, keys: list[str]) -> None:
    found = findings(project, "{barcode: 9999-9994, addon: 12345}", cols=cols)
    assert [f.said.key for f in found] == keys
    if keys:
        _, values = told(found[0])
        assert values["need_mm"] == pytest.approx(167 * 0.264)


def test_low_bars_are_a_warning(project: Project) -> None:
    for height, keys in (("18.3mm", []), ("18.2mm", ["CODE.low"])):
        found = findings(project, f"{{barcode: 9999-9994, height: {height}}}")
        assert [f.said.key for f in found] == keys
        assert [f.severity for f in found] == ["warning"] * len(keys)


def test_what_is_least_is_a_setting(project: Project) -> None:
    more = "checks:\n  CODE: {qr: 0.2mm, bars: 0.1mm, height: 5mm}\n"
    assert findings(project, "{qr: a, size: 5mm}", more=more) == []
    assert findings(project, "{barcode: 9999-9994, height: 6mm}", cols="1", more=more) == []


OVER = """\
  - id: over
    {what}
    nudge: -6lines
    at: {{cols: 1-6, lines: 31-36}}
"""


@pytest.mark.parametrize(
    "what", ["text: {text: 压在码上的字, style: title, align: center}", "rule: thick"]
)
@pytest.mark.parametrize("given", ["{qr: a}", "{barcode: 9999-9994, height: 74mm}"])
def test_what_stands_on_the_white_is_told_with_how_far_it_reaches_in(
    project: Project, what: str, given: str
) -> None:
    cols = "1-6"
    found = findings(project, given, cols=cols, more=OVER.format(what=what))
    (one,) = [f for f in found if f.said.key == "CODE.quiet"]
    assert {"c", "over"} <= set(one.about)
    _, values = told(one)
    assert 0 < values["in_mm"] < 20
    assert "over" in one.message
    beside = OVER.format(what=what).replace("nudge: -6lines", "nudge: 1lines")
    assert findings(project, given, cols=cols, more=beside) == []


def test_neighbours_that_keep_off_are_not_told(project: Project) -> None:
    more = (
        "  - {id: under, text: 字, at: {cols: 1-6, lines: 31}}\n"
        "  - {id: above, rule: thick, at: {cols: 1-6, lines: 10}}\n"
    )
    assert findings(project, "{qr: a, caption: 字}", more=more) == []


def test_a_tint_under_the_white_is_no_fault(project: Project) -> None:
    assert findings(project, "{barcode: 9999-9994}", more="    fill: tint\n") == []
