"""报头 and 报尾 resolved: their words with the fields of the day, their styles, the lettering."""

from typing import Final

from layout.color import Color
from layout.record import replace
from layout.spec.model.block import Line
from layout.spec.model.furniture import ImprintBlock, MastheadBlock
from layout.spec.reader.kinds import Name
from layout.spec.resolve.defaults import RULE_STYLES, Rule
from layout.spec.resolve.picture import Pictured
from layout.spec.resolve.resolved import (
    Framing,
    RCode,
    RImprint,
    RMasthead,
    StyledText,
    uncaptioned,
)
from layout.spec.resolve.style import Styles
from layout.spec.resolve.texts import Texts

DATE_LINES: Final = ("{year}年{month}月", "{weekday}", "农历{ganzhi}年{lunar}", "{term}")
"""What stands beside the day where a masthead does not say."""
RED: Final = "masthead"
"""The rule that is drawn in the accent colour, unless a sheet says otherwise."""


def resolve_masthead(
    block: MastheadBlock, texts: Texts, styles: Styles, pictured: Pictured
) -> RMasthead:
    """A masthead with the words of its day. Faults are added, never raised."""

    def line(given: Line | None, style: str) -> StyledText | None:
        made = texts.line(given, style, dated=True) if given is not None else None
        return made if made is not None and made.text.strip() else None

    def lines(given: tuple[Line, ...], style: str) -> tuple[StyledText, ...]:
        made = (line(one, style) for one in given)
        return tuple([one for one in made if one is not None])

    place = block.place
    date = block.date
    if "date" not in block.places:
        date = tuple(Line(place=place, places={"text": place}, text=text) for text in DATE_LINES)
    day = Line(place=place, places={"text": place}, text="{day}") if block.day else None
    logo = None
    if block.logo is not None:
        logo = uncaptioned(
            pictured.source(block.logo, "logo"),
            block.places["logo"],
            Framing(fit="whole"),
            stands_in=block.stands_in,
        )
    return RMasthead(
        name=texts.line(block.masthead, "masthead"),
        logo=logo,
        latin=line(block.latin, "masthead-latin"),
        day=line(day, "masthead-day"),
        date=lines(date, "masthead-date"),
        foot=lines(block.foot, "masthead-note"),
        arrange=block.arrange,
        date_at=block.date_at,
        align=block.align,
        below=_rule(styles, block.below, block.fill),
        between=styles.rule(block.between),
        stands_in=block.stands_in and block.logo is None,
        codes=_codes(block, texts, styles, pictured) if block.codes else (),
        codes_at=block.codes_at,
    )


def _codes(
    block: MastheadBlock, texts: Texts, styles: Styles, pictured: Pictured
) -> tuple[RCode, ...]:
    """Its codes, less those that can say nothing."""
    from layout.spec.resolve.code import resolve_code  # few mastheads have any

    sheet, faults = pictured.sheet, pictured.faults
    made = [resolve_code(code, sheet, styles, texts, faults) for code in block.codes]
    return tuple([code for code in made if code is not None])


def resolve_imprint(block: ImprintBlock, texts: Texts, styles: Styles) -> RImprint:
    """An imprint; an entry that is empty today is left out."""
    made = [texts.line(one, "imprint", dated=True) for one in block.imprint]
    return RImprint(
        items=tuple([one for one in made if one.text.strip()]),
        between=block.between,
        rows=block.rows,
        align=block.align,
        below=_rule(styles, block.below, block.fill),
        above=_rule(styles, block.above, block.fill),
    )


def _rule(styles: Styles, name: Name, fill: Color | Name | None) -> Rule:
    """A rule by its name; on a dark fill, where the red one is lost, that which is reversed."""
    rule = styles.rule(name)
    ground = styles.color(fill) if fill is not None else None
    if rule == RED and not (ground is not None and ground.is_dark):
        return replace(RULE_STYLES[RED], color=styles.colors["accent"])
    return rule
