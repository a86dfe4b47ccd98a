"""Blocks that are placed by lengths: `from` and `width` of a place, `width` in a row.

They are measured in the type area, or in the columns that the place names besides; in a row, in
what its inset leaves. Few pages have any.
"""

from typing import Final

from layout.diagnostics import Diagnostic, Place, error
from layout.geometry import Rect
from layout.record import record
from layout.spec.model.block import At
from layout.spec.model.blockkinds import RowBlock, members
from layout.spec.model.story import Columns
from layout.spec.reader.kinds import FILL, Span
from layout.spec.reader.lengths import Length
from layout.spec.resolve.sheet import GUTTER_ZI, Across, Sheet
from layout.units import EPS_PT, fits, to_mm, whole_down
from layout.words.said import Said, said

FINE: Final = 2
"""Decimals of an em in a message: what an editor measures in."""
OFF_EM: Final = 0.05
"""em by which a gutter may differ from what is stated: no eye sees it."""


@record
class Lengths:
    """How broad such blocks are, and where. Faults are gathered, never raised."""

    sheet: Sheet
    faults: list[Diagnostic]
    between: Length | None = None  # white between the stories of the page, where it states any

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
        em = self.sheet.body_size
        if not fits(right, own.right):
            told = said(
                "OFF-GRID.width", from_em=self._em(left - own.left),
                to_em=self._em(right - own.left), room_em=self._em(own.width),
                over_em=self._em(right - own.right), over_mm=to_mm(right - own.right),
            )  # fmt: skip
        elif not fits(em, right - left):
            width = self._em(right - left)
            told = said("PLACE.narrow", width_em=width, size_pt=em)
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

    def of_row(self, block: RowBlock, path: str, inner: Rect) -> tuple[Across, ...] | None:
        """The blocks of a row as wide as they say, the others sharing what is left of `inner`.

        None, with a fault, where they do not fill it.
        """
        blocks, em = members(block), self.sheet.body_size
        faults: list[tuple[Said, Place]] = []
        for number, member in enumerate(blocks, 1):
            if member.cols is not None and member.cols != FILL:
                told = said("PLACE.cols-beside-width", path=f"{path}.row.{number}.cols")
                faults.append((told, member.places["cols"]))
        white = self._white(block)
        asked = [self.sheet.points(m.width) if m.width is not None else None for m in blocks]
        open_ones = sum(width is None for width in asked)
        taken = sum(width for width in asked if width is not None) + white * (len(blocks) - 1)
        free = inner.width - taken
        tells: dict[str, str | float] = {
            "path": f"{path}.row", "taken_em": self._em(taken), "room_em": self._em(inner.width),
            "over_em": self._em(abs(free)),
        }  # fmt: skip
        if not fits(open_ones * em, free):
            faults.append((said("PLACE.row-wide", **tells), block.places["row"]))
        elif not open_ones and not fits(free, 0.0):
            faults.append((said("PLACE.row-narrow", **tells), block.places["row"]))
        if faults:
            self.faults.extend(error(told, place) for told, place in faults)
            return None
        found = []
        left = inner.x
        for width in asked:
            right = left + (free / open_ones if width is None else width)
            found.append(Across(left, right))
            left = right + white
        return tuple(found)

    def over(self, a: Across, b: Across, *, block: str, other: str, lines: str) -> Said | None:
        """What is told of two places of which one lies over the other; None where none does."""
        left, right = max(a.left, b.left), min(a.right, b.right)
        if right - left <= EPS_PT:
            return None
        edge = self.sheet.grid.type_area.x
        return said(
            "OVERLAP.across", block=block, other=other, lines=lines,
            by_mm=to_mm(right - left), from_em=self._em(left - edge), to_em=self._em(right - edge),
        )  # fmt: skip

    def _white(self, row: RowBlock) -> float:
        """Points between two blocks of a row: its own `gutter`, else what the page has between
        stories, else between columns."""
        white = row.gutter or self.between
        if white is not None:
            return self.sheet.points(white)
        if len(self.sheet.grid.columns) > 1:
            return self.sheet.grid.gutter
        return GUTTER_ZI * self.sheet.body_size

    def _em(self, points: float) -> float:
        return round(points / self.sheet.body_size, FINE)


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
        "COLUMNS.undivided", path="columns.gutter", columns=count, room_em=round(room / em, FINE),
        measure_em=round(measure / em, FINE), gutter_em=round(gutter / em, FINE),
        stated_em=round(stated / em, FINE),
        equal_em=round((room - (count - 1) * stated) / count / em, FINE),
    )  # fmt: skip
