"""Rows of pictures and tables on a first page: as wide as each needs, side by side if they can."""

from typing import Final

from layout.importer.estimate import width_em
from layout.importer.model import SourcePage, SourcePicture, SourceTable
from layout.importer.norms import Norm
from layout.spec.resolve.sheet import BODY_PT
from layout.units import whole_up

Figure = tuple[tuple[int, int], int, SourcePicture | SourceTable]
"""The columns that something stands in, from 1, its height in lines, and what it is."""

_TALLEST: Final = 40  # lines of a picture
_TABLE_PT: Final = 8.0
_CELL_EM: Final = 1.5  # of a column beside its words: the white between two


def figure_rows(page: SourcePage, norm: Norm) -> list[list[Figure]]:
    """Pictures that have files, then tables, in rows across the page."""
    pictures = [picture for picture in page.pictures if picture.file]
    out: list[list[Figure]] = []
    at = norm.columns + 1
    figures: list[SourcePicture | SourceTable] = [*pictures, *page.tables]
    for held in figures:
        if isinstance(held, SourcePicture):
            wide, lines = _picture_room(held, norm)
        else:
            wide, lines = _table_room(held, norm)
        if at + wide - 1 > norm.columns:
            out.append([])
            at = 1
        out[-1].append(((at, at + wide - 1), lines, held))
        at += wide
    return out


def _picture_room(picture: SourcePicture, norm: Norm) -> tuple[int, int]:
    """Columns and lines of a picture with its caption: half of the page where it lies, a third
    where it stands, and no taller than may be."""
    wide = norm.columns // 2 if picture.aspect >= 1 else max(1, norm.columns // 3)
    while wide > 1 and _shot_lines(picture, wide, norm) > _TALLEST:
        wide -= 1
    words = width_em(picture.caption + picture.credit) + 3 if picture.caption else 0
    under = whole_up(words / norm.columns_em(wide)) + 1 if words else 0
    return wide, min(_shot_lines(picture, wide, norm), _TALLEST) + under


def _shot_lines(picture: SourcePicture, wide: int, norm: Norm) -> int:
    return max(3, round(norm.columns_em(wide) * BODY_PT / picture.aspect / norm.pitch_pt))


def _table_room(table: SourceTable, norm: Norm) -> tuple[int, int]:
    """Columns and lines of a table: half of the page where its words have room in it."""
    need = sum(table.widest) + _CELL_EM * len(table.widest)
    half = norm.columns // 2
    wide = half if need <= norm.columns_em(half) * BODY_PT / _TABLE_PT else norm.columns
    room = norm.columns_em(wide) * BODY_PT / _TABLE_PT
    rows = table.rows * max(1, whole_up(need / room))
    over = (3 if table.title else 1) + (1 if table.unit else 0)
    under = sum(whole_up(width_em(note) / room) for note in table.notes)
    return wide, min(rows + over + under, norm.lines - 6)
