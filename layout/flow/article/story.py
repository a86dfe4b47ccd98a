"""An article made up: headline in whole lines of the grid, text in columns that keep to it.

    headline, label → columns → slots (less what stands in their way) → text poured → placed lines

Each step has its own file; this one puts them together.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from layout.color import Color
from layout.diagnostics import Diagnostic, error, warning
from layout.display.items import Frame, Grid, StoryFit
from layout.flow.article.level import levelled
from layout.flow.article.notes import Reserved, initial, notes, opening, reserve
from layout.flow.article.pour import Poured, SetSlot, pour
from layout.flow.article.slotwise import Terms
from layout.flow.article.thread import StoryLine, Thread, faults, rest
from layout.flow.columns.frames import ColumnFrame, story_edges
from layout.flow.columns.slots import Obstacle, Slot, column_slots
from layout.flow.headline.placing import Head, make_head
from layout.flow.placed import Carry, Made, PlacedItem, PlacedLine
from layout.flow.type.align import heading_shift
from layout.flow.type.setter import Setter
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.resolve.resolved import RBlock, RStory, StyledText
from layout.units import EM_ASCENT, fits, whole_up
from layout.words.said import Said

if TYPE_CHECKING:
    from layout.flow.article.footnotes import Noted

SAME_BASELINE: Final = 0.4
"""Of the type's size: what is nearer than a quarter of it (2.25 pt at 9) is one line to pdfium."""


@record
class Around:
    """What a story must know of its page: the accent, what its text runs round, where its text
    begins if another page has set the first part of it, and how large pictures are."""

    accent: Color
    obstacles: tuple[Obstacle, ...] = ()
    carry: Carry | None = None


@record
class LaidOut:
    """A story whose lines have found their slots, and what stands with them; nothing is placed."""

    head: Head
    opening: tuple[PlacedItem, ...]  # by-line at the head, first character
    frames: tuple[ColumnFrame, ...]
    held: Reserved
    poured: Poured
    foot: float  # of what stands in the columns besides text: initial, headline inside
    obstacles: tuple[Obstacle, ...]
    initial: int  # characters set as one of several lines
    diagnostics: tuple[Diagnostic, ...]
    noted: "Noted | None"  # notes at the columns' feet
    whole: tuple[tuple[Slot, ...], ...]  # the slots of text and notes


def lay_out(
    setter: Setter, block: RBlock, story: RStory, grid: Grid, around: Around, *, level: bool
) -> LaidOut:
    """The headline, the columns under it, and the text in their slots; `level` or not."""
    head = make_head(setter, block, story, grid, accent=around.accent)
    items: list[PlacedItem] = []
    found: list[Diagnostic] = list(head.diagnostics)
    inside = list(head.obstacles)
    kept_clear = (*around.obstacles, *inside)
    frames, signed, said = text_columns(
        setter, block, story, grid, head, carry=around.carry, obstacles=kept_clear
    )
    items += signed
    found += said
    first = 0
    if story.initial and around.carry is None:
        drop = initial(setter, story, frames[0], grid)
        items += drop.items
        found += drop.diagnostics
        inside += drop.obstacles
        first = drop.characters
    byline = byline_after(story, around.carry)
    thread = _thread(
        setter, story, around.carry, skip=first, pitch=_pitch(story, grid),
        signed=byline is not None,
    )  # fmt: skip
    em = story.body.size * story.body.h_scale
    obstacles = (*around.obstacles, *inside)
    held = reserve(story, [column_slots(f, story.body.size, em, obstacles) for f in frames])
    terms = Terms(
        level=level,
        widows=story.columns.widows,
        keep=story.columns.keep,
        byline=setter.display(byline).width if byline is not None else None,
        pitch=_pitch(story, grid),
        measure=frames[0].measure,
        jumps=story.jump_to is not None,
    )
    noted: Noted | None = None
    whole = held.slots
    if story.note is not None:
        from layout.flow.article.footnotes import settle  # few stories have any

        noted = settle(setter, story, thread, held.slots, terms)
        found += noted.diagnostics
        held = replace(held, slots=noted.slots)
    poured = noted.poured if noted is not None else pour(thread, held.slots, terms)
    return LaidOut(
        head=head, opening=tuple(items), frames=tuple(frames), held=held, poured=poured,
        foot=max((y for o in inside for _, y in o.points), default=0.0), initial=first,
        obstacles=obstacles, diagnostics=tuple(found), noted=noted, whole=whole,
    )  # fmt: skip


