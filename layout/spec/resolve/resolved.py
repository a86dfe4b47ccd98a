"""A page spec with every question answered: points, styles, colours, nothing "auto" left."""

from collections.abc import Iterator
from typing import Final

from layout.color import BLACK, WHITE, Color
from layout.diagnostics import Diagnostic, Place
from layout.display.items import Grid
from layout.display.press import PRESS, PressFacts
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.markdown.paragraph import Paragraph, Run
from layout.spec.markdown.story import Story
from layout.spec.model.evidence import Evidence
from layout.spec.reader.kinds import Name, Span
from layout.spec.resolve.defaults import Rule, TextStyle

Sides = tuple[bool, bool, bool, bool]
"""Top, right, bottom, left."""
ALL_SIDES: Final[Sides] = (True, True, True, True)


@record
class StyledText:
    """Words with the style that sets them. A couplet break is one ideographic space.

    `runs` are the parts in another voice: bold, high and low type, those `named` by a style or a
    colour. The size and the width of such a style count `beside` the style that the words were
    given: words that are set smaller are so together.
    """

    text: str
    style: TextStyle
    place: Place
    runs: tuple[Run, ...] = ()
    named: tuple[tuple[str, TextStyle | Color], ...] = ()
    beside: TextStyle | None = None

    @property
    def paragraph(self) -> Paragraph:
        """The words as a paragraph of running text."""
        return Paragraph(text=self.text, kind="display", runs=self.runs, lines=((0, self.place),))

    def resized(self, size: float) -> "StyledText":
        """The words at another size, in points."""
        if self.style.size == size:
            return self
        return replace(self, style=replace(self.style, size=size))

    def shaped(self, size: float, width: float, height: float) -> "StyledText":
        """The words at a written size, their glyphs so many times as wide and as high as that."""
        return replace(self, style=self.style.shaped(size, width, height))


@record
class RHeader:
    rect: Rect
    folio: StyledText
    outer: str
    left: tuple[StyledText, ...]
    center: tuple[StyledText, ...]
    right: tuple[StyledText, ...]
    rule: Rule
    above: Rule = "none"
    style: str = "plain"
    name: StyledText | None = None
    fill: Color = BLACK
    hangs: str = ""  # what stands on a panel that hangs from the rule above: name or folio
    corners: tuple[float, ...] = ()  # of the panel
    parts: tuple[StyledText, ...] = ()  # of a folio whose number has a style of its own


@record
class RSummary:
    """提要题: a paragraph of display type under a headline, at `measure` points or its width."""

    text: StyledText
    leading: float
    measure: float | None = None
    rule: Rule = "none"
    fill: Color | None = None


@record
class RBacking:
    """What stands behind a headline: a tint or panel, or a picture.

    `inset` is the white it keeps round the words (top, right, bottom, left), `below` that under it.
    """

    inset: tuple[float, float, float, float]
    below: float
    fill: Color | None = None
    picture: "RPicture | None" = None
    corners: tuple[float, ...] = ()


@record
class RHeadline:
    """A story's headline: `lines` of the grid, or None for as many as it needs, in which case
    `layout.flow.headline.headline.headline_height` tells them.

    It `stands` above the columns of its story (over the `span` first, or all); `beside` the text at
    a `side`, `width` points wide or as it needs; or `inside`, in the columns `cols` from line `row`
    of them (None: in the middle). A vertical one takes the height of its block at a `side`.

    With `balance` the entries of `title` are what lines may not join: each is broken further, at
    U+200B for preference, into `rows` lines in all. `fit` are the least and the most that the
    written size may be; `most` 0 is what its lines allow. `white` is the least to the text under
    it; None is what `layout.spec.model.headline` says.
    """

    lines: int | None
    title: tuple[StyledText, ...]  # one entry a set line
    steps: bool
    kicker: StyledText | None
    beside: bool
    subtitle: StyledText | None
    align: str
    rule: Rule
    place: Place
    vertical: bool = False
    side: str = "left"
    width: float | None = None
    stands: str = "above"
    span: int | None = None
    cols: Span | None = None
    row: int | None = None
    balance: bool = False
    rows: int | None = None
    even: bool = False
    fit: tuple[float, float] | None = None
    summary: RSummary | None = None
    backing: RBacking | None = None
    white: float | None = None
    shoulder: "RShoulder | None" = None


