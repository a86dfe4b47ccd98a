"""Where ink meets, against brute force."""

from collections import Counter

import pytest

from layout.check.makeup.checks import collide, invisible, out, tight
from layout.check.makeup.ink import Inks, drawn, meeting
from layout.color import Color
from layout.display.extent import inside_of
from layout.display.items import Box, Path, Stroke
from layout.flow.rules.rounded import frame as rounded_frame
from layout.flow.rules.rounded import panel
from layout.geometry import Rect
from layout.record import replace
from layout.spec.resolve.defaults import RuleStyle
from tests.check.pages import Square, found, run, subject

K = Color(k=100.0)


# What it stands on
def test_every_pair_of_boxes_is_met_as_brute_force_meets_them() -> None:
    from random import Random

    random = Random(5)
    for _ in range(60):
        boxes = []
        for _ in range(random.randint(0, 40)):
            x, y = random.uniform(0, 90), random.uniform(0, 90)
            boxes.append((x, y, x + random.uniform(0.1, 30), y + random.uniform(0.1, 30)))
        expected = {
            (i, j)
            for j, b in enumerate(boxes)
            for i, a in enumerate(boxes[:j])
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        }
        assert sorted(meeting(boxes)) == sorted(expected)


def test_a_border_is_met_at_its_lines_and_a_polygon_in_its_inside() -> None:
    square = Path(
        steps=(("M", (0, 0)), ("L", (10, 0)), ("L", (10, 10)), ("L", (0, 10)), ("L", (0, 0))),
        color=K, width=1.0,
    )  # fmt: skip
    assert drawn(square).meets((3, 3, 7, 7)) is None
    assert drawn(square).meets((3, -1, 7, 1)) == (3, -0.5, 7, 0.5)
    assert drawn(replace(square, filled=True)).meets((3, 3, 7, 7)) == (3, 3, 7, 7)
    assert inside_of(((0, 0), (10, 0), (0, 10)), 3, 3)
    assert not inside_of(((0, 0), (10, 0), (0, 10)), 8, 8)


@pytest.mark.parametrize(
    ("end", "flat", "round_"),
    [
        ((40, 0), (0, -3, 40, 3), (-3, -3, 43, 3)),
        ((0, 40), (-3, 0, 3, 40), (-3, -3, 3, 43)),
    ],
)
def test_a_rule_is_as_wide_as_it_is_drawn_and_as_long_as_its_caps_make_it(
    end: tuple[float, float], flat: tuple[float, ...], round_: tuple[float, ...]
) -> None:
    """A dashed rule of 6 pt, across and down, drawn from either end."""
    x, y = end
    for ends in ((0, 0, x, y), (x, y, 0, 0)):
        rule = Stroke(x1=ends[0], y1=ends[1], x2=ends[2], y2=ends[3], width=6, color=K)
        assert drawn(rule).pieces == (flat,)
        assert drawn(replace(rule, round_caps=True)).pieces == (round_,)


def test_a_rule_that_ends_before_a_word_does_not_touch_it() -> None:
    """Two points of white between a dashed rule of 6 pt and the type: none with round dots, which
    stand half their width beyond its end."""
    rule = Stroke(x1=40, y1=196, x2=98, y2=196, width=6, color=K, dash=(6, 6), node="q")
    words = run("正文一行字", 100, 200, "s.md#p1")
    for ends, count in ((rule, 0), (replace(rule, round_caps=True), 1)):
        page = subject([words, ends], face=lambda _: Square())
        assert len(found(collide.CHECK, page)) == count


def test_of_a_shape_of_one_piece_too_nothing_is_near_to_what_it_does_not_meet() -> None:
    """A rule between columns, by the lines on either side of it: their glyphs are not asked."""
    rule = drawn(Stroke(x1=50, y1=0, x2=50, y2=400, width=0.5, color=K))
    assert rule.near((10, 10, 45, 20)).pieces == ()
    assert rule.near((10, 10, 51, 20)) is rule


# All checks ask the one
class Counted(Square):
    """A face that counts how often each glyph is looked up."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: Counter[int] = Counter()

    def ink(self, gid: int) -> tuple[int, int, int, int]:
        self.asked[gid] += 1
        return super().ink(gid)


def test_the_checks_look_up_the_boxes_of_a_run_once() -> None:
    """Runs that reach out, touch and lie on a ground, so that each check asks for their boxes."""
    face = Counted()
    ground = Box(rect=Rect(440, 90, 60, 40), fill=K, role="panel", node="s.md")
    words = [run("正文一行字", 430, 100, "s.md#p1"), run("题", 432, 108, "t.md#title", size=24)]
    page = subject([ground, *words], face=lambda _: face)
    for check in (collide.CHECK, tight.CHECK, invisible.CHECK, out.CHECK):
        found(check, page)
    # Of each glyph: the box in either run, and the two sides that say how high a run reaches.
    assert face.asked == {0: 4, 1: 3, 2: 3, 3: 3, 4: 3}


def test_the_ink_of_a_run_that_is_gone_is_no_other_runs() -> None:
    """Runs are known by identity, which Python gives to another object when one is gone."""
    inks = Inks(lambda _: Square())
    for k in range(50):
        left = inks.boxes(run("字", 100.0 * k, 100, "s.md#p1"))[0][0]
        assert left == pytest.approx(100.0 * k)


def test_a_ground_with_round_corners_holds_what_lies_inside_its_shape() -> None:
    """A disc: the box round it holds its corners, it does not."""
    disc = panel(Rect(0, 0, 40, 40), K, 20.0, "n", "panel")
    assert drawn(disc).pieces == ((0, 0, 40, 40),)
    assert drawn(disc).holds((8, 8, 32, 32), 0.0)
    assert not drawn(disc).holds((2, 2, 32, 32), 0.0)
    assert drawn(disc).meets((0, 0, 3, 3)) is None


def test_a_frame_with_round_corners_is_met_at_its_line() -> None:
    """A quarter circle of 20 points: nothing of it is within 13 of the middle of its corner's box,
    which one box round it would hold."""
    (frame,) = rounded_frame(
        RuleStyle(lines=((0.0, 0.5),)), Rect(0, 0, 100, 60), (20.0,) * 4, "n"
    )  # fmt: skip
    assert drawn(frame).meets((8, 8, 18, 18)) is None
    assert drawn(frame).meets((4, 4, 8, 8)) is not None
    assert drawn(frame).meets((30, 10, 70, 50)) is None


def test_a_round_panel_holds_what_reaches_to_its_straight_edges() -> None:
    """Two round ends 20 pt deep: what stands between them, over its whole height, lies on it."""
    pill = drawn(panel(Rect(0, 0, 200, 40), K, (20.0,) * 4, "q", "tint"))
    assert pill.holds((20, 0, 180, 40), 1.0)
    assert pill.holds((60, -0.5, 140, 40.5), 1.0)
    assert not pill.holds((10, 0, 190, 40), 1.0)
    assert not pill.holds((60, -2, 140, 40), 1.0)
