"""Warnings of colours as written: too much ink on one spot."""

from collections.abc import Iterator

from layout.color import GOOD_INK, Color
from layout.diagnostics import Diagnostic, Place, shown, warning
from layout.spec.load import Sources
from layout.spec.model.blockkinds import walk
from layout.words.said import said


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


def _heavy(path: str, color: object, place: Place) -> Iterator[Diagnostic]:
    if isinstance(color, Color) and color.total > GOOD_INK:
        told = said("INK.total", path=path, color=str(color), percent=color.total, most=GOOD_INK)
        yield warning(told, place)
