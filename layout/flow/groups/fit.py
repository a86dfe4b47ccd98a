"""Copyfitting on request: which of the values that `fit:` lets move are moved, so that what shares
a place fills it to the line.

The choices and what each costs are laid out here; `solve` finds the cheapest set.
"""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Final, NamedTuple

from layout.diagnostics import Diagnostic, error, info
from layout.display.items import StoryFit
from layout.flow.columns.frames import column_step
from layout.flow.groups.solve import Leaf, NoSolution, Option, Row, Stack, Tree, solve
from layout.record import replace
from layout.spec.reader.kinds import FILL, LEAST_LINES
from layout.spec.resolve.resolved import GROUPS, RBlock, RGroup, RStory
from layout.units import near
from layout.words.said import Said, said

PICTURE_COST: Final = 1.0
"""A line more or less of a block's height. A picture is cut by what nobody misses."""
HEADLINE_COST: Final = 3.0
"""A line of white round a headline: it is seen, three times as much as at a picture's edge."""
GUTTER_COST: Final = 4.0
"""A tenth of a gutter: the columns' measure changes with it, and all their lines."""
LEADING_COST: Final = 8.0
"""A hundredth of the leading: text of two leadings side by side is the last thing to do."""
EMPTY_COST: Final = 40.0
"""A line of a row's height that a block in it does not need: white that nobody asked for."""
GUTTERS: Final = 7
"""Values of a gutter that are tried, the ends among them."""
LEADINGS: Final = 13

Holds = Callable[[RBlock], bool]
"""Whether the lines of a block's headline hold its type."""
Make = Callable[[RBlock], tuple[int, StoryFit | None]]
"""The lines that a block needs for what stands in it, and how a story fits where it stands."""


class FitValues(NamedTuple):
    """Values of a block that may move, and what it costs that they do."""

    headline: int | None = None
    gutter: float | None = None
    leading: float | None = None
    cost: float = 0.0


def fit_group(
    group: RGroup,
    blocks: list[RBlock],
    room: int,
    *,
    need: Make,
    holds: Holds,
    ends: Callable[[RGroup], int],
) -> list[Diagnostic]:
    """The blocks of a group changed so that it is `room` lines high; what was changed is told.

    `ends` are the lines that a group's inset takes. An error where there is no way.
    """
    order: list[int] = []
    tree = _tree(group, blocks, room=room, need=need, holds=holds, ends=ends, order=order)
    found = solve(tree, room)
    if isinstance(found, NoSolution):
        return [_unsolved(group.id, group, room, found)]
    said: list[Diagnostic] = []
    for index, option in zip(order, found.choices, strict=True):
        block = blocks[index]
        setting = option.key or FitValues()
        said += _told(block, setting, option.height)
        moved = _with(block, setting)
        blocks[index] = moved if block.lines == FILL else replace(moved, lines=option.height)
    return said


def fit_story(block: RBlock, need: Make, holds: Holds) -> tuple[RBlock, list[Diagnostic]]:
    """A story whose place is stated, changed so that its columns are full."""
    story = block.content
    spec = block.fit
    assert spec is not None
    if not isinstance(story, RStory) or not (spec.headline or spec.gutter or spec.leading):
        return block, [error("FIT.fixed", spec.place, path="fit")]
    nearest: list[int] = []
    for setting in _settings(block):  # the cheapest first
        moved = _with(block, setting)
        if not holds(moved):
            continue
        _, fit = need(moved)
        assert fit is not None
        if fit.over_lines:
            nearest.append(fit.over_lines)
            continue
        empty = fit.room - fit.lines
        if empty >= fit.columns:
            nearest.append(-empty)
        else:
            return moved, list(_told(block, setting, None))
    return block, [error("FIT.unfilled", spec.place, block=block.id, nearest=_nearest(nearest))]