@record
class RColumns:
    """The columns of a story: lengths in points. `justify` are the most that may be added above a
    小标题, between paragraphs, between lines."""

    count: int
    policy: str
    measure: float | None
    gutter: float
    level: bool
    widows: bool
    keep: int
    rule: Rule
    justify: tuple[float, float, float] = (0.0, 0.0, 0.0)


@record
class RJump:
    """Where a story goes on (`to` a page) or comes from, and the `words` that say so: on a `line`
    in the text; None where they are its headline."""

    page: str
    words: str
    line: StyledText | None
    place: Place


ParagraphStyles = tuple[tuple[tuple[str, ...], TextStyle], ...]
"""The names that paragraphs of a story ask for, and the style each row of them comes to."""


@record
class RBox:
    """A box in the text of a story, by the name of its fence.

    `side` is the white between its sides and its text, in points; `whole` are the lines of the
    grid, those of its edges among them, up to which it is not parted.
    """

    name: str
    fill: Color | None
    rules: tuple[Rule, Rule, Rule, Rule]
    side: float
    style: Name | None  # of its text; that of its own name, if it is None and there is one
    heading: TextStyle
    whole: int
    corners: tuple[float, ...] = ()

    @property
    def above(self) -> int:
        """Lines of the grid that its upper edge takes."""
        return int(self.fill is not None or self.rules[0] != "none")

    @property
    def below(self) -> int:
        """Lines of the grid that its lower edge takes."""
        return int(self.fill is not None or self.rules[2] != "none")


Boxes = tuple[tuple[str, RBox], ...]
"""The boxes that stand in a story, by the names of their fences."""


@record
class RByline:
    """A by-line at the head of a text: `over` the first "column" or "all", on so many `lines` of
    the grid (None: as many as it needs) with its rule."""

    text: StyledText
    over: str
    rule: Rule
    lines: int | None
    place: Place


@record
class RLabel:
    """栏目: its words, one entry a line, or a `picture` of them `height` points high.

    It `stands` at the corner, above the headline, or beside it, at the height of the `level` part.
    `look` is panel, outline or plain; `ink` that of the panel or the frame, None the page's accent;
    `corners` as of a block.
    """

    lines: tuple[StyledText, ...]
    stands: str = "corner"
    level: str = ""
    look: str = "panel"
    ink: Color | None = None
    corners: tuple[float, ...] = ()
    rule: Rule = "none"
    vertical: bool = False
    picture: "RPicture | None" = None
    height: float = 0.0
    place: Place = Place("")

    @property
    def fill(self) -> Color | None:
        """Of a panel: its words are for that, whatever the ground of the block is."""
        return (self.ink or BLACK) if self.look == "panel" else None


@record
class RSubhead:
    """小标题 off the grid, in points: rules over and under it, the thick end of the lower one at an
    `end`; its `leading`, and the `lines` of the grid that it takes, None for as many as it needs.
    `pitch` is that of the page's grid."""

    above: Rule
    below: Rule
    bar: Rule
    length: float
    end: str
    leading: float
    lines: int | None
    pitch: float


@record
class RShoulder:
    """肩题: the rule of a 引题 at the left shoulder of its 主题, and where that `stands`: under it
    or beside it."""

    rule: Rule = "none"
    stands: str = "under"


@record
class RStory:
    story: Story
    headline: RHeadline | None
    label: RLabel | None
    body: TextStyle
    subhead: TextStyle
    strong: TextStyle
    emphasis: TextStyle
    runin: TextStyle
    byline: StyledText | None  # after the text
    foot: StyledText | None
    columns: RColumns
    stands_in: bool
    styles: ParagraphStyles = ()
    boxes: Boxes = ()
    vertical: bool = False
    jump_to: RJump | None = None
    jump_from: RJump | None = None
    subhead_lines: int = 1  # of the grid that a 小标题 of one line takes
    initial: int = 0  # lines of the first character; 0 for none
    end: StyledText | None = None
    evidence: tuple[Evidence, ...] = ()
    byline_head: RByline | None = None  # instead, on the page on which the story begins
    named: tuple[tuple[str, TextStyle | Color], ...] = ()  # what its words are in, by name
    ruby: TextStyle | None = None  # letters over characters
    note: TextStyle | None = None  # notes at a column's foot
    heading: RSubhead | None = None  # its 小标题, where they stand off the grid
    kind: str = "story"

    def style_of(self, paragraph: Paragraph) -> TextStyle:
        """The style that a paragraph of the story is set in."""
        if paragraph.kind == "subhead":
            return self.subhead
        return dict(self.styles)[paragraph.styles] if paragraph.styles else self.body


