"""The blocks that are no articles: display lines, pictures, 导读, credits, rules."""

from typing import Final

from layout.color import Color
from layout.record import record
from layout.spec.model.block import IN_FRAME, INSIDE, LINE, PATH, STYLE, Block, Line
from layout.spec.model.rule import CORNERS, KEYLINE, RULE, Keyline, RuleKind, rule_option
from layout.spec.model.style import LEADING
from layout.spec.reader.fields import (
    Faults,
    ListKind,
    RecordKind,
    Schema,
    Written,
    misplaced,
    option,
)
from layout.spec.reader.kinds import (
    ChoiceKind,
    ColorKind,
    FlagKind,
    IntegerKind,
    Name,
    NameKind,
    NumberKind,
    PercentKind,
    TextKind,
)
from layout.spec.reader.lengths import Length, LengthKind, Width, WidthKind
from layout.spec.reader.nodes import Node, Scalar
from layout.words.said import Said, said

FOCUS: Final = ListKind(NumberKind(0, 1), most=2, least=2)
FOCUS_DOC: Final = "what must stay in view when it is cut: from the left, from the top"
SCALE: Final = PercentKind(5, 2000)
SCALE_DOC: Final = (
    "its size by hand: `100%` is that which `fit` gives; more cuts off what stands over its frame"
)
ACROSS: Final = ChoiceKind(("left", "center", "right"))
ACROSS_DOC: Final = (
    "where it stands in its frame; towards a caption at its side, else in the middle. A picture "
    "that is cut stands by its `focus` when this is not said"
)
DOWN: Final = ChoiceKind(("top", "middle", "bottom"))
DOWN_DOC: Final = (
    "where it stands in its frame; towards a caption below or above, else in the middle. A picture "
    "that is cut stands by its `focus` when this is not said"
)
SHIFT: Final = ListKind(
    LengthKind(positive=False, signed=True, units=("mm", "pt", "zi"), most=2000), most=2, least=2
)
SHIFT_DOC: Final = "moves it in its frame by hand: to the right, down (left and up when negative)"
GAP: Final = LengthKind(positive=False, units=("zi", "pt", "mm"), most=300)
EDGE: Final = LengthKind(positive=False, units=("mm", "pt"), most=60)
OUT: Final = ListKind(
    LengthKind(positive=False, signed=True, units=("mm", "pt", "zi"), most=600),
    most=2, least=1, lone=True,
)  # fmt: skip
BEYOND: Final = ListKind(
    LengthKind(positive=False, units=("mm", "pt", "zi"), most=600), most=2, least=1, lone=True
)


@record(kw_only=False)
class MarkKind:
    """Whether a caption has a mark that points to its picture; or the mark."""

    def read(self, node: Node, faults: Faults) -> bool | str:
        if isinstance(node, Scalar) and node.text in ("true", "false"):
            return node.text == "true"
        text = TextKind(2).read(node, faults)
        if text.isalnum():
            raise misplaced(node, self)
        return text

    def schema(self) -> Schema:
        return {"anyOf": [{"type": "boolean"}, TextKind(2).schema()]}

    def words(self) -> Said:
        return said("part.kind-mark")


MARK: Final = MarkKind()


@record
class TextBlock(Block):
    """Display lines: a series title, the main headline, a note; or a box of vertical text.

    An entry whose style says `align: justify` (as `body` and `brief` do) is a paragraph in as many
    lines as it needs. In a vertical block each entry is a column, from the right to the left, or
    such a paragraph in as many columns as it needs; `left`, `center` and `right` then say top,
    middle and foot of a column, and `top`, `middle` and `bottom` the right, the middle and the left
    of the block.
    """

    text: tuple[Line, ...] = option(
        ListKind(LINE, most=20, least=1, lone=True), "its lines", required=True
    )
    arrange: str = option(
        ChoiceKind(("stack", "row")), "one under the other, or side by side", default="stack"
    )
    valign: str = option(
        ChoiceKind(("top", "middle", "bottom")), "where stacked lines stand", default="middle"
    )
    gap: Length | None = option(INSIDE, "between stacked lines")
    vertical: bool = option(FlagKind(), "its lines run down", default=False)
    stands_in: bool = option(FlagKind(), "it is not the true text", default=False)


