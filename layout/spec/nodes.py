"""YAML text to a tree of nodes that remember where they stand; nothing is interpreted here.

The tree is built from the parser's event stream with a stack of our own, because PyYAML's composer
recurses (hostile nesting overflows it) and its constructor guesses types (`NO` becomes False,
`390:30` a number). A scalar stays text until a field of the model asks for a number.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from layout.diagnostics import Place, StopError, error, shown

MAX_BYTES: Final = 1024 * 1024
MAX_DEPTH: Final = 32
MAX_NODES: Final = 50_000
"""Nodes after aliases are followed: a bomb of aliases is counted as what it would become."""
MAX_SCALAR: Final = 100_000

_NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass(frozen=True, slots=True)
class Scalar:
    """A leaf. `plain` tells an unquoted one, the only kind that can mean nothing at all."""

    text: str
    place: Place
    plain: bool
    start: int = 0  # offsets into the text, for writing back
    end: int = 0

    @property
    def is_null(self) -> bool:
        return self.plain and self.text in _NULLS


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in their order, each with the node of the key itself, for its place."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place


Node = Scalar | Sequence | Mapping


def what(node: Node) -> str:
    """What a node is, in words for a message."""
    if isinstance(node, Scalar):
        return "nothing" if node.is_null else f'"{shown(node.text)}"'
    return "a list" if isinstance(node, Sequence) else "a mapping"


def decode(data: bytes, file: str) -> str:
    """UTF-8 text, a byte order mark allowed. Raises `StopError` naming the encoding problem."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _stop("ENCODING", "the file is UTF-16; save it as UTF-8", Place(file))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        before = data[: exc.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise _stop(
            "ENCODING",
            f"byte 0x{data[exc.start]:02X} is not UTF-8 (GBK or a cut file?); save it as UTF-8",
            Place(file, line, column),
        ) from exc
    for number, row in enumerate(text.split("\n"), 1):
        for column, char in enumerate(row, 1):
            if (char < " " and char not in "\t\r") or char == "\x7f":
                raise _stop(
                    "CONTROL",
                    f"control character U+{ord(char):04X} in the text",
                    Place(file, number, column),
                )
    return text


def parse_yaml(data: bytes, file: str) -> Node:
    """The one document in `data`. Raises `StopError` with one diagnostic naming file and place."""
    if len(data) > MAX_BYTES:
        raise _stop("TOO-LARGE", f"the file is larger than {MAX_BYTES:,} bytes", Place(file))
    return parse_text(decode(data, file), file)


def parse_text(text: str, file: str, first_line: int = 1) -> Node:
    """As `parse_yaml`, of text already decoded; `first_line` is the number of its first line."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Builder(file, first_line).build(yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as exc:
        mark = exc.problem_mark or exc.context_mark
        place = Place(file, mark.line + first_line, mark.column + 1) if mark else Place(file)
        problem = shown(exc.problem or exc.context or "cannot be read", 120)
        if "'\\t'" in problem:
            problem = "a tab where YAML wants spaces"
        raise _stop("YAML", problem, place) from exc
    except (yaml.YAMLError, ValueError) as exc:  # ValueError: a malformed escape
        raise _stop("YAML", shown(str(exc), 120), Place(file)) from exc


class _Builder:
    """Folds the event stream into nodes; one instance a document."""

    def __init__(self, file: str, first_line: int) -> None:
        self._file = file
        self._first = first_line
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._open_anchors: set[str] = set()

    def build(self, events: Iterator[Any]) -> Node:
        # One frame for each open collection: its start event, its children, its weight so far.
        stack: list[tuple[Any, list[Node], list[int]]] = []
        root: Node | None = None
        total = 0
        for event in events:
            kind = type(event).__name__
            place = self._place(event)
            if kind == "DocumentStartEvent" and root is not None:
                raise _stop("YAML", "a second document; a file holds one", place)
            if kind in ("SequenceStartEvent", "MappingStartEvent"):
                self._refuse_tag(event, place)
                if len(stack) >= MAX_DEPTH:
                    raise _stop("TOO-DEEP", f"nested deeper than {MAX_DEPTH} levels", place)
                if event.anchor:
                    self._open_anchors.add(event.anchor)
                stack.append((event, [], [1]))
                continue
            node: Node
            if kind == "ScalarEvent":
                node, weight = self._scalar(event, place), 1
            elif kind == "AliasEvent":
                node, weight = self._alias(event, place)
            elif kind in ("SequenceEndEvent", "MappingEndEvent"):
                start, children, (weight,) = stack.pop()
                node = self._close(start, children)
                self._remember(start.anchor, node, weight)
            else:
                continue
            total += 1
            if stack:
                stack[-1][1].append(node)
                stack[-1][2][0] += weight
                total = max(total, stack[-1][2][0])
            else:
                root = node
            if total > MAX_NODES:
                raise _stop("TOO-LARGE", f"more than {MAX_NODES:,} values", place)
        if root is None:
            raise _stop("EMPTY", "the file holds nothing", Place(self._file))
        return root

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self._file, mark.line + self._first, mark.column + 1)

    def _scalar(self, event: Any, place: Place) -> Scalar:
        self._refuse_tag(event, place)
        if len(event.value) > MAX_SCALAR:
            raise _stop("TOO-LARGE", f"a value longer than {MAX_SCALAR:,} characters", place)
        node = Scalar(
            event.value,
            place,
            bool(event.implicit[0]),
            event.start_mark.index or 0,
            event.end_mark.index or 0,
        )
        self._remember(event.anchor, node, 1)
        return node

    def _alias(self, event: Any, place: Place) -> tuple[Node, int]:
        if event.anchor in self._open_anchors and event.anchor not in self._anchors:
            raise _stop("ALIAS", f"*{shown(event.anchor)} contains itself", place)
        found = self._anchors.get(event.anchor)
        if found is None:
            raise _stop("ALIAS", f"*{shown(event.anchor)} has no &anchor before it", place)
        return found

    def _remember(self, anchor: str | None, node: Node, weight: int) -> None:
        if anchor:
            self._anchors[anchor] = (node, weight)
            self._open_anchors.discard(anchor)

    def _close(self, start: Any, children: list[Node]) -> Node:
        place = self._place(start)
        if type(start).__name__ == "SequenceStartEvent":
            return Sequence(tuple(children), place)
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Place] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                raise _stop("YAML", f"a key is text, not {what(key)}", key.place)
            if key.text in seen:
                first = seen[key.text]
                raise _stop(
                    "DUPLICATE-KEY",
                    f'"{shown(key.text)}" stands twice',
                    key.place,
                    f"first at line {first.line}",
                )
            seen[key.text] = key.place
            entries.append((key, value))
        return Mapping(tuple(entries), place)

    def _refuse_tag(self, event: Any, place: Place) -> None:
        tag = event.tag
        if tag and tag != "!" and not tag.startswith("tag:yaml.org,2002:str"):
            raise _stop("TAG", f"the tag {shown(tag)} is not allowed; specs hold data only", place)


def _stop(code: str, message: str, place: Place, hint: str = "") -> StopError:
    return StopError([error(code, message, place, hint)])
