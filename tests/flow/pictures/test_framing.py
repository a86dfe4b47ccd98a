"""Pictures in their frames: whole, covering, ranged, sized and moved by hand, against a plain
reckoning."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from layout.display.items import Picture
from layout.flow.pictures.framing import framed
from layout.flow.pictures.picture import CAPTION_GAP, LEAST_CAPTION, LEAST_GAP, make_picture
from layout.flow.placed import PlacedLine
from layout.geometry import Rect
from layout.spec.resolve.resolved import Framing
from layout.units import to_mm
from tests.flow.conftest import ASCENT, PITCH, block
from tests.flow.pictures.helpers import picture
from tests.told import assert_told
from tests.typed import near

NEAR = pytest.approx
SQUARE = Rect(10, 20, 50, 50)
COVER = Framing()
WHOLE = Framing(fit="whole")


def test_a_picture_is_cut_near_its_focus():
    def crop(size, focus):
        return framed(size, SQUARE, COVER, focus)[1]

    assert crop((200, 100), (0.5, 0.5)) == (0.25, 0.0, 0.75, 1.0)
    assert crop((200, 100), (0.0, 0.5)) == (0.0, 0.0, 0.5, 1.0)
    assert crop((200, 100), (0.9, 0.5)) == (0.5, 0.0, 1.0, 1.0)
    assert crop((100, 200), (0.5, 0.6)) == (0.0, NEAR(0.35), 1.0, NEAR(0.85))
    assert framed((200, 100), SQUARE, COVER)[0] == SQUARE


def test_a_whole_picture_stands_in_the_white_as_it_is_ranged():
    assert framed((200, 100), SQUARE, WHOLE) == (Rect(10, 32.5, 50, 25), (0, 0, 1, 1))
    assert framed((200, 100), SQUARE, WHOLE, ranged=(0.5, 1.0))[0] == Rect(10, 45, 50, 25)
    stated = Framing(fit="whole", across=1.0, down=0.0)
    assert framed((100, 200), SQUARE, stated, ranged=(0.5, 1.0))[0] == Rect(35, 20, 25, 50)


def test_scale_and_shift_are_of_the_size_that_fit_gives():
    half = Framing(fit="whole", scale=0.5, shift=(3.0, -4.0))
    assert framed((100, 100), SQUARE, half) == (Rect(25.5, 28.5, 25, 25), (0, 0, 1, 1))
    double = Framing(fit="whole", scale=2.0, across=0.0, down=1.0)
    assert framed((100, 100), SQUARE, double) == (SQUARE, (0.0, 0.5, 0.5, 1.0))
    out = Framing(shift=(60.0, 0.0))
    assert framed((100, 100), SQUARE, out)[0].width == 0


SIDES = st.integers(1, 4000)
LENGTHS = st.floats(1, 800)
PARTS = st.floats(0, 1)


@example((1, 1), (1.0, 16.0), Framing(fit="", scale=4.0, shift=(-(2.0**-14), 0.0)), (0.0, 0.0))
@given(
    size=st.tuples(SIDES, SIDES),
    room=st.tuples(LENGTHS, LENGTHS),
    framing=st.builds(
        Framing,
        fit=st.sampled_from(["", "whole"]),
        scale=st.floats(0.1, 4),
        across=st.none() | PARTS,
        down=st.none() | PARTS,
        shift=st.tuples(st.floats(-50, 50), st.floats(-50, 50)),
    ),
    focus=st.tuples(PARTS, PARTS),
)
def test_what_is_seen_is_the_frame_and_the_picture_in_common(size, room, framing, focus):
    """The whole picture, blown up from the part that is seen, has its own shape and the size asked
    for; what is seen lies in the frame, and ends only where the frame or the picture does."""
    area = Rect(10, 20, *room)
    seen, (left, top, right, bottom) = framed(size, area, framing, focus)
    if not (seen.width and seen.height):
        return
    assert area.holds(seen)
    unit = (min if framing.fit else max)(room[0] / size[0], room[1] / size[1])
    unit *= framing.scale
    for start, length, edge, end, first, last, pixels in (
        (seen.x, seen.width, area.x, area.right, left, right, size[0]),
        (seen.y, seen.height, area.y, area.bottom, top, bottom, size[1]),
    ):
        assert 0 <= first < last <= 1
        if length > 1e-3:
            assert length / (last - first) == NEAR(pixels * unit, rel=1e-5)
        assert first == 0 or start == NEAR(edge)
        assert last == 1 or start + length == NEAR(end)
    if framing.fit and framing.scale <= 1 and framing.shift == (0, 0):
        assert (left, top, right, bottom) == (0, 0, 1, 1)


def test_a_whole_picture_stands_on_its_caption_and_its_keyline_is_round_it(setter):
    def made(**more):
        content = picture(framing=WHOLE, keyline="thin", pixels=(2000, 500), **more)
        done = make_picture(setter, block(content, last=20), content, PITCH)
        seen, *lines = [i.rect for i in done.items if hasattr(i, "rect")]
        assert min(r.y for r in lines) == NEAR(seen.y)
        assert max(r.bottom for r in lines) == NEAR(seen.bottom)
        return seen

    below, above, alone = made(), made(caption_at="above"), made(caption=None)
    one = block(None, last=20)
    assert (below.width, below.height) == (100.0, 25.0)
    assert below.bottom == NEAR(one.inner.bottom - 2 * PITCH)  # its caption has two lines
    assert above.y == NEAR(one.inner.y + 2 * PITCH)
    assert alone.y + alone.height / 2 == NEAR(one.inner.y + one.inner.height / 2)


def test_a_picture_moved_out_of_its_frame_is_an_error_with_its_place(setter):
    content = picture(framing=Framing(shift=(500.0, 0.0)), pixels=(500, 400))
    (found,) = make_picture(setter, block(content), content, PITCH).diagnostics
    assert found.severity == "error"
    assert_told(
        found,
        "PICTURE-ROOM.moved-out",
        {"file": "a.jpg", "across_mm": pytest.approx(176.39, abs=0.01)},
    )


TALL = (1000, 2000)


def parted(setter, pixels=TALL, last=20, width=200.0, **more):
    content = picture(**({"framing": WHOLE, "pixels": pixels} | more))
    one = block(content, last=last, width=width)
    done = make_picture(setter, one, content, PITCH)
    (seen,) = [i.rect for i in done.items if isinstance(i, Picture)]
    lines = [i for i in done.items if isinstance(i, PlacedLine)]
    return one, seen, lines, done.diagnostics


@pytest.mark.parametrize("at", ["below", "above"])
@pytest.mark.parametrize("count", [4, 30, 60])
def test_the_caption_of_a_whole_picture_is_as_wide_as_the_picture_and_at_its_edge(
    setter, at, count
):
    one, seen, lines, _ = parted(
        setter, last=30, caption="图" * count, credit="甲" * 3, caption_at=at
    )
    assert seen.width < one.inner.width - 20
    assert seen.width / seen.height == NEAR(0.5)
    for line in lines:
        assert line.x >= seen.x - 1e-6
        assert line.x + line.line.width / 1000 * line.style.size <= seen.right + 1e-6
    assert lines[0].x == NEAR(seen.x)
    tops = [line.baseline - ASCENT * line.style.size for line in lines]
    if at == "below":
        assert LEAST_GAP - 1e-6 <= min(tops) - seen.bottom <= CAPTION_GAP + 1e-6
    else:
        foot = max(t + line.style.size for t, line in zip(tops, lines, strict=True))
        assert LEAST_GAP - 1e-6 <= seen.y - foot <= CAPTION_GAP + 1e-6


def test_a_caption_goes_where_its_picture_is_put_by_hand(setter):
    """At the top left of its frame: under it there, not at the foot of the frame."""
    wide = (2000, 500)
    up = Framing(fit="whole", across=0.0, down=0.0)
    _, seen, (line,), _ = parted(setter, wide, caption="图" * 4, framing=up)
    assert line.baseline - ASCENT * line.style.size - seen.bottom <= CAPTION_GAP + 1e-6
    at_right = Framing(fit="whole", across=1.0)
    one, seen, (line,), _ = parted(setter, caption="图" * 4, framing=at_right)
    assert seen.right == NEAR(one.inner.right)
    assert line.x == NEAR(seen.x)


def test_under_a_very_narrow_picture_a_caption_has_eight_characters_and_stays_in_its_frame(setter):
    thin = (100, 2000)
    one, seen, lines, _ = parted(setter, thin, caption="图" * 20)
    assert seen.width < 20
    assert lines[0].line.width / 1000 * lines[0].style.size == NEAR(LEAST_CAPTION * 10.0)
    assert lines[0].x + LEAST_CAPTION * 10.0 / 2 == NEAR(seen.x + seen.width / 2)
    left = Framing(fit="whole", across=0.0)
    one, _, lines, _ = parted(setter, thin, caption="图" * 20, framing=left)
    assert lines[0].x == NEAR(one.inner.x)


def test_an_advert_of_another_shape_than_its_frame_is_told_with_what_stays_empty(setter):
    def told(**more):
        found = parted(setter, caption=None, **more)[3]
        return [d for d in found if d.code == "PICTURE-WHITE"]

    (one,) = told(advert=True)  # 200 × 240 pt hold 120 × 240 of it
    assert one.severity == "warning"
    empty = {"percent": near(60), "empty_mm": near(to_mm(80)), "of_mm": near(to_mm(200))}
    better = {"width_mm": near(to_mm(120)), "height_mm": near(to_mm(240))}
    assert_told(one, "PICTURE-WHITE.width", {"file": "a.jpg"} | empty | better)
    assert [d.severity for d in told()] == ["info"]
    assert not told(pixels=(1000, 1300), advert=True)
    assert told(pixels=(1000, 1340), advert=True)  # a tenth of it
    (flat,) = told(pixels=(2000, 1000), advert=True)
    assert_told(flat, "PICTURE-WHITE.height", {"percent": near(100 / 2.4)})
    assert not told(framing=Framing(fit="cover"), advert=True)
    assert not told(framing=Framing(fit="whole", scale=0.5))  # by hand


@given(
    pixels=st.tuples(st.integers(1, 5000), st.integers(1, 5000)),
    size=st.tuples(st.floats(10, 900), st.floats(10, 900)),
    scale=st.floats(0.05, 1.0),
    fit=st.sampled_from(["whole", "cover"]),
)
def test_nothing_is_cut_of_one_that_is_smaller_than_its_frame(pixels, size, scale, fit):
    """To the last digit: what is cut by a sum's rounding would be told, and clipped."""
    area = Rect(20.1, 30.3, *size)
    whole = min(size[0] / pixels[0], size[1] / pixels[1])
    unit = whole if fit == "whole" else max(size[0] / pixels[0], size[1] / pixels[1])
    _, crop = framed(pixels, area, Framing(fit=fit, scale=scale))
    for side, (first, last) in enumerate(((crop[0], crop[2]), (crop[1], crop[3]))):
        if pixels[side] * unit * scale <= size[side] * (1 + 1e-9):
            assert (first, last) == (0.0, 1.0)
        else:
            assert last - first < 1.0
