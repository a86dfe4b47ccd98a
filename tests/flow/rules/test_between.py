"""`between:` of a page: rules between its stories, none where there should be none."""

import pytest

from layout.display.items import Box
from tests.conftest import Project
from tests.typed import near

HEAD = (
    "page: G1\nformat: {columns: [71zi, 34zi], gutter: 4zi, pitch: 11.7pt, lines: 121.5}\n"
    "styles: fine.yaml\n"
)
STYLES = "rules: {thin: 0.18mm}\n"
EM, PITCH = 9.0, 11.7
TEXT = "---\ntitle: 题\nstands_in: true\n---\n\n" + "一段正文，排在自己的栏里。" * 30 + "\n"
S = "story: stories/s.md"
WIDE = 0.18 / 25.4 * 72


def made(project: Project, between: str, blocks: str) -> list[tuple[float, float, float, float]]:
    """The rules of the page in em and lines from the type area: left, top, right, bottom."""
    return drawn(project, between, blocks)[0]


def drawn(
    project: Project, between: str, blocks: str
) -> tuple[list[tuple[float, float, float, float]], list[tuple[str, object]]]:
    project.write("fine.yaml", STYLES)
    rows = "".join(f"  {row}\n" for row in blocks.strip().split("\n"))
    page = project.composed(f"{HEAD}between: {between}\nblocks:\n{rows}", {"s": TEXT})
    area = page.display.grid.type_area
    boxes = [i for i in page.display.items if isinstance(i, Box) and i.node == "between"]
    told: list[tuple[str, object]] = [
        (d.said.key, d.severity) for d in page.diagnostics if d.code == "BETWEEN"
    ]
    return [
        (
            round((b.rect.x - area.x) / EM, 3),
            round((b.rect.y - area.y) / PITCH, 3),
            round((b.rect.right - area.x) / EM, 3),
            round((b.rect.bottom - area.y) / PITCH, 3),
        )
        for b in boxes
    ], told


HALF = WIDE / 2 / EM
FLAT = WIDE / 2 / PITCH
TWO = f"""\
- {{{S}, id: a, at: {{cols: 1, lines: 1-40}}}}
- {{{S}, id: b, at: {{cols: 2, lines: 1-40}}}}
"""


