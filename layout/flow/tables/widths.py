"""How wide the columns of a table are, by its words alone. Numbers only.

A cell is what no line parts: pieces that lie between places where a line may end. Where all of it
has room each column gets its natural width; where not, the widths are those at which the table has
the fewest lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from operator import le
from typing import Final, NamedTuple

from layout.units import EPS_PT

MOST_STATES: Final = 64
"""Ways to divide the room among the first columns that are carried on to the next one: with more
of them the best are, and the result may be a line deeper than it could be."""
MOST_CANDIDATES: Final = 24
"""Widths of a column that are tried."""
_STEPS: Final = (1, 2, 3, 4, 5, 7, 9, 12, 16, 24)
"""Of more widths, how far those that are tried are from the one that is nearest to a fair share."""
MOST_PIECES: Final = 600
"""Pieces of a column's words of which each width is looked at that changes a line; of more words
those are at which a fair share, and what is so much more or less, is filled."""
_ROUND: Final = (
    -0.7, -0.5, -0.4, -0.3, -0.25, -0.2, -0.15, -0.1, -0.06, -0.03, 0.0, 0.03, 0.06, 0.1, 0.15, 0.2,
    0.25, 0.3, 0.4, 0.6, 1.0,
)  # fmt: skip

Pieces = Sequence[tuple[float, float]]
"""Of a line without a forced end: where each piece begins and ends. Pieces a … b make a line that
is `end(b) - begin(a)` wide."""


class CellNeed(NamedTuple):
    """What a cell needs: its row and column, how many rows and columns it goes over, its forced
    lines, and how many lines of the table's leading a line of it takes."""

    row: int
    column: int
    lines: Sequence[Pieces]
    rows: int = 1
    columns: int = 1
    step: int = 1

    @property
    def natural(self) -> float:
        """Its width where no line is broken."""
        return max((pieces[-1][1] - pieces[0][0] for pieces in self.lines if pieces), default=0.0)

    @property
    def least(self) -> float:
        """The width of its widest piece."""
        return max((end - begin for pieces in self.lines for begin, end in pieces), default=0.0)

    def depth(self, width: float) -> int:
        """Lines it takes in a width, each filled in turn; a piece that is wider has its own."""
        return self.step * sum(_lines(pieces, width) for pieces in self.lines)


class ColumnAsk(NamedTuple):
    """A column: its width where one is stated, its share of what is left, or neither."""

    width: float | None = None
    share: float = 0.0


class Candidate(NamedTuple):
    """A width of a column, and the lines that its cells then take, a row each."""

    width: float
    depths: tuple[int, ...]


def column_widths(
    asks: Sequence[ColumnAsk], cells: Sequence[CellNeed], room: float, gap: float
) -> list[float]:
    """The widths of columns that have `room` points, less the white between them and at the edges.

    They add up to the room, or to more where words that cannot be parted ask for it; where all are
    stated they are as stated, and may add up to less.
    """
    count = len(asks)
    least, natural = _needs(asks, cells, room, gap)
    fixed = sum(ask.width for ask in asks if ask.width is not None)
    shares = sum(ask.share for ask in asks)
    open_ones = [c for c in range(count) if asks[c].width is None and not asks[c].share]
    left = room - fixed
    if shares:
        shared = [c for c in range(count) if asks[c].share]
        left -= sum(least[c] for c in shared)
    chosen = list(natural)
    if open_ones and sum(natural[c] for c in open_ones) > left + EPS_PT:
        for c, width in _squeezed(asks, open_ones, cells, least, left).items():
            chosen[c] = width
    for c, ask in enumerate(asks):
        if ask.width is not None:
            chosen[c] = ask.width
    if shares:
        rest = room - fixed - sum(chosen[c] for c in open_ones)
        for c, width in _by_share(asks, least, rest).items():
            chosen[c] = width
    elif open_ones:
        more = (room - sum(chosen)) / len(open_ones)
        for c in open_ones:
            chosen[c] += max(0.0, more)
    return chosen


def natural_widths(
    asks: Sequence[ColumnAsk],
    cells: Iterable[tuple[int, int, float]],
    room: float,
    gap: float,
) -> list[float] | None:
    """The widths of columns where every cell has room on one line, as `column_widths` gives them;
    None where one has not, or where columns share the room.

    `cells` are each a column, how many it goes over, and a natural width.
    """
    if any(ask.share for ask in asks):
        return None
    widths = [ask.width or 0.0 for ask in asks]
    over = []
    for column, columns, wide in cells:
        if columns > 1:
            over.append((column, columns, wide))
        elif asks[column].width is None and wide > widths[column]:
            widths[column] = wide
    if sum(widths) > room + EPS_PT:
        return None
    if any(wide > sum(widths[c : c + n]) + gap * (n - 1) for c, n, wide in over):
        return None
    open_ones = [c for c, ask in enumerate(asks) if ask.width is None]
    more = (room - sum(widths)) / len(open_ones) if open_ones else 0.0
    for c in open_ones:
        widths[c] += max(0.0, more)
    return widths


