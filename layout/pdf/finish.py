"""A PDF that another program made, finished for a press.

Its pictures are put in as inks, its boxes are said, the space is named in which its transparency is
blended, and it is told what it is: intent, metadata, Info, version, identity. What it paints
besides is looked at and never changed; what paints in anything but ink is refused.
"""

import io
from collections.abc import Iterator, Sequence
from typing import Any, Final

import pikepdf

from layout.errors import BanxinError
from layout.record import record
from layout.words.said import said

INKS: Final = "/DeviceCMYK"
_SPACES: Final = frozenset({"cs", "CS"})
_OTHERS: Final = frozenset({"g", "G", "rg", "RG", "ri", "sh", "BI", "INLINE IMAGE"})


class FinishError(BanxinError):
    """A file that cannot be finished: it paints in what is no ink, named by its operator or colour
    space, or not the pictures that are given."""


@record
class InkPicture:
    """A picture in inks: an image's dictionary without the mask, its data as they are stored, and
    the same of its soft mask where it has one."""

    entries: bytes
    data: bytes
    mask: tuple[bytes, bytes] | None = None


@record
class PressIdentity:
    """What a file says of itself. `info`, and `intent` without its profile, are PDF dictionaries;
    `packet` is the XMP; `version` is that of PDF."""

    version: str
    info: bytes
    packet: bytes
    intent: bytes
    profile: bytes


def finish(
    data: bytes,
    pictures: Sequence[InkPicture | None],
    identity: bytes,
    says: PressIdentity | None = None,
) -> bytes:
    """The file, finished. `pictures` are in the order in which their images are first painted, None
    for one that stays as it is; `identity` is 16 bytes. Without what it `says` of itself it is no
    PDF/X, and its colours are not looked at.

    Raises `FinishError`.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        images = list(_images(pdf))
        if len(images) != len(pictures):
            told = said("part.finish-pictures", drawn=len(images), carried=len(pictures))
            raise FinishError(told)
        for image, picture in zip(images, pictures, strict=True):
            if picture is not None:
                _put(pdf, image, picture)
        for page in pdf.pages:
            _boxes(page.obj)
        if says is not None:
            for page in pdf.pages:
                _look(page.obj)
                page.obj.Group = pikepdf.Dictionary(
                    S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceCMYK, I=True, K=False
                )
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Stream):
                    _stream(thing)
            _say(pdf, says)
        mark = pikepdf.String(identity)
        pdf.trailer.ID = pikepdf.Array([mark, mark])
        out = io.BytesIO()
        pdf.save(
            out,
            force_version=says.version if says is not None else "",
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return out.getvalue()


def _images(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """The images of all pages, each once, as they are first painted; forms are followed."""
    seen: set[tuple[int, int]] = set()

    def painted(holder: Any) -> Iterator[pikepdf.Object]:
        things = holder.get("/Resources", {}).get("/XObject", {})
        for step in pikepdf.parse_content_stream(holder, "Do"):
            thing = things[str(step.operands[0])]
            if thing.objgen in seen:
                continue
            seen.add(thing.objgen)
            if thing.Subtype == "/Image":
                yield thing
            else:
                yield from painted(thing)

    for page in pdf.pages:
        yield from painted(page.obj)


def _put(pdf: pikepdf.Pdf, image: Any, picture: InkPicture) -> None:
    """Give an image the pixels of a picture in inks, in place."""
    for key in list(image.keys()):
        if key not in ("/Length", "/Filter", "/DecodeParms"):
            del image[key]
    entries: Any = pikepdf.Object.parse(picture.entries)
    image.write(picture.data, filter=entries.Filter)
    _tell(image, entries)
    if picture.mask is not None:
        about, data = picture.mask
        mask = pikepdf.Stream(pdf, b"")
        told: Any = pikepdf.Object.parse(about)
        mask.write(data, filter=told.Filter)
        _tell(mask, told)
        image.SMask = pdf.make_indirect(mask)


def _tell(stream: Any, entries: Any) -> None:
    """What a stream's dictionary says beside the length of its data."""
    for key, value in entries.items():
        if key != "/Length":
            stream[key] = value


def _boxes(page: Any) -> None:
    """The bleed goes as far as the media: the program that drew the page put no marks there."""
    page.BleedBox = page.MediaBox
    for name in ("/CropBox", "/ArtBox"):
        if name in page:
            del page[name]


def _stream(thing: Any) -> None:
    """Hold a form, a pattern or an image to ink."""
    kind = thing.get("/Subtype")
    if kind == "/Form":
        _look(thing)
        if "/Group" in thing:  # what it holds is ink, so it is blended in ink
            thing.Group.CS = pikepdf.Name.DeviceCMYK
    elif "/PatternType" in thing:
        _look(thing)
    elif kind == "/Image" and not thing.get("/ImageMask", False):
        space = thing.get("/ColorSpace")
        base = space[1] if isinstance(space, pikepdf.Array) and space[0] == "/Indexed" else space
        if base not in (INKS, "/DeviceGray"):  # grey is a soft mask
            raise FinishError(said("part.finish-color", what=str(base)))


def _look(holder: Any) -> None:
    """Hold the content of a page, form or pattern to ink, and drop the spaces that it names."""
    for what in _strange(holder):
        raise FinishError(said("part.finish-color", what=what))
    resources = holder.get("/Resources")
    if resources is not None and "/ColorSpace" in resources:
        del resources["/ColorSpace"]


def _strange(holder: Any) -> Iterator[str]:
    """What of a content paints in no ink, by its operator or the space it chooses."""
    for step in pikepdf.parse_content_stream(holder):
        operator = str(step.operator)
        if operator in _OTHERS:
            yield operator
        elif operator in _SPACES and step.operands[0] not in (INKS, "/Pattern"):
            yield str(step.operands[0])


def _say(pdf: pikepdf.Pdf, says: PressIdentity) -> None:
    """Write what a file says of itself."""
    intent: Any = pikepdf.Object.parse(says.intent)
    intent.DestOutputProfile = pdf.make_indirect(pikepdf.Stream(pdf, says.profile, N=4))
    pdf.Root.OutputIntents = pikepdf.Array([pdf.make_indirect(intent)])
    packet = pikepdf.Stream(pdf, says.packet, Type=pikepdf.Name.Metadata)
    packet.Subtype = pikepdf.Name.XML
    pdf.Root.Metadata = pdf.make_indirect(packet)
    pdf.trailer.Info = pdf.make_indirect(pikepdf.Object.parse(says.info))
