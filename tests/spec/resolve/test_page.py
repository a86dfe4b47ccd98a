"""From what is written to points: geometry against the norms, and every fault with its place."""

from typing import Any

import pytest

from layout.color import Color
from layout.diagnostics import Diagnostic
from layout.environment import Files
from layout.lastmade import LastMade
from layout.spec.load import load_page
from layout.spec.reader.kinds import WEEK
from layout.spec.resolve.page import resolve
from layout.spec.resolve.resolved import RCredits, RIndex, RPage, RPicture, RStory, RText
from layout.spec.resolve.sheet import PRESETS
from layout.units import mm
from layout.words.said import said
from tests.conftest import Project
from tests.spec.conftest import line_of, resolved
from tests.spec.helpers import codes, faults_of, where
from tests.told import OfKey, assert_told
from tests.typed import near


@pytest.mark.parametrize("preset", list(PRESETS))
def test_the_norms(full: Project, preset: str) -> None:
    full.write("N.yaml", f"page: N\nformat: {preset}\n")
    full.write("T1.yaml", full.path("N.yaml").read_text(encoding="utf-8"))
    page = resolved(full)
    norm = PRESETS[preset]
    assert (page.width, page.height) == (mm(norm["width"]), mm(norm["height"]))
    grid = page.grid
    assert len(grid.columns) == norm["columns"]
    assert {round(b - a, 6) for a, b in grid.columns} == {norm["column"] * 9.0}
    assert grid.columns[1][0] - grid.columns[0][1] == pytest.approx(9.0)
    assert grid.lines * grid.pitch == pytest.approx(mm(norm["area"]))
    assert grid.type_area.y == mm(norm["top"])
    # The type area stands in the middle of the sheet.
    assert grid.type_area.x + grid.type_area.right == pytest.approx(page.width)


def test_headings_in_the_line_are_as_large_beside_a_storys_type_as_beside_the_bodys(
    full: Project,
) -> None:
    full.write("lead.md", "#### 一\n正文")
    full.write("s.yaml", "styles:\n  runin: {size: 9.9pt, face: 楷}\n")
    block = "{story: lead.md, at: {cols: 1-2, lines: 10-20}, body: brief}"
    full.write("T1.yaml", f"page: T1\nstyles: s.yaml\nblocks:\n  - {block}\n")
    (lead,) = resolved(full).blocks
    assert isinstance(lead.content, RStory)
    assert lead.content.body.size == 12.0
    assert (lead.content.runin.face, lead.content.runin.size) == ("楷", near(13.2))


@pytest.mark.parametrize(
    ("fill", "color"),
    [("", Color(m=100.0, y=100.0)), (", fill: C100", Color(c=100.0)), (", fill: paper", Color())],
)
def test_a_header_is_filled_with_the_accent_unless_it_says_otherwise(
    full: Project, fill: str, color: Color
) -> None:
    full.write("T1.yaml", f"page: T1\nformat: tabloid\nheader: {{style: panel{fill}}}\n")
    header = resolved(full).header
    assert header is not None
    assert header.fill == color


def test_a_page_in_points(full: Project) -> None:
    page = resolved(full)
    assert (page.name, page.title, page.date) == ("T1", "副刊 T1", "2024-05-06")
    assert page.header is not None
    assert [t.text for t in page.header.left] == ["2024年5月6日 星期一"]
    assert page.header.right[0].text == "编辑：木子 十月"
    assert page.header.folio.text == "T1"
    lead, side, names, credit, _, index, picture = page.blocks
    assert lead.fill == Color(c=20)
    assert lead.rules == ("thin", "none", "none", "dotted")
    assert lead.inner.x == pytest.approx(lead.rect.x + 9.0)
    assert lead.inner.y == pytest.approx(lead.rect.y + page.grid.pitch)
    assert names.nudge == pytest.approx(page.grid.pitch)
    assert lead.rect.height == pytest.approx(36 * page.grid.pitch)
    assert isinstance(lead.content, RStory)
    assert lead.content.body.name == "news"
    assert lead.content.headline is not None
    assert [t.text for t in lead.content.headline.title] == ["老厂房里", "长出新园区"]
    assert lead.content.foot is not None
    assert isinstance(side.content, RStory)
    assert side.content.headline is not None
    assert side.content.headline.title[0].style.size == 22.0
    assert isinstance(names.content, RText)
    assert names.content.lines[0].text == "甲　乙"
    assert isinstance(credit.content, RCredits)
    assert [n.text for _, n in credit.content.groups] == ["三　石", "木　子"]
    assert isinstance(index.content, RIndex)
    assert [len(t) for _, t in index.content.items] == [2, 1]
    assert isinstance(picture.content, RPicture)
    assert picture.content.source == "assets/park.jpg"


