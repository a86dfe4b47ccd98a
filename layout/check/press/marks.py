"""The marks of a page that count: what leaves ink on the sheet, as each check asks for it.

As GWG2015 counts (3.1): what is hidden, clipped away, without opacity, or wholly outside of the
page and its bleed is not printed, and nothing is said of it.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from math import hypot
from typing import Final

from layout.check.engine import Finding
from layout.check.press.faults import PressFault, gathered_faults
from layout.check.press.shapes import thin_boxes
from layout.check.press.subject import PressPage, PressSubject
from layout.pdf.fonts import Font
from layout.pdf.matrix import Box, meets
from layout.pdf.painted import FILLED, STROKED, PageContents, Paint, Painted
from layout.pdf.unicodes import blanks

FAINT: Final = 0.001
"""What is painted with less opacity leaves no mark."""


INKED: Final = frozenset({"DeviceGray", "DeviceCMYK", "Separation", "DeviceN", "Pattern"})
"""Families of colour spaces whose components are inks; Pattern as such has none."""


class Marks:
    """A page's marks, in the order of painting; lengths are in points on paper."""

    def __init__(self, subject: PressSubject, page: PressPage, contents: PageContents) -> None:
        self.subject = subject
        self.page = page
        self.contents = contents

    @cached_property
    def on_sheet(self) -> tuple[Painted, ...]:
        """What leaves a mark within the media."""
        media = self.page.node.media
        return tuple(
            one
            for one in self.contents.painted
            if not one.invisible
            and not one.inside("mask")
            and not _faint(one)
            and meets(one.seen, media)
        )

    @cached_property
    def printed(self) -> tuple[Painted, ...]:
        """What leaves a mark on the finished page or its bleed."""
        bleed = self.page.node.bleed
        return tuple(one for one in self.on_sheet if meets(one.seen, bleed))

    @cached_property
    def texts(self) -> tuple[Painted, ...]:
        """Type that is printed; spaces alone are not."""
        return tuple(one for one in self.printed if one.text is not None and not self._blank(one))

    @cached_property
    def lines(self) -> tuple["PressLine", ...]:
        """What is drawn as a line: a stroke, of type too, or a filled box as thin as one.

        The edge of a shape or a letter in its own colour is none.
        """
        found = []
        unit = self.page.unit
        for one in self.printed:
            outlined = one.text is not None and one.text.font.subtype != "Type3"
            if (one.path is None and not outlined) or one.inside("glyph"):
                continue
            fill, stroke = seen_paints(one)
            if stroke is not None and stroke != fill:
                flag = one.look.overprint_stroke
                found.append(
                    PressLine(one, one.seen, round(one.line_width * unit, 3), stroke, flag)
                )
            elif one.path is not None and fill is not None and stroke is None:
                flag = one.look.overprint_fill
                for width, box in thin_boxes(one.path):
                    if meets(box, one.seen):
                        found.append(PressLine(one, box, round(width * unit, 3), fill, flag))
        return tuple(found)

    @cached_property
    def inked(self) -> bool:
        """Whether all colours of what is on the sheet say themselves how much of which ink."""
        for one in self.on_sheet:
            spaces = [paint.space for paint in one.paints]
            spaces += [one.image.space] if one.image is not None and one.image.space else []
            spaces += [one.shading.space] if one.shading is not None else []
            if any(space.flat.family not in INKED for space in spaces):
                return False
        return True

    def size(self, one: Painted) -> float:
        """How high the em of type stands on its line, to a hundredth: the slant of a sheared face
        makes it no larger."""
        if one.text is None:
            return 0.0
        a, b, c, d = one.text.matrix[:4]
        along = hypot(a, b)
        high = abs(a * d - b * c) / along if along > 0 else 0.0
        return round(abs(one.text.font_size) * high * self.page.unit, 2)

    def _blank(self, one: Painted) -> bool:
        """Whether type is of spaces alone, or of nothing."""
        assert one.text is not None
        font = one.text.font
        spaces = self.subject.once(f"blanks {id(font)}", lambda: _blanks_of(self, font))
        return all(code in spaces for code in one.text.codes())


class PressLine:
    """Something drawn as a line: its box in page space, its width in points, its colour, and
    whether that is flagged to overprint."""

    __slots__ = ("box", "flag", "mark", "paint", "width")

    def __init__(self, mark: Painted, box: Box, width: float, paint: Paint, flag: bool) -> None:
        self.mark = mark
        self.box = box
        self.width = width
        self.paint = paint
        self.flag = flag


def _blanks_of(marks: Marks, font: Font) -> frozenset[int]:
    """The codes of a font that are spaces, of those that any page shows."""
    shown: set[int] = set()
    for page in marks.subject.pages:
        if page.contents is not None:
            for used in page.contents.fonts:
                if used.font is font:
                    shown |= used.codes
    return blanks(font, shown)


def seen_paints(one: Painted) -> tuple[Paint | None, Paint | None]:
    """The colours of a mark's fill and stroke, without one that is painted with no opacity, or that
    the render mode of type leaves out."""
    mode = one.text.mode if one.text is not None else 2
    fill = one.fill if mode in FILLED and one.look.alpha_fill >= FAINT else None
    stroke = one.stroke if mode in STROKED and one.look.alpha_stroke >= FAINT else None
    return fill, stroke


def _faint(one: Painted) -> bool:
    if one.image is not None or one.shading is not None:
        return one.look.alpha_fill < FAINT
    return seen_paints(one) == (None, None)


def text_paints(one: Painted) -> Iterator[tuple[Paint, bool]]:
    """Each colour of type, with whether it is flagged to overprint."""
    fill, stroke = seen_paints(one)
    if fill is not None:
        yield fill, one.look.overprint_fill
    if stroke is not None:
        yield stroke, one.look.overprint_stroke


def marks_of(subject: PressSubject) -> Iterator[Marks]:
    """The marks of each page; at the end `NotCheckedError` if a page could not be read."""
    for page, contents in subject.contents():
        yield subject.once(f"marks {page.number}", lambda: Marks(subject, page, contents))  # noqa: B023 (called at once)


def each_page(
    subject: PressSubject, look: Callable[[Marks], Iterable[PressFault]], *, whole: bool = False
) -> Iterator[Finding]:
    """The findings of a look at the marks of each page, by places or for the page as a whole."""
    for marks in marks_of(subject):
        yield from gathered_faults(marks.page, look(marks), whole=whole)
