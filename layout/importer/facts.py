"""The facts of the header and the credits, read from lines that hold nothing else."""

import datetime
import re
from collections.abc import Iterable

from layout.importer.model import Facts, Role
from layout.record import record, replace
from layout.text.furniture import Furniture, split_fields
from layout.text.pagename import DATE, WEEKDAY, page_name

_DAYS = "一二三四五六日"
_PHONE = re.compile(r"[0-9][0-9() （）\-－—]{4,}[0-9]")


@record
class Found:
    """The facts, and what in the lines was doubtful, each with the text that says so."""

    facts: Facts
    doubts: tuple[tuple[str, str], ...] = ()
    page: str = ""  # the page's name, where it stands beside the date
    rest: tuple[str, ...] = ()  # words of header lines that are no known field


def read_facts(lines: Iterable[str], table: Furniture) -> Found:
    """Facts from header lines. Staff go to the header, every other function to the credits."""
    facts = Facts()
    doubts: list[tuple[str, str]] = []
    rest: list[str] = []
    page = ""
    for line in lines:
        name, others = ("", line) if page else page_name(line)
        page = page or name
        for name, value in split_fields(others):
            tail = value
            if (date := DATE.search(value)) and not facts.date:
                if iso := _iso(date):
                    tail = tail.replace(date.group(), " ", 1)
                    facts = replace(facts, date=iso)
                else:
                    doubts.append((date.group(), "no such day in the calendar"))
            if (day := WEEKDAY.search(value)) and not facts.weekday and facts.date:
                tail = tail.replace(day.group(), " ", 1)
                facts = replace(facts, weekday=day.group())
            if not name:
                rest += [tail.strip()] if tail.strip() else []
            elif name in table.phone:
                number = _PHONE.fullmatch(value)
                if number and name == "电话" and not facts.phone:
                    facts = replace(facts, phone=number.group())
                else:
                    rest.append(f"{name}：{value}")
            elif not tail.strip():
                rest.append(f"{name}：{value}")
            else:
                role = Role(role=name, names=_names(value))
                if name in table.staff:
                    facts = replace(facts, staff=(*facts.staff, role))
                else:
                    facts = replace(facts, credits=(*facts.credits, role))
    if wrong := _weekday_fault(facts):
        doubts.append((facts.weekday, wrong))
    return Found(facts=facts, doubts=tuple(doubts), page=page, rest=tuple(rest))


def names_staff(line: str, table: Furniture) -> bool:
    """Whether a line names a function of the staff or of the credits."""
    return any(name in table.staff or name in table.credits for name, _ in split_fields(line))


def _names(value: str) -> tuple[str, ...]:
    return tuple(n[:40] for n in re.split(r"[\s、，|｜]+", value) if n)


def _iso(match: re.Match[str]) -> str:
    try:
        return datetime.date(*(int(g) for g in match.groups())).isoformat()
    except ValueError:
        return ""


def _weekday_fault(facts: Facts) -> str:
    if not facts.date or not facts.weekday:
        return ""
    true = _DAYS[datetime.date.fromisoformat(facts.date).weekday()]
    said = facts.weekday[-1].replace("天", "日")
    return "" if said == true else f"{facts.date} was a 星期{true}"
