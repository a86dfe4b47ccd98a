"""The grids that a first page is arranged on: the two formats of the trade."""

from typing import Final

from layout.record import record
from layout.spec.resolve.sheet import BODY_PT, GUTTER_ZI, PRESETS


@record
class Norm:
    """A format's grid, and the sizes of type that suit its width."""

    format: str
    columns: int
    lines: int
    column_em: int
    pitch_pt: float
    title_pt: tuple[float, ...]  # of a story's 主题, the largest first
    most_columns: int  # of a story across the page
    brief_cols: int
    index_col: int  # where the 导读 begins beside a summary and a picture
    main_most_pt: float
    says: str

    @property
    def full_em(self) -> int:
        """The width of the type area in characters of the body."""
        return self.columns_em(self.columns)

    @property
    def full_pt(self) -> float:
        """The width of the type area in points."""
        return self.full_em * BODY_PT

    def columns_em(self, count: int) -> int:
        """The width of basic columns and the gutters between them in characters of the body."""
        return count * self.column_em + (count - 1) * int(GUTTER_ZI)

    def measure(self, count: int) -> int:
        """Whole characters of each of `count` equal columns across the type area."""
        return (self.full_em - (count - 1)) // count


def _norm(name: str, **rest: object) -> Norm:
    preset = PRESETS[name]
    columns, column, lines = (int(preset[key]) for key in ("columns", "column", "lines"))
    sheet = f"{preset['width']:g} × {preset['height']:g} mm"
    return Norm(
        format=name,
        columns=columns,
        lines=lines,
        column_em=column,
        pitch_pt=preset["area"] / lines * 72 / 25.4,
        says=f"{sheet}, {columns} columns × {column} zi, gutter 1 zi, 9 pt, {lines} lines",
        **rest,  # type: ignore[arg-type]
    )


NORMS: Final[dict[str, Norm]] = {
    "broadsheet": _norm(
        "broadsheet",
        title_pt=(36.0, 30.0, 26.0, 22.0),
        most_columns=5,
        brief_cols=3,
        index_col=7,
        main_most_pt=84.0,
    ),
    "tabloid": _norm(
        "tabloid",
        title_pt=(28.0, 24.0, 20.0, 17.0),
        most_columns=4,
        brief_cols=2,
        index_col=5,
        main_most_pt=60.0,
    ),
}
BROADSHEET: Final = NORMS["broadsheet"]
