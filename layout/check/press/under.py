"""What lies under type: how many inks the paper has where it stands."""

from typing import Final

from layout.check.engine import NotCheckedError
from layout.check.press.ink import inks, is_white
from layout.check.press.marks import Marks
from layout.check.press.shapes import lies_at
from layout.color import PROCESS
from layout.pdf.painted import Paint, Painted
from layout.words.said import said

CELL: Final = 24.0
"""Points: a letter of a newspaper stands in one or two such squares."""
WIDE: Final = 400
"""Squares that a mark may lie in; a larger one is looked at from everywhere."""
MOST_LOOKS: Final = 5_000_000
"""Marks that are looked at under all white type of a page."""
SEVERAL: Final = frozenset(PROCESS)
"""What a picture in colour has."""


class _Grounds:
    """What may lie under type: shapes that are filled, pictures, shadings, by squares."""

    def __init__(self, marks: Marks) -> None:
        self.looks = 0
        self._wide: list[Painted] = []
        self._cells: dict[tuple[int, int], list[Painted]] = {}
        for one in marks.printed:
            if one.text is None and not one.inside("glyph") and _is_ground(one):
                self._put(one)

    def _put(self, one: Painted) -> None:
        left, bottom, right, top = (int(v // CELL) for v in one.seen)
        if (right - left + 1) * (top - bottom + 1) > WIDE:
            self._wide.append(one)
            return
        for column in range(left, right + 1):
            for row in range(bottom, top + 1):
                self._cells.setdefault((column, row), []).append(one)

    def at(self, x: float, y: float) -> list[Painted]:
        """Those near a point, the last painted first."""
        found = self._cells.get((int(x // CELL), int(y // CELL)), []) + self._wide
        self.looks += len(found)
        return sorted(found, key=lambda one: one.order, reverse=True)


def _is_ground(one: Painted) -> bool:
    return one.fill is not None or one.image is not None or one.shading is not None


def inks_under(marks: Marks, one: Painted) -> int:
    """How many inks lie under the middle of a mark, from the last one that hides all before it.

    Raises `NotCheckedError` where a page has more marks than can be looked at.
    """
    x, y = (one.seen[0] + one.seen[2]) / 2, (one.seen[1] + one.seen[3]) / 2
    found: set[str] = set()
    grounds = marks.subject.once(f"grounds {marks.page.number}", lambda: _Grounds(marks))
    for under in grounds.at(x, y):
        if under.order >= one.order or not lies_at(under, x, y):
            continue
        found |= _laid(under)
        if _hides(under):
            break
    if grounds.looks > MOST_LOOKS:
        raise NotCheckedError(said("part.press-too-many", page=marks.page.number))
    return len(found)


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
