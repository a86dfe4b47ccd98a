"""报眉 in its styles, 导读 in its forms, credits: where each part stands, and what does not fit."""

from itertools import pairwise, product
from typing import Any

import pytest

from layout.color import WHITE, Color
from layout.display.items import Box, Path
from layout.flow.furniture.furniture import furniture_height, make_furniture
from layout.flow.furniture.header import make_header
from layout.flow.furniture.headergroups import APART, LEAST, Free, stand
from layout.flow.placed import PlacedLine
from layout.geometry import Rect
from layout.spec.resolve.resolved import RCredits, RHeader, RIndex, RRule
from layout.words.said import said
from tests.flow.conftest import PITCH, block, changed, words
from tests.told import assert_told
from tests.typed import near

NEAR = pytest.approx
RED = Color(m=100.0, y=100.0)
BAND = Rect(20, 30, 400, 36)
STYLES = ("plain", "panel", "band", "centered", "divided")


def header(style="plain", **more):
    settings = {
        "rect": BAND, "folio": words("B1", 27.0), "outer": "left", "left": (words("左", 8.0),),
        "center": (), "right": (words("右上", 8.0), words("右", 8.0)), "rule": "wenwu",
        "style": style, "name": words("报名", 16.0), "fill": RED,
    }  # fmt: skip
    return RHeader(**(settings | more))


def lines_of(made):
    """Text, left, right and baseline of every line."""
    out = {}
    for item in made.items:
        if isinstance(item, PlacedLine):
            text = "".join(t.text for t in item.items.tokens)
            out[text] = (item.x, item.x + item.measure, item.baseline, item.style.color)
    return out


def boxes(made, role):
    return [i.rect for i in made.items if isinstance(i, Box) and i.role == role]


@pytest.mark.parametrize("outer", ["left", "right"])
@pytest.mark.parametrize("style", STYLES)
def test_the_parts_of_a_header_stand_where_they_are_put(setter, style, outer):
    made = make_header(setter, header(style, outer=outer))
    assert made.diagnostics == []
    at = lines_of(made)
    assert set(at) == {"B1", "报名", "左", "右上", "右"}
    for left, right, baseline, _ in at.values():
        assert BAND.x - 1e-6 <= left
        assert right <= BAND.right + 1e-6
        assert BAND.y < baseline < BAND.bottom
    if outer == "left":
        assert at["B1"][0] < min(at["报名"][0], at["左"][0])
        assert at["右"][1] <= BAND.right
    else:
        assert at["B1"][1] > max(at["报名"][1], at["右"][1])
    spans = sorted((a, b) for text, (a, b, _, _) in at.items() if text != "右")
    assert all(b <= c + 1e-6 for (_, b), (c, _) in pairwise(spans))


def test_a_band_is_reversed_and_has_no_rule_below(setter):
    made = make_header(setter, header("band"))
    assert boxes(made, "panel") == [Rect(BAND.x, BAND.y, BAND.width, 36 - 6.5)]
    assert boxes(made, "rule") == []
    assert {color for *_, color in lines_of(made).values()} == {WHITE}
    pale = make_header(setter, header("band", fill=Color(k=10.0)))
    assert WHITE not in {color for *_, color in lines_of(pale).values()}


def test_a_panel_holds_the_folio_alone_and_stands_on_the_rule(setter):
    made = make_header(setter, header("panel"))
    (panel,) = boxes(made, "panel")
    at = lines_of(made)
    assert panel.x < at["B1"][0] < at["B1"][1] < panel.right < at["报名"][0]
    assert at["B1"][0] - panel.x == NEAR(panel.right - at["B1"][1])
    assert panel.bottom == NEAR(BAND.bottom - 6.5)
    assert [text for text, (*_, color) in at.items() if color == WHITE] == ["B1"]


def test_a_centered_name_is_in_the_middle_between_two_rules(setter):
    at = lines_of(make_header(setter, header("centered", above="thick")))
    left, right, *_ = at["报名"]
    assert (left + right) / 2 == NEAR(BAND.x + BAND.width / 2)
    rules = boxes(make_header(setter, header("centered")), "rule")
    assert min(r.y for r in rules) < BAND.y + 1 < max(r.y for r in rules)