def _needs(
    asks: Sequence[ColumnAsk], cells: Sequence[CellNeed], room: float, gap: float
) -> tuple[list[float], list[float]]:
    """The least and the natural width of each column, those of cells over several included.

    What such a cell lacks its columns of no stated width share alike; naturally only as far as
    there is room.
    """
    least, natural = [0.0] * len(asks), [0.0] * len(asks)
    for cell in cells:
        if cell.columns == 1:
            least[cell.column] = max(least[cell.column], cell.least)
            natural[cell.column] = max(natural[cell.column], cell.natural)
    for c, ask in enumerate(asks):
        if ask.width is not None:
            least[c] = natural[c] = ask.width
    for cell in sorted((c for c in cells if c.columns > 1), key=lambda c: c.columns):
        over = range(cell.column, cell.column + cell.columns)
        open_ones = [c for c in over if asks[c].width is None]
        if not open_ones:
            continue
        between = gap * (cell.columns - 1)
        lack = cell.least - between - sum(least[c] for c in over)
        for c in open_ones:
            least[c] += max(0.0, lack) / len(open_ones)
            natural[c] = max(natural[c], least[c])
        lack = cell.natural - between - sum(natural[c] for c in over)
        if 0 < lack <= room - sum(natural):
            for c in open_ones:
                natural[c] += lack / len(open_ones)
    return least, natural


def _by_share(asks: Sequence[ColumnAsk], least: Sequence[float], room: float) -> dict[int, float]:
    """The widths of columns that share a room, none under its least."""
    open_ones = {c: ask.share for c, ask in enumerate(asks) if ask.share}
    out: dict[int, float] = {}
    while open_ones:
        unit = (room - sum(out.values())) / sum(open_ones.values())
        narrow = [c for c, share in open_ones.items() if share * unit < least[c] - EPS_PT]
        for c in narrow or list(open_ones):
            out[c] = least[c] if narrow else open_ones[c] * unit
            del open_ones[c]
    return out


def _squeezed(
    asks: Sequence[ColumnAsk],
    columns: Sequence[int],
    cells: Sequence[CellNeed],
    least: Sequence[float],
    room: float,
) -> dict[int, float]:
    """Widths of columns in a room that their words do not fit on one line each. A row is no lower
    than the cells of columns whose width is stated make it."""
    rows = 1 + max((cell.row for cell in cells), default=0)
    single = [cell for cell in cells if cell.columns == 1 and cell.rows == 1]
    stated = [1] * rows
    for cell in single:
        width = asks[cell.column].width
        if width is not None:
            stated[cell.row] = max(stated[cell.row], cell.depth(width))
    lists = [[Candidate(0.0, tuple(stated))]]
    own = {c: [cell for cell in single if cell.column == c] for c in columns}
    wants = {c: max([x.natural for x in own[c]], default=least[c]) - least[c] for c in columns}
    part = max(0.0, room - sum(least[c] for c in columns)) / (sum(wants.values()) or 1.0)
    for c in columns:
        fair = least[c] + max(0.0, wants[c]) * min(1.0, part)
        lists.append(_candidates(own[c], rows, least[c], fair))
    picked = shallowest(lists, room)
    return {
        column: candidates[k].width
        for column, candidates, k in zip(columns, lists[1:], picked[1:], strict=True)
    }


def _candidates(cells: Sequence[CellNeed], rows: int, least: float, fair: float) -> list[Candidate]:
    """The widths of a column at which one of its cells takes a line less, from the least on; of
    many those round `fair`, its share of the room by what the columns lack, the nearer the more."""
    widths = {least}
    if sum(len(pieces) for cell in cells for pieces in cell.lines) > MOST_PIECES:
        tried = [max(cell.natural for cell in cells), *(fair * (1 + off) for off in _ROUND)]
        widths.update(max(least, _snug(cells, width)) for width in tried if width > least)
    else:
        for cell in cells:
            widths.update(_changes(cell, least))
    out: list[Candidate] = []
    for width in sorted(widths):
        depths = [1] * rows
        for cell in cells:
            depths[cell.row] = max(depths[cell.row], cell.depth(width))
        if not out or tuple(depths) != out[-1].depths:
            out.append(Candidate(width, tuple(depths)))
    if len(out) <= MOST_CANDIDATES:
        return out
    middle = sum(candidate.width <= fair + EPS_PT for candidate in out) - 1
    kept = {0, len(out) - 1, middle}
    for step in _STEPS:
        kept |= {max(0, middle - step), min(len(out) - 1, middle + step)}
    return [out[k] for k in sorted(kept)]


