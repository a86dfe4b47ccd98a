"""The words by which the furniture of a page is known: functions, labels, credits."""

import re
import tomllib
from importlib.resources import files
from itertools import zip_longest

from layout.record import record
from layout.text.pagename import DATE, WEEKDAY, page_name

_HAN = r"\u3400-\u9fff"
_FIELD = re.compile(rf"(?:^|(?<=[\s　|｜]))([{_HAN}]{{1,8}})\s*[:：]\s*")
_PAUSES = re.compile(r"[，。；！？,;!?]")


@record
class Furniture:
    """The table `data/furniture.toml`, its patterns compiled."""

    staff: frozenset[str]
    credits: frozenset[str]
    phone: frozenset[str]
    brief: frozenset[str]
    index: frozenset[str]
    picture_credit: re.Pattern[str]
    byline: re.Pattern[str]
    paper: re.Pattern[str]
    page: re.Pattern[str]
    enumerator: re.Pattern[str]

    def is_header(self, text: str) -> bool:
        """Whether a line holds nothing but fields: a date, a telephone, functions with names."""
        if len(text) > 100 or _PAUSES.search(text.replace("\u3000", " ")):
            return False
        _, text = page_name(text)
        fields = [m.group(1) for m in _FIELD.finditer(text)]
        if fields and text.lstrip()[0] not in "0123456789" and not _FIELD.match(text.lstrip()):
            return False
        known = self.staff | self.credits | self.phone
        if any(name in known for name in fields):
            return True
        date = DATE.search(text)
        rest = WEEKDAY.sub("", DATE.sub("", text)).strip()
        return bool(date) and len(rest) <= 20

    def is_picture_credit(self, text: str) -> bool:
        """Whether a line says whose the pictures are."""
        return len(text) <= 40 and bool(self.picture_credit.match(text))


def split_fields(text: str) -> list[tuple[str, str]]:
    """`责任编辑：甲 校对：乙` as its fields, in order; what stands before the first has no name."""
    found = list(_FIELD.finditer(text))
    head = text[: found[0].start()] if found else text
    fields = [("", head.strip())] if head.strip() else []
    for this, following in zip_longest(found, found[1:]):
        end = following.start() if following else len(text)
        fields.append((this.group(1), text[this.end() : end].strip(" \u3000|｜\t")))
    return fields


def load_furniture() -> Furniture:
    """Read the table; cheap, and done once for each import."""
    raw = tomllib.loads(
        files("layout.text").joinpath("data/furniture.toml").read_text(encoding="utf-8")
    )
    patterns = {
        key: re.compile(raw[key].replace(r"\p{Han}", _HAN))
        for key in ("picture_credit", "byline", "paper", "page", "enumerator")
    }
    return Furniture(
        staff=frozenset(raw["staff"]),
        credits=frozenset(raw["credits"]),
        phone=frozenset(raw["phone"]),
        brief=frozenset(raw["brief"]),
        index=frozenset(raw["index"]),
        **patterns,
    )
