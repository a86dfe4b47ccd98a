"""The thresholds of the layout checks, as a page or its edition sets them.

One class a check, one key a threshold; the page's go over the edition's. The checks themselves are
in `layout.check`.
"""

from typing import Any, Final, TypeVar

from layout.record import record, replace
from layout.spec.model.headline import WHITE_LINES, WHITE_SUMMARY
from layout.spec.reader.fields import ListKind, RecordKind, Written, keys_of, option
from layout.spec.reader.kinds import ChoiceKind, IntegerKind, NumberKind, TextKind
from layout.spec.reader.lengths import Length, LengthKind

SEVERITIES: Final = ("skip", "info", "warning", "error")

_PERCENT: Final = NumberKind(0, 100)
_DISTANCE: Final = LengthKind(positive=False, units=("zi", "lines", "mm", "pt"), most=2000)
T = TypeVar("T", bound="Limits")


@record
class Limits(Written):
    """What every check can be told."""

    severity: str | None = option(
        ChoiceKind(SEVERITIES), "how bad a finding is; `skip` leaves the check out"
    )


@record
class PlainLimits(Limits):
    """A check without a threshold."""


@record
class TitleAbutLimits(Limits):
    """碰题: two headlines side by side that read as one."""

    overlap: float = option(
        _PERCENT, "per cent of the lower line that stand beside the other", default=50
    )
    gap: Length = option(
        _DISTANCE, "two titles further apart do not touch", default=Length(2, "zi")
    )


@record
class TitleStackLimits(Limits):
    """题压题: a headline right under another one."""

    gap: Length = option(_DISTANCE, "the least between the two", default=Length(1, "lines"))


@record
class TitleOrphanLimits(Limits):
    """背题: a headline or 小标题 at the foot of a column."""

    lines: int = option(IntegerKind(1, 20), "of text that must follow it", default=2)


@record
class PageCutLimits(Limits):
    """断版: a line that nothing crosses goes through the page from side to side."""

    width: float = option(_PERCENT, "per cent of the type width that such a line has", default=95)
    across: int = option(
        IntegerKind(0, 20),
        "articles of the page's whole width, at its head or foot, whose edge is no cut",
        default=1,
    )


@record
class GutterRunLimits(Limits):
    """通缝: one gutter that runs down the page."""

    height: float = option(_PERCENT, "per cent of the type height that it may run", default=60)
    articles: int = option(IntegerKind(1, 20), "that it must touch to count", default=2)
    side: float = option(
        _PERCENT,
        "per cent of the type width that a side column (边栏) may have; a page may have one",
        default=40,
    )


@record
class WidowLimits(Limits):
    """孤行: a line of a paragraph alone at a column's head or foot."""

    head: int = option(
        IntegerKind(1, 6), "lines that a paragraph's end must have at a column's head", default=2
    )
    foot: int = option(
        IntegerKind(1, 6), "lines that its beginning must have at a column's foot", default=2
    )


@record
class RuntLimits(Limits):
    """孤字: a last line of one character."""

    least: int = option(
        IntegerKind(1, 20), "characters, marks aside, that a last line must have", default=2
    )


@record
class UndersetLimits(Limits):
    """欠文: columns left empty."""

    lines: float = option(NumberKind(0, 100), "that may stay empty, for each column", default=1)


@record
class ColbalLimits(Limits):
    """栏不齐: columns of one article that do not end level."""

    lines: float = option(NumberKind(0, 100), "by which they may differ", default=1)


@record
class GridLimits(Limits):
    """错行: neighbouring columns whose lines do not stand on one line."""

    by: Length = option(_DISTANCE, "that baselines may differ", default=Length(0.1, "mm"))


@record
class OutLimits(Limits):
    """出版心: ink outside the type area."""

    by: Length = option(_DISTANCE, "that ink may reach out", default=Length(0.3, "mm"))


@record
class CollideLimits(Limits):
    """压字: what is covered, crossed by a rule or printed over, or touches."""

    gap: Length = option(
        _DISTANCE,
        "the least between the ink of type and a rule, or the edge of a picture or a tint",
        default=Length(1, "pt"),
    )


@record
class InvisibleLimits(Limits):
    """看不清: words hardly lighter or darker than what is under them."""

    least: float = option(
        _PERCENT,
        "by which words and what is under them must differ in lightness (L*: bare paper 100, "
        "solid black 14)",
        default=25,
    )


_SIZE: Final = LengthKind(positive=False, units=("pt", "mm"), most=600)


@record
class FineTypeLimits(Limits):
    """小字套印: small type in several inks, or white on them."""

    several: Length = option(_SIZE, "least size of type in several inks", default=Length(10, "pt"))
    rich: Length = option(
        _SIZE, "least size of type in a black of several inks", default=Length(12, "pt")
    )
    reversed: Length = option(_SIZE, "least size of white type on one ink", default=Length(9, "pt"))
    reversed_several: Length = option(
        _SIZE, "least size of white type on several inks, or on a picture", default=Length(12, "pt")
    )


