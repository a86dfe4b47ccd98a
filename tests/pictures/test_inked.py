"""A picture as it goes to press, by its pixels: ink, black, tones, profiles, sizes."""

import io
import zlib
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PIL import Image, ImageCms

from layout.display.items import Picture
from layout.display.press import PRESS, PressFacts
from layout.environment import Files
from layout.geometry import Rect
from layout.pictures import PictureError, PictureStore, PressPicture
from layout.pictures.inked import is_drawn
from layout.pictures.profile import ProfileError
from layout.record import replace
from layout.render.press.images import image_object
from tests.inks import most_ink
from tests.pictures.helpers import samples
from tests.pictures.profiles import SHIPPED
from tests.pictures.profiles import profile as made_profile

Save = Callable[..., str]
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.fixture
def store(tmp_path: Path) -> PictureStore:
    return PictureStore(Files(root=tmp_path))


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def saved(name: str, image: Image.Image, **options: Any) -> str:
        image.save(tmp_path / name, **options)
        return name

    return saved


def photo(size: tuple[int, int] = (256, 64), darkest: int = 0, lightest: int = 255) -> Image.Image:
    """All greys from the darkest to the lightest, as a photograph has them."""
    across = Image.linear_gradient("L").rotate(90).resize(size)
    span = (lightest - darkest) / 255
    return across.point([round(darkest + v * span) for v in range(256)])


def coloured(size: tuple[int, int] = (96, 96)) -> Image.Image:
    """A photograph's worth of colours, with deep shadows and hard edges."""
    noise = Image.frombytes("L", size, Random(1219).randbytes(size[0] * size[1]))
    noise = noise.point([round(128 + (v - 128) * 0.7) for v in range(256)])
    bands = [noise, photo(size), photo(size).rotate(90)]
    image = Image.merge("RGB", bands)
    image.paste((0, 0, 0), (10, 10, 50, 50))
    image.paste((200, 10, 20), (50, 50, 90, 90))
    return image


def keys(made: PressPicture) -> list[str]:
    return [told.key for told in (*made.notes, *made.warned)]


def black(made: PressPicture) -> list[int]:
    """K of each sample of a grey picture, as the table of its space has it."""
    if made.jpeg:
        with Image.open(io.BytesIO(made.data)) as image:
            data = image.tobytes()
    else:
        data = zlib.decompress(made.data)
    table = made.table or bytes(range(255, -1, -1))
    return [table[value] for value in data]


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif"])
def test_shadows_of_a_grey_photograph_are_opened(
    store: PictureStore, save: Save, name: str
) -> None:
    made = store.press(save(name, photo()))
    inks = black(made)
    assert max(inks) == 216  # 85 %
    assert keys(made) == ["PICTURE-TONE.opened", "PICTURE-TONE.held"]
    assert made.notes[0]["area"] == pytest.approx(15, abs=1)
    assert not any(0 < ink < 7.65 for ink in inks)
    middle = [(b, a) for b, a in zip(photo().tobytes(), inks, strict=True) if 140 < b < 240]
    if name != "a.jpg":
        assert all(after == 255 - before for before, after in middle)


def test_a_jpeg_in_grey_is_not_coded_again(store: PictureStore, save: Save, tmp_path: Path) -> None:
    made = store.press(save("a.jpg", photo()))
    assert made.data == (tmp_path / "a.jpg").read_bytes()
    assert made.untouched
    assert made.table is not None
    head = image_object(made).parts[0]
    assert b"[/Indexed/DeviceCMYK 255<000000d8" in head  # what was black is 85 % of K
    assert b"00000000>]/BitsPerComponent 8" in head


def test_a_picture_within_what_prints_is_as_it_was(store: PictureStore, save: Save) -> None:
    made = store.press(save("a.png", photo(darkest=60, lightest=240)))
    assert (made.table, made.notes) == (None, ())
    assert b"000000ff" in image_object(made).parts[0]


