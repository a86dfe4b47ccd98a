"""The small changes that a module's syntax tree allows, each as a stretch of the file and its new
text.

A change is one that a reader could overlook: another comparison, another sign, a number off by one,
a condition the wrong way round, a result that is empty. What no test of behaviour should fail for
is left alone: annotations, docstrings, the words of messages, assertions, decorators.
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

KINDS: Final = (
    "comparison", "sign", "constant", "condition", "and/or", "return", "default",
)  # fmt: skip

_OPERATORS: Final[dict[type[ast.cmpop], tuple[str, ...]]] = {
    ast.Lt: ("<", "<=", ">"),
    ast.LtE: ("<=", "<", ">="),
    ast.Gt: (">", ">=", "<"),
    ast.GtE: (">=", ">", "<="),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}
"""How each is written, and what it may become: its edge moved, its sense turned."""
_SIGNS: Final[dict[type[ast.operator], tuple[str, str]]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
}
_WORDS: Final = frozenset({"message", "hint", "title", "reason", "source", "help", "what", "noun"})
"""Keywords and names whose values are words for people."""
_EMPTY: Final = (
    ("str", '""'), ("int", "0"), ("float", "0.0"), ("bool", "False"), ("bytes", 'b""'),
    ("tuple", "()"), ("list", "[]"), ("Sequence", "[]"), ("dict", "{}"), ("Mapping", "{}"),
    ("frozenset", "frozenset()"), ("set", "set()"),
)  # fmt: skip
"""What an empty result is, by the beginning of its annotation; of any other it is None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Bytes `start` to `end` of a file, which say `old`, made `new`; `line` counts from 1."""

    kind: str
    start: int
    end: int
    line: int
    old: str
    new: str

    def made_in(self, source: bytes) -> bytes:
        """The file with the change in it."""
        return source[: self.start] + self.new.encode() + source[self.end :]

    def lines(self, source: bytes) -> tuple[str, str]:
        """The line before and after, without its indent."""
        first = source.rfind(b"\n", 0, self.start) + 1
        last = source.find(b"\n", self.end)
        last = len(source) if last < 0 else last
        after = source[first : self.start] + self.new.encode() + source[self.end : last]
        return _joined(source[first:last]), _joined(after)


def changes_of(source: bytes) -> list[Change]:
    """Every change of a module, in the order of the file; two never begin at one place with the
    same new text."""
    found = list(_Walk(source).changes(ast.parse(source)))
    unique = {(c.start, c.end, c.new): c for c in found if c.old != c.new}
    return sorted(unique.values(), key=lambda c: (c.start, c.end, c.new))


def _joined(text: bytes) -> str:
    return " ".join(text.decode().split())


class _Walk:
    """A walk over the tree of one file, which knows where each node stands in its bytes."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.rows = [0]
        for row in source.splitlines(keepends=True):
            self.rows.append(self.rows[-1] + len(row))
        self.by_type: dict[type[ast.AST], Callable[[ast.AST], Iterator[Change]]] = {
            ast.Compare: self._comparison,
            ast.BinOp: self._sign,
            ast.AugAssign: self._sign,
            ast.BoolOp: self._and_or,
            ast.Constant: self._constant,
        }

    def changes(self, node: ast.AST, returns: str = "") -> Iterator[Change]:
        """Those of a node and of all below it that may be changed; `returns` is the annotation of
        the function around it."""
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            return
        make = self.by_type.get(type(node))
        if make is not None:
            yield from make(node)
        if isinstance(node, ast.If | ast.While | ast.IfExp):
            yield self._negated(node.test)
        elif isinstance(node, ast.comprehension):
            yield from map(self._negated, node.ifs)
        elif isinstance(node, ast.Return) and node.value is not None:
            yield self._emptied(node.value, returns)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            returns = ast.unparse(node.returns) if node.returns is not None else ""
            for default in (*node.args.defaults, *node.args.kw_defaults):
                yield from self._default(default)
        elif isinstance(node, ast.ClassDef):
            for row in node.body:
                yield from self._default(row.value if isinstance(row, ast.AnnAssign) else None)
        for child in _below(node):
            yield from self.changes(child, returns)

    def _at(self, row: int, column: int) -> int:
        return self.rows[row - 1] + column

    def _span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        first = self._at(node.lineno, node.col_offset)
        return first, self._at(node.end_lineno, node.end_col_offset)

    def _change(self, kind: str, start: int, end: int, new: str) -> Change:
        line = self.source.count(b"\n", 0, start) + 1
        old = self.source[start:end].decode()
        return Change(kind=kind, start=start, end=end, line=line, old=old, new=new)

    def _between(
        self, kind: str, left: ast.expr, right: ast.expr, old: str, new: str
    ) -> Iterator[Change]:
        """An operator that stands between two operands."""
        start, end = self._span(left)[1], self._span(right)[0]
        pattern = rb"\s+".join(re.escape(word.encode()) for word in old.split())
        found = re.search(pattern, self.source[start:end])
        if found:
            yield self._change(kind, start + found.start(), start + found.end(), new)

    def _comparison(self, node: ast.AST) -> Iterator[Change]:
        assert isinstance(node, ast.Compare)
        left = node.left
        for operator, right in zip(node.ops, node.comparators, strict=True):
            old, *ways = _OPERATORS[type(operator)]
            for new in ways:
                yield from self._between("comparison", left, right, old, new)
            left = right

    def _sign(self, node: ast.AST) -> Iterator[Change]:
        """+ and -, but where texts or lists are joined: that fails of itself."""
        assert isinstance(node, ast.BinOp | ast.AugAssign)
        signs = _SIGNS.get(type(node.op))
        left, right = (
            (node.left, node.right) if isinstance(node, ast.BinOp) else (node.target, node.value)
        )
        if signs and not (_joins(left) or _joins(right)):
            yield from self._between("sign", left, right, *signs)

    def _and_or(self, node: ast.AST) -> Iterator[Change]:
        assert isinstance(node, ast.BoolOp)
        old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield from self._between("and/or", left, right, old, new)

    def _constant(self, node: ast.AST, kind: str = "constant") -> Iterator[Change]:
        assert isinstance(node, ast.Constant)
        value = node.value
        if isinstance(value, int | float) and not isinstance(value, bool):
            for other in (value + 1, value - 1):
                text = repr(other)
                yield self._change(kind, *self._span(node), text if other >= 0 else f"({text})")

    def _default(self, node: ast.expr | None) -> Iterator[Change]:
        if isinstance(node, ast.Constant):
            if isinstance(node.value, bool):
                yield self._change("default", *self._span(node), str(not node.value))
            else:
                yield from self._constant(node, "default")

    def _negated(self, test: ast.expr) -> Change:
        start, end = self._span(test)
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            first, last = self._span(test.operand)
            return self._change("condition", start, end, f"({self.source[first:last].decode()})")
        return self._change("condition", start, end, f"not ({self.source[start:end].decode()})")

    def _emptied(self, value: ast.expr, returns: str) -> Change:
        optional = returns.endswith("| None")
        empty = next((new for name, new in _EMPTY if returns.startswith(name)), "None")
        start, end = self._span(value)
        if self.source[start:end].decode() == empty and returns == "bool":
            empty = "True"
        return self._change("return", start, end, "None" if optional else empty)


