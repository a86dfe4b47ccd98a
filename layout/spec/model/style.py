"""Style sheets: how kinds of text are set, colours by name, faces of the user's own."""

from typing import Final

from layout.color import Color
from layout.record import record
from layout.spec.model.rule import CORNERS, Edges, Ruling
from layout.spec.model.swatch import SWATCH, Swatch
from layout.spec.reader.fields import ListKind, MapKind, RecordKind, Written, option
from layout.spec.reader.kinds import (
    ChoiceKind,
    ColorKind,
    FlagKind,
    IntegerKind,
    Name,
    NameKind,
    NumberKind,
)
from layout.spec.reader.kinds import TextKind as Text
from layout.spec.reader.lengths import Length, LengthKind

ALIGN: Final = ChoiceKind(("left", "center", "right", "justify", "fill"))
EDGE: Final = ChoiceKind(("trim", "keep"))
# What a style may name; layout.text.charclass and layout.inline.spacing say what they are.
LEVELS: Final = ("none", "basic", "gb", "strict")
SQUEEZE: Final = ("all", "pairs", "none")
PUNCTUATION: Final = ("quanjiao", "kaiming", "banjiao", "hangmobanjiao", "cct")
HOUSES: Final = ("clreq", "daily", "kaiming")
"""What `house` may name; layout.spec.resolve.houses says what they are."""
HOUSE: Final = ChoiceKind(HOUSES)
SIZE: Final = LengthKind(units=("pt", "mm", "q", "zi"), least=1, most=600, hao=True)
LEADING: Final = LengthKind(units=("pt", "mm", "em", "lines"), least=1, most=600, hao=True)
SCALE: Final = ListKind(NumberKind(50, 200), most=2, least=1, lone=True)
MOST_WHITE: Final = 20
"""Lines that a paragraph may have above it or below; more is a place of its own on the page."""
INDENT: Final = LengthKind(positive=False, units=("em", "zi", "pt", "mm", "lines"), most=600)


@record
class Style(Written):
    """How a kind of text is set. Unset keys come from `like`, else from `body`."""

    like: Name | None = option(NameKind("part.style-name"), "the style this one starts from")
    house: str | None = option(HOUSE, "the house style of its lines, under the keys it has itself")
    face: Name | None = option(NameKind("part.face-role"), "role of the face")
    size: Length | None = option(SIZE, "size of the type")
    leading: Length | None = option(
        LEADING, "distance of baselines; `1lines` keeps to the page's grid"
    )
    color: Color | Name | None = option(ColorKind(), "inks, or a colour's name")
    tracking: Length | None = option(
        LengthKind(positive=False, signed=True, units=("em", "pt", "mm"), most=120),
        "space added after each character",
    )
    h_scale: tuple[float, ...] | None = option(
        SCALE,
        "width of the glyphs in per cent of the size, 长体 below 100, 平体 above; two values are "
        "the least and the most that a line of display type may be given to fill its width",
    )
    v_scale: tuple[float, ...] | None = option(
        SCALE,
        "height of the glyphs in per cent of the size, 扁体 below 100; two values as for "
        "`h_scale`. A vertical line fills its length with it, and its width with `h_scale`",
    )
    stroke: Length | None = option(
        LengthKind(positive=False, units=("em", "pt", "mm"), most=12),
        "thickens the strokes by a line of this width",
    )
    hollow: bool | None = option(
        FlagKind(),
        "空心字: of the glyphs of a line only their outline is drawn, as thick as `stroke`, or a "
        "fiftieth of the size; they stay text to whoever reads the page",
    )
    align: str | None = option(ALIGN, "`fill` spreads a line over its measure")
    indent: Length | None = option(INDENT, "first line of a paragraph")
    hang: Length | None = option(INDENT, "lines of a paragraph after its first drawn in")
    left: Length | None = option(INDENT, "a paragraph of a story drawn in on its left")
    right: Length | None = option(INDENT, "a paragraph of a story drawn in on its right")
    before: int | None = option(
        IntegerKind(0, MOST_WHITE), "lines of the grid left white above a paragraph of a story"
    )
    after: int | None = option(
        IntegerKind(0, MOST_WHITE), "lines left white below it; the larger of two that meet counts"
    )
    with_next: bool | None = option(
        FlagKind(), "no column ends with it: it stands with the paragraph after it, as a 小标题"
    )
    lead_in: Name | None = option(
        NameKind("part.face-role"), "role of the face of its first words, up to ： (答：)"
    )
    latin_gap: float | None = option(NumberKind(0, 0.5), "space between Han and Latin, in em")
    digits: str | None = option(ChoiceKind(("half", "proportional")), "width of digits")
    percent: str | None = option(
        ChoiceKind(("drawn", "half")),
        "width of % beside digits of half an em: as its face has it, or half an em too",
    )
    latin_gap_least: float | None = option(
        NumberKind(0, 0.5), "what squeezing may leave of that space, in em"
    )
    latin_gap_most: float | None = option(
        NumberKind(0, 1), "to what that space may open before the Han do, in em"
    )
    level: str | None = option(ChoiceKind(LEVELS), "line-start and -end rules (禁则)")
    punctuation: str | None = option(
        ChoiceKind(PUNCTUATION), "width of marks: 全角 开明 半角 行末半角 CCT"
    )
    first_mark: str | None = option(
        ChoiceKind(("half", "full", "hang")),
        "a mark that opens a paragraph: its ink on the indent, half an em in, half an em out",
    )
    line_start: str | None = option(EDGE, "the blank of a mark that begins a line")
    line_end: str | None = option(EDGE, "the blank of a mark that ends a line")
    loose: str | None = option(
        ChoiceKind(("even", "fewest", "steady")),
        "lines as even as they can be; as few loose ones (over 5 %) as may be; or even, and the "
        "marks of a paragraph full, or squeezed, over as many lines as may be",
    )
    hanging: bool | None = option(FlagKind(), "， 、 。 may stand beside the measure")
    hyphenate: bool | None = option(FlagKind(), "foreign words may be cut with a hyphen")
    mark_blank: float | None = option(
        NumberKind(0, 0.5),
        "what a mark keeps of its blank beside its neighbours, in em: 0.5 is all of it; 0.1 brings "
        "the quotes and pauses of a headline close",
    )
    optical: bool | None = option(
        FlagKind(),
        "the characters of a line of display type stand apart by their ink and not by their em: "
        "gaps as even as they may be, the line as long as before",
    )
    squeeze: str | None = option(
        ChoiceKind(SQUEEZE),
        "which marks give their blank: `all` that a line needs (先挤进); only `pairs` side by "
        "side; `none`. What then does not fit goes to the next line (推出)",
    )
    squeeze_stops: bool | None = option(FlagKind(), "。 ？ ！ give their blank, last of all marks")
    bonds: str | None = option(
        ChoiceKind(("keep", "part")),
        "a date, a figure and its unit: kept on one line as far as may be, or parted like words",
    )
    tighten: float | None = option(
        NumberKind(0, 0.1), "how much closer than solid Han may stand, in em"
    )
    script: str | None = option(ChoiceKind(("zh-hans", "zh-hant", "ja")), "whose rules and marks")
    column_numbers: str | None = option(
        ChoiceKind(("turned", "upright")),
        "numbers of four figures and more in a column: turned, or one figure under another",
    )
    fit: str | None = option(
        ChoiceKind(("total", "first")),
        "how lines are broken: the paragraph as one, or each in turn",
    )


