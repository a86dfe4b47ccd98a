"""Page content rewritten in grey, once for each ink: what a plate shows of it.

A colour becomes the grey of its amount of the ink; a colour that has nothing of it becomes white,
which knocks out what lies under it. Where overprint says that a plate is not touched, the operator
that paints is taken off it, and nothing else: a path stays a clip, text moves on. All inks are
written in one passage, since most operators are the same for every plate.
"""

import warnings
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple

import pikepdf

from layout.pdf.document import PdfDocument
from layout.pdf.functions import value
from layout.pdf.inks.gradients import separated_shading
from layout.pdf.inks.laid import InkColor, laid
from layout.pdf.inks.samples import (
    Pixels,
    Separated,
    UnmeasuredError,
    indexed_colours,
    separated_picture,
    white,
)
from layout.pdf.inks.states import InkPaint, InkState, apply, grey_state
from layout.pdf.layers import Layers
from layout.pdf.limits import Budget, LimitError, over
from layout.pdf.objects import (
    FAULTS,
    Obj,
    flag,
    get,
    integer,
    is_dict,
    is_stream,
    items,
    name,
    number,
    numbers,
    reference,
)
from layout.pdf.resources import INLINE_KEYS, Store, resource
from layout.pdf.spaces import CMYK, GRAY, RGB, ColorSpace
from layout.pdf.streams import SHORT_NAMES, UnreadStreamError, decoded
from layout.words.said import Said, said

FILLS: Final = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
STROKES: Final = frozenset(("S", "s", "B", "B*", "b", "b*"))
FILL_ONLY: Final = {"B": "f", "B*": "f*", "b": "h f", "b*": "h f*"}
STROKE_ONLY: Final = {"B": "S", "B*": "S", "b": "s", "b*": "s"}
SHOWS: Final = frozenset(("Tj", "TJ", "'", '"'))
SET: Final = {
    "g": (GRAY, False), "G": (GRAY, True), "rg": (RGB, False), "RG": (RGB, True),
    "k": (CMYK, False), "K": (CMYK, True),
}  # fmt: skip
MODES: Final = {
    (True, True): {0: 0, 1: 1, 2: 2, 4: 4, 5: 5, 6: 6},
    (True, False): {0: 0, 1: 3, 2: 0, 4: 4, 5: 7, 6: 4},
    (False, True): {0: 3, 1: 1, 2: 1, 4: 7, 5: 5, 6: 5},
    (False, False): {0: 3, 1: 3, 2: 3, 4: 7, 5: 7, 6: 7},
}
"""What a render mode of text becomes where a plate takes its filling, its stroking or both."""
DEEPEST: Final = 24
MOST_DRAWN: Final = 1_000_000
"""Operators that a page draws, those of a form as often as it is called. A page of an atlas may
have some hundred thousand."""

Content = dict[str, tuple[bytes, pikepdf.Dictionary]]
"""Operators and resources for each ink."""


