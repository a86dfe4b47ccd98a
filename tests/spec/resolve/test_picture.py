"""Blocks of pictures: their captions' places, groups, and what cannot be had together."""

import pytest

from layout.color import Color
from layout.spec.resolve.defaults import THIN, RuleStyle
from layout.spec.resolve.resolved import ROver, RPicture, RPictures, pictures_of
from layout.units import mm
from tests.conftest import Project
from tests.spec.conftest import resolved
from tests.spec.helpers import codes, faults_of

GROUP = """\
blocks:
  - id: group
    pictures:
      - assets/park.jpg
      - {picture: assets/park.jpg, caption: 甲, focus: [0, 1], stands_in: true}
      - {picture: }
    arrange: grid
    columns: 2
    gap: 4pt
    caption: 总说
    credit: 资料
    keyline: true
    at: {cols: 1-6, lines: 71-86}
"""


def test_a_group_has_pictures_of_its_own(project: Project):
    project.change("T1.yaml", "blocks:\n", GROUP)
    group = resolved(project).blocks[0].content
    assert isinstance(group, RPictures)
    assert [p.source for p in group.pictures] == ["assets/park.jpg", "assets/park.jpg", None]
    assert [p.focus for p in group.pictures] == [(0.5, 0.5), (0.0, 1.0), (0.5, 0.5)]
    assert [p.stands_in for p in group.pictures] == [False, True, False]
    assert all(p.keyline == "thin" for p in group.pictures)
    assert group.pictures[1].caption is not None
    assert group.pictures[1].caption.text == "甲"
    assert (group.columns, group.gap, group.sizes) == (2, 4.0, "shape")
    assert pictures_of(group) == group.pictures


def test_a_picture_is_a_group_of_one_and_other_blocks_show_none(project: Project):
    lead, _, picture = (b.content for b in resolved(project).blocks)
    assert isinstance(picture, RPicture)
    assert pictures_of(picture) == (picture,)
    assert pictures_of(lead) == ()


def test_a_caption_at_the_side_is_nine_characters_wide(project: Project):
    project.change("T1.yaml", "湖边的新园区", "新园区\n    caption_at: left")
    picture = resolved(project).blocks[-1].content
    assert isinstance(picture, RPicture)
    assert picture.caption_width == 81.0


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("caption_fill: accent", "CAPTION"),
        ("caption_at: left\n    caption_lines: 2", "CAPTION"),
        ("caption_at: right\n    caption_width: 1900pt", "PICTURE-ROOM"),
        ("caption_lines: 29", "PICTURE-ROOM"),
        ("caption_at: over", "VALUE"),
        ("caption_fill: acent\n    caption_at: inside", "UNKNOWN-COLOR"),
        ("credit_at: start", "VALUE"),
    ],
)
def test_captions_that_cannot_be(project: Project, keys: str, code: str):
    project.change("T1.yaml", "    caption: 湖边的新园区", f"    caption: 新园区\n    {keys}")
    found = faults_of(resolved, project)
    assert codes(found) == [code]
    assert found[0].where is not None


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("arrange: grid", "arrange: row", "CAPTION"),
        ("caption: 总说", "caption_at: inside", "CAPTION"),
        ("assets/park.jpg, caption", "assets/prak.jpg, caption", "MISSING-FILE"),
        ("{picture: }", "{caption: 乙}", "MISSING-KEY"),
    ],
)
def test_groups_that_cannot_be(project: Project, old: str, new: str, code: str):
    project.change("T1.yaml", "blocks:\n", GROUP.replace(old, new))
    assert codes(faults_of(resolved, project)) == [code]


def test_a_leader_leads_to_a_number_after_the_title(project: Project):
    index = "  - index: [{page: T2, title: 甲}]\n    leader: dotted\n"
    at = "    at: {cols: 1-3, lines: 72-80}\n"
    project.change("T1.yaml", "blocks:\n", f"blocks:\n{index}{at}")
    assert codes(faults_of(resolved, project)) == ["INDEX"]
    project.change("T1.yaml", "leader: dotted", "leader: dotted\n    page_at: after")
    assert resolved(project).blocks[0].content.kind == "index"


