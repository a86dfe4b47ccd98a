"""What a page paints: flat records in the order of painting, in page space.

Page space is the default user space of the page: points before UserUnit and Rotate, y upwards.
"""

from collections.abc import Iterator
from typing import Any, Final, Literal

from layout.pdf.fonts import Font
from layout.pdf.matrix import Box, Matrix, meets, scales
from layout.pdf.spaces import GRAY, ColorSpace
from layout.record import field, record
from layout.units import ROUNDING
from layout.words.said import Said

Kind = Literal["text", "path", "image", "shading"]
STROKED: Final = frozenset({1, 2, 5, 6})
FILLED: Final = frozenset({0, 2, 4, 6})
"""Text render modes that do so. ISO 32000-1, table 106; 3 and 7 paint nothing."""


@record
class Shading:
    """A shading: its type (1 to 7), its colour space, its object. `functions` says whether colour
    comes from functions of one value."""

    type: int
    space: ColorSpace
    reference: int
    background: bool = False
    functions: bool = False
    raw: Any = field(default=None)


@record
class PdfPattern:
    """A pattern that paints: of tiles (coloured or not) or a shading."""

    kind: Literal["tiling", "shading", "unknown"]
    reference: int
    colored: bool = True
    shading: Shading | None = None
    raw: Any = field(default=None)


@record
class Paint:
    """A colour as it is set: a space, components in it, and a pattern where there is one."""

    space: ColorSpace
    components: tuple[float, ...] = ()
    pattern: PdfPattern | None = None

    def amounts(self) -> dict[str, float] | None:
        """How much of each ink, 0 to 1, where the space says so itself: grey is Black; the other
        process inks of CMYK are 0. None for RGB and other spaces that say nothing of inks.

        Indexed colours and patterns are None too.
        """
        space = self.space
        if self.pattern is not None or space.default is not None:
            return None
        if space.family == "DeviceGray" and len(self.components) == 1:
            return {"Black": 1 - self.components[0]}
        if space.family in ("DeviceCMYK", "Separation", "DeviceN") and len(self.components) == len(
            space.inks
        ):
            return dict(zip(space.inks, self.components, strict=True))
        return None

    @property
    def key(self) -> tuple[Any, ...]:
        """What tells it from other colours of its page. (Spaces that stand in resources as they
        are hold objects of the file, which have no hash.)"""
        space = self.space
        at = space.reference or id(space.raw if space.raw is not None else space)
        pattern = self.pattern
        return at, self.components, pattern and (pattern.reference or id(pattern))

    @property
    def white(self) -> bool:
        """Whether it lays no ink: nothing of every ink, or the white of a space of light."""
        if self.pattern is not None or not self.components:
            return False
        amounts = self.amounts()
        if amounts is not None:
            return not any(amounts.values())
        family = self.space.family
        if family in ("DeviceRGB", "CalRGB", "CalGray"):
            return min(self.components) >= 1
        if family == "ICCBased":
            bare = 0.0 if self.space.components == 4 else 1.0
            return all(c == bare for c in self.components)
        return False


BLACK: Final = Paint(space=GRAY, components=(0.0,))


@record
class PaintState:
    """The graphics state as far as it changes what ink does; shared by all that is painted in it.

    `overprint_fill` is op, `overprint_stroke` is OP. `transfer` is empty, `Identity`, `Default` or
    `function`, of TR2 where there is one, else of TR; `halftone` is empty, `Default` or
    `dictionary`. `soft_mask` is empty, `Alpha` or `Luminosity`.
    """

    overprint_fill: bool = False
    overprint_stroke: bool = False
    overprint_mode: int = 0
    alpha_fill: float = 1.0
    alpha_stroke: float = 1.0
    blend: str = "Normal"
    soft_mask: str = ""
    alpha_is_shape: bool = False
    intent: str = ""
    transfer: str = ""
    halftone: str = ""
    black_generation: bool = False
    undercolor: bool = False
    flatness: float = 0.0
    smoothness: float = 0.0
    dash: tuple[float, ...] = ()

    @property
    def opaque(self) -> bool:
        """Whether what is painted with it covers what is under it."""
        return (
            self.alpha_fill == self.alpha_stroke == 1.0
            and self.blend in ("Normal", "Compatible")
            and not self.soft_mask
        )


