"""The outline of a glyph as the path data of SVG: for a browser that shows a proof.

A page has some thousand different glyphs of fifty points each, so what is called for a point does
no more than write it down.
"""

from typing import Any, Final

import uharfbuzz as hb

from layout.faces.face import Face


def path_data(face: Face, glyph: int, wide: float = 1.0, high: float = 1.0) -> str:
    """A glyph's outline in units of its face, y up, so many times as wide and high as it is there;
    empty for a blank."""
    steps: list[Any] = []
    face.font.draw_glyph(glyph, _FUNCS, steps)
    if wide != 1.0 or high != 1.0:
        scales = (wide, high)
        steps = [
            (letter, *[v * scales[at % 2] for at, v in enumerate(points)])
            for letter, *points in steps
        ]
    return "".join([_FORMS[step[0]] % step for step in steps])


_FORMS: Final = {
    "M": "%s%g %g",
    "L": "%s%g %g",
    "Q": "%s%g %g %g %g",
    "C": "%s%g %g %g %g %g %g",
    "Z": "%s",
}


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
