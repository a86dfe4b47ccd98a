"""Rules, waves and borders: widths as stated, whole units, corners that meet, nothing outside."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.color import Color
from layout.display.items import Box, Path, Stroke
from layout.flow.rules import rounded, rules
from layout.geometry import Rect
from layout.spec.resolve.defaults import RULE_STYLES, RuleStyle, style_of
from tests.typed import all_of, near, one_of

RED = Color(m=100.0, y=100.0)
PLAIN = [n for n, s in RULE_STYLES.items() if not s.ornamental and not s.dash]
LINED = [n for n in PLAIN if len(RULE_STYLES[n].lines) > 1]
UNITS = [n for n, s in RULE_STYLES.items() if s.pattern]
WAVES = [n for n, s in RULE_STYLES.items() if s.wave[0]]
sizes = st.floats(40, 400)


def frame(rule: rules.Drawn | str | RuleStyle, rect: Rect) -> list[rules.Drawn]:
    return rules.frame((rule,) * 4, rect, "n")  # type: ignore[arg-type]


def ink(item: rules.Drawn) -> Rect:
    """What an item covers: a path's points and half its pen, but for a 回纹, whose ends are cut."""
    if isinstance(item, Box):
        return item.rect
    half = item.width / 2
    if isinstance(item, Path) and not item.round and item.steps[-1][0] != "Z":
        half = 0.0
    if isinstance(item, Stroke):
        return Rect(
            item.x1 - half, item.y1 - half, item.x2 - item.x1 + 2 * half,
            item.y2 - item.y1 + 2 * half,
        )  # fmt: skip
    xs = [x for x, _ in on_path(item)]
    ys = [y for _, y in on_path(item)]
    left, top = min(xs) - half, min(ys) - half
    return Rect(left, top, max(xs) + half - left, max(ys) + half - top)


def on_path(path: Path) -> list[tuple[float, float]]:
    """Points of a path, its curves followed in small steps."""
    out: list[tuple[float, float]] = []
    at = (0.0, 0.0)
    for letter, p in path.steps:
        if letter == "C":
            for k in range(1, 9):
                t = k / 8
                u = 1 - t
                out.append(
                    tuple(
                        u**3 * at[i] + 3 * u * u * t * p[i] + 3 * u * t * t * p[2 + i]
                        + t**3 * p[4 + i]
                        for i in (0, 1)
                    )  # type: ignore[arg-type]
                )  # fmt: skip
            at = (p[4], p[5])
        elif p:
            at = (p[0], p[1])
            out.append(at)
    return out


def test_none_and_no_length_draw_nothing():
    assert rules.horizontal("none", 0, 0, 100, "n") == []
    assert rules.vertical("meander", 0, 0, 0, "n") == []
    assert rules.frame(("none",) * 4, Rect(0, 0, 50, 50), "n") == []
    assert rules.reach("none") == 0.0


@pytest.mark.parametrize("name", PLAIN)
def test_lines_have_their_widths_and_offsets(name: str):
    drawn = all_of(Box, rules.horizontal(name, 10, 50, 100, "n"))
    lines = RULE_STYLES[name].lines
    assert [(i.rect.y + i.rect.height / 2 - 50, i.rect.height) for i in drawn] == [
        (near(at), near(width)) for at, width in lines
    ]
    flipped = all_of(Box, rules.horizontal(name, 10, 50, 100, "n", flip=True))
    assert [i.rect.y + i.rect.height / 2 - 50 for i in flipped] == [near(-at) for at, _ in lines]
    down = all_of(Box, rules.vertical(name, 50, 10, 100, "n"))
    assert [(i.rect.x - 50, i.rect.width) for i in down] == [
        (near(i.rect.y - 50), near(i.rect.height)) for i in drawn
    ]


