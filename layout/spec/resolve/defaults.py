"""Styles, colours and rule widths that make a good page when the spec says nothing.

Starting values from trade habit; a style sheet changes any of them by name. Sizes are points.
"""

from typing import Any, Final

from layout.color import BLACK, WHITE, Color
from layout.record import record, replace


@record(kw_only=False)
class Scales:
    """How narrow and how wide, how low and how high the glyphs of display type may be made to fill
    their place (长 扁): the least and the most of each, in parts of the written size."""

    width: tuple[float, float]
    height: tuple[float, float]

    def opens(self, *, vertical: bool) -> bool:
        """Whether the length of a line, or of a column, may be changed."""
        least, most = self.height if vertical else self.width
        return least < most


def natural_scale(between: tuple[float, float]) -> float:
    """Of the two ends of a scale and what lies between, the nearest to the face's own shape."""
    least, most = between
    return min(max(1.0, least), most)


@record
class TextStyle:
    """A style in points and em, nothing left open. `leading` 0 keeps to the page's grid.

    `size` is the height of the em box and `h_scale` its width in parts of that height; `v_scale` is
    what part of the size as it is written the height is. `scales` are those that a sheet leaves
    open, to be chosen where a line of display type is set.
    """

    name: str = "body"
    face: str = "报宋"
    size: float = 9.0
    leading: float = 0.0
    color: Color = BLACK
    tracking_em: float = 0.0
    h_scale: float = 1.0
    stroke_em: float = 0.0
    hollow: bool = False
    align: str = "justify"
    indent_em: float = 0.0
    hang_em: float = 0.0
    left_em: float = 0.0
    right_em: float = 0.0
    before: int = 0
    after: int = 0
    with_next: bool = False
    lead_in: str = ""
    latin_gap_em: float = 0.25
    half_digits: bool = True
    half_percent: bool = False
    latin_gap_least_em: float = 0.125
    latin_gap_most_em: float = 0.5
    level: str = "gb"
    fit: str = "total"
    punctuation: str = "quanjiao"
    first_mark: str = "half"
    line_start: str = "trim"
    line_end: str = "trim"
    hanging: bool = False
    loose: str = "even"
    hyphenate: bool = True
    squeeze: str = "all"
    squeeze_stops: bool = True
    bonds: str = "keep"
    tighten_em: float = 0.0
    script: str = "zh-hans"
    column_numbers: str = "turned"
    mark_blank_em: float = 0.5
    optical: bool = False
    v_scale: float = 1.0
    scales: Scales | None = None

    @property
    def written(self) -> float:
        """The size as a sheet writes it, of type that is neither condensed nor flattened."""
        return self.size / self.v_scale

    def shaped(self, size: float, width: float, height: float) -> "TextStyle":
        """The style at a written size, its glyphs so many times as wide and as high as that."""
        return replace(self, size=size * height, h_scale=width / height, v_scale=height)

    def resized(self, size: float) -> "TextStyle":
        """The style at another size, in points."""
        return self if size == self.size else replace(self, size=size)


COLORS: Final[dict[str, Color]] = {
    "black": BLACK,
    "white": WHITE,
    "paper": WHITE,
    # A national-day red of two inks, and its tints: three-ink reds soil on newsprint.
    "accent": Color(m=100.0, y=100.0),
    "tint": Color(m=8.0, y=8.0),
    "tint-2": Color(m=20.0, y=20.0),
    # What an editor writes in a story, of two inks at most: small type in more shows misregister.
    "红": Color(m=100.0, y=100.0),
    "蓝": Color(c=100.0, m=60.0),
    "绿": Color(c=90.0, y=100.0),
    "灰": Color(k=60.0),
}

_BODY = TextStyle(indent_em=2.0)
_DISPLAY = TextStyle(align="left", latin_gap_em=0.0, half_digits=False)
_TABLE = replace(_DISPLAY, size=8.0, half_digits=True)

PARAGRAPHS: Final[dict[str, dict[str, Any]]] = {
    # Ranged right and two 字 in: GB/T 9704-2012, 7.3.5, for a paper without a seal.
    "落款": {"align": "right", "indent_em": 0.0, "right_em": 2.0},
    "日期": {"align": "right", "indent_em": 0.0, "right_em": 2.0},
    "居中": {"align": "center", "indent_em": 0.0},
    "顶格": {"indent_em": 0.0},
    "楷体": {"face": "楷"},
    "引文": {"face": "楷"},
    "诗": {
        "face": "楷", "align": "left", "indent_em": 0.0, "left_em": 2.0, "hang_em": 1.0,
        "before": 1, "after": 1,
    },
    "问": {"face": "黑", "with_next": True},
    "答": {"lead_in": "黑"},
    "此致": {"indent_em": 2.0},
    "敬礼": {"indent_em": 0.0},
    "列表": {"indent_em": 0.0},
    # Of the boxes of these names (`layout.spec.resolve.textbox`).
    "编者按": {"face": "楷", "lead_in": "黑"},
    "链接": {"face": "楷"},
    "延伸阅读": {"face": "楷"},
}  # fmt: skip
"""Styles that a story's paragraphs name, by what each changes of the text around it: fields of
`TextStyle`. Names and manners are those of the trade."""
UNDER: Final[dict[str, str]] = {"日期": "落款"}
"""Styles of what stands centred under the paragraph above it, if that is in the other style and
both are ranged right: a date under its signature. It never stands further right than by itself."""

