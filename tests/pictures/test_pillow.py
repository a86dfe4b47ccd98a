"""Pictures a few rows at a time: greys with transparency are worked on as greys."""

import random

import pytest
from PIL import Image

from layout.pictures import pillow


def veiled(seed: int) -> Image.Image:
    """A picture in grey of which parts are not seen at all."""
    dice = random.Random(seed)
    size = dice.randint(1, 70), dice.randint(1, 70)
    image = Image.frombytes("LA", size, dice.randbytes(2 * size[0] * size[1]))
    bare = dice.choice((0, 128, 250, 255))
    image.putalpha(image.getchannel("A").point(lambda v: 0 if v < bare else v))
    return image


@pytest.mark.parametrize("seed", range(60))
def test_greys_are_what_they_would_be_as_colours(seed: int) -> None:
    image = veiled(seed)
    made = pillow.strips(image)
    expected = pillow.strips(image.convert("RGBA"))
    for (grey, alpha), (colours, same) in zip(made, expected, strict=True):
        assert grey.mode == "L"
        assert grey.tobytes() == colours.convert("L").tobytes()
        assert alpha is not None
        assert same is not None
        assert alpha.tobytes() == same.tobytes()


@pytest.mark.parametrize("seed", range(20))
def test_what_is_seen_is_the_same_whether_colours_are_spread_or_not(seed: int) -> None:
    image = veiled(seed)
    as_it_is = image.getchannel("L").tobytes()
    own = b"".join([part.tobytes() for part, _ in pillow.strips(image, spread=False)])
    spread = b"".join([part.tobytes() for part, _ in pillow.strips(image)])
    seen = image.getchannel("A").tobytes()
    assert own == as_it_is
    assert [g for g, a in zip(own, seen, strict=True) if a] == [
        g for g, a in zip(spread, seen, strict=True) if a
    ]
