"""What ink a colour of a PDF lays: how much of which plate, and whether it is black or white.

Grey is laid on the black plate, as a press without colour management does; a Separation All on
every plate of the process; None on none. What says nothing of inks (RGB, Lab, a profile) is None,
never white.
"""

from typing import Final

from layout.color import PROCESS
from layout.pdf.painted import Paint

NOTHING: Final = 0.0005
"""Less ink than this is none: half of what a byte can say of a thousandth."""
SOLID: Final = 1.0 - 0.002
"""From here on an ink is solid: 255 of 255, and what programs write of 100 %."""


def inks(paint: Paint | None) -> dict[str, float] | None:
    """The ink of each plate, 0 to 1, those without any left out; None where that is unknown."""
    amounts = paint.amounts() if paint is not None else None
    if amounts is None:
        return None
    laid: dict[str, float] = {}
    for name, amount in amounts.items():
        for plate in PROCESS if name == "All" else () if name == "None" else (name,):
            if amount > NOTHING:
                laid[plate] = max(laid.get(plate, 0.0), min(amount, 1.0))
    return laid


def is_black(paint: Paint | None) -> bool:
    """Whether a colour is solid black of the black plate alone, in whatever space.

    GWG2015, 3.11: CMYK 0 0 0 1, grey 0, a Separation Black of 1.
    """
    laid = inks(paint)
    return laid is not None and set(laid) == {"Black"} and laid["Black"] >= SOLID


def is_white(paint: Paint | None) -> bool:
    """Whether a colour lays no ink on any plate that it speaks of. GWG2015, 3.10."""
    if paint is None or paint.space.spots == ("None",):
        return False
    return inks(paint) == {}


def is_gray(paint: Paint | None) -> bool:
    """Whether a colour is of DeviceGray, which knocks out of all four plates."""
    return paint is not None and paint.space.family == "DeviceGray"


def overprints(paint: Paint, *, flag: bool, mode: int) -> bool:
    """Whether black in a colour leaves the other plates alone.

    ISO 32000-1, table 148: a Separation does with the flag; CMYK needs overprint mode 1 besides;
    grey, and CMYK by a profile, never do.
    """
    if not flag:
        return False
    if paint.space.family in ("Separation", "DeviceN"):
        return True
    return paint.space.family == "DeviceCMYK" and mode == 1


def percent(amount: float) -> float:
    """An amount as it is told, in per cent to a tenth."""
    return round(amount * 100, 1)