STYLES: Final[dict[str, TextStyle]] = {
    "body": _BODY,
    "brief": replace(_BODY, face="楷", size=12.0, leading=19.0),
    "subhead": replace(_DISPLAY, face="黑", size=9.0),
    "runin": replace(_BODY, face="黑", indent_em=0.0),
    "电头": replace(_BODY, face="黑", indent_em=0.0),
    "main": replace(_DISPLAY, face="超粗宋", size=66.0, align="fill"),
    "series": replace(_DISPLAY, face="超粗宋", size=34.0, color=WHITE),
    "series-sub": replace(_DISPLAY, face="黑", size=28.0, color=WHITE, align="right"),
    "title": replace(_DISPLAY, face="大标宋", size=36.0),
    "kicker": replace(_DISPLAY, face="楷", size=20.0),
    "subtitle": replace(_DISPLAY, face="报宋", size=15.0),
    "summary": replace(_DISPLAY, face="楷", size=12.0, align="justify"),
    "label": replace(_DISPLAY, face="黑", size=13.0, color=WHITE),
    "byline": replace(_DISPLAY, face="楷", size=9.0, align="right"),
    "byline-head": replace(_DISPLAY, face="黑", size=9.0),
    "box-heading": replace(_DISPLAY, face="黑", size=9.0, align="center"),
    "jump": replace(_DISPLAY, face="楷", size=9.0, align="right"),
    "end": replace(_DISPLAY, face="黑", size=9.0),
    "caption": replace(_DISPLAY, face="楷", size=9.0),
    "credit": replace(_DISPLAY, face="楷", size=8.0, align="right"),
    "credits-role": replace(_DISPLAY, face="黑", size=9.5),
    "credits-name": replace(_DISPLAY, face="楷", size=10.5),
    "table": _TABLE,
    "table-head": replace(_TABLE, face="黑", align="center"),
    "table-title": replace(_DISPLAY, face="黑", size=10.5, align="center"),
    "table-note": replace(_TABLE, face="楷"),
    "folio": replace(_DISPLAY, face="超粗黑", size=27.0, half_digits=False),
    "header-name": replace(_DISPLAY, face="大标宋", size=17.0),
    "header": replace(_DISPLAY, face="细黑", size=8.0),
    "index-page": replace(_DISPLAY, face="超粗黑", size=30.0),
    "index-title": replace(_DISPLAY, face="大标宋", size=24.0),
    "index-label": replace(_DISPLAY, face="超粗黑", size=24.0, color=WHITE),
    "foot": replace(_DISPLAY, face="楷", size=8.5, align="right"),
    "note": replace(_DISPLAY, face="楷", size=8.0),
    "masthead": replace(_DISPLAY, face="超粗宋", size=84.0),
    "masthead-latin": replace(_DISPLAY, face="黑", size=13.0, align="fill"),
    "masthead-day": replace(_DISPLAY, face="超粗宋", size=58.0),
    "masthead-date": replace(_DISPLAY, face="黑", size=11.0),
    "masthead-note": replace(_DISPLAY, face="细黑", size=8.5),
    "imprint": replace(_DISPLAY, face="细黑", size=8.0),
    "advert-mark": replace(_DISPLAY, face="黑", size=6.5),
    "advert-frame": replace(_DISPLAY, face="黑", size=9.0, color=Color(k=60.0), align="center"),
    "code": replace(_DISPLAY, face="黑", size=7.5, align="center"),
    "code-figures": replace(_DISPLAY, face="细黑", size=10.5),
    **{name: replace(_BODY, **changes) for name, changes in PARAGRAPHS.items()},
    "拼音": replace(_DISPLAY, face="细黑", size=4.5),
    "脚注": replace(_BODY, size=7.5, leading=9.3, indent_em=0.0),
}

NAMES: Final = frozenset(STYLES) | frozenset(COLORS)
"""What words of a story may be in without a sheet: styles and colours by name."""

JUMP_WORDS: Final = {"jump_to": "（下转{page}版）", "jump_from": "（上接{page}版）"}
"""What stands where a story leaves a page, and where it goes on."""
STYLE_COLORS: Final[dict[str, str]] = {"index-page": "accent"}
"""Built-in styles in a colour by name, so that a sheet that changes the colour changes them."""
BODY_SIZED: Final = frozenset(
    {
        "body", "subhead", "runin", "byline", "byline-head", "box-heading", "jump", "end",
        "电头",
        *PARAGRAPHS,
    }
)  # fmt: skip
"""Built-in styles that stand among the text and have its size, whatever `format.body` is."""
BODY_PARTS: Final = {"拼音": 1 / 2, "脚注": 5 / 6}
"""Built-in styles whose size is a part of the body's, and their leading with it: letters over
characters, notes at the foot of a column."""
IN_THE_LINE: Final = {
    "runin": frozenset({"like", "face", "size", "digits"}),
    "电头": frozenset({"like", "face", "size", "color", "digits"}),
}
"""Built-in styles of a part of a line, and what they can say: all else is the line's own."""


