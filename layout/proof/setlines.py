"""The set lines of a finished page, put together again from its glyph runs."""

from collections.abc import Sequence
from typing import Final

from layout.display.items import GlyphRun, LineFacts, Page, Passage
from layout.geometry import Rect
from layout.record import record
from layout.units import EM_ASCENT
from layout.words.said import Language, said

LOOSE_EM: Final = 0.05
"""A mean gap of 5 % of an em between two Han is where a reader sees that a line is loose."""
TIGHT_TIER: Final = 7
"""Squeezing has come to the last tier, the stops (CLREQ "Line adjustment")."""
_TIERS: Final = {
    "shrink": "part.tier-shrink", "stretch": "part.tier-stretch",
    "over": "part.tier-over", "short": "part.tier-short",
}  # fmt: skip
_BESIDE: Final = 0.8  # points: what a note is set further to the right of its beginning
_NOTE: Final = 6.0  # points: the size of a note, which stands below a column


@record
class PageLine:
    """A line of running text on a page: its place in points, what composing knows of it.

    `rect` holds its em boxes; `right` and `baseline` are where a note on it begins: beside a line,
    below a column. `frame` is the index of its frame in the page's, -1 where it has none; `number`
    counts in the frame from 1; `passage` is where in its story it begins.
    """

    text: str
    node: str
    rect: Rect
    right: float
    baseline: float
    size: float
    facts: LineFacts
    frame: int
    number: int
    passage: Passage | None = None

    @property
    def loose(self) -> bool:
        """Whether its gaps are wide enough to be seen."""
        return not self.facts.last and self.facts.gap_em > LOOSE_EM

    @property
    def tight(self) -> bool:
        """Whether its stops were squeezed, or it does not fit at all."""
        kind, _, tier = self.facts.tier.partition(":")
        return kind == "over" or (kind == "shrink" and int(tier or 0) >= TIGHT_TIER)


def tag_of(tier: str, lang: Language) -> str:
    """What stands beside a line that was squeezed, or does not fit."""
    kind, _, number = tier.partition(":")
    return (
        said("part.tag-shrunk", tier=number).words(lang) if kind == "shrink" else told(tier, lang)
    )


def told(tier: str, lang: Language) -> str:
    """How far a line was squeezed or opened, in a table."""
    kind, _, number = tier.partition(":")
    key = _TIERS.get(kind)
    return said(key, tier=number).words(lang) if key else tier


def runs_by_line(page: Page) -> list[list[GlyphRun]]:
    """The runs of each line of running text, in reading order."""
    groups: list[list[GlyphRun]] = []
    for item in page.items:
        if not isinstance(item, GlyphRun) or item.line is None:
            continue
        if groups and groups[-1][0].line is item.line:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def page_lines(page: Page) -> tuple[PageLine, ...]:
    """Every line of running text in reading order."""
    groups = runs_by_line(page)
    lines: list[PageLine] = []
    counts: dict[int, int] = {}
    frames = page.frame_indices()
    for runs in groups:
        first = runs[0]
        assert first.line is not None
        rect, right, baseline, size = _place(runs)
        frame = frames.get((first.line.block, first.line.column), -1)
        counts[frame] = counts.get(frame, 0) + 1
        lines.append(
            PageLine(
                text="".join(run.text for run in runs),
                node=first.node,
                rect=rect,
                right=right,
                baseline=baseline,
                size=size,
                facts=first.line,
                frame=frame,
                number=counts[frame],
                passage=first.passage,
            )
        )
    return tuple(lines)


def _place(runs: Sequence[GlyphRun]) -> tuple[Rect, float, float, float]:
    """Where a line stands, on the baseline of its largest type or in its column; where a note on it
    begins; and its size."""
    first, last = runs[0], runs[-1]
    main = max(runs, key=lambda run: run.size)
    size = main.size
    if main.vertical:
        breadth = size * main.h_scale
        top = first.y - (0.0 if first.turned else EM_ASCENT * first.size)
        bottom = last.y + last.width
        rect = Rect(main.x - breadth / 2, top, breadth, bottom - top)
        return rect, rect.x - _BESIDE, bottom + _NOTE, size
    right = last.x + last.width
    rect = Rect(first.x, main.y - 0.9 * size, right - first.x, 1.06 * size)
    return rect, right, main.y, size
