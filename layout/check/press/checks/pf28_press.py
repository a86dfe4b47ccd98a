"""PF28: what a file says to the RIP over the press's head: curves, screens, OPI, PostScript."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck, gathered
from layout.check.press.subject import PressPage, PressSubject
from layout.diagnostics import Severity
from layout.pdf.hazards import Hazards, read_hazards
from layout.pdf.matrix import Box
from layout.pdf.painted import PageContents, Painted
from layout.spec.model.checks import PlainLimits

SEVERITIES: Final[dict[str, Severity]] = {
    "PF28.transfer": "error",
    "PF28.halftone": "error",
    "PF28.black": "warning",
}

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF28",
    title="传递曲线、网屏与PostScript",
    reason="Curves and screens are the press's own; with those of a file in their place tones come "
    "out otherwise than on the proof. Data that are somewhere else are missing at the press.",
    source="ISO 15930-4 and 15930-7 (second-hand)",
    severity="error",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """What the states of paintings set, then XObjects and pictures."""
    for page, contents in subject.contents():
        for key, met in gathered(_met(contents)):
            yield page.finding(
                key, met.box, severity=SEVERITIES[key], number=met.number,
                object=met.first.source,
            )  # fmt: skip
        yield from _programs(page, contents)
    hazards: Hazards = subject.once("hazards", lambda: read_hazards(subject.document))
    for at in hazards.opi:
        yield subject.finding("PF28.opi", object=at)
    for at in hazards.references:
        yield subject.finding("PF28.reference", object=at)
    for at in hazards.alternates:
        yield subject.finding("PF28.alternates", severity="warning", object=at)


def _met(contents: PageContents) -> Iterator[tuple[str, Box, Painted]]:
    for one in contents.painted:
        look = one.look
        if look.transfer not in ("", "Identity", "Default"):
            yield "PF28.transfer", one.seen, one
        if look.halftone not in ("", "Default"):
            yield "PF28.halftone", one.seen, one
        if look.black_generation or look.undercolor:
            yield "PF28.black", one.seen, one


def _programs(page: PressPage, contents: PageContents) -> Iterator[Finding]:
    for at, kind, _ in contents.xobjects:
        if kind == "PS":
            yield page.finding("PF28.postscript", object=max(at, 0))
