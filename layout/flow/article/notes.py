"""What stands with the text of a story and is not part of it: first character of several lines,
by-line, jump lines, the mark at its end, the note at its foot."""

import re
from collections.abc import Iterator, Sequence
from math import inf
from typing import Final

from layout.diagnostics import Diagnostic, error, warning
from layout.display.items import Grid, Passage
from layout.flow.article.pour import Poured
from layout.flow.columns.frames import ColumnFrame
from layout.flow.columns.slots import LEAST_MEASURE_EM, SAME_LINE, Obstacle, Slot
from layout.flow.placed import PlacedItem, PlacedLine
from layout.flow.rules import rules
from layout.flow.type.setter import Setter
from layout.record import record, replace
from layout.spec.markdown.paragraph import DRAWN, NAMED, RUBY, Paragraph
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import RBlock, RStory, StyledText
from layout.text.charclass import NOT_AT_START
from layout.text.scripts import Script, script
from layout.text.segment import class_of, tokens
from layout.units import EM_ASCENT

_FIRST: Final = (
    r"[0-9]+(?:[:：∶·][0-9]+)+|[A-Za-z0-9](?:[A-Za-z0-9.,'’&+\-]*[A-Za-z0-9+])?[%‰℃°]?|[０-９Ａ-Ｚａ-ｚ]+"
    r"|.[\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
)
"""What stands together as an initial: a number, a word, or a character with what belongs to it."""
_MOST_MARKS: Final = 3
"""Marks that an initial takes with it; a row of more is no text to begin so."""
INITIAL_GAP: Final = 0.35  # em of the text, from a first character of several lines to it
END_GAP: Final = 0.5  # em, from the last character to the mark after it