@record
class CroppedLimits(Limits):
    """裁切: a picture of which something is cut off."""

    area: float = option(_PERCENT, "per cent of its area that may be cut off", default=5)


@record
class CoarseLimits(Limits):
    """像素不足: a picture with too few pixels for its size."""

    least: float = option(
        NumberKind(1, 10000),
        "pixels an inch that a picture must have as it is printed",
        default=200,
    )
    line_art: float = option(
        NumberKind(1, 10000), "pixels an inch of one of two levels (线条图)", default=600
    )


@record
class TightLimits(Limits):
    """题文过密: a headline too near to the text."""

    white: Length = option(
        _DISTANCE,
        "the least between display type and text; half an em of smaller type",
        default=Length(WHITE_LINES, "lines"),
    )
    summary: Length = option(
        _DISTANCE, "the least under a 提要题", default=Length(WHITE_SUMMARY, "lines")
    )


@record
class LooseLimits(Limits):
    """字距过松: a line whose characters stand too far apart."""

    gap: float = option(NumberKind(0, 4), "em between two characters that may be", default=0.125)


@record
class FoldLimits(Limits):
    """压中缝: text or small type in the fold of two facing pages."""

    clear: Length = option(
        _DISTANCE, "white from text and small type to the fold", default=Length(3, "mm")
    )
    size: Length = option(
        _DISTANCE, "display type of that size or more may stand over it", default=Length(30, "pt")
    )


@record
class FacesLimits(Limits):
    """字体杂: too many families of type."""

    most: int = option(IntegerKind(1, 40), "families that a page may show", default=4)


@record
class CaptionLimits(Limits):
    """图文分离: a caption away from its picture."""

    gap: Length = option(_DISTANCE, "the most between the two", default=Length(2, "lines"))


@record
class BookedAdvertLimits(Limits):
    """广告不合: an advert of another size than was booked, or whose artwork does not fit it."""

    by: Length = option(
        _DISTANCE, "that its frame may differ from what was booked", default=Length(3, "mm")
    )
    white: Length = option(
        _DISTANCE, "that its artwork may leave of the frame", default=Length(3, "mm")
    )
    ink: float = option(
        NumberKind(100, 400),
        "per cent of ink that its artwork may have, all four together, as a mean of 15 mm²",
        default=240,
    )


@record
class ArtworkLimits(Limits):
    """图稿: a PDF or a drawing that is placed, as a press would judge it."""

    by: Length = option(
        _DISTANCE, "that an advert may be made larger or smaller", default=Length(3, "mm")
    )


@record
class UnreadCodeLimits(Limits):
    """扫不出: a QR code or bar code that no reader is sure of."""

    qr: Length = option(
        _DISTANCE, "the least side of a QR code's modules", default=Length(0.396, "mm")
    )
    bars: Length = option(
        _DISTANCE, "the least width of a bar code's bars", default=Length(0.264, "mm")
    )
    height: Length = option(
        _DISTANCE, "the least height of a bar code's bars", default=Length(18.28, "mm")
    )