def test_corners_and_keylines_of_a_group_and_of_one_picture_of_it(project: Project):
    own = "{picture: assets/park.jpg, corners: [1mm, 0, 2pt, 0], keyline: false}"
    lines = "corners: 2pt\n    keyline: {width: 0.5pt, color: K50}"
    changed = GROUP.replace("{picture: }", own).replace("keyline: true", lines)
    project.change("T1.yaml", "blocks:\n", changed)
    group = resolved(project).blocks[0].content
    assert isinstance(group, RPictures)
    first, _, third = group.pictures
    assert first.corners == (2.0, 2.0, 2.0, 2.0)
    assert first.keyline == RuleStyle(lines=((0.0, 0.5),), color=Color(k=50))
    assert third.corners == pytest.approx((72 / 25.4, 0, 2, 0))
    assert third.keyline == "none"


@pytest.mark.parametrize(
    ("keys", "rule"),
    [
        ("keyline: false", "none"),
        ("keyline: true", "thin"),
        ("keyline: 0.5pt", RuleStyle(lines=((0.0, 0.5),))),
        ("keyline: {color: K40}", RuleStyle(lines=((0.0, THIN),), color=Color(k=40))),
        ("corners: 0", "none"),
    ],
)
def test_keylines(project: Project, keys: str, rule: object):
    project.change("T1.yaml", "湖边的新园区", f"新园区\n    {keys}")
    picture = resolved(project).blocks[-1].content
    assert isinstance(picture, RPicture)
    assert picture.keyline == rule
    assert picture.corners == ()


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("corners: [1mm, 2mm]", "CORNERS"),
        ("corners: 3", "VALUE"),
        ("corners: -3mm", "VALUE"),
        ("corners: 3mm\n    rules: {top: thin}", "CORNERS"),
        ("keyline: thick", "VALUE"),
        ("keyline: 0.5em", "VALUE"),
        ("keyline: {width: 0.3mm, colour: K40}", "UNKNOWN-KEY"),
        ("keyline: {color: acent}", "UNKNOWN-COLOR"),
    ],
)
def test_corners_and_keylines_that_cannot_be(project: Project, keys: str, code: str):
    project.change("T1.yaml", "湖边的新园区", f"新园区\n    {keys}")
    assert codes(faults_of(resolved, project)) == [code]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("corners: 圆", "`pill`, a radius such as 2mm, or four of them"),
        ("corners: 50%", "`pill`, a radius such as 2mm, or four of them"),
        ("corners: 3", "3mm"),
        ("keyline: thin", "true, false or a length such as 0.2mm"),
        ("keyline: 0", 'mean "false"'),
        ("keyline: 0.2", "0.2mm"),
    ],
)
def test_what_corners_and_keylines_may_be_is_told(project: Project, keys: str, told: str):
    project.change("T1.yaml", "湖边的新园区", f"新园区\n    {keys}")
    (found,) = faults_of(resolved, project)
    assert told in str(found)


def test_a_fine_keyline_in_two_inks_is_told(project: Project):
    keyline = "keyline: {width: 0.2mm, color: M100 Y100}"
    project.change("T1.yaml", "湖边的新园区", f"新园区\n    {keyline}")
    assert "RULE-INKS" in [d.code for d in resolved(project).remarks]


OVERLAP = GROUP.replace("arrange: grid\n    columns: 2\n", "arrange: overlap\n")


def test_a_group_that_overlaps(project: Project):
    own = "{picture: assets/park.jpg, corner: top-left, width: 30%, out: [2pt, -3pt], edge: 0}"
    project.change("T1.yaml", "blocks:\n", OVERLAP.replace("{picture: }", own))
    group = resolved(project).blocks[0].content
    assert isinstance(group, RPictures)
    assert group.captions == "together"
    first, second, third = group.pictures
    assert first.over is None
    assert second.over == ROver(right=True, bottom=True, width=0.4, edge=mm(1.0))
    assert third.over == ROver(right=False, bottom=False, width=0.3, out=(2.0, -3.0))


def test_what_stands_out_of_the_first_may_all_be_over_the_edge(project: Project):
    own = "{picture: assets/park.jpg, out: [10zi, 4pt], beyond: [10zi, 0pt]}"
    project.change("T1.yaml", "blocks:\n", OVERLAP.replace("{picture: }", own))
    group = resolved(project).blocks[0].content
    assert isinstance(group, RPictures)
    assert group.pictures[-1].over == ROver(
        right=True, bottom=True, width=0.4, out=(90.0, 4.0), beyond=(90.0, 0.0), edge=mm(1.0)
    )