def test_what_is_stated_goes_before(store: PictureStore, save: Save) -> None:
    name = save("a.png", photo())
    facts = PressFacts(most_black=70.0, least_dot=0.0)
    assert max(black(store.press(name, facts))) == 178
    assert keys(store.press(name, facts)) == ["PICTURE-TONE.opened"]
    assert store.press(name, PressFacts(most_black=100.0, least_dot=0.0)).table is None
    assert max(black(store.press(name))) == 216  # one press after the other


def test_a_drawing_stays_solid(store: PictureStore, save: Save) -> None:
    """Black type with smoothed edges on white, and a tint: a screen would fray it."""
    image = Image.new("L", (200, 100), 255)
    image.paste(0, (20, 20, 120, 80))
    image.paste(128, (120, 20, 123, 80))
    image.paste(200, (150, 0, 200, 100))
    made = store.press(save("a.png", image))
    assert (made.table, made.notes) == (None, ())
    assert is_drawn(image.histogram())
    assert is_drawn(Image.new("L", (9, 9), 255).histogram())
    assert not is_drawn(photo().histogram())


def test_pixels_that_are_not_seen_do_not_count(store: PictureStore, save: Save) -> None:
    image = photo(darkest=80)
    image.paste(0, (0, 0, 100, 64))
    veil = Image.new("L", image.size, 255)
    veil.paste(0, (0, 0, 100, 64))
    image.putalpha(veil)
    made = store.press(save("a.png", image))
    assert made.mask is not None
    assert "PICTURE-TONE.opened" not in keys(made)


@pytest.mark.parametrize("mode", ["RGB", "P", "RGBA"])
@pytest.mark.parametrize("name", ["a.png", "a.jpg"])
def test_a_grey_picture_in_colours_is_printed_in_black(
    store: PictureStore, save: Save, mode: str, name: str
) -> None:
    if name == "a.jpg" and mode != "RGB":
        return
    made = store.press(save(name, photo().convert(mode)))
    assert made.mode == "gray"
    assert keys(made)[0] == "PICTURE-INKS.grey"
    inks = black(made)
    assert max(inks) == 216
    assert min(inks) == 0


@pytest.mark.parametrize("kind", ["jpg", "png", "tif"])
@pytest.mark.parametrize("limit", [240.0, 220.0, 180.0])
def test_no_pixel_of_a_converted_picture_is_over_the_limit(
    store: PictureStore, save: Save, kind: str, limit: float
) -> None:
    options: dict[str, Any] = {"quality": 95, "subsampling": 0} if kind == "jpg" else {}
    name = save(f"a.{kind}", coloured(), **options)
    made = store.press(name, PressFacts(ink_limit=limit))
    image = samples(store, name) if limit == 240 else _decoded(made)
    assert most_ink(image) <= limit
    assert ("PICTURE-INKS.over" in keys(made)) == (limit == 180)
    assert image.getchannel("K").getextrema()[1] <= 216  # type: ignore[operator]


def _decoded(made: PressPicture) -> Image.Image:
    if made.jpeg:
        return Image.open(io.BytesIO(made.data))
    return Image.frombytes("CMYK", (made.width, made.height), zlib.decompress(made.data))


def test_an_intent_is_chosen(store: PictureStore, save: Save) -> None:
    name = save("a.png", Image.new("RGB", (4, 4), (0, 40, 220)))
    made = {
        intent: _decoded(store.press(name, PressFacts(intent=intent))).getpixel((0, 0))
        for intent in ("perceptual", "relative", "absolute")
    }
    assert len(set(made.values())) == 3
    told = store.press(name, PressFacts(intent="relative")).notes[0].having(files=("a.png",))
    assert str(told) == "a.png: converted to CMYK (relative colorimetric; K at most 85 %)"