@record
class Checks(Written):
    """Thresholds and severities of the layout checks. `RUNT: skip` leaves a check out; `GUTTER-RUN:
    {height: 70, severity: info}` changes what is named."""

    title_abut: TitleAbutLimits = option(
        RecordKind(TitleAbutLimits, short=("severity",)),
        "碰题",
        default=TitleAbutLimits(),
        key="TITLE-ABUT",
    )
    title_stack: TitleStackLimits = option(
        RecordKind(TitleStackLimits, short=("severity",)),
        "题压题",
        default=TitleStackLimits(),
        key="TITLE-STACK",
    )
    title_orphan: TitleOrphanLimits = option(
        RecordKind(TitleOrphanLimits, short=("severity",)),
        "背题",
        default=TitleOrphanLimits(),
        key="TITLE-ORPHAN",
    )
    page_cut: PageCutLimits = option(
        RecordKind(PageCutLimits, short=("severity",)),
        "断版",
        default=PageCutLimits(),
        key="PAGE-CUT",
    )
    gutter_run: GutterRunLimits = option(
        RecordKind(GutterRunLimits, short=("severity",)),
        "通缝",
        default=GutterRunLimits(),
        key="GUTTER-RUN",
    )
    widow: WidowLimits = option(
        RecordKind(WidowLimits, short=("severity",)), "孤行", default=WidowLimits(), key="WIDOW"
    )
    runt: RuntLimits = option(
        RecordKind(RuntLimits, short=("severity",)), "孤字", default=RuntLimits(), key="RUNT"
    )
    overset: PlainLimits = option(
        RecordKind(PlainLimits, short=("severity",)), "溢文", default=PlainLimits(), key="OVERSET"
    )
    underset: UndersetLimits = option(
        RecordKind(UndersetLimits, short=("severity",)),
        "欠文",
        default=UndersetLimits(),
        key="UNDERSET",
    )
    colbal: ColbalLimits = option(
        RecordKind(ColbalLimits, short=("severity",)),
        "栏不齐",
        default=ColbalLimits(),
        key="COLBAL",
    )
    grid: GridLimits = option(
        RecordKind(GridLimits, short=("severity",)), "错行", default=GridLimits(), key="GRID"
    )
    jump: PlainLimits = option(
        RecordKind(PlainLimits, short=("severity",)), "跳栏", default=PlainLimits(), key="JUMP"
    )
    out: OutLimits = option(
        RecordKind(OutLimits, short=("severity",)), "出版心", default=OutLimits(), key="OUT"
    )
    fold: FoldLimits = option(
        RecordKind(FoldLimits, short=("severity",)), "压中缝", default=FoldLimits(), key="FOLD"
    )
    collide: CollideLimits = option(
        RecordKind(CollideLimits, short=("severity",)),
        "压字",
        default=CollideLimits(),
        key="COLLIDE",
    )
    invisible: InvisibleLimits = option(
        RecordKind(InvisibleLimits, short=("severity",)),
        "看不清",
        default=InvisibleLimits(),
        key="INVISIBLE",
    )
    ink: PlainLimits = option(
        RecordKind(PlainLimits, short=("severity",)), "墨量过大", default=PlainLimits(), key="INK"
    )
    fine_type: FineTypeLimits = option(
        RecordKind(FineTypeLimits, short=("severity",)),
        "小字套印",
        default=FineTypeLimits(),
        key="FINE-TYPE",
    )
    cropped: CroppedLimits = option(
        RecordKind(CroppedLimits, short=("severity",)),
        "裁切",
        default=CroppedLimits(),
        key="CROPPED",
    )
    coarse: CoarseLimits = option(
        RecordKind(CoarseLimits, short=("severity",)),
        "像素不足",
        default=CoarseLimits(),
        key="COARSE",
    )
    tight: TightLimits = option(
        RecordKind(TightLimits, short=("severity",)), "题文过密", default=TightLimits(), key="TIGHT"
    )
    loose: LooseLimits = option(
        RecordKind(LooseLimits, short=("severity",)), "字距过松", default=LooseLimits(), key="LOOSE"
    )
    kinsoku: PlainLimits = option(
        RecordKind(PlainLimits, short=("severity",)), "禁则", default=PlainLimits(), key="KINSOKU"
    )
    marks: PlainLimits = option(
        RecordKind(PlainLimits, short=("severity",)), "标点", default=PlainLimits(), key="MARKS"
    )
    faces: FacesLimits = option(
        RecordKind(FacesLimits, short=("severity",)), "字体杂", default=FacesLimits(), key="FACES"
    )
    caption: CaptionLimits = option(
        RecordKind(CaptionLimits, short=("severity",)),
        "图文分离",
        default=CaptionLimits(),
        key="CAPTION",
    )
    advert: BookedAdvertLimits = option(
        RecordKind(BookedAdvertLimits, short=("severity",)),
        "广告不合",
        default=BookedAdvertLimits(),
        key="ADVERT",
    )
    artwork: ArtworkLimits = option(
        RecordKind(ArtworkLimits, short=("severity",)),
        "图稿",
        default=ArtworkLimits(),
        key="ARTWORK",
    )
    code: UnreadCodeLimits = option(
        RecordKind(UnreadCodeLimits, short=("severity",)),
        "扫不出",
        default=UnreadCodeLimits(),
        key="CODE",
    )
    folio: PlainLimits = option(
        RecordKind(PlainLimits, short=("severity",)), "版次", default=PlainLimits(), key="FOLIO"
    )
    evidence: PlainLimits = option(
        RecordKind(PlainLimits, short=("severity",)),
        "what is known of the print",
        default=PlainLimits(),
        key="EVIDENCE",
    )


CHECK_IDS: Final = tuple(keys_of(Checks))


@record
class Accept(Written):
    """A finding that is meant: it is told with its reason, and not counted."""

    check: str = option(ChoiceKind(CHECK_IDS), "whose finding it is", required=True)
    at: str = option(
        TextKind(200, copy=False),
        "the id of a block it is about, or words of its message",
        required=True,
    )
    why: str = option(
        TextKind(400, purpose="part.reason", copy=False), "why it is right here", required=True
    )


@record
class PageChecks(Checks):
    """Those of a page, over its edition's; and the findings that are meant."""

    accept: tuple[Accept, ...] = option(
        ListKind(RecordKind(Accept), most=100), "findings that are explained", default=()
    )


def over(edition: Checks | None, page: Checks | None) -> Checks:
    """One set of thresholds: what the page says, else what the edition says, else the default."""
    made = Checks()
    for given in (edition, page):
        if given is None:
            continue
        changes = {
            spec.name: _changed(getattr(made, spec.name), getattr(given, spec.name))
            for key, spec in keys_of(Checks).items()
            if key in given.places
        }
        made = replace(made, **changes)
    return made


def _changed(old: T, new: T) -> T:
    values: dict[str, Any] = {
        spec.name: getattr(new, spec.name)
        for key, spec in keys_of(type(new)).items()
        if key in new.places
    }
    return replace(old, place=new.place, places={**old.places, **new.places}, **values)
