"""A PDF of our own made a proof that is read and never printed from: layers that a reader switches,
notes at their places, and what says on the sheet that it is a proof.

It bears no identification of PDF/X: what an older file of it said is taken out. Text of notes is
text strings (ISO 32000-1, 7.9.2.2), which pikepdf writes in PDFDocEncoding or UTF-16BE.
"""

import io
from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from layout.pdf.matrix import Box
from layout.record import record

PRINTED: Final = 4
"""A note's flag Print (ISO 32000-1, table 165)."""
ICON_PT: Final = 18.0
"""How large a reader draws a note that has no place."""
_TRACES: Final = ("/GTS_PDFXVersion", "/GTS_PDFXConformance")


@record
class NoteLayer:
    """A layer that a reader switches: the numbers of the pages, from 0, that are drawn under the
    type (as ink laid over ink) and over it; None for none. `shown` is how the file opens."""

    name: str
    beneath: int | None
    over: int | None
    shown: bool


@record
class PdfNote:
    """A note: what it says, about what, in which colour (red, green, blue in parts of 1), and its
    place in points from the trim's top left, left, top, width and height. One without a place
    stands beside the page."""

    name: str
    subject: str
    text: str
    color: tuple[float, float, float]
    place: tuple[float, float, float, float] | None
    kind: Literal["square", "note"] = "square"


@record
class ProofBanner:
    """What stands over or under the page: the number of the page it is drawn on, from 0, which is
    as wide as the page, and its height in points."""

    page: int
    height: float


def annotated(
    data: bytes,
    *,
    layers: Sequence[NoteLayer],
    notes: Sequence[PdfNote],
    head: ProofBanner,
    foot: ProofBanner,
    author: str,
    title: str,
    language: str,
) -> bytes:
    """The first page of `data` with layers, notes, and what stands over it (`head`) and under it;
    its other pages are what these are drawn of, and go. The same input gives the same bytes."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        first = pdf.pages[0]
        trim = _corners(first.obj.get("/TrimBox", first.mediabox))
        media = _corners(first.mediabox)
        forms = _Forms(pdf)
        top = max(media[3], trim[3]) + head.height
        bottom = min(media[1], trim[1]) - foot.height
        groups = []
        for layer in layers:
            group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(layer.name)))
            groups.append((layer, group))
            for at, blend in ((layer.beneath, "/Multiply"), (layer.over, "/Normal")):
                if at is not None:
                    forms.draw(at, group, blend)
        forms.move(head.page, (trim[0], top - head.height))
        forms.move(foot.page, (trim[0], bottom))
        forms.finish(first)
        first.obj.MediaBox = Array([media[0], bottom, media[2], top])
        for box in ("/CropBox", "/BleedBox", "/ArtBox"):
            if box in first.obj:
                del first.obj[box]
        first.obj.TrimBox = Array(list(trim))
        first.obj.Annots = pdf.make_indirect(
            Array(list(_notes(pdf, notes, _NotedSheet(first.obj, trim, top), author)))
        )
        while len(pdf.pages) > 1:
            del pdf.pages[1]
        _options(pdf, groups)
        _plain(pdf, title, language)
        out = io.BytesIO()
        pdf.remove_unreferenced_resources()
        pdf.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()


class _Forms:
    """Pages of a file drawn on its first one."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._made: dict[str, Any] = {}
        self._states: dict[str, Any] = {}
        self._parts: list[str] = []

    def draw(self, page: int, group: Any, blend: str) -> None:
        """A page where it is, in a layer, in a blend mode."""
        name = self._form(page)
        self._made[name].OC = group
        state = f"/Px{blend[1:]}"
        self._states[state] = Dictionary(Type=Name.ExtGState, BM=Name(blend))
        self._parts.append(f"q {state} gs {name} Do Q")

    def move(self, page: int, to: tuple[float, float]) -> None:
        """A page with its trim's lower left somewhere."""
        left, bottom, *_ = _corners(self._pdf.pages[page].obj.get("/TrimBox"))
        across, down = to[0] - left, to[1] - bottom
        self._parts.append(f"q 1 0 0 1 {across:.4f} {down:.4f} cm {self._form(page)} Do Q")

    def _form(self, page: int) -> str:
        name = f"/Pf{page}"
        if name not in self._made:
            self._made[name] = self._pdf.make_indirect(self._pdf.pages[page].as_form_xobject())
        return name

    def finish(self, first: pikepdf.Page) -> None:
        """Write what is drawn behind the content of the first page."""
        first.contents_add(b"q", prepend=True)
        first.contents_add(("Q\n" + "\n".join(self._parts)).encode("ascii"))
        resources = first.obj.Resources
        for key, things in (("/XObject", self._made), ("/ExtGState", self._states)):
            held = Dictionary() if key not in resources else resources[key]
            for name, thing in things.items():
                held[name] = thing
            resources[key] = held