def test_the_page_may_have_a_date_of_its_own(full: Project) -> None:
    page = resolved(full, "date=2024-05-07")
    assert page.header is not None
    assert page.header.left[0].text == "2024年5月7日 星期二"  # the edition's weekday is its own


@pytest.mark.parametrize("given", ["星期一", "周一", "礼拜一"])
def test_the_weekday_may_be_written_as_it_is_printed(full: Project, given: str) -> None:
    full.change("edition.yaml", "星期一", given)
    assert resolved(full).date == "2024-05-06"


@pytest.mark.parametrize("day", [f"星期{d}" for d in WEEK if d != "一"] + ["Monday", "周天"])
def test_a_wrong_weekday_is_told(full: Project, day: str) -> None:
    full.change("edition.yaml", "星期一", day)
    (found,) = faults_of(resolved, full)
    assert (found.code, str(found.where)) == ("WEEKDAY", "edition.yaml:4:10")
    assert_told(found, "WEEKDAY.other", {"date": "2024-05-06", "weekday": "星期一"})


def test_a_weekday_without_a_date_is_no_check_passed(full: Project) -> None:
    full.change("edition.yaml", "date: 2024-05-06\n", "")
    assert "WEEKDAY" in codes(faults_of(resolved, full))
    assert resolved(full, "date=2024-05-06").date == "2024-05-06"


def test_a_function_that_stands_twice_loses_no_name(full: Project) -> None:
    full.change("edition.yaml", "{role: 执行, names: [木子]}", "{role: 策划, names: [木子]}")
    content = resolved(full).blocks[3].content
    assert isinstance(content, RCredits)
    assert [(r.text, n.text) for r, n in content.groups] == [("策划：", "三　石　　木　子")]