class Separator:
    """Rewrites the content of one page into `out`. `missed` is what it could not put apart, `laid`
    the inks of which anything was painted."""

    def __init__(
        self,
        document: PdfDocument,
        inks: Sequence[str],
        out: pikepdf.Pdf,
        pixels: Pixels,
        finest: int,
    ) -> None:
        self.document = document
        self.inks = tuple(inks)
        self.out = out
        self.pixels = pixels
        self.finest = finest
        self.store = Store()
        self.layers = Layers(document.root)
        self.budget = Budget(document.limits)
        self.missed: dict[Said, None] = {}
        self.laid: set[str] = set()
        self.recent: set[str] = set()  # of the pattern that is being read
        self._tiles: dict[object, Tile] = {}
        self._carried: dict[tuple[int, int], Any] = {}
        self._pictures: dict[tuple[int, int], Separated | None] = {}
        self._forms: dict[object, tuple[dict[str, Any], int]] = {}
        self._drawn = 0
        self._within: list[tuple[int, int]] = []

    def carried(self, obj: Any) -> Any:
        """An object of the page's file in `out`."""
        if not isinstance(obj, pikepdf.Object) or not isinstance(
            obj, pikepdf.Dictionary | pikepdf.Array | pikepdf.Stream
        ):
            return obj
        source = obj if obj.is_indirect else self.document.pdf.make_indirect(obj)
        key = source.objgen
        if key not in self._carried:
            self._carried[key] = self.out.copy_foreign(source)
        return self._carried[key]

    def tell(self, what: Said) -> None:
        """Keep what is not measured."""
        self.missed[what] = None

    def content(
        self, data: bytes, resources: Obj, state: InkState, *, begin: bool = False
    ) -> Content:
        """Operators rewritten for each ink; where they `begin` a page, in its first colour.

        Raises `LimitError`.
        """
        run = _Run(self, resources, state)
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")  # pikepdf warns of content that ends too early
            try:
                stream = pikepdf.Stream(self.document.pdf, data)
                found = pikepdf.parse_content_stream(stream)
            except FAULTS:
                self.tell(said("part.plates-unread"))
                found = []
        if warned:
            self.tell(said("part.plates-unread"))
        self._draw(len(found))
        for one in found:
            run.take(one)
        return run.finish(begin=begin)

    def bytes_of(self, stream: Obj) -> bytes:
        """The operators of a stream; what cannot be read is told."""
        try:
            data = decoded(stream, self.document.limits.content)
        except UnreadStreamError:
            self.tell(said("part.plates-unread"))
            return b""
        self.budget.spend("content", len(data))
        return data

    def picture(self, image: Any, space: ColorSpace | None) -> Separated | None:
        """A picture ink by ink; None, and told, where it cannot be."""
        key = image.objgen
        if key != (0, 0) and key in self._pictures:
            return self._pictures[key]
        made: Separated | None = None
        try:
            made = separated_picture(image, space, self)
        except UnmeasuredError as exc:
            self.tell(exc.why)
        if key != (0, 0):
            self._pictures[key] = made
        return made

    def form(self, obj: Any, resources: Obj, state: InkState) -> dict[str, Any]:
        """A form XObject for each ink."""
        key = (obj.objgen, state.key, frozenset(self.laid), reference(resources))
        if key in self._forms:
            made, weight = self._forms[key]
            self._draw(weight)
            return made
        if obj.objgen in self._within or len(self._within) > DEEPEST:
            self.tell(said("part.plates-unread"))
            return {}
        self._within.append(obj.objgen)
        own = get(obj, "/Resources")
        inner = state.copy()
        before = self._drawn
        content = self.content(self.bytes_of(obj), own if is_dict(own) else resources, inner)
        self._within.pop()
        made = {ink: self._stream(obj, *parts) for ink, parts in content.items()}
        self._forms[key] = made, self._drawn - before
        return made

    def _draw(self, operators: int) -> None:
        """So many more are drawn. Raises `LimitError` where they are too many."""
        self._drawn += operators
        if self._drawn > MOST_DRAWN:
            raise LimitError(over("operators", MOST_DRAWN))

    def _stream(self, obj: Any, data: bytes, resources: pikepdf.Dictionary) -> Any:
        """A form or tile of `out` with the geometry of another one."""
        made = pikepdf.Stream(self.out, data)
        for key in ("/Type", "/Subtype", "/FormType", "/PatternType", "/TilingType"):
            if get(obj, key) is not None:
                made[key] = obj[key]
        for key in ("/BBox", "/Matrix"):
            found = numbers(get(obj, key))
            if found:
                made[key] = pikepdf.Array([_decimal(v) for v in found])
        for key in ("/XStep", "/YStep"):
            step = number(get(obj, key))
            if step is not None:
                made[key] = _decimal(step)
        group = get(obj, "/Group")
        if is_dict(group):
            made.Group = grey_group(group)
        made.Resources = resources
        return self.out.make_indirect(made)

    def tile(self, obj: Any, resources: Obj) -> "Tile":
        """A tiling pattern for each ink, and what it lays; one without colours serves all inks."""
        if integer(get(obj, "/PaintType")) == 2:
            return Tile(dict.fromkeys(self.inks, self.carried(obj)), frozenset())
        key = (obj.objgen, frozenset(self.laid), reference(resources))
        if key in self._tiles:
            return self._tiles[key]
        if obj.objgen in self._within or len(self._within) > DEEPEST:
            self.tell(said("part.plates-unread"))
            return Tile({}, frozenset())
        outer, self.recent = self.recent, set()
        self._within.append(obj.objgen)
        own = get(obj, "/Resources")
        inner = own if is_dict(own) else resources
        made = {}
        for ink, parts in self.content(self.bytes_of(obj), inner, InkState(), begin=True).items():
            made[ink] = self._stream(obj, *parts)
            made[ink].PaintType = 1
        self._within.pop()
        tile = self._tiles[key] = Tile(made, frozenset(self.recent))
        self.recent |= outer
        return tile


