"""Outlines of cut-outs: drawn shapes whose outline is known, and hostile pictures."""

from math import cos, hypot, pi, sin
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from layout.environment import Files
from layout.pictures import PictureError, PictureStore, pillow
from layout.pictures import outline as module
from layout.pictures.outline import MOST_POINTS, TOLERANCE, outline, simplified
from tests.cost import steps


def png(image, kind="PNG", **options):
    return pillow.encode(image, kind, **options)


def cut_out(size, draw, mode="RGBA"):
    alpha = Image.new("L", size, 0)
    draw(ImageDraw.Draw(alpha))
    image = Image.new(mode, size)
    image.putalpha(alpha)
    return image


def ends(polygon, y):
    """Where a level line at `y` enters and leaves a polygon."""
    xs = []
    for k, (x0, y0) in enumerate(polygon):
        x1, y1 = polygon[k - 1]
        if min(y0, y1) <= y < max(y0, y1):
            xs.append(x0 + (x1 - x0) * (y - y0) / (y1 - y0))
    return min(xs), max(xs)


def to_edges(p, polygon):
    """The distance of a point from an outline."""
    best = 1e9
    for k, (x0, y0) in enumerate(polygon):
        x1, y1 = polygon[k - 1]
        dx, dy = x1 - x0, y1 - y0
        length = dx * dx + dy * dy
        t = min(1, max(0, ((p[0] - x0) * dx + (p[1] - y0) * dy) / length)) if length else 0
        best = min(best, hypot(p[0] - x0 - t * dx, p[1] - y0 - t * dy))
    return best


def test_a_circle_within_half_a_point():
    image = cut_out((800, 800), lambda d: d.ellipse((100, 100, 699, 699), fill=255))
    made = outline(png(image), "a.png", 200, 200)
    assert 12 < len(made) <= MOST_POINTS
    assert all(abs(hypot(x - 100, y - 100) - 75) < 0.5 for x, y in made)
    for k in range(360):
        p = (100 + 75 * cos(k * pi / 180), 100 + 75 * sin(k * pi / 180))
        assert to_edges(p, made) < 0.5


def test_a_rectangle_is_four_points_clockwise_in_points():
    image = cut_out((400, 200), lambda d: d.rectangle((40, 20, 359, 179), fill=255))
    made = outline(png(image), "a.png", 100, 100)  # pixels need not be square
    assert made == ((90, 10), (90, 90), (10, 90), (10, 10))


def test_an_opaque_picture_with_alpha_is_its_rectangle():
    made = outline(png(Image.new("RGBA", (30, 20), (9, 9, 9, 255))), "a.png", 60, 40)
    assert made == ((60, 0), (60, 40), (0, 40), (0, 0))


@pytest.mark.parametrize("size", [(1, 1), (1, 9), (9, 1)])
def test_the_least_picture(size):
    made = outline(png(Image.new("LA", size, (0, 255))), "a.png", 50, 50)
    assert made == ((50, 0), (50, 50), (0, 50), (0, 0))


def test_one_pixel():
    image = cut_out((100, 100), lambda d: d.point((30, 50), fill=255))
    assert outline(png(image), "a.png", 100, 100) == ((31, 50), (31, 51), (30, 51), (30, 50))


def test_what_is_cut_out_inside_is_no_part_of_the_outline():
    def ring(draw):
        draw.ellipse((10, 10, 190, 190), fill=255)
        draw.ellipse((50, 50, 150, 150), fill=0)

    image = cut_out((200, 200), ring)
    whole = cut_out((200, 200), lambda d: d.ellipse((10, 10, 190, 190), fill=255))
    assert outline(png(image), "a.png", 90, 90) == outline(png(whole), "a.png", 90, 90)


def test_a_shape_open_to_the_right_is_followed():
    def bracket(draw):
        draw.rectangle((0, 0, 199, 199), fill=255)
        draw.rectangle((60, 60, 199, 139), fill=0)

    made = outline(png(cut_out((200, 200), bracket)), "a.png", 200, 200)
    assert ends(made, 100) == pytest.approx((0, 60), abs=0.5)
    assert ends(made, 30) == pytest.approx((0, 200), abs=0.5)
    assert ends(made, 170) == pytest.approx((0, 200), abs=0.5)


def test_two_pieces_are_one_shape():
    def dots(draw):
        draw.rectangle((0, 0, 19, 19), fill=255)
        draw.rectangle((80, 80, 99, 99), fill=255)

    made = outline(png(cut_out((100, 100), dots)), "a.png", 100, 100)
    assert ends(made, 10) == pytest.approx((0, 20), abs=0.5)
    assert ends(made, 90) == pytest.approx((80, 100), abs=0.5)
    a, b = ends(made, 50)
    assert 0 < a < b < 100


def test_fur_gives_up_tolerance_and_not_points():
    def fur(draw):
        for y in range(600):
            draw.line((100 - y * y * 31 % 89, y, 300 + y * y * 17 % 83, y), fill=255)

    made = outline(png(cut_out((400, 600), fur)), "a.png", 400, 600)
    assert len(made) == MOST_POINTS
    assert all(0 <= x <= 400 for x, _ in made)


@pytest.mark.parametrize(("opaque", "reach"), [(0.01, 10), (0.5, 30), (0.9, 40)])
def test_the_threshold(opaque, reach):
    def soft(draw):
        draw.rectangle((10, 0, 99, 99), fill=40)
        draw.rectangle((30, 0, 99, 99), fill=128)
        draw.rectangle((40, 0, 99, 99), fill=255)

    made = outline(png(cut_out((100, 100), soft)), "a.png", 100, 100, opaque=opaque)
    assert min(x for x, _ in made) == reach


