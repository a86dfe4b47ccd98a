"""The inks of a picture, each as a picture of grey. ISO 32000-1, 8.9.

A picture of one component keeps its bytes, however they are packed: it gets a table that says what
each sample is on this plate. The samples of several components are taken apart.
"""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple, Protocol

import pikepdf

from layout.pdf.inks.laid import ALL, InkColor, indexed, laid
from layout.pdf.jpx import jpx_family
from layout.pdf.objects import FAULTS, array, get, integer, is_array, is_stream, numbers, string
from layout.pdf.spaces import CMYK, GRAY, ColorSpace
from layout.pdf.streams import UnreadStreamError, decoded, filters
from layout.record import record
from layout.words.said import Said, said

MOST_BYTES: Final = 1 << 29
"""Of one picture, decoded: 390 × 550 mm in four inks at 440 ppi."""
KEPT: Final = (
    "/Type", "/Subtype", "/Width", "/Height", "/BitsPerComponent", "/Filter", "/DecodeParms",
    "/SMask", "/Mask", "/Interpolate",
)  # fmt: skip
_GREY: Final = pikepdf.Name.DeviceGray
_PLAIN: Final = {"DeviceGray": GRAY, "DeviceCMYK": CMYK}


class JpegRows(NamedTuple):
    """Samples of a byte each, `components` a pixel."""

    data: bytes
    width: int
    height: int
    components: int


class Pixels(Protocol):
    """What is done to many samples at once."""

    def reduced(self, rows: bytes, width: int, height: int, by: int) -> tuple[bytes, int, int]:
        """Rows of a byte a pixel as means of squares of `by` pixels; their width and height."""

    def jpeg(self, data: bytes, finest: int) -> "JpegRows | None":
        """The samples of a JPEG as they are stored; it may be decoded coarser, to no fewer than
        `finest` pixels a side. None where it is damaged or too large."""

    def jpeg_2000(self, data: bytes) -> "JpegRows | None":
        """The samples of a JPEG 2000. None where it is damaged or too large, has an alpha of its
        own, or more than 8 bits."""

    def replaced(self, rgb: bytes) -> tuple[bytes, bytes, bytes, bytes]:
        """Cyan, magenta, yellow and black of samples of RGB, 255 full ink, all grey in black."""


@record
class Separated:
    """A picture or shading ink by ink. `process` and `named` say which plates it touches where it
    overprints; `planes` are what is painted, `lays` the inks of which there is anything in them."""

    process: bool
    named: frozenset[str]
    planes: dict[str, Any]
    lays: frozenset[str]
    guessed: bool = False  # of RGB: the least ink that gives it

    def has(self, ink: str) -> bool:
        """Whether it lays anything of an ink."""
        return ink in self.lays or ALL in self.lays

    def touches(self, ink: str, *, overprint: bool) -> bool:
        """Whether a plate is painted. Overprint mode 1 means nothing to pictures."""
        if not overprint or ALL in self.named or ink in self.named:
            return True
        return self.process and ink in ("Cyan", "Magenta", "Yellow", "Black")

    def plane(self, ink: str) -> Any:
        """The picture on a plate; None where it lays nothing there."""
        return self.planes.get(ink, self.planes.get(ALL))


class UnmeasuredError(Exception):
    """What cannot be put apart, and why."""

    def __init__(self, why: Said) -> None:
        self.why = why
        super().__init__(why)


class Target(Protocol):
    """Where plates are written: a file, a way to bring objects over to it, a way to work on
    samples, and pixels of a side beyond which a picture is reduced."""

    out: pikepdf.Pdf
    pixels: Pixels
    finest: int

    def carried(self, obj: Any) -> Any:
        """An object of the picture's file in `out`."""


def separated_picture(image: Any, space: ColorSpace | None, target: Target) -> Separated:
    """The planes of a picture as streams of the target's file. Raises `UnmeasuredError`."""
    packed = filters(image)
    jpx = "JPXDecode" in packed
    if jpx and space is None:  # its own colours count
        space = _PLAIN.get(jpx_family(_as_file(image)))
    if space is None or (jpx and (space.family == "Indexed" or get(image, "/SMaskInData"))):
        raise UnmeasuredError(said("part.plates-jpx"))
    if not space.known or space.family == "Pattern":
        raise UnmeasuredError(said("part.plates-space", space=space.family))
    if is_array(get(image, "/Mask")):  # pdfium sees no key in a picture with a table
        raise UnmeasuredError(said("part.plates-keyed"))
    if jpx:
        return _by_planes(image, space, 8, (), target)
    bits = integer(get(image, "/BitsPerComponent")) or 8
    decode = numbers(get(image, "/Decode"))
    if space.components == 1 and bits <= 8:
        return _by_table(image, space, bits, decode, target)
    return _by_planes(image, space, bits, decode, target)


