"""A PDF opened within limits: its pages with what they inherit, its catalogue, what is amiss."""

import io
import re
from collections.abc import Iterator
from typing import Final

import pikepdf

from layout.pdf.limits import (
    LIMITS,
    Budget,
    DamagedPdfError,
    LimitError,
    LockedError,
    ReadLimits,
    over,
)
from layout.pdf.matrix import Box, ordered
from layout.pdf.objects import (
    FAULTS,
    Obj,
    array,
    get,
    integer,
    is_dict,
    kind_of,
    name,
    number,
    numbers,
    reference,
)
from layout.record import record
from layout.words.said import Said, said

BOXES: Final = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
INHERITED: Final = ("Resources", "MediaBox", "CropBox", "Rotate")
"""ISO 32000-1, table 30: what a page has of the nodes above it."""
HEADER_WITHIN: Final = 1024
_STREAM: Final = re.compile(r"^.*<[\w.]+ object at 0x[0-9a-fA-F]+>[:,]? ?", re.DOTALL)
MOST_WARNINGS: Final = 50


@record
class PageNode:
    """A page: its number from 1, its own dictionary, and its boxes.

    `boxes` are those that it has, its own or inherited, corners in order, in points before
    UserUnit; `bad_boxes` are those that are no rectangle. `trim` is what a reader takes for the
    finished page where it has no TrimBox.
    """

    number: int
    obj: Obj
    reference: int
    boxes: dict[str, Box]
    bad_boxes: tuple[str, ...]
    inherited: frozenset[str]  # of INHERITED, what is not the page's own
    rotate: float
    user_unit: float
    resources: Obj

    @property
    def media(self) -> Box:
        """The MediaBox; that of a US letter where there is none, as readers do."""
        return self.boxes.get("MediaBox", (0.0, 0.0, 612.0, 792.0))

    @property
    def trim(self) -> Box:
        """The finished page: TrimBox, else ArtBox, else CropBox, else MediaBox."""
        for which in ("TrimBox", "ArtBox", "CropBox"):
            if which in self.boxes:
                return self.boxes[which]
        return self.media

    @property
    def bleed(self) -> Box:
        """The BleedBox; the trim where there is none."""
        return self.boxes.get("BleedBox", self.trim)


class PdfDocument:
    """An open PDF. `warnings` are what qpdf had to mend, in its own words."""

    def __init__(self, pdf: pikepdf.Pdf, data: bytes, limits: ReadLimits) -> None:
        self.pdf = pdf
        self.data = data
        self.limits = limits
        self.budget = Budget(limits)
        self.warnings: list[str] = []
        self.faults: list[Said] = []  # of the page tree
        self._take_warnings()
        self.version = str(pdf.pdf_version)
        self.encrypted = bool(pdf.is_encrypted)
        self.root: Obj = _quiet(lambda: pdf.Root)
        self.trailer: Obj = _quiet(lambda: pdf.trailer)
        self.info: Obj = get(self.trailer, "/Info")
        self.pages: tuple[PageNode, ...] = tuple(self._pages())
        self._take_warnings()

    @property
    def header(self) -> bytes:
        """The first line of the file, as far as it says `%PDF-`; empty where it is not there."""
        at = self.data.find(b"%PDF-", 0, HEADER_WITHIN)
        return self.data[at : at + 8] if at >= 0 else b""

    def _take_warnings(self) -> bool:
        """Keep what qpdf has said since the last time; whether there was any."""
        try:
            found = [str(w) for w in self.pdf.get_warnings()]
        except FAULTS:
            found = []
        for one in found[: MOST_WARNINGS - len(self.warnings)]:
            told = _without_object(one).removeprefix("stream ")
            if told not in self.warnings:
                self.warnings.append(told)
        return bool(found)

    def warned(self) -> bool:
        """Take what qpdf has said since; whether there was any."""
        return self._take_warnings()

    def complaint(self) -> str:
        """The last thing that was said."""
        return self.warnings[-1] if self.warnings else "?"

    def _pages(self) -> Iterator[PageNode]:
        """The pages in order, by a walk of our own: with limits, and past no loop."""
        top = get(self.root, "/Pages")
        if not is_dict(top):
            self.faults.append(said("part.pdfread-no-pages"))
            return
        seen: set[int] = set()
        waiting: list[tuple[Obj, dict[str, Obj], int]] = [(top, {}, 0)]
        pages = 0
        while waiting:
            node, above, depth = waiting.pop()
            if depth > self.limits.tree:
                raise LimitError(over("tree", self.limits.tree))
            at = reference(node)
            kids = get(node, "/Kids")
            if not is_dict(node):
                self.faults.append(said("part.pdfread-no-page", kind=kind_of(node)))
                continue
            if at and at in seen and kids is not None:
                self.faults.append(said("part.pdfread-page-loop", object=at))
                continue
            if at:
                seen.add(at)
            own = {k: get(node, f"/{k}") for k in INHERITED}
            passed = {k: v for k, v in {**above, **_given(own)}.items() if v is not None}
            if kids is not None and name(get(node, "/Type")) != "Page":
                if len(waiting) > self.limits.objects:
                    raise LimitError(over("objects", self.limits.objects))
                waiting += [(kid, passed, depth + 1) for kid in reversed(array(kids))]
                continue
            pages += 1
            if pages > self.limits.pages:
                raise LimitError(over("pages", self.limits.pages))
            yield _page(node, pages, passed, frozenset(k for k in passed if own[k] is None))
        counted = integer(get(top, "/Count"))
        if counted != pages:
            self.faults.append(
                said(
                    "part.pdfread-page-count", count=-1 if counted is None else counted, pages=pages
                )
            )