def _snug(cells: Sequence[CellNeed], width: float) -> float:
    """The width of the longest line of some cells in a width: the least at which all of their lines
    are as they are there."""
    return max(
        (line for cell in cells for pieces in cell.lines for line in _filled(pieces, width)),
        default=0.0,
    )


def _changes(cell: CellNeed, least: float) -> Iterator[float]:
    """The widths above the least at which a cell takes a line less than at any narrower one."""
    width = least
    depth = cell.depth(width)
    while True:
        wider = min((_next_width(pieces, width) for pieces in cell.lines), default=inf)
        if wider == inf:
            return
        width = wider
        now = cell.depth(width)
        if now < depth:
            yield width
            depth = now


def _next_width(pieces: Pieces, width: float) -> float:
    """The least width above this one at which a line takes in a piece more; infinite where there
    is one line."""
    wider = inf
    begin: float | None = None
    for first, end in pieces:
        if begin is None:
            begin = first
        elif end - begin > width + EPS_PT:
            wider = min(wider, end - begin)
            begin = first
    return wider


def shallowest(columns: Sequence[Sequence[Candidate]], room: float) -> list[int]:
    """Which of its candidates, in order of width, each column takes, so that the table has the
    fewest lines in the room; of as many lines the narrowest. The first of each where all are too
    wide.

    A row is as high as its highest cell, so columns depend on one another. Column by column every
    division of the room is carried on that no other one beats in width and in every row.
    """
    rows = len(columns[0][0].depths) if columns else 0
    states = [State(0, 0, 0.0, (0,) * rows, ())]
    for c, candidates in enumerate(columns):
        later = _ColumnsToCome(columns[c + 1 :], rows)
        grown: list[State] = []
        for _, _, used, depths, picks in states:
            for k, candidate in enumerate(candidates):
                wide = used + candidate.width
                if k and wide + later.least > room + EPS_PT:
                    break
                high = tuple(map(max, depths, candidate.depths))
                hoped = sum(map(max, high, later.depths(room - wide)))
                grown.append(State(hoped, sum(high), wide, high, (*picks, k)))
        states = _unbeaten(sorted(grown))
    return list(states[0].picks)


class State(NamedTuple):
    """A way to divide the room among the first columns: the lines that are `hoped` for of the whole
    table, and those it has so far, the width used, the depth of each row, the candidates taken."""

    hoped: int
    lines: int
    used: float
    depths: tuple[int, ...]
    picks: tuple[int, ...]


class _ColumnsToCome:
    """The columns that are still to come: what they need at least, and how deep rows are where each
    has its least and all share the rest of the room by what they lack."""

    def __init__(self, columns: Sequence[Sequence[Candidate]], rows: int) -> None:
        self.least = sum(column[0].width for column in columns)
        self._columns = columns
        self._wants = [column[-1].width - column[0].width for column in columns]
        self._rows = rows
        self._known: dict[int, tuple[int, ...]] = {}

    def depths(self, room: float) -> tuple[int, ...]:
        """The depth of each row in a room; in hundredths of what the columns want."""
        part = min(100, int(100 * max(0.0, room - self.least) / (sum(self._wants) or 1.0)))
        found = self._known.get(part)
        if found is None:
            found = (0,) * self._rows
            for column, want in zip(self._columns, self._wants, strict=True):
                width = column[0].width + want * part / 100 + EPS_PT
                best = max(candidate for candidate in column if candidate.width <= width)
                found = tuple(map(max, found, best.depths))
            self._known[part] = found
        return found


def _unbeaten(states: Sequence[State]) -> list[State]:
    """The states that no other beats in width and in every row, those first that hope for the
    fewest lines; `MOST_STATES` at most, and the narrowest of all: from it there is a way on."""
    kept: list[State] = []
    for state in states:
        if not any(_beats(other, state) for other in kept):
            kept.append(state)
            if len(kept) == MOST_STATES:
                break
    narrow = min(states, key=lambda state: (state.used, state.lines))
    if all(state.used > narrow.used + EPS_PT for state in kept):
        kept.append(narrow)
    return kept


def _beats(one: State, other: State) -> bool:
    """Whether a state is as narrow as another and no row of it is deeper."""
    return one.used <= other.used + EPS_PT and all(map(le, one.depths, other.depths))


def _lines(pieces: Pieces, width: float) -> int:
    """Lines that pieces take, each filled in turn."""
    count = 0
    begin = 0.0
    for first, end in pieces:
        if not count or end - begin > width + EPS_PT:
            count += 1
            begin = first
    return count or 1


def _filled(pieces: Pieces, width: float) -> Iterator[float]:
    """The widths of these lines."""
    begin = last = 0.0
    begun = False
    for first, end in pieces:
        if begun and end - begin > width + EPS_PT:
            yield last - begin
            begin = first
        elif not begun:
            begin, begun = first, True
        last = end
    yield last - begin
