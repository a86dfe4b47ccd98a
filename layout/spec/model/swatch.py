"""What a colour of a style sheet may be: inks, another colour or its tint, a spot ink (专色), or a
black of several inks (深黑), which must be named to be had."""

import re
import unicodedata
from typing import Final

from layout.color import PROCESS, RICH_FROM, Color
from layout.diagnostics import shown
from layout.record import record
from layout.spec.reader.fields import Fault, Faults, RecordKind, Schema, Written, misplaced, option
from layout.spec.reader.kinds import ColorKind, Name, TextKind
from layout.spec.reader.nodes import Node, Scalar
from layout.words.said import Said, said

MOST_BYTES: Final = 127
"""Of a name in a PDF file (ISO 32000-1, table C.1); a spot's is written in UTF-8."""

_NO_SPOT: Final = frozenset(
    (
        # ISO 32000-1, 8.6.6.4: an ink of all plates, and one of none.
        "all", "none",
        # The inks of the four plates, as programs and people call them; a file with a spot of such
        # a name has two plates for one ink, or one for two.
        *(name.casefold() for name in PROCESS), *"cmyk", "cmyk", "gray", "grey", "registration",
        "青", "品红", "洋红", "品", "黄", "黑", "四色", "套版色", "套印色",
    )
)  # fmt: skip
_SHORT: Final = re.compile(r"(spot|rich)\s+(.+)", re.ASCII)


def alike(name: str) -> str:
    """What two names of spots have in common that are one ink to a person: no case, no spaces, no
    hyphens, no difference of full width."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join([c for c in folded if c not in "-_‐‑–—" and not c.isspace()])


@record(kw_only=False)
class _SpotNameKind(TextKind):
    """The name of a spot ink: of its plate, and in the file."""

    def read(self, node: Node, faults: Faults) -> str:
        name = TextKind.read(self, node, faults)
        fault = spot_fault(name)
        if fault is not None:
            raise Fault(node, fault)
        return name


def spot_fault(name: str) -> Said | None:
    """Why a spot may not be called so; None where it may."""
    plain = alike(name).removeprefix("process")
    if plain in _NO_SPOT or not plain:
        return said("SPOT.reserved", name=shown(name))
    if name != name.strip() or len(name.encode("utf-8")) > MOST_BYTES:
        return said("SPOT.name", name=shown(name, 40), most=MOST_BYTES)
    return None


@record(kw_only=False)
class _AlternateKind(ColorKind):
    """The inks that stand for a spot on a screen, to a hundredth of a per cent."""

    def read(self, node: Node, faults: Faults) -> Color:
        made = ColorKind.read(self, node, faults)
        if not isinstance(made, Color):
            raise misplaced(node, self)
        if not made.total:
            raise Fault(node, said("SPOT.no-alternate"))
        return Color(round(made.c, 2), round(made.m, 2), round(made.y, 2), round(made.k, 2))

    def words(self) -> Said:
        return said("part.kind-inks")


_ALTERNATE: Final = _AlternateKind()


@record(kw_only=False)
class _RichKind(ColorKind):
    """The inks of a rich black."""

    rich: bool = True

    def read(self, node: Node, faults: Faults) -> Color:
        made = ColorKind.read(self, node, faults)
        if not isinstance(made, Color):
            raise misplaced(node, self)
        if not made.is_rich:
            raise Fault(node, said("RICH-BLACK.none", color=str(made), least=RICH_FROM))
        return made

    def words(self) -> Said:
        return said("part.kind-inks")


_RICH: Final = _RichKind()


@record
class Swatch(Written):
    """A spot ink (专色), on a plate of its own. `spot M20 Y60 K20` is short for one that is called
    as the colour is."""

    spot: str = option(
        _SpotNameKind(42, "part.kind-spot-name", copy=False),
        "what the ink is called, as the printer knows it: `PANTONE 871 C`",
        required=True,
    )
    alternate: Color = option(
        _ALTERNATE,
        "inks that look most like it, for screens, proofs and presses without it",
        required=True,
        key="as",
    )


@record(kw_only=False)
class SwatchKind(RecordKind):
    """Inks, the name of a colour or a tint of one; `rich K100 C40`; a spot ink, as a mapping or in
    short."""

    def read(self, node: Node, faults: Faults) -> Color | Name | Swatch:
        if not isinstance(node, Scalar) or node.is_null:
            made: Swatch = RecordKind.read(self, node, faults)
            return made
        short = _SHORT.fullmatch(node.text)
        if short is None:
            return ColorKind().read(node, faults)
        inks = Scalar(short[2], node.place, plain=node.plain)
        if short[1] == "rich":
            return _RICH.read(inks, faults)
        return Swatch(
            place=node.place,
            places={"as": node.place},
            spot="",
            alternate=_ALTERNATE.read(inks, faults),
        )

    def schema(self) -> Schema:
        return {"anyOf": [ColorKind().schema(), RecordKind.schema(self)]}

    def words(self) -> Said:
        return said("part.kind-or-record", kind=ColorKind().words(), record=RecordKind.words(self))


SWATCH: Final = SwatchKind(Swatch)
