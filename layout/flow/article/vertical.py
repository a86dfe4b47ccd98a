"""A vertical story: in columns that run down, in tiers (段) one above the other."""

from layout.diagnostics import Diagnostic
from layout.display.items import Frame, Grid, StoryFit
from layout.flow.article.notes import homeless
from layout.flow.article.story import overset
from layout.flow.article.thread import StoryLine, Thread, faults
from layout.flow.columns.frames import column_edges, column_step, share
from layout.flow.columns.slots import LEAST_MEASURE_EM
from layout.flow.headline.headline import Under, headline_height, set_headline
from layout.flow.headline.vertical import headline_beside
from layout.flow.placed import Made, PlacedItem, PlacedLine
from layout.flow.rules import rules
from layout.flow.type.setter import Setter
from layout.geometry import Rect
from layout.spec.resolve.resolved import RBlock, RStory
from layout.units import fits, whole_down


def make_vertical_story(setter: Setter, block: RBlock, story: RStory, grid: Grid) -> Made:
    """The block's headline and text, its tiers (段) as frames, and what does not fit."""
    node = story.story.name
    items, found, inner = _headed(setter, block, story, grid)
    breadth = story.body.size * story.body.h_scale
    step = column_step(story.body.leading, grid.pitch, breadth)
    # Tiers are columns of lines on their side: whole characters long, the rest in the gutters.
    side = Rect(inner.y, inner.x, inner.height, inner.width)
    edges = column_edges(
        side, story.columns.count, story.body.size, story.columns.gutter, story.columns.measure
    )
    measure = edges[0][1]
    beside = 0  # columns of the first tier that a by-line at the head takes
    if story.byline_head is not None:
        from layout.flow.article.byline import signed_tier  # few stories are signed at their head

        whole = story.byline_head.over == "all"
        place = inner if whole else Rect(inner.x, edges[0][0], inner.width, measure)
        signed_items, taken, said = signed_tier(setter, story, place, step)
        items += signed_items
        found += said
        if whole:
            inner = inner.inset(0.0, 0.0, min(taken * step, inner.width), 0.0)
        else:
            beside = taken
    room = max(0, whole_down((inner.width - breadth) / step) + 1)
    middles = [inner.right - breadth / 2 - k * step for k in range(room)]
    beside = min(beside, room)
    setting = Thread(setter, story).set_solid(measure, vertical=True)
    text = setting.lines
    found += faults(setting, len(text))
    counts = _shared(text, len(edges), room, beside, level=story.columns.level)
    frames: list[Frame] = []
    placed: list[PlacedLine] = []
    used: list[int] = []
    at = 0
    for order, (tier, count) in enumerate(zip(edges, counts, strict=True), 1):
        first = beside if order == 1 else 0
        lines, filled = _in_tier(text[at : at + count], tier, middles[first:], block.id, order)
        placed += lines
        used.append(first + filled)
        at += count
        rect = Rect(inner.x, tier[0], inner.width - first * step, tier[1])
        frames.append(
            Frame(
                node=node, rect=rect, order=order, lines=count, room=room - first, block=block.id
            )
        )  # fmt: skip
    blanks = sum(used) - beside - at
    items += placed
    if any(line.marks for line in placed):
        from layout.flow.article.marked import marked  # few stories mark words

        made, said = marked(setter, story, placed, setting, step)
        items += made
        found += said
    signed = 0
    if story.byline is not None and story.byline_head is None and at == len(text):
        last = max((k for k, count in enumerate(counts) if count), default=0)
        if used[last] < room:
            middle = middles[used[last]]
            items += _byline(setter, story, edges[last], middle=middle, node=node, found=found)
            signed = 1
        else:
            found.append(homeless(story.byline, "part.byline"))
    room_in_all = len(edges) * room - beside
    found += overset(
        story, block, text[at:], lines=len(text), room=room_in_all, columns=len(edges),
        per_line=measure / story.body.size, blanks=signed + blanks,
    )  # fmt: skip
    fitted = StoryFit(
        block=block.id, node=node, columns=len(edges), lines=at, room=room_in_all - blanks,
        characters=sum(line.characters for line in text[:at]),
        over_lines=len(text) - at,
        over_characters=sum(line.characters for line in text[at:]),
        per_line=measure / story.body.size,
    )  # fmt: skip
    return Made(items=items, frames=frames, fits=[fitted], diagnostics=found)


