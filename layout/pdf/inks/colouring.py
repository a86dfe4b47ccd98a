"""The operators that set something, on every plate: colours, patterns, states, fonts, layers."""

from collections.abc import Sequence
from typing import Any, Final

import pikepdf

from layout.pdf.functions import value
from layout.pdf.inks.gradients import separated_shading
from layout.pdf.inks.laid import InkColor, laid
from layout.pdf.inks.platetext import PlateText, decimal, grey
from layout.pdf.inks.samples import Separated, UnmeasuredError, indexed_colours
from layout.pdf.inks.states import InkPaint, apply, grey_state
from layout.pdf.objects import (
    Obj,
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
from layout.pdf.resources import resource
from layout.pdf.spaces import CMYK, GRAY, RGB, ColorSpace
from layout.pdf.streams import UnreadStreamError, decoded
from layout.words.said import said

SET: Final = {
    "g": (GRAY, False), "G": (GRAY, True), "rg": (RGB, False), "RG": (RGB, True),
    "k": (CMYK, False), "K": (CMYK, True),
}  # fmt: skip


class Colouring(PlateText):
    """A stream whose colours are set on every plate."""

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
                self.put(ink, f"{grey(found.of(ink))} {'G' if stroke else 'g'}")

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
                text = f"/BU {'CS' if stroke else 'cs'} {grey(under.of(ink))} /{key} {letter}"
            else:
                text = f"/Pattern {'CS' if stroke else 'cs'} /{key} {letter}"
            self.put(ink, text)

    def shading_pattern(self, obj: Obj, shading: Any) -> Any:
        """A pattern of `out` that is a shading, where another one is."""
        made = pikepdf.Dictionary(PatternType=2, Shading=shading)
        matrix = numbers(get(obj, "/Matrix"))
        if matrix:
            made.Matrix = pikepdf.Array([decimal(v) for v in matrix])
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

    def shade(self, obj: Obj) -> Separated | None:
        """A shading on each plate; None, and told, where it cannot be."""
        try:
            space = self.on.store.shading(obj, self.resources).space
            return separated_shading(obj, space, self.on.out, value, self.on.inks)
        except UnmeasuredError as exc:
            self.on.tell(exc.why)
            return None


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