def _thread(
    setter: Setter, story: RStory, carry: Carry | None, *, skip: int, pitch: float, signed: bool
) -> Thread:
    """The text of a story from where it begins on the page."""
    if not story.boxes:
        return Thread(setter, story, carry, skip=skip)
    from layout.flow.article.boxthread import BoxedThread  # few stories have boxes

    return BoxedThread(setter, story, carry, skip=skip, pitch=pitch, signed=signed)


def make_story(setter: Setter, block: RBlock, story: RStory, grid: Grid, around: Around) -> Made:
    """The block's headline and text, its frames, and what does not fit."""
    laid = lay_out(setter, block, story, grid, around, level=story.columns.level)
    frames, poured, held = laid.frames, laid.poured, laid.held
    items: list[PlacedItem] = [*laid.head.items, *laid.opening]
    found: list[Diagnostic] = list(laid.diagnostics)
    poured = levelled(story, poured, held.slots, _pitch(story, grid))
    noted: Sequence[PlacedItem] = ()
    if laid.noted is not None:
        from layout.flow.article.footnotes import placed

        level = story.columns.level
        noted = placed(story, block, laid.noted, laid.whole, _pitch(story, grid), level=level)
    if story.columns.rule != "none":
        from layout.flow.article.columnrules import rules_between  # few stories have any

        ends = [max((e.slot.baseline for e in c), default=0.0) for c in poured.columns]
        for note in noted:
            if isinstance(note, PlacedLine):
                ends[note.column - 1] = max(ends[note.column - 1], note.baseline)
        items += rules_between(story, frames, laid.obstacles, ends)
    empty = not poured.setting.lines
    made, said = opening(setter, story, block, held, empty=empty)
    items += made
    found += said
    if story.boxes:
        from layout.flow.article.boxdraw import box_faults, box_items

        items += box_items(poured.columns, story.body.size, _pitch(story, grid), story.story.name)
        em = story.body.size * story.body.h_scale
        found += box_faults(poured, em, jumps=story.jump_to is not None)
    off: dict[tuple[int, int], float] = {}
    if story.heading is not None:
        from layout.flow.article.offgrid import stood  # few stories have any

        heads = stood(story, poured.columns, _pitch(story, grid))
        items += heads.items
        found += heads.diagnostics
        off = heads.baselines
    lines, byline = _placed(story, block, poured, grid, off)
    if before := _goes_before(noted, lines):
        items += noted
    items += lines
    if any(line.marks for line in lines):
        from layout.flow.article.marked import marked  # few stories mark words

        made, said = marked(setter, story, lines, poured.setting, _pitch(story, grid))
        items += made
        found += said
    items += () if before else noted
    made, said = notes(
        setter, story, block, frames=frames, poured=poured, held=held,
        byline=byline_after(story, around.carry), signed=byline, noted=noted,
    )  # fmt: skip
    items += made
    found += [*faults(poured.setting, _told(story, poured)), *said]
    found += _fit_told(story, block, poured, frames)
    return Made(
        items=items,
        frames=_frames(block, story, frames, poured),
        fits=[story_fit(story, block, poured, frames, laid.initial)],
        diagnostics=found,
        rest=rest(
            poured.setting.lines,
            poured.done,
            signed=byline is not None or _signed_at_head(story, around.carry),
        ),
    )


def _goes_before(notes: Sequence[PlacedItem], text: Sequence[PlacedLine]) -> bool:
    """Whether notes are to be written before their text and not, as they are read, behind it.

    pdfium, and with it Chrome, takes what is written after a line, on its baseline and to its left,
    for the beginning of that line, and would put it into the middle of the text.
    """
    first = next((n for n in notes if isinstance(n, PlacedLine)), None)
    if first is None or not text:
        return False
    last = text[-1]
    near = abs(first.baseline - last.baseline) < SAME_BASELINE * last.style.size
    return near and first.x < last.x


def foot_of(laid: LaidOut, story: RStory, grid: Grid) -> float:
    """How far down the page a story reaches that ends level, with what stands below its text.

    Points from the page's top; where there is no text at all, the foot of its headline.
    """
    pitch = _pitch(story, grid)
    foot = max(laid.foot, min((frame.top for frame in laid.frames), default=0.0))
    for number, column in enumerate(laid.poured.columns):
        if column:
            below = 0
            if number == len(laid.poured.columns) - 1:
                below = sum(1 for slot in (laid.held.foot, laid.held.jump_to) if slot is not None)
            if laid.noted is not None:
                below += laid.noted.columns[number].rows
            last = column[-1].slot.baseline + (below + column[-1].below) * pitch
            foot = max(foot, last + (1 - EM_ASCENT) * story.body.size)
    return foot