def _shared(text: list[StoryLine], tiers: int, room: int, beside: int, *, level: bool) -> list[int]:
    """How many lines each tier has; `beside` columns of the first one are taken."""
    if not any(line.white and not line.head for line in text):
        counts = list(share(len(text) + beside, tiers, room, level=level))
        counts[0] = max(0, counts[0] - beside)
        return counts
    from layout.flow.article.divide import StoryLines, divide

    run = StoryLines(
        opens=tuple(line.opens for line in text),
        closes=tuple(line.closes for line in text),
        head=(False,) * len(text),
        before=tuple(0 if line.head else line.white for line in text),
    )
    starts = (beside, *(0,) * (tiers - 1))
    rooms = [room - start for start in starts]
    return list(divide(run, rooms, level=level, widows=True, keep=0, starts=starts).counts)


def _in_tier(
    text: list[StoryLine], tier: tuple[float, float], middles: list[float], block: str, order: int
) -> tuple[list[PlacedLine], int]:
    """The lines of a tier, and how many columns they take with the white between them."""
    top, measure = tier
    placed: list[PlacedLine] = []
    at = 0
    for number, line in enumerate(text):
        at += line.white if number and not line.head else 0
        down, own = line.place(measure, down=True)
        if line.mark is not None:
            placed.append(line.mark.above(middles[at], top + down))
        placed.append(
            PlacedLine(
                items=line.items, line=line.line, style=line.style, x=middles[at],
                baseline=top + down, measure=own, node=line.node, body=True, vertical=True,
                passage=line.passage, block=block, column=order, marks=line.marks,
            )
        )  # fmt: skip
        at += 1
    return placed, at


def _headed(
    setter: Setter, block: RBlock, story: RStory, grid: Grid
) -> tuple[list[PlacedItem], list[Diagnostic], Rect]:
    """The headline over or beside the text, what is wrong with it, and the room it leaves."""
    headline, inner, node = story.headline, block.inner, story.story.name
    if headline is None:
        return [], [], inner
    rule = rules.horizontal(headline.rule, block.rect.x, block.rect.y, block.rect.width, node)
    if headline.vertical:
        lines, found, inner = headline_beside(setter, story, headline, inner, node)
    else:
        under = Under(pitch=grid.pitch)
        height = headline_height(setter, headline, inner.width, under) * grid.pitch
        area = Rect(inner.x, inner.y, inner.width, height)
        lines, found = set_headline(setter, headline, area, node, under=under)
        inner = inner.inset(0.0, height, 0.0, 0.0)
    return [*rule, *lines], list(found), inner


def holds(made: Made, block: RBlock, story: RStory) -> bool:
    """Whether all of a story that runs down is set, in tiers that stand in its block and are long
    enough to be read."""
    foot = max(frame.rect.bottom for frame in made.frames)
    length = min(frame.rect.height for frame in made.frames)
    return (
        not any(fit.over_lines for fit in made.fits)
        and not any(d.code == "OVERSET" for d in made.diagnostics)
        and fits(foot, block.inner.bottom)
        and fits(LEAST_MEASURE_EM * story.body.size, length)
    )


def _byline(
    setter: Setter,
    story: RStory,
    tier: tuple[float, float],
    *,
    middle: float,
    node: str,
    found: list[Diagnostic],
) -> list[PlacedItem]:
    """The by-line at the foot of the column after the text."""
    assert story.byline is not None
    top, length = tier
    line = setter.display(story.byline, length, vertical=True)
    found += line.diagnostics
    x = middle - line.height / 2
    return [line.at(x, top + length - line.width, line.width, f"{node}#byline")]