@record
class CaptionedBlock(Block):
    """What a picture and a group of pictures say of their 图说."""

    caption: str | None = option(TextKind(400), "图说; in as many lines as it needs")
    credit: str | None = option(TextKind(200), "who made it")
    credit_at: str = option(
        ChoiceKind(("end", "below")),
        "ranged right on the caption's last line, or on one under it where there is no room; or "
        "always `below` it",
        default="end",
    )
    caption_mark: bool | str | None = option(
        MARK,
        "`true`: captions begin with a mark that points to their picture, ▲ below it, ▼ above it, "
        "▶ at its left, ◀ at its right; or a mark of your own. Those that stand together have one "
        "when it is not said",
    )
    caption_at: str = option(
        ChoiceKind(("below", "above", "left", "right", "inside")),
        "where it stands; `inside` is on the foot of the picture",
        default="below",
    )
    caption_lines: int | None = option(
        IntegerKind(0, 40), "lines of the grid for a caption above or below; as many as it needs"
    )
    caption_width: Length | None = option(
        LengthKind(units=("zi", "pt", "mm"), most=2000),
        "of its lines, never more than the picture's; `9zi` of one at the side",
    )
    caption_fill: Color | Name | None = option(
        ColorKind(), "panel behind a caption inside; without one the words stand on the picture"
    )
    keyline: Keyline | bool = option(
        KEYLINE,
        "`true`: a thin line round each picture, inside its edge and its round corners; or the "
        "width of one",
        default=False,
    )
    advert: bool = option(
        FlagKind(), "it is an advertisement (广告): nothing of it is cut", default=False
    )


@record
class PictureBlock(CaptionedBlock):
    """A picture in its frame, whole or cut to it (`fit`), with its caption at one of its sides or
    inside it. What is cut off is told (CROPPED)."""

    picture: Name | None = option(
        PATH,
        "the file, or a page of a PDF (`map.pdf`, `map.pdf#2`); nothing (`picture:`) while there "
        "is none yet",
        required=True,
        null=True,
    )
    focus: tuple[float, ...] = option(FOCUS, FOCUS_DOC, default=(0.5, 0.5))
    scale: float = option(SCALE, SCALE_DOC, default=100)
    align: str | None = option(ACROSS, ACROSS_DOC)
    valign: str | None = option(DOWN, DOWN_DOC)
    shift: tuple[Length, ...] = option(SHIFT, SHIFT_DOC, default=())
    stands_in: bool = option(FlagKind(), "it is not the true picture", default=False)


@record
class AdvertBlock(Block):
    """广告: its artwork whole in the frame that was booked, with the word 广告 in a corner; or the
    empty frame, with what is known of it, until the artwork has come.

    What was booked is a size of the rate card (`rate_card` of the edition, else the built-in one);
    a frame of another size is told (ADVERT). Styles: `advert-mark`, `advert-frame`.
    """

    advert: Name | None = option(
        PATH,
        "its artwork: a page of a PDF (`ad.pdf`, `ad.pdf#2`), an SVG, PNG, JPEG or TIFF; nothing "
        "(`advert:`) until it has come",
        required=True,
        null=True,
    )
    client: str | None = option(
        TextKind(80, copy=False), "whose it is: for the list, and in the frame while that is empty"
    )
    booked: Name | None = option(
        NameKind("part.booked-size"), "what was booked, by its name on the rate card: 半通栏"
    )
    mark: bool = option(
        FlagKind(),
        "the word 广告 in a corner, as the law asks; false where it is drawn",
        default=True,
    )
    mark_at: str = option(
        ChoiceKind(("bottom-right", "bottom-left", "top-right", "top-left")),
        "the corner of that word",
        default="bottom-right",
    )
    stands_in: bool = option(FlagKind(), "it is not the true artwork", default=False)


