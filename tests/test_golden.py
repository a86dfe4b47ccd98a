"""Small pages against their golden dumps: what stands where, to a thousandth of a point.

A change of layout shows here as a diff that a person can read; `pytest --update-golden` takes it.
"""

import pytest

from tests.conftest import Golden, Project

STORY = """\
---
kicker: "引题在上——"
title: "主题之一 | 主题之二"
---

“标点”要挤：他说，“《日报》（第2版）里有‘引号’。”——是的……还有IGBT和13.5%。

**粗体**在句首，*楷体*在中间；第二段要短。
"""

PAGES = {
    "story": """\
blocks:
  - id: lead
    story: stories/one.md
    columns: 2
    headline: {lines: 7, title: steps, size: 20pt}
    at: {cols: 1-2, lines: 1-16}
""",
    "boxed": """\
blocks:
  - id: lead
    story: stories/one.md
    headline: {lines: 5, kicker: beside, size: 14pt, align: center}
    rules: thin
    fill: tint
    foot: 本版图片由资料室提供
    at: {cols: 1-3, lines: 1-18}
""",
    "furniture": """\
header:
  left: ["{year}年{month}月{day}日 {weekday}"]
  right: ["右边"]
blocks:
  - id: panel
    text:
      - {text: "甲乙 | 丙丁", style: series}
      - {text: "戊己", style: series-sub}
    arrange: row
    fill: accent
    inset: 1zi
    at: {cols: 1-6, lines: 5-9}
  - id: guide
    index: [{page: A2, title: "上句 | 下句"}, {page: A3, title: "一句"}]
    rules: thin
    at: {cols: 1-3, lines: 11-22}
  - id: line
    rule: wenwu
    at: {cols: 4-6, lines: 11}
""",
    "vertical": """\
blocks:
  - id: beside
    story: stories/one.md
    columns: 2
    headline: {vertical: true, title: stack, size: 16pt}
    at: {cols: 1-4, lines: 1-14}
  - id: box
    text:
      - {text: "重阳", style: title, align: center}
      - {text: "“岁岁重阳”，今又重阳：2019年12月，5G用户增长100%……", style: brief}
    vertical: true
    rules: thin
    inset: 1zi
    at: {cols: 5-6, lines: 1-14}
  - id: tiers
    story: stories/one.md
    vertical: true
    columns: 2
    headline: {vertical: true, size: 12pt, width: 6zi}
    at: {cols: 1-3, lines: 16-30}
""",
    "stack": """\
blocks:
  - id: pile
    stack:
      - {id: top, picture: assets/park.jpg, lines: 6}
      - row:
          - {id: left, story: stories/one.md, headline: {lines: 4, size: 14pt}}
          - id: right
            story: stories/one.md
            cols: 2
            columns: 2
            headline: {lines: 4, size: 14pt}
      - {id: foot, text: 脚注, lines: fill}
    rules: thin
    at: {cols: 1-4, lines: 1-40}
""",
    "stepped": """\
blocks:
  - id: lead
    story: stories/one.md
    columns: {policy: grid}
    headline: {lines: 5, size: 14pt}
    at:
      - {cols: 1-2, lines: 1-12}
      - {cols: 3, lines: 8-12}
""",
    "unequal": """\
blocks:
  - id: lead
    story: stories/one.md
    columns: {count: 2, policy: unequal, rule: thin, level: true}
    headline: {lines: 3, size: 14pt, span: 1}
    at: {cols: 1-2, lines: 1-12}
""",
    "wrapped": """\
blocks:
  - id: lead
    story: stories/one.md
    columns: 2
    initial: 2
    end: "■"
    headline: {lines: 5, size: 14pt}
    at: {cols: 1-2, lines: 1-20}
  - id: diamond
    text: 菱
    wrap: {shape: polygon, standoff: 2pt, points: [[0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5]]}
    at: {of: lead, cols: 1-2, lines: 3-6}
""",
    "fitted": """\
blocks:
  - id: pile
    stack:
      - {id: top, picture: assets/park.jpg, lines: 9, fit: {lines: 4-20}}
      - {id: lead, story: stories/one.md, headline: {lines: 4, size: 14pt}, fit: {headline: 3-6}}
    at: {cols: 1-2, lines: 1-30}
""",
    "level": """\
blocks:
  - id: lead
    story: stories/heads.md
    columns: {count: 2, level: true, justify: {subhead: 12pt, paragraph: 3pt, leading: 1pt}}
    subhead: {lines: 2}
    at: {cols: 1-2, lines: 1-20}
""",
}
HEADS = """\
---
title: 题
---

第一段有几个字，够排两三行。第一段有几个字，够排两三行。

### 小题一

第二段也有几个字。第二段也有几个字，再多几个字。

### 小题二

第三段短。
"""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_set_as_it_was(project: Project, golden: Golden, name: str) -> None:
    project.write("stories/one.md", STORY)
    project.write("stories/heads.md", HEADS)
    head = "page: G1\nformat: tabloid\ndate: 2024-05-06\n"
    page = project.composed(head + PAGES[name])
    assert page.good, page.diagnostics
    golden(f"{name}.dump", page.dump())