@record
class RText:
    lines: tuple[StyledText, ...]
    arrange: str
    valign: str
    gap: float | None
    vertical: bool = False
    stands_in: bool = False
    kind: str = "text"


@record
class Framing:
    """How a picture stands in its frame.

    `fit` is `whole`, `cover`, or empty: whole where it has transparent parts, which only its file
    tells. `scale` is of the size that this gives. `across` and `down` are parts of the white beside
    it, or of what stands over, that lie to its left and above it; None where it is not said. Then
    it is moved by `shift`, in points.
    """

    fit: str = ""
    scale: float = 1.0
    across: float | None = None
    down: float | None = None
    shift: tuple[float, float] = (0.0, 0.0)


@record
class ROver:
    """How a picture stands over a corner of the first of its group: lengths in points.

    `width` is a share of the first one's, `out` how far it stands out over that, across and down
    (below 0 inside of it), `beyond` how much of that is over the edge of the block too.
    """

    right: bool
    bottom: bool
    width: float
    out: tuple[float, float] = (0.0, 0.0)
    beyond: tuple[float, float] = (0.0, 0.0)
    edge: float = 0.0  # of white


@record
class RBooking:
    """What is known of an advert besides its artwork: whose it is, what was booked, by name and as
    width and height in points; the word that says it is one, and at which corner."""

    client: str
    booked: str
    size: tuple[float, float] | None
    mark: StyledText | None
    mark_at: str
    words: StyledText
    """The style of what stands in an empty frame."""


@record
class RPicture:
    """A picture and its caption. `caption_lines` None is as many as it needs.

    What its file tells is None and empty until `layout.materials` has read it: its `pixels` across
    and down (of `vector` artwork hundredths of a point), whether it is `line_art`, of two levels,
    or has parts that are `clear`, and its `outline` where text runs round it, in parts of its width
    and height.
    """

    source: str | None
    caption: StyledText | None
    credit: StyledText | None
    caption_lines: int | None
    keyline: Rule
    focus: tuple[float, float]
    stands_in: bool
    caption_at: str = "below"
    caption_width: float | None = None
    caption_fill: Color | None = None
    credit_at: str = "end"
    place: Place | None = None
    framing: Framing = Framing()
    advert: bool = False
    booking: RBooking | None = None
    pixels: tuple[int, int] | None = None
    line_art: bool = False
    clear: bool = False
    vector: bool = False
    corners: tuple[float, ...] = ()  # radii from the top left clockwise; none where all are square
    outline: tuple[tuple[float, float], ...] = ()
    over: ROver | None = None  # of one in a group that stands over the first
    kind: str = "picture"


def uncaptioned(
    source: str | None, place: Place, framing: Framing, *, stands_in: bool,
    focus: tuple[float, float] = (0.5, 0.5),
) -> RPicture:  # fmt: skip
    """A picture that has no words of its own: lettering, what stands behind a headline."""
    return RPicture(
        source=source, caption=None, credit=None, caption_lines=0, keyline="none", focus=focus,
        stands_in=stands_in, place=place, framing=framing,
    )  # fmt: skip


@record
class RPictures:
    """A group of pictures, and the caption of them all; each has its own below it, or all stand
    `together`."""

    pictures: tuple[RPicture, ...]
    arrange: str
    columns: int
    sizes: str
    gap: float
    caption: StyledText | None
    credit: StyledText | None
    caption_lines: int | None
    caption_at: str = "below"
    caption_width: float | None = None
    caption_fill: Color | None = None
    credit_at: str = "end"
    captions: str = "own"
    kind: str = "pictures"


@record
class RPageMark:
    """What a page number of a 导读 stands on: its shape, how far across in points (0: as much as
    the widest number needs), its corners as of a block."""

    shape: str
    fill: Color
    size: float
    corners: tuple[float, ...] = ()


@record
class RIndex:
    label: StyledText
    items: tuple[tuple[StyledText, tuple[StyledText, ...]], ...]  # page, lines of the title
    label_at: str = "left"
    panel: bool = True
    columns: int = 1
    page_at: str = "before"
    between: Rule = "thin"
    leader: Rule = "none"
    mark: RPageMark | None = None
    leading: float = 0.0  # from item to item; 0 shares the height
    kind: str = "index"


@record
class RCredits:
    groups: tuple[tuple[StyledText, StyledText], ...]  # function, names
    align: str
    arrange: str = "line"
    kind: str = "credits"


