"""Page content interpreted: what a page paints, with what colour, state and font, and where.

Forms, patterns, glyphs of Type 3 fonts, soft masks and the appearances of annotations are followed,
none into itself. A tiling pattern and a Type 3 glyph are run once for each colour in which they are
used: what they paint has the box of what they fill. What cannot be understood is kept as `Unread`,
so that nobody takes a page for judged that was not.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

import pikepdf

from layout.pdf.document import PageNode, PdfDocument
from layout.pdf.fonts import Font, type3_names, type3_procs
from layout.pdf.layers import Layers
from layout.pdf.limits import LimitError, over
from layout.pdf.matrix import (
    IDENTITY,
    Box,
    Matrix,
    box_of,
    common,
    grown,
    least_scale,
    ordered,
    scales,
    times,
)
from layout.pdf.objects import (
    FAULTS,
    Obj,
    array,
    get,
    integer,
    is_array,
    is_dict,
    is_stream,
    keys,
    name,
    number,
    numbers,
    one_or_many,
    reference,
    string,
)
from layout.pdf.operators import IN_A_TEXT, OPERANDS
from layout.pdf.painted import (
    FILLED,
    STROKED,
    Annotation,
    Image,
    PageContents,
    Paint,
    Painted,
    PaintedPath,
    PaintState,
    PdfPattern,
    Shading,
    Text,
    TransparencyGroup,
    Unread,
    UsedFont,
)
from layout.pdf.paths import PathBuilder
from layout.pdf.resources import Store, resource
from layout.pdf.showing import Shown, glyph_matrix, show
from layout.pdf.spaces import CMYK, GRAY, PATTERN, RGB, ColorSpace
from layout.pdf.state import GraphicsState, apply_state, dash_of
from layout.pdf.streams import UnreadStreamError, decoded
from layout.record import replace
from layout.words.said import Said, said

COUNT_FIRST: Final = 1 << 22
"""Bytes of content whose operators are counted before they are made into objects."""
Operands = Sequence[Any]


class Reader:
    """Reads the pages of one document; what they share is read once."""

    def __init__(self, document: PdfDocument) -> None:
        self.document = document
        self.store = Store()
        self.layers = Layers(document.root)
        self.parsed: dict[int, list[tuple[str, Operands]]] = {}

    def contents(self, page: PageNode) -> PageContents:
        """What a page paints. Raises `LimitError`; all else that is amiss is in `unread`."""
        return _PageRun(self, page).contents()

    def instructions(self, data: bytes) -> tuple[list[tuple[str, Operands]], bool]:
        """The operators of decoded content with their operands, and whether the parser complained.

        Raises `LimitError` where there are more than the document has left.
        """
        document = self.document
        document.budget.spend("content", len(data))
        if len(data) > COUNT_FIRST:
            _count(document, data)
        document.warned()
        stream = pikepdf.Stream(document.pdf, data)
        found: list[tuple[str, Operands]] = [
            (str(i.operator), tuple(i.operands)) for i in pikepdf.parse_content_stream(stream)
        ]
        return found, document.warned()


class _Counter(pikepdf.StreamParser):
    """Counts operators without keeping them."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.left = most

    def handle_object(self, obj: Any, offset: int, length: int) -> None:
        """One token."""
        self.left -= 1
        if self.left < 0:
            raise _TooManyError

    def handle_eof(self) -> None:
        """The end."""


class _TooManyError(Exception):
    """More tokens than are read."""


def _count(document: PdfDocument, data: bytes) -> None:
    most = document.budget.operators * 8  # tokens: operands as well
    try:
        pikepdf.Object._parse_stream(pikepdf.Stream(document.pdf, data), _Counter(most))
    except _TooManyError:
        raise LimitError(over("operators", document.limits.operators)) from None
    except FAULTS:  # told when it is parsed
        return


