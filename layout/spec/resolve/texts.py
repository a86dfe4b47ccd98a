"""Display words made ready: {fields} filled in, couplet breaks set, a style found."""

import re
from collections.abc import Mapping
from typing import Final

from layout.diagnostics import Diagnostic, Place, did_you_mean, error, shown, warning
from layout.record import replace
from layout.spec.load import Sources
from layout.spec.model.block import Line
from layout.spec.reader.kinds import weekday_of
from layout.spec.resolve.defaults import JUMP_WORDS, TextStyle
from layout.spec.resolve.resolved import StyledText
from layout.spec.resolve.style import Styles
from layout.spec.resolve.wording import worded
from layout.words.said import said

IDEOGRAPHIC_SPACE: Final = "\u3000"

SOFT: Final = "\u200b"
"""Where a balanced headline best parts (` |? `): a space without width, which no line shows."""

_SOFT: Final = re.compile(r"\s*\|\?\s*")
_COUPLET: Final = re.compile(r"\s*\|(?!\?)\s*")
_BREAK: Final = "\x1f"
"""What stands for a couplet break while marks are taken: a character that no text has."""
_FIELD: Final = re.compile(r"\{([^{}]*)\}")
_NAMED: Final = r"(?<=\])\{([^{}]+)\}"
"""What may be the name of a style or colour behind words in brackets, and is no field then. Few
pages have any: `re` compiles it where one comes by, and keeps it."""
_KEPT: Final = r"\x1c([^\x1d]*)\x1d"
_MAYBE_DATE: Final = re.compile("星期|礼拜|周|月[初十廿二三]|[甲乙丙丁戊己庚辛壬癸].{1,4}年")
_WEEKDAY_NAMES: Final = (("礼拜", "星期"), ("周", "星期"), ("星期天", "星期日"))


ALMANAC: Final = ("lunar", "ganzhi", "zodiac", "term")
"""Fields that the almanac gives; it is loaded for a text that holds one."""
PAPER: Final = (
    *("issue", "latin", "lettering", "cn_number", "issn", "postal", "price", "website", "mail"),
    *("publisher", "address"),
)
"""Fields that `paper` of the edition gives."""


NO_FIELDS: Final[Mapping[str, str]] = {}


class Texts:
    """What display texts of one page share. Faults are gathered, never raised."""

    def __init__(self, sources: Sources, styles: Styles, faults: list[Diagnostic]) -> None:
        self._sources = sources
        self._styles = styles
        self._faults = faults
        self.date = sources.page.date or sources.edition.date
        self.fields = _fields(sources, faults)
        edition = sources.edition
        self.jump_words = {
            "jump_to": edition.jump_to_words or JUMP_WORDS["jump_to"],
            "jump_from": edition.jump_from_words or JUMP_WORDS["jump_from"],
        }
        self.names = sources.page.names  # of the pages of the spec
        self._told: set[str] = set()  # fields without a value, of which it is told why
        paper = sources.edition.paper
        if paper is not None:
            self._told = {"issue"} if paper.issue is not None and self.date is not None else set()
            from layout.spec.resolve.paper import paper_fields

            self.fields |= paper_fields(paper, self.date, self.fields, faults)

    def expand(
        self, text: str, place: Place, script: str = "", more: Mapping[str, str] = NO_FIELDS
    ) -> str:
        """A text with its {fields} filled in, and `more` of its own, in the characters of its
        script. One that is empty goes with what is about it alone (`layout.spec.resolve.vacant`).
        """
        if "]{" in text and (kept := re.sub(_NAMED, self._named, text)) != text:
            return re.sub(_KEPT, r"{\1}", self.expand(kept, place, script, more))
        names = _FIELD.findall(text)
        given = {name: self._value(name, place, more) for name in names}
        if script == "zh-hant" and any(name in ALMANAC for name in names):
            from layout.spec.resolve.datewords import traditional

            given |= {name: traditional(given[name]) for name in names if name in ALMANAC}
        if not all(given.values()):
            from layout.spec.resolve.vacant import without_vacant

            return without_vacant(text, given.__getitem__)
        return _FIELD.sub(lambda match: given[match[1]], text)

    def _named(self, found: re.Match[str]) -> str:
        """A brace that names styles or colours with other ends, so that it is no field."""
        names = found[1].split()
        looks = all(name in self._styles.names and name not in self.fields for name in names)
        return f"\x1c{found[1]}\x1d" if names and looks else found[0]

    def _value(self, name: str, place: Place, more: Mapping[str, str]) -> str:
        """A field of a text at `place`; an unknown one is empty, and told, as is one not given."""
        if name in more:
            value = more[name]
        elif name in self.fields:
            value = self.fields[name]
        elif name in ALMANAC:
            value = self._of_almanac(name)
            if self.date is not None:
                return value  # most days have no term; one that is not known is told
        else:
            known = tuple(dict.fromkeys((*more, *self.fields, *ALMANAC)))
            hint = did_you_mean(name, known) or said("part.known-fields", names=known)
            told = error("UNKNOWN-FIELD.name", place, field=shown(name), hint=hint)
            self._faults.append(told)
            return ""
        if not value and name not in self._told:
            self._faults.append(warning("EMPTY-FIELD.given-by-none", place, field=name))
        return value

    def _of_almanac(self, name: str) -> str:
        from layout.spec.resolve.datewords import almanac_field, outside

        if self.date is None:
            return ""
        value = almanac_field(self.date, name)
        if value is None:
            page, edition = self._sources.page, self._sources.edition
            of = page if page.date is not None else edition
            self._faults.append(outside(self.date, of.place_of("date")))
            return ""
        return value

    def line(self, line: Line, default: str, *, dated: bool = False) -> StyledText:
        """A display line with the style it names, or the default one. A weekday or lunar date that
        is typed in a 报眉, 报头 or 报尾 (`dated`), or beside the date, is held against it."""
        style = self._styles.named(line.style, default)
        if line.align is not None:
            style = replace(style, align=line.align)
        place = line.place_of("text")
        if self.date is not None and _MAYBE_DATE.search(_FIELD.sub("", line.text)):
            day = f"{self.date.month}月{self.date.day}日"
            if dated or any(own in line.text for own in ("{day}", "{date}", day)):
                from layout.spec.resolve.datewords import typed_dates

                self._faults += typed_dates(line.text, self.date, place)
        return styled(self.expand(line.text, place, style.script), style, place, self._styles)


