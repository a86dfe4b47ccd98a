"""Blocks of a page moved, made larger and swapped: what of their specs changes by it.

A block of the page stands where its `at` says. In a stack or row it stands where the others leave
it, and only what it says itself can be changed: its `lines`, in a row its `cols`, its turn.
"""

from typing import Final

from layout.diagnostics import error, shown
from layout.record import record
from layout.revise.operation import Operation
from layout.rewrite.items import swap_items
from layout.rewrite.keys import remove_key
from layout.rewrite.scalars import Plain, Value
from layout.rewrite.setting import set_value
from layout.rewrite.texts import RefusedError, TextChange
from layout.rewrite.yamltext import FoundValue, YamlText, becomes, data_of, find, rewritten
from layout.spec.model.page import PageSpec
from layout.spec.reader.fields import RecordKind
from layout.spec.reader.nodes import Mapping, Node, Scalar
from layout.spec.reader.spans import SpanAlias

PAGE: Final = RecordKind(PageSpec)
_PICTURE: Final = ("focus", "scale", "shift", "align", "valign")


@record
class RevisedBlock:
    """A block of a page spec: the keys that lead to it, and what holds it."""

    keys: tuple[str, ...]
    found: FoundValue
    group: str
    """`stack` or `row` where it is a member of one; empty on the page itself."""

    @property
    def name(self) -> str:
        """What it is called in messages: its id, else its keys."""
        own = data_of(self.found.read)
        name = own.get("id") if isinstance(own, dict) else None
        return name if isinstance(name, str) and name else ".".join(self.keys)

    def says(self, key: str) -> str | None:
        """The text of a value of its own."""
        read = self.found.read
        for name, value in read.entries if isinstance(read, Mapping) else ():
            if name.text == key and isinstance(value, Scalar) and not value.is_null:
                return value.text
        return None


def block_at(doc: YamlText, name: str, op: Operation) -> RevisedBlock:
    """The block of an id, of its number on the page (`block-3`), or of its keys. Raises
    `RefusedError`."""
    number = name.removeprefix("block-")
    if name.startswith("blocks."):
        keys = name.split(".")
    elif number != name and number.isdigit() and not _has(doc, name):
        keys = ["blocks", number]
    else:
        keys = ["blocks", name]
    found = find(doc, keys, PAGE)
    if found.rest or not isinstance(found.read, Mapping) or len(found.steps) < 2:
        raise RefusedError(error("REVISE.no-block", op.place, name=shown(name, 40)))
    inner = [_key(step.read, step.at) for step in found.steps]
    group = inner[-2] if inner[-2] in ("stack", "row") else ""
    whole = tuple(inner)
    return RevisedBlock(keys=whole, found=found, group=group)


def _key(read: Node, at: int) -> str:
    """The key of a value in a collection: of a list's member its number, or its id where another
    one bears that number for its id."""
    if isinstance(read, Mapping):
        return read.entries[at][0].text
    ids = [each.get("id") if isinstance(each, dict) else None for each in data_of(read)]
    number = str(at + 1)
    return str(ids[at]) if number in ids and ids[at] else number


def touched(block: RevisedBlock, op: Operation) -> list[str]:
    """The keys in a block that lead to what a change of it sets, to see whose that is."""
    own = data_of(block.found.read)
    if op.kind == "picture":
        return ["pictures", str(op.whole("index", 1)), "focus"] if op.has("index") else ["focus"]
    if op.kind == "swap" or block.group:
        return ["at"] if op.kind == "swap" else ["lines"]
    if isinstance(own.get("at"), list):
        return ["at", str(op.whole("frame", 1)), "lines"] if op.has("frame") else ["at"]
    return ["at", "lines"]


def _has(doc: YamlText, name: str) -> bool:
    """Whether some block has this very id."""

    def visit(data: object) -> bool:
        if isinstance(data, dict):
            return data.get("id") == name or any(map(visit, data.values()))
        return isinstance(data, list) and any(map(visit, data))

    return visit(doc.data)


def span_text(first: int, last: int) -> Plain:
    """Columns or lines as a spec has them."""
    return Plain(str(first) if first == last else f"{first}-{last}")


def place(doc: YamlText, op: Operation, may: frozenset[str]) -> YamlText:
    """A block at another place, or of another size."""
    block = block_at(doc, op.text("block"), op)
    if block.group:
        return _member(doc, op, block, may)
    for key in ("height", "breadth"):
        if op.has(key):
            raise RefusedError(error("REVISE.no-member", op.place, block=block.name, key=key))
    at = [*block.keys, "at"]
    if op.has("frame"):
        at.append(str(op.whole("frame", 1)))
    elif _frames(doc, at) > 1:
        frames = _frames(doc, at)
        raise RefusedError(error("REVISE.which-frame", op.place, block=block.name, frames=frames))
    there = find(doc, at, PAGE)
    if there.rest:
        raise RefusedError(error("REVISE.no-place", op.place, block=block.name))
    own = data_of(there.read)
    own = own if isinstance(own, dict) else {}
    by_length = "cols" not in own and ("from" in own or "width" in own)
    if op.has("cols") and by_length and op.given["cols"] is not None:
        raise RefusedError(error("REVISE.by-length", op.place, block=block.name))
    new: dict[str, Value] = {}
    for key in ("cols", "lines"):
        if op.has(key):
            new[key] = None if op.given[key] is None else span_text(*op.pair(key))
    for key in ("from", "width", "part"):
        if op.has(key):
            new[key] = None if op.given[key] is None else Plain(op.text(key, 40))
    if not new:
        raise op.amiss("lines")
    for key, value in new.items():
        if value is None:
            doc = remove_key(doc, [*at, key], PAGE, may)
        else:
            doc = set_value(doc, [*at, key], value, PAGE, may)
    return doc


