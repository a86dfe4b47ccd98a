"""Rules as a style sheet writes them: lines, dots, waves and ornamental borders (花边)."""

import re
from typing import Final

from layout.color import Color
from layout.diagnostics import Place
from layout.record import record
from layout.spec.reader.fields import (
    NAMES,
    Fault,
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
    scalar,
)
from layout.spec.reader.lengths import Length, LengthKind
from layout.spec.reader.nodes import Node, Scalar
from layout.words.said import Said, said

PATTERNS: Final = ("meander", "rope", "beads", "lozenge", "corners")
"""回纹 绳纹 圆点 菱纹 双线方角: drawn by `layout.flow.rules.borders`."""

_WEIGHT: Final = LengthKind(units=("mm", "pt"), least=0.1, most=60)
_SPACE: Final = LengthKind(positive=False, units=("mm", "pt"), most=120)
_SPAN: Final = LengthKind(units=("mm", "pt"), least=0.5, most=200)


@record
class Ruling(Written):
    """How a rule is drawn; what is not said is as in the rule it is like, or the built-in one.

    A width alone may stand for it: `hair: 0.08mm`.
    """

    like: Name | None = option(NameKind("part.rule-name"), "the rule this one starts from")
    lines: tuple[Length, ...] = option(
        ListKind(_WEIGHT, least=1, most=5, lone=True),
        "widths of its lines, from above or from the outside of a frame",
        default=(),
    )
    gap: Length | None = option(_SPACE, "between two of its lines; `0.35mm`")
    dash: tuple[Length, ...] = option(
        ListKind(_SPACE, least=2, most=6),
        "a dash and the gap after it; a dash of `0pt` is a round dot. Drawn so that a whole number "
        "of them fits",
        default=(),
    )
    wave: Length | None = option(_SPAN, "from crest to crest: 曲线")
    height: Length | None = option(
        _SPAN, "of a wave, from crest to trough; a third of its length runs round corners best"
    )
    pattern: str | None = option(ChoiceKind(PATTERNS), "回纹 绳纹 圆点 菱纹 双线方角")
    size: Length | None = option(_SPAN, "breadth of the pattern's band")
    color: Color | Name | None = option(
        ColorKind(), "of it; one of two inks should be 1 pt or more, they do not meet on a hairline"
    )


@record(kw_only=False)
class RuleKind:
    """The name of a rule: a built-in one or a style sheet's, looked up by `resolve`."""

    none: bool = True  # whether it may be `none`

    def read(self, node: Node, faults: Faults) -> Name:
        text = scalar(node, self)
        if len(text) > 60:
            raise Fault(node, said("VALUE.long-name", characters=len(text), kind=self.words()))
        if text == "none" and not self.none:
            raise Fault(node, said("VALUE.rule-none", kind=self.words()))
        return Name(text, node.place)

    def schema(self) -> Schema:
        return {
            "type": ["string", "number"],
            "examples": ["none", "thin", "wenwu"],
            NAMES: "rule-name",
        }

    def words(self) -> Said:
        return said("part.kind-rule-or-none") if self.none else said("part.kind-rule")


@record
class Keyline(Written):
    """A line round a picture, inside its edge."""

    width: Length | None = option(_WEIGHT, "of the line; `0.1mm`")
    color: Color | Name | None = option(ColorKind(), "of the line; black")


@record(kw_only=False)
class _LineOrNone(FlagKind):
    """Whether there is a line, where a width is as good an answer."""

    def words(self) -> Said:
        return said("part.kind-keyline")


_DRAWN: Final = _LineOrNone()


@record(kw_only=False)
class KeylineKind(RecordKind):
    """Whether a picture has a line round it; or that line's width alone; or a mapping."""

    def read(self, node: Node, faults: Faults) -> Keyline | bool:
        if isinstance(node, Scalar) and (node.text == "0" or not node.text[:1].isdigit()):
            return _DRAWN.read(node, faults)
        made: Keyline = RecordKind.read(self, node, faults)
        return made

    def schema(self) -> Schema:
        return {"anyOf": [FlagKind().schema(), RecordKind.schema(self)]}

    def words(self) -> Said:
        return said("part.kind-or-record", kind=FlagKind().words(), record=RecordKind.words(self))


KEYLINE: Final = KeylineKind(Keyline, short=("width",))
RULE: Final = RuleKind()
NONE: Final = Name("none", Place(""))


def rule_option(doc: str, default: str = "none") -> Name:
    """A key that takes a rule."""
    named: Name = option(RULE, doc, default=Name(default, Place("")))
    return named


_RADII: Final = ListKind(
    LengthKind(positive=False, units=("mm", "pt", "zi"), most=600), most=4, least=1, lone=True
)
PILL: Final = "pill"
"""Round ends: half circles at the shorter sides."""


_NUMBER: Final = re.compile(r"[-+.]?[0-9.]+\s*(?!%)\D*$")
"""What is meant as a length, whether it is one or not."""


@record(kw_only=False)
class CornersKind:
    """The radius of round corners: one for all four, or four from the top left clockwise; or
    `pill`."""

    def read(self, node: Node, faults: Faults) -> tuple[Length, ...] | str:
        if isinstance(node, Scalar) and node.text == PILL:
            return PILL
        if isinstance(node, Scalar) and not _NUMBER.match(node.text):
            raise misplaced(node, self)
        made: tuple[Length, ...] = _RADII.read(node, faults)
        return made

    def schema(self) -> Schema:
        return {"anyOf": [{"const": PILL}, _RADII.schema()]}

    def words(self) -> Said:
        return said("part.kind-corners")


CORNERS: Final = CornersKind()


@record
class Between(Written):
    """Rules between the stories of a page (水线), each in the middle of the white there, and that
    white. A rule ends where the stories end or on the rule that it meets; there is none along the
    edges of the type area, a frame or a tint, or at a side of which a block says `rules` itself
    (`none`, too). Pictures and text of one stack or row are not parted.

    The name of a rule alone may stand for it: `between: thin`.
    """

    rule: Name = rule_option("that parts two stories", "thin")
    down: Name | None = option(RULE, "between two side by side; else `rule`")
    across: Name | None = option(RULE, "between two one above the other; else `rule`")
    white: Length | None = option(
        LengthKind(units=("zi", "em", "mm", "pt"), most=600),
        "from a story to the next beside it: that of a row in lengths that says no `gutter`. Other "
        "white is told, and up to half as much again has its rule; when it is not said, all up to "
        "4zi has",
    )
    lines: int | None = option(
        IntegerKind(1, 20),
        "lines of the grid from a story to the next below it: the `gap` of a stack that says none. "
        "White up to half as much again has its rule; when it is not said, up to 3 lines",
    )


@record
class Edges(Written):
    """Rules on the sides of a block, each by its name."""

    all: Name = rule_option("on the sides that are not named")
    top: Name | None = option(RULE, "rule above it; else that of `all`")
    right: Name | None = option(RULE, "rule to its right; else that of `all`")
    bottom: Name | None = option(RULE, "rule below it; else that of `all`")
    left: Name | None = option(RULE, "rule to its left; else that of `all`")

    @property
    def sides(self) -> tuple[Name, Name, Name, Name]:
        """The names of the rules: top, right, bottom, left."""
        return (
            self.top or self.all, self.right or self.all,
            self.bottom or self.all, self.left or self.all,
        )  # fmt: skip