@record
class PictureItem(Written):
    """One picture of a group, with a short caption of its own under it."""

    picture: Name | None = option(
        PATH, "the file; nothing while there is none yet", required=True, null=True
    )
    caption: str | None = option(TextKind(200), "its short 图说")
    credit: str | None = option(TextKind(200), "who made it")
    fit: str | None = option(IN_FRAME, "`whole` or `cover`; else as the group's `fit` says")
    focus: tuple[float, ...] = option(FOCUS, FOCUS_DOC, default=(0.5, 0.5))
    scale: float = option(SCALE, SCALE_DOC, default=100)
    align: str | None = option(ACROSS, ACROSS_DOC)
    valign: str | None = option(DOWN, DOWN_DOC)
    shift: tuple[Length, ...] = option(SHIFT, SHIFT_DOC, default=())
    corners: tuple[Length, ...] | str = option(
        CORNERS, "round corners; else as the group's", default=()
    )
    keyline: Keyline | bool | None = option(KEYLINE, "a line round it; else as the group's")
    caption_mark: bool | str | None = option(MARK, "before its caption; else as the group says")
    corner: str | None = option(
        ChoiceKind(("top-left", "top-right", "bottom-right", "bottom-left")),
        "the corner of the first picture that it stands over, with `arrange: overlap`; "
        "`bottom-right` when it is not said",
    )
    width: float | None = option(
        PercentKind(5, 95), "how wide it is there, of the first one's width; `40%`"
    )
    out: tuple[Length, ...] = option(
        OUT,
        "how far it stands out over the first one there: to its side and down, or one for both; "
        "below 0 it stands inside. The first one is so much smaller that all lie in the block",
        default=(),
    )
    beyond: tuple[Length, ...] = option(
        BEYOND, "how much of `out` is over the edge of the block too", default=()
    )
    edge: Length | None = option(EDGE, "white round it there, over the first one; `1mm`")
    stands_in: bool = option(FlagKind(), "it is not the true picture", default=False)


@record
class PicturesBlock(CaptionedBlock):
    """A group of pictures (组照): one caption for all of them, and short ones of their own.

    They fill their place to its edges. With `sizes: shape` a row's are of one height and a
    column's of one width, each as large as its shape asks, so that all lose alike where the block
    is higher or lower than they are.
    """

    pictures: tuple[PictureItem, ...] = option(
        ListKind(RecordKind(PictureItem, short=("picture",)), least=1, most=24),
        "in reading order",
        required=True,
    )
    arrange: str = option(
        ChoiceKind(("row", "column", "grid", "mosaic", "overlap")),
        "side by side, one under the other, in rows of `columns`, the first one large with the "
        "others in a column to its right, or the others over its corners",
        default="row",
    )
    captions: str | None = option(
        ChoiceKind(("own", "together", "joined")),
        "short captions each under its picture; or all in one place, where `caption_at` says, one "
        "under another or `joined` in one paragraph. `together` when pictures overlap",
    )
    columns: int = option(IntegerKind(1, 12), "pictures in each row of a grid", default=2)
    sizes: str = option(
        ChoiceKind(("shape", "equal")), "by the pictures' own shapes, or all alike", default="shape"
    )
    gap: Length | None = option(GAP, "white between two of them; `0.5zi`")


@record
class IndexItem(Written):
    """One line of the 导读."""

    page: str = option(TextKind(20, purpose="part.page"), "where it is", required=True)
    title: str = option(TextKind(200, purpose="part.headline"), "its 主题", required=True)


@record
class PageMark(Written):
    """What the page numbers of a 导读 stand on; a lone word is its shape."""

    shape: str = option(ChoiceKind(("disc", "square")), "a disc, or a square", default="disc")
    color: Color | Name | None = option(ColorKind(), "of it; `accent`")
    size: Length | None = option(
        LengthKind(units=("mm", "pt", "zi", "lines"), most=600),
        "across; else as much as the widest number needs",
    )
    corners: tuple[Length, ...] | str = option(
        CORNERS, "round corners of a square, as of a block", default=()
    )


