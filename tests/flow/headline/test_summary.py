"""提要题, what stands behind a headline, and where small headings stand in their line."""

from itertools import pairwise

import pytest

from layout.color import Color
from layout.display.items import Box, Picture
from layout.flow.headline.headline import AIR_INSIDE, Under, headline_height, set_headline
from layout.flow.headline.summary import PANEL_SIDE, RULE_PAD, SUMMARY_GAP, set_summary
from layout.flow.placed import PlacedLine
from layout.flow.type.align import heading_shift
from layout.geometry import Rect
from layout.inline.line import SetLine
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import RBacking, RPicture, RSummary
from tests.flow.conftest import ASCENT, HERE, PITCH, headline, words
from tests.told import assert_told
from tests.typed import all_of

TEXT = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"  # 22
TINT = Color(k=10.0)
RECT = Rect(20, 40, 200, 120)


def summary(text=TEXT, align="justify", **more):
    return RSummary(text=words(text, 12.0, align=align), leading=18.0, **more)


def lines_of(items):
    return [i for i in items if isinstance(i, PlacedLine)]


def test_it_is_a_paragraph_of_whole_characters(setter):
    gist = set_summary(setter, summary(), 100.0)
    assert gist.measure == 96
    assert len(gist.lines) == 3
    assert gist.height == 2 * 18 + 12
    assert gist.diagnostics == ()


def test_its_own_measure(setter):
    gist = set_summary(setter, summary(measure=60.0), 200.0)
    assert (gist.width, gist.measure, len(gist.lines)) == (60, 60, 5)
    wide = set_summary(setter, summary(measure=300.0), 200.0)
    (one,) = wide.diagnostics
    assert one.severity == "error"
    assert_told(one, "DISPLAY-WIDE.summary", {"measure_pt": 300.0, "room_pt": 200.0})
    assert wide.measure == 192


def test_it_stands_under_the_headline(setter):
    head = headline("主题", summary=summary())
    items, said = set_headline(setter, head, RECT, "n")
    title, *rest = lines_of(items)
    assert said == []
    assert {p.node for p in rest} == {"n#summary"}
    foot = title.baseline - ASCENT * 20 + 20
    assert rest[0].baseline - ASCENT * 12 == pytest.approx(foot + SUMMARY_GAP * 12)
    assert [b.baseline - a.baseline for a, b in pairwise(rest)] == [18]
    assert not any(p.body for p in rest)


@pytest.mark.parametrize(("align", "x"), [("left", 20), ("center", 90), ("right", 160)])
def test_it_is_ranged_with_the_headline(setter, align, x):
    head = headline("主题", align=align, summary=summary(measure=60.0))
    items, _ = set_headline(setter, head, Rect(20, 40, 200, 200), "n")
    assert lines_of(items)[1].x == pytest.approx(x)


def test_ragged_lines_are_ranged_in_its_measure(setter):
    gist = set_summary(setter, summary(TEXT[:10], align="center"), 96.0)
    first, last = lines_of(gist.at(0.0, 0.0, "n"))
    assert (first.x, last.x) == (0, 36)  # two characters of eight


def test_between_rules_and_on_a_panel(setter):
    ruled = set_summary(setter, summary(rule="thin"), 96.0)
    assert ruled.height == 2 * 18 + 12 + 2 * RULE_PAD * 12
    boxes = [i for i in ruled.at(0.0, 10.0, "n") if isinstance(i, Box)]
    middles = [b.rect.y + b.rect.height / 2 for b in boxes]
    assert middles == pytest.approx([10, 10 + ruled.height])
    panel = set_summary(setter, summary(fill=TINT), 96.0 + 2 * PANEL_SIDE * 12)
    assert panel.measure == 96
    box, *lines = panel.at(5.0, 10.0, "n")
    assert isinstance(box, Box)
    assert (box.rect.x, box.rect.width, box.rect.height) == (5, panel.width, panel.height)
    assert all_of(PlacedLine, lines)[0].x == pytest.approx(5 + PANEL_SIDE * 12)


def test_its_lines_count(setter):
    alone = headline_height(setter, headline("主题", lines=None), 96.0, Under(pitch=PITCH))
    head = headline("主题", lines=None, summary=summary())
    assert headline_height(setter, head, 96.0, Under(pitch=PITCH)) == alone + 4  # 48 pt
    _, said = set_headline(setter, head, Rect(0, 0, 96, 60), "n")
    assert [d.code for d in said] == ["DISPLAY-HIGH"]


def backing(**more):
    return RBacking(inset=(10.0, 8.0, 6.0, 4.0), below=5.0, **more)


def test_a_tint_behind(setter):
    head = headline("主题", backing=backing(fill=TINT))
    (box, line), said = set_headline(setter, head, RECT, "n")
    assert isinstance(box, Box)
    assert isinstance(line, PlacedLine)
    assert said == []
    assert (box.rect, box.fill, box.role) == (Rect(20, 40, 200, 115), TINT, "panel")
    assert line.x == 24
    free = 115 - 16 - 20
    assert line.baseline - ASCENT * 20 == pytest.approx(50 + AIR_INSIDE * free)


def test_a_picture_behind_is_cut_to_its_place(setter):
    picture = RPicture(
        source="park.jpg", caption=None, credit=None, caption_lines=0, keyline="none",
        focus=(0.5, 0.0), stands_in=True, place=HERE, pixels=(400, 400),
    )  # fmt: skip
    head = headline("主题", backing=backing(picture=picture))
    (shown, _), _ = set_headline(setter, head, RECT, "n")
    assert isinstance(shown, Picture)
    assert (shown.rect, shown.source, shown.stands_in) == (Rect(20, 40, 200, 115), "park.jpg", True)
    assert shown.crop == pytest.approx((0.0, 0.0, 1.0, 115 / 200))


@pytest.mark.parametrize(
    ("align", "x"), [("left", 0), ("justify", 0), ("center", 35), ("right", 70)]
)
def test_a_small_heading_in_its_line(align, x):
    line = SetLine(first=0, last=2, xs=(0, 1000, 2000), natural=3000, width=3000, is_last=True)
    assert heading_shift(line, TextStyle(size=10.0, align=align), 100.0) == x
