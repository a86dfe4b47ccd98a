"""The blocks a page is made of: articles, display lines, pictures, 导读, credits, rules."""

from typing import Any, Final

from layout.color import Color
from layout.diagnostics import Place, did_you_mean
from layout.record import field, record
from layout.spec.fields import (
    Fault,
    Faults,
    ListKind,
    RecordKind,
    Schema,
    option,
    read_record,
    record_schema,
)
from layout.spec.kinds import (
    ChoiceKind,
    ColorKind,
    FlagKind,
    IntegerKind,
    Name,
    NameKind,
    NumberKind,
    Span,
    SpanKind,
    TextKind,
)
from layout.spec.lengths import Length, LengthKind
from layout.spec.nodes import Mapping, Node, what
from layout.spec.sheets import ALIGN, SIZE

MAX_COLUMNS: Final = 24
RULES: Final = ("none", "thin", "thick", "double", "wenwu", "dotted")
"""正线 反线 双线 文武线 点线; widths are in the defaults."""

_INSIDE: Final = LengthKind(positive=False, units=("pt", "mm", "em", "zi", "lines"), most=2000)
_GUTTER: Final = LengthKind(positive=False, units=("zi", "pt", "mm"), most=2000)
_STYLE: Final = NameKind("a style's name")
_PATH: Final = NameKind("a path")


@record
class At:
    """A place in the grid of columns and lines, both counted from 1."""

    place: Place
    places: dict[str, Place]
    cols: Span = option(SpanKind("columns"), "columns, such as 1-3", required=True)
    lines: Span = option(SpanKind("lines"), "lines of the grid, such as 42-79", required=True)


@record
class Line:
    """One line of display text with the style that sets it."""

    place: Place
    places: dict[str, Place] = field(default_factory=dict)
    text: str = option(TextKind(400), "the words; ` | ` is a couplet break", required=True)
    style: Name | None = option(_STYLE, "how it is set")
    align: str | None = option(ALIGN, "instead of the style's")


LINE: Final = RecordKind(Line, short=("text",))


@record
class Headline:
    """How a story's own headline (引题 主题 副题) is set: above its columns, or (竖题) beside them.

    A vertical headline stands over the whole height of its block. Its lines are columns from the
    right to the left; `left`, `center` and `right` then say top, middle and foot.
    """

    place: Place = field(default=Place(""))
    places: dict[str, Place] = field(default_factory=dict)
    lines: int | None = option(
        IntegerKind(0, 60), "lines of the grid it takes (占行); as many as it needs"
    )
    title: str = option(
        ChoiceKind(("line", "stack", "steps")),
        "a couplet in one line, in two, or in two stepped ones",
        default="line",
    )
    kicker: str = option(ChoiceKind(("above", "beside")), "place of the 引题", default="above")
    style: Name | None = option(_STYLE, "of the 主题")
    kicker_style: Name | None = option(_STYLE, "of the 引题")
    subtitle_style: Name | None = option(_STYLE, "of the 副题")
    align: str | None = option(
        ChoiceKind(("left", "center", "right")),
        "of all its lines: `left`, or `center` where it is vertical",
    )
    size: Length | None = option(SIZE, "of the 主题, instead of the style's")
    vertical: bool = option(FlagKind(), "竖题: its lines run down", default=False)
    side: str | None = option(
        ChoiceKind(("left", "right")),
        "of the block, where a vertical one stands: left of text in lines, right of text in "
        "columns",
    )
    width: Length | None = option(
        LengthKind(units=("zi", "pt", "mm"), most=2000),
        "that a vertical one takes; as much as it needs",
    )
    rule: str = option(ChoiceKind(RULES), "above it", default="none")


@record
class Columns:
    """Columns of text inside a block: whole characters wide, what is left goes to the gutters."""

    place: Place = field(default=Place(""))
    places: dict[str, Place] = field(default_factory=dict)
    count: int = option(IntegerKind(1, MAX_COLUMNS), "how many", default=1)
    measure: Length | None = option(
        LengthKind(units=("zi", "pt", "mm"), most=6000),
        "of each; else as wide as whole characters allow",
    )
    gutter: Length | None = option(_GUTTER, "the least between two")
    level: bool = option(FlagKind(), "spread the lines evenly over the columns", default=False)


@record
class Edges:
    """Rules on the sides of a block, each by its kind."""

    place: Place = field(default=Place(""))
    places: dict[str, Place] = field(default_factory=dict)
    top: str = option(ChoiceKind(RULES), "rule above it", default="none")
    right: str = option(ChoiceKind(RULES), "rule to its right", default="none")
    bottom: str = option(ChoiceKind(RULES), "rule below it", default="none")
    left: str = option(ChoiceKind(RULES), "rule to its left", default="none")


@record
class Block:
    """What every block may say."""

    place: Place
    places: dict[str, Place]
    id: str | None = option(TextKind(60, purpose="a name"), "for messages and --set")
    at: At = option(RecordKind(At), "its place in the grid", required=True)
    fill: Color | Name | None = option(ColorKind(), "tint or panel behind it")
    rules: Edges | None = option(
        RecordKind(Edges, short=("top", "right", "bottom", "left")), "rules on its sides"
    )
    inset: tuple[Length, ...] = option(
        ListKind(_INSIDE, most=4, least=1, lone=True),
        "space inside: one value for the sides; two for sides and ends; four for top, right, "
        "bottom and left. A ruled or tinted story has 1zi and half a line",
        default=(),
    )
    nudge: Length | None = option(
        LengthKind(positive=False, signed=True, units=("lines", "pt", "mm"), most=2000),
        "moves what stands in it down (up when negative)",
    )


