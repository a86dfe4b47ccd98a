"""The pictures of a page: their resolution as they are placed."""

from collections.abc import Iterator
from math import hypot
from typing import Final

from layout.check.press.marks import Marks
from layout.pdf.painted import Painted
from layout.units import ROUNDING

EXACT: Final = 0.005
"""Pixels an inch by which a picture may miss a limit: matrices are written rounded."""


def resolution(marks: Marks, *, bits: bool) -> Iterator[tuple[Painted, float]]:
    """Each picture that is printed with its pixels an inch, the fewer of both directions; those of
    one bit with `bits`, else the others.

    A direction with one pixel has no detail to lose, as in a tint or a ramp drawn as a picture.
    Soft masks are not asked, glyphs neither.
    """
    for one in marks.printed:
        image = one.image
        if image is None or one.inside("glyph"):
            continue
        if (image.mask or image.bits == 1) != bits:
            continue
        a, b, c, d = one.matrix[:4]
        unit = marks.page.unit
        counted = [
            pixels * 72 / (length * unit)
            for pixels, length in ((image.width, hypot(a, b)), (image.height, hypot(c, d)))
            if pixels > 1 and length > ROUNDING
        ]
        if counted:
            yield one, round(min(counted) + EXACT, 2)
