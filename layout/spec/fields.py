"""The kinds of values a spec can hold: each reads a node and describes itself to a JSON Schema.

A model class declares its keys with `option(kind, "what it is for")`; reading, "did you mean", the
schema and the manual all come from that one declaration.
"""

import datetime
import math
import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, Final, Protocol

from layout.color import Color, parse_color
from layout.diagnostics import Diagnostic, Place, did_you_mean, error, shown
from layout.spec.nodes import Mapping, Node, Scalar, Sequence, what
from layout.units import ABSOLUTE_PT, HAO_PT, RELATIVE, UNIT_ALIASES

Schema = dict[str, Any]

MAX_LENGTH_PT: Final = 20_000.0
"""Seven metres: far over any sheet, and low enough that no sum of lengths overflows a PDF."""
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d+)?|\.\d+)", re.ASCII)
_LENGTH = re.compile(r"([+-]?(?:\d+(?:\.\d+)?|\.\d+)) ?([A-Za-z]+|[一-鿿]{1,2})?", re.ASCII)
_RANGE = re.compile(r"(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?", re.ASCII)


class Fault(Exception):  # noqa: N818  internal: becomes a Diagnostic at the record it is met in
    """One value that cannot be read."""

    def __init__(self, node: Node, message: str, hint: str = "", code: str = "VALUE") -> None:
        self.place: Place = node.place
        self.message = message
        self.hint = hint
        self.code = code
        super().__init__(message)


class Kind(Protocol):
    """How one value is read, and how it is described."""

    def read(self, node: Node, faults: list[Diagnostic]) -> Any:
        """The value; raises `Fault`, or adds to `faults` and goes on."""

    def schema(self) -> Schema:
        """JSON Schema (draft 2020-12) of what `read` takes."""

    def words(self) -> str:
        """What is expected, for messages and the manual: "a length such as 9pt"."""


def option(kind: Kind, doc: str, *, default: Any = None, required: bool = False) -> Any:
    """A key of a model class: its kind, its purpose, its default."""
    metadata = {"kind": kind, "doc": doc, "required": required}
    return field(default=default, metadata=metadata)


def _scalar(node: Node, kind: Kind) -> str:
    if not isinstance(node, Scalar) or node.is_null:
        raise Fault(node, f"{what(node)} where {kind.words()} is expected")
    return node.text


@dataclass(frozen=True, slots=True)
class TextKind:
    """Text as it is; never guessed to be anything else."""

    limit: int = 2000
    empty: bool = False
    purpose: str = "text"

    def read(self, node: Node, faults: list[Diagnostic]) -> str:
        text = _scalar(node, self)
        if not text.strip() and not self.empty:
            raise Fault(node, f"empty where {self.words()} is expected")
        if len(text) > self.limit:
            raise Fault(node, f"longer than {self.limit} characters")
        if not text.isprintable():
            raise Fault(node, f'"{shown(text)}" holds a control character', code="CONTROL")
        return text

    def schema(self) -> Schema:
        return {"type": ["string", "number"], "maxLength": self.limit}

    def words(self) -> str:
        return self.purpose


@dataclass(frozen=True, slots=True)
class ChoiceKind:
    choices: tuple[str, ...]

    def read(self, node: Node, faults: list[Diagnostic]) -> str:
        text = _scalar(node, self)
        if text not in self.choices:
            hint = did_you_mean(text, self.choices)
            raise Fault(node, f'"{shown(text)}" where {self.words()} is expected', hint)
        return text

    def schema(self) -> Schema:
        return {"enum": list(self.choices)}

    def words(self) -> str:
        return "one of " + ", ".join(self.choices)


@dataclass(frozen=True, slots=True)
class IntegerKind:
    low: int
    high: int

    def read(self, node: Node, faults: list[Diagnostic]) -> int:
        text = _scalar(node, self)
        if not re.fullmatch(r"[+-]?\d{1,9}", text, re.ASCII):
            raise Fault(node, f'"{shown(text)}" where {self.words()} is expected')
        value = int(text)
        if not self.low <= value <= self.high:
            raise Fault(node, f"{value} where {self.words()} is expected")
        return value

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}

    def words(self) -> str:
        return f"a whole number from {self.low} to {self.high}"


@dataclass(frozen=True, slots=True)
class NumberKind:
    low: float
    high: float

    def read(self, node: Node, faults: list[Diagnostic]) -> float:
        text = _scalar(node, self)
        if not _NUMBER.fullmatch(text) or len(text) > 20:
            raise Fault(node, f'"{shown(text)}" where {self.words()} is expected')
        value = float(text)
        if not self.low <= value <= self.high:
            raise Fault(node, f"{value:g} where {self.words()} is expected")
        return value

    def schema(self) -> Schema:
        return {"type": "number", "minimum": self.low, "maximum": self.high}

    def words(self) -> str:
        return f"a number from {self.low:g} to {self.high:g}"


