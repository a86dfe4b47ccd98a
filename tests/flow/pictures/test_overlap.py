"""Pictures over the corners of a large one: where they stand, their white, captions beside them."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.color import WHITE
from layout.display.items import Path, Picture
from layout.flow.furniture.furniture import furniture_height
from layout.flow.pictures.group import make_pictures
from layout.flow.pictures.overlap import standing
from layout.flow.placed import PlacedLine
from layout.geometry import Rect
from layout.record import replace
from layout.spec.resolve.resolved import Framing, ROver, RPictures
from tests.flow.conftest import PITCH, block, words
from tests.flow.pictures.helpers import picture
from tests.told import assert_told
from tests.typed import near

NEAR = pytest.approx
WIDTH = 300.0


def over(corner: str = "bottom-right", width: float = 0.4, **more: Any) -> ROver:
    return ROver(
        right=corner.endswith("right"), bottom=corner.startswith("bottom"), width=width, **more
    )


def pile(*overs: ROver, captions: tuple[str | None, ...] = (), **more: Any) -> RPictures:
    said = (*captions, *([None] * (len(overs) + 1)))
    pictures = [picture(said[0], source="0.jpg")] + [
        picture(said[n], source=f"{n}.jpg", over=one) for n, one in enumerate(overs, 1)
    ]
    settings: dict[str, Any] = {
        "pictures": tuple(pictures), "arrange": "overlap", "columns": 2, "sizes": "shape",
        "gap": 4.0, "caption": None, "credit": None, "caption_lines": None,
        "captions": "together",
    }  # fmt: skip
    return RPictures(**(settings | more))


def made(setter, content, last=20, width=WIDTH):
    one = block(content, last=last, width=width)
    done = make_pictures(setter, one, content, PITCH)
    return one, [i.rect for i in done.items if isinstance(i, Picture)], done


@pytest.mark.parametrize(
    ("corner", "x", "y"),
    [
        ("top-left", 0 - 6, 0 - 9),
        ("top-right", 60 + 6, 0 - 9),
        ("bottom-right", 60 + 6, 60 + 9),
        ("bottom-left", 0 - 6, 60 + 9),
    ],
)
def test_a_picture_stands_over_the_corner_and_out_of_it(corner, x, y):
    """40 of 100 points wide and, at 1.5 to 1, of another shape than the first: 26.7 high."""
    small = picture(None, pixels=(400, 400))
    rect = standing(small, over(corner, out=(6.0, 9.0)), Rect(0, 0, 100, 100))
    assert (rect.x, rect.y, rect.width, rect.height) == (x, y, 40, 40)


def test_the_first_is_as_much_smaller_as_the_others_stand_out(setter):
    _, (first, _), done = made(setter, pile(over(out=(12.0, 20.0))))
    assert (first.x, first.y) == (20, 30)
    assert first.width == NEAR(WIDTH - 12)
    assert first.height == NEAR(20 * PITCH - 20)
    assert done.diagnostics == []
    _, (whole, _), _ = made(setter, pile(over(out=(12.0, 20.0), beyond=(12.0, 20.0))))
    assert (whole.width, whole.height) == (WIDTH, 20 * PITCH)
    _, (inside, small), _ = made(setter, pile(over(out=(-5.0, -7.0))))
    assert (inside.width, inside.height) == (WIDTH, 20 * PITCH)
    assert (inside.right - small.right, inside.bottom - small.bottom) == (NEAR(5), NEAR(7))


@given(
    corners=st.lists(
        st.sampled_from(["top-left", "top-right", "bottom-right", "bottom-left"]),
        min_size=1, max_size=4, unique=True,
    ),
    out=st.tuples(st.floats(-10, 25), st.floats(-10, 25)),
    width=st.floats(0.1, 0.45),
    says=st.booleans(),
    fit=st.sampled_from(["", "whole"]),
    shape=st.sampled_from([(1500, 1000), (1000, 1500), (3000, 1000)]),
)  # fmt: skip
@settings(max_examples=25, deadline=None)
def test_all_lie_in_the_block_and_no_caption_under_a_picture(
    setter_of_session, *, corners, out, width, says, fit, shape
):
    overs = [over(corner, width, out=out, edge=3.0) for corner in corners]
    said = tuple("图" * 12 if says else None for _ in range(len(overs) + 1))
    content = pile(*overs, captions=said)
    first = replace(content.pictures[0], framing=Framing(fit=fit), pixels=shape)
    content = replace(content, pictures=(first, *content.pictures[1:]))
    one, found, done = made(setter_of_session, content, last=30)
    assert len(found) == len(overs) + 1
    assert all(one.inner.inset(-0.5, -0.5, -0.5, -0.5).holds(rect) for rect in found)
    edges = [i.bounds() for i in done.items if isinstance(i, Path)]
    for rect, edge, own in zip(found[1:], edges, overs, strict=True):
        assert edge.inset(-1e-6, -1e-6, -1e-6, -1e-6).holds(rect)
        assert one.inner.inset(-0.5, -0.5, -0.5, -0.5).holds(edge)
        # White on the sides that lie over the first one.
        inner = edge.x if own.right else edge.right
        assert abs(inner - (rect.x if own.right else rect.right)) == NEAR(3.0)
    lines = [i for i in done.items if isinstance(i, PlacedLine)]
    assert len(lines) >= len(overs) + 1 if says else not lines
    for line in lines:
        em = Rect(line.x, line.baseline - 8.8, line.line.width * 10 / 1000, 10)
        assert not any(em.meets(rect) for rect in (*found, *edges))


def test_captions_stand_beside_what_hangs_down(setter):
    content = pile(over(out=(0.0, 30.0)), captions=("甲" * 5, "乙" * 5), credit=words("丙", 8.0))
    _, (first, small), done = made(setter, content)
    lines = [i for i in done.items if isinstance(i, PlacedLine)]
    assert [line.node for line in lines] == ["lead#1#caption", "lead#2#caption", "lead#2#credit"]
    assert lines[0].baseline < lines[1].baseline == lines[2].baseline
    assert small.bottom > first.bottom
    assert lines[0].baseline > first.bottom
    assert all(line.x + line.line.width * line.style.size / 1000 < small.x for line in lines)
    # Where the rest is too narrow for a caption they stand under all of it.
    _, (first, small), done = made(setter, replace(content, pictures=(
        content.pictures[0], replace(content.pictures[1], over=over(width=0.8, out=(0.0, 30.0))),
    )))  # fmt: skip
    lines = [i for i in done.items if isinstance(i, PlacedLine)]
    assert all(line.baseline - 8.8 >= small.bottom for line in lines)


def test_the_white_edge_is_painted_between_the_two_and_as_round_as_the_upper_one(setter):
    content = pile(over(edge=3.0))
    content = replace(
        content,
        pictures=(content.pictures[0], replace(content.pictures[1], corners=(6.0, 0.0, 6.0, 6.0))),
    )
    _, _, done = made(setter, content)
    kinds = [(type(i), i.node) for i in done.items]
    assert kinds == [(Picture, "lead#1"), (Path, "lead#2"), (Picture, "lead#2")]
    edge = done.items[1]
    assert isinstance(edge, Path)
    assert (edge.color, edge.filled, edge.role) == (WHITE, True, "panel")
    curves = sum(letter == "C" for letter, _ in edge.steps)
    assert curves == 3
    _, _, plain = made(setter, pile(over()))
    assert not [i for i in plain.items if isinstance(i, Path)]


def test_one_that_stands_out_of_the_block_is_an_error_with_numbers(setter):
    _, _, done = made(setter, pile(over(width=0.9)), last=10)
    (found,) = [d for d in done.diagnostics if d.code == "PICTURE-ROOM"]
    assert found.severity == "error"
    assert_told(found, "PICTURE-ROOM.over", {"file": "1.jpg", "out_mm": near(60 * 25.4 / 72)})


def test_in_a_stack_it_is_as_high_as_leaves_the_first_whole(setter):
    content = pile(over(out=(0.0, 30.0)), captions=("甲" * 5, "乙" * 5))
    high = furniture_height(setter, content, WIDTH, PITCH)
    # 300 by 200, and three lines of the grid for two of captions: more than the 30 that hang down.
    assert high == NEAR(200 + 3 * PITCH)


@pytest.mark.parametrize("arrange", ["row", "column", "grid", "mosaic"])
def test_captions_of_any_group_may_stand_together(setter, arrange):
    content = pile(captions=("甲" * 4,), arrange=arrange, caption=words("总" * 4))
    content = replace(content, pictures=content.pictures * 2)
    _, found, done = made(setter, content)
    lines = [i for i in done.items if isinstance(i, PlacedLine)]
    assert [line.node for line in lines] == ["lead#1#caption", "lead#2#caption", "lead#caption"]
    assert len({line.x for line in lines}) == 1
    assert min(line.baseline for line in lines) > max(rect.bottom for rect in found)


def test_joined_captions_are_one_paragraph_and_lose_no_words(setter):
    content = pile(captions=("甲" * 12,), arrange="row", caption=words("总" * 4))
    first = replace(content.pictures[0], credit=words("某摄", 8.0))
    second = replace(content.pictures[0], caption=words("乙" * 12))
    joined = replace(content, pictures=(first, second), captions="joined", credit=words("社", 8.0))
    _, _, done = made(setter, joined, width=200.0)
    lines = [i for i in done.items if isinstance(i, PlacedLine)]
    assert {line.node for line in lines} == {"lead#caption", "lead#credit"}
    assert len({line.baseline for line in lines}) == 2
    text = "".join(
        "".join(t.text for t in line.items.tokens[line.line.first : line.line.last + 1])
        for line in lines
        if line.node == "lead#caption"
    )
    assert text.replace("\u3000", "") == "甲" * 12 + "某摄" + "乙" * 12 + "总" * 4
