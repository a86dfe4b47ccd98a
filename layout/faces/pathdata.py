"""The outline of a glyph as the path data of SVG: for a browser that shows a proof.

A page has some thousand different glyphs of fifty points each, so what is called for a point does
no more than write it down.
"""

# ruff: noqa: UP031  a page writes 110,000 of these, and a format specifier takes a quarter longer

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

import uharfbuzz as hb

from layout.faces.face import Face


class _PathPen(list[str]):
    """What was drawn so far, and where the pen is."""

    __slots__ = ("begin_x", "begin_y", "x", "y")

    def __init__(self) -> None:
        super().__init__()
        self.x = self.y = self.begin_x = self.begin_y = 0.0


def path_data(face: Face, glyph: int, wide: float = 1.0, high: float = 1.0) -> str:
    """A glyph's outline in units of its face, y up, so many times as wide and high as it is there;
    empty for a blank. Its steps are relative, so what puts it somewhere puts an M before it."""
    pen = _PathPen()
    funcs = _FUNCS if wide == high == 1.0 else _scaled(wide, high)
    face.font.draw_glyph(glyph, funcs, pen)
    return "".join(pen)


def _move(x: float, y: float, pen: _PathPen) -> None:
    pen.append("m%g %g" % (x - pen.x, y - pen.y))
    pen.x = pen.begin_x = x
    pen.y = pen.begin_y = y


def _line(x: float, y: float, pen: _PathPen) -> None:
    pen.append("l%g %g" % (x - pen.x, y - pen.y))
    pen.x = x
    pen.y = y


def _quadratic(x1: float, y1: float, x: float, y: float, pen: _PathPen) -> None:
    at_x = pen.x
    at_y = pen.y
    pen.append("q%g %g %g %g" % (x1 - at_x, y1 - at_y, x - at_x, y - at_y))
    pen.x = x
    pen.y = y


def _cubic(*points_and_pen: Any) -> None:
    x1, y1, x2, y2, x, y, pen = points_and_pen
    steps = (x1 - pen.x, y1 - pen.y, x2 - pen.x, y2 - pen.y, x - pen.x, y - pen.y)
    pen.append("c%g %g %g %g %g %g" % steps)
    pen.x = x
    pen.y = y


def _close(pen: _PathPen) -> None:
    pen.append("z")
    pen.x = pen.begin_x
    pen.y = pen.begin_y


def _funcs(through: Callable[[Callable[..., None]], Callable[..., None]]) -> Any:
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(through(_move))
    funcs.set_line_to_func(through(_line))
    funcs.set_quadratic_to_func(through(_quadratic))
    funcs.set_cubic_to_func(through(_cubic))
    funcs.set_close_path_func(_close)
    return funcs


@lru_cache(maxsize=16)
def _scaled(wide: float, high: float) -> Any:
    """What draws so many times as wide and high: few glyphs, so it may cost a call more."""
    scales = (wide, high)

    def through(draw: Callable[..., None]) -> Callable[..., None]:
        def drawn(*points_and_pen: Any) -> None:
            *points, pen = points_and_pen
            draw(*[round(v * scales[at % 2], 2) for at, v in enumerate(points)], pen)

        return drawn

    return _funcs(through)


_FUNCS: Final = _funcs(lambda draw: draw)
