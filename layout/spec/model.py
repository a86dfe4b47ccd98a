"""The spec language: what a page spec, an edition and a style sheet may say.

Each class is one mapping of the YAML; each `option` is a key with its kind, purpose and default.
Values are as written (lengths keep their units); `layout.spec.resolve` turns them into points.
"""

import datetime
from dataclasses import dataclass, field
from typing import Any, Final

from layout.color import Color
from layout.diagnostics import Diagnostic, Place
from layout.spec.fields import (
    ChoiceKind,
    ColorKind,
    DateKind,
    Fault,
    FlagKind,
    IntegerKind,
    Length,
    LengthKind,
    ListKind,
    MapKind,
    Name,
    NameKind,
    NumberKind,
    RecordKind,
    Schema,
    Span,
    SpanKind,
    TextKind,
    option,
    read_record,
    record_schema,
)
from layout.spec.nodes import Mapping, Node, what

MAX_COLUMNS: Final = 24
MAX_LINES: Final = 400
RULES: Final = ("none", "thin", "thick", "double", "wenwu", "dotted")
"""正线 反线 双线 文武线 点线; widths are in the defaults."""

_ALIGN = ChoiceKind(("left", "center", "right", "justify", "fill"))
_EM = LengthKind(positive=False, signed=True, units=("em", "pt", "mm"))
_SIZE = LengthKind(units=("pt", "mm", "q", "zi"), most=600)
_TEXT_LENGTH = LengthKind(positive=False, units=("pt", "mm", "em", "zi", "lines"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a kind of text is set. Unset keys come from `like`, else from the built-in `body`."""

    place: Place = field(default=Place(""))
    places: dict[str, Place] = field(default_factory=dict)
    like: Name | None = option(NameKind("a style's name"), "the style this one starts from")
    face: Name | None = option(NameKind("a face's role, such as 报宋"), "role of the face")
    size: Length | None = option(_SIZE, "size of the type")
    leading: Length | None = option(
        LengthKind(units=("pt", "mm", "em", "lines")),
        "distance of baselines; `1lines` keeps to the page's grid",
    )
    color: Color | str | None = option(ColorKind(), "inks, or a colour's name")
    tracking: Length | None = option(_EM, "space added after each character")
    h_scale: float | None = option(
        NumberKind(50, 200), "width of the glyphs in per cent; 平体 is above 100"
    )
    stroke: Length | None = option(_EM, "thickens the strokes by a line of this width")
    align: str | None = option(_ALIGN, "`fill` spreads a line over its measure")
    indent: Length | None = option(_TEXT_LENGTH, "first line of a paragraph")
    latin_gap: float | None = option(NumberKind(0, 0.5), "space between Han and Latin, in em")
    digits: str | None = option(ChoiceKind(("half", "proportional")), "width of digits")
    level: str | None = option(ChoiceKind(("none", "basic", "gb")), "line-start and -end rules")
    fit: str | None = option(ChoiceKind(("total", "first")), "how lines are broken")


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """A place in the grid of columns and lines, both counted from 1."""

    place: Place
    places: dict[str, Place]
    cols: Span = option(SpanKind("columns"), "columns, such as 1-3", required=True)
    lines: Span = option(SpanKind("lines"), "lines of the grid, such as 42-79", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """Sheet, type area and grid. `preset` fills whatever is not given."""

    place: Place = field(default=Place(""))
    places: dict[str, Place] = field(default_factory=dict)
    preset: str = option(
        ChoiceKind(("broadsheet", "tabloid")), "对开 or 四开", default="broadsheet"
    )
    width: Length | None = option(LengthKind(most=6000, units=("mm", "pt", "cm", "in")), "trim")
    height: Length | None = option(LengthKind(most=6000, units=("mm", "pt", "cm", "in")), "trim")
    bleed: Length | None = option(
        LengthKind(positive=False, most=300, units=("mm", "pt")), "beyond the trim on each side"
    )
    columns: int | None = option(IntegerKind(1, MAX_COLUMNS), "basic columns (基本栏)")
    column: Length | None = option(LengthKind(units=("zi", "mm", "pt")), "measure of a column")
    gutter: Length | None = option(
        LengthKind(positive=False, units=("zi", "mm", "pt")), "space between columns (栏空)"
    )
    body: Length | None = option(LengthKind(units=("pt", "mm", "q"), most=60), "size of body text")
    lines: int | None = option(IntegerKind(1, MAX_LINES), "lines of the grid")
    pitch: Length | None = option(
        LengthKind(units=("pt", "mm", "em"), most=200), "from baseline to baseline"
    )
    top: Length | None = option(
        LengthKind(positive=False, units=("mm", "pt")), "from the trim to the type area"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A function and who filled it: 责任编辑:尹二荣."""

    place: Place
    places: dict[str, Place]
    role: str = option(TextKind(40, purpose="a function such as 责任编辑"), "", required=True)
    names: tuple[str, ...] = option(
        ListKind(TextKind(40, purpose="a name"), lone=True), "who", required=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What the pages of one issue share."""

    place: Place = field(default=Place(""))
    places: dict[str, Place] = field(default_factory=dict)
    name: str | None = option(TextKind(80, purpose="the paper's name"), "报名, where it is known")
    section: str | None = option(TextKind(80, purpose="a section's name"), "the special's name")
    date: datetime.date | None = option(DateKind(), "of issue; the weekday follows from it")
    weekday: str | None = option(
        TextKind(10, purpose="a weekday such as 星期五"), "as printed; checked against the date"
    )
    phone: str | None = option(TextKind(40, purpose="a telephone number"), "as printed")
    staff: tuple[Role, ...] = option(ListKind(RecordKind(Role)), "in the header", default=())
    credits: tuple[Role, ...] = option(ListKind(RecordKind(Role)), "策划, 执行", default=())
    styles: Name | None = option(NameKind("a path"), "style sheet of every page")
    pages: tuple[Name, ...] = option(ListKind(NameKind("a path")), "page specs", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of display text with the style that sets it."""

    place: Place
    places: dict[str, Place] = field(default_factory=dict)
    text: str = option(TextKind(400), "the words; ` | ` is a couplet break", required=True)
    style: Name | None = option(NameKind("a style's name"), "how it is set")
    align: str | None = option(_ALIGN, "instead of the style's")


def _line(text: str, place: Place) -> Line:
    if not text.strip() or not text.isprintable():
        raise ValueError("text is expected")
    return Line(place=place, text=text)


_LINE = RecordKind(Line, short=_line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """报眉: the band above the page. Texts may hold {page} {year} {month} {day} {weekday} …"""

    place: Place = field(default=Place(""))
    places: dict[str, Place] = field(default_factory=dict)
    lines: int = option(IntegerKind(1, 20), "lines of the grid it takes", default=3)
    folio: str = option(TextKind(20), "page number at the outer edge", default="{page}")
    outer: str = option(ChoiceKind(("left", "right")), "side of the folio", default="left")
    left: tuple[Line, ...] = option(ListKind(_LINE, most=4), "beside the folio", default=())
    center: tuple[Line, ...] = option(ListKind(_LINE, most=4), "in the middle", default=())
    right: tuple[Line, ...] = option(ListKind(_LINE, most=4), "at the inner edge", default=())
    rule: str = option(ChoiceKind(RULES), "below it", default="wenwu")


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """How a story's own headline (引题 主题 副题) is set above its columns."""

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
    style: Name | None = option(NameKind("a style's name"), "of the 主题")
    kicker_style: Name | None = option(NameKind("a style's name"), "of the 引题")
    subtitle_style: Name | None = option(NameKind("a style's name"), "of the 副题")
    align: str | None = option(ChoiceKind(("left", "center", "right")), "of all its lines")
    size: Length | None = option(_SIZE, "of the 主题, instead of the style's")
    rule: str = option(ChoiceKind(RULES), "above it", default="none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Columns of text inside a block: whole characters wide, what is left goes to the gutters."""

    place: Place = field(default=Place(""))
    places: dict[str, Place] = field(default_factory=dict)
    count: int = option(IntegerKind(1, MAX_COLUMNS), "how many", default=1)
    measure: Length | None = option(
        LengthKind(units=("zi", "pt", "mm")), "of each; else as wide as whole characters allow"
    )
    gutter: Length | None = option(
        LengthKind(positive=False, units=("zi", "pt", "mm")), "the least between two"
    )
    level: bool = option(FlagKind(), "spread the lines evenly over the columns", default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Rules on the sides of a block, each by its kind."""

    place: Place = field(default=Place(""))
    places: dict[str, Place] = field(default_factory=dict)
    top: str = option(ChoiceKind(RULES), "", default="none")
    right: str = option(ChoiceKind(RULES), "", default="none")
    bottom: str = option(ChoiceKind(RULES), "", default="none")
    left: str = option(ChoiceKind(RULES), "", default="none")


def _edges(text: str, place: Place) -> Edges:
    if text not in RULES:
        raise ValueError("one of " + ", ".join(RULES) + " is expected, or sides with their rules")
    return Edges(place=place, top=text, right=text, bottom=text, left=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What every block may say."""

    place: Place
    places: dict[str, Place]
    id: str | None = option(TextKind(60, purpose="a name"), "for messages and --set")
    at: At = option(RecordKind(At), "its place in the grid", required=True)
    fill: Color | str | None = option(ColorKind(), "tint or panel behind it")
    rules: Edges | None = option(RecordKind(Edges, short=_edges), "rules on its sides")
    inset: tuple[Length, ...] = option(
        ListKind(_TEXT_LENGTH, most=2, lone=True),
        "space inside: one value, or sides and ends",
        default=(),
    )
    nudge: Length | None = option(
        LengthKind(positive=False, signed=True, units=("lines", "pt", "mm")),
        "moves what stands in it down (up when negative)",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryBlock(Block):
    """An article: headline above, text in columns below."""

    story: Name = option(NameKind("a path"), "the story's file", required=True)
    headline: Headline | None = option(RecordKind(Headline), "how its headline is set")
    columns: Columns | None = option(
        RecordKind(Columns, short=lambda t, p: Columns(place=p, count=_count(t))), "of its text"
    )
    body: Name | None = option(NameKind("a style's name"), "style of its text", default=None)
    label: Name | None = option(NameKind("a style's name"), "style of its label, as 核心阅读")
    foot: Line | None = option(
        _LINE, "a note at the foot of the last column, such as who took the pictures"
    )
    stands_in: bool = option(FlagKind(), "its text is not the true one", default=False)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:9]) <= MAX_COLUMNS:
        raise ValueError(f"a number of columns from 1 to {MAX_COLUMNS} is expected")
    return int(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock(Block):
    """Display lines: a series title, the main headline, a note."""

    text: tuple[Line, ...] = option(ListKind(_LINE, most=20, lone=True), "lines", required=True)
    arrange: str = option(
        ChoiceKind(("stack", "row")), "one under the other, or side by side", default="stack"
    )
    valign: str = option(ChoiceKind(("top", "middle", "bottom")), "", default="middle")
    gap: Length | None = option(_TEXT_LENGTH, "between stacked lines")


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureBlock(Block):
    """A picture cut to its place, with its caption below."""

    picture: Name | None = option(NameKind("a path"), "the file", required=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexItem:
    """One line of the 导读."""

    place: Place
    places: dict[str, Place]
    page: str = option(TextKind(20, purpose="a page such as B2"), "where it is", required=True)
    title: str = option(TextKind(200, purpose="a headline"), "its 主题", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexBlock(Block):
    """导读: what the other pages hold."""

    index: tuple[IndexItem, ...] = option(
        ListKind(RecordKind(IndexItem), least=1, most=40), "its lines", required=True
    )
    label: str = option(TextKind(20), "", default="导读")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditsBlock(Block):
    """The edition's credits in one line, two-character names spread to three."""

    credits: str = option(
        TextKind(200, purpose="`all`, or roles with spaces between"), "", required=True
    )
    align: str = option(ChoiceKind(("left", "center", "right")), "", default="center")


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFaceSpec:
    """A face of your own, inside the project."""

    place: Place
    places: dict[str, Place]
    file: Name = option(NameKind("a path"), "TTF, OTF or TTC", required=True)
    index: int = option(IntegerKind(0, 99), "which face of a TTC", default=0)
    instance: str | None = option(TextKind(60), "which named instance of a variable font")
    axes: dict[str, float] | None = option(
        MapKind(NumberKind(-10000, 10000), most=16), "axis values of a variable font"
    )


def _own_face(text: str, place: Place) -> OwnFaceSpec:
    return OwnFaceSpec(place=place, places={}, file=Name(text, place))


_STYLES = MapKind(RecordKind(Style))
_COLORS = MapKind(ColorKind(), most=60)
_FACES = MapKind(RecordKind(OwnFaceSpec, short=_own_face), most=40)


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleSheet:
    """A file of styles, colours and faces."""

    place: Place = field(default=Place(""))
    places: dict[str, Place] = field(default_factory=dict)
    styles: dict[str, Style] | None = option(_STYLES, "styles by name")
    colors: dict[str, Color | str] | None = option(_COLORS, "colours by name")
    faces: dict[str, OwnFaceSpec] | None = option(_FACES, "faces of your own by role")


@dataclass(frozen=True, slots=True)
class BlockKind:
    """A block is known by the one key that names its kind."""

    def read(self, node: Node, faults: list[Diagnostic]) -> Any:
        if not isinstance(node, Mapping):
            raise Fault(node, f"{what(node)} where {self.words()} is expected")
        kinds = [key.text for key, _ in node.entries if key.text in BLOCKS]
        if len(kinds) != 1:
            found = " and ".join(kinds)
            raise Fault(
                node,
                f"a block of two kinds: {found}" if kinds else "a block of no kind",
                "one of " + ", ".join(BLOCKS),
                "BLOCK-KIND",
            )
        return read_record(BLOCKS[kinds[0]], node, faults)

    def schema(self) -> Schema:
        return {"oneOf": [record_schema(cls) for cls in BLOCKS.values()]}

    def words(self) -> str:
        return "a block: a mapping with one of " + ", ".join(BLOCKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """One page."""

    place: Place
    places: dict[str, Place]
    page: str = option(TextKind(20, purpose="a page's name such as B1"), "版次", required=True)
    edition: Name | None = option(NameKind("a path"), "what the pages share")
    title: str | None = option(TextKind(200), "of the PDF")
    date: datetime.date | None = option(DateKind(), "instead of the edition's")
    format: Format = option(
        RecordKind(Format, short=lambda t, p: Format(place=p, preset=_preset(t))),
        "sheet and grid: a preset's name, or its values",
        default=Format(),
    )
    header: Header | None = option(RecordKind(Header), "报眉")
    blocks: tuple[AnyBlock, ...] = option(
        ListKind(BlockKind(), most=100), "what stands on the page, in reading order", default=()
    )
    styles: Name | None = option(NameKind("a path"), "style sheet of this page")


def _preset(text: str) -> str:
    if text not in ("broadsheet", "tabloid"):
        raise ValueError("broadsheet or tabloid is expected, or a mapping of values")
    return text
