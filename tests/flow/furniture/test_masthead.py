"""报头: its parts stand in their block whatever is left out, and what does not fit is told."""

from itertools import pairwise, product

import pytest

from layout.display.items import Box, Picture
from layout.flow.furniture.furniture import furniture_height, make_furniture
from layout.flow.placed import Made, PlacedLine
from layout.geometry import Rect
from layout.spec.resolve.resolved import Framing, RPicture
from layout.words.said import said
from tests.flow.conftest import PITCH, block, changed, lines_of, text_of, words
from tests.flow.furniture.parts import DATE, RED, made, masthead
from tests.told import assert_told
from tests.typed import near

ARRANGE = ("across", "stack", "down")


def boxes_of(made: Made, part: str) -> list[Rect]:
    """The em boxes of a part's lines."""
    out = []
    for item in made.items:
        if isinstance(item, PlacedLine) and item.node == f"lead#{part}":
            size = item.style.size
            if item.vertical:
                out.append(Rect(item.x - size / 2, item.baseline, size, item.measure))
            else:
                out.append(Rect(item.x, item.baseline - 0.88 * size, item.measure, size))
    return out


def said_in(made: Made, part: str) -> str:
    return "".join(map(text_of, lines_of(made, f"lead#{part}")))


def rules_of(made: Made) -> list[Rect]:
    return [i.rect for i in made.items if isinstance(i, Box) and i.role == "rule"]


@pytest.mark.parametrize(
    ("arrange", "date_at", "align"), [*product(ARRANGE, ("left", "right"), ("left", "center"))]
)
@pytest.mark.parametrize("without", ["", "latin", "day", "date", "foot", "day date", "latin foot"])
def test_every_part_stands_in_the_block_and_on_no_other(setter, arrange, date_at, align, without):
    gone = {key: () if key in ("date", "foot") else None for key in without.split()}
    spec = masthead(arrange, date_at=date_at, align=align, **gone)
    page, inner = made(setter, spec)
    assert list(page.diagnostics) == []
    assert said_in(page, "name") == "城北样报" + (
        "CITYNEWS" if spec.latin and arrange != "down" else ""
    )
    assert said_in(page, "date") == ("23" if spec.day else "") + (
        "".join(DATE) if spec.date else ""
    )
    assert said_in(page, "foot") == ("项目一项目二项目三" if spec.foot else "")
    every = [r for part in ("name", "latin", "date", "foot") for r in boxes_of(page, part)]
    for rect in every:
        assert inner.x - 0.01 <= rect.x
        assert rect.right <= inner.right + 0.01
        assert rect.bottom <= inner.bottom - 2.2  # the rule is 0.8 mm
    names, dates = boxes_of(page, "name"), boxes_of(page, "date")
    if arrange == "across" and dates:
        side = max(r.right for r in dates) <= min(r.x for r in names)
        other = max(r.right for r in names) <= min(r.x for r in dates)
        assert side == (date_at == "left")
        assert other == (date_at == "right")


def test_the_latin_name_is_as_wide_as_the_name(setter):
    page, _ = made(setter, masthead(latin=words("CITY NEWS", 30.0, align="fill")))
    name, *letters = boxes_of(page, "name")
    assert len(letters) == len("CITYNEWS")
    assert letters[0].x == near(name.x)
    assert letters[-1].right == near(name.right)
    gaps = [b.x - a.right for a, b in pairwise(letters)]
    assert gaps[3] == near(2 * gaps[0] + 0.25 * 30.0)  # between the words


def test_a_latin_name_too_short_to_be_spaced_stands_in_the_middle(setter):
    page, _ = made(setter, masthead(latin=words("NEWS", 9.0, align="fill")))
    name, *letters = boxes_of(page, "name")
    gaps = [b.x - a.right for a, b in pairwise(letters)]
    assert gaps == [near(0.7 * 9.0)] * 3
    assert letters[0].x - name.x == near(name.right - letters[-1].right)


def test_the_name_stands_in_the_middle_of_the_page_as_far_as_the_date_lets_it(setter):
    page, inner = made(setter, masthead(align="center"), width=700.0)
    name = boxes_of(page, "name")[0]
    assert name.x - inner.x == near(inner.right - name.right)
    page, inner = made(setter, masthead(align="center"), width=440.0)
    name, date = boxes_of(page, "name")[0], min(r.x for r in boxes_of(page, "date"))
    assert date - name.right == near(2 * 9.0)


def test_the_day_is_as_high_as_the_middle_of_the_lines_beside_it(setter):
    page, _ = made(setter, masthead())
    day, *lines = boxes_of(page, "date")
    ink = (day.y + 0.88 * day.height - 0.74 * day.height, day.y + 0.88 * day.height)
    assert sum(ink) / 2 == near((lines[0].y + lines[-1].bottom) / 2)


