"""What is told of a comparison: each change with where it was, where it is, and its words.

Frozen values between what compares and what reports: text, JSON, HTML.
"""

from collections.abc import Mapping
from typing import Final, Literal

from layout.compare.keys import PART
from layout.geometry import Rect
from layout.record import field, record
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
    new or gone. `count` is how many it speaks of: characters of a text, lines, things.
    """

    kind: Kind
    what: str
    said: Said
    block: str = ""
    before: Where | None = None
    after: Where | None = None
    count: int = 1

    def as_json(self, lang: Language) -> dict[str, object]:
        """The change as JSON has it: lengths in mm, its values by name, its words in a language."""
        return {
            "kind": self.kind,
            "what": self.what,
            "block": self.block,
            "before": None if self.before is None else self.before.as_json(),
            "after": None if self.after is None else self.after.as_json(),
            "count": self.count,
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
    def name(self) -> str:
        """What the page is called: by both names where it has two."""
        return self.a if self.a == self.b else f"{self.a} → {self.b}"


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
    return said("part.compare-at", left=to_mm(rect.x), top=to_mm(rect.y))


def size(rect: Rect) -> Said:
    """How large a rectangle is, in mm."""
    return said("part.compare-size", width=to_mm(rect.width), height=to_mm(rect.height))