CHANGES = [
    # what is changed on the page, the fault, a text on its line, its column, words of the message
    (
        "width",
        "format.width=10mm",
        "FORMAT.extent",
        {"extent_mm": 10.0, "least_mm": 20.0, "most_mm": 2000.0, "path": "format.width"},
    ),
    (
        "width",
        "format.height=2100mm",
        "FORMAT.extent",
        {"extent_mm": 2100.0, "least_mm": 20.0, "most_mm": 2000.0, "path": "format.height"},
    ),
    (
        "area",
        "format.columns=24",
        "FORMAT.type-area",
        {
            "width_mm": near(911.225, abs=0.001),
            "height_mm": 350.0,
            "top_mm": 21.0,
            "page_width_mm": 275.0,
            "page_height_mm": 390.0,
            "path": "format",
        },
    ),
    (
        "area",
        "format.lines=400",
        "FORMAT.type-area",
        {
            "width_mm": near(225.425, abs=0.001),
            "height_mm": near(1627.907, abs=0.001),
            "top_mm": 21.0,
            "page_width_mm": 275.0,
            "page_height_mm": 390.0,
            "path": "format",
        },
    ),
    (
        "area",
        "format.top=300mm",
        "FORMAT.type-area",
        {
            "width_mm": near(225.425, abs=0.001),
            "height_mm": 350.0,
            "top_mm": 300.0,
            "page_width_mm": 275.0,
            "page_height_mm": 390.0,
            "path": "format",
        },
    ),
    (
        "column",
        "format.column=3pt",
        "FORMAT.narrow-column",
        {"width_pt": 3.0, "size_pt": 9.0, "path": "format.column"},
    ),
    (
        "pitch",
        "format.pitch=8pt",
        "FORMAT.close-lines",
        {"pitch_pt": 8.0, "size_pt": 9.0, "path": "format.pitch"},
    ),
    (
        "body",
        "format.body=20pt",
        "FORMAT.close-lines",
        {"pitch_pt": near(11.536, abs=0.001), "size_pt": 20.0, "path": "format.body"},
    ),
    (
        "grid",
        "blocks.lead.at.cols=5-7",
        "OFF-GRID.columns",
        {"path": "blocks.1.at.cols", "span": "5-7", "most": 6},
    ),
    (
        "grid",
        "blocks.lead.at.lines=87",
        "OFF-GRID.lines",
        {"path": "blocks.1.at.lines", "span": "87", "most": 86},
    ),
    (
        "grid",
        "header.lines=20",
        "OVERLAP.header",
        {"block": "lead", "span": "5-40", "header_lines": 20, "first": 21},
    ),
    (
        "over",
        "blocks.side.at.cols=4-6",
        "OVERLAP.blocks",
        {"block": "side", "other": "lead", "cols": "4", "lines": "5-20"},
    ),
    (
        "over",
        "blocks.picture.at.lines=40-72",
        "OVERLAP.blocks",
        {
            "block": "picture",
            "other": "lead",
            "cols": "1-4",
            "lines": "40",
            "hint": said("part.wrap-box"),
        },
    ),
    (
        "columns",
        "blocks.lead.columns.count=20",
        "COLUMNS.no-room",
        {"columns": 20, "needed_pt": 3771.0, "room_pt": 405.0},
    ),
    (
        "columns",
        "blocks.lead.columns.measure=5pt",
        "COLUMNS.narrow",
        {"width_pt": 5.0, "size_pt": 9.0, "path": "columns.measure"},
    ),
    (
        "columns",
        "blocks.lead.columns.gutter=40zi",
        "COLUMNS.no-room",
        {"columns": 2, "needed_pt": 720.0, "room_pt": 405.0},
    ),
    (
        "inset",
        "blocks.lead.inset=60zi",
        "INSET.nothing-left",
        {
            "path": "inset",
            "left_pt": 540.0,
            "right_pt": 540.0,
            "top_pt": 0.0,
            "bottom_pt": 0.0,
            "width_pt": 423.0,
            "height_pt": near(415.309, abs=0.001),
        },
    ),
    (
        "inset",
        "blocks.lead.inset.2=18lines",
        "INSET.nothing-left",
        {
            "path": "inset",
            "left_pt": 9.0,
            "right_pt": 9.0,
            "top_pt": near(207.654, abs=0.001),
            "bottom_pt": near(207.654, abs=0.001),
            "width_pt": 423.0,
            "height_pt": near(415.309, abs=0.001),
        },
    ),
    ("nudge", "blocks.lead.nudge=-37lines", "NUDGE.out", {"path": "nudge", "length": "-37lines"}),
    ("nudge", "blocks.lead.nudge=1mm", "NUDGE.story", {"path": "nudge"}),
    ("nudge", "blocks.picture.nudge=1mm", "NUDGE.nothing", {"path": "nudge"}),
    (
        "lines",
        "blocks.lead.headline.lines=36",
        "HEADLINE.lines",
        {"path": "headline.lines", "lines": 36, "of": 36},
    ),
    ("lines", "blocks.picture.caption_lines=10", "PICTURE-ROOM.lines", {"lines": 10}),
    (
        "style",
        "blocks.lead.body=newss",
        "UNKNOWN-STYLE.name",
        {"name": "newss", "hint": said("part.did-you-mean", word="news")},
    ),
    (
        "style",
        "blocks.lead.label=qqq",
        "UNKNOWN-STYLE.name",
        {"name": "qqq", "hint": OfKey("part.known-styles")},
    ),
    (
        "style",
        "blocks.lead.headline.style=titel",
        "UNKNOWN-STYLE.name",
        {"name": "titel", "hint": said("part.did-you-mean", word="title")},
    ),
    (
        "style",
        "blocks.names.text.1.style=mian",
        "UNKNOWN-STYLE.name",
        {"name": "mian", "hint": said("part.did-you-mean", word="main")},
    ),
    (
        "style",
        "header.right.1.style=heder",
        "UNKNOWN-STYLE.name",
        {"name": "heder", "hint": said("part.did-you-mean", word="header")},
    ),
    (
        "color",
        "blocks.lead.fill=see2",
        "UNKNOWN-COLOR.name",
        {"name": "see2", "hint": said("part.did-you-mean", word="see")},
    ),
    (
        "field",
        'blocks.names.text.2="{wekday}"',
        "UNKNOWN-FIELD.name",
        {"field": "wekday", "hint": said("part.did-you-mean", word="weekday")},
    ),
    (
        "field",
        'header.folio="{paeg}"',
        "UNKNOWN-FIELD.name",
        {"field": "paeg", "hint": said("part.did-you-mean", word="page")},
    ),
    ("field", 'header.left=["{}"]', "UNKNOWN-FIELD.name", {"hint": OfKey("part.known-fields")}),
    (
        "credit",
        "blocks.4.credits=策刬",
        "UNKNOWN-CREDIT.name",
        {"name": "策刬", "hint": said("part.did-you-mean", word="策划")},
    ),
    (
        "credit",
        "blocks.4.credits=策划 摄影",
        "UNKNOWN-CREDIT.name",
        {"name": "摄影", "hint": said("part.known-credits", names=("策划", "执行"))},
    ),
    ("id", "blocks.side.id=lead", "DUPLICATE-ID.block", {"path": "id", "id": "lead", "line": 10}),
    (
        "picture",
        "blocks.picture.picture=assets/prak.jpg",
        "MISSING-FILE.named",
        {
            "path": "picture",
            "name": "assets/prak.jpg",
            "fault": said("part.path-missing"),
            "hint": said("part.did-you-mean", word="assets/park.jpg"),
        },
    ),
    (
        "picture",
        "blocks.picture.picture=/dev/zero",
        "BAD-PATH.named",
        {"path": "picture", "name": "/dev/zero", "fault": said("part.path-absolute")},
    ),
    (
        "picture",
        "blocks.picture.picture=assets",
        "BAD-PATH.named",
        {"path": "picture", "name": "assets", "fault": said("part.path-no-file")},
    ),
]