@record
class IndexBlock(Block):
    """导读: what the other pages hold, as a list, in columns or as a strip across the page."""

    index: tuple[IndexItem, ...] = option(
        ListKind(RecordKind(IndexItem), least=1, most=40), "its lines", required=True
    )
    label: str = option(TextKind(20), "what it is called", default="导读")
    label_at: str = option(
        ChoiceKind(("left", "above", "beside", "none")),
        "its characters one under another at the left, over the list, side by side at the left, "
        "or nowhere",
        default="left",
    )
    panel: bool = option(
        FlagKind(),
        "the label stands reversed on the accent colour; else in that colour",
        default=True,
    )
    columns: int = option(
        IntegerKind(1, 12), "of items; as many as there are items make a strip", default=1
    )
    page_at: str = option(
        ChoiceKind(("before", "above", "after")),
        "the page number: before the title and larger, above it, or at the end of its line",
        default="before",
    )
    mark: PageMark | None = option(
        RecordKind(PageMark, short=("shape",)),
        "a `disc` or a `square` under each page number, which stands reversed on it",
    )
    leading: Length | None = option(
        LEADING,
        "from item to item, such as 1lines: a list of a line an item, from its head; else the "
        "items share its height",
    )
    between: Name = rule_option("rule between two items, and between columns", "thin")
    leader: Name = rule_option("rule from a title to the page number after it", "none")
    page_style: Name | None = option(STYLE, "of the page numbers")
    title_style: Name | None = option(STYLE, "of the titles")
    label_style: Name | None = option(STYLE, "of the label")


@record
class CreditsBlock(Block):
    """The edition's credits, two-character names spread to three."""

    credits: str = option(TextKind(200, purpose="part.credits"), "which of them", required=True)
    arrange: str = option(
        ChoiceKind(("line", "stack")),
        "in one line, or more where one is too short; or each function on its own line, colons "
        "under one another",
        default="line",
    )
    align: str = option(
        ChoiceKind(("left", "center", "right")), "where the lines stand", default="center"
    )


@record
class Code(Written):
    """A code for machines: a QR code (`qr`), or an EAN-13 (`barcode`), with words under it.

    It is drawn in K alone, on white of its own with the quiet zone that its standard asks for. What
    it says may hold the fields of a header. Style of the words: `code`; of the figures of a bar
    code: `code-figures`.
    """

    qr: str | None = option(
        TextKind(1000, copy=False), "what a QR code says: an address, or words; `{website}`"
    )
    barcode: str | None = option(
        TextKind(60, copy=False),
        "an ISSN, `{issn}`, which becomes 977, its first seven figures and `variant`; or the "
        "twelve or thirteen figures of an EAN-13",
    )
    caption: tuple[Line, ...] = option(
        ListKind(LINE, most=6, lone=True), "words under it, in a line or more", default=()
    )
    caption_at: str = option(
        ChoiceKind(("below", "above", "right")), "where they stand", default="below"
    )
    error: str = option(
        ChoiceKind(("L", "M", "Q", "H")),
        "how much of a QR code may be lost: 7, 15, 25 or 30 per cent; more is larger",
        default="M",
    )
    size: Length | None = option(
        LengthKind(units=("mm", "pt", "zi", "lines"), most=2000),
        "side of a QR code, without the white round it; as large as its place when it is not said",
    )
    magnification: float | None = option(
        PercentKind(80, 200),
        "of a bar code: `100%` has bars of 0.33 mm; when it is not said, 100% or as much as its "
        "place is wide",
    )
    height: Length | None = option(
        LengthKind(units=("mm", "pt", "zi", "lines"), most=1000),
        "of a bar code's bars; 22.85 mm at 100%, or as much as its place has",
    )
    variant: str = option(
        TextKind(2, copy=False), "two figures behind those of an ISSN", default="00"
    )
    addon: str | None = option(
        TextKind(40, copy=False),
        "an add-on of two figures or five, such as `{issue}`; shorter numbers begin with noughts",
    )
    addon_gap: int = option(
        IntegerKind(7, 10),
        "white between the bar code and its add-on, in modules; 12 by the standard at most, but "
        "readers miss one that is further off than 10",
        default=9,
    )
    reduction: Length | None = option(
        LengthKind(positive=False, units=("mm", "pt"), most=1),
        "taken off each bar's width, and off all sides of a QR code's modules, for the dot gain of "
        "the press (BWR)",
    )