def _nearest(lines: list[int]) -> Said:
    """How near the tries came, in lines over and lines empty."""
    over = min((n for n in lines if n > 0), default=0)
    empty = -max((n for n in lines if n < 0), default=0)
    if over and empty:
        return said("part.fit-over-or-empty", over_lines=over, empty_lines=empty)
    if over:
        return said("part.fit-over", over_lines=over)
    return said("part.fit-empty", empty_lines=empty) if empty else said("part.fit-nothing")


def _tree(
    group: RGroup,
    blocks: list[RBlock],
    *,
    room: int,
    need: Make,
    holds: Holds,
    ends: Callable[[RGroup], int],
    order: list[int],
) -> Tree:
    """The choices of a group; the blocks behind its leaves are added to `order`."""
    children: list[Tree] = []
    for member in group.members:
        if isinstance(member, RGroup):
            inner = _tree(member, blocks, room=room, need=need, holds=holds, ends=ends, order=order)
            children.append(Stack(children=(inner,), gaps=ends(member)))
        else:
            order.append(member)
            options = list(_options(blocks[member], room, need, holds))
            if not options:  # no lines hold its headline, or there are none: it stands as it is
                filled = blocks[member].lines == FILL
                options = [Option(height=LEAST_LINES if filled else need(blocks[member])[0])]
            if group.kind == "row":
                options = _deeper(options, room)
            children.append(Leaf(options=tuple(options), fill=blocks[member].lines == FILL))
    if group.kind == "row":
        return Row(children=tuple(children))
    return Stack(children=tuple(children), gaps=group.gap * max(0, len(children) - 1))


def _options(block: RBlock, room: int, need: Make, holds: Holds) -> Iterator[Option]:
    """What a block can be, the way it stands first."""
    if block.lines == FILL:
        for height in range(LEAST_LINES, room + 1):
            yield Option(height=height)
        return
    spec = block.fit
    stated = block.lines
    if spec is not None and spec.lines is not None:
        preferred = stated if stated is not None else need(block)[0]
        preferred = min(max(preferred, spec.lines.first), spec.lines.last)
        for height in _outward(preferred, spec.lines.first, spec.lines.last):
            yield Option(height=height, cost=PICTURE_COST * abs(height - preferred))
        return
    if stated is not None:
        yield Option(height=stated)
        return
    # A headline over the columns adds its lines to what the text needs, which is asked once.
    story = block.content
    plain = (
        isinstance(story, RStory)
        and story.headline is not None
        and story.headline.stands == "above"
        and not story.headline.span
        and not story.headline.vertical
    )
    known: dict[tuple[float | None, float | None], int] = {}
    for setting in _settings(block):
        if not holds(_with(block, setting)):
            continue
        key = (setting.gutter, setting.leading)
        head = setting.headline or 0
        if not plain or key not in known:
            known[key] = need(_with(block, setting))[0] - head
        yield Option(height=known[key] + head, cost=setting.cost, key=setting)


def _outward(middle: int, least: int, most: int) -> Iterator[int]:
    """Whole numbers from the middle outwards."""
    yield middle
    for step in range(1, max(middle - least, most - middle) + 1):
        if middle - step >= least:
            yield middle - step
        if middle + step <= most:
            yield middle + step


def _deeper(options: list[Option], room: int) -> list[Option]:
    """Options and those that leave white at the foot, for heights that no option has."""
    known = {option.height for option in options}
    least = min(options, key=lambda option: option.height)
    more = [
        Option(height=height, cost=least.cost + EMPTY_COST * (height - least.height), key=least.key)
        for height in range(least.height + 1, room + 1)
        if height not in known
    ]
    return [*options, *more]


