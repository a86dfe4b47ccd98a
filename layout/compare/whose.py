"""Whose a side of a comparison is: the paper, the day and the page, as they are known at the desk.

A path is what a program asks for; who reads a report knows pages by what is printed over them.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from layout.compare.changes import called
from layout.display.items import Page
from layout.display.spoken import spoken_day
from layout.errors import BanxinError
from layout.record import record
from layout.words.said import LANGUAGES, Language, Said

OURS: Final = "Banxin"
DAY: Final = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
MOST: Final = 200
"""Characters of a title that are told."""
SPACE: Final = "\u3000"


@record(kw_only=False)
class Whose:
    """What stands over a page: `words` of its title (the paper, its section, what the page is
    called) and the `day` of issue in ISO form; both empty where nothing is known."""

    words: tuple[str, ...] = ()
    day: str = ""


class Titled(Protocol):
    """What is asked of a side: its name, its display list, and its PDF where it has none."""

    @property
    def name(self) -> str:
        """Its own name."""
        ...

    @property
    def paper(self) -> str:
        """What its edition says that it is of; empty where there is none."""
        ...

    @property
    def page(self) -> Page | None:
        """Its display list."""
        ...

    @property
    def drawable(self) -> bool:
        """Whether it has a PDF."""
        ...

    def pdf(self) -> tuple[bytes, int]:
        """Its PDF, and which page of that it is."""
        ...


def whose(side: Titled) -> Whose:
    """Of a page. A PDF says it in its title; the day in its dates, where it is ours."""
    try:
        page = side.page
        if page is not None:
            return Whose(_words(f"{side.paper} {page.title}", page.name), page.date)
        return _of_pdf(side) if side.drawable else Whose()
    except BanxinError:  # it is told where the page is compared
        return Whose()


def named_whose(names: Sequence[str], known: Sequence[Whose]) -> Mapping[str, str]:
    """The pages of these names of one side in a line, in each language: what all have in common,
    and the page where it is one. Empty where nothing is known."""
    if not known:
        return dict.fromkeys(LANGUAGES, "")
    shared = [w for w in known[0].words if all(w in one.words for one in known)]
    day = known[0].day if len({one.day for one in known}) == 1 else ""
    page = called(names[0]) if len(names) == 1 else None
    return {lang: _line(shared, spoken_day(day, lang), page, lang) for lang in LANGUAGES}


def _line(words: Sequence[str], day: str, page: Said | None, lang: Language) -> str:
    if not words and not day:
        return ""
    told = page.words(lang) if page is not None else ""
    return SPACE.join(part for part in (" ".join(words), day, told) if part)


def _words(title: str, name: str) -> tuple[str, ...]:
    """The words of a title, each once, without the page's own name."""
    return tuple(dict.fromkeys(word for word in title.split() if word != name))


def _of_pdf(side: Titled) -> Whose:
    from layout.pdf.document import open_pdf
    from layout.pdf.identity import read_identity

    info = read_identity(open_pdf(side.pdf()[0])).info
    day = DAY.match(info.get("CreationDate", "")) if info.get("Creator") == OURS else None
    words = _words(info.get("Title", "")[:MOST], side.name)
    return Whose(words, "-".join(day.groups()) if day else "")