@pytest.mark.parametrize(("_what", "change", "key", "values"), CHANGES, ids=lambda v: str(v)[:40])
def test_what_cannot_be_is_told(
    full: Project, _what: str, change: str, key: str, values: dict[str, Any]
) -> None:
    if key == "PICTURE-ROOM.lines":
        full.change("T1.yaml", "lines: 42-70", "lines: 61-70")
    found = [d for d in faults_of(resolved, full, change) if d.said.key == key]
    assert found
    assert_told(found[0], key, values)
    assert all(d.where is not None for d in found)


def test_places_are_those_of_the_value(full: Project) -> None:
    full.change("T1.yaml", "columns: {count: 2,", "columns: {count: 20,")
    full.change("T1.yaml", "at: {cols: 5-6, lines: 5-20}", "at: {cols: 5-9, lines: 5-20}")
    full.change("T1.yaml", "at: {cols: 5-6, lines: 36-37}", "at: {cols: 5-6, lines: 35-38}")
    full.change("T1.yaml", "fill: sea", "fill: seaa")
    full.change("T1.yaml", "caption_lines: 2\n", "caption_lines: 9\n")
    full.change("T1.yaml", "lines: 42-70", "lines: 62-70")
    found = {d.code: where(d) for d in faults_of(resolved, full)}
    assert found == {
        "COLUMNS": (line_of(full, "count: 20"), 14),
        "OFF-GRID": (line_of(full, "5-9"), 16),
        "UNKNOWN-COLOR": (line_of(full, "seaa"), 11),
        "PICTURE-ROOM": (line_of(full, "lines: 9"), 20),
        "OVERLAP": (line_of(full, "rule: wenwu") + 1, 9),
    }


