"""A page spec with every question answered: points, styles, colours, nothing "auto" left."""

from layout.color import Color
from layout.diagnostics import Diagnostic, Place
from layout.display.items import Grid
from layout.geometry import Rect
from layout.record import record
from layout.spec.content import Story
from layout.spec.defaults import TextStyle
from layout.spec.kinds import Span


@record
class StyledText:
    """Words with the style that sets them. A couplet break is one ideographic space."""

    text: str
    style: TextStyle
    place: Place


@record
class RHeader:
    rect: Rect
    folio: StyledText
    outer: str
    left: tuple[StyledText, ...]
    center: tuple[StyledText, ...]
    right: tuple[StyledText, ...]
    rule: str


@record
class RHeadline:
    """A story's headline: `lines` of the grid, each part with its words split as it is set.

    A vertical one stands at a `side` of its block instead, `width` points wide or as it needs.
    """

    lines: int
    title: tuple[StyledText, ...]  # one entry a set line
    steps: bool
    kicker: StyledText | None
    beside: bool
    subtitle: StyledText | None
    align: str
    rule: str
    place: Place
    vertical: bool = False
    side: str = "left"
    width: float | None = None


@record
class RStory:
    story: Story
    headline: RHeadline | None
    label: StyledText | None
    body: TextStyle
    subhead: TextStyle
    strong: TextStyle
    emphasis: TextStyle
    runin: TextStyle
    byline: StyledText | None
    foot: StyledText | None
    columns: int
    measure: float | None  # points, where the spec states one
    gutter: float
    level: bool
    stands_in: bool
    vertical: bool = False


@record
class RText:
    lines: tuple[StyledText, ...]
    arrange: str
    valign: str
    gap: float | None
    vertical: bool = False


@record
class RPicture:
    source: str | None
    caption: StyledText | None
    credit: StyledText | None
    caption_lines: int
    keyline: bool
    focus: tuple[float, float]
    stands_in: bool


@record
class RIndex:
    label: StyledText
    items: tuple[tuple[StyledText, tuple[StyledText, ...]], ...]  # page, lines of the title


@record
class RCredits:
    groups: tuple[tuple[StyledText, StyledText], ...]  # function, names
    align: str


@record
class RRule:
    rule: str


Content = RStory | RText | RPicture | RIndex | RCredits | RRule


@record
class RBlock:
    """A block in its place. `rect` is whole columns by whole lines; `inner` is less the inset."""

    id: str
    place: Place
    cols: Span
    lines: Span
    rect: Rect
    inner: Rect
    fill: Color | None
    rules: tuple[str, str, str, str]  # top, right, bottom, left
    nudge: float
    content: Content


@record
class RPage:
    name: str
    title: str
    date: str
    width: float
    height: float
    bleed: float
    grid: Grid
    body: TextStyle
    header: RHeader | None
    blocks: tuple[RBlock, ...]
    accent: Color
    remarks: tuple[Diagnostic, ...] = ()
