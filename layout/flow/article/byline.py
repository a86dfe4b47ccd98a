"""署名在题下: a by-line at the head of a text, over its first column or all of them, with a rule
under it, in whole lines of the grid.

    over the first column      over all columns
    作者                        作者
    ─────                      ─────────────────
    ▒▒▒▒▒ ▒▒▒▒▒ ▒▒▒▒▒          ▒▒▒▒▒ ▒▒▒▒▒ ▒▒▒▒▒
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from layout.diagnostics import Diagnostic, error
from layout.display.items import Grid
from layout.flow.article.notes import homeless
from layout.flow.columns.frames import ColumnFrame
from layout.flow.columns.slots import Obstacle, Slot, column_slots
from layout.flow.placed import PlacedItem, PlacedLine
from layout.flow.rules import rules
from layout.flow.type.align import share
from layout.flow.type.missing import missing_glyphs
from layout.flow.type.setter import Setter
from layout.flow.type.voices import Voices
from layout.geometry import Rect
from layout.inline.justify import natural_line
from layout.record import record, replace
from layout.spec.resolve.resolved import RByline, RStory
from layout.units import EM_ASCENT, EPS_PT, ROUNDING, whole_up

RULE_ROOM: Final = 0.75
"""Lines of the grid that a rule under a by-line takes at least, with its white."""
RULE_AT: Final = 0.4
"""Share of the white between a by-line and its text that stands above the rule: it is the
by-line's."""
RULE_FAR: Final = 0.5
"""And no more than so many lines of the grid, where more lines are stated than it needs."""


@record
class SignedHead:
    """A by-line in its place, and the columns of the text below it."""

    frames: tuple[ColumnFrame, ...]
    items: tuple[PlacedItem, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def signed_head(
    setter: Setter,
    story: RStory,
    frames: Sequence[ColumnFrame],
    obstacles: Sequence[Obstacle],
    grid: Grid,
) -> SignedHead:
    """The by-line of a story above the text of `frames`, which begin that much lower.

    Over one column it stands on the first line that `obstacles` leave it.
    """
    spec = story.byline_head
    assert spec is not None
    size, em = story.body.size, story.body.size * story.body.h_scale
    pitch = story.body.leading or grid.pitch
    under = 1 if spec.over == "column" else _side_by_side(frames)
    slots = column_slots(frames[0], size, em, obstacles if under == 1 else ())
    if not slots:
        return SignedHead(frames=tuple(frames), diagnostics=(homeless(spec.text, "part.byline"),))
    slot = slots[0]
    if under > 1:
        last = frames[under - 1]
        slot = slot._replace(measure=last.x + last.measure - slot.x)
    top = slot.baseline - EM_ASCENT * size
    node = f"{story.story.name}#byline"
    items, depth, found = _lines(setter, spec, slot, top, pitch=pitch, node=node)
    taken, said = _taken(spec, depth, pitch)
    found += said
    row = frames[0].baselines.index(slot.baseline) + taken
    if row > len(frames[0].baselines):
        found.append(homeless(spec.text, "part.byline"))
        row = len(frames[0].baselines)
    left = [_below(frame, row, pitch) if k < under else frame for k, frame in enumerate(frames)]
    white = pitch * taken - depth
    y = top + depth + min(RULE_AT * (white + max(0.0, pitch - size)), RULE_FAR * pitch)
    rule = rules.horizontal(spec.rule, slot.x, y, slot.measure, node)
    # A column that the by-line fills has no line of text.
    kept = [frame for frame in left if frame.baselines] or left[:1]
    return SignedHead(frames=tuple(kept), items=(*items, *rule), diagnostics=tuple(found))


def signed_tier(
    setter: Setter, story: RStory, room: Rect, step: float
) -> tuple[list[PlacedItem], int, list[Diagnostic]]:
    """A by-line that runs down, at the right of `room`, with its rule at its left; how many columns
    of text, `step` points apart, it takes."""
    spec = story.byline_head
    assert spec is not None
    node = f"{story.story.name}#byline"
    line = setter.display(spec.text, room.height, vertical=True)
    taken, said = _taken(spec, line.height, step)
    before = share(spec.text.style.align) * (room.height - line.width)
    items: list[PlacedItem] = [line.at(room.right - line.height, room.y + before, line.width, node)]
    white = taken * step - line.height
    x = room.right - line.height - min(RULE_AT * white, RULE_FAR * step)
    items += rules.vertical(spec.rule, x, room.y, room.height, node, flip=True)
    return items, taken, [*line.diagnostics, *said]


def _taken(spec: RByline, depth: float, pitch: float) -> tuple[int, list[Diagnostic]]:
    """Lines of the grid that a by-line `depth` points deep takes; an error where those that are
    stated do not hold it."""
    needed = whole_up(depth / pitch + (RULE_ROOM if spec.rule != "none" else 0.0))
    if spec.lines is None or spec.lines >= needed:
        return spec.lines or needed, []
    told = error(
        "BYLINE.lines", spec.place, path="byline_at.lines", lines=spec.lines, needed=needed
    )
    return needed, [told]


def _lines(
    setter: Setter, spec: RByline, slot: Slot, top: float, *, pitch: float, node: str
) -> tuple[list[PlacedItem], float, list[Diagnostic]]:
    """The by-line from `top` down, in as many lines as it needs, ranged by its style; and how deep
    they are together."""
    words, style = spec.text, spec.text.style
    done = setter.paragraph(words.paragraph, style, Voices.of_words(words), slot.measure)
    leading = pitch * whole_up(style.size / pitch)
    items: list[PlacedItem] = []
    for row, set_line in enumerate(done.lines):
        line = set_line
        if line.last >= line.first and line.natural <= line.width + ROUNDING:  # not squeezed
            line = natural_line(done.items, line.first, line.last, is_last=line.is_last)
        free = slot.measure - line.width * style.size * style.h_scale / 1000
        x = slot.x + share(style.align) * max(0.0, free)
        items.append(
            PlacedLine(
                items=done.items, line=line, style=style, x=x,
                baseline=top + row * leading + EM_ASCENT * style.size, measure=slot.measure,
                node=node,
            )
        )  # fmt: skip
    depth = (max(1, len(done.lines)) - 1) * leading + style.size
    return items, depth, missing_glyphs(done.items, words.place)


def _side_by_side(frames: Sequence[ColumnFrame]) -> int:
    """How many columns, from the first, stand side by side with one top: those under a headline."""
    count = 1
    for one, other in pairwise(frames):
        if abs(one.top - other.top) > EPS_PT or other.x <= one.x:
            break
        count += 1
    return count


def _below(frame: ColumnFrame, rows: int, pitch: float) -> ColumnFrame:
    """A column without its first lines."""
    return replace(frame, top=frame.top + rows * pitch, baselines=frame.baselines[rows:])
