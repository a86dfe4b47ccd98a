"""Where the blocks of a stack or a row stand across: on basic columns, or by lengths, measured in
what the inset of the row leaves. Few pages have groups."""

from layout.diagnostics import Diagnostic, Place, error
from layout.geometry import Rect
from layout.record import record
from layout.spec.model.blockkinds import RowBlock, StackBlock, members
from layout.spec.reader.kinds import FILL, Span
from layout.spec.reader.lengths import Length
from layout.spec.resolve.sheet import GUTTER_ZI, Across, Sheet
from layout.units import fits
from layout.words.said import Said, said


@record
class Abreast:
    """Spreads the blocks of groups over their places. Faults are gathered, never raised."""

    sheet: Sheet
    faults: list[Diagnostic]
    between: Length | None = None  # white between the stories of the page, where it states any

    def of(
        self, block: StackBlock | RowBlock, path: str, own: Across, inner: Rect
    ) -> tuple[Across, ...] | None:
        """Where the blocks of a group stand that stands `own`, `inner` less its inset: all of it in
        a stack, one after the other in a row. None, with a fault, where a row has no room."""
        blocks = members(block)
        if isinstance(block, StackBlock):
            for number, member in enumerate(blocks, 1):
                for key in ("cols", "width"):
                    if getattr(member, key) is not None:
                        told = said("PLACE.cols-in-stack", path=f"{path}.stack.{number}.{key}")
                        self.faults.append(error(told, member.places[key]))
            return (own,) * len(blocks)
        crowded = own.cols is not None and own.cols.count < len(blocks)
        crowded = crowded and all(m.cols is None for m in blocks)
        lengths = block.gutter is not None or any(m.width for m in blocks)
        if own.cols is None or lengths or crowded:
            return self._by_lengths(block, path, inner)
        return self._by_columns(block, path, own.cols)

    def _by_columns(self, block: RowBlock, path: str, cols: Span) -> tuple[Across, ...] | None:
        asked = [m.cols for m in members(block)]
        free = cols.count - sum(n for n in asked if n is not None and n != FILL)
        open_ones = [i for i, n in enumerate(asked) if n is None or n == FILL]
        if free < len(open_ones) or (free and not open_ones):
            taken, name = cols.count - free, f"{path}.row"
            told = said("PLACE.row-short", path=name, columns=taken, of=cols.count)
            if free <= 0:
                taken += len(open_ones)
                told = said("PLACE.row-over", path=name, columns=taken, of=cols.count)
            self.faults.append(error(told, block.places["row"]))
            return None
        if open_ones:
            each, odd = divmod(free, len(open_ones))
            for k, i in enumerate(open_ones):
                asked[i] = each + (1 if k < odd else 0)
        found = []
        first = cols.first
        for width in asked:
            assert width is not None
            found.append(self.sheet.across(Span(first, first + width - 1)))
            first += width
        return tuple(found)

    def _by_lengths(self, block: RowBlock, path: str, inner: Rect) -> tuple[Across, ...] | None:
        """The blocks of a row as wide as they say, the others sharing what is left of `inner`.

        None, with a fault, where they do not fill it.
        """
        blocks, em = members(block), self.sheet.em
        faults: list[tuple[Said, Place]] = []
        for number, member in enumerate(blocks, 1):
            if member.cols is not None and member.cols != FILL:
                told = said("PLACE.cols-beside-width", path=f"{path}.row.{number}.cols")
                faults.append((told, member.places["cols"]))
        white = self._white(block)
        asked = [self.sheet.points(m.width) if m.width is not None else None for m in blocks]
        open_ones = sum(width is None for width in asked)
        taken = sum(width for width in asked if width is not None) + white * (len(blocks) - 1)
        free = inner.width - taken
        tells: dict[str, str | float] = {
            "path": f"{path}.row", "taken_em": em(taken), "room_em": em(inner.width),
            "over_em": em(abs(free)),
        }  # fmt: skip
        if not fits(open_ones * self.sheet.body_size, free):
            faults.append((said("PLACE.row-wide", **tells), block.places["row"]))
        elif not open_ones and not fits(free, 0.0):
            faults.append((said("PLACE.row-narrow", **tells), block.places["row"]))
        if faults:
            self.faults.extend(error(told, place) for told, place in faults)
            return None
        found = []
        left = inner.x
        for width in asked:
            right = left + (free / open_ones if width is None else width)
            found.append(Across(left, right))
            left = right + white
        return tuple(found)

    def _white(self, row: RowBlock) -> float:
        """Points between two blocks of a row: its own `gutter`, else what the page has between
        stories, else between columns."""
        white = row.gutter or self.between
        if white is not None:
            return self.sheet.points(white)
        if len(self.sheet.grid.columns) > 1:
            return self.sheet.grid.gutter
        return GUTTER_ZI * self.sheet.body_size
