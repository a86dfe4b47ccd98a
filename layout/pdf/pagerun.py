"""A page being read: what it has painted so far, and in what the reader stands.

Content is run by a `Shared`, which knows the operators; forms, groups, masks and annotations are
entered here, none into itself and none too deep.
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from layout.pdf.annotations import appearance_of, read_annotation
from layout.pdf.document import PageNode, PdfDocument
from layout.pdf.fonts import Font
from layout.pdf.layers import Layers
from layout.pdf.limits import LimitError, over
from layout.pdf.matrix import IDENTITY, Box, Matrix, box_of, common, ordered, times
from layout.pdf.objects import Obj, array, get, is_dict, name, numbers, one_or_many, reference
from layout.pdf.painted import (
    Annotation,
    Image,
    PageContents,
    Paint,
    Painted,
    PaintState,
    TransparencyGroup,
    Unread,
    UsedFont,
)
from layout.pdf.resources import Store
from layout.pdf.state import GraphicsState
from layout.pdf.streams import UnreadStreamError, decoded
from layout.record import replace
from layout.words.said import Said, said

Operands = Sequence[Any]
Instructions = list[tuple[str, Operands]]


class Shared(Protocol):
    """What the pages of a document share, and who runs their operators."""

    document: PdfDocument
    store: Store
    layers: Layers
    parsed: dict[int, Instructions]

    def instructions(self, data: bytes) -> tuple[Instructions, bool]:
        """The operators of decoded content, and whether the parser complained."""

    def interpret(
        self,
        page: "PageRun",
        parsed: Instructions,
        *,
        resources: Obj,
        state: GraphicsState,
        source: int,
        paint: Paint | None,
    ) -> None:
        """Run operators."""


class PageRun:
    """One page being read: what it has painted so far, and where the reader stands."""

    def __init__(self, reader: Shared, page: PageNode) -> None:
        self.reader = reader
        self.node = page
        self.budget = reader.document.budget
        self.limits = reader.document.limits
        self.painted: list[Painted] = []
        self.unread: list[Unread] = []
        self.told: set[tuple[Said, int]] = set()
        self.fonts: dict[int, tuple[Font, set[int], int, list[bool]]] = {}
        self.images: dict[int, Image] = {}
        self.inline_images: list[Image] = []
        self.groups: list[TransparencyGroup] = []
        self.xobjects: dict[int, tuple[str, Any]] = {}
        self.states: dict[int, tuple[str, ...]] = {}
        self.within: tuple[tuple[str, int], ...] = ()
        self.veiled = 0
        self.host_box: Box | None = None  # of what a pattern or a glyph fills
        self.done: set[tuple[Any, ...]] = set()
        self.hidden_above = False
        self.layer_above = ""
        self.operators = 0
        self.budget.content = self.limits.content

    def contents(self) -> PageContents:
        """Run the page and its annotations."""
        node = self.node
        state = GraphicsState(IDENTITY, node.media)
        resources = node.resources
        if resources is not None and not is_dict(resources):
            self.tell(said("part.pdfread-no-resources"), 0, -1)
        self._page_group()
        streams = one_or_many(get(node.obj, "/Contents"))
        parts: list[bytes] = []
        for stream in streams:
            data = self.bytes_of(stream)
            if data is not None:
                parts.append(data)
        if parts:
            # ISO 32000-1, 7.8.2: the parts are one stream, parted at the borders of tokens.
            self.run(b"\n".join(parts), resources, state, 0, None)
        annotations = self._annotations()
        return PageContents(
            painted=tuple(self.painted),
            fonts=tuple(
                UsedFont(font=f, codes=frozenset(c), first=first, invisible=not any(seen))
                for f, c, first, seen in self.fonts.values()
            ),
            images=(*self.images.values(), *self.inline_images),
            groups=tuple(self.groups),
            annotations=annotations,
            xobjects=tuple((at, kind, raw) for at, (kind, raw) in self.xobjects.items()),
            unread=tuple(self.unread),
            operators=self.operators,
            states=tuple(self.states.items()),
        )

    def tell(self, what: Said, source: int, operator: int) -> None:
        """Keep what could not be read, each kind once a stream."""
        if (what, source) not in self.told and len(self.unread) < self.limits.unread:
            self.told.add((what, source))
            self.unread.append(Unread(said=what, source=source, operator=operator))

    def bytes_of(self, stream: Obj) -> bytes | None:
        """The decoded bytes of content, or None and a remark."""
        try:
            return decoded(stream, self.limits.content)
        except UnreadStreamError as exc:
            why = exc.why if isinstance(exc.why, Said) else str(exc.why)
            told = said("part.pdfread-stream-unread", object=reference(stream), why=why)
            self.tell(told, reference(stream), -1)
            return None

    def run(
        self, data: bytes, resources: Obj, state: GraphicsState, source: int, paint: Paint | None
    ) -> None:
        """Interpret content. `paint` is the colour of a stencil (an uncoloured pattern, a glyph
        of d1), whose own colours do not count."""
        parsed = self.reader.parsed.get(source) if source else None
        if parsed is None:
            parsed, complained = self.reader.instructions(data)
            if complained:
                why = self.reader.document.complaint()
                self.tell(said("part.pdfread-content-damaged", why=why), source, -1)
            if source:  # a form is drawn again, a page is not
                self.reader.parsed[source] = parsed
        self.reader.interpret(
            self, parsed, resources=resources, state=state, source=source, paint=paint
        )

    def inner(self, kind: str, obj: Obj, then: Callable[[], None]) -> bool:
        """Do something inside a form, pattern, glyph or mask, unless it stands in itself."""
        at = reference(obj)
        if at and any(at == inside for _, inside in self.within):
            self.tell(said("part.pdfread-loop", object=at), at, -1)
            return False
        if len(self.within) >= self.limits.nesting:
            raise LimitError(over("nesting", self.limits.nesting))
        before = self.within
        self.within = (*before, (kind, at))
        try:
            then()
        finally:
            self.within = before
        return True

    def form(
        self,
        obj: Obj,
        above: Obj,
        state: GraphicsState,
        kind: str = "form",
        paint: Paint | None = None,
    ) -> None:
        """A form XObject drawn in a state; it inherits the resources of what draws it if it has
        none."""
        data = b"" if reference(obj) in self.reader.parsed else self.bytes_of(obj)
        if data is None:
            return
        inner = state.copy()
        matrix = numbers(get(obj, "/Matrix"))
        if len(matrix) == 6:
            a, b, c, d, e, f = matrix
            inner.ctm = times((a, b, c, d, e, f), inner.ctm)
        bounds = numbers(get(obj, "/BBox"))
        if len(bounds) == 4:
            inner.clip = common(inner.clip, box_of(inner.ctm, ordered(bounds)))
        else:
            self.tell(said("part.pdfread-form-box", object=reference(obj)), reference(obj), -1)
        resources = get(obj, "/Resources")
        veiled = self._group(obj, state, kind)
        if veiled is not None:
            inner.look = replace(
                inner.look, alpha_fill=1.0, alpha_stroke=1.0, blend="Normal", soft_mask=""
            )
            self.veiled += veiled
        self.inner(
            kind,
            obj,
            lambda: self.run(
                data, resources if is_dict(resources) else above, inner, reference(obj), paint
            ),
        )
        self.veiled -= veiled or 0

    def _group(self, obj: Obj, state: GraphicsState, kind: str) -> int | None:
        """Record a transparency group: 1 if it is drawn with transparency, 0 if not; None for a
        form that is none."""
        group = get(obj, "/Group")
        if name(get(group, "/S")) != "Transparency":
            return None
        look = PaintState() if kind == "mask" else state.look
        self.groups.append(self._read_group(group, reference(obj), look, of_mask=kind == "mask"))
        return 0 if look.opaque else 1

    def _page_group(self) -> None:
        group = get(self.node.obj, "/Group")
        if name(get(group, "/S")) == "Transparency":
            self.groups.append(
                self._read_group(group, self.node.reference, PaintState(), of_page=True)
            )

    def _read_group(
        self, group: Obj, at: int, look: PaintState, *, of_page: bool = False, of_mask: bool = False
    ) -> TransparencyGroup:
        given = get(group, "/CS")
        space = None
        if given is not None:
            space = self.reader.store.spaces.read(given, self.node.resources)
        return TransparencyGroup(
            reference=at,
            space=space,
            isolated=get(group, "/I") is True,
            knockout=get(group, "/K") is True,
            of_page=of_page,
            of_mask=of_mask,
            look=look,
        )

    def _annotations(self) -> tuple[Annotation, ...]:
        """The annotations, those that show on paper painted by their appearances."""
        found: list[Annotation] = []
        given = get(self.node.obj, "/Annots")
        for index, obj in enumerate(array(given)[:10_000]):
            if not is_dict(obj):
                self.tell(said("part.pdfread-no-annotation"), 0, -1)
                continue
            one = read_annotation(index, obj)
            found.append(one)
            look = appearance_of(obj)
            if look is None or one.rect is None or one.flags & 2 or one.subtype == "Popup":
                continue
            content = get(obj, "/OC")
            if content is not None and self.reader.layers.hides(content):
                continue
            self._appear(look, one.rect)
        return tuple(found)

    def _appear(self, look: Obj, rect: Box) -> None:
        """ISO 32000-1, 12.5.5: the form's box, turned by its matrix, is fitted to the rectangle."""
        bounds, given = numbers(get(look, "/BBox")), numbers(get(look, "/Matrix"))
        own: Matrix = IDENTITY
        if len(given) == 6:
            own = (given[0], given[1], given[2], given[3], given[4], given[5])
        if len(bounds) != 4:
            self.tell(said("part.pdfread-form-box", object=reference(look)), reference(look), -1)
            return
        x0, y0, x1, y1 = box_of(own, ordered(bounds))
        across = (rect[2] - rect[0]) / (x1 - x0) if x1 > x0 else 1.0
        up = (rect[3] - rect[1]) / (y1 - y0) if y1 > y0 else 1.0
        fitted = (across, 0.0, 0.0, up, rect[0] - x0 * across, rect[1] - y0 * up)
        self.form(look, None, GraphicsState(fitted, self.node.media), "annotation")
