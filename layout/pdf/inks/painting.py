"""The operators that paint, taken off the plates that they leave as they are."""

from collections.abc import Callable, Iterable
from typing import Any, Final

import pikepdf

from layout.pdf.inks.colouring import SET, Colouring
from layout.pdf.inks.samples import Separated, white
from layout.pdf.inks.states import InkPaint
from layout.pdf.objects import FAULTS, Obj, flag, get, is_dict, is_stream, name, reference
from layout.pdf.resources import INLINE_KEYS, resource
from layout.pdf.streams import SHORT_NAMES
from layout.words.said import said

FILLS: Final = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
STROKES: Final = frozenset(("S", "s", "B", "B*", "b", "b*"))
FILL_ONLY: Final = {"B": "f", "B*": "f*", "b": "h f", "b*": "h f*"}
STROKE_ONLY: Final = {"B": "S", "B*": "S", "b": "s", "b*": "s"}
SHOWS: Final = frozenset(("Tj", "TJ", "'", '"'))
MODES: Final = {
    (True, True): {0: 0, 1: 1, 2: 2, 4: 4, 5: 5, 6: 6},
    (True, False): {0: 0, 1: 3, 2: 0, 4: 4, 5: 7, 6: 4},
    (False, True): {0: 3, 1: 1, 2: 1, 4: 7, 5: 5, 6: 5},
    (False, False): {0: 3, 1: 3, 2: 3, 4: 7, 5: 7, 6: 7},
}
"""What a render mode of text becomes where a plate takes its filling, its stroking or both."""


class Painting(Colouring):
    """A stream that paints on every plate what it has of it."""

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

    def veils(self, paint: InkPaint, ink: str, overprint: bool) -> bool:
        """Whether a colour that leaves a plate as it is hides what lies under the group it is in.

        In an isolated group there is nothing that it could leave as it is but what the group itself
        has painted: ISO 32000-1, 11.7.4.2. White that is multiplied does the same.
        """
        if not self.state.group or paint.laid is None or self.off or ink not in self.on.laid:
            return False
        if paint.laid.of(ink) > 0.0 or paint.laid.nothing:
            return False
        if paint.laid.touches(ink, overprint=overprint, mode=self.state.opm):
            return False
        if self.state.group == "K":
            self.on.tell(said("part.plates-group"))
        return self.state.group == "I"

    def multiplied(self, ink: str, drawn: str) -> None:
        """Paint with the colour that is set, multiplied."""
        before = self.state.blend
        for blend in ("Multiply", before):
            self.add(
                ink, "ExtGState", f"V{blend}", pikepdf.Dictionary(BM=pikepdf.Name(f"/{blend}"))
            )
        self.put(ink, f"/VMultiply gs {drawn} /V{before} gs")

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
            elif operator in FILLS and self.veils(state.fill, ink, state.over_fill):
                self.multiplied(ink, FILL_ONLY.get(operator, operator))
            elif operator in STROKES and self.veils(state.stroke, ink, state.over_stroke):
                self.multiplied(ink, STROKE_ONLY.get(operator, operator))
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
        veiled = [
            ink
            for ink, mode in wanted.items()
            if mode == 3 and state.mode == 0 and self.veils(state.fill, ink, state.over_fill)
        ]
        for ink in veiled:
            wanted[ink] = 0
        if any(state.modes.get(ink, 0) != mode for ink, mode in wanted.items()):
            self.flush()
            for ink, mode in wanted.items():
                if state.modes.get(ink, 0) != mode:
                    self.put(ink, f"{mode} Tr")
                    state.modes[ink] = mode
        if not veiled:
            self.waiting.append(one)
            return
        self.flush()
        drawn = pikepdf.unparse_content_stream([one]).decode("latin-1")
        for ink in self.on.inks:
            if ink in veiled:
                self.multiplied(ink, drawn)
            else:
                self.put(ink, drawn)

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
        if ink not in self.on.laid:
            return False
        touched = found.touches(ink, overprint=self.state.over_fill)
        if not touched and self.state.group:
            self.on.tell(said("part.plates-group"))
        return touched

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


_Worker = Callable[[Painting, str, list[Any], Any], None]


def _workers(*pairs: tuple[Iterable[str], _Worker]) -> dict[str, _Worker]:
    return {operator: worker for operators, worker in pairs for operator in operators}


_WORKERS: Final = _workers(
    (("q",), Painting.push),
    (("Q",), Painting.pop),
    (SET, Painting.device),
    (("cs", "CS"), Painting.space),
    (("sc", "scn", "SC", "SCN"), Painting.color),
    (("gs",), Painting.look),
    (("Tf",), Painting.font),
    (("Tr",), Painting.render_mode),
    (("BMC", "BDC", "EMC"), Painting.marked),
    (("MP", "DP", "ri", "i", "BX", "EX"), Painting.passed),
    (FILLS | STROKES, Painting.draw),
    (SHOWS, Painting.show),
    (("sh",), Painting.shading),
    (("Do",), Painting.xobject),
)
