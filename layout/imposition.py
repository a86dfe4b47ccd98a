"""Which pages of a section stand side by side on its sheets (拼版).

A newspaper section is a pile of sheets, each folded once and laid inside the one before. A sheet
has four halves: outside, with the fold between them, the last page it holds and the first, inside
the two that follow. So sheet i of n pages has n-i+1 | i on its outer side and i+1 | n-i on its
inner one, and the two halves of every side add up to n + 1.
"""

from typing import Final

from layout.record import record

HALVES: Final = 4
"""Of a sheet printed on both sides and folded once."""


@record
class Side:
    """One side of a sheet: the pages left and right of the fold, counted from 1; None is blank."""

    sheet: int  # from 1, the outermost
    left: int | None
    right: int | None

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages that stand on it, from left to right."""
        return tuple([page for page in (self.left, self.right) if page is not None])


def sides(count: int) -> tuple[Side, ...]:
    """The sides of a section of `count` pages, outer before inner, from the outermost sheet in.

    Where `count` is no multiple of four the last halves stay blank: a sheet has no fewer. A lone
    page has nothing to stand beside and gives no sides.
    """
    if count < 2:
        return ()
    whole = -(-count // HALVES) * HALVES

    def half(page: int) -> int | None:
        return page if page <= count else None

    made: list[Side] = []
    for page in range(1, whole // 2, 2):
        sheet = (page + 1) // 2
        made.append(Side(sheet=sheet, left=half(whole - page + 1), right=half(page)))
        made.append(Side(sheet=sheet, left=half(page + 1), right=half(whole - page)))
    return tuple(made)


def blanks(count: int) -> int:
    """How many halves of the sheets stay blank."""
    return -count % HALVES if count > 1 else 0
