"""A story's headline (引题 主题 副题 提要题) and small headings (小标题), as a spec says them."""

from typing import Final

from layout.color import Color
from layout.record import record
from layout.spec.model.block import IN_FRAME, INSIDE, MAX_COLUMNS, PATH, STYLE
from layout.spec.model.rule import CORNERS, rule_option
from layout.spec.model.style import LEADING, SIZE
from layout.spec.reader.fields import (
    Fault,
    Faults,
    ListKind,
    RecordKind,
    Schema,
    Written,
    option,
)
from layout.spec.reader.kinds import (
    ChoiceKind,
    ColorKind,
    FlagKind,
    IntegerKind,
    Name,
    NumberKind,
    Span,
    SpanKind,
    scalar,
)
from layout.spec.reader.lengths import Length, LengthKind
from layout.spec.reader.nodes import Node
from layout.words.said import Said, said

MAX_ROWS: Final = 6
"""Lines of one 主题: more are a text."""

WHITE_LINES: Final = 0.5
"""Lines of the grid between a headline and the text under it, at least, where nothing is said."""
WHITE_EM: Final = 0.5
"""Or so much of the em of its last line, where that is less: a small heading stands closer."""
WHITE_SUMMARY: Final = 1.0
"""Lines of the grid between a 提要题 and the text under it: its lines would be read on into it."""

_WHITE: Final = LengthKind(positive=False, units=("lines", "pt", "mm", "zi"), most=400)
_WIDTH: Final = LengthKind(units=("zi", "pt", "mm"), most=2000)


@record(kw_only=False)
class FitKind:
    """A size of type, or `fit`: the largest that fits."""

    def read(self, node: Node, faults: Faults) -> Length | str:
        if scalar(node, SIZE) == "fit":
            return "fit"
        try:
            return SIZE.read(node, faults)
        except Fault as fault:
            raise fault.of_kind(self.words()) from None

    def schema(self) -> Schema:
        return {"anyOf": [{"const": "fit"}, SIZE.schema()]}

    def words(self) -> Said:
        return said("part.kind-fit-or", kind=SIZE.words())


@record
class Summary(Written):
    """提要题: the gist of a story in a few lines under its headline."""

    style: Name | None = option(STYLE, "how it is set; `align` of the style ranges its lines")
    measure: Length | None = option(
        LengthKind(units=("zi", "pt", "mm"), most=6000), "of its lines; that of the headline"
    )
    rule: Name = rule_option("above it and below it")
    fill: Color | Name | None = option(ColorKind(), "tint or panel behind it")


@record
class Shoulder(Written):
    """The rule of a 肩题, a 引题 at the left shoulder of its 主题."""

    stands: str = option(
        ChoiceKind(("under", "beside")),
        "under its words, as long as they are, or as a bar before them",
        default="under",
    )
    rule: Name = rule_option("which it is", default="thin")