CODE: Final = RecordKind(Code, short=("qr",))


@record
class CodeBlock(Block):
    """A QR code or a bar code in its place."""

    code: Code = option(CODE, "what it is; a lone text is what a QR code says", required=True)
    align: str = option(
        ChoiceKind(("left", "center", "right")), "where it stands in its place", default="center"
    )
    valign: str = option(
        ChoiceKind(("top", "middle", "bottom")), "where it stands in its place", default="middle"
    )


@record
class MastheadBlock(Block):
    """报头: the paper's name with its date, its numbers and a rule under them all.

    Its texts hold the fields of a header. Styles: `masthead`, `masthead-latin`, `masthead-day`,
    `masthead-date`, `masthead-note`.
    """

    masthead: Line = option(LINE, "the name in words: `{name}`", required=True)
    logo: Name | None = option(PATH, "the name as it is lettered: a picture, in place of the words")
    latin: Line | None = option(
        LINE,
        "its Latin name under it, as wide as it, as far as letters 0.7 of their size apart reach: "
        "a larger `masthead-latin` reaches farther; else it stands in the middle",
    )
    day: bool = option(
        FlagKind(), "the day of the month stands large in the date block", default=True
    )
    date: tuple[Line, ...] = option(
        ListKind(LINE, most=8, lone=True),
        "lines beside the day; `{year}年{month}月`, `{weekday}`, `农历{ganzhi}年{lunar}` and "
        "`{term}` when it is not said",
        default=(),
    )
    foot: tuple[Line, ...] = option(
        ListKind(LINE, most=16, lone=True),
        "entries over the rule: 期号, pages, CN number, price. Across the page from side to side, "
        "else one under another",
        default=(),
    )
    arrange: str = option(
        ChoiceKind(("across", "stack", "down")),
        "name and date side by side; one under another, over some columns; or the name runs down "
        "and the rest stands beside it",
        default="across",
    )
    date_at: str = option(
        ChoiceKind(("right", "left")), "the side of the date block", default="right"
    )
    codes: tuple[Code, ...] = option(
        ListKind(CODE, most=4, lone=True),
        "codes with words under each: outermost at a side, or one more part of a stack",
        default=(),
    )
    codes_at: str = option(ChoiceKind(("right", "left")), "the side of the codes", default="right")
    align: str = option(
        ChoiceKind(("left", "center")),
        "the name at the other side, or in the middle of its room",
        default="left",
    )
    below: Name = rule_option(
        "rule below it all; `masthead` is 0.8 mm in the accent colour", "masthead"
    )
    between: Name = rule_option("rule over the entries of `foot`, across the page", "thin")
    stands_in: bool = option(
        FlagKind(), "the name is not lettered as the true one is", default=False
    )


@record
class ImprintBlock(Block):
    """报尾: who makes the paper and where, on one line or two over a rule; style `imprint`."""

    imprint: tuple[Line, ...] = option(
        ListKind(LINE, most=40, least=1, lone=True), "its entries", required=True
    )
    between: str = option(
        ChoiceKind(("dot", "bar", "space")), "what parts two entries", default="dot"
    )
    rows: int | None = option(
        IntegerKind(1, 2), "lines; two where one is too short, when it is not said"
    )
    align: str = option(
        ChoiceKind(("spread", "left", "center")),
        "from side to side, or where the lines stand",
        default="spread",
    )
    below: Name = rule_option("rule below it; `foot` is 0.41 mm", "foot")
    above: Name = rule_option("rule above it", "none")


