"""Captions: as many lines as they need, never wider than their picture, the credit at the end."""

from itertools import pairwise

import pytest

from layout.color import BLACK, Color
from layout.display.items import Box, Picture
from layout.flow.pictures.caption import set_caption
from layout.flow.pictures.picture import CAPTION_GAP, INSIDE_PAD, SIDE_GAP, make_picture
from layout.flow.placed import PlacedLine
from tests.flow.conftest import ASCENT, PITCH, block, words
from tests.flow.pictures.helpers import picture
from tests.told import assert_told
from tests.typed import all_of, near

NEAR = pytest.approx


def made(setter, content, last=10, **more):
    one = block(content, last=last, **more)
    done = make_picture(setter, one, content, PITCH)
    (area,) = (i.rect for i in done.items if isinstance(i, Picture))
    lines = [i for i in done.items if isinstance(i, PlacedLine)]
    return one, area, lines, done


def left_of(line):
    return line.x


def right_of(line):
    return line.x + line.line.width / 1000 * line.style.size


def test_a_short_caption_is_one_line_with_its_credit_at_the_end(setter):
    done = set_caption(setter, words("图" * 5), words("甲", 8.0), 100.0, "n")
    one, other = done.lines
    assert (one.x, one.baseline) == (0.0, near(ASCENT * 10))
    assert right_of(other) == NEAR(100.0)
    assert other.baseline == NEAR(one.baseline)
    assert (one.node, other.node) == ("n#caption", "n#credit")
    assert done.height == 10.0


@pytest.mark.parametrize(("align", "x"), [("left", 0.0), ("center", 25.0), ("right", 50.0)])
def test_one_line_stands_as_its_style_ranges_it(setter, align, x):
    (line,) = set_caption(setter, words("图" * 5, align=align), None, 100.0, "n").lines
    assert line.x == NEAR(x)


def test_a_long_caption_is_a_paragraph_of_full_lines(setter):
    done = set_caption(setter, words("图" * 24), None, 100.0, "n")
    assert [right_of(n) for n in done.lines] == [NEAR(100.0), NEAR(100.0), NEAR(40.0)]
    assert all(left_of(n) == NEAR(0.0) for n in done.lines)
    steps = {round(b.baseline - a.baseline, 6) for a, b in pairwise(done.lines)}
    assert steps == {13.0}
    assert done.height == NEAR(2 * 13.0 + 10.0)
    assert {n.style.size for n in done.lines} == {10.0}  # nothing is set smaller


def test_the_credit_takes_a_line_of_its_own_where_the_last_is_full(setter):
    beside = set_caption(setter, words("图" * 17), words("甲", 8.0), 100.0, "n")
    assert len({round(n.baseline, 6) for n in beside.lines}) == 2
    under = set_caption(setter, words("图" * 19), words("甲", 8.0), 100.0, "n")
    assert len({round(n.baseline, 6) for n in under.lines}) == 3
    assert right_of(under.lines[-1]) == NEAR(100.0)
    assert under.height > beside.height


def test_a_credit_below_has_a_line_of_its_own_always(setter):
    done = set_caption(setter, words("图"), words("甲", 8.0), 100.0, "n", credit_at="below")
    assert len({round(n.baseline, 6) for n in done.lines}) == 2


def test_a_credit_alone_and_nothing_at_all(setter):
    (line,) = set_caption(setter, None, words("甲", 8.0), 100.0, "n").lines
    assert right_of(line) == NEAR(100.0)
    assert set_caption(setter, None, None, 100.0, "n").height == 0.0


def test_a_character_no_face_has_is_told(setter):
    for text in ("图👍", "图" * 12 + "👍"):
        found = set_caption(setter, words(text), None, 100.0, "n").diagnostics
        assert [d.code for d in found] == ["NO-GLYPH"]


@pytest.mark.parametrize("lines", [1, 2, 5])
def test_below_it_takes_the_lines_it_needs(setter, lines):
    content = picture("图" * (10 * lines - 1))
    one, area, placed, _ = made(setter, content, last=20)
    taken = (one.inner.bottom - area.bottom) / PITCH
    assert taken == NEAR(round(taken))
    assert (area.y, area.width) == (one.inner.y, one.inner.width)
    assert len(placed) == lines
    assert placed[0].baseline - ASCENT * 10 == NEAR(area.bottom + CAPTION_GAP)
    assert placed[-1].baseline + 0.12 * 10 <= one.inner.bottom + 2.0 + 1e-6


def test_stated_lines_stand(setter):
    one, area, _, _ = made(setter, picture(caption_lines=3))
    assert one.inner.bottom - area.bottom == NEAR(3 * PITCH)


def test_above_its_last_line_is_as_near_to_the_picture(setter):
    one, area, placed, _ = made(setter, picture("图" * 15, caption_at="above"))
    assert area.bottom == one.inner.bottom
    assert area.y - (placed[-1].baseline + 0.12 * 10) == NEAR(CAPTION_GAP)
    assert placed[0].baseline - ASCENT * 10 >= one.inner.y - 2.0 - 1e-6


