"""What values are called in Chinese: all of them, no others, each in a word or two; and what is
told of a key by them."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from layout.preview.panelschema import BUILT_IN, WORDS, panel_schema
from layout.words.zh_values import VALUES, in_words, value_name

KINDS = ("page", "edition", "styles")


def properties(schema: Any) -> Iterator[tuple[str, Any]]:
    """Each key of a schema with what it says of it."""
    if isinstance(schema, list):
        for member in schema:
            yield from properties(member)
    elif isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for member in schema.values():
            yield from properties(member)


def values(schema: Any) -> Iterator[str]:
    """The words that a key may have."""
    if isinstance(schema, list):
        for member in schema:
            yield from values(member)
    elif isinstance(schema, dict) and "properties" not in schema:
        yield from (one for one in schema.get("enum", ()) if isinstance(one, str))
        if isinstance(schema.get("const"), str):
            yield schema["const"]
        for word in ("anyOf", "oneOf", "items"):
            yield from values(schema.get(word, []))


FOUND = [(key, part) for kind in KINDS for key, part in properties(panel_schema(kind, "zh"))]


def test_each_value_has_a_name_and_each_name_a_value():
    used = {f"{kind}.{name}" for kind, names in BUILT_IN.items() for name in names}
    for key, part in FOUND:
        known = set(values(part))
        used |= known | {f"{key}.{one}" for one in known}
        plain = {one for one in known if not re.fullmatch("[A-Z-]+", one) and one.isascii()}
        assert plain <= part[WORDS].keys(), key
        called = [value_name(key, one) for one in known]
        assert len(set(called)) == len(called), key  # what is typed is one of them
    assert VALUES.keys() - used == set()
    assert all(1 <= len(name) <= 9 for name in VALUES.values())


def test_what_a_key_is_for_names_no_value_as_the_file_has_it():
    for key, part in FOUND:
        for code in re.findall("`([^`]*)`", part["description"]):
            assert code not in part[WORDS], (key, part["description"])


def test_in_english_values_are_the_file_s_own():
    assert all(WORDS not in part for _, part in properties(panel_schema("page", "en")))


@pytest.mark.parametrize(
    ("text", "key", "told"),
    [
        ("`left`左边，字竖着排；`above`上面", "label_at", "左边，字竖着排；上面"),
        ("样子：`panel`版次垫色块", "style", "样子：“色块”版次垫色块"),
        ("不写是右下`right`右", "side", "不写是右下右"),
        ("按`caption_at`排在一处", "captions", "按“图说位置”排在一处"),
        ("`arrange: overlap`时", "corner", "“排法”“压角”时"),
        ("`6`或`6字`，`banxin build`", "widths", "`6`或`6字`，`banxin build`"),
    ],
)
def test_what_is_told_of_a_key(text: str, key: str, told: str):
    words = {one: value_name(key, one) for one in ("left", "above", "panel", "right")}
    assert in_words(text, words) == told
