"""What a colour space of a page to be placed is to the colours that are set in it."""

from typing import Any, Final

from layout.record import record


@record
class InkSpace:
    """`kind` is `rgb` or `lab` where colours of it become ink, `gray` where it is a calibrated grey
    (colours that are set in it become black ink, pictures stay grey), else empty. `put` is the
    space that takes its place, None where it stays, `set_in` the one for colours that are set in
    it. `profile` is that of its RGB, `lab` the range of its a and b."""

    put: Any
    kind: str = ""
    set_in: Any = None
    profile: bytes | None = None
    lab: tuple[float, ...] = ()

    @property
    def turned(self) -> bool:
        """Whether what is given in it is given in other numbers afterwards."""
        return self.kind in ("rgb", "lab")


KEPT: Final = InkSpace(put=None)
RGB: Final = InkSpace(put=None, kind="rgb")