@pytest.mark.parametrize("name", ["a.jpg", "a.tif"])
def test_inks_of_another_press_are_kept_and_told(
    store: PictureStore, save: Save, name: str, tmp_path: Path
) -> None:
    other = made_profile("Coated FOGRA39")
    image = Image.new("CMYK", (16, 16), (200, 180, 170, 240))
    made = store.press(save(name, image, icc_profile=other, **_best(name)))
    assert _decoded(made).getpixel((8, 8)) == pytest.approx((200, 180, 170, 240), abs=2)
    assert keys(made) == ["PICTURE-INKS.kept"]
    assert made.notes[0]["profile"] == "Coated FOGRA39"
    own = store.press(save(f"own{name}", image, icc_profile=SHIPPED.read_bytes(), **_best(name)))
    assert keys(own) == []
    bad = store.press(save(f"bad{name}", image, icc_profile=b"no profile", **_best(name)))
    assert keys(bad) == ["PICTURE-PROFILE.damaged-inks"]


def _best(name: str) -> dict[str, Any]:
    return {"quality": 100, "subsampling": 0} if name.endswith("jpg") else {}


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif"])
def test_a_profile_of_grey_is_honoured(store: PictureStore, save: Save, name: str) -> None:
    """Linear light: its middle is far lighter than that of ink amounts."""
    facts = PressFacts(most_black=100.0, least_dot=0.0)
    plain = black(store.press(save(f"plain{name}", photo()), facts))
    made = store.press(save(name, photo(), icc_profile=_linear_grey()), facts)
    assert keys(made) == ["PICTURE-INKS.greys"]
    assert made.notes[0]["profile"] == "Linear grey"
    linear = black(made)
    assert (min(linear), max(linear)) == (0, 255)
    at = plain.index(min(plain, key=lambda ink: abs(ink - 170)))
    assert linear[at] < plain[at] - 25


def _linear_grey() -> bytes:
    white = b"XYZ \0\0\0\0\0\0\xf6\xd6\0\1\0\0\0\0\xd3\x2d"
    tags = {b"A2B0": b"", b"B2A0": b"", b"kTRC": b"curv" + bytes(8), b"wtpt": white}
    data = bytearray(made_profile("Linear grey", kind=b"mntr", space=b"GRAY", tags=tags))
    data[20:24] = b"XYZ "
    data[68:80] = white[8:]
    return bytes(data)


@pytest.mark.parametrize(
    ("carried", "told"),
    [(SRGB[:400], "PICTURE-PROFILE.damaged"), (SHIPPED.read_bytes(), "PICTURE-PROFILE.other")],
)
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif"])
def test_a_profile_that_cannot_be_is_told_and_srgb_taken(
    store: PictureStore, save: Save, carried: bytes, told: str, name: str
) -> None:
    image = coloured()
    good = _decoded(store.press(save(f"good{name}", image, **_best(name))))
    made = store.press(save(name, image, icc_profile=carried, **_best(name)))
    assert [one.key for one in made.warned] == [told]
    assert _decoded(made).tobytes() == good.tobytes()


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_a_grey_picture_with_the_profile_of_colours(
    store: PictureStore, save: Save, name: str
) -> None:
    made = store.press(save(name, photo(), icc_profile=SRGB))
    assert [one.key for one in made.warned] == ["PICTURE-PROFILE.other"]


def test_a_photograph_in_adobe_rgb_is_stronger(store: PictureStore, save: Save) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA001] = 2
    image = Image.new("RGB", (16, 16), (60, 180, 60))
    wide = _decoded(store.press(save("w.jpg", image, exif=exif.tobytes(), **_best("w.jpg"))))
    plain = _decoded(store.press(save("p.jpg", image, **_best("p.jpg"))))
    (c1, _, y1, _), (c0, _, y0, _) = wide.getpixel((8, 8)), plain.getpixel((8, 8))  # type: ignore[misc]
    assert c1 > c0 + 5
    assert c1 + y1 > c0 + y0 + 10


