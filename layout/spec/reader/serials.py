"""Numbers that are given to a paper (ISSN, CN), and days of its calendar.

An ISSN ends in a check digit (GB/T 9999.2, ISO 3297). A CN number has none (GB/T 9999.1): of that
the form is checked, and that there is such a region.
"""

import datetime
import re
from typing import Final

from layout.diagnostics import shown
from layout.record import record
from layout.spec.reader.fields import Fault, Faults, Schema
from layout.spec.reader.kinds import MOST_WRITTEN, DateKind, scalar, unread
from layout.spec.reader.nodes import Node, Scalar
from layout.words.said import Said, said

_ISSN: Final = re.compile(r"(?:ISSN[ :]*)?(\d{4})[- ]?(\d{3})([\dXx])", re.ASCII | re.IGNORECASE)
_CN: Final = re.compile(r"(?:CN[ :]*)?(\d{2})[- ](\d{4})(/[A-Z]{1,2}\d{0,2})?", re.ASCII)
_DASHES: Final = str.maketrans({"－": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"})

REGIONS: Final = frozenset(
    {10, *range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55)}
    | {*range(61, 66), 71, 81, 82}
)
"""First two figures of GB/T 2260, by which a CN number begins; 10 is a second one of Beijing."""

MOST_DAYS: Final = 366
"""Of one span of days."""
_DAYS: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:\s*(?:/|\.\.|~|～|至|到|[-–—]+)\s*(\d{4}-\d{2}-\d{2}))?", re.ASCII
)


def check_digit(figures: str) -> str:
    """The last sign of an ISSN after its first seven figures: weights 8 to 2, modulo 11."""
    rest = sum((8 - n) * int(figure) for n, figure in enumerate(figures)) % 11
    return "0" if rest == 0 else "X" if rest == 1 else str(11 - rest)


def issn_parts(text: str) -> tuple[str, str] | None:
    """The first seven figures of an ISSN and the sign behind them; None of what is none."""
    match = _ISSN.fullmatch(text)
    return (match[1] + match[2], match[3].upper()) if match is not None else None


def issn_of(body: str, sign: str) -> str:
    """An ISSN as it is printed."""
    return f"{body[:4]}-{body[4:]}{sign}"


def wrong_issn(text: str, body: str, given: str) -> Said | None:
    """What is told of an ISSN, written as `text`, whose check digit is wrong; None where it is
    right."""
    right = check_digit(body)
    if right == given:
        return None
    meant = issn_of(body, right)
    return said("VALUE.issn-check", issn=shown(text), given=given, right=right, meant=meant)


@record(kw_only=False)
class IssnKind:
    """An ISSN whose check digit is right, as `9999-9994`."""

    def read(self, node: Node, faults: Faults) -> str:
        text = scalar(node, self)
        parts = issn_parts(_plain(text))
        if parts is None:
            raise unread(node, self.words(), lambda narrow: issn_parts(narrow) is not None)
        told = wrong_issn(text, *parts)
        if told is not None:
            raise Fault(node, told)
        read = issn_of(*parts)
        _corrected(node, text, read, faults)
        return read

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^(ISSN[ :]*)?\d{4}[- ]?\d{3}[\dXx]$"}

    def words(self) -> Said:
        return said("part.kind-issn")


@record(kw_only=False)
class CnNumberKind:
    """A 国内统一连续出版物号, as `CN 43-0001`."""

    def read(self, node: Node, faults: Faults) -> str:
        text = scalar(node, self)
        match = _CN.fullmatch(_plain(text))
        if match is None:
            raise unread(node, self.words(), lambda narrow: bool(_CN.fullmatch(narrow)))
        if int(match[1]) not in REGIONS:
            raise Fault(node, said("VALUE.cn-region", number=shown(text), region=match[1]))
        read = f"CN {match[1]}-{match[2]}{match[3] or ''}"
        _corrected(node, text, read.removeprefix("CN "), faults)
        return read

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^(CN[ :]*)?\d{2}[- ]\d{4}(/[A-Z]{1,2}\d{0,2})?$"}

    def words(self) -> Said:
        return said("part.kind-cn-number")


@record(kw_only=False)
class DaySpan:
    """Days from the first to the last, both of them meant."""

    first: datetime.date
    last: datetime.date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@record(kw_only=False)
class DaysKind:
    """A day, or the first and the last of several: `2026-02-16/2026-02-19`."""

    def read(self, node: Node, faults: Faults) -> DaySpan:
        text = scalar(node, self)
        match = _DAYS.fullmatch(text) if len(text) <= 2 * MOST_WRITTEN else None
        if match is None:
            raise unread(node, self.words(), lambda narrow: bool(_DAYS.fullmatch(narrow)))
        first, last = (
            DateKind().read(Scalar(text=day, place=node.place, plain=True), faults)
            for day in (match[1], match[2] or match[1])
        )
        if last < first:
            told = said("VALUE.days-backward", days=text, first=str(last), last=str(first))
            raise Fault(node, told)
        span = DaySpan(first, last)
        if span.days > MOST_DAYS:
            raise Fault(node, said("VALUE.days-many", days=text, count=span.days, most=MOST_DAYS))
        return span

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}(/\d{4}-\d{2}-\d{2})?$"}

    def words(self) -> Said:
        return said("part.kind-days")


def _corrected(node: Node, text: str, read: str, faults: Faults) -> None:
    """Tell that a number is printed with another hyphen or letter than it was typed with."""
    if not text.strip().endswith(read):
        faults.add(Fault(node, said("VALUE.serial-as", text=shown(text), read=read), "info"))


def _plain(text: str) -> str:
    """A number with its dashes as one kind of hyphen."""
    return text.translate(_DASHES) if len(text) <= MOST_WRITTEN else ""
