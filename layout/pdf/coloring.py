"""Operators of colour."""

from typing import Any

from layout.pdf.frame import ContentFrame
from layout.pdf.objects import get, name, number
from layout.pdf.pagerun import Operands
from layout.pdf.painted import Paint, PdfPattern
from layout.pdf.resources import resource
from layout.pdf.spaces import CMYK, GRAY, PATTERN, RGB, ColorSpace


def gray(frame: ContentFrame, *values: float) -> None:
    _fill(frame, _device(frame, "DeviceGray", GRAY), values)


def gray_stroke(frame: ContentFrame, *values: float) -> None:
    _stroke(frame, _device(frame, "DeviceGray", GRAY), values)


def rgb(frame: ContentFrame, *values: float) -> None:
    _fill(frame, _device(frame, "DeviceRGB", RGB), values)


def rgb_stroke(frame: ContentFrame, *values: float) -> None:
    _stroke(frame, _device(frame, "DeviceRGB", RGB), values)


def cmyk(frame: ContentFrame, *values: float) -> None:
    _fill(frame, _device(frame, "DeviceCMYK", CMYK), values)


def cmyk_stroke(frame: ContentFrame, *values: float) -> None:
    _stroke(frame, _device(frame, "DeviceCMYK", CMYK), values)


def _device(frame: ContentFrame, word: str, plain: ColorSpace) -> ColorSpace:
    """A device space, which the resources may give another meaning."""
    if get(frame.resources, "/ColorSpace") is None:
        return plain
    return frame.store.spaces.named(word, frame.resources)


def space(frame: ContentFrame, word: str) -> None:
    _fill(frame, _named(frame, word), None)


def space_stroke(frame: ContentFrame, word: str) -> None:
    _stroke(frame, _named(frame, word), None)


def _named(frame: ContentFrame, word: str) -> ColorSpace:
    found = frame.store.spaces.named(word, frame.resources)
    if not found.known:
        frame.tell("part.pdfread-space", name=word, fault=found.fault or "part")
    return found


def color(frame: ContentFrame, *operands: Any) -> None:
    _fill(frame, *_components(frame, frame.state.fill, operands))


def color_stroke(frame: ContentFrame, *operands: Any) -> None:
    _stroke(frame, *_components(frame, frame.state.stroke, operands))


def _components(
    frame: ContentFrame, now: Paint, operands: Operands
) -> tuple[ColorSpace, tuple[float, ...], PdfPattern | None]:
    """What sc or scn sets, in the space of the moment."""
    word = name(operands[-1]) if operands else None
    values = tuple(number(one) for one in (operands[:-1] if word is not None else operands))
    plain = tuple(v for v in values if v is not None)
    pattern = None
    if word is not None:
        given = resource(frame.resources, "Pattern", word)
        if given is None:
            frame.tell("part.pdfread-missing", kind="Pattern", name=word)
        pattern = frame.store.pattern(given, frame.resources)
        if pattern.kind == "unknown" and given is not None:
            frame.tell("part.pdfread-pattern", name=word)
    elif len(plain) != len(values) or (now.space.components and len(plain) != now.space.components):
        frame.tell("part.pdfread-components", given=len(values), expected=now.space.components)
    space = now.space
    if pattern is not None and space.family != "Pattern":
        space = PATTERN
    return space, plain, pattern


def _fill(
    frame: ContentFrame,
    space: ColorSpace,
    values: tuple[float, ...] | None,
    pattern: PdfPattern | None = None,
) -> None:
    if frame.stencil is None:
        frame.state.fill = _paint(space, values, pattern)


def _stroke(
    frame: ContentFrame,
    space: ColorSpace,
    values: tuple[float, ...] | None,
    pattern: PdfPattern | None = None,
) -> None:
    if frame.stencil is None:
        frame.state.stroke = _paint(space, values, pattern)


def _paint(
    space: ColorSpace, values: tuple[float, ...] | None, pattern: PdfPattern | None
) -> Paint:
    return Paint(
        space=space, components=initial(space) if values is None else values, pattern=pattern
    )


def initial(space: ColorSpace) -> tuple[float, ...]:
    """The colour that a space begins with. ISO 32000-1, table 74."""
    if space.family == "DeviceCMYK":
        return (0.0, 0.0, 0.0, 1.0)
    if space.family in ("Separation", "DeviceN"):
        return (1.0,) * space.components
    return (0.0,) * space.components
