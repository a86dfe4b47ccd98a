"""A glyph run as characters, each with what it looks like and where its pen stands.

HTML holds characters, the display list holds glyphs. A cell is where the two meet: one character,
the glyphs that show it, and its place on the line.
"""

import unicodedata
from itertools import repeat
from typing import Final

from layout.display.items import GlyphRun
from layout.faces.face import Face
from layout.faces.woff2 import Look
from layout.record import record
from layout.render.base import RenderError, glyph_texts
from layout.words.said import said

SOFT_HYPHEN: Final = "\u00ad"
"""What a hyphen at a line's end is in the text of a run: readers of a PDF join the word again."""
HYPHEN: Final = "\u2010"
"""What it is in HTML, where a soft hyphen outside a break of the browser's own is not drawn."""


@record
class CharCell:
    """One character. `x` and `advance` are in points to its right, h_scale not applied to them.

    That is, x is the pen from the run's own x divided by its h_scale: a renderer widens the whole
    run at the end. `advance` is the look's own. `y` is how far below the run's own y an upright
    character of a column stands; one of a turned run is placed as in a line, before it is turned.
    """

    char: str
    look: Look
    x: float
    advance: float
    y: float


def cells_of(run: GlyphRun, face: Face, *, again: bool = False) -> tuple[CharCell, ...]:
    """The cells of a run; their characters together are its text, a hyphen drawn as one.

    A glyph of several characters (a joined ——) is drawn by the first of them; they share its
    advance, so that each can be selected. With `again` the others draw it once more in the same
    place, which no print shows: pdfium leaves characters without ink out of a PDF's text. Glyphs
    without a character of their own are drawn with the next one that has, from its pen.

    Raises `RenderError` when the clusters do not rise from left to right, for a glyph that no
    character stands for, and for a character that HTML cannot hold.
    """
    for char in run.text:
        if char < " " or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff":
            number = f"{ord(char):04X}"
            raise RenderError(said("part.render-no-html", text=repr(run.text), number=number))
    unit = run.size / face.upem  # points in a font unit
    cells: list[CharCell] = []
    waiting: list[tuple[int, float, float]] = []
    upright = run.vertical and not run.turned
    wide = 1.0 if run.turned else run.h_scale
    for glyph, text, along, across in zip(
        run.glyphs, glyph_texts(run), run.xs, run.ys if upright else repeat(0.0), strict=False
    ):
        waiting.append((glyph, (across if upright else along) / wide, along if upright else 0.0))
        if not text:
            continue
        _, x, y = waiting[-1]
        glyphs = tuple((gid, round((at - x) / unit)) for gid, at, _ in waiting)
        lifts = tuple(round((y - down) / unit) for _, _, down in waiting)
        waiting.clear()
        drawn = 0  # of the glyph's advance
        for char, share in _shares(text, face.advance(glyph)):
            shown = tuple((gid, shift - drawn) for gid, shift in glyphs)
            if drawn and not (again and share):
                shown = ()
            look = Look(shown, share, lifts if shown and any(lifts) else ())
            seen = HYPHEN if char == SOFT_HYPHEN else char
            cells.append(CharCell(char=seen, look=look, x=x, advance=share * unit, y=y))
            x += share * unit
            drawn += share
    if waiting:
        raise RenderError(said("part.render-lone-glyph", text=repr(run.text)))
    return tuple(cells)


def _shares(text: str, advance: int) -> list[tuple[str, int]]:
    """What each character has of a glyph's advance: spaces and marks none, the others alike."""
    wide = [at == 0 or not _narrow(char) for at, char in enumerate(text)]
    each, rest = divmod(advance, sum(wide))
    shares = [each if takes else 0 for takes in wide]
    shares[0] += rest
    return list(zip(text, shares, strict=True))


def _narrow(char: str) -> bool:
    """Whether a character takes no room beside the one before it."""
    return char.isspace() or unicodedata.category(char) in ("Mn", "Me", "Cf")
