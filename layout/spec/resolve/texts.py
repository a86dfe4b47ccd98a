"""Display words made ready: {fields} filled in, couplet breaks set, a style found."""

import re
from typing import Final

from layout.diagnostics import Diagnostic, Place, did_you_mean, error, shown, warning
from layout.record import replace
from layout.spec.load import Sources
from layout.spec.model.block import Line
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import StyledText
from layout.spec.resolve.style import Styles
from layout.spec.resolve.wording import worded
from layout.words.said import said

WEEKDAYS: Final = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
IDEOGRAPHIC_SPACE: Final = "\u3000"

SOFT: Final = "\u200b"
"""Where a balanced headline best parts (` |? `): a space without width, which no line shows."""

_SOFT: Final = re.compile(r"\s*\|\?\s*")
_COUPLET: Final = re.compile(r"\s*\|(?!\?)\s*")
_FIELD: Final = re.compile(r"\{([^{}]*)\}")
_WEEKDAY_NAMES: Final = (("礼拜", "星期"), ("周", "星期"), ("星期天", "星期日"))


class Texts:
    """What display texts of one page share. Faults are gathered, never raised."""

    def __init__(self, sources: Sources, styles: Styles, faults: list[Diagnostic]) -> None:
        self._styles = styles
        self._faults = faults
        self.fields = _fields(sources, faults)

    def expand(self, text: str, place: Place) -> str:
        """A text with its {fields} filled in."""

        def fill(match: re.Match[str]) -> str:
            name = match[1]
            if name not in self.fields:
                hint = did_you_mean(name, self.fields)
                hint = hint or said("part.known-fields", names=tuple(self.fields))
                told = error("UNKNOWN-FIELD.name", place, field=shown(name), hint=hint)
                self._faults.append(told)
                return ""
            if not self.fields[name]:
                self._faults.append(warning("EMPTY-FIELD.given-by-none", place, field=name))
            return self.fields[name]

        return _FIELD.sub(fill, text)

    def line(self, line: Line, default: str) -> StyledText:
        """A display line with the style it names, or the default one."""
        style = self._styles.named(line.style, default)
        if line.align is not None:
            style = replace(style, align=line.align)
        place = line.place_of("text")
        return styled(self.expand(line.text, place), style, place)


def styled(text: str, style: TextStyle, place: Place) -> StyledText:
    """Words in a style; ` | ` is a break of one em."""
    text = _COUPLET.sub(IDEOGRAPHIC_SPACE, text)
    return worded(soft(text, keep=False), style, place)


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
    }
    _check_weekday(sources, faults)
    date = page.date or edition.date
    if date is None:
        return out | dict.fromkeys(("year", "month", "day", "weekday", "date"), "")
    return out | {
        "year": str(date.year),
        "month": str(date.month),
        "day": str(date.day),
        "weekday": WEEKDAYS[date.weekday()],
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
    true = WEEKDAYS[date.weekday()]
    if given != true:
        given = shown(edition.weekday)
        told = said(
            "WEEKDAY.other", path="weekday", date=date.isoformat(), weekday=true, given=given
        )
        faults.append(error(told, place))
