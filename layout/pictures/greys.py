"""Grey balance: how much of three inks looks like a tint of black, by a press's profile."""

import io
from typing import TYPE_CHECKING, Final

from layout.color import Color
from layout.pictures.pillow import guarded

if TYPE_CHECKING:
    from PIL.ImageCms import ImageCmsTransform

STEPS: Final = (16, 8, 4, 2, 1)
"""Per cent between the mixtures that are looked at, each time round the best of those before."""
WIDE: Final = range(-3, 4)

Lab = tuple[int, int, int]


def grey_of(profile: bytes, black: float, name: str) -> Color:
    """Cyan, magenta and yellow that look like a tint of `black` per cent, in whole per cent.

    By the profile's colorimetric table, absolute, so that paper and ink are seen as they are; to
    the step of Lab in 8 bits. Of several that are as near, the middle one. `name` is the profile's.
    Raises `PictureError` where it is damaged.
    """
    from PIL import ImageCms

    with guarded(name):
        transform = ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("LAB"),
            "CMYK",
            "LAB",
            ImageCms.Intent.ABSOLUTE_COLORIMETRIC,
        )
        (wanted,) = _labs(transform, [(0.0, 0.0, 0.0, black)])
        at = (black, black, black)
        for step in STEPS:
            mixtures = [
                tuple(min(max(v + by * step, 0.0), 100.0) for v, by in zip(at, moved, strict=True))
                for moved in ((c, m, y) for c in WIDE for m in WIDE for y in WIDE)
            ]
            apart = [
                sum((a - b) ** 2 for a, b in zip(lab, wanted, strict=True))
                for lab in _labs(transform, [(*mixture, 0.0) for mixture in mixtures])
            ]
            least = min(apart)
            best = [m for m, distance in zip(mixtures, apart, strict=True) if distance == least]
            c, m, y = (round(sum(values) / len(best)) for values in zip(*best, strict=True))
            at = (float(c), float(m), float(y))
    return Color(*at)


def _labs(transform: "ImageCmsTransform", mixtures: list[tuple[float, ...]]) -> list[Lab]:
    """The Lab of mixtures of four inks in per cent, in the steps of 8 bits."""
    from PIL import Image, ImageCms

    row = bytes(round(v * 2.55) for mixture in mixtures for v in mixture)
    inks = Image.frombytes("CMYK", (len(mixtures), 1), row)
    seen = ImageCms.applyTransform(inks, transform)
    assert seen is not None
    data = seen.tobytes()
    signed = [v - 256 if at % 3 and v > 127 else v for at, v in enumerate(data)]
    return [tuple(signed[at : at + 3]) for at in range(0, len(signed), 3)]  # type: ignore[misc]
