"""What a page is called at the desk, 第1版 要闻, and of which paper and day it is."""

from layout.api import ComposedPage
from layout.display.spoken import spoken_day
from layout.record import record
from layout.words.said import Language, said


@record
class PageHeading:
    """`number` is 第1版 or B1版; `title` what the page is called besides (要闻), empty where it is
    nothing more; `paper` whose it is, its name or its special's; `day` the date of issue with its
    weekday, empty where there is none."""

    number: str
    title: str
    paper: str
    day: str

    @property
    def page(self) -> str:
        """第1版 要闻."""
        return " ".join(part for part in (self.number, self.title) if part)

    @property
    def whole(self) -> str:
        """云埠日报 2026年11月24日 星期二 第1版 要闻: by it a sheet of paper is known by itself."""
        return "\u3000".join(part for part in (self.paper, self.day, self.page) if part)


def heading_of(page: ComposedPage, lang: Language) -> PageHeading:
    """Of a page, in a language."""
    edition = page.composed.sources.edition
    display = page.display
    paper = " ".join(part for part in (edition.name, edition.section) if part)
    title = display.title
    for known in (edition.name, edition.section):
        if known:
            title = title.replace(known, "", 1)
    words = [word for word in title.split() if word != display.name]
    return PageHeading(
        number=spoken_page(display.name, lang),
        title=" ".join(words),
        paper=paper,
        day=spoken_day(display.date, lang),
    )


def spoken_page(name: str, lang: Language) -> str:
    """第1版 for a page that is numbered, B1版 for one that is named."""
    key = "part.page-numbered" if name.isdigit() else "part.page-named"
    return said(key, page=name).words(lang)
