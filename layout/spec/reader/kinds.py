"""The kinds of single values: texts, choices, numbers, flags, dates, names, spans, colours."""

import calendar
import datetime
import re
import unicodedata
from collections.abc import Callable
from typing import Final, TypeVar

from layout.color import GOOD_INK, MOST_INK, Color, parse_color
from layout.diagnostics import Place, did_you_mean, shown
from layout.record import record
from layout.spec.reader.chars import forbidden, quoted
from layout.spec.reader.fields import Fault, Faults, Kind, Schema, mistyped
from layout.spec.reader.nodes import Node, Scalar, Sequence, what

N = TypeVar("N", int, float)

MOST_WRITTEN: Final = 40
"""Characters of a number, length or date as written; more is no number."""
_INTEGER: Final = re.compile(r"[+-]?\d{1,9}", re.ASCII)
_NUMBER: Final = re.compile(r"[+-]?(?:\d{1,12}(?:\.\d{1,12})?|\.\d{1,12})", re.ASCII)
_RANGE: Final = re.compile(r"(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?", re.ASCII)
_TWO_NUMBERS: Final = r"([0-9]{1,4})[^0-9]{1,4}([0-9]{1,4})"  # for a hint: compiled when needed
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DATE_LIKE: Final = r"([0-9]{4})[^0-9]?([0-9]{1,2})[^0-9]?([0-9]{1,2})[^0-9]?"
_COLOR_NAME: Final = re.compile(r"[^\W\d_][\w-]{0,40}")
_INK_LIKE: Final = re.compile(r"[CMYKcmyk]\s*\d")
_TRUE: Final = frozenset(("yes", "on", "y", "1", "是"))
_FALSE: Final = frozenset(("no", "off", "n", "0", "否"))


JOIN_ROWS: Final = (
    "leave out | or \\n: rows that stand further in than their key are joined to one text"
)


def scalar(node: Node, kind: Kind) -> str:
    """The text of a leaf that holds something; raises `Fault` for any other node."""
    if not isinstance(node, Scalar) or node.is_null:
        hint = ""
        if isinstance(kind, TextKind):
            hint = _as_typed(node)
        raise Fault(node, f"{what(node)} where {kind.words()} is expected", hint)
    return node.text


def _as_typed(node: Node) -> str:
    """A hint for a text that YAML took for something else: the text as it was meant."""
    if isinstance(node, Scalar):
        text = node.comment.text if node.comment is not None else ""
    elif isinstance(node, Sequence):
        items = [item.text if isinstance(item, Scalar) else "…" for item in node.items[:3]]
        text = f"[{', '.join(items)}{' …' if len(node.items) > 3 else ''}]"
    else:
        key, value = node.entries[0] if len(node.entries) == 1 else (None, None)
        if key is None or not isinstance(value, Scalar):
            return ""
        text = f"{{{key.text}}}" if value.is_null else f"{key.text}: {value.text}"
    return f"a text like this one stands in quotes: {shown(quoted(text))}" if text else ""


def lost_words(node: Scalar) -> Fault | None:
    """The warning for words behind a value that YAML takes for a comment and an editor hardly does:
    right behind their # (追梦 #青春), or the end of what the value opens (“追梦 # 青春”).

    `# words` with its space is how comments are written; it is one.
    """
    if node.comment is None:
        return None
    text = node.comment.text
    words = text.lstrip("#")
    opened = any(
        node.text.count(a) > node.text.count(b) and b in words
        for a, b in ("“”", "‘’", "（）", "《》", "「」", "『』", "【】", "〈〉")
    )
    if not words.strip() or (words[0].isspace() and not opened):
        return None
    whole = quoted(f"{node.text} {text}")
    fault = Fault(
        node,
        f"“{shown(text, 40)}” is left out: a # after a space begins a comment",
        f"write {shown(whole, 80)} if it is part of the text, # and a space if it is none",
        "COMMENT",
        "warning",
    )
    fault.place = node.comment.place
    return fault


