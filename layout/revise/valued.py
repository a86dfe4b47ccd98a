"""What is said of a changed value: whose it is, what it is called, what it was and is."""

from collections.abc import Sequence
from typing import Any, Final

from layout.diagnostics import shown
from layout.rewrite.scalars import Value, text_of
from layout.rewrite.values import as_data, in_brackets
from layout.words.said import Said, said

GROUPS: Final = ("blocks", "stack", "row")
MOST_QUOTED: Final = 16
"""Characters of a value that are quoted; of what is longer only its name is said."""
MOST_NAME: Final = 12
_OF: Final = (
    *("part.revised-of-out", "part.revised-of", "part.revised-of-first", "part.revised-of-value"),
)
_OWN: Final = (
    *("part.revised-own-out", "part.revised-own", "part.revised-own-first"),
    "part.revised-own-value",
)
FORMS: Final = (*_OF, *_OWN)
"""All that may be said of a value."""


def said_of_value(data: Any, keys: Sequence[str], value: Value, *, owner: str = "") -> Said:
    """What is said of a value that is set (None: taken out) in a file that says `data`; `owner` is
    the file of a story, whose head it is in."""
    found, rest, was = owner, list(keys), data
    at = 0
    for number, key in enumerate(keys):
        inner = _inner(was, key)
        if isinstance(inner, dict) and number and keys[number - 1] in GROUPS:
            found, at = _name_of(inner) or ".".join(keys[: number + 1]), number + 1
        elif number == 1 and keys[0] == "styles":
            found, at = key, 2
        was = inner
    rest = list(keys[at:]) or list(keys[-1:])
    named = {"keys": ".".join(rest)}
    old, new = _shown(was), _shown(as_data(value))
    form = _OF if found else _OWN
    if found:
        named["of"] = found
    if value is None:
        return said(form[0], **named)
    if old is None or new is None:
        return said(form[1], **named)
    if not old:
        return said(form[2], **named, after=new)
    return said(form[3], **named, before=old, after=new)


def _inner(data: Any, key: str) -> Any:
    """The value of a key, of a list's member by its number or its id; None for none."""
    if isinstance(data, dict):
        return data.get(key)
    if not isinstance(data, list):
        return None
    for each in data:
        if isinstance(each, dict) and each.get("id") == key:
            return each
    number = int(key) if key.isdigit() and len(key) < 6 else 0
    return data[number - 1] if 0 < number <= len(data) else None


def _name_of(block: dict[str, Any]) -> str:
    """What a block is called: its id, its story's file, the first of its words."""
    name = block.get("id")
    if isinstance(name, str) and name:
        return shown(name, 24)
    story = block.get("story")
    if isinstance(story, str) and story:
        return shown(story.rpartition("/")[2], 24)
    words = block.get("text")
    while isinstance(words, list) and words:
        words = words[0]
    if isinstance(words, dict):
        words = words.get("text")
    return shown(words, MOST_NAME) if isinstance(words, str) else ""


def _shown(value: Any) -> str | None:
    """A value in a few characters; None for one that is longer, empty for one that is not set."""
    if value is None:
        return ""
    text = in_brackets(value) if isinstance(value, dict | list) else text_of(value)
    return text if len(text) <= MOST_QUOTED and "\n" not in text else None