@pytest.mark.parametrize(
    ("page", "old", "new", "key"),
    [
        (OVERLAP, "- assets/park.jpg\n", "- {picture: , corner: top-left}\n", "OVER.first"),
        (GROUP, "{picture: }", "{picture: , edge: 1mm}", "OVER.other"),
        (OVERLAP, "{picture: }", "{picture: , out: 2mm, beyond: 3mm}", "OVER.beyond"),
        (OVERLAP, "{picture: }", "{picture: , out: -2mm, beyond: 1mm}", "OVER.beyond"),
        (OVERLAP, "{picture: }", "{picture: , width: 30mm}", "VALUE.kind"),
        (OVERLAP, "{picture: }", "{picture: , beyond: -1mm}", "VALUE.negative"),
        (OVERLAP, "{picture: }", "{picture: , corner: left}", "VALUE.kind"),
        (OVERLAP, "gap: 4pt", "columns: 2", "CAPTION.no-columns"),
        (OVERLAP, "gap: 4pt", "captions: own", "CAPTION.overlap"),
    ],
)
def test_overlaps_that_cannot_be(project: Project, page: str, old: str, new: str, key: str):
    project.change("T1.yaml", "blocks:\n", page.replace(old, new))
    assert [d.said.key for d in faults_of(resolved, project)] == [key]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("", "说"),
        ("caption_mark: false", "说"),
        ("caption_mark: true", "▲说"),
        ("caption_mark: true\n    caption_at: above", "▼说"),
        ("caption_mark: true\n    caption_at: left", "▶说"),
        ("caption_mark: true\n    caption_at: right", "◀说"),
        ("caption_mark: true\n    caption_at: inside", "说"),
        ("caption_mark: △", "△说"),
    ],
)
def test_a_caption_has_a_mark_that_points_to_its_picture(project: Project, keys: str, said: str):
    project.change("T1.yaml", "    caption: 湖边的新园区", f"    caption: 说\n    {keys}")
    picture = resolved(project).blocks[-1].content
    assert isinstance(picture, RPicture)
    assert picture.caption is not None
    assert picture.caption.text == said


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("arrange: row", "甲 乙 丙 总说"),
        ("arrange: row\n    caption_mark: true", "▲甲 ▲乙 ▲丙 ▲总说"),
        ("arrange: row\n    captions: together", "▲甲 ▶乙 ▶丙 总说"),
        ("arrange: row\n    captions: together\n    caption_mark: false", "甲 乙 丙 总说"),
        ("arrange: row\n    captions: together\n    caption_at: above", "▼甲 ▶乙 ▶丙 总说"),
        ("arrange: column\n    captions: together\n    caption_at: right", "◀甲 ◀乙 ◀丙 总说"),
        ("arrange: grid\n    captions: together", "▲甲 ▶乙 ▲丙 总说"),
        ("arrange: overlap", "▲甲 ▶乙 ◀丙 总说"),
        ("arrange: overlap\n    captions: joined", "▲甲 ▶乙 ◀丙 总说"),
        ("arrange: overlap\n    caption_mark: ■", "■甲 ■乙 ■丙 总说"),
    ],
)
def test_marks_of_a_group(project: Project, keys: str, said: str):
    corner = ", corner: bottom-left" if "overlap" in keys else ""
    items = "".join(
        f"      - {{picture: , caption: {word}{corner if word == '丙' else ''}}}\n"
        for word in "甲乙丙"
    )
    block = (
        f"blocks:\n  - id: group\n    pictures:\n{items}    {keys}\n    caption: 总说\n"
        "    at: {cols: 1-6, lines: 71-86}\n"
    )
    project.change("T1.yaml", "blocks:\n", block)
    group = resolved(project).blocks[0].content
    assert isinstance(group, RPictures)
    parts = [*(p.caption for p in group.pictures), group.caption]
    assert " ".join(part.text for part in parts if part is not None) == said


@pytest.mark.parametrize("mark", ["1", "甲", "▲▲▲", "[▲]"])
def test_a_mark_is_a_sign(project: Project, mark: str):
    project.change("T1.yaml", "湖边的新园区", f"新园区\n    caption_mark: {mark}")
    assert codes(faults_of(resolved, project)) == ["VALUE"]