class Tile(NamedTuple):
    """A pattern of each ink, and the inks of which there is anything in it."""

    plates: dict[str, Any]
    lays: frozenset[str]


class _Run:
    """One stream of operators on its way: what each plate has of it so far."""

    def __init__(self, separator: Separator, resources: Obj, state: InkState) -> None:
        self.on = separator
        self.resources = resources
        self.state = state
        self.saved: list[InkState] = []
        self.parts: dict[str, list[bytes]] = {ink: [] for ink in separator.inks}
        self.waiting: list[Any] = []
        self.entries: dict[str, dict[str, dict[str, Any]]] = {ink: {} for ink in separator.inks}
        self.names: dict[object, str] = {}
        self.hidden: list[bool] = []

    def take(self, one: Any) -> None:
        """One instruction."""
        if isinstance(one, pikepdf.ContentStreamInlineImage):
            self.inline(one)
            return
        operator = str(one.operator)
        worker = _WORKERS.get(operator)
        if worker is None:
            self.waiting.append(one)
        else:
            try:
                worker(self, operator, list(one.operands), one)
            except FAULTS:  # an operand of another kind, an object that is none
                self.on.tell(said("part.plates-unread"))

    def flush(self) -> None:
        """Give every plate what is the same for all."""
        if self.waiting:
            data = pikepdf.unparse_content_stream(self.waiting)
            for part in self.parts.values():
                part.append(data)
            self.waiting = []

    def put(self, ink: str, text: str) -> None:
        """Write on one plate."""
        self.parts[ink].append(text.encode("ascii"))

    def finish(self, *, begin: bool) -> Content:
        """What every plate has."""
        self.flush()
        out: Content = {}
        for ink, parts in self.parts.items():
            head = _start(ink) if begin else b""
            resources = pikepdf.Dictionary()
            for kind, found in self.entries[ink].items():
                resources[f"/{kind}"] = pikepdf.Dictionary(
                    {f"/{word}": one for word, one in found.items()}
                )
            out[ink] = (b"\n".join((head, *parts)), resources)
        return out

    def add(self, ink: str, kind: str, word: str, obj: Any) -> None:
        """An entry of a plate's resources."""
        self.entries[ink].setdefault(kind, {})[word] = obj

    def named(self, key: object) -> str:
        """A name of this stream's own."""
        return self.names.setdefault(key, f"B{len(self.names)}")

    @property
    def off(self) -> bool:
        """Whether a layer that is not shown is being drawn."""
        return any(self.hidden)

    # What is set.

    def push(self, _operator: str, _operands: list[Any], one: Any) -> None:
        if len(self.saved) < self.on.document.limits.saved:
            self.saved.append(self.state.copy())
        self.waiting.append(one)

    def pop(self, _operator: str, _operands: list[Any], one: Any) -> None:
        if self.saved:
            self.state = self.saved.pop()
            self.waiting.append(one)

    def device(self, operator: str, operands: list[Any], _one: Any) -> None:
        space, stroke = SET[operator]
        self.paint(self.on.store.spaces.named(space.family, self.resources), operands, stroke)

    def space(self, operator: str, operands: list[Any], _one: Any) -> None:
        word = name(operands[0]) if operands else None
        found = self.on.store.spaces.named(word or "?", self.resources)
        inner = found.base if found.family == "Indexed" else found
        count = found.components
        first = 1.0 if inner is not None and inner.family in ("Separation", "DeviceN") else 0.0
        start = [first] * count
        if found.family == "DeviceCMYK" or (found.family == "ICCBased" and count == 4):
            start = [0.0, 0.0, 0.0, 1.0]
        if found.family == "Indexed":
            start = [0.0]
        self.paint(found, start, operator == "CS")

    def color(self, operator: str, operands: list[Any], _one: Any) -> None:
        stroke = operator in ("SC", "SCN")
        space = (self.state.stroke if stroke else self.state.fill).space
        word = name(operands[-1]) if operands else None
        if word is not None:
            self.pattern(word, operands[:-1], space, stroke)
        else:
            self.paint(space, operands, stroke)

    def paint(self, space: ColorSpace, operands: Sequence[Any], stroke: bool) -> None:
        """Set a plain colour on every plate."""
        values = [number(one) for one in operands]
        found: InkColor | None = None
        if space.family == "Pattern":
            self.hold(InkPaint(space, None), stroke)
            return
        if None not in values:
            found = self.lay(space, [v for v in values if v is not None])
        if found is None:
            self.on.tell(said("part.plates-space", space=space.flat.family))
        elif found.guessed:
            self.on.tell(said("part.plates-rgb"))
        self.hold(InkPaint(space, found), stroke)
        if found is not None:
            self.flush()
            for ink in self.on.inks:
                self.put(ink, f"{_grey(found.of(ink))} {'G' if stroke else 'g'}")

    def lay(self, space: ColorSpace, values: list[float]) -> InkColor | None:
        """A colour as ink, of an Indexed space too."""
        if space.family == "Indexed" and len(values) == 1:
            colours = indexed_colours(space)
            at = round(values[0])
            return colours[at] if 0 <= at < len(colours) else None
        return laid(space, values)

    def hold(self, paint: InkPaint, stroke: bool) -> None:
        if stroke:
            self.state.stroke = paint
        else:
            self.state.fill = paint

    def pattern(self, word: str, operands: list[Any], space: ColorSpace, stroke: bool) -> None:
        """Set a pattern on every plate."""
        obj = resource(self.resources, "Pattern", word)
        under: InkColor | None = None
        if space.base is not None and operands:
            values = [number(one) for one in operands]
            under = self.lay(space.base, [v for v in values if v is not None])
        made: dict[str, Any] = {}
        lays: frozenset[str] = frozenset()
        if is_stream(obj):
            made, lays = self.on.tile(obj, self.resources)
        elif is_dict(obj):
            found = self.shade(get(obj, "/Shading"))
            if found is not None:
                lays = found.lays
                made = {ink: self.shading_pattern(obj, one) for ink, one in found.planes.items()}
        else:
            self.on.tell(said("part.plates-unread"))
        colour = under or InkColor(dict.fromkeys(lays, 1.0), process=True)
        paint = InkPaint(space, colour if made else None, obj)
        self.hold(paint, stroke)
        self.flush()
        key = self.named(("pattern", reference(obj), word))
        letter = "SCN" if stroke else "scn"
        for ink, one in made.items():
            self.add(ink, "Pattern", key, one)
            if under is not None:
                self.add(
                    ink, "ColorSpace", "BU",
                    pikepdf.Array([pikepdf.Name.Pattern, pikepdf.Name.DeviceGray]),
                )  # fmt: skip
                text = f"/BU {'CS' if stroke else 'cs'} {_grey(under.of(ink))} /{key} {letter}"
            else:
                text = f"/Pattern {'CS' if stroke else 'cs'} /{key} {letter}"
            self.put(ink, text)

    def shading_pattern(self, obj: Obj, shading: Any) -> Any:
        """A pattern of `out` that is a shading, where another one is."""
        made = pikepdf.Dictionary(PatternType=2, Shading=shading)
        matrix = numbers(get(obj, "/Matrix"))
        if matrix:
            made.Matrix = pikepdf.Array([_decimal(v) for v in matrix])
        return self.on.out.make_indirect(made)

    def look(self, _operator: str, operands: list[Any], _one: Any) -> None:
        word = name(operands[0]) if operands else None
        given = resource(self.resources, "ExtGState", word or "?")
        if not is_dict(given):
            return
        apply(self.state, given)
        spots = len(self.on.inks) > 4
        made = grey_state(given, self.on.carried, self.on.tell, spots=spots)
        if not list(made.keys()):
            return
        self.flush()
        key = self.named(("state", word))
        for ink in self.on.inks:
            self.add(ink, "ExtGState", key, made)
            self.put(ink, f"/{key} gs")

    def font(self, _operator: str, operands: list[Any], one: Any) -> None:
        word = name(operands[0]) if operands else None
        obj = resource(self.resources, "Font", word or "?")
        if not is_dict(obj):
            self.on.tell(said("part.plates-unread"))
            return
        if name(get(obj, "/Subtype")) == "Type3" and _coloured(obj):
            self.on.tell(said("part.plates-type3"))
        for ink in self.on.inks:
            if word not in self.entries[ink].get("Font", {}):
                self.add(ink, "Font", word or "?", self.on.carried(obj))
        self.waiting.append(one)

    def render_mode(self, _operator: str, operands: list[Any], _one: Any) -> None:
        mode = integer(operands[0]) if operands else None
        self.state.mode = mode if mode is not None and 0 <= mode <= 7 else 0

    def marked(self, operator: str, operands: list[Any], _one: Any) -> None:
        if operator == "EMC":
            if self.hidden:
                self.hidden.pop()
            return
        hides = False
        if operator == "BDC" and len(operands) == 2 and name(operands[0]) == "OC":
            content = resource(self.resources, "Properties", name(operands[1]) or "?")
            hides = is_dict(content) and self.on.layers.hides(content)
        self.hidden.append(hides)

    def passed(self, _operator: str, _operands: list[Any], _one: Any) -> None:
        """What no plate needs."""

    # What is painted.

    def takes(self, paint: InkPaint, ink: str, overprint: bool) -> bool:
        """Whether a plate is painted with a colour, now."""
        found = paint.laid
        if found is None or self.off:
            return False
        if found.of(ink) > 0.0:
            self.lay_on(ink)
            return True
        if ink not in self.on.laid:
            return False  # white on bare paper
        return found.touches(ink, overprint=overprint, mode=self.state.opm)

    def lay_on(self, ink: str) -> None:
        """There is ink on a plate from now on."""
        self.on.laid.add(ink)
        self.on.recent.add(ink)

    def draw(self, operator: str, _operands: list[Any], _one: Any) -> None:
        """A path is filled, stroked, or both."""
        self.flush()
        state = self.state
        for ink in self.on.inks:
            fills = operator in FILLS and self.takes(state.fill, ink, state.over_fill)
            strokes = operator in STROKES and self.takes(state.stroke, ink, state.over_stroke)
            if fills and strokes:
                self.put(ink, operator)
            elif fills:
                self.put(ink, FILL_ONLY.get(operator, operator))
            elif strokes:
                self.put(ink, STROKE_ONLY.get(operator, operator))
            else:
                self.put(ink, "n")

    def show(self, _operator: str, _operands: list[Any], one: Any) -> None:
        """Text is shown."""
        state = self.state
        if state.mode in (3, 7):
            wanted = dict.fromkeys(self.on.inks, state.mode)
        else:
            fills, strokes = state.mode in (0, 2, 4, 6), state.mode in (1, 2, 5, 6)
            wanted = {
                ink: MODES[
                    fills and self.takes(state.fill, ink, state.over_fill),
                    strokes and self.takes(state.stroke, ink, state.over_stroke),
                ][state.mode]
                for ink in self.on.inks
            }
        if any(state.modes.get(ink, 0) != mode for ink, mode in wanted.items()):
            self.flush()
            for ink, mode in wanted.items():
                if state.modes.get(ink, 0) != mode:
                    self.put(ink, f"{mode} Tr")
                    state.modes[ink] = mode
        self.waiting.append(one)

    def shade(self, obj: Obj) -> Separated | None:
        """A shading on each plate; None, and told, where it cannot be."""
        try:
            space = self.on.store.shading(obj, self.resources).space
            return separated_shading(obj, space, self.on.out, value, self.on.inks)
        except UnmeasuredError as exc:
            self.on.tell(exc.why)
            return None

    def shading(self, _operator: str, operands: list[Any], _one: Any) -> None:
        """The clip is filled with a shading."""
        obj = resource(self.resources, "Shading", (name(operands[0]) if operands else None) or "?")
        found = self.shade(obj) if is_dict(obj) else None
        if found is not None:
            self.flush()
            key = self.named(("shading", reference(obj), name(operands[0])))
            for ink in self.on.inks:
                if self.shown(found, ink):
                    self.add(ink, "Shading", key, found.planes[ink])
                    self.put(ink, f"/{key} sh")

    def shown(self, found: Separated, ink: str) -> bool:
        """Whether a plate is painted with a picture or shading, now."""
        if self.off:
            return False
        if found.has(ink):
            self.lay_on(ink)
            return True
        return ink in self.on.laid and found.touches(ink, overprint=self.state.over_fill)

    def xobject(self, _operator: str, operands: list[Any], _one: Any) -> None:
        """A form or a picture."""
        word = (name(operands[0]) if operands else None) or "?"
        obj = resource(self.resources, "XObject", word)
        if not is_stream(obj):
            self.on.tell(said("part.plates-unread"))
            return
        layer = get(obj, "/OC")
        if is_dict(layer) and self.on.layers.hides(layer):
            return
        if name(get(obj, "/Subtype")) == "Form":
            if self.off:
                return
            for ink, one in self.on.form(obj, self.resources, self.state).items():
                self.call(ink, ("form", reference(one)), one)
            return
        self.image(obj, ("image", reference(obj), word))

    def image(self, obj: Any, key: object) -> None:
        """A picture, or a stencil that the colour is painted through."""
        if flag(get(obj, "/ImageMask")):
            state = self.state
            for ink in self.on.inks:
                if self.takes(state.fill, ink, state.over_fill):
                    self.call(ink, key, self.on.carried(obj))
            return
        given = get(obj, "/ColorSpace")
        space = self.on.store.spaces.read(given, self.resources) if given is not None else None
        found = self.on.picture(obj, space)
        if found is None:
            return
        bare = None
        for ink in self.on.inks:
            if self.shown(found, ink):
                plane = found.plane(ink)
                if plane is None:
                    bare = bare or self.on.out.make_indirect(white(obj, self.on))
                    plane = bare
                self.call(ink, key, plane)

    def call(self, ink: str, key: object, obj: Any) -> None:
        """InkPaint an XObject on one plate."""
        self.flush()
        word = self.named(key)
        self.add(ink, "XObject", word, obj)
        self.put(ink, f"/{word} Do")

    def inline(self, one: Any) -> None:
        """A picture that stands among the operators becomes an XObject."""
        try:
            obj = _unfolded(self.on.document.pdf, one, self.resources)
        except FAULTS:
            self.on.tell(said("part.plates-picture"))
            return
        self.image(obj, ("inline", len(self.names)))


