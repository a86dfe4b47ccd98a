"""The baseline of every line of the grid."""

from typing import Final

from layout.proof.layers.layer import Layer, ProofFacts
from layout.proof.marks import BASELINE, across

NAME: Final = "baselines"
TITLE: Final = "part.layer-baselines"


def layer(facts: ProofFacts) -> Layer:
    """Faint, under the type that stands on them."""
    grid, zone = facts.page.grid, facts.page.grid.type_area
    rules = [
        across(zone.x, grid.baseline_of(n), zone.width, BASELINE) for n in range(1, grid.lines + 1)
    ]
    return Layer(name=NAME, under=tuple(rules))
