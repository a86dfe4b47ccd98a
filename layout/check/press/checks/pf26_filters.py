"""PF26: how data are packed, and how deep pictures are."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.subject import PressSubject
from layout.diagnostics import Severity
from layout.pdf.hazards import Hazards, read_hazards
from layout.pdf.painted import Image
from layout.spec.model.checks import PlainLimits

GOOD: Final = frozenset(
    {"FlateDecode", "DCTDecode", "CCITTFaxDecode", "RunLengthDecode", "ASCIIHexDecode",
     "ASCII85Decode"}
)  # fmt: skip
"""What every PDF/X takes; all else is told."""
BY_STANDARD: Final[dict[tuple[str, str], Severity | None]] = {
    ("JPXDecode", "x4"): None,
    ("JPXDecode", "none"): None,
    ("JBIG2Decode", "x4"): None,
    ("JBIG2Decode", "x1a"): "warning",
    ("JBIG2Decode", "none"): None,
    ("LZWDecode", "none"): "warning",
}
"""Filters that some standard takes; None says that it does, anything else is an error."""

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF26",
    title="压缩方式",
    reason="LZW and what is newer than a standard stop older RIPs; pictures of 16 bits are twice "
    "as large for tones that no press shows.",
    source="ISO 15930-4 and 15930-7 (second-hand); ISO 32000-1, 7.4",
    severity="error",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """The filters of all streams and of pictures in content, then pictures of 16 bits."""
    hazards: Hazards = subject.once("hazards", lambda: read_hazards(subject.document))
    told: set[tuple[str, int]] = set()
    for page, contents in subject.contents():
        for one in contents.painted:
            image = one.image
            if image is None:
                continue
            for packed in image.filters:
                severity = _severity(packed, subject.standard)
                if severity is not None and (packed, image.reference) not in told:
                    told.add((packed, image.reference))
                    yield page.finding(
                        "PF26.filter", one.seen, severity=severity, value=packed,
                        object=image.reference,
                    )  # fmt: skip
            if image.bits == 16 and ("16", image.reference) not in told:
                told.add(("16", image.reference))
                yield page.finding(
                    "PF26.bits", one.seen, severity=_deep(image, subject.standard), value=16,
                    limit=8, object=image.reference,
                )  # fmt: skip
    for stream in hazards.streams:
        for packed in stream.filters:
            severity = _severity(packed, subject.standard)
            if severity is not None and (packed, stream.reference) not in told:
                told.add((packed, stream.reference))
                yield subject.finding(
                    "PF26.filter", severity=severity, value=packed, object=stream.reference
                )
    for at in hazards.external:
        yield subject.finding("PF26.external", object=at)


def _severity(packed: str, standard: str) -> Severity | None:
    if packed in GOOD:
        return None
    return BY_STANDARD.get((packed, standard), "error")


def _deep(_image: Image, standard: str) -> Severity:
    """A picture of 16 bits is PDF 1.5: PDF/X-1a cannot have one."""
    return "error" if standard == "x1a" else "warning"
