"""Chinese and Japanese scripts as tables: which marks belong to which class, and how wide they are.

One table a script and direction; all of them go through the same code. Lengths are thousandths of
an em. A mark is a body, which its ink needs, and the blank of its em beside it, which may go: so a
mark on a full em is its body and its blanks.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from layout.record import record, replace
from layout.text.charclass import CharClass
from layout.units import EM_ASCENT

EM: Final = 1000
HALF: Final = 500
EM_MIDDLE: Final = round((EM_ASCENT - 0.5) * EM)
"""Of an em box, above the baseline."""
QUARTER: Final = 250
"""Centred marks have a quarter of an em on either side of their ink."""

WIDE: Final = frozenset("⸺")
"""One code point for two: a dash."""

Widths = Mapping[CharClass, int]


@record
class Script:
    """How the marks of a script stand on their ems.

    `classes` gives the class of each mark; `body` the width of one mark's body where the class and
    not the face decides it, but for the marks in `own`; `before` and `after` the blank that
    makes up its em. Of that blank, `kept` stays at the edges of a line. The ink of a `centred`
    class stands in the middle of its em, whatever the face does. Beside a `rigid` class no line
    is opened.
    """

    name: str
    language: str  # BCP 47, for the face
    vertical: bool
    classes: Mapping[str, CharClass]
    body: Widths
    own: Mapping[str, int]
    before: Widths
    after: Widths
    kept: Widths
    centred: frozenset[CharClass]
    rigid: frozenset[CharClass]

    # A script is known by its name and direction; the tables follow from them.
    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return hash((self.name, self.vertical))


def _classes(members: Mapping[CharClass, str]) -> Mapping[str, CharClass]:
    return MappingProxyType({char: cls for cls, chars in members.items() for char in chars})


def _widths(table: dict[CharClass, int]) -> Widths:
    return MappingProxyType(table)


# GB/T 15834-2011 4 and 5.1; CLREQ "Categories and usage of punctuation marks" and its table of
# marks, with the rarer brackets and the small forms of Unicode that are drawn on a full em. Kana
# are here because Chinese texts quote them: UAX #14 has them as NS and CJ in every language.
_SMALL_KANA: Final = (
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯｰ"
    "\U0001b132\U0001b150\U0001b151\U0001b152\U0001b155\U0001b164\U0001b165\U0001b166\U0001b167"
)
MEMBERS: Final[dict[CharClass, str]] = {
    CharClass.OPEN: "“‘（《〈【〖〔［｛「『〘〚｟〝﹙﹛﹝",
    CharClass.CLOSE: "”’）》〉】〗〕］｝」』〙〛｠〟﹚﹜﹞〞",
    CharClass.PAUSE: "，、；：﹐﹑﹔﹕",
    CharClass.STOP: "。．？！﹒﹖﹗",
    CharClass.FULL: "‼⁇⁈⁉",
    CharClass.ELLIPSIS: "︙",
    CharClass.CONNECTOR: "–—～〜゠",
    CharClass.DOT: "·‧・･",
    CharClass.SOLIDUS: "／",
    CharClass.ITERATION: "々〻〼ゝゞヽヾ゛゜ﾞﾟ",
    CharClass.SMALL_KANA: _SMALL_KANA,
}

# GB/T 15834-2011 5.1: · and ／ half, —— and …… two characters, a connector one.
_BODY: Final = {
    CharClass.OPEN: HALF,
    CharClass.CLOSE: HALF,
    CharClass.PAUSE: HALF,
    CharClass.STOP: HALF,
    CharClass.FULL: HALF,
    CharClass.ELLIPSIS: EM,
    CharClass.CONNECTOR: EM,
    CharClass.DASH: EM,
    CharClass.DOT: HALF,
    CharClass.SOLIDUS: HALF,
}
# GB/T 15834-2011 5.1.6: the short connector takes half a character.
_SHORT: Final = dict.fromkeys("–-‐‑゠", HALF)

HANS: Final = Script(
    name="zh-hans",
    language="zh-hans",
    vertical=False,
    classes=_classes(MEMBERS),
    body=_widths(_BODY),
    own=MappingProxyType(_SHORT),
    # CLREQ "Width adjustment": the spare half em beside the ink. Two of ？！ fill their em, so
    # they have none (GB/T 15834-2011 5.1.2).
    before=_widths({CharClass.OPEN: HALF}),
    after=_widths({CharClass.CLOSE: HALF, CharClass.PAUSE: HALF, CharClass.STOP: HALF}),
    kept=_widths({}),
    centred=frozenset(),
    rigid=frozenset({CharClass.CONNECTOR, CharClass.SOLIDUS}),  # CLREQ "Line adjustment"
)
"""Simplified Chinese, as on the mainland: pauses and stops at the lower left of their em."""

# CLREQ "Sizes and positions of punctuation marks": in Taiwan and Hong Kong pauses and stops stand
# in the middle of their em, and a connector, · and ／ take one. "Punctuation adjustment space": ？
# and ！ never give any of theirs. At the edges of a line such marks keep their em: only
# GB/T 15834-2011 trims them.
_CENTRED = {CharClass.PAUSE: QUARTER, CharClass.STOP: QUARTER, CharClass.DOT: QUARTER}
_HANT_MEMBERS = MEMBERS | {CharClass.STOP: "。．﹒", CharClass.FULL: "？！﹖﹗‼⁇⁈⁉"}
HANT: Final = replace(
    HANS,
    name="zh-hant",
    language="zh-hant",
    classes=_classes(_HANT_MEMBERS),
    body=_widths(_BODY | {CharClass.SOLIDUS: EM}),
    own=MappingProxyType(dict.fromkeys("-‐‑゠", HALF)),
    before=_widths({CharClass.OPEN: HALF, **_CENTRED}),
    after=_widths({CharClass.CLOSE: HALF, **_CENTRED}),
    kept=_widths(_CENTRED),
    centred=frozenset(_CENTRED),
)
"""Traditional Chinese, as in Taiwan and Hong Kong."""

# JLREQ appendix A and 3.1.2, 3.1.6: ： ； and ・ are middle dots (cl-05), ？ ！ dividing marks that
# fill their em (cl-04), 、 。 ， ． at the left of theirs (cl-06, cl-07); — is no hyphen but
# inseparable (cl-08), and may begin a line; the hyphens (cl-03) have widths of their own.
_JA_MEMBERS = MEMBERS | {
    CharClass.OPEN: MEMBERS[CharClass.OPEN] + "«",
    CharClass.CLOSE: MEMBERS[CharClass.CLOSE] + "»",
    CharClass.PAUSE: "，、﹐﹑",
    CharClass.STOP: "。．﹒",
    CharClass.FULL: "？！﹖﹗‼⁇⁈⁉",
    CharClass.DOT: MEMBERS[CharClass.DOT] + "：；﹔﹕",
    CharClass.CONNECTOR: "–～〜゠",
    CharClass.DASH: "—",
    CharClass.PREFIX: "￥＄￡＃€№",
    CharClass.POSTFIX: "°′″℃￠％‰㏋ℓ㌃㌍㌔㌘㌢㌣㌦㌧㌫㌶㌻㍉㍊㍍㍑㍗㎎㎏㎜㎝㎞㎡㏄",
}
JA: Final = replace(
    HANS,
    name="ja",
    language="ja",
    classes=_classes(_JA_MEMBERS),
    own=MappingProxyType({**_SHORT, "‐": QUARTER}),
    before=_widths({CharClass.OPEN: HALF, CharClass.DOT: QUARTER}),
    after=_widths(
        {CharClass.CLOSE: HALF, CharClass.PAUSE: HALF, CharClass.STOP: HALF, CharClass.DOT: QUARTER}
    ),
    kept=_widths({CharClass.DOT: QUARTER}),
    centred=frozenset({CharClass.DOT}),
    # JLREQ 3.8.4, table: nothing is added before or after dividing marks and middle dots.
    rigid=frozenset({CharClass.CONNECTOR, CharClass.SOLIDUS, CharClass.FULL, CharClass.DOT}),
)
"""Japanese."""

# CLREQ "Punctuation adjustment space": in columns ； ： ？ ！ take a full em everywhere and give
# nothing; ， 、 。 stand at its upper right with the blank below (mainland) or in its middle. JLREQ
# 3.1.2 has 、 。 at the upper right too, ： turned but a middle dot as in lines.
_COLUMN = {
    CharClass.PAUSE: "，、﹐﹑",
    CharClass.STOP: "。．﹒",
    CharClass.FULL: "；：？！﹔﹕﹖﹗‼⁇⁈⁉",
}
HANS_VERTICAL: Final = replace(HANS, vertical=True, classes=_classes(MEMBERS | _COLUMN))
HANT_VERTICAL: Final = replace(HANT, vertical=True, classes=_classes(MEMBERS | _COLUMN))
JA_VERTICAL: Final = replace(JA, vertical=True)

SCRIPTS: Final[Mapping[str, Script]] = MappingProxyType({s.name: s for s in (HANS, HANT, JA)})
"""The scripts by name, for lines that run from left to right."""
_VERTICAL: Final = {s.name: s for s in (HANS_VERTICAL, HANT_VERTICAL, JA_VERTICAL)}


def script(name: str, *, vertical: bool = False) -> Script:
    """The table of a script. Raises `KeyError` for a name that is not in `SCRIPTS`."""
    return _VERTICAL[name] if vertical else SCRIPTS[name]
