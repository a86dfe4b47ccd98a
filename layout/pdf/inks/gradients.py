"""A shading as a shading of grey, one for each ink. ISO 32000-1, 8.7.4.5."""

from collections.abc import Callable
from typing import Any, Final

import pikepdf

from layout.pdf.inks.laid import laid
from layout.pdf.inks.samples import Separated, UnmeasuredError
from layout.pdf.objects import FAULTS, get, integer
from layout.pdf.spaces import ColorSpace
from layout.words.said import said

Values = Callable[[Any, float], tuple[float, ...]]
"""The components that a function gives at a number; raises one of `FAULTS`."""

SAMPLES: Final = 256
"""Steps of a gradient; a plate has no more tones."""
KEPT: Final = ("/ShadingType", "/Coords", "/Domain", "/Extend", "/BBox", "/AntiAlias", "/Matrix")


def separated_shading(
    shading: Any, space: ColorSpace, out: pikepdf.Pdf, values: Values, inks: tuple[str, ...]
) -> Separated:
    """An axial or radial shading on each plate, of `inks` those that it lays.

    `values` gives the components at a number of the domain. Raises `UnmeasuredError`.
    """
    kind = integer(get(shading, "/ShadingType"))
    function = get(shading, "/Function")
    if kind not in (2, 3) or function is None:
        raise UnmeasuredError(said("part.plates-shading", kind=kind or 0))
    try:
        low, high = (float(v) for v in get(shading, "/Domain") or (0, 1))
        steps = [values(function, low + (high - low) * k / (SAMPLES - 1)) for k in range(SAMPLES)]
    except (*FAULTS, ZeroDivisionError) as exc:
        raise UnmeasuredError(said("part.plates-shading", kind=kind)) from exc
    tones = [laid(space, step) for step in steps]
    found = [one for one in tones if one is not None]
    if len(found) < len(tones):
        raise UnmeasuredError(said("part.plates-space", space=space.flat.family))
    if found[0].guessed:
        raise UnmeasuredError(said("part.plates-rgb-shading"))
    planes, lays = {}, set()
    for ink in inks:
        table = bytes(255 - round(255 * one.of(ink)) for one in found)
        planes[ink] = _grey(shading, table, (low, high), out)
        if table.count(b"\xff") < SAMPLES:
            lays.add(ink)
    named = frozenset() if found[0].process else frozenset(found[0].amounts)
    return Separated(process=found[0].process, named=named, planes=planes, lays=frozenset(lays))


def _grey(shading: Any, table: bytes, domain: tuple[float, float], out: pikepdf.Pdf) -> Any:
    function = pikepdf.Stream(out, table)
    function.FunctionType = 0
    function.Domain = pikepdf.Array(domain)
    function.Range = pikepdf.Array([0, 1])
    function.Size = pikepdf.Array([SAMPLES])
    function.BitsPerSample = 8
    made = pikepdf.Dictionary(ColorSpace=pikepdf.Name.DeviceGray, Function=function)
    for key in KEPT:
        value = get(shading, key)
        if value is not None:
            made[key] = _plain(value)
    return out.make_indirect(made)


def _plain(value: Any) -> Any:
    """A number, or an array of numbers and flags, apart from its file."""
    if isinstance(value, pikepdf.Array):
        return pikepdf.Array(list(value))
    return value
