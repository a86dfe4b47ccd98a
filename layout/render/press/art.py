"""Vector artwork in a press PDF: a form among the file's objects, each of which is written once."""

from layout.display.bleed import with_bleed
from layout.display.items import Page, Picture
from layout.pdf.art import PlacedForm
from layout.render.press.content import PlacedArt
from layout.render.press.objects import ObjectFile


def placed_art(page: Page, picture: Picture, art: PlacedForm) -> PlacedArt:
    """Where a picture of vector artwork is seen on its page."""
    seen = with_bleed(page, picture, (art.width, art.height), art.bleed)
    return PlacedArt(seen=seen, width=art.width, height=art.height)


class FormWriter:
    """Writes forms into a file. An object that several of them have is written once: the fonts of
    two pages of one PDF."""

    def __init__(self, file: ObjectFile) -> None:
        self._file = file
        self._numbers: dict[bytes, int] = {}

    def write(self, art: PlacedForm) -> int:
        """The number of the form."""
        known = [self._numbers.get(one.digest) for one in art.objects]
        numbers = [n if n is not None else self._file.reserve() for n in known]
        for one, old, number in zip(art.objects, known, numbers, strict=True):
            if old is not None:
                continue
            self._file.fill(
                number,
                tuple([p if isinstance(p, bytes) else b"%d 0 R" % numbers[p] for p in one.pieces]),
            )
            self._numbers[one.digest] = number
        return numbers[-1]
