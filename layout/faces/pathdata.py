"""The outline of a glyph as the path data of SVG: for a browser that shows a proof.

A page has some thousand different glyphs of fifty points each, so what is called for a point does
no more than write it down.
"""

from collections.abc import Iterator
from typing import Any, Final

import uharfbuzz as hb

from layout.faces.face import Face


def path_data(face: Face, glyph: int, wide: float = 1.0, high: float = 1.0) -> str:
    """A glyph's outline in units of its face, y up, so many times as wide and high as it is there;
    empty for a blank. Its steps are relative, so what puts it somewhere puts an M before it."""
    steps: list[Any] = []
    face.font.draw_glyph(glyph, _FUNCS, steps)
    if wide != 1.0 or high != 1.0:
        scales = (wide, high)
        steps = [
            (letter, *[round(v * scales[at % 2], 2) for at, v in enumerate(points)])
            for letter, *points in steps
        ]
    return "".join(_relative(steps))


def _relative(steps: list[Any]) -> Iterator[str]:
    """Each step from where the one before it ended."""
    x = y = begin_x = begin_y = 0.0
    for letter, *points in steps:
        match letter:
            case "L":
                x1, y1 = points
                yield f"l{x1 - x:g} {y1 - y:g}"
                x, y = x1, y1
            case "Q":
                x1, y1, x2, y2 = points
                yield f"q{x1 - x:g} {y1 - y:g} {x2 - x:g} {y2 - y:g}"
                x, y = x2, y2
            case "C":
                x1, y1, x2, y2, x3, y3 = points
                controls = f"{x1 - x:g} {y1 - y:g} {x2 - x:g} {y2 - y:g}"
                yield f"c{controls} {x3 - x:g} {y3 - y:g}"
                x, y = x3, y3
            case "M":
                x1, y1 = points
                yield f"m{x1 - x:g} {y1 - y:g}"
                x, y = begin_x, begin_y = x1, y1
            case _:
                yield "z"
                x, y = begin_x, begin_y


def _move(x: float, y: float, steps: Any) -> None:
    steps.append(("M", x, y))


def _line(x: float, y: float, steps: Any) -> None:
    steps.append(("L", x, y))


def _quadratic(x1: float, y1: float, x: float, y: float, steps: Any) -> None:
    steps.append(("Q", x1, y1, x, y))


def _cubic(*points_and_steps: Any) -> None:
    *points, steps = points_and_steps
    steps.append(("C", *points))


def _close(steps: Any) -> None:
    steps.append(("Z",))


def _funcs() -> Any:
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(_move)
    funcs.set_line_to_func(_line)
    funcs.set_quadratic_to_func(_quadratic)
    funcs.set_cubic_to_func(_cubic)
    funcs.set_close_path_func(_close)
    return funcs


_FUNCS: Final = _funcs()
