"""Vector artwork as pixels, for what shows it on a screen or looks at it: drawn by pdfium."""

from typing import Final, Literal

from layout.pdf.alone import alone
from layout.pdf.art import PlacedForm
from layout.render.png import clear_png
from layout.units import PT_PER_INCH

SCREEN_DPI: Final = 200.0
"""Pixels an inch of its own size that a browser is given."""
MOST_PIXELS: Final = 24_000_000


def art_shot(
    art: PlacedForm, *, dpi: float = SCREEN_DPI, cut: Literal["trim", "media"] = "trim"
) -> bytes:
    """A PNG of artwork, clear where it paints nothing: its trim, or all with what bleeds. Large
    artwork has fewer pixels an inch. Raises `RenderError`."""
    left, top, right, bottom = art.bleed if cut == "media" else (0.0, 0.0, 0.0, 0.0)
    area = (art.width + left + right) * (art.height + top + bottom) / PT_PER_INCH**2
    return clear_png(alone(art), dpi=min(dpi, (MOST_PIXELS / area) ** 0.5), cut=cut)