@record
class TextBox(Written):
    """A box in the text of a story: `:::链接`, its paragraphs, `:::`. A `### 标题` in it is its
    heading. What is not said is as in the box it is like, or the built-in one of its name: 编者按
    with a thin rule under it, 链接 on the colour `tint`, 延伸阅读 in a thin frame.

    It stands in one column, in whole lines of the grid: each edge that has a rule or the ground
    takes one, wherever the box stands, and one without leaves a line white, which stays out at a
    column's head and foot. One of up to `whole` lines goes to the next column as a whole; a deeper
    one is parted, and its frame is open there.
    """

    like: Name | None = option(NameKind("part.box-name"), "the box this one starts from")
    style: Name | None = option(
        NameKind("part.style-name"), "of its text; the style of its own name, if there is one"
    )
    heading: Name | None = option(NameKind("part.style-name"), "of a heading in it; `box-heading`")
    rules: Edges | None = option(
        RecordKind(Edges, short=("all",)), "rules on its sides: `thin` for all of them"
    )
    fill: Color | Name | None = option(ColorKind(), "tint or panel behind it")
    corners: tuple[Length, ...] | str = option(
        CORNERS,
        "round corners of its ground and of a frame on all its sides, as of a block; a line of the "
        "grid at most. Where a column parts it, its ends there are square",
        default=(),
    )
    inset: Length | None = option(
        INDENT,
        "white between its sides and its text; 1zi beside a rule or on a ground, else none",
    )
    whole: int | None = option(
        IntegerKind(0, 60), "lines of the grid, with its edges, up to which no column parts it; 12"
    )


@record
class OwnFaceSpec(Written):
    """A face of your own, inside the project."""

    file: Name = option(NameKind("part.path"), "TTF, OTF or TTC", required=True)
    index: int | None = option(IntegerKind(0, 99), "which face of a TTC, from 0")
    instance: str | None = option(
        Text(60, purpose="part.instance-name"), "which named instance of a variable font"
    )
    axes: dict[str, float] | None = option(
        MapKind(NumberKind(-10000, 10000), most=16, noun="part.axis"),
        "axis values of a variable font",
    )


@record
class StyleSheet(Written):
    """A file of styles, colours and faces."""

    house: str | None = option(
        HOUSE, "the house style of all lines whose styles say nothing else; see the edition's"
    )
    styles: dict[str, Style] | None = option(
        MapKind(RecordKind(Style), noun="part.style-name"), "styles by name"
    )
    colors: dict[str, Color | Name | Swatch] | None = option(
        MapKind(SWATCH, most=60, noun="part.color-name"),
        "colours by name; a black of several inks only as `深黑: rich K100 C40`, for large areas",
    )
    rules: dict[str, Ruling] | None = option(
        MapKind(RecordKind(Ruling, short=("lines",)), most=60, noun="part.rule-name"),
        "rules by name: built-in ones changed, and your own",
    )
    boxes: dict[str, TextBox] | None = option(
        MapKind(RecordKind(TextBox), most=40, noun="part.box-name"),
        "boxes in stories by name: 编者按 链接 延伸阅读 changed, and your own",
    )
    faces: dict[str, tuple[OwnFaceSpec, ...]] | None = option(
        MapKind(
            ListKind(RecordKind(OwnFaceSpec, short=("file",)), least=1, most=8, lone=True),
            most=40,
            noun="part.role",
        ),
        "faces of your own by role, one or a list; `生僻` for rare characters in any role",
    )
