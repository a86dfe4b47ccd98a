"""What is told of a comparison: each change with where it was, where it is, and its words.

Frozen values between what compares and what reports: text, JSON, HTML.
"""

import re
from collections.abc import Mapping
from typing import Final, Literal

from layout.compare.keys import PART
from layout.display.items import Grid
from layout.display.spoken import said_place
from layout.geometry import Rect
from layout.record import field, record, replace
from layout.units import to_mm
from layout.words.said import Language, Said, said

Kind = Literal[
    "page", "block", "columns", "fit", "text", "lines", "type", "spacing", "picture", "shape",
    "order", "pixels",
]  # fmt: skip
KINDS: Final[tuple[Kind, ...]] = (
    "page", "block", "columns", "fit", "text", "lines", "type", "spacing", "picture", "shape",
    "order", "pixels",
)  # fmt: skip
"""What a change is of, in the order in which it is told."""
AT: Final = "part.compare-at"
AT_LINES: Final = "part.compare-at-lines"
SHORT: Final = re.compile(r"[A-Za-z]{1,3}\d{1,3}")
"""A page as papers number those of a section."""


@record(kw_only=False)
class Where:
    """A rectangle of a page, in points from the trim's top left; `page` by its name."""

    page: str
    rect: Rect

    def as_json(self) -> dict[str, object]:
        """The same with millimetres."""
        r = self.rect
        sides = (r.x, r.y, r.width, r.height)
        return {"page": self.page, "rect_mm": [round(to_mm(v), 3) for v in sides]}


@record
class PageChange:
    """One change. `what` is its kind's own kind, as in its key: `moved` of `COMPARE.block-moved`.

    `before` is where it was in A and `after` where it is in B: one of them is missing of what is
    new or gone. `count` is how many it speaks of: characters of a text, lines, things. `place` are
    the columns and lines in which it lies, where the words do not say them and there is a grid.
    """

    kind: Kind
    what: str
    said: Said
    block: str = ""
    before: Where | None = None
    after: Where | None = None
    count: int = 1
    place: Said | None = None

    def as_json(self, lang: Language) -> dict[str, object]:
        """The change as JSON has it: lengths in mm, its values by name, its words in a language."""
        return {
            "kind": self.kind,
            "what": self.what,
            "block": self.block,
            "before": None if self.before is None else self.before.as_json(),
            "after": None if self.after is None else self.after.as_json(),
            "count": self.count,
            "place": None if self.place is None else self.place.words(lang),
            "values": {name: _plain(value, lang) for name, value in self.said.values},
            "message": self.said.words(lang),
        }


def _plain(value: object, lang: Language) -> object:
    if isinstance(value, Said):
        return value.words(lang)
    if isinstance(value, tuple):
        return [_plain(each, lang) for each in value]
    return round(value, 4) if isinstance(value, float) else value


@record
class PageResult:
    """What came of two pages that were held against each other.

    `way` is how: by the bytes of their files, by their display lists, or by their pixels. `a` and
    `b` are their names. `notes` are no changes: what could not be compared, and what lies below the
    tolerance. `pixels` are the numbers of a comparison by pixels.
    """

    a: str
    b: str
    way: Literal["bytes", "list", "pixels"]
    changes: tuple[PageChange, ...] = ()
    notes: tuple[Said, ...] = ()
    pixels: Mapping[str, float] = field(default_factory=dict)

    @property
    def name(self) -> Said:
        """What the page is called: by both names where it has two."""
        if self.a == self.b:
            return called(self.a)
        return said("part.compare-both-names", page=called(self.a), other=called(self.b))


@record
class Comparison:
    """All that was held against each other. `only_a` and `only_b` are pages without a partner."""

    a: str
    b: str
    pages: tuple[PageResult, ...]
    only_a: tuple[str, ...] = ()
    only_b: tuple[str, ...] = ()
    notes: tuple[Said, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether anything would be printed otherwise."""
        return bool(self.only_a or self.only_b or any(page.changes for page in self.pages))

    def totals(self) -> dict[Kind, int]:
        """How many changes there are of each kind that has any."""
        counts = dict.fromkeys(KINDS, 0)
        for page in self.pages:
            for change in page.changes:
                counts[change.kind] += 1
        return {kind: number for kind, number in counts.items() if number}


def called(name: str) -> Said:
    """A page by its name, as one speaks of it: 第1版, B1版; of a file of any other name by that."""
    if name.isdecimal():
        return said("part.compare-page-number", page=name)
    if SHORT.fullmatch(name):
        return said("part.compare-page-short", page=name)
    return said("part.compare-page-name", page=name)


def located(change: PageChange, grid: Grid | None) -> PageChange:
    """A change with the columns and lines of the page in which it lies: in its words where these
    say a place, else beside them."""
    where = change.after or change.before
    if grid is None or where is None or change.kind == "page":
        return change
    place = said_place(grid, where.rect)
    if place is None:
        return change
    values = dict(change.said.values)
    here = values.get("at")
    if not isinstance(here, Said) or here.key != AT:
        return replace(change, place=place)
    values["at"] = said(AT_LINES, place=place, **dict(here.values))
    return replace(change, said=said(change.said.key, **values))


def by(dx: float, dy: float, tolerance: float, pitch: float = 0.0) -> Said:
    """A way on the page in words: `12.50 mm right and 4.08 mm up (1 line)`; points in, y down.

    `pitch` is the page's, to say whole lines by their number.
    """
    parts: list[Said] = []
    if abs(dx) > tolerance:
        parts.append(said("part.compare-right" if dx > 0 else "part.compare-left", mm=mm(dx)))
    if abs(dy) > tolerance:
        lines = round(abs(dy) / pitch) if pitch else 0
        whole = lines > 0 and abs(abs(dy) - lines * pitch) <= tolerance
        key = "down" if dy > 0 else "up"
        if whole:
            parts.append(said(PART[f"{key}-lines"], mm=mm(dy), lines=lines))
        else:
            parts.append(said(PART[key], mm=mm(dy)))
    if not parts:  # each below the tolerance, together above it
        parts.append(said("part.compare-way", mm=round(to_mm((dx * dx + dy * dy) ** 0.5), 2)))
    return said("part.compare-both", parts=tuple(parts))


def mm(points: float) -> float:
    """The size of a length in mm, as it is told: to a hundredth."""
    return abs(round(to_mm(points), 2))


def at(rect: Rect) -> Said:
    """Where a rectangle begins, in mm from the left and from the top of the page."""
    return said(AT, left=to_mm(rect.x), top=to_mm(rect.y))


def size(rect: Rect) -> Said:
    """How large a rectangle is, in mm."""
    return said("part.compare-size", width=to_mm(rect.width), height=to_mm(rect.height))
