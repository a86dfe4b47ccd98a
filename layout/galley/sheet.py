"""小样: the set lines of a text side by side in columns on one sheet, to be read or measured.

A galley has no page design. Its columns are as wide as the measure and are read from left to
right; the sheet is as wide and as high as they need, up to what a PDF page may be.
"""

from collections.abc import Iterator
from typing import Final

from layout.diagnostics import Place, StopError, error
from layout.display.items import Grid
from layout.flow.placed import PlacedLine
from layout.galley.lines import TextSetting
from layout.geometry import Rect
from layout.record import record
from layout.units import EM_ASCENT

MOST_PT: Final = 14_400.0
"""The longest side of a PDF page (ISO 32000-1, Annex C: 200 inches of user space)."""
PITCH_EM: Final = 1.286
"""From baseline to baseline: 120 lines on a broadsheet's type area of 490 mm at 9 pt."""
COLUMN_LINES: Final = 100
"""Lines of a column, unless the sheet would become wider than a PDF page may be."""
MARGIN_EM: Final = 2.0
GUTTER_EM: Final = 2.0
"""Wider than a mark that hangs in the margin and the indent of the next column together look."""


@record
class Galley:
    """Lines in their places on a sheet of `width` × `height` points, in reading order."""

    width: float
    height: float
    grid: Grid
    lines: tuple[PlacedLine, ...]


def galley(setting: TextSetting) -> Galley:
    """The sheet of a set text. Raises `StopError` where no PDF page is large enough."""
    style, measure = setting.style, setting.measure
    em = style.size
    step = measure + GUTTER_EM * em * style.h_scale
    edge = MARGIN_EM * em
    pitch = PITCH_EM * em
    total = len(setting.lines)
    most_columns = int((MOST_PT - 2 * edge + step - measure) / step)
    most_lines = int((MOST_PT - 2 * edge) / pitch)
    if total > most_columns * most_lines:
        _too_large(setting, most_columns * most_lines)
    rows = max(COLUMN_LINES, -(-total // most_columns))
    columns = -(-total // rows)
    rows = min(rows, total)
    area = Rect(edge, edge, columns * step - (step - measure), rows * pitch)
    grid = Grid(
        type_area=area,
        columns=tuple((edge + i * step, edge + i * step + measure) for i in range(columns)),
        pitch=pitch,
        lines=rows,
        baseline=(pitch - em) / 2 + EM_ASCENT * em,
    )
    return Galley(
        width=area.width + 2 * edge,
        height=area.height + 2 * edge,
        grid=grid,
        lines=tuple(_placed(setting, grid)),
    )


def _placed(setting: TextSetting, grid: Grid) -> Iterator[PlacedLine]:
    number = 0
    for order, paragraph in enumerate(setting.paragraphs, 1):
        for line in paragraph.lines:
            column, row = divmod(number, grid.lines)
            yield PlacedLine(
                items=paragraph.items,
                line=line,
                style=setting.style,
                x=grid.columns[column][0],
                baseline=grid.baseline_of(row + 1),
                measure=setting.lines[number].measure,
                node=f"p{order}",
                body=True,
            )
            number += 1


def _too_large(setting: TextSetting, room: int) -> None:
    told = error(
        "GALLEY-LARGE.sheet", Place(setting.name), lines=len(setting.lines),
        measure_pt=setting.measure, most_pt=MOST_PT, room_lines=room,
    )  # fmt: skip
    raise StopError([told])