@dataclass(frozen=True, slots=True)
class FlagKind:
    def read(self, node: Node, faults: list[Diagnostic]) -> bool:
        text = _scalar(node, self)
        if text not in ("true", "false"):
            raise Fault(node, f'"{shown(text)}" where {self.words()} is expected')
        return text == "true"

    def schema(self) -> Schema:
        return {"type": "boolean"}

    def words(self) -> str:
        return "true or false"


@dataclass(frozen=True, slots=True)
class Length:
    """A length as written; `resolve` turns it into points."""

    value: float
    unit: str  # a key of ABSOLUTE_PT, or of RELATIVE

    def __str__(self) -> str:
        return f"{self.value:g}{self.unit}"


@dataclass(frozen=True, slots=True)
class LengthKind:
    """A length with its unit; 号 sizes by name where it is a size of type."""

    positive: bool = True
    signed: bool = False
    most: float = MAX_LENGTH_PT
    units: tuple[str, ...] = (*ABSOLUTE_PT, *RELATIVE)

    def read(self, node: Node, faults: list[Diagnostic]) -> Length:
        text = _scalar(node, self)
        if text in HAO_PT:
            return Length(HAO_PT[text], "pt")
        match = _LENGTH.fullmatch(text) if len(text) <= 40 else None
        if match is None:
            raise Fault(node, f'"{shown(text)}" where {self.words()} is expected', self._near(text))
        value, unit = float(match[1]), match[2] or ""
        if not unit:
            if value == 0.0 and not self.positive:
                return Length(0.0, "pt")
            raise Fault(node, f'"{shown(text)}" has no unit; {self.words()} is expected')
        unit = UNIT_ALIASES.get(unit, unit.lower())
        if unit not in self.units:
            hint = did_you_mean(unit, self.units) or "units: " + " ".join(self.units)
            raise Fault(node, f'"{shown(text)}": no unit "{shown(match[2])}" here', hint)
        size = value * ABSOLUTE_PT.get(unit, 1.0)
        if not math.isfinite(size) or abs(size) > self.most:
            raise Fault(node, f"{shown(text)} is too large; at most {self.most:g} pt")
        if (size < 0 and not self.signed) or (size == 0 and self.positive):
            raise Fault(node, f"{shown(text)} where a length above zero is expected")
        return Length(value, unit)

    def _near(self, text: str) -> str:
        return did_you_mean(text, HAO_PT)

    def schema(self) -> Schema:
        return {"type": ["string", "number"], "examples": ["9pt", "小五", "350mm", "2em", "13zi"]}

    def words(self) -> str:
        return "a length such as 9pt, 小五, 350mm, 2em, 13zi"


@dataclass(frozen=True, slots=True)
class Span:
    """First and last of a run of columns or lines, counted from 1."""

    first: int
    last: int

    @property
    def count(self) -> int:
        return self.last - self.first + 1

    def __str__(self) -> str:
        return f"{self.first}-{self.last}" if self.last != self.first else str(self.first)


@dataclass(frozen=True, slots=True)
class SpanKind:
    noun: str

    def read(self, node: Node, faults: list[Diagnostic]) -> Span:
        text = _scalar(node, self)
        match = _RANGE.fullmatch(text)
        if match is None:
            raise Fault(node, f'"{shown(text)}" where {self.words()} is expected')
        first = int(match[1])
        last = int(match[2] or match[1])
        if first < 1 or last < first:
            raise Fault(node, f"{text}: {self.noun} count from 1, the first before the last")
        return Span(first, last)

    def schema(self) -> Schema:
        return {"type": ["string", "integer"], "pattern": r"^\d+(-\d+)?$"}

    def words(self) -> str:
        return f"{self.noun} such as 1-3"


@dataclass(frozen=True, slots=True)
class ColorKind:
    """Inks, or the name of a colour in the styles; names are looked up by `resolve`."""

    def read(self, node: Node, faults: list[Diagnostic]) -> Color | str:
        text = _scalar(node, self)
        color = parse_color(text)
        if color is not None:
            return color
        if re.fullmatch(r"[A-Za-z][\w-]{0,40}", text) and not re.search(r"\d{2}", text):
            return text
        raise Fault(node, f'"{shown(text)}" where {self.words()} is expected')

    def schema(self) -> Schema:
        return {"type": "string", "examples": ["K100", "M100 Y100", "accent"]}

    def words(self) -> str:
        return 'inks such as "M100 Y100", or a colour\'s name'


@dataclass(frozen=True, slots=True)
class DateKind:
    def read(self, node: Node, faults: list[Diagnostic]) -> datetime.date:
        text = _scalar(node, self)
        try:
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
                raise ValueError
            return datetime.date.fromisoformat(text)
        except ValueError as exc:
            raise Fault(node, f'"{shown(text)}" where {self.words()} is expected') from exc

    def schema(self) -> Schema:
        return {"type": "string", "format": "date"}

    def words(self) -> str:
        return "a date such as 2019-09-20"


