"""A member put into a list, taken out of it, or moved in it, the comment rows above it with it."""

from collections.abc import Sequence

from layout.diagnostics import error
from layout.record import record
from layout.rewrite.blockrows import RowText, first_row, last_row, row_text, rows_out
from layout.rewrite.keys import add_key
from layout.rewrite.order import kind_of_missing
from layout.rewrite.scalars import Value
from layout.rewrite.texts import RefusedError, TextChange
from layout.rewrite.values import Data, as_data, by_kind, in_brackets, in_rows
from layout.rewrite.yamltext import (
    FoundValue,
    YamlText,
    becomes,
    find,
    first_well,
    free_of_anchors,
    in_place_of_rows,
    inside,
    rewritten,
)
from layout.spec.reader.fields import Kind, ListKind
from layout.spec.reader.nodes import Scalar
from layout.spec.reader.spans import SpanMapping, SpanNode, SpanScalar, SpanSequence


@record(kw_only=False)
class Chunk:
    """The rows of a list's member: `first` up to `end`; its dash stands in the row `dash`."""

    first: int
    dash: int
    end: int


def _chunks(doc: YamlText, node: SpanSequence, text: RowText) -> tuple[list[Chunk], int]:
    """The rows of each member of a list in rows, and the column of the dashes."""
    column = text.column(node.start)
    chunks: list[Chunk] = []
    for number, item in enumerate(node.items):
        row = text.row_at(node.start) if number == 0 else text.row_at(item.head)
        least = chunks[-1].end if chunks else 0
        while number and row > least and not _dash(text, row, column):
            row -= 1
        if not _dash(text, row, column):
            raise RefusedError(error("REWRITE.compact", doc.place(node.start)))
        last = max(text.row_at(max(item.end - 1, item.start, node.start)), row)
        if isinstance(item, SpanScalar) and item.start == item.end:
            last = row
        first = first_row(text, row, column)
        chunks.append(Chunk(max(first, least), row, last_row(text, last, column) + 1))
    return chunks, column


def _dash(text: RowText, row: int, column: int) -> bool:
    words = text.rows[row]
    return words[column : column + 1] == "-" and not words[:column].strip(" ")


def _list_at(
    doc: YamlText, keys: Sequence[str], kind: Kind | None
) -> tuple[FoundValue, SpanSequence]:
    """The list that some keys lead to."""
    found = find(doc, keys, kind)
    if found.rest or not isinstance(found.node, SpanSequence):
        raise RefusedError(error("REWRITE.no-list", doc.place(found.node.start)))
    return found, found.node


def _member(
    doc: YamlText, keys: Sequence[str], kind: Kind | None
) -> tuple[FoundValue, SpanSequence]:
    """The member that some keys lead to, and the list that holds it."""
    found = find(doc, keys, kind)
    node = found.steps[-1].node if found.steps else None
    if found.rest or not isinstance(node, SpanSequence):
        raise RefusedError(error("REWRITE.no-list", doc.place(found.node.start)))
    return found, node


def insert_item(
    doc: YamlText, keys: Sequence[str], number: int, value: Value, kind: Kind | None
) -> YamlText:
    """The text with a new member of the list that `keys` lead to, as its `number`th, from 1. A key
    without a value, or that is not there, becomes a list. Raises `RefusedError`."""
    found = find(doc, keys, kind)
    own = kind_of_missing(found.kind, found.read, found.rest)
    value = by_kind(value, own.of if isinstance(own, ListKind) else own)
    if len(found.rest) == 1 and isinstance(found.node, SpanMapping):
        return add_key(
            doc, found.node, found.read, found.rest[0], [value], kind=found.kind, flow=found.flow
        )
    if not found.rest and isinstance(found.read, Scalar) and found.read.is_null:
        made = in_brackets([value])
        at = found.node.start
        lead = "" if doc.text[at - 1 : at] in (" ", "") else " "
        meant = {id(found.read): becomes([as_data(value)])}
        return rewritten(doc, [TextChange(at, found.node.end, lead + made)], meant)
    found, node = _list_at(doc, keys, kind)
    at = min(max(number - 1, 0), len(node.items))

    def become(data: Data) -> Data:
        return [*data[:at], as_data(value), *data[at:]]

    change = _in_list(doc, node, at, value)
    return rewritten(doc, [change], {id(found.read): become})


def _in_list(doc: YamlText, node: SpanSequence, at: int, value: Value) -> TextChange:
    if node.flow:
        made = in_brackets(value)
        if not node.items:
            return TextChange(node.start + 1, node.start + 1, made)
        if at:
            where = node.items[at - 1].end
            return TextChange(where, where, f", {made}")
        where = node.items[0].head
        return TextChange(where, where, f"{made}, ")
    text = row_text(doc.text)
    chunks, column = _chunks(doc, node, text)
    indent = " " * column
    rows = in_rows([value], "")
    if isinstance(value, dict) and value and _in_rows(node):
        inner = in_rows(value, "  ")
        rows = [f"- {inner[0]}", *inner[1:]]
    made = "".join(f"{indent}{row}{text.end}" for row in rows)
    blank = ""
    if len(chunks) > 1:
        gap = min(max(at - 1, 0), len(chunks) - 2)  # apart as its neighbours are
        between = range(chunks[gap].end, chunks[gap + 1].first)
        blank = text.end if any(text.blank(row) for row in between) else ""
    if at < len(chunks):
        where = text.starts[chunks[at].first]
        return TextChange(where, where, made + blank)
    last = chunks[-1].end - 1
    where = text.starts[last] + len(text.rows[last])
    if not text.rows[last].endswith(("\n", "\r")):
        return TextChange(where, where, text.end + blank + made[: -len(text.end)])
    return TextChange(where, where, blank + made)


