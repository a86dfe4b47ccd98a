"""栏目: a label stands over the headline of its story, in whatever form, and covers nothing."""

import pytest

from layout.color import Color
from layout.display.items import Box, Path, Picture
from layout.flow.article.story import Around, make_story
from layout.flow.placed import PlacedLine
from layout.geometry import Rect
from layout.spec.markdown.paragraph import NAMED, Run
from layout.spec.reader.kinds import Span
from layout.spec.resolve.defaults import RuleStyle
from layout.spec.resolve.resolved import RBacking, RLabel, RPicture, RShoulder, RSummary
from tests.flow.conftest import (
    ASCENT,
    GRID,
    HERE,
    PITCH,
    block,
    changed,
    headline,
    story,
    words,
)

RED = Color(m=100.0, y=100.0)
TINT = Color(k=10.0)


def made(setter, head, *, label="河湾时评", width=300.0, last=30, columns=3, look=None):
    looks = RLabel(**({"lines": (words(label, 13.0),), "place": HERE} | (look or {})))
    spec = story("文" * 90, headline=head, label=looks, columns=columns)
    return make_story(setter, block(spec, last=last, width=width), spec, GRID, Around(accent=RED))


def em_box(line: PlacedLine) -> Rect:
    size = line.style.size
    if line.vertical:
        length = line.line.width * size / 1000
        return Rect(line.x - size / 2, line.baseline, size, length)
    width = line.line.width * size / 1000
    return Rect(line.x, line.baseline - ASCENT * size, width, size)


def panel(items) -> Rect:
    (box,) = [i for i in items if isinstance(i, Box) and i.node.endswith("#label")]
    return box.rect


HEADS = {
    "above": headline("把桥走完", size=24),
    "automatic": headline("把桥走完", lines=None, size=24),
    "one line": headline("把桥走完", lines=2, size=20),
    "all parts": headline(
        "把桥走完", "再修一座", lines=None,
        kicker=words("引题", 14.0), subtitle=words("副题", 12.0),
        summary=RSummary(text=words("提要" * 20, 12.0, align="justify"), leading=17.0),
    ),
    "over two columns": headline("把桥走完", lines=None, span=2),
    "inside": headline("把桥走完", lines=None, stands="inside", cols=Span(1, 3)),
    "at the head": headline("把桥走完", lines=3, stands="inside", cols=Span(1, 2), row=1),
    "beside": headline("把桥走完", lines=0, stands="beside"),
    "beside at the right": headline("把桥走完", lines=0, stands="beside", side="right"),
    "vertical": headline("把桥走完", lines=0, vertical=True),
    "on a panel": headline(
        "把桥走完", lines=None, backing=RBacking(inset=(6.0, 9.0, 6.0, 9.0), below=6.0, fill=TINT)
    ),
    "none": None,
}  # fmt: skip


@pytest.mark.parametrize("form", HEADS)
def test_a_label_covers_no_headline_and_no_text(setter, form):
    done = made(setter, HEADS[form])
    assert not [d for d in done.diagnostics if d.severity == "error"]
    label = panel(done.items)
    lines = [i for i in done.items if isinstance(i, PlacedLine) and "#label" not in i.node]
    assert {line.node.partition("#")[2] for line in lines} >= {"p1"} | (
        {"title"} if HEADS[form] else set()
    )
    for line in lines:
        assert not label.meets(em_box(line)), line.node
    grounds = [i.rect for i in done.items if isinstance(i, Box) and i.fill == TINT]
    assert not any(label.meets(ground) for ground in grounds)


@pytest.mark.parametrize("form", [n for n in HEADS if n not in ("none", "beside", "vertical")])
def test_it_stands_over_a_headline_that_stands_over_text(setter, form):
    done = made(setter, HEADS[form])
    title = min(
        em_box(i).y for i in done.items if isinstance(i, PlacedLine) and i.node.endswith("#title")
    )
    assert form == "beside at the right" or panel(done.items).bottom < title


def test_it_is_read_first(setter):
    done = made(setter, HEADS["above"])
    assert [i.node.partition("#")[2] for i in done.items][:3] == ["label", "label", "title"]


def test_the_lines_of_a_headline_are_its_own(setter):
    """A label takes its lines besides: 4 of the headline, and 3 for 29.9 pt at a pitch of 12."""
    done = made(setter, headline("题", lines=4))
    first = min(i.baseline for i in done.items if isinstance(i, PlacedLine) and i.body)
    assert first == pytest.approx(GRID.baseline_of(8))