def unread(node: Node, kind: Kind, reads: Callable[[str], bool], hint: str = "") -> Fault:
    """The fault for a text that `kind` cannot read, with the nearest text that it could.

    Full-width digits and letters are refused and not converted: whoever typed them meant a text.
    """
    text = node.text if isinstance(node, Scalar) else ""
    message = f'"{shown(text)}" where {kind.words()} is expected'
    if not hint and len(text) <= MOST_WRITTEN:
        narrow = unicodedata.normalize("NFKC", text).strip()
        if narrow != text.strip() and reads(narrow):
            hint = f'full-width characters; did you mean "{shown(narrow)}"?'
        else:
            bare = re.sub(r"[\s_,]", "", narrow)
            hint = f'did you mean "{shown(bare)}"?' if bare != text and reads(bare) else ""
    return Fault(node, message, hint or mistyped(node))


@record(kw_only=False)
class TextKind:
    """Text as it is; never guessed to be anything else."""

    limit: int = 2000
    purpose: str = "text"
    lines: bool = False  # whether it may have more than one line
    copy: bool = True  # words of the paper: what is cut off from them is told

    def read(self, node: Node, faults: Faults) -> str:
        text = scalar(node, self)
        lost = lost_words(node) if self.copy and isinstance(node, Scalar) else None
        if lost is not None:
            faults.add(lost)
        if not text.strip():
            raise Fault(node, f"empty where {self.words()} is expected")
        if len(text) > self.limit:
            raise Fault(node, f"{len(text):,} characters where at most {self.limit:,} may stand")
        if not self.lines:  # what a | leaves behind the last row
            text = text.rstrip("\n")
        hidden = forbidden(text, lines=self.lines)
        if hidden:
            hint = JOIN_ROWS if "\n" in text else ""
            raise Fault(node, f'"{shown(text)}" holds {hidden}', hint, "CONTROL")
        return text

    def schema(self) -> Schema:
        # An editor reads 010 and 1.10 as numbers and `true` as a flag; here they are text.
        return {"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": self.limit}

    def words(self) -> str:
        return self.purpose


@record(kw_only=False)
class PageNameKind:
    """A page's name, which names its files too: none that would lead out of their folder."""

    limit: int = 20

    def read(self, node: Node, faults: Faults) -> str:
        text = TextKind(self.limit, self.words(), copy=False).read(node, faults)
        found = next((c for c in "/\\" if c in text), "")
        if found or text.startswith("."):
            what_is_wrong = f'holds "{found}"' if found else "begins with a point"
            bare = re.split(r"[/\\]", text)[-1].lstrip(".").strip()
            hint = f'did you mean "{shown(bare)}"?' if bare else ""
            message = f'"{shown(text)}" {what_is_wrong}; files are called by a page\'s name'
            raise Fault(node, message, hint)
        return text

    def schema(self) -> Schema:
        return {**TextKind(self.limit).schema(), "pattern": r"^[^./\\][^/\\]*$"}

    def words(self) -> str:
        return "a page's name such as B1"


@record(kw_only=False)
class ChoiceKind:
    choices: tuple[str, ...]

    def read(self, node: Node, faults: Faults) -> str:
        text = scalar(node, self)
        if text not in self.choices:
            hint = did_you_mean(text, self.choices)
            if not text.isascii():
                from layout.spec.reader.tradewords import meant_value

                hint = meant_value(text, self.choices) or hint
            raise unread(node, self, lambda _: False, hint)
        return text

    def schema(self) -> Schema:
        return {"enum": list(self.choices)}

    def words(self) -> str:
        return "one of " + ", ".join(self.choices)


def _number(node: Node, kind: Kind, value: Callable[[str], N | None]) -> N:
    """The number in a leaf, of which `value` gives None where the kind takes no such text; raises
    `Fault` then."""
    found = value(scalar(node, kind))
    if found is None:
        raise unread(node, kind, lambda text: value(text) is not None)
    return found


