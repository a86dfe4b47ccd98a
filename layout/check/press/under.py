"""What lies under type: how many inks the paper has where it stands."""

from typing import Final

from layout.check.press.ink import inks, is_white
from layout.check.press.marks import Marks
from layout.check.press.shapes import lies_at
from layout.color import PROCESS
from layout.pdf.painted import Paint, Painted

SEVERAL: Final = frozenset(PROCESS)
"""What a picture in colour has."""


def inks_under(marks: Marks, one: Painted) -> int:
    """How many inks lie under the middle of a mark, from the last one that hides all before it."""
    x, y = (one.seen[0] + one.seen[2]) / 2, (one.seen[1] + one.seen[3]) / 2
    found: set[str] = set()
    for under in reversed(_grounds(marks)):
        if under.order >= one.order or not lies_at(under, x, y):
            continue
        found |= _laid(under)
        if _hides(under):
            break
    return len(found)


def _grounds(marks: Marks) -> list[Painted]:
    """What may lie under type: shapes that are filled, pictures, shadings."""

    def make() -> list[Painted]:
        return [
            one
            for one in marks.printed
            if one.text is None
            and not one.inside("glyph")
            and (one.fill is not None or one.image is not None or one.shading is not None)
        ]

    return marks.subject.once(f"grounds {marks.page.number}", make)


def _laid(under: Painted) -> set[str]:
    if under.image is not None and not under.image.mask:
        space = under.image.space.flat if under.image.space is not None else None
        if space is None or space.family in ("DeviceGray", "CalGray") or space.components == 1:
            return set(space.inks) if space is not None and space.inks else {"Black"}
        return set(space.inks) or set(SEVERAL)
    if under.shading is not None:
        return set(under.shading.space.flat.inks) or set(SEVERAL)
    return _of_paint(under.fill)


def _of_paint(paint: Paint | None) -> set[str]:
    if paint is None:
        return set()
    if paint.pattern is not None:
        if paint.pattern.shading is not None:
            return set(paint.pattern.shading.space.flat.inks) or set(SEVERAL)
        return set()  # coloured tiles are marks by themselves
    laid = inks(paint)
    if laid is not None:
        return set(laid)
    white = paint.space.family == "DeviceRGB" and all(v >= 1 for v in paint.components)
    return set() if white else set(SEVERAL)


def _hides(under: Painted) -> bool:
    """Whether nothing of what lies below a mark is seen."""
    if not under.look.opaque or under.veiled:
        return False
    if under.image is not None:
        return not under.image.mask and under.image.soft_mask is None and not under.image.mask_kind
    if under.fill is None or under.fill.pattern is not None:
        return under.shading is not None
    return not under.look.overprint_fill or (
        is_white(under.fill) and under.look.overprint_mode == 0
    )
