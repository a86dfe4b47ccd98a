"""YAML text to a tree of nodes that remember where they stand; nothing is interpreted here.

The tree is built from the parser's event stream with a stack of our own, because PyYAML's composer
recurses (hostile nesting overflows it) and its constructor guesses types (`NO` becomes False,
`390:30` a number). A scalar stays text until a field of the model asks for a number.
"""

import contextlib
import re
from collections.abc import Iterator
from typing import Any, Final

from layout.diagnostics import Diagnostic, Place, StopError, error, shown, warning
from layout.record import record
from layout.spec.reader.chars import decode, text_rows
from layout.words.said import Said, said

MAX_BYTES: Final = 1024 * 1024
MAX_DEPTH: Final = 32
MAX_NODES: Final = 50_000
"""Nodes after aliases are followed: a bomb of aliases is counted as what it would become."""
MAX_SCALAR: Final = 100_000
MAX_TEXT: Final = 2 * MAX_BYTES
"""Characters of all values after aliases are followed."""
MAX_FAULTS: Final = 100
"""Faults told of one file. A file with more is no spec; a person mends the first ones first."""

_NESTING: Final = "nesting depth"
"""What libyaml says of a text that is nested deeper than it goes (PyYAML 6.0.4 and later)."""
_COMMENT: Final = re.compile(r"([ \t]+)(#[^\r\n]*)")
_NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
_TEXT_TAGS: Final = (None, "!", "tag:yaml.org,2002:str")


@record(kw_only=False)
class Comment:
    """What stands behind a value in its row, from its # on."""

    text: str
    place: Place


@record(kw_only=False)
class Scalar:
    """A leaf. `plain` tells an unquoted one, the only kind that can mean nothing at all."""

    text: str
    place: Place
    plain: bool
    start: int = 0  # offsets into the text, for writing back
    end: int = 0
    comment: Comment | None = None

    @property
    def is_null(self) -> bool:
        return self.plain and self.text in _NULLS


@record(kw_only=False)
class Sequence:
    items: tuple["Node", ...]
    place: Place