class _PageRun:
    """One page being read: what it has painted so far, and where the reader stands."""

    def __init__(self, reader: Reader, page: PageNode) -> None:
        self.reader = reader
        self.page = page
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

    def contents(self) -> PageContents:
        """Run the page and its annotations."""
        node = self.page
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
        key = source if source else -self.page.number
        parsed = self.reader.parsed.get(key)
        if parsed is None:
            parsed, complained = self.reader.instructions(data)
            if complained:
                why = self.reader.document.warnings[-1]
                self.tell(said("part.pdfread-content-damaged", why=why), source, -1)
            self.reader.parsed[key] = parsed
        frame = _Frame(self, resources, state, source, paint)
        frame.run(parsed)

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
        data = self.bytes_of(obj)
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
        group = get(self.page.obj, "/Group")
        if name(get(group, "/S")) == "Transparency":
            self.groups.append(
                self._read_group(group, self.page.reference, PaintState(), of_page=True)
            )

    def _read_group(
        self, group: Obj, at: int, look: PaintState, *, of_page: bool = False, of_mask: bool = False
    ) -> TransparencyGroup:
        given = get(group, "/CS")
        space = None
        if given is not None:
            space = self.reader.store.spaces.read(given, self.page.resources)
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
        given = get(self.page.obj, "/Annots")
        for index, obj in enumerate(array(given)[:10_000]):
            if not is_dict(obj):
                self.tell(said("part.pdfread-no-annotation"), 0, -1)
                continue
            one = _annotation(index, obj)
            found.append(one)
            look = _appearance(obj)
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
        self.form(look, None, GraphicsState(fitted, self.page.media), "annotation")


def _annotation(index: int, obj: Obj) -> Annotation:
    corners = numbers(get(obj, "/Rect"))
    return Annotation(
        index=index,
        subtype=name(get(obj, "/Subtype")) or "?",
        rect=ordered(corners) if len(corners) == 4 else None,
        flags=integer(get(obj, "/F")) or 0,
        reference=reference(obj),
        appearance=_appearance(obj) is not None,
        action=name(get(get(obj, "/A"), "/S")) or ("?" if get(obj, "/A") is not None else ""),
        actions=is_dict(get(obj, "/AA")),
        raw=obj,
    )


def _appearance(obj: Obj) -> Obj:
    """The normal appearance of an annotation, in its state; None for none."""
    normal = get(get(obj, "/AP"), "/N")
    if normal is None or is_stream(normal):
        return normal
    state = name(get(obj, "/AS"))
    chosen = get(normal, f"/{state}") if state is not None else None
    return chosen if is_stream(chosen) else None


