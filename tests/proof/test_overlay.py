"""Proof overlays as display items, and `banxin proof` as its user meets it."""

import json
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from layout.api import ComposedPage, Session
from layout.cli import main
from layout.display.items import BlockPlace, Box, Frame, GlyphRun, LineFacts, Page
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.proof import marks
from layout.proof.layers import grid as gridlayer
from layout.proof.layers.blocks import grid_place
from layout.proof.layers.loose import line_colour
from layout.proof.legend import summary
from layout.proof.marks import GUTTER, NODE, Letters
from layout.proof.overlay import OVERLAYS, overlay
from layout.proof.report import oversets, report
from layout.proof.setlines import page_lines, tag_of, told
from layout.record import replace
from tests import toypage
from tests.conftest import Project
from tests.typed import near

MORE = "full,plates,preflight,html,pdf"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def page(project: Project) -> ComposedPage:
    return Session().page(project.spec)


def added(page: Page, marked: Page) -> list[object]:
    own = {id(item) for item in page.items}
    return [item for item in marked.items if id(item) not in own]


def test_the_page_itself_is_all_there_in_its_order(page: ComposedPage) -> None:
    marked = overlay(page.display, Letters(page.composed.catalog))
    own = [item for item in marked.items if getattr(item, "node", "") != NODE]
    assert own == list(page.display.items)
    assert replace(marked, items=page.display.items) == page.display


