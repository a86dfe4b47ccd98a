"""How much of a PDF is read before it is refused: counted in bytes and steps, never by a clock.

The input is hostile until it has been read: a kilobyte of Flate may unfold to a gigabyte, a form of
ten lines may draw itself a million times. Each limit is far above what a broadsheet page needs.
"""

from typing import Final

from layout.errors import BanxinError
from layout.record import record
from layout.words.said import Said, said


@record
class ReadLimits:
    """The most of each that is read. Sizes in bytes, the rest in pieces."""

    file: int = 1 << 29
    stream: int = (
        1 << 28
    )  # decoded, of one stream: a 600 ppi CMYK broadsheet picture has 400 MB raw
    content: int = 1 << 26  # decoded, of the operators of one page, its forms included once
    objects: int = 2_000_000
    pages: int = 4_096
    tree: int = 64  # page tree, from the root to a page
    nesting: int = 28  # forms, patterns, Type 3 glyphs and masks within one another
    saved: int = 512  # graphics states saved and not yet restored
    operators: int = 2_000_000  # of all pages, a form counted as often as it is drawn
    painted: int = 250_000
    points: int = 6_000_000  # of all paths
    characters: int = 10_000_000
    unread: int = 200  # remarks of what could not be read; more say nothing new


LIMITS: Final = ReadLimits()


class PdfError(BanxinError):
    """A PDF that cannot be read, or not further; `why` says what is wrong with it."""

    def __init__(self, why: Said) -> None:
        self.why = why
        super().__init__(why)


class DamagedPdfError(PdfError):
    """The bytes are no PDF, or so broken that its pages are not found."""


class LockedError(PdfError):
    """It is encrypted, and opens with a password alone."""


class LimitError(PdfError):
    """It holds more than is read."""


class Budget:
    """What is left of the limits while a document is read. Raises `LimitError` when spent."""

    __slots__ = ("characters", "content", "limits", "operators", "painted", "points")

    def __init__(self, limits: ReadLimits = LIMITS) -> None:
        self.limits = limits
        self.operators = limits.operators
        self.painted = limits.painted
        self.points = limits.points
        self.characters = limits.characters
        self.content = limits.content

    def spend(self, what: str, number: int) -> None:
        """Take `number` of operators, painted, points, characters or content."""
        left = getattr(self, what) - number
        if left < 0:
            raise LimitError(over(what, getattr(self.limits, what)))
        setattr(self, what, left)


_OVER: Final = {
    "file": "part.pdfread-most-file",
    "stream": "part.pdfread-most-stream",
    "content": "part.pdfread-most-content",
    "objects": "part.pdfread-most-objects",
    "pages": "part.pdfread-most-pages",
    "tree": "part.pdfread-most-tree",
    "nesting": "part.pdfread-most-nesting",
    "saved": "part.pdfread-most-saved",
    "operators": "part.pdfread-most-operators",
    "painted": "part.pdfread-most-painted",
    "points": "part.pdfread-most-points",
    "characters": "part.pdfread-most-characters",
    "filters": "part.pdfread-most-filters",
}


def over(what: str, most: int) -> Said:
    """That a document has more of something than is read."""
    return said(_OVER[what], most=most)