def box(left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
    return (round(left, 3), round(top, 3), round(right, 3), round(bottom, 3))


def test_one_in_the_middle_of_the_white_side_by_side(project: Project) -> None:
    assert made(project, "thin", TWO) == [box(73 - HALF, 0, 73 + HALF, 40)]


def test_down_and_across_meet_and_end_with_the_stories(project: Project) -> None:
    blocks = TWO + f"- {{{S}, id: c, at: {{cols: 1-2, lines: 43-60}}}}"
    down, across = made(project, "{white: 4zi, lines: 2}", blocks)
    assert down == box(73 - HALF, 0, 73 + HALF, 41 + FLAT)
    assert across == box(0, 41 - FLAT, 109, 41 + FLAT)


def test_there_are_rules_of_two_kinds_or_one(project: Project) -> None:
    blocks = TWO + f"- {{{S}, id: c, at: {{cols: 1-2, lines: 43-60}}}}"
    (down,) = made(project, "{across: none, lines: 2}", blocks)
    assert down == box(73 - HALF, 0, 73 + HALF, 40)
    (across,) = made(project, "{down: none, lines: 2}", blocks)
    assert across == box(0, 41 - FLAT, 109, 41 + FLAT)


@pytest.mark.parametrize(
    "more",
    ["fill: K10", "rules: thin", "rules: none", "rules: {left: none}", "rules: {left: wavy}"],
)
def test_none_along_a_frame_a_tint_or_where_a_block_says_its_own(
    project: Project, more: str
) -> None:
    blocks = TWO.replace("id: b,", f"id: b, {more},")
    assert drawn(project, "thin", blocks) == ([], [("BETWEEN.none", "info")])
    other = TWO.replace("id: b,", "id: b, rules: {bottom: thin},")
    assert len(made(project, "thin", other)) == 1


def test_pictures_stand_with_the_text_of_their_group(project: Project) -> None:
    two = "{picture: , stands_in: true}, {picture: , stands_in: true}"
    stack = f"""\
- at: {{cols: 1, lines: 1-60}}
  stack:
    - {{gutter: 1zi, row: [{two}], lines: 12}}
    - {{{S}, id: a, lines: 20}}
    - {{{S}, id: b, lines: fill}}
"""
    (across,) = made(project, "{lines: 2}", stack)
    assert across == box(0, 35 - FLAT, 71, 35 + FLAT)  # 12 + 2 + 20, and one line more


def test_an_advert_is_parted_from_the_text_beside_it(project: Project) -> None:
    stack = f"""\
- at: {{cols: 1, lines: 1-60}}
  stack:
    - {{{S}, id: a, lines: 20}}
    - {{advert: , stands_in: true, lines: fill}}
"""
    (across,) = made(project, "{lines: 2}", stack)
    assert across == box(0, 21 - FLAT, 71, 21 + FLAT)


def test_a_group_in_a_frame_is_one_and_its_blocks_are_parted_in_it(project: Project) -> None:
    row = f"""\
- {{{S}, id: z, at: {{cols: 1, lines: 1-20}}}}
- at: {{cols: 2, lines: 1-20}}
  rules: thin
  gutter: 2zi
  row: [{{{S}, id: a}}, {{{S}, id: b}}]
"""
    (down,) = made(project, "thin", row)
    assert (down[0] + down[2]) / 2 == near(75 + 1 + 15 + 1)


def test_the_white_of_the_page_is_that_of_its_rows_and_stacks(project: Project) -> None:
    row = f"- {{row: [{{{S}, width: 20zi}}, {{{S}}}], at: {{width: 71zi, lines: 1-40}}}}"
    rules, told = drawn(project, "{white: 5zi}", row)
    assert rules == [box(22.5 - HALF, 0, 22.5 + HALF, 40)]
    assert told == []
    row = row.replace("row:", "gutter: 4zi, row:")
    rules, told = drawn(project, "{white: 5zi}", row)
    assert rules == [box(22 - HALF, 0, 22 + HALF, 40)]
    assert told == [("BETWEEN.white", "warning")]


def test_other_white_is_told_with_both_in_em(project: Project) -> None:
    project.write("fine.yaml", STYLES)
    blocks = "".join(
        f"  {row}\n" for row in TWO.replace("cols: 2", "from: 74zi").split("\n") if row
    )
    page = project.composed(f"{HEAD}between: {{white: 4zi}}\nblocks:\n{blocks}", {"s": TEXT})
    (told,) = [d.said for d in page.diagnostics if d.code == "BETWEEN"]
    assert (told["left"], told["right"], told["gap_em"], told["white_em"]) == ("a", "b", 3.0, 4.0)
    assert told["gap_mm"] == near(27 / 72 * 25.4)


def test_what_stands_in_the_white_stops_the_rule(project: Project) -> None:
    loupe = "- {picture: , stands_in: true, wrap: box, at: {from: 60zi, width: 20zi, lines: 11-20}}"
    up, low = made(project, "thin", TWO + loupe)
    off = round(EM / PITCH, 3)  # the white round it
    assert (up[1], up[3], low[1], low[3]) == (0, near(10 - off), near(20 + off), 40)


def test_a_page_without_the_key_has_none(project: Project) -> None:
    rows = "".join(f"  {row}\n" for row in TWO.strip().split("\n"))
    page = project.composed(f"{HEAD.replace('styles: fine.yaml', '')}blocks:\n{rows}", {"s": TEXT})
    assert not [i for i in page.display.items if i.node == "between"]
