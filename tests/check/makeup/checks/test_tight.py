"""White round headlines: each page that is too tight, and its mended twin."""

import json
from typing import Any

import pytest

from layout.api import Session
from layout.check.makeup.checks import tight
from layout.check.makeup.gather import gather
from layout.display.items import BlockPlace, Box, GlyphRun
from layout.geometry import Rect
from layout.record import replace
from tests.check.pages import (
    GRID,
    Square,
    block,
    column,
    filler,
    found,
    rect,
    run,
    story,
    story_block,
    subject,
    title,
    told_by,
)
from tests.conftest import Project
from tests.told import Told
from tests.told import told as key_and_values
from tests.typed import near

HEAD = title("标题两行", 50, 1, "s.md")
"""24 pt from the top of line 1, 60 pt: its em box ends at 84, the end of line 2."""
WHERE = [story_block("s.md", rect(50, 1, 190, 20))]


def text(first: int, *, down: float = 0.0, x: float = 50.0, node: str = "s.md") -> list[GlyphRun]:
    """Em boxes begin 1 pt below the top of a line."""
    return column(filler(3), x, first, node, down=down)


def told(*items: GlyphRun | Box, blocks: list[BlockPlace] = WHERE, **more: Any) -> list[Told]:
    return told_by(tight.CHECK, subject(items, blocks=blocks, **more))


@pytest.mark.parametrize(("down", "count"), [(-1.0, 1), (0.0, 1), (4.9, 1), (5.0, 0), (12.0, 0)])
def test_half_a_line_is_the_least_under_a_headline(down: float, count: int) -> None:
    assert len(told(HEAD, *text(3, down=down))) == count


def test_the_white_is_told_with_its_least() -> None:
    (one,) = found(tight.CHECK, subject([HEAD, *text(3, down=1.0)], blocks=WHERE))
    assert key_and_values(one) == (
        "TIGHT.over",
        {
            "text": "标题两行", "other": "第001行的文字都在这里", "white_pt": "2.0",
            "white_lines": near(2 / 12), "least_pt": "6.0",
        },
    )  # fmt: skip
    assert one.spot is not None
    assert one.spot.rect == Rect(50, near(84), 96, near(2))


def test_a_small_heading_may_stand_closer() -> None:
    small = run("小题", 50, GRID.baseline_of(2), "s.md#title", size=9.0)
    assert not told(small, *text(3, down=2.5))  # 4.6 pt, more than half of 9
    assert told(small, *text(3, down=1.0))


def gist(foot: float) -> GlyphRun:
    return run("提要一行", 50, foot - 0.12 * 12, "s.md#summary", size=12.0)


@pytest.mark.parametrize(("down", "count"), [(5.0, 1), (10.9, 1), (11.0, 0)])
def test_a_line_is_the_least_under_a_summary(down: float, count: int) -> None:
    assert len(told(HEAD, gist(GRID.top_of(5)), *text(5, down=down))) == count


def test_a_panel_or_a_rule_of_a_summary_is_part_of_it() -> None:
    foot = GRID.top_of(5)
    panel = Box(rect=Rect(50, foot - 14, 150, 20), fill=HEAD.color, node="s.md#summary",
                role="panel")  # fmt: skip
    rule = replace(panel, rect=Rect(50, foot + 6, 150, 0.3), role="rule")
    for under in (panel, rule):
        assert told(HEAD, gist(foot), under, *text(5, down=13.0))
        assert not told(HEAD, gist(foot), under, *text(5, down=18.0))


def test_what_a_headline_states_is_its_least() -> None:
    facts = story("---\ntitle: 标题\n---\n\n文。\n", "s.md")
    for white, count in ((0.5, 0), (1.0, 0), (1.1, 1), (20.0, 1)):
        stated = replace(facts, white=white)
        assert len(told(HEAD, *text(3), stories=(stated,))) == count


def test_text_over_a_headline_comes_as_near() -> None:
    """A headline inside its text, or under that of another article."""
    low = title("标题两行", 50, 6, "s.md")
    assert told(*text(3), low)
    assert told(*text(3, node="t.md"), low)
    assert not told(*text(3, down=-6.0), low)


def test_only_what_stands_over_or_under_counts() -> None:
    assert not told(HEAD, *text(3, x=150.0))
    assert not told(HEAD, *text(1, x=150.0))


def test_ink_counts_where_it_is_farther_than_the_em_box() -> None:
    assert told(HEAD, *text(3), face=lambda key: Square())

    class Low(Square):
        def ink(self, gid: int) -> tuple[int, int, int, int]:
            return 0, 0, 1000, 300  # its upper half is blank

    assert not told(HEAD, *text(3), face=lambda key: Low())


def test_a_banner_wants_its_white_too() -> None:
    banner = run("大标题", 50, GRID.top_of(1) + 0.88 * 24, "main", size=24.0)
    blocks = [block("main", "text", rect(50, 1, 190, 2)), *WHERE]
    assert told(banner, *text(3), blocks=blocks)
    assert not told(banner, *text(3, down=6.0), blocks=blocks)
    assert not told(replace(banner, size=10.0), *text(3, down=2.0), blocks=blocks)
    boxed = [block("main", "text", rect(50, 1, 190, 2), boxed=True), *WHERE]
    assert not told(banner, *text(3), blocks=boxed)


