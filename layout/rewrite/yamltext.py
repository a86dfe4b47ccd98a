"""A YAML text with its two trees: what it says, as specs are read, and where that stands."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from layout.diagnostics import Place, StopError, error, shown
from layout.record import record
from layout.rewrite.comments import comments_of, leaves
from layout.rewrite.texts import RefusedError, TextChange, changed
from layout.rewrite.values import Data
from layout.spec.override import (
    PathMisfit,
    index_of,
    keys_to,
    kind_within,
    lone_kind,
)
from layout.spec.reader.fields import Kind, ListKind
from layout.spec.reader.nodes import (
    MAX_DEPTH,
    Mapping,
    Node,
    Scalar,
    parse_text,
)
from layout.spec.reader.nodes import (
    Sequence as ListNode,
)
from layout.spec.reader.spans import (
    SpanAlias,
    SpanMapping,
    SpanNode,
    SpanSequence,
    spans_of,
)

COMMENTS: Final = "comments"
"""What a person may agree to: that comments go with what is taken out."""
Meant = dict[int, Callable[[Data], Data]]
"""What becomes of the data of a node of the old tree, by the node's identity: one that an anchor
names is the same wherever it is used."""


@record(kw_only=False)
class YamlText:
    """A text, its trees, what it is called, and the line and column it begins at in its file."""

    text: str
    read: Node
    root: SpanNode
    file: str
    first: tuple[int, int] = (1, 1)

    def place(self, at: int) -> Place:
        """The place of an offset."""
        before = self.text[:at].replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n")
        column = len(before) - (before.rfind("\n") + 1)
        shift = self.first[1] if line == 0 else 1
        return Place(self.file, line + self.first[0], column + shift)

    @property
    def data(self) -> Data:
        """All that it says."""
        return data_of(self.read)

    @property
    def comments(self) -> list[str]:
        """Its comments in their order."""
        return [words for _, words in comments_of(self.text, self.root)]

    def used(self) -> set[str]:
        """The anchors that some alias names."""
        return {leaf.name for leaf in leaves(self.root) if isinstance(leaf, SpanAlias)}


def yaml_text(text: str, file: str, first: tuple[int, int] = (1, 1)) -> YamlText:
    """A text read. Raises `StopError` for one that no spec may be."""
    read = parse_text(text, file, first)
    root = spans_of(text)
    assert root is not None
    return YamlText(text, read, root, file, first)


def data_of(node: Node, meant: Meant | None = None) -> Data:
    """What a node says, with what is `meant` to become of some nodes."""
    if isinstance(node, Scalar):
        data: Data = None if node.is_null else node.text
    elif isinstance(node, Mapping):
        data = {key.text: data_of(value, meant) for key, value in node.entries}
    else:
        data = [data_of(item, meant) for item in node.items]
    become = meant.get(id(node)) if meant else None
    return become(data) if become is not None else data


def rewritten(
    doc: YamlText,
    changes: Sequence[TextChange],
    meant: Meant,
    lost: Iterable[str] = (),
    *,
    moved: bool = False,
) -> YamlText:
    """A text with changes made, read again. It must say what was `meant` and nothing else, and have
    every comment but those that are `lost`, in their order unless something was `moved`.

    Raises `RefusedError` where it does not, for whatever reason: nothing may be written then.
    """
    made = changed(doc.text, changes)
    at = changes[0].start
    try:
        new = yaml_text(made, doc.file, doc.first)
    except (StopError, ValueError, AssertionError) as exc:
        raise RefusedError(error("REWRITE.unsure", doc.place(at))) from exc
    wanted = list(doc.comments)
    for words in lost:
        wanted.remove(words)
    found = new.comments
    if moved:
        wanted, found = sorted(wanted), sorted(found)
    if new.data != data_of(doc.read, meant) or wanted != found:
        raise RefusedError(error("REWRITE.unsure", doc.place(at)))
    return new


def first_well(
    doc: YamlText,
    ways: Sequence[tuple[Sequence[TextChange], Sequence[str]]],
    meant: Meant,
    may: frozenset[str],
) -> YamlText:
    """The text changed in the first of some ways that is read as what is meant; each has its
    changes and the comments that go. Raises `RefusedError` where none is."""
    refused: RefusedError | None = None
    for changes, lost in ways:
        try:
            made = rewritten(doc, changes, meant, lost)
            keep_comments(doc, lost, changes[0].start, may)
        except RefusedError as exc:
            refused = refused if refused is not None and refused.may else exc
        else:
            return made
    assert refused is not None
    raise refused


@record(kw_only=False)
class Step:
    """A collection on the way to a value, and which of its values is the next one, from 0."""

    node: SpanMapping | SpanSequence
    read: Mapping | ListNode
    at: int
    kind: Kind | None


@record(kw_only=False)
class FoundValue:
    """Where some keys lead: to a value, with the `steps` to it, or as far as there is something;
    `rest` are the keys that are not there. `shared` are the anchors passed that others use too."""

    node: SpanNode
    read: Node
    kind: Kind | None
    steps: tuple[Step, ...]
    rest: tuple[str, ...]
    shared: tuple[str, ...]

    @property
    def flow(self) -> bool:
        """Whether the value stands inside brackets."""
        return any(step.node.flow for step in self.steps)

    @property
    def parent(self) -> Step:
        """The collection that holds it."""
        return self.steps[-1]


def find(doc: YamlText, keys: Sequence[str], kind: Kind | None) -> FoundValue:
    """Where keys lead: those of mappings, numbers of lists from 1, and ids of blocks, as `--set`
    has them. Raises `RefusedError` for a list's member that is not there."""
    used = doc.used()
    node, read = doc.root, doc.read
    steps: list[Step] = []
    shared: list[str] = []
    todo = list(keys)
    if not todo or len(todo) > MAX_DEPTH or not all(todo):
        raise RefusedError(error("REWRITE.path", Place(doc.file), path=shown(".".join(todo))))
    while True:
        if not isinstance(node, SpanAlias) and node.anchor in used:
            shared.append(node.anchor)
        if not todo:
            break
        if isinstance(node, SpanAlias):
            shared.append(node.name)
            node = node.target
        key = todo[0]
        kind = lone_kind(read, key, kind)
        if isinstance(node, SpanMapping) and isinstance(read, Mapping):
            at = next((i for i, (name, _) in enumerate(read.entries) if name.text == key), None)
            inner = kind_within(read, key, kind)
            if at is None:
                if key == "1" and isinstance(kind, ListKind) and kind.lone:
                    todo.pop(0)
                    continue
                break
            steps.append(Step(node, read, at, kind))
            node, read, kind = node.entries[at][1], read.entries[at][1], inner
        elif isinstance(node, SpanSequence) and isinstance(read, ListNode):
            within = keys_to(read, key)
            if within:
                todo = [*within, *todo[1:]]
                continue
            try:
                at = index_of(read, key)
            except PathMisfit as exc:
                told = exc.said.having(path=shown(".".join(keys)))
                raise RefusedError(error(told, doc.place(node.start))) from exc
            steps.append(Step(node, read, at, kind))
            kind = kind.of if isinstance(kind, ListKind) else None
            node, read = node.items[at], read.items[at]
        elif key == "1" and isinstance(kind, ListKind) and kind.lone:
            kind = kind.of
        else:
            break
        todo.pop(0)
    return FoundValue(node, read, kind, tuple(steps), tuple(todo), tuple(dict.fromkeys(shared)))


