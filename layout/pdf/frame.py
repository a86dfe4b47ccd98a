"""One content stream being read: the state of the moment, and what it puts on its page."""

from collections.abc import Sequence
from typing import Any

from layout.pdf.matrix import IDENTITY, Box, Matrix, common, times
from layout.pdf.objects import Obj, get, is_dict, numbers, reference
from layout.pdf.pagerun import PageRun
from layout.pdf.painted import (
    Image,
    Paint,
    Painted,
    PaintedPath,
    PdfPattern,
    Shading,
    Text,
)
from layout.pdf.paths import PathBuilder
from layout.pdf.spaces import GRAY
from layout.pdf.state import GraphicsState
from layout.words.said import said


class ContentFrame:
    """One content stream being read."""

    def __init__(
        self, run: PageRun, resources: Obj, state: GraphicsState, source: int, paint: Paint | None
    ) -> None:
        self.page = run
        self.store = run.reader.store
        self.resources = resources
        self.state = state
        self.base = state.ctm  # that of patterns
        self.source = source
        self.stencil = paint
        self.saved: list[GraphicsState] = []
        self.path = PathBuilder()
        self.clipping = False
        self.tm: Matrix = IDENTITY
        self.tlm: Matrix = IDENTITY
        self.in_text = False
        self.text_clip: Box | None = None
        self.marks: list[tuple[bool, str]] = []
        self.compatible = 0
        self.at = 0
        if paint is not None:
            state.fill = state.stroke = paint

    def tell(self, what: str, /, **values: str | int | float) -> None:
        """Keep what could not be read here."""
        self.page.tell(said(what, **values), self.source, self.at)

    def mark(self, content: Obj) -> None:
        layers = self.page.reader.layers
        self.marks.append((layers.hides(content), layers.name_of(content)))

    def check_shading(self, shading: Shading) -> None:
        if not shading.space.known:
            self.tell("part.pdfread-space", name=shading.space.family, fault=shading.space.fault)
        if not 1 <= shading.type <= 7:
            self.tell("part.pdfread-shading", type=shading.type)

    def put(
        self,
        kind: Any,
        box: Box,
        *,
        fill: Paint | None,
        stroke: Paint | None,
        line_width: float = 0.0,
        matrix: Matrix | None = None,
        text: Text | None = None,
        path: PaintedPath | None = None,
        image: Image | None = None,
        shading: Shading | None = None,
    ) -> Painted:
        page, state = self.page, self.state
        seen = common(box, state.clip)
        if page.host_box is not None:
            box = seen = page.host_box
        hidden, layer = layer_of(self.marks)
        page.budget.spend("painted", 1)
        made = Painted(
            order=len(page.painted),
            kind=kind,
            box=box,
            seen=seen,
            fill=fill,
            stroke=stroke,
            look=state.look,
            source=self.source,
            operator=self.at,
            within=page.within,
            hidden=hidden or page.hidden_above,
            layer=layer or page.layer_above,
            veiled=page.veiled > 0,
            line_width=line_width,
            matrix=state.ctm if matrix is None else matrix,
            text=text,
            path=path,
            image=image,
            shading=shading,
        )
        page.painted.append(made)
        for paint in made.paints:
            if paint.pattern is not None:
                self._pattern(paint, paint.pattern, made)
        return made

    def _pattern(self, paint: Paint, pattern: PdfPattern, made: Painted) -> None:
        """What the cell of a tiling pattern paints, once for each colour."""
        if pattern.kind == "shading" and pattern.shading is not None:
            self.check_shading(pattern.shading)
        if pattern.kind != "tiling":
            return
        key = ("pattern", pattern.reference or id(pattern), paint.key)
        if key in self.page.done:
            return
        self.page.done.add(key)
        data = self.page.bytes_of(pattern.raw)
        if data is None:
            return
        given = numbers(get(pattern.raw, "/Matrix"))
        own: Matrix = IDENTITY
        if len(given) == 6:
            own = (given[0], given[1], given[2], given[3], given[4], given[5])
        state = GraphicsState(times(own, self.base))
        stencil = None
        if not pattern.colored:
            under = paint.space.base or GRAY
            stencil = Paint(space=under, components=paint.components)
        resources = get(pattern.raw, "/Resources")
        self.hosted(
            "pattern", pattern.raw, made, data,
            resources=resources if is_dict(resources) else self.resources,
            state=state, stencil=stencil,
        )  # fmt: skip

    def hosted(
        self, kind: str, obj: Obj, made: Painted, data: bytes, *, resources: Obj,
        state: GraphicsState, stencil: Paint | None,
    ) -> None:  # fmt: skip
        """Run what fills another thing, with the box of that thing."""
        page = self.page
        before = page.host_box, page.hidden_above, page.layer_above, page.veiled
        page.host_box, page.hidden_above, page.layer_above = made.seen, made.hidden, made.layer
        page.veiled += not made.look.opaque
        try:
            page.inner(
                kind,
                obj,
                lambda: page.run(data, resources, state, reference(obj), stencil),
            )
        finally:
            page.host_box, page.hidden_above, page.layer_above, page.veiled = before


def layer_of(marks: Sequence[tuple[bool, str]]) -> tuple[bool, str]:
    """Whether any mark hides what stands in it, and the name of the innermost layer."""
    hidden, layer = False, ""
    for off, word in marks:
        hidden = hidden or off
        layer = word or layer
    return hidden, layer
