"""What makes a press PDF a PDF/X: its identification, dates, metadata and output intent.

ISO 15930-7 (PDF/X-4) and ISO 15930-4 (PDF/X-1a:2003). Everything here follows from the pages, from
`press:` of their spec and from the profile; nothing from a clock.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from layout.display.press import UNDATED, PressFacts
from layout.pictures.conditions import OutputCondition, condition_of
from layout.pictures.profile import PressProfile
from layout.record import record
from layout.render.base import RenderError
from layout.render.press.flate import Compressor, packed_stream
from layout.words.said import Said, said

CREATOR: Final = "Banxin"
PRODUCER: Final = "banxin"
_NO_XML: Final = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""Characters that XML 1.0 cannot hold (production 2). Compiled where a title may have any: to
compile a pattern takes thousands of calls."""


@record
class Standard:
    """A standard of PDF/X: its name, the version of PDF that its files have, whether things may be
    see-through, and the newest ICC profiles that this version of PDF knows."""

    name: str
    version: tuple[int, int]
    transparency: bool
    icc: int


STANDARDS: Final = {
    "x4": Standard(name="PDF/X-4", version=(1, 6), transparency=True, icc=4),
    # PDF 1.4 refers to ICC.1:1998-09, whose profiles are of version 2.
    "x1a": Standard(name="PDF/X-1a:2003", version=(1, 4), transparency=False, icc=2),
}
PLAIN: Final = (1, 6)
"""The version of a press PDF that keeps to neither."""


@record
class PressIntent:
    """What a file is made for: the standard it keeps to, the profile of its press, the condition
    that it names. Two files with equal ones may be one."""

    standard: Standard
    profile: PressProfile
    condition: OutputCondition


def intent_of(facts: PressFacts, profile: Callable[[], PressProfile | None]) -> PressIntent | None:
    """The intent of a page by its press; None of a page that keeps to no PDF/X. Raises
    `RenderError` where there is no profile or it is of a version that the standard does not know,
    and what `profile` raises."""
    standard = STANDARDS.get(facts.pdfx)
    if standard is None:
        return None
    found = profile()
    if found is None:
        raise RenderError(said("part.pdfx-no-profile", pdfx=standard.name))
    if int(found.version.split(".")[0]) > standard.icc:
        told = said(
            "part.pdfx-profile-version", pdfx=standard.name, profile=found.file,
            version=found.version, most=standard.icc,
        )  # fmt: skip
        raise RenderError(told)
    stated = facts.condition, facts.condition_info, facts.registry
    return PressIntent(
        standard=standard, profile=found, condition=condition_of(found.description, *stated)
    )


def one_intent(pages: Sequence[tuple[str, PressIntent | None]]) -> PressIntent | None:
    """The intent that the pages of a document share, each given with its name. Raises
    `RenderError`, naming two that are for different presses."""
    (first, intent), *others = pages
    for name, other in others:
        if _named(other) != _named(intent):
            told = said(
                "part.pdfx-differs", page=name, intent=_told(other), other=first,
                other_intent=_told(intent),
            )  # fmt: skip
            raise RenderError(told)
    return intent


def _named(intent: PressIntent | None) -> tuple[object, ...]:
    if intent is None:
        return ()
    return intent.standard.name, intent.profile.digest, intent.condition


def _told(intent: PressIntent | None) -> Said:
    """An intent as a message has it."""
    if intent is None:
        return said("part.pdfx-none")
    return said(
        "part.pdfx-intent", pdfx=intent.standard.name, condition=intent.condition.identifier,
        profile=intent.profile.file,
    )  # fmt: skip


def output_intents(
    intent: PressIntent, compressor: Compressor, add: Callable[[bytes], int]
) -> bytes:
    """The catalog's entry of output intents: one, its profile embedded (ISO 32000-1, 14.11.5).
    `add` takes the body of an object and gives its number."""
    packed = intent.profile.packed or compressor.compress(intent.profile.data)
    number = add(packed_stream(b"/N 4", packed))
    body = b"<<%s/DestOutputProfile %d 0 R>>" % (intent_entries(intent), number)
    return b"/OutputIntents[%d 0 R]" % add(body)


def intent_entries(intent: PressIntent) -> bytes:
    """What an output intent says beside its profile."""
    condition = intent.condition
    registry = b"/RegistryName%s" % text(condition.registry) if condition.registry else b""
    return b"/Type/OutputIntent/S/GTS_PDFX%s%s%s%s" % (
        b"/OutputConditionIdentifier%s" % text(condition.identifier),
        b"/OutputCondition%s" % text(condition.info),
        registry,
        b"/Info%s" % text(condition.info),
    )


