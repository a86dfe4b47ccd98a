"""Headings without text of their own: which is the page's main headline, which its series title."""

from collections.abc import Sequence

from layout.importer.model import Banner, BannerRole
from layout.record import record


@record(kw_only=False)
class FoundBanner:
    """A banner as found: its words, its size, whether it stands before all text."""

    text: str
    level: int
    front: bool


def assign(headings: Sequence[FoundBanner]) -> tuple[Banner, ...]:
    """The banners with their roles, in the order of the text.

    One that stands among the stories heads the whole page: an OCR reads the main headline where
    its column happens to end. Then those before all text are the series title. Where none stands
    among the stories, the largest of those before the text is the main headline.
    """
    later = [h for h in headings if not h.front]
    pool = later or list(headings)
    main = min(pool, key=lambda h: h.level) if pool else None
    banners: list[Banner] = []
    for heading in headings:
        role: BannerRole = "series-sub"
        if heading is main:
            role = "main"
        elif heading.front and not any(b.role == "series" for b in banners):
            role = "series"
        banners.append(Banner(text=heading.text, role=role))
    return tuple(banners)
