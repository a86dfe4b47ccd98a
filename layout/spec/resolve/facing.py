"""通版: the sheet of two facing pages, with the fold between them and the strip (中缝) in it.

  left page          fold         right page
┌──────────────────┬──┊──┬──────────────────┐
│  ┌────────────┐  │  ┊  │  ┌────────────┐  │   `gutter`: from the type area of the left page to
│  │ left       │◁─────┊─────▷ right      │  │   that of the right one; twice the inner margin
│  │ 1  2  3  4 │  │  ┊  │  │ 5  6  7  8 │  │   where it is not said
│  └────────────┘  │  ┊  │  └────────────┘  │   `strip`: in the middle of it, so wide
└──────────────────┴──┊──┴──────────────────┘
"""

from layout.diagnostics import Diagnostic, error
from layout.geometry import Rect
from layout.record import replace
from layout.spec.model.page import PageSpec
from layout.spec.resolve.sheet import Across, Fold, Sheet
from layout.units import fits, to_mm
from layout.words.said import Said, said


def unfolded(sheet: Sheet, spec: PageSpec, faults: list[Diagnostic]) -> Sheet:
    """The sheet of a page and the one that faces it, each of which is as `sheet`; what cannot be is
    added to `faults`."""
    facing = spec.facing
    assert facing is not None
    grid, width = sheet.grid, sheet.width
    area = grid.type_area

    def fault(key: str, told: Said) -> None:
        place = facing.places.get(key, facing.place)
        faults.append(error(told.having(path=f"facing.{key}"), place))

    if facing.page == spec.page:
        fault("page", said("FACING.itself", page=spec.page))
    gutter = 2 * (width - area.right) if facing.gutter is None else sheet.points(facing.gutter)
    if not fits(2 * area.width + gutter, 2 * width):
        fault(
            "gutter",
            said("FACING.gutter", gutter_mm=to_mm(gutter), most_mm=to_mm(2 * (width - area.width))),
        )
    strip = None
    if facing.strip is not None:
        wide = sheet.points(facing.strip)
        if not fits(wide, gutter):
            fault("strip", said("FACING.strip", strip_mm=to_mm(wide), gutter_mm=to_mm(gutter)))
        strip = Across(width - wide / 2, width + wide / 2)
    left = width - gutter / 2 - area.width  # of the left type area, the right one begins past it
    right = width + gutter / 2
    columns = [
        (a - area.x + start, b - area.x + start) for start in (left, right) for a, b in grid.columns
    ]
    return replace(
        sheet,
        width=2 * width,
        grid=replace(
            grid,
            type_area=Rect(left, area.y, right + area.width - left, area.height),
            columns=tuple(columns),
        ),
        fold=Fold(
            at=width,
            left=Across(left, left + area.width),
            right=Across(right, right + area.width),
            strip=strip,
            columns=len(grid.columns),
        ),
    )
