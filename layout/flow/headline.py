"""A story's headline (引题 主题 副题) set into the whole lines of the grid it is given."""

from typing import Final

from layout.diagnostics import Diagnostic
from layout.flow.placed import PlacedLine
from layout.flow.setter import DisplayLine, Setter
from layout.geometry import Rect
from layout.spec.resolved import RHeadline

KICKER_GAP: Final = 0.45
"""Between 引题 and 主题, in em of the 引题: they are one thought, but not one line."""
TITLE_GAP: Final = 0.16
"""Between the lines of a 主题, in its em: solid lines of display type touch."""
BESIDE_GAP: Final = 0.6
"""Between a 引题 and the 主题 that stands beside it, in em of the 引题."""
AIR_ABOVE: Final = 0.58
"""Share of the free height above: a headline belongs to what stands under it."""


def set_headline(
    setter: Setter, headline: RHeadline, rect: Rect, node: str
) -> tuple[list[PlacedLine], list[Diagnostic]]:
    """The lines of a headline in `rect`, in reading order, and what is to be said of them."""
    if headline.beside:
        return _beside(setter, headline, rect, node)
    rows: list[tuple[DisplayLine, str, float]] = []  # line, part, gap above
    if headline.kicker is not None:
        rows.append((setter.display(headline.kicker, rect.width), "kicker", 0.0))
    for number, words in enumerate(headline.title):
        line = setter.display(words, rect.width)
        gap = TITLE_GAP * line.height if number else 0.0
        if not number and rows:
            gap = KICKER_GAP * rows[-1][0].height
        rows.append((line, "title", gap))
    if headline.subtitle is not None:
        line = setter.display(headline.subtitle, rect.width)
        rows.append((line, "subtitle", KICKER_GAP * line.height))
    y = rect.y + AIR_ABOVE * max(0.0, rect.height - sum(r.height + g for r, _, g in rows))
    placed: list[PlacedLine] = []
    titles = sum(1 for _, part, _ in rows if part == "title")
    seen = 0
    for line, part, gap in rows:
        y += gap
        free = rect.width - line.width
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[headline.align]
        if part == "title" and headline.steps and titles > 1:
            # Stepped: the first line ranged left, the last ranged right, any between in steps.
            share = seen / (titles - 1)
            seen += 1
        placed.append(line.at(rect.x + free * share, y, line.width, f"{node}#{part}"))
        y += line.height
    return placed, [d for line, _, _ in rows for d in line.diagnostics]


def _beside(
    setter: Setter, headline: RHeadline, rect: Rect, node: str
) -> tuple[list[PlacedLine], list[Diagnostic]]:
    """The 引题 to the left, on the baseline of the 主题's last line."""
    assert headline.kicker is not None
    kicker = setter.display(headline.kicker)
    offset = kicker.width + BESIDE_GAP * kicker.height
    titles = [setter.display(t, rect.width - offset) for t in headline.title]
    height = sum(t.height for t in titles) + TITLE_GAP * sum(t.height for t in titles[1:])
    y = rect.y + AIR_ABOVE * max(0.0, rect.height - height)
    width = offset + max((t.width for t in titles), default=0.0)
    left = rect.x + {"left": 0.0, "center": 0.5, "right": 1.0}[headline.align] * max(
        0.0, rect.width - width
    )
    placed = []
    for number, title in enumerate(titles):
        y += TITLE_GAP * title.height if number else 0.0
        placed.append(title.at(left + offset, y, title.width, f"{node}#title"))
        y += title.height
    # The em boxes stand on one foot, so that 引题 and 主题 share their lower edge.
    foot = y if titles else rect.y + rect.height / 2
    placed.insert(0, kicker.at(left, foot - kicker.height, kicker.width, f"{node}#kicker"))
    return placed, [d for line in (kicker, *titles) for d in line.diagnostics]
