"""What a page spec and an edition may say.

Each class is one mapping of the YAML; each `option` is a key with its kind, purpose and default.
Values are as written (lengths keep their units); `layout.spec.resolve.page` turns them into points.
"""

import datetime
from typing import TYPE_CHECKING, Final

from layout.color import Color
from layout.record import record
from layout.spec.markdown.story import PARAGRAPHS
from layout.spec.model.block import LINE, MAX_COLUMNS, STYLE, Line
from layout.spec.model.blockkinds import AnyBlock, BlockKind
from layout.spec.model.rule import CORNERS, Between, rule_option
from layout.spec.model.style import HOUSE
from layout.spec.reader.fields import ListKind, MapKind, RecordKind, Written, option
from layout.spec.reader.kinds import (
    ChoiceKind,
    ColorKind,
    DateKind,
    IntegerKind,
    Name,
    NameKind,
    NumberKind,
    PageNameKind,
    TextKind,
)
from layout.spec.reader.later import LaterRecord
from layout.spec.reader.lengths import BasicColumnsKind, Length, LengthKind

if TYPE_CHECKING:  # loaded where a spec has them
    from layout.spec.model.checks import Checks, PageChecks
    from layout.spec.model.paper import PaperFacts
    from layout.spec.model.press import Press
    from layout.spec.model.ratecard import AdvertSize

MAX_LINES: Final = 400

_TRIM: Final = LengthKind(most=6000, units=("mm", "pt", "cm", "in"))
_MEASURE: Final = LengthKind(units=("zi", "mm", "pt"), most=6000)
_PATH: Final = NameKind("part.path")


@record
class Format(Written):
    """Sheet, type area and grid. `preset` fills whatever is not given."""

    preset: str = option(
        ChoiceKind(("broadsheet", "tabloid")), "对开 or 四开", default="broadsheet"
    )
    width: Length | None = option(_TRIM, "of the page when it is cut")
    height: Length | None = option(_TRIM, "of the page when it is cut")
    bleed: Length | None = option(
        LengthKind(positive=False, most=300, units=("mm", "pt")), "beyond the trim on each side"
    )
    columns: int | tuple[Length, ...] | None = option(
        BasicColumnsKind(MAX_COLUMNS),
        "basic columns (基本栏): how many; or how wide each is, such as [71zi, 34zi]: the parts of "
        "a page whose blocks have columns of their own, or the type area alone, [109zi]",
    )
    column: Length | None = option(_MEASURE, "measure of a column, where all are alike")
    gutter: Length | None = option(
        LengthKind(positive=False, units=("zi", "mm", "pt"), most=6000),
        "space between columns (栏空)",
    )
    body: Length | None = option(
        LengthKind(units=("pt", "mm", "q"), least=3, most=60, hao=True), "size of body text"
    )
    lines: float | None = option(
        NumberKind(1, MAX_LINES),
        "lines of the grid, and the height of the type area in them, such as 121.5: what is over "
        "whole lines is white at its foot",
    )
    pitch: Length | None = option(
        LengthKind(units=("pt", "mm", "em"), least=3, most=200, hao=True),
        "from baseline to baseline",
    )
    top: Length | None = option(
        LengthKind(positive=False, units=("mm", "pt"), most=6000), "from the trim to the type area"
    )


@record
class Role(Written):
    """A function and who filled it: 责任编辑:尹二荣."""

    role: str = option(TextKind(40, purpose="part.function"), "the function", required=True)
    names: tuple[str, ...] = option(
        ListKind(TextKind(40, purpose="part.name"), least=1, most=40, lone=True),
        "who",
        required=True,
    )


@record
class Spread(Written):
    """Printer's spreads: two pages of the section side by side on one side of a sheet."""

    gutter: Length = option(
        LengthKind(positive=False, most=600, units=("mm", "pt")),
        "between the trims of two pages (中缝), beyond their own inner margins",
        default=Length(0.0, "mm"),
    )
    strip: Name | None = option(
        _PATH,
        "中缝: the page spec of what is printed in the fold of the outermost side, between the "
        "last page and the first, in the middle of their inner margins; as high as they are",
    )


