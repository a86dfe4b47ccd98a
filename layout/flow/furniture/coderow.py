"""Codes side by side in a masthead: as high as one another, with their words under them."""

from collections.abc import Sequence
from typing import Final

from layout.diagnostics import Diagnostic
from layout.flow.furniture.code import USUAL, SetCode, set_code
from layout.flow.placed import PlacedItem
from layout.flow.type.setter import Setter
from layout.record import replace
from layout.spec.resolve.resolved import RCode

GAP: Final = 4.0
"""Points between two codes, besides the white that belongs to each."""


class CodeRow:
    """Codes with their sizes chosen, in a row."""

    def __init__(
        self,
        setter: Setter,
        codes: Sequence[RCode],
        room: float,
        height: float | None,
        out: str = "",
    ) -> None:
        """Codes in `room` points, `height` high or as they are; the white of the outermost may
        stand `out` of the room at a side, "left" or "right", so that its ink ends with the rest."""
        each = max(1.0, (room - GAP * (len(codes) - 1)) / len(codes))
        self._codes = [_set(setter, code, each, height) for code in codes]
        self._before = self._codes[0].bleed(0) if out == "left" else 0.0
        self._after = self._codes[-1].bleed(1) if out == "right" else 0.0

    @property
    def width(self) -> float:
        """Points across, less what stands out."""
        whole = sum(code.width for code in self._codes) + GAP * (len(self._codes) - 1)
        return whole - self._before - self._after

    @property
    def height(self) -> float:
        """Points down."""
        return max(code.height for code in self._codes)

    def at(self, x: float, y: float, node: str) -> list[PlacedItem]:
        """What is drawn of them, their top left at `x` and `y`."""
        items: list[PlacedItem] = []
        x -= self._before
        for number, code in enumerate(self._codes, 1):
            items += code.at(x, y + self.height - code.height, f"{node}#code{number}")
            x += code.width + GAP
        return items

    def told(self, room: float, height: float | None) -> list[Diagnostic]:
        """What is told of them in a room of so many points."""
        high = self.height if height is None else height
        return [d for code in self._codes for d in code.told(room, high)]


def _set(setter: Setter, code: RCode, room: float, height: float | None) -> SetCode:
    """A code in a row: a QR code that does not say its size is `USUAL`, or as large as fits."""
    made = set_code(setter, code, room, height)
    if code.symbol.bars or code.size is not None:
        return made
    return replace(made, module=min(made.module, USUAL / len(code.symbol.rows)))
