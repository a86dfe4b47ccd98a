"""The table of docs/daily.md: measures of `specs/daily` on its PDF beside those of the daily that
it follows. `python -m tests.dailytable` writes it into the papers anew.

The printed figures are facts of a page of a national daily of 2025, measured on a raster of two
pixels a point.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Final

from layout.api import Session
from tests.dailyread import EM, MM, Bar, Line, Sheet, quarters, read, starts

ROOT: Final = Path(__file__).parents[1]
SPECS: Final = ROOT / "specs/daily"
PAPERS: Final = {"en": ROOT / "docs/daily.md", "zh": ROOT / "docs/zh/daily.md"}
PITCH: Final = 11.70
RIGHT: Final = 75.0  # em: where the right part begins
MARKS: Final = "，。、；：？！”’）》"


@dataclass(frozen=True, kw_only=True)
class Row:
    """A measure: what it is, as printed and as read back, and by how much the two may differ; or
    ours may only be less, where what is measured is a fault."""

    en: str
    zh: str
    printed: tuple[float, ...]
    ours: tuple[float, ...]
    within: float
    form: str = "{:.2f}"
    unit: str = ""
    fault: bool = False

    @property
    def holds(self) -> bool:
        pairs = zip(self.printed, self.ours, strict=True)
        return all((self.fault and b < a) or abs(a - b) <= self.within + 1e-9 for a, b in pairs)

    def cell(self, values: tuple[float, ...]) -> str:
        return " / ".join(self.form.format(v) for v in values) + self.unit


def sheets() -> tuple[Sheet, Sheet]:
    """Both pages, made and read back."""
    session = Session()
    front, inside = (read(session.page(SPECS / f"{name}.yaml").pdf()) for name in ("A1", "A2"))
    return front, inside


def measures(front: Sheet, inside: Sheet) -> list[Row]:
    """The rows of the table, in its order."""
    red = _longest(front, 0.8)
    origin = red.left
    lines = [line for line in front.lines() if line.y > red.bottom]
    columns = [(x - origin) / EM for x in starts(lines, 20)]
    left = [x for x in columns if x < 71]
    right = [x for x in columns if x > 71]
    foot = _longest(inside, 0.41)
    head = min((b for b in inside.bars if b.width > 900), key=lambda b: b.top)
    broad = [line for line in lines if line.end - line.x > 19 * EM]
    wide = max(broad, key=lambda line: line.end - line.x)
    narrow = [li for li in lines if not min(b.y for b in broad) <= li.y <= max(b.y for b in broad)]
    quarter = _columns(lines, origin, left)
    half = _columns(narrow, origin, right)
    grid = front.lines() + inside.lines()
    first = min(line.y for line in lines)
    off = [abs((line.y - first) / PITCH - round((line.y - first) / PITCH)) for line in grid]
    full = _full(grid)
    between = [
        (b.left + b.right) / 2 - origin for b in front.bars if b.height > 200 and b.width < 1
    ]
    body = max((g.high for g in lines[0].glyphs), default=0.0)
    rows_of = [line.y for line in lines if abs((line.x - origin) / EM - left[0]) < 0.01]
    steps = Counter(round(b - a, 2) for a, b in pairwise(rows_of))
    return [
        Row(
            en="type area, width",
            zh="版心宽",
            printed=(346.1,),
            ours=(red.width * MM,),
            within=0.1,
            form="{:.1f}",
            unit=" mm",
        ),
        Row(
            en="the same in em of the body",
            zh="版心宽，合正文",
            printed=(109.0,),
            ours=(red.width / EM,),
            within=0.05,
            form="{:.1f}",
            unit=" em",
        ),
        Row(
            en="type area, height: head rule to foot rule",
            zh="版心高：报眉线至报尾线",
            printed=(501.7,),
            ours=((foot.bottom - head.top) * MM,),
            within=0.5,
            form="{:.1f}",
            unit=" mm",
        ),
        Row(
            en="two parts",
            zh="大小两部",
            printed=(71.0, 34.0),
            ours=(quarter[-1][1], half[-1][1] - RIGHT),
            within=0.05,
            form="{:.1f}",
            unit=" em",
        ),
        Row(
            en="left part: its columns",
            zh="左部每栏",
            printed=(16.25,) * 4,
            ours=tuple(b - a for a, b in quarter),
            within=0.02,
            unit=" em",
        ),
        Row(
            en="right part: its columns",
            zh="右部每栏",
            printed=(16.0, 16.0),
            ours=tuple(b - a for a, b in half),
            within=0.02,
            unit=" em",
        ),
        Row(
            en="the column beside the vertical headline",
            zh="竖题旁的一栏",
            printed=(20.0,),
            ours=((wide.end - wide.x) / EM,),
            within=0.1,
            unit=" em",
        ),
        Row(
            en="gutters",
            zh="栏空",
            printed=(2.0,) * 4,
            ours=tuple(b[0] - a[1] for part in (quarter, half) for a, b in pairwise(part)),
            within=0.02,
            unit=" em",
        ),
        Row(
            en="between the parts, the rule in its middle",
            zh="两部之间，线在正中",
            printed=(4.0, 2.0),
            ours=(half[0][0] - quarter[-1][1], (between[0] / EM - quarter[-1][1])),
            within=0.05,
            unit=" em",
        ),
        Row(
            en="body on its leading",
            zh="正文字号、行距",
            printed=(9.0, 11.70),
            ours=(body, steps.most_common(1)[0][0]),
            within=0.01,
            unit=" pt",
        ),
        Row(
            en="furthest from the one grid",
            zh="离全版行格最远",
            printed=(0.03,),
            ours=(max(off),),
            within=0.0,
            fault=True,
            unit=" lines",
        ),
        *_heads(front),
        Row(
            en="thin rules, the most of them",
            zh="细线，多数",
            printed=(0.19,),
            ours=(_most(front, inside),),
            within=0.01,
            unit=" mm",
        ),
        Row(
            en="rule at the foot",
            zh="报尾线",
            printed=(0.41,),
            ours=(foot.weight,),
            within=0.01,
            unit=" mm",
        ),
        Row(
            en="rule under the masthead, red",
            zh="报头下红线",
            printed=(0.80,),
            ours=(red.weight,),
            within=0.01,
            unit=" mm",
        ),
        Row(
            en="pitch of Han in full lines: ½, ¾, 9⁄10 of them, the most",
            zh="满行字距：半数、四分之三、十分之九以内，最大",
            printed=(1.024, 1.063, 1.12, 1.18),
            ours=quarters(full),
            within=0.01,
            fault=True,
            form="{:.3f}",
            unit=" em",
        ),
        Row(
            en="gap of Han and figure, middle",
            zh="汉字与数字间空，中位",
            printed=(0.125,),
            ours=(_gap(grid),),
            within=0.03,
            unit=" em",
        ),
        Row(
            en="marks inside a line narrower than an em, one alone",
            zh="行内不足一字的标点（两个相连的不算）",
            printed=(0,),
            ours=(_squeezed(grid),),
            within=0,
            form="{:.0f}",
        ),
    ]


def _heads(front: Sheet) -> list[Row]:
    """The three condensed and flattened headlines: advance, height or width, their ratio."""
    found = []
    for en, zh, words, printed, down in (
        (
            "main headline, 14 字",
            "头条题，14字",
            "一张日报怎样在七小时里做出来",
            (44.6, 50.0, 88.0),
            False,
        ),
        ("second headline", "二条题", "一个标题压到七成就停手", (26.9, 36.5, 70.0), False),
        ("vertical headline", "竖题", "版晚三分钟", (21.5, 34.0, 60.0), True),
    ):
        glyphs = front.head(words)
        one = glyphs[0]
        steps = [abs(b.y - a.y if down else b.x - a.x) for a, b in pairwise(glyphs)]
        size_en, size_zh, shape = (
            ("width", "宽", "flattened") if down else ("height", "高", "condensed")
        )
        broad, narrow = (one.wide, one.high) if down else (one.high, one.wide)
        found.append(
            Row(
                en=f"{en}: advance, {size_en}, {shape} to, per cent",
                zh=f"{zh}：字位、字{size_zh}、压到（%）",
                printed=printed,
                ours=(median(steps), broad, narrow / broad * 100),
                within=0.5,
                form="{:.1f}",
            )
        )
    return found


def _longest(sheet: Sheet, mm: float) -> Bar:
    """The longest rule of a weight."""
    return max((b for b in sheet.bars if abs(b.weight - mm) < 0.02), key=lambda b: b.width)


def _columns(lines: list[Line], origin: float, at: list[float]) -> list[tuple[float, float]]:
    """Left and right edge of each column in em: most lines are full and end with a Han."""
    found = []
    for x in at:
        ends = [
            (line.end - origin) / EM
            for line in lines
            if abs((line.x - origin) / EM - x) < 0.01 and line.glyphs[-1].han
        ]
        found.append((x, max(round(e, 2) for e in ends)))
    return found


def _full(lines: list[Line]) -> list[float]:
    """The mean pitch of each line that is as long as its column."""
    longest: dict[float, float] = {}
    for line in lines:
        x = round(line.x, 1)
        longest[x] = max(longest.get(x, 0.0), line.end)
    return [
        sum(line.pitches) / len(line.pitches)
        for line in lines
        if len(line.pitches) > 4 and abs(line.end - longest[round(line.x, 1)]) < 1.0
    ]


def _most(*pages: Sheet) -> float:
    """The middle weight of all rules thinner than that of the foot."""
    return median(b.weight for page in pages for b in page.bars if 0.15 < b.weight < 0.3)


def _gap(lines: list[Line]) -> float:
    gaps = [
        (b.x - a.x) / EM - 1
        for line in lines
        for a, b in pairwise(line.glyphs)
        if a.han and b.char.isdigit()
    ]
    return median(gaps)


def _squeezed(lines: list[Line]) -> int:
    """Marks with less than an em before the Han behind them: none, where all else is pushed out."""
    return sum(
        (c.x - b.x) / EM < 0.98
        for line in lines
        for a, b, c in zip(line.glyphs, line.glyphs[1:], line.glyphs[2:], strict=False)
        if b.char in MARKS and a.han and c.han
    )


def table(rows: list[Row], lang: str) -> str:
    """The rows as a table of Markdown."""
    one, two = {"en": ("measure", "the daily"), "zh": ("量的是", "那份日报")}[lang]
    unit = {" lines": " 行", " em": " 字", " mm": " mm", " pt": " pt", "": ""}
    out = [f"| {one} | {two} | `specs/daily` |", "|---|--:|--:|"]
    for row in rows:
        a, b = row.cell(row.printed), row.cell(row.ours)
        if lang == "zh" and row.unit:
            a, b = (cell.removesuffix(row.unit) + unit[row.unit] for cell in (a, b))
        out.append(f"| {getattr(row, lang)} | {a} | {b} |")
    return "\n".join(out)


BETWEEN: Final = re.compile(r"(?<=<!-- measures -->\n).*?(?=\n<!-- end -->)", re.S)


def write(rows: list[Row]) -> None:
    """Put the table into both papers."""
    for lang, paper in PAPERS.items():
        text = paper.read_text(encoding="utf-8")
        found = BETWEEN.search(text)
        assert found is not None, f"{paper.name} has no place for the table"
        made = text[: found.start()] + table(rows, lang) + text[found.end() :]
        paper.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    write(measures(*sheets()))
