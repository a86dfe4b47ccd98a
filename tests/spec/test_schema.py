"""The JSON Schemas: that they are schemas, hold every key, and take what the loader takes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from layout.diagnostics import StopError
from layout.spec.documents import DOCUMENTS, records
from layout.spec.model.page import PageSpec
from layout.spec.purposes import purpose
from layout.spec.reader.fields import keys_of, read_model
from layout.spec.reader.nodes import Mapping, Node, Scalar, Sequence, parse_text, parse_yaml
from layout.spec.schema import DIALECT, json_schema
from layout.words.said import LANGUAGES, Language
from tests.conftest import Project

ROOT = Path(__file__).parents[2]
SPECS = sorted(p for p in (ROOT / "specs").rglob("*.yaml"))


def as_json(node: Node) -> Any:
    """A tree as an editor's YAML 1.2 parser reads it (core schema): numbers and flags guessed."""
    if isinstance(node, Sequence):
        return [as_json(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key.text: as_json(value) for key, value in node.entries}
    return guessed(node)


def guessed(node: Scalar) -> Any:
    if not node.plain:
        return node.text
    if node.is_null:
        return None
    if node.text in ("true", "false"):
        return node.text == "true"
    if re.fullmatch(r"[+-]?\d+", node.text, re.ASCII):
        return int(node.text)
    if re.fullmatch(r"[+-]?(\.\d+|\d+(\.\d*)?)([eE][+-]?\d+)?", node.text, re.ASCII):
        return float(node.text)
    return node.text


def problems(kind: str, text: str) -> list[str]:
    checker = jsonschema.Draft202012Validator(
        json_schema(kind), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    value = as_json(parse_text(text, "t"))
    return [f"{e.json_path}: {e.message}" for e in checker.iter_errors(value)]


def kind_of(path: Path) -> str:
    return (
        "page"
        if "\npage:" in "\n" + path.read_text(encoding="utf-8")
        else path.stem.rpartition("-")[2]
    )


@pytest.mark.parametrize("kind", list(DOCUMENTS))
def test_it_is_a_schema_of_its_dialect(kind: str) -> None:
    schema = json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == DIALECT
    assert schema["title"]


@pytest.mark.parametrize("path", SPECS, ids=lambda p: p.name)
def test_the_specs_of_the_project_are_valid(path: Path) -> None:
    assert not problems(kind_of(path), path.read_text(encoding="utf-8"))


def test_there_are_specs_to_validate() -> None:
    assert {kind_of(p) for p in SPECS} >= {"page", "edition", "styles"}


def test_the_full_page_is_valid(full: Project) -> None:
    for name, kind in (("T1.yaml", "page"), ("edition.yaml", "edition"), ("own.yaml", "styles")):
        assert not problems(kind, full.path(name).read_text(encoding="utf-8"))
    head = full.path("stories/one.md").read_text(encoding="utf-8").split("---")[1]
    assert not problems("story", head)


def described(schema: Any) -> dict[str, list[str]]:
    """Every key anywhere in a schema with its descriptions."""
    out: dict[str, list[str]] = {}
    stack = [schema]
    while stack:
        part = stack.pop()
        if isinstance(part, dict):
            for key, inner in part.get("properties", {}).items():
                out.setdefault(key, []).append(inner["description"])
            stack += part.values()
        elif isinstance(part, list):
            stack += part
    return out


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("kind", "cls"), DOCUMENTS.items())
def test_every_key_of_the_model_is_in_it(kind: str, cls: type[Any], lang: Language) -> None:
    found = described(json_schema(kind, lang))
    for record in (cls, *records(cls)):
        for name in keys_of(record):
            assert purpose(record, name, lang) in found[name]


@pytest.mark.parametrize("kind", list(DOCUMENTS))
def test_languages_differ_in_words_alone(kind: str) -> None:
    english, chinese = (json_schema(kind, lang) for lang in LANGUAGES)
    assert english != chinese
    assert wordless(english) == wordless(chinese)


def wordless(schema: Any) -> Any:
    """A schema without its titles, names and descriptions, which are texts."""
    if isinstance(schema, list):
        return [wordless(member) for member in schema]
    if isinstance(schema, dict):
        words = ("title", "description", "x-called")
        return {
            key: wordless(value)
            for key, value in schema.items()
            if not (key in words and isinstance(value, str))
        }
    return schema


BOTH = [
    # a page below `page: A`, whether it is one
    ("format: tabloid", True), ("format: tabloide", False), ("format: {width: 390mm}", True),
    ("format: {width: 390}", False), ("format: {width: -390mm}", False),
    ("format: {body: 小五}", True), ("format: {width: 小五}", False), ("format: {top: 0}", True),
    ("format: {columns: 25}", False), ("format: {columns: 2.5}", False), ("format: ~", False),
    ("formt: tabloid", False), ("date: 2019-09-20", True), ("date: 2019-13-20", False),
    ("title: NO", True), ("title: 010", True), ("title: [a]", False), ("title: ~", False),
    ("header: {left: [甲, {text: 乙}]}", True), ("header: {left: 甲}", False),
    ("header: {rule: own}", True), ("header: {rule: {own: 1}}", False),
    ("blocks: [{text: 甲, at: {cols: 1-3, lines: 5}}]", True),
    ("blocks: [{text: [甲, {text: 乙, style: main}], at: {cols: 1, lines: 5 - 7}}]", True),
    ("blocks: [{text: 甲}]", True), ("blocks: [{at: {cols: 1, lines: 5}}]", False),
    ("blocks: [{text: 甲, story: a, at: {cols: 1, lines: 5}}]", False),
    ("blocks: [{story: a, at: {cols: 1, lines: 5}, columns: 2}]", True),
    ("blocks: [{story: a, at: {cols: 1, lines: 5}, columns: {count: 2, level: true}}]", True),
    ("blocks: [{story: a, at: {cols: 1, lines: 5}, columns: {level: yes}}]", False),
    ("blocks: [{picture: , at: {cols: 1, lines: 5}}]", True),
    ("blocks: [{story: , at: {cols: 1, lines: 5}}]", False),
    ("blocks: [{rule: thin, at: {cols: x, lines: 5}}]", False),
    ("blocks: [{rule: thin, at: {cols: 1, lines: 5}, nudge: -3mm, inset: [1zi, 0]}]", True),
    ("blocks: [{rule: thin, at: {cols: 1, lines: 5}, inset: [1zi, 1zi, 1zi, 1zi, 1zi]}]", False),
    ("blocks: [{rule: thin, at: {cols: 1, lines: 5}, rules: {top: thin}}]", True),
    ("blocks: [{rule: thin, at: {cols: 1, lines: 5}, rules: none}]", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "good"), BOTH)
def test_schema_and_loader_agree(text: str, good: bool) -> None:
    text = f"page: A\n{text}\n"
    root = parse_yaml(text.encode(), "t")
    assert isinstance(root, Mapping)
    found: list[Any] = []
    read_model(PageSpec, root, found)
    assert (not found) == good, found
    assert (not problems("page", text)) == good


def test_the_api_knows_them_by_name() -> None:
    from layout import api

    assert api.schema_names() == tuple(DOCUMENTS)
    assert api.json_schema("page") == json_schema("page")
    assert api.json_schema("page", "zh") == json_schema("page", "zh")
    with pytest.raises(StopError, match="page"):
        api.json_schema("pag")


def test_it_says_what_a_text_names() -> None:
    """A form offers the styles where a style is named, and swatches where a colour is."""
    found: dict[str, set[str]] = {}
    for kind in DOCUMENTS:
        for key, value in named(json_schema(kind), ""):
            found.setdefault(value, set()).add(key)
    assert {"style", "kicker_style", "body"} <= found["style-name"]
    assert {"fill", "caption_fill"} <= found["color"]
    assert {"rule", "above", "between"} <= found["rule-name"]
    assert "fill" not in found["style-name"]


def named(schema: object, key: str) -> Iterator[tuple[str, str]]:
    """The keys whose values name something, and what."""
    if isinstance(schema, list):
        for one in schema:
            yield from named(one, key)
    elif isinstance(schema, dict):
        if isinstance(schema.get("x-names"), str):
            yield key, schema["x-names"]
        for name, value in schema.items():
            inner = name if name not in ("anyOf", "oneOf", "items") else key
            yield from named(value, inner)