def test_a_label_wider_than_its_place_is_set_smaller_and_told(setter):
    done = made(setter, HEADS["above"], label="很长的栏目名字", width=100.0, columns=1)
    assert panel(done.items).right <= 20 + 100 + 1e-6
    assert [d.code for d in done.diagnostics][:1] == ["DISPLAY-SHRUNK"]


def test_text_beyond_the_span_begins_at_the_head(setter):
    done = made(setter, HEADS["over two columns"])
    third = [f for f in done.frames if f.order == 3]
    assert third[0].rect.y == pytest.approx(GRID.top_of(1))
    assert all(f.rect.y > third[0].rect.y + PITCH for f in done.frames if f.order < 3)


# Over the headline and beside it

CLOSE = HEADS["all parts"]


def top_of(done, part: str) -> PlacedLine:
    return next(i for i in done.items if isinstance(i, PlacedLine) and i.node.endswith(part))


def test_a_label_over_a_headline_stands_clear_of_its_larger_words(setter):
    title = words("把桥走完", 24.0)
    large = changed(
        title, runs=(Run(1, 2, NAMED, "大"),), named=(("大", words("", 48.0).style),),
        beside=title.style,
    )  # fmt: skip
    head = changed(headline("把桥走完", lines=None, size=24), title=(large,))
    done = made(setter, head, look={"stands": "above"})
    line = top_of(done, "#title")
    assert line.top == pytest.approx(line.baseline - ASCENT * 48.0)
    assert line.foot - line.top == pytest.approx(48.0)
    assert line.top - panel(done.items).bottom == pytest.approx(0.55 * 13.0)


@pytest.mark.parametrize("look", [{"stands": "above"}, {"stands": "beside", "level": "title"},
                                  {"stands": "beside", "level": "kicker"}])  # fmt: skip
@pytest.mark.parametrize("form", [n for n in HEADS if n not in ("none", "vertical")])
def test_a_label_by_its_headline_covers_none_of_it_and_none_of_its_text(setter, form, look):
    done = made(setter, HEADS[form], look=look)
    assert not [d for d in done.diagnostics if d.severity == "error"]
    label = panel(done.items)
    for line in (i for i in done.items if isinstance(i, PlacedLine) and "#label" not in i.node):
        assert not label.meets(em_box(line)), line.node


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_one_above_stands_close_to_the_headline_and_is_ranged_with_it(setter, align, share):
    done = made(setter, changed(HEADS["above"], align=align), look={"stands": "above"})
    label, title = panel(done.items), em_box(top_of(done, "#title"))
    assert title.y - label.bottom == pytest.approx(0.55 * 13)
    assert label.x - 20 == pytest.approx(share * (300 - label.width))


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_one_beside_the_title_stands_at_its_height(setter, align):
    done = made(setter, changed(HEADS["above"], align=align), look={"stands": "beside"})
    label, title = panel(done.items), em_box(top_of(done, "#title"))
    assert title.x - label.right == pytest.approx(0.7 * 13)
    assert label.y + label.height / 2 == pytest.approx(title.y + title.height / 2)


def test_one_that_is_higher_than_the_first_line_is_beside_them_all(setter):
    two = {"stands": "beside", "lines": (words("河", 13.0), words("评", 13.0))}
    done = made(setter, headline("把桥走完", "再修一座", lines=None, size=20), look=two)
    label = panel(done.items)
    titles = [em_box(i) for i in done.items if isinstance(i, PlacedLine) and "#title" in i.node]
    assert label.y + label.height / 2 == pytest.approx((titles[0].y + titles[1].bottom) / 2)


def test_one_at_the_kickers_height_shares_its_line_and_the_title_begins_under_it(setter):
    look = {"stands": "beside", "level": "kicker"}
    done = made(setter, CLOSE, look=look)
    label, kicker = panel(done.items), em_box(top_of(done, "#kicker"))
    title = em_box(top_of(done, "#title"))
    assert kicker.x - label.right == pytest.approx(0.7 * 13)
    assert label.y + label.height / 2 == pytest.approx(kicker.y + kicker.height / 2)
    assert label.x == title.x == 20
    assert title.y - label.bottom >= 0.35 * 13 - 1e-6


@pytest.mark.parametrize("stands", ["under", "beside"])
@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_the_rule_of_a_shoulder_goes_with_its_words_to_the_right_of_the_label(
    setter, stands, align
):
    shoulder = RShoulder(stands=stands, rule="thick")
    head = changed(CLOSE, align=align, shoulder=shoulder)
    done = made(setter, head, look={"stands": "beside", "level": "kicker"})
    label, kicker = panel(done.items), top_of(done, "#kicker")
    (rule,) = [i.rect for i in done.items if isinstance(i, Box) and "#kicker" in i.node]
    assert not label.meets(rule)
    assert rule.x >= label.right
    if stands == "under":
        assert (rule.x, rule.width) == pytest.approx((kicker.x, kicker.measure))
    else:
        assert rule.right < kicker.x < rule.right + kicker.style.size