@pytest.mark.parametrize("name", LINED)
def test_lines_of_a_frame_do_not_run_into_one_another(name: str):
    rect = Rect(10, 20, 120, 80)
    boxes = [box.rect for box in all_of(Box, frame(name, rect))]
    assert len(boxes) == 4 * len(RULE_STYLES[name].lines)
    for i, a in enumerate(boxes):
        assert rect.holds(a)
        for b in boxes[i + 1 :]:
            wide = min(a.right, b.right) - max(a.x, b.x)
            high = min(a.bottom, b.bottom) - max(a.y, b.y)
            assert wide < 1e-9 or high < 1e-9
    # Each ring is closed: as much ink as the ring's outer rectangle less the inner one.
    for k, (at, width) in enumerate(RULE_STYLES[name].lines):
        edge = RULE_STYLES[name].reach + at - width / 2
        outer, inner = rect.inset(*(edge,) * 4), rect.inset(*(edge + width,) * 4)
        area = sum(b.width * b.height for b in boxes[4 * k : 4 * k + 4])
        assert area == near(outer.width * outer.height - inner.width * inner.height)


@given(sizes)
def test_dots_and_dashes_begin_and_end_a_rule(length: float):
    for name in ("dotted", "dashed"):
        stroke = one_of(Stroke, rules.horizontal(name, 5, 50, length, "n"))
        on, period = RULE_STYLES[name].dash[0], sum(RULE_STYLES[name].dash)
        drawn = sum(stroke.dash)
        count = (length - stroke.dash[0]) / drawn
        assert stroke.dash[0] == on
        assert count == near(round(count), abs=1e-6)
        assert abs(drawn - period) <= period / 2 / max(1, round(count)) + 1e-9
        assert stroke.round_caps is (on == 0)


@pytest.mark.parametrize("name", [*UNITS, *WAVES])
@given(width=sizes, height=sizes)
@settings(max_examples=12)
def test_a_border_stays_inside_its_place(name: str, width: float, height: float):
    rect = Rect(7, 9, width, height)
    drawn = [ink(item) for item in frame(name, rect)]
    assert all(rect.holds(seen) for seen in drawn)
    slack = 0.05 if name in WAVES else 1e-6  # a curve followed in steps misses its crest
    assert min(seen.x for seen in drawn) == near(rect.x, abs=slack)
    assert max(seen.right for seen in drawn) == near(rect.right, abs=slack)
    assert min(seen.y for seen in drawn) == near(rect.y, abs=slack)
    assert max(seen.bottom for seen in drawn) == near(rect.bottom, abs=slack)


@pytest.mark.parametrize("name", [*UNITS, *WAVES])
def test_a_border_is_the_same_from_every_side(name: str):
    """Turned by a quarter about its middle, a square one is itself."""
    drawn = frame(name, Rect(-60, -60, 120, 120))
    points = {(round(x, 6), round(y, 6)) for i in drawn for x, y in corners(i)}
    if name == "corners":  # its boxes meet at the corners one over the other
        points = {(x, y) for i in drawn if isinstance(i, Path) for x, y in corners(i)}
        points = {(round(x, 6), round(y, 6)) for x, y in points}
    turned = {(round(-y, 6) + 0.0, round(x, 6) + 0.0) for x, y in points}
    assert {(x + 0.0, y + 0.0) for x, y in points} == turned


def corners(item: rules.Drawn) -> list[tuple[float, float]]:
    if isinstance(item, Path):
        return [(p[i], p[i + 1]) for _, p in item.steps for i in range(0, len(p), 2)]
    assert isinstance(item, Box)
    r = item.rect
    return [(r.x, r.y), (r.right, r.y), (r.right, r.bottom), (r.x, r.bottom)]


@pytest.mark.parametrize("name", WAVES)
@given(width=sizes, height=sizes)
@settings(max_examples=30)
def test_waves_turn_corners_without_a_break(name: str, width: float, height: float):
    rect = Rect(0, 0, width, height)
    style = RULE_STYLES[name]
    for path, (at, weight) in zip(frame(name, rect), style.lines, strict=True):
        assert isinstance(path, Path)
        assert path.width == weight
        letters = "".join(letter for letter, _ in path.steps)
        assert letters == "M" + "C" * (len(letters) - 2) + "Z"
        end = path.steps[-2][1][4:]
        assert end == near(path.steps[0][1])
        edge = style.reach + at
        for x in (edge, width - edge):
            for y in (edge, height - edge):
                assert any(abs(p[-2] - x) + abs(p[-1] - y) < 1e-6 for _, p in path.steps if p)


