"""A story's headline (引题 主题 副题 提要题) set into the whole lines of the grid it is given."""

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from layout.diagnostics import Diagnostic
from layout.flow.headline.label import KICKER_GAP, Besides, Label, beside_kicker, taken, with_label
from layout.flow.headline.titles import TITLE_GAP, Room, together
from layout.flow.placed import PlacedItem
from layout.flow.type.align import share, too_high
from layout.flow.type.setter import DisplayLine, Setter
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.model.headline import WHITE_EM, WHITE_LINES, WHITE_SUMMARY
from layout.spec.resolve.resolved import RHeadline, StyledText
from layout.units import fits, whole_up

if TYPE_CHECKING:
    from layout.flow.headline.summary import Gist

BESIDE_GAP: Final = 0.6
"""Between a 引题 and the 主题 that stands beside it, in em of the 引题."""
BESIDE_TEXT: Final = 1.0
"""The least between a headline and the text beside it, in em of the text."""
AIR_ABOVE: Final = 0.58
"""Share of the free height above: a headline belongs to what stands under it."""
AIR_INSIDE: Final = 0.5
"""Share of the free height above a headline on a tint or a picture, whose edges are both near."""
TEXTBOOK_AIR: Final = 1.5
"""Lines of the grid above, below and between the parts: the textbook's one to two (占行)."""
LEAST_AIR: Final = 0.75
"""Of them, what is left above and below when the parts stand far from one another."""
BACKED_AIR: Final = 0.25
"""Lines of the grid left above and below on a tint or a picture: its inset is white enough."""
ABOVE_LEAST: Final = 0.4
"""Lines of the grid kept above a headline, where the least white under it takes the rest."""

"""Pixels of pictures by their source."""
Row = tuple[DisplayLine, str, float]
"""A line of a headline, what part it is, and how far it stands from the one before."""


@record
class Under:
    """The text under a headline: the `pitch` of the grid, the white `lead` that its first line has
    over its em box anyway, and the `rest` of a line of the grid over that; `besides` is the
    white by which type off the grid would stand nearer. Points."""

    pitch: float
    lead: float = 0.0
    rest: float = 0.0
    besides: float = 0.0


def set_headline(
    setter: Setter,
    headline: RHeadline,
    rect: Rect,
    node: str,
    *,
    under: Under | None = None,
    label: Label | None = None,
) -> tuple[list[PlacedItem], list[Diagnostic]]:
    """Everything of a headline in `rect`, in reading order, and its diagnostics; with a `label`
    over it or beside it.

    `under` is needed where text stands under it. It is
    moved up where the white under it would be less than its least, as far as it has room.
    """
    items: list[PlacedItem] = []
    room = rect
    air = AIR_ABOVE
    if headline.backing is not None:
        from layout.flow.headline.backing import (  # few headlines have anything behind them
            behind,
            inside,
        )

        items += behind(headline.backing, rect, node)
        room = inside(headline.backing, rect)
        air = AIR_INSIDE
    whole = room
    least = taken(label, headline) if label is not None else Besides()
    if label is not None:
        room = room.inset(least.left, least.top, 0.0, least.under)
    # Where nothing states its lines they follow its size, and not its size them.
    stated = headline.lines is not None or headline.stands != "above"
    made = _arranged(setter, headline, room.width, room.height if stated else None)
    free = max(0.0, room.height - made.height)
    above = air * free
    if under is not None and headline.backing is None:
        above = max(0.0, min(above - under.besides, free - _white(headline, made, under)))
    y = room.y + above
    lines: list[PlacedItem] = []
    for line, part, dx, dy in made.lines:
        lines.append(line.at(room.x + dx, y + dy, line.width, f"{node}#{part}"))
    found: list[Diagnostic] = []
    if label is not None:
        lines, found = with_label(label, headline, lines, whole, share(headline.align))
    if headline.shoulder is not None:
        from layout.flow.headline.shoulder import shouldered  # few headlines have a 肩题

        labelled = label is not None and beside_kicker(label, headline)
        lines = shouldered(headline.shoulder, lines, labelled=labelled)
    items += lines
    if made.gist is not None:
        free = room.width - made.gist.width
        x = room.x + share(headline.align) * free
        top = y + made.height + least.under - made.gist.height
        items += made.gist.at(x, top, f"{node}#summary")
    found += made.diagnostics
    if not any(d.code == "DISPLAY-HIGH" for d in found):
        found += too_high("part.the-headline", made.height, room.height, headline.place)
    return items, found


