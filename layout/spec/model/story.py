"""An article's block: how its headline and its text are set, and where the text goes on."""

from typing import TYPE_CHECKING

from layout.record import record
from layout.spec.model.block import GUTTER, LINE, MAX_COLUMNS, PATH, STYLE, Block, Line
from layout.spec.model.evidence import EVIDENCE, Evidence
from layout.spec.model.headline import Headline, Subhead
from layout.spec.model.rule import rule_option
from layout.spec.reader.fields import RecordKind, Written, option
from layout.spec.reader.kinds import (
    ChoiceKind,
    FlagKind,
    IntegerKind,
    Name,
    PageNameKind,
    TextKind,
)
from layout.spec.reader.later import LaterRecord
from layout.spec.reader.lengths import Length, LengthKind

if TYPE_CHECKING:
    from layout.spec.model.label import LabelLook

_ADDED = LengthKind(positive=False, units=("pt", "mm", "lines"), most=200)


@record
class Justify(Written):
    """Vertical justification: space that may be added so that columns end level."""

    subhead: Length | None = option(_ADDED, "the most above a 小标题; the first to be taken")
    paragraph: Length | None = option(_ADDED, "the most between two paragraphs, after that")
    leading: Length | None = option(_ADDED, "the most between two lines, last of all")


@record
class Columns(Written):
    """Columns of text inside a block."""

    count: int | None = option(
        IntegerKind(1, MAX_COLUMNS), "how many; one, or with `policy: grid` those of the page"
    )
    policy: str = option(
        ChoiceKind(("whole", "unequal", "equal", "grid")),
        "how a width that is no whole number of characters is shared (破栏): columns of whole "
        "characters with the rest in the gutters; the same with the odd characters in the first "
        "columns; equal parts of it; the page's own columns",
        default="whole",
    )
    measure: Length | None = option(
        LengthKind(units=("zi", "pt", "mm"), most=6000),
        "of each; else as wide as whole characters allow",
    )
    gutter: Length | None = option(GUTTER, "the least between two")
    level: bool = option(
        FlagKind(), "columns end level, the lines spread over all of them", default=False
    )
    justify: Justify | None = option(
        RecordKind(Justify), "space that may be added so that columns end on one line"
    )
    widows: bool = option(
        FlagKind(),
        "a line of a paragraph may stand alone at a column's head or foot",
        default=False,
    )
    keep: int = option(
        IntegerKind(0, 6), "lines of text that stand under a 小标题 at least", default=2
    )
    rule: Name = rule_option("between two columns")


@record
class BylineAt(Written):
    """Where the by-line (署名) of a story stands: ranged right on a line of its own after the text,
    or at the head of the text, below the headline, with a rule under it.

    At the head it stands on the page on which the story begins, whatever that of a page on which
    it goes on says.
    """

    stands: str = option(ChoiceKind(("head", "end")), "before the text or after it", default="end")
    over: str = option(
        ChoiceKind(("column", "all")),
        "one at the head stands over the first column, or over all columns under the headline; of "
        "text that runs down, over the first tier or all of them",
        default="column",
    )
    style: Name | None = option(STYLE, "how it is set; `byline-head` at the head, else `byline`")
    rule: Name = rule_option("under one at the head", default="thin")
    lines: int | None = option(
        IntegerKind(1, 12),
        "of the grid that one at the head takes, with its rule; one more than it has",
    )


@record
class JumpTo(Written):
    """下转: where the text of a story goes on, and the line that says so.

    Its words may hold `{page}`, the other page, `{title}`, the 主题, and the fields of every text.
    """

    page: str = option(
        PageNameKind(), "the other page; its block of the story names this one", required=True
    )
    words: str | None = option(
        TextKind(80), "the line, such as `下转第二版`; else as the edition has it, or （下转A2版）"
    )
    style: Name | None = option(STYLE, "of the line; `jump`")


@record
class JumpFrom(JumpTo):
    """上接: where the text of a story comes from; what that page left over is set here.

    The line that says so stands over the text, or is the headline: `《{title}》上接第一版`. Where
    the story's head gives a `jump_title`, that is its 主题 here, and stands alone.
    """

    words: str | None = option(
        TextKind(80), "the line, such as `上接第一版`; else as the edition has it, or （上接A1版）"
    )
    stands: str = option(
        ChoiceKind(("text", "headline")),
        "the line: over the text, in the first column; or in place of the headline",
        default="text",
    )


@record
class StoryBlock(Block):
    """An article: headline above, text in columns below."""

    story: Name = option(PATH, "the story's file", required=True)
    headline: Headline | None = option(RecordKind(Headline), "how its headline is set")
    columns: Columns | None = option(RecordKind(Columns, short=("count",)), "of its text")
    body: Name | None = option(STYLE, "style of its text")
    subhead: Subhead | None = option(
        RecordKind(Subhead, short=("lines",)), "how its 小标题 stand among the lines"
    )
    label: "LabelLook | None" = option(
        LaterRecord("layout.spec.model.label", "LabelLook", short=("style",)),
        "how its label looks, as 核心阅读, and where it stands; a lone word is its style",
    )
    byline_at: BylineAt | None = option(
        RecordKind(BylineAt, short=("stands",)), "where its by-line stands: `head` or `end`"
    )
    find_dateline: bool = option(
        FlagKind(),
        "its text begins with an 电头, such as 本报讯（记者 …）, which is to be set as one",
        default=False,
    )
    vertical: bool = option(
        FlagKind(),
        "its text runs down, from the right to the left; `columns` are then tiers, one above the "
        "other",
        default=False,
    )
    jump_to: JumpTo | None = option(
        RecordKind(JumpTo, short=("page",)),
        "下转: the page on which the text goes on, where it is `jump_from` this one",
    )
    jump_from: JumpFrom | None = option(
        RecordKind(JumpFrom, short=("page",)),
        "上接: the page on which the text begins; what it left over is set here",
    )
    initial: int | None = option(
        IntegerKind(2, 6),
        "lines that the first character takes (首字下沉); of a number or a word all of it",
    )
    end: str | None = option(TextKind(8, purpose="part.end-mark"), "after the last character")
    foot: Line | None = option(
        LINE, "a note at the foot of the last column, such as who took the pictures"
    )
    stands_in: bool = option(FlagKind(), "its text is not the true one", default=False)
    evidence: tuple[Evidence, ...] = option(
        EVIDENCE, "what is known of the print; `banxin check` says what of it is met", default=()
    )
