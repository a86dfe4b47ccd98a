"""The operators of a content stream that set colours, put into ink. ISO 32000-1, 8.6.8."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import pikepdf

from layout.pdf.inkspaces import KEPT, RGB, InkSpace

Colours = Callable[[Sequence[Any], InkSpace], list[Any]]
"""Turns the operands of a colour into inks."""

State = tuple[InkSpace, InkSpace]  # of filling, of stroking
_PAINT: Final = frozenset(
    [
        "f",
        "F",
        "f*",
        "S",
        "s",
        "B",
        "B*",
        "b",
        "b*",
        "sh",
        "Do",
        "Tj",
        "TJ",
        "'",
        '"',
        "BI",
        "INLINE",
        "IMAGE",
    ]
)
_WATCHED: Final = frozenset(
    ["rg", "RG", "k", "K", "g", "G", "cs", "CS", "sc", "scn", "SC", "SCN", "q", "Q"]
)  # what sets a colour, and what saves it
_INLINE_RGB: Final = ("/RGB", "/DeviceRGB")


def recoloured(
    form: Any, spaces: dict[str, InkSpace], colour: Colours, left: dict[str, None]
) -> tuple[list[Any] | None, set[str], bool]:
    """The operators with their RGB as ink, None where there is none; the fonts that they set; and
    whether anything is painted."""
    fonts: set[str] = set()
    changed = painted = False
    state: State = (KEPT, KEPT)
    saved: list[State] = []
    out: list[Any] = []
    for one in pikepdf.parse_content_stream(form):
        if isinstance(one, pikepdf.ContentStreamInlineImage):
            painted = True
            _inline(one, spaces, left)
            out.append(one)
            continue
        operands, operator = one.operands, str(one.operator)
        if operator == "Tf":
            fonts.add(str(operands[0]))
        painted = painted or operator in _PAINT
        if operator not in _WATCHED:
            out.append(one)
            continue
        fills = operator in ("rg", "k", "g", "cs", "sc", "scn")
        if operator == "q":
            saved.append(state)
        elif operator == "Q":
            state = saved.pop() if saved else state
        elif operator in ("rg", "RG"):
            inks = colour(list(operands), RGB)
            out.append(_made(inks, "k" if fills else "K"))
            state, changed = _with(state, KEPT, fills), True
            continue
        elif operator in ("k", "K", "g", "G"):
            state = _with(state, KEPT, fills)
        elif operator in ("cs", "CS"):
            name = str(operands[0])
            if name in ("/DeviceRGB", "/CalRGB"):
                state, changed = _with(state, RGB, fills), True
                out.append(_made([pikepdf.Name.DeviceCMYK], operator))
                continue
            state = _with(state, spaces.get(name, KEPT), fills)
        else:  # a colour in the space that was set
            space = state[0] if fills else state[1]
            if space.kind:
                numbers = [v for v in operands if not isinstance(v, pikepdf.Name)]
                if len(numbers) == (1 if space.kind == "gray" else 3):
                    names = [v for v in operands if isinstance(v, pikepdf.Name)]
                    out.append(_made([*colour(numbers, space), *names], operator))
                    changed = True
                    continue
        out.append(one)
    return (out if changed else None), fonts, painted


def _with(
    state: tuple[InkSpace, InkSpace], space: InkSpace, fills: bool
) -> tuple[InkSpace, InkSpace]:
    return (space, state[1]) if fills else (state[0], space)


def _made(operands: list[Any], operator: str) -> Any:
    return pikepdf.ContentStreamInstruction(operands, pikepdf.Operator(operator))


def _inline(one: Any, spaces: dict[str, InkSpace], left: dict[str, None]) -> None:
    """A picture among the operators in RGB is told: it is not put into ink."""
    entries = one.iimage.obj if hasattr(one.iimage, "obj") else {}
    given = entries.get("/ColorSpace", entries.get("/CS")) if entries else None
    if given is None:
        return
    name = str(given if isinstance(given, pikepdf.Name) else given[0])
    of = spaces.get(name)
    base = str(given[1]) if not isinstance(given, pikepdf.Name) and len(given) > 1 else ""
    if name in _INLINE_RGB or base in _INLINE_RGB or (of is not None and of.kind):
        left["part.art-inline"] = None
