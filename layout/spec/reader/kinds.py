"""The kinds of single values: texts, choices, numbers, flags, dates, names, spans, colours."""

import datetime
import re
import unicodedata
from collections.abc import Callable
from typing import Final, TypeVar

from layout.color import GOOD_INK, MOST_INK, Color, parse_color
from layout.diagnostics import Place, did_you_mean, shown
from layout.record import record
from layout.spec.reader.chars import forbidden, quoted
from layout.spec.reader.fields import NAMES, Fault, Faults, Kind, Schema, misplaced, mistyped
from layout.spec.reader.nodes import Node, Scalar, Sequence
from layout.words.said import Said, said

N = TypeVar("N", int, float)

MOST_WRITTEN: Final = 40
"""Characters of a number, length or date as written; more is no number."""
_INTEGER: Final = re.compile(r"[+-]?\d{1,9}", re.ASCII)
_NUMBER: Final = re.compile(r"[+-]?(?:\d{1,12}(?:\.\d{1,12})?|\.\d{1,12})", re.ASCII)
_RANGE: Final = re.compile(r"(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?", re.ASCII)
_TWO_NUMBERS: Final = r"([0-9]{1,4})[^0-9]{1,4}([0-9]{1,4})"  # for a hint: compiled when needed
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DATE_LIKE: Final = r"([0-9]{4})[^0-9]?([0-9]{1,2})[^0-9]?([0-9]{1,2})[^0-9]?"
LEAST_TINT: Final = 1.0
"""Per cent of a colour; no screen of newsprint holds less."""
_COLOR_NAME: Final = re.compile(r"[^\W\d_][\w-]{0,40}")
_TINT: Final = re.compile(r"(.*\S)\s+(\d{1,3}(?:\.\d{1,4})?)\s*%", re.ASCII)
_INK_LIKE: Final = re.compile(r"[CMYKcmyk]\s*\d")
_CURLY: Final = frozenset("“”„‟＂")
_TRUE: Final = frozenset(("yes", "on", "y", "1", "是"))
_FALSE: Final = frozenset(("no", "off", "n", "0", "否"))
FLAG_LIKE: Final = frozenset(("true", "false", *_TRUE, *_FALSE))
"""What is meant as true or false, small letters, whether it is written so or not."""


def scalar(node: Node, kind: Kind) -> str:
    """The text of a leaf that holds something; raises `Fault` for any other node."""
    if not isinstance(node, Scalar) or node.is_null:
        raise misplaced(node, kind, _as_typed(node) if isinstance(kind, TextKind) else "")
    return node.text


def _as_typed(node: Node) -> Said | str:
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
    return said("part.text-in-quotes", text=shown(quoted(text))) if text else ""


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
    told = said("COMMENT.words", comment=shown(text, 40), whole=shown(whole, 80))
    fault = Fault(node, told, "warning")
    fault.place = node.comment.place
    return fault


def _quoted_amiss(node: Scalar, text: str, faults: Faults) -> None:
    """Warn of a text in one pair of “ ” or ＂ ＂, which are printed, and may be meant as YAML's."""
    inner = text[1:-1]
    if inner.strip() and text[-1] in _CURLY and not _CURLY & set(inner):
        kept = text if text[0] != text[-1] or text[0] == "＂" else f"“{inner}”"
        told = said("QUOTES.curly", text=shown(text), plain=shown(inner), kept=shown(f"'{kept}'"))
        faults.add(Fault(node, told, "warning"))


def unread(node: Node, kind: Said, reads: Callable[[str], bool], hint: Said | str = "") -> Fault:
    """The fault for a text where a `kind` is expected, with the nearest text that could be read.

    Full-width digits and letters are refused and not converted: whoever typed them meant a text.
    """
    text = node.text if isinstance(node, Scalar) else ""
    if not hint and len(text) <= MOST_WRITTEN:
        narrow = unicodedata.normalize("NFKC", text).strip()
        if narrow != text.strip() and reads(narrow):
            hint = said("part.full-width", word=shown(narrow))
        else:
            bare = re.sub(r"[\s_,]", "", narrow)
            hint = _meant(shown(bare)) if bare != text and reads(bare) else ""
    what = said("part.node-text", text=shown(text))
    return Fault(node, said("VALUE.kind", what=what, kind=kind, hint=hint or mistyped(node)))


def _meant(word: str) -> Said | str:
    """The hint that names what was meant, where there is a word for it."""
    return said("part.did-you-mean", word=word) if word else ""