@record
class Image:
    """A picture: an XObject, or an inline one (`reference` 0). `mask` is a stencil of one bit."""

    reference: int
    width: int
    height: int
    bits: int
    space: ColorSpace | None
    filters: tuple[str, ...]
    mask: bool = False
    inline: bool = False
    decode: tuple[float, ...] = ()
    intent: str = ""
    soft_mask: "Image | None" = None
    mask_kind: str = ""  # of /Mask: `colors` (a key) or `stencil`
    matte: bool = False
    mask_in_data: int = 0  # SMaskInData of a JPX
    alternates: bool = False
    interpolate: bool = False
    size: int = 0  # bytes as they lie in the file
    faults: tuple[str, ...] = ()
    raw: Any = field(default=None)


@record
class Text:
    """What one operator shows. `shown` are strings and, between them, what TJ takes back in 1/1000.

    `matrix` is the text matrix times the CTM at its beginning; `size` how high its em stands on the
    page in points, `mode` the render mode.
    """

    font: Font
    size: float
    mode: int
    shown: tuple[bytes | float, ...]
    matrix: Matrix
    font_size: float
    char_space: float
    word_space: float
    scale: float
    rise: float

    def codes(self) -> Iterator[int]:
        """The character codes in order."""
        for part in self.shown:
            if isinstance(part, bytes):
                yield from self.font.codes(part)

    def glyphs(self) -> Iterator[tuple[int, float, float, float]]:
        """Each code with its origin on the page (of horizontal writing, or as the font is
        vertical) and its advance in points of the page."""
        font, size = self.font, self.font_size
        unit = font.matrix[0] if font.subtype == "Type3" else 0.001
        along = 0.0
        a, b, c, d, e, f = self.matrix
        stretch = scales(self.matrix)[1 if font.vertical else 0]
        for part in self.shown:
            if not isinstance(part, bytes):
                along -= part / 1000 * size * (1.0 if font.vertical else self.scale)
                continue
            lone = not font.composite
            for code in font.codes(part):
                spaced = self.char_space + (self.word_space if code == 32 and lone else 0.0)
                if font.vertical:
                    step = -size + spaced
                    yield code, e + c * along, f + d * along, abs(step) * stretch
                else:
                    step = (font.width(code) * unit * size + spaced) * self.scale
                    x, y = along, self.rise
                    yield code, a * x + c * y + e, b * x + d * y + f, step * stretch
                along += step


@record
class PaintedPath:
    """A path in page space. `segments` are `("m", x, y)`, `("l", x, y)`, `("c", six numbers)` and
    `("h",)`; `shape` is `rectangle` for one whose sides are parallel to the page's, `polygon`, or
    `curves`. `even_odd` is how it is filled."""

    segments: tuple[tuple[Any, ...], ...]
    shape: Literal["rectangle", "polygon", "curves"]
    even_odd: bool = False


