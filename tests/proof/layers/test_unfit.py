"""What does not fit is seen on the page, whatever overlays are shown."""

import pytest

from layout.api import ComposedPage, Session
from layout.display.items import Box, Frame, GlyphRun, Path
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.proof.facts import proof_facts
from layout.proof.layers import frames, unfit
from layout.proof.layers.layer import Layer, ProofFacts, Unfit
from layout.proof.marks import FRAME, NODE, OVER, Letters
from layout.proof.overlay import overlaid
from layout.record import replace
from tests import toypage
from tests.conftest import Project
from tests.typed import near

STACK = """\
page: G1
edition: edition.yaml
format: tabloid
blocks:
  - id: pile
    stack:
      - id: lead
        story: stories/long.md
        columns: {count: 2, level: true}
      - id: foot
        text: [{text: 版尾的话, style: title}]
        lines: 3
    at: {cols: 1-3, lines: %s}
"""


def words(layer: Layer) -> list[str]:
    return [
        "".join(item.text for item in label.items if isinstance(item, GlyphRun))
        for label in layer.labels
    ]


def long_story(project: Project, lines: str) -> ComposedPage:
    text = "印刷机转起来，纸一张张飞过去。" * 160
    return project.composed(STACK % lines, {"long": f"---\ntitle: 题\n---\n\n{text}\n"})


def made(page: ComposedPage) -> Layer:
    return unfit.layer(proof_facts(page, "zh"))


def test_a_text_that_is_over_has_a_red_foot_that_says_how_much(project: Project) -> None:
    project.change("T1.yaml", "cols: 1-4, lines: 5-40", "cols: 1-4, lines: 5-13")
    page = Session().page(project.spec)
    layer = made(page)
    (fit,) = [one for one in page.display.fits if one.over_lines]
    assert words(layer) == [f"溢文{fit.over_characters}字（{fit.over_lines}行）"]
    last = [f.rect for f in page.display.frames if f.node == fit.node][-1]
    (bar,) = [i for i in layer.marks if isinstance(i, Box)]
    assert bar.fill == OVER
    assert (bar.rect.x, bar.rect.width) == (last.x, last.width)
    assert bar.rect.y < last.bottom < bar.rect.bottom


def test_a_page_on_which_all_fits_has_none(project: Project) -> None:
    page = Session().page(project.spec)
    assert made(page).items == ()
    assert unfit.NAME not in [one.node for one in overlaid(proof_facts(page, "zh"), ()).items]


def test_what_runs_out_of_the_type_area_is_hatched_and_framed_no_farther(
    project: Project,
) -> None:
    page = long_story(project, "60-86")
    foot = page.display.grid.type_area.bottom
    out = [f.rect for f in page.display.frames if f.rect.bottom > foot + 1]
    assert out, "columns run past the type area"
    layer = made(page)
    assert [one[:2] for one in words(layer)] == ["溢文", "多出"]
    hatchings = [i for i in layer.marks if isinstance(i, Path)]
    assert {path.color for path in hatchings} == {OVER}
    for rect in out:
        part = Rect(rect.x, foot, rect.width, min(rect.bottom, page.display.height) - foot)
        assert any(path.bounds().holds(part.inset(1, 1, 1, 1)) for path in hatchings)
    bars = [i.rect for i in layer.marks if isinstance(i, Box)]
    assert [near(bar.y + bar.height / 2) for bar in bars] == [foot, foot]
    edges = [i.rect for i in frames.layer(proof_facts(page, "zh")).marks if isinstance(i, Box)]
    assert max(edge.bottom for edge in edges) < foot + 1


def test_a_stack_in_the_middle_of_a_page_is_hatched_below_its_own_foot(project: Project) -> None:
    page = long_story(project, "5-20")
    place = next(one.rect for one in page.display.blocks if one.id == "pile")
    group = page.composed.resolved.groups[0]
    (one,) = [one for one in proof_facts(page, "zh").unfit if one.outside]
    assert one.rect == group.rect
    assert near(one.outside[0].y) == group.rect.bottom
    assert one.outside[0].height > 0
    assert place.x == one.outside[0].x