class _Frame:
    """One content stream being read."""

    def __init__(
        self, run: _PageRun, resources: Obj, state: GraphicsState, source: int, paint: Paint | None
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
        self.marks: list[tuple[bool, str]] = []
        self.compatible = 0
        self.at = 0
        if paint is not None:
            state.fill = state.stroke = paint

    def run(self, parsed: Sequence[tuple[str, Operands]]) -> None:
        """Interpret every operator."""
        budget = self.page.budget
        for at, (operator, operands) in enumerate(parsed):
            self.at = at
            budget.operators -= 1
            do = _DO.get(operator)
            if do is None:
                if operator == "INLINE IMAGE":
                    self._inline(operands)
                elif not self.compatible:
                    self.tell("part.pdfread-operator", operator=operator[:20])
                continue
            values = _values(OPERANDS[operator], operands)
            if values is None:
                self.tell("part.pdfread-operands", operator=operator)
                continue
            if operator in IN_A_TEXT and not self.in_text:
                self.tell("part.pdfread-outside-text", operator=operator)
            do(self, *values)
        self.page.operators += len(parsed)
        if budget.operators < 0:
            raise LimitError(over("operators", budget.limits.operators))
        if self.saved:
            self.tell("part.pdfread-unrestored", number=len(self.saved))

    def tell(self, what: str, /, **values: str | int | float) -> None:
        """Keep what could not be read here."""
        self.page.tell(said(what, **values), self.source, self.at)

    # -- graphics state -------------------------------------------------------------------------

    def save(self) -> None:
        if len(self.saved) >= self.page.limits.saved:
            raise LimitError(over("saved", self.page.limits.saved))
        self.saved.append(self.state.copy())

    def restore(self) -> None:
        if self.saved:
            self.state = self.saved.pop()
        else:
            self.tell("part.pdfread-unsaved")

    def transform(self, *m: float) -> None:
        a, b, c, d, e, f = m
        self.state.ctm = times((a, b, c, d, e, f), self.state.ctm)

    def set_width(self, width: float) -> None:
        self.state.line_width = abs(width)

    def set_dash(self, lengths: Obj, _phase: float) -> None:
        self.state.look = replace(self.state.look, dash=dash_of(lengths))

    def set_intent(self, word: str) -> None:
        self.state.look = replace(self.state.look, intent=word)

    def set_flatness(self, value: float) -> None:
        self.state.look = replace(self.state.look, flatness=value)

    def set_state(self, word: str) -> None:
        given = resource(self.resources, "ExtGState", word)
        if not is_dict(given):
            self.tell("part.pdfread-missing", kind="ExtGState", name=word)
            return
        self.page.states[reference(given) or -len(self.page.states) - 1] = keys(given)
        strange, font, mask = apply_state(self.state, given)
        for key in strange:
            self.tell("part.pdfread-state-key", key=key)
        if font is not None:
            parts = array(font)
            if len(parts) == 2 and is_dict(parts[0]):
                self.state.font = self.store.font(parts[0])
                self.state.font_size = number(parts[1]) or 0.0
        if mask is not None:
            self._mask(mask)

    def _mask(self, mask: Obj) -> None:
        """The group of a soft mask is read once where it is set."""
        group = get(mask, "/G")
        if not is_stream(group):
            self.tell("part.pdfread-missing", kind="SMask", name="G")
            return
        key = ("mask", reference(group))
        if key[1] and key in self.page.done:
            return
        self.page.done.add(key)
        state = GraphicsState(self.state.ctm, self.page.page.media)
        self.page.form(group, self.resources, state, "mask")

    # -- paths ----------------------------------------------------------------------------------

    def move(self, x: float, y: float) -> None:
        self.path.move(self.state.ctm, x, y)

    def line(self, x: float, y: float) -> None:
        self.path.line(self.state.ctm, x, y)

    def curve(self, *points: float) -> None:
        self.path.curve(self.state.ctm, points)

    def curve_v(self, *points: float) -> None:
        self.path.curve_from_last(self.state.ctm, points)

    def curve_y(self, x1: float, y1: float, x3: float, y3: float) -> None:
        self.path.curve(self.state.ctm, (x1, y1, x3, y3, x3, y3))

    def close(self) -> None:
        self.path.close()

    def rectangle(self, x: float, y: float, w: float, h: float) -> None:
        self.path.rectangle(self.state.ctm, x, y, w, h)

    def paint_path(self, *, fill: bool, stroke: bool, close: bool, even_odd: bool) -> None:
        path = self.path
        if close:
            path.close()
        if path and (fill or stroke):
            self.page.budget.spend("points", len(path.segments))
            width = self.state.line_width
            box = path.box
            if stroke:
                box = grown(box, width / 2 * max(scales(self.state.ctm)))
            self._put(
                "path",
                box,
                fill=self.state.fill if fill else None,
                stroke=self.state.stroke if stroke else None,
                line_width=width * least_scale(self.state.ctm) if stroke else 0.0,
                path=path.made(even_odd=even_odd),
            )
        self._end_path()

    def end_path(self) -> None:
        self._end_path()

    def clip(self) -> None:
        self.clipping = True

    def _end_path(self) -> None:
        if self.clipping and self.path:
            self.state.clip = common(self.state.clip, self.path.box)
        self.clipping = False
        self.path.clear()

    # -- colour ---------------------------------------------------------------------------------

    def gray(self, *values: float) -> None:
        self._fill(self._device("DeviceGray", GRAY), values)

    def gray_stroke(self, *values: float) -> None:
        self._stroke(self._device("DeviceGray", GRAY), values)

    def rgb(self, *values: float) -> None:
        self._fill(self._device("DeviceRGB", RGB), values)

    def rgb_stroke(self, *values: float) -> None:
        self._stroke(self._device("DeviceRGB", RGB), values)

    def cmyk(self, *values: float) -> None:
        self._fill(self._device("DeviceCMYK", CMYK), values)

    def cmyk_stroke(self, *values: float) -> None:
        self._stroke(self._device("DeviceCMYK", CMYK), values)

    def _device(self, word: str, plain: ColorSpace) -> ColorSpace:
        """A device space, which the resources may give another meaning."""
        if get(self.resources, "/ColorSpace") is None:
            return plain
        return self.store.spaces.named(word, self.resources)

    def space(self, word: str) -> None:
        self._fill(self._named(word), None)

    def space_stroke(self, word: str) -> None:
        self._stroke(self._named(word), None)

    def _named(self, word: str) -> ColorSpace:
        found = self.store.spaces.named(word, self.resources)
        if not found.known:
            self.tell("part.pdfread-space", name=word, fault=found.fault or "part")
        return found

    def color(self, *operands: Any) -> None:
        self._fill(*self._components(self.state.fill, operands))

    def color_stroke(self, *operands: Any) -> None:
        self._stroke(*self._components(self.state.stroke, operands))

    def _components(
        self, now: Paint, operands: Operands
    ) -> tuple[ColorSpace, tuple[float, ...], PdfPattern | None]:
        """What sc or scn sets, in the space of the moment."""
        word = name(operands[-1]) if operands else None
        values = tuple(number(one) for one in (operands[:-1] if word is not None else operands))
        plain = tuple(v for v in values if v is not None)
        pattern = None
        if word is not None:
            given = resource(self.resources, "Pattern", word)
            if given is None:
                self.tell("part.pdfread-missing", kind="Pattern", name=word)
            pattern = self.store.pattern(given, self.resources)
            if pattern.kind == "unknown" and given is not None:
                self.tell("part.pdfread-pattern", name=word)
        elif len(plain) != len(values) or (
            now.space.components and len(plain) != now.space.components
        ):
            self.tell("part.pdfread-components", given=len(values), expected=now.space.components)
        space = now.space
        if pattern is not None and space.family != "Pattern":
            space = PATTERN
        return space, plain, pattern

    def _fill(
        self, space: ColorSpace, values: tuple[float, ...] | None, pattern: PdfPattern | None = None
    ) -> None:
        if self.stencil is None:
            self.state.fill = Paint(
                space=space,
                components=_initial(space) if values is None else values,
                pattern=pattern,
            )

    def _stroke(
        self, space: ColorSpace, values: tuple[float, ...] | None, pattern: PdfPattern | None = None
    ) -> None:
        if self.stencil is None:
            self.state.stroke = Paint(
                space=space,
                components=_initial(space) if values is None else values,
                pattern=pattern,
            )

    # -- text -----------------------------------------------------------------------------------

    def begin_text(self) -> None:
        if self.in_text:
            self.tell("part.pdfread-text-in-text")
        self.in_text = True
        self.tm = self.tlm = IDENTITY

    def end_text(self) -> None:
        if not self.in_text:
            self.tell("part.pdfread-outside-text", operator="ET")
        self.in_text = False

    def set_char_space(self, value: float) -> None:
        self.state.char_space = value

    def set_word_space(self, value: float) -> None:
        self.state.word_space = value

    def set_scale(self, value: float) -> None:
        self.state.scale = value / 100

    def set_leading(self, value: float) -> None:
        self.state.leading = value

    def set_rise(self, value: float) -> None:
        self.state.rise = value

    def set_mode(self, value: float) -> None:
        self.state.mode = int(value)
        if value not in range(8):
            self.tell("part.pdfread-operands", operator="Tr")

    def set_font(self, word: str, size: float) -> None:
        given = resource(self.resources, "Font", word)
        if not is_dict(given):
            self.tell("part.pdfread-missing", kind="Font", name=word)
            self.state.font = None
            return
        self.state.font = self.store.font(given)
        self.state.font_size = size
        if self.state.font.fault:
            self.tell("part.pdfread-font", name=word, fault=self.state.font.fault)

    def next_line(self, x: float, y: float) -> None:
        self.tlm = self.tm = times((1.0, 0.0, 0.0, 1.0, x, y), self.tlm)

    def next_line_leading(self, x: float, y: float) -> None:
        self.state.leading = -y
        self.next_line(x, y)

    def next_line_plain(self) -> None:
        self.next_line(0.0, -self.state.leading)

    def set_matrix(self, *m: float) -> None:
        a, b, c, d, e, f = m
        self.tlm = self.tm = (a, b, c, d, e, f)

    def show_string(self, value: bytes) -> None:
        self._show((value,))

    def show_next(self, value: bytes) -> None:
        self.next_line_plain()
        self._show((value,))

    def show_spaced(self, word: float, char: float, value: bytes) -> None:
        self.state.word_space, self.state.char_space = word, char
        self.show_next(value)

    def show_array(self, given: Obj) -> None:
        parts: list[bytes | float] = []
        for one in array(given):
            value = string(one)
            if value is not None:
                parts.append(value)
                continue
            moved = number(one)
            if moved is None:
                self.tell("part.pdfread-operands", operator="TJ")
            else:
                parts.append(moved)
        self._show(tuple(parts))

    def _show(self, shown: Shown) -> None:
        state = self.state
        font = state.font
        if font is None:
            self.tell("part.pdfread-no-font")
            return
        text, box, self.tm, count = show(state, font, self.tm, shown)
        if not count:
            return
        self.page.budget.spend("characters", count)
        mode = state.mode
        stroke = mode in STROKED and font.subtype != "Type3"
        if stroke:
            box = grown(box, state.line_width / 2 * max(scales(state.ctm)))
        if mode >= 4:  # the text joins the clip, whose box it can only make smaller
            self.page.done.add(("text clip",))
        made = self._put(
            "text",
            box,
            fill=state.fill if mode in FILLED else None,
            stroke=state.stroke if stroke else None,
            line_width=state.line_width * least_scale(state.ctm) if stroke else 0.0,
            text=text,
            matrix=text.matrix,
        )
        key = font.reference or -id(font)
        entry = self.page.fonts.setdefault(key, (font, set(), made.order, []))
        entry[1].update(text.codes())
        entry[3].append(not made.invisible)
        if font.subtype == "Type3" and mode != 3:
            self._glyphs(font, text, made)

    def _glyphs(self, font: Font, text: Text, made: Painted) -> None:
        """The procedures of the glyphs of a Type 3 font, each once for a colour and size."""
        names, procs = type3_names(font), type3_procs(font)
        resources = get(font.raw, "/Resources")
        for code, x, y, _ in text.glyphs():
            key = ("glyph", font.reference, code, made.fill, round(text.size, 2))
            if key in self.page.done:
                continue
            self.page.done.add(key)
            proc = procs.get(names.get(code, ""))
            if not is_stream(proc):
                continue  # a glyph that is missing: the business of whoever looks at fonts
            data = self.page.bytes_of(proc)
            if data is None:
                continue
            state = self.state.copy()
            state.ctm = glyph_matrix(text, x, y)
            stencil = made.fill if _is_stencil(data) else None
            self._hosted(
                "glyph", proc, made, data,
                resources=resources if is_dict(resources) else self.resources,
                state=state, stencil=stencil,
            )  # fmt: skip

    def _hosted(
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

    # -- XObjects, shadings, pictures -----------------------------------------------------------

    def do(self, word: str) -> None:
        obj = resource(self.resources, "XObject", word)
        if not is_stream(obj):
            self.tell("part.pdfread-missing", kind="XObject", name=word)
            return
        kind = name(get(obj, "/Subtype")) or "?"
        if name(get(obj, "/Subtype2")) == "PS" or get(obj, "/PS") is not None:
            kind = "PS"
        self.page.xobjects[reference(obj) or -len(self.page.xobjects) - 1] = (kind, obj)
        content = get(obj, "/OC")
        if content is not None:
            self._mark(content)
        if kind == "Image":
            self._image(self.store.image(obj, self.resources))
        elif kind == "Form":
            self._form(obj)
        else:
            self.tell("part.pdfread-xobject", kind=kind)
        if content is not None:
            self.marks.pop()

    def _form(self, obj: Obj) -> None:
        """A form, with the layers it stands in."""
        page = self.page
        before = page.hidden_above, page.layer_above
        hidden, layer = _layer(self.marks)
        page.hidden_above, page.layer_above = hidden or before[0], layer or before[1]
        page.form(obj, self.resources, self.state, "form", self.stencil)
        page.hidden_above, page.layer_above = before

    def _inline(self, operands: Operands) -> None:
        try:
            picture = operands[0]
            image = self.store.inline(
                list(picture._image_object), len(picture.read_raw_bytes()), self.resources
            )
        except FAULTS:
            self.tell("part.pdfread-inline")
            return
        self._image(image)

    def _image(self, image: Image) -> None:
        if image.inline:
            self.page.inline_images.append(image)
        else:
            self.page.images.setdefault(image.reference or -id(image), image)
        for fault in image.faults:
            self.tell("part.pdfread-image", object=image.reference, fault=fault)
        self._put(
            "image",
            box_of(self.state.ctm, (0.0, 0.0, 1.0, 1.0)),
            fill=self.state.fill if image.mask else None,
            stroke=None,
            image=image,
            matrix=self.state.ctm,
        )

    def shade(self, word: str) -> None:
        given = resource(self.resources, "Shading", word)
        if not is_dict(given):
            self.tell("part.pdfread-missing", kind="Shading", name=word)
            return
        shading = self.store.shading(given, self.resources)
        self._check_shading(shading)
        box = self.state.clip
        bounds = numbers(get(given, "/BBox"))
        if len(bounds) == 4:
            box = common(box, box_of(self.state.ctm, ordered(bounds)))
        self._put("shading", box, fill=None, stroke=None, shading=shading, matrix=self.state.ctm)

    def _check_shading(self, shading: Shading) -> None:
        if not shading.space.known:
            self.tell("part.pdfread-space", name=shading.space.family, fault=shading.space.fault)
        if not 1 <= shading.type <= 7:
            self.tell("part.pdfread-shading", type=shading.type)

    # -- marked content -------------------------------------------------------------------------

    def point(self, *_: Any) -> None:
        """A marked point paints nothing."""

    def begin_mark(self, _tag: str) -> None:
        self.marks.append((False, ""))

    def begin_marked(self, tag: str, properties: Obj) -> None:
        if tag != "OC":
            self.marks.append((False, ""))
            return
        word = name(properties)
        content = resource(self.resources, "Properties", word) if word is not None else properties
        if not is_dict(content):
            self.tell("part.pdfread-missing", kind="Properties", name=word or "?")
            self.marks.append((False, ""))
            return
        self._mark(content)

    def _mark(self, content: Obj) -> None:
        layers = self.page.reader.layers
        self.marks.append((layers.hides(content), layers.name_of(content)))

    def end_mark(self) -> None:
        if self.marks:
            self.marks.pop()
        else:
            self.tell("part.pdfread-unmarked")

    def begin_compatible(self) -> None:
        self.compatible += 1

    def end_compatible(self) -> None:
        self.compatible = max(0, self.compatible - 1)

    def glyph_width(self, *_: float) -> None:
        """d0 and d1 stand at the head of a glyph of a Type 3 font."""
        if not self.page.within or self.page.within[-1][0] != "glyph":
            self.tell("part.pdfread-outside-glyph")

    # -- painting -------------------------------------------------------------------------------

    def _put(
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
        hidden, layer = _layer(self.marks)
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
            self._check_shading(pattern.shading)
        if pattern.kind != "tiling":
            return
        key = ("pattern", pattern.reference or id(pattern), paint.components, paint.space)
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
        self._hosted(
            "pattern", pattern.raw, made, data,
            resources=resources if is_dict(resources) else self.resources,
            state=state, stencil=stencil,
        )  # fmt: skip


def _layer(marks: Sequence[tuple[bool, str]]) -> tuple[bool, str]:
    """Whether any mark hides what stands in it, and the name of the innermost layer."""
    hidden, layer = False, ""
    for off, word in marks:
        hidden = hidden or off
        layer = word or layer
    return hidden, layer


def _initial(space: ColorSpace) -> tuple[float, ...]:
    """The colour that a space begins with. ISO 32000-1, table 74."""
    if space.family == "DeviceCMYK":
        return (0.0, 0.0, 0.0, 1.0)
    if space.family in ("Separation", "DeviceN"):
        return (1.0,) * space.components
    return (0.0,) * space.components


def _is_stencil(data: bytes) -> bool:
    """Whether a glyph of a Type 3 font begins with d1: its colours are those of the text."""
    return b"d1" in data[:200].split()


def _values(kinds: str, operands: Operands) -> tuple[Any, ...] | None:
    """Operands as an operator wants them; None where they are others."""
    if kinds == "*":
        return tuple(operands)
    if len(operands) != len(kinds):
        return None
    out: list[Any] = []
    for kind, one in zip(kinds, operands, strict=True):
        value: Any
        if kind == "n":
            value = number(one)
        elif kind == "N":
            value = name(one)
        elif kind == "s":
            value = string(one)
        elif kind == "a":
            value = one if is_array(one) else None
        else:
            value = one if is_dict(one) or name(one) is not None else None
        if value is None:
            return None
        out.append(value)
    return tuple(out)


def _painting(
    *, fill: bool = False, stroke: bool = False, close: bool = False, even_odd: bool = False
) -> Callable[[_Frame], None]:
    def paint(frame: _Frame) -> None:
        frame.paint_path(fill=fill, stroke=stroke, close=close, even_odd=even_odd)

    return paint


def _nothing(_frame: _Frame, *_: Any) -> None:
    """Caps, joins and miters change no ink that is judged here."""


_DO: Final[dict[str, Callable[..., None]]] = {
    "w": _Frame.set_width, "J": _nothing, "j": _nothing, "M": _nothing, "d": _Frame.set_dash,
    "ri": _Frame.set_intent, "i": _Frame.set_flatness, "gs": _Frame.set_state,
    "q": _Frame.save, "Q": _Frame.restore, "cm": _Frame.transform,
    "m": _Frame.move, "l": _Frame.line, "c": _Frame.curve, "v": _Frame.curve_v, "y": _Frame.curve_y,
    "h": _Frame.close, "re": _Frame.rectangle,
    "S": _painting(stroke=True), "s": _painting(stroke=True, close=True),
    "f": _painting(fill=True), "F": _painting(fill=True), "f*": _painting(fill=True, even_odd=True),
    "B": _painting(fill=True, stroke=True), "B*": _painting(fill=True, stroke=True, even_odd=True),
    "b": _painting(fill=True, stroke=True, close=True),
    "b*": _painting(fill=True, stroke=True, close=True, even_odd=True),
    "n": _Frame.end_path, "W": _Frame.clip, "W*": _Frame.clip,
    "BT": _Frame.begin_text, "ET": _Frame.end_text, "Tc": _Frame.set_char_space,
    "Tw": _Frame.set_word_space, "Tz": _Frame.set_scale, "TL": _Frame.set_leading,
    "Tf": _Frame.set_font, "Tr": _Frame.set_mode, "Ts": _Frame.set_rise, "Td": _Frame.next_line,
    "TD": _Frame.next_line_leading, "Tm": _Frame.set_matrix, "T*": _Frame.next_line_plain,
    "Tj": _Frame.show_string, "TJ": _Frame.show_array, "'": _Frame.show_next,
    '"': _Frame.show_spaced, "d0": _Frame.glyph_width, "d1": _Frame.glyph_width,
    "CS": _Frame.space_stroke, "cs": _Frame.space, "SC": _Frame.color_stroke,
    "SCN": _Frame.color_stroke, "sc": _Frame.color, "scn": _Frame.color,
    "G": _Frame.gray_stroke, "g": _Frame.gray, "RG": _Frame.rgb_stroke, "rg": _Frame.rgb,
    "K": _Frame.cmyk_stroke, "k": _Frame.cmyk,
    "sh": _Frame.shade, "Do": _Frame.do, "MP": _Frame.point, "DP": _Frame.point,
    "BMC": _Frame.begin_mark, "BDC": _Frame.begin_marked, "EMC": _Frame.end_mark,
    "BX": _Frame.begin_compatible, "EX": _Frame.end_compatible,
}  # fmt: skip
