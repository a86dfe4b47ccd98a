"""Page numbers of a 导读 on a disc or a square: alike, and in the middle by their ink."""

from typing import Any

import pytest

from layout.check.makeup.checks import collide, invisible
from layout.check.makeup.gather import gather
from layout.check.makeup.ink import Inks
from layout.color import BLACK, WHITE, parse_color
from layout.diagnostics import StopError
from layout.display.items import Box, GlyphRun, Path
from layout.geometry import Rect
from layout.units import mm
from tests.conftest import Project

PAGE = """\
page: T1
format: {preset: tabloid}
blocks:
  - id: list
    index:
      - {page: T1, title: 一条导读}
      - {page: "2", title: 又一条}
      - {page: "11", title: 末一条}
    page_style: num
    title_style: tt
    label_at: none
    %s
    at: {cols: 1-3, lines: 5-30}
"""
SHEET = """\
styles:
  num: {like: index-page, face: 黑, size: 10pt}
  tt: {like: index-title, face: 报宋, size: 10pt}
"""


def made(project: Project, keys: str) -> Any:
    project.write("styles.yaml", SHEET)
    return project.composed(PAGE % keys)


def marks(page: Any) -> list[tuple[Rect, Box | Path, GlyphRun]]:
    """The place, the ground and the number of each item."""
    out = []
    for n in (1, 2, 3):
        own = [i for i in page.display.items if i.node == f"list#{n}"]
        (ground,) = [i for i in own if isinstance(i, Box | Path) and i.role == "panel"]
        number = next(i for i in own if isinstance(i, GlyphRun) and i.text in ("T1", "2", "11"))
        place = ground.rect if isinstance(ground, Box) else ground.bounds()
        out.append((place, ground, number))
    return out


@pytest.mark.parametrize("shape", ["disc", "square", "{shape: square, corners: 1mm}"])
@pytest.mark.parametrize("at", ["before", "above", "after"])
def test_a_number_is_in_the_middle_of_its_mark_and_all_are_alike(
    project: Project, shape: str, at: str
) -> None:
    page = made(project, f"mark: {shape}\n    page_at: {at}")
    inks = Inks(page.composed.catalog.by_key)
    found = marks(page)
    assert len({round(place.width, 6) for place, _, _ in found}) == 1
    for place, _, number in found:
        left, top, right, foot = inks.hull(number) or (0, 0, 0, 0)
        assert (left + right) / 2 == pytest.approx(place.x + place.width / 2, abs=1e-6)
        assert (top + foot) / 2 == pytest.approx(place.y + place.height / 2, abs=1e-6)
        assert number.color == WHITE
    subject = gather(page.composed)
    assert not [*collide.CHECK.run(subject), *invisible.CHECK.run(subject)]


def test_all_of_the_widest_number_is_inside_the_disc(project: Project) -> None:
    page = made(project, "mark: disc")
    for place, _, number in marks(page):
        left, top, right, foot = Inks(page.composed.catalog.by_key).hull(number) or (0, 0, 0, 0)
        reach = ((right - left) ** 2 + (foot - top) ** 2) ** 0.5
        assert reach * 1.4 < place.width


def test_a_title_stands_beside_the_middle_of_its_mark(project: Project) -> None:
    page = made(project, "mark: disc")
    for n, (place, _, _) in enumerate(marks(page), 1):
        own = [i for i in page.display.items if i.node == f"list#{n}"]
        title = [i for i in own if isinstance(i, GlyphRun) and "条" in i.text]
        middle = title[0].y - 0.88 * 10 + 5
        assert middle == pytest.approx(place.y + place.height / 2)
        assert title[0].x > place.right


def test_it_has_its_colour_and_its_size(project: Project) -> None:
    page = made(project, "mark: {shape: disc, color: C100 M60, size: 8mm}")
    for place, ground, number in marks(page):
        assert isinstance(ground, Path)
        assert place.width == pytest.approx(mm(8))
        assert (ground.color, number.color) == (parse_color("C100 M60"), WHITE)


@pytest.mark.parametrize("block", ["", "\n    fill: K100"])
def test_on_a_pale_mark_numbers_are_black_whatever_the_block_stands_on(
    project: Project, block: str
) -> None:
    page = made(project, "mark: {shape: disc, color: Y20}" + block)
    assert {number.color for _, _, number in marks(page)} == {BLACK}


def test_a_style_that_a_sheet_colours_keeps_its_colour(project: Project) -> None:
    project.write("styles.yaml", SHEET.replace("size: 10pt}", "size: 10pt, color: Y100}", 1))
    page = project.composed(PAGE % "mark: disc")
    assert {number.color for _, _, number in marks(page)} == {parse_color("Y100")}


def test_with_a_leading_items_stand_from_the_head_a_line_each(project: Project) -> None:
    page = made(project, "leading: 2lines\n    between: none")
    runs = {
        i.node: i.y for i in page.display.items if isinstance(i, GlyphRun) and "条" in i.text
    }  # fmt: skip
    pitch = page.display.grid.pitch
    steps = [runs["list#2"] - runs["list#1"], runs["list#3"] - runs["list#2"]]
    assert steps == pytest.approx([2 * pitch] * 2)
    block = page.display.blocks[0].rect
    assert block.y < runs["list#1"] < block.y + 2 * pitch


def test_in_a_stack_such_a_list_takes_the_lines_of_its_items(project: Project) -> None:
    project.write("styles.yaml", SHEET)
    page = (PAGE % "leading: 2lines").replace("    at: {cols: 1-3, lines: 5-30}\n", "")
    head, _, block = page.partition("  - id: list\n")
    lines = "".join(f"    {row}\n" for row in block.splitlines())
    stack = f"{head}  - at: {{cols: 1-3, lines: 5-30}}\n    stack:\n      - id: list\n{lines}"
    stack += "      - {id: rest, text: [字], lines: fill}\n"
    made = project.composed(stack)
    (place,) = [b.rect for b in made.display.blocks if b.id == "list"]
    assert place.height == pytest.approx(6 * made.display.grid.pitch)


def test_a_mark_that_is_too_small_is_told_with_numbers(project: Project) -> None:
    page = made(project, "mark: {shape: disc, size: 3mm}")
    told = [d for d in page.diagnostics if d.code == "INDEX"]
    assert [d.said.key for d in told] == ["INDEX.mark"] * len(told)
    assert told[0].severity == "error"
    assert told[0].said["size_pt"] < told[0].said["least_pt"]


def test_a_disc_has_no_corners(project: Project) -> None:
    with pytest.raises(StopError) as stopped:
        made(project, "mark: {shape: disc, corners: 1mm}")
    assert [d.said.key for d in stopped.value.diagnostics] == ["CORNERS.disc"]


def test_each_item_without_room_is_told_at_its_own_place(project: Project) -> None:
    page = made(project, "mark: {shape: disc, size: 40mm}")
    found = [d for d in page.diagnostics if d.code == "DISPLAY-HIGH"]
    assert len(found) > 1
    assert len({d.where for d in found}) == len(found)
