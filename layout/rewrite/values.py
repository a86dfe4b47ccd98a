"""A value of any depth as YAML has it, in brackets in one row or in rows of its own."""

from typing import Any, Final

from layout.diagnostics import Place, error, shown
from layout.rewrite.scalars import Leaf, Plain, Value, scalar, text_of
from layout.rewrite.texts import RefusedError
from layout.spec.model.blockkinds import BLOCKS, BlockKind
from layout.spec.reader.chars import forbidden
from layout.spec.reader.fields import Kind, ListKind, MapKind, RecordKind, keys_of
from layout.spec.reader.kinds import NameKind, PageNameKind, TextKind
from layout.spec.reader.nodes import MAX_DEPTH, MAX_SCALAR
from layout.words.said import said

MOST_VALUES: Final = 2000
"""Values that one change may hold: a page of blocks has fewer."""
MOST_NUMBER: Final = 1_000_000_000
WIDE: Final = 96
"""Characters of a row in brackets; what is longer stands in rows."""
Data = Any
"""What a spec holds: texts, None where nothing stands, lists and dicts of them."""


def as_data(value: Value) -> Data:
    """What a value is to the reader of specs, for which all that is no list or mapping is text."""
    if isinstance(value, dict):
        return {key: as_data(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_data(inner) for inner in value]
    return None if value is None else text_of(value)


def checked_value(value: object, place: Place) -> Value:
    """What came from outside as a value that may be written. Raises `RefusedError`."""
    count = 0

    def visit(inner: object, depth: int) -> Value:
        nonlocal count
        count += 1
        if count > MOST_VALUES or depth > MAX_DEPTH // 2:
            raise RefusedError(error("REWRITE.large", place, most=MOST_VALUES))
        if isinstance(inner, dict):
            return {str(_text(key)): visit(each, depth + 1) for key, each in inner.items()}
        if isinstance(inner, list | tuple):
            return [visit(each, depth + 1) for each in inner]
        if inner is None or isinstance(inner, bool):
            return inner
        if isinstance(inner, int | float) and abs(inner) < MOST_NUMBER:  # no NaN, no infinity
            return inner
        return _text(inner)

    def _text(inner: object) -> str:
        if not isinstance(inner, str) or len(inner) > MAX_SCALAR:
            told = shown(inner, 40) if isinstance(inner, str) else type(inner).__name__
            raise RefusedError(error("REWRITE.no-value", place, text=told))
        hidden = forbidden(inner, lines=True)
        if hidden is not None or "\r" in inner:
            char = hidden if hidden is not None else said("part.char-line-end")
            raise RefusedError(error("CONTROL.value", place, text=shown(inner), char=char, hint=""))
        return inner

    return visit(value, 0)


def by_kind(value: Value, kind: Kind | None) -> Value:
    """A value whose numbers and the like, written as texts, need no quotes: what is no words of
    the paper and no name by the `kind` of its key."""
    if isinstance(value, dict):
        return {key: by_kind(inner, _kind_of(value, key, kind)) for key, inner in value.items()}
    if isinstance(value, list):
        of = kind.of if isinstance(kind, ListKind) else kind
        return [by_kind(inner, of) for inner in value]
    if isinstance(value, str) and kind is not None and not _in_words(kind):
        return Plain(value)
    return value


def _in_words(kind: Kind) -> bool:
    if isinstance(kind, ListKind) and kind.lone:
        return _in_words(kind.of)
    if isinstance(kind, RecordKind) and kind.short:
        return _in_words(keys_of(kind.cls)[kind.short[0]].metadata["kind"])
    return isinstance(kind, TextKind | NameKind | PageNameKind | MapKind)


def _kind_of(value: dict[str, Value], key: str, kind: Kind | None) -> Kind | None:
    if isinstance(kind, ListKind) and kind.lone:
        kind = kind.of
    if isinstance(kind, MapKind):
        return kind.of
    cls: type[Any] | None = kind.cls if isinstance(kind, RecordKind) else None
    if isinstance(kind, BlockKind):
        cls = next((BLOCKS[name] for name in value if name in BLOCKS), None)
    known = keys_of(cls) if cls is not None else {}
    found: Kind | None = known[key].metadata["kind"] if key in known else None
    return found


def in_brackets(value: Value, *, flow: bool = True) -> str:
    """A value in one row; `flow`: it stands inside brackets itself."""
    if isinstance(value, dict):
        parts = [f"{key_text(key, flow=True)}: {in_brackets(v)}" for key, v in value.items()]
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(in_brackets(inner) for inner in value) + "]"
    return scalar(value, flow=flow)


def key_text(key: str, *, flow: bool) -> str:
    """A key as it stands before its colon."""
    return scalar(key, flow=flow, key=True)


def in_rows(value: dict[str, Value] | list[Value], indent: str) -> list[str]:
    """A list or mapping in rows, each but the first with its indent, none with its end: the rows of
    an item stand behind its dash, those of a key below it, what is short in brackets."""
    rows: list[str] = []
    if isinstance(value, dict):
        for key, inner in value.items():
            rows += _entry(key_text(key, flow=False) + ":", inner, indent)
    else:
        for inner in value:
            rows += _entry("-", inner, indent)
    return [rows[0], *(indent + row for row in rows[1:])] if rows else []


def _entry(head: str, value: Value, indent: str) -> list[str]:
    """The rows of a key or an item, as if its indent were none."""
    if not isinstance(value, dict | list):
        text = scalar(value, flow=False)
        return [f"{head} {text}" if text else head]
    brackets = in_brackets(value)
    if not value or (len(head) + len(indent) + len(brackets) < WIDE and _shallow(value)):
        return [f"{head} {brackets}"]
    inner = in_rows(value, "  ")
    if head == "-":
        return [f"- {inner[0]}", *inner[1:]]
    return [head, f"  {inner[0]}", *inner[1:]]


def _shallow(value: Value) -> bool:
    """Whether a value may stand in brackets in one row: no more than two of them in one another."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return not any(
        isinstance(deep, dict | list)
        for each in inner
        if isinstance(each, dict | list)
        for deep in (each.values() if isinstance(each, dict) else each)
    )


def leaf(value: Value) -> Leaf:
    """A value that is no list and no mapping."""
    assert not isinstance(value, dict | list)
    return value
