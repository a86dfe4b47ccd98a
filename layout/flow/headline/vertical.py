"""Vertical headlines (竖题): display type that runs down beside a story."""

from collections.abc import Sequence
from typing import Final

from layout.diagnostics import Diagnostic
from layout.flow.columns.frames import width_beside
from layout.flow.headline.headline import BESIDE_TEXT, Row, parts
from layout.flow.placed import PlacedItem
from layout.flow.type.align import share, too_broad
from layout.flow.type.setter import DisplayLine, Setter
from layout.geometry import Rect
from layout.record import replace
from layout.spec.resolve.resolved import RHeadline, RStory, StyledText

END: Final = 1.0
"""Blank at each end of a vertical headline, in its em: the textbook's (字数 + 2) × 字号."""


def headline_beside(
    setter: Setter, story: RStory, headline: RHeadline, inner: Rect, node: str
) -> tuple[list[PlacedItem], list[Diagnostic], Rect]:
    """A vertical headline at its side of `inner`, over its whole height, and the room for the text.

    Lines of text are whole characters wide; what that leaves widens the white beside the headline.
    A tint or a picture behind it takes its strip from head to foot, and its words an inset in it.
    """
    backing = headline.backing
    top, right, bottom, left = backing.inset if backing is not None else (0.0, 0.0, 0.0, 0.0)
    height = max(1.0, inner.height - top - bottom)
    depth = max(1.0, headline.width - left - right) if headline.width is not None else None
    rows, found = parts(
        setter,
        headline,
        height,
        depth if headline.fit else None,
        lambda words: _standing(setter, words, height),
        ends_em=2 * END,
    )
    breadth = sum(line.height + gap for line, _, gap in rows) + left + right
    strip = headline.width if headline.width is not None else breadth
    em = story.body.size * story.body.h_scale
    air = BESIDE_TEXT * em
    least = story.columns.measure or em
    between = (story.columns.count - 1) * story.columns.gutter
    if story.vertical:
        width = max(em, inner.width - strip - air)
        room = inner.width - em - air
    else:
        width = width_beside(story.columns, em, inner.width - strip - air)
        room = inner.width - story.columns.count * least - between - air
    found += too_broad("part.the-headline", breadth, min(strip, max(room, 0.0)), headline.place)
    at_left = headline.side == "left"
    rect = Rect(inner.x if at_left else inner.right - strip, inner.y, strip, inner.height)
    placed: list[PlacedItem] = []
    if backing is not None:
        from layout.flow.headline.backing import behind  # few headlines have anything behind them

        placed += behind(replace(backing, below=0.0), rect, node)
    placed += _stood(rows, headline, rect.inset(left, top, right, bottom), node)
    x = inner.right - width if at_left else inner.x
    return placed, found, Rect(x, inner.y, width, inner.height)


def _standing(setter: Setter, words: StyledText, height: float) -> DisplayLine:
    """A line of a vertical headline, set smaller where it and its two blanks are too long."""
    ends = 2 * END * words.style.size
    natural = setter.display(words, vertical=True).width
    room = height - ends if natural + ends <= height else height * natural / (natural + ends)
    return setter.display(words, room, vertical=True)


def _stood(rows: Sequence[Row], headline: RHeadline, rect: Rect, node: str) -> list[PlacedItem]:
    """Columns from right to left in the middle of `rect`, each with its blank at both ends."""
    placed: list[PlacedItem] = []
    breadth = sum(line.height + gap for line, _, gap in rows)
    x = rect.right - (rect.width - breadth) / 2
    titles = sum(1 for _, part, _ in rows if part == "title")
    seen = 0
    for line, part, gap in rows:
        x -= gap + line.height
        blank = END * line.style.size
        above = share(headline.align)
        if headline.beside and part != "title":
            # 引题 higher, 副题 lower than the 主题 between them.
            above = share("left" if part == "kicker" else "right")
        if part == "title" and headline.steps and titles > 1:
            above = seen / (titles - 1)
            seen += 1
        top = rect.y + blank + above * max(0.0, rect.height - 2 * blank - line.width)
        placed.append(line.at(x, top, line.width, f"{node}#{part}"))
    return placed