@pytest.mark.parametrize("name", OVERLAYS)
def test_each_overlay_adds_marks_of_its_own(page: ComposedPage, name: str) -> None:
    letters = Letters(page.composed.catalog)
    bare = overlay(page.display, letters, ())
    got = overlay(page.display, letters, (name,))
    count = len(added(page.display, got)) - len(added(page.display, bare))
    grid = page.display.grid
    least = {
        "grid": 2 * len(grid.columns),
        "lines": grid.lines // 5 - 1,
        "baselines": grid.lines,
        "numbers": 2 * (grid.lines // 5),
        "frames": 4 * len(page.display.frames),
        "blocks": 4 * len(page.display.blocks),
        "loose": 1,
    }
    assert count >= least[name]


def test_marks_stay_on_the_sheet(page: ComposedPage) -> None:
    marked = overlay(page.display, Letters(page.composed.catalog))
    for item in added(page.display, marked):
        if isinstance(item, Box):
            assert item.rect.x >= 0
            assert item.rect.right <= marked.width
            assert item.rect.y >= 0
            assert item.rect.bottom <= marked.height
        elif isinstance(item, GlyphRun):
            assert item.x >= 0
            assert item.x + item.width <= marked.width
            assert 0 <= item.y <= marked.height


def test_faint_marks_lie_under_the_text(page: ComposedPage) -> None:
    marked = overlay(page.display, Letters(page.composed.catalog))
    first = next(
        i for i, item in enumerate(marked.items) if isinstance(item, GlyphRun) and item.line
    )
    for item in marked.items[first:]:
        if isinstance(item, Box) and item.node == NODE:
            faint = item.fill.total < 25
            assert not faint or min(item.rect.width, item.rect.height) < 10, item


def body(text: str, y: float, **facts: object) -> GlyphRun:
    face = Catalog().face("报宋")
    known = LineFacts(
        measure=117, natural=117, set=117, tier="", gap_em=0.0, last=False, block="s", column=1
    )
    line = replace(known, **facts)
    return toypage.run(face, text, 50, y, line=line, node="s.md#p1")


def frame(lines: int, room: int) -> Frame:
    return Frame(
        node="s.md", rect=Rect(50, 90, 117, 200), order=1, lines=lines, room=room, block="s"
    )


def test_lines_are_put_together_again() -> None:
    facts = LineFacts(
        measure=117, natural=110, set=117, tier="stretch:3", gap_em=0.06, last=False,
        block="s", column=1,
    )  # fmt: skip
    serif, sans = Catalog().face("报宋"), Catalog().face("黑")
    one = toypage.run(serif, "一二", 50, 100, line=facts, node="s.md#p1")
    two = toypage.run(sans, "三", 68, 100, line=facts, node="s.md#p1")
    below = body("四", 112, last=True)
    page = replace(toypage.page(one, two, below), frames=(frame(2, 3),))
    first, second = page_lines(page)
    assert (first.text, first.right, first.number, first.frame) == ("一二三", 77, 1, 0)
    assert first.rect == Rect(50, pytest.approx(91.9), 27, pytest.approx(9.54))  # type: ignore[arg-type]
    assert (second.text, second.number, second.loose) == ("四", 2, False)
    assert first.loose


@pytest.mark.parametrize(
    ("facts", "colour"),
    [
        ({}, None),
        ({"gap_em": 0.05, "tier": "stretch:3"}, None),
        ({"gap_em": 0.051, "tier": "stretch:3"}, marks.LOOSE[2][1]),
        ({"gap_em": 0.09, "tier": "stretch:3"}, marks.LOOSE[1][1]),
        ({"gap_em": 0.3, "tier": "stretch:3"}, marks.LOOSE[0][1]),
        ({"gap_em": 0.3, "tier": "stretch:3", "last": True}, None),
        ({"tier": "shrink:6"}, None),
        ({"tier": "shrink:7"}, marks.TIGHT),
        ({"tier": "over"}, marks.OVER),
    ],
)
def test_a_line_has_the_colour_of_its_fault(facts: dict[str, object], colour: object) -> None:
    page = replace(toypage.page(body("一二三", 100, **facts)), frames=(frame(1, 3),))
    (line,) = page_lines(page)
    assert line_colour(line) == colour
    marked = overlay(page, Letters(Catalog()), ("loose",))
    under = marked.items.index(page.items[0])
    boxes = [i for i in marked.items[:under] if isinstance(i, Box)]
    assert [b.fill for b in boxes] == ([colour] if colour else [])
    figures = [
        i.text for i in marked.items if isinstance(i, GlyphRun) and i.x > line.right and i.y < 110
    ]
    assert bool(figures) is bool(colour)
    if facts.get("gap_em") == 0.09:
        assert "".join(figures) == "+9%"


def test_overset_is_marked_at_the_foot_of_the_last_frame(project: Project) -> None:
    project.change("T1.yaml", "cols: 1-4, lines: 5-40", "cols: 1-4, lines: 5-13")
    page = Session().page(project.spec)
    over = oversets(page)
    assert list(over) == ["stories/one.md"]
    assert "over (溢文)" in over["stories/one.md"]
    marked = overlay(page.display, Letters(page.composed.catalog), ("frames",), over)
    bars = [i for i in marked.items if isinstance(i, Box) and i.fill == marks.OVER]
    last = [f for f in page.display.frames if f.node == "stories/one.md"][-1]
    assert bars[0].rect.width == last.rect.width
    assert bars[0].rect.y < last.rect.bottom < bars[0].rect.bottom


def test_grid_places_are_said_as_at_the_desk(page: ComposedPage) -> None:
    grid = page.display.grid
    places = {b.id: grid_place(grid, b.rect) for b in page.display.blocks}
    assert places["lead"] == "cols 1–4, lines 5–40"
    assert places["picture"] == "cols 1–6, lines 42–70"
    assert grid_place(grid, Rect(1, 2, 3, 4)) == ""
    lead = next(b for b in page.display.blocks if b.id == "lead")
    assert grid_place(grid, lead.rect, "zh") == "第1–4栏 第5–40行"


def test_a_squeezed_line_is_marked_in_the_language_of_the_proof() -> None:
    assert [tag_of(tier, "en") for tier in ("shrink:7", "over")] == ["s7", "over"]
    assert [tag_of(tier, "zh") for tier in ("shrink:7", "over")] == ["挤7", "溢出"]
    assert told("", "zh") == ""


def test_the_report_lists_frames_and_lines(project: Project) -> None:
    project.change("T1.yaml", "columns: 2", "columns: 4")
    words = "这家公司名叫Acknowledgement，总部在Massachusetts州。" * 5
    project.write("stories/one.md", f"---\ntitle: 公司\n---\n\n{words}\n")
    page = Session().page(project.spec)
    text = report(page)
    assert "T1 大样" in text
    assert "UNDERSET" in text
    frames = text.partition("Frames, in reading order")[2].partition("Loose")[0]
    assert frames.count("stories/one.md") == 4
    assert frames.count("stories/two.md") == 1
    loose = [line for line in page_lines(page.display) if line.loose]
    assert loose, "the test page has a loose line"
    assert all(line.text in text for line in loose)


def test_same_page_same_proof(project: Project) -> None:
    pages = [Session().page(project.spec) for _ in range(2)]
    one, two = (overlay(p.display, Letters(p.composed.catalog)) for p in pages)
    assert one == two


def test_a_page_without_room_or_grid_is_proofed() -> None:
    bare = toypage.page(body("一", 100), width=120.0, height=80.0)
    empty = replace(bare.grid, columns=(), lines=0, type_area=Rect(0, 0, 120, 80))
    marked = overlay(replace(bare, grid=empty), Letters(Catalog()))
    assert bare.items[0] in marked.items


def test_proof_writes_three_files(project: Project, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "proof"
    words = ["proof", str(project.spec), "-o", str(out), "--dpi", "40", "--without", MORE]
    assert main(words) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [str(out / n) for n in ("T1.png", "T1-proof.png", "T1-proof.txt")]
    from PIL import Image

    with Image.open(out / "T1.png") as plain, Image.open(out / "T1-proof.png") as marked:
        assert plain.size == marked.size
        assert plain.tobytes() != marked.tobytes()
        # A corner of the first column: paper on the page, tinted on the proof.
        x, y = (round(v * 40 / 72) for v in (_area(project).x + 30, _area(project).bottom - 30))
        assert plain.getpixel((x, y)) == (255, 255, 255)
        assert marked.getpixel((x, y)) != (255, 255, 255)


def _area(project: Project) -> Rect:
    return Session().page(project.spec).display.grid.type_area


def test_the_marked_page_is_text_that_can_be_read(page: ComposedPage) -> None:
    marked = page.with_display(overlay(page.display, Letters(page.composed.catalog)))
    document = pdfium.PdfDocument(marked.pdf())
    text = document[0].get_textpage().get_text_bounded()
    assert "every fifth line" in text
    assert "cols 1–4, lines 5–40" in text


def test_proof_as_json(project: Project, tmp_path: Path, capsys: Capture) -> None:
    words = ["proof", str(project.spec), "-o", str(tmp_path), "--dpi", "20", "--json", "-q"]
    assert main([*words, "--without", MORE]) == 0
    (found,) = json.loads(capsys.readouterr().out)["pages"]
    assert found["page"] == "T1"
    assert set(found["written"]) == {"page", "proof", "report"}
    assert [f["order"] for f in found["frames"]] == [1, 2, 3]
    assert all(line["gap_em"] > 0.05 or line["tier"] for line in found["lines"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--show", "gird"], 'did you mean "grid"?'),
        (["--show", ","], "--show takes"),
        (["--dpi", "5"], "--dpi"),
        (["--dpi", "nan"], "--dpi"),
        (["--dpi", "x"], "--dpi"),
    ],
)
def test_bad_use_is_2(project: Project, capsys: Capture, words: list[str], said: str) -> None:
    assert main(["proof", str(project.spec), *words]) == 2
    assert said in capsys.readouterr().err


def test_a_bad_page_writes_nothing(project: Project, tmp_path: Path, capsys: Capture) -> None:
    project.change("T1.yaml", "stories/one.md", "stories/on.md")
    out = tmp_path / "proof"
    assert main(["proof", str(project.spec), "-o", str(out)]) == 1
    assert "MISSING-FILE" in capsys.readouterr().err
    assert not out.exists()


def test_an_overset_page_is_proofed_and_1(
    project: Project, tmp_path: Path, capsys: Capture
) -> None:
    project.change("T1.yaml", "cols: 1-4, lines: 5-40", "cols: 1-4, lines: 5-13")
    words = ["proof", str(project.spec), "-o", str(tmp_path), "--dpi", "20", "--without", MORE]
    assert main(words) == 1
    assert "OVERSET" in capsys.readouterr().err
    assert "溢文" in (tmp_path / "T1-proof.txt").read_text(encoding="utf-8")


def test_an_out_that_cannot_be_written_is_1(
    project: Project, tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    words = ["proof", str(project.spec), "-o", str(tmp_path / "file/in"), "--dpi", "20"]
    assert main([*words, "--without", MORE]) == 1
    assert "cannot be written" in capsys.readouterr().err


def figures(page: ComposedPage, *, foot_pt: float) -> tuple[list[GlyphRun], list[Rect]]:
    """The numbers of the columns under a page whose foot margin is so broad, and the legend."""
    low = page.display.grid.type_area.bottom
    sheet = replace(page.display, height=low + foot_pt)
    marked = overlay(sheet, Letters(page.composed.catalog), faces=["报宋：Noto Serif SC"] * 12)
    runs = [i for i in marked.items if isinstance(i, GlyphRun) and i.node == NODE and i.y > low]
    middles = [(a + b) / 2 for a, b in page.display.grid.columns]
    numbers = [
        r for r in runs
        if r.text.isdigit() and any(abs(r.x + r.width / 2 - m) < 0.1 for m in middles)
    ]  # fmt: skip
    return numbers, marks.inked(r for r in runs if r not in numbers and "/" not in r.text)


@pytest.mark.parametrize("foot_pt", [120, 80, 60, 52, 40, 30])
def test_the_numbers_of_the_columns_do_not_lie_on_the_legend(
    page: ComposedPage, foot_pt: float
) -> None:
    numbers, legend = figures(page, foot_pt=foot_pt)
    columns = len(page.display.grid.columns)
    assert len(numbers) == (columns if foot_pt >= 60 else len(numbers))
    assert len(numbers) in (0, columns)
    assert legend
    assert not [n for n in marks.inked(numbers) for r in legend if n.meets(r)]


def test_the_tag_of_a_header_leaves_the_folio_and_the_numbers_free(page: ComposedPage) -> None:
    letters = Letters(page.composed.catalog)
    grid = page.display.grid
    head = Rect(grid.type_area.x, grid.type_area.y, grid.type_area.width, 3 * grid.pitch)
    folio = toypage.run(Catalog().face("黑"), "B1", head.right - 40, head.y + 27, size=36.0)
    bare = replace(
        page.display, items=(folio,), blocks=(BlockPlace(id="header", kind="header", rect=head),)
    )
    marked = overlay(bare, letters, ("blocks", "numbers"))
    (tag,) = [
        i.rect for i in marked.items
        if isinstance(i, Box) and i.fill == marks.BLOCK and i.rect.height > 7
    ]  # fmt: skip
    texts = [i for i in marked.items if isinstance(i, GlyphRun) and i.text in ("B1", "1", "6", "8")]
    assert len(texts) > 2
    assert not [r for r in marks.inked(texts) if r.meets(tag)]


def test_a_block_of_its_own_width_is_tagged_in_em_and_its_own_columns_are_drawn(
    project: Project,
) -> None:
    text = "\n\n".join(["一段正文，排在自己的栏里。" * 9] * 9)
    columns = "{count: 2, policy: equal, gutter: 2zi}"
    made = project.composed(
        "page: G1\nformat: {columns: [65zi], pitch: 11.7pt}\nblocks:\n"
        f"- {{id: own, story: stories/s.md, columns: {columns}, "
        "at: {from: 16.5zi, width: 34zi, lines: 5-30}}\n",
        {"s": f"---\ntitle: 题\n---\n\n{text}\n"},
    )
    display = made.display
    own = next(b for b in display.blocks if b.id == "own")
    assert grid_place(display.grid, own.rect) == "from 16.5 em, 34 em wide, lines 5–30"
    assert grid_place(display.grid, own.rect, "zh") == "从16.5字起 宽34字 第5–30行"
    tinted = [i.rect for i in gridlayer.columns(display) if isinstance(i, Box)]
    frames = [f.rect for f in display.frames]
    assert len(frames) == 2
    assert [r for r in tinted if r in frames] == frames
    (gutter,) = [
        i.rect for i in gridlayer.columns(display) if isinstance(i, Box) and i.fill == GUTTER
    ]
    assert (gutter.x, gutter.width) == (near(frames[0].right), near(18.0))
    assert "65 em × 120 lines" in summary(display, ())