def _between(low: float, value: N, high: float) -> N | None:
    return value if low <= value <= high else None


@record(kw_only=False)
class IntegerKind:
    low: int
    high: int

    def read(self, node: Node, faults: Faults) -> int:
        return _number(node, self, self._value)

    def _value(self, text: str) -> int | None:
        return _between(self.low, int(text), self.high) if _INTEGER.fullmatch(text) else None

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}

    def words(self) -> str:
        return f"a whole number from {self.low} to {self.high}"


@record(kw_only=False)
class NumberKind:
    low: float
    high: float

    def read(self, node: Node, faults: Faults) -> float:
        return _number(node, self, self._value)

    def _value(self, text: str) -> float | None:
        return _between(self.low, float(text), self.high) if _NUMBER.fullmatch(text) else None

    def schema(self) -> Schema:
        return {"type": "number", "minimum": self.low, "maximum": self.high}

    def words(self) -> str:
        return f"a number from {self.low:g} to {self.high:g}"


@record(kw_only=False)
class PercentKind:
    """A number of per cent, with its sign or without."""

    low: float
    high: float

    def read(self, node: Node, faults: Faults) -> float:
        return _number(node, self, self._value)

    def _value(self, text: str) -> float | None:
        return NumberKind(self.low, self.high)._value(text.removesuffix("%").rstrip())

    def schema(self) -> Schema:
        return {
            "anyOf": [
                {"type": "number", "minimum": self.low, "maximum": self.high},
                {"type": "string", "pattern": r"^[+-]?[0-9.]+\s*%$"},
            ]
        }

    def words(self) -> str:
        return f"a percentage from {self.low:g}% to {self.high:g}%"


@record(kw_only=False)
class FlagKind:
    def read(self, node: Node, faults: Faults) -> bool:
        text = scalar(node, self)
        if text not in ("true", "false"):
            low = text.lower()
            near = {low: low} if low in ("true", "false") else {}
            near |= dict.fromkeys(_TRUE, "true") | dict.fromkeys(_FALSE, "false")
            hint = f'did you mean "{near[low]}"?' if low in near else ""
            raise unread(node, self, lambda _: False, hint)
        return text == "true"

    def schema(self) -> Schema:
        return {"type": "boolean"}

    def words(self) -> str:
        return "true or false"


@record(kw_only=False)
class Span:
    """First and last of a run of columns or lines, counted from 1."""

    first: int
    last: int

    @property
    def count(self) -> int:
        return self.last - self.first + 1

    def __str__(self) -> str:
        return f"{self.first}-{self.last}" if self.last != self.first else str(self.first)


@record(kw_only=False)
class SpanKind:
    noun: str

    def read(self, node: Node, faults: Faults) -> Span:
        text = scalar(node, self)
        match = _RANGE.fullmatch(text)
        if match is None:
            two = re.fullmatch(_TWO_NUMBERS, unicodedata.normalize("NFKC", text[:MOST_WRITTEN]))
            hint = f'did you mean "{two[1]}-{two[2]}"?' if two else ""
            raise unread(node, self, lambda t: bool(_RANGE.fullmatch(t)), hint)
        first = int(match[1])
        last = int(match[2] or match[1])
        if first < 1:
            raise Fault(node, f"{text}: {self.noun} count from 1")
        if last < first:
            raise Fault(node, f"{text}: the last comes before the first", f'"{last}-{first}"?')
        return Span(first, last)

    def schema(self) -> Schema:
        return {
            "anyOf": [
                {"type": "integer", "minimum": 1, "maximum": 9999},
                {"type": "string", "pattern": r"^\d{1,4}(\s*[-–]\s*\d{1,4})?$"},
            ]
        }

    def words(self) -> str:
        return f"{self.noun} such as 1-3"


FILL: Final = -1
"""As many as the others leave."""
LEAST_LINES: Final = 2
"""What a block with `lines: fill` has at least; with less nothing can be set in it."""


