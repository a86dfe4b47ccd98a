"""An SVG drawing as a page of a PDF, drawn by Typst: vector stays vector, type stays type.

Typst is one wheel for each system and needs nothing besides; its reader of SVG (usvg) knows nearly
all of SVG 1.1. It is given the drawing's bytes and folders of fonts, and opens nothing else. What
it makes is RGB and is put into ink as that of any PDF.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from layout.pdf.letters import letters_of
from layout.pictures.facts import PictureError
from layout.pictures.svgread import SvgFacts, in_rgb, read_svg, svg_text
from layout.record import record
from layout.units import PT_PER_INCH
from layout.words.said import Said, said

SOURCE: Final = b"""\
#set document(date: none)
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")
"""
FILTER_PPI: Final = 4 * PT_PER_INCH
"""Pixels an inch that Typst gives what it must draw as pixels: the parts that have a filter."""
MOST_FILTERED: Final = 60_000_000
MOST_NAMED: Final = 6
INSIDE: Final = ("PNG", "JPEG", "GIF", "WEBP")
"""Pictures that may stand in a drawing: what usvg reads."""


@record
class DrawnSvg:
    """The PDF of a drawing, and what is told of it."""

    pdf: bytes
    remarks: tuple[Said, ...]


def draw_svg(data: bytes, name: str, fonts: Sequence[Path]) -> DrawnSvg:
    """A drawing as a PDF of one page, as large as it says. Type is set in the faces of the folders
    `fonts`. Raises `PictureError`, naming the file."""
    text = svg_text(data, name)
    facts = read_svg(text, name)
    try:
        import typst
    except ImportError as exc:
        raise PictureError(said("part.svg-typst", file=name)) from exc
    for picture in facts.pictures:
        _decoded(picture, name)
    if facts.filters and facts.area * (FILTER_PPI / PT_PER_INCH) ** 2 > MOST_FILTERED:
        raise PictureError(said("part.svg-filtered", file=name))
    compiled: Any = typst.compile  # its types know no bytes
    folders = [str(folder) for folder in fonts if folder.is_dir()]
    try:
        pdf: bytes = compiled(
            SOURCE,
            font_paths=folders,
            ignore_system_fonts=True,
            sys_inputs={"svg": in_rgb(text)},
        )
    except typst.TypstError as exc:
        told = said("part.svg-not-drawn", file=name, reason=_reason(exc))
        raise PictureError(told) from exc
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as exc:  # a panic of Rust is no Exception
        told = said("part.svg-not-drawn", file=name, reason=_reason(exc))
        raise PictureError(told) from exc
    return DrawnSvg(pdf=pdf, remarks=_remarks(facts, pdf, name))


def _decoded(picture: bytes, name: str) -> None:
    """See that a picture inside of a drawing can be decoded: Typst leaves out what it can't read,
    and says nothing. Raises `PictureError`."""
    from layout.pictures.pillow import guarded, open_image

    try:
        with guarded(name):
            image = open_image(picture, name)
            if image.format not in INSIDE:
                raise PictureError(said("part.svg-picture", file=name))
            image.load()
    except PictureError as exc:
        raise PictureError(said("part.svg-picture", file=name)) from exc


def _remarks(facts: SvgFacts, pdf: bytes, name: str) -> tuple[Said, ...]:
    """What of a drawing is not as it asks to be."""
    found = []
    letters = letters_of(pdf)
    lost = sorted(facts.letters - letters.characters)
    have = [_plain(font) for font in letters.fonts]
    lent = [f for f in facts.families if not any(h.startswith(_plain(f)) for h in have)]
    if lost:
        told = said("ARTWORK.letters", file=name, letters="".join(lost[:20]), count=len(lost))
        found.append(told)
    if lent and facts.letters:
        by = letters.fonts[:MOST_NAMED]
        found.append(said("ARTWORK.lent", file=name, fonts=tuple(lent[:MOST_NAMED]), by=by))
    if facts.filters:
        found.append(said("ARTWORK.filtered", file=name, ppi=round(FILTER_PPI)))
    if facts.fallbacks:
        found.append(said("ARTWORK.fallback", file=name))
    if facts.moving:
        found.append(said("ARTWORK.moving", file=name))
    return tuple(found)


def _plain(name: str) -> str:
    return "".join(c for c in name.lower() if c not in " -_")


def _reason(exc: BaseException) -> Said:
    text = str(exc).split("\n", 1)[0]
    return said("part.program-says", text=text[:120])
