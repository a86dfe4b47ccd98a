"""期号: which issue of a paper a day's is, counted from one whose number is known."""

import datetime
from collections.abc import Iterable

from layout.diagnostics import Diagnostic, error
from layout.spec.model.paper import Issues
from layout.spec.reader.kinds import WEEK
from layout.spec.reader.serials import DaySpan
from layout.words.said import said

DAY = datetime.timedelta(days=1)


def issue_number(issues: Issues, date: datetime.date, faults: list[Diagnostic]) -> int | None:
    """The number of a day's issue; None, with a fault, where the day has none or is too early."""
    if date < issues.first:
        told = said(
            "ISSUE.before-first", path="paper.issue.first",
            date=str(date), first=str(issues.first), number=issues.number,
        )  # fmt: skip
        faults.append(error(told, issues.place_of("first")))
        return None
    if not _appears(issues, issues.first):
        told = said("ISSUE.first-without", path="paper.issue.first", date=str(issues.first))
        faults.append(error(told, issues.place_of("first")))
        return None
    if not _appears(issues, date):
        key = "without" if _among(issues.without, date) else "weekdays"
        weekday = WEEK[date.weekday()]
        told = said("ISSUE.none", path=f"paper.issue.{key}", date=str(date), weekday=weekday)
        faults.append(error(told, issues.place_of(key)))
        return None
    return issues.number + _issues(issues, issues.first, date)


def next_issue(issues: Issues, date: datetime.date) -> datetime.date | None:
    """The first day from `date` on with an issue; None where the next two years have none."""
    days = (max(date, issues.first) + n * DAY for n in range(2 * 366))
    return next((day for day in days if _appears(issues, day)), None)


def _appears(issues: Issues, day: datetime.date) -> bool:
    if _among(issues.extra, day):
        return True
    return _on_weekday(issues, day) and not _among(issues.without, day)


def _on_weekday(issues: Issues, day: datetime.date) -> bool:
    return not issues.weekdays or WEEK[day.weekday()] in issues.weekdays


def _among(spans: Iterable[DaySpan], day: datetime.date) -> bool:
    return any(span.first <= day <= span.last for span in spans)


def _issues(issues: Issues, start: datetime.date, end: datetime.date) -> int:
    """Issues from a day on to the day before another."""
    weeks, rest = divmod((end - start).days, 7)
    usual = weeks * (len(set(issues.weekdays)) or 7)
    usual += sum(_on_weekday(issues, start + n * DAY) for n in range(rest))
    off, more = set(_days(issues.without)), set(_days(issues.extra))
    apart = [day for day in off | more if start <= day < end]
    there = sum(day in more or (day not in off and _on_weekday(issues, day)) for day in apart)
    return usual + there - sum(_on_weekday(issues, day) for day in apart)


def _days(spans: Iterable[DaySpan]) -> list[datetime.date]:
    return [span.first + n * DAY for span in spans for n in range(span.days)]