@record(kw_only=False)
class ExtentKind:
    """A number of lines or columns, or `fill` (`FILL`)."""

    most: int
    noun: str

    def read(self, node: Node, faults: Faults) -> int:
        if scalar(node, self) == "fill":
            return FILL
        try:
            return IntegerKind(1, self.most).read(node, faults)
        except Fault as fault:
            fault.message = fault.message.replace("a whole number", "`fill` or a whole number")
            raise

    def schema(self) -> Schema:
        return {"anyOf": [IntegerKind(1, self.most).schema(), {"const": "fill"}]}

    def words(self) -> str:
        return f"a number of {self.noun}, or `fill`"


@record(kw_only=False)
class DateKind:
    def read(self, node: Node, faults: Faults) -> datetime.date:
        text = scalar(node, self)
        if not _is_date(text):
            like = re.fullmatch(
                _DATE_LIKE, unicodedata.normalize("NFKC", text[:MOST_WRITTEN]).strip()
            )
            near = f"{like[1]}-{int(like[2]):02}-{int(like[3]):02}" if like else ""
            if like and not _is_date(near):
                raise Fault(node, f'"{shown(text)}": there is no such day', _no_day(like))
            hint = f'did you mean "{near}"?' if near else ""
            raise unread(node, self, _is_date, hint)
        return datetime.date.fromisoformat(text)

    def schema(self) -> Schema:
        return {"type": "string", "format": "date"}

    def words(self) -> str:
        return "a date such as 2019-09-20"


def _no_day(parts: re.Match[str]) -> str:
    """What a year, month and day that are no date may be."""
    year, month = int(parts[1]), int(parts[2])
    if not (1 <= month <= 12 and year):
        return "a year has months 1 to 12" if year else ""
    return f"the last day of {year:04}-{month:02} is {calendar.monthrange(year, month)[1]}"


def _is_date(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return _DATE.fullmatch(text) is not None


@record(kw_only=False)
class Name:
    """A value with the place it was written at, for faults found later."""

    text: str
    place: Place


@record(kw_only=False)
class NameKind:
    """The name of something that is looked up later: a path, a style, a face."""

    purpose: str
    limit: int = 6000  # of a path; one too long for the file system is told when it is looked up

    def read(self, node: Node, faults: Faults) -> Name:
        text = scalar(node, self)
        if len(text) > self.limit:
            message = f"{len(text):,} characters where {self.words()} is expected"
            raise Fault(node, message)
        return Name(text, node.place)

    def schema(self) -> Schema:
        return {"type": ["string", "number"]}

    def words(self) -> str:
        return self.purpose


@record(kw_only=False)
class ColorKind:
    """Inks, or the name of a colour in the styles; names are looked up by `resolve`."""

    def read(self, node: Node, faults: Faults) -> Color | Name:
        text = scalar(node, self)
        color = parse_color(text)
        if color is not None:
            if color.total > MOST_INK:
                message = f'"{text}" lays {color.total:g} % of ink on one spot'
                raise Fault(node, message, f"newsprint takes {GOOD_INK} %, no press {MOST_INK} %")
            return color
        narrow = unicodedata.normalize("NFKC", text)
        if is_color_name(text) and parse_color(narrow) is None:
            return Name(text, node.place)
        inks = _INK_LIKE.match(text) is not None
        hint = "each of C M Y K once, 0 to 100" if inks else ""
        if text.startswith("#") or text.lower().startswith("rgb"):
            hint = "a press colour is a mixture of inks, not of light"
        raise unread(node, self, lambda t: parse_color(t) is not None, hint)

    def schema(self) -> Schema:
        return {"type": "string", "examples": ["K100", "M100 Y100", "accent"]}

    def words(self) -> str:
        return 'inks such as "M100 Y100", or a colour\'s name'


def is_color_name(text: str) -> bool:
    """Whether a text can name a colour: a word, and none that could be read as inks."""
    return _COLOR_NAME.fullmatch(text) is not None and _INK_LIKE.match(text) is None
