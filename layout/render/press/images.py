"""A picture as a PDF image object. ISO 32000-1, 8.9.5.

Only ink goes to press: a gray or two-level picture is written in an Indexed space over DeviceCMYK
whose table is black alone, so that no DeviceGray or RGB enters the file.
"""

from typing import Final

from layout.pictures import PressPicture
from layout.record import record
from layout.render.press.objects import Parts

_MASK: Final = b"/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8"
_STENCIL: Final = b"/Type/XObject/Subtype/Image/ImageMask true/BitsPerComponent 1"
_GRAY: Final = b"/ColorSpace[/Indexed/DeviceCMYK 255<%s>]/BitsPerComponent 8"
_GRAY_TABLE: Final = b"".join(b"000000%02x" % (255 - gray) for gray in range(256))
_SPACES: Final = {
    "cmyk": b"/ColorSpace/DeviceCMYK/BitsPerComponent 8",
    "gray": _GRAY % _GRAY_TABLE,
    "bilevel": b"/ColorSpace[/Indexed/DeviceCMYK 1<000000ff00000000>]/BitsPerComponent 1",
}


@record
class ImageBody:
    """An image as what its stream object is made of, and its soft mask (ISO 32000-1, 11.6.5.3): how
    much of each pixel is seen, where not all of it is. A `hard` mask is a stencil (8.9.6.3): where
    it is painted at all."""

    parts: Parts
    mask: Parts | None = None
    hard: bool = False

    def numbered(self, mask: int) -> Parts:
        """The image's parts with the object number of its mask."""
        head, *rest = self.parts
        key = b"Mask" if self.hard else b"SMask"
        return (head.replace(b"<<", b"<</%s %d 0 R" % (key, mask), 1), *rest)

    def __len__(self) -> int:
        return sum(map(len, (*self.parts, *(self.mask or ()))))


def image_object(picture: PressPicture) -> ImageBody:
    """The image's stream object, and that of its soft mask. A JPEG goes in as it is, not decoded;
    other data are deflated by themselves, whatever the document is deflated with."""
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d%s" % (
        picture.width,
        picture.height,
        _space(picture),
    )
    if picture.mode == "cmyk" and picture.inverted:
        entries += b"/Decode[1 0 1 0 1 0 1 0]"
    mask = None
    size = b"/Width %d/Height %d" % (picture.width, picture.height)
    if picture.mask is not None:
        mask = _stream(_MASK + size, b"FlateDecode", picture.mask)
    elif picture.stencil is not None:
        mask = _stream(_STENCIL + size, b"FlateDecode", picture.stencil)
    coding = b"DCTDecode" if picture.jpeg else b"FlateDecode"
    return ImageBody(
        parts=_stream(entries, coding, picture.data), mask=mask, hard=picture.stencil is not None
    )


def _space(picture: PressPicture) -> bytes:
    """The colours of its samples. What was done to the tones of greys is done by their table."""
    if picture.table is None:
        return _SPACES[picture.mode]
    return _GRAY % b"".join([b"000000%02x" % black for black in picture.table])


def _stream(entries: bytes, coding: bytes, data: bytes) -> Parts:
    head = b"<<%s/Filter/%s/Length %d>>\nstream\n" % (entries, coding, len(data))
    return head, data, b"\nendstream\n"
