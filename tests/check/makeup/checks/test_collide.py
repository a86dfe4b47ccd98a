"""What is covered, crossed or printed over: each broken page and its mended twin."""

from itertools import pairwise
from typing import Any

import pytest

from layout.api import Session
from layout.check.makeup.checks import collide, out
from layout.check.makeup.gather import gather
from layout.color import BLACK, WHITE, Color
from layout.diagnostics import Place
from layout.display.extent import Ltrb
from layout.display.items import BlockPlace, Box, GlyphRun, Item, Path, Picture, Stroke
from layout.geometry import Rect
from layout.record import replace
from layout.words.said import Said, said
from tests.check.pages import (
    Square,
    found,
    run,
    story_block,
    subject,
    told_by,
)
from tests.conftest import Project
from tests.told import Told
from tests.told import told as key_and_values
from tests.typed import near

K = Color(k=100.0)
OVER = Rect(110, 180, 60, 40)
TEXT = run("正文一行字", 100, 200, "s.md#p1")
"""Five em of 10 pt from 100; em boxes from 191.2 to 201.2, ink a pt and a half inside them."""


def picture(where: Rect, node: str = "p", **more: object) -> Picture:
    return Picture(rect=where, source="a.jpg", node=node, **more)  # type: ignore[arg-type]


def box(where: Rect, role: str = "panel", node: str = "q") -> Box:
    return Box(rect=where, fill=K, node=node, role=role)


def told(*items: Item, **more: Any) -> list[Told]:
    return told_by(collide.CHECK, subject(items, **more))


def words(text: str, node: str) -> Said:
    return said("part.words-of", text=text, node=node)


def thing(kind: str, node: str) -> Said:
    return said("part.thing-of", thing=said(f"part.{kind}"), node=node)


def met(sub: str, one: Said, other: Said, wide: float, high: float) -> Told:
    """What one does to the other, on so many points, to a twentieth."""
    size = {"width_pt": near(wide, abs=0.05), "height_pt": near(high, abs=0.05)}
    return f"COLLIDE.{sub}", {"one": one, "other": other, "more": "", **size}


def pair(told: Told) -> tuple[str, Said, Said]:
    """What one does to the other."""
    key, values = told
    return key.removeprefix("COLLIDE."), values["one"], values["other"]


# Type under something, on something
def test_type_under_a_picture_is_told_with_how_much_of_it() -> None:
    assert told(TEXT, picture(OVER)) == [
        met("lies-under", words("正文一行字", "s.md"), thing("picture", "p"), 36.8, 6.8)
    ]
    assert not told(TEXT, picture(Rect(300, 180, 60, 40)))


@pytest.mark.parametrize("role", ["panel", "tint"])
def test_a_block_that_covers_its_own_type_is_told(role: str) -> None:
    """A label over the title of its story: `COLLIDE` looked at pairs of two blocks only."""
    title = run("把桥走完", 100, 200, "s.md#title")
    (one,) = told(title, box(OVER, role, "s.md#label"))
    assert pair(one) == ("lies-under", words("把桥走完", "s.md"), thing(role, "s.md#label"))
    assert not told(box(OVER, role, "s.md#label"), run("栏目", 112, 200, "s.md#label"))


def test_a_cut_out_covers_what_lies_inside_its_outline() -> None:
    beside = ((150.0, 180.0), (170.0, 180.0), (170.0, 190.0))
    over = ((110.0, 180.0), (170.0, 180.0), (170.0, 220.0), (110.0, 220.0))
    assert not told(TEXT, picture(OVER, clip=beside))
    assert told(TEXT, picture(OVER, clip=over))


def test_type_stands_on_what_is_behind_all_of_its_block() -> None:
    whole = Rect(90, 180, 80, 60)
    second = run("第二行", 100, 215, "t")
    first = run("第一行", 100, 200, "t")
    assert not told(picture(whole), first, second)
    assert not told(box(whole, "tint"), first, second)
    half = Rect(90, 180, 80, 25)
    assert told(picture(half), first, second) == [
        met("stands-on", words("第一行", "t"), thing("picture", "p"), 26.8, 6.8)
    ]


