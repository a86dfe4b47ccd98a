"""Inks as the paper shows them, against the readings that the profile was made of."""

import pytest
from PIL import Image, ImageCms

from layout.pictures.onpaper import on_paper
from layout.pictures.profile import ProfileError, read_profile
from tests.pictures.profiles import SHIPPED
from tests.pictures.profiles import profile as made_profile

PRESS = read_profile(SHIPPED.read_bytes(), SHIPPED.name)


def rgb(c: int, m: int, y: int, k: int, *, paper: bool = True) -> tuple[int, ...]:
    """sRGB of one pixel of inks in per cent."""
    inks = tuple(bytes([round(v * 2.55)]) for v in (c, m, y, k))
    return tuple(on_paper(inks, (1, 1), PRESS, paper=paper))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("inks", "lab"),
    [
        # Patches of CGATS/SNAP TR 002-2007: bare paper, solid inks, and black at half cover.
        ((0, 0, 0, 0), (80.07, -0.01, 3.51)),
        ((100, 0, 0, 0), (56.58, -23.4, -26.45)),
        ((0, 100, 0, 0), (52.69, 44.14, -1.09)),
        ((0, 0, 100, 0), (76.57, -4.05, 54.72)),
        ((0, 0, 0, 100), (36.69, 1.68, 4.25)),
        ((0, 100, 100, 0), (50.91, 40.74, 22.38)),
    ],
)
def test_a_patch_is_shown_as_it_was_measured(
    inks: tuple[int, int, int, int], lab: tuple[float, ...]
) -> None:
    light, a, b = lab
    measured = Image.new("LAB", (1, 1), (round(light * 2.55), round(a + 128), round(b + 128)))
    to_screen = ImageCms.buildTransform(
        ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), "LAB", "RGB",
        renderingIntent=ImageCms.Intent.ABSOLUTE_COLORIMETRIC,
    )  # fmt: skip
    wanted = ImageCms.applyTransform(measured, to_screen)
    assert wanted is not None
    assert rgb(*inks) == pytest.approx(wanted.getpixel((0, 0)), abs=12)


def test_without_its_paper_bare_is_white() -> None:
    assert min(rgb(0, 0, 0, 0, paper=False)) >= 254
    assert max(rgb(0, 0, 0, 0)) < 210
    assert rgb(0, 0, 0, 100, paper=False) > rgb(0, 0, 0, 100)


def test_dots_gain() -> None:
    """Half of black is printed darker than half way between paper and black, in light."""
    bare, half, full = (sum(rgb(0, 0, 0, k)) for k in (0, 50, 100))
    assert half - full < 0.5 * (bare - full)


def test_a_profile_that_cannot_be_used_is_named() -> None:
    broken = read_profile(made_profile(tags={b"A2B0": _nothing()}), "b.icc")
    with pytest.raises(ProfileError, match=r"b\.icc has tables that cannot be used"):
        on_paper((b"\0", b"\0", b"\0", b"\0"), (1, 1), broken)


def _nothing() -> bytes:
    """mAB with three outputs, and offsets that lead into its own header."""
    return b"mAB \0\0\0\0\x04\x03\0\0" + bytes([0, 0, 0, 33] * 5) + bytes(40)
