"""Grey balance by a profile, against the profile's own table."""

import io
from math import dist
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from layout.color import Color
from layout.pictures.facts import PictureError
from layout.pictures.greys import grey_of
from layout.render.press.marks import GREYS

NEWSPRINT = Path("assets/profiles/newsprint-snap-tr002.icc").read_bytes()


TO_LAB = ImageCms.buildTransform(
    ImageCms.ImageCmsProfile(io.BytesIO(NEWSPRINT)), ImageCms.createProfile("LAB"),
    "CMYK", "LAB", ImageCms.Intent.ABSOLUTE_COLORIMETRIC,
)  # fmt: skip


def lab(*inks: float) -> list[int]:
    """A mixture by the profile's absolute table, in the steps of 8 bits."""
    one = Image.new("CMYK", (1, 1), tuple(round(v * 2.55) for v in inks))
    seen = ImageCms.applyTransform(one, TO_LAB)
    assert seen is not None
    return [v - 256 if at and v > 127 else v for at, v in enumerate(seen.tobytes())]


def apart(black: float, three: Color) -> float:
    """How far the two are from one another, in steps."""
    return dist(lab(0, 0, 0, black), lab(three.c, three.m, three.y, 0))


@pytest.mark.parametrize(("black", "three"), GREYS)
def test_the_strip_of_newsprint_has_what_the_shipped_profile_says(
    black: float, three: Color
) -> None:
    assert grey_of(NEWSPRINT, black, "newsprint") == three
    assert apart(black, three) <= 1.5


@pytest.mark.parametrize("black", [20.0, 40.0, 60.0])
def test_no_mixture_nearby_is_nearer(black: float) -> None:
    """By brute force: all mixtures of whole per cent within 3 of what was found."""
    found = grey_of(NEWSPRINT, black, "newsprint")
    least = apart(black, found)
    near = range(-3, 4)
    others = [
        Color(found.c + c, found.m + m, found.y + y) for c in near for m in near for y in near
    ]
    assert least <= min(apart(black, other) for other in others) + 1.0


def test_no_black_is_no_ink() -> None:
    assert grey_of(NEWSPRINT, 0.0, "newsprint").total <= 3


def test_a_profile_that_is_none_is_named() -> None:
    with pytest.raises(PictureError, match="press"):
        grey_of(b"no profile", 50.0, "press.icc")
