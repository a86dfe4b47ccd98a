"""A page that is to be placed, walked with all it draws: RGB in it becomes ink, and what it holds
is gathered. ISO 32000-1, 8.6.

The form is changed in place. A grey of RGB becomes black ink alone, so that black type and rules
stay sharp; CMYK, grey and spot colours stay as they are. ICC profiles of CMYK are dropped: the
numbers of an advert are those that its maker meant for a press.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final

import pikepdf

from layout.pdf.functions import FunctionError, converted
from layout.pdf.inkimages import put_into_ink
from layout.pdf.inkops import recoloured
from layout.pdf.inkspaces import KEPT, InkSpace
from layout.pdf.lab import srgb_of_lab
from layout.pdf.overprint import OFF, ON, overprinted
from layout.record import replace

Inks = Callable[[bytes, bytes | None], bytes]
"""RGB, three bytes a colour, as four bytes of ink; and the ICC profile of the RGB, where it has
one."""
MOST_DEEP: Final = 28
GREY: Final = 1 / 400
"""By which the three of a grey may differ."""
NEAR_BLACK: Final = (0.17, 0.04)
"""What the most of the three of a black may be, and their difference: a black of four inks as
programs turn it into RGB (#231F20)."""
_CMYK: Final = pikepdf.Name.DeviceCMYK
_GRAY: Final = pikepdf.Name.DeviceGray

_RGB: Final = InkSpace(put=_CMYK, kind="rgb", set_in=_CMYK)
_GREY_SPACE: Final = InkSpace(put=_GRAY, kind="gray", set_in=_CMYK)
_DEVICE: Final = {
    "/DeviceRGB": _RGB, "/RGB": _RGB, "/CalRGB": _RGB, "/CalGray": _GREY_SPACE,
    "/DeviceCMYK": KEPT, "/DeviceGray": KEPT,
}  # fmt: skip


class Recolour:
    """Walks a form. `told` and the sets are what it met."""

    def __init__(self, inks: Inks, pdf: Any) -> None:
        self.inks = inks
        self.pdf = pdf
        self.converted: dict[str, None] = {}
        self.left: dict[str, None] = {}
        self.barred: dict[str, None] = {}
        self.fonts: dict[str, Any] = {}
        self.spots: dict[str, None] = {}
        self.transparent = False
        self.layers: list[Any] = []
        self._groups: list[Any] = []
        self.drawn = False
        self._done: set[tuple[int, int]] = set()
        self._spaces: dict[tuple[int, int], dict[str, InkSpace]] = {}
        self._single: dict[tuple[int, int], InkSpace] = {}
        self._quads: dict[tuple[tuple[float, ...], bytes | None], tuple[float, ...]] = {}

    def form(self, form: Any, outer: Any = None, deep: int = 0) -> None:
        """A form, a tiling pattern or a glyph of Type 3, with what it draws."""
        if deep > MOST_DEEP:
            raise RecursionError
        if form.objgen in self._done:
            return
        self._done.add(form.objgen)
        own = form.get("/Resources")
        resources = own if isinstance(own, pikepdf.Dictionary) else outer
        if resources is None:
            resources = pikepdf.Dictionary()
        self._group(form)
        self._layer(form)
        spaces = self._resources(resources, deep)
        self._content(form, resources, spaces)

    def whole(self, form: Any) -> None:
        """The form with all it draws. Groups in which nothing is see-through are none afterwards:
        many a program makes one of everything, and PDF/X-1a takes none."""
        self.form(form)
        for one in () if self.transparent else self._groups:
            del one["/Group"]

    def _group(self, form: Any) -> None:
        group = form.get("/Group")
        if isinstance(group, pikepdf.Dictionary):
            self._groups.append(form)
            if group.get("/CS") is not None:
                group.CS = _CMYK

    def _layer(self, one: Any) -> None:
        layer = one.get("/OC")
        if layer is not None:
            self.layers.append(layer)

    def _resources(self, resources: Any, deep: int) -> dict[str, InkSpace]:
        spaces = self._named_spaces(resources)
        for layer in _values(resources, "/Properties"):
            if str(layer.get("/Type", "")) in ("/OCG", "/OCMD"):
                self.layers.append(layer)
        for shading in _values(resources, "/Shading"):
            self._shading(shading)
        for pattern in _values(resources, "/Pattern"):
            if isinstance(pattern, pikepdf.Stream):
                self.form(pattern, resources, deep + 1)
            elif pattern.get("/Shading") is not None:
                self._shading(pattern.Shading)
            if pattern.get("/ExtGState") is not None:
                self._state(pattern.ExtGState, resources, deep)
        for state in _values(resources, "/ExtGState"):
            self._state(state, resources, deep)
        for one in _values(resources, "/XObject"):
            kind = str(one.get("/Subtype", ""))
            if kind == "/Form":
                self.form(one, resources, deep + 1)
            elif kind == "/Image":
                self._layer(one)
                self._image(one)
            else:
                self.barred["part.art-postscript"] = None
        for font in _values(resources, "/Font"):
            if str(font.get("/Subtype", "")) == "/Type3":
                inside = font.get("/Resources", resources)
                for glyph in _values(font, "/CharProcs"):
                    self.form(glyph, inside, deep + 1)
        return spaces

    def _named_spaces(self, resources: Any) -> dict[str, InkSpace]:
        table = resources.get("/ColorSpace")
        if not isinstance(table, pikepdf.Dictionary):
            return {}
        at = table.objgen if table.is_indirect else None
        if at is not None and at in self._spaces:
            return self._spaces[at]
        found: dict[str, InkSpace] = {}
        for key in list(table.keys()):
            if key in ("/DefaultRGB", "/DefaultCMYK", "/DefaultGray"):
                del table[key]  # device colours are those of the press
                continue
            space = self.space(table[key])
            found[key] = space
            if space.put is not None:
                table[key] = space.set_in
        if at is not None:
            self._spaces[at] = found
        return found

    def space(self, given: Any) -> InkSpace:
        """What a colour space is, and what takes its place. Kept by the number of its object, as
        what it leads to is changed once."""
        at = given.objgen if isinstance(given, pikepdf.Object) and given.is_indirect else None
        if at is not None and at in self._single:
            return self._single[at]
        made = self._space(given)
        if at is not None:
            self._single[at] = made
        return made

    def _space(self, given: Any) -> InkSpace:
        name = str(given if isinstance(given, pikepdf.Name) else given[0])
        if name in _DEVICE:
            return _DEVICE[name]
        if name == "/Lab":
            return InkSpace(put=_CMYK, kind="lab", set_in=_CMYK, lab=_lab_range(given[1]))
        if name == "/ICCBased":
            return _of_profile(given[1])
        if name in ("/Indexed", "/I"):
            return self._indexed(given)
        if name in ("/Separation", "/DeviceN"):
            return self._spot(given)
        if name == "/Pattern" and isinstance(given, pikepdf.Array) and len(given) > 1:
            under = self.space(given[1])
            if under.put is not None:
                put = pikepdf.Array([pikepdf.Name.Pattern, under.set_in])
                return replace(under, put=put, set_in=put)
        return KEPT

    def _indexed(self, given: Any) -> InkSpace:
        base = self.space(given[1])
        if base.put is None:
            return KEPT
        table = given[3].read_bytes() if isinstance(given[3], pikepdf.Stream) else bytes(given[3])
        if base.turned:
            colours = [
                tuple(v / 255 for v in table[n : n + 3]) for n in range(0, len(table) - 2, 3)
            ]
            if base.kind == "lab":
                low = (0.0, base.lab[0], base.lab[2])
                high = (100.0, base.lab[1], base.lab[3])
                colours = [
                    tuple(a + v * (b - a) for v, a, b in zip(c, low, high, strict=True))
                    for c in colours
                ]
            quads = self.quads(colours, base)
            table = bytes(round(255 * v) for quad in quads for v in quad)
            self.converted["part.art-pictures"] = None
        put = pikepdf.Array([pikepdf.Name.Indexed, base.put, given[2], pikepdf.String(table)])
        return InkSpace(put=put, set_in=put)

    def _spot(self, given: Any) -> InkSpace:
        names = [given[1]] if str(given[0]) == "/Separation" else list(given[1])
        for one in names:
            if str(one) not in ("/All", "/None", "/Cyan", "/Magenta", "/Yellow", "/Black"):
                self.spots[str(one)[1:]] = None
        alternate = self.space(given[2])
        if alternate.put is None:
            return KEPT
        items = list(given)
        if alternate.turned:
            try:
                items[3] = converted(
                    self.pdf, given[3], lambda some: self.quads(some, alternate, even=True)
                )
            except FunctionError:
                self.left["part.art-spot"] = None
                return KEPT
        items[2] = alternate.put
        put = pikepdf.Array(items)
        return InkSpace(put=put, set_in=put)

    def quads(
        self, colours: Sequence[tuple[float, ...]], space: InkSpace, *, even: bool = False
    ) -> list[tuple[float, ...]]:
        """Colours of a space as inks of 0 to 1. Greys are black alone; where they are `even`, of
        one gradient, only if all of them are."""
        rgb = [srgb_of_lab(*c) for c in colours] if space.kind == "lab" else list(colours)
        profile = space.profile if space.kind == "rgb" else None
        grey = [max(c) - min(c) <= GREY for c in rgb]
        if even and not all(grey):
            grey = [False] * len(rgb)
        elif not even:
            most, apart = NEAR_BLACK
            grey = [g or (max(c) <= most and max(c) - min(c) <= apart)
                    for g, c in zip(grey, rgb, strict=True)]  # fmt: skip
        data = bytes(round(255 * min(1.0, max(0.0, v))) for c in rgb for v in c)
        made = self.inks(data, profile)
        out: list[tuple[float, ...]] = []
        for at, (colour, is_grey) in enumerate(zip(rgb, grey, strict=True)):
            if is_grey:
                near = not max(colour) - min(colour) <= GREY
                out.append((0.0, 0.0, 0.0, 1.0 if near else 1.0 - sum(colour) / 3))
            else:
                out.append(tuple(v / 255 for v in made[4 * at : 4 * at + 4]))
        return out

    def colour(self, operands: Sequence[Any], space: InkSpace) -> list[Any]:
        """The operands of a colour as inks."""
        parts = tuple(float(v) for v in operands)
        if space.kind == "gray":
            return [_decimal(v) for v in (0.0, 0.0, 0.0, 1 - min(1.0, max(0.0, parts[0])))]
        if space.kind == "rgb":
            parts = tuple(min(1.0, max(0.0, v)) for v in parts)
        key = (parts, space.profile)
        if key not in self._quads:
            self._quads[key] = self.quads([parts], space)[0]
            self.converted["part.art-colours"] = None
        return [_decimal(v) for v in self._quads[key]]

    def _shading(self, shading: Any) -> None:
        if shading.objgen != (0, 0):
            if shading.objgen in self._done:
                return
            self._done.add(shading.objgen)
        space = self.space(shading.ColorSpace)
        kind = int(shading.get("/ShadingType", 0))
        if not space.turned:
            if space.put is not None:
                shading.ColorSpace = space.put
            return
        if shading.get("/Function") is None or kind == 1:
            self.left["part.art-mesh"] = None
            return
        try:
            made = converted(
                self.pdf, shading.Function, lambda some: self.quads(some, space, even=True)
            )
        except FunctionError:
            self.left["part.art-mesh"] = None
            return
        shading.Function, shading.ColorSpace = made, space.put
        for key in ("/Background",):
            if shading.get(key) is not None:
                shading[key] = pikepdf.Array(self.colour(list(shading[key]), space))
        self.converted["part.art-gradients"] = None

    def _state(self, state: Any, resources: Any, deep: int) -> None:
        for key in ("/ca", "/CA"):
            if float(state.get(key, 1)) < 1:
                self.transparent = True
        mode = state.get("/BM")
        modes = list(mode) if isinstance(mode, pikepdf.Array) else [mode]
        if mode is not None and str(modes[0]) not in ("/Normal", "/Compatible"):
            self.transparent = True
        mask = state.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary):
            self.transparent = True
            group = mask.G
            space = KEPT
            if group.get("/Group") is not None and group.Group.get("/CS") is not None:
                space = self.space(group.Group.CS)
            if mask.get("/BC") is not None and space.turned:
                mask.BC = pikepdf.Array(self.colour(list(mask.BC), space))
            self.form(group, resources, deep + 1)
        for key, none in (("/TR", "/Identity"), ("/TR2", "/Default")):
            if state.get(key) is not None and str(state[key]) != none:
                self.barred["part.art-transfer"] = None
        font = state.get("/Font")
        if isinstance(font, pikepdf.Array):
            self._font(font[0])

    def _image(self, image: Any) -> None:
        if image.objgen in self._done:
            return
        self._done.add(image.objgen)
        if image.get("/SMask") is not None or int(image.get("/SMaskInData", 0)):
            self.transparent = True
        put_into_ink(image, self.space, self.inks, self.converted, self.left)

    def _font(self, font: Any) -> None:
        self.fonts[str(font.get("/BaseFont", font.objgen))] = font

    def _content(self, form: Any, resources: Any, spaces: dict[str, InkSpace]) -> None:
        fonts = resources.get("/Font")
        changed, used, painted = recoloured(form, spaces, self.colour, self.left)
        self.drawn = self.drawn or painted
        if isinstance(fonts, pikepdf.Dictionary):
            for name in used:
                font = fonts.get(name)
                if isinstance(font, pikepdf.Dictionary):
                    self._font(font)
        if changed is not None:
            changed = self._over(changed, resources, spaces) or changed
            form.write(pikepdf.unparse_content_stream(changed))

    def _over(
        self, operators: list[Any], resources: Any, spaces: dict[str, InkSpace]
    ) -> list[Any] | None:
        """Operators whose black overprints, where nothing there says itself what does."""
        states = resources.get("/ExtGState", {})
        own = [state for name, state in states.items() if name not in (ON, OFF)]
        if any(key in state for state in own for key in ("/OP", "/op")):
            return None
        in_ink = {name for name, space in spaces.items() if space.set_in == _CMYK}
        made = overprinted(operators, lambda name: name == "/DeviceCMYK" or name in in_ink)
        if made is not None:
            table = resources.get("/ExtGState")
            if not isinstance(table, pikepdf.Dictionary):
                resources["/ExtGState"] = table = pikepdf.Dictionary()
            for name, over in ((ON, True), (OFF, False)):
                table[name] = pikepdf.Dictionary(
                    Type=pikepdf.Name.ExtGState, OP=over, op=over, OPM=1
                )
        return made


def _values(holder: Any, key: str) -> list[Any]:
    """The dictionaries and streams of a table."""
    table = holder.get(key)
    if not isinstance(table, pikepdf.Dictionary):
        return []
    return [v for v in table.values() if isinstance(v, pikepdf.Dictionary | pikepdf.Stream)]


def _of_profile(stream: Any) -> InkSpace:
    """What a space is that a profile describes: by the number of its components."""
    parts = int(stream.get("/N", 3))
    if parts != 3:
        return InkSpace(put=_CMYK, set_in=_CMYK) if parts == 4 else _GREY_SPACE
    profile = stream.read_bytes()
    if profile[16:20] == b"Lab ":
        return InkSpace(put=_CMYK, kind="lab", set_in=_CMYK, lab=(-128, 127, -128, 127))
    return InkSpace(put=_CMYK, kind="rgb", set_in=_CMYK, profile=profile)


def _lab_range(entries: Any) -> tuple[float, ...]:
    return tuple(float(v) for v in entries.get("/Range", [-100, 100, -100, 100]))


def _decimal(value: float) -> Any:

    return Decimal(f"{value:.4f}".rstrip("0").rstrip("."))
