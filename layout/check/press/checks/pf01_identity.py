"""PF01: the file says which PDF/X it is, in the version of PDF that goes with it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.subject import PressSubject
from layout.pdf.identity import Identity
from layout.spec.model.checks import PlainLimits

X1A: Final = "PDF/X-1a:2003"
X1A_2001: Final = ("PDF/X-1:2001", "PDF/X-1a:2001")
"""Version and conformance of the older PDF/X-1a, whose rules are stricter still."""
X4: Final = "PDF/X-4"
MOST_VERSION: Final = {"x1a": (1, 4), "x4": (1, 6)}
XMP: Final = (
    "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "dc:title", "xmpMM:DocumentID",
    "xmpMM:VersionID", "xmpMM:RenditionClass",
)  # fmt: skip
"""What the XMP of a PDF/X-4 holds besides its identification (ISO 15930-7, second-hand)."""
INFO: Final = ("Title", "CreationDate", "ModDate")
"""What the Info of a PDF/X-1a holds (ISO 15930-4, second-hand)."""
_DATE: Final = re.compile(
    r"(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?"
    r"(?P<zone>[Zz]|[+-]\d\d(?:'?:?\d\d'?)?'?)?0?0?'?(?:0?0'?)?"
)
PAIRS: Final = (("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate"))

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF01",
    title="标准标识",
    reason="A press that asks for PDF/X sorts files by what they claim to be; a claim that does "
    "not fit the file's version, or lacks its parts, is refused by the next program.",
    source="ISO 15930-4 (X-1a:2003) and ISO 15930-7 (X-4), second-hand",
    severity="error",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """The claim, the version of PDF, what the standard wants said beside it, the trailer's ID."""
    identity, standard = subject.identity, subject.standard
    if standard == "none":
        return
    yield from _claim(subject, identity)
    most = MOST_VERSION[standard]
    version = max(subject.document.version, identity.catalog_version, key=version_of)
    if version_of(version) > most:
        yield subject.finding("PF01.version", value=version, limit=f"{most[0]}.{most[1]}")
    if standard == "x1a" and (identity.object_streams or identity.xref_streams):
        yield subject.finding("PF01.streams")
    if len(identity.ids) < 2 or not identity.ids[0]:
        yield subject.finding("PF01.id")
    if identity.xmp_fault:
        yield subject.finding("PF01.xmp", why=identity.xmp_fault)
    given, wanted = (identity.xmp, XMP) if standard == "x4" else (identity.info, INFO)
    missing = tuple(key for key in wanted if not given.get(key))
    if missing and not (standard == "x4" and identity.xmp_fault):
        yield subject.finding("PF01.metadata", severity="warning", object=missing)
    for ours, theirs in PAIRS:
        info, xmp = identity.info.get(ours, ""), identity.xmp.get(theirs, "")
        if info and xmp and _unlike(info, xmp):
            yield subject.finding(
                "PF01.apart", severity="warning", object=ours, value=info, limit=xmp
            )


def _claim(subject: PressSubject, identity: Identity) -> Iterator[Finding]:
    in_info = identity.info.get("GTS_PDFXVersion", "")
    in_xmp = identity.xmp.get("pdfxid:GTS_PDFXVersion", "")
    if subject.standard == "x4":
        claim, other, wanted = in_xmp, in_info, X4
    else:
        claim, other, wanted = in_info, in_xmp, X1A
        conformance = identity.info.get("GTS_PDFXConformance", "")
        if (claim, conformance) == X1A_2001:
            yield subject.finding("PF01.older", severity="warning", value=conformance, limit=X1A)
            return
        if claim == X1A and conformance != X1A:
            yield subject.finding("PF01.conformance", value=conformance, limit=X1A)
    told = claim or other
    if not told:
        yield subject.finding("PF01.none", limit=wanted)
    elif claim != wanted:
        yield subject.finding("PF01.other", value=told, limit=wanted)


def version_of(text: str) -> tuple[int, int]:
    """`1.6` as two numbers; a version that is none is later than all, and none is before."""
    if not text:
        return (0, 0)
    major, _, minor = text.partition(".")
    if major.isdigit() and minor.isdigit():
        return int(major), int(minor)
    return (9, 9)


def _unlike(info: str, xmp: str) -> bool:
    """Whether two dates are not the same moment; without a zone in both, not the same figures."""
    one, other = moment_of(info), moment_of(xmp)
    if one is None or other is None:
        return True
    if one.tzinfo is None or other.tzinfo is None:
        one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
    return one != other


def moment_of(text: str) -> datetime | None:
    """A date as Info (D:20260101120000+08'00') or XMP (ISO 8601) has it; None for none. Parts of a
    second are left out."""
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    zone = found["zone"]
    try:
        shift = None
        if zone in ("Z", "z"):
            shift = UTC
        elif zone:
            hours, minutes = int(zone[1:3]), int(re.sub(r"\D", "", zone[3:])[:2] or 0)
            shift = timezone(
                (1 if zone[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes)
            )
        return datetime(year, month or 1, day or 1, hour, minute, second, tzinfo=shift)
    except ValueError:
        return None
