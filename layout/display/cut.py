"""What is cut off of a picture: what a build and the check CROPPED say of it."""

from typing import Final

from layout.diagnostics import Place
from layout.display.items import Picture
from layout.record import record
from layout.words.said import Said, said

LEAST_TOLD: Final = 0.005
"""Of a picture's width or height: what is cut off of a side and told of it."""


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

    def told(self, most: float) -> Said:
        """What is said of it where it is more than `most` per cent."""
        left, top, right, bottom = self.picture.crop
        sides = tuple(
            said(key, percent=100 * part)
            for key, part in (
                ("part.cut-left", left),
                ("part.cut-top", top),
                ("part.cut-right", 1 - right),
                ("part.cut-foot", 1 - bottom),
            )
            if part >= LEAST_TOLD
        )
        return said(
            "CROPPED.share",
            file=self.picture.source,
            percent=self.share,
            sides=said("part.cut-sides", sides=sides) if sides else "",
            most_percent=most,
        )
