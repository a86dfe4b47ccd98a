"""A story's headline (引题 主题 副题) set into the whole lines of the grid it is given."""

from collections.abc import Callable
from typing import Final

from layout.diagnostics import Diagnostic, Place, error
from layout.flow.placed import PlacedLine
from layout.flow.setter import DisplayLine, Setter
from layout.geometry import Rect
from layout.spec.resolved import RHeadline, StyledText

KICKER_GAP: Final = 0.45
"""Between 引题 and 主题, in em of the 引题: they are one thought, but not one line."""
TITLE_GAP: Final = 0.16
"""Between the lines of a 主题, in its em: solid lines of display type touch."""
BESIDE_GAP: Final = 0.6
"""Between a 引题 and the 主题 that stands beside it, in em of the 引题."""
OVERHANG: Final = 1.5
"""Points that an em box may stand out: no glyph of a face fills its em to the edge."""
SHARES: Final = {"left": 0.0, "center": 0.5, "right": 1.0}
AIR_ABOVE: Final = 0.58
"""Share of the free height above: a headline belongs to what stands under it."""


def set_headline(
    setter: Setter, headline: RHeadline, rect: Rect, node: str
) -> tuple[list[PlacedLine], list[Diagnostic]]:
    """The lines of a headline in `rect`, in reading order, and what is to be said of them."""
    if headline.beside:
        return _beside(setter, headline, rect, node)
    rows = parts(headline, lambda words: setter.display(words, rect.width))
    height = sum(line.height + gap for line, _, gap in rows)
    y = rect.y + AIR_ABOVE * max(0.0, rect.height - height)
    placed: list[PlacedLine] = []
    titles = sum(1 for _, part, _ in rows if part == "title")
    seen = 0
    for line, part, gap in rows:
        y += gap
        free = rect.width - line.width
        share = SHARES[headline.align]
        if part == "title" and headline.steps and titles > 1:
            # Stepped: the first line ranged left, the last ranged right, any between in steps.
            share = seen / (titles - 1)
            seen += 1
        placed.append(line.at(rect.x + free * share, y, line.width, f"{node}#{part}"))
        y += line.height
    found = [d for line, _, _ in rows for d in line.diagnostics]
    return placed, found + too_high("the headline", height, rect.height, headline.place)


def parts(
    headline: RHeadline, show: Callable[[StyledText], DisplayLine]
) -> list[tuple[DisplayLine, str, float]]:
    """The lines of a headline with what each is, and how far it stands from the one before.

    `show` sets the words of one line.
    """
    rows: list[tuple[DisplayLine, str, float]] = []
    if headline.kicker is not None:
        rows.append((show(headline.kicker), "kicker", 0.0))
    for number, words in enumerate(headline.title):
        line = show(words)
        gap = TITLE_GAP * line.height if number else 0.0
        if not number and rows:
            gap = KICKER_GAP * rows[-1][0].height
        rows.append((line, "title", gap))
    if headline.subtitle is not None:
        line = show(headline.subtitle)
        rows.append((line, "subtitle", KICKER_GAP * line.height))
    return rows


def too_high(what: str, height: float, room: float, place: Place) -> list[Diagnostic]:
    """An error for display type that is higher than its place: it would print over its neighbours.

    Both heights in points, those of em boxes.
    """
    if height <= room + OVERHANG:
        return []
    message = f"{what} is {height:.1f} pt high in {room:.1f} pt"
    return [error("DISPLAY-HIGH", message, place, "give it more lines, or smaller type")]


def too_broad(what: str, breadth: float, room: float, place: Place) -> list[Diagnostic]:
    """The same for columns of display type that go too far from left to right."""
    if breadth <= room + OVERHANG:
        return []
    message = f"{what} is {breadth:.1f} pt wide in {room:.1f} pt"
    return [error("DISPLAY-HIGH", message, place, "give it more columns, or smaller type")]


def _beside(
    setter: Setter, headline: RHeadline, rect: Rect, node: str
) -> tuple[list[PlacedLine], list[Diagnostic]]:
    """The 引题 to the left, on the foot of the 主题's last line; a 副题 below the 主题.

    Centred, it is the 主题 that stands in the middle as long as the 引题 has room at its side.
    """
    assert headline.kicker is not None
    kicker = setter.display(headline.kicker, rect.width)
    offset = kicker.width + BESIDE_GAP * kicker.height
    room = max(1.0, rect.width - offset)
    titles = [setter.display(t, room) for t in headline.title]
    below = setter.display(headline.subtitle, room) if headline.subtitle is not None else None
    high = sum(t.height for t in titles) + TITLE_GAP * sum(t.height for t in titles[1:])
    height = max(kicker.height, high)
    under = (1 + KICKER_GAP) * below.height if below is not None else 0.0
    y = rect.y + AIR_ABOVE * max(0.0, rect.height - height - under)
    foot = y + height
    width = max((t.width for t in titles), default=0.0)
    share = SHARES[headline.align]
    left = rect.x + share * max(0.0, rect.width - offset - width)
    if headline.align == "center":
        left = max(rect.x, rect.x + (rect.width - width) / 2 - offset)
    placed = [kicker.at(left, foot - kicker.height, kicker.width, f"{node}#kicker")]
    y = foot - high
    for number, title in enumerate(titles):
        y += TITLE_GAP * title.height if number else 0.0
        placed.append(title.at(left + offset, y, title.width, f"{node}#title"))
        y += title.height
    lines = [kicker, *titles]
    if below is not None:
        top = foot + KICKER_GAP * below.height
        placed.append(below.at(left + offset, top, below.width, f"{node}#subtitle"))
        lines.append(below)
    found = [d for line in lines for d in line.diagnostics]
    return placed, found + too_high("the headline", height + under, rect.height, headline.place)