@record
class RRule:
    rule: Rule
    vertical: bool = False
    kind: str = "rule"


@record
class RTableRules:
    """The rules of a table: `rows` between two rows, `columns` between two columns."""

    top: Rule
    head: Rule
    rows: Rule
    columns: Rule
    bottom: Rule
    sides: Rule


@record
class RColumn:
    """A column of a table: its width in points, None where it is by its words; or its `share` of
    what the others leave."""

    width: float | None = None
    share: float = 0.0


@record
class RCell:
    """A cell of a table, in rows and columns counted from 0; `lines` are parted where it says so.

    `align` is left, center, right or point, `indent` in em of its type, `fill` what is behind it.
    `points` says of each line where the decimal point of a figure is (`spec.tables.figures`); None
    where there is no figure.
    """

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[StyledText, ...]
    points: tuple[int | None, ...]
    align: str
    indent: float = 0.0
    fill: Color | None = None


@record
class RTable:
    """A table: lengths in points, `leading` 0 that of the grid. `size` is that of its type, `zi`
    the width of one of its characters.

    `header` is how many rows the header has.
    """

    file: str
    rows: int
    header: int
    columns: tuple[RColumn, ...]
    cells: tuple[RCell, ...]  # in reading order
    size: float
    zi: float
    gap: float
    leading: float
    air: float
    valign: str
    rules: RTableRules
    title: StyledText | None = None
    unit: StyledText | None = None
    notes: tuple[StyledText, ...] = ()
    header_fill: Color | None = None
    stripe_fill: Color | None = None
    stands_in: bool = False
    place: Place = Place("")
    kind: str = "table"

    @property
    def framed(self) -> bool:
        """Whether anything but words is drawn: its words then keep off its edges."""
        r = self.rules
        drawn = any(
            rule != "none" for rule in (r.top, r.head, r.rows, r.columns, r.bottom, r.sides)
        )
        return drawn or self.header_fill is not None or self.stripe_fill is not None

    @property
    def whites(self) -> float:
        """Points of its width that are no column's: between columns, and at its edges."""
        return self.gap * (len(self.columns) - (0 if self.framed else 1))


def striped(row: int, header: int) -> bool:
    """Whether a row of a table is one of every other row of its body: the second, the fourth."""
    return row >= header and (row - header) % 2 == 1


@record
class RSymbol:
    """The modules of a code, dark ones `1`, on white (`fill`) of their own.

    Those of a QR code are `rows` of it; a bar code has one row, the modules of its `addon`, and the
    figures to be read by people: thirteen, and those of the add-on.
    """

    rows: tuple[str, ...]
    addon: str = ""
    figures: tuple[str, str] = ("", "")
    style: TextStyle = TextStyle()
    fill: Color = WHITE

    @property
    def bars(self) -> bool:
        """Whether it is a bar code."""
        return len(self.rows) == 1


@record
class RCode:
    """A code and its words: lengths in points. `size` is the side of a QR code, None for as large
    as its place; `module` that of a bar code, None for 0.33 mm or what its place is wide for."""

    symbol: RSymbol
    caption: tuple[StyledText, ...]
    place: Place
    caption_at: str = "below"
    size: float | None = None
    module: float | None = None
    height: float | None = None
    gap: int = 9
    reduction: float = 0.0
    align: str = "center"
    valign: str = "middle"
    kind: str = "code"


@record
class RMasthead:
    """报头: the name in words, or its lettering (`logo`); the Latin name; the day and the lines of
    the date; the entries over the rule."""

    name: StyledText
    logo: RPicture | None
    latin: StyledText | None
    day: StyledText | None
    date: tuple[StyledText, ...]
    foot: tuple[StyledText, ...]
    arrange: str
    date_at: str
    align: str
    below: Rule
    between: Rule
    stands_in: bool = False
    codes: tuple[RCode, ...] = ()
    codes_at: str = "right"
    kind: str = "masthead"


@record
class RImprint:
    """报尾: its entries in `rows` lines, or as many as they need; what is between them."""

    items: tuple[StyledText, ...]
    between: str
    rows: int | None
    align: str
    below: Rule
    above: Rule = "none"
    kind: str = "imprint"


Content = (
    RStory
    | RText
    | RPicture
    | RPictures
    | RTable
    | RIndex
    | RCredits
    | RMasthead
    | RImprint
    | RCode
    | RRule
)


