"""PF02: one output intent, with the profile of a press in four inks."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.subject import PressSubject
from layout.pdf.identity import Intent
from layout.pictures.conditions import REGISTERED, REGISTRY
from layout.pictures.profile import ProfileError, read_profile
from layout.spec.model.checks import PlainLimits
from layout.words.said import said

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF02",
    title="输出意图",
    reason="The output intent says for which press the colours are meant; without one, with two, "
    "or with a profile of a screen nobody knows what 60 % of cyan is to be.",
    source="ISO 15930-4 and 15930-7 (second-hand); ISO 32000-1, 14.11.5",
    severity="error",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """How many intents of PDF/X there are, and the profile of each."""
    if subject.standard == "none":
        return
    own = [one for one in subject.identity.intents if one.subtype == "GTS_PDFX"]
    if not own:
        yield subject.finding("PF02.none", limit=1)
    elif len(own) > 1:
        yield subject.finding("PF02.several", value=len(own), limit=1)
    for intent in own:
        yield from _judged(subject, intent)


def _is_registry(address: str) -> bool:
    """Whether an address is that of the ICC's registry, however it is written."""
    bare = address.lower().strip().rstrip("/").removeprefix("https://").removeprefix("http://")
    return bare == REGISTRY.removeprefix("http://")


def _judged(subject: PressSubject, intent: Intent) -> Iterator[Finding]:
    name = intent.identifier or said("part.preflight-no-name")
    if not intent.identifier:
        yield subject.finding("PF02.identifier", object=intent.reference)
    registered = _is_registry(intent.registry) and intent.identifier in REGISTERED
    if not registered and not intent.info:
        yield subject.finding("PF02.info", severity="warning", object=name)
    if not intent.has_profile:
        # A PDF/X-1a may name a condition that the registry knows, and leave its profile out.
        if intent.external or subject.standard != "x1a" or not registered:
            yield subject.finding("PF02.no-profile", object=name)
        return
    if intent.profile is None:
        why = intent.fault or said("part.pdfread-no-stream")
        yield subject.finding("PF02.profile", object=name, why=why)
        return
    if intent.components != 4:
        yield subject.finding("PF02.components", object=name, value=intent.components, limit=4)
        if intent.components in (1, 3):
            return  # its profile is of a screen or of grey: the same fault
    try:
        read_profile(intent.profile, intent.identifier or "?")
    except ProfileError as exc:
        yield subject.finding("PF02.profile", object=name, why=exc.args[0])
