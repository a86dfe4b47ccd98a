"""What a paper says of itself in its 报头 and 报尾 each day, and how its issues are counted."""

import datetime

from layout.record import record
from layout.spec.reader.fields import ListKind, MapKind, RecordKind, Written, option
from layout.spec.reader.kinds import WEEK, ChoiceKind, DateKind, IntegerKind, TextKind
from layout.spec.reader.serials import CnNumberKind, DaysKind, DaySpan, IssnKind


@record
class Issues(Written):
    """How issues are counted (期号): from the first, or from any whose number is known."""

    first: datetime.date = option(DateKind(), "its date", required=True)
    number: int = option(IntegerKind(1, 999_999), "its number", default=1)
    weekdays: tuple[str, ...] = option(
        ListKind(ChoiceKind(tuple(WEEK)), least=1, most=7, lone=True),
        "days of the week on which it appears: `[一, 三, 五]`; every day when it is not said",
        default=(),
    )
    without: tuple[DaySpan, ...] = option(
        ListKind(DaysKind(), most=400, lone=True),
        "days without an issue, such as the break of 春节: `2026-02-16/2026-02-19`, or one day",
        default=(),
    )
    extra: tuple[DaySpan, ...] = option(
        ListKind(DaysKind(), most=400, lone=True),
        "days with an issue though their weekday, or a break, has none",
        default=(),
    )


@record
class PaperFacts(Written):
    """What a paper says of itself. Each is a field of the texts of 报眉 报头 报尾: `{issn}`."""

    issue: Issues | None = option(
        RecordKind(Issues, short=("first",)), "how its issues are counted, for `{issue}`"
    )
    latin: str | None = option(TextKind(80), "its name in Latin letters")
    lettering: str | None = option(TextKind(40), "who lettered its name")
    cn_number: str | None = option(CnNumberKind(), "国内统一连续出版物号: `CN 43-0001`")
    issn: str | None = option(IssnKind(), "ISSN; its last figure is checked")
    postal: str | None = option(TextKind(20), "邮发代号: `41-1`")
    price: str | None = option(TextKind(40), "of a copy, as printed")
    website: str | None = option(TextKind(120), "as printed")
    mail: str | None = option(TextKind(120), "as printed")
    publisher: str | None = option(TextKind(120), "as printed")
    address: str | None = option(TextKind(120), "as printed")
    own: dict[str, str] | None = option(
        MapKind(TextKind(200), most=100, noun="part.field-name"),
        "fields by names of one's own: `{印刷: 本报印刷厂}` is `{印刷}` in a text",
    )
