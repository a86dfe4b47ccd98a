"""Colour spaces as a tree: what family, which inks, over which alternate."""

from typing import Any, Final

from layout.pdf.objects import Obj, array, get, integer, is_stream, name, reference
from layout.record import field, record

DEVICE: Final = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}
SHORT: Final = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
"""ISO 32000-1, table 94: what an inline image may call them."""
DEFAULTS: Final = {
    "DeviceGray": "DefaultGray",
    "DeviceRGB": "DefaultRGB",
    "DeviceCMYK": "DefaultCMYK",
}
PROCESS: Final = {
    "DeviceGray": ("Black",),
    "DeviceCMYK": ("Cyan", "Magenta", "Yellow", "Black"),
}
"""The inks that a device space puts on a press of four inks."""
FAMILIES: Final = frozenset(
    {*DEVICE, "CalGray", "CalRGB", "Lab", "ICCBased", "Indexed", "Separation", "DeviceN", "Pattern"}
)
DEEPEST: Final = 8
MOST_INKS: Final = 64


@record
class ColorSpace:
    """A colour space. `family` is its name in PDF, or what stands in its place if that is unknown.

    `inks` are those of a Separation or DeviceN in order, and of device spaces; `base` is the
    alternate space of these, the base of Indexed, the underlying of PdfPattern, the Alternate of an
    ICC profile. `default` is the space of the resources (DefaultRGB …) that a device space stands
    for. `fault` is a word for what is wrong with it, or empty.
    """

    family: str
    components: int
    inks: tuple[str, ...] = ()
    base: "ColorSpace | None" = None
    default: "ColorSpace | None" = None
    reference: int = 0
    profile: int = 0  # the object number of an ICC profile's stream
    subtype: str = ""  # of DeviceN: DeviceN or NChannel
    most: int = 0  # of Indexed: the highest index
    fault: str = ""
    raw: Any = field(default=None)

    @property
    def known(self) -> bool:
        """Whether every part of it is understood."""
        if self.fault or self.family not in FAMILIES:
            return False
        return all(one is None or one.known for one in (self.base, self.default))

    @property
    def flat(self) -> "ColorSpace":
        """What its components mean in the end: the base of Indexed and Pattern, else itself;
        with a default space of the resources in the place of a device space."""
        inner: ColorSpace = self
        for _ in range(DEEPEST):
            if inner.family in ("Indexed", "Pattern") and inner.base is not None:
                inner = inner.base
            elif inner.default is not None:
                inner = inner.default
            else:
                break
        return inner

    @property
    def spots(self) -> tuple[str, ...]:
        """The names of the inks of its Separation or DeviceN, All and None too."""
        flat = self.flat
        return flat.inks if flat.family in ("Separation", "DeviceN") else ()


GRAY: Final = ColorSpace(family="DeviceGray", components=1, inks=PROCESS["DeviceGray"])
RGB: Final = ColorSpace(family="DeviceRGB", components=3)
CMYK: Final = ColorSpace(family="DeviceCMYK", components=4, inks=PROCESS["DeviceCMYK"])
PATTERN: Final = ColorSpace(family="Pattern", components=0)
_PLAIN: Final = {"DeviceGray": GRAY, "DeviceRGB": RGB, "DeviceCMYK": CMYK, "Pattern": PATTERN}


