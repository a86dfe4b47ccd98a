"""Black type and thin black lines of artwork that was RGB are made to overprint (GWG2015): a plate
that is out of register leaves no white round them. What came in ink says that by itself."""

from collections.abc import Callable, Sequence
from math import hypot
from typing import Any, Final, NamedTuple

import pikepdf

ON: Final = "/BxOver"
OFF: Final = "/BxKnock"
THIN_PT: Final = 2.0
_TEXT: Final = frozenset(("Tj", "TJ", "'", '"'))
_STROKES: Final = frozenset(("S", "s"))
_PAINTS: Final = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do"))
_COLOURS: Final = frozenset(("g", "rg", "k", "cs", "sc", "scn", "G", "RG", "K", "CS", "SC", "SCN"))
_BLACK: Final = (0.0, 0.0, 0.0, 1.0)


class _Pens(NamedTuple):
    """What is set: whether it is filled and stroked in black, and in ink at all; the width of a
    line and the scale of the space; whether text is filled; whether it overprints."""

    fill: bool = False
    stroke: bool = False
    fill_ink: bool = False
    stroke_ink: bool = False
    width: float = 1.0
    scale: float = 1.0
    filled: bool = True
    over: bool = False


def overprinted(operators: Sequence[Any], in_ink: Callable[[str], bool]) -> list[Any] | None:
    """The operators with the states that make black overprint, None where nothing is black.
    `in_ink` says whether a space of that name is CMYK."""
    pens, saved, out, used = _Pens(), [], [], False  # type: ignore[var-annotated]
    for one in operators:
        if isinstance(one, pikepdf.ContentStreamInlineImage):
            pens = _set(out, pens, over=False)
            out.append(one)
            continue
        operator = str(one.operator)
        if operator == "q":
            saved.append(pens)
        elif operator == "Q":
            pens = saved.pop() if saved else pens
        elif operator in _TEXT:
            pens = _set(out, pens, over=pens.fill and pens.filled)
        elif operator in _STROKES:
            thin = pens.width * pens.scale < THIN_PT
            pens = _set(out, pens, over=pens.stroke and thin)
        elif operator in _PAINTS:
            pens = _set(out, pens, over=False)
        else:
            pens = _after(pens, operator, list(one.operands), in_ink)
        used = used or pens.over
        out.append(one)
    return out if used else None


def _set(out: list[Any], pens: _Pens, *, over: bool) -> _Pens:
    if pens.over is not over:
        name = pikepdf.Name(ON if over else OFF)
        out.append(pikepdf.ContentStreamInstruction([name], pikepdf.Operator("gs")))
    return pens._replace(over=over)


def _after(pens: _Pens, operator: str, operands: list[Any], in_ink: Callable[[str], bool]) -> _Pens:
    """The state after an operator that paints nothing."""
    if operator in _COLOURS:
        return _coloured(pens, operator, operands, in_ink)
    if operator == "w":
        return pens._replace(width=float(operands[0]))
    if operator == "Tr":
        return pens._replace(filled=int(operands[0]) == 0)
    if operator == "cm":
        a, b, c, d = (float(v) for v in operands[:4])
        return pens._replace(scale=pens.scale * max(hypot(a, b), hypot(c, d)))
    return pens


def _coloured(
    pens: _Pens, operator: str, operands: list[Any], in_ink: Callable[[str], bool]
) -> _Pens:
    """The state after a colour is set, or the space of one. A space of CMYK begins with black."""
    fills = operator.islower()
    kind = operator.lower()
    ink = pens.fill_ink if fills else pens.stroke_ink
    if kind == "cs":
        ink = black = in_ink(str(operands[0]))
    elif kind in ("k", "g", "rg"):
        ink, black = kind == "k", kind == "k" and _is_black(operands)
    else:
        black = ink and _is_black(operands)
    if fills:
        return pens._replace(fill=black, fill_ink=ink)
    return pens._replace(stroke=black, stroke_ink=ink)


def _is_black(operands: list[Any]) -> bool:
    if len(operands) != 4 or any(isinstance(v, pikepdf.Name) for v in operands):
        return False
    return tuple(float(v) for v in operands) == _BLACK