def inside(doc: YamlText, start: int, end: int) -> list[str]:
    """The comments that begin in a stretch of the text."""
    return [words for at, words in comments_of(doc.text, doc.root) if start <= at < end]


def keep_comments(doc: YamlText, lost: Sequence[str], at: int, may: frozenset[str]) -> None:
    """Refuse a change with which comments go, unless a person has agreed to it."""
    if lost and COMMENTS not in may:
        told = error(
            "REWRITE.comments", doc.place(at), comments=tuple(shown(c, 40) for c in lost[:3])
        )
        raise RefusedError(told, may=COMMENTS)


def in_place_of_rows(doc: YamlText, node: SpanNode, text: str) -> TextChange:
    """What stands in one row in place of a list or mapping that stands in rows: behind its colon or
    dash, or where that has comments behind it, where its rows began."""
    if node is doc.root:
        return TextChange(node.start, node.end, text)
    behind = len(doc.text[: node.start].rstrip())
    if any(at < behind <= at + len(words) for at, words in comments_of(doc.text, doc.root)):
        return TextChange(node.start, node.end, f"  {text}")  # a list may stand at its key's column
    return TextChange(behind, node.end, f" {text}")


def becomes(value: Any) -> Callable[[Data], Data]:
    """What becomes of a node whose data are replaced."""
    return lambda _: value


def free_of_anchors(doc: YamlText, start: int, end: int) -> None:
    """Refuse to take out a stretch in which an anchor stands that is used outside of it."""
    inner: set[str] = set()
    todo: list[SpanNode] = [doc.root]
    while todo:
        node = todo.pop()
        if node.anchor and start <= node.head < end:
            inner.add(node.anchor)
        if isinstance(node, SpanSequence):
            todo += node.items
        elif isinstance(node, SpanMapping):
            todo += [part for entry in node.entries for part in entry]
    for leaf in leaves(doc.root):
        if isinstance(leaf, SpanAlias) and leaf.name in inner and not start <= leaf.start < end:
            name = shown(leaf.name)
            line = doc.place(leaf.start).line
            raise RefusedError(error("REWRITE.anchor", doc.place(start), name=name, line=line))