class Spaces:
    """The colour spaces of a document, each indirect one read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], ColorSpace] = {}

    def named(self, word: str, resources: Obj, depth: int = 0) -> ColorSpace:
        """The space of a name: a device space, or one of the resources."""
        if word in SHORT and get(get(resources, "/ColorSpace"), f"/{word}") is None:
            word = SHORT[word]  # as inline pictures have it; a resource may be called so too
        if word in _PLAIN:
            plain = _PLAIN[word]
            key = DEFAULTS.get(word)
            given = get(get(resources, "/ColorSpace"), f"/{key}") if key else None
            if given is None:
                return plain
            default = self.read(given, None, depth + 1)
            return ColorSpace(
                family=plain.family, components=plain.components, inks=plain.inks, default=default
            )
        given = get(get(resources, "/ColorSpace"), f"/{word}")
        if given is None:
            return ColorSpace(family=word, components=0, fault="missing")
        return self.read(given, resources, depth + 1)

    def read(self, obj: Obj, resources: Obj, depth: int = 0) -> ColorSpace:
        """The space that an object is; one that is none has a fault."""
        if depth > DEEPEST:
            return ColorSpace(family="?", components=0, fault="deep")
        at = reference(obj)
        # What a device space means depends on the resources it is named in.
        key = (at, reference(resources))
        if at and key in self._known:
            return self._known[key]
        found = self._read(obj, resources, depth, at)
        if at:
            self._known[key] = found
        return found

    def _read(self, obj: Obj, resources: Obj, depth: int, at: int) -> ColorSpace:
        word = name(obj)
        if word is not None:
            return self.named(word, resources, depth)
        parts = array(obj)
        family = name(parts[0]) if parts else None
        if family is None:
            return ColorSpace(family="?", components=0, fault="no-space", reference=at)
        family = SHORT.get(family, family)
        if family in DEVICE and len(parts) == 1:
            return self.named(family, resources, depth)
        made = _READERS.get(family)
        if made is None:
            return ColorSpace(family=family, components=0, fault="unknown", reference=at)
        inner = _Inner(self, resources, depth, at)
        return made(inner, parts)


@record(kw_only=False)
class _Inner:
    """What a reader of one family needs to read the spaces inside it."""

    spaces: Spaces
    resources: Obj
    depth: int
    at: int

    def read(self, obj: Obj) -> ColorSpace:
        """A space inside."""
        return self.spaces.read(obj, self.resources, self.depth + 1)


def _calibrated(inner: _Inner, parts: list[Obj]) -> ColorSpace:
    family = name(parts[0]) or "?"
    fault = "" if len(parts) > 1 else "short"
    return ColorSpace(
        family=family,
        components=1 if family == "CalGray" else 3,
        reference=inner.at,
        fault=fault,
        raw=parts,
    )


def _icc(inner: _Inner, parts: list[Obj]) -> ColorSpace:
    stream = parts[1] if len(parts) > 1 else None
    number = integer(get(stream, "/N")) or 0
    fault = ""
    if not is_stream(stream):
        fault = "short"
    elif number not in (1, 3, 4):
        fault = "components"
    alternate = get(stream, "/Alternate")
    return ColorSpace(
        family="ICCBased",
        components=number,
        base=inner.read(alternate) if alternate is not None else None,
        profile=reference(stream),
        reference=inner.at,
        fault=fault,
        raw=stream,
    )


def _indexed(inner: _Inner, parts: list[Obj]) -> ColorSpace:
    if len(parts) < 4:
        return ColorSpace(family="Indexed", components=1, fault="short", reference=inner.at)
    base = inner.read(parts[1])
    fault = "base" if base.family in ("Indexed", "Pattern") else ""
    return ColorSpace(
        family="Indexed",
        components=1,
        base=base,
        most=integer(parts[2]) or 0,
        reference=inner.at,
        fault=fault,
        raw=parts,
    )


def _separation(inner: _Inner, parts: list[Obj]) -> ColorSpace:
    word = name(parts[1]) if len(parts) > 1 else None
    if word is None or len(parts) < 4:
        return ColorSpace(family="Separation", components=1, fault="short", reference=inner.at)
    base = inner.read(parts[2])
    return ColorSpace(
        family="Separation",
        components=1,
        inks=(word,),
        base=base,
        reference=inner.at,
        fault="base" if base.family in ("Indexed", "Pattern", "Separation", "DeviceN") else "",
        raw=parts,
    )


def _device_n(inner: _Inner, parts: list[Obj]) -> ColorSpace:
    words = [name(one) for one in array(parts[1])] if len(parts) > 1 else []
    inks = tuple(w for w in words if w is not None)
    if len(parts) < 4 or not inks or len(inks) != len(words) or len(inks) > MOST_INKS:
        return ColorSpace(
            family="DeviceN", components=len(words), inks=inks, fault="short", reference=inner.at
        )
    base = inner.read(parts[2])
    attributes = parts[4] if len(parts) > 4 else None
    return ColorSpace(
        family="DeviceN",
        components=len(inks),
        inks=inks,
        base=base,
        reference=inner.at,
        subtype=name(get(attributes, "/Subtype")) or "DeviceN",
        fault="base" if base.family in ("Indexed", "Pattern", "Separation", "DeviceN") else "",
        raw=parts,
    )


def _pattern(inner: _Inner, parts: list[Obj]) -> ColorSpace:
    base = inner.read(parts[1]) if len(parts) > 1 else None
    return ColorSpace(
        family="Pattern",
        components=base.components if base is not None else 0,
        base=base,
        reference=inner.at,
        fault="base" if base is not None and base.family == "Pattern" else "",
    )


_READERS: Final = {
    "CalGray": _calibrated,
    "CalRGB": _calibrated,
    "CalCMYK": _calibrated,
    "Lab": _calibrated,
    "ICCBased": _icc,
    "Indexed": _indexed,
    "Separation": _separation,
    "DeviceN": _device_n,
    "Pattern": _pattern,
}