def _coloured(font: Obj) -> bool:
    """Whether glyphs of a Type 3 font have colours of their own: they begin with d0."""
    procs = get(font, "/CharProcs")
    for _, proc in items(procs):
        try:
            if b"d1" not in decoded(proc, 1 << 22):
                return True
        except UnreadStreamError:
            return True
    return False


def grey_group(group: Obj) -> pikepdf.Dictionary:
    """A transparency group that mixes in grey."""
    made = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceGray)
    for key in ("/I", "/K"):
        if isinstance(flag(get(group, key)), bool):
            made[key] = bool(flag(get(group, key)))
    return made


def _unfolded(pdf: pikepdf.Pdf, one: Any, resources: Obj) -> Any:
    """An inline picture as a stream of its own."""
    inner = one.iimage
    made = pikepdf.Stream(pdf, bytes(inner._data._inline_image_raw_bytes()))
    tokens = list(inner._image_object)
    for key, given in zip(tokens[::2], tokens[1::2], strict=False):
        word = name(key) or "?"
        made[f"/{INLINE_KEYS.get(word, word)}"] = given
    packed = get(made, "/Filter")
    if packed is not None:
        parts = list(packed) if isinstance(packed, pikepdf.Array) else [packed]
        full = [pikepdf.Name(f"/{SHORT_NAMES.get(n, n)}") for n in (name(p) or "?" for p in parts)]
        made.Filter = full[0] if len(full) == 1 else pikepdf.Array(full)
    return made


