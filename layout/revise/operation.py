"""A change as a browser sends it, checked: nothing of it is believed."""

from collections.abc import Mapping
from typing import Final

from layout.diagnostics import Place, error, shown
from layout.record import record
from layout.rewrite.scalars import Value
from layout.rewrite.texts import RefusedError
from layout.rewrite.values import checked_value

MOST_NUMBER: Final = 10_000_000
MOST_KEYS: Final = 20
MOST_SET: Final = 40
"""Values that one step sets."""
KINDS: Final = (
    *("place", "swap", "set", "words", "picture", "insert", "remove", "move"),
    *("mark", "unmark", "amend", "reading"),
)


@record
class Operation:
    """A change of a file: its kind, the file, the digest of that as it was known, and the rest."""

    kind: str
    file: str
    base: str
    given: Mapping[str, object]

    @property
    def place(self) -> Place:
        """The file as a whole."""
        return Place(self.file)

    def has(self, key: str) -> bool:
        """Whether something is said under a key, were it null."""
        return key in self.given

    def amiss(self, key: str) -> RefusedError:
        """What is told of a key that says nothing that can be done."""
        return RefusedError(error("REVISE.form", self.place, op=self.kind, key=key))

    def text(self, key: str, most: int = 400) -> str:
        """A text of one row, or more of words."""
        value = self.given.get(key)
        if not isinstance(value, str) or len(value) > most:
            raise self.amiss(key)
        return value

    def whole(self, key: str, least: int = 0) -> int:
        """A number without a part."""
        value = self.given.get(key)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.amiss(key)
        if not least <= value <= MOST_NUMBER:
            raise self.amiss(key)
        return value

    def pair(self, key: str) -> tuple[int, int]:
        """Two numbers from 1 on, the second no smaller; one stands for both."""
        value = self.given.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            value = [value, value]
        if not isinstance(value, list | tuple) or len(value) != 2:
            raise self.amiss(key)
        first, last = value
        for number in value:
            if not isinstance(number, int) or isinstance(number, bool):
                raise self.amiss(key)
        if not 1 <= first <= last <= MOST_NUMBER:
            raise self.amiss(key)
        return first, last

    def value(self, key: str) -> Value:
        """A value of any form that may be written."""
        if key not in self.given:
            raise self.amiss(key)
        return checked_value(self.given[key], self.place)

    def keys(self, key: str) -> list[str]:
        """A path: a list of keys, or a text with dots."""
        return path_of(self.given.get(key), self.amiss(key))


def path_of(value: object, amiss: RefusedError) -> list[str]:
    """Keys that lead to a value, from a list of them or a text with dots."""
    if isinstance(value, str):
        keys: list[object] = list(value.split("."))
    elif isinstance(value, list | tuple):
        keys = list(value)
    else:
        raise amiss
    out: list[str] = []
    for key in keys:
        if isinstance(key, int) and not isinstance(key, bool):
            key = str(key)  # noqa: PLW2901
        if not isinstance(key, str) or not key or len(key) > 200 or not key.isprintable():
            raise amiss
        out.append(key)
    if not out or len(out) > MOST_KEYS:
        raise amiss
    return out


def operation(given: object) -> Operation:
    """A change from what a browser sent. Raises `RefusedError`."""
    nowhere = Place("")
    if not isinstance(given, Mapping):
        raise RefusedError(error("REVISE.kind", nowhere, kinds=KINDS))
    kind, file, base = given.get("op"), given.get("file"), given.get("base")
    if not isinstance(kind, str) or kind not in KINDS:
        raise RefusedError(error("REVISE.kind", nowhere, kinds=KINDS))
    op = Operation(
        kind=kind,
        file=shown(file, 200) if isinstance(file, str) else "",
        base=base if isinstance(base, str) else "",
        given={str(key): value for key, value in given.items()},
    )
    if not isinstance(file, str) or not file:
        raise op.amiss("file")
    if not op.base:
        raise op.amiss("base")
    return replace_file(op, file)


def replace_file(op: Operation, file: str) -> Operation:
    """The same change of a file as it is called, not as it is shown."""
    return Operation(kind=op.kind, file=file, base=op.base, given=op.given)