@record
class Headline(Written):
    """How a story's own headline (引题 主题 副题 提要题) is set.

    It stands above the columns of its story, over all of them or the `span` first (盖文题);
    `beside` the text in a column of its own (串文题); or `inside` it, in the middle of its columns,
    whose lines keep clear of it (文包题).

    A vertical headline (竖题) stands over the whole height of its block. Its lines are columns from
    the right to the left; `left`, `center` and `right` then say top, middle and foot.
    """

    stands: str = option(
        ChoiceKind(("above", "beside", "inside")), "where it is to the text", default="above"
    )
    lines: int | None = option(
        IntegerKind(0, 60), "lines of the grid it takes (占行); as many as it needs"
    )
    white: Length | None = option(
        _WHITE,
        "the least between its last line and the text under it, from em box to em box; half a line "
        "or half an em, whichever is less, and a line under a 提要题",
    )
    span: int | None = option(
        IntegerKind(1, MAX_COLUMNS),
        "columns of the story that one above stands over, from the first; else all of its place. "
        "Of several places those that begin side by side count together",
    )
    cols: Span | None = option(
        SpanKind("part.columns"), "columns of the story that one inside stands in, such as 2-3"
    )
    row: int | None = option(
        IntegerKind(1, 400),
        "line of the columns at which one inside begins; else it stands in their middle",
    )
    side: str | None = option(
        ChoiceKind(("left", "right")),
        "of the text, for one beside it, and for a vertical one: left, or right of text in columns "
        "that run down",
    )
    width: Length | None = option(
        _WIDTH, "of one beside the text, and of a vertical one: as much as it needs"
    )
    title: str = option(
        ChoiceKind(("line", "stack", "steps", "balance")),
        "the 主题: a couplet in one line, in two, or in two stepped ones; `balance` breaks it into "
        "lines of like length that cut no word",
        default="line",
    )
    rows: int | None = option(
        IntegerKind(1, MAX_ROWS), "lines of a balanced 主题; as many as it needs"
    )
    even: bool = option(
        FlagKind(), "the lines of the 主题 are spread to the length of its longest", default=False
    )
    alone: bool = option(
        FlagKind(),
        "the 主题 stands alone, without 引题, 副题 and 提要题: where a story goes on",
        default=False,
    )
    kicker: str = option(
        ChoiceKind(("above", "beside", "shoulder")),
        "place of the 引题; `beside` a vertical 主题 it stands at the head, the 副题 at the foot; "
        "as a 肩题 it begins over the first character of the 主题, however that is ranged",
        default="above",
    )
    shoulder: Shoulder | None = option(
        RecordKind(Shoulder, short=("stands",)), "a rule at a 肩题: `under` or `beside` it"
    )
    style: Name | None = option(STYLE, "of the 主题")
    kicker_style: Name | None = option(STYLE, "of the 引题")
    subtitle_style: Name | None = option(STYLE, "of the 副题")
    summary: Summary | None = option(RecordKind(Summary, short=("style",)), "of the 提要题")
    align: str | None = option(
        ChoiceKind(("left", "center", "right", "fill")),
        "of all its lines: `left`, or `center` where it is vertical; `fill` spreads those of the "
        "主题 over the width",
    )
    size: Length | str | None = option(
        FitKind(),
        "of the 主题, instead of the style's; `fit` is the largest in half points that its width "
        "and its lines allow",
    )
    least: Length | None = option(SIZE, "the smallest that `fit` may take; 0.6 of the style's")
    most: Length | None = option(
        SIZE, "the largest that `fit` may take; the style's where no `lines` are stated"
    )
    vertical: bool = option(FlagKind(), "竖题: its lines run down", default=False)
    fill: Color | Name | None = option(ColorKind(), "tint or panel behind it")
    corners: tuple[Length, ...] | str = option(
        CORNERS, "round corners of what is behind it, as of a block", default=()
    )
    picture: Name | None = option(PATH, "a picture behind it")
    fit: str = option(
        IN_FRAME,
        "of the picture: `cover` cuts it to its place, `whole` leaves it whole with the tint or "
        "the paper beside it",
        default="cover",
    )
    focus: tuple[float, ...] = option(
        ListKind(NumberKind(0, 1), most=2, least=2),
        "what of the picture must stay in view: from the left, from the top",
        default=(0.5, 0.5),
    )
    inset: tuple[Length, ...] = option(
        ListKind(INSIDE, most=4, least=1, lone=True),
        "space inside the tint or picture, as of a block; 1zi and half a line",
        default=(),
    )
    stands_in: bool = option(FlagKind(), "the picture is not the true one", default=False)
    rule: Name = rule_option("above it")


@record
class Bar(Written):
    """The thick end of the rule under a 小标题."""

    rule: Name = rule_option("which it is, such as a line of 0.8mm in a colour", default="thick")
    length: Length | None = option(
        LengthKind(units=("zi", "pt", "mm"), most=2000), "how long it is; 3zi"
    )
    end: str = option(
        ChoiceKind(("left", "right")), "of the rule, at which it stands", default="left"
    )


@record
class Subhead(Written):
    """小标题: how the small headings of a story stand among its lines.

    One with rules, or a leading of its own, stands off the grid: its rows, which ` | ` parts, have
    that leading, and with its rules and the white about it it takes whole lines of the grid, so
    that the text under it is on the grid again.
    """

    style: Name | None = option(STYLE, "how they are set")
    lines: int = option(
        IntegerKind(1, 8),
        "lines of the grid that one takes; off the grid all of it, as many as it needs when it is "
        "not said",
        default=1,
    )
    above: Name = rule_option("over it, from side to side of its column")
    below: Name = rule_option("under it")
    bar: Bar | None = option(
        RecordKind(Bar, short=("rule",)), "the thick end of the rule under it: a rule's name"
    )
    leading: Length | None = option(
        LEADING, "from row to row of one off the grid; 1.25 times its size"
    )
    align: str | None = option(
        ChoiceKind(("left", "indent", "center", "right")),
        "`indent` is that of the text; else as the style says",
    )