def _start(ink: str) -> bytes:
    grey = b"0" if ink == "Black" else b"1"
    return grey + b" g " + grey + b" G"


def _grey(amount: float) -> str:
    return f"{1.0 - amount:.4f}".rstrip("0").rstrip(".") or "0"


def _decimal(number_: float) -> Decimal:
    return Decimal(f"{number_:.6f}")


_Worker = Callable[[_Run, str, list[Any], Any], None]


def _workers(*pairs: tuple[Iterable[str], _Worker]) -> dict[str, _Worker]:
    return {operator: worker for operators, worker in pairs for operator in operators}


_WORKERS: Final = _workers(
    (("q",), _Run.push),
    (("Q",), _Run.pop),
    (SET, _Run.device),
    (("cs", "CS"), _Run.space),
    (("sc", "scn", "SC", "SCN"), _Run.color),
    (("gs",), _Run.look),
    (("Tf",), _Run.font),
    (("Tr",), _Run.render_mode),
    (("BMC", "BDC", "EMC"), _Run.marked),
    (("MP", "DP", "ri", "i", "BX", "EX"), _Run.passed),
    (FILLS | STROKES, _Run.draw),
    (SHOWS, _Run.show),
    (("sh",), _Run.shading),
    (("Do",), _Run.xobject),
)
