"""栏目: the label of a story, as text on a panel, outlined or in colour, or as a picture (栏花)."""

from typing import Final

from layout.color import Color
from layout.record import record
from layout.spec.model.block import PATH, STYLE
from layout.spec.model.rule import CORNERS, rule_option
from layout.spec.reader.fields import Written, option
from layout.spec.reader.kinds import ChoiceKind, ColorKind, FlagKind, Name
from layout.spec.reader.lengths import Length, LengthKind

_HIGH: Final = LengthKind(units=("mm", "pt", "zi", "lines"), most=600)


@record
class LabelLook(Written):
    """栏目: how the label of a story looks, and where it stands. A lone word is its style.

    At the `corner` a panel hangs from the upper edge of the block, anything else stands at the head
    of the text. One `above` stands over the headline and is ranged with it; one `beside` to its
    left, at the height of its 引题 or of its 主题.
    """

    style: Name | None = option(STYLE, "of its words; `label`")
    stands: str = option(
        ChoiceKind(("corner", "above", "beside")), "where it is to the headline", default="corner"
    )
    level: str | None = option(
        ChoiceKind(("kicker", "title")),
        "at whose height one beside the headline stands; that of the 引题, if there is one",
    )
    look: str = option(
        ChoiceKind(("panel", "outline", "plain")),
        "words on a panel, in a frame, or in colour alone",
        default="panel",
    )
    color: Color | Name | None = option(
        ColorKind(), "of the panel, or of a frame and its words; `accent`"
    )
    corners: tuple[Length, ...] | str = option(
        CORNERS, "round corners of its panel or frame, as of a block", default=()
    )
    rule: Name = rule_option("of its frame", default="thin")
    arrange: str = option(
        ChoiceKind(("line", "stack")), "words parted by ` | `: in one line, or in several",
        default="line",
    )  # fmt: skip
    vertical: bool = option(FlagKind(), "its words run down", default=False)
    picture: Name | None = option(PATH, "栏花: a picture instead of its words, whole")
    height: Length | None = option(_HIGH, "of that picture")
    stands_in: bool = option(FlagKind(), "that picture is not the true one", default=False)
