"""Warnings of colours as written: too much ink on one spot."""

from collections.abc import Iterator

from layout.color import GOOD_INK, Color
from layout.diagnostics import Diagnostic, Place, shown, warning
from layout.spec.load import Sources
from layout.spec.model.blockkinds import walk


def heavy_inks(sources: Sources) -> Iterator[Diagnostic]:
    """A warning for each colour as written that lays more on newsprint than it takes."""
    for sheet, _ in sources.sheets:
        for name, color in (sheet.colors or {}).items():
            yield from _heavy(f"colors.{shown(name)}", color, sheet.places["colors"])
        for name, style in (sheet.styles or {}).items():
            place = style.place_of("color")
            yield from _heavy(f"styles.{shown(name)}.color", style.color, place)
    for path, block in walk(sources.page.blocks):
        place = block.place_of("fill")
        yield from _heavy(f"{path}.fill", block.fill, place)


def _heavy(what: str, color: object, place: Place) -> Iterator[Diagnostic]:
    if isinstance(color, Color) and color.total > GOOD_INK:
        message = f"{what}: {color} lays {color.total:g} % of ink on one spot"
        yield warning("INK", message, place, f"newsprint takes {GOOD_INK} %, many presses 220")
