"""What overprints: the table of kinds, and stacks of ink against a page painted point by point."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.color import BLACK, WHITE, Color
from layout.display.extent import Ltrb
from layout.display.items import Box, GlyphRun, Item, Path, Picture, Step, Stroke, color_of
from layout.display.overprint import (
    KNOCKS_OUT,
    OVERPRINTS,
    Laid,
    Look,
    laid,
    laid_parts,
    overprints,
    type_box,
)
from layout.display.press import PressFacts
from layout.geometry import Rect
from layout.lastmade import LastMade
from layout.record import replace
from tests.toypage import page

LIMIT, LINES = 240.0, 2.0
TINT, RED = Color(m=8, y=8), Color(m=100, y=100)
GOLD = Color(m=20, y=60, k=20, spot="PANTONE 871 C")
WHOLE = Rect(0, 0, 100, 100)


def type_(size: float = 9, *, x: float = 10, y: float = 50, **more: object) -> GlyphRun:
    return GlyphRun(
        face="f", size=size, x=x, y=y, glyphs=(1,), xs=(0.0,), clusters=(0,), text="字",
        width=size, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def over(ground: Item | None, item: Item, limit: float = LIMIT) -> Laid:
    items = [item] if ground is None else [ground, item]
    return printed(items, limit)[-1]


def printed(items: Sequence[Item], limit: float = LIMIT, look: Look | None = None) -> list[Laid]:
    """How items are printed, but for how much ink is under them."""
    return [how._replace(inks=0.0) for how in laid(items, limit, LINES, look)]


def box(color: Color, rect: Rect = WHOLE, role: str = "tint") -> Box:
    return Box(rect=rect, fill=color, role=role)


HAIR = Box(rect=Rect(0, 50, 100, 0.3), fill=BLACK, role="rule")
MODULES = Path(
    steps=(("M", (20, 20)), ("L", (40, 20)), ("L", (40, 40)), ("Z", ())), color=BLACK, filled=True,
    role="code",
)  # fmt: skip
PHOTO = Picture(rect=WHOLE, source="a.jpg")


@pytest.mark.parametrize("ground", [None, box(TINT), box(Color(k=30)), box(GOLD), box(WHITE)])
@pytest.mark.parametrize(
    "item", [type_(9), type_(12), type_(72), type_(30, hollow=True, stroke_em=0.02), HAIR, MODULES]
)
def test_black_overprints_what_it_adds_little_to(ground: Item | None, item: Item) -> None:
    assert over(ground, item) == OVERPRINTS


@pytest.mark.parametrize(
    "color", [WHITE, Color(k=99.5), Color(c=1, k=100), RED, GOLD, replace(BLACK, spot="黑金")]
)
@pytest.mark.parametrize("kind", ["type", "rule", "code"])
def test_nothing_but_k_alone_overprints(color: Color, kind: str) -> None:
    kinds: dict[str, Item] = {
        "type": type_(9, color=color), "rule": replace(HAIR, fill=color),
        "code": replace(MODULES, color=color),
    }  # fmt: skip
    assert over(box(TINT), kinds[kind]) == KNOCKS_OUT


@pytest.mark.parametrize("item", [type_(9), type_(40), HAIR, MODULES])
def test_black_stops_on_more_ink_than_the_press_takes(item: Item) -> None:
    assert over(box(RED), item) == KNOCKS_OUT
    assert over(box(RED), item, limit=300) == OVERPRINTS
    assert over(box(Color(c=70, m=70)), item) == OVERPRINTS  # 240 %
    assert over(box(Color(c=70, m=71)), item) == KNOCKS_OUT
    assert over(box(Color(c=70, m=70, k=90)), item) == OVERPRINTS  # its K is K's
    assert over(box(GOLD), item, limit=200) == OVERPRINTS
    assert over(box(GOLD), item, limit=199) == KNOCKS_OUT


@pytest.mark.parametrize(
    "item",
    [
        Box(rect=Rect(0, 0, 50, 2), fill=BLACK, role="rule"), box(BLACK, role="panel"),
        Stroke(x1=0, y1=1, x2=50, y2=1, width=2, color=BLACK),
        replace(MODULES, role="panel"), replace(MODULES, role=""),
        Path(steps=(("M", (0, 1)), ("L", (50, 1))), color=BLACK, width=2),
    ],
)  # fmt: skip
def test_black_areas_and_heavy_lines_knock_out(item: Item) -> None:
    assert over(box(TINT), item) == KNOCKS_OUT


def test_the_press_says_which_lines_are_thin() -> None:
    rule = Box(rect=Rect(0, 0, 50, 2.5), fill=BLACK, role="rule")
    sheet = page(box(TINT), rule)
    assert overprints(sheet)[1] == KNOCKS_OUT
    assert overprints(replace(sheet, press=PressFacts(overprint_lines=3.0)))[1] == OVERPRINTS
    tight = replace(sheet, items=(box(RED), type_()), press=PressFacts(ink_limit=300.0))
    assert overprints(tight)[1] == OVERPRINTS


def test_how_much_is_under_type_that_knocks_out_is_told() -> None:
    assert [how.inks for how in laid([box(RED), type_(), HAIR], LIMIT, LINES)] == [0, 200, 0]
    assert laid([box(GOLD), type_()], 199, LINES)[-1].inks == 100
    assert laid([box(TINT), type_()], LIMIT, LINES)[-1].inks == 0


def test_a_rule_stops_at_a_full_colour_alone() -> None:
    found = laid([box(RED, Rect(20, 40, 30, 20)), box(TINT, Rect(60, 0, 40, 100)), HAIR], 240, 2)
    assert found[-1] == Laid(over=True, stops=((20, 50, 50, 50.3),))


@pytest.mark.parametrize(
    ("photo", "stops"),
    [
        (Rect(0, 0, 200, 50.01), ()),  # laps the line by a hundredth
        (Rect(0, 50.5, 200, 50), ()),  # and from below
        (Rect(0, 0, 200, 50.2), ((10, 50, 110, 50.2),)),
        (Rect(0, 0, 200, 50.45), None),  # leaves a sliver of it: it knocks out whole
        (Rect(0, 50.05, 200, 50), None),
        (Rect(0, 0, 10.05, 100), ()),  # along the line
        (Rect(10.05, 0, 99.9, 100), None),
        (Rect(0, 0, 60, 100), ((10, 50, 60, 50.51),)),
        (Rect(0, 0, 60, 50.01), ()),
        (Rect(0, 0, 60, 50.45), ((10, 50, 60, 50.51),)),
    ],
)
def test_no_sliver_of_a_line_is_printed_otherwise_than_the_rest(
    photo: Rect, stops: tuple[Ltrb, ...] | None
) -> None:
    """A keyline that is centred on the edge of a picture laps it by what rounding leaves."""
    line = Box(rect=Rect(10, 50, 100, 0.51), fill=BLACK, role="keyline")
    found = over(replace(PHOTO, rect=photo), line)
    assert found == (KNOCKS_OUT if stops is None else Laid(over=True, stops=stops))
    hair = replace(line, rect=Rect(10, 50, 100, 0.08))  # it is thinner than a sliver
    assert over(replace(PHOTO, rect=Rect(0, 0, 200, 100)), hair) == KNOCKS_OUT


def test_what_is_covered_is_not_under_it() -> None:
    quiet = box(WHITE, Rect(10, 10, 40, 40), "quiet")
    assert printed([box(RED), quiet, MODULES])[-1] == OVERPRINTS
    assert printed([box(RED), replace(quiet, rect=Rect(10, 10, 25, 40)), MODULES])[-1] == Laid(
        over=False
    )
    assert laid([MODULES, box(RED)], LIMIT, LINES)[0] == OVERPRINTS  # painted over it later


def round_panel(color: Color, left: float, top: float, size: float) -> Path:
    """An octagon for a panel with round corners."""
    a, b, c, d = (0.0, size * 0.3, size * 0.7, size)
    points = [(b, a), (c, a), (d, b), (d, c), (c, d), (b, d), (a, c), (a, b)]
    steps: list[Step] = [
        ("M" if not n else "L", (left + x, top + y)) for n, (x, y) in enumerate(points)
    ]
    return Path(steps=(*steps, ("Z", ())), color=color, filled=True, role="panel")


def test_a_round_panel_hides_what_is_inside_its_shape() -> None:
    panel = round_panel(TINT, 10, 10, 60)
    assert printed([box(RED), panel, type_(9, x=35, y=45)])[-1] == OVERPRINTS
    assert printed([box(RED), panel, type_(9, x=12, y=20)])[-1] == KNOCKS_OUT


def test_a_border_is_under_what_crosses_it_and_nothing_else() -> None:
    border = Path(
        steps=(("M", (10, 10)), ("L", (90, 10)), ("L", (90, 90)), ("L", (10, 90)), ("Z", ())),
        color=RED, width=1,
    )  # fmt: skip
    assert over(border, type_(9, x=40)) == OVERPRINTS
    assert over(border, HAIR).stops == ((89.5, 50, 90.5, 50.3),)


def test_on_a_picture_lines_stop_and_type_is_looked_under() -> None:
    seen: list[tuple[str, Ltrb]] = []

    def look(picture: Picture, part: Ltrb) -> float | None:
        seen.append((picture.source, part))
        return 140.0 if part[1] < 50 else 141.0

    def on_photo(item: Item) -> Laid:
        return printed([PHOTO, item], look=look)[-1]

    assert over(PHOTO, HAIR) == on_photo(HAIR) == KNOCKS_OUT
    keyline = Box(rect=Rect(90, 50, 30, 0.3), fill=BLACK, role="keyline")
    assert over(PHOTO, keyline).stops == ((90, 50, 100, 50.3),)
    assert over(PHOTO, type_(11.9)) == OVERPRINTS  # GWG asks for it
    assert over(PHOTO, type_(12)) == KNOCKS_OUT
    assert not seen
    assert on_photo(type_(40, y=50)) == OVERPRINTS
    assert on_photo(type_(9, y=70)) == KNOCKS_OUT
    assert seen[0] == ("a.jpg", type_box(type_(40, y=50)))
    assert laid([PHOTO, type_(9)], LIMIT, LINES, lambda *_: None)[-1] == OVERPRINTS  # not known
    assert laid([PHOTO, type_(12)], LIMIT, LINES, lambda *_: None)[-1] == KNOCKS_OUT
    plate: list[Item] = [PHOTO, box(TINT, Rect(0, 40, 100, 40), "panel"), type_(20, y=60)]
    assert laid(plate, LIMIT, LINES)[-1] == OVERPRINTS  # of the picture nothing is under it


Point = tuple[float, float]
SIDE = 20
POINTS: list[Point] = [(x + 0.5, y + 0.5) for x in range(SIDE) for y in range(SIDE)]


def inside(part: Ltrb, at: Point) -> bool:
    return part[0] <= at[0] <= part[2] and part[1] <= at[1] <= part[3]


def area(item: Item) -> Ltrb:
    if isinstance(item, GlyphRun):
        return type_box(item)
    assert isinstance(item, Box)
    return (item.rect.x, item.rect.y, item.rect.right, item.rect.bottom)


def painted(items: Sequence[Item], found: Sequence[Laid]) -> dict[Point, list[dict[str, float]]]:
    """The plates at each point after each item, as a press would have them: by hand."""
    out = {}
    for at in POINTS:
        plates: dict[str, float] = {}
        steps = []
        for item, how in zip(items, found, strict=True):
            if inside(area(item), at):
                keeps = how.over and not any(inside(stop, at) for stop in how.stops)
                plates = {**(plates if keeps else {}), **color_of(item).inks}
            steps.append(plates)
        out[at] = steps
    return out


whole = st.integers(0, SIDE - 1)
colors = st.sampled_from(
    [BLACK, BLACK, WHITE, TINT, RED, GOLD, Color(c=70, m=70, y=10), Color(c=40, k=60)]
)
boxes = st.builds(
    lambda x, y, w, h, color: Box(rect=Rect(x, y, w, h), fill=color),
    whole, whole, st.integers(1, 12), st.integers(1, 12), colors,
)  # fmt: skip
runs = st.builds(
    lambda x, y, size, color: type_(size, x=x, y=y, color=color),
    whole, whole, st.integers(2, 14), colors,
)  # fmt: skip


@given(st.lists(st.one_of(boxes, runs), max_size=8), st.sampled_from([150.0, 200.0, 240.0, 300.0]))
def test_no_stack_is_over_the_limit_and_nothing_stops_without_cause(
    items: list[Item], limit: float
) -> None:
    found = laid(items, limit, LINES)
    alone = max((color_of(item).total for item in items), default=0.0)
    paint = painted(items, found)
    for steps in paint.values():
        assert all(sum(plates.values()) <= max(limit, alone) for plates in steps)
    for order, (item, how) in enumerate(zip(items, found, strict=True)):
        if color_of(item) != BLACK or how == OVERPRINTS:
            continue
        thin = isinstance(item, GlyphRun) or min(item.rect.width, item.rect.height) < LINES  # type: ignore[union-attr]
        if not thin:
            assert how == KNOCKS_OUT
            continue
        # It stops somewhere because under it, at some depth, there is too much; one thing alone can
        # hide that, and where several do so together it stops for nothing: that is the safe side.
        under = [color_of(i) for i in items[:order]]
        assert any(100 + sum(c.inks.values()) - c.inks.get("Black", 0) > limit for c in under)


@given(
    st.lists(st.lists(st.one_of(boxes, runs), max_size=4), max_size=4),
    st.lists(
        st.tuples(st.integers(0, 3), st.lists(st.one_of(boxes, runs), max_size=4)), max_size=6
    ),
)
def test_a_page_in_parts_is_printed_as_it_is_in_one(
    parts: list[list[Item]], changes: list[tuple[int, list[Item]]]
) -> None:
    last = LastMade()
    for at, items in [(len(parts), list[Item]()), *changes]:
        parts[at : at + 1] = [items]
        items_of = [(name, tuple(part)) for name, part in enumerate(parts)]
        whole = page(*(item for part in parts for item in part))
        last.begin()
        found = laid_parts(whole, items_of, None, last)
        assert [how for part in found for how in part] == overprints(whole)


def test_a_picture_is_looked_at_each_time() -> None:
    last, inks = LastMade(), [10.0]
    parts: list[tuple[str, tuple[Item, ...]]]
    parts = [("a", (PHOTO,)), ("b", (type_(9),)), ("c", (replace(PHOTO, source="b.jpg"),))]
    whole = page(*(item for _, items in parts for item in items))
    for much, over_it in ((10.0, True), (300.0, False), (10.0, True)):
        inks[0] = much
        found = laid_parts(whole, parts, lambda *_: inks[0], last)
        assert found[1][0].over is over_it
