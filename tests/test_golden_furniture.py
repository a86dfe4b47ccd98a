"""Furniture against golden dumps: rules and borders, headers, captions, groups, 导读, panels."""

import pytest

from tests.conftest import Golden, Project

HEAD = "page: G1\nformat: tabloid\ndate: 2024-05-06\nedition: own.yaml\n"
EDITION = """\
name: 城市晚报
section: 副刊
date: 2024-05-06
styles: sheet.yaml
credits: [{role: 策划, names: 三石}, {role: 执行, names: [木子, 十月天]}]
"""
SHEET = """\
rules:
  own: {lines: [0.6mm, 0.1mm], gap: 0.3mm, color: K80}
  hair: 0.08mm
  wide: {like: wavy, lines: 1pt, wave: 12pt, color: accent}
styles:
  deep: {like: note, color: C100}
"""

PAGES = {
    "rules": """\
header: {lines: 3, rule: wenwuwen, above: hair, style: centered, name: "{name}", left: [左]}
blocks:
  - {text: 一, rules: double-thick, at: {cols: 1, lines: 5-8}}
  - {text: 二, rules: wavy, at: {cols: 2, lines: 5-8}}
  - {text: 三, rules: double-wavy, at: {cols: 3, lines: 5-8}}
  - {text: 四, rules: corners, at: {cols: 4, lines: 5-8}}
  - {text: 五, rules: own, at: {cols: 5, lines: 5-8}}
  - {text: 六, rules: {all: thin, left: none, bottom: dashed}, at: {cols: 6, lines: 5-8}}
  - {text: 七, rules: meander, at: {cols: 1, lines: 10-14}}
  - {text: 八, rules: rope, at: {cols: 2, lines: 10-14}}
  - {text: 九, rules: beads, at: {cols: 3, lines: 10-14}}
  - {text: 十, rules: lozenge, at: {cols: 4, lines: 10-14}}
  - {rule: dotted, at: {cols: 5, lines: 10}}
  - {rule: wide, at: {cols: 5, lines: 12}}
  - {rule: wenwu, vertical: true, at: {cols: 6, lines: 10-14}}
""",
    "panels": """\
header: {lines: 3, style: band, fill: K100, name: "{section}", right: [右上, 右], rule: none}
blocks:
  - {text: [深底, {text: 有色, style: deep}], fill: K100, at: {cols: 1-2, lines: 5-8}}
  - {text: 浅底, fill: tint, at: {cols: 3-4, lines: 5-8}}
  - {text: 不反, fill: accent, reverse: false, at: {cols: 5-6, lines: 5-8}}
  - {credits: all, align: left, at: {cols: 1-3, lines: 10-13}}
  - {credits: all, arrange: stack, align: right, at: {cols: 4-6, lines: 10-13}}
""",
    "captions": """\
header: {lines: 3, style: panel, outer: right, name: "{name}", left: [左], rule: own}
blocks:
  - id: below
    picture: assets/park.jpg
    caption: 图说在下，长了就转到第二行，末行后面是署名
    credit: 甲乙
    at: {cols: 1-2, lines: 5-16}
  - id: above
    picture: assets/park.jpg
    caption: 图说在上
    credit: 甲乙
    credit_at: below
    caption_at: above
    keyline: true
    at: {cols: 3-4, lines: 5-16}
  - id: side
    picture: assets/park.jpg
    caption: 图说在左，与图脚看齐
    caption_at: left
    caption_width: 5zi
    at: {cols: 5-6, lines: 5-16}
  - id: inside
    picture: assets/park.jpg
    caption: 图说在内
    caption_at: inside
    at: {cols: 1-2, lines: 18-26}
  - id: panel
    picture: assets/park.jpg
    caption: 图说在内
    credit: 甲乙
    caption_at: inside
    caption_fill: K10
    at: {cols: 3-4, lines: 18-26}
""",
    "pictures": """\
blocks:
  - id: row
    pictures: [assets/park.jpg, {picture: assets/tall.jpg, caption: 高}, {picture: }]
    caption: 一行
    credit: 甲乙
    at: {cols: 1-4, lines: 1-14}
  - id: column
    pictures: [assets/park.jpg, {picture: assets/tall.jpg, caption: 高}]
    arrange: column
    gap: 3pt
    at: {cols: 5-6, lines: 1-24}
  - id: mosaic
    pictures: [assets/park.jpg, assets/tall.jpg, assets/park.jpg]
    arrange: mosaic
    caption: 一大两小
    caption_at: above
    at: {cols: 1-4, lines: 16-30}
  - id: grid
    pictures: [assets/park.jpg, assets/tall.jpg, assets/park.jpg]
    arrange: grid
    sizes: equal
    keyline: true
    at: {cols: 5-6, lines: 26-36}
""",
    "index": """\
header: {lines: 3, style: divided, name: "{name}", left: [左], right: [右]}
blocks:
  - id: leader
    index: [{page: A2, title: 一句}, {page: A3, title: 上句 | 下句}]
    label_at: above
    page_at: after
    leader: dotted
    between: none
    at: {cols: 1-3, lines: 5-18}
  - id: strip
    index: [{page: A2, title: 一句}, {page: A3, title: 二句}, {page: A4, title: 三句}]
    label_at: beside
    columns: 3
    page_at: above
    between: hair
    title_style: note
    at: {cols: 1-6, lines: 20-27}
  - id: dark
    index: [{page: A2, title: 一句}, {page: A3, title: 二句}]
    label: 要目
    label_at: above
    panel: false
    columns: 2
    fill: K100
    title_style: note
    at: {cols: 4-6, lines: 5-18}
""",
}


@pytest.mark.parametrize("name", PAGES)
def test_furniture_is_set_as_it_was(project: Project, golden: Golden, name: str) -> None:
    from PIL import Image

    project.write("own.yaml", EDITION)
    project.write("sheet.yaml", SHEET)
    for source, size in (("assets/park.jpg", (900, 600)), ("assets/tall.jpg", (600, 800))):
        Image.new("CMYK", size, (30, 10, 60, 5)).save(project.path(source))
    page = project.composed(HEAD + PAGES[name])
    assert page.good, page.diagnostics
    assert {d.code for d in page.diagnostics} <= {"STANDS-IN", "LOOSE", "CROPPED"}
    golden(f"furniture-{name}.dump", page.dump())
