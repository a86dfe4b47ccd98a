"""Corrections of a reading at their words, as a proofreader marks them (GB/T 14706 校对符号), with
what is to stand there written beside."""

from typing import Final

from layout.check.makeup.drawn import extent
from layout.display.items import Item
from layout.proof.layers import findings, unfit
from layout.proof.layers.layer import Layer, LayerLabel, ProofFacts
from layout.record import record

NAME: Final = "corrections"
TITLE: Final = "part.layer-corrections"


@record
class WrittenLayer:
    """The overlay, and the numbers of the corrections whose words found no room beside the text."""

    layer: Layer
    alone: tuple[int, ...]


def layer(facts: ProofFacts) -> Layer:
    """Each mark at its words; what is to stand there beside it, where the page is blank. Those that
    are done take the places that are left."""
    return written_layer(facts).layer


def written_layer(facts: ProofFacts) -> WrittenLayer:
    """The overlay, and what could not be written in it."""
    if not facts.corrections:
        return WrittenLayer(layer=Layer(name=NAME), alone=())
    # NumPy is loaded where there are corrections.
    from layout.proof.layers.marking.label import NUMBER_PT
    from layout.proof.layers.marking.placing import placed

    over_set = [item for label in unfit.layer(facts).labels for item in label.items]
    taken = [*findings.tags(facts), *(extent(item) for item in (*facts.foot, *over_set))]
    asked = [mark for mark in facts.corrections if not mark.done]
    made = placed(facts.page, asked, facts.letters, taken)
    taken += [rect for one in made for rect in one.drawn]
    done = [mark for mark in facts.corrections if mark.done]
    made += placed(facts.page, done, facts.letters, taken)
    over: list[Item] = [item for one in made for item in one.lines]
    labels = [LayerLabel(at=one.at, size=NUMBER_PT, items=one.label) for one in made if one.label]
    return WrittenLayer(
        layer=Layer(name=NAME, marks=tuple(over), labels=tuple(labels)),
        alone=tuple(dict.fromkeys(one.mark.number for one in made if one.alone)),
    )
