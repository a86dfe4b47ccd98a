"""A glyph of a face once more, for a code of its own."""

from typing import NamedTuple


class Copy(NamedTuple):
    """A glyph drawn `left` font units nearer to its pen, in a box `width` units wide.

    One for columns has a box `height` units high; of any other that is 0.
    """

    glyph: int
    left: int
    width: int
    height: int = 0
