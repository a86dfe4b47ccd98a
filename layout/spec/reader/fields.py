"""How a tree of nodes becomes a model: records, lists and maps, and what a fault in them is.

A model class declares its keys with `option(kind, "what it is for")`; reading, "did you mean", the
JSON Schema and the manual all come from that one declaration.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final, Protocol, TypeVar

from layout.diagnostics import (
    Diagnostic,
    Place,
    Severity,
    did_you_mean,
    error,
    info,
    shown,
    warning,
)
from layout.record import field, fields, record
from layout.spec.reader.chars import forbidden, quoted
from layout.spec.reader.nodes import MAX_FAULTS, Mapping, Node, Scalar, Sequence, what
from layout.words.said import Said, said

Schema = dict[str, Any]
NAMES: Final = "x-names"
"""In a schema, a word of our own: what a text names, as `style-name` or `color`; for forms."""
MAX_NAME: Final = 60
_NO_KEY: Final = (
    r"^[\u3400-\u9fff]{1,6} *[：﹕︰]"
    r"|^[A-Za-z_][\w-]*[\s\u3000]*[:：]|^[-－–—•][\s\u3000]*[A-Za-z_]|^[\s\u3000]"
)
"""How a key looks that is none: with its colon, with a list's dash, with a blank before it."""


class Fault(Exception):  # noqa: N818  internal: becomes a Diagnostic when the record is read
    """One value that cannot be read, with the keys that lead to it; or, as a warning, one that is
    read and should be looked at. `said` is what is told of it, without the keys."""

    def __init__(self, node: Node, told: Said, severity: Severity = "error") -> None:
        self.place: Place = node.place
        self.said = told
        self.severity: Severity = severity
        self.path: tuple[str, ...] = ()
        super().__init__(told)

    def of_kind(self, kind: Said) -> "Fault":
        """The same, where it says that a value is of another kind, with all that is expected:
        a word of its own besides the lengths that were read."""
        if self.said.key == "VALUE.kind":
            self.said = self.said.having(kind=kind)
        return self

    @property
    def diagnostic(self) -> Diagnostic:
        """The fault as it is told: `blocks.3.at.cols: "a-b" where columns such as 1-3 …`."""
        told = self.said.having(path=".".join(self.path)) if self.path else self.said
        tell = {"error": error, "warning": warning, "info": info}[self.severity]
        return tell(told, self.place)


class _TooManyFaultsError(Exception):
    """There is no use in reading on."""


