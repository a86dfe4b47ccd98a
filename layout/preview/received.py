"""What a browser says: read as something that anyone may have written."""

import json
from collections.abc import Mapping
from typing import Final

from layout.errors import BanxinError
from layout.words.said import Said, said

MOST_BYTES: Final = 256 * 1024
"""Of one message: a paragraph twice over is a tenth of it."""
MOST_DEEP: Final = 24
MOST_NUMBER: Final = 1 << 31
MOST_TEXT: Final = 64 * 1024

_TEXT: Final = (str,)
_FIELDS: Final[Mapping[str, Mapping[str, tuple[type, ...]]]] = {
    "open": {},
    "again": {"page": _TEXT},
    "show": {"layers": (list,)},
    "painted": {"page": _TEXT},
    "focus": {"file": (str, type(None))},
    "launch": {"file": _TEXT},
    "where": {"page": _TEXT, "block": _TEXT},
    "ask": {"what": _TEXT},
    "edit": {"op": (dict,)},
    "undo": {},
    "redo": {},
}
"""The messages that there are, and what each must have."""


Id = int | str | float | None
REQUESTS: Final = frozenset({"launch", "where", "ask", "edit", "undo", "redo"})
"""The messages that are answered, under their `id`."""
MOST_ID: Final = 100


class StrangeMessageError(BanxinError):
    """A message that cannot be understood; its sender has made a mistake. `id` is what it gave as
    its own, so far as it can be given back: 0 for none."""

    def __init__(self, told: Said, given: Id = 0) -> None:
        self.id = given
        super().__init__(told)


def read_message(text: str) -> Mapping[str, object]:
    """A message, whose `type` is known and has what it must have. Raises `StrangeMessageError`."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as exc:
        raise StrangeMessageError(said("part.message-no-json")) from exc
    if not isinstance(value, dict) or _deep(value) > MOST_DEEP:
        raise StrangeMessageError(said("part.message-no-json"))
    own = _id_of(value)
    kind = value.get("type")
    wanted = _FIELDS.get(kind) if isinstance(kind, str) else None
    if wanted is None:
        raise StrangeMessageError(said("part.message-unknown"), own)
    if kind in REQUESTS and "id" in value and not _is_number(value["id"]):
        raise StrangeMessageError(said("part.message-id"), own)
    for name, kinds in wanted.items():
        if not isinstance(value.get(name), kinds):
            raise StrangeMessageError(said("part.message-lacks", name=name), own)
    return value


def _id_of(message: Mapping[str, object]) -> Id:
    """What a message gives as its own number, if it is something that can be given back."""
    given = message.get("id", 0)
    if isinstance(given, str):
        return given if len(given) <= MOST_ID else None
    return given if isinstance(given, int | float) and abs(given) < 1 << 53 else None


def _is_number(value: object) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, int) and whole and abs(value) < MOST_NUMBER


def _deep(value: object) -> int:
    """How deep lists and mappings lie in one another; never deeper than the reader allows."""
    level: list[object] = [value]
    depth = 0
    while level and depth <= MOST_DEEP:
        depth += 1
        inner: list[object] = []
        for one in level:
            if isinstance(one, dict):
                inner += one.values()
            elif isinstance(one, list):
                inner += one
        level = [one for one in inner if isinstance(one, dict | list)]
    return depth


def text_of(message: Mapping[str, object], name: str, most: int = 400) -> str:
    """A text of a message, cut; empty where it is none."""
    value = message.get(name)
    return value[:most] if isinstance(value, str) else ""


def number_of(message: Mapping[str, object], name: str) -> int:
    """A whole number of a message; 0 where it is none."""
    value = message.get(name)
    return value if isinstance(value, int) and _is_number(value) else 0


def texts_of(message: Mapping[str, object], name: str, most: int = 40) -> tuple[str, ...]:
    """Some texts of a message; none where they are none."""
    value = message.get(name)
    given = value[:most] if isinstance(value, list) else []
    return tuple(dict.fromkeys([one[:400] for one in given if isinstance(one, str)]))