def errors_in(laid: LaidOut) -> frozenset[Said]:
    """The errors of what stands with a text, by their keys and values."""
    return frozenset(d.said for d in laid.diagnostics if d.severity == "error")


def fits_in(laid: LaidOut, whatever: frozenset[Said] = frozenset()) -> bool:
    """Whether all of the text, its by-line and what stands in its columns found room; `whatever`
    are errors that no height mends, such as those of a headline that its own lines do not hold."""
    poured = laid.poured
    if errors_in(laid) - whatever:
        return False
    return poured.done == len(poured.setting.lines) and (
        not poured.byline or any(e.line is None for column in poured.columns for e in column)
    )


def text_columns(
    setter: Setter,
    block: RBlock,
    story: RStory,
    grid: Grid,
    head: Head,
    *,
    carry: Carry | None,
    obstacles: Sequence[Obstacle] = (),
) -> tuple[Sequence[ColumnFrame], Sequence[PlacedItem], Sequence[Diagnostic]]:
    """The columns of a story's text, the by-line that stands over them, and what is wrong with it.

    A by-line at the head stands where the story begins, not where it goes on.
    """
    frames = story_columns(block, story, grid, head)
    if story.byline_head is None or carry is not None:
        return frames, (), ()
    from layout.flow.article.byline import signed_head  # few stories are signed at their head

    made = signed_head(setter, story, frames, obstacles, grid)
    return made.frames, made.items, made.diagnostics


def _signed_at_head(story: RStory, carry: Carry | None) -> bool:
    """Whether a text has its by-line on a page before, or at its head on this one."""
    return story.byline_head is not None if carry is None else carry.signed


def byline_after(story: RStory, carry: Carry | None) -> StyledText | None:
    """The by-line that a text has at its end; None where it has none, or has it at its head."""
    return None if _signed_at_head(story, carry) else story.byline


def story_columns(block: RBlock, story: RStory, grid: Grid, head: Head) -> list[ColumnFrame]:
    """The columns of a story in reading order, below its headline where that stands over them."""
    em = story.body.size * story.body.h_scale
    out: list[ColumnFrame] = []
    before = 0
    for number, area in enumerate(head.areas):
        for edge in story_edges(area, story.columns, em, grid):
            under = before < head.span if head.span else number == 0
            before += 1
            top = area.y + (head.height if under else 0.0)
            out.append(column(story, grid, edge, top, area.bottom))
    # A place that the headline fills has no column.
    return [frame for frame in out if frame.baselines] or out[:1]


def column(
    story: RStory, grid: Grid, edge: tuple[float, float], top: float, bottom: float
) -> ColumnFrame:
    """A column from `top` to `bottom`: on the page's grid, or with the style's own leading."""
    x, measure = edge
    style = story.body
    if style.leading:
        baselines = []
        y = top
        while fits(y + style.size, bottom):
            baselines.append(y + EM_ASCENT * style.size)
            y += style.leading
        on = tuple(baselines)
    else:
        first = 1 + max(0, whole_up((top - grid.type_area.y) / grid.pitch))
        lines = []
        for n in range(first, grid.lines + 1):
            if not fits(grid.top_of(n) + (grid.pitch + style.size) / 2, bottom):
                break
            lines.append(grid.baseline_of(n))
        on = tuple(lines)
    return ColumnFrame(x=x, measure=measure, top=top, bottom=bottom, baselines=on)


def _pitch(story: RStory, grid: Grid) -> float:
    return story.body.leading or grid.pitch


def _told(story: RStory, poured: Poured) -> int:
    """Of how many lines faults are told: not of those that another page sets."""
    return poured.done if story.jump_to is not None else len(poured.setting.lines)


def _placed(
    story: RStory,
    block: RBlock,
    poured: Poured,
    grid: Grid,
    off: Mapping[tuple[int, int], float],
) -> tuple[list[PlacedLine], Slot | None]:
    """The lines in their slots, and the by-line's slot; `off` the grid are the baselines of 小标题
    by their column and their place in it."""
    pitch = _pitch(story, grid)
    out: list[PlacedLine] = []
    byline: Slot | None = None
    for order, column in enumerate(poured.columns, 1):
        for at, entry in enumerate(column):
            if entry.line is None:
                byline = entry.slot
            elif (order - 1, at) in off:
                slot = entry.slot._replace(baseline=off[order - 1, at])
                out.append(_line(entry.line, entry._replace(slot=slot), 0.0, block.id, order))
            else:
                if entry.line.mark is not None:
                    before, _ = entry.line.place(entry.slot.measure)
                    out.append(entry.line.mark.beside(entry.slot.x + before, entry.slot.baseline))
                up = min(entry.blank, story.subhead_lines - 1) * pitch / 2
                out.append(_line(entry.line, entry, up, block.id, order))
    return out, byline


