"""Spot inks in a press PDF: Separation spaces with their alternates (ISO 32000-1, 8.6.6.4)."""

from collections.abc import Sequence

from layout.color import Color
from layout.render.base import RenderError
from layout.render.press.numbers import num
from layout.words.said import said

_REGULAR = frozenset(range(0x21, 0x7F)) - frozenset(b"()<>[]{}/%#")


def spot_name(at: int) -> str:
    """What a page calls its spots, counted from 0, among its resources."""
    return f"S{at + 1}"


def pdf_name(text: str) -> bytes:
    """A name as a PDF writes it: in UTF-8, each byte that is no plain sign as # and two digits
    (ISO 32000-1, 7.3.5)."""
    return b"/" + b"".join(
        [bytes((b,)) if b in _REGULAR else b"#%02X" % b for b in text.encode("utf-8")]
    )


def separation(solid: Color) -> bytes:
    """The colour space of a spot: its tint goes straight to that much of its alternate."""
    full = " ".join(num(v / 100.0) for v in (solid.c, solid.m, solid.y, solid.k))
    return b"[/Separation%s/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[%s]/N 1>>]" % (
        pdf_name(solid.spot),
        full.encode("ascii"),
    )


def one_look(pages: Sequence[Sequence[Color]]) -> None:
    """Raises `RenderError` where two pages of a document mean two things by one spot: it has one
    plate, and programs show all of it by whichever alternate they meet first."""
    looks: dict[str, Color] = {}
    for spots in pages:
        for solid in spots:
            other = looks.setdefault(solid.spot, solid)
            if other != solid:
                inks, others = (str(Color(s.c, s.m, s.y, s.k)) for s in (solid, other))
                raise RenderError(
                    said("part.pdf-spot-looks", name=solid.spot, inks=others, other=inks)
                )