def test_compartments_have_rules_between_them(setter):
    made = make_header(setter, header("divided"))
    at = lines_of(made)
    upright = [r for r in boxes(made, "rule") if r.height > r.width]
    assert len(upright) == 2
    assert at["B1"][1] < upright[0].x < at["报名"][0]
    assert at["报名"][1] < upright[1].x < at["左"][0]


def test_a_header_that_is_too_high_or_too_wide_is_told(setter):
    big = make_header(setter, header(folio=words("B1", 60.0)))
    assert [d.code for d in big.diagnostics] == ["DISPLAY-HIGH"]
    wide = make_header(setter, header(right=(words("右" * 80, 8.0),)))
    assert "DISPLAY-WIDE" in [d.code for d in wide.diagnostics]


# 导读


def index(count=3, **more):
    settings: dict[str, Any] = {
        "label": words("导读", 20.0, color=WHITE),
        "items": tuple(
            (words(f"A{n}", 20.0), (words("题" * 4, 12.0),)) for n in range(1, count + 1)
        ),
    }  # fmt: skip
    return RIndex(**(settings | more))


def made_index(setter, content, last=12, width=200.0):
    one = block(content, last=last, width=width)
    return one, make_furniture(setter, one, pitch=PITCH, accent=RED)


@pytest.mark.parametrize("page_at", ["before", "above", "after"])
@pytest.mark.parametrize("label_at", ["left", "above", "beside", "none"])
@pytest.mark.parametrize("columns", [1, 2, 3])
def test_every_entry_is_in_its_block_and_none_over_another(setter, page_at, label_at, columns):
    content = index(page_at=page_at, label_at=label_at, columns=columns)
    one, made = made_index(setter, content, last=16, width=400.0)
    assert made.diagnostics == []
    entries = [i for i in made.items if isinstance(i, PlacedLine)]
    areas = []
    for line in entries:
        size = line.style.size
        area = Rect(line.x, line.baseline - 0.8 * size, line.measure, 0.8 * size)
        assert one.rect.holds(area)
        areas.append(area)
    for i, a in enumerate(areas):
        for b in areas[i + 1 :]:
            assert min(a.right, b.right) - max(a.x, b.x) < 1e-6 or (
                min(a.bottom, b.bottom) - max(a.y, b.y) < 1e-6
            )
    names = [i.node for i in entries]
    assert [n for n in names if n.endswith("#label")] == ["lead#label"] * (
        {"left": 2, "none": 0}.get(label_at, 1)
    )
    assert {f"lead#{n}" for n in (1, 2, 3)} <= set(names)


def test_numbers_stand_before_above_or_after_their_titles(setter):
    for page_at in ("before", "above", "after"):
        _, made = made_index(setter, index(page_at=page_at, label_at="none"))
        number, title = sorted(
            (i for i in made.items if isinstance(i, PlacedLine) and i.node == "lead#1"),
            key=lambda i: i.style.size, reverse=True,
        )  # fmt: skip
        assert (number.x < title.x) is (page_at == "before")
        assert (number.x > title.x + title.measure) is (page_at == "after")
        assert (number.baseline < title.baseline - 10) is (page_at == "above")


def test_a_leader_runs_from_the_title_to_its_number(setter):
    content = index(1, page_at="after", leader="thick", label_at="none")
    _, made = made_index(setter, content)
    (rule,) = boxes(made, "rule")
    title, number = (i for i in made.items if isinstance(i, PlacedLine))
    assert title.x + title.measure < rule.x < rule.right < number.x
    assert rule.y + rule.height / 2 == NEAR(title.baseline)


def test_rules_stand_between_entries_and_columns(setter):
    _, made = made_index(setter, index(4, columns=2, label_at="none", between="thin"), width=300.0)
    flat = [r for r in boxes(made, "rule") if r.width > r.height]
    down = [r for r in boxes(made, "rule") if r.height > r.width]
    assert (len(flat), len(down)) == (2, 1)
    _, none = made_index(setter, index(4, columns=2, label_at="none", between="none"), width=300.0)
    assert boxes(none, "rule") == []


