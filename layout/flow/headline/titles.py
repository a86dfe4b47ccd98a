"""The lines of a 主题: what stands on each, and all of one size."""

from collections.abc import Callable, Sequence
from typing import Final

from layout.flow.type.setter import DisplayLine
from layout.record import record, replace
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
    """The lines of a title set by `show`, all as small as the one that had to be smallest, and as
    narrow as the one that had to be narrowest."""
    lines = [show(words) for words in title]
    if len(lines) < 2:
        return lines
    size = min(line.style.size for line in lines)
    if any(line.style.scales is not None for line in lines):
        return _alike(title, lines, show)
    return [
        line if line.style.size == size else show(words.resized(size))
        for words, line in zip(title, lines, strict=True)
    ]


def _alike(
    title: Sequence[StyledText],
    lines: Sequence[DisplayLine],
    show: Callable[[StyledText], DisplayLine],
) -> list[DisplayLine]:
    """Lines of one shape, whose glyphs may have become narrower or lower to fit."""
    styles = [line.style for line in lines]
    size = min(style.written for style in styles)
    width = min(style.h_scale * style.v_scale for style in styles)
    height = min(style.v_scale for style in styles)
    return [
        line
        if style == replace(style, size=size * height, h_scale=width / height, v_scale=height)
        else show(words.shaped(size, width, height))
        for words, line, style in zip(title, lines, styles, strict=True)
    ]
