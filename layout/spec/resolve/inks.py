"""Warnings of colours as written: too much ink on one spot."""

from collections.abc import Iterator
from typing import TypeGuard

from layout.color import GOOD_INK, Color
from layout.diagnostics import Diagnostic, Place, shown, warning
from layout.spec.load import Sources
from layout.spec.model.blockkinds import walk
from layout.words.said import said


def heavy_inks(sources: Sources, most: float) -> Iterator[Diagnostic]:
    """A warning for each colour as written that lays more than `most` per cent on one spot."""
    for sheet, _ in sources.sheets:
        for name, color in (sheet.colors or {}).items():
            if _heavy(color, most):
                yield _told(f"colors.{shown(name)}", color, sheet.places["colors"], most)
        for name, style in (sheet.styles or {}).items():
            if _heavy(style.color, most):
                path = f"styles.{shown(name)}.color"
                yield _told(path, style.color, style.place_of("color"), most)
    for path, block in walk(sources.page.blocks):
        if _heavy(block.fill, most):
            yield _told(f"{path}.fill", block.fill, block.place_of("fill"), most)


def _heavy(color: object, most: float) -> TypeGuard[Color]:
    """Whether what is written is a colour, and of too much ink."""
    return isinstance(color, Color) and color.total > most


def _told(path: str, color: Color, place: Place, most: float) -> Diagnostic:
    told = said("INK.over", path=path, color=str(color), percent=color.total, most=most)
    if most == GOOD_INK:  # what is known of newsprint, where the press has not said its own
        told = said("INK.total", path=path, color=str(color), percent=color.total, most=most)
    return warning(told, place)
