"""JSON Schemas of what a person writes, made from the one declaration of each key.

Draft 2020-12; `# yaml-language-server: $schema=page.schema.json` on the first line of a spec gives
an editor completion and the purpose of each key.
"""

from typing import Any, Final

from layout.spec.markdown.story import FrontMatter
from layout.spec.model.blockkinds import BlockKind
from layout.spec.model.page import Edition, PageSpec
from layout.spec.model.style import StyleSheet
from layout.spec.reader.fields import Schema, record_schema

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: Final[dict[str, tuple[type[Any], str]]] = {
    "page": (PageSpec, "Banxin page spec"),
    "edition": (Edition, "Banxin edition: what the pages of one issue share"),
    "styles": (StyleSheet, "Banxin style sheet: styles, colours and faces"),
    "story": (FrontMatter, "Banxin story: the front matter of a Markdown file"),
}


def json_schema(name: str) -> Schema:
    """The schema of `page`, `edition`, `styles` or `story`. Raises `KeyError` for another name."""
    cls, title = SCHEMAS[name]
    purpose = " ".join((cls.__doc__ or "").split())
    made = {"$schema": DIALECT, "title": title, "description": purpose, **record_schema(cls)}
    if cls is PageSpec:
        made["$defs"] = {"block": BlockKind().definition()}
    return made
