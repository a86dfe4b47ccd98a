"""Articles in columns on the grid: baselines, what does not fit, and lines that are not good."""

from itertools import pairwise

import pytest

from layout.color import Color
from layout.display.items import Box
from layout.flow.article.story import Around, make_story
from layout.flow.columns.slots import Obstacle
from layout.flow.placed import PlacedLine
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import RLabel
from layout.words.said import said
from tests.flow.conftest import (
    ASCENT,
    BODY,
    GRID,
    HERE,
    PITCH,
    block,
    changed,
    headline,
    story,
    words,
)
from tests.told import told
from tests.typed import near

RED = Color(m=100.0, y=100.0)


def made(setter, spec, **more):
    return unpacked(make_story(setter, block(spec, **more), spec, GRID, Around(accent=RED)))


def unpacked(made):
    return list(made.items), list(made.frames), list(made.diagnostics)


def body_lines(items):
    return [i for i in items if isinstance(i, PlacedLine) and i.body]


def on_grid(line):
    row = (line.baseline - GRID.baseline_of(1)) / PITCH
    return row == pytest.approx(round(row))


def test_lines_stand_on_the_baselines_of_the_grid(setter):
    items, (frame,), said = made(setter, story("中" * 35), first=3, last=6)
    lines = body_lines(items)
    assert [line.baseline for line in lines] == pytest.approx(
        [GRID.baseline_of(n) for n in (3, 4, 5, 6)]
    )
    assert {line.x for line in lines} == {20}
    assert (frame.lines, frame.room, frame.order) == (4, 4, 1)
    assert said == []


def test_text_begins_below_the_lines_of_the_headline(setter):
    spec = story("中" * 35, headline=headline("题", lines=4))
    items, _, _ = made(setter, spec, first=2, last=9)
    assert body_lines(items)[0].baseline == pytest.approx(GRID.baseline_of(6))


@pytest.mark.parametrize(("inset", "first"), [(0.0, 3), (1.0, 4), (PITCH, 4), (PITCH + 1, 5)])
def test_a_block_that_begins_between_two_lines_takes_the_next(setter, inset, first):
    spec = story("中" * 15)
    asked = block(spec, first=3, last=9)
    asked = changed(asked, areas=(asked.rect.inset(0, inset, 0, 0),))
    items, _, _ = unpacked(make_story(setter, asked, spec, GRID, Around(accent=RED)))
    assert body_lines(items)[0].baseline == pytest.approx(GRID.baseline_of(first))


def test_columns_are_filled_one_after_the_other_or_evenly(setter):
    text = "\n\n".join(["中文"] * 7)
    items, frames, _ = made(setter, story(text, columns=2), width=210, last=5)
    assert [line.x for line in body_lines(items)] == [20] * 5 + [130] * 2
    assert [(f.order, f.lines, f.room) for f in frames] == [(1, 5, 5), (2, 2, 5)]
    _, frames, _ = made(setter, story(text, columns=2, level=True), width=210, last=5)
    assert [f.lines for f in frames] == [4, 3]


def test_neighbouring_columns_share_their_baselines(setter):
    items, _, _ = made(setter, story("中" * 95, columns=3, level=True), width=320, last=9)
    lines = body_lines(items)
    assert all(map(on_grid, lines))
    assert len({line.x for line in lines}) == 3
    assert len({round(line.baseline, 6) for line in lines}) == 4


def test_overset_counts_characters_and_lines_exactly(setter):
    # 10 a line: 4 + 1 lines in a room of 3, so 中×4 and the five of the second paragraph are over.
    items, _, said = made(setter, story("中" * 34 + "\n\n文字，。字"), last=3)
    assert len(body_lines(items)) == 3
    (fault,) = said
    assert (fault.code, fault.severity, fault.where) == ("OVERSET", "error", HERE)
    counts = {"node": "one.md", "characters": 9, "lines": 2, "of": 5, "room": 3, "deeper": 2}
    assert told(fault) == ("OVERSET.story", counts)


def test_overset_in_columns_asks_for_as_many_lines_as_each_must_grow(setter):
    text = "\n\n".join(["中文"] * 11)
    _, _, (fault,) = made(setter, story(text, columns=2), width=210, last=4)
    assert told(fault, "characters", "lines", "deeper") == (
        "OVERSET.story", {"characters": 6, "lines": 3, "deeper": 2}
    )  # fmt: skip


def test_nothing_fits_a_block_with_no_line(setter):
    spec = story("中文", headline=headline("题", lines=3))
    items, _, said = made(setter, spec, last=3)
    assert body_lines(items) == []
    assert [told(d, "characters", "lines") for d in said] == [
        ("OVERSET.story", {"characters": 2, "lines": 1})
    ]


def test_underset_is_told_beyond_what_columns_cannot_share(setter):
    text = "\n\n".join(["中文"] * 8)
    _, _, said = made(setter, story(text, columns=2), width=210, last=5)
    assert said == []  # two lines empty in two columns
    _, _, (fault,) = made(setter, story(text, columns=2), width=210, last=6)
    assert fault.severity == "warning"
    assert told(fault, "lines", "columns") == ("UNDERSET.columns", {"lines": 4, "columns": 2})


def test_a_box_with_its_own_leading_is_off_the_grid(setter):
    brief = changed(BODY, size=12.0, leading=19.0)
    spec = story("中" * 20, body=brief, label=RLabel(lines=(words("导语", 13.0),)))
    items, _, _ = made(setter, spec, last=20)
    lines = body_lines(items)
    steps = {round(b.baseline - a.baseline, 6) for a, b in pairwise(lines)}
    assert steps == {19.0}
    panel = next(i for i in items if isinstance(i, Box) and i.role == "panel")
    assert panel.fill == RED
    top = panel.rect.bottom + 0.55 * 13
    assert lines[0].baseline == pytest.approx(top + ASCENT * 12)
    label = next(i for i in items if isinstance(i, PlacedLine) and i.node == "one.md#label")
    assert panel.rect.x < label.x < panel.rect.right