def open_pdf(data: bytes, limits: ReadLimits = LIMITS) -> PdfDocument:
    """A document from the bytes of a file.

    Raises `DamagedPdfError`, `LockedError` (a password is needed) or `LimitError`.
    """
    if len(data) > limits.file:
        raise LimitError(over("file", limits.file))
    if not data.strip():
        raise DamagedPdfError(said("part.pdfread-empty"))
    if b"%PDF-" not in data[:HEADER_WITHIN]:
        raise DamagedPdfError(said("part.pdfread-no-header"))
    _guard()
    try:
        pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
        if len(pdf.objects) > limits.objects:
            raise LimitError(over("objects", limits.objects))
    except pikepdf.PasswordError as exc:
        raise LockedError(said("part.pdfread-locked")) from exc
    except (*FAULTS, MemoryError, RecursionError) as exc:
        told = _without_object(str(exc) or type(exc).__name__)
        raise DamagedPdfError(said("part.pdfread-damaged", reason=told[:200])) from exc
    return PdfDocument(pdf, data, limits)


def _without_object(told: str) -> str:
    """qpdf's words without the name that pikepdf gives to bytes, which is an address in memory:
    `<_io.BytesIO object at 0x7f…>: …`, and `<…>, object 3 0 at offset 133: …`."""
    return _STREAM.sub("", told)


def _guard() -> None:
    """Set what qpdf itself takes at most, in versions that know how.

    Not that of JPEG: qpdf refuses a picture of an eighteenth of such a limit. Nor that of warnings:
    with one it refuses a file without pages. They hold for the whole process.
    """
    settings = getattr(pikepdf.settings, "set_qpdf_limits", None)
    if settings is not None:
        most = LIMITS.stream
        settings(
            flate_max_memory=most, run_length_max_memory=most, png_max_memory=most,
            tiff_max_memory=most, parser_max_nesting=200,
        )  # fmt: skip


def _given(own: dict[str, Obj]) -> dict[str, Obj]:
    return {k: v for k, v in own.items() if v is not None}


def _page(node: Obj, at: int, has: dict[str, Obj], inherited: frozenset[str]) -> PageNode:
    boxes: dict[str, Box] = {}
    bad: list[str] = []
    for which in BOXES:
        given = has.get(which) if which in INHERITED else get(node, f"/{which}")
        if given is None:
            continue
        corners = numbers(given)
        if len(corners) == 4:
            boxes[which] = ordered(corners)
        else:
            bad.append(which)
    turned, unit = has.get("Rotate"), get(node, "/UserUnit")
    return PageNode(
        number=at,
        obj=node,
        reference=reference(node),
        boxes=boxes,
        bad_boxes=tuple(bad),
        inherited=inherited,
        rotate=0.0 if turned is None else _or(number(turned), 1.0),
        user_unit=1.0 if unit is None else _or(number(unit), 0.0),
        resources=has.get("Resources"),
    )


def _or(value: float | None, other: float) -> float:
    return other if value is None else value


def _quiet(look: object) -> Obj:
    try:
        return look() if callable(look) else None
    except FAULTS:
        return None
