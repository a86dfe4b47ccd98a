"""A 报眉 with a panel that hangs, and a folio whose number has a style of its own."""

from typing import Any

import pytest

from layout.api import Session
from layout.diagnostics import StopError
from layout.display.items import Box, GlyphRun, Path
from tests.conftest import Project

PAGE = """\
page: "02"
format: {preset: tabloid}
header:
  lines: 4
  %s
blocks: [{text: [字], at: {cols: 1-3, lines: 6-20}}]
"""


def made(project: Project, keys: str) -> Any:
    project.write("styles.yaml", "styles:\n  n: {like: folio, size: 30pt, hollow: true}\n")
    return Session().page(project.write("G1.yaml", PAGE % keys.replace("; ", "\n  ")))


def runs(page: Any, part: str) -> list[GlyphRun]:
    return [i for i in page.display.items if isinstance(i, GlyphRun) and i.node == f"header#{part}"]


def test_the_number_of_a_folio_has_its_own_style(project: Project) -> None:
    page = made(project, "folio: 第{page}版; numeral: n")
    assert [(r.text, r.size, r.hollow) for r in runs(page, "folio")] == [
        ("第", 27.0, False), ("02", 30.0, True), ("版", 27.0, False),
    ]  # fmt: skip
    assert not [d for d in page.diagnostics if d.code == "HOLLOW"]


def test_a_name_hangs_from_a_thick_rule_where_none_is_said(project: Project) -> None:
    page = made(project, "style: hung; name: 综合; corners: [0, 0, 2mm, 2mm]")
    top = page.display.grid.type_area.y
    (panel,) = [i for i in page.display.items if isinstance(i, Path)]
    assert panel.bounds().y == pytest.approx(top)
    rules = [i.rect for i in page.display.items if isinstance(i, Box) and i.role == "rule"]
    assert min(r.y for r in rules) == pytest.approx(top)
    assert min(rules, key=lambda r: r.y).height == pytest.approx(0.992)


def test_a_panel_that_hangs_has_room_where_no_lines_are_said(project: Project) -> None:
    def depth(keys: str) -> float:
        text = PAGE.replace("  lines: 4\n", "") % keys.replace("; ", "\n  ")
        page = Session().page(project.write("G1.yaml", text))
        assert page.good, page.diagnostics
        (header,) = [b for b in page.display.blocks if b.kind == "header"]
        return header.rect.height / page.display.grid.pitch

    assert depth("style: hung; name: 综合") == pytest.approx(4)
    assert depth("style: hung; name: 综合; hangs: folio") == pytest.approx(4)
    assert depth("style: panel; name: 综合") == pytest.approx(3)


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        ("hangs: folio", "HEADER.hung"),
        ("style: hung", "HEADER.name"),
        ("folio: 版; numeral: n", "HEADER.numeral"),
        ("numeral: none-such", "UNKNOWN-STYLE.name"),
        ("corners: 2mm", "CORNERS.header"),
    ],
)
def test_what_cannot_be_is_told(project: Project, keys: str, key: str) -> None:
    with pytest.raises(StopError) as stopped:
        made(project, keys)
    assert [d.said.key for d in stopped.value.diagnostics if d.severity == "error"] == [key]