def test_type_across_the_edge_of_its_own_ground_is_told() -> None:
    ground = box(Rect(90, 180, 42, 30), node="s.md#title")
    (one,) = told(ground, run("超出题底", 100, 200, "s.md#title"))
    across = ("stands-across", words("超出题底", "s.md"), thing("panel", "s.md#title"))
    assert pair(one) == across
    assert not told(ground, run("题底", 100, 200, "s.md#title"))
    assert told(box(Rect(90, 180, 39.5, 30), node="s.md"), run("间隙四字", 100, 200, "s.md#title"))


@pytest.mark.parametrize(
    ("ground", "words", "count"),
    [
        ("s.md#summary", "s.md#summary", 0), ("s.md#summary", "s.md#p1", 1),
        ("s.md#label", "s.md#title", 1), ("s.md", "s.md#title", 0), ("s.md", "s.md#p1", 1),
        ("header#folio", "header#left", 1), ("p#caption", "p#credit", 0), ("p", "p#caption", 0),
        ("q#label", "q#2", 1),
    ],
)  # fmt: skip
def test_a_ground_belongs_to_a_part_of_its_block(ground: str, words: str, count: int) -> None:
    blocks = [story_block("s.md", Rect(0, 0, 400, 400))]
    other = run("别处", 300, 300, words)  # so that the ground is not behind all of the block
    items = (box(OVER, node=ground), run("题底", 120, 205, words), other)
    assert len(told(*items, blocks=blocks)) == count


def test_text_may_run_on_a_picture_outside_the_polygon_that_it_runs_round() -> None:
    left = ((110.0, 180.0), (120.0, 180.0), (120.0, 220.0), (110.0, 220.0))
    beside = run("绕排的字在图外", 125, 200, "s.md#p1")
    assert told(picture(OVER), beside)
    assert not told(picture(OVER), beside, wrapped={"p": left})
    assert told(beside, picture(OVER), wrapped={"p": left})  # painted over it all the same


# Type on type
@pytest.mark.parametrize(("y", "count"), [(200.0, 1), (206.0, 1), (208.0, 0), (212.0, 0)])
@pytest.mark.parametrize("node", ["t.md#p1", "s.md#p1", "s.md#p2", "s.md#title", "s.md#byline"])
def test_type_on_type_whoever_has_it(y: float, count: int, node: str) -> None:
    """At 10 pt em boxes that share less than 0.3 em are only close. At one level, a line of the
    same node is the same line, which is looked at below."""
    if (y, node) == (200.0, "s.md#p1"):
        return
    assert len(told(TEXT, run("别处的字", 110, y, node))) == count


def test_runs_of_one_line_may_close_up_and_not_lie_on_one_another() -> None:
    assert not told(TEXT, run("接着", 150, 200, "s.md#p1"))
    assert not told(TEXT, run("挤", 147, 200, "s.md#p1"))
    assert told(TEXT, run("压住", 130, 200, "s.md#p1"))


def test_white_type_is_type() -> None:
    assert told(TEXT, replace(run("白字", 110, 200, "t"), color=WHITE))


def test_ink_decides_and_not_the_em() -> None:
    """Marks whose ink is in the first quarter of the em stand clear of what lies over the rest."""
    other = run("别处", 100, 200, "t")
    full = {"face": lambda key: Square()}
    assert told(TEXT, other, **full)
    narrow = {"face": lambda key: Square(left=0, right=250)}
    assert not told(TEXT, replace(other, x=105), **narrow)
    assert told(TEXT, replace(other, x=101), **narrow)


def test_many_lines_that_collide_in_one_way_are_told_once() -> None:
    lines = [run("行行相压", 100, 200 + 4 * k, f"s.md#p{k}") for k in range(12)]
    (one,) = told(*lines)
    assert one[1]["more"].key == "part.more-like-it"
    assert one[1]["more"]["count"] > 1


def column(text: str, x: float, y: float, node: str, *, turned: bool = False) -> GlyphRun:
    made = run(text, x, y, node)
    return replace(made, vertical=True, turned=turned, ys=tuple(0.0 for _ in made.xs))


def test_columns_that_run_down_are_held_against_lines() -> None:
    down = column("竖排的字", 120, 180, "t")
    assert told(TEXT, down, face=lambda key: Square())
    assert not told(TEXT, replace(down, x=200), face=lambda key: Square())