@record
class StoryBlock(Block):
    """An article: headline above, text in columns below."""

    story: Name = option(_PATH, "the story's file", required=True)
    headline: Headline | None = option(RecordKind(Headline), "how its headline is set")
    columns: Columns | None = option(RecordKind(Columns, short=("count",)), "of its text")
    body: Name | None = option(_STYLE, "style of its text")
    label: Name | None = option(_STYLE, "style of its label, as 核心阅读")
    vertical: bool = option(
        FlagKind(),
        "its text runs down, from the right to the left; `columns` are then tiers, one above the "
        "other",
        default=False,
    )
    foot: Line | None = option(
        LINE, "a note at the foot of the last column, such as who took the pictures"
    )
    stands_in: bool = option(FlagKind(), "its text is not the true one", default=False)


@record
class TextBlock(Block):
    """Display lines: a series title, the main headline, a note; or a box of vertical text.

    In a vertical block each entry of `text` is a column, from the right to the left, or, where its
    style says `align: justify` (as `body` and `brief` do), a paragraph in as many columns as it
    needs. `left`, `center` and `right` then say top, middle and foot of a column, and `top`,
    `middle` and `bottom` the right, the middle and the left of the block.
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
    gap: Length | None = option(_INSIDE, "between stacked lines")
    vertical: bool = option(FlagKind(), "its lines run down", default=False)


@record
class PictureBlock(Block):
    """A picture cut to its place, with its caption below."""

    picture: Name | None = option(
        _PATH, "the file; nothing (`picture:`) while there is none yet", required=True, null=True
    )
    caption: str | None = option(TextKind(400), "图说")
    credit: str | None = option(TextKind(200), "who made it; at the caption's end")
    lines: int | None = option(IntegerKind(0, 10), "lines of the grid for the caption")
    keyline: bool = option(FlagKind(), "a thin line round it", default=False)
    focus: tuple[float, ...] = option(
        ListKind(NumberKind(0, 1), most=2, least=2),
        "what must stay in view when it is cut: from the left, from the top",
        default=(0.5, 0.5),
    )
    stands_in: bool = option(FlagKind(), "it is not the true picture", default=False)


@record
class IndexItem:
    """One line of the 导读."""

    place: Place
    places: dict[str, Place]
    page: str = option(TextKind(20, purpose="a page such as B2"), "where it is", required=True)
    title: str = option(TextKind(200, purpose="a headline"), "its 主题", required=True)


@record
class IndexBlock(Block):
    """导读: what the other pages hold."""

    index: tuple[IndexItem, ...] = option(
        ListKind(RecordKind(IndexItem), least=1, most=40), "its lines", required=True
    )
    label: str = option(TextKind(20), "on its panel", default="导读")


@record
class CreditsBlock(Block):
    """The edition's credits in one line, two-character names spread to three."""

    credits: str = option(
        TextKind(200, purpose="`all`, or roles with spaces between"), "which of them", required=True
    )
    align: str = option(
        ChoiceKind(("left", "center", "right")), "where the line stands", default="center"
    )


@record
class RuleBlock(Block):
    """A rule in the middle of the lines it is given."""

    rule: str = option(ChoiceKind(RULES[1:]), "正线 反线 双线 文武线 点线", required=True)


AnyBlock = StoryBlock | TextBlock | PictureBlock | IndexBlock | CreditsBlock | RuleBlock

BLOCKS: Final[dict[str, type[AnyBlock]]] = {
    "story": StoryBlock,
    "text": TextBlock,
    "picture": PictureBlock,
    "index": IndexBlock,
    "credits": CreditsBlock,
    "rule": RuleBlock,
}


@record(kw_only=False)
class BlockKind:
    """A block is known by the one key that names its kind."""

    def read(self, node: Node, faults: Faults) -> Any:
        if not isinstance(node, Mapping):
            raise Fault(node, f"{what(node)} where {self.words()} is expected")
        kinds = [key for key, _ in node.entries if key.text in BLOCKS]
        if not kinds:
            near = (did_you_mean(key.text, BLOCKS) for key, _ in node.entries[:40])
            hint = next(filter(None, near), "one of " + ", ".join(BLOCKS))
            raise Fault(node, "a block of no kind", hint, "BLOCK-KIND")
        if len(kinds) > 1:
            found = " and ".join(key.text for key in kinds)
            raise Fault(kinds[1], f"a block of two kinds: {found}", "keep one", "BLOCK-KIND")
        return read_record(self.cls(node), node, faults)

    def cls(self, node: Mapping) -> type[Any]:
        """The model class of a block, by the first key that names a kind."""
        return next((BLOCKS[key.text] for key, _ in node.entries if key.text in BLOCKS), Block)

    def schema(self) -> Schema:
        return {"oneOf": [record_schema(cls) for cls in BLOCKS.values()]}

    def words(self) -> str:
        return "a block: a mapping with one of " + ", ".join(BLOCKS)
