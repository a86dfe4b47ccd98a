"""Numbers and bullets that Word prints before the paragraphs of a list, and that stand in no text.

ECMA-376 part 1, 17.9; the kinds of numbers are those of 17.18.59 that Chinese copy has.
"""

from collections.abc import Callable
from typing import Final
from xml.etree.ElementTree import Element

from layout.importer.word.model import WordMark
from layout.importer.word.styles import number_of, value
from layout.importer.word.tags import OFF, VAL, W

MOST_LEVELS: Final = 9
_HAN: Final = "〇一二三四五六七八九"
_FORMAL: Final = "零壹贰叁肆伍陆柒捌玖"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_FULL: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_COUNTED: Final = frozenset(
    [
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "koreanDigital2",
    ]
)
_FORMAL_KINDS: Final = frozenset(
    ["chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"]
)
_CIRCLED: Final = frozenset(["decimalEnclosedCircle", "decimalEnclosedCircleChinese"])
_DIGITAL: Final = ("ideographDigital", "chineseDigital", "japaneseDigitalTenThousand")
_FULL_KINDS: Final = frozenset(["decimalFullWidth", "decimalFullWidth2"])


class Numbering:
    """Counts the lists of one .docx, paragraph by paragraph."""

    def __init__(self, root: Element | None) -> None:
        self._kinds: dict[str, dict[int, Element]] = {}
        self._lists: dict[str, tuple[str, dict[int, Element], dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        styled: dict[str, dict[int, Element]] = {}  # by the style of a list that others follow
        borrowed: dict[str, str] = {}
        for each in root if root is not None else ():
            if each.tag == f"{W}abstractNum":
                self._kinds[each.get(f"{W}abstractNumId", "")] = _levels(each)
                if own := value(each.find(f"{W}styleLink")):
                    styled[own] = _levels(each)
                elif other := value(each.find(f"{W}numStyleLink")):
                    borrowed[each.get(f"{W}abstractNumId", "")] = other
        for kind, style in borrowed.items():
            self._kinds[kind] = self._kinds[kind] or styled.get(style, {})
        for each in root if root is not None else ():
            if each.tag == f"{W}num":
                name, kind = each.get(f"{W}numId", ""), value(each.find(f"{W}abstractNumId"))
                levels = dict(self._kinds.get(kind, {}))
                starts: dict[int, int] = {}
                for over in each.findall(f"{W}lvlOverride"):
                    at = number_of(over.get(f"{W}ilvl"), 0)
                    levels |= _levels(over)
                    start = over.find(f"{W}startOverride")
                    if start is not None:
                        starts[at] = number_of(start.get(VAL), 1)
                self._lists[name] = (kind, levels, starts)

    def mark(self, listed: tuple[str, int] | None, style: str = "") -> WordMark | None:
        """The mark of the next paragraph of a list; None where it has none. One of a `style` that
        a level of the list names stands on that level."""
        if listed is None or listed[0] not in self._lists:
            return None
        name = listed[0]
        kind, levels, starts = self._lists[name]
        at = next(
            (n for n, e in levels.items() if style and value(e.find(f"{W}pStyle")) == style),
            min(listed[1], MOST_LEVELS - 1),
        )
        level = levels.get(at)
        if level is None:
            return None
        # Lists of one kind count on from one another, but for one that says where it begins.
        counts = self._counts.setdefault(name if starts else f"\0{kind}", {})
        counts[at] = counts.get(at, starts.get(at, _start(level)) - 1) + 1
        for deeper in [n for n in counts if n > at]:
            restart = value(levels[deeper].find(f"{W}lvlRestart")) if deeper in levels else ""
            if not restart.isdecimal() or at < int(restart[:2]):
                del counts[deeper]
        shape = _shape(level)
        if shape == "none":
            return None
        text = value(level.find(f"{W}lvlText"))
        if shape == "bullet":
            return WordMark(text="●", level=at, bullet=True) if text.strip() else None
        legal = level.find(f"{W}isLgl") is not None
        for n in range(MOST_LEVELS):
            if f"%{n + 1}" in text:
                of = levels.get(n)
                count = counts.get(n, starts.get(n, _start(of)))
                own = "decimal" if of is None or (legal and n != at) else _shape(of)
                text = text.replace(f"%{n + 1}", numeral(count, own))
        text = "".join(text.split())
        return WordMark(text=text, level=at, bullet=False) if text else None


def _levels(parent: Element) -> dict[int, Element]:
    return {number_of(e.get(f"{W}ilvl"), 0): e for e in parent.findall(f"{W}lvl")}


def _shape(level: Element) -> str:
    found = level.find(f"{W}numFmt")
    if found is None:
        found = level.find(f".//{W}numFmt")  # Word puts new ones beside older ones for others
    return value(found) or "decimal"


def _start(level: Element | None) -> int:
    found = level.find(f"{W}start") if level is not None else None
    return number_of(found.get(VAL), 1) if found is not None else 1


def numeral(n: int, shape: str) -> str:
    """A number in one of the shapes that Word knows; in figures where it is none of these."""
    if shape in OFF:
        return ""
    make = _SHAPES.get(shape)
    return (make(n) if make is not None else "") or str(n)


def counted(n: int, figures: str = _HAN, units: str = "十百千") -> str:
    """A number as it is counted in Chinese: 十二, 一百〇三; 拾 with 壹 before it."""
    if not 1 <= n <= 9999:
        return figures[0] if n == 0 else str(n)
    out, empty = "", False
    for place in (3, 2, 1, 0):
        figure = n // 10**place % 10
        if not figure:
            empty = bool(out)
            continue
        bare = place == 1 and figure == 1 and not out and figures is _HAN
        out += (figures[0] if empty else "") + ("" if bare else figures[figure])
        out += units[place - 1] if place else ""
        empty = False
    return out


def _roman(n: int) -> str:
    out = ""
    for worth, letters in _ROMAN:
        out += letters * (n // worth)
        n %= worth
    return out


def _letters(n: int) -> str:
    return (chr(ord("A") + (n - 1) % 26) * ((n - 1) // 26 + 1))[:9] if n >= 1 else ""


def _of(signs: str) -> Callable[[int], str]:
    return lambda n: signs[n - 1] if 1 <= n <= len(signs) else ""


def _digits(n: int) -> str:
    return "".join(_HAN[int(figure)] for figure in str(n))


def _formal(n: int) -> str:
    return counted(n, _FORMAL, "拾佰仟")


_SHAPES: Final[dict[str, Callable[[int], str]]] = {
    **dict.fromkeys(_COUNTED, counted),
    **dict.fromkeys(_FORMAL_KINDS, _formal),
    **dict.fromkeys(_CIRCLED, _of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")),
    **dict.fromkeys(_FULL_KINDS, lambda n: str(n).translate(_FULL)),
    **dict.fromkeys(_DIGITAL, _digits),
    "decimalZero": lambda n: f"{n:02d}",
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "upperLetter": _letters,
    "lowerLetter": lambda n: _letters(n).lower(),
    "upperRoman": lambda n: _roman(n) if n < 4000 else "",
    "lowerRoman": lambda n: _roman(n).lower() if n < 4000 else "",
}
"""How a number is printed, by the names of ECMA-376 part 1, 17.18.59; empty where it has no such
form."""