@record
class Edition(Written):
    """What the pages of one issue share."""

    name: str | None = option(TextKind(80, purpose="part.paper-name"), "报名, where it is known")
    section: str | None = option(TextKind(80, purpose="part.section-name"), "the special's name")
    date: datetime.date | None = option(DateKind(), "of issue; the weekday follows from it")
    weekday: str | None = option(
        TextKind(10, purpose="part.weekday"), "as printed; checked against the date"
    )
    lunar: str | None = option(
        TextKind(20, purpose="part.lunar-date"), "农历 date as printed; checked against the date"
    )
    phone: str | None = option(TextKind(40, purpose="part.telephone"), "as printed")
    rate_card: "dict[str, AdvertSize] | None" = option(
        MapKind(LaterRecord("layout.spec.model.ratecard", "AdvertSize"), noun="part.booked-size"),
        "sizes of adverts by what the paper calls them, over those that are built in",
    )
    paper: "PaperFacts | None" = option(
        LaterRecord("layout.spec.model.paper", "PaperFacts"),
        "what the paper says of itself in its 报头 and 报尾, and how its issues are counted",
    )
    page_count: int | None = option(
        IntegerKind(1, 999), "pages of today's paper, where they are more than `pages` lists"
    )
    staff: tuple[Role, ...] = option(
        ListKind(RecordKind(Role), most=40), "who made the page; in the header", default=()
    )
    credits: tuple[Role, ...] = option(
        ListKind(RecordKind(Role), most=40), "策划, 执行; in a block `credits`", default=()
    )
    paragraphs: str | None = option(
        PARAGRAPHS,
        "what the rows of its stories' files are: `rows`, a paragraph each; or `joined` where no "
        "empty one stands between them. A story's own head goes before it",
    )
    house: str | None = option(
        HOUSE,
        "how lines are set where a style says nothing else: by CLREQ; as a `daily` does, marks "
        "full and all else pushed out; or `kaiming`, ， 、 ； half an em. See Houses",
    )
    jump_to_words: str | None = option(
        TextKind(80), "of every line 下转, such as `下转第{page}版`; （下转{page}版）"
    )
    jump_from_words: str | None = option(
        TextKind(80), "of every line 上接, such as `上接第{page}版`; （上接{page}版）"
    )
    styles: Name | None = option(_PATH, "style sheet of every page")
    pages: tuple[Name, ...] = option(ListKind(_PATH), "its page specs, in order", default=())
    spread: Spread = option(RecordKind(Spread), "how its pages are imposed", default=Spread())
    press: "Press | None" = option(
        LaterRecord("layout.spec.model.press", "Press"), "what the press takes of its pages"
    )
    checks: "Checks | None" = option(
        LaterRecord("layout.spec.model.checks", "Checks"), "thresholds of `banxin check`"
    )


