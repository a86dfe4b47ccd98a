"""Lengths with their units, as written in a spec: `9pt`, `350mm`, `小五`, `13zi`, `3lines`."""

import re
from typing import Final

from layout.diagnostics import did_you_mean, shown
from layout.record import record
from layout.spec.reader.fields import Fault, Faults, ListKind, Schema
from layout.spec.reader.kinds import MOST_WRITTEN, IntegerKind, scalar, unread
from layout.spec.reader.nodes import Node, Sequence
from layout.units import ABSOLUTE_PT, HAO_PT, RELATIVE, UNIT_ALIASES
from layout.words.said import Said, said

MAX_LENGTH_PT: Final = 20_000.0
"""Seven metres: far over any sheet, and low enough that no sum of lengths overflows a PDF."""
ROUGH_PT: Final = 12.0
"""What a 字, an em or a line is taken for where only the size of a mistake matters."""

_LENGTH: Final = re.compile(
    r"([+-]?(?:\d{1,12}(?:\.\d{1,12})?|\.\d{1,12})) ?([A-Za-z]{1,12}|[^\x00-\x7f]{1,2})?", re.ASCII
)
# In the order a spec's reader meets them: what is told first when no unit is given.
_EXAMPLES: Final[dict[str, str]] = {
    "pt": "9pt", "mm": "350mm", "cm": "35cm", "in": "10in", "q": "13q",
    "em": "2em", "zi": "13zi", "lines": "3lines", "cols": "2cols",
}  # fmt: skip


@record(kw_only=False)
class Length:
    """A length as written; `resolve` turns it into points."""

    value: float
    unit: str  # a key of ABSOLUTE_PT, or of RELATIVE

    def __str__(self) -> str:
        return f"{self.value:g}{self.unit}"


@record(kw_only=False)
class LengthKind:
    """A length with its unit, between `least` and `most` points (relative units roughly so)."""

    positive: bool = True
    signed: bool = False
    least: float = 0.0
    most: float = MAX_LENGTH_PT
    units: tuple[str, ...] = (*ABSOLUTE_PT, *RELATIVE)
    hao: bool = False  # whether the names of type sizes (小五) are taken

    def read(self, node: Node, faults: Faults) -> Length:
        text = scalar(node, self)
        if self.hao and text in HAO_PT:
            return self._checked(node, text, Length(HAO_PT[text], "pt"))
        match = _length(text) if len(text) <= MOST_WRITTEN else None
        if match is None:
            names = [*HAO_PT] if self.hao else []
            raise unread(node, self.words(), self._reads, did_you_mean(text, names))
        value, written = float(match[1]), match[2] or ""
        if not written:
            if value == 0.0 and not self.positive:
                return Length(0.0, "pt")
            told = said(
                "VALUE.no-unit", text=shown(text), kind=self.words(), number=match[1],
                unit=self.units[0],
            )  # fmt: skip
            raise Fault(node, told)
        unit = written.lower()
        unit = UNIT_ALIASES.get(unit, unit)
        if unit not in self.units:
            hint = did_you_mean(unit, self.units)
            hint = hint or said("part.units", units=tuple(self.units))
            told = said("VALUE.unit", text=shown(text), unit=shown(written), hint=hint)
            raise Fault(node, told)
        return self._checked(node, text, Length(value, unit))

    def _checked(self, node: Node, text: str, length: Length) -> Length:
        size = length.value * ABSOLUTE_PT.get(length.unit, ROUGH_PT)
        if (size < 0 and not self.signed) or (size == 0 and self.positive):
            if self.positive:
                raise Fault(node, said("VALUE.not-above-zero", length=shown(text)))
            raise Fault(node, said("VALUE.negative", length=shown(text)))
        if abs(size) > self.most:
            raise Fault(node, said("VALUE.too-large", length=shown(text), most_pt=self.most))
        if abs(size) < self.least:
            raise Fault(node, said("VALUE.too-small", length=shown(text), least_pt=self.least))
        return length

    def _reads(self, text: str) -> bool:
        match = _length(text)
        unit = (match[2] or "").lower() if match is not None else ""
        return UNIT_ALIASES.get(unit, unit) in self.units or (self.hao and text in HAO_PT)

    def schema(self) -> Schema:
        number = r"(\d+(\.\d+)?|\.\d+)"
        units = "|".join([*self.units, *(a for a, u in UNIT_ALIASES.items() if u in self.units)])
        sign = "[+-]?" if self.signed else r"\+?"
        forms: list[Schema] = [{"type": "string", "pattern": f"^{sign}{number} ?({units})$"}]
        if self.hao:
            forms.append({"enum": list(HAO_PT)})
        if not self.positive:
            forms.append({"const": 0})
        return {"anyOf": forms} if len(forms) > 1 else forms[0]

    def words(self) -> Said:
        examples = [_EXAMPLES[u] for u in self.units[:4]]
        return said("part.kind-length", examples=(*examples, *(["小五"] if self.hao else [])))


