"""Where on a page something stands, as it is said at the desk: 第6–8栏 第16–26行; and its day."""

from datetime import date
from math import ceil, floor
from typing import Final

from layout.display.items import Grid
from layout.geometry import Rect
from layout.words.said import Language, Said, said

SLACK: Final = 0.3
"""Of a line: type reaches so far over the edges of its own."""
LEAST_PT: Final = 0.5
"""What reaches less far into a column is not in it."""
WEEK: Final = (
    "part.weekday-0", "part.weekday-1", "part.weekday-2", "part.weekday-3", "part.weekday-4",
    "part.weekday-5", "part.weekday-6",
)  # fmt: skip
"""The words of the days, from Sunday on."""


def spoken_place(grid: Grid, rect: Rect, lang: Language) -> str:
    """The columns and lines of the grid that a rectangle meets, in the words of a language; empty
    for one off the type area."""
    place = said_place(grid, rect)
    return "" if place is None else place.words(lang)


def said_place(grid: Grid, rect: Rect) -> Said | None:
    """The columns and lines of the grid that a rectangle meets, on a page without columns its lines
    alone; None for one off the type area."""
    area = grid.type_area
    if rect.bottom < area.y or rect.y > area.bottom or not grid.lines:
        return None
    top, foot = (rect.y - area.y) / grid.pitch, (rect.bottom - area.y) / grid.pitch
    first = min(max(floor(top + SLACK) + 1, 1), grid.lines)
    last = min(max(ceil(foot - SLACK), first), grid.lines)
    lines = spoken_span(first, last)
    met = [
        n
        for n, (left, right) in enumerate(grid.columns, 1)
        if min(right, rect.right) - max(left, rect.x) > min(LEAST_PT, rect.width / 2)
        or left <= rect.x == rect.right <= right
    ]
    if not met:
        return said("part.proof-place-lines", lines=lines)
    return said("part.proof-place", columns=spoken_span(met[0], met[-1]), lines=lines)


def spoken_span(first: int, last: int) -> str:
    """One number, or from where to where."""
    return str(first) if first == last else f"{first}–{last}"


def spoken_day(day: str, lang: Language) -> str:
    """A date in ISO form with its weekday; as it is given where it is none."""
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return day
    weekday = said(WEEK[when.isoweekday() % len(WEEK)])
    return said(
        "part.day-told", year=when.year, month=when.month, day=when.day, weekday=weekday
    ).words(lang)
