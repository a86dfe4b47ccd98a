"""Where the values of a YAML text stand."""

from pathlib import Path

import pytest

from layout.spec.reader.nodes import Mapping, Node, Scalar, parse_text
from layout.spec.reader.nodes import Sequence as ListNode
from layout.spec.reader.spans import (
    SpanAlias,
    SpanMapping,
    SpanNode,
    SpanScalar,
    SpanSequence,
    spans_of,
)

TEXT = """\
# head
a: &x {b: 1, c: [2, 3]}  # c
d: *x
e: |  # h
  one # no comment

f:
  - &n  # of n
    k: v
  - ! 'q'
g: [p: q, r]
h:
"""


def stretches(text: str, node: SpanNode) -> list[str]:
    """The text of each value, in order."""
    out = [text[node.start : node.end]]
    if isinstance(node, SpanSequence):
        for item in node.items:
            out += stretches(text, item)
    elif isinstance(node, SpanMapping):
        for entry in node.entries:
            for part in entry:
                out += stretches(text, part)
    return out


def test_each_value_has_its_stretch():
    root = spans_of(TEXT)
    assert isinstance(root, SpanMapping)
    values = {key.text: value for key, value in root.entries if isinstance(key, SpanScalar)}
    found = {key: TEXT[value.start : value.end] for key, value in values.items()}
    assert found == {
        "a": "{b: 1, c: [2, 3]}",
        "d": "*x",
        "e": "|  # h\n  one # no comment",
        "f": "- &n  # of n\n    k: v\n  - ! 'q'",
        "g": "[p: q, r]",
        "h": "",
    }
    assert TEXT[values["a"].head : values["a"].start] == "&x "
    alias = values["d"]
    assert isinstance(alias, SpanAlias)
    assert alias.target is values["a"]
    assert stretches(TEXT, values["f"]) == [found["f"], "k: v", "k", "v", "'q'"]
    assert stretches(TEXT, values["g"]) == ["[p: q, r]", "p: q", "p", "q", "r"]


def same(read: Node, span: SpanNode, text: str) -> int:
    """How many values two trees of one text share."""
    if isinstance(span, SpanAlias):
        span = span.target
    if isinstance(read, Mapping):
        assert isinstance(span, SpanMapping)
        pairs = zip(read.entries, span.entries, strict=True)
        return sum(same(a, b, text) for old, new in pairs for a, b in zip(old, new, strict=True))
    if isinstance(read, ListNode):
        assert isinstance(span, SpanSequence)
        return sum(same(a, b, text) for a, b in zip(read.items, span.items, strict=True))
    assert isinstance(read, Scalar)
    assert isinstance(span, SpanScalar)
    assert read.text.replace(" ", "") == span.text.replace(" ", "")
    raw = text[span.start : span.end]
    if not span.style and "\n" not in raw:
        assert raw == span.text
    elif span.style in ("'", '"'):
        assert raw[0] == raw[-1] == span.style
    return 1


def test_it_is_the_tree_that_specs_are_read_from():
    count = 0
    for path in sorted((Path(__file__).parents[3] / "specs").rglob("*.yaml")):
        text = path.read_bytes().decode()
        root = spans_of(text)
        assert root is not None
        count += same(parse_text(text, path.name), root, text)
    assert count > 5000


def test_what_is_no_yaml_and_what_is_nothing():
    assert spans_of("# nothing\n") is None
    for text in ("a: [", "a: *b\n"):
        with pytest.raises(ValueError, match=r"parsing|\bb\b"):
            spans_of(text)
