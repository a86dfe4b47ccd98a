"""期号: against counting day by day."""

import datetime
import random
from typing import Any

import pytest

from layout.diagnostics import Diagnostic, Place
from layout.spec.model.paper import Issues
from layout.spec.reader.kinds import WEEK
from layout.spec.reader.serials import DaySpan
from layout.spec.resolve.issue import issue_number, next_issue
from tests.cost import assert_steps_grow_as
from tests.told import assert_told

DAY = datetime.timedelta(days=1)
FIRST = datetime.date(2026, 1, 1)  # a Thursday
PLACES = {
    key: Place("edition.yaml", n) for n, key in enumerate(("first", "weekdays", "without"), 2)
}


def span(first: str, last: str = "") -> DaySpan:
    return DaySpan(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last or first))


def issues(**more: Any) -> Issues:
    given: dict[str, Any] = {"first": FIRST, "number": 12946, "places": PLACES} | more
    return Issues(**given)


def number(given: Issues, date: str) -> tuple[int | None, list[Diagnostic]]:
    found: list[Diagnostic] = []
    return issue_number(given, datetime.date.fromisoformat(date), found), found


def test_a_daily_counts_days() -> None:
    assert number(issues(), "2026-01-01") == (12946, [])
    assert number(issues(), "2026-01-02") == (12947, [])
    assert number(issues(number=1), "2027-01-01") == (366, [])


def test_a_break_and_an_extra_day_are_counted() -> None:
    given = issues(
        weekdays=("一", "二", "三", "四", "五"),
        without=(span("2026-02-16", "2026-02-20"), span("2026-01-02")),
        extra=(span("2026-01-03"),),  # a Saturday
    )
    assert number(given, "2026-01-03") == (12947, [])
    assert number(given, "2026-01-05") == (12948, [])
    before, _ = number(given, "2026-02-13")
    assert number(given, "2026-02-23") == ((before or 0) + 1, [])


@pytest.mark.parametrize("seed", range(40))
def test_issues_are_those_that_are_counted_one_by_one(seed: int) -> None:
    chance = random.Random(seed)

    def spans(most: int) -> tuple[DaySpan, ...]:
        starts = [FIRST + chance.randrange(-30, 500) * DAY for _ in range(chance.randrange(most))]
        return tuple(DaySpan(start, start + chance.randrange(12) * DAY) for start in starts)

    weekdays = tuple(chance.sample(WEEK, chance.randrange(1, 8)))
    given = issues(weekdays=weekdays, without=spans(6), extra=(*spans(4), span("2026-01-01")))
    count, day = 12946, FIRST
    while day < FIRST + 500 * DAY:
        off = any(s.first <= day <= s.last for s in given.without)
        more = any(s.first <= day <= s.last for s in given.extra)
        appears = more or (WEEK[day.weekday()] in weekdays and not off)
        found: list[Diagnostic] = []
        assert issue_number(given, day, found) == (count if appears else None)
        assert bool(found) != appears
        count += appears
        day += DAY


@pytest.mark.parametrize(
    ("given", "date", "key", "line", "values"),
    [
        ({}, "2025-12-31", "ISSUE.before-first", 2,
         {"date": "2025-12-31", "first": "2026-01-01", "number": 12946}),
        ({"weekdays": ("三",)}, "2025-12-31", "ISSUE.before-first", 2, {"first": "2026-01-01"}),
        ({"weekdays": ("四",)}, "2026-01-02", "ISSUE.none", 3, {"weekday": "五"}),
        ({"without": (span("2026-02-16", "2026-02-20"),)}, "2026-02-17", "ISSUE.none", 4,
         {"date": "2026-02-17"}),
        ({"weekdays": ("三",)}, "2026-01-07", "ISSUE.first-without", 2, {"date": "2026-01-01"}),
    ],
)  # fmt: skip
def test_a_day_without_a_number_is_told(
    given: dict[str, Any], date: str, key: str, line: int, values: dict[str, Any]
) -> None:
    found = number(issues(**given), date)
    assert found[0] is None
    (one,) = found[1]
    assert_told(one, key, values)
    assert one.where == Place("edition.yaml", line)
    assert one.severity == "error"


def test_many_breaks_cost_no_more_each_than_few() -> None:
    def work(count: int) -> object:
        starts = [FIRST + (20 * n + 1) * DAY for n in range(count)]
        spans = tuple(DaySpan(start, start + 9 * DAY) for start in starts)
        return issue_number(issues(without=spans), FIRST + (20 * count + 30) * DAY, [])

    assert_steps_grow_as(work, 20, 400)


def test_the_next_issue() -> None:
    weekly = issues(weekdays=("五",))
    assert next_issue(weekly, datetime.date(2026, 12, 1)) == datetime.date(2026, 12, 4)
    assert next_issue(weekly, datetime.date(2026, 12, 4)) == datetime.date(2026, 12, 4)
    assert next_issue(weekly, datetime.date(2025, 12, 1)) == datetime.date(2026, 1, 2)