# Rules
@pytest.mark.parametrize("first", [True, False])
def test_a_rule_through_type_is_told_whichever_is_painted_first(first: bool) -> None:
    rule = box(Rect(124, 150, 0.3, 100), "rule")
    items = (rule, TEXT) if first else (TEXT, rule)
    assert told(*items) == [
        met("goes-through", thing("rule", "q"), words("正文一行字", "s.md"), 0.3, 6.8)
    ]
    assert not told(replace(rule, rect=Rect(95, 150, 0.3, 100)), TEXT)


def test_dotted_rules_and_borders_strike_as_well() -> None:
    dots = Stroke(x1=90, y1=196, x2=200, y2=196, width=0.6, color=K, dash=(0, 2), node="q")
    assert told(TEXT, dots)
    assert not told(TEXT, replace(dots, y1=206, y2=206))
    frame = Path(
        steps=(("M", (80, 150)), ("L", (180, 150)), ("L", (180, 250)), ("L", (80, 250)), ("Z", ())),
        color=K, width=1.0, node="q",
    )  # fmt: skip
    assert not told(TEXT, frame)  # it goes round
    across = (("M", (80.0, 150.0)), ("C", (80.0, 196.0, 120.0, 196.0, 180.0, 196.0)))
    assert told(TEXT, replace(frame, steps=across))


def test_a_column_rule_through_a_picture_is_told() -> None:
    rule = box(Rect(140, 100, 0.3, 300), "rule", "s.md")
    assert told(picture(OVER), rule) == [
        met("goes-through", thing("rule", "s.md"), thing("picture", "p"), 0.3, 40.0)
    ]
    assert not told(picture(OVER, node="s.md"), rule)  # its own keyline, a rule between its parts
    assert not told(picture(OVER), replace(rule, rect=Rect(109.8, 100, 0.3, 300)))  # its edge


def test_a_rule_on_a_tint_is_good_and_one_into_it_is_not() -> None:
    tint = box(OVER, "tint")
    assert not told(tint, box(Rect(120, 190, 40, 0.3), "rule", "r"))
    assert told(tint, box(Rect(120, 190, 140, 0.3), "rule", "r"))
    (hidden,) = found(collide.CHECK, subject([box(Rect(100, 190, 90, 1.0), "rule", "r"), tint]))
    assert hidden.severity == "warning"


# Pictures and grounds
def test_a_label_may_hang_over_the_frame_of_its_story() -> None:
    frame = box(Rect(80, 150, 300, 0.3), "rule", "lead")
    label = box(Rect(90, 150, 60, 20), node="s.md#label")
    assert told(frame, label)
    place = replace(story_block("s.md", Rect(80, 150, 300, 300)), id="lead")
    assert not told(frame, label, blocks=[place])


def test_a_picture_that_something_covers_is_told() -> None:
    (one,) = found(collide.CHECK, subject([picture(OVER), picture(Rect(150, 200, 60, 60), "o")]))
    assert key_and_values(one) == met(
        "covers", thing("picture", "o"), thing("picture", "p"), 20.0, 20.0
    )
    assert one.severity == "warning"
    assert told(picture(OVER), box(Rect(150, 200, 60, 60)))
    assert not told(picture(OVER), box(Rect(110, 200, 60, 20), node="p#caption"))  # its own
    assert not told(picture(OVER), picture(Rect(170, 180, 60, 40), "o"))  # beside it


def test_a_tint_behind_all_of_a_block_is_good_and_one_behind_half_of_it_is_not() -> None:
    group = box(Rect(100, 170, 80, 60), "tint", "group")
    assert not told(group, picture(OVER))
    assert not told(group, box(OVER, "tint"))
    assert told(group, picture(Rect(150, 200, 60, 40)))


# Type that touches
@pytest.mark.parametrize(("x", "white"), [(148.2, None), (149.0, "0.50"), (149.6, None)])
def test_type_that_comes_too_near_to_an_edge(x: float, white: str | None) -> None:
    """The ink ends at 148.5; from 149.5 there is a point of white."""
    found = told(TEXT, box(Rect(x, 180, 60, 40)))
    if white is None:
        assert "COLLIDE.touches" not in [key for key, _ in found]
    else:
        (one,) = found
        assert pair(one) == ("touches", words("正文一行字", "s.md"), thing("panel", "q"))
        assert (one[1]["white_pt"], one[1]["least_pt"], one[1]["more"]) == (white, "1.00", "")
    assert not told(TEXT, box(Rect(149.0, 180, 60, 40)), checks="{COLLIDE: {gap: 0.4pt}}")


