"""From colours to inks: what numbers mean, and that no conversion passes a limit of ink."""

import io

import pytest
from PIL import Image, ImageCms

from layout.display.press import INTENTS
from layout.pictures.adobergb import adobe_rgb
from layout.pictures.profile import ProfileError, read_profile
from layout.pictures.separation import (
    MARGIN,
    Separation,
    black_alone,
    meaning_of,
    read_meaning,
    separation,
)
from tests.inks import most_ink
from tests.pictures.profiles import SHIPPED
from tests.pictures.profiles import profile as made_profile

PRESS = read_profile(SHIPPED.read_bytes(), SHIPPED.name)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def colours() -> Image.Image:
    """All hues, light and dark, and the greys."""
    out = Image.new("RGB", (128, 128))
    for y in range(128):
        for x in range(128):
            out.putpixel((x, y), (2 * x, 2 * y, (x * y) % 256))
    out.paste((0, 0, 0), (0, 0, 20, 20))
    return out


@pytest.mark.parametrize("intent", INTENTS)
@pytest.mark.parametrize("black_point", [True, False])
@pytest.mark.parametrize("limit", [240.0, 200.0, 160.0])
def test_no_pixel_is_over_the_limit(intent: str, black_point: bool, limit: float) -> None:
    made = separation(PRESS, None, intent=intent, black_point=black_point, limit=limit)
    assert most_ink(made.change(colours())) <= limit - MARGIN + 1
    assert (made.most > limit) == (limit < 210)


def test_a_limit_costs_light_tones_nothing() -> None:
    light = Image.new("RGB", (1, 1), (230, 180, 170))
    free, bound = (
        separation(PRESS, None, limit=limit).change(light).getpixel((0, 0)) for limit in (400, 180)
    )
    assert bound == pytest.approx(free, abs=3)


def test_black_keeps_its_place_where_the_others_give_way() -> None:
    dark = Image.new("RGB", (1, 1), (0, 0, 0))
    free, bound = (
        separation(PRESS, None, limit=limit).change(dark).getpixel((0, 0)) for limit in (400, 160)
    )
    assert isinstance(free, tuple)
    assert isinstance(bound, tuple)
    assert bound[3] == free[3]
    assert sum(bound) < sum(free)


def test_intents_differ() -> None:
    """Relative without the press's black loses the steps of shadows; perceptual keeps them."""
    shadows = Image.new("RGB", (8, 1))
    for x in range(8):
        shadows.putpixel((x, 0), (8 * x,) * 3)

    def steps(intent: str, *, black_point: bool) -> int:
        made = separation(PRESS, None, intent=intent, black_point=black_point).change(shadows)
        return len({made.getpixel((x, 0)) for x in range(8) if sum(made.getpixel((x, 0))) < 9999})  # type: ignore[arg-type]

    def blacks(intent: str, *, black_point: bool) -> int:
        made = separation(PRESS, None, intent=intent, black_point=black_point).change(shadows)
        return len(set(made.getchannel("K").tobytes()))

    assert steps("perceptual", black_point=True) == 8
    assert blacks("relative", black_point=False) == 1
    assert blacks("relative", black_point=True) > 4


def test_lab_goes_straight_to_ink() -> None:
    grey = Image.new("LAB", (1, 1), (138, 128, 128))  # L* 54
    made = separation(PRESS, None, lab=True).change(grey).getpixel((0, 0))
    same = separation(PRESS, None).change(Image.new("RGB", (1, 1), (129,) * 3)).getpixel((0, 0))
    assert made == pytest.approx(same, abs=4)
    bound = separation(PRESS, None, lab=True, limit=160.0)
    assert most_ink(bound.change(Image.new("LAB", (1, 1), (5, 128, 128)))) <= 160


def test_without_a_profile_grey_is_black() -> None:
    made: Separation = separation(None, None)
    assert made.change(Image.new("RGB", (1, 1), (90, 90, 90))).getpixel((0, 0)) == (0, 0, 0, 165)
    lab = separation(None, None, lab=True)
    assert (
        lab.change(Image.new("LAB", (1, 1), (255, 128, 128))).getchannel("K").getpixel((0, 0)) == 0
    )


def test_a_profile_of_the_press_whose_tables_are_no_tables() -> None:
    """Its header is right and its tables have the right size: LittleCMS is asked what they are."""
    broken = read_profile(made_profile(tags={b"B2A0": _curves_of_nothing()}), "b.icc")
    with pytest.raises(ProfileError, match=r"b\.icc has tables that cannot be used"):
        separation(broken, None)


def _curves_of_nothing() -> bytes:
    """mBA with four outputs, and offsets that lead into its own header."""
    return b"mBA \0\0\0\0\x03\x04\0\0" + bytes([0, 0, 0, 33] * 5) + bytes(40)


@pytest.mark.parametrize("grey", [True, False])
def test_black_alone_is_as_light_as_four_inks(grey: bool) -> None:
    """Held against the profile itself: L* of K alone is that of the inks, on the scale from paper
    to K 100."""
    own = _grey_profile() if grey else None
    table = black_alone(PRESS, own, grey=grey, intent="perceptual", black_point=True)
    assert len(table) == 256
    assert (table[0], table[255]) == (255, 0)
    assert list(table) == sorted(table, reverse=True)
    assert 100 < table[128] < 160  # half of the tone is half of the ink, more or less
    assert len(set(table)) > 150  # no steps


def _grey_profile() -> bytes:
    curve = b"curv\0\0\0\0\0\0\0\1\2\x33\0\0"
    white = b"XYZ \0\0\0\0\0\0\xf6\xd6\0\1\0\0\0\0\xd3\x2d"
    tags = {b"A2B0": b"", b"B2A0": b"", b"kTRC": curve, b"wtpt": white}
    data = bytearray(made_profile("Grey 2.2", kind=b"mntr", space=b"GRAY", pcs=b"XYZ ", tags=tags))
    data[68:80] = white[8:]
    return bytes(data)


def test_what_the_numbers_of_a_picture_mean() -> None:
    image = Image.new("RGB", (4, 4))
    assert meaning_of(image, "rgb").profile is None
    image.info["icc_profile"] = SRGB
    assert meaning_of(image, "rgb").profile == SRGB
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA001] = 2
    assert meaning_of(_with(exif), "rgb").profile == adobe_rgb()
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA001] = 0xFFFF
    assert meaning_of(_with(exif), "rgb").profile is None
    exif.get_ifd(0x8769)[0xA005] = {1: "R03"}
    assert meaning_of(_with(exif), "rgb").profile == adobe_rgb()
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA001] = 1
    assert meaning_of(_with(exif), "rgb").profile is None


def _with(exif: Image.Exif) -> Image.Image:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=exif.tobytes())
    return Image.open(out)


@pytest.mark.parametrize(
    ("carried", "kind", "told"),
    [
        (b"no profile", "rgb", "PICTURE-PROFILE.damaged"),
        (SRGB[:300], "rgb", "PICTURE-PROFILE.damaged"),
        (SHIPPED.read_bytes(), "rgb", "PICTURE-PROFILE.other"),
        (SRGB, "gray", "PICTURE-PROFILE.other"),
        (SRGB, "cmyk", "PICTURE-PROFILE.other"),
        (SRGB.replace(b"rTRC", b"none"), "rgb", "PICTURE-PROFILE.damaged"),
    ],
)
def test_a_profile_that_is_damaged_or_another_is_told(carried: bytes, kind: str, told: str) -> None:
    meaning = read_meaning(carried, kind)
    assert meaning.amiss is not None
    assert meaning.amiss.key == told
    assert meaning.profile is None