def test_a_block_in_a_wrong_place_is_still_looked_into(full: Project) -> None:
    found = faults_of(resolved, full, "blocks.lead.at.cols=9", "blocks.lead.body=nwes")
    assert codes(found) == ["OFF-GRID", "UNKNOWN-STYLE"]


def test_a_block_on_the_page_itself_has_a_place(full: Project) -> None:
    full.write(
        "T1.yaml", "page: T1\nblocks:\n- rule: thin\n- {rule: thin, at: {cols: 1, lines: 2}}\n"
    )
    (found,) = faults_of(resolved, full)
    assert (found.code, where(found)) == ("MISSING-KEY", (3, 3))


def test_a_hundred_blocks_on_one_spot_do_not_drown_a_person(full: Project) -> None:
    block = "- {rule: thin, at: {cols: 1, lines: 2}}\n"
    full.write("T1.yaml", "page: T1\nblocks:\n" + block * 100)
    assert len(faults_of(resolved, full)) == 100


def test_a_field_that_nothing_fills_is_warned_of_and_the_page_is_made(full: Project) -> None:
    full.change("edition.yaml", "date: 2024-05-06\nweekday: 星期一\n", "")
    page = resolved(full)
    assert {r.code for r in page.remarks} == {"EMPTY-FIELD"}
    assert all(r.severity == "warning" for r in page.remarks)
    assert "year" in [r.said["field"] for r in page.remarks]


def test_only_what_a_change_reaches_is_resolved_again(full: Project) -> None:
    env, memo = Files(full.root), dict[Any, Any]()
    last = LastMade()

    def again() -> RPage:
        sources = load_page(env, full.spec, memo)
        page = resolve(env, sources, last)
        assert page == resolve(env, sources)
        return page

    before = {block.id: block for block in again().blocks}
    one = full.path("stories/one.md").read_text(encoding="utf-8")
    changes = [
        ("stories/one.md", one + "\n\n又一段。", {"lead"}),
        ("stories/one.md", one.replace("---\n", "---\n# 题\n", 1), {"lead"}),
        ("stories/one.md", one + "\n\n**没有收尾。", {"lead"}),
        ("stories/one.md", one + "\n\n十月一日（星期八）和2024年5月6日（星期二）", {"lead"}),
        ("stories/one.md", one, {"lead"}),
    ]
    for file, text, changed in changes:
        full.write(file, text)
        now = {block.id: block for block in again().blocks}
        same = {block.id for block in now.values() if block is before[block.id]}
        assert same == now.keys() - changed - {"picture"}  # whether it is there is always asked
        before = now
    for file in ("T1.yaml", "own.yaml", "edition.yaml"):
        full.change(file, ": ", ":  ")
        same_blocks = [block for block in again().blocks if block is before[block.id]]
        assert not same_blocks
        before = {block.id: block for block in again().blocks}


def test_what_is_told_of_a_page_is_told_again_while_it_is_so(full: Project) -> None:
    env, memo = Files(full.root), dict[Any, Any]()
    last = LastMade()
    full.change("T1.yaml", "fill: sea", "fill: C90 M90 Y80")
    full.change("T1.yaml", "body: news", "body: none-such")

    def told() -> tuple[Diagnostic, ...]:
        sources = load_page(env, full.spec, memo)
        found = faults_of(resolve, env, sources, last)
        assert found == faults_of(resolve, env, sources)
        return found

    assert told() == told()
    full.change("T1.yaml", "body: none-such", "body: news")
    full.path("assets/park.jpg").rename(full.root / "park.jpg")
    assert "MISSING-FILE" in codes(told())
    assert told() == told()
    (full.root / "park.jpg").rename(full.path("assets/park.jpg"))
    sources = load_page(env, full.spec, memo)
    page = resolve(env, sources, last)
    assert page == resolve(env, sources)
    assert "INK" in codes(page.remarks)
    assert resolve(env, sources, last).remarks == page.remarks
