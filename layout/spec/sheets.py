"""Style sheets: how kinds of text are set, colours by name, faces of the user's own."""

from typing import Final

from layout.color import Color
from layout.diagnostics import Place
from layout.record import field, record
from layout.spec.fields import MapKind, RecordKind, option
from layout.spec.kinds import ChoiceKind, ColorKind, IntegerKind, Name, NameKind, NumberKind
from layout.spec.kinds import TextKind as Text
from layout.spec.lengths import Length, LengthKind

ALIGN: Final = ChoiceKind(("left", "center", "right", "justify", "fill"))
SIZE: Final = LengthKind(units=("pt", "mm", "q", "zi"), least=1, most=600, hao=True)
LEADING: Final = LengthKind(units=("pt", "mm", "em", "lines"), least=1, most=600, hao=True)
INDENT: Final = LengthKind(positive=False, units=("em", "zi", "pt", "mm", "lines"), most=600)


@record
class Style:
    """How a kind of text is set. Unset keys come from `like`, else from `body`."""

    place: Place = field(default=Place(""))
    places: dict[str, Place] = field(default_factory=dict)
    like: Name | None = option(NameKind("a style's name"), "the style this one starts from")
    face: Name | None = option(NameKind("a face's role, such as 报宋"), "role of the face")
    size: Length | None = option(SIZE, "size of the type")
    leading: Length | None = option(
        LEADING, "distance of baselines; `1lines` keeps to the page's grid"
    )
    color: Color | Name | None = option(ColorKind(), "inks, or a colour's name")
    tracking: Length | None = option(
        LengthKind(positive=False, signed=True, units=("em", "pt", "mm"), most=120),
        "space added after each character",
    )
    h_scale: float | None = option(
        NumberKind(50, 200), "width of the glyphs in per cent; 平体 is above 100"
    )
    stroke: Length | None = option(
        LengthKind(positive=False, units=("em", "pt", "mm"), most=12),
        "thickens the strokes by a line of this width",
    )
    align: str | None = option(ALIGN, "`fill` spreads a line over its measure")
    indent: Length | None = option(INDENT, "first line of a paragraph")
    latin_gap: float | None = option(NumberKind(0, 0.5), "space between Han and Latin, in em")
    digits: str | None = option(ChoiceKind(("half", "proportional")), "width of digits")
    level: str | None = option(ChoiceKind(("none", "basic", "gb")), "line-start and -end rules")
    fit: str | None = option(
        ChoiceKind(("total", "first")),
        "how lines are broken: the paragraph as one, or each in turn",
    )


@record
class OwnFaceSpec:
    """A face of your own, inside the project."""

    place: Place = field(default=Place(""))
    places: dict[str, Place] = field(default_factory=dict)
    file: Name = option(NameKind("a path"), "TTF, OTF or TTC", required=True)
    index: int = option(IntegerKind(0, 99), "which face of a TTC", default=0)
    instance: str | None = option(
        Text(60, purpose="an instance's name"), "which named instance of a variable font"
    )
    axes: dict[str, float] | None = option(
        MapKind(NumberKind(-10000, 10000), most=16, noun="an axis"),
        "axis values of a variable font",
    )


@record
class StyleSheet:
    """A file of styles, colours and faces."""

    place: Place = field(default=Place(""))
    places: dict[str, Place] = field(default_factory=dict)
    styles: dict[str, Style] | None = option(
        MapKind(RecordKind(Style), noun="a style's name"), "styles by name"
    )
    colors: dict[str, Color | Name] | None = option(
        MapKind(ColorKind(), most=60, noun="a colour's name"), "colours by name"
    )
    faces: dict[str, OwnFaceSpec] | None = option(
        MapKind(RecordKind(OwnFaceSpec, short=("file",)), most=40, noun="a role"),
        "faces of your own by role",
    )
