"""How wide the columns of a table are, by its words alone. Numbers only.

A cell is what no line parts: pieces that lie between places where a line may end. Where all of it
has room each column gets its natural width; where not, the widths are those at which the table has
the fewest lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import Final, NamedTuple

from layout.units import EPS_PT

MOST_STATES: Final = 64
"""Ways to divide the room among the first columns that are carried on to the next one: with more
of them the best are, and the result may be a line deeper than it could be."""
MOST_CANDIDATES: Final = 24
"""Widths of a column that are tried; of more those evenly among them."""
MOST_PIECES: Final = 600
"""Pieces of a column's words of which each width is looked at that changes a line; of more words
`MOST_CANDIDATES` widths from the least to the natural one are."""

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
    for column in columns:
        own = [cell for cell in single if cell.column == column]
        lists.append(_candidates(own, rows, least[column]))
    picked = shallowest(lists, room)
    return {
        column: candidates[k].width
        for column, candidates, k in zip(columns, lists[1:], picked[1:], strict=True)
    }


def _candidates(cells: Sequence[CellNeed], rows: int, least: float) -> list[Candidate]:
    """The widths of a column at which one of its cells takes a line less, from the least on."""
    widths = {least}
    if sum(len(pieces) for cell in cells for pieces in cell.lines) > MOST_PIECES:
        most = max(cell.natural for cell in cells)
        each = (most - least) / (MOST_CANDIDATES - 1)
        widths.update(least + each * k for k in range(1, MOST_CANDIDATES))
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
    if len(out) > MOST_CANDIDATES:
        last = len(out) - 1
        out = [out[k * last // (MOST_CANDIDATES - 1)] for k in range(MOST_CANDIDATES)]
    return out


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
    after = [0.0] * (len(columns) + 1)
    for c in range(len(columns) - 1, -1, -1):
        after[c] = after[c + 1] + columns[c][0].width
    rows = len(columns[0][0].depths) if columns else 0
    states: list[tuple[int, float, tuple[int, ...], tuple[int, ...]]] = [(0, 0.0, (0,) * rows, ())]
    for c, candidates in enumerate(columns):
        grown: list[tuple[int, float, tuple[int, ...], tuple[int, ...]]] = []
        for _, used, depths, picks in states:
            for k, candidate in enumerate(candidates):
                wide = used + candidate.width
                if k and wide + after[c + 1] > room + EPS_PT:
                    break
                high = tuple(map(max, depths, candidate.depths))
                grown.append((sum(high), wide, high, (*picks, k)))
        states = _unbeaten(sorted(grown))
    return list(states[0][3])


def _unbeaten(
    states: Sequence[tuple[int, float, tuple[int, ...], tuple[int, ...]]],
) -> list[tuple[int, float, tuple[int, ...], tuple[int, ...]]]:
    """The states that no other beats, least lines first; `MOST_STATES` at most."""
    kept: list[tuple[int, float, tuple[int, ...], tuple[int, ...]]] = []
    for state in states:
        _, wide, high, _ = state
        if any(
            other[1] <= wide + EPS_PT and all(a <= b for a, b in zip(other[2], high, strict=True))
            for other in kept
        ):
            continue
        kept.append(state)
        if len(kept) > MOST_STATES:
            break
    return _with_narrowest(kept, states)


def _with_narrowest(
    kept: list[tuple[int, float, tuple[int, ...], tuple[int, ...]]],
    states: Sequence[tuple[int, float, tuple[int, ...], tuple[int, ...]]],
) -> list[tuple[int, float, tuple[int, ...], tuple[int, ...]]]:
    """Those kept, the narrowest of all among them: from it there is always a way on."""
    narrow = min(states, key=lambda state: (state[1], state[0]))
    if all(state[1] > narrow[1] + EPS_PT for state in kept):
        kept.append(narrow)
    return kept


def _lines(pieces: Pieces, width: float) -> int:
    """Lines that pieces take, each filled in turn."""
    count = 0
    begin = 0.0
    for first, end in pieces:
        if not count or end - begin > width + EPS_PT:
            count += 1
            begin = first
    return count or 1
