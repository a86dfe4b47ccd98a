"""Warnings of colours as written: too much ink on one spot."""

from collections.abc import Iterator

from layout.color import GOOD_INK, Color
from layout.diagnostics import Diagnostic, Place, shown, warning
from layout.spec.load import Sources
from layout.spec.model.blockkinds import walk
from layout.words.said import said


def heavy_inks(sources: Sources, most: float) -> Iterator[Diagnostic]:
    """A warning for each colour as written that lays more than `most` per cent on one spot."""
    for sheet, _ in sources.sheets:
        for name, color in (sheet.colors or {}).items():
            yield from _heavy(f"colors.{shown(name)}", color, sheet.places["colors"], most)
        for name, style in (sheet.styles or {}).items():
            place = style.place_of("color")
            yield from _heavy(f"styles.{shown(name)}.color", style.color, place, most)
    for path, block in walk(sources.page.blocks):
        place = block.place_of("fill")
        yield from _heavy(f"{path}.fill", block.fill, place, most)


def _heavy(path: str, color: object, place: Place, most: float) -> Iterator[Diagnostic]:
    if isinstance(color, Color) and color.total > most:
        told = said("INK.over", path=path, color=str(color), percent=color.total, most=most)
        if most == GOOD_INK:  # what is known of newsprint, where the press has not said its own
            told = said("INK.total", path=path, color=str(color), percent=color.total, most=most)
        yield warning(told, place)
