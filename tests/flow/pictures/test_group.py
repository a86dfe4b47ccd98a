"""Groups of pictures: frames that fill their place, heights and widths by the pictures' shapes."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.display.items import Picture
from layout.flow.furniture.furniture import furniture_height
from layout.flow.pictures.group import make_pictures
from layout.flow.pictures.picture import make_picture
from layout.flow.placed import PlacedLine
from layout.geometry import Rect
from layout.record import replace
from layout.spec.resolve.resolved import Framing, RPictures
from tests.flow.conftest import PITCH, block, words
from tests.flow.pictures.helpers import picture
from tests.told import assert_told

NEAR = pytest.approx
ARRANGED = ("row", "column", "grid", "mosaic")


def group(count=3, captions=(), **more):
    settings: dict[str, Any] = {
        "pictures": tuple(
            picture(captions[n] if n < len(captions) else None, source=f"{n}.jpg")
            for n in range(count)
        ),
        "arrange": "row", "columns": 2, "sizes": "shape", "gap": 4.0, "caption": None,
        "credit": None, "caption_lines": None,
    }  # fmt: skip
    return RPictures(**(settings | more))


def shaped(content, *shapes):
    """The group with pictures of these shapes, width by height."""
    pictures = (
        replace(one, pixels=(round(3000 * shape), 3000))
        for one, shape in zip(content.pictures, shapes, strict=False)
    )
    return replace(content, pictures=tuple(pictures))


def frames(setter, content, shapes, width=200.0, last=20):
    content = shaped(content, *shapes)
    one = block(content, last=last, width=width)
    done = make_pictures(setter, one, content, PITCH)
    return one, [i.rect for i in done.items if isinstance(i, Picture)], done


def overlap(a: Rect, b: Rect) -> bool:
    wide = min(a.right, b.right) - max(a.x, b.x)
    high = min(a.bottom, b.bottom) - max(a.y, b.y)
    return wide > 1e-6 and high > 1e-6


@pytest.mark.parametrize("arrange", ARRANGED)
@pytest.mark.parametrize("equal", ["shape", "equal"])
@given(shapes=st.lists(st.floats(0.4, 2.5), min_size=1, max_size=7))
@settings(max_examples=25)
def test_frames_fill_their_place_and_lie_beside_one_another(setter_once, arrange, equal, shapes):
    content = group(len(shapes), arrange=arrange, sizes=equal)
    one, found, done = frames(setter_once, content, shapes)
    assert len(found) == len(shapes)
    assert all(one.inner.holds(f) for f in found)
    assert not any(overlap(a, b) for i, a in enumerate(found) for b in found[i + 1 :])
    assert min(f.x for f in found) == NEAR(one.inner.x)
    assert min(f.y for f in found) == NEAR(one.inner.y)
    assert max(f.right for f in found) == NEAR(one.inner.right)
    assert max(f.bottom for f in found) == NEAR(one.inner.bottom)
    assert [i.source for i in done.items if isinstance(i, Picture)] == [
        f"{n}.jpg" for n in range(len(shapes))
    ]


def test_a_row_is_of_one_height_and_its_widths_are_its_shapes(setter):
    _, found, done = frames(setter, group(), (1.5, 0.8, 1.2))
    assert {round(f.height, 6) for f in found} == {20 * PITCH}
    assert [f.width / found[0].width for f in found] == [NEAR(s / 1.5) for s in (1.5, 0.8, 1.2)]
    assert [b.x - a.right for a, b in pairwise(found)] == [NEAR(4.0)] * 2
    shown = [i for i in done.items if isinstance(i, Picture)]
    parts = [(p.crop[2] - p.crop[0]) * (p.crop[3] - p.crop[1]) for p in shown]
    assert parts == [NEAR(parts[0], rel=0.001)] * 3  # all lose alike


def test_a_row_as_high_as_its_pictures_cuts_nothing(setter):
    known = (1.5, 0.8, 1.2)
    content = group()
    high = furniture_height(setter, shaped(content, *known), 200.0, PITCH)
    assert high == NEAR((200 - 8) / 3.5, rel=0.001)


def test_a_column_is_of_one_width_and_its_heights_are_its_shapes(setter):
    _, found, _ = frames(setter, group(arrange="column"), (2.0, 1.0, 0.5))
    assert {round(f.width, 6) for f in found} == {200.0}
    assert [f.height / found[0].height for f in found] == [NEAR(1.0), NEAR(2.0), NEAR(4.0)]


def test_equal_ones_are_equal(setter):
    _, found, _ = frames(setter, group(5, arrange="grid", columns=3, sizes="equal"), [1, 2] * 3)
    assert len({(round(f.width, 6), round(f.height, 6)) for f in found}) == 1
    assert found[4].x == NEAR(found[1].x)


def test_a_mosaic_has_one_large_picture_and_a_column_as_high(setter):
    _, found, _ = frames(setter, group(arrange="mosaic"), (1.5, 1.5, 1.5))
    first, *others = found
    assert first.width > others[0].width
    assert others[0].y == first.y
    assert others[-1].bottom == NEAR(first.bottom)


@pytest.mark.parametrize("arrange", ARRANGED)
def test_own_captions_stand_under_their_pictures_and_in_the_block(setter, arrange):
    content = group(3, ["甲乙", "丙" * 30, "丁"], arrange=arrange, caption=words("总" * 40))
    one, found, done = frames(setter, content, (1.5, 0.8, 1.2), last=30)
    own = [i for i in done.items if isinstance(i, PlacedLine) and i.node.startswith("lead#")]
    for number, frame in enumerate(found, 1):
        lines = [n for n in own if n.node == f"lead#{number}#caption"]
        assert lines
        for line in lines:
            assert frame.x - 1e-6 <= line.x
            assert line.x + line.line.width / 1000 * 10 <= frame.right + 1e-6
            assert line.baseline > frame.bottom
        for other in found:
            assert not any(
                other.x < n.x + 1 < other.right and other.y < n.baseline < other.bottom
                for n in lines
            )
    whole = [i for i in done.items if isinstance(i, PlacedLine) and i.node == "lead#caption"]
    assert len(whole) == 2
    assert min(n.baseline for n in whole) > max(f.bottom for f in found)
    assert max(n.baseline for n in whole) <= one.inner.bottom + 2


def test_reading_order_is_pictures_then_what_is_said_of_them_all(setter):
    _, _, done = frames(setter, group(2, ["甲", "乙"], caption=words("总")), (1, 1))
    nodes = [i.node for i in done.items]
    assert nodes == ["lead#1", "lead#1#caption", "lead#2", "lead#2#caption", "lead#caption"]


def test_pictures_with_no_room_are_an_error(setter):
    _, _, done = frames(setter, group(6, arrange="column"), [1] * 6, last=4)
    (found,) = [d for d in done.diagnostics if d.code == "PICTURE-ROOM"]
    told = {"pictures": 6, "small": 6, "height_mm": NEAR((48 - 5 * 4) / 6 * 25.4 / 72)}
    assert_told(found, "PICTURE-ROOM.group", told)


def test_one_of_a_group_whose_own_caption_leaves_no_room_is_told_by_itself(setter):
    _, _, done = frames(setter, group(2, captions=("图" * 90,)), (1.5, 1.5), last=4)
    found = [d.said.key for d in done.diagnostics if d.code == "PICTURE-ROOM"]
    assert found == ["PICTURE-ROOM.group", "PICTURE-ROOM.caption"]


def test_a_picture_without_a_caption_in_a_block_too_small_is_told_by_its_size(setter):
    content = picture(None)
    done = make_picture(setter, block(content, last=20, width=8.0), content, PITCH)
    (found,) = [d for d in done.diagnostics if d.code == "PICTURE-ROOM"]
    assert_told(found, "PICTURE-ROOM.frame", {"width_mm": NEAR(8 * 25.4 / 72)})


@pytest.mark.parametrize("arrange", ARRANGED)
def test_the_height_it_asks_for_cuts_no_picture_much(setter, arrange):
    known = (1.5, 0.9, 1.2, 1.4)
    content = group(4, arrange=arrange)
    high = furniture_height(setter, shaped(content, *known), 200.0, PITCH)
    lines = round(high / PITCH)
    _, _, done = frames(setter, content, known, last=lines)
    for shown in (i for i in done.items if isinstance(i, Picture)):
        left, top, right, bottom = shown.crop
        assert (right - left) * (bottom - top) > 0.85


def test_whole_pictures_of_a_row_stand_on_one_line_where_one_has_a_caption(setter):
    def feet(captions):
        content = group(2, captions, sizes="equal")
        whole = Framing(fit="whole")
        content = replace(
            content, pictures=tuple(replace(p, framing=whole) for p in content.pictures)
        )
        _, seen, _ = frames(setter, content, (3.0, 1.5))
        return [rect.bottom for rect in seen]

    one, other = feet(("", "甲"))
    assert one == NEAR(other)
    one, other = feet(())
    assert one < other - 1  # in the middle of their frames


def test_an_own_caption_stands_at_the_edge_of_a_picture_that_is_narrower_than_its_frame(setter):
    whole = Framing(fit="whole")
    pictures = tuple(picture("图" * 3, source=f"{n}.jpg", framing=whole) for n in range(2))
    content = replace(group(2), pictures=pictures, sizes="equal")
    _, seen, done = frames(setter, content, (0.3, 0.3))
    lines = [i for i in done.items if isinstance(i, PlacedLine)]
    assert [line.x for line in lines] == NEAR([r.x for r in seen])
    assert seen[0].width < 90


@pytest.mark.parametrize("arrange", [*ARRANGED, "overlap"])
def test_a_caption_that_has_all_of_the_width_leaves_an_error_and_no_picture(setter, arrange):
    content = group(arrange=arrange, caption=words("图" * 8), caption_at="right")
    content = replace(content, caption_width=500.0)
    _, _, done = frames(setter, content, (1.5, 1.5, 1.5))
    assert "PICTURE-ROOM" in {d.code for d in done.diagnostics if d.severity == "error"}
