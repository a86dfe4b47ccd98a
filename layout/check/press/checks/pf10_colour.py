"""PF10: colour is in the press's inks: no RGB, Lab or calibrated colour."""

from collections.abc import Iterable, Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, object_of
from layout.check.press.marks import Marks, each_page
from layout.check.press.subject import PressSubject
from layout.pdf.jpx import jpx_family
from layout.pdf.objects import FAULTS
from layout.pdf.painted import Image, Paint, Painted
from layout.pdf.spaces import CMYK, GRAY, RGB, ColorSpace
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import ListKind, option
from layout.spec.reader.kinds import ChoiceKind

FAMILIES: Final = (
    "DeviceGray", "DeviceCMYK", "DeviceRGB", "CalGray", "CalRGB", "Lab",
    "ICCGray", "ICCRGB", "ICCCMYK", "Separation", "DeviceN",
)  # fmt: skip
"""What a profile may allow. A colour by a profile goes by the number of its components."""
PRESS: Final = ("DeviceGray", "DeviceCMYK", "ICCCMYK", "Separation", "DeviceN")
ALTERNATES: Final = (*PRESS, "Lab", "ICCRGB", "ICCGray")
DEEPEST: Final = 8


@record
class ColourLimits(Limits):
    """PF10: in which spaces colour may be."""

    allowed: tuple[str, ...] = option(
        ListKind(ChoiceKind(FAMILIES)), "spaces of colours and pictures", default=PRESS
    )
    alternates: tuple[str, ...] = option(
        ListKind(ChoiceKind(FAMILIES)),
        "spaces in which a spot may say what it looks like",
        default=ALTERNATES,
    )


CHECK: Final[PressCheck[ColourLimits]] = PressCheck(
    id="PF10",
    title="色彩空间",
    reason="RGB and calibrated colour are separated by the RIP, black type goes on four plates.",
    source="ISO 15930-4 and -7 (2); GWG2015 newspaper, CMYK variant (2)",
    severity="error",
    limits=ColourLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, limits: ColourLimits) -> Iterator[Finding]:
    """Marks in a space that is not allowed, or that is not known."""
    return each_page(subject, lambda marks: _faults(marks, limits))


def _faults(marks: Marks, limits: ColourLimits) -> Iterator[PressFault]:
    for one in marks.on_sheet:
        for space in _spaces(marks, one):
            fault = _refused(space, limits)
            if fault is not None:
                key, family = fault
                yield PressFault(
                    key=key,
                    box=one.seen,
                    object=object_of(one),
                    mark=one,
                    value=family,
                    limit=tuple(limits.allowed),
                )
                break


def _spaces(marks: Marks, one: Painted) -> Iterator[ColorSpace]:
    """The spaces that a mark is painted in."""
    if one.image is not None and not one.image.mask:
        image = one.image
        key = f"jpx {image.reference}"
        yield image.space or marks.subject.once(key, lambda: _of_picture(image))
    if one.shading is not None:
        yield one.shading.space
    if one.image is None or one.image.mask:
        for paint in one.paints:
            yield from _paint_spaces(paint)


def _of_picture(image: Image) -> ColorSpace:
    """The space of a picture whose dictionary has none: what a JPEG 2000 says of itself."""
    family = ""
    if "JPXDecode" in image.filters:
        try:
            family = jpx_family(bytes(image.raw.read_raw_bytes()))
        except FAULTS:
            family = ""
    known = {"DeviceGray": GRAY, "DeviceRGB": RGB, "DeviceCMYK": CMYK}
    return known.get(family) or ColorSpace(family=family or "?", components=0, fault="missing")


def _paint_spaces(paint: Paint) -> Iterable[ColorSpace]:
    pattern = paint.pattern
    if pattern is None:
        return (paint.space,)
    if pattern.shading is not None:
        return (pattern.shading.space,)
    # Tiles with colours of their own are marks by themselves.
    return (paint.space,) if pattern.kind == "tiling" and not pattern.colored else ()


def _refused(space: ColorSpace, limits: ColourLimits) -> tuple[str, str] | None:
    """What is wrong with a space: the key of its words, and the family that is not allowed."""
    flat = space.flat
    if not space.known:
        return "PF10.unknown", flat.family
    family = family_of(flat)
    if family not in limits.allowed:
        return "PF10.space", family
    if flat.family in ("Separation", "DeviceN") and flat.base is not None:
        if not set(flat.inks) - {"None"}:
            return None
        under = family_of(flat.base.flat)
        if under not in limits.alternates:
            return "PF10.alternate", under
    return None


def family_of(space: ColorSpace) -> str:
    """A family by which a profile allows spaces."""
    if space.family != "ICCBased":
        return space.family
    return {1: "ICCGray", 3: "ICCRGB", 4: "ICCCMYK"}.get(space.components, "ICCBased")
