"""Where a story goes on when a frame or a page is full."""

from layout.record import record


@record
class Carry:
    """A place in a story: its paragraph, counted from 1, and the character in it."""

    paragraph: int = 1
    offset: int = 0