@pytest.mark.parametrize(
    ("color", "node", "count"), [(WHITE, "s.md#2", 0), (BLACK, "s.md#2", 1), (WHITE, "q", 1)]
)
def test_white_of_ones_own_that_words_come_near_is_no_ink(
    color: Color, node: str, count: int
) -> None:
    edge = replace(box(Rect(149.0, 180, 60, 40), node=node), fill=color)
    assert len(told(edge, TEXT)) == count


def test_type_that_touches_is_told_of_rules_pictures_and_from_inside() -> None:
    first, *_ = told(TEXT, box(Rect(100, 200.2, 60, 0.3), "rule"))
    assert pair(first) == ("touches", words("正文一行字", "s.md"), thing("rule", "q"))
    assert told(TEXT, picture(Rect(100, 200.2, 60, 30)))
    assert told(picture(Rect(100, 160, 60, 32.0)), TEXT)
    assert told(box(Rect(101, 180, 80, 40), node="s.md"), TEXT)
    assert not told(box(Rect(99, 180, 80, 40), node="s.md"), TEXT)
    (one,) = found(collide.CHECK, subject([TEXT, picture(Rect(100, 200.2, 60, 30))]))
    assert one.severity == "warning"


def crowded(step: float, *, size: float = 10.0, ink: int = 1000) -> list[Told]:
    made = run("字距太紧", 100, 200, "s.md#title", size=size)
    close = replace(made, xs=tuple(step * k for k in range(4)))
    return told(close, face=lambda key: Square(right=ink))


def run_on(text: str, wide: float) -> Told:
    """Characters of a title that stand so much on one another."""
    size = {"width_pt": near(wide), "height_pt": near(8.8)}
    return "COLLIDE.run", {"one": words(text, "s.md"), "more": "", **size}


def test_type_set_closer_than_its_ink_is_wide_is_told() -> None:
    assert crowded(8.0) == [run_on("字距太紧", 2.0)]
    assert not crowded(10.0)
    assert crowded(9.0) == [run_on("字距太紧", 1.0)]
    assert not crowded(9.6)
    assert not crowded(0.0, ink=300)  # marks on a letter
    assert not crowded(1.0, ink=300)  # narrow letters that are kerned


def test_one_close_pair_of_many_is_a_kerned_one() -> None:
    made = run("字距太紧", 100, 200, "s.md#title")
    kerned = replace(made, xs=(0.0, 9.0, 19.0, 29.0))
    assert not told(kerned, face=lambda key: Square(right=1000))
    far = replace(made, xs=(0.0, 8.0, 18.0, 28.0))
    assert told(far, face=lambda key: Square(right=1000))


TWICE = [
    BlockPlace(id="one", kind="story", rect=Rect(90, 100, 100, 80), node="s.md"),
    BlockPlace(id="two", kind="story", rect=Rect(90, 185, 100, 80), node="s.md"),
]


def test_a_story_in_two_blocks_stands_on_the_tint_of_that_it_is_in() -> None:
    """Its own tint was an error of the second block."""
    above = run("正文一行字", 100, 120, "s.md#p1")
    tint = box(Rect(90, 185, 100, 80), "tint", "two")
    assert not told(tint, above, TEXT, blocks=TWICE)
    assert not told(tint, above, TEXT, blocks=TWICE[::-1])
    part = box(Rect(90, 185, 30, 80), "tint", "one")
    (one,) = told(part, above, TEXT, blocks=TWICE)
    on = ("stands-on", words("正文一行字", "s.md (two)"), thing("tint", "s.md (one)"))
    assert pair(one) == on


def test_a_block_is_set_too_close_where_another_of_its_story_is_not() -> None:
    """Four good lines of the first block do not speak for the second."""
    text = "字距正好的一行正文"
    good = [run(text, 95, 110 + 15 * k, f"s.md#p{k + 1}") for k in range(4)]
    close = replace(run(text, 95, 200, "s.md#p1"), xs=tuple(7.0 * k for k in range(len(text))))
    (one,) = told(*good, close, blocks=TWICE, face=lambda key: Square())
    assert (one[0], one[1]["one"]) == ("COLLIDE.run", words(text, "s.md (two)"))


