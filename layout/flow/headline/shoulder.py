"""肩题: a short 引题 that begins over the first character of its 主题, with a rule or without.

肩题肩题             ┃ 肩题肩题
────────
主题主题主题主题     主题主题主题主题
"""

from collections.abc import Sequence
from typing import Final

from layout.display.items import part_of
from layout.flow.placed import PlacedItem, PlacedLine
from layout.flow.rules import rules
from layout.record import replace
from layout.spec.resolve.resolved import RShoulder
from layout.units import EM_ASCENT

UNDER: Final = 0.16
"""em of the 肩题 from its em box to the middle of the rule under it: a third of what parts it from
its 主题."""
BAR: Final = 0.45
"""em from a bar to the words at its right."""
BAR_HIGH: Final = 0.92
"""em: how high a bar is, the ink of a Han."""


def shouldered(
    shoulder: RShoulder, lines: Sequence[PlacedItem], *, labelled: bool = False
) -> list[PlacedItem]:
    """The lines of a headline with its 引题 at the shoulder, and the rule of that after it.

    One that is `labelled` stands where the label at its left leaves it.
    """
    titles = [n for n in lines if isinstance(n, PlacedLine) and part_of(n.node) == "title"]
    out: list[PlacedItem] = []
    for line in lines:
        if not isinstance(line, PlacedLine) or part_of(line.node) != "kicker":
            out.append(line)
            continue
        x = titles[0].x if titles and not labelled else line.x
        size = line.style.size
        top = line.baseline - EM_ASCENT * size
        reach = rules.reach(shoulder.rule)
        if shoulder.stands == "under":
            out.append(replace(line, x=x))
            at = top + (1 + UNDER) * size + reach
            out += rules.horizontal(shoulder.rule, x, at, line.measure, line.node)
            continue
        free = (1 - BAR_HIGH) / 2 * size
        out += rules.vertical(shoulder.rule, x + reach, top + free, BAR_HIGH * size, line.node)
        out.append(replace(line, x=x + 2 * reach + (BAR * size if reach else 0.0)))
    return out
