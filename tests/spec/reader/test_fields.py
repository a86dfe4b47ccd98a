"""Records, lists and maps: every fault with its path and place, none stopping the others."""

from typing import Any

import pytest

from layout.diagnostics import Diagnostic, Place
from layout.record import record
from layout.spec.reader.fields import (
    ListKind,
    MapKind,
    RecordKind,
    Written,
    option,
    read_model,
    record_schema,
)
from layout.spec.reader.kinds import FlagKind, IntegerKind, TextKind
from layout.spec.reader.nodes import MAX_FAULTS, Mapping
from layout.words.said import said
from tests.spec.helpers import codes, node, read, refused, where


@record
class Part(Written):
    """A part."""

    size: int = option(IntegerKind(1, 9), "how large", default=3)
    name: str | None = option(TextKind(20), "its name", null=True)


@record
class Whole(Written):
    """A whole."""

    title: str = option(TextKind(20), "what it is", required=True)
    parts: tuple[Part, ...] = option(
        ListKind(RecordKind(Part, short=("size",)), most=3, lone=True), "its parts", default=()
    )
    flags: dict[str, bool] | None = option(MapKind(FlagKind(), most=3), "more")


def model(text: str) -> tuple[Whole | None, list[Diagnostic]]:
    root = node(text)
    assert isinstance(root, Mapping)
    found: list[Diagnostic] = []
    return read_model(Whole, root, found), found


def test_a_model_is_read_with_places() -> None:
    whole, found = model("title: a\nparts: [{size: 4, name: b}, 5]\nflags: {x: true}\n")
    assert not found
    assert whole is not None
    assert [(p.size, p.name) for p in whole.parts] == [(4, "b"), (5, None)]
    assert whole.flags == {"x": True}
    assert where_of(whole.places["parts"]) == (2, 8)
    assert where_of(whole.parts[1].places["size"]) == (2, 29)
    assert where_of(whole.parts[0].place_of("name")) == (2, 25)
    assert where_of(whole.parts[1].place_of("name")) == where_of(whole.parts[1].place)


def where_of(place: Place) -> tuple[int, int]:
    return place.line, place.column


def test_every_fault_is_told_with_its_path_and_place() -> None:
    whole, found = model(
        "titel: a\nparts:\n  - {size: 10, nmae: b}\n  - x\n  - [1]\nflags: {a: yes, b: [1]}\n"
    )
    assert [
        (d.code, where(d), dict(d.said.values).get("path") or d.said["key"]) for d in found
    ] == [
        ("UNKNOWN-KEY", (1, 1), "titel"),
        ("VALUE", (3, 12), "parts.1.size"),
        ("UNKNOWN-KEY", (3, 16), "parts.1"),
        ("VALUE", (4, 5), "parts.2"),
        ("VALUE", (5, 5), "parts.3"),
        ("VALUE", (6, 12), "flags.a"),
        ("VALUE", (6, 20), "flags.b"),
        ("MISSING-KEY", (1, 1), "title"),
    ]
    assert found[0].said["hint"] == said("part.did-you-mean", word="title")
    assert whole is not None  # what could be read goes on
    assert len(whole.parts) == 1


def test_an_unknown_key_far_from_all_lists_the_known() -> None:
    _, found = model("title: a\nzzzz: 1\n")
    assert found[0].said["hint"] == said("part.known-keys", keys=("title", "parts", "flags"))


def test_nothing_is_a_fault_unless_it_may_be() -> None:
    _, found = model("title: ~\nparts:\n")
    assert [d.said["hint"] for d in found] == ["", said("part.take-key-out")]
    assert all(d.said["what"] == said("part.node-nothing") for d in found)
    whole, found = model("title: a\nparts: [{name: }]\n")
    assert not found
    assert whole is not None
    assert whole.parts[0].name is None


def test_a_fault_behind_an_alias_is_told_once() -> None:
    _, found = model("title: a\nparts: [&x {size: 99}, *x, *x]\n")
    assert codes(found) == ["VALUE"]


def test_faults_end() -> None:
    text = "title: a\n" + "".join(f"k{i}: 1\n" for i in range(5000))
    whole, found = model(text)
    assert whole is None
    assert len(found) == MAX_FAULTS + 1
    assert found[-1].code == "TOO-MANY"


def test_lists_and_maps_have_limits() -> None:
    assert "4 values where 0 to 3" in str(refused(ListKind(TextKind(), most=3), "[a, b, c, d]"))
    assert "1 value where 2 may" in str(refused(ListKind(TextKind(), most=2, least=2), "[a]"))
    assert "4 entries" in str(refused(MapKind(TextKind(), most=3), "{a: 1, b: 1, c: 1, d: 1}"))
    assert "where a list" in str(refused(ListKind(TextKind()), "a"))
    assert "where a mapping" in str(refused(MapKind(TextKind()), "[a]"))


@pytest.mark.parametrize("name", ['"a\\u202eb"', '""', '" "', "x" * 61])
def test_names_of_the_users_own_are_looked_at(name: str) -> None:
    _, found = model(f"title: a\nflags: {{? {name} : true}}\n")
    assert codes(found) == ["VALUE"]


def test_a_lone_value_stands_for_a_mapping() -> None:
    kind = RecordKind(Part, short=("size",))
    assert read(kind, "7").size == 7
    assert "where a whole number from 1 to 9" in str(refused(kind, "12"))
    assert "or a mapping with size, name" in str(refused(kind, "[]"))
    long = kind.long(node("7"))
    assert isinstance(long, Mapping)
    assert read_model(Part, long, []) == read(kind, "7")


def test_the_schema_says_the_same() -> None:
    schema: dict[str, Any] = record_schema(Whole)
    assert schema["title"] == "Whole"
    assert schema["required"] == ["title"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["title"]["description"] == "what it is"
    parts = schema["properties"]["parts"]
    assert [sorted(form) for form in parts["anyOf"]] == [["items", "maxItems", "type"], ["anyOf"]]
    record = parts["anyOf"][1]["anyOf"][1]
    assert record["properties"]["size"]["default"] == 3
    assert {"type": "null"} in record["properties"]["name"]["anyOf"]