@record
class Header(Written):
    """报眉: the band above the page. Its texts may hold `{page}` `{year}` `{month}` `{day}`
    `{weekday}` `{date}` `{lunar}` `{ganzhi}` `{zodiac}` `{term}` `{name}` `{section}` `{phone}`
    `{staff}` `{pages}`, and what `paper` says: `{issue}` `{issn}`. One that is empty today takes
    along the words close to it, and one divider: a blank, ` · `, ` | `, 、."""

    lines: int | None = option(
        IntegerKind(1, 20), "lines of the grid it takes; 3, or 4 where it is `hung`"
    )
    folio: str = option(TextKind(20), "page number at the outer edge", default="{page}")
    outer: str = option(ChoiceKind(("left", "right")), "side of the folio", default="left")
    left: tuple[Line, ...] = option(ListKind(LINE, most=4), "beside the folio", default=())
    center: tuple[Line, ...] = option(ListKind(LINE, most=4), "in the middle", default=())
    right: tuple[Line, ...] = option(ListKind(LINE, most=4), "at the inner edge", default=())
    rule: Name = rule_option("below it", "wenwu")
    above: Name = rule_option(
        "above it; a thick one where a panel hangs from it and it is not said", "none"
    )
    style: str = option(
        ChoiceKind(("plain", "panel", "band", "centered", "divided", "hung")),
        "all on one foot over the rule; the folio on a panel; all of it on a panel; the name in "
        "the middle; in compartments with thin rules between; the name, or the folio, on a panel "
        "that hangs from the rule above",
        default="plain",
    )
    hangs: str = option(
        ChoiceKind(("name", "folio")), "what stands on the panel that hangs", default="name"
    )
    corners: tuple[Length, ...] | str = option(
        CORNERS, "round corners of the panel, as of a block", default=()
    )
    numeral: Name | None = option(
        STYLE,
        "of the page's number in the folio, such as 2 in `第{page}版`: larger, or hollow",
    )
    name: Line | None = option(
        LINE, "the section's or the paper's name, in the style `header-name`: beside the folio"
    )
    fill: Color | Name | None = option(ColorKind(), "of a panel or band; `accent`")

    @property
    def deep(self) -> int:
        """Lines of the grid that it takes. A name of 17 pt on a panel that hangs, with white above
        and below it and the rule, needs more than three."""
        return self.lines or (4 if self.style == "hung" else 3)


@record
class Facing(Written):
    """通版: the page on the right of the fold, made up with this one as one sheet. The format is
    that of each of the two; columns are counted over both, and the white between the two type areas
    is like any gutter. The header stands over both, the folio at their outer edges.

    The name of that page alone may stand for it: `facing: A5`.
    """

    page: str = option(PageNameKind(), "版次 of the page on the right", required=True)
    gutter: Length | None = option(
        LengthKind(positive=False, most=1200, units=("mm", "pt", "zi", "em")),
        "from one type area to the other; twice the inner margin when it is not said",
    )
    strip: Length | None = option(
        LengthKind(most=600, units=("mm", "pt", "zi", "em")),
        "中缝: how wide the strip in the middle of it is in which blocks stand (`part: strip`)",
    )


@record
class PageSpec(Written):
    """One page, or two facing pages."""

    page: str = option(PageNameKind(), "版次", required=True)
    facing: Facing | None = option(
        RecordKind(Facing, short=("page",)), "the page beside it, where the two are one (通版)"
    )
    edition: Name | None = option(
        _PATH, "what the pages share; else `edition.yaml` beside this file, where there is one"
    )
    title: str | None = option(TextKind(200), "of the PDF")
    date: datetime.date | None = option(DateKind(), "instead of the edition's")
    format: Format = option(
        RecordKind(Format, short=("preset",)),
        "sheet and grid: a preset's name, or its values",
        default=Format(),
    )
    header: Header | None = option(RecordKind(Header), "报眉")
    blocks: tuple[AnyBlock, ...] = option(
        ListKind(BlockKind(), most=100), "what stands on the page, in reading order", default=()
    )
    between: Between | None = option(
        RecordKind(Between, short=("rule",)), "rules between its stories, and the white they are in"
    )
    house: str | None = option(HOUSE, "instead of the edition's")
    styles: Name | None = option(_PATH, "style sheet of this page")
    press: "Press | None" = option(
        LaterRecord("layout.spec.model.press", "Press"),
        "what the press takes of this page, over the edition's",
    )
    checks: "PageChecks | None" = option(
        LaterRecord("layout.spec.model.checks", "PageChecks"),
        "thresholds of `banxin check`, over the edition's",
    )

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its pages: one, or two where it faces another."""
        return (self.page,) if self.facing is None else (self.page, self.facing.page)