def shown(width_in: float, height_in: float) -> Picture:
    return Picture(rect=Rect(0, 0, width_in * 72, height_in * 72), source="a")


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif"])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_picture_is_brought_down(
    store: PictureStore, save: Save, name: str, mode: str, tmp_path: Path
) -> None:
    if (name, mode) == ("a.png", "CMYK"):
        return
    save(name, coloured((400, 300)).convert(mode), **_best(name))
    facts = PressFacts(resolution=200.0)
    made = store.press(name, facts, [shown(1.0, 0.75)])
    assert (made.width, made.height) == (200, 150)
    assert not made.untouched
    whole = store.press(name, facts, [shown(2.0, 1.5)])
    assert (whole.width, whole.height) == (400, 300)
    assert most_ink(_decoded(made)) < 245 if made.mode == "cmyk" and mode == "RGB" else True
    judged = store.judged(name, facts)
    assert judged.mode == made.mode
    assert keys(judged) == keys(made)


def test_two_levels_are_never_brought_down(store: PictureStore, save: Save) -> None:
    name = save("a.png", Image.new("1", (400, 400)))
    made = store.press(name, PressFacts(resolution=100.0), [shown(1.0, 1.0)])
    assert (made.mode, made.width) == ("bilevel", 400)


def test_a_cut_out_is_brought_down_with_its_mask(store: PictureStore, save: Save) -> None:
    image = coloured((400, 400)).convert("RGBA")
    veil = Image.new("L", (400, 400), 0)
    veil.paste(255, (100, 100, 300, 300))
    image.putalpha(veil)
    name = save("a.png", image)
    made = store.press(name, PressFacts(resolution=100.0), [shown(1.0, 1.0)])
    assert made.mask is not None
    mask = Image.frombytes("L", (100, 100), zlib.decompress(made.mask))
    assert mask.getpixel((50, 50)) == 255
    assert mask.getpixel((10, 10)) == 0


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_sharpening_is_asked_for(store: PictureStore, save: Save, mode: str) -> None:
    image = photo((200, 200), darkest=70, lightest=200)
    image.paste(190, (100, 0, 200, 200))
    image.paste(90, (0, 0, 100, 200))
    picture = image.convert("RGB") if mode == "RGB" else image
    if mode == "RGB":
        picture.paste((200, 100, 90), (0, 150, 200, 200))
    name = save("a.png", picture)
    place = [shown(1.0, 1.0)]
    plain = store.press(name, PRESS, place)
    sharp = store.press(name, replace(PRESS, sharpen="newsprint"), place)
    assert "PICTURE-FINE.sharpened" in keys(sharp)
    assert "PICTURE-FINE.sharpened" not in keys(plain)
    rows = [zlib.decompress(made.data) for made in (plain, sharp)]
    assert rows[0] != rows[1]
    assert keys(store.judged(name, replace(PRESS, sharpen="newsprint"))) == keys(sharp)


def test_a_picture_cut_short_is_found_before_its_place_is_known(
    store: PictureStore, save: Save, tmp_path: Path
) -> None:
    name = save("a.jpg", photo((300, 300)), quality=95)
    data = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(data[: len(data) // 2])
    for facts in (PRESS, PressFacts(resolution=100.0), PressFacts(sharpen="newsprint")):
        with pytest.raises(PictureError, match=r"a\.jpg is damaged"):
            store.judged(name, facts)


def test_the_profile_of_the_press_that_cannot_be_used_is_named(
    store: PictureStore, save: Save, tmp_path: Path
) -> None:
    (tmp_path / "p.icc").write_bytes(SHIPPED.read_bytes()[:9000])
    name = save("a.png", coloured())
    with pytest.raises(ProfileError, match=r"the profile p\.icc is damaged"):
        store.press(name, PressFacts(profile="p.icc"))


def test_lab_of_16_bits_and_more(store: PictureStore, save: Save) -> None:
    """Kinds that carry no profile of their own kind end as the colours that they are."""
    lab = Image.new("LAB", (8, 8), (138, 200, 180))
    c, m, y, _ = _decoded(store.press(save("a.tif", lab))).getpixel((4, 4))  # type: ignore[misc]
    assert m > c
    assert y > c
    deep = Image.new("I;16", (64, 4))
    for x in range(64):
        for line in range(4):
            deep.putpixel((x, line), x * 1040)
    made = store.press(save("deep.png", deep))
    assert made.mode == "gray"
    assert max(black(made)) == 216
