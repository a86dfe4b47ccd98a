"""The schema that the panel of changes makes its fields of: in Chinese with what an editor calls
the values of a key, and with no words of the file in what a key is for.
"""

from collections.abc import Iterator
from typing import Any, Final

from layout.api import json_schema
from layout.spec.resolve.defaults import COLORS, RULE_STYLES, STYLES
from layout.words.said import Language
from layout.words.zh_values import in_words, value_name

WORDS: Final = "x-words"
"""The word of our own for what the values of a key are called, by the value as the file has it."""
NAMED: Final = "x-names"
BUILT_IN: Final = {"style-name": STYLES, "rule-name": ("none", *RULE_STYLES), "color": COLORS}
"""Names that are ours: those of a paper's own styles are its own."""


def panel_schema(kind: str, lang: Language) -> Any:
    """The schema of a kind of file for a panel in a language. Raises `StopError` for no kind."""
    found = json_schema(kind, lang)
    if lang == "zh":
        _told(found)
    return found


def _told(schema: Any) -> None:
    if isinstance(schema, list):
        for member in schema:
            _told(member)
    elif isinstance(schema, dict):
        for key, value in schema.get("properties", {}).items():
            values = list(dict.fromkeys(_values(value)))
            words = {one: value_name(key, one) for one in values}
            words |= {n: value_name(kind, n) for kind in _named(value) for n in BUILT_IN[kind]}
            value[WORDS] = {one: called for one, called in words.items() if called != one}
            value["description"] = in_words(value.get("description", ""), value[WORDS])
        for member in schema.values():
            _told(member)


def _values(schema: Any) -> Iterator[str]:
    """The words that a value may be, or a member of a list."""
    for part in _parts(schema):
        for one in (*part.get("enum", ()), part.get("const")):
            if isinstance(one, str):
                yield one


def _named(schema: Any) -> set[str]:
    return {part[NAMED] for part in _parts(schema) if part.get(NAMED) in BUILT_IN}


def _parts(schema: Any) -> Iterator[Any]:
    """A schema and what it may be instead, without the keys of a mapping."""
    yield schema
    for word in ("anyOf", "oneOf"):
        for member in schema.get(word, ()):
            yield from _parts(member)
    if isinstance(schema.get("items"), dict):
        yield from _parts(schema["items"])
