"""Items of a display list as elements of SVG: a piece each, one element, in points, y down.

Colours are attributes and no style, so that a browser may be told to take no styles but its own.
Numbers are those of the display list; nothing is measured.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from typing import Final

from layout.display.items import Box, GlyphRun, Path, Picture, Step, Stroke
from layout.display.rounded import rounded
from layout.record import record
from layout.render.svg.numbers import num, quoted, rgb
from layout.render.svg.outlines import PLAIN, FaceOf, Outlines

Address = Callable[[str], str]
"""Where a browser finds the picture of a source: an address, or the picture itself as data."""
WHOLE: Final = (0.0, 0.0, 1.0, 1.0)


@record
class SvgPiece:
    """One element, the names of the outlines that it uses, and the picture that it shows."""

    svg: str
    names: frozenset[str] = frozenset()
    picture: str = ""


NOTHING: Final = SvgPiece(svg="<g/>")
"""Of what paints nothing: a piece an item, so that two lists of them can be compared."""


def run_piece(run: GlyphRun, face_of: FaceOf, outlines: Outlines) -> SvgPiece:
    """Glyphs, each by `<use>` of its outline, in a group that has the run's place, size and ink.

    Raises what `face_of` raises.
    """
    if not run.glyphs:
        return NOTHING
    face = face_of(run.face)
    unit = run.size / face.upem  # points in a unit of the face
    stroked = run.stroke_em > 0.0  # then the outline is widened and not the group, with its pen
    across = unit if stroked else unit * run.h_scale
    places: Iterable[tuple[float, float]]
    if run.turned:
        scale = (1.0, run.h_scale) if stroked else PLAIN
        matrix = (0.0, unit, across, 0.0, run.x + run.ys[0], run.y)
        places = [(x / unit, 0.0) for x in run.xs]
    else:
        scale = (run.h_scale, 1.0) if stroked else PLAIN
        matrix = (across, 0.0, 0.0, -unit, run.x, run.y)
        if run.vertical:
            places = [(y / across, -x / unit) for x, y in zip(run.xs, run.ys, strict=True)]
        else:
            places = [(x / across, 0.0) for x in run.xs]
    names = outlines.of(face, scale)
    head = f'<g fill="{rgb(run.color)}"', _pen(run, face.upem) if stroked else "", _matrix(matrix)
    uses = [
        f'<use href="#{name}" x="{round(x, 1):g}"/>'
        if not y
        else f'<use href="#{name}" x="{round(x, 1):g}" y="{round(y, 1):g}"/>'
        for glyph, (x, y) in zip(run.glyphs, places, strict=True)
        if (name := names[glyph])
    ]
    used = {name for glyph in run.glyphs if (name := names[glyph])}
    return SvgPiece(svg="".join((*head, *uses, "</g>")), names=frozenset(used))


def _pen(run: GlyphRun, upem: int) -> str:
    """What thickens glyphs, or draws their outlines alone, with round joins as the press PDF."""
    hollow = ' fill-opacity="0"' if run.hollow else ""
    ink = f' stroke="{rgb(run.color)}" stroke-width="{num(run.stroke_em * upem)}"'
    return f'{hollow}{ink} stroke-linejoin="round"'


def _matrix(values: Sequence[float]) -> str:
    return f' transform="matrix({" ".join([num(v, 6) for v in values])})">'


def box_piece(box: Box) -> SvgPiece:
    """A filled rectangle."""
    r = box.rect
    x, y = min(r.x, r.right), min(r.y, r.bottom)
    return SvgPiece(
        svg=f'<rect x="{num(x)}" y="{num(y)}" width="{num(abs(r.width))}"'
        f' height="{num(abs(r.height))}" fill="{rgb(box.fill)}"/>'
    )


def stroke_piece(stroke: Stroke) -> SvgPiece:
    """A dotted, dashed or plain line."""
    ends = (stroke.x1, stroke.y1, stroke.x2, stroke.y2)
    x1, y1, x2, y2 = map(num, ends)
    dash = f' stroke-dasharray="{" ".join(map(num, stroke.dash))}"' if stroke.dash else ""
    caps = ' stroke-linecap="round"' if stroke.round_caps else ""
    return SvgPiece(
        svg=f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{rgb(stroke.color)}"'
        f' stroke-width="{num(stroke.width)}"{dash}{caps}/>'
    )


def path_piece(path: Path) -> SvgPiece:
    """Lines and curves."""
    if not path.steps or (path.width <= 0.0 and not path.filled):
        return NOTHING
    ink = rgb(path.color)
    pen = f' fill="{ink}"' if path.filled else ' fill="none"'
    if path.width > 0.0:
        ends = ' stroke-linecap="round" stroke-linejoin="round"' if path.round else ""
        pen += f' stroke="{ink}" stroke-width="{num(path.width)}" stroke-miterlimit="10"{ends}'
    return SvgPiece(svg=f'<path d="{path_data(path.steps)}"{pen}/>')


def path_data(steps: Sequence[Step]) -> str:
    """The steps of a path as SVG writes them."""
    return "".join([letter + " ".join(map(num, points)) for letter, points in steps])


def picture_piece(picture: Picture, shown: Picture, address: str) -> SvgPiece:
    """A picture, of which its crop is seen, within its corners. `shown` is what is seen of vector
    artwork with its bleed; of any other picture it is `picture`."""
    r = shown.rect
    if not (r.width > 0.0 and r.height > 0.0):
        return NOTHING
    left, top, right, bottom = shown.crop
    width, height = r.width / (right - left), r.height / (bottom - top)
    x, y = r.x - left * width, r.y - top * height
    image = (
        f'<image x="{num(x)}" y="{num(y)}" width="{num(width)}" height="{num(height)}"'
        f' preserveAspectRatio="none" href="{quoted(address)}" role="img"'
        f' aria-label="{quoted(picture.alt)}"'
    )
    steps: Sequence[Step] = ()
    if shown.corners:
        steps = rounded(r, shown.corners)
    elif shown.crop != WHOLE:
        corners = ((r.x, r.y), (r.right, r.y), (r.right, r.bottom), (r.x, r.bottom))
        steps = [("ML"[at > 0], corner) for at, corner in enumerate(corners)] + [("Z", ())]
    if not steps:
        return SvgPiece(svg=f"{image}/>", picture=picture.source)
    data = path_data(steps)
    name = f"c{blake2b(data.encode('ascii'), digest_size=8).hexdigest()}"
    return SvgPiece(
        svg=f'<g><clipPath id="{name}"><path d="{data}"/></clipPath>'
        f'{image} clip-path="url(#{name})"/></g>',
        picture=picture.source,
    )