@record
class Identification:
    """What a file says of itself, in its Info and in its metadata alike. `date` is ISO."""

    title: str
    date: str
    producer: str
    standard: Standard | None

    @classmethod
    def of(
        cls, title: str, date: str, compressor: Compressor, standard: Standard | None
    ) -> "Identification":
        """The identification of a document, its title as XML can hold it."""
        if not _is_date(date):
            date = UNDATED if standard is not None else ""
        return cls(
            title=title if title.isprintable() else re.sub(_NO_XML, "\ufffd", title),
            date=date,
            producer=f"{PRODUCER}, {compressor.name}",
            standard=standard,
        )

    def info(self) -> bytes:
        """The document information dictionary (ISO 32000-1, 14.3.3)."""
        entries = b"/Title%s/Creator%s/Producer%s/Trapped/False" % (
            text(self.title, wide=True),
            text(CREATOR),
            text(self.producer),
        )
        if self.date:
            day = _moment(self.date)[0]
            entries += b"/CreationDate(%s)/ModDate(%s)" % (day, day)
        if self.standard is not None:
            entries += b"/GTS_PDFXVersion%s" % text(self.standard.name)
            if not self.standard.transparency:
                entries += b"/GTS_PDFXConformance%s" % text(self.standard.name)
        return b"<<%s>>" % entries

    def metadata(self, identity: bytes) -> bytes:
        """The XMP packet as a stream object, which nothing compresses, so that it can be found by
        looking for it. `identity` is the file's, 16 bytes."""
        packet = self.packet(identity)
        if not packet:
            return b""
        head = b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n" % len(packet)
        return head + packet + b"\nendstream\n"

    def packet(self, identity: bytes) -> bytes:
        """The XMP; empty of a file that keeps to no PDF/X. `identity` is the file's, 16 bytes."""
        standard = self.standard
        if standard is None:
            return b""
        mark = identity.hex()
        uuid = f"uuid:{mark[:8]}-{mark[8:12]}-{mark[12:16]}-{mark[16:20]}-{mark[20:]}"
        named = f"<pdfxid:GTS_PDFXVersion>{standard.name}</pdfxid:GTS_PDFXVersion>"
        if not standard.transparency:  # of the two keys of Info, which Adobe's namespace holds
            named = (
                f"<pdfx:GTS_PDFXVersion>{standard.name}</pdfx:GTS_PDFXVersion>"
                f"<pdfx:GTS_PDFXConformance>{standard.name}</pdfx:GTS_PDFXConformance>"
            )
        return _PACKET.format(
            named=named,
            day=_moment(self.date)[1],
            creator=CREATOR,
            producer=escape(self.producer),
            title=escape(self.title),
            uuid=uuid,
        ).encode("utf-8")


def _is_date(date: str) -> bool:
    """Whether a text is a date as ISO 8601 writes it, `2019-09-20`."""
    year, _, rest = date.partition("-")
    digits = (date[:4] + date[5:7] + date[8:]) if date.isascii() else ""
    return len(date) == 10 and len(year) == 4 and rest[2:3] == "-" and digits.isdigit()


def _moment(date: str) -> tuple[bytes, str]:
    """A date as Info and as XMP have it: midnight in China, where the paper is dated; of an undated
    document midnight at the meridian."""
    day = date.replace("-", "").encode("ascii")
    if date == UNDATED:
        return b"D:%s000000Z" % day, f"{date}T00:00:00Z"
    return b"D:%s000000+08'00'" % day, f"{date}T00:00:00+08:00"


def escape(value: str) -> str:
    """A text as it stands between the tags of XML."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_PACKET: Final = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/" \
xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
{named}
<xmp:CreateDate>{day}</xmp:CreateDate>
<xmp:ModifyDate>{day}</xmp:ModifyDate>
<xmp:MetadataDate>{day}</xmp:MetadataDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmpMM:DocumentID>{uuid}</xmpMM:DocumentID>
<xmpMM:InstanceID>{uuid}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def text(value: str, *, wide: bool = False) -> bytes:
    """A text string (ISO 32000-1, 7.9.2.2): as it is where it is ASCII, else, or where it is to be
    `wide`, as hexadecimal UTF-16."""
    if not wide and value.isascii() and value.isprintable():
        for mark in "\\()":
            value = value.replace(mark, "\\" + mark)
        return b"(%s)" % value.encode("ascii")
    return b"<FEFF%s>" % value.encode("utf-16-be", "surrogatepass").hex().upper().encode("ascii")