@record
class RuleBlock(Block):
    """A rule in the middle of the lines it is given; or down the middle of its columns."""

    rule: Name = option(RuleKind(none=False), "正线 反线 双线 文武线 点线 曲线", required=True)
    vertical: bool = option(FlagKind(), "it runs down", default=False)


@record
class TableRules(Written):
    """Rules of a table: a set of them, and those that are other than in the set."""

    like: str = option(
        ChoiceKind(("three", "rows", "all", "none")),
        "`three`: a thick rule above and below and a thin one under the header (三线表); `rows`: "
        "a thin one between rows too; `all`: between columns and at the sides as well; or none",
        default="three",
    )
    top: Name | None = option(RULE, "rule above the table")
    head: Name | None = option(RULE, "rule under the header")
    rows: Name | None = option(RULE, "rule between two rows")
    columns: Name | None = option(RULE, "rule between two columns")
    bottom: Name | None = option(RULE, "rule below the table")
    sides: Name | None = option(RULE, "rule at its left and right")


@record
class TableBlock(Block):
    """A table from a file of Markdown (`| a | b |`) or CSV. Its rows stand on the grid.

    In a cell `**bold**`, `m^2^` and `H~2~O` are what they are in any text; `<br>` in Markdown, a
    line end in quotes in CSV, ends a line. A cell of `<<` belongs to the one at its left, one of
    `^^` to the one above it. Full blanks (U+3000) before the words indent them.
    """

    table: Name = option(PATH, "the file: .md, .csv or .tsv", required=True)
    title: Line | None = option(LINE, "words over the table, in the middle: style `table-title`")
    unit: Line | None = option(
        LINE, "words over the table at the right, such as 单位：万元: style `table-note`"
    )
    notes: tuple[Line, ...] = option(
        ListKind(LINE, most=20, least=1, lone=True),
        "words under it, each in as many lines as it needs: style `table-note`",
        default=(),
    )
    header: int | None = option(
        IntegerKind(0, 20), "rows of the header; 1 when it is not said, none where it is empty"
    )
    widths: tuple[Width, ...] = option(
        ListKind(WidthKind(), most=40, least=1, lone=True),
        "of each column: a number of characters of the table's type (`6`, `6字`), a length, "
        "`auto`, or `2fr` for two shares of what the others leave. `auto` alone, or nothing, is by "
        "the words",
        default=(),
    )
    align: tuple[str, ...] = option(
        ListKind(
            ChoiceKind(("auto", "left", "center", "right", "point")), most=40, least=1, lone=True
        ),
        "of each column, or one for all: `point` ranges figures on the decimal point. `auto`, or "
        "nothing, is what the Markdown says, else `point` for figures, `left` for the first "
        "column, `center` for others",
        default=(),
    )
    valign: str = option(
        ChoiceKind(("top", "middle")), "where a cell lower than its row stands", default="middle"
    )
    gap: Length | None = option(GAP, "white between the words of two columns; `1zi`")
    leading: Length | None = option(
        LEADING, "from line to line, and the height of a row of one line; a line of the grid"
    )
    air: Length | None = option(
        INSIDE, "white added to each row, half of it above and half below; none"
    )
    ruling: TableRules = option(
        RecordKind(TableRules, short=("like",)), "its rules", default=TableRules()
    )
    header_fill: Color | Name | None = option(ColorKind(), "tint of the header")
    stripe_fill: Color | Name | None = option(ColorKind(), "tint of every other row")
    style: Name | None = option(STYLE, "of its words; `table`")
    header_style: Name | None = option(STYLE, "of those in the header; `table-head`")
    stands_in: bool = option(FlagKind(), "it is not the true table", default=False)
