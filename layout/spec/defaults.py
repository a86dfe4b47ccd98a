"""Styles, colours and rule widths that make a good page when the spec says nothing.

Starting values from trade habit; a style sheet changes any of them by name. Sizes are points.
"""

from typing import Final

from layout.color import BLACK, WHITE, Color
from layout.record import record, replace


@record
class TextStyle:
    """A style in points and em, nothing left open. `leading` 0 keeps to the page's grid."""

    name: str = "body"
    face: str = "报宋"
    size: float = 9.0
    leading: float = 0.0
    color: Color = BLACK
    tracking_em: float = 0.0
    h_scale: float = 1.0
    stroke_em: float = 0.0
    align: str = "justify"
    indent_em: float = 0.0
    latin_gap_em: float = 0.25
    half_digits: bool = True
    latin_gap_least_em: float = 0.125
    latin_gap_most_em: float = 0.5
    level: str = "gb"
    fit: str = "total"
    punctuation: str = "quanjiao"
    first_mark: str = "half"
    line_start: str = "trim"
    line_end: str = "trim"
    hanging: bool = False
    loose: str = "fewest"
    hyphenate: bool = True
    squeeze_stops: bool = True
    tighten_em: float = 0.0
    script: str = "zh-hans"
    column_numbers: str = "turned"


COLORS: Final[dict[str, Color]] = {
    "black": BLACK,
    "white": WHITE,
    "paper": WHITE,
    # A national-day red of two inks, and its tints: three-ink reds soil on newsprint.
    "accent": Color(m=100.0, y=100.0),
    "tint": Color(m=8.0, y=8.0),
    "tint-2": Color(m=20.0, y=20.0),
}

_BODY = TextStyle(indent_em=2.0)
_DISPLAY = TextStyle(align="left", latin_gap_em=0.0, half_digits=False)

STYLES: Final[dict[str, TextStyle]] = {
    "body": _BODY,
    "brief": replace(_BODY, face="楷", size=12.0, leading=19.0),
    "subhead": replace(_DISPLAY, face="黑", size=9.0),
    "runin": replace(_BODY, face="黑", indent_em=0.0),
    "main": replace(_DISPLAY, face="超粗宋", size=66.0, align="fill"),
    "series": replace(_DISPLAY, face="超粗宋", size=34.0, color=WHITE),
    "series-sub": replace(_DISPLAY, face="黑", size=28.0, color=WHITE, align="right"),
    "title": replace(_DISPLAY, face="大标宋", size=36.0),
    "kicker": replace(_DISPLAY, face="楷", size=20.0),
    "subtitle": replace(_DISPLAY, face="报宋", size=15.0),
    "label": replace(_DISPLAY, face="黑", size=13.0, color=WHITE),
    "byline": replace(_DISPLAY, face="楷", size=9.0, align="right"),
    "caption": replace(_DISPLAY, face="楷", size=9.0),
    "credit": replace(_DISPLAY, face="楷", size=8.0, align="right"),
    "credits-role": replace(_DISPLAY, face="黑", size=9.5),
    "credits-name": replace(_DISPLAY, face="楷", size=10.5),
    "folio": replace(_DISPLAY, face="超粗黑", size=27.0, half_digits=False),
    "header": replace(_DISPLAY, face="细黑", size=8.0),
    "index-page": replace(_DISPLAY, face="超粗黑", size=30.0),
    "index-title": replace(_DISPLAY, face="大标宋", size=24.0),
    "index-label": replace(_DISPLAY, face="超粗黑", size=24.0, color=WHITE),
    "foot": replace(_DISPLAY, face="楷", size=8.5, align="right"),
    "note": replace(_DISPLAY, face="楷", size=8.0),
}

STYLE_COLORS: Final[dict[str, str]] = {"index-page": "accent"}
"""Built-in styles in a colour by name, so that a sheet that changes the colour changes them."""
BODY_SIZED: Final = frozenset({"body", "subhead", "runin", "byline"})
"""Built-in styles that stand among the text and have its size, whatever `format.body` is."""
IN_THE_LINE: Final = {"runin": frozenset({"like", "face", "size", "digits"})}
"""Built-in styles of a part of a line, and what they can say: all else is the line's own."""


@record(kw_only=False)
class RuleWeight:
    """A rule as parallel lines: (offset from its middle, width), in points; `dash` for 点线."""

    lines: tuple[tuple[float, float], ...]
    dash: tuple[float, ...] = ()


_THIN = 0.283  # 0.1 mm 正线; GWG asks for 0.25 pt at least
_THICK = 0.992  # 0.35 mm 反线

RULE_WEIGHTS: Final[dict[str, RuleWeight]] = {
    "thin": RuleWeight(((0.0, _THIN),)),
    "thick": RuleWeight(((0.0, _THICK),)),
    "double": RuleWeight(((-0.638, _THIN), (0.638, _THIN))),  # 0.1 + gap 0.35 + 0.1 mm
    "wenwu": RuleWeight(((-0.5, _THICK), (0.85, _THIN))),  # 0.35 + gap 0.25 + 0.1 mm
    "dotted": RuleWeight(((0.0, 0.6),), (0.0, 2.0)),
}
