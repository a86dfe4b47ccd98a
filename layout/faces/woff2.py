"""A font for one document, in which a character already is the glyph that the page shows.

Browsers and Pango shape text again, each in its own way. A font made here leaves them nothing to
decide: it has no layout tables at all, and its character map leads from each character straight to
the glyph that was composed (the half-width digit, the joined ——, the mark trimmed to half an em).
The only place that loads fontTools on the way of a page, and only when such a font is asked for.
"""

import io
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from layout.diagnostics import shown
from layout.faces.face import Face, FaceError
from layout.units import EM_ASCENT
from layout.words.said import said


@dataclass(frozen=True, slots=True, order=True)
class Look:
    """What a character looks like in a font, in font units.

    `glyphs` are the face's own, each with its shift to the right: one as a rule, several where a
    cluster of glyphs makes one character, none where the character before shows both. `advance` is
    what the font says it takes, which may be less or more than the glyphs do. `lifts` say how far
    up each glyph is moved; left out where none is.
    """

    glyphs: tuple[tuple[int, int], ...]
    advance: int
    lifts: tuple[int, ...] = ()


UNIX_EPOCH: Final = 2_082_844_800  # in seconds since 1904, as a font counts
MAX_CHARACTERS: Final = 65_000  # a font file holds 65,535 glyphs


def document_font(
    face: Face,
    characters: Mapping[str, Look],
    *,
    family: str,
    stroke_em: float = 0.0,
    hollow: bool = False,
    flavor: Literal["woff2"] | None = "woff2",
) -> bytes:
    """A font file with just `characters`, called `family`; as WOFF2, or bare with flavor None.

    Every character has a glyph of its own, even where two look alike, so that text taken from a
    PDF is what was set. A variable face is frozen at the instance it was opened with. `stroke_em`
    thickens the outlines by half of it on each side and leaves the advances as they are; `hollow`
    leaves of the glyphs what lies so near to their outlines, and no inside. The same
    arguments give the same bytes. Raises `FaceError` for more characters than a font holds and for
    outlines that no font holds.
    """
    if len(characters) > MAX_CHARACTERS:
        raise FaceError(said("part.font-characters", face=face.name, characters=len(characters)))
    try:
        return _built(face, characters, family, (stroke_em, hollow), flavor)
    except (ValueError, OverflowError, struct.error) as exc:
        raise FaceError(said("part.font-wild-outlines", file=shown(face.path.name))) from exc


def _built(
    face: Face,
    characters: Mapping[str, Look],
    family: str,
    pen: tuple[float, bool],
    flavor: Literal["woff2"] | None,
) -> bytes:
    from fontTools.fontBuilder import FontBuilder

    chars = sorted(characters)
    order = [".notdef", *(f"u{ord(char):04X}" for char in chars)]
    looks = [Look(((0, 0),), face.advance(0)), *(characters[char] for char in chars)]

    stroke_em, hollow = pen
    half = round(stroke_em * face.upem / 2)  # HarfBuzz thickens upwards from the baseline
    drawn = [(_source(face, stroke_em), half, False)]
    if hollow and stroke_em > 0.0:
        drawn.append((_source(face, -stroke_em), -half, True))
    builder = FontBuilder(face.upem, isTTF=not face.is_cff)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(
        {ord(char): name for char, name in zip(chars, order[1:], strict=True)}
    )
    outlines = {
        name: _outline(drawn, look, cubic=face.is_cff)
        for name, look in zip(order, looks, strict=True)
    }
    postscript = family.replace(" ", "")
    if face.is_cff:
        builder.setupCFF(postscript, {}, outlines, {})
        lefts = dict.fromkeys(order, 0)
    else:
        builder.setupGlyf(outlines)
        lefts = {name: getattr(glyph, "xMin", 0) for name, glyph in outlines.items()}
    builder.setupHorizontalMetrics(
        {name: (look.advance, lefts[name]) for name, look in zip(order, looks, strict=True)}
    )
    ascent, descent = round(EM_ASCENT * face.upem), round((1 - EM_ASCENT) * face.upem)
    builder.setupHorizontalHeader(ascent=ascent, descent=-descent)
    builder.setupOS2(
        sTypoAscender=ascent,
        sTypoDescender=-descent,
        sTypoLineGap=0,
        usWinAscent=ascent,
        usWinDescent=descent,
    )
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": postscript})
    builder.setupPost(keepGlyphNames=False)
    builder.updateHead(created=UNIX_EPOCH, modified=UNIX_EPOCH)  # no clock: same input, same bytes
    builder.font.flavor = flavor
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def _source(face: Face, stroke_em: float) -> Any:
    """What draws the face's glyphs: the face's own handle, or one that thickens them."""
    if stroke_em == 0.0:
        return face.font
    font = type(face.font)(face.handle)
    if face.axes:
        font.set_variations(face.axes)
    font.synthetic_bold = (stroke_em, stroke_em, True)
    return font


def _outline(drawn: Sequence[tuple[Any, int, bool]], look: Look, *, cubic: bool) -> Any:
    """The outline of a look: a charstring where curves are cubic, else a TrueType glyph.

    It is that of each of `drawn`: what draws the glyphs, how far down these are moved, and whether
    they are gone round backwards, so that what lies inside them stays bare.
    """
    from fontTools.pens.reverseContourPen import ReverseContourPen
    from fontTools.pens.t2CharStringPen import T2CharStringPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = T2CharStringPen(look.advance, None) if cubic else TTGlyphPen(None)
    for source, lower, back in drawn:
        for at, (glyph, shift) in enumerate(look.glyphs):
            lift = (look.lifts[at] if look.lifts else 0) - lower
            own = ReverseContourPen(pen) if back else pen
            plain = shift == 0 and lift == 0
            source.draw_glyph_with_pen(
                glyph, own if plain else TransformPen(own, (1, 0, 0, 1, shift, lift))
            )
    return pen.getCharString() if cubic else pen.glyph(dropImpliedOnCurves=True)
