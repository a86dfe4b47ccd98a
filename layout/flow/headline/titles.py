"""The lines of a 主题: what stands on each, and all of one size."""

from collections.abc import Callable, Sequence
from typing import Final

from layout.flow.type.setter import DisplayLine
from layout.record import record
from layout.spec.resolve.resolved import StyledText

TITLE_GAP: Final = 0.16
"""Between the lines of a 主题, in its em: solid lines of display type touch."""


@record
class Room:
    """Room for a 主题: `length` along its lines, `depth` across them where that is limited, and the
    white at both ends of each line, in its em. Points."""

    length: float
    depth: float | None = None
    ends_em: float = 0.0
    vertical: bool = False


def together(
    title: Sequence[StyledText], show: Callable[[StyledText], DisplayLine]
) -> list[DisplayLine]:
    """The lines of a title set by `show`, all as small as the one that had to be smallest."""
    lines = [show(words) for words in title]
    if len(lines) < 2:
        return lines
    size = min(line.style.size for line in lines)
    return [
        line if line.style.size == size else show(words.resized(size))
        for words, line in zip(title, lines, strict=True)
    ]