class Faults(list[Fault]):
    """What is wrong with one file, in the order it was met."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: set[tuple[Place, Said]] = set()

    def add(self, fault: Fault) -> None:
        """Record a fault; one that an alias repeats is told once."""
        key = (fault.place, fault.said)
        if key in self._seen:
            return
        self._seen.add(key)
        self.append(fault)
        if len(self) >= MAX_FAULTS:
            raise _TooManyFaultsError

    def under(self, name: str, since: int) -> None:
        """Put `name` before the path of every fault added after the first `since`."""
        for fault in self[since:]:
            fault.path = (name, *fault.path)


class Kind(Protocol):
    """How one value is read, and how it is described."""

    def read(self, node: Node, faults: Faults) -> Any:
        """The value; raises `Fault`, or adds to `faults` and goes on."""

    def schema(self) -> Schema:
        """JSON Schema (draft 2020-12) of what `read` takes."""

    def words(self) -> Said:
        """What is expected, for messages and the manual: "a length such as 9pt"."""


def option(
    kind: Kind,
    doc: str,
    *,
    default: Any = None,
    required: bool = False,
    null: bool = False,
    key: str = "",
) -> Any:
    """A key of a model class: its kind, its purpose, its default.

    A key written out as nothing is a fault, because a value was meant to stand there; with `null`
    it may be. It is called as its field, or `key`.
    """
    metadata = {"kind": kind, "doc": doc, "required": required, "null": null, "key": key}
    return field(default=default, metadata=metadata)


@record
class Written:
    """What every model class begins with: where it is written, and where its values are, by key.

    Of one that nobody wrote, all of whose keys have their defaults, the place has no file.
    """

    place: Place = field(default=Place(""))
    places: dict[str, Place] = field(default_factory=dict)

    def place_of(self, key: str) -> Place:
        """Where the value of a key is written; where it has its default, the place of them all."""
        return self.places.get(key, self.place)


W = TypeVar("W", bound=Written)


@record(kw_only=False)
class ListKind:
    of: Kind
    most: int = 200
    least: int = 0
    lone: bool = False  # a single value may stand for a list of one

    def read(self, node: Node, faults: Faults) -> tuple[Any, ...]:
        if not isinstance(node, Sequence):
            if self.lone:
                return (self.of.read(node, faults),)
            raise misplaced(node, self)
        count = len(node.items)
        if not self.least <= count <= self.most:
            if self.least == self.most:
                raise Fault(node, said("VALUE.count-fixed", values=count, wanted=self.most))
            told = said("VALUE.count", values=count, least=self.least, most=self.most)
            raise Fault(node, told)
        out = []
        for number, item in enumerate(node.items, 1):
            before = len(faults)
            try:
                out.append(self.of.read(item, faults))
            except Fault as fault:
                faults.add(fault)
            finally:
                if len(faults) > before:
                    faults.under(str(number), before)
        return tuple(out)

    def schema(self) -> Schema:
        many: Schema = {"type": "array", "items": self.of.schema(), "maxItems": self.most}
        if self.least:
            many["minItems"] = self.least
        return {"anyOf": [many, self.of.schema()]} if self.lone else many

    def words(self) -> Said:
        return said("part.kind-list", of=self.of.words())


@record(kw_only=False)
class MapKind:
    """Names of the user's own choosing, each with a value of one kind.

    `noun` is the key of what the names are called in messages.
    """

    of: Kind
    most: int = 200
    noun: str = "part.name"

    def read(self, node: Node, faults: Faults) -> dict[str, Any]:
        if not isinstance(node, Mapping):
            raise misplaced(node, self)
        if len(node.entries) > self.most:
            raise Fault(node, said("VALUE.entries", entries=len(node.entries), most=self.most))
        out = {}
        for key, value in node.entries:
            before = len(faults)
            try:
                out[self._name(key)] = self.of.read(value, faults)
            except Fault as fault:
                faults.add(fault)
            finally:
                if len(faults) > before:
                    faults.under(shown(key.text, 20), before)
        return out

    def _name(self, key: Scalar) -> str:
        hidden = forbidden(key.text)
        if hidden:
            raise Fault(key, said("VALUE.name-holds", noun=said(self.noun), char=hidden))
        if not key.text.strip():
            raise Fault(key, said("VALUE.name-empty", noun=said(self.noun)))
        if len(key.text) > MAX_NAME:
            raise Fault(key, said("VALUE.name-long", noun=said(self.noun), most=MAX_NAME))
        return key.text

    def schema(self) -> Schema:
        return {
            "type": "object",
            "additionalProperties": self.of.schema(),
            "maxProperties": self.most,
        }

    def words(self) -> Said:
        return said("part.kind-map", of=self.of.words())


@record(kw_only=False)
class RecordKind:
    """A mapping with the known keys of a model class.

    A lone value may stand for it: it then is the value of every key in `short`.
    """

    cls: type[Written]
    short: tuple[str, ...] = ()

    def read(self, node: Node, faults: Faults) -> Any:
        if self.short and isinstance(node, Scalar) and not node.is_null:
            return self._lone(node, faults)
        if not isinstance(node, Mapping):
            raise misplaced(node, self)
        if self.short and node.entries and self._braced(node):
            known = keys_of(self.cls)
            raise misplaced(node, known[self.short[0]].metadata["kind"], _braces(node))
        return read_record(self.cls, node, faults)

    def _braced(self, node: Mapping) -> bool:
        """Whether a mapping is a text in braces, `{name}`: keys that are none, nothing behind."""
        known = keys_of(self.cls)
        return all(
            key.text not in known and isinstance(value, Scalar) and value.is_null
            for key, value in node.entries
        )

    def _lone(self, node: Scalar, faults: Faults) -> Any:
        known = keys_of(self.cls)
        values = {known[k].name: known[k].metadata["kind"].read(node, faults) for k in self.short}
        return self.cls(place=node.place, places=dict.fromkeys(self.short, node.place), **values)

    def long(self, node: Node) -> Node:
        """The mapping that a lone value stands for; any other node as it is."""
        if not self.short or not isinstance(node, Scalar) or node.is_null:
            return node
        keys = (Scalar(key, node.place, plain=True) for key in self.short)
        return Mapping(tuple((key, node) for key in keys), node.place)

    def schema(self) -> Schema:
        record = record_schema(self.cls)
        if not self.short:
            return record
        lone = keys_of(self.cls)[self.short[0]].metadata["kind"].schema()
        return {"anyOf": [lone, record]}

    def words(self) -> Said:
        known = keys_of(self.cls)
        keys = tuple(known)[:4]
        mapping = said("part.kind-record", keys=keys)
        if len(known) > len(keys):
            mapping = said("part.kind-record-more", keys=keys)
        if not self.short:
            return mapping
        lone = known[self.short[0]].metadata["kind"].words()
        return said("part.kind-or-record", kind=lone, record=mapping)


def misplaced(node: Node, kind: Kind, hint: Said | str | None = None) -> Fault:
    """The fault of a value that is nothing of a kind's: a list where a text is expected."""
    hint = mistyped(node) if hint is None else hint
    return Fault(node, said("VALUE.kind", what=what(node), kind=kind.words(), hint=hint))


def _braces(node: Mapping) -> Said:
    """The hint for a text in braces that has no quotes round it."""
    text = ", ".join(key.text for key, _ in node.entries)
    return said("part.braces-in-quotes", text=shown(quoted(f"{{{text}}}")))


