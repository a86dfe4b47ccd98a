"""Display type of one block over that of another: each pair too near, and its mended twin."""

import pytest
from PIL import Image

from layout.api import Session
from layout.check.building import told_on_building
from layout.check.makeup.checks import tight
from layout.color import BLACK
from layout.display.items import BlockPlace, Box, GlyphRun
from layout.geometry import Rect
from layout.record import replace
from tests.check.pages import Square, block, found, rect, run, story_block, subject, title, told_by
from tests.conftest import Project
from tests.told import Told
from tests.told import told as key_and_values
from tests.typed import near

HEAD = title("下一篇的题", 50, 10, "s.md")
"""24 pt; its em box, which its ink fills, begins at the top of line 10: 168 pt."""
BLOCKS = [block("p", "picture", rect(50, 1, 190, 9)), story_block("s.md", rect(50, 10, 190, 20))]


def caption(white: float, node: str = "p#caption", *, size: float = 9.0) -> GlyphRun:
    """A line of which the ink ends so far above the headline's: both fill their ems from the
    baseline up."""
    return run("图说一行", 50, 168 - white, node, size=size)


def told(*items: GlyphRun | Box, blocks: list[BlockPlace] = BLOCKS, **more: object) -> list[Told]:
    page = subject(items, blocks=blocks, face=lambda _: Square(), **more)  # type: ignore[arg-type]
    return told_by(tight.CHECK, page)


@pytest.mark.parametrize(("white", "count"), [(0.0, 1), (0.4, 1), (4.4, 1), (4.5, 0), (12.0, 0)])
def test_a_caption_keeps_half_its_em_from_the_next_headline(white: float, count: int) -> None:
    assert len(told(caption(white), HEAD)) == count


def test_it_is_told_once_with_both_blocks() -> None:
    page = subject([caption(0.9), HEAD], blocks=BLOCKS, face=lambda _: Square())
    (one,) = found(tight.CHECK, page)
    assert key_and_values(one) == (
        "TIGHT.stacked",
        {
            "text": "图说一行", "block": "p", "other": "下一篇的题", "other_block": "s.md",
            "white_pt": "0.9", "white_lines": near(0.9 / 12), "least_pt": "4.5",
        },
    )  # fmt: skip
    assert set(one.about) == {"p", "s.md"}
    assert one.spot is not None
    assert one.spot.rect.height == pytest.approx(0.9)


def test_a_small_line_hangs_on_no_large_one() -> None:
    blocks = [block("a", "text", rect(50, 1, 190, 9)), block("b", "text", rect(50, 10, 190, 12))]
    large = replace(caption(2.0, "a#1", size=30.0))
    small = title("小字挨着", 50, 10, "b", size=11.0)
    (one,) = told(large, small, blocks=blocks)
    assert one[1]["least_pt"] == "5.5"
    assert not told(caption(5.5, "a#1", size=30.0), small, blocks=blocks)


def test_small_notes_of_two_blocks_stand_as_text_does() -> None:
    blocks = [block("a", "credits", rect(50, 1, 190, 9)), block("b", "text", rect(50, 10, 190, 12))]
    small = replace(title("小字", 50, 10, "b", size=9.0), node="b#1")
    assert not told(caption(2.0, "a#1"), small, blocks=blocks)


def test_lines_of_one_block_are_its_own() -> None:
    one = [block("a", "text", rect(50, 1, 190, 20))]
    assert not told(caption(1.0, "a#1", size=30.0), title("第二行", 50, 10, "a#2"), blocks=one)


def test_beside_one_another_is_not_over() -> None:
    assert not told(replace(caption(0.4), x=300.0), HEAD)


def test_a_rule_or_a_ground_keeps_two_apart() -> None:
    rule = Box(rect=Rect(50, 166, 190, 0.3), fill=BLACK, node="r", role="rule")
    assert not told(caption(3.0), HEAD, rule)
    assert told(caption(3.0), HEAD, replace(rule, rect=Rect(50, 166, 15, 0.3)))
    panel = Box(rect=Rect(40, 150, 200, 17), fill=BLACK, node="p#caption", role="panel")
    assert not told(panel, caption(3.0), HEAD)
    boxed = [replace(BLOCKS[0], boxed=True), BLOCKS[1]]
    assert not told(caption(3.0), HEAD, blocks=boxed)


@pytest.mark.parametrize("lines", [(20, 21), (20, 22)])
def test_a_page_as_its_editor_writes_it(project: Project, lines: tuple[int, int]) -> None:
    end, begin = lines
    Image.new("RGB", (600, 300), (30, 60, 110)).save(project.path("assets/deep.png"))
    project.write("stories/three.md", "---\ntitle: 下一篇题目\n---\n\n一句话。\n")
    project.write(
        "T1.yaml",
        f"""\
page: T1
format: tabloid
date: 2024-05-06
blocks:
  - id: d
    picture: assets/deep.png
    caption: 图一
    at: {{cols: 1-2, lines: 5-{end}}}
  - id: e
    story: stories/three.md
    headline: {{lines: 3, size: 30pt}}
    at: {{cols: 1-2, lines: {begin}-36}}
""",
    )
    found = [d for d in told_on_building(Session().page(project.spec)) if d.code == "TIGHT"]
    assert len(found) == (1 if begin == end + 1 else 0), found
