"""What every block of a page may say: its place, what is behind it, what is round it."""

from typing import Final

from layout.color import Color
from layout.record import record
from layout.spec.model.rule import CORNERS, Edges
from layout.spec.model.style import ALIGN, LEADING
from layout.spec.reader.fields import ListKind, RecordKind, Written, option
from layout.spec.reader.kinds import (
    ChoiceKind,
    ColorKind,
    ExtentKind,
    FlagKind,
    Name,
    NameKind,
    NumberKind,
    Span,
    SpanKind,
    TextKind,
)
from layout.spec.reader.lengths import Length, LengthKind

MAX_COLUMNS: Final = 24
MAX_AREAS: Final = 12
MAX_EXTENT: Final = 400

INSIDE: Final = LengthKind(positive=False, units=("pt", "mm", "em", "zi", "lines"), most=2000)
GUTTER: Final = LengthKind(positive=False, units=("zi", "pt", "mm"), most=2000)
ALONG: Final = LengthKind(positive=False, units=("zi", "em", "mm", "pt"), most=6000)
BREADTH: Final = LengthKind(units=("zi", "em", "mm", "pt"), most=6000)
STYLE: Final = NameKind("part.style-name")
PATH: Final = NameKind("part.path")


@record
class At(Written):
    """A place: its columns and its lines, both counted from 1; or where it begins and how wide it
    is, in 字 of the body or any other length."""

    cols: Span | None = option(SpanKind("part.columns"), "basic columns, such as 1-3")
    lines: Span = option(SpanKind("part.lines"), "lines of the grid, such as 42-79", required=True)
    left: Length | None = option(
        ALONG,
        "where it begins, such as 37.5zi: from the left edge of the type area, or of the columns "
        "that `cols` names; 0 where `width` alone is said",
        key="from",
    )
    width: Length | None = option(
        BREADTH, "how wide it is, such as 16.25zi; as far as the type area or its columns go"
    )
    part: str | None = option(
        ChoiceKind(("left", "right", "strip")),
        "of two facing pages: its columns are counted, and it is measured, in the `left` page, the "
        "`right` one or the `strip` between them; all of that part where nothing else is said",
    )
    of: Name | None = option(
        NameKind("part.block-id"),
        "id of a story: the place is counted in its columns and their lines, and its text runs "
        "round the block",
    )


@record
class Line(Written):
    """One line of display text with the style that sets it."""

    text: str = option(TextKind(400), "the words; ` | ` is a couplet break", required=True)
    style: Name | None = option(STYLE, "how it is set")
    align: str | None = option(ALIGN, "instead of the style's")


LINE: Final = RecordKind(Line, short=("text",))


@record
class Wrap(Written):
    """Text of stories under the block runs round it (文围图), on the lines it would have."""

    shape: str = option(
        ChoiceKind(("box", "polygon", "outline")),
        "what the text keeps clear of: the block, a polygon, the outline of a picture with "
        "transparency or round corners",
        default="box",
    )
    standoff: Length | None = option(
        LengthKind(positive=False, units=("zi", "pt", "mm"), most=300),
        "white kept round the shape; `1zi` when it is not said",
    )
    points: tuple[tuple[float, ...], ...] = option(
        ListKind(ListKind(NumberKind(0, 1), least=2, most=2), least=3, most=200),
        "of the polygon: from the block's left and top, in parts of its width and height",
        default=(),
    )


IN_FRAME: Final = ChoiceKind(("whole", "cover"))
"""How a picture fills its frame: all of it is seen, or all of the frame is covered."""


@record
class Fit(Written):
    """Values that may move until the page is full to the line, each from the least to the most; and
    how a picture fills its frame, for which a lone word stands: `fit: whole`.

    What was changed is told; what is not named here stays as it is.
    """

    picture: str | None = option(
        IN_FRAME,
        "`whole`: nothing of it is cut, the paper or the block's `fill` shows beside it; `cover`: "
        "it fills its frame, and what stands over is cut. An advert and a picture with transparent "
        "parts are whole when it is not said, others cover",
    )
    lines: Span | None = option(
        SpanKind("part.lines"), "lines the block may take, in a stack or a row"
    )
    headline: Span | None = option(SpanKind("part.lines"), "lines its headline may take")
    gutter: tuple[Length, ...] = option(
        ListKind(GUTTER, least=2, most=2), "space between its columns, two lengths", default=()
    )
    leading: tuple[Length, ...] = option(
        ListKind(LEADING, least=2, most=2), "distance of its baselines, two lengths", default=()
    )


@record
class Block(Written):
    """What every block may say."""

    id: str | None = option(TextKind(60, purpose="part.name", copy=False), "for messages and --set")
    at: tuple[At, ...] = option(
        ListKind(RecordKind(At), least=1, most=MAX_AREAS, lone=True),
        "its place in the grid; a story's text may have several, of any shape, in the order it is "
        "read. Blocks of a stack or row have none",
        default=(),
    )
    lines: int | None = option(
        ExtentKind(MAX_EXTENT, "part.grid-lines"),
        "how high it is in a stack or row: lines of the grid, or `fill` for what the others leave; "
        "as high as what stands in it when it is not said",
    )
    cols: int | None = option(
        ExtentKind(MAX_COLUMNS, "part.columns"),
        "how wide it is in a row: basic columns, or `fill`; else the rest is shared",
    )
    width: Length | None = option(
        BREADTH, "how wide it is in a row, instead of `cols`; else the rest is shared"
    )
    wrap: Wrap | None = option(
        RecordKind(Wrap, short=("shape",)), "it may stand over a story, whose text runs round it"
    )
    fit: Fit | None = option(
        RecordKind(Fit, short=("picture",)),
        "what may change so that the page is full; `whole` or `cover` of a picture",
    )
    over: Name | None = option(
        NameKind("part.block-id"),
        "id of a block before it, such as a picture, that it stands over on purpose: their places "
        "may overlap",
    )
    fill: Color | Name | None = option(ColorKind(), "tint or panel behind it")
    reverse: bool | None = option(
        FlagKind(),
        "words whose style gives them no colour stand in that of the paper (反白); when it is not "
        "said, on a dark fill",
    )
    rules: Edges | None = option(
        RecordKind(Edges, short=("all",)), "rules on its sides: `thin` for all of them"
    )
    corners: tuple[Length, ...] | str = option(
        CORNERS,
        "round corners of its fill, of a frame of straight lines and of the pictures in it, such "
        "as 2mm: a radius for all, four from the top left clockwise, or `pill` for round ends",
        default=(),
    )
    inset: tuple[Length, ...] = option(
        ListKind(INSIDE, most=4, least=1, lone=True),
        "space inside: one value for the sides, and for the ends where lines run down; two for "
        "sides and ends; four for top, right, bottom and left. A ruled or tinted story, 报头 or "
        "报尾 has 1zi and half a line, a 导读 that has no label beside it 1zi, a text 0.5zi, a "
        "table, a code and a picture with a caption 0.5zi on all sides, an advert 0.5pt; text "
        "under a rule or over one has half a line. It begins inside an ornamental border",
        default=(),
    )
    nudge: Length | None = option(
        LengthKind(positive=False, signed=True, units=("lines", "pt", "mm"), most=2000),
        "moves what stands in it down (up when negative); a story, a picture, a 导读 and a 报头 "
        "have none",
    )