def test_a_fault_of_each_of_its_blocks_is_told_at_its_block() -> None:
    rules = [box(Rect(100, y, 60, 1.0), "rule", "r") for y in (116, 196)]
    above = run("正文一行字", 100, 120, "s.md#p1")
    page = subject([above, TEXT, *rules], blocks=TWICE)
    lines = {"one": Place("T.yaml", 3, 5), "two": Place("T.yaml", 9, 5)}
    both = found(collide.CHECK, replace(page, places=lines))
    assert [pair(key_and_values(f)) for f in both] == [
        ("goes-through", thing("rule", "r"), words("正文一行字", f"s.md ({block})"))
        for block in ("one", "two")
    ]
    assert [getattr(f.where, "line", 0) for f in both] == [3, 9]
    assert all({block, "s.md"} <= set(f.about) for f, block in zip(both, lines, strict=True))


def test_a_border_costs_no_more_than_what_it_comes_near(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page in a border of four thousand pieces: its lines are not held against each of them."""
    from layout.check.makeup import collisions, ink

    calls = [0]
    real = ink.common

    def counted(a: Ltrb, b: Ltrb) -> Ltrb | None:
        calls[0] += 1
        return real(a, b)

    monkeypatch.setattr(ink, "common", counted)
    monkeypatch.setattr(collisions, "common", counted)
    corners = [(40.0, 40.0), (460.0, 40.0), (460.0, 700.0), (40.0, 700.0), (40.0, 40.0)]
    points = [
        (x0 + (x1 - x0) * k / 1000, y0 + (y1 - y0) * k / 1000)
        for (x0, y0), (x1, y1) in pairwise(corners)
        for k in range(1000)
    ]
    border = Path(
        steps=(("M", points[0]), *(("L", p) for p in points[1:])), color=K, width=1.0, node="s.md"
    )
    lines = [run("一行正文的字都在花边里面", 60, 60 + 12 * k, f"s.md#p{k}") for k in range(50)]
    assert not told(border, *lines)
    assert calls[0] <= 6 * len(lines)  # each line against itself
    assert told(border, *lines, run("压边", 455, 300, "s.md#p99"))


def test_a_touch_that_is_an_error_is_no_warning_besides() -> None:
    line = run("正文一行字", 100, 200, "s.md#p1")
    through = Box(rect=Rect(100, 196, 20, 0.5), fill=BLACK, node="q", role="rule")
    beside = Box(rect=Rect(125, 200.2, 20, 0.5), fill=BLACK, node="q", role="rule")
    assert len(told_by(collide.CHECK, subject([line, through]))) == 1
    (one,) = told_by(collide.CHECK, subject([line, beside]))
    assert one[0] == "COLLIDE.touches"
    (both,) = told_by(collide.CHECK, subject([line, through, beside]))
    assert both[0] == "COLLIDE.goes-through"


# What is drawn at words, and the letters over them
def test_a_line_under_words_may_be_near_its_own_paragraph_and_less_so_another() -> None:
    """As near to another one of its story as 0.03 em, which is told then."""
    under = Box(rect=Rect(100, 200.3, 50, 0.3), fill=K, node="s.md#p1", role="rule")
    assert not told(TEXT, under)
    low = max(box[3] for box in subject([TEXT]).inks.boxes(TEXT))
    for white, node, count in ((0.2, "s.md#p2", 1), (0.4, "s.md#p2", 0), (0.9, "t.md#p2", 1)):
        other = replace(under, rect=Rect(100, low + white, 50, 0.3), node=node)
        found = told(TEXT, other)
        assert [pair(one)[0] for one in found] == ["touches"] * count
        least = "0.30" if node == "s.md#p2" else "1.00"
        assert [values["least_pt"] for _, values in found] == [least] * count


def test_words_are_as_near_to_the_open_edge_of_their_box_as_its_lines_are_apart() -> None:
    low = max(box[3] for box in subject([TEXT]).inks.boxes(TEXT))
    blocks = [story_block("s.md", Rect(0, 0, 400, 400))]
    other = run("别处", 300, 300, "s.md#p1")
    for white, node, count in ((0.2, "s.md#box", 1), (0.4, "s.md#box", 0), (0.4, "s.md", 1)):
        ground = box(Rect(60, 150, 200, low + white - 150), node=node)
        assert len(told(ground, TEXT, other, blocks=blocks)) == count


@pytest.mark.parametrize(("part", "count"), [("p1", 0), ("ruby1", 0), ("end", 0), ("foot", 1)])
def test_what_stands_in_a_box_of_the_text_stands_on_its_ground(part: str, count: int) -> None:
    blocks = [story_block("s.md", Rect(0, 0, 400, 400))]
    other = run("别处", 300, 300, "s.md#p2")
    items = (box(OVER, node="s.md#box"), run("题底", 120, 205, f"s.md#{part}"), other)
    assert len(told(*items, blocks=blocks)) == count


def test_a_line_drawn_through_its_own_words_is_told() -> None:
    through = Box(rect=Rect(100, 196.0, 50, 0.3), fill=K, node="s.md#p1", role="rule")
    assert [pair(one)[0] for one in told(TEXT, through)] == ["goes-through"]


@pytest.mark.parametrize(("y", "what"), [(203.0, ["stands-on"]), (206.0, [])])
def test_letters_over_a_line_that_stand_on_the_one_above_are_told(
    y: float, what: list[str]
) -> None:
    letters = run("中中中", 100, y, "s.md#ruby2", size=5.0)
    assert [pair(one)[0] for one in told(TEXT, letters)] == what


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ("", []),
        ("ruling: all, stripe_fill: K8, ", []),
        ("style: body, notes: 注, ", []),
        ("leading: 8pt, ruling: rows, ", ["COLLIDE.goes-through", "COLLIDE.stands-on"]),
    ],
)
def test_words_of_a_table_stand_near_its_rules_and_are_not_struck(
    project: Project, keys: str, codes: list[str]
) -> None:
    project.write("data.csv", "名,说\npay,gypsy\n^^,（字）\n丙,jpg\n丁,jpg\n")
    page = (
        "page: G1\nformat: tabloid\nblocks:\n"
        f"  - {{id: t, table: data.csv, {keys}at: {{cols: 1-2, lines: 82-86}}}}\n"
    )
    made = gather(Session().page(project.write("G1.yaml", page)).composed)
    assert not told_by(out.CHECK, made)
    assert sorted({key for key, _ in told_by(collide.CHECK, made)}) == codes


@pytest.mark.parametrize(
    "given",
    [
        "{barcode: '9779999999008'}",
        "{barcode: '123456789012', magnification: 200%}",
        "{barcode: 9999-9994, addon: '07'}",
        "{barcode: 9999-9994, addon: '01289', magnification: 80%}",
        "{qr: 'https://www.example.com/'}",
    ],
)
def test_the_figures_of_a_code_stand_between_its_bars(project: Project, given: str) -> None:
    page = "page: G1\nformat: tabloid\nblocks:\n"
    page += f"  - code: {given}\n    at: {{cols: 1-6, lines: 11-30}}\n"
    project.composed(page)
    made = Session().page(project.spec.parent / "G1.yaml")
    assert not list(collide.CHECK.run(gather(made.composed)))
    page_of = made.composed.page
    raised = tuple(replace(i, y=i.y - 20) if isinstance(i, GlyphRun) else i for i in page_of.items)
    struck = replace(made.composed, page=replace(page_of, items=raised))
    keys = {f.said.key for f in collide.CHECK.run(gather(struck))}
    assert keys == (set() if "qr" in given else {"COLLIDE.goes-through"})


FLAT = """\
styles:
  flat: {like: title, size: 40pt, v_scale: 60}
  label: {size: 12pt}
"""


@pytest.mark.parametrize(
    "block",
    [
        "text: [{text: 竖排与2026年“引号”, style: flat}]\n    vertical: true",
        "story: stories/a.md\n    headline: {vertical: true, style: flat, fill: tint}",
        "story: stories/a.md\n    headline: {fill: tint, corners: 3mm, lines: 9}\n"
        "    label: {stands: above, corners: pill}",
        "story: stories/a.md\n    label: {stands: above}\n"
        "    headline: {stands: beside, width: 60mm, fill: tint, corners: pill}",
    ],
)
def test_scaled_figures_and_labels_on_a_headlines_panel_are_no_collision(
    project: Project, block: str
) -> None:
    project.write("styles.yaml", FLAT)
    page = f"page: G1\nformat: tabloid\nblocks:\n  - {block}\n"
    story = "---\ntitle: 到2026年整\nlabel: 栏目\n---\n\n正文一段。\n"
    project.composed(f"{page}    at: {{cols: 1-4, lines: 1-40}}\n", {"a": story})
    made = Session().page(project.spec.parent / "G1.yaml")
    assert not [f for f in collide.CHECK.run(gather(made.composed)) if f.severity is None]
