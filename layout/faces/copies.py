"""A glyph of a face once more, for a code of its own."""

from typing import NamedTuple


class Copy(NamedTuple):
    """A glyph drawn `left` font units nearer to its pen, in a box `width` units wide."""

    glyph: int
    left: int
    width: int