def _frames(doc: YamlText, at: list[str]) -> int:
    found = find(doc, at, PAGE)
    data = data_of(found.read) if not found.rest else None
    return len(data) if isinstance(data, list) else 1


def _member(doc: YamlText, op: Operation, block: RevisedBlock, may: frozenset[str]) -> YamlText:
    """A member of a stack or row: what it says of its own size."""
    new: dict[str, Value] = {}
    if op.has("height"):
        new["lines"] = op.whole("height", 1)
    elif op.has("lines"):
        if not (block.says("lines") or "").isdigit():
            told = error("REVISE.height-follows", op.place, block=block.name)
            raise RefusedError(told)
        first, last = op.pair("lines")
        new["lines"] = last - first + 1
    if op.has("breadth"):
        if block.group != "row":
            raise RefusedError(error("REVISE.breadth-follows", op.place, block=block.name))
        new["cols"] = op.whole("breadth", 1)
    elif op.has("cols"):
        if block.group != "row" or not (block.says("cols") or "").isdigit():
            raise RefusedError(error("REVISE.breadth-follows", op.place, block=block.name))
        first, last = op.pair("cols")
        new["cols"] = last - first + 1
    if op.has("width") and block.group == "row":
        new["width"] = Plain(op.text("width", 40))
    if not new:
        raise RefusedError(error("REVISE.place-follows", op.place, block=block.name))
    for key, value in new.items():
        doc = set_value(doc, [*block.keys, key], value, PAGE, may)
    return doc


def swap(doc: YamlText, op: Operation, may: frozenset[str]) -> YamlText:
    """Two blocks in each other's place: of a group in each other's turn, else by their `at`."""
    first, second = block_at(doc, op.text("a"), op), block_at(doc, op.text("b"), op)
    if first.keys == second.keys:
        return doc
    if first.group or second.group:
        if first.keys[:-1] != second.keys[:-1]:
            told = error("REVISE.swap-groups", op.place, a=first.name, b=second.name)
            raise RefusedError(told)
        return swap_items(doc, first.keys, second.keys, PAGE)
    places = [find(doc, [*block.keys, "at"], PAGE) for block in (first, second)]
    for block, found in zip((first, second), places, strict=True):
        if found.rest:
            raise RefusedError(error("REVISE.no-place", op.place, block=block.name))
    a, b = places
    data_a, data_b = data_of(a.read), data_of(b.read)
    if data_a == data_b:
        return doc
    raw = [doc.text[found.node.start : found.node.end] for found in places]
    plain = not any("\n" in text or "\r" in text for text in raw)
    alias = any(isinstance(found.node, SpanAlias) or found.node.anchor for found in places)
    if plain and not alias and a.flow == b.flow:
        changes = [
            TextChange(a.node.start, a.node.end, raw[1]),
            TextChange(b.node.start, b.node.end, raw[0]),
        ]
        meant = {id(a.read): becomes(data_b), id(b.read): becomes(data_a)}
        return rewritten(doc, sorted(changes, key=lambda c: c.start), meant)
    doc = set_value(doc, [*first.keys, "at"], data_b, PAGE, may)
    return set_value(doc, [*second.keys, "at"], data_a, PAGE, may)


def picture(doc: YamlText, op: Operation, may: frozenset[str]) -> YamlText:
    """A picture moved or scaled in its frame."""
    block = block_at(doc, op.text("block"), op)
    keys = list(block.keys)
    own = data_of(block.found.read)
    if op.has("index"):
        if "pictures" not in own:
            raise RefusedError(error("REVISE.no-picture", op.place, block=block.name))
        keys += ["pictures", str(op.whole("index", 1))]
    elif not {"picture", "advert"} & set(own):
        raise RefusedError(error("REVISE.no-picture", op.place, block=block.name))
    told = False
    for key in _PICTURE:
        if op.has(key):
            told = True
            doc = _one(doc, [*keys, key], _plain(op.value(key)), may)
    if op.has("fit"):
        told = True
        fit = own.get("fit") if not op.has("index") else None
        doc = _one(doc, [*keys, "fit", *(["picture"] if isinstance(fit, dict) else [])],
                   op.value("fit"), may)  # fmt: skip
    if not told:
        raise op.amiss("focus")
    return doc


def _plain(value: Value) -> Value:
    """Measures as texts that need no quotes."""
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, float):
        return round(value, 4)
    return Plain(value) if isinstance(value, str) else value


def _one(doc: YamlText, keys: list[str], value: Value, may: frozenset[str]) -> YamlText:
    if value is None:
        return remove_key(doc, keys, PAGE, may)
    return set_value(doc, keys, value, PAGE, may)