def pictures_of(content: Content) -> tuple[RPicture, ...]:
    """The pictures that a block shows."""
    if isinstance(content, RPictures):
        return content.pictures
    if isinstance(content, RStory):
        head = content.headline
        behind = head.backing.picture if head is not None and head.backing is not None else None
        label = content.label.picture if content.label is not None else None
        return tuple([picture for picture in (behind, label) if picture is not None])
    if isinstance(content, RMasthead):
        return (content.logo,) if content.logo is not None else ()
    return (content,) if isinstance(content, RPicture) else ()


@record
class RWrap:
    """What text of a story under a block keeps clear of; points are parts of the block's size."""

    shape: str
    standoff: float
    points: tuple[tuple[float, float], ...] = ()


@record
class RFit:
    """What of a block may move, each from the least to the most; lengths in points."""

    place: Place
    lines: Span | None = None
    headline: Span | None = None
    gutter: tuple[float, float] | None = None
    leading: tuple[float, float] | None = None


@record
class RBlock:
    """A block in its place. `rect` is whole lines high, and as wide as its columns or its width;
    `inner` is less the inset.

    `areas` are the parts of a story's place in which its text runs, each less the inset; all
    others have one. A block in a group, or in the columns of a story (`of` it, whose columns and
    lines `at_cols` and `at_lines` then count; `at_left` and `at_width` are points in the columns),
    stands provisionally until the page is made up.
    """

    id: str
    place: Place
    at_lines: Span
    rect: Rect
    inner: Rect
    fill: Color | None
    rules: tuple[Rule, Rule, Rule, Rule]  # top, right, bottom, left
    nudge: float
    content: Content
    areas: tuple[Rect, ...] = ()
    inset: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)  # top, right, bottom, left
    lines: int | None = None  # lines it takes in a group; `FILL`; None for what stands in it
    wrap: RWrap | None = None
    fit: RFit | None = None
    of: str = ""  # the story in whose columns it stands
    over: tuple[str, ...] = ()  # nodes of what it stands over on purpose
    corners: tuple[float, ...] = ()  # radii from the top left clockwise; none where all are square
    sides: Sides = ALL_SIDES  # at which the page may rule it
    at_cols: Span | None = None
    at_left: float = 0.0
    at_width: float | None = None

    @property
    def places(self) -> tuple[Rect, ...]:
        """Where it stands, whole: a story may have several places."""
        if len(self.areas) < 2:
            return (self.rect,)
        top, right, bottom, left = self.inset
        return tuple([area.inset(-left, -top, -right, -bottom) for area in self.areas])


@record
class RFacing:
    """Two facing pages that are one (通版): their names, the fold in points from the left trim, the
    edges of the strip in it, and what stands at the head of the right one."""

    names: tuple[str, str]
    fold: float
    strip: tuple[float, float] | None = None
    header: RHeader | None = None


@record
class RBetween:
    """Rules between the stories of a page; `white` in points and `lines` of the grid are 0 where
    the page states none."""

    down: Rule
    across: Rule
    white: float
    lines: int
    place: Place


GROUPS = {"stack": "part.stack", "row": "part.row"}
"""The key of what each kind of group is called."""


@record
class RGroup:
    """Blocks that share a place: members are indices into the page's blocks, or groups."""

    id: str
    kind: str  # "stack" or "row"
    place: Place
    rect: Rect
    inset: tuple[float, float, float, float]
    gap: int
    fill: Color | None
    rules: tuple[Rule, Rule, Rule, Rule]
    lines: int | None
    members: "tuple[int | RGroup, ...]"
    corners: tuple[float, ...] = ()
    sides: Sides = ALL_SIDES

    @property
    def leaves(self) -> Iterator[int]:
        """The blocks in it and in the groups inside it."""
        for member in self.members:
            if isinstance(member, RGroup):
                yield from member.leaves
            else:
                yield member

    @property
    def nested(self) -> "Iterator[RGroup]":
        """It, and the groups in it."""
        yield self
        for member in self.members:
            if isinstance(member, RGroup):
                yield from member.nested

    @property
    def places(self) -> tuple[Rect, ...]:
        """Where it stands, as that of a block."""
        return (self.rect,)


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
    blocks: tuple[RBlock, ...]  # leaves, in reading order
    groups: tuple[RGroup, ...]  # those that stand on the page itself
    accent: Color
    remarks: tuple[Diagnostic, ...] = ()
    between: RBetween | None = None
    facing: RFacing | None = None
    press: PressFacts = PRESS

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its pages: one, or those of two facing pages."""
        return (self.name,) if self.facing is None else self.facing.names