ALONE = "page: G1\nedition: edition.yaml\nformat: tabloid\nblocks:\n"


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (
            "text: [{text: 一行太宽的大字排不下, style: huge}], at: {cols: 1, lines: 5-20}",
            "太宽，排不下",
        ),
        ("text: [{text: 高, style: huge}], at: {cols: 1-2, lines: 5-6}", "太高，排不下"),
        (
            "text: [{text: 竖排的字, style: body}, {text: 又一行, style: body}], vertical: true,"
            " at: {from: 0zi, width: 1zi, lines: 5-9}",
            "溢文3字（1行）",
        ),
        (
            f"picture: assets/park.jpg, caption: {'图说很长' * 9}, at: {{cols: 1, lines: 5-6}}",
            "图片没有地方 · 太高，排不下",
        ),
    ],
)
def test_all_that_is_drawn_without_room_is_marked(project: Project, block: str, told: str) -> None:
    project.change("styles.yaml", "styles:\n", "styles:\n  huge: {like: title, size: 80pt}\n")
    page = project.composed(f"{ALONE}  - {{id: one, {block}}}\n")
    assert page.drawable
    layer = made(page)
    assert words(layer) == [told]
    place = page.display.blocks[0].rect
    edges = [i.rect for i in layer.marks if isinstance(i, Box)]
    assert near(min(edge.x for edge in edges) + unfit.EDGE_PT / 2) == place.x
    assert near(max(edge.bottom for edge in edges) - unfit.EDGE_PT / 2) == place.bottom


def test_it_is_on_every_marked_page_unasked(project: Project) -> None:
    page = long_story(project, "60-86")
    for show in ((), ("grid",), ("frames", "blocks")):
        marked = overlaid(proof_facts(page, "zh"), show)
        own = [i for i in marked.items if isinstance(i, Path) and i.node == NODE]
        assert [i.color for i in own] == [OVER] * len(own) != []
        told = "".join(i.text for i in marked.items if isinstance(i, GlyphRun))
        assert "溢文" in told


def test_it_leaves_the_legend_readable(project: Project) -> None:
    facts = proof_facts(long_story(project, "60-86"), "zh")
    marked = overlaid(facts, ("frames",))
    legend = [
        Rect(i.x, i.y - 6, i.width, 7)
        for i in marked.items
        if isinstance(i, GlyphRun) and i.node == NODE and i.size in (7.0, 5.2)
    ]
    red = [i.bounds() for i in marked.items if isinstance(i, Path) and i.node == NODE]
    red += [i.rect for i in marked.items if isinstance(i, Box) and i.fill == OVER]
    swatches = [rect for rect in red if rect.width < 10]
    assert legend
    assert not [1 for rect in red if rect not in swatches for words in legend if rect.meets(words)]


@pytest.mark.parametrize("right", [56.0, 100.0, 300.0])
@pytest.mark.parametrize("bottom", [21.0, 60.0, 400.0])
def test_strokes_stay_in_the_rectangle_and_miss_no_part_of_it(right: float, bottom: float) -> None:
    rect = Rect(50.0, 20.0, right - 50.0, bottom - 20.0)
    path = unfit.hatched(rect)
    points = [step[1] for step in path.steps if step[1]]
    assert all(
        rect.x - 1e-6 <= x <= rect.right + 1e-6 and rect.y - 1e-6 <= y <= rect.bottom + 1e-6
        for x, y in points
    )
    strokes = list(zip(points[4::2], points[5::2], strict=True))
    assert all(near(x1 + y1) == x2 + y2 for (x1, y1), (x2, y2) in strokes)  # 45°
    far = [x + y - rect.x - rect.y for (x, y), _ in strokes]
    steps = [b - a for a, b in zip([0.0, *far], [*far, rect.width + rect.height], strict=True)]
    assert all(0 < step <= unfit.HATCH_PT + 1e-6 for step in steps)


def test_a_text_that_is_nowhere_and_a_foot_at_the_sheets_edge() -> None:
    base = toypage.page()
    zone = base.grid.type_area
    tall = replace(base, grid=replace(base.grid, type_area=Rect(zone.x, zone.y, zone.width, 999)))
    frame = Frame(
        node="s.md", rect=Rect(60, 90, 100, base.height - 90), order=1, lines=9, room=9, block="s"
    )
    page = replace(tall, frames=(frame,))
    facts = ProofFacts(
        page=page, letters=Letters(Catalog()), lang="zh",
        oversets={"s.md": "溢文9字（1行）", "gone.md": "溢文"},
        unfit=(Unfit(told="太宽，排不下", rect=Rect(60, 30, 90, 20)),),
    )  # fmt: skip
    layer = unfit.layer(facts)
    assert words(layer) == ["溢文9字（1行）", "太宽，排不下"]
    panels = [i.rect for label in layer.labels for i in label.items if isinstance(i, Box)]
    assert max(panel.bottom for panel in panels) <= page.height
    assert FRAME not in [i.fill for i in layer.marks if isinstance(i, Box)]
