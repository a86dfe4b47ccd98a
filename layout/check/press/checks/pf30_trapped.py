"""PF30: the file says whether it is trapped."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.subject import PressSubject
from layout.spec.model.checks import PlainLimits

KNOWN: Final = ("True", "False")

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF30",
    title="陷印标记",
    reason="A press that traps must know whether that was done: twice trapped is as bad as never.",
    source="ISO 15930-4 and 15930-7 (second-hand)",
    severity="error",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """Trapped in Info, which is a name, and in the XMP of a PDF/X-4; the two alike."""
    if subject.standard == "none":
        return
    identity = subject.identity
    in_info, in_xmp = identity.trapped, identity.xmp.get("pdf:Trapped")
    if in_info is None and "Trapped" in identity.info:
        yield subject.finding("PF30.no-name", value=identity.info["Trapped"])
        return
    # PDF/X-1a has it in Info alone; of PDF/X-4 one of the two is enough, and tools want Info.
    given = in_info if subject.standard == "x1a" else in_info or in_xmp
    if given is None:
        yield subject.finding("PF30.missing")
    elif given not in KNOWN:
        yield subject.finding("PF30.unknown", value=given)
    elif in_info is None:
        yield subject.finding("PF30.info", severity="warning", value=given)
    elif in_xmp and in_info != in_xmp:
        yield subject.finding("PF30.apart", value=in_info, limit=in_xmp)
