"""Functions of one number whose result is a colour, put into ink. ISO 32000-1, 7.10.

What a gradient or a tint goes through is kept: a stitched function stays one, with its bounds, so
that a hard edge stays hard. Each of its pieces becomes a table of samples.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final

import pikepdf

Quads = Callable[[Sequence[tuple[float, ...]]], list[tuple[float, ...]]]
"""Turns colours, a few at a time, into inks: components of 0 to 1."""
SAMPLES: Final = 33
MOST_SAMPLES: Final = 1024
MOST_DEEP: Final = 12


class FunctionError(ValueError):
    """A function of a kind that is not put into ink."""


def converted(pdf: Any, function: Any, inks: Quads) -> Any:
    """The function, or the functions of a component each, as one that gives inks."""
    return _converted(pdf, function, inks, 0)


def _converted(pdf: Any, function: Any, inks: Quads, deep: int) -> Any:
    if deep > MOST_DEEP:
        raise FunctionError("deep")
    if not isinstance(function, pikepdf.Array) and function.get("/FunctionType") == 3:
        made = pikepdf.Dictionary(
            FunctionType=3,
            Domain=function.Domain,
            Bounds=function.Bounds,
            Encode=function.Encode,
            Functions=pikepdf.Array(
                [_converted(pdf, one, inks, deep + 1) for one in function.Functions]
            ),
        )
        return pdf.make_indirect(made)
    first = function[0] if isinstance(function, pikepdf.Array) else function
    low, high = (float(v) for v in first.get("/Domain", [0, 1]))
    count = SAMPLES
    if first.get("/FunctionType") == 0:
        count = max(SAMPLES, min(MOST_SAMPLES, int(first.Size[0])))
    colours = [value(function, low + (high - low) * k / (count - 1)) for k in range(count)]
    quads = inks(colours)
    data = bytes(round(255 * min(1.0, max(0.0, v))) for quad in quads for v in quad)
    made = pdf.make_stream(data)
    made.FunctionType = 0
    made.Domain = pikepdf.Array([_number(low), _number(high)])
    made.Range = pikepdf.Array([0, 1] * len(quads[0]))
    made.Size = pikepdf.Array([count])
    made.BitsPerSample = 8
    return made


def value(function: Any, at: float) -> tuple[float, ...]:
    """What a function of one number gives. Raises `FunctionError`."""
    return _value(function, at, 0)


def _value(function: Any, at: float, deep: int) -> tuple[float, ...]:
    if deep > MOST_DEEP:
        raise FunctionError("deep")
    if isinstance(function, pikepdf.Array):
        return tuple(_value(one, at, deep + 1)[0] for one in function)
    kind = int(function.FunctionType)
    domain = [float(v) for v in function.Domain]
    if len(domain) != 2:
        raise FunctionError("inputs")
    at = min(max(at, domain[0]), domain[1])
    if kind == 2:
        first = [float(v) for v in function.get("/C0", [0])]
        last = [float(v) for v in function.get("/C1", [1])]
        power = at ** float(function.N)
        return tuple(a + power * (b - a) for a, b in zip(first, last, strict=True))
    if kind == 3:
        bounds = [float(v) for v in function.Bounds]
        which = sum(at >= bound for bound in bounds)
        low = bounds[which - 1] if which else domain[0]
        high = bounds[which] if which < len(bounds) else domain[1]
        start, end = (float(v) for v in list(function.Encode)[2 * which : 2 * which + 2])
        share = (at - low) / (high - low) if high > low else 0.0
        return _value(function.Functions[which], start + share * (end - start), deep + 1)
    if kind == 0:
        return _sampled(function, (at - domain[0]) / ((domain[1] - domain[0]) or 1.0))
    raise FunctionError(f"kind {kind}")


def _sampled(function: Any, share: float) -> tuple[float, ...]:
    bits, size = int(function.BitsPerSample), int(function.Size[0])
    ranges = [float(v) for v in function.Range]
    outs = len(ranges) // 2
    if bits not in (8, 16):
        raise FunctionError(f"{bits} bits")
    encode = [float(v) for v in function.get("/Encode", [0, size - 1])]
    decode = [float(v) for v in function.get("/Decode", ranges)]
    data, wide, most = function.read_bytes(), bits // 8, float((1 << bits) - 1)
    place = min(max(encode[0] + share * (encode[1] - encode[0]), 0.0), size - 1.0)
    low = min(int(place), size - 1)
    high, part = min(low + 1, size - 1), place - low

    def sample(at: int, out: int) -> float:
        start = (at * outs + out) * wide
        return int.from_bytes(data[start : start + wide], "big") / most

    return tuple(
        decode[2 * k]
        + (sample(low, k) * (1 - part) + sample(high, k) * part)
        * (decode[2 * k + 1] - decode[2 * k])
        for k in range(outs)
    )


def _number(value: float) -> Any:

    return Decimal(f"{value:.6f}")