@dataclass(frozen=True, slots=True)
class Name:
    """A value with the place it was written at, for faults found later."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class NameKind:
    """The name of something that is looked up later: a path, a style, a face."""

    purpose: str

    def read(self, node: Node, faults: list[Diagnostic]) -> Name:
        text = _scalar(node, self)
        if len(text) > 6000:
            raise Fault(node, f"longer than 6000 characters where {self.words()} is expected")
        return Name(text, node.place)

    def schema(self) -> Schema:
        return {"type": "string"}

    def words(self) -> str:
        return self.purpose


@dataclass(frozen=True, slots=True)
class ListKind:
    of: Kind
    most: int = 200
    least: int = 0
    lone: bool = False  # a single value may stand for a list of one

    def read(self, node: Node, faults: list[Diagnostic]) -> tuple[Any, ...]:
        if not isinstance(node, Sequence):
            if self.lone:
                return (self.of.read(node, faults),)
            raise Fault(node, f"{what(node)} where {self.words()} is expected")
        if not self.least <= len(node.items) <= self.most:
            raise Fault(node, f"{len(node.items)} values where {self.least}-{self.most} may stand")
        out = []
        for item in node.items:
            try:
                out.append(self.of.read(item, faults))
            except Fault as fault:
                faults.append(as_diagnostic(fault))
        return tuple(out)

    def schema(self) -> Schema:
        many: Schema = {"type": "array", "items": self.of.schema(), "maxItems": self.most}
        return {"anyOf": [many, self.of.schema()]} if self.lone else many

    def words(self) -> str:
        return f"a list of {self.of.words()}"


@dataclass(frozen=True, slots=True)
class MapKind:
    """Names of the user's own choosing, each with a value of one kind."""

    of: Kind
    most: int = 200

    def read(self, node: Node, faults: list[Diagnostic]) -> dict[str, Any]:
        if not isinstance(node, Mapping):
            raise Fault(node, f"{what(node)} where {self.words()} is expected")
        if len(node.entries) > self.most:
            raise Fault(node, f"more than {self.most} entries")
        out = {}
        for key, value in node.entries:
            try:
                out[key.text] = self.of.read(value, faults)
            except Fault as fault:
                faults.append(as_diagnostic(fault))
        return out

    def schema(self) -> Schema:
        return {"type": "object", "additionalProperties": self.of.schema()}

    def words(self) -> str:
        return f"a mapping of names to {self.of.words()}"


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A mapping with the known keys of a model class."""

    cls: type[Any]
    short: Callable[[str, Place], Any] | None = None  # what a lone scalar stands for

    def read(self, node: Node, faults: list[Diagnostic]) -> Any:
        if isinstance(node, Scalar) and not node.is_null and self.short is not None:
            try:
                return self.short(node.text, node.place)
            except ValueError as exc:
                raise Fault(node, str(exc)) from exc
        if not isinstance(node, Mapping):
            raise Fault(node, f"{what(node)} where {self.words()} is expected")
        return read_record(self.cls, node, faults)

    def schema(self) -> Schema:
        record = record_schema(self.cls)
        return {"anyOf": [record, {"type": ["string", "number"]}]} if self.short else record

    def words(self) -> str:
        return "a mapping with " + ", ".join(list(keys_of(self.cls))[:4])


def keys_of(cls: type[Any]) -> dict[str, Any]:
    """The keys a model class knows, with their dataclass fields. `from_` is written `from`."""
    return {f.name.rstrip("_"): f for f in fields(cls) if "kind" in f.metadata}


def read_record(cls: type[Any], node: Mapping, faults: list[Diagnostic]) -> Any:
    """An instance of a model class; every fault in it is recorded, none stops the others.

    The class has a field `place` and a field `places` (places of its values by key).
    """
    known = keys_of(cls)
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    for key, value in node.entries:
        spec = known.get(key.text)
        if spec is None:
            faults.append(
                error(
                    "UNKNOWN-KEY",
                    f'unknown key "{shown(key.text)}"',
                    key.place,
                    did_you_mean(key.text, known) or "known: " + ", ".join(known),
                )
            )
            continue
        places[key.text] = value.place
        if isinstance(value, Scalar) and value.is_null and spec.default is None:
            continue  # written out as nothing: the same as leaving it out
        try:
            values[spec.name] = spec.metadata["kind"].read(value, faults)
        except Fault as fault:
            faults.append(as_diagnostic(fault, key.text))
            values[spec.name] = None if spec.default is MISSING else spec.default
    for name, spec in known.items():
        if spec.metadata["required"] and name not in places:
            words = spec.metadata["kind"].words()
            faults.append(error("MISSING-KEY", f'"{name}" is missing: {words}', node.place))
    return cls(place=node.place, places=places, **values)


def record_schema(cls: type[Any]) -> Schema:
    """JSON Schema of a model class."""
    properties: Schema = {}
    required = []
    for name, spec in keys_of(cls).items():
        inner = dict(spec.metadata["kind"].schema())
        inner["description"] = spec.metadata["doc"]
        properties[name] = inner
        if spec.metadata["required"]:
            required.append(name)
    out: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        out["required"] = required
    return out


def as_diagnostic(fault: Fault, key: str = "") -> Diagnostic:
    """A fault as a diagnostic, with the key it was met at."""
    head = f"{key}: " if key else ""
    return error(fault.code, head + fault.message, fault.place, fault.hint)
