"""What a file carries that no press wants: actions, scripts, forms, attachments, odd filters.

All objects are walked, whoever names them: what nobody is seen to use may be used all the same.
"""

from collections.abc import Iterator
from typing import Final

from layout.pdf.document import PdfDocument
from layout.pdf.limits import LimitError, over
from layout.pdf.objects import (
    FAULTS,
    Obj,
    array,
    get,
    integer,
    is_array,
    is_dict,
    is_stream,
    items,
    name,
    reference,
)
from layout.pdf.streams import filters
from layout.record import record

ACTIONS: Final = frozenset(
    {"GoTo", "GoToR", "GoToE", "GoToDp", "Launch", "Thread", "URI", "Sound", "Movie", "Hide",
     "Named", "SubmitForm", "ResetForm", "ImportData", "JavaScript", "SetOCGState", "Rendition",
     "Trans", "GoTo3DView", "RichMediaExecute"}
)  # fmt: skip
"""ISO 32000-2, table 201."""
DEEPEST: Final = 60


@record
class PackedStream:
    """A stream: its object, its filters, and its Type and Subtype; bits of a picture, else 0."""

    reference: int
    filters: tuple[str, ...]
    kind: str
    bits: int


@record
class Hazards:
    """What was met in all objects. Each is a list of object numbers, but for `actions`, which are
    pairs of a kind of action and an object number."""

    streams: tuple[PackedStream, ...] = ()
    actions: tuple[tuple[str, int], ...] = ()
    more_actions: tuple[int, ...] = ()  # /AA
    scripts: tuple[int, ...] = ()  # /JS, or names of scripts
    opi: tuple[int, ...] = ()
    alternates: tuple[int, ...] = ()
    references: tuple[int, ...] = ()  # forms that stand for a page of another file
    fields: int = 0
    xfa: bool = False
    attachments: bool = False
    external: tuple[int, ...] = ()  # streams whose data are in another file


def read_hazards(document: PdfDocument) -> Hazards:
    """Walk all objects. Raises `LimitError` where they are too many."""
    walk = _Walk(document.limits.objects)
    for obj in _objects(document):
        walk.visit(obj, reference(obj), 0)
    root = document.root
    walk.visit(document.trailer, 0, 0)
    form = get(root, "/AcroForm")
    names = get(root, "/Names")
    if get(names, "/JavaScript") is not None:
        walk.scripts.append(reference(names))
    return Hazards(
        streams=tuple(walk.streams),
        actions=tuple(dict.fromkeys(walk.actions)),
        more_actions=tuple(dict.fromkeys(walk.more)),
        scripts=tuple(dict.fromkeys(walk.scripts)),
        opi=tuple(walk.opi),
        alternates=tuple(walk.alternates),
        references=tuple(walk.refs),
        fields=len(array(get(form, "/Fields"))),
        xfa=get(form, "/XFA") is not None,
        attachments=get(names, "/EmbeddedFiles") is not None,
        external=tuple(walk.external),
    )


def _objects(document: PdfDocument) -> Iterator[Obj]:
    try:
        number = len(document.pdf.objects)
    except FAULTS:
        return
    for at in range(number):
        try:
            yield document.pdf.objects[at]
        except FAULTS:
            continue


class _Walk:
    """Looks at dictionaries, and at those that stand in them; not at what they refer to, which has
    its own turn."""

    def __init__(self, most: int) -> None:
        self.left = most * 8
        self.most = most
        self.streams: list[PackedStream] = []
        self.actions: list[tuple[str, int]] = []
        self.more: list[int] = []
        self.scripts: list[int] = []
        self.opi: list[int] = []
        self.alternates: list[int] = []
        self.refs: list[int] = []
        self.external: list[int] = []

    def visit(self, obj: Obj, at: int, depth: int) -> None:
        """An object that is indirect, or stands in one."""
        self.left -= 1
        if self.left < 0:
            raise LimitError(over("objects", self.most))
        if depth > DEEPEST:
            return
        if is_array(obj):
            found = array(obj)
            if found and is_plain(found[0]) and is_plain(found[-1]):
                return  # widths, coordinates, names: nothing stands in them
            for one in found:
                if (is_dict(one) or is_array(one)) and not reference(one):
                    self.visit(one, at, depth + 1)
            return
        if not is_dict(obj):
            return
        if is_stream(obj):
            self._stream(obj, at)
        for key, value in items(obj):
            self._key(obj, key, value, at)
            if (is_dict(value) or is_array(value)) and not reference(value):
                self.visit(value, at, depth + 1)

    def _stream(self, obj: Obj, at: int) -> None:
        kind = name(get(obj, "/Subtype")) or name(get(obj, "/Type")) or ""
        bits = integer(get(obj, "/BitsPerComponent")) or 0
        if get(obj, "/F") is not None:
            self.external.append(at)
            return
        self.streams.append(PackedStream(reference=at, filters=filters(obj), kind=kind, bits=bits))

    def _key(self, obj: Obj, key: str, value: Obj, at: int) -> None:
        match key:
            case "S":
                word = name(value)
                if word in ACTIONS and get(obj, "/P") is None:  # /P: an element of structure
                    self.actions.append((word, at))
            case "AA":
                self.more.append(at)
            case "JS":
                self.scripts.append(at)
            case "OPI":
                self.opi.append(at)
            case "Alternates":
                self.alternates.append(at)
            case "Ref":
                if is_dict(value) and name(get(obj, "/Subtype")) == "Form":
                    self.refs.append(at)


def is_plain(obj: Obj) -> bool:
    """Whether nothing can stand in a value."""
    return not (is_dict(obj) or is_array(obj))
