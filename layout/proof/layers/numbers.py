"""Numbers of the lines and of the columns, round the page as on a layout sheet (版样纸)."""

from collections.abc import Iterable
from typing import Final

from layout.display.items import GlyphRun, Item, Page
from layout.proof.layers.layer import Layer, LayerLabel, ProofFacts
from layout.proof.marks import EVERY, HAIR, SCALE, Letters, across, inked

NAME: Final = "numbers"
TITLE: Final = "part.layer-numbers"
NUMBER_PT: Final = 6.5
ABOVE: Final = 6.0
"""From the type area up to the numbers of the columns: over the tag of a block at its head."""
BELOW: Final = (15.0, 8.0)
"""From the type area down to their numbers, the better place first."""
MARGIN_GAP: Final = 15.0
"""From the type area to the line numbers: room for the figures of loose lines between."""


def layer(facts: ProofFacts) -> Layer:
    """In the margins: the lines by fives, and the columns."""
    marks: list[Item] = []
    labels: list[LayerLabel] = []
    zone = facts.page.grid.type_area
    for item in numbers(facts.page, facts.letters, facts.foot):
        if isinstance(item, GlyphRun):
            part = 1.0 if item.x < zone.x else 0.5
            at = (item.x + part * item.width, item.y)
            labels.append(LayerLabel(at=at, size=NUMBER_PT, items=(item,)))
        else:
            marks.append(item)
    return Layer(name=NAME, marks=tuple(marks), labels=tuple(labels))


def numbers(page: Page, letters: Letters, foot: Iterable[Item] = ()) -> list[Item]:
    """Numbers of the lines in both margins, and of the columns above and below; those below
    stand over the `foot` of the sheet where that leaves them room, and are left out where not."""
    grid, zone = page.grid, page.grid.type_area
    items: list[Item] = []
    for n in (1, *range(EVERY, grid.lines + 1, EVERY)):
        y = grid.baseline_of(n)
        for edge, side in ((zone.x, -1.0), (zone.right, 1.0)):
            far = edge + side * (MARGIN_GAP - 2)
            items.append(across(min(far, far - side * 4), y, 4.0, SCALE, HAIR * 1.5))
        items += letters.put(str(n), (zone.x - MARGIN_GAP, y), NUMBER_PT, SCALE, "right")
        items += letters.put(str(n), (zone.right + MARGIN_GAP, y), NUMBER_PT, SCALE)
    for n, (left, right) in enumerate(grid.columns, 1):
        middle = (left + right) / 2
        items += letters.put(str(n), (middle, zone.y - ABOVE), NUMBER_PT, SCALE, "center")
    head = min((rect.y for rect in inked(foot)), default=page.height)
    below = next((zone.bottom + d for d in BELOW if zone.bottom + d < head - 1.0), None)
    if below is not None:
        for n, (left, right) in enumerate(grid.columns, 1):
            middle = (left + right) / 2
            items += letters.put(str(n), (middle, below), NUMBER_PT, SCALE, "center")
    return items
