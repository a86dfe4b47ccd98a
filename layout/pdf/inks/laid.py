"""What a colour lays of each ink, and which plates it touches. ISO 32000-1, 8.6 and 11.7.4."""

from collections.abc import Sequence
from typing import Final

from layout.pdf.spaces import PROCESS, ColorSpace
from layout.record import record

INKS: Final = PROCESS["DeviceCMYK"]
ALL: Final = "All"
NONE: Final = "None"


@record(kw_only=False)
class InkColor:
    """A colour as ink: the `amounts` of those that it names, 0 to 1.

    `direct` is one of DeviceCMYK set as such, of which overprint mode 1 leaves inks of nothing as
    they are. `process` says that it has to do with the four process inks, all of them; of a spot it
    is false. `guessed` says that the file names no inks: its grey goes to Black and the rest to two
    inks.
    """

    amounts: dict[str, float]
    process: bool
    direct: bool = False
    guessed: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from another colour."""
        return (*self.amounts.items(), self.process, self.direct)

    @property
    def nothing(self) -> bool:
        """Whether it is the colour None, which paints no plate."""
        return NONE in self.amounts and len(self.amounts) == 1

    def of(self, ink: str) -> float:
        """What is laid of an ink."""
        found = self.amounts.get(ink)
        return self.amounts.get(ALL, 0.0) if found is None else found

    def touches(self, ink: str, *, overprint: bool, mode: int) -> bool:
        """Whether a plate is painted, be it bare."""
        if self.nothing:
            return False
        if not overprint or ALL in self.amounts:
            return True
        if not self.process:
            return ink in self.amounts
        if ink not in INKS:
            return False
        return not (self.direct and mode == 1) or self.of(ink) > 0.0


BLACK: Final = InkColor({"Black": 1.0}, process=True)


def laid(space: ColorSpace, components: Sequence[float]) -> InkColor | None:
    """A colour of a space as ink; None where the space cannot be put into ink."""
    values = [min(1.0, max(0.0, value)) for value in components]
    if space.components != len(values):
        return None
    found = space.default if space.default is not None else space
    family = found.family
    if family in ("Separation", "DeviceN"):
        return InkColor(dict(zip(found.inks, values, strict=True)), process=False)
    count = found.components
    if family in ("DeviceCMYK", "ICCBased", "DeviceGray", "CalGray"):
        if count == 4:
            amounts = dict(zip(INKS, values, strict=True))
            return InkColor(amounts, process=True, direct=found is space and family == "DeviceCMYK")
        if count == 1:
            return InkColor({"Black": 1.0 - values[0]}, process=True)
    if family in ("DeviceRGB", "ICCBased", "CalRGB") and count == 3:
        return InkColor(grey_replaced(values), process=True, guessed=True)
    return None


def grey_replaced(rgb: Sequence[float]) -> dict[str, float]:
    """Red, green and blue as ink: all grey is Black."""
    inks = [1.0 - value for value in rgb]
    black = min(inks)
    return dict(zip(INKS, (*[ink - black for ink in inks], black), strict=True))


def indexed(space: ColorSpace, table: bytes) -> list[InkColor | None]:
    """The colours of an Indexed space, by index."""
    base = space.base
    if base is None or not base.components:
        return []
    wide = base.components
    count = min(space.most + 1, len(table) // wide)
    return [laid(base, [v / 255 for v in table[at * wide :][:wide]]) for at in range(count)]
