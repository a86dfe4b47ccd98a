"""Rules put on the pixels of a picture of a page, so that its gaps stay open.

A pixel of 100 dpi is 0.72 pt wide, and the white of a 文武线 0.71 pt: wherever it does not fall on
a pixel of its own, the two lines run together into one grey bar. So each rule is moved, by less
than a pixel and never made wider, until one thinner than a pixel lies in a single one and every gap
has a white one. Where that cannot be had, the place with the most white is taken.

      ▁▁▁▁▁▁▁▁▁          ▁▁▁▁▁▁▁▁▁
      ░░░░░░░░░ .31      ░░░░░░░░░ .39
      ░░░░░░░░░ .31  →   ▔▔▔▔▔▔▔▔▔ .00
      ▔▔▔▔▔▔▔▔▔          ░░░░░░░░░ .39
"""

from collections.abc import Iterator, Sequence
from math import floor
from typing import Final

from layout.display.items import Box, Item, Page, Path, Stroke
from layout.geometry import Rect
from layout.record import replace
from layout.units import PT_PER_INCH, ROUNDING, whole_down, whole_up

APART: Final = 2.0
"""Points of white within which two parallel rules are one rule of several lines."""
BROADEST: Final = 6.0
"""Points of a rule that is looked at; a broader one is a bar, and has pixels enough."""
STEPS: Final = 16
"""Places in a pixel that are tried."""
SAME: Final = 0.005
"""Points by which two ends may differ and meet."""
DOT: Final = 3
"""Pixels across a dot that is as large as it should be."""
FINEST: Final = 4
"""Times as fine as it is wanted that a picture is drawn at most."""

Cost = tuple[float, float]
Line = tuple[float, float]
"""Where a rule begins and ends across its length."""


def on_pixels(page: Page, dpi: float) -> Page:
    """The page with its rules moved for a picture of so many pixels an inch, cut to the trim."""
    scale = dpi / PT_PER_INCH
    boxes = [i for i in page.items if isinstance(i, Box) and _is_rule(i)]
    if not boxes:
        return page
    down = _moved([b.rect for b in boxes if b.rect.width >= b.rect.height], scale)
    turned = [_turned(b.rect) for b in boxes if b.rect.width < b.rect.height]
    across = _moved(turned, scale)
    # A rule ends where another one does that it meets at a corner.
    ends_x = {_key(old): new for line, put in across.items() for old, new in _pairs(line, put)}
    ends_y = {_key(old): new for line, put in down.items() for old, new in _pairs(line, put)}

    def put(item: Item) -> Item:
        if not (isinstance(item, Box) and _is_rule(item)):
            return item
        r = item.rect
        left, top, right, bottom = r.x, r.y, r.right, r.bottom
        if r.width >= r.height:
            top, bottom = down[top, bottom]
            left, right = ends_x.get(_key(left), left), ends_x.get(_key(right), right)
        else:
            left, right = across[left, right]
            top, bottom = ends_y.get(_key(top), top), ends_y.get(_key(bottom), bottom)
        return replace(item, rect=Rect(left, top, right - left, bottom - top))

    return replace(page, name=f"{page.name} at {dpi:g} dpi", items=tuple(map(put, page.items)))


def fineness(page: Page, dpi: float) -> int:
    """How many times as fine a picture is to be drawn for its dashes and waves: pdfium strokes no
    line thinner than a pixel, and a dot of few pixels has corners."""
    widths = [i.width for i in page.items if isinstance(i, Stroke | Path) and i.width > 0]
    widths += [i.width / DOT for i in page.items if isinstance(i, Stroke) and i.round_caps]
    least = min(widths, default=PT_PER_INCH)
    return min(FINEST, max(1, whole_up(PT_PER_INCH / (least * dpi))))


def _is_rule(box: Box) -> bool:
    r = box.rect
    return box.role == "rule" and 0 < min(r.width, r.height) <= BROADEST


def _turned(rect: Rect) -> Rect:
    return Rect(rect.y, rect.x, rect.height, rect.width)


def _key(value: float) -> int:
    return round(value / SAME)


def _pairs(line: Line, put: Line) -> Iterator[tuple[float, float]]:
    return zip(line, put, strict=True)


def _moved(rules: Sequence[Rect], scale: float) -> dict[Line, Line]:
    """Where each rule that runs across is put, by where it was: top and bottom in points."""
    out: dict[Line, Line] = {}
    known: dict[tuple[Line, ...], tuple[float, ...]] = {}
    for group in _groups(rules):
        lines = sorted({(r.y, r.bottom) for r in group})
        first = floor(lines[0][0] * scale) - 1
        pixels = tuple((round(a * scale - first, 6), round(b * scale - first, 6)) for a, b in lines)
        if pixels not in known:
            known[pixels] = _placed(pixels)
        for (a, b), at in zip(lines, known[pixels], strict=True):
            top = (first + at) / scale
            out.setdefault((a, b), (top, top + b - a))
    return out


def _groups(rules: Sequence[Rect]) -> Iterator[list[Rect]]:
    """Rules that stand one under the other, with little white between them."""
    left = sorted(rules, key=lambda r: (r.y, r.x))
    while left:
        group = [left.pop(0)]
        rest: list[Rect] = []
        for rule in left:
            near = any(
                -SAME <= rule.y - other.bottom < APART
                and min(rule.right, other.right) - max(rule.x, other.x) > SAME
                for other in group
            )
            (group if near or _alike(rule, group) else rest).append(rule)
        left = rest
        yield group


def _alike(rule: Rect, group: Sequence[Rect]) -> bool:
    """Whether it goes on where another one of the group stops."""
    return any(abs(rule.y - r.y) < SAME and abs(rule.bottom - r.bottom) < SAME for r in group)


def _placed(lines: Sequence[Line]) -> tuple[float, ...]:
    """The beginnings of parallel lines, in pixels, as near to their own as leaves white between
    them. `lines` are their beginnings and ends, from the first down.

    Each place of a line is joined to the best one of the line before: what is grey in the gap
    between them counts first, then the squares of the ways they are moved.
    """
    ways: list[tuple[Cost, tuple[float, ...]]] = [((0.0, 0.0), ())]
    before = 0.0  # the width of the line before
    for start, end in lines:
        further = []
        for at in _choices(start, end - start):
            moved = (at - start) ** 2
            further.append(
                min(
                    ((grey + _grey(put, before, at), way + moved), (*put, at))
                    for (grey, way), put in ways
                )
            )
        ways = further
        before = end - start
    return min(ways)[1]


def _grey(put: Sequence[float], width: float, at: float) -> float:
    """What the lightest pixel between a line and the next, which begins `at`, has of their ink."""
    return round(1.0 - _lightest(put[-1] + width, at), 3) if put else 0.0


def _choices(start: float, width: float) -> list[float]:
    """Where a line may begin: near where it does, and inside a pixel if it is thinner than one."""
    found = [start + k / STEPS for k in range(1 - STEPS, STEPS)]
    edges = [float(floor(start) + k) for k in (-1, 0, 1, 2)]
    found += edges + [edge - width for edge in edges]
    near = [at for at in found if abs(at - start) <= 1.0]
    if width >= 1.0:
        return near
    return [at for at in near if at + width <= whole_down(at) + 1 + ROUNDING]


def _lightest(end: float, start: float) -> float:
    """How much of a pixel is white at most between two lines."""
    if start <= end:
        return 0.0
    pixels = range(whole_down(end), whole_up(start))
    return max((min(start, k + 1) - max(end, k) for k in pixels), default=0.0)