@record(kw_only=False)
class TextKind:
    """Text as it is; never guessed to be anything else.

    `purpose` is the key of what it is called in messages.
    """

    limit: int = 2000
    purpose: str = "part.kind-text"
    lines: bool = False  # whether it may have more than one line
    copy: bool = True  # words of the paper: what is cut off from them is told

    def read(self, node: Node, faults: Faults) -> str:
        text = scalar(node, self)
        lost = lost_words(node) if self.copy and isinstance(node, Scalar) else None
        if lost is not None:
            faults.add(lost)
        if not text.strip():
            raise Fault(node, said("VALUE.empty", kind=self.words()))
        if len(text) > self.limit:
            raise Fault(node, said("VALUE.long", characters=len(text), most=self.limit))
        if self.copy and text[0] in _CURLY and isinstance(node, Scalar) and node.plain:
            _quoted_amiss(node, text, faults)
        if not self.lines:  # what a | leaves behind the last row
            text = text.rstrip("\n")
        hidden = forbidden(text, lines=self.lines)
        if hidden:
            hint = said("part.join-rows") if "\n" in text else ""
            raise Fault(node, said("CONTROL.value", text=shown(text), char=hidden, hint=hint))
        return text

    def schema(self) -> Schema:
        # An editor reads 010 and 1.10 as numbers and `true` as a flag; here they are text.
        return {"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": self.limit}

    def words(self) -> Said:
        return said(self.purpose)


_PAGE_NAME: Final = "part.kind-page-name"


@record(kw_only=False)
class PageNameKind:
    """A page's name, which names its files too: none that would lead out of their folder."""

    limit: int = 20

    def read(self, node: Node, faults: Faults) -> str:
        text = TextKind(self.limit, _PAGE_NAME, copy=False).read(node, faults)
        found = next((c for c in "/\\" if c in text), "")
        if found or text.startswith("."):
            name, hint = (
                shown(text),
                _meant(shown(re.split(r"[/\\]", text)[-1].lstrip(".").strip())),
            )
            told = said("VALUE.page-name-point", name=name, hint=hint)
            if found:
                told = said("VALUE.page-name-holds", name=name, sign=found, hint=hint)
            raise Fault(node, told)
        return text

    def schema(self) -> Schema:
        return {**TextKind(self.limit).schema(), "pattern": r"^[^./\\][^/\\]*$"}

    def words(self) -> Said:
        return said(_PAGE_NAME)


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
            raise unread(node, self.words(), lambda _: False, hint)
        return text

    def schema(self) -> Schema:
        return {"enum": list(self.choices)}

    def words(self) -> Said:
        return said("part.one-of", names=self.choices)


def _number(
    node: Node, kind: Kind, value: Callable[[str], N | None], wanted: Said | None = None
) -> N:
    """The number in a leaf, of which `value` gives None where the kind takes no such text; raises
    `Fault` then, with what is `wanted` where that is more than the kind says."""
    found = value(scalar(node, kind))
    if found is None:
        raise unread(node, wanted or kind.words(), lambda text: value(text) is not None)
    return found


def _between(low: float, value: N, high: float) -> N | None:
    return value if low <= value <= high else None


@record(kw_only=False)
class IntegerKind:
    low: int
    high: int

    def read(self, node: Node, faults: Faults) -> int:
        return _number(node, self, self.value)

    def value(self, text: str) -> int | None:
        """The number that a text is; None where it is none, or out of bounds."""
        return _between(self.low, int(text), self.high) if _INTEGER.fullmatch(text) else None

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}

    def words(self) -> Said:
        return said("part.kind-integer", low=self.low, high=self.high)


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

    def words(self) -> Said:
        return said("part.kind-number", low=self.low, high=self.high)


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

    def words(self) -> Said:
        return said("part.kind-percent", low=self.low, high=self.high)


@record(kw_only=False)
class FlagKind:
    def read(self, node: Node, faults: Faults) -> bool:
        text = scalar(node, self)
        if text not in ("true", "false"):
            low = text.lower()
            near = {low: low} if low in ("true", "false") else {}
            near |= dict.fromkeys(_TRUE, "true") | dict.fromkeys(_FALSE, "false")
            raise unread(node, self.words(), lambda _: False, _meant(near.get(low, "")))
        return text == "true"

    def schema(self) -> Schema:
        return {"type": "boolean"}

    def words(self) -> Said:
        return said("part.kind-flag")


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
    """A run of columns or lines; `noun` is the key of what they are called in messages."""

    noun: str

    def read(self, node: Node, faults: Faults) -> Span:
        text = scalar(node, self)
        match = _RANGE.fullmatch(text)
        if match is None:
            two = re.fullmatch(_TWO_NUMBERS, unicodedata.normalize("NFKC", text[:MOST_WRITTEN]))
            hint = _meant(f"{two[1]}-{two[2]}" if two else "")
            raise unread(node, self.words(), lambda t: bool(_RANGE.fullmatch(t)), hint)
        first = int(match[1])
        last = int(match[2] or match[1])
        if first < 1:
            raise Fault(node, said("VALUE.span-from-1", span=text, noun=said(self.noun)))
        if last < first:
            raise Fault(node, said("VALUE.span-backward", span=text, first=last, last=first))
        return Span(first, last)

    def schema(self) -> Schema:
        return {
            "anyOf": [
                {"type": "integer", "minimum": 1, "maximum": 9999},
                {"type": "string", "pattern": r"^\d{1,4}(\s*[-–]\s*\d{1,4})?$"},
            ]
        }

    def words(self) -> Said:
        return said("part.kind-span", noun=said(self.noun))


