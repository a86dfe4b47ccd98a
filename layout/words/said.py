"""What is told, as a key with values; its words are made where they are shown.

A message is known by its key, a code and a stable sub-code (`OVERSET.story`), and by values:
numbers in the unit in which they are told, names, texts, and other things said. What it says to a
person stands in one table a language (`layout.words.en`, `layout.words.zh`), which is loaded when
something is shown in it.

In a template of a table `{name}` stands for a value and `{name:form}` for it in a form:

- `{gap:.1f}`: a number as `format` writes it;
- `{lines:#line}`: a number and its noun, `1 line`, `2 lines`; `{n:#entry|entries}` where the plural
  has no plain s;
- `{lines:?is|are}`: the one word or the other, by whether the number is one, or a text names one:
  `line 5`, `lines 5–9`;
- `{names:and}`: several as `a, b and c`; without a form they are `a, b, c`;
- `{keys:key}`: keys of the spec language, `headline.style`, as they are called: 标题样式;
- `{names:quoted}`: a text in quotation marks, `"a"`; each of several texts, `"a", "b"`;
  Chinese has “a” and “a”“b”, 甲、乙 and 甲、乙和丙, and no plural;
- `{parts:clauses}`: several as the clauses of a sentence, which Chinese parts by ，;
- `{room_pt:mm}`: a length in points as millimetres with their unit, `4.12 mm`, and
  `{room_pt:in_mm}` without it, before another one;
- `{block:block}`: a block as a person calls it, 《…》 for a story with that headline (`Named`);
- `{ink:term}`: an ink, a colour space, a field or a way of packing by its name in the language, 青
  for Cyan; what has none there, such as a spot, as it is called;
- `{fault:hint}`: what to do about something said.

`{{` and `}}` stand for the braces themselves. A value `path` that the message itself does not name
stands before it with a colon: the keys that lead to a value in a spec. A value `hint` is empty
where it is not given.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Literal, Union

from layout.record import record

_NUMBERED: Final = re.compile(r"block-(\d+)((?:\.\w+\.\d+)*)")
"""What a block without an id is called: by its place in the list of blocks, and in stacks."""
_FIELD: Final = re.compile(r"\{\{|\}\}|\{(\w+)(?::([^{}]*))?\}")

Language = Literal["en", "zh"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")

Value = Union[str, int, float, "Said", tuple["Value", ...]]
"""What stands in a message: a number in the unit it is told in, a text, something said, or several
of these."""


class Named(str):
    """The id of a block, or the file of a story, with what a person calls it: machines are told the
    id, `{block:block}` of a message the name. It is equal to its id."""

    called: "Said"

    def __new__(cls, text: str, called: "Said") -> "Named":
        """`text` is what it is for machines."""
        made = super().__new__(cls, text)
        made.called = called
        return made

    def __getnewargs__(self) -> tuple[str, "Said"]:  # type: ignore[override]
        return str(self), self.called


@record(kw_only=False)
class Said:
    """A message, or a part of one: its key in the tables of words, and its values by name.

    It is compared by these alone. `str` gives its English words, for programmers and logs.
    """

    key: str
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def code(self) -> str:
        """The part of the key that a person may look up: `OVERSET` of `OVERSET.story`."""
        return self.key.partition(".")[0]

    @property
    def sub(self) -> str:
        """The part of the key that tells the messages of a code apart; empty for its only one."""
        return self.key.partition(".")[2]

    def __getitem__(self, name: str) -> Any:
        """One of the values. Raises `KeyError` where there is none of this name."""
        return dict(self.values)[name]

    def having(self, **values: Value) -> "Said":
        """A message with some values changed or added."""
        return said(self.key, **dict(self.values) | values)

    def words(self, lang: Language = "en") -> str:
        """The message in a language. Raises `KeyError` where its table has no such key."""
        return _texts(self.key, self.values, lang)[0]

    def hint(self, lang: Language = "en") -> str:
        """What to do about it in a language; empty where nothing is known."""
        return _texts(self.key, self.values, lang)[1]

    def quotes(self, text: str) -> bool:
        """Whether a text stands in one of its values, or of what is said in them: words of the
        paper, which are the same in every language."""
        return any(_holds(value, text) for _, value in self.values)

    def __str__(self) -> str:
        return self.words()


def _holds(value: Value, text: str) -> bool:
    if isinstance(value, tuple):
        return any(_holds(each, text) for each in value)
    if isinstance(value, Named) and value.called.quotes(text):
        return True
    return (
        value.quotes(text) if isinstance(value, Said) else isinstance(value, str) and text in value
    )


def said(key: str, /, **values: Value) -> Said:
    """Something to be told, by its key and its values in the order of their names."""
    return Said(key, tuple(sorted(values.items())))


def in_words(keys: Iterable[str], lang: Language) -> tuple[str, ...]:
    """Messages without values, such as the heads of a table, in their words."""
    return tuple([said(key).words(lang) for key in keys])


def _texts(key: str, values: Iterable[tuple[str, Value]], lang: Language) -> tuple[str, str]:
    """A message and its hint in the words of a language."""
    given = dict(values)
    entry = table(lang)[key]
    message, hint = entry if isinstance(entry, tuple) else (entry, "")
    path = given.get("path")
    head = f"{path}{_USAGES[lang].colon}" if path and "{path}" not in message else ""
    return head + fill(message, given, lang), fill(hint, {"hint": "", **given}, lang)


def table(lang: Language) -> Mapping[str, str | tuple[str, str]]:
    """The words of a language by key: a message, or a message and its hint."""
    if lang == "zh":
        from layout.words import zh

        return zh.WORDS
    from layout.words import en

    return en.WORDS


def fill(template: str, values: Mapping[str, Value], lang: Language) -> str:
    """A template with its values. Raises `KeyError` where one is not given."""

    def one(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0][0]
        return _formed(values[match[1]], match[2] or "", lang)

    return _FIELD.sub(one, template)


@record(kw_only=False)
class Usage:
    """How a language writes what a message is made of: a template for quoted text, and what
    stands between several, before the last, between quoted ones, and after what is spoken of."""

    quoted: str
    comma: str
    last: str
    between_quoted: str
    clauses: str
    colon: str
    bracketed: str


_USAGES: Final[Mapping[Language, Usage]] = {
    "en": Usage('"{}"', ", ", " and ", ", ", ", ", ": ", " ({})"),
    "zh": Usage("“{}”", "、", "和", "", "，", "：", "（{}）"),
}
"""GB/T 15834-2011, 4.5.3.5: no 、 stands between quoted parts side by side."""


EACH: Final = frozenset({"quoted", "term", "block", "blocks"})
"""Forms in which several are written one by one."""
PT_PER_MM: Final = 72 / 25.4
"""As `layout.units` has it, which is of a room above this one."""
CENTIMETRE: Final = 10.0


def with_hint(message: str, hint: str, lang: Language) -> str:
    """A message with what to do about it in brackets; alone where nothing is known."""
    return message + _USAGES[lang].bracketed.format(hint) if hint else message


def _formed(value: Value, form: str, lang: Language) -> str:
    """A value in a form."""
    usage = _USAGES[lang]
    if isinstance(value, Said):
        return value.hint(lang) if form == "hint" else value.words(lang)
    if isinstance(value, tuple):
        parts = [_formed(each, form if form in EACH else "", lang) for each in value]
        if form == "term":
            parts = list(dict.fromkeys(parts))
        if form == "and" and len(parts) > 1:
            return usage.comma.join(parts[:-1]) + usage.last + parts[-1]
        if form == "blocks" and len(parts) > 1:
            return usage.comma.join(parts[:-1]) + usage.last + parts[-1]
        between = {"quoted": usage.between_quoted, "clauses": usage.clauses}
        return between.get(form, usage.comma).join(parts)
    if form == "quoted":
        return usage.quoted.format(value)
    if form in _WAYS:
        return _WAYS[form](value, lang)
    if form[:1] in ("#", "?"):
        singular, _, plural = form[1:].partition("|")
        own = singular if _is_one(value) else plural
        return own if form[0] == "?" else counted(value, singular, plural)
    return format(value, form)


def _called(keys: str, lang: Language) -> str:
    """Keys of the spec language as they are called in a language."""
    if lang == "en":
        return keys
    from layout.words.zh_names import key_name  # loaded where a change is told

    return key_name(keys)


def _is_one(value: Value) -> bool:
    """Whether a count is one; of rows and columns that are named, as `5` or `5–9`, whether it is a
    single one."""
    return value.isdecimal() if isinstance(value, str) else value == 1


def counted(number: object, noun: str, plural: str = "") -> str:
    """`1 warning`, `2 warnings`; with the `plural` of a noun that has no plain s."""
    return f"{number} {noun if number in (1, '1') else plural or f'{noun}s'}"


def _block(value: Value, lang: Language) -> str:
    """A block as a person calls it; one without an id by its number."""
    if isinstance(value, Named):
        return value.called.words(lang)
    bare = _NUMBERED.fullmatch(str(value))
    if bare is None:
        return _USAGES[lang].quoted.format(value)
    inner = bare[2].rpartition(".")[2] if bare[2] else ""
    return said(
        "part.called-inner" if inner else "part.called-number", number=int(bare[1]), inner=inner
    ).words(lang)


def _term(value: Value, lang: Language) -> str:
    from layout.words.terms import TERMS

    key = TERMS.get(str(value))
    return said(key).words(lang) if key is not None else str(value)


def in_mm(points: str | float) -> str:
    """Points as millimetres: to a hundredth below a centimetre, above to a tenth. A number that was
    written with so many decimals, that two of them are not the same, keeps what they tell: a tenth
    of a point is three hundredths of a millimetre."""
    length = float(points) / PT_PER_MM
    if isinstance(points, str):
        return f"{length:.{len(points.partition('.')[2]) + 1}f}"
    return f"{length:.{2 if abs(length) < CENTIMETRE else 1}f}"


_WAYS: Final[Mapping[str, Callable[[Any, Language], str]]] = {
    "block": _block,
    "blocks": _block,
    "in_mm": lambda value, _: in_mm(value),
    "key": lambda value, lang: _called(str(value), lang),
    "mm": lambda value, _: f"{in_mm(value)} mm",
    "term": _term,
}
"""Forms of one value, by their names."""
