"""What a colour space of a page to be placed is to the colours that are set in it."""

from typing import Any, Final

from layout.record import record


@record
class InkSpace:
    """`kind` is `rgb` or `lab` where colours of it become ink, else empty; `put` the space that
    takes its place, None where it stays. `profile` is that of its RGB, `lab` the range of its a
    and b."""

    put: Any
    kind: str = ""
    profile: bytes | None = None
    lab: tuple[float, ...] = ()


KEPT: Final = InkSpace(put=None)
RGB: Final = InkSpace(put=None, kind="rgb")
