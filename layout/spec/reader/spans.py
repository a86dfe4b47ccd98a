"""YAML text to a tree of what stands where in it, for writing back; what a build reads is `nodes`.

A span goes from the first character of a value to behind its last one, as offsets in the text. What
stands before a value and is none of it, an anchor or a tag, is from `head` to `start`.
"""

from collections.abc import Iterator
from typing import Any, Final

from layout.record import record

BLOCK_SCALARS: Final = ("|", ">")
"""Styles of a text that stands in rows of its own, below its sign."""


@record(kw_only=False)
class SpanScalar:
    """A leaf; `style` is empty, a quotation mark, `|` or `>`."""

    text: str
    head: int
    start: int
    end: int
    style: str = ""
    anchor: str = ""
    tag: str = ""


@record(kw_only=False)
class SpanAlias:
    """`*name`, and what it stands for."""

    name: str
    head: int
    start: int
    end: int
    target: "SpanNode"

    anchor = ""
    tag = ""


@record(kw_only=False)
class SpanSequence:
    """A list: in a `flow` one both brackets belong to it; any other begins at its first dash and
    ends behind its last value."""

    items: "tuple[SpanNode, ...]"
    head: int
    start: int
    end: int
    flow: bool
    anchor: str = ""
    tag: str = ""


@record(kw_only=False)
class SpanMapping:
    """Keys and values in their order. A `pair` is a flow mapping without braces: `[a: b]`."""

    entries: "tuple[tuple[SpanNode, SpanNode], ...]"
    head: int
    start: int
    end: int
    flow: bool
    pair: bool = False
    anchor: str = ""
    tag: str = ""


SpanNode = SpanScalar | SpanAlias | SpanSequence | SpanMapping


class _Opened:
    """A collection that is being read."""

    __slots__ = ("children", "event")

    def __init__(self, event: Any) -> None:
        self.event = event
        self.children: list[SpanNode] = []


def spans_of(text: str) -> SpanNode | None:
    """The tree of a text that `parse_text` has read without a fault: nothing is told here of one
    that has any. None where nothing stands in it. Raises `ValueError` for one that is no YAML."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _built(text, yaml.parse(text, Loader=loader))
    except yaml.YAMLError as exc:
        raise ValueError(str(exc)) from exc


def _built(text: str, events: Iterator[Any]) -> SpanNode | None:
    stack: list[_Opened] = []
    anchors: dict[str, SpanNode] = {}
    root: SpanNode | None = None
    for event in events:
        kind = type(event).__name__
        if kind in ("SequenceStartEvent", "MappingStartEvent"):
            stack.append(_Opened(event))
            continue
        node: SpanNode
        if kind == "ScalarEvent":
            node = _scalar(text, event)
        elif kind == "AliasEvent":
            start, end = event.start_mark.index, event.end_mark.index
            if event.anchor not in anchors:
                raise ValueError(event.anchor)
            node = SpanAlias(event.anchor, start, start, end, anchors[event.anchor])
        elif kind in ("SequenceEndEvent", "MappingEndEvent"):
            node = _collection(text, stack.pop(), event)
        else:
            continue
        if node.anchor:
            anchors[node.anchor] = node
        if stack:
            stack[-1].children.append(node)
        else:
            root = node
    return root


def _scalar(text: str, event: Any) -> SpanScalar:
    head, end = event.start_mark.index, event.end_mark.index
    start = _behind_properties(text, head, end, event)
    style = event.style if event.style in ("'", '"', "|", ">") else ""
    if style in BLOCK_SCALARS:
        end = start + len(text[start:end].rstrip(" \t\r\n"))
    return SpanScalar(
        event.value, head, start, end, style, event.anchor or "", event.tag or ""
    )  # fmt: skip


def _behind_properties(text: str, at: int, end: int, event: Any) -> int:
    """Where a value begins behind its anchor and its tag."""
    wanted = bool(event.anchor) + bool(event.tag)
    for _ in range(wanted):
        if text[at : at + 1] not in ("&", "!"):
            break
        while at < end and not text[at].isspace():
            at += 1
        at = _behind_blanks(text, at, end)
    return at


def _behind_blanks(text: str, at: int, end: int) -> int:
    """The first character that is no blank and in no comment."""
    while at < end:
        if text[at] == "#":
            while at < end and text[at] not in "\r\n":
                at += 1
        elif text[at].isspace():
            at += 1
        else:
            break
    return at


def _collection(text: str, opened: _Opened, event: Any) -> SpanNode:
    begun, children = opened.event, opened.children
    head = begun.start_mark.index
    flow = bool(begun.flow_style)
    anchor, tag = begun.anchor or "", begun.tag or ""
    if type(begun).__name__ == "SequenceStartEvent":
        start = _behind_properties(text, head, len(text), begun)
        end = event.end_mark.index if flow else children[-1].end
        return SpanSequence(tuple(children), head, start, end, flow, anchor, tag)
    pair = flow and event.end_mark.index == event.start_mark.index
    if flow and not pair:
        start, end = _behind_properties(text, head, len(text), begun), event.end_mark.index
    else:
        start, end = children[0].head, max(child.end for child in children)
        head = min(head, start)
    entries = tuple(zip(children[::2], children[1::2], strict=True))
    return SpanMapping(entries, head, start, end, flow, pair, anchor, tag)
