"""The comments of a YAML text: what stands behind a # that is in no value."""

import re
from collections.abc import Iterator
from typing import Final

from layout.spec.reader.spans import (
    BLOCK_SCALARS,
    SpanAlias,
    SpanMapping,
    SpanNode,
    SpanScalar,
    SpanSequence,
)

_COMMENT: Final = re.compile(r"#[^\r\n]*")
_ROW_END: Final = re.compile(r"\r\n?|\n|\Z")


def leaves(root: SpanNode) -> Iterator[SpanScalar | SpanAlias]:
    """The values of a tree that hold no others, keys too, in the order of the text."""
    todo: list[SpanNode] = [root]
    while todo:
        node = todo.pop()
        if isinstance(node, SpanSequence):
            todo += reversed(node.items)
        elif isinstance(node, SpanMapping):
            todo += reversed([part for entry in node.entries for part in entry])
        else:
            yield node


def comments_of(text: str, root: SpanNode | None) -> list[tuple[int, str]]:
    """Where each comment begins, and its words from the # on, without the blanks at its end."""
    if "#" not in text:
        return []
    found: list[tuple[int, str]] = []
    at = 0
    for leaf in leaves(root) if root is not None else ():
        start = leaf.start
        if isinstance(leaf, SpanScalar) and leaf.style in BLOCK_SCALARS:
            start = _end_of_row(text, leaf.start)  # behind the sign a comment may stand
        found += _between(text, at, start)
        at = max(at, leaf.end)
    return found + _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> list[tuple[int, str]]:
    found = []
    at = start
    while (sign := text.find("#", at, end)) >= 0:
        words = _COMMENT.match(text, sign)
        assert words is not None
        found.append((sign, words[0].rstrip()))
        at = words.end()
    return found


def _end_of_row(text: str, at: int) -> int:
    found = _ROW_END.search(text, at)
    assert found is not None
    return found.start()