@record(kw_only=False)
class BasicColumnsKind:
    """The basic columns of a page: how many, or a list of how wide each is."""

    most: int
    each: LengthKind = LengthKind(units=("zi", "em", "mm", "pt"), most=6000)

    def read(self, node: Node, faults: Faults) -> "int | tuple[Length, ...]":
        if isinstance(node, Sequence):
            widths: tuple[Length, ...] = self._list.read(node, faults)
            return widths
        return self._count.read(node, faults)

    @property
    def _list(self) -> ListKind:
        return ListKind(self.each, least=1, most=self.most)

    @property
    def _count(self) -> IntegerKind:
        return IntegerKind(1, self.most)

    def schema(self) -> Schema:
        return {"anyOf": [self._count.schema(), self._list.schema()]}

    def words(self) -> Said:
        return said("part.kind-basic-columns", low=1, high=self.most)


def _length(text: str) -> re.Match[str] | None:
    """A number and the unit behind it, of letters or of Han; None where a text is no such thing."""
    match = _LENGTH.fullmatch(text)
    if match is None or all(c.isascii() or "一" <= c <= "鿿" for c in match[2] or ""):
        return match
    return None


AUTO: Final = "auto"
SHARE: Final = "fr"
CHARACTERS: Final = "characters"
_SHARE: Final = r"(\d{1,3}(?:\.\d{1,3})?) ?(?:fr|份)"
_COUNT: Final = r"\d{1,3}(?:\.\d{1,3})?"
_WIDE: Final = LengthKind(units=("mm", "pt", "zi"), most=2000)


@record(kw_only=False)
class Width:
    """The width of a column of a table as written: in `characters` of the table's type, a length,
    `auto`, or shares (`fr`) of what the others leave."""

    value: float
    unit: str

    def __str__(self) -> str:
        if self.unit == AUTO:
            return AUTO
        return f"{self.value:g}" if self.unit == CHARACTERS else f"{self.value:g}{self.unit}"


@record(kw_only=False)
class WidthKind:
    """The width of a column of a table."""

    def read(self, node: Node, faults: Faults) -> Width:
        text = scalar(node, self)
        if text == AUTO:
            return Width(0.0, AUTO)
        share = re.fullmatch(_SHARE, text, re.ASCII)
        if share is not None:
            return self._some(node, text, Width(float(share[1]), SHARE))
        if re.fullmatch(_COUNT, text, re.ASCII):
            return self._some(node, text, Width(float(text), CHARACTERS))
        if _length(text[:MOST_WRITTEN]) is None:
            raise unread(node, self.words(), lambda t: bool(re.fullmatch(_COUNT, t, re.ASCII)))
        length = _WIDE.read(node, faults)
        return Width(length.value, CHARACTERS if length.unit == "zi" else length.unit)

    def _some(self, node: Node, text: str, width: Width) -> Width:
        if not width.value:
            raise Fault(node, said("VALUE.not-above-zero", length=shown(text)))
        return width

    def schema(self) -> Schema:
        share = {"type": "string", "pattern": r"^\d{1,3}(\.\d{1,3})? ?(fr|份)$"}
        number = {"type": "number", "exclusiveMinimum": 0, "maximum": 999}
        return {"anyOf": [number, {"const": AUTO}, share, _WIDE.schema()]}

    def words(self) -> Said:
        return said("part.kind-width")