def _in_rows(node: SpanSequence) -> bool:
    """Whether some member of a list stands in rows of its own."""
    return any(isinstance(item, SpanMapping) and not item.flow for item in node.items)


def remove_item(
    doc: YamlText, keys: Sequence[str], kind: Kind | None, may: frozenset[str] = frozenset()
) -> YamlText:
    """The text without a member of a list. In a list in rows the comment rows above it go with it,
    and an empty row where two would be left; comments that go are asked about. Raises
    `RefusedError`."""
    found, node = _member(doc, keys, kind)
    step = found.parent
    at = step.at

    def become(data: Data) -> Data:
        return [*data[:at], *data[at + 1 :]]

    if len(node.items) == 1:
        ways = [_emptied(doc, node)]
    elif node.flow:
        ways = [_out_of(node.items, at)]
    else:
        ways = _rows_out(doc, node, at)
    free_of_anchors(doc, ways[-1].start, ways[-1].end)
    each = [([way], inside(doc, way.start, way.end)) for way in ways]
    return first_well(doc, each, {id(step.read): become}, may)


def _emptied(doc: YamlText, node: SpanSequence) -> TextChange:
    """A list whose only member goes."""
    if node.flow:
        return TextChange(node.start, node.end, "[]")
    return in_place_of_rows(doc, node, "[]")


def _out_of(items: Sequence[SpanNode], at: int) -> TextChange:
    if at + 1 < len(items):
        return TextChange(items[at].head, items[at + 1].head, "")
    return TextChange(items[at - 1].end, items[at].end, "")


def _rows_out(doc: YamlText, node: SpanSequence, at: int) -> list[TextChange]:
    text = row_text(doc.text)
    chunk = _chunks(doc, node, text)[0][at]
    first, end = chunk.first, chunk.end
    above, below = first, end
    while above and text.blank(above - 1):
        above -= 1
    while below < len(text.rows) and text.blank(below):
        below += 1
    if above < first and below == len(text.rows):
        first = above
    elif above < first and below > end:
        end = below
    return rows_out(text, first, end)


def move_item(doc: YamlText, keys: Sequence[str], to: int, kind: Kind | None) -> YamlText:
    """The text with a member of a list as its `to`th, from 1, the comment rows above it with it.
    Empty rows, and comments that stand apart, stay where they are. Raises `RefusedError`."""
    found, node = _member(doc, keys, kind)
    at, to = found.parent.at, min(max(to - 1, 0), len(node.items) - 1)
    order = list(range(len(node.items)))
    order.insert(to, order.pop(at))
    return _ordered(doc, found, node, order)


def swap_items(
    doc: YamlText, keys: Sequence[str], other: Sequence[str], kind: Kind | None
) -> YamlText:
    """The text with two members of one list in each other's place, as `move_item` does it."""
    found, node = _member(doc, keys, kind)
    second, same = _member(doc, other, kind)
    if same is not node:
        raise RefusedError(error("REWRITE.no-list", doc.place(found.node.start)))
    order = list(range(len(node.items)))
    a, b = found.parent.at, second.parent.at
    order[a], order[b] = order[b], order[a]
    return _ordered(doc, found, node, order)


def _ordered(doc: YamlText, found: FoundValue, node: SpanSequence, order: list[int]) -> YamlText:
    """A list whose members stand in another order, all that stands between them in its place."""
    if order == list(range(len(order))):
        return doc

    def become(data: Data) -> Data:
        return [data[number] for number in order]

    changes: list[TextChange] = []
    if node.flow:
        for item, number in zip(node.items, order, strict=True):
            other = node.items[number]
            changes.append(TextChange(item.head, item.end, doc.text[other.head : other.end]))
    else:
        text = row_text(doc.text)
        chunks, _ = _chunks(doc, node, text)
        for chunk, number in zip(chunks, order, strict=True):
            other_rows = text.rows[chunks[number].first : chunks[number].end]
            last = chunk.end == len(text.rows) and not text.rows[-1].endswith(("\n", "\r"))
            made = "".join(other_rows)
            if not made.endswith(("\n", "\r")):
                made += text.end
            if last:
                made = made.rstrip("\r\n")
            stop = text.starts[chunk.end] if chunk.end < len(text.rows) else len(doc.text)
            changes.append(TextChange(text.starts[chunk.first], stop, made))
    return rewritten(doc, changes, {id(found.parent.read): become}, moved=True)
