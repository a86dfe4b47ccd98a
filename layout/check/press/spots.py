"""The spots of marks, and what makes two of their names one ink."""

import re
from collections.abc import Iterator
from typing import Final

from layout.check.press.ink import NOTHING
from layout.color import PROCESS
from layout.pdf.painted import Paint, Painted
from layout.pdf.spaces import ColorSpace

NO_SPOTS: Final = frozenset({*PROCESS, "All", "None"})
_SUFFIX: Final = re.compile(
    r"^((?:pantone|pms|hks|toyo|dic)(?![a-z]).*[\d\s])"
    r"(?:c|u|m|n|k|e|z|cv|cvc|cvu|cvp|cvs|cp|up|ec|pc|pcp|pu|tc|tp|tpg|tcx|tpx)\s*$"
)
"""Behind a number or a space: for which paper a swatch book shows the ink, or by which build."""


def spots_of(one: Painted) -> tuple[str, ...]:
    """The names of the spots that a mark is painted in, process inks aside."""
    found: dict[str, None] = {}
    for space in _spaces(one):
        for name in space.spots:
            if name not in NO_SPOTS:
                found[name] = None
    return tuple(found)


def paints_all(one: Painted) -> bool:
    """Whether a mark lays ink in All."""
    for paint in one.paints if one.image is None or one.image.mask else ():
        if "All" in paint.space.spots and (
            paint.pattern is not None or any(v > NOTHING for v in paint.components)
        ):
            return True
    if one.image is not None and not one.image.mask:
        return one.image.space is not None and "All" in one.image.space.spots
    return one.shading is not None and "All" in one.shading.space.spots


def _spaces(one: Painted) -> Iterator[ColorSpace]:
    if one.image is not None and not one.image.mask:
        if one.image.space is not None:
            yield one.image.space
        return
    if one.shading is not None:
        yield one.shading.space
    for paint in one.paints:
        yield from _of_paint(paint)


def _of_paint(paint: Paint) -> Iterator[ColorSpace]:
    pattern = paint.pattern
    if pattern is not None and pattern.shading is not None:
        yield pattern.shading.space
    elif pattern is None or not pattern.colored:
        yield paint.space


def likeness(name: str) -> str:
    """What is the same of two names of one ink: without case, spaces, dashes, and the suffix that
    says for which paper a swatch is."""
    folded = name.casefold()
    match = _SUFFIX.match(folded)
    return re.sub(r"[\s_\-.·–—]+", "", match[1] if match is not None else folded)