def test_a_label_without_a_panel_has_a_rule_under_it(setter):
    _, made = made_index(setter, index(label_at="above", panel=False))
    assert boxes(made, "panel") == []
    assert boxes(made, "rule")[0].height == NEAR(0.992)


def test_entries_that_are_too_high_are_told(setter):
    _, made = made_index(setter, index(6), last=4)
    assert {d.code for d in made.diagnostics} == {"DISPLAY-HIGH"}


@pytest.mark.parametrize("page_at", ["before", "after"])
def test_titles_that_label_and_number_leave_no_room_are_told_once(setter, page_at):
    _, made = made_index(setter, index(1, page_at=page_at), width=88.0)
    (found,) = made.diagnostics
    assert_told(found, "DISPLAY-WIDE.index-label", {"size_pt": 12.0, "width_pt": 88.0})


@pytest.mark.parametrize("page_at", ["before", "above", "after"])
def test_all_titles_have_the_size_that_the_longest_needs(setter, page_at):
    titles = ("短题", "这一条题目长一些，排不下", "中等长的题目")
    items = tuple((words("A2", 14.0), (words(text, 17.0),)) for text in titles)
    _, made = made_index(setter, index(items=items, page_at=page_at, label_at="none"), width=165.0)
    sizes = [i.style.size for i in made.items if isinstance(i, PlacedLine) and i.style.size != 14.0]
    assert len(sizes) == 3
    assert sizes == [near(sizes[0])] * 3
    assert sizes[0] < 17.0
    assert [d.said.key for d in made.diagnostics] == ["DISPLAY-SHRUNK.line"]


# 策划 执行


def credited(*groups, arrange="line", align="center"):
    made = tuple((words(f"{role}：", 9.0), words(names, 10.0)) for role, names in groups)
    return RCredits(groups=made, align=align, arrange=arrange)


def made_credits(setter, content, last=4, width=400.0):
    one = block(content, last=last, width=width)
    return one, make_furniture(setter, one, pitch=PITCH, accent=RED)


def test_credits_stand_in_one_line_or_in_more_where_it_is_short(setter):
    content = credited(("策划", "甲乙丙"), ("执行", "丁戊己"), align="left")
    for width, rows in ((400.0, 1), (100.0, 2)):
        one, made = made_credits(setter, content, width=width)
        lines = [i for i in made.items if isinstance(i, PlacedLine)]
        assert made.diagnostics == []
        assert len({round(i.baseline, 6) for i in lines}) == rows
        assert max(i.x + i.measure for i in lines) <= one.inner.right + 1e-6


def test_stacked_credits_have_their_colons_under_one_another(setter):
    content = credited(("策划", "甲乙丙"), ("总执行", "丁戊己庚"), arrange="stack", align="right")
    one, made = made_credits(setter, content)
    role, names, other, more = (i for i in made.items if isinstance(i, PlacedLine))
    assert role.x + role.measure == NEAR(other.x + other.measure)
    assert names.x == NEAR(more.x)
    assert more.x + more.measure == NEAR(one.inner.right)


def test_names_too_many_for_their_line_are_set_smaller_and_told(setter):
    _, made = made_credits(setter, credited(("策划", "名" * 44)))
    assert [d.code for d in made.diagnostics] == ["DISPLAY-SHRUNK"]
    _, made = made_credits(setter, credited(("策划", "名" * 90)))
    assert "DISPLAY-WIDE" in [d.code for d in made.diagnostics]


def test_more_lines_than_there_is_room_for_are_told(setter):
    content = credited(*((f"职{n}", "甲乙丙丁") for n in range(6)), arrange="stack")
    _, made = made_credits(setter, content, last=4)
    assert [d.code for d in made.diagnostics] == ["DISPLAY-HIGH"]


# Rules, and heights


def test_a_rule_runs_across_or_down_the_middle(setter):
    one, across = made_credits(setter, RRule(rule="thin"))
    (rule,) = boxes(across, "rule")
    assert rule.width == one.rect.width
    assert rule.y + rule.height / 2 == NEAR(one.rect.y + one.rect.height / 2)
    one, down = made_credits(setter, RRule(rule="thin", vertical=True))
    (rule,) = boxes(down, "rule")
    assert rule.height == one.rect.height
    assert rule.x + rule.width / 2 == NEAR(one.rect.x + one.rect.width / 2)


