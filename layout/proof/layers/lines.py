"""The lower edge of every fifth line of the grid."""

from typing import Final

from layout.proof.layers.layer import Layer, ProofFacts
from layout.proof.marks import EVERY, GRID_LINE, HAIR, across

NAME: Final = "lines"
TITLE: Final = "part.layer-lines"


def layer(facts: ProofFacts) -> Layer:
    """A little stronger than a baseline."""
    grid, zone = facts.page.grid, facts.page.grid.type_area
    ends = range(EVERY, grid.lines, EVERY)
    edges = [across(zone.x, grid.top_of(n + 1), zone.width, GRID_LINE, HAIR * 1.5) for n in ends]
    return Layer(name=NAME, under=tuple(edges))
