"""A page of a PDF that is to be placed, as plain data: what goes into a file of ours, and what is
known of it. Nothing is loaded by it.
"""

from layout.errors import BanxinError
from layout.record import record
from layout.words.said import Said

Box = tuple[float, float, float, float]


class FormError(BanxinError):
    """A PDF, or a page of it, that cannot be placed, with the reason."""


@record
class ArtFacts:
    """What a page holds, as far as it decides whether and how it can be placed.

    `fonts` are the names of fonts that it shows text with and does not bring along; `spots` its
    spot colours. `converted` says what of it was RGB and is ink now, `left` what could not be put
    into ink, `barred` what no press file may hold: keys of words. `transparent` says that it has
    transparent parts, `hidden` that a layer of it is off, `empty` that nothing is painted; `notes`
    is how many annotations stand on it, which are not placed.
    """

    fonts: tuple[str, ...] = ()
    spots: tuple[str, ...] = ()
    converted: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    transparent: bool = False
    hidden: bool = False
    notes: int = 0
    empty: bool = False


@record
class FormObject:
    """An indirect object: its bytes in pieces, with the index of another object where it refers to
    one. `digest` is of all that it leads to."""

    pieces: tuple[bytes | int, ...]
    digest: bytes


@record
class PlacedForm:
    """A page that can be placed. Its last object is the form, whose space is in points from the
    lower left corner of its trim, upright as it is read.

    `width` and `height` are those of the trim, `bleed` what there is beyond it, left, top, right
    and bottom. `trimmed` says that the page has a TrimBox; without one its ArtBox, CropBox or
    MediaBox is placed. `pages` is how many its file has. `remarks` are what is told of a drawing
    of which it was made.
    """

    objects: tuple[FormObject, ...]
    width: float
    height: float
    bleed: Box
    trimmed: bool
    pages: int
    facts: ArtFacts
    digest: str
    remarks: tuple[Said, ...] = ()

    def __len__(self) -> int:
        """Bytes, near enough: what is kept of it is counted."""
        return sum(len(p) for one in self.objects for p in one.pieces if isinstance(p, bytes))