@record
class Painted:
    """One thing painted.

    `box` is its bounding box in page space, the pen's width included; `seen` is what the clip
    leaves of it. `fill` and `stroke` are None where it does not do so. `line_width` is in points on
    the page, the pen's thinnest side. `source` is the object number of the stream whose operator
    number `operator` (from 0) paints it: 0 for a page's own content. `within` are the kinds and
    object numbers of what it stands in, from outside: `("form", 12)`, `("pattern", 7)`,
    `("glyph", 3)`, `("mask", 9)`, `("annotation", 4)`.
    """

    order: int
    kind: Kind
    box: Box
    seen: Box
    fill: Paint | None
    stroke: Paint | None
    look: PaintState
    source: int
    operator: int
    within: tuple[tuple[str, int], ...] = ()
    hidden: bool = False
    layer: str = ""  # the name of the layer it stands in; empty for none
    veiled: bool = False  # it stands in a group that is drawn with transparency
    line_width: float = 0.0
    matrix: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    text: Text | None = None
    path: PaintedPath | None = None
    image: Image | None = None
    shading: Shading | None = None

    @property
    def paints(self) -> tuple[Paint, ...]:
        """The colours it paints with."""
        return tuple(p for p in (self.fill, self.stroke) if p is not None)

    @property
    def invisible(self) -> bool:
        """Whether it leaves no mark: hidden, clipped away, or text that is not painted."""
        if self.hidden or (self.text is not None and self.text.mode in (3, 7)):
            return True
        return not meets(self.box, self.seen) or _is_nothing(self.seen, self.box)

    @property
    def clear(self) -> bool:
        """Whether it has an opacity of 0, so that nothing of it can be seen."""
        fills = self.fill is not None or self.stroke is None
        strokes = self.stroke is not None
        return not (
            (fills and self.look.alpha_fill != 0) or (strokes and self.look.alpha_stroke != 0)
        )

    def inside(self, kind: str) -> bool:
        """Whether it stands in a `form`, `pattern`, `glyph`, `mask` or `annotation`."""
        return any(one == kind for one, _ in self.within)

    @property
    def ppi(self) -> tuple[float, float]:
        """Pixels an inch of a picture on the page, across and down; 0 for what is no picture."""
        if self.image is None:
            return (0.0, 0.0)
        across, down = scales(self.matrix)
        return (
            self.image.width * 72 / across if across > ROUNDING else 0.0,
            self.image.height * 72 / down if down > ROUNDING else 0.0,
        )


def _is_nothing(seen: Box, box: Box) -> bool:
    """Whether a clip leaves nothing of a box that had a size."""
    wide, high = box[2] - box[0], box[3] - box[1]
    return (seen[2] <= seen[0] and wide > 0) or (seen[3] <= seen[1] and high > 0)


@record
class TransparencyGroup:
    """A transparency group: of the page (`reference` that of the page), a form, or a mask.

    `look` is the state in which it is drawn; the default one of a page and a mask.
    """

    reference: int
    space: ColorSpace | None
    isolated: bool = False
    knockout: bool = False
    of_page: bool = False
    of_mask: bool = False
    look: PaintState = field(default_factory=PaintState)


@record
class Unread:
    """What could not be interpreted, and where: so much of the page is not judged."""

    said: Said
    source: int = 0
    operator: int = -1


@record
class Annotation:
    """An annotation of a page: its Subtype, rectangle in page space, flags (ISO 32000-1, 12.5.3).
    `action` is the S of its A, empty for none; `actions` says whether it has /AA."""

    index: int
    subtype: str
    rect: Box | None
    flags: int
    reference: int
    appearance: bool
    action: str = ""
    actions: bool = False
    raw: Any = field(default=None)

    @property
    def prints(self) -> bool:
        """Whether it is on paper: Print is set, Hidden is not."""
        return bool(self.flags & 4) and not self.flags & 2


@record
class UsedFont:
    """A font with which a page shows text: the codes shown, and the first that was painted."""

    font: Font
    codes: frozenset[int]
    first: int
    invisible: bool  # shown in render mode 3 or hidden alone


@record
class PageContents:
    """All that a page paints, and what was met on the way. `forms` are XObjects by object number
    with their Subtype (`Form`, `Image`, `PS` or what else there is)."""

    painted: tuple[Painted, ...]
    fonts: tuple[UsedFont, ...]
    images: tuple[Image, ...]
    groups: tuple[TransparencyGroup, ...]
    annotations: tuple[Annotation, ...]
    xobjects: tuple[tuple[int, str, Any], ...]
    unread: tuple[Unread, ...]
    operators: int
    states: tuple[tuple[int, tuple[str, ...]], ...] = ()  # ExtGStates used: object, keys

    def has_fault(self) -> bool:
        """Whether part of the page could not be read."""
        return bool(self.unread)
