"""PF29: layers that are hidden: nobody knows whether they are meant to be printed."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck, gathered
from layout.check.press.subject import PressSubject
from layout.spec.model.checks import PlainLimits

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF29",
    title="隐藏图层",
    reason="A hidden layer is an old price or another edition's advert; a RIP that knows no layers "
    "prints it.",
    source="house rules of newspaper prepress; ISO 32000-1, 8.11",
    severity="error",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """What is painted and hidden on each page, layers that hide nothing, and layers at all in a
    standard that has none."""
    layers = subject.reader.layers
    told: set[str] = set()
    for page, contents in subject.contents():
        hidden = ((one.layer, one.seen, one) for one in contents.painted if one.hidden)
        for layer, met in gathered(hidden):
            told.add(layer)
            yield page.finding("PF29.hidden", met.box, object=layer, number=met.number)
    for at in sorted(layers.off):
        if layers.names[at] not in told:
            yield subject.finding("PF29.off", object=layers.names[at])
    for at in sorted(layers.unprinted - layers.off):
        yield subject.finding("PF29.not-printed", object=layers.names.get(at, "?"))
    if subject.standard == "x1a" and layers.there and not layers.off:
        yield subject.finding("PF29.any")
