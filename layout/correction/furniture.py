"""The words by which the furniture of a page is known: functions, labels, credits."""

import re
import tomllib
from importlib.resources import files
from itertools import zip_longest

from layout.correction.byline import is_byline
from layout.correction.dates import DATE, WEEKDAY
from layout.correction.pagename import page_line, page_name
from layout.record import record

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
    writers: frozenset[str]
    sections: frozenset[str]
    section_ends: tuple[str, ...]
    picture_credit: re.Pattern[str]
    paper: re.Pattern[str]
    page: re.Pattern[str]
    enumerator: re.Pattern[str]
    numbered: re.Pattern[str]
    lead: re.Pattern[str]

    def is_header(self, text: str) -> bool:
        """Whether a line holds nothing but fields: a date, a telephone, functions with names."""
        if len(text) > 100 or _PAUSES.search(text.replace("\u3000", " ")):
            return False
        if WEEKDAY.fullmatch(text.strip()):
            return True
        if (dated := DATE.search(text)) and _runs_on(text, dated.end()):
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

    def is_dated(self, text: str) -> bool:
        """Whether a line is a header's, by its date."""
        return bool(DATE.search(text)) and self.is_header(text)

    def is_section(self, words: str) -> bool:
        """Whether the words are the name of a section as papers have them: 民生, 要闻·时政."""
        parts = [part for part in re.split("[·、/]", words) if part]
        return bool(parts) and all(
            part in self.sections or part.endswith(self.section_ends) for part in parts
        )

    def page_line(self, text: str) -> tuple[str, str] | None:
        """The page's name and its section, of a line that holds nothing else."""
        return page_line(text, self.is_section)

    def is_byline(self, text: str, *, under_title: bool = False) -> bool:
        """Whether a line says who wrote the story."""
        if is_byline(text, under_title=under_title):
            return True
        fields = split_fields(text) if len(text) <= 60 and not _PAUSES.search(text) else []
        return bool(fields) and all(name in self.writers and value for name, value in fields)

    def is_picture_credit(self, text: str) -> bool:
        """Whether a line says whose the pictures are."""
        return len(text) <= 40 and bool(self.picture_credit.match(text))


def _runs_on(text: str, at: int) -> bool:
    """Whether a sentence goes on behind a date, as in 2026年1月1日市人民政府令公布."""
    rest = WEEKDAY.sub("", text[at:].lstrip(), count=1)
    closed = text.lstrip()[:1] in "（("
    return closed or (
        text[at : at + 1].strip() != ""
        and "\u3400" <= rest[:1] <= "\u9fff"
        and not rest.startswith(("第", "农历", "星期", "周", "出版"))
    )


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
        for key in ("picture_credit", "paper", "page", "enumerator", "numbered", "lead")
    }
    return Furniture(
        staff=frozenset(raw["staff"]),
        credits=frozenset(raw["credits"]),
        phone=frozenset(raw["phone"]),
        brief=frozenset(raw["brief"]),
        index=frozenset(raw["index"]),
        writers=frozenset(raw["writers"]),
        sections=frozenset(raw["sections"]),
        section_ends=tuple(raw["section_ends"]),
        **patterns,
    )
