"""The sheet in points: page size, type area, and the grid of columns and lines on it."""

from typing import Final

from layout.diagnostics import Diagnostic, error
from layout.display.items import Grid
from layout.geometry import Rect
from layout.record import record
from layout.spec.model.page import Format, PageSpec
from layout.spec.reader.kinds import Span
from layout.spec.reader.lengths import Length
from layout.units import ABSOLUTE_PT, EM_ASCENT, fits, mm, to_mm, whole_down
from layout.words.said import Said, said

# Norms of the trade: sheet and type area in mm, columns and gutter in 字, lines of the grid.
PRESETS: Final[dict[str, dict[str, float]]] = {
    "broadsheet": {"width": 390, "height": 550, "columns": 8, "column": 13, "lines": 120,
                   "area": 490, "top": 31},
    "tabloid": {"width": 275, "height": 390, "columns": 6, "column": 11, "lines": 86,
                "area": 350, "top": 21},
}  # fmt: skip
BODY_PT: Final = 9.0
GUTTER_ZI: Final = 1.0
BLEED_MM: Final = 3.0
LEAST_EXTENT_MM: Final = 20.0  # of a strip in the fold (中缝)
MOST_EXTENT_MM: Final = 2000.0
FINE: Final = 2
"""Decimals of an em in a message: what an editor measures in."""


@record(kw_only=False)
class Across:
    """Where a block stands across the page: its left and right edge in points, and its columns
    where it keeps to them."""

    left: float
    right: float
    cols: Span | None = None

    @property
    def width(self) -> float:
        return self.right - self.left


@record
class Fold:
    """The fold between two facing pages, in points, with the type areas beside it and the strip in
    it; each page has so many `columns`."""

    at: float
    left: Across
    right: Across
    strip: Across | None
    columns: int


@record
class Sheet:
    """Page and grid, in points; knows what 字 and 行 are worth on it."""

    width: float
    height: float
    bleed: float
    body_size: float
    grid: Grid
    fold: Fold | None = None

    def points(self, length: Length) -> float:
        """Points of a length that may be counted in 字, 行 or em of the body."""
        unit = {"zi": self.body_size, "em": self.body_size, "lines": self.grid.pitch}
        return length.value * (unit.get(length.unit) or ABSOLUTE_PT[length.unit])

    def em(self, points: float) -> float:
        """Points in em of the body, as finely as an editor measures: for messages."""
        return round(points / self.body_size, FINE)

    def across(self, cols: Span) -> Across:
        """Where columns of the grid are."""
        columns = self.grid.columns
        return Across(columns[cols.first - 1][0], columns[cols.last - 1][1], cols)


def make_sheet(spec: PageSpec, faults: list[Diagnostic]) -> Sheet:
    """The sheet of a page spec; what cannot be is added to `faults`."""
    f = spec.format
    norm = PRESETS[f.preset]
    before = len(faults)

    def fault(key: str, told: Said) -> None:
        place = f.places.get(key, f.place if f.place.file else spec.place)
        faults.append(error(told.having(path=f"format.{key}" if key else "format"), place))

    size = {}
    for key in ("width", "height"):
        size[key] = _points(getattr(f, key), mm(norm[key]))
        if not mm(LEAST_EXTENT_MM) <= size[key] <= mm(MOST_EXTENT_MM):
            extent = to_mm(size[key])
            least, most = LEAST_EXTENT_MM, MOST_EXTENT_MM
            fault(key, said("FORMAT.extent", extent_mm=extent, least_mm=least, most_mm=most))
    body = _points(f.body, BODY_PT)
    column = _points(f.column, norm["column"] * body, body)
    if isinstance(f.columns, tuple):
        widths = [_points(width, 0.0, body) for width in f.columns]
        if f.column is not None:
            fault("column", said("FORMAT.columns-and-column"))
    else:
        widths = [column] * (f.columns or int(norm["columns"]))
    gutter = _points(f.gutter, GUTTER_ZI * body, body)
    deep = f.lines or norm["lines"]
    pitch = _points(f.pitch, mm(norm["area"]) / norm["lines"], body)
    if not fits(body, min(widths)):
        key = "columns" if isinstance(f.columns, tuple) else "column"
        fault(key, said("FORMAT.narrow-column", width_pt=min(widths), size_pt=body))
    if not fits(body, pitch):
        key = "pitch" if f.pitch is not None else "body"
        fault(key, said("FORMAT.close-lines", pitch_pt=pitch, size_pt=body))
    area = Rect(0, 0, sum(widths) + (len(widths) - 1) * gutter, deep * pitch)
    top = _top(f, norm["top"], area.height, size["height"])
    fits_page = fits(area.width, size["width"]) and fits(top + area.height, size["height"])
    if len(faults) == before and not fits_page:
        told = said(
            "FORMAT.type-area", width_mm=to_mm(area.width), height_mm=to_mm(area.height),
            top_mm=to_mm(top), page_width_mm=to_mm(size["width"]),
            page_height_mm=to_mm(size["height"]),
        )  # fmt: skip
        fault("", told)
    left = (size["width"] - area.width) / 2
    starts = [left + sum(widths[:i]) + i * gutter for i in range(len(widths))]
    grid = Grid(
        type_area=Rect(left, top, area.width, area.height),
        columns=tuple((x, x + width) for x, width in zip(starts, widths, strict=True)),
        pitch=pitch,
        lines=whole_down(deep),
        baseline=(pitch - body) / 2 + EM_ASCENT * body,
    )
    bleed = _points(f.bleed, mm(BLEED_MM))
    return Sheet(width=size["width"], height=size["height"], bleed=bleed, body_size=body, grid=grid)


def _top(spec: Format, norm_mm: float, area: float, height: float) -> float:
    """From the trim to the type area: as given, as the norm has it, or what centres the area."""
    top = _points(spec.top, mm(norm_mm))
    if spec.top is None and top + area > height:
        return max(0.0, (height - area) / 2)
    return top


def _points(length: Length | None, default: float, em: float = 0.0) -> float:
    if length is None:
        return default
    return length.value * (em if length.unit in ("zi", "em") else ABSOLUTE_PT[length.unit])
