"""What marks gave up of their ems, and how far each line was squeezed."""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.color import Color
from layout.display.items import Item
from layout.proof.cells import BLANK_EM, SetCharacter, cells_of_page
from layout.proof.layers.layer import Layer, LayerLabel, ProofFacts
from layout.proof.layers.loose import FIGURE_PT
from layout.proof.marks import GAVE, TIGHT_FIGURE, area
from layout.proof.setlines import page_lines, tag_of
from layout.text.charclass import CharClass
from layout.text.scripts import HANS
from layout.units import ROUNDING

NAME: Final = "squeezes"
TITLE: Final = "part.layer-squeezes"
_GIVES: Final = frozenset({CharClass.OPEN, CharClass.CLOSE, CharClass.PAUSE, CharClass.STOP})


def layer(facts: ProofFacts) -> Layer:
    """Under each mark that gave something up, the stronger the more; beside a squeezed line its
    tier."""
    lines = page_lines(facts.page)
    under: list[Item] = []
    gaps = [one.facts.gap_em for one in lines]
    rows = cells_of_page(facts.page, facts.letters.catalog)
    for row, gap in zip(rows, gaps, strict=True):
        for cell, gave in given_up(row, gap):
            colour = gave_colour(gave)
            if colour is not None:
                under.append(area(cell.rect, colour))
    labels: list[LayerLabel] = []
    for one in lines:
        if one.facts.tier.startswith(("shrink", "over")):
            words = tag_of(one.facts.tier, facts.lang)
            at = (one.right + 0.8, one.baseline - 0.6)
            figure = facts.letters.put(words, at, FIGURE_PT, TIGHT_FIGURE)
            labels.append(LayerLabel(at=at, size=FIGURE_PT, items=tuple(figure), fine=True))
    return Layer(name=NAME, under=tuple(under), labels=tuple(labels))


def gave_colour(gave: float) -> Color | None:
    """The colour of a mark that gave up so many em; None where that is nothing."""
    return next((color for least, color in GAVE if gave >= least), None)


def given_up(
    line: Sequence[SetCharacter], gap_em: float = 0.0
) -> Iterator[tuple[SetCharacter, float]]:
    """Each mark of a line that gave up some of its blank, and how many em. `gap_em` is what the
    line was opened by between two characters."""
    for k, cell in enumerate(line):
        if HANS.classes.get(cell.text[0]) not in _GIVES:
            continue
        opened = gap_em if k + 1 < len(line) else 0.0
        gave = min(1.0 - cell.part + opened, BLANK_EM)
        if gave > ROUNDING:
            yield cell, gave