def _by_table(
    image: Any, space: ColorSpace, bits: int, decode: Sequence[float], target: Target
) -> Separated:
    """A picture of one component: its own samples, with a table for each ink."""
    most = (1 << bits) - 1
    if space.family == "Indexed":
        colours = indexed_colours(space)
        low, high = decode[:2] if len(decode) >= 2 else (0.0, float(most))
        places = [round(low + (high - low) * v / most) for v in range(most + 1)]
        found = [colours[min(max(p, 0), len(colours) - 1)] if colours else None for p in places]
    else:
        low, high = decode[:2] if len(decode) >= 2 else (0.0, 1.0)
        found = [laid(space, [low + (high - low) * v / most]) for v in range(most + 1)]
    tones = [one for one in found if one is not None]
    if len(tones) != len(found):
        raise UnmeasuredError(said("part.plates-space", space=space.flat.family))
    if any(one.guessed for one in tones):
        raise UnmeasuredError(said("part.plates-rgb-picture"))
    own, raw = target.carried(image), bytes(image.read_raw_bytes())
    planes = {}
    for ink in dict.fromkeys(name for one in tones for name in one.amounts):
        table = bytes(255 - round(255 * one.of(ink)) for one in tones)
        if table.count(b"\xff") < len(table):
            plane = pikepdf.Stream(target.out, raw)
            for key in KEPT:
                value = get(own, key)
                if value is not None:
                    plane[key] = value
            plane.ColorSpace = pikepdf.Array(
                [pikepdf.Name.Indexed, _GREY, most, pikepdf.String(table)]
            )
            planes[ink] = plane
    return Separated(
        process=tones[0].process, named=_names(tones), planes=planes, lays=frozenset(planes)
    )


def _by_planes(
    image: Any, space: ColorSpace, bits: int, decode: Sequence[float], target: Target
) -> Separated:
    """A picture of several components, or of 16 bits, taken apart."""
    count = space.components
    width, height = integer(get(image, "/Width")) or 0, integer(get(image, "/Height")) or 0
    if bits not in (8, 16):
        raise UnmeasuredError(said("part.plates-bits", bits=bits))
    if {"DCTDecode", "JPXDecode"}.intersection(filters(image)):
        if "JPXDecode" in filters(image):
            found = target.pixels.jpeg_2000(_as_file(image))
        else:
            found = target.pixels.jpeg(_as_file(image), target.finest)
        if found is None or found.components != count:
            raise UnmeasuredError(said("part.plates-picture"))
        data, width, height, _ = found
    else:
        try:
            data = decoded(image, MOST_BYTES)
        except UnreadStreamError as exc:
            raise UnmeasuredError(said("part.plates-picture")) from exc
        if bits == 16:
            data = data[0::2]
    size = width * height
    if size <= 0 or len(data) < size * count:
        raise UnmeasuredError(said("part.plates-picture"))
    data = data[: size * count]
    sample = laid(space, [0.0] * count)
    if sample is None:
        raise UnmeasuredError(said("part.plates-space", space=space.flat.family))
    if sample.guessed:
        rows = dict(zip(sample.amounts, target.pixels.replaced(data), strict=True))
    else:
        names = tuple(sample.amounts)
        tables = [_ramp(decode[2 * at : 2 * at + 2]) for at in range(count)]
        if count == 1:  # grey is light, and Black is ink
            tables = [table[::-1] for table in tables] if space.family != "Separation" else tables
        rows = {ink: data[at::count].translate(tables[at]) for at, ink in enumerate(names)}
    by = max(1, max(width, height) // max(1, target.finest))
    planes = {}
    for ink, plane in rows.items():
        if plane.count(b"\0") == len(plane):
            continue
        shown, wide, high = target.pixels.reduced(plane, width, height, by) if by > 1 else (
            plane, width, height
        )  # fmt: skip
        made = _plane(image, target)
        made.write(shown.translate(_INVERSE))
        made.Width, made.Height, made.BitsPerComponent = wide, high, 8
        made.ColorSpace = _GREY
        planes[ink] = made
    return Separated(
        process=sample.process,
        named=_names([sample]),
        planes=planes,
        lays=frozenset(planes),
        guessed=sample.guessed,
    )


_INVERSE: Final = bytes(range(255, -1, -1))


def _ramp(decode: Sequence[float]) -> bytes:
    """Ink of each sample of 8 bits."""
    low, high = decode if len(decode) == 2 else (0.0, 1.0)
    return bytes(round(255 * min(1.0, max(0.0, low + (high - low) * v / 255))) for v in range(256))


def _names(tones: Sequence[InkColor]) -> frozenset[str]:
    if any(one.process for one in tones):
        return frozenset()
    return frozenset(name for one in tones for name in one.amounts)


def _as_file(image: Any) -> bytes:
    """The file of a JPEG or a JPEG 2000, whatever it is packed in."""
    try:
        if len(filters(image)) == 1:
            return bytes(image.read_raw_bytes())
        level = pikepdf.StreamDecodeLevel.generalized
        return bytes(image.get_stream_buffer(decode_level=level))
    except FAULTS as exc:
        raise UnmeasuredError(said("part.plates-picture")) from exc


def indexed_colours(space: ColorSpace) -> list[InkColor | None]:
    """The colours of an Indexed space, by index."""
    return indexed(space, _lookup(space))


def _lookup(space: ColorSpace) -> bytes:
    """The table of an Indexed space."""
    parts = space.raw if isinstance(space.raw, list) else array(space.raw)
    table = parts[3] if len(parts) > 3 else None
    if is_stream(table):
        try:
            return decoded(table, 1 << 20)
        except UnreadStreamError:
            return b""
    return string(table) or b""


def _plane(image: Any, target: Target) -> Any:
    """An empty picture that is seen where `image` is."""
    plane = pikepdf.Stream(target.out, b"")
    plane.Type, plane.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    for key in ("/SMask", "/Mask"):
        veil = get(image, key)
        if is_stream(veil):
            plane[key] = target.carried(veil)
    return plane


def white(image: Any, target: Target) -> Any:
    """What knocks out of a plate where a picture lays nothing on it."""
    plane = _plane(image, target)
    plane.write(b"\xff")
    plane.Width = plane.Height = 1
    plane.BitsPerComponent = 8
    plane.ColorSpace = _GREY
    return plane
