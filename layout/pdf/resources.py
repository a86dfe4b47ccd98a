"""What content names in its resources, each read once a document: fonts, patterns, pictures."""

from typing import Final

from layout.pdf.fonts import Font, read_font
from layout.pdf.objects import (
    Obj,
    array,
    flag,
    get,
    has,
    integer,
    is_array,
    is_dict,
    is_stream,
    items,
    keys,
    name,
    numbers,
    one_or_many,
    reference,
)
from layout.pdf.painted import Image, PdfPattern, Shading
from layout.pdf.spaces import DEVICE, SHORT, ColorSpace, Spaces
from layout.pdf.streams import SHORT_NAMES, filters, raw_size

INLINE_KEYS: Final = {
    "BPC": "BitsPerComponent",
    "CS": "ColorSpace",
    "D": "Decode",
    "DP": "DecodeParms",
    "F": "Filter",
    "H": "Height",
    "IM": "ImageMask",
    "I": "Interpolate",
    "W": "Width",
}
"""ISO 32000-1, table 93."""


class Store:
    """Fonts, colour spaces, patterns, shadings and pictures of a document."""

    def __init__(self) -> None:
        self.spaces = Spaces()
        self._fonts: dict[int, Font] = {}
        self._images: dict[int, Image] = {}

    def font(self, obj: Obj) -> Font:
        """The font of a dictionary."""
        at = reference(obj)
        found = self._fonts.get(at) if at else None
        if found is None:
            found = read_font(obj)
            if at:
                self._fonts[at] = found
        return found

    def pattern(self, obj: Obj, resources: Obj) -> PdfPattern:
        """The pattern of a dictionary or stream."""
        at, kind = reference(obj), integer(get(obj, "/PatternType"))
        if kind == 1 and is_stream(obj):
            colored = integer(get(obj, "/PaintType")) != 2
            return PdfPattern(kind="tiling", reference=at, colored=colored, raw=obj)
        if kind == 2 and is_dict(get(obj, "/Shading")):
            shading = self.shading(get(obj, "/Shading"), resources)
            return PdfPattern(kind="shading", reference=at, shading=shading, raw=obj)
        return PdfPattern(kind="unknown", reference=at, raw=obj)

    def shading(self, obj: Obj, resources: Obj) -> Shading:
        """The shading of a dictionary or stream."""
        given = get(obj, "/ColorSpace")
        space = ColorSpace(family="?", components=0, fault="missing")
        if given is not None:
            space = self.spaces.read(given, resources)
        return Shading(
            type=integer(get(obj, "/ShadingType")) or 0,
            space=space,
            reference=reference(obj),
            background=is_array(get(obj, "/Background")),
            functions=has(obj, "/Function"),
            raw=obj,
        )

    def image(self, obj: Obj, resources: Obj, depth: int = 0) -> Image:
        """The picture of an XObject, with its soft mask."""
        at = reference(obj)
        if at and at in self._images:
            return self._images[at]
        found = self._image(obj, resources, depth, at)
        if at:
            self._images[at] = found
        return found

    def _image(self, obj: Obj, resources: Obj, depth: int, at: int) -> Image:
        width, height = integer(get(obj, "/Width")), integer(get(obj, "/Height"))
        mask = bool(flag(get(obj, "/ImageMask")))
        given = get(obj, "/ColorSpace")
        chain = filters(obj)
        faults = [f"filter {f}" for f in chain if f == "?"]
        if not width or not height or width < 0 or height < 0:
            faults.append("size")
        bits = 1 if mask else integer(get(obj, "/BitsPerComponent")) or 0
        space = self.spaces.read(given, resources) if given is not None and not mask else None
        packed = "JPXDecode" in chain
        if bits not in (1, 2, 4, 8, 16) and not (packed and not bits):
            faults.append("bits")
        if space is None and not mask and not packed:
            faults.append("space")
        soft, stencil = get(obj, "/SMask"), get(obj, "/Mask")
        return Image(
            reference=at,
            width=width or 0,
            height=height or 0,
            bits=bits,
            space=space,
            filters=chain,
            mask=mask,
            decode=numbers(get(obj, "/Decode")),
            intent=name(get(obj, "/Intent")) or "",
            soft_mask=self.image(soft, resources, depth + 1)
            if is_stream(soft) and depth < 2
            else None,
            mask_kind="colors" if is_array(stencil) else "stencil" if is_stream(stencil) else "",
            matte=is_array(get(obj, "/Matte")),
            mask_in_data=integer(get(obj, "/SMaskInData")) or 0,
            alternates=bool(array(get(obj, "/Alternates"))),
            interpolate=bool(flag(get(obj, "/Interpolate"))),
            size=raw_size(obj),
            faults=tuple(faults),
            raw=obj,
        )

    def inline(self, tokens: list[Obj], size: int, resources: Obj) -> Image:
        """The picture that stands in content, from the tokens between BI and ID."""
        given: dict[str, Obj] = {}
        for key, value in zip(tokens[::2], tokens[1::2], strict=False):
            word = name(key) or "?"
            given[INLINE_KEYS.get(word, word)] = value
        mask = bool(flag(given.get("ImageMask")))
        chain = tuple(
            SHORT_NAMES.get(f, f)
            for f in (name(o) or "?" for o in one_or_many(given.get("Filter")))
        )
        space: ColorSpace | None = None
        if not mask and given.get("ColorSpace") is not None:
            short = SHORT.get(name(given["ColorSpace"]) or "")
            space = (
                self.spaces.named(short, resources)
                if short in DEVICE
                else self.spaces.read(given["ColorSpace"], resources)
            )
        width, height = integer(given.get("Width")) or 0, integer(given.get("Height")) or 0
        faults = [] if width > 0 and height > 0 else ["size"]
        if space is None and not mask:
            faults.append("space")
        return Image(
            reference=0,
            width=width,
            height=height,
            bits=1 if mask else integer(given.get("BitsPerComponent")) or 0,
            space=space,
            filters=chain,
            mask=mask,
            inline=True,
            decode=numbers(given.get("Decode")),
            intent=name(given.get("Intent")) or "",
            interpolate=bool(flag(given.get("Interpolate"))),
            size=size,
            faults=tuple(faults),
        )


def resource(resources: Obj, kind: str, word: str) -> Obj:
    """The object of a name in resources: `resource(r, "Font", "F1")`; None where there is none."""
    return get(get(resources, f"/{kind}"), f"/{word}")


def listed(resources: Obj, kind: str) -> list[tuple[str, Obj]]:
    """All names of a kind in resources, used or not."""
    return list(items(get(resources, f"/{kind}")))


def resource_kinds(resources: Obj) -> tuple[str, ...]:
    """The kinds that resources hold."""
    return keys(resources)