def _corners(box: Any) -> Box:
    left, bottom, right, top = (float(v) for v in box)
    return left, bottom, right, top


class _NotedSheet(NamedTuple):
    """The page that notes stand on: its object, its trim, and the upper edge of its sheet."""

    page: Any
    trim: Box
    head: float


def _notes(
    pdf: pikepdf.Pdf, notes: Sequence[PdfNote], sheet: _NotedSheet, author: str
) -> Iterator[Any]:
    """The notes as annotations: those with a place at it, the others in a row at the sheet's
    head."""
    beside = 0
    page, trim, head = sheet
    for note in notes:
        if note.place is None:
            left = trim[2] - (beside + 1) * (ICON_PT + 4)
            box = (left, head - ICON_PT - 4, left + ICON_PT, head - 4)
            beside += 1
        else:
            x, y, width, height = note.place
            box = (trim[0] + x, trim[3] - y - height, trim[0] + x + width, trim[3] - y)
        made = Dictionary(
            Type=Name.Annot,
            Rect=Array([round(v, 3) for v in box]),
            Contents=String(note.text),
            NM=String(note.name),
            T=String(author),
            Subj=String(note.subject),
            C=Array(list(note.color)),
            F=PRINTED,
            P=page,
        )
        if note.place is None:
            made.Subtype = Name.Text
            made.Name = Name.Note
        else:
            made.Subtype = Name.Square
            made.BS = Dictionary(Type=Name.Border, W=0, S=Name.S)
            made.AP = Dictionary(N=_unseen(pdf, box))
        yield pdf.make_indirect(made)


def _unseen(pdf: pikepdf.Pdf, box: Box) -> Any:
    """How a note at its place looks: as nothing. What it is about is marked in a layer, as its kind
    asks for; a frame of the note's own would be a mark more, which means something else."""
    form = pikepdf.Stream(pdf, b"")
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([0, 0, round(box[2] - box[0], 3), round(box[3] - box[1], 3)])
    form.Resources = Dictionary()
    return pdf.make_indirect(form)


def _options(pdf: pikepdf.Pdf, groups: Sequence[tuple[NoteLayer, Any]]) -> None:
    """What of the layers is seen when the file is opened."""
    if not groups:
        return
    every = Array([group for _, group in groups])
    pdf.Root.OCProperties = Dictionary(
        OCGs=every,
        D=Dictionary(
            Name=String("Banxin"),
            Order=every,
            ON=Array([group for layer, group in groups if layer.shown]),
            OFF=Array([group for layer, group in groups if not layer.shown]),
        ),
    )


def _plain(pdf: pikepdf.Pdf, title: str, language: str) -> None:
    """Nothing of PDF/X is left: no intent, no keys, no packet that says so."""
    root = pdf.Root
    for key in ("/OutputIntents", "/Metadata"):
        if key in root:
            del root[key]
    info = pdf.docinfo
    for key in _TRACES:
        if key in info:
            del info[key]
    info.Title = String(title)
    root.Lang = String(language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