def headline_height(
    setter: Setter,
    headline: RHeadline,
    width: float,
    under: Under,
    *,
    label: float = 0.0,
    own: Label | None = None,
) -> int:
    """Lines of the grid of a headline over `width` points: those stated, or as many as it needs.

    The textbook's sum (占行): the sizes of its parts in lines, and one to two lines of air above,
    below and between, rounded up; and never less than gives it the least white `under` it. A
    `label` over it takes so many points more, one of its `own` what it needs.
    """
    pitch = under.pitch
    besides = taken(own, headline) if own is not None else Besides()
    if own is not None and own.spec.stands == "above":
        label += own.above
    if headline.lines is not None:
        return headline.lines + whole_up(label / pitch)
    if own is not None and own.spec.stands != "above":
        label += besides.top + besides.under
    around = 0.0
    if headline.backing is not None:
        top, right, bottom, left = headline.backing.inset
        width = max(1.0, width - left - right)
        around = top + bottom + headline.backing.below
    made = _arranged(setter, headline, max(1.0, width - besides.left), None)
    if own is not None and besides.left:
        made = replace(made, height=max(made.height, own.height))
    over = label / pitch
    if around:
        return whole_up((made.height + around) / pitch + BACKED_AIR + over)
    plain = made.sizes / pitch + TEXTBOOK_AIR
    white = _white(headline, made, under) / pitch
    air = max(LEAST_AIR, white + ABOVE_LEAST)
    return whole_up(max(plain, made.height / pitch + air) + over)


def _white(headline: RHeadline, made: "_Arranged", under: Under) -> float:
    """The least white from the foot of a headline to that of its lines of the grid."""
    return max(0.0, _least_white(headline, made, under) - under.lead - under.rest + under.besides)


def _least_white(headline: RHeadline, made: "_Arranged", under: Under) -> float:
    """The least white under a headline whose lines are set, in points."""
    last = made.lines[-1][0].height if made.lines else 0.0
    return least_white(headline, last, under)


def least_white(headline: RHeadline, last: float, under: Under) -> float:
    """Points between the foot of a headline and the em boxes of the text under it, at least; its
    last line, above a 提要题, has type of `last` points."""
    if headline.white is not None:
        return headline.white
    if headline.summary is not None:  # a line of the grid stays clear
        return WHITE_SUMMARY * under.pitch + under.lead
    return min(WHITE_LINES * under.pitch, WHITE_EM * last)


def headline_width(setter: Setter, headline: RHeadline) -> float:
    """How wide a headline beside its text is in points: as stated, or as its widest line."""
    if headline.width is not None:
        return headline.width
    made = _arranged(setter, replace(headline, summary=None), None, None)
    inset = headline.backing.inset if headline.backing is not None else (0.0, 0.0, 0.0, 0.0)
    return (
        max((dx + line.width for line, _, dx, _ in made.lines), default=0.0) + inset[1] + inset[3]
    )


@record
class _Arranged:
    """A headline's parts, each at its distance from the top left corner of them all."""

    lines: Sequence[tuple[DisplayLine, str, float, float]]
    height: float
    sizes: float  # of the em boxes alone
    gist: "Gist | None"
    diagnostics: Sequence[Diagnostic]


def _arranged(
    setter: Setter, headline: RHeadline, width: float | None, height: float | None
) -> _Arranged:
    """A headline in a room whose width and height may be open."""
    gist: Gist | None = None
    if headline.summary is not None and width is not None:
        from layout.flow.headline.summary import set_summary

        gist = set_summary(setter, headline.summary, width)
    under = gist.height + gist.gap if gist is not None else 0.0
    depth = height - under if height is not None else None
    arrange = _beside if headline.beside else _stacked
    lines, high, sizes, found = arrange(setter, headline, width, depth)
    if gist is not None:
        found += gist.diagnostics
    return _Arranged(
        lines=lines,
        height=high + under,
        sizes=sizes + (gist.height if gist is not None else 0.0),
        gist=gist,
        diagnostics=found,
    )


_Parts = tuple[list[tuple[DisplayLine, str, float, float]], float, float, list[Diagnostic]]
"""Lines in place, the height of all, that of their em boxes, and diagnostics."""


def _stacked(
    setter: Setter, headline: RHeadline, width: float | None, depth: float | None
) -> _Parts:
    """引题, 主题 and 副题 under one another."""
    rows, found = parts(setter, headline, width, depth)
    wide = width if width is not None else max((line.width for line, _, _ in rows), default=0.0)
    lines: list[tuple[DisplayLine, str, float, float]] = []
    titles = sum(1 for _, part, _ in rows if part == "title")
    seen = 0
    y = 0.0
    for line, part, gap in rows:
        y += gap
        before = share(headline.align)
        if part == "title" and headline.steps and titles > 1:
            # Stepped: the first line ranged left, the last ranged right, any between in steps.
            before = seen / (titles - 1)
            seen += 1
        lines.append((line, part, (wide - line.width) * before, y))
        y += line.height
    return lines, y, sum(line.height for line, _, _ in rows), found


