"""The facts of the header and the credits, read from lines that hold nothing else."""

import datetime
import re
from collections.abc import Iterable

from layout.correction.captions import SURNAMES
from layout.correction.dates import DATE, WEEKDAY, iso_date
from layout.correction.furniture import Furniture, split_fields
from layout.correction.pagename import page_name
from layout.importer.model import Facts, SourceRole
from layout.record import record, replace
from layout.words.said import Said, said

_EMPTY = " \t\u3000（）()【】[]|｜·"  # what stood round a date or a weekday
_DAYS = "一二三四五六日"
_PHONE = re.compile(r"[0-9][0-9() （）\-－—]{4,}[0-9]")


@record
class Found:
    """The facts, and what in the lines was doubtful, each with the text that says so."""

    facts: Facts
    doubts: tuple[tuple[str, Said], ...] = ()
    page: str = ""  # the page's name, where it stands beside the date
    rest: tuple[str, ...] = ()  # words of header lines that are no known field


def read_facts(lines: Iterable[str], table: Furniture) -> Found:
    """Facts from header lines. Staff go to the header, every other function to the credits."""
    facts = Facts()
    doubts: list[tuple[str, Said]] = []
    rest: list[str] = []
    page = ""
    for line in lines:
        if lone := table.page_line(line):
            words = lone[1] if page in ("", lone[0]) else line
            page = page or lone[0]
            rest += [words] if words and words not in rest else []
            continue
        name, others = ("", line) if page else page_name(line)
        page = page or name
        for name, value in split_fields(others):
            tail = value
            if (date := DATE.search(value)) and not facts.date:
                if iso := iso_date(date):
                    tail = tail.replace(date.group(), " ", 1)
                    facts = replace(facts, date=iso)
                else:
                    doubts.append((date.group(), said("part.doubt-no-day")))
            if (day := WEEKDAY.search(value)) and not facts.weekday and facts.date:
                tail = tail.replace(day.group(), " ", 1)
                facts = replace(facts, weekday=day.group())
            if not name:
                facts, tail = _paper(facts, tail, table)
                rest += [tail] if tail else []
            elif name in table.phone:
                number = _PHONE.fullmatch(value)
                if number and name == "电话" and not facts.phone:
                    facts = replace(facts, phone=number.group())
                else:
                    rest.append(f"{name}：{value}")
            elif not tail.strip():
                rest.append(f"{name}：{value}")
            else:
                role = SourceRole(role=name, names=_names(value))
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


def _paper(facts: Facts, words: str, table: Furniture) -> tuple[Facts, str]:
    """The paper's name out of the words of a header line that no field has."""
    name = next((word for word in words.split() if table.paper.match(word)), "")
    if name and not facts.paper:
        return replace(facts, paper=name), " ".join(words.replace(name, " ", 1).split())
    return facts, words.strip(_EMPTY)


def _names(value: str) -> tuple[str, ...]:
    """Names between blanks; 张　三, spread to the width of three, is one."""
    names: list[str] = []
    waiting = ""
    for name in filter(None, re.split(r"[\s、，|｜]+", value)):
        if waiting and len(name) == 1:
            names[-1], waiting = waiting + name, ""
            continue
        waiting = name if len(name) == 1 and name in SURNAMES else ""
        names.append(name[:40])
    return tuple(names)


def _weekday_fault(facts: Facts) -> Said | None:
    if not facts.date or not facts.weekday:
        return None
    true = _DAYS[datetime.date.fromisoformat(facts.date).weekday()]
    if facts.weekday[-1].replace("天", "日") == true:
        return None
    return said("part.doubt-weekday", date=facts.date, weekday=true)
