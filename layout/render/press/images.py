"""A picture as a PDF image object. ISO 32000-1, 8.9.5.

Only ink goes to press: a gray or two-level picture is written in an Indexed space over DeviceCMYK
whose table is black alone, so that no DeviceGray or RGB enters the file.
"""

from typing import Final

from layout.pictures import PressPicture
from layout.render.press.flate import Compressor, stream

_GRAY_TABLE: Final = b"".join(b"000000%02x" % (255 - gray) for gray in range(256))
_SPACES: Final = {
    "cmyk": b"/ColorSpace/DeviceCMYK/BitsPerComponent 8",
    "gray": b"/ColorSpace[/Indexed/DeviceCMYK 255<%s>]/BitsPerComponent 8" % _GRAY_TABLE,
    "bilevel": b"/ColorSpace[/Indexed/DeviceCMYK 1<000000ff00000000>]/BitsPerComponent 1",
}


def image_object(picture: PressPicture, compressor: Compressor) -> bytes:
    """The body of the image's stream object. A JPEG goes in as it is, not decoded."""
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d%s" % (
        picture.width,
        picture.height,
        _SPACES[picture.mode],
    )
    if picture.mode == "cmyk" and picture.inverted:
        entries += b"/Decode[1 0 1 0 1 0 1 0]"
    if not picture.jpeg:
        return stream(entries, picture.data, compressor)
    return b"<<%s/Filter/DCTDecode/Length %d>>\nstream\n%s\nendstream\n" % (
        entries,
        len(picture.data),
        picture.data,
    )
