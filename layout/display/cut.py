"""What is lost of a picture: what is cut off (CROPPED), and what its pixels do not give (COARSE).

A build and the check of that name say the same of it.
"""

from typing import Final

from layout.diagnostics import Place
from layout.display.items import Picture
from layout.record import record
from layout.units import PT_PER_INCH, to_mm, unlike, whole_down
from layout.words.said import Said, said

SMALL_MM: Final = 10.0
TOLD_MM: Final = 0.05
"""Less is not cut off as far as a person can see."""
LEAST_TOLD: Final = 0.005
"""Of a picture's width or height: what is cut off of a side and told of it."""


@record
class Cut:
    """A picture on the page of which something is cut off: its block, and where it is named."""

    picture: Picture
    block: str
    place: Place
    advert: bool = False

    def most(self, most: float) -> float:
        """Per cent that may be cut off without a word, where `most` may be of any picture: of an
        advert nothing."""
        return 0.0 if self.advert else most

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
            percent=unlike(self.share, most, 0)[0],
            sides=said("part.cut-sides", sides=sides) if sides else "",
            most_percent=most,
        )


@record
class Grain:
    """How fine a picture is printed: `pixels` are those of its file, across and down."""

    picture: Picture
    pixels: tuple[int, int]

    @property
    def ppi(self) -> float:
        """Pixels an inch of what is seen, by the side that has fewer."""
        across, down = self.seen
        rect = self.picture.rect
        return min(across / rect.width, down / rect.height) * PT_PER_INCH

    @property
    def seen(self) -> tuple[float, float]:
        """The pixels that are seen, across and down."""
        left, top, right, bottom = self.picture.crop
        return self.pixels[0] * (right - left), self.pixels[1] * (bottom - top)

    def told(self, least: float) -> Said:
        """What is said of it where it has fewer than `least` pixels an inch. Numbers are rounded
        down: the size that is named is small enough."""
        rect, by = self.picture.rect, self.ppi / least
        across, down = self.seen
        return said(
            "COARSE.pixels",
            file=self.picture.source,
            across=max(1, whole_down(across)),  # some of a pixel is seen as one
            down=max(1, whole_down(down)),
            width_mm=to_mm(rect.width),
            height_mm=to_mm(rect.height),
            ppi=whole_down(self.ppi),
            least_ppi=least,
            most_width_mm=_least_of(to_mm(rect.width) * by),
            most_height_mm=_least_of(to_mm(rect.height) * by),
        )


def _least_of(mm: float) -> float:
    """A length in whole millimetres, a small one in tenths, rounded down."""
    return float(whole_down(mm)) if mm >= SMALL_MM else whole_down(mm * 10) / 10


def cut_sides(picture: Picture) -> tuple[Said, ...]:
    """What is cut off of each side of a picture, in mm as it would be printed: nothing of one that
    is seen whole, all of one of which nothing is seen."""
    left, top, right, bottom = picture.crop
    if right <= left or bottom <= top:
        return (said("part.crop-all"),)
    wide, high = picture.rect.width / (right - left), picture.rect.height / (bottom - top)
    return tuple(
        said(key, mm=to_mm(part * whole))
        for key, part, whole in (
            ("part.crop-left", left, wide),
            ("part.crop-top", top, high),
            ("part.crop-right", 1 - right, wide),
            ("part.crop-foot", 1 - bottom, high),
        )
        if to_mm(part * whole) >= TOLD_MM
    )
