"""Adobe RGB by its numbers."""

import io

from PIL import Image, ImageCms

from layout.pictures.adobergb import adobe_rgb
from layout.pictures.profile import profile_facts


def test_it_is_a_profile_of_a_screen() -> None:
    facts = profile_facts(adobe_rgb(), "a")
    assert (facts.kind, facts.space, facts.version) == ("mntr", "RGB ", "2.2")
    assert facts.description == "Adobe RGB (1998), by its numbers"


def test_its_colours_are_those_of_the_published_encoding() -> None:
    """The green of sRGB is (144, 255, 60) in Adobe RGB, its red (219, 0, 0): annex C of the
    encoding's numbers, worked out by matrix and gamma."""
    to_srgb = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(adobe_rgb())),
        ImageCms.createProfile("sRGB"),
        "RGB",
        "RGB",
    )
    for numbers, wanted in (
        ((144, 255, 60), (0, 255, 0)), ((219, 0, 0), (255, 0, 0)), ((255, 255, 255), (255,) * 3),
        ((128, 128, 128), (128, 128, 128)), ((200, 30, 30), (233, 24, 24)),
    ):  # fmt: skip
        made = ImageCms.applyTransform(Image.new("RGB", (1, 1), numbers), to_srgb)
        assert made is not None
        got = made.getpixel((0, 0))
        assert isinstance(got, tuple)
        assert max(abs(a - b) for a, b in zip(got, wanted, strict=True)) <= 4, (numbers, got)