def _joins(node: ast.expr) -> bool:
    """Whether an operand is a text or a row of things, as far as it shows."""
    if isinstance(node, ast.BinOp):
        return _joins(node.left) or _joins(node.right)
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str | bytes)
    rows = ast.JoinedStr | ast.List | ast.Tuple | ast.ListComp | ast.Dict | ast.Set | ast.SetComp
    return isinstance(node, rows)


def _below(node: ast.AST) -> Iterator[ast.AST]:
    """The children of a node that may be changed."""
    if isinstance(node, ast.Assert | ast.Raise | ast.JoinedStr):
        return
    if isinstance(node, ast.keyword) and node.arg in (*_WORDS, "maxsize", "strict"):
        return
    if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        if isinstance(target, ast.Name) and target.id.strip("_").lower() in _WORDS:
            return
    skipped = {"annotation", "returns", "decorator_list", "type_params", "type_comment"}
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield from _of_definition(node)
        return
    for name, value in ast.iter_fields(node):
        if name in skipped:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield child


def _of_definition(
    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef,
) -> Iterator[ast.AST]:
    """What a function or a class holds; numbers that are defaults are changed as defaults."""
    for row in node.body:
        if isinstance(node, ast.ClassDef) and isinstance(row, ast.AnnAssign):
            if row.value is not None and not isinstance(row.value, ast.Constant):
                yield row.value
        else:
            yield row
    if not isinstance(node, ast.ClassDef):
        for default in (*node.args.defaults, *node.args.kw_defaults):
            if default is not None and not isinstance(default, ast.Constant):
                yield default