FILL: Final = -1
"""As many as the others leave."""
LEAST_LINES: Final = 2
"""What a block with `lines: fill` has at least; with less nothing can be set in it."""


@record(kw_only=False)
class ExtentKind:
    """A number of lines or columns, or `fill` (`FILL`); `noun` is the key of what they are called
    in messages."""

    most: int
    noun: str

    def read(self, node: Node, faults: Faults) -> int:
        if scalar(node, self) == "fill":
            return FILL
        wanted = said("part.kind-fill-or-integer", low=1, high=self.most)
        return _number(node, self, IntegerKind(1, self.most).value, wanted)

    def schema(self) -> Schema:
        return {"anyOf": [IntegerKind(1, self.most).schema(), {"const": "fill"}]}

    def words(self) -> Said:
        return said("part.kind-extent", noun=said(self.noun))


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
                raise Fault(node, said("VALUE.no-day", date=shown(text), hint=_no_day(like)))
            raise unread(node, self.words(), _is_date, _meant(near))
        return datetime.date.fromisoformat(text)

    def schema(self) -> Schema:
        return {"type": "string", "format": "date"}

    def words(self) -> Said:
        return said("part.kind-date")


def _no_day(parts: re.Match[str]) -> Said | str:
    """What a year, month and day that are no date may be."""
    year, month = int(parts[1]), int(parts[2])
    if not (1 <= month <= 12 and year):
        return said("part.months") if year else ""
    import calendar

    last = calendar.monthrange(year, month)[1]
    return said("part.last-day", year=year, month=month, day=last)


WEEK: Final = "一二三四五六日"
"""The days of a week from Monday on, as 星期 and 周 name them."""


def weekday_of(date: datetime.date) -> str:
    """A day's weekday as it is printed, 星期三."""
    return f"星期{WEEK[date.weekday()]}"


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
    """The name of something that is looked up later: a path, a style, a face.

    `purpose` is the key of what it is called in messages.
    """

    purpose: str
    limit: int = 6000  # of a path; one too long for the file system is told when it is looked up

    def read(self, node: Node, faults: Faults) -> Name:
        text = scalar(node, self)
        if len(text) > self.limit:
            raise Fault(node, said("VALUE.long-name", characters=len(text), kind=self.words()))
        return Name(text, node.place)

    def schema(self) -> Schema:
        return {"type": ["string", "number"], NAMES: self.purpose.removeprefix("part.")}

    def words(self) -> Said:
        return said(self.purpose)


@record(kw_only=False)
class ColorKind:
    """Inks, the name of a colour in the styles, or a tint of one, `accent 30%`; names are looked up
    by `resolve`. A `rich` black may be what only a colour of that name is."""

    rich: bool = False

    def read(self, node: Node, faults: Faults) -> Color | Name:
        text = scalar(node, self)
        color = parse_color(text)
        if color is not None:
            if color.total > MOST_INK:
                told = said(
                    "VALUE.ink", color=text, percent=color.total, good=GOOD_INK, most=MOST_INK
                )
                raise Fault(node, told)
            if color.is_rich and not self.rich:
                faults.add(Fault(node, said("RICH-BLACK.unnamed", color=str(color)), "warning"))
            return color
        narrow = unicodedata.normalize("NFKC", text)
        if (is_color_name(text) or _is_tint(text)) and parse_color(narrow) is None:
            return Name(text, node.place)
        hint: Said | str = said("part.inks-once") if _INK_LIKE.match(text) is not None else ""
        tint = re.fullmatch(r"(.*?)\s*([0-9.]+)\s*%", narrow)
        if tint is not None and not hint and _is_tint(f"{tint[1]} {tint[2]}%"):
            hint = _meant(f"{tint[1]} {tint[2]}%")
        elif tint is not None and is_color_name(tint[1]):
            hint = said("part.tint-bounds")
        elif text.startswith(("spot ", "rich ")):
            hint = said("part.spot-in-colors")
        if text.startswith("#") or text.lower().startswith("rgb"):
            hint = said("part.inks-not-light")
        raise unread(node, self.words(), lambda t: parse_color(t) is not None, hint)

    def schema(self) -> Schema:
        return {"type": "string", "examples": ["K100", "M100 Y100", "accent"], NAMES: "color"}

    def words(self) -> Said:
        return said("part.kind-color")


def is_color_name(text: str) -> bool:
    """Whether a text can name a colour: a word, and none that could be read as inks."""
    return _COLOR_NAME.fullmatch(text) is not None and _INK_LIKE.match(text) is None


def _is_tint(text: str) -> bool:
    name, percent = tint_of(text)
    return name != text and is_color_name(name) and LEAST_TINT <= percent <= 100.0


def tint_of(text: str) -> tuple[str, float]:
    """The name of a colour and how many per cent of it, of a text that is `NAME` or `NAME 30%`."""
    match = _TINT.fullmatch(text)
    return (match[1], float(match[2])) if match else (text, 100.0)
