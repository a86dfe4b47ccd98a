"""Blocks of a page in their places and order, with tint, rules and diagnostics."""

from collections.abc import Callable
from typing import Any

import pytest

from layout.color import Color
from layout.display.items import Box, Page, Picture
from layout.faces.catalog import ROLES, Catalog, OwnFace
from layout.flow import block as block_room
from layout.flow import compose as module
from layout.flow.compose import compose
from layout.flow.lower import lower
from layout.flow.placed import PlacedLine
from layout.flow.type.setter import Setter
from layout.geometry import Rect
from layout.lastmade import LastMade
from layout.record import replace
from layout.spec.resolve.resolved import RPage, RPicture, RText, RWrap
from tests.conftest import Project
from tests.flow.conftest import BODY, GRID, block, story, words
from tests.flow.pictures.helpers import advert

RED = Color(m=100.0, y=100.0)


def page(*blocks):
    return RPage(
        name="T1", title="报 T1", date="2024-05-06", width=500, height=700, bleed=9, grid=GRID,
        body=BODY, header=None, blocks=blocks, groups=(), accent=RED,
    )  # fmt: skip


def text_block(*lines, **more):
    content = RText(lines=lines, arrange="stack", valign="top", gap=None)
    return block(content, **more)


def test_blocks_keep_the_order_of_the_spec(setter):
    a = block(story("中文"), first=11, last=12, id="a")
    b = text_block(words("题", 20), first=1, last=4, id="b")
    placed = compose(page(a, b), setter)
    assert [x.id for x in placed.blocks] == ["a", "b"]
    assert placed.blocks[0].frames[0].lines == 1
    assert placed.blocks[1].frames == ()
    assert placed.blocks[0].rect == a.rect


def test_tint_and_rules_lie_behind_the_words(setter):
    one = text_block(words("题", 20), last=4, fill=RED, rules=("thin", "none", "thick", "none"))
    (placed,) = compose(page(one), setter).blocks
    kinds = [(type(i).__name__, getattr(i, "role", "")) for i in placed.items]
    assert kinds == [("Box", "tint"), ("Box", "rule"), ("Box", "rule"), ("PlacedLine", "")]
    tint = placed.items[0]
    assert isinstance(tint, Box)
    assert (tint.rect, tint.fill) == (one.rect, RED)


def test_the_rules_of_an_advert_lie_over_its_artwork(setter):
    artwork = advert(pixels=(500, 240), mark=None)
    one = block(artwork, 1, 8, 200, fill=RED, rules=("thin",) * 4)
    (placed,) = compose(page(one), setter).blocks
    kinds = [(type(i).__name__, getattr(i, "role", "")) for i in placed.items]
    assert kinds[:2] == [("Box", "tint"), ("Picture", "")]
    assert [role for _, role in kinds[2:]] == ["rule"] * 4


def test_display_lines_are_stacked_from_the_top(setter):
    one = text_block(words("上", 20), words("下", 10), first=2, last=6)
    (placed,) = compose(page(one), setter).blocks
    lines = [i for i in placed.items if isinstance(i, PlacedLine)]
    top = GRID.top_of(2)
    assert [round(i.baseline - 0.88 * i.style.size - top, 6) for i in lines] == [0, 20 + 3.5]


def test_everything_said_of_the_blocks_is_said_of_the_page(setter):
    over = block(story("中" * 40), last=2, id="over")
    picture = RPicture(
        source="a.jpg", caption=None, credit=None, caption_lines=0, keyline="none",
        focus=(0.5, 0.5), stands_in=True, pixels=(800, 200),
    )  # fmt: skip
    placed = compose(page(over, block(picture, first=20, last=29)), setter)
    assert [d.code for d in placed.diagnostics] == ["OVERSET", "STANDS-IN"]


def test_a_picture_is_cut_to_its_frame(setter):
    picture = RPicture(
        source="a.jpg", caption=words("图", 8.0), credit=None, caption_lines=2, keyline="none",
        focus=(0.5, 0.5), stands_in=False, pixels=(800, 200),
    )  # fmt: skip
    (placed,) = compose(page(block(picture, last=10)), setter).blocks
    shown = placed.items[0]
    assert isinstance(shown, Picture)
    assert shown.rect == Rect(20, 30, 100, 96)
    left, top, right, bottom = shown.crop
    assert (top, bottom) == (0.0, 1.0)
    assert round((right - left) * 400 / 100, 6) == round(100 / 96, 6)


