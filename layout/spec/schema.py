"""JSON Schemas of what a person writes, made from the one declaration of each key.

Draft 2020-12; `# yaml-language-server: $schema=page.schema.json` on the first line of a spec gives
an editor completion and the purpose of each key.
"""

from collections.abc import Iterator
from typing import Any, Final

from layout.spec.documents import DOCUMENTS, every_record
from layout.spec.model.blockkinds import BlockKind
from layout.spec.purposes import class_purpose, heading, purpose
from layout.spec.reader.fields import Schema, record_schema
from layout.words.manual import written
from layout.words.said import Language
from layout.words.zh_names import key_name

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

CALLED: Final = "x-called"
"""The word of our own for what a key is called in a language that is not the key's."""


def json_schema(name: str, lang: Language = "en") -> Schema:
    """The schema of `page`, `edition`, `styles` or `story`, with titles and purposes in a language.

    Raises `KeyError` for another name.
    """
    cls = DOCUMENTS[name]
    made = record_schema(cls)
    if name == "page":
        made["$defs"] = {"block": BlockKind().definition()}
    known = {record.__name__: record for record in every_record()}
    for part in _mappings(made):
        inner = known[part["title"]]
        part["title"] = heading(inner, lang)
        for key, value in part["properties"].items():
            value["description"] = purpose(inner, key, lang)
            if lang == "zh" and (called := key_name(key)) != key:
                value[CALLED] = called
    head = {"title": written(lang, f"schema-{name}"), "description": class_purpose(cls, lang)}
    return {"$schema": DIALECT, **made, **head}


def _mappings(schema: Any) -> Iterator[Schema]:
    """The schemas of model classes in a schema, itself among them."""
    if isinstance(schema, list):
        for member in schema:
            yield from _mappings(member)
    elif isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:
            yield schema
        for member in schema.values():
            yield from _mappings(member)
