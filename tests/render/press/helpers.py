"""Runs as the press writes them, and a reader of its operators."""

import re

from layout.display.items import GlyphRun
from layout.faces.face import Face
from layout.record import replace
from tests.toypage import run

WIDTHS = {1: 1000, 2: 500, 3: 333, 4: 0, 5: 1692}


def pens(operand: str, em: float) -> list[float]:
    """Where a reader of ISO 32000-1, 9.4.4 puts each glyph of a TJ, in points."""
    found, pen = [], 0.0
    for glyphs, number in re.findall(r"<([0-9A-F]+)>|(-?[\d.]+)", operand):
        for at in range(0, len(glyphs), 4):
            found.append(pen * em / 1000)
            pen += WIDTHS[int(glyphs[at : at + 4], 16)]
        if number:
            pen -= float(number)
    return found


def glyph(**more: object) -> GlyphRun:
    known: dict[str, object] = {
        "face": "f", "size": 9.0, "x": 20.0, "y": 100.0, "glyphs": (1,), "xs": (0.0,),
        "clusters": (0,), "text": "字", "width": 9.0,
    }  # fmt: skip
    return GlyphRun(**(known | more))  # type: ignore[arg-type]


def line(face: Face, text: str, places: list[float], end: float, **more: object) -> GlyphRun:
    """`text` with its pens at `places`, in em from the beginning; its place ends at `end`."""
    made = run(face, text, size=SIZE, **more)  # type: ignore[arg-type]
    return replace(made, xs=tuple(x * SIZE for x in places), width=end * SIZE)


SIZE = 10.0
