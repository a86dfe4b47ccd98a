"""Blocks that are placed by lengths: `from` and `width` of a place.

They are measured in the type area, or in the columns that the place names besides. Few pages have
any.
"""

from typing import Final

from layout.diagnostics import Diagnostic, error
from layout.record import record
from layout.spec.model.block import At
from layout.spec.model.story import Columns
from layout.spec.reader.kinds import Span
from layout.spec.resolve.sheet import Across, Sheet
from layout.units import EPS_PT, fits, to_mm, whole_down
from layout.words.said import Said, said

OFF_EM: Final = 0.05
"""em by which a gutter may differ from what is stated: no eye sees it."""


@record
class Lengths:
    """How broad such blocks are, and where. Faults are gathered, never raised."""

    sheet: Sheet
    faults: list[Diagnostic]

    def of_place(self, at: At, path: str, own: Across) -> Across | None:
        """Where a place is that is measured in `own`; None, with a fault, where it cannot be."""
        if at.cols is None and at.left is None and at.width is None:
            self.faults.append(error("MISSING-KEY.across", at.place, path=path))
            return None
        return self._within(at, path, own)

    def _within(self, at: At, path: str, own: Across) -> Across | None:
        left = own.left + (self.sheet.points(at.left) if at.left is not None else 0.0)
        right = left + self.sheet.points(at.width) if at.width is not None else own.right
        key = "width" if at.width is not None else "from"
        em, size = self.sheet.em, self.sheet.body_size
        if not fits(right, own.right):
            told = said(
                "OFF-GRID.width", from_em=em(left - own.left), to_em=em(right - own.left),
                room_em=em(own.width), over_em=em(right - own.right),
                over_mm=to_mm(right - own.right),
            )  # fmt: skip
        elif not fits(size, right - left):
            told = said("PLACE.narrow", width_em=em(right - left), size_pt=size)
        else:
            return Across(left, right)
        return self._refused(at, path, key, told)

    def _refused(self, at: At, path: str, key: str, told: Said) -> Across | None:
        """No place, with the fault of the value of one of its keys."""
        self.faults.append(error(told.having(path=f"{path}.{key}"), at.places[key]))
        return None

    def of_part(self, at: At, path: str) -> Across | None:
        """Where a place in a part of two facing pages is; None, with a fault, if there is none."""
        assert at.part is not None
        fold, cols = self.sheet.fold, at.cols
        if fold is None:
            return self._refused(at, path, "part", said("PLACE.no-facing"))
        own: Across | None = getattr(fold, at.part)
        if own is None:
            return self._refused(at, path, "part", said("PLACE.no-strip"))
        if cols is not None:
            if at.part == "strip":
                return self._refused(at, path, "cols", said("PLACE.strip-cols"))
            if cols.last > fold.columns:
                told = said("OFF-GRID.columns", span=str(cols), most=fold.columns)
                return self._refused(at, path, "cols", told)
            before = fold.columns if at.part == "right" else 0
            own = self.sheet.across(Span(cols.first + before, cols.last + before))
        return own if at.left is None and at.width is None else self._within(at, path, own)

    def over(self, a: Across, b: Across, *, block: str, other: str, lines: str) -> Said | None:
        """What is told of two places of which one lies over the other; None where none does."""
        left, right = max(a.left, b.left), min(a.right, b.right)
        if right - left <= EPS_PT:
            return None
        edge, em = self.sheet.grid.type_area.x, self.sheet.em
        return said(
            "OVERLAP.across", block=block, other=other, lines=lines,
            by_mm=to_mm(right - left), from_em=em(left - edge), to_em=em(right - edge),
        )  # fmt: skip


def undivided(sheet: Sheet, columns: Columns, size: float, room: float) -> Said | None:
    """What is told of columns of whole characters of `size` points in `room` that leave more
    white than stated; None where they divide it."""
    assert columns.gutter is not None
    count, stated, em = columns.count or 1, sheet.points(columns.gutter), sheet.body_size
    measure = whole_down((room - (count - 1) * stated) / count / size) * size
    if columns.measure is not None:
        measure = sheet.points(columns.measure)
    gutter = (room - count * measure) / (count - 1)
    if gutter - stated <= OFF_EM * em:
        return None
    return said(
        "COLUMNS.undivided", path="columns.gutter", columns=count, room_em=sheet.em(room),
        measure_em=sheet.em(measure), gutter_em=sheet.em(gutter), stated_em=sheet.em(stated),
        equal_em=sheet.em((room - (count - 1) * stated) / count),
    )  # fmt: skip