def test_the_rules_are_at_the_foot_from_side_to_side(setter):
    foot = tuple(words(f"国内统一刊号{n}", 8.0) for n in "一二三四五")
    page, inner = made(setter, masthead(foot=foot))
    thick, thin = rules_of(page)
    assert (thick.x, thick.right, thick.bottom) == (inner.x, inner.right, near(inner.bottom))
    assert thick.height == near(0.8 / 25.4 * 72, abs=0.01)
    boxes = boxes_of(page, "foot")
    assert thin.bottom < min(r.y for r in boxes)
    assert max(r.bottom for r in boxes) < thick.y
    assert (boxes[0].x, boxes[-1].right) == (near(inner.x), near(inner.right))


@pytest.mark.parametrize(("foot", "date", "white"), [(8, 9, 4.4), (8, 14, 4.4), (6, 9, 3.3)])
def test_the_white_over_the_rule_is_of_the_type_that_stands_on_it(setter, foot, date, white):
    """0.55 of the size of the 刊号 line, however large the date is; of the date where there is no
    such line."""
    dates = tuple(words(line, date) for line in DATE)
    below = tuple(words(f"国内统一刊号{n}", foot) for n in "一二三四五")
    page, _ = made(setter, masthead(foot=below, date=dates))
    assert rules_of(page)[0].y - max(r.bottom for r in boxes_of(page, "foot")) == near(white)
    page, _ = made(setter, masthead(foot=(), date=dates))
    lowest = max(r.bottom for part in ("name", "date") for r in boxes_of(page, part))
    assert rules_of(page)[0].y - lowest <= 0.55 * date + 0.001


@pytest.mark.parametrize("arrange", ARRANGE)
def test_a_masthead_that_is_too_high_is_told(setter, arrange):
    page, _ = made(setter, masthead(arrange), lines=5)
    assert {d.code for d in page.diagnostics} <= {"DISPLAY-HIGH", "DISPLAY-SHRUNK", "DISPLAY-WIDE"}
    assert any(d.severity == "error" for d in page.diagnostics)


def test_a_date_block_without_room_is_smaller_and_told(setter):
    page, _ = made(setter, masthead("stack"), width=90.0)
    told = [d for d in page.diagnostics if d.said.key == "DISPLAY-SHRUNK.part"]
    assert_told(told[0], "DISPLAY-SHRUNK.part", {"what": said("part.the-date-block")})
    wide = boxes_of(page, "date")
    assert max(r.right for r in wide) - min(r.x for r in wide) <= 90.01


def test_a_date_block_that_does_not_go_in_is_told_once(setter):
    page, _ = made(
        setter, masthead("stack", name=words("报", 9.0), latin=None, foot=()), width=40.0
    )
    (one,) = page.diagnostics
    assert_told(one, "DISPLAY-WIDE.row", {"what": said("part.the-date-block")})


def test_a_foot_too_wide_is_told(setter):
    foot = tuple(words("很长的一项" * 4, 8.0) for _ in range(4))
    page, _ = made(setter, masthead(foot=foot))
    (one,) = page.diagnostics
    assert_told(one, "DISPLAY-WIDE.row", {"what": said("part.masthead-foot")})


def test_lettering_keeps_its_shape_in_place_of_the_words(setter):
    logo = RPicture(
        source="assets/name.png", caption=None, credit=None, caption_lines=0, keyline="none",
        focus=(0.5, 0.5), stands_in=False, framing=Framing(fit="whole"), pixels=(1600, 400),
    )  # fmt: skip
    for arrange in ("across", "stack"):
        page, inner = made(setter, masthead(arrange, logo=logo))
        (picture,) = [i for i in page.items if isinstance(i, Picture)]
        assert picture.rect.width == near(4 * picture.rect.height)
        assert inner.x - 0.01 <= picture.rect.x
        assert picture.rect.right <= inner.right + 0.01
        assert said_in(page, "name") == "CITYNEWS"
        assert [d.severity for d in page.diagnostics if d.severity == "error"] == []


@pytest.mark.parametrize("arrange", ARRANGE)
def test_it_fits_in_the_height_it_says_it_takes(setter, arrange):
    spec = masthead(arrange)
    width = {"across": 500.0, "stack": 200.0, "down": 200.0}[arrange]
    height = furniture_height(setter, spec, width, PITCH)
    place = block(spec, 1, 10, width)
    inner = Rect(place.inner.x, place.inner.y, width, height)
    page = make_furniture(setter, changed(place, inner=inner), pitch=PITCH, accent=RED)
    assert list(page.diagnostics) == []


def test_a_latin_name_set_larger_reaches_the_width_of_the_name(setter):
    small, large = (
        made(setter, masthead(name=words("柳溪小报", 84.0), day=None, date=(), latin=words(
            "LIUXI XIAOBAO", size, align="fill")), width=500.0)[0]
        for size in (11.0, 26.0)
    )  # fmt: skip
    name, *letters = boxes_of(small, "name")
    assert letters[-1].right - letters[0].x < 0.8 * name.width
    name, *letters = boxes_of(large, "name")
    assert letters[-1].right - letters[0].x == near(name.width)
