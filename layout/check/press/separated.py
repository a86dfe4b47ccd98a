"""The plates of a file's pages, made once for all checks that ask for them."""

from typing import TYPE_CHECKING, Final

from layout.check.press.subject import PressPage, PressSubject
from layout.errors import BanxinError
from layout.pdf.matrix import Box
from layout.units import mm
from layout.words.said import Said, Value, said

if TYPE_CHECKING:
    from layout.plates.coverage import BoxMm, InkCoverage
    from layout.plates.plate import Plates

DPI: Final = 100.0
"""Enough for means over 15 mm², which are 15 pixels wide, and a quarter of the time of 200."""
COLOURS: Final = frozenset(
    {
        "part.plates-rgb",
        "part.plates-rgb-picture",
        "part.plates-rgb-shading",
        "part.plates-space",
    }
)
"""What plates say of a colour that is of no ink, wherever in the content it is set."""


def plates_of(subject: PressSubject, page: PressPage) -> "Plates | Said":
    """The plates of a page, or why there are none."""

    def make() -> "Plates | Said":
        from layout.plates.pdf import plates_of_pdf  # NumPy is loaded for this alone

        try:
            return plates_of_pdf(subject.document, page.number, DPI)
        except BanxinError as exc:
            why: Value = exc.args[0] if exc.args else ""
        except (Exception, RecursionError, MemoryError) as exc:
            # What nobody has foreseen of a damaged page: it is not measured, and not good.
            why = said("part.pdfread-fault", kind=type(exc).__name__, text=str(exc)[:120])
        return said("part.press-plates", page=page.number, why=why)

    return subject.once(f"plates {page.number}", make)


def coverage_of(
    subject: PressSubject,
    page: PressPage,
    *,
    inked: bool,
    limit: float = 240.0,
    window: float = 15.0,
) -> "tuple[InkCoverage, Said | None] | Said":
    """What the plates of a page measure, and what of it could not be measured; or why nothing
    could. Where all that is seen of the page is `inked`, colours without inks are out of sight."""
    plates = plates_of(subject, page)
    if isinstance(plates, Said):
        return plates

    def make() -> "InkCoverage":
        from layout.plates.coverage import measure

        return measure(plates, limit, window)

    missed = [one for one in plates.missed if not (inked and one.key in COLOURS)]
    left_out = said("part.press-plates", page=page.number, why=missed[0]) if missed else None
    key = f"coverage {page.number} {limit:.3f} {window:.3f}"
    return subject.once(key, make), left_out


def page_box(page: PressPage, box: "BoxMm") -> Box:
    """A box in millimetres from the trim's top left, in page space."""
    left, top, unit = page.trim[0], page.trim[3], page.unit
    return (
        left + mm(box.left) / unit,
        top - mm(box.bottom) / unit,
        left + mm(box.right) / unit,
        top - mm(box.top) / unit,
    )
