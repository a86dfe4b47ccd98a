"""The pages of a file with the findings drawn on them, by the numbers of the report."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from layout.check.press.report import place_of
from layout.check.press.run import FileReport
from layout.files import FreeNames, write_file
from layout.geometry import Rect
from layout.pictures.boxed import NumberedBox, boxed
from layout.render.png import page_png

DPI: Final = 100.0
MOST_SIDE: Final = 6_000
"""Pixels of a picture's side; a larger sheet is drawn smaller."""

SLACK: Final = 0.5
"""Points by which a box of a whole page may be smaller."""


def write_pictures(
    report: FileReport, data: bytes, folder: Path, names: FreeNames
) -> tuple[Path, ...]:
    """Write a PNG of every page on which something was found, `NAME-1.png`; what was written.

    `names` are those that were given in the folder: files of two folders may be called alike.

    Raises `RenderError` where pdfium cannot open the file, `WriteError` where it cannot be written.
    """
    stem = names.take(Path(report.file).stem or "file")
    return tuple(
        write_file(folder / f"{stem}-{page}.png", picture)
        for page, picture in pictures(report, data)
    )


def pictures(report: FileReport, data: bytes) -> Iterator[tuple[int, bytes]]:
    """The number of each page that has findings, with its picture as a PNG of the whole sheet.

    A page of remarks alone is none to look at; one on a whole page, as on what its plates cover, is
    no place on it and is not drawn.
    """
    if report.subject is None:
        return
    whole = {page.number: page.rect(page.trim) for page in report.subject.pages}
    placed: dict[int, list[tuple[int, tuple[float, float, float, float], bool]]] = defaultdict(list)
    grave: set[int] = set()
    for number, found in enumerate(report.found, 1):
        place = place_of(found)
        if place is None or (found.severity == "info" and _covers(place[1], whole[place[0]])):
            continue
        placed[place[0]].append((number, place[1], found.severity == "error"))
        if found.severity != "info":
            grave.add(place[0])
    for page in report.subject.pages:
        if page.number not in grave:
            continue
        left, bottom, right, top = page.media
        dpi = min(DPI, MOST_SIDE * 72 / max(right - left, top - bottom, 1.0))
        png = page_png(data, dpi=dpi, index=page.number - 1, cut="media")
        scale = dpi / 72
        dx, dy = page.trim[0] - left, top - page.trim[3]
        boxes = [
            NumberedBox(
                number,
                (x / page.unit + dx) * scale,
                (y / page.unit + dy) * scale,
                ((x + w) / page.unit + dx) * scale,
                ((y + h) / page.unit + dy) * scale,
                is_error,
            )
            for number, (x, y, w, h), is_error in placed[page.number]
        ]
        yield page.number, boxed(png, boxes)


def _covers(box: tuple[float, float, float, float], page: Rect) -> bool:
    """Whether a box is as large as a page."""
    return box[2] >= page.width - SLACK and box[3] >= page.height - SLACK