def test_a_caption_wants_white_to_the_text_of_another_block() -> None:
    caption = run("图说一行", 50, GRID.baseline_of(2), "p#caption", size=9.0)
    blocks = [block("p", "picture", rect(50, 1, 190, 2)), *WHERE]
    assert told(caption, *text(3, down=1.0), blocks=blocks)
    assert not told(caption, *text(3, down=2.5), blocks=blocks)
    assert not told(caption, *text(3, x=250.0), blocks=blocks)


def test_thresholds() -> None:
    assert told(HEAD, *text(3, down=6.0), checks="{TIGHT: {white: 1lines}}")
    assert not told(HEAD, *text(3, down=2.0), checks="{TIGHT: {white: 3pt}}")


# Headlines whose lines are not stated are never tight


FORMS = {
    "title": {},
    "large": {"size": "41pt"},
    "two rows": {"title": "stack", "size": "22pt"},
    "balanced": {"title": "balance", "size": "33pt"},
    "fitted": {"size": "fit", "least": "14pt", "most": "37pt"},
    "over one column": {"span": 1, "size": "20pt"},
    "on a tint": {"fill": "tint"},
    "inside": {"stands": "inside", "cols": "1-2", "size": "20pt"},
    "stated": {"white": "2lines"},
}
PARTS = {
    "title": "title: 主题在此 | 又一句话\n",
    "kicker": "kicker: 引题在此\ntitle: 主题在此 | 又一句话\n",
    "subtitle": "title: 主题在此 | 又一句话\nsubtitle: 副题在此\n",
    "summary": "title: 主题在此 | 又一句话\nsummary: " + "提要说出要点排在题和文之间。" * 5 + "\n",
    "all": "label: 栏目\nkicker: 引题\ntitle: 主题 | 对句\nsubtitle: 副题\nsummary: "
    + "提要，" * 30 + "\n",
    "summary alone": "summary: " + "提要说出要点排在题和文之间。" * 5 + "\n",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_automatic_heights_give_the_least_white(project: Project, form: str) -> None:
    blocks = []
    for number, (name, head) in enumerate(PARTS.items()):
        project.write(f"stories/{number}.md", f"---\n{head}---\n\n" + "正文在这里。" * 60 + "\n")
        line = 5 + 27 * (number // 2)
        cols = "1-3" if number % 2 else "4-6"
        blocks.append({
            "id": name, "story": f"stories/{number}.md", "columns": {"count": 2},
            "headline": FORMS[form], "at": {"cols": cols, "lines": f"{line}-{line + 25}"},
        })  # fmt: skip
    page = {"page": "T1", "edition": "edition.yaml", "format": "tabloid", "blocks": blocks}
    spec = project.write("T1.yaml", json.dumps(page))
    facts = gather(Session().page(spec).composed)
    assert told_by(tight.CHECK, facts) == []
    assert len(facts.titles) == len(PARTS)


def test_lines_that_leave_too_little_are_told(project: Project) -> None:
    tight_one = "    headline: {lines: 3, size: 32pt}\n"
    project.change("T1.yaml", "    headline: {lines: 6}\n", tight_one)
    project.change("stories/one.md", "kicker: 城市建设——\n", "")
    (one,) = found(tight.CHECK, gather(Session().page(project.spec).composed))
    assert one.about == ("lead", "stories/one.md")
    assert one.where is not None
    assert one.where.file.endswith("one.md")


@pytest.mark.parametrize(("y", "count"), [(92.0, 1), (93.9, 1), (94.5, 0)])
def test_letters_over_a_line_come_nearer_than_the_line(y: float, count: int) -> None:
    """The text stands clear of the headline; the em box of the letters over it begins 4.4 pt above
    their baseline."""
    letters = run("yin", 60, y, "s.md#ruby1", size=5.0)
    assert len(told(HEAD, *text(3, down=12.0))) == 0
    assert len(told(HEAD, letters, *text(3, down=12.0))) == count


@pytest.mark.parametrize(
    ("ruling", "first", "count"),
    [("none", 14, 1), ("none", 15, 0), ("three", 14, 0), ("{like: none, bottom: thin}", 14, 0)],
)
def test_a_table_without_rules_keeps_off_the_text_under_it(
    project: Project, ruling: str, first: int, count: int
) -> None:
    project.write("data.csv", "名,说\n甲,一\n乙,二\n丙,三\n")
    project.write("text.md", "字里行间，自有天地。" * 20 + "\n")
    page = (
        "page: G1\nformat: tabloid\nblocks:\n"
        f"  - {{id: t, table: data.csv, ruling: {ruling}, at: {{cols: 1-2, lines: 10-13}}}}\n"
        f"  - {{id: s, story: text.md, at: {{cols: 1-2, lines: {first}-30}}}}\n"
    )
    made = gather(Session().page(project.write("G1.yaml", page)).composed)
    assert [key for key, _ in told_by(tight.CHECK, made)] == ["TIGHT.over"] * count