def _line(line: StoryLine, entry: SetSlot, up: float, block: str, column: int) -> PlacedLine:
    # A 小标题 of one line that takes two stands in the middle of them.
    up = up if line.head and line.opens and line.closes else 0.0
    right, measure = line.place(entry.slot.measure)
    if line.head and line.drawn is None:
        right = heading_shift(line.line, line.style, measure)
    return PlacedLine(
        items=line.items, line=line.line, style=line.style, x=entry.slot.x + right,
        baseline=entry.slot.baseline - up, measure=measure,
        node=line.node, body=True, passage=line.passage, block=block, column=column,
        marks=line.marks,
    )  # fmt: skip


def _frames(
    block: RBlock, story: RStory, frames: Sequence[ColumnFrame], poured: Poured
) -> list[Frame]:
    out = []
    for order, (frame, column, room) in enumerate(
        zip(frames, poured.columns, poured.rooms, strict=True), 1
    ):
        rect = Rect(frame.x, frame.top, frame.measure, frame.bottom - frame.top)
        lines = sum(1 for entry in column if entry.line is not None)
        free = room - sum(entry.blank + entry.above + entry.below for entry in column)
        out.append(
            Frame(
                node=story.story.name, rect=rect, order=order, lines=lines, room=free,
                block=block.id, leading=story.body.leading,
            )
        )  # fmt: skip
    return out


def story_fit(
    story: RStory, block: RBlock, poured: Poured, frames: Sequence[ColumnFrame], initial: int
) -> StoryFit:
    """How the text fits its columns, `initial` characters of it set as one of several lines."""
    lines = poured.setting.lines
    return StoryFit(
        block=block.id,
        node=story.story.name,
        columns=len(poured.columns),
        lines=poured.done,
        room=sum(poured.rooms) - poured.blanks,
        characters=initial + sum(line.characters for line in lines[: poured.done]),
        over_lines=len(lines) - poured.done,
        over_characters=sum(line.characters for line in lines[poured.done :]),
        per_line=_per_line(story, poured, frames),
        jumps=story.jump_to.page if story.jump_to is not None else "",
    )


def _per_line(story: RStory, poured: Poured, frames: Sequence[ColumnFrame]) -> float:
    """Characters of a line as long as the mean of those set; where none is, as the columns are
    wide."""
    em = story.body.size * story.body.h_scale
    measures = [entry.slot.measure for column in poured.columns for entry in column]
    measures = measures or [frame.measure for frame in frames]
    return sum(measures) / len(measures) / em if measures else 0.0


def _fit_told(
    story: RStory, block: RBlock, poured: Poured, frames: Sequence[ColumnFrame]
) -> list[Diagnostic]:
    """What does not fit, or what is left empty, as an editor says it: in 字 and 行."""
    lines = poured.setting.lines
    over = lines[poured.done :]
    found: list[Diagnostic] = []
    if nothing_comes(story, poured):
        return found  # told of the jump
    if story.jump_to is not None:
        if over:
            return found
        jump = story.jump_to
        found.append(warning("JUMP-EMPTY.left", jump.place, story=story.story.name, page=jump.page))
    signed = sum(1 for column in poured.columns for entry in column if entry.line is None)
    found += overset(
        story, block, over, lines=len(lines), room=sum(poured.rooms), columns=len(poured.columns),
        blanks=poured.blanks + signed, per_line=_per_line(story, poured, frames),
    )  # fmt: skip
    return found


def nothing_comes(story: RStory, poured: Poured) -> bool:
    """Whether the page on which a story begins has left none of it to this one."""
    return story.jump_from is not None and not poured.setting.lines


def overset(
    story: RStory,
    block: RBlock,
    over: Sequence[StoryLine],
    *,
    lines: int,
    room: int,
    columns: int,
    per_line: float,
    blanks: int,
) -> list[Diagnostic]:
    """OVERSET for lines left over, UNDERSET where more than a line a column is empty; `blanks` are
    lines that are empty above 小标题, or the by-line's."""
    name = story.story.name
    empty = room - lines - blanks
    if not over and empty <= columns:
        return []
    from layout.flow import copyfit  # of a text that fits there is nothing to tell

    if over:
        told = copyfit.over(
            name, characters=sum(line.characters for line in over), lines=len(over), of=lines,
            columns=columns, down=story.vertical,
        )  # fmt: skip
        return [error(told, block.place)]
    told = copyfit.under(name, lines=empty, per_line=per_line, columns=columns, down=story.vertical)
    return [warning(told, block.place)]
