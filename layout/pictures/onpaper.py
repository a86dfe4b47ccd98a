"""What inks look like on the paper of a press, for a screen: LittleCMS, from its profile to sRGB.

A table of the profile (A2B1) holds what was measured of patches as they were printed: the gain of
their dots and the grey of the paper are in it, and need no curve of ours.
"""

import io

from layout.pictures.profile import PressProfile
from layout.pictures.separation import unusable

Size = tuple[int, int]


def on_paper(
    inks: tuple[bytes, bytes, bytes, bytes],
    size: Size,
    profile: PressProfile,
    *,
    paper: bool = True,
) -> bytes:
    """Rows of sRGB, three bytes a pixel, of rows of cyan, magenta, yellow and black, a byte a pixel
    each, 255 full ink.

    With its `paper` the result is absolute: what lies beside it on a screen whose white is a sheet
    of good white paper. Without, bare paper is the screen's white, as the eye takes it when there
    is nothing else to be seen. Raises `ProfileError`.
    """
    from PIL import Image, ImageCms

    whole: Image.Image = Image.merge(
        "CMYK", [Image.frombuffer("L", size, rows, "raw", "L", 0, 1) for rows in inks]
    )
    try:
        transform = ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(io.BytesIO(profile.data)),
            ImageCms.createProfile("sRGB"),
            "CMYK",
            "RGB",
            renderingIntent=(
                ImageCms.Intent.ABSOLUTE_COLORIMETRIC
                if paper
                else ImageCms.Intent.RELATIVE_COLORIMETRIC
            ),
        )
    except (OSError, ImageCms.PyCMSError) as exc:
        raise unusable(profile) from exc
    made = ImageCms.applyTransform(whole, transform)
    assert made is not None
    return made.tobytes()