def test_all_kinds_that_have_transparency():
    shape = cut_out((60, 60), lambda d: d.rectangle((20, 10, 39, 49), fill=255))
    wanted = ((40, 10), (40, 50), (20, 50), (20, 10))
    gray = cut_out((60, 60), lambda d: d.rectangle((20, 10, 39, 49), fill=255), "L")
    assert gray.mode == "LA"
    for image, kind, options in (
        (shape, "PNG", {}),
        (gray, "PNG", {}),
        (shape, "TIFF", {}),
        (shape, "WEBP", {"lossless": True}),
    ):
        assert outline(png(image, kind, **options), "a", 60, 60) == wanted
    keyed = Image.new("L", (60, 60), 7)  # one gray is see-through
    ImageDraw.Draw(keyed).rectangle((20, 10, 39, 49), fill=200)
    assert outline(png(keyed, transparency=7), "a.png", 60, 60) == wanted
    coloured = keyed.convert("RGB")
    assert outline(png(coloured, transparency=(7, 7, 7)), "a.png", 60, 60) == wanted
    pale = Image.new("P", (60, 60), 3)
    ImageDraw.Draw(pale).rectangle((20, 10, 39, 49), fill=5)
    pale.putpalette([v for k in range(16) for v in (k, k, k)])
    assert outline(png(pale, "GIF", transparency=3), "a.gif", 60, 60) == wanted


def test_a_picture_that_a_camera_turned():
    image = cut_out((60, 30), lambda d: d.rectangle((0, 0, 9, 29), fill=255))
    exif = Image.Exif()
    exif[0x0112] = 6  # shown turned to the right by a quarter
    made = outline(png(image, exif=exif.tobytes()), "a.png", 30, 60)
    assert made == ((30, 0), (30, 10), (0, 10), (0, 0))


def test_no_alpha_is_a_clear_error(tmp_path):
    with pytest.raises(PictureError, match=r"park\.jpg has no transparency \(JPEG, L\).*polygon"):
        outline(png(Image.new("L", (9, 9)), "JPEG"), "park.jpg", 9, 9)


def test_nothing_opaque_is_a_clear_error():
    with pytest.raises(PictureError, match=r"a\.png has no outline: nothing in it is opaque"):
        outline(png(Image.new("RGBA", (9, 9))), "a.png", 9, 9)
    faint = png(Image.new("RGBA", (9, 9), (0, 0, 0, 0)))
    with pytest.raises(PictureError, match="nothing in it is opaque"):
        outline(faint, "a.png", 9, 9, opaque=0)


def test_a_damaged_picture_is_a_clear_error():
    whole = png(Image.effect_noise((90, 90), 90).convert("RGBA"))
    with pytest.raises(PictureError, match=r"a\.png is damaged or cut short"):
        outline(whole[: len(whole) // 2], "a.png", 9, 9)
    with pytest.raises(PictureError, match="not a picture"):
        outline(b"GIF", "a.png", 9, 9)


@pytest.mark.parametrize("size", [(0, 9), (9, -1), (float("nan"), 9)])
def test_a_size_that_is_none(size):
    with pytest.raises(ValueError, match="expected a size above 0"):
        outline(png(Image.new("RGBA", (9, 9))), "a.png", *size)


def test_the_chunks_change_nothing(monkeypatch):
    image = cut_out((200, 300), lambda d: d.ellipse((20, 30, 150, 290), fill=255))
    whole = outline(png(image), "a.png", 100, 150)
    monkeypatch.setattr(module, "CHUNK", 1234)
    assert outline(png(image), "a.png", 100, 150) == whole


def test_quick():
    """Some 150,000 steps, of 1,760,000 pixels: each line is looked at whole, not each pixel."""
    image = cut_out((1100, 1600), lambda d: d.ellipse((50, 50, 1000, 1500), fill=255))
    data = png(image)
    steps(lambda: outline(data, "a.png", 200, 290), most=400_000)


def test_the_store_keeps_outlines(tmp_path: Path):
    path = tmp_path / "a.png"
    shape = cut_out((60, 60), lambda d: d.rectangle((20, 10, 39, 49), fill=255))
    path.write_bytes(png(shape))
    store = PictureStore(Files(tmp_path))
    made = store.outline("a.png", 60, 60)
    assert made == ((40.0, 10.0), (40.0, 50.0), (20.0, 50.0), (20.0, 10.0))
    assert store.outline("a.png", 60, 60) is made
    assert store.outline("a.png", 120, 60)[0] == (80, 10)
    with pytest.raises(PictureError, match=r"b\.png does not exist"):
        store.outline("b.png", 60, 60)


points = st.lists(st.floats(0, 50), min_size=1, max_size=40)


@settings(deadline=None)
@given(points, st.floats(0.01, 20))
def test_simplified_holds_every_point(xs, tolerance):
    chain = [(x, float(y)) for y, x in enumerate(xs)]
    made = simplified(chain, tolerance, 1000)
    assert [made[0], made[-1]] == [chain[0], chain[-1]]
    assert set(made) <= set(chain)
    assert made == sorted(made, key=lambda p: p[1])
    open_chain = [*made, *made[-2:0:-1]]
    assert all(to_edges(p, open_chain) <= tolerance + 1e-9 for p in chain)


@given(points)
def test_simplified_keeps_to_its_number(xs):
    chain = [(x, float(y)) for y, x in enumerate(xs)]
    assert len(simplified(chain, 0.0, 7)) <= max(2, min(7, len(chain)))
    assert simplified(chain, 0.0, 1000)[0] == chain[0]


def test_simplified_is_no_more_than_needed():
    straight = [(2.0 * k, float(k)) for k in range(50)]
    assert simplified(straight, TOLERANCE, 100) == [straight[0], straight[-1]]