def test_a_byline_follows_the_text_ranged_right(setter):
    spec = story("中" * 15, byline=words("记者 某某", 10.0))
    items, _, said = made(setter, spec, last=10)
    byline = next(i for i in items if isinstance(i, PlacedLine) and i.node.endswith("#byline"))
    assert byline.baseline == pytest.approx(GRID.baseline_of(3))
    assert byline.x + byline.line.width / 100 == pytest.approx(120)
    assert "UNDERSET" in {d.code for d in said}
    _, _, said = made(setter, spec, last=2)
    assert [d.code for d in said] == ["OVERSET"]


def test_subheads_are_in_their_own_style(setter):
    bold = TextStyle(face="黑", size=10.0)
    items, _, _ = made(setter, story("### 小标题\n\n中文", subhead=bold))
    assert [line.style.face for line in body_lines(items)] == ["黑", "报宋"]
    assert [line.node for line in body_lines(items)] == ["one.md#p1", "one.md#p2"]


def test_a_heading_in_the_line_is_set_in_it(setter):
    bold = TextStyle(face="黑", size=10.0)
    spec = story("#### 小标题\n\n" + "中" * 10, body=changed(BODY, indent_em=2.0), runin=bold)
    items, _, _ = made(setter, spec)
    first, second = body_lines(items)
    assert (first.node, second.node) == ("one.md#p1", "one.md#p1")
    assert [t.text for t in first.items.tokens[:4]] == ["小", "标", "题", "中"]
    # Three characters behind the indent of two em, an em of space, four of the text.
    assert first.line.xs == (0, 1000, 2000, 4000, 5000, 6000, 7000)
    assert (first.line.last, first.line.indent) == (6, 2000)


def test_what_stands_after_a_forced_line_end_has_no_indent(setter):
    body = changed(BODY, indent_em=2.0, first_mark="full")
    items, _, _ = made(setter, story("“中文\\\n“字句\n\n中文", body=body))
    lines = body_lines(items)
    assert [(line.line.indent, line.line.is_last) for line in lines] == [
        (2500, True), (0, True), (2000, True)
    ]  # fmt: skip
    assert {line.style.name for line in lines} == {"body"}


def test_a_character_in_no_face_is_told_at_its_place_in_the_story(setter):
    _, _, said = made(setter, story("中文\n\n字句👍段"), last=2)
    (fault,) = said
    assert (fault.code, str(fault.where)) == ("NO-GLYPH", "one.md:3:3")


def said_of(setter, text, width=100.0):
    return [d for d in made(setter, story(text), width=width, last=30)[2] if d.code != "UNDERSET"]


def test_a_loose_line_is_told_with_its_text_and_place(setter):
    # 六 and the word of 5 em do not fit ten: six Han stand alone, 4 em over five gaps.
    (fault,) = said_of(setter, "一二三四五六abcd012345")
    assert (fault.severity, str(fault.where)) == ("warning", "one.md:1:1")
    why = said("part.why-word", piece="abcd012345", width=5.0)
    assert told(fault, "percent", "text", "why") == (
        "LOOSE.gaps", {"percent": 80.0, "text": "一二三四五六", "why": why}
    )  # fmt: skip


def test_a_line_of_one_cluster_cannot_be_filled(setter):
    (fault,) = said_of(setter, "一abcdefghij0123456789")
    assert told(fault, "text") == ("LOOSE.no-place", {"text": "一"})


def test_a_forbidden_end_is_told(setter):
    found = said_of(setter, "中，文", width=10.0)
    (fault,) = [d for d in found if d.code == "KINSOKU"]
    assert fault.severity == "warning"
    assert told(fault, "text", "measure") == ("KINSOKU.no-end", {"text": "中", "measure": 1.0})


def test_rules_give_way_in_a_row_of_marks(setter):
    (fault,) = said_of(setter, "，" * 25)
    assert (fault.code, fault.sub, fault.severity) == ("KINSOKU", "row", "info")


def test_a_cut_word_is_told(setter):
    found = said_of(setter, "abcdefghijklmnopqrstuvwxyz012345")
    assert {(d.code, d.sub) for d in found} == {("KINSOKU", "word-cut")}


def test_a_cluster_wider_than_the_column_is_an_error(setter):
    (fault,) = said_of(setter, "——", width=10.0)
    assert fault.severity == "error"
    assert told(fault, "width", "measure") == ("LINE-WIDE.squeezed", {"width": 2.0, "measure": 1.0})


def test_good_lines_are_not_spoken_of(setter):
    assert said_of(setter, "中文，字句。" * 20) == []


def test_a_by_line_for_which_every_line_left_is_too_narrow_is_told_with_both_widths(setter):
    """A picture leaves 50 points of each line under the text: the by-line wants 80."""
    one = story("中" * 18, byline=words("本报记者王小明实"))
    made = block(one, 1, 6)
    top, right, foot = GRID.top_of(3), made.rect.right, GRID.top_of(7)
    corners = ((right - 50, top), (right, top), (right, foot), (right - 50, foot))
    around = Around(accent=RED, obstacles=(Obstacle(points=corners, standoff=0.0),))
    found = make_story(setter, made, one, GRID, around).diagnostics
    (fault,) = [d for d in found if d.code == "OVERSET"]
    assert told(fault) == (
        "OVERSET.narrow",
        {
            "what": said("part.byline"), "text": "本报记者王小明实", "characters": 8,
            "wide": near(80.0), "narrow": near(50.0),
        },
    )  # fmt: skip