@record(kw_only=False)
class Mapping:
    """Keys in their order, each with the node of the key itself, for its place."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place


Node = Scalar | Sequence | Mapping


def what(node: Node) -> Said:
    """What a node is, for a message."""
    if isinstance(node, Scalar):
        if node.is_null:
            return said("part.node-nothing")
        return said("part.node-text", text=shown(node.text))
    if isinstance(node, Sequence):
        return said("part.node-list")
    keys = tuple(shown(key.text, 20) for key, _ in node.entries[:3])
    if len(node.entries) > len(keys):
        return said("part.node-mapping-more", keys=keys)
    return said("part.node-mapping", keys=keys) if keys else said("part.node-mapping-empty")


def parse_yaml(data: bytes, file: str, faults: list[Diagnostic] | None = None) -> Node:
    """The one document in `data`.

    Faults that leave a tree to go on with (a key that stands twice) are added to `faults`, as are
    warnings; without it they are raised like the others, and warnings left out. Raises `StopError`
    naming file and place.
    """
    if len(data) > MAX_BYTES:
        raise StopError([error("TOO-LARGE.file", Place(file), most=MAX_BYTES)])
    return parse_text(decode(data, file), file, faults=faults)


def parse_text(
    text: str, file: str, first: tuple[int, int] = (1, 1), faults: list[Diagnostic] | None = None
) -> Node:
    """The one document of a text already decoded; `first` is the line and column it begins at.
    Raises and adds to `faults` as `parse_yaml` does."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(file, first, text)
    try:
        root = builder.build(yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as exc:
        mark = exc.problem_mark or exc.context_mark
        if mark and _NESTING in (exc.problem or ""):
            # The parser has a limit too, far above ours, and meets it first: it reads ahead of its
            # events. Before that mark stands what is too deep for us.
            with contextlib.suppress(yaml.YAMLError):
                _Builder(file, first, text).build(yaml.parse(text[: mark.index], Loader=loader))
            raise _too_deep(builder.place(mark.line, mark.column)) from exc
        from layout.spec.reader.misread import misread

        def parse(mended: str) -> None:
            for _ in yaml.parse(mended, Loader=loader):
                pass

        raise StopError(
            error(slip.said.having(hint=slip.hint), builder.place(slip.row, slip.column))
            for slip in misread(text, exc, parse)
        ) from exc
    except ValueError as exc:
        raise StopError([error("YAML.escape-no-character", Place(file))]) from exc
    except yaml.YAMLError as exc:
        raise StopError([error("YAML.file", Place(file))]) from exc
    builder.unused()
    errors = [fault for fault in builder.faults if fault.severity == "error"]
    if faults is not None:
        faults += builder.faults
    elif errors:
        raise StopError(errors)
    return root


@record(kw_only=False)
class _Open:
    """A collection that is being read: its start, its children so far, and what the document
    weighed before it."""

    start: Any
    place: Place
    children: list[Node]
    nodes: int
    characters: int


class _Builder:
    """Folds the event stream into nodes; one instance a document."""

    def __init__(self, file: str, first: tuple[int, int], text: str) -> None:
        self._file = file
        self._line, self._column = first
        self._text = text
        self._comments = "#" in text
        self._nodes = 0  # read so far, and those that aliases have named again
        self._characters = 0  # of their texts
        self._anchors: dict[str, tuple[Node, int, int]] = {}
        self._open_anchors: set[str] = set()
        self._names: dict[str, Place] = {}  # anchors of values that no alias has named yet
        self.faults: list[Diagnostic] = []

    def place(self, line: int, column: int) -> Place:
        """The place of a line and column that are counted from 0, as the parser does."""
        shift = 1 if line else self._column
        return Place(self._file, line + self._line, column + shift)

    def _at(self, event: Any) -> Place:
        return self.place(event.start_mark.line, event.start_mark.column)

    def build(self, events: Iterator[Any]) -> Node:
        """The root. Raises `StopError` where no tree can be had."""
        stack: list[_Open] = []
        root: Node | None = None
        for event in events:
            kind = type(event).__name__
            if kind == "ScalarEvent":
                node: Node = self._scalar(event)
            elif kind in ("MappingStartEvent", "SequenceStartEvent"):
                place = self._start(event, len(stack))
                stack.append(_Open(event, place, [], self._nodes, self._characters))
                self._nodes += 1
                continue
            elif kind in ("MappingEndEvent", "SequenceEndEvent"):
                node = self._close(stack.pop())
            elif kind == "AliasEvent":
                node = self._alias(event)
            elif kind == "DocumentStartEvent" and root is not None:
                raise StopError([error("YAML.second-document", self._at(event))])
            else:
                continue
            if not stack:
                root = node
                continue
            stack[-1].children.append(node)
            if self._nodes > MAX_NODES:
                raise StopError([error("TOO-LARGE.values", self._at(event), most=MAX_NODES)])
            if self._characters > MAX_TEXT:
                raise StopError([error("TOO-LARGE.characters", self._at(event), most=MAX_TEXT)])
        if root is None:
            raise StopError([error("EMPTY.file", Place(self._file))])
        return root

    def _start(self, event: Any, depth: int) -> Place:
        place = self._at(event)
        if event.tag not in (None, "!"):
            raise _tag(event.tag, place)
        if depth >= MAX_DEPTH:
            raise _too_deep(place)
        if event.anchor:
            self._open_anchors.add(event.anchor)
            self._anchors.pop(event.anchor, None)
        return place

    def _scalar(self, event: Any) -> Scalar:
        value, begin, after = event.value, event.start_mark, event.end_mark
        line = begin.line  # place(), without a call for each of a page's values
        place = Place(self._file, line + self._line, begin.column + (1 if line else self._column))
        if event.tag not in _TEXT_TAGS:
            raise _tag(event.tag, place)
        size = len(value)
        if size > MAX_SCALAR:
            raise StopError([error("TOO-LARGE.value", place, most=MAX_SCALAR)])
        self._nodes += 1
        self._characters += size
        start, end = begin.index or 0, after.index or 0
        behind = self._text[end : end + 1] if self._comments else "\n"
        comment = self._comment(after, end) if behind in " \t" else None
        if after.line > line and " " in value:
            value = _unfolded(self._text[start:end], value)
        node = Scalar(value, place, event.implicit[0], start, end, comment)
        if event.tag == "!":
            self.faults.append(warning("SIGN.tag", place, sign=event.tag))
        if event.anchor:
            self._names[event.anchor] = place
            self._anchors[event.anchor] = node, 1, size
            self._open_anchors.discard(event.anchor)
        return node

    def _comment(self, mark: Any, end: int) -> Comment | None:
        found = _COMMENT.match(self._text, end)
        if found is None:
            return None
        return Comment(found[2], self.place(mark.line, mark.column + len(found[1])))

    def unused(self) -> None:
        """Tell anchors of values that nothing names: words of a text, taken for a name."""
        for name, place in self._names.items():
            self.faults.append(warning("SIGN.anchor", place, sign=shown(f"&{name}", 40)))

    def _alias(self, event: Any) -> Node:
        if event.anchor in self._open_anchors:
            raise StopError([error("ALIAS.itself", self._at(event), name=shown(event.anchor))])
        self._names.pop(event.anchor, None)
        found = self._anchors.get(event.anchor)
        if found is None:
            raise StopError([error("ALIAS.no-anchor", self._at(event), name=shown(event.anchor))])
        node, nodes, characters = found
        self._nodes += nodes
        self._characters += characters
        return node

    def _close(self, done: _Open) -> Node:
        node = self._collected(done)
        if done.start.anchor:
            weight = self._nodes - done.nodes, self._characters - done.characters
            self._anchors[done.start.anchor] = node, *weight
            self._open_anchors.discard(done.start.anchor)
        return node

    def _collected(self, done: _Open) -> Node:
        children = done.children
        if type(done.start).__name__ == "SequenceStartEvent":
            return Sequence(tuple(children), done.place)
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Place] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._fault(error("YAML.key", key.place, what=what(key)))
            elif key.plain and key.text == "<<":
                self._fault(error("MERGE-KEY.key", key.place))
            elif key.text in seen:
                name, line = shown(key.text), seen[key.text].line
                self._fault(error("DUPLICATE-KEY.twice", key.place, key=name, line=line))
            else:
                seen[key.text] = key.place
                entries.append((key, value))
        return Mapping(tuple(entries), done.place)

    def _fault(self, fault: Diagnostic) -> None:
        self.faults.append(fault)
        if len(self.faults) >= MAX_FAULTS:
            raise StopError(self.faults)


def _too_deep(place: Place) -> StopError:
    return StopError([error("TOO-DEEP.levels", place, most=MAX_DEPTH)])


def _unfolded(raw: str, value: str) -> str:
    """A value that stands in several rows, joined as Chinese is: without the space that YAML puts
    in place of each row's end, unless both sides are Latin. As it is where it has more to it."""
    rows = [row.strip() for row in text_rows(raw)]
    if raw[0] in "\"'":
        rows[0], rows[-1] = rows[0][1:], rows[-1][:-1]
    elif raw[0] in ">|":
        del rows[0]
    rows = [row for row in rows if row]
    end = value[len(value.rstrip("\n")) :]
    if " ".join(rows) + end != value:
        return value
    joined = rows[0]
    for row in rows[1:]:
        joined += f" {row}" if joined[-1].isascii() and row[0].isascii() else row
    return joined + end


def _tag(tag: str, place: Place) -> StopError:
    return StopError([error("TAG.refused", place, tag=shown(tag))])