def test_stated_lines_are_those_of_the_headline_under_one_above_it(setter):
    """4 of the headline and 3 for 29.9 pt at a pitch of 12; beside it none."""
    for look, line in (({"stands": "above"}, 8), ({"stands": "beside"}, 5)):
        done = made(setter, headline("题", lines=4), look=look)
        first = min(i.baseline for i in done.items if isinstance(i, PlacedLine) and i.body)
        assert first == pytest.approx(GRID.baseline_of(line))


@pytest.mark.parametrize(
    ("look", "label", "key"),
    [
        ({"stands": "above"}, "很长很长很长的栏目名字真的很长", "DISPLAY-WIDE.line"),
        ({"stands": "beside"}, "很长的栏目名字", "LABEL.no-room"),
        ({"stands": "beside", "level": "kicker"}, "很长的栏目", "LABEL.kicker"),
        ({"stands": "above", "vertical": True, "lines": (words("栏", 60.0), words("目", 60.0))},
         "", "LABEL.wide"),
    ],
)  # fmt: skip
def test_a_label_without_room_is_told_with_numbers(setter, look, label, key):
    head = changed(CLOSE, summary=None)
    done = made(setter, head, label=label or "栏", width=100.0, columns=1, look=look)
    (one,) = [d for d in done.diagnostics if d.said.key == key]
    assert one.severity == "error"
    assert one.where == HERE
    assert len([v for _, v in one.said.values if isinstance(v, float | str)]) >= 2


# What it looks like


def test_a_pill_has_round_ends_and_an_outline_no_ground(setter):
    done = made(setter, HEADS["above"], look={"corners": (10_000.0,) * 4})
    (pill,) = [i for i in done.items if isinstance(i, Path)]
    xs = [p[-2] for _, p in pill.steps if p]
    ys = [p[-1] for _, p in pill.steps if p]
    assert (pill.role, pill.filled) == ("panel", True)
    half = (max(ys) - min(ys)) / 2
    assert sorted({round(x - min(xs), 6) for x in xs}) == pytest.approx(
        [0, half, max(xs) - min(xs) - half, max(xs) - min(xs)]
    )
    style = RuleStyle(lines=((0.0, 0.5),), color=RED)
    done = made(setter, HEADS["above"], look={"look": "outline", "rule": style})
    drawn = [i for i in done.items if i.node.endswith("#label") and not isinstance(i, PlacedLine)]
    assert [i.role for i in drawn if isinstance(i, Box)] == ["rule"] * 4


def test_plain_words_have_nothing_behind_them(setter):
    done = made(setter, HEADS["above"], look={"look": "plain", "stands": "above"})
    assert not [i for i in done.items if isinstance(i, Box | Path)]


def test_words_that_run_down_stand_in_the_middle_of_their_panel(setter):
    done = made(setter, HEADS["above"], look={"vertical": True, "stands": "beside"})
    label, line = panel(done.items), em_box(top_of(done, "#label"))
    assert line.height > line.width
    assert label.x + label.width / 2 == pytest.approx(line.x + line.width / 2)
    assert label.y + label.height / 2 == pytest.approx(line.y + line.height / 2)


def flower(pixels=(640, 320)):
    return RPicture(
        source="flower.png", caption=None, credit=None, caption_lines=0, keyline="none",
        focus=(0.5, 0.5), stands_in=False, pixels=pixels,
    )  # fmt: skip


def test_a_picture_is_whole_at_its_height_and_says_the_words(setter):
    look = {"picture": flower(), "height": 20.0, "stands": "above"}
    done = made(setter, HEADS["above"], look=look)
    (picture,) = [i for i in done.items if isinstance(i, Picture)]
    assert (picture.rect.width, picture.rect.height) == pytest.approx((40, 20))
    assert picture.crop == (0.0, 0.0, 1.0, 1.0)
    assert (picture.alt, picture.node) == ("河湾时评", "one.md#label")
    assert not [i for i in done.items if isinstance(i, PlacedLine) and "#label" in i.node]


def test_a_picture_that_is_too_wide_is_told(setter):
    look = {"picture": flower(pixels=(2000, 100)), "height": 20.0, "stands": "above"}
    done = made(setter, HEADS["above"], look=look)
    (one,) = [d for d in done.diagnostics if d.said.key == "LABEL.wide"]
    assert (one.said["width_pt"], one.said["room_pt"]) == pytest.approx((400, 300))
