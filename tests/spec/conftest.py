"""A page that says nearly everything a page can say, on disk and loaded."""

from pathlib import Path

import pytest

from layout.environment import Files
from layout.spec.load import Sources, load_page
from layout.spec.resolve.page import resolve
from layout.spec.resolve.resolved import RPage
from tests.conftest import Project

PAGE = """\
page: T1
edition: edition.yaml
styles: own.yaml
format: {preset: tabloid, columns: 6, gutter: 1zi, lines: 86, body: 小五, bleed: 3mm, top: 21mm}
header:
  lines: 3
  left: ["{year}年{month}月{day}日 {weekday}"]
  right: [{text: "{staff}", style: header, align: right}]
blocks:
  - id: lead
    story: stories/one.md
    at: {cols: 1-4, lines: 5-40}
    columns: {count: 2, gutter: 1zi, level: true, measure: 20zi}
    headline: {lines: 6, title: steps, kicker: beside, size: 30pt, align: center, rule: thin}
    fill: sea
    reverse: false
    rules: {top: thin, left: dotted}
    inset: [1zi, 1lines]
    body: news
    foot: 图片由本报提供
  - id: side
    story: stories/two.md
    at: {cols: 5-6, lines: 5-20}
    headline: {lines: 6, size: 22pt}
  - id: names
    text: [{text: "甲 | 乙", style: main}, 丙]
    at: {cols: 5-6, lines: 21-30}
    arrange: row
    gap: 3mm
    nudge: 1lines
  - credits: all
    at: {cols: 5-6, lines: 36-37}
  - rule: wenwu
    at: {cols: 5-6, lines: 38}
  - index: [{page: T2, title: "甲乙 | 丙丁"}, {page: T3, title: 戊己}]
    at: {cols: 1-6, lines: 71-86}
    label: 导读
  - id: picture
    picture: assets/park.jpg
    caption: 湖边的新园区
    credit: 本报资料
    caption_lines: 2
    keyline: true
    focus: [0.3, 0.7]
    at: {cols: 1-6, lines: 42-70}
"""
OWN = """\
styles:
  news: {like: body, size: 9pt, leading: 14pt, tracking: 0.02em, color: deep}
colors: {deep: K100, sea: C20, see: sea}
"""
EDITION = """\
name: 城市晚报
section: 副刊
date: 2024-05-06
weekday: 星期一
phone: "010"
staff: [{role: 编辑, names: [木子, 十月]}]
credits: [{role: 策划, names: 三石}, {role: 执行, names: [木子]}]
styles: styles.yaml
pages: [T1.yaml]
"""


@pytest.fixture
def full(project: Project) -> Project:
    """The small project with a page that uses nearly every key."""
    project.write("T1.yaml", PAGE)
    project.write("own.yaml", OWN)
    project.write("edition.yaml", EDITION)
    return project


def load(project: Project, *overrides: str) -> Sources:
    """The project's page as written."""
    return load_page(Files(project.root), project.spec, None, overrides)


def resolved(project: Project, *overrides: str) -> RPage:
    """The project's page in points."""
    return resolve(Files(project.root), load(project, *overrides))


def line_of(project: Project, text: str, name: str = "T1.yaml") -> int:
    """The number of the first line of a file that holds a text."""
    rows = Path(project.path(name)).read_text(encoding="utf-8").split("\n")
    return next(n for n, row in enumerate(rows, 1) if text in row)
