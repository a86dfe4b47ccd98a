"""Pictures of a page that is to be placed, put into ink where they are RGB. ISO 32000-1, 8.9."""

import zlib
from collections.abc import Callable
from typing import Any, Final

import pikepdf

from layout.pdf.inkspaces import InkSpace

MOST_PIXELS: Final = 120_000_000
_ROWS: Final = 1 << 20
"""Pixels that are worked on together."""


def put_into_ink(
    image: Any,
    space_of: Callable[[Any], InkSpace],
    inks: Callable[[bytes, bytes | None], bytes],
    done: dict[str, None],
    left: dict[str, None],
) -> None:
    """A picture: its colours, and those of its masks left as they are. What was done is added to
    `done`, what could not be to `left`."""
    if image.get("/ImageMask"):
        return
    given = image.get("/ColorSpace")
    if given is None:  # JPEG 2000 brings its own
        left["part.art-jpeg-2000"] = None
        return
    space = space_of(given)
    if space.put is None:
        return
    if not space.turned:
        image.ColorSpace = space.put
    elif _converted(image, space, inks):
        done["part.art-pictures"] = None
    else:
        left["part.art-picture"] = None


def _converted(image: Any, space: InkSpace, inks: Callable[[bytes, bytes | None], bytes]) -> bool:
    """Whether its samples could be put into ink: 8 bits a colour, nothing keyed out."""
    plain = image.get("/Decode") is None or [float(v) for v in image.Decode] == [0, 1] * 3
    keyed = isinstance(image.get("/Mask"), pikepdf.Array)
    matte = image.get("/SMask") is not None and image.SMask.get("/Matte") is not None
    filters = str(image.get("/Filter", ""))
    if keyed or matte or not plain or "JPX" in filters or space.kind == "lab":
        return False
    if int(image.get("/BitsPerComponent", 8)) != 8:
        return False
    pixels = int(image.Width) * int(image.Height)
    if not 0 < pixels <= MOST_PIXELS:
        return False
    data = image.get_stream_buffer(decode_level=pikepdf.StreamDecodeLevel.all)
    rgb = bytes(data)
    if len(rgb) < 3 * pixels:
        return False
    rgb = rgb[: 3 * pixels]
    packer, out = zlib.compressobj(6), []
    grey = rgb[0::3] == rgb[1::3] == rgb[2::3]
    if grey:
        out.append(packer.compress(rgb[0::3]))
    else:
        for at in range(0, len(rgb), 3 * _ROWS):
            out.append(packer.compress(inks(rgb[at : at + 3 * _ROWS], space.profile)))
    out.append(packer.flush())
    image.write(b"".join(out), filter=pikepdf.Name.FlateDecode)
    if image.get("/DecodeParms") is not None:
        del image["/DecodeParms"]
    image.ColorSpace = pikepdf.Name.DeviceGray if grey else pikepdf.Name.DeviceCMYK
    if image.get("/Decode") is not None:
        del image["/Decode"]
    return True