@pytest.mark.parametrize(
    "content",
    [
        index(), index(6, columns=3, label_at="none"), index(4, label_at="above", page_at="above"),
        credited(("策划", "甲乙丙"), ("执行", "丁戊己")),
        credited(("策划", "甲乙丙"), ("执行", "丁戊己"), arrange="stack"), RRule(rule="meander"),
    ],
)  # fmt: skip
def test_what_it_asks_for_holds_it(setter, content):
    high = furniture_height(setter, content, 400.0, PITCH)
    lines = max(1, -int(-high // PITCH))
    one = block(content, last=lines, width=400.0)
    made = make_furniture(setter, one, pitch=PITCH, accent=RED)
    assert not made.diagnostics
    assert changed(one, id="same").rect == one.rect


# Texts of a 报眉 that stand side by side


SIDES = ("left", "center", "right")


def side_by_side(setter, *counts, room=300.0, size=8.0, taken=None):
    """Groups of so many characters; None is no group, a tuple one of several lines."""
    groups = {}
    for side, count in zip(SIDES, counts, strict=True):
        rows = () if count is None else count if isinstance(count, tuple) else (count,)
        groups[side] = [words("文" * n, size) for n in rows]
    stood, said = stand(setter, groups, Free(left=20.0, right=20.0 + room, taken=taken))
    levels: dict[int, list[tuple[float, float]]] = {}
    for group in stood.values():
        for up, (line, x) in enumerate(reversed(group.lines)):
            levels.setdefault(up, []).append((x, x + line.width))
    return [sorted(level) for _, level in sorted(levels.items())], [d.code for d in said]


@pytest.mark.parametrize("counts", list(product((None, 3, 9, 14, (2, 12), (12, 2)), repeat=3)))
def test_no_text_of_a_header_stands_on_another_unless_it_is_told(setter, counts):
    levels, said = side_by_side(setter, *counts)
    over = [
        (one, other)
        for level in levels
        for one, other in pairwise(level)
        if one[1] > other[0] - APART * 8.0 * LEAST + 1e-6
    ]
    assert bool(over) == ("DISPLAY-WIDE" in said)
    assert not said or said in (["DISPLAY-SHRUNK"], ["DISPLAY-WIDE"])
    if not said:
        assert all(level[0][0] >= 20 - 1e-6 and level[-1][1] <= 320 + 1e-6 for level in levels)


def test_what_fits_stands_where_it_is_put_at_its_size(setter):
    ((left, center, right),), said = side_by_side(setter, 5, 4, 7)
    assert (left, right, said) == ((20, 60), (264, 320), [])
    assert sum(center) / 2 == pytest.approx(170)


def test_the_middle_gives_way_to_what_stands_beside_it(setter):
    ((left, center, _),), said = side_by_side(setter, 20, 8, 3)
    assert left == (20, 180)
    assert center[0] == pytest.approx(180 + APART * 8)
    assert said == []


def test_texts_that_do_not_fit_are_all_set_smaller_and_told(setter):
    """304 pt and 2 × 12 pt between them in 300 pt: at 0.9146 of 8 pt."""
    groups = {side: [words("文" * n, 8.0)] for side, n in zip(SIDES, (14, 12, 12), strict=True)}
    stood, (told,) = stand(setter, groups, Free(left=20.0, right=320.0))
    sizes = [n.style.size for g in stood.values() for n, _ in g.lines]
    assert sizes == pytest.approx([8 * 300 / 328] * 3)
    widths = tuple(
        said(f"part.header-{side}", width_pt=wide)
        for side, wide in zip(SIDES, (112.0, 96.0, 96.0), strict=True)
    )
    room = said("part.header-with-white", wanted_pt=328.0, room_pt=300.0)
    assert_told(
        told,
        "DISPLAY-SHRUNK.header",
        {"groups": widths, "room": room, "size_pt": near(8 * 300 / 328), "asked_pt": 8.0},
    )


def test_texts_that_fit_at_no_size_are_an_error_with_measures(setter):
    groups = {side: [words("文" * 30, 8.0)] for side in SIDES}
    _, (told,) = stand(setter, groups, Free(left=20.0, right=320.0))
    assert told.severity == "error"
    widths = tuple(said(f"part.header-{side}", width_pt=240.0) for side in SIDES)
    room = said("part.header-with-white", wanted_pt=744.0, room_pt=300.0)
    assert_told(told, "DISPLAY-WIDE.header", {"groups": widths, "room": room, "size_pt": 6.0})


@pytest.mark.parametrize(("counts", "said"), [
    ((9, None, 9), []), ((16, None, 3), ["DISPLAY-SHRUNK"]), ((20, None, 9), ["DISPLAY-WIDE"]),
    ((3, 3, 3), ["DISPLAY-WIDE"]),
])  # fmt: skip
def test_a_name_in_the_middle_is_kept_clear(setter, counts, said):
    levels, told = side_by_side(setter, *counts, taken=(130.0, 210.0))
    assert told == said
    if "DISPLAY-WIDE" not in said:
        assert all(b <= 130 + 1e-6 or a >= 210 - 1e-6 for a, b in levels[0])


def test_a_folio_or_a_name_wider_than_its_place_is_told(setter):
    wide = make_header(setter, header(folio=words("甲" * 40, 20.0)))
    assert "DISPLAY-WIDE" in [d.code for d in wide.diagnostics]
    long = make_header(setter, header("centered", name=words("报" * 18, 20.0)))
    assert [d.code for d in long.diagnostics][:1] in (["DISPLAY-SHRUNK"], ["DISPLAY-WIDE"])


# A panel that hangs, a number of its own


def hung(setter, **more):
    settings = {"rect": Rect(20, 30, 400, 48), "above": "masthead", "hangs": "name"}
    return make_header(setter, header("hung", **(settings | more)))


@pytest.mark.parametrize("outer", ["left", "right"])
@pytest.mark.parametrize("hangs", ["name", "folio"])
def test_a_panel_hangs_from_the_rule_above_with_its_words_in_the_middle(setter, outer, hangs):
    made = hung(setter, outer=outer, hangs=hangs)
    assert not made.diagnostics
    above = min(boxes(made, "rule"), key=lambda r: r.y)
    (panel,) = boxes(made, "panel")
    assert above.y == NEAR(30)  # inside the type area
    assert panel.y == NEAR(above.y)
    assert panel.bottom < 30 + 48 - 6.5
    lines = lines_of(made)
    left, right, base, ink = lines["报名" if hangs == "name" else "B1"]
    assert (left + right) / 2 == NEAR(panel.x + panel.width / 2)
    size, high = (16.0, 1.0) if hangs == "name" else (27.0, 0.74)
    top = base - (0.88 if hangs == "name" else 0.74) * size
    assert top - above.bottom == NEAR(panel.bottom - (top + high * size))
    assert ink == WHITE
    beside = lines["B1" if hangs == "name" else "报名"]
    assert (
        beside[1] < panel.x if (outer == "left") == (hangs == "name") else beside[0] > panel.right
    )


def test_a_panel_with_round_corners_is_a_path(setter):
    made = hung(setter, corners=(0.0, 0.0, 5.0, 5.0))
    (panel,) = [i for i in made.items if isinstance(i, Path)]
    assert (panel.role, panel.color) == ("panel", RED)


def test_a_panel_that_reaches_the_rule_below_is_told(setter):
    made = hung(setter, name=words("报名", 30.0))
    assert [d.said.key for d in made.diagnostics] == ["DISPLAY-HIGH.high"]


@pytest.mark.parametrize("outer", ["left", "right"])
def test_the_parts_of_a_folio_stand_on_one_baseline(setter, outer):
    parts = (words("第", 12.0), words("2", 27.0), words("版", 12.0))
    made = make_header(setter, header("plain", outer=outer, parts=parts))
    lines = lines_of(made)
    assert len({lines[text][2] for text in ("第", "2", "版")}) == 1
    assert lines["第"][1] < lines["2"][0] < lines["2"][1] < lines["版"][0]
    edge = lines["第"][0] if outer == "left" else lines["版"][1]
    assert edge == NEAR(BAND.x if outer == "left" else BAND.right)
    nodes = [i.node for i in made.items if isinstance(i, PlacedLine)]
    assert nodes.count("header#folio") == 3
