"""Round corners: what has them, and what is told that can have none."""

import pytest

from layout.api import Session
from layout.diagnostics import Place, StopError
from layout.display.items import Item, Path, Picture
from layout.units import mm
from tests.conftest import SENTENCE, Project

PAGE = """\
page: G1
format: {preset: tabloid}
blocks:
  - id: one
    text: [字]
    %s
    at: {cols: 1-3, lines: 5-20}
"""


def paths(project: Project, keys: str) -> list[Path]:
    made = project.composed(PAGE % keys)
    assert not [d for d in made.diagnostics if d.code == "CORNERS"]
    return [i for i in made.display.items if isinstance(i, Path)]


def fault(project: Project, keys: str) -> str:
    with pytest.raises(StopError) as stopped:
        project.composed(PAGE % keys)
    (one,) = stopped.value.diagnostics
    assert isinstance(one.where, Place)
    assert one.where.line == 6
    return one.said.key


def corners_of(path: Path) -> list[float]:
    """The radii of an outline, from the top left clockwise."""
    ends = [points[-2:] for _, points in path.steps if points]
    left, right = min(x for x, _ in ends), max(x for x, _ in ends)
    top, foot = min(y for _, y in ends), max(y for _, y in ends)
    above = [x for x, y in ends if y == top]
    below = [x for x, y in ends if y == foot]
    return [min(above) - left, right - max(above), right - max(below), min(below) - left]


def test_a_ground_and_its_frame_turn_the_same_corner(project: Project) -> None:
    ground, frame = paths(project, "fill: accent\n    rules: thick\n    corners: 3mm")
    assert (ground.role, ground.filled) == ("tint", True)
    assert corners_of(ground) == pytest.approx([mm(3)] * 4)
    assert (frame.role, frame.filled, frame.width) == ("", False, 0.992)
    assert corners_of(frame) == pytest.approx([mm(3) - 0.992 / 2] * 4)


def test_each_corner_may_have_its_own_radius(project: Project) -> None:
    (ground,) = paths(project, "fill: accent\n    corners: [3mm, 1mm, 0, 2mm]")
    assert corners_of(ground) == pytest.approx([mm(3), mm(1), 0, mm(2)])


def test_the_lines_of_a_rule_go_round_one_another(project: Project) -> None:
    thick, thin = paths(project, "rules: wenwu\n    corners: 3mm")
    assert thick.width > thin.width
    assert corners_of(thick)[0] == pytest.approx(mm(3) - 0.992 / 2)
    assert corners_of(thick)[0] - corners_of(thin)[0] == pytest.approx(0.85 + 0.5)


def test_no_radius_is_a_page_without_the_key(project: Project) -> None:
    square = project.composed(PAGE % "fill: accent\n    corners: 0").display
    assert square == project.composed(PAGE % "fill: accent").display


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        ("corners: 2mm", "CORNERS.nothing"),
        ("corners: [2mm, 1mm]\n    fill: accent", "CORNERS.count"),
        ("corners: 2mm\n    rules: {top: thin, bottom: thin}", "CORNERS.sides"),
        ("corners: 2mm\n    rules: {all: thin, top: thick}", "CORNERS.sides"),
        ("corners: 2mm\n    rules: dotted", "CORNERS.rule"),
        ("corners: 2mm\n    rules: wavy", "CORNERS.rule"),
        ("corners: 2mm\n    fill: accent\n    rules: meander", "CORNERS.rule"),
    ],
)
def test_what_can_have_none_is_told(project: Project, keys: str, key: str) -> None:
    assert fault(project, keys) == key


def test_a_block_that_is_too_small_for_them_is_told_and_has_smaller_ones(project: Project) -> None:
    made = project.composed(PAGE % "fill: accent\n    corners: 90mm")
    (one,) = [d for d in made.diagnostics if d.code == "CORNERS"]
    (ground,) = [i for i in made.display.items if isinstance(i, Path)]
    assert one.said["radius_mm"] == pytest.approx(90)
    assert one.said["set_mm"] == pytest.approx(corners_of(ground)[0] / mm(1))


def test_members_of_a_row_are_told_too(project: Project) -> None:
    made = project.composed(
        "page: G1\nformat: {preset: tabloid}\nblocks:\n  - at: {cols: 1-3, lines: 5-20}\n"
        "    fill: tint\n    corners: 95mm\n    row:\n      - {text: [甲]}\n"
    )
    assert [d.code for d in made.diagnostics] == ["CORNERS"]


def test_the_panel_of_a_headline_and_a_picture_behind_it_are_round(project: Project) -> None:
    page = (
        "page: G1\nformat: {preset: tabloid}\nblocks:\n  - story: stories/two.md\n"
        "    headline: {fill: accent, corners: 2mm%s}\n    at: {cols: 1-3, lines: 5-20}\n"
    )
    (panel,) = [i for i in project.composed(page % "").display.items if isinstance(i, Path)]
    assert panel.role == "panel"
    assert corners_of(panel) == pytest.approx([mm(2)] * 4)
    items = project.composed(page % ", picture: assets/park.jpg").display.items
    (picture,) = [i for i in items if isinstance(i, Picture)]
    assert picture.corners == pytest.approx([mm(2)] * 4)


BOXED = f"---\ntitle: 题\n---\n\n:::框\n{SENTENCE * 3}\n:::\n\n{SENTENCE}\n"


def boxed(project: Project, sheet: str, *, parted: bool = False) -> list[Item]:
    project.write("stories/two.md", BOXED)
    project.write("styles.yaml", f"boxes:\n  框: {sheet}\n")
    columns = "headline: {lines: 3}\n    columns: 2\n    " if parted else ""
    lines = "5-17" if parted else "5-30"
    made = project.composed(
        "page: G1\nformat: {preset: tabloid}\nblocks:\n  - story: stories/two.md\n"
        f"    {columns}at: {{cols: 1-2, lines: {lines}}}\n"
    )
    return [i for i in made.display.items if i.node.endswith("#box")]


def test_a_box_in_a_text_has_round_corners(project: Project) -> None:
    ground, frame = boxed(project, "{fill: tint, rules: thin, corners: 2mm}")
    assert isinstance(ground, Path)
    assert isinstance(frame, Path)
    assert corners_of(ground) == pytest.approx([mm(2)] * 4)
    assert frame.steps[-1][0] == "Z"


def test_a_box_that_is_parted_is_square_and_open_there(project: Project) -> None:
    first, frame, second, other = boxed(
        project, "{fill: tint, rules: thin, corners: 2mm, whole: 0}", parted=True
    )
    assert isinstance(first, Path)
    assert isinstance(second, Path)
    assert corners_of(first) == pytest.approx([mm(2), mm(2), 0, 0])
    assert corners_of(second) == pytest.approx([0, 0, mm(2), mm(2)])
    for path in (frame, other):
        assert isinstance(path, Path)
        assert [letter for letter, _ in path.steps].count("C") == 2
        ends = (path.steps[0][1], path.steps[-1][1][-2:])
        assert ends[0][1] == ends[1][1]  # at one height, which nothing closes


def test_a_box_has_no_larger_corners_than_a_line(project: Project) -> None:
    with pytest.raises(StopError) as stopped:
        boxed(project, "{fill: tint, corners: 5mm}")
    assert [d.said.key for d in stopped.value.diagnostics] == ["CORNERS.box"]


def test_the_session_keeps_a_rounded_page(project: Project) -> None:
    """A page composed again is the same page."""
    spec = project.write("G1.yaml", PAGE % "fill: accent\n    corners: 3mm")
    session = Session()
    assert session.page(spec).dump() == session.page(spec).dump()