def parts(
    setter: Setter,
    headline: RHeadline,
    width: float | None,
    depth: float | None,
    show: Callable[[StyledText], DisplayLine] | None = None,
    *,
    ends_em: float = 0.0,
) -> tuple[list[Row], list[Diagnostic]]:
    """The lines of a headline, stacked, in a room `width` along them and `depth` across; and
    their diagnostics.

    `show` sets the words of one line, where it is not `Setter.display` at that width; then they run
    down, with `ends_em` of white at both ends together.
    """
    vertical = show is not None
    plain = show or (lambda words: setter.display(words, width))
    rows: list[Row] = []
    used = 0.0
    if headline.kicker is not None:
        line = plain(headline.kicker)
        rows.append((line, "kicker", 0.0))
        used += line.height * (1 + KICKER_GAP)
    subtitle = plain(headline.subtitle) if headline.subtitle is not None else None
    if subtitle is not None:
        used += subtitle.height * (1 + KICKER_GAP)
    room = Room(
        length=math.inf if width is None else width,
        depth=None if depth is None else depth - used,
        ends_em=ends_em,
        vertical=vertical,
    )
    titles, found = titled(setter, headline, room, plain)
    for number, line in enumerate(titles):
        gap = TITLE_GAP * line.height if number else 0.0
        if not number and rows:
            gap = KICKER_GAP * rows[-1][0].height
        rows.append((line, "title", gap))
    if subtitle is not None:
        rows.append((subtitle, "subtitle", KICKER_GAP * subtitle.height))
    return rows, [*found, *(d for line, _, _ in rows for d in line.diagnostics)]


def titled(
    setter: Setter,
    headline: RHeadline,
    room: Room,
    show: Callable[[StyledText], DisplayLine],
) -> tuple[list[DisplayLine], list[Diagnostic]]:
    """The lines of the 主题: parted, fitted, all of one size, and of one length where it is so
    wanted."""
    words, found = title_words(setter, headline, room)

    def natural(line: StyledText) -> DisplayLine:
        return setter.display(line, vertical=room.vertical)

    def fitted(line: StyledText) -> DisplayLine:
        # What was made to fit does; what did not has been told, and is not made smaller still.
        return show(line) if line.style.align == "fill" and not found else natural(line)

    lines = together(words, fitted if headline.fit else show)
    if headline.even and len(lines) > 1:
        longest = max(line.width for line in lines)
        lines = [
            line if fits(longest, line.width) else _spread(setter, w, line, longest, room)
            for w, line in zip(words, lines, strict=True)
        ]
    return lines, found


def title_words(
    setter: Setter, headline: RHeadline, room: Room
) -> tuple[tuple[StyledText, ...], list[Diagnostic]]:
    """The words of each line of a 主题 in the size they are to have, and an error where its least
    size does not fit.

    A title that is neither balanced nor fitted is as it was.
    """
    if not headline.title or not (headline.balance or headline.fit):
        return headline.title, []
    from layout.flow.headline.breaking import parted  # few pages have such a headline

    return parted(setter, headline, room)


def _spread(
    setter: Setter, words: StyledText, line: DisplayLine, length: float, room: Room
) -> DisplayLine:
    """A line set as long as the longest beside it."""
    style = replace(line.style, align="fill")
    return setter.display(replace(words, style=style), length, vertical=room.vertical)


def _beside(
    setter: Setter, headline: RHeadline, width: float | None, depth: float | None
) -> _Parts:
    """The 引题 to the left, on the foot of the 主题's last line; a 副题 below the 主题.

    Centred, it is the 主题 that stands in the middle as long as the 引题 has room at its side.
    """
    assert headline.kicker is not None
    kicker = setter.display(headline.kicker, width)
    offset = kicker.width + BESIDE_GAP * kicker.height
    room = max(1.0, width - offset) if width is not None else None
    below = setter.display(headline.subtitle, room) if headline.subtitle is not None else None
    under = (1 + KICKER_GAP) * below.height if below is not None else 0.0
    titles, found = titled(
        setter,
        headline,
        Room(
            length=math.inf if room is None else room,
            depth=None if depth is None else depth - under,
        ),
        lambda words: setter.display(words, room),
    )
    high = sum(t.height for t in titles) + TITLE_GAP * sum(t.height for t in titles[1:])
    height = max(kicker.height, high)
    wide = max((t.width for t in titles), default=0.0)
    left = 0.0
    if width is not None:
        left = share(headline.align) * max(0.0, width - offset - wide)
        if headline.align == "center":
            left = max(0.0, (width - wide) / 2 - offset)
    lines = [(kicker, "kicker", left, height - kicker.height)]
    y = height - high
    for number, title in enumerate(titles):
        y += TITLE_GAP * title.height if number else 0.0
        lines.append((title, "title", left + offset, y))
        y += title.height
    if below is not None:
        lines.append((below, "subtitle", left + offset, height + KICKER_GAP * below.height))
    sizes = sum(t.height for t in titles) + (below.height if below is not None else 0.0)
    found += [d for line, _, _, _ in lines for d in line.diagnostics]
    return lines, height + under, max(sizes, kicker.height), found
