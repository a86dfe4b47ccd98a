"""The lines of a 主题: what stands on each, and all of one size."""

from collections.abc import Callable, Sequence
from typing import Final

from layout.diagnostics import Diagnostic
from layout.flow.setter import DisplayLine, Setter
from layout.record import record, replace
from layout.spec.resolve.resolved import RHeadline, StyledText

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


def title_words(
    setter: Setter, headline: RHeadline, room: Room
) -> tuple[tuple[StyledText, ...], list[Diagnostic]]:
    """The words of each line of a 主题 in the size they are to have, and an error where its least
    size does not fit.

    A title that is neither balanced nor fitted is as it was.
    """
    if not headline.title or not (headline.balance or headline.fit):
        return headline.title, []
    from layout.flow.parting import parted  # few pages have such a headline

    return parted(setter, headline, room)


def together(
    title: Sequence[StyledText], show: Callable[[StyledText], DisplayLine]
) -> list[DisplayLine]:
    """The lines of a title set by `show`, all as small as the one that had to be smallest."""
    lines = [show(words) for words in title]
    if len(lines) < 2:
        return lines
    size = min(line.style.size for line in lines)
    return [
        line if line.style.size == size else show(resized(words, size))
        for words, line in zip(title, lines, strict=True)
    ]


def resized(words: StyledText, size: float) -> StyledText:
    """The same words at another size."""
    if words.style.size == size:
        return words
    return replace(words, style=replace(words.style, size=size))
