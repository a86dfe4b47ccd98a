"""What a file says of itself: Info, XMP, output intents, ids, how it is packed."""

from typing import Any, Final

from layout.pdf.document import PdfDocument
from layout.pdf.limits import PdfError
from layout.pdf.objects import (
    FAULTS,
    Obj,
    array,
    get,
    integer,
    is_dict,
    is_stream,
    items,
    name,
    reference,
    string,
    text,
)
from layout.pdf.streams import UnreadStreamError, decoded
from layout.pdf.xmp import MOST_BYTES, XmpError, read_xmp
from layout.record import field, record
from layout.words.said import Said, said

MOST_PROFILE: Final = 1 << 26


@record
class Intent:
    """An output intent. `profile` are the bytes of its DestOutputProfile, None where there is none
    or it cannot be read (`fault`). `components` is the N that the stream claims."""

    subtype: str
    identifier: str
    condition: str
    info: str
    registry: str
    reference: int
    has_profile: bool
    profile: bytes | None = field(default=None)
    components: int = 0
    fault: Said | None = None
    profile_reference: int = 0
    external: bool = False  # DestOutputProfileRef: the profile is somewhere else


@record
class Identity:
    """What a file says of itself.

    `info` are the texts of the Info dictionary and `trapped` its Trapped (a name; what is written
    as a text is in `info`). `xmp` is empty where there is none; `xmp_fault` says why it could not
    be read. `ids` are the two of the trailer. `metadata_filters` are those of the XMP stream.
    """

    info: dict[str, str]
    trapped: str | None
    xmp: dict[str, str]
    xmp_there: bool
    xmp_fault: str
    ids: tuple[bytes, ...]
    intents: tuple[Intent, ...]
    object_streams: bool
    xref_streams: bool
    hybrid: bool
    catalog_version: str


def read_identity(document: PdfDocument) -> Identity:
    """The identity of an open document; nothing in it raises."""
    info = document.info
    stream = get(document.root, "/Metadata")
    xmp: dict[str, str] = {}
    fault = ""
    if is_stream(stream):
        try:
            xmp = read_xmp(decoded(stream, MOST_BYTES))
        except (XmpError, UnreadStreamError, PdfError) as exc:
            fault = str(exc) or "?"
    trailer = document.trailer
    ids = tuple(one for one in (string(o) for o in array(get(trailer, "/ID"))) if one is not None)
    return Identity(
        info={k: v for k, v in ((k, text(o)) for k, o in items(info)) if v is not None},
        trapped=name(get(info, "/Trapped")),
        xmp=xmp,
        xmp_there=is_stream(stream),
        xmp_fault=fault,
        ids=ids,
        intents=tuple(_intent(one) for one in array(get(document.root, "/OutputIntents"))[:64]),
        object_streams=_packed(document),
        xref_streams=name(get(trailer, "/Type")) == "XRef",
        hybrid=integer(get(trailer, "/XRefStm")) is not None,
        catalog_version=name(get(document.root, "/Version")) or "",
    )


def _intent(obj: Obj) -> Intent:
    stream = get(obj, "/DestOutputProfile") if is_dict(obj) else None
    data: bytes | None = None
    fault: Said | None = None
    if is_stream(stream):
        try:
            data = decoded(stream, MOST_PROFILE)
        except UnreadStreamError as exc:
            fault = exc.why if isinstance(exc.why, Said) else said("part.pdfread-no-stream")
        except PdfError as exc:
            fault = exc.why
    return Intent(
        subtype=name(get(obj, "/S")) or "",
        identifier=_words(get(obj, "/OutputConditionIdentifier")),
        condition=_words(get(obj, "/OutputCondition")),
        info=_words(get(obj, "/Info")),
        registry=_words(get(obj, "/RegistryName")),
        reference=reference(obj),
        has_profile=stream is not None,
        profile=data,
        components=integer(get(stream, "/N")) or 0,
        fault=fault if stream is None or is_stream(stream) else said("part.pdfread-no-stream"),
        profile_reference=reference(stream),
        external=get(obj, "/DestOutputProfileRef") is not None,
    )


def _words(obj: Any) -> str:
    return text(obj) or ""


def _packed(document: PdfDocument) -> bool:
    """Whether any object lies in an object stream."""
    try:
        return any(entry.type == 2 for entry in document.pdf.get_xref_table().values())
    except FAULTS:
        return False
