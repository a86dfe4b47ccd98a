"""Loose and squeezed lines: how loose as colour under the line, a figure beside it."""

from typing import Final

from layout.color import Color
from layout.display.items import Item
from layout.proof.layers.layer import Layer, LayerLabel, ProofFacts
from layout.proof.marks import LOOSE, LOOSE_FIGURE, OVER, TIGHT, TIGHT_FIGURE, area
from layout.proof.setlines import PageLine, page_lines, tag_of
from layout.words.said import said

NAME: Final = "loose"
TITLE: Final = "part.layer-loose"
FIGURE_PT: Final = 6.0


def layer(facts: ProofFacts) -> Layer:
    """How loose, in per cent of an em, beside each loose line; the tier where it is squeezed."""
    under: list[Item] = []
    labels: list[LayerLabel] = []
    for line in page_lines(facts.page):
        colour = line_colour(line)
        if colour is None:
            continue
        under.append(area(line.rect, colour))
        percent = round(line.facts.gap_em * 100)
        text, ink = said("part.layer-loose-line", percent=percent).words(facts.lang), LOOSE_FIGURE
        if line.tight:
            text, ink = tag_of(line.facts.tier, facts.lang), TIGHT_FIGURE
        at = (line.right + 0.8, line.baseline - 0.6)
        figure = facts.letters.put(text, at, FIGURE_PT, ink)
        labels.append(LayerLabel(at=at, size=FIGURE_PT, items=tuple(figure), fine=True))
    return Layer(name=NAME, under=tuple(under), labels=tuple(labels))


def line_colour(line: PageLine) -> Color | None:
    """The colour that marks a line as loose or tight; None for a good one."""
    if line.tight:
        return OVER if line.facts.tier == "over" else TIGHT
    if line.loose:
        return next(color for least, color in LOOSE if line.facts.gap_em >= least)
    return None
