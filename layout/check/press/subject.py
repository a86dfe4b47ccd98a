"""A file as preflight sees it: its pages with what they paint, its facts, and the profile's limits.

A check asks for what it needs; what could not be read ends it as not checked, after all that it has
found in the rest.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from layout.check.engine import Finding, NotCheckedError
from layout.diagnostics import Severity, Spot, whole_file
from layout.geometry import Rect
from layout.pdf.document import PageNode, PdfDocument, open_pdf
from layout.pdf.identity import Identity, read_identity
from layout.pdf.interpreter import Reader
from layout.pdf.limits import LIMITS, PdfError, ReadLimits
from layout.pdf.matrix import Box, common
from layout.pdf.painted import PageContents
from layout.record import field, record
from layout.words.said import Said, Value, said

T = TypeVar("T")


@record
class PressPage:
    """A page of the file: its number from 1, its boxes, and what it paints.

    `contents` is None where it could not be read, and `fault` says why. Boxes are in page space.
    """

    number: int
    node: PageNode
    contents: PageContents | None
    fault: Said | None = None

    @property
    def trim(self) -> Box:
        """The finished page, as `PageNode.trim` has it, within the media."""
        return common(self.node.trim, self.node.media)

    @property
    def name(self) -> str:
        """What it is called in a finding: its number."""
        return str(self.number)

    @property
    def media(self) -> Box:
        """The sheet."""
        return self.node.media

    @property
    def bleed(self) -> Box:
        """The BleedBox; the trim where there is none."""
        return self.node.bleed

    @property
    def reference(self) -> int:
        """The object number of the page."""
        return self.node.reference

    @property
    def unit(self) -> float:
        """Points in a unit of page space."""
        return self.node.user_unit if self.node.user_unit > 0 else 1.0

    def rect(self, box: Box) -> Rect:
        """A box of page space as one from the trim's top left, in points, downwards."""
        left, top = self.trim[0], self.trim[3]
        unit = self.unit
        return Rect(
            (box[0] - left) * unit,
            (top - box[3]) * unit,
            (box[2] - box[0]) * unit,
            (box[3] - box[1]) * unit,
        )

    def spot(self, box: Box) -> Spot:
        """Where a box of page space is, for a finding."""
        return Spot(self.name, self.rect(box))

    def finding(
        self,
        key: str,
        box: Box | None = None,
        /,
        *,
        severity: Severity | None = None,
        about: tuple[str, ...] = (),
        **values: Value,
    ) -> Finding:
        """A finding on this page, at a box of page space, else of the page as a whole."""
        return Finding(
            said=said(key, **values),
            spot=self.spot(box if box is not None else self.trim),
            about=about,
            severity=severity,
        )


@record
class PressSubject:
    """A file that is preflighted. `standard` is what the profile holds it to: `x4`, `x1a` or
    `none`."""

    file: str
    data: bytes
    document: PdfDocument
    reader: Reader
    pages: tuple[PressPage, ...]
    identity: Identity
    standard: str = "none"
    _kept: dict[str, Any] = field(default_factory=dict)

    def contents(self) -> Iterator[tuple[PressPage, PageContents]]:
        """Each page with what it paints; at the end `NotCheckedError` if one could not be read."""
        for page in self.pages:
            if page.contents is not None:
                yield page, page.contents
        unread = [p for p in self.pages if p.contents is None]
        if unread:
            why = unread[0].fault or said("part.pdfread-page-unread")
            raise NotCheckedError(
                said("part.preflight-pages-unread", pages=tuple(p.number for p in unread), why=why)
            )

    def finding(self, key: str, /, *, severity: Severity | None = None, **values: Value) -> Finding:
        """A finding of the file as a whole."""
        return Finding(said=said(key, **values), where=whole_file(self.file), severity=severity)

    def once(self, what: str, make: Callable[[], T]) -> T:
        """What several checks need and is dear, made once: `once("plates", …)`."""
        if what not in self._kept:
            self._kept[what] = make()
        made: T = self._kept[what]
        return made


def gather(data: bytes, file: str, standard: str, limits: ReadLimits = LIMITS) -> PressSubject:
    """The subject of a file's bytes. Raises `PdfError` where it cannot be opened."""
    document = open_pdf(data, limits)
    reader = Reader(document)
    pages = []
    for node in document.pages:
        try:
            pages.append(PressPage(number=node.number, node=node, contents=reader.contents(node)))
        except PdfError as exc:
            pages.append(PressPage(number=node.number, node=node, contents=None, fault=exc.why))
        except (Exception, RecursionError, MemoryError) as exc:
            # What nobody has foreseen of a damaged page: it counts as unread, and never as good.
            why = said("part.pdfread-fault", kind=type(exc).__name__, text=str(exc)[:120])
            pages.append(PressPage(number=node.number, node=node, contents=None, fault=why))
    return PressSubject(
        file=file,
        data=data,
        document=document,
        reader=reader,
        pages=tuple(pages),
        identity=read_identity(document),
        standard=standard,
    )
