"""Artwork that is no pixels: a page of a PDF, or a drawing, read to be placed as it is.

`ad.pdf` is the first page of a file, `ad.pdf#3` the third; that is its name wherever a picture is
named.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from layout.pdf.art import FormError, PlacedForm
from layout.pictures.facts import PictureError, PictureInfo
from layout.record import record, replace
from layout.words.said import Said, said

UNITS: Final = 100
"""Of a point, in which the sides of vector artwork are told where pictures have pixels."""
_PAGE: Final = r"(.+\.(?:pdf|ai))#(?:page=)?(\d{1,6})"
_HEAD: Final = 1024
"""Bytes within which a PDF says that it is one (ISO 32000-1, annex H)."""

Inks = Callable[[bytes, bytes | None], bytes]


def parted(source: str) -> tuple[str, int]:
    """The path of a picture's file and the number of the page in it; 1 where none is said."""
    if "#" not in source:  # as most: a pattern costs more than a page of pictures
        return source, 1
    found = re.fullmatch(_PAGE, source, re.IGNORECASE | re.ASCII)
    return (found[1], int(found[2])) if found else (source, 1)


def named(path: str, number: int) -> str:
    """The name of a page of a file: `ad.pdf#3`, and the file's own for the first."""
    return path if number == 1 else f"{path}#{number}"


def is_svg(data: bytes) -> bool:
    """Whether a file is a drawing, by its first bytes."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith((b"<?xml", b"<!--", b"<!DOCTYPE", b"<svg", b"<!doctype")) and (
        re.search(rb"<(?:\w+:)?svg[\s>/]", data[:65536]) is not None
    )


def is_artwork(data: bytes) -> bool:
    """Whether a file is a PDF or an SVG drawing, by its first bytes."""
    return b"%PDF-" in data[:_HEAD] or is_svg(data)


@record
class Artwork:
    """A PDF to read pages of; of a drawing the one that was made of it, and what is told of it."""

    pdf: bytes
    format: str
    remarks: tuple[Said, ...] = ()


def artwork_of(data: bytes, name: str, fonts: Sequence[Path]) -> Artwork:
    """The PDF of a file. A drawing is drawn, its type in faces of the folders `fonts`. Raises
    `PictureError`."""
    if not is_svg(data):
        return Artwork(pdf=data, format="PDF")
    from layout.pictures.svg import draw_svg

    drawn = draw_svg(data, name, fonts)
    return Artwork(pdf=drawn.pdf, format="SVG", remarks=drawn.remarks)


def read_artwork(art: Artwork, name: str, number: int, inks: Inks) -> PlacedForm:
    """The page to be placed. Raises `PictureError`, naming the file."""
    with _reading(name):
        from layout.pdf.form import read_form

        form = read_form(art.pdf, name, number, inks)
    if art.format != "SVG":
        return form
    return replace(form, remarks=art.remarks, trimmed=True)  # a drawing has no other box


def info_of(art: Artwork, name: str, number: int) -> PictureInfo:
    """The facts of artwork as those of a picture. Raises `PictureError`, naming the file."""
    with _reading(name):
        from layout.pdf.form import read_size

        width, height = read_size(art.pdf, name, number)
    return PictureInfo(
        format=art.format,
        mode="cmyk",
        width=max(1, round(width * UNITS)),
        height=max(1, round(height * UNITS)),
        alpha=True,
        vector=True,
    )


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """What is wrong with a file is a `PictureError`."""
    try:
        yield
    except ImportError as exc:
        raise PictureError(said("part.art-reader", file=name)) from exc
    except FormError as exc:
        raise PictureError(exc.args[0]) from exc