@record
class RuleStyle:
    """How a rule is drawn: as lines, dashes, waves or the units of an ornamental border (花边).

    `lines` are parallel ones, each (offset from the middle, width) in points; those above 0 lie
    inside a frame. With a `dash` they are dotted (0 on, round) or dashed; with a `wave` they are
    waves of that length and height. A `pattern` (see `layout.flow.rules.borders`) is a band `size`
    points broad, drawn with the first line's width where it is drawn of lines.
    """

    lines: tuple[tuple[float, float], ...]
    dash: tuple[float, ...] = ()
    wave: tuple[float, float] = (0.0, 0.0)
    pattern: str = ""
    size: float = 0.0
    color: Color = BLACK

    @property
    def reach(self) -> float:
        """How far its ink goes to either side of its middle, at most."""
        if self.pattern:
            return self.size / 2
        return max(abs(at) + width / 2 for at, width in self.lines) + self.wave[1] / 2

    @property
    def ornamental(self) -> bool:
        """Whether it is broader than a plain rule, and text must make room for it."""
        return bool(self.pattern) or self.wave[0] > 0


Rule = RuleStyle | str
"""A rule as it is passed on: the name of a built-in one, `none`, or the style of one's own."""

THIN = 0.51  # 0.18 mm 正线: those measured on pages of dailies have 0.18 to 0.20
_HAIR = 0.283  # 0.1 mm, beside a thick rule and in ornaments; GWG asks for 0.25 pt at least
_THICK = 0.992  # 0.35 mm 反线
_WAVE = (6.8, 2.16)  # 2.4 mm long; length / π high it runs round a corner without a kink

RULE_STYLES: Final[dict[str, RuleStyle]] = {
    "thin": RuleStyle(lines=((0.0, THIN),)),
    "thick": RuleStyle(lines=((0.0, _THICK),)),
    "double": RuleStyle(lines=((-0.751, THIN), (0.751, THIN))),  # 0.18 + gap 0.35 + 0.18 mm
    "double-thick": RuleStyle(lines=((-0.992, _THICK), (0.992, _THICK))),  # gap 0.35 mm
    "wenwu": RuleStyle(lines=((-0.5, _THICK), (0.85, _HAIR))),  # 0.35 + gap 0.25 + 0.1 mm
    "wenwuwen": RuleStyle(lines=((-1.347, _HAIR), (0.0, _THICK), (1.347, _HAIR))),
    "dotted": RuleStyle(lines=((0.0, 0.6),), dash=(0.0, 2.0)),
    "dashed": RuleStyle(lines=((0.0, THIN),), dash=(4.0, 2.0)),
    "wavy": RuleStyle(lines=((0.0, 0.425),), wave=_WAVE),
    "double-wavy": RuleStyle(lines=((-0.85, 0.3), (0.85, 0.3)), wave=(6.8, 1.3)),  # never touch
    "meander": RuleStyle(lines=((0.0, 1.0),), pattern="meander", size=6.5),
    "rope": RuleStyle(lines=((0.0, 0.9),), pattern="rope", size=5.5),
    "beads": RuleStyle(lines=((0.0, _HAIR),), pattern="beads", size=2.6),
    "lozenge": RuleStyle(lines=((0.0, _HAIR),), pattern="lozenge", size=4.6),
    "corners": RuleStyle(lines=((0.0, _HAIR),), pattern="corners", size=6.5),
    "masthead": RuleStyle(lines=((0.0, 2.268),)),  # 0.80 mm, as under a measured 报头
    "foot": RuleStyle(lines=((0.0, 1.162),)),  # 0.41 mm, as at a measured 报尾
}
"""No standard gives widths: these are customs, and a style sheet's `rules:` changes them."""


def style_of(rule: Rule) -> RuleStyle | None:
    """How a rule is drawn; None for `none`."""
    if isinstance(rule, RuleStyle):
        return rule
    return None if rule == "none" else RULE_STYLES[rule]


RULE_NAMES: Final[dict[str, str]] = {
    "thin": "正线", "thick": "反线", "double": "双正线", "double-thick": "双反线",
    "wenwu": "文武线", "wenwuwen": "文武文线", "dotted": "点线", "dashed": "虚线",
    "wavy": "曲线", "double-wavy": "双曲线", "meander": "花边: 回纹", "rope": "花边: 绳纹",
    "beads": "花边: 圆点", "lozenge": "花边: 菱纹", "corners": "花边: 双线方角",
    "masthead": "报头线", "foot": "报尾线",
}  # fmt: skip
"""What each of them is called in the trade."""