def mistyped(node: Node) -> Said | str:
    """A hint for a text where keys are expected, or a key with signs in it that are none of a
    key's: a full-width colon or space, a list's - without its space."""
    if not isinstance(node, Scalar) or not node.plain or not re.search(_NO_KEY, node.text):
        return ""
    from layout.spec.reader.slips import row_hint

    return row_hint(node.text if re.search("[:：]", node.text) else f"{node.text}: …")


def _of_the_trade(word: str, known: Iterable[str]) -> Said | str:
    """A hint for a Chinese word of newspapers where a key is expected."""
    if word.isascii():
        return ""
    from layout.spec.reader.tradewords import meant_key

    return meant_key(word, known)


def keys_of(cls: type[Written]) -> dict[str, Any]:
    """The keys a model class knows, with the fields behind them."""
    of: Any = cls
    return _keys(of)[0]


@cache
def _keys(cls: type[Written]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """See `keys_of`; and the keys that a mapping of a model class must have."""
    known = {f.metadata["key"] or f.name: f for f in fields(cls) if "kind" in f.metadata}
    return known, tuple([name for name, spec in known.items() if spec.metadata["required"]])


def read_model(cls: type[W], node: Mapping, diagnostics: list[Diagnostic]) -> W | None:
    """A whole document as a model class, its faults added to `diagnostics`.

    With faults the model is what could be read, good enough to look for faults in the files that
    it names; None where there were too many to go on.
    """
    faults = Faults()
    model: W | None = None
    try:
        model = read_record(cls, node, faults)
    except _TooManyFaultsError:
        last = faults[-1].place
        diagnostics += [f.diagnostic for f in faults]
        diagnostics.append(error("TOO-MANY.faults", last, most=MAX_FAULTS))
        return None
    diagnostics += [f.diagnostic for f in faults]
    return model


def read_each(kind: Kind, node: Sequence, name: str) -> Iterator[tuple[Any, list[Diagnostic]]]:
    """The members of the list under a key, one by one, each with what is wrong with it, so that
    the others stand; None for one with faults."""
    for number, item in enumerate(node.items, 1):
        faults = Faults()
        value = None
        try:
            value = kind.read(item, faults)
        except Fault as fault:
            faults.add(fault)
        except _TooManyFaultsError:
            value = None
        faults.under(str(number), 0)
        faults.under(name, 0)
        wrong = any(fault.severity == "error" for fault in faults)
        yield (None if wrong else value), [fault.diagnostic for fault in faults]


def read_record(cls: type[W], node: Mapping, faults: Faults) -> W:
    """An instance of a model class; every fault in it is recorded, none stops the others."""
    of: Any = cls
    known, required = _keys(of)
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    for key, value in node.entries:
        spec = known.get(key.text)
        if spec is None:
            hint = mistyped(key) or _of_the_trade(key.text, known) or did_you_mean(key.text, known)
            hint = hint or said("part.known-keys", keys=tuple(known))
            faults.add(Fault(key, said("UNKNOWN-KEY.key", key=shown(key.text), hint=hint)))
            continue
        places[key.text] = value.place
        if spec.metadata["null"] and isinstance(value, Scalar) and value.is_null:
            continue
        before = len(faults)
        try:
            values[spec.name] = spec.metadata["kind"].read(value, faults)
        except Fault as fault:
            if isinstance(value, Scalar) and value.is_null and not spec.metadata["required"]:
                fault.said = _with_way_out(fault.said)
            faults.add(fault)
        finally:
            if len(faults) > before:
                faults.under(key.text, before)
    for name in required:
        if name not in places:
            kind = known[name].metadata["kind"].words()
            faults.add(Fault(node, said("MISSING-KEY.key", key=name, kind=kind)))
    return cls(place=node.place, places=places, **values)


def _with_way_out(told: Said) -> Said:
    """What is told of a key with nothing behind it, with a hint where it has none."""
    hint = dict(told.values).get("hint")
    return told if hint else told.having(hint=said("part.take-key-out"))


def record_schema(cls: type[Written]) -> Schema:
    """JSON Schema of a model class, which is its title."""
    properties: Schema = {}
    required = []
    for name, spec in keys_of(cls).items():
        inner = spec.metadata["kind"].schema()
        if spec.metadata["null"]:
            inner = {"anyOf": [inner, {"type": "null"}]}
        properties[name] = {**inner, "description": spec.metadata["doc"]}
        if isinstance(spec.default, str | bool | int | float):
            properties[name]["default"] = spec.default
        elif isinstance(getattr(spec.default, "text", None), str):  # a name looked up later
            properties[name]["default"] = spec.default.text
        if spec.metadata["required"]:
            required.append(name)
    out: Schema = {"title": cls.__name__, "type": "object", "properties": properties}
    out["additionalProperties"] = False
    if required:
        out["required"] = required
    return out