def _settings(block: RBlock) -> Iterator[FitValues]:
    """The values that a story's `fit:` lets move, as they stand first and near ones next."""
    story, spec = block.content, block.fit
    if spec is None or not isinstance(story, RStory):
        yield FitValues()
        return
    heads: list[tuple[int | None, float]] = [(None, 0.0)]
    if spec.headline is not None and story.headline is not None:
        stated = story.headline.lines
        preferred = stated if stated is not None else spec.headline.first
        preferred = min(max(preferred, spec.headline.first), spec.headline.last)
        heads = [
            (n, HEADLINE_COST * abs(n - preferred))
            for n in _outward(preferred, spec.headline.first, spec.headline.last)
        ]
    gutters: list[tuple[float | None, float]] = [(None, 0.0)]
    if spec.gutter is not None:
        own = story.columns.gutter
        gutters = [
            (g, GUTTER_COST * 10 * abs(g - own) / max(own, 1.0))
            for g in _steps(*spec.gutter, own, GUTTERS)
        ]
    leadings: list[tuple[float | None, float]] = [(None, 0.0)]
    if spec.leading is not None:
        own = _leading(block, story)
        leadings = [
            (0.0 if near(v, own) and not story.body.leading else v,
             LEADING_COST * 100 * abs(v - own) / own)
            for v in _steps(*spec.leading, own, LEADINGS)
        ]  # fmt: skip
    ways = [
        FitValues(head, gutter, leading, a + b + c)
        for (head, a), (gutter, b), (leading, c) in product(heads, gutters, leadings)
    ]
    yield from sorted(ways, key=lambda way: way.cost)


def _leading(block: RBlock, story: RStory) -> float:
    """From line to line of a story as it stands, in points: its style's, or the grid's; from
    column to column of one that runs down."""
    pitch = block.rect.height / max(1, block.at_lines.count)
    if story.vertical:
        return column_step(story.body.leading, pitch, story.body.size * story.body.h_scale)
    return story.body.leading or pitch


def _steps(least: float, most: float, own: float, count: int) -> list[float]:
    """Values from the least to the most, its own among them where it lies between."""
    values = [least + (most - least) * k / (count - 1) for k in range(count)]
    if least < own < most:
        values.append(own)
    return values


def _with(block: RBlock, setting: FitValues) -> RBlock:
    """A block with its values moved."""
    story = block.content
    if not isinstance(story, RStory):
        return block
    if setting.headline is not None and story.headline is not None:
        story = replace(story, headline=replace(story.headline, lines=setting.headline))
    if setting.gutter is not None:
        story = replace(story, columns=replace(story.columns, gutter=setting.gutter))
    if setting.leading is not None:
        story = replace(story, body=replace(story.body, leading=setting.leading))
    return replace(block, content=story)


def _told(block: RBlock, setting: FitValues, height: int | None) -> Iterator[Diagnostic]:
    """What was changed, each with its old value."""
    changes = []
    story, spec = block.content, block.fit
    if spec is None:
        return
    if height is not None and spec.lines is not None and height != block.lines:
        before = block.lines if block.lines not in (None, FILL) else None
        changes.append(said("part.fitted-lines", lines=height, before=_before(before)))
    if isinstance(story, RStory):
        lines = story.headline.lines if story.headline is not None else None
        if setting.headline is not None and setting.headline != lines:
            changes.append(
                said("part.fitted-headline", lines=setting.headline, before=_before(lines))
            )
        if setting.gutter is not None and not near(setting.gutter, story.columns.gutter):
            now, was = setting.gutter, story.columns.gutter
            changes.append(said("part.fitted-gutter", gutter_pt=now, before_pt=was))
        if setting.leading:
            now, was = setting.leading, _leading(block, story)
            changes.append(said("part.fitted-leading", leading_pt=now, before_pt=was))
    if changes:
        yield info("FITTED.block", spec.place, block=block.id, changes=tuple(changes))


def _before(lines: int | None) -> Said | str:
    """What stood where so many lines stand now; empty where nothing was said."""
    return said("part.fitted-before", lines=lines) if lines is not None else ""


def _unsolved(name: str, group: RGroup, room: int, found: NoSolution) -> Diagnostic:
    ways = tuple([n for n in (found.nearest_below, found.nearest_above) if n is not None])
    nearest = said("part.fit-nearest", count=len(ways), lines=ways) if ways else ""
    return error(
        "FIT.unsolved",
        group.place,
        kind=said(GROUPS[group.kind]),
        group=name,
        lines=room,
        nearest=nearest,
    )