def test_a_column_rule_stands_in_the_middle_of_the_white(setter):
    """Half the gutter out of the block, moved in by half of the block's inset on that side."""
    plain = text_block(words("题", 20), last=4)
    inner = plain.rect.inset(9.0, 0.0, 0.0, 0.0)
    one = text_block(
        words("题", 20),
        last=4,
        rules=("none", "none", "none", "thin"),
        inner=inner,
        inset=(0.0, 0.0, 0.0, 9.0),
    )
    made = compose(page(one), setter)
    rule = next(i for i in made.blocks[-1].items if isinstance(i, Box) and i.role == "rule")
    gutter = page(one).grid.columns
    half = (gutter[1][0] - gutter[0][1]) / 2 if len(gutter) > 1 else 0.0
    assert rule.rect.x + rule.rect.width / 2 == pytest.approx(one.rect.x - half + 4.5)


def test_a_frame_of_four_lies_inside_its_block(setter):
    one = text_block(words("题", 20), last=4, rules=("thin",) * 4)
    made = compose(page(one), setter)
    for item in made.blocks[-1].items:
        if isinstance(item, Box) and item.role == "rule":
            assert one.rect.holds(item.rect)


def test_a_rule_at_a_block_of_its_own_width_is_in_the_middle_of_the_white(project: Project) -> None:
    page = project.composed(
        "page: G1\nformat: {columns: [71zi, 34zi], gutter: 4zi}\nblocks:\n"
        "  - {id: a, text: 甲, rules: {right: thin}, at: {from: 0, width: 30zi, lines: 1-9}}\n"
        "  - {id: b, text: 乙, at: {from: 36zi, width: 30zi, lines: 5-9}}\n"
    )
    area = page.display.grid.type_area
    (rule,) = [i.rect for i in page.display.items if isinstance(i, Box) and i.role == "rule"]
    assert (rule.x + rule.width / 2 - area.x) / 9 == pytest.approx(33.0)


def drawn(one: RPage, setter: Setter) -> tuple[Page, object]:
    """The display list of a page, and what is told of it."""
    placed = compose(one, setter)
    return lower(one, placed), placed.diagnostics


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the blocks that were made, in order."""
    ids: list[str] = []
    make: Callable[..., Any] = block_room.make

    def counted(page: Any, setter: Any, one: Any, *rest: Any) -> Any:
        ids.append(one.id)
        return make(page, setter, one, *rest)

    monkeypatch.setattr(module, "make", counted)
    return ids


def test_a_lasting_setter_makes_again_what_has_changed(toy, made: list[str]) -> None:
    setter = Setter(Catalog(dict.fromkeys(ROLES, OwnFace(path=toy))), {}, LastMade())
    a = block(story("中文"), first=11, last=12, id="a")
    b = text_block(words("题", 20), first=1, last=4, id="b")
    once = drawn(page(a, b), setter)
    assert made == ["a", "b"]
    assert drawn(page(a, b), setter) == once
    assert made == ["a", "b"]
    changes: list[tuple[RPage, list[str]]] = [
        (page(block(story("中文中"), first=11, last=12, id="a"), b), ["a"]),
        (page(a, b), ["a"]),
        (replace(page(a, b), accent=Color(k=50.0)), ["a", "b"]),
        (replace(page(a, b), grid=replace(GRID, lines=51)), ["a", "b"]),
        (replace(page(a, b), name="T2"), ["a", "b"]),
        (replace(page(b, a), name="T2"), []),
    ]
    for changed, again in changes:
        made.clear()
        placed = drawn(changed, setter)
        assert made == again
        assert placed == drawn(changed, Setter(setter.catalog))
    setter.last.clear()
    made.clear()
    compose(page(a, b), setter)
    assert made == ["a", "b"]


def test_a_story_is_made_again_where_what_it_runs_round_has_moved(toy, made: list[str]) -> None:
    setter = Setter(Catalog(dict.fromkeys(ROLES, OwnFace(path=toy))), {}, LastMade())
    a = block(story("中文" * 40), first=1, last=20, id="a")
    wrap = RWrap(shape="box", standoff=2.0)
    over, under = (
        text_block(words("题", 20), first=at, last=at + 2, id="b", of="a", wrap=wrap)
        for at in (4, 9)
    )
    compose(page(a, over), setter)
    made.clear()
    assert drawn(page(a, over), setter) == drawn(page(a, over), Setter(setter.catalog))
    assert made == ["b", "a"]  # by the setter that has just begun
    made.clear()
    placed = drawn(page(a, under), setter)
    assert made == ["b", "a"]
    assert placed == drawn(page(a, under), Setter(setter.catalog))


def test_a_setter_that_does_not_last_keeps_no_block(setter, made: list[str]) -> None:
    a = block(story("中文"), first=11, last=12, id="a")
    compose(page(a), setter)
    compose(page(a), setter)
    assert made == ["a", "a"]