def test_a_third_of_its_length_high_a_wave_turns_without_a_kink():
    """At the corner it leaves in the direction it came from."""
    path = one_of(Path, frame("wavy", Rect(0, 0, 130, 130)))
    style = RULE_STYLES["wavy"]
    corner = (130 - style.reach, style.reach)
    k = next(
        k for k, (_, p) in enumerate(path.steps)
        if len(p) == 6 and p[4:] == (near(corner[0]), near(corner[1]))
    )  # fmt: skip
    before, after = path.steps[k][1], path.steps[k + 1][1]
    came = (corner[0] - before[2], corner[1] - before[3])
    goes = (after[0] - corner[0], after[1] - corner[1])
    cross = came[0] * goes[1] - came[1] * goes[0]
    size = (came[0] ** 2 + came[1] ** 2) ** 0.5 * (goes[0] ** 2 + goes[1] ** 2) ** 0.5
    assert abs(cross) / size < 0.05


def test_a_wave_is_as_high_as_stated():
    style = RuleStyle(lines=((0.0, 1.0),), wave=(20.0, 8.0))
    path = one_of(Path, rules.horizontal(style, 0, 50, 200, "n"))
    ys = [y for _, y in on_path(path)]
    assert (min(ys), max(ys)) == (near(46.0, abs=0.02), near(54.0, abs=0.02))


@given(st.floats(30, 400))
def test_beads_stand_at_one_distance_and_at_both_ends(length: float):
    path = one_of(Path, rules.horizontal("beads", 0, 50, length, "n"))
    size = RULE_STYLES["beads"].size
    middles = sorted(p[0] - size / 2 for letter, p in path.steps if letter == "M")
    assert (middles[0], middles[-1]) == (near(size / 2), near(length - size / 2))
    gaps = [b - a for a, b in pairwise(middles)]
    assert gaps == [near(gaps[0])] * len(gaps)


@pytest.mark.parametrize(
    ("name", "pieces"), [("meander", 1), ("rope", 29), ("lozenge", 19), ("corners", 2)]
)
def test_no_rule_by_itself_has_the_corners_of_a_frame(name: str, pieces: int):
    """A 回纹 is one line from end to end, a 绳纹 strands alone, 菱纹 has a point between each two
    diamonds, 双线方角 is two lines: what stands in the corners of a frame is not at its ends."""
    path = one_of(Path, rules.horizontal(name, 0, 50, 103, "n"))
    assert sum(letter == "M" for letter, _ in path.steps) == pieces


def test_mixed_sides_meet_at_the_corners_and_lie_inside():
    rect = Rect(10, 10, 100, 60)
    drawn = rules.frame(("thick", "thin", "thick", "thin"), rect, "n")
    assert all(rect.holds(ink(i)) for i in drawn)
    assert ink(drawn[0]).x == rect.x
    assert ink(drawn[0]).right == rect.right


def test_colour_of_a_rule():
    style = RuleStyle(lines=((0.0, 1.0),), color=RED)
    assert one_of(Box, rules.horizontal(style, 0, 0, 10, "n")).fill == RED
    for name in ("rope", "beads", "corners", "meander", "lozenge"):
        own = RuleStyle(lines=((0.0, 1.0),), pattern=name, size=5.0, color=RED)
        for item in frame(own, Rect(0, 0, 90, 90)):
            assert (item.fill if isinstance(item, Box) else item.color) == RED


def test_round_corners_make_a_ground_and_its_frame_paths() -> None:
    rect, radii = Rect(0, 0, 50, 40), (5.0, 5.0, 0.0, 0.0)
    square = rules.ground(rect, RED, (), "n", "tint")
    assert square == Box(rect=rect, fill=RED, node="n", role="tint")
    assert rules.ground(rect, RED, radii, "n", "tint") == rounded.panel(
        rect, RED, radii, "n", "tint"
    )
    style = style_of("thin")
    assert style is not None
    assert rules.frame(("thin",) * 4, rect, "n", radii) == rounded.frame(style, rect, radii, "n")
    assert rules.frame(("none",) * 4, rect, "n", radii) == []