@record
class Initial:
    """A first character of several lines, and what the text keeps clear of."""

    items: tuple[PlacedItem, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    characters: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


def initial(setter: Setter, story: RStory, first: ColumnFrame, grid: Grid) -> Initial:
    """首字下沉: the first character from the head of the first line to the foot of the last; of a
    number or a word all of it, for 2 of 2026 is none; and the marks behind it that may not begin a
    line, as the ： of 问：."""
    words = story.story.paragraphs[0]
    place = words.place_at(0)
    pitch = story.body.leading or grid.pitch
    size = story.body.size + (story.initial - 1) * pitch
    em = story.body.size * story.body.h_scale
    char = _first_of(words.text, script(story.body.script))
    listed = words.asked is not None and words.asked.mark > 0
    if story.boxes and _boxed(story, words):
        return Initial(diagnostics=(warning("INITIAL.in-box", place, path="initial"),))
    if words.kind != "body" or listed or not char[:1].isalnum():
        return Initial(
            diagnostics=(warning("INITIAL.no-letter", place, path="initial", char=char),)
        )
    style = replace(initial_style(story), size=size)
    line = setter.display(StyledText(text=char, style=style, place=place))
    width = line.width + INITIAL_GAP * em
    if len(first.baselines) < story.initial or width + LEAST_MEASURE_EM * em > first.measure:
        tell = warning if len(char) > 1 else error
        told = tell(
            "INITIAL.word-no-room" if len(char) > 1 else "INITIAL.no-room",
            place, path="initial", text=char, width_pt=line.width, size_pt=size,
            measure_pt=first.measure, lines=len(first.baselines),
        )  # fmt: skip
        return Initial(diagnostics=(told,))
    top = first.baselines[0] - EM_ASCENT * story.body.size
    node, begin = f"{story.story.name}#p1", Passage(paragraph=1, offset=0)
    right = first.x + width
    foot = first.baselines[story.initial - 1]
    corners = ((first.x, top), (right, top), (right, foot), (first.x, foot))
    return Initial(
        items=(replace(line.at(first.x, top, line.width, node), passage=begin),),
        obstacles=(Obstacle(points=corners, standoff=0.0),),
        characters=len(char),
        diagnostics=(*line.diagnostics, *_unmarked(words, char)),
    )


def _boxed(story: RStory, words: Paragraph) -> bool:
    """Whether a paragraph stands in a box of its story."""
    from layout.flow.article.drawn import box_round  # few stories have boxes

    return box_round(story, words) is not None


def _unmarked(words: Paragraph, char: str) -> Iterator[Diagnostic]:
    """A warning for what words of a first character ask for that it has not: it is set by itself,
    without what is drawn at it, over it, or said of its colour."""
    lost = [r for r in words.runs if r.voice in (*DRAWN, RUBY, NAMED) and r.start < len(char)]
    if lost:
        yield warning("INITIAL.marks", words.place_at(0), path="initial", text=char)


def _first_of(text: str, script: Script) -> str:
    """What of a text is set as its initial."""
    found = re.match(_FIRST, text)
    end = found.end() if found else 0
    for token in tokens(text[end : end + 2 * _MOST_MARKS])[:_MOST_MARKS]:
        if class_of(token, script) not in NOT_AT_START["gb"]:
            break
        end += len(token)
    return text[:end]


def initial_style(story: RStory) -> TextStyle:
    """The style of a first character: that of the text in the face of headings in it."""
    return replace(
        story.body, name="initial", face=story.subhead.face, align="left", leading=0.0,
        indent_em=0.0, half_digits=False,
    )  # fmt: skip


@record
class Reserved:
    """The slots left for text, and those kept for what stands at its beginning and end."""

    slots: tuple[tuple[Slot, ...], ...]
    jump_from: Slot | None = None
    jump_to: Slot | None = None
    foot: Slot | None = None


def reserve(story: RStory, columns: Sequence[tuple[Slot, ...]]) -> Reserved:
    """Slots kept free: the first for 上接, the last ones for a note at the foot and 下转."""
    slots = list(columns)
    taken: dict[str, Slot | None] = {}
    if story.jump_from is not None and story.jump_from.line is not None and slots and slots[0]:
        taken["jump_from"], slots[0] = slots[0][0], slots[0][1:]
    for name, wanted in (("foot", story.foot), ("jump_to", story.jump_to)):
        if wanted is not None and slots and slots[-1]:
            taken[name], slots[-1] = slots[-1][-1], slots[-1][:-1]
    return Reserved(slots=tuple(slots), **taken)


def notes(
    setter: Setter,
    story: RStory,
    block: RBlock,
    *,
    frames: Sequence[ColumnFrame],
    poured: Poured,
    held: Reserved,
    byline: StyledText | None,
    signed: Slot | None,
    noted: Sequence[PlacedItem] = (),
) -> tuple[list[PlacedItem], list[Diagnostic]]:
    """The `byline` after the text in the slot `signed`; jump lines, mark at the end and note at the
    foot, each in its slot. `noted` are the notes of the text's signs, in their places."""
    node = story.story.name
    items: list[PlacedItem] = []
    found: list[Diagnostic] = []
    ended = poured.done == len(poured.setting.lines)
    if story.jump_to is not None and story.jump_to.line is not None and not ended:
        line, at = story.jump_to.line, f"{block.id}#jump-to"
        made, said = _put(setter, line, held.jump_to, at, share=1, what="part.jump-line")
        items += made
        found += said
    if story.end is not None and ended:
        found += _end(setter, story, items, poured, node)
    elsewhere = story.jump_from is not None and not poured.setting.lines  # as the text's end is
    if byline is not None and (ended or signed is not None) and not elsewhere:
        made, said = _put(
            setter, byline, signed, f"{node}#byline", share=1, what="part.byline",
            narrow=poured.narrow,
        )  # fmt: skip
        items += made
        found += said
    if story.foot is not None:
        above = [entry.slot.baseline for entry in poured.columns[-1]]
        above += [
            line.baseline for line in noted
            if isinstance(line, PlacedLine) and line.column == len(poured.columns)
        ]  # fmt: skip
        if story.jump_to is not None and not ended and held.jump_to is not None:
            above.append(held.jump_to.baseline)
        last = max(above, default=-inf)
        found += _foot(setter, story, block, items, last=last, slot=held.foot, frames=frames)
    return items, found


def opening(
    setter: Setter, story: RStory, block: RBlock, held: Reserved, *, empty: bool
) -> tuple[list[PlacedItem], list[Diagnostic]]:
    """The line that says where the story comes from, before its text; none where it is `empty`."""
    if story.jump_from is None or story.jump_from.line is None or empty:
        return [], []
    line, at = story.jump_from.line, f"{block.id}#jump-from"
    return _put(setter, line, held.jump_from, at, share=0, what="part.jump-line")


def homeless(words: StyledText, what: str) -> Diagnostic:
    """The error for a line that has no slot, told as `what` (`part.byline`)."""
    from layout.flow import copyfit  # nearly every line has a slot

    return error(copyfit.homeless(words.text, what), words.place)


def _put(
    setter: Setter,
    words: StyledText,
    slot: Slot | None,
    node: str,
    *,
    share: float,
    what: str,
    narrow: float = 0.0,
) -> tuple[list[PlacedItem], list[Diagnostic]]:
    """A line in its slot, `share` of the free width before it; the widest of the slots that are
    too narrow for it is `narrow` points wide."""
    if slot is None and narrow:
        from layout.flow import copyfit  # nearly every line has a slot

        wide = setter.display(words).width
        told = copyfit.too_wide(words.text, what, wide=wide, narrow=narrow)
        return [], [error(told, words.place)]
    if slot is None:
        return [], [homeless(words, what)]
    line = setter.display(words, slot.measure)
    x = slot.x + share * (slot.measure - line.width)
    top = slot.baseline - EM_ASCENT * line.style.size
    return [line.at(x, top, line.width, node)], list(line.diagnostics)


def _end(
    setter: Setter, story: RStory, items: list[PlacedItem], poured: Poured, node: str
) -> list[Diagnostic]:
    """The mark after the last character; none where the line is full."""
    assert story.end is not None
    lines = [e for column in reversed(poured.columns) for e in reversed(column) if e.line]
    # Boxes at the end of a text stand behind its end.
    last = next((e for e in lines if e.line and e.line.inside is None), next(iter(lines), None))
    if last is None or last.line is None:
        return []
    mark = setter.display(story.end)
    em = last.line.em
    before, _ = last.line.place(last.slot.measure)
    used = before + (last.line.line.width + last.line.line.indent) * em / 1000
    if used + END_GAP * em + mark.width > last.slot.measure:
        return [warning("END-MARK.room", story.end.place, text=story.end.text)]
    x = last.slot.x + used + END_GAP * em
    top = last.slot.baseline - EM_ASCENT * mark.style.size
    items.append(mark.at(x, top, mark.width, f"{node}#end"))
    return list(mark.diagnostics)


def _foot(
    setter: Setter,
    story: RStory,
    block: RBlock,
    items: list[PlacedItem],
    *,
    last: float,
    slot: Slot | None,
    frames: Sequence[ColumnFrame],
) -> list[Diagnostic]:
    """The note on the last line of the last column, under a thin rule where there is white below
    the `last` baseline of what stands over it."""
    assert story.foot is not None
    if slot is None:
        return [homeless(story.foot, "part.foot")]
    node = f"{block.id}#foot"
    line = setter.display(story.foot, slot.measure)
    top = slot.baseline - EM_ASCENT * line.style.size
    x = slot.x + (slot.measure - line.width if line.style.align == "right" else 0.0)
    white = [y for y in frames[-1].baselines if last + SAME_LINE < y < slot.baseline - SAME_LINE]
    if white:
        y = (top + white[0]) / 2
        items += rules.horizontal("thin", slot.x, y, slot.measure, node)
    items.append(line.at(x, top, line.width, node))
    return list(line.diagnostics)