def styled(text: str, style: TextStyle, place: Place, styles: Styles) -> StyledText:
    """Words in a style; ` | ` is a break of one em."""
    text = _COUPLET.sub(IDEOGRAPHIC_SPACE, text)
    return worded(soft(text, keep=False), style, place, styles)


def parted(
    text: str, style: TextStyle, place: Place, styles: Styles, *, keep: bool = False
) -> tuple[StyledText, ...]:
    """The parts of a headline between its ` | `, none of them empty; a mark may go over the break.
    `keep` is as in `soft`."""
    whole = worded(soft(_COUPLET.sub(_BREAK, text), keep=keep), style, place, styles)
    out: list[StyledText] = []
    at = 0
    for part in whole.text.split(_BREAK):
        end = at + len(part)
        if part:
            runs = [r.within(at, end) for r in whole.runs if r.start < end and r.end > at]
            out.append(replace(whole, text=part, runs=tuple(runs)))
        at = end + len(_BREAK)
    return tuple(out)


def soft(text: str, *, keep: bool) -> str:
    """A text whose soft marks ` |? ` are kept as U+200B, or taken out."""
    return _SOFT.sub(SOFT if keep else "", text)


def couplet(text: str, *, keep: bool = False) -> list[str]:
    """The parts of a headline between its ` | `; none of them empty. `keep` is as in `soft`."""
    return [soft(part, keep=keep) for part in _COUPLET.split(text) if part]


def _fields(sources: Sources, faults: list[Diagnostic]) -> dict[str, str]:
    edition, page = sources.edition, sources.page
    staff = IDEOGRAPHIC_SPACE.join(f"{r.role}：{' '.join(r.names)}" for r in edition.staff)
    out = {
        "page": page.page,
        "name": edition.name or "",
        "section": edition.section or "",
        "phone": edition.phone or "",
        "staff": staff,
        "pages": str(edition.page_count or len(edition.pages) or ""),
    } | dict.fromkeys(PAPER, "")
    _check_weekday(sources, faults)
    date = page.date or edition.date
    if edition.lunar is not None:
        from layout.spec.resolve.datewords import check_lunar

        faults += check_lunar(edition.lunar, edition.date or date, edition.place_of("lunar"))
    if date is None:
        return out | dict.fromkeys(("year", "month", "day", "weekday", "date"), "")
    return out | {
        "year": str(date.year),
        "month": str(date.month),
        "day": str(date.day),
        "weekday": weekday_of(date),
        "date": date.isoformat(),
    }


def _check_weekday(sources: Sources, faults: list[Diagnostic]) -> None:
    """The weekday an edition prints is that of its date."""
    edition = sources.edition
    if edition.weekday is None:
        return
    place = edition.place_of("weekday")
    date = edition.date or sources.page.date
    if date is None:
        told = said("WEEKDAY.no-date", path="weekday", given=edition.weekday)
        faults.append(error(told, place))
        return
    given = edition.weekday
    for name, usual in _WEEKDAY_NAMES:
        given = given.replace(name, usual)
    true = weekday_of(date)
    if given != true:
        given = shown(edition.weekday)
        told = said(
            "WEEKDAY.other", path="weekday", date=date.isoformat(), weekday=true, given=given
        )
        faults.append(error(told, place))
