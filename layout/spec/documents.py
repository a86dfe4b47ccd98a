"""The kinds of files that a person writes, and the mappings inside them."""

from typing import Any, Final

from layout.spec.markdown.story import FrontMatter
from layout.spec.model import blockkinds
from layout.spec.model.block import Block
from layout.spec.model.corrections import Corrections
from layout.spec.model.page import Edition, PageSpec
from layout.spec.model.project import Project
from layout.spec.model.style import StyleSheet
from layout.spec.reader.fields import Kind, ListKind, MapKind, RecordKind, keys_of

DOCUMENTS: Final[dict[str, type[Any]]] = {
    "page": PageSpec,
    "edition": Edition,
    "styles": StyleSheet,
    "project": Project,
    "story": FrontMatter,
    "corrections": Corrections,
}
"""The model class of each, in the order in which the manual tells them."""


def records(cls: type[Any]) -> list[type[Any]]:
    """The model classes inside one, in the order they are met, each once."""
    found: list[type[Any]] = []

    def visit(kind: Kind) -> None:
        if isinstance(kind, ListKind | MapKind):
            visit(kind.of)
        elif isinstance(kind, blockkinds.BlockKind):
            follow(Block)
            for block in blockkinds.BLOCKS.values():
                follow(block)
        elif isinstance(kind, RecordKind):
            follow(kind.cls)

    def follow(inner: type[Any]) -> None:
        if inner not in found:
            found.append(inner)
            for spec in keys_of(inner).values():
                visit(spec.metadata["kind"])

    for spec in keys_of(cls).values():
        visit(spec.metadata["kind"])
    return found


def every_record() -> list[type[Any]]:
    """All model classes of all kinds of files, each once."""
    return list(dict.fromkeys(c for cls in DOCUMENTS.values() for c in (cls, *records(cls))))
