"""Which value of a YAML text stands at a place of it."""

from layout.rewrite.yamltext import YamlText
from layout.spec.reader.nodes import Mapping, Node, Scalar
from layout.spec.reader.nodes import Sequence as ListNode
from layout.spec.reader.spans import SpanMapping, SpanNode, SpanScalar, SpanSequence


def keys_at(doc: YamlText, at: int) -> tuple[list[str], str, int] | None:
    """The keys that lead to the value in which an offset stands, its text, and how far into it that
    is where it can be told, else -1. None where no value stands there."""
    todo: list[tuple[SpanNode, Node, list[str]]] = [(doc.root, doc.read, [])]
    while todo:
        node, read, keys = todo.pop()
        if isinstance(node, SpanScalar) and isinstance(read, Scalar):
            if node.start <= at < max(node.end, node.start + 1):
                begin = node.start + (1 if node.style in ("'", '"') and node.style else 0)
                inside = at - begin
                raw = doc.text[begin : begin + len(read.text)]
                return keys, read.text, inside if raw == read.text else -1
        elif isinstance(node, SpanMapping) and isinstance(read, Mapping):
            for (_, value), (name, inner) in zip(node.entries, read.entries, strict=True):
                todo.append((value, inner, [*keys, name.text]))
        elif isinstance(node, SpanSequence) and isinstance(read, ListNode):
            for number, (value, inner) in enumerate(zip(node.items, read.items, strict=True), 1):
                todo.append((value, inner, [*keys, str(number)]))
    return None
