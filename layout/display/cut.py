"""What is cut off of a picture: what a build and the check CROPPED say of it."""

from typing import Final

from layout.diagnostics import Place
from layout.display.items import Picture
from layout.record import record


@record
class Cut:
    """A picture on the page of which something is cut off: its block, and where it is named."""

    picture: Picture
    block: str
    place: Place

    @property
    def share(self) -> float:
        """Per cent of its area that is not seen."""
        left, top, right, bottom = self.picture.crop
        return 100 * (1 - (right - left) * (bottom - top))

    def message(self, most: float) -> str:
        """What is said of it where it is more than `most` per cent."""
        left, top, right, bottom = self.picture.crop
        sides = (
            ("left", left), ("top", top), ("right", 1 - right), ("foot", 1 - bottom)
        )  # fmt: skip
        parts = [f"{100 * part:.0f} % {side}" for side, part in sides if part >= 0.005]
        where = f" ({', '.join(parts)})" if parts else ""
        return (
            f"{self.picture.source}: {self.share:.0f} % of it is cut off{where}; "
            f"at most {most:g} % may be"
        )


CUT_HINT: Final = (
    "`fit: whole` shows all of it, `focus` says what stays in view; "
    "`checks: accept` where it is meant"
)
