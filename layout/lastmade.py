"""What was made last, and of what: a page that is made again and again is made again in parts."""

from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

T = TypeVar("T")


class LastMade:
    """What was made last under each name. It is made again where it is asked for of something else;
    what it is made of are values, and what is the same is not compared, so a name that has kept all
    it had costs next to nothing. With `lasting` false all is made each time, and nothing is kept.
    """

    __slots__ = ("_before", "_lasting", "_now")

    def __init__(self, *, lasting: bool = True) -> None:
        self._lasting = lasting
        self._before: dict[Hashable, tuple[object, Any]] = {}
        self._now: dict[Hashable, tuple[object, Any]] = {}

    def begin(self) -> None:
        """Begin a new state of what is made: names that the last one did not ask for go."""
        self._before, self._now = self._now, {}

    def of(self, name: Hashable, given: object, make: Callable[[], T]) -> T:
        """What `make` makes of what is `given`, or what it has made of it."""
        if not self._lasting:
            return make()
        found = self._now.get(name) or self._before.get(name)
        if found is None or found[0] != given:
            found = given, make()
        self._now[name] = found
        made: T = found[1]
        return made

    def clear(self) -> None:
        """Forget all."""
        self._before, self._now = {}, {}

    def forget(self, name: Hashable) -> None:
        """Have something made again whatever it is made of."""
        self._now.pop(name, None)
        self._before.pop(name, None)


NEVER: Final = LastMade(lasting=False)
"""Makes all each time."""
