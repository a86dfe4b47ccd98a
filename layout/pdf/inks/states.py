"""The graphics state as far as plates depend on it, and its dictionaries made fit for grey."""

from collections.abc import Callable
from typing import Any, Final

import pikepdf

from layout.pdf.inks.laid import BLACK, InkColor
from layout.pdf.objects import flag, get, integer, is_dict, items, name, one_or_many
from layout.pdf.spaces import GRAY, ColorSpace
from layout.words.said import Said, said

SEPARABLE: Final = frozenset((
    "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge",
    "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion",
))  # fmt: skip
"""Blend modes that work ink by ink: ISO 32000-1, table 136."""
NOT_WHITE: Final = frozenset(("Difference", "Exclusion"))
"""Modes that a spot does not know: 11.7.4.2."""
CARRIED: Final = frozenset((
    "LW", "LC", "LJ", "ML", "D", "Font", "FL", "SM", "SA", "SMask", "CA", "ca", "AIS", "TK",
))  # fmt: skip
TOLD: Final = ("TR", "TR2")


class InkPaint:
    """A colour that is set: a space, and what it lays; a pattern stands in `pattern`."""

    __slots__ = ("laid", "pattern", "space")

    def __init__(self, space: ColorSpace, laid: InkColor | None, pattern: Any = None) -> None:
        self.space = space
        self.laid = laid
        self.pattern = pattern

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from another one."""
        pattern = None if self.pattern is None else self.pattern.objgen
        return (self.laid.key if self.laid is not None else None, pattern, id(self.space))


class InkState:
    """What q keeps and Q gives back. `modes` are the render modes of text as plates have them.

    `group` says what is drawn in: an isolated group (`I`), one whose parts knock out one another
    (`K`), or neither.
    """

    __slots__ = (
        "blend", "fill", "group", "mode", "modes", "opm", "over_fill", "over_stroke", "stroke",
    )  # fmt: skip

    def __init__(self) -> None:
        self.fill = self.stroke = InkPaint(GRAY, BLACK)
        self.over_fill = self.over_stroke = False
        self.opm = 0
        self.mode = 0
        self.modes: dict[str, int] = {}
        self.blend = "Normal"
        self.group = ""

    def copy(self) -> "InkState":
        """The same state apart."""
        made = InkState.__new__(InkState)
        for slot in InkState.__slots__:
            setattr(made, slot, getattr(self, slot))
        made.modes = dict(self.modes)
        return made

    @property
    def key(self) -> tuple[object, ...]:
        """What a form that is drawn in it depends on."""
        return (
            self.fill.key,
            self.stroke.key,
            self.over_fill,
            self.over_stroke,
            self.opm,
            self.mode,
            self.group,
            *sorted(self.modes.items()),
        )


def apply(state: InkState, given: Any) -> None:
    """Take overprint from an ExtGState. ISO 32000-1, table 58: OP sets both where op is missing."""
    stroked, filled = flag(get(given, "/OP")), flag(get(given, "/op"))
    if stroked is not None:
        state.over_stroke = stroked
        if filled is None:
            state.over_fill = stroked
    if filled is not None:
        state.over_fill = filled
    blend = get(given, "/BM")
    if blend is not None:
        names = [name(one) or "?" for one in one_or_many(blend)]
        state.blend = next((m for m in names if m in SEPARABLE), "Normal")
    mode = integer(get(given, "/OPM"))
    if mode is not None:
        state.opm = mode


def grey_state(
    given: Any, carried: Callable[[Any], Any], tell: Callable[[Said], None], *, spots: bool
) -> pikepdf.Dictionary:
    """An ExtGState without overprint and without what means something to a press alone."""
    made = pikepdf.Dictionary()
    for key, value in items(given):
        if key in CARRIED:
            made[f"/{key}"] = _brought(value, carried)
        elif key == "BM":
            modes = [name(one) or "?" for one in one_or_many(value)]
            mode = next((m for m in modes if m in SEPARABLE), "")
            if not mode or (spots and mode in NOT_WHITE):
                tell(said("part.plates-blend", mode=modes[0] if modes else "?"))
            made.BM = pikepdf.Name(f"/{mode or 'Normal'}")
        elif key in TOLD and name(value) not in ("Identity", "Default"):
            tell(said("part.plates-transfer"))
    return made


def _brought(value: Any, carried: Callable[[Any], Any]) -> Any:
    if is_dict(value) or isinstance(value, pikepdf.Array):
        return carried(value)
    return value
