"""A value of a YAML text changed, its neighbours and comments left where they are."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from layout.diagnostics import error, shown
from layout.rewrite.items import insert_item, remove_item
from layout.rewrite.keys import add_key, remove_key
from layout.rewrite.order import kind_of_missing
from layout.rewrite.scalars import Leaf, Plain, Value, in_text_rows, scalar, text_of
from layout.rewrite.texts import RefusedError, TextChange, one_change, row_end, rows_of
from layout.rewrite.values import Data, as_data, by_kind, in_brackets, leaf
from layout.rewrite.yamltext import (
    FoundValue,
    Meant,
    YamlText,
    becomes,
    data_of,
    find,
    first_well,
    free_of_anchors,
    in_place_of_rows,
    inside,
    keep_comments,
    rewritten,
)
from layout.spec.reader.fields import Kind, RecordKind
from layout.spec.reader.nodes import Mapping, Node, Scalar
from layout.spec.reader.nodes import Sequence as ListNode
from layout.spec.reader.plain import typed_as
from layout.spec.reader.spans import (
    BLOCK_SCALARS,
    SpanAlias,
    SpanMapping,
    SpanScalar,
    SpanSequence,
)

NOTHING: Final[frozenset[str]] = frozenset()
_BLANKS: Final = re.compile(r"[ \t\r\n]*\Z")


def set_value(
    doc: YamlText,
    keys: Sequence[str],
    value: Value,
    kind: Kind | None = None,
    may: frozenset[str] = NOTHING,
) -> YamlText:
    """The text with one value set, its key put in where it is missing. `kind` is that of the whole
    text, `may` what a person has agreed to.

    A list or mapping keeps those of its values that stay the same. Raises `RefusedError`.
    """
    found = find(doc, keys, kind)
    value = by_kind(value, _kind_at(found))
    if not found.rest:
        return _put(doc, list(keys), found, value, kind=kind, may=may)
    return _added(doc, found, value)


def _kind_at(found: FoundValue) -> Kind | None:
    """The kind of the value that some keys lead to, the missing ones too."""
    return kind_of_missing(found.kind, found.read, found.rest)


def _added(doc: YamlText, found: FoundValue, value: Value) -> YamlText:
    """A value under keys that are not there."""
    node, read = found.node, found.read
    if isinstance(node, SpanAlias):
        node = node.target
    first, *deeper = found.rest
    nested: Value = value
    for key in reversed(deeper):
        nested = {key: nested}
    if isinstance(node, SpanMapping):
        return add_key(doc, node, read, first, nested, kind=found.kind, flow=found.flow)
    if isinstance(read, Scalar) and read.is_null:
        return _replaced(doc, found, {first: nested}, NOTHING)
    if isinstance(read, Scalar) and isinstance(found.kind, RecordKind) and found.kind.short:
        whole: dict[str, Value] = {key: Plain(read.text) for key in found.kind.short}
        whole[first] = nested
        return _replaced(doc, found, whole, NOTHING)
    told = error("REWRITE.no-such", doc.place(node.start), key=shown(first))
    raise RefusedError(told)


def _put(
    doc: YamlText,
    keys: list[str],
    found: FoundValue,
    value: Value,
    *,
    kind: Kind | None,
    may: frozenset[str],
) -> YamlText:
    """A value in place of one that is there."""
    old, node = data_of(found.read), found.node
    if old == as_data(value):
        return doc
    if isinstance(value, dict) and value and isinstance(node, SpanMapping) and node.entries:
        for key in old:
            if key not in value:
                doc = remove_key(doc, [*keys, key], kind, may)
        for key, inner in value.items():
            if key not in old or old[key] != as_data(inner):
                doc = set_value(doc, [*keys, key], inner, kind, may)
        return doc
    if isinstance(value, list) and value and isinstance(node, SpanSequence) and node.items:
        for number in range(len(old), len(value), -1):
            doc = remove_item(doc, [*keys, str(number)], kind, may)
        for number, inner in enumerate(value, 1):
            if number > len(old):
                doc = insert_item(doc, keys, number, inner, kind)
            elif old[number - 1] != as_data(inner):
                doc = set_value(doc, [*keys, str(number)], inner, kind, may)
        return doc
    return _replaced(doc, found, value, may)


def _replaced(doc: YamlText, found: FoundValue, value: Value, may: frozenset[str]) -> YamlText:
    """A value written in place of another."""
    node = found.node
    if found.steps and isinstance(node, SpanAlias):
        step = found.parent
        meant: Meant = {id(step.read): _with(step.at, as_data(value))}
    else:
        meant = {id(found.read): becomes(as_data(value))}
    if isinstance(node, SpanScalar) and not isinstance(value, dict | list):
        each = []
        for way in _ways(doc, node, leaf(value), flow=found.flow):
            there = inside(doc, way.start, way.end)  # behind the sign of a text in rows
            each.append(([way], [words for words in there if words not in way.new]))
        return first_well(doc, each, meant, may)
    text = in_brackets(value, flow=found.flow)
    change = TextChange(node.start, node.end, text)
    if not isinstance(node, SpanAlias | SpanScalar) and not node.flow:
        change = in_place_of_rows(doc, node, text)
    elif node.start == node.end:
        made = _spaced(doc.text, node.start, text, flow=found.flow)
        change = TextChange(node.start, node.end, made)
    lost = inside(doc, change.start, change.end)
    keep_comments(doc, lost, change.start, may)
    free_of_anchors(doc, node.start, node.end)
    return rewritten(doc, [change], meant, lost)


def _with(at: int, value: Data) -> Callable[[Data], Data]:
    """What becomes of a collection one of whose values is replaced."""

    def become(data: Data) -> Data:
        if isinstance(data, dict):
            return {key: value if i == at else v for i, (key, v) in enumerate(data.items())}
        return [value if i == at else v for i, v in enumerate(data)]

    return become


def _blanks_before(text: str, at: int) -> str:
    found = _BLANKS.search(text, 0, at)
    return found[0] if found else ""


def _spaced(text: str, at: int, value: str, *, flow: bool) -> str:
    """A value where nothing stood, with the blank, and in brackets the colon, that it needs."""
    before = text[:at].rstrip(" \t")
    if flow and before[-1:] not in (":", "[", ",", "{"):
        value = f": {value}"
    elif text[at - 1 : at] not in (" ", "\t", "", "["):
        value = f" {value}"
    after = text[at : at + 1]
    return value + ("" if after in ("", ",", "]", "}", " ", "\t", "\r", "\n") else " ")


def _ways(doc: YamlText, node: SpanScalar, value: Leaf, *, flow: bool) -> list[TextChange]:
    """How a single value may be written in place of another, the best first: whichever is read as
    what is meant is taken."""
    text, raw = text_of(value), doc.text[node.start : node.end]
    free = isinstance(value, Plain) or not isinstance(value, str)
    ways: list[TextChange] = []
    rows = rows_of(raw)
    if len(rows) > 1 and value is not None and node.style != "|":
        ways += _in_a_row(doc, node, text)
    if node.style in BLOCK_SCALARS and value is not None:
        indent = _indent_of(rows, node.text)
        made = in_text_rows(text, rows[0].rstrip("\r\n"), indent, row_end(doc.text))
        ways += [TextChange(node.start, node.end, made)] if made is not None else []
    style = node.style if node.style not in BLOCK_SCALARS else '"'
    same = not style and bool(node.text) and typed_as(node.text) == typed_as(text)
    if node.start == node.end:
        made = scalar(value, flow=flow, loose=free)
        ways.append(
            TextChange(node.start, node.end, _spaced(doc.text, node.start, made, flow=flow))
        )
        return ways
    made = scalar(value, flow=flow, style=style, loose=free or same)
    ways.append(TextChange(node.start, node.end, made))
    if value is None and not flow:
        start = node.start - len(_blanks_before(doc.text, node.start))
        ways.insert(0, TextChange(start, node.end, ""))
    return ways


def _indent_of(rows: list[str], text: str) -> str:
    """The indent of a text in rows: what its first row with words has more than the text."""
    words = next((row for row in text.split("\n") if row), "")
    row = next((row.rstrip("\r\n") for row in rows[1:] if row.strip()), words)
    if row.endswith(words):
        return row[: len(row) - len(words)]
    return row[: len(row) - len(row.lstrip(" "))]  # rows that are joined


def _in_a_row(doc: YamlText, node: SpanScalar, text: str) -> list[TextChange]:
    """The change of one row of a value that stands in several, where all that changes stands in it:
    the value's rows are looked for in it one after another."""
    old = node.text
    try:
        read = _as_read(doc, node)
    except RefusedError:
        return []
    if read is not None:
        old = read
    change = one_change(old, text)
    at = value_at = 0
    raw = doc.text[node.start : node.end]
    ways: list[TextChange] = []
    for row in rows_of(raw):
        words = row.strip()
        if at == 0 and node.style and node.style in "'\"":
            words = words[1:]
        if at + len(row) == len(raw) and node.style and node.style in "'\"":
            words = words[:-1]
        found = old.find(words, value_at) if words else -1
        if found >= 0:
            begin = at + row.index(words)
            if found <= change.start and change.end <= found + len(words):
                start = node.start + begin + change.start - found
                new = change.new
                if node.style == "'":
                    new = new.replace("'", "''")
                elif node.style == '"':
                    new = new.replace("\\", "\\\\").replace('"', '\\"')
                if "\n" not in new:
                    ways.append(TextChange(start, start + change.end - change.start, new))
            value_at = found + len(words)
        at += len(row)
    return ways


def _as_read(doc: YamlText, node: SpanScalar) -> str | None:
    """A value that stands in several rows as specs have it, which join Chinese without a space."""
    todo: list[Node] = [doc.read]
    while todo:
        read = todo.pop()
        if isinstance(read, Scalar):
            if read.start == node.head:
                return read.text
        elif isinstance(read, Mapping):
            todo += [part for entry in read.entries for part in entry]
        elif isinstance(read, ListNode):
            todo += read.items
    return None
