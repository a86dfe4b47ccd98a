"""What adverts may be booked, in points: the built-in rate card, and what a paper has instead.

The built-in one is in parts of the type area, which come to whole lines and columns of any grid. On
a 对开 page of 350 × 480 mm under its header 通栏 is 350 × 80 and 报眼 173 × 80 mm, as printed cards
have them (右江日报 2006: 35 × 8 and 17 × 8 cm; halves, thirds, quarters of the page alike).
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from layout.diagnostics import did_you_mean, shown
from layout.geometry import Rect
from layout.spec.model.page import PageSpec
from layout.spec.reader.kinds import Name
from layout.spec.reader.lengths import Length
from layout.spec.resolve.sheet import Sheet
from layout.words.said import Said, said

if TYPE_CHECKING:
    from layout.spec.model.ratecard import AdvertSize

RATE_CARD: Final[dict[str, tuple[float, float]]] = {
    "整版": (1, 1),
    "半版": (1, 1 / 2),
    "竖半版": (1 / 2, 1),
    "⅓版": (1, 1 / 3),
    "¼版": (1 / 2, 1 / 2),
    "横¼版": (1, 1 / 4),
    "⅛版": (1 / 2, 1 / 4),
    "横⅛版": (1, 1 / 8),
    "双通栏": (1, 1 / 3),
    "通栏": (1, 1 / 6),
    "半通栏": (1 / 2, 1 / 6),
    "双半通栏": (1 / 2, 1 / 3),
    "竖通栏": (1 / 4, 1),
    "报眼": (1 / 2, 1 / 6),
}
"""Sizes by name: parts of the width and of the height of the type area of a page."""
OF_TWO: Final = ("通版", "跨版半版", "中缝")
"""Sizes that two facing pages have: both pages, the half of both, the strip in their fold."""

OTHER_NAMES: Final[dict[str, str]] = {
    "全版": "整版", "1/2版": "半版", "½版": "半版", "二分之一版": "半版", "半版竖": "竖半版",
    "1/3版": "⅓版", "三分之一版": "⅓版", "1/4版": "¼版", "四分之一版": "¼版", "横1/4版": "横¼版",
    "1/8版": "⅛版", "八分之一版": "⅛版", "横1/8版": "横⅛版", "底栏": "通栏", "小通栏": "半通栏",
    "半栏": "半通栏", "双半通": "双半通栏", "跨版": "通版", "对版": "通版", "半通版": "跨版半版",
}  # fmt: skip
"""Other names of the same sizes."""


def known_sizes(own: Mapping[str, "AdvertSize"] | None) -> tuple[str, ...]:
    """The names of all sizes, the paper's own first."""
    return tuple(dict.fromkeys((*(own or ()), *RATE_CARD, *OF_TWO)))


def booked_size(
    name: Name, own: Mapping[str, "AdvertSize"] | None, sheet: Sheet, page: PageSpec
) -> tuple[str, float, float]:
    """The size of a name on the rate card: how it is called, its width and height in points.

    Raises `UnknownSizeError` for a name that is on none.
    """
    area = under_header(sheet, page)
    known, text = known_sizes(own), name.text.strip()
    if text not in known:
        text = OTHER_NAMES.get(text, text)
    given = (own or {}).get(text)
    if given is not None:
        return (
            text,
            _points(given.width, sheet, area.width, sheet.grid.gutter),
            _points(given.height, sheet, area.height, 0.0),
        )
    if text in OF_TWO:
        return text, *_of_two(text, sheet, page)
    if text not in RATE_CARD:
        raise UnknownSizeError(_unknown(name, known))
    across, down = RATE_CARD[text]
    return text, _part(across, area.width, sheet.grid.gutter), _part(down, area.height, 0.0)


class UnknownSizeError(Exception):
    """A size is on no rate card; `told` says so."""

    def __init__(self, told: Said) -> None:
        self.told = told
        super().__init__(told)


def _unknown(name: Name, known: tuple[str, ...]) -> Said:
    hint = did_you_mean(name.text, known) or said("part.known-sizes", names=known)
    return said("ADVERT-SIZE.unknown", path="booked", name=shown(name.text), hint=hint)


def _of_two(text: str, sheet: Sheet, page: PageSpec) -> tuple[float, float]:
    """Width and height of a size of two facing pages."""
    high, fold = under_header(sheet, page).height, sheet.fold
    if fold is None or (text == "中缝" and fold.strip is None):
        raise UnknownSizeError(said("ADVERT-SIZE.of-two", path="booked", name=text))
    if text == "中缝" and fold.strip is not None:
        return fold.strip.width, high
    return fold.right.right - fold.left.left, high / (2 if text == "跨版半版" else 1)


def under_header(sheet: Sheet, page: PageSpec) -> Rect:
    """The type area of a page, of the left one where two are one, less the lines of the header."""
    area = sheet.grid.type_area
    if sheet.fold is not None:
        left = sheet.fold.left
        area = Rect(left.left, area.y, left.width, area.height)
    taken = page.header.deep * sheet.grid.pitch if page.header is not None else 0.0
    return area.inset(0.0, taken, 0.0, 0.0)


def _part(share: float, whole: float, gutter: float) -> float:
    """A part of the area: so many of them, and the gutters between them, are the whole."""
    return share * (whole + gutter) - gutter


def _points(length: Length, sheet: Sheet, whole: float, gutter: float) -> float:
    if length.unit == "%":
        return _part(length.value / 100, whole, gutter)
    if length.unit == "cols":
        many = sheet.fold.columns if sheet.fold is not None else len(sheet.grid.columns)
        return _part(length.value / many, whole, gutter)
    return sheet.points(length)