@pytest.mark.parametrize("side", ["left", "right"])
def test_at_the_side_its_foot_is_the_pictures(setter, side):
    one, area, placed, _ = made(setter, picture(caption_at=side, caption_width=40.0))
    assert area.width == NEAR(one.inner.width - 40.0 - SIDE_GAP)
    assert area.height == one.inner.height
    assert placed[-1].baseline + 0.12 * 10 == NEAR(area.bottom)
    edges = {round(n.x, 6) for n in placed}
    assert edges == {one.inner.x if side == "left" else round(area.right + SIDE_GAP, 6)}
    assert all(right_of(n) <= left_of(n) + 40.0 + 1e-6 for n in placed)


def test_inside_it_stands_on_the_foot_of_the_picture(setter):
    one, area, placed, done = made(setter, picture(caption_at="inside"))
    assert area == one.inner
    assert placed[-1].baseline + 0.12 * 10 == NEAR(area.bottom - INSIDE_PAD)
    assert not [i for i in done.items if isinstance(i, Box)]
    panel_color = Color(m=100.0)
    one, area, placed, done = made(setter, picture(caption_at="inside", caption_fill=panel_color))
    (panel,) = (i for i in done.items if isinstance(i, Box))
    assert panel.fill == panel_color
    assert (panel.rect.x, panel.rect.right, panel.rect.bottom) == (area.x, area.right, area.bottom)
    assert panel.rect.height == NEAR(10.0 + 2 * INSIDE_PAD)
    kinds = [type(i).__name__ for i in done.items]
    assert kinds == ["Picture", "Box", "PlacedLine"]


@pytest.mark.parametrize(
    ("at", "width"),
    [
        *((at, w) for at in ("below", "above", "inside") for w in (None, 30.0, 500.0)),
        ("left", 30.0), ("right", 30.0),
    ],
)  # fmt: skip
def test_no_caption_is_wider_than_its_picture(setter, at, width):
    content = picture("图" * 33, "甲" * 3, caption_at=at, caption_width=width)
    one, area, placed, _ = made(setter, content, last=40)
    limit = one.inner if at in ("left", "right") else area
    for line in placed:
        assert left_of(line) >= limit.x - 1e-6
        assert right_of(line) <= limit.right + 1e-6
        assert one.inner.y - 2.0 <= line.baseline <= one.inner.bottom + 2.0


def test_a_caption_that_leaves_no_room_is_an_error_with_numbers(setter):
    content = picture("图" * 60, caption_at="below")
    done = make_picture(setter, block(content, last=4), content, PITCH)
    (found,) = [d for d in done.diagnostics if d.code == "PICTURE-ROOM"]
    assert found.severity == "error"
    assert_told(found, "PICTURE-ROOM.caption", {"width_pt": 100.0, "height_pt": 0.0})


def test_a_picture_of_too_few_pixels_is_told_with_its_resolution(setter):
    one = block(picture(None), last=10, width=144.0)

    def of(*pixels):
        return make_picture(setter, one, picture(None, pixels=pixels), PITCH)

    done = of(199, 166)
    (found,) = done.diagnostics
    assert found.severity == "warning"
    assert_told(found, "COARSE.pixels", {"file": "a.jpg", "ppi": 99, "least_ppi": 100})
    enough = of(201, 168)
    assert enough.diagnostics == []
    cut = of(2000, 100)
    assert cut.diagnostics[0].said["ppi"] == pytest.approx(60)  # by what is left of it


def test_a_placeholder_and_a_keyline(setter):
    content = picture(None, source=None, keyline="thin")
    done = make_picture(setter, block(content), content, PITCH)
    assert [d.code for d in done.diagnostics] == ["STANDS-IN"]
    boxes = all_of(Box, done.items)
    assert [box.role for box in boxes] == ["panel", "rule", "rule", "rule", "rule"]
    assert boxes[1].fill == BLACK


@pytest.mark.parametrize("at", ["below", "above"])
def test_a_caption_of_more_lines_than_it_is_given_is_told(setter, at):
    """40 characters of 10 pt in 100 pt are four lines, 49 pt high."""
    long = picture("图" * 40, caption_at=at, caption_lines=1)
    (told,) = [d for d in made(setter, long)[3].diagnostics if d.code == "DISPLAY-HIGH"]
    assert told.severity == "error"
    assert_told(told, "DISPLAY-HIGH.high", {"height_pt": 49.0})
    assert told.said["what"].key == "part.the-caption"
    for lines in (None, 5):
        enough = made(setter, picture("图" * 40, caption_at=at, caption_lines=lines))
        assert not [d for d in enough[3].diagnostics if d.code == "DISPLAY-HIGH"]


@pytest.mark.parametrize("at", ["left", "right", "inside"])
def test_a_caption_higher_than_the_picture_beside_it_is_told(setter, at):
    high = picture("图" * 90, caption_at=at, caption_width=40.0)
    assert "DISPLAY-HIGH" in [d.code for d in made(setter, high)[3].diagnostics]
    low = picture("图" * 9, caption_at=at, caption_width=40.0)
    assert "DISPLAY-HIGH" not in [d.code for d in made(setter, low)[3].diagnostics]
